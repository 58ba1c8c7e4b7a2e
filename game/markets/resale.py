"""Used cards and places in a maker's book change hands at a market price; affiliates divert theirs (model 2).

A thin market, once a turn: firms offer what they cannot light, outsiders what the next generation replaces, creditors
the places of a failed firm. Firms take what is cheapest, pro rata if more is wanted; then outsiders take what is
offered at the market price or below, up to their appetite. Price of a card = what a new one costs today x a part that
rises with tightness and stays below 1, so that nobody gains by buying and reselling; of a place = the deposit on it and
a premium in a shortage, and whoever sells places loses the maker's loyalty.
"""

from typing import TYPE_CHECKING

from agents.books import USD, card_unit
from agents.view import ResaleOffer
from game.markets import chips, supply
from game.markets.rationing import pro_rata
from game.world import CardOrder, Resale, Shipment
from levels.calendar import QUARTER

if TYPE_CHECKING:
    from game.race import Race

OUTSIDE = "~outside"
CREDITORS = "~creditors"
OFFER_TURNS = 2
"""How long an offer stands."""
LARGE_TRADE = 2_000
"""Cards of a trade that is worth a line of news."""


def card_usd(race: "Race", chip: str) -> int:
    """Market price of a used card with its server, in USD."""
    rules = race.level.rules.resale
    tight = max(0.0, race.maker_of[chip].state.tightness - 1.0)
    return int(chips.card_cost_usd(race, chip) * min(rules.used_most, rules.used * (1.0 + rules.scramble * tight)))


def premium_usd(race: "Race", chip: str) -> int:
    """What a place in the maker's book is worth beyond its deposit, in USD a card: something only in a shortage."""
    state = race.maker_of[chip].state
    return int(state.price_usd[chip] * race.level.rules.resale.slot_premium * min(1.0, max(0.0, state.tightness - 1.0)))


def is_traded(race: "Race", chip: str) -> bool:
    """Whether anybody else could use the chip, and it has shipped."""
    return not race.level.chips[chip].buyers and supply.first_month(race, chip) <= race.world.month


def post(race: "Race") -> dict[str, ResaleOffer]:
    """Offers of a turn: what firms have put up, and what outsiders let go of chips with a successor."""
    world, rules = race.world, race.level.rules.resale
    since = world.month - OFFER_TURNS * race.level.months_per_turn
    world.resales = [
        each for each in world.resales if each.seller != OUTSIDE and each.posted > since and _left(race, each) > 0
    ]
    for maker in race.makers:
        for chip in maker.chips:
            age = supply.months_since_successor(race, chip, world.month)
            if not is_traded(race, chip) or not 0 < age <= rules.outside_months:
                continue
            h100e = race.level.chips[chip].h100e
            cards = int(QUARTER * maker.state.outside_h100e * rules.turnover / h100e)
            if cards:
                world.resales.append(Resale(OUTSIDE, chip, cards, "", 1.0, False, world.month))
    found: dict[str, ResaleOffer] = {}
    for each in world.resales:
        offer = found.get(each.chip) or ResaleOffer(each.chip, card_usd(race, each.chip), 0, 0, 9.9)
        left = _left(race, each)
        found[each.chip] = ResaleOffer(
            each.chip,
            offer.usd,
            offer.cards + (0 if each.slots else left),
            offer.slots + (left if each.slots else 0),
            min(offer.cheapest, each.price),
        )
    return found


def _left(race: "Race", each: Resale) -> int:
    """What the seller still has of what it offers."""
    if each.seller[0] == "~":
        return each.cards
    if not race.world.firms[each.seller].alive or race.world.sites[each.site].firm != each.seller:
        return 0
    if each.slots:
        return min(each.cards, sum(order.cards for order in _orders(race, each.seller, each.chip, each.site)))
    return min(each.cards, race.world.books.held(card_unit(each.chip), each.site))


def _orders(race: "Race", firm: str, chip: str, site: str) -> list[CardOrder]:
    return [o for o in race.lists.orders_of(firm) if o.chip == chip and o.site == site]


def is_open(race: "Race", seller: str, buyer: str) -> bool:
    """Whether two firms may trade: no seat buys from another in the last months of a game (against kingmaking)."""
    seats = race.world.scores
    late = race.world.month > race.level.months - race.level.rules.resale.closing_months
    return seller != buyer and not (late and seller in seats and buyer in seats)


def clear(race: "Race") -> None:
    """Firms take what they have asked for, cheapest first; outsiders take a part of what is cheap enough then."""
    world = race.world
    bids, world.bids.resale = world.bids.resale, []
    for chip, slots in dict.fromkeys((bid[1], bid[4]) for bid in bids):
        asked = [bid for bid in bids if (bid[1], bid[4]) == (chip, slots)]
        offers = sorted(
            (each for each in world.resales if each.chip == chip and each.slots is slots),
            key=lambda each: (each.price, each.posted, each.seller, each.site),
        )
        total = sum(_left(race, each) for each in offers)
        shares = pro_rata(total, [bid[2] for bid in asked], [f"{bid[0]} {bid[3]}" for bid in asked])
        for (firm, _, _, site, _), cards in zip(asked, shares, strict=True):
            _fill(race, firm, site, cards, offers)
    if world.resales:
        _sell_outside(race)


def _fill(race: "Race", firm: str, site: str, wanted: int, offers: list[Resale]) -> None:
    for each in offers:
        if wanted <= 0:
            return
        if is_open(race, each.seller, firm):
            wanted -= _trade(race, each, firm, site, min(wanted, _left(race, each)))


def _trade(race: "Race", each: Resale, firm: str, site: str, cards: int) -> int:
    """Hand over as many as the buyer can pay; returns how many."""
    world = race.world
    unit = unit_usd(race, each)
    cards = min(cards, max(0, world.books.held(USD, firm)) // max(1, unit))
    if cards <= 0:
        return 0
    world.books.pay(firm, each.seller, cards * unit, "resale")
    if each.slots:
        _hand_over_places(race, each, firm, site, cards)
    else:
        if each.seller != OUTSIDE:
            world.books.move(card_unit(each.chip), each.site, "~makers", cards, "resale")
        world.shipments.append(Shipment(site, each.chip, cards, world.month + race.level.rules.resale.move_months))
    each.cards -= cards
    if cards >= LARGE_TRADE:
        key = "news-resale-places" if each.slots else "news-resale"
        world.tell("truck", key, firm, 0, cards=cards, chip=race.level.chips[each.chip].name)
    return cards


def unit_usd(race: "Race", each: Resale) -> int:
    """Dollars for a card or a place of an offer."""
    if not each.slots:
        return int(card_usd(race, each.chip) * each.price)
    return deposit_each(race, each.chip) + int(premium_usd(race, each.chip) * each.price)


def deposit_each(race: "Race", chip: str) -> int:
    """Dollars that a buyer pays for the deposit on a place, as the maker asks it today."""
    return int(race.maker_of[chip].state.price_usd[chip] * race.level.rules.chips.deposit)


def _hand_over_places(race: "Race", each: Resale, firm: str, site: str, cards: int) -> None:
    """The buyer takes the seller's date and what lies on it; the maker thinks less of the seller."""
    world, maker = race.world, race.level.chips[each.chip].maker
    if each.seller == CREDITORS:
        part = each.deposit_usd * cards // max(1, each.cards)
        each.deposit_usd -= part
        world.orders.append(CardOrder(firm, each.chip, site, cards, part, 0.0, each.placed))
        return
    left = cards
    for order in _orders(race, each.seller, each.chip, each.site):
        taken = min(left, order.cards)
        left -= split(race, order, taken, firm, site)
    world.orders = [order for order in world.orders if order.cards > 0]
    loyalty = world.firms[each.seller].loyalty
    loyalty[maker] = loyalty.get(maker, 0.0) * (1.0 - race.level.rules.resale.loyalty_loss)


def split(race: "Race", order: CardOrder, cards: int, firm: str, site: str) -> int:
    """Part of an order goes over to another firm's site, with its date and its part of the deposit; how many."""
    if cards <= 0:
        return 0
    part = order.deposit_usd * cards // order.cards
    order.deposit_usd -= part
    order.cards -= cards
    race.world.orders.append(CardOrder(firm, order.chip, site, cards, part, 0.0, order.placed, order.prepay))
    return cards


def _sell_outside(race: "Race") -> None:
    """Outsiders take cards at or below the market price, up to a part of what they need in a month."""
    world, rules = race.world, race.level.rules.resale
    for maker in race.makers:
        room = rules.appetite * maker.state.outside_h100e
        for each in world.resales:
            if each.chip not in maker.chips or each.slots or each.seller == OUTSIDE or each.price > 1.0:
                continue
            h100e = race.level.chips[each.chip].h100e
            cards = min(_left(race, each), int(room / h100e))
            if cards <= 0:
                continue
            room -= cards * h100e
            world.books.pay(OUTSIDE, each.seller, cards * unit_usd(race, each), "resale")
            world.books.move(card_unit(each.chip), each.site, "~makers", cards, "resale")
            each.cards -= cards
            if cards >= LARGE_TRADE:
                world.tell("truck", "news-resale-out", each.seller, 0, cards=cards, chip=maker.chips[each.chip].name)
    world.resales = [each for each in world.resales if each.cards > 0]


def put_up_places(race: "Race", firm: str) -> None:
    """A failed firm's creditors offer its places in the makers' books."""
    world, price = race.world, race.level.rules.resale.distress
    for order in world.orders:
        if order.firm == firm and not race.level.chips[order.chip].buyers:
            world.resales.append(
                Resale(
                    CREDITORS, order.chip, order.cards, "", price, True, world.month, order.deposit_usd, order.placed
                )
            )
    world.orders = [order for order in world.orders if order.firm != firm]


def divertible(race: "Race", affiliate: str, chip: str) -> int:
    """Cards on their way or on order of an affiliate that its shareholders would still let go."""
    terms, state = race.level.firms[affiliate].affiliate, race.world.firms[affiliate]
    if terms is None:
        return 0
    there = sum(each.cards for each in _coming(race, affiliate, chip))
    there += sum(order.cards for order in race.lists.orders_of(affiliate) if order.chip == chip)
    fleet = state.compute.owned / race.level.chips[chip].h100e
    patience = max(0.0, 1.0 - state.opposition) / max(1e-9, race.level.rules.resale.divert_opposition)
    return min(there, int(fleet * patience))


def _coming(race: "Race", firm: str, chip: str) -> list[Shipment]:
    sites = {site.key for site in race.sites_of[firm]}
    return [s for s in race.world.shipments if s.chip == chip and s.site in sites]


def divert(race: "Race", affiliate: str, firm: str, chip: str, cards: int, site: str) -> None:
    """An affiliate's shipments, then its places, go to the lab: paid at cost, against its shareholders (S107)."""
    world, left = race.world, cards
    price = chips.card_cost_usd(race, chip)
    for shipment in _coming(race, affiliate, chip):
        taken = min(left, shipment.cards)
        if taken > 0:
            shipment.cards -= taken
            left -= taken
            world.shipments.append(Shipment(site, chip, taken, shipment.due))
            world.books.pay(firm, affiliate, taken * price, "resale")
    world.shipments = [shipment for shipment in world.shipments if shipment.cards > 0]
    for order in [o for o in race.lists.orders_of(affiliate) if o.chip == chip]:
        taken = min(left, order.cards)
        if taken > 0:
            world.books.pay(firm, affiliate, order.deposit_usd * taken // order.cards, "resale")
            left -= split(race, order, taken, firm, site)
    world.orders = [order for order in world.orders if order.cards > 0]
    state = world.firms[affiliate]
    part = cards * race.level.chips[chip].h100e / max(1, state.compute.owned)
    state.opposition += race.level.rules.resale.divert_opposition * part
    name = race.level.firms[affiliate].name
    world.tell("truck", "news-divert", firm, 0, cards=cards, chip=race.level.chips[chip].name, affiliate=name)
