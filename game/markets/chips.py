"""Accelerators: who orders how many, who gets them under the maker's rule, and what is paid and shipped (model 2).

Outsiders order more than they need while a shortage lasts and orders are cheap, so the book grows as deposits fall.
"""

from collections.abc import Mapping
from math import fsum
from typing import TYPE_CHECKING

from agents import chance
from agents.books import GRID_KW, TURBINE_KW, card_unit
from game.markets import allocation, silicon
from game.markets.allocation import Ask
from game.markets.rationing import water_fill
from game.world import CardOrder, Shipment
from levels.calendar import QUARTER

if TYPE_CHECKING:
    from agents.chipmaker import Chipmaker
    from game.race import Race

OUTSIDE = "~outside"
LARGE_DELIVERY = 5_000
"""Cards of a delivery that is worth a line of news."""


def count_orders(race: "Race") -> None:
    """What is on order at the opening: only what outsiders want, before the first month is cleared."""
    for maker in race.makers:
        supply = maker.state.supply
        total_h100e = fsum(cards * race.level.chips[chip].h100e for chip, cards in supply.items())
        for chip, cards in supply.items():
            h100e = race.level.chips[chip].h100e
            maker.state.ordered[chip] = _outside_cards(maker, chip, h100e, total_h100e, cards, race)


def clear(race: "Race") -> None:
    """Each maker allocates the month's cards; what is allocated is paid and shipped, the rest stays on order."""
    world, rules = race.world, race.level.rules.chips
    placed: dict[str, list[CardOrder]] = {}
    paid = paid_by_tenants(race)
    for order in world.orders:
        placed.setdefault(order.chip, []).append(order)
    for maker in race.makers:
        state = maker.state
        booked = needed_h100e = outside_h100e = 0.0
        given: dict[str, float] = {}
        supply_h100e = fsum(cards * race.level.chips[chip].h100e for chip, cards in state.supply.items())
        for chip_key in maker.chips:
            orders = placed.get(chip_key, [])
            supply = state.supply.get(chip_key, 0)
            h100e = race.level.chips[chip_key].h100e
            need = _outside_cards(maker, chip_key, h100e, supply_h100e, supply, race)
            outside = need if state.rule == "auction" else int(need * state.phantom)
            backlog = sum([order.cards for order in orders])
            state.ordered[chip_key] = backlog + outside
            booked += backlog * h100e
            needed_h100e += need * h100e
            outside_h100e += outside * h100e
            if supply <= 0:
                continue
            sold = _dedicated(race, maker, orders, given, h100e)
            orders = [order for order in orders if order.cards > 0]
            price, shares, others = _share_out(race, maker, chip_key, orders, supply - sold, need, outside, paid)
            # What phantom orders win beyond need is handed back at once.
            sold += min(others, need)
            for order, cards in zip(orders, shares, strict=True):
                taken = _deliver(race, maker, order, cards, price)
                sold += taken
                given[order.firm] = given.get(order.firm, 0.0) + taken * h100e
            state.supply[chip_key] = supply - sold
        if (world.month - 1) % QUARTER == 0:
            state.booked_h100e = booked
        _remember(race, maker, given, state.booked_h100e + 3.0 * outside_h100e)
        _game(race, maker, state.booked_h100e + 3.0 * needed_h100e)
    world.orders = [order for order in world.orders if order.cards > 0]
    for foundry in race.foundries:
        makers = [maker for maker in race.makers if maker.facts.foundry == foundry.key]
        weight = fsum(maker.facts.wafer_share for maker in makers)
        pressure = fsum(maker.state.tightness * maker.facts.wafer_share for maker in makers) / max(weight, 1e-9)
        foundry.expand(world.month, pressure, rules)


def _share_out(
    race: "Race",
    maker: "Chipmaker",
    chip: str,
    orders: list[CardOrder],
    supply: int,
    need: int,
    outside: int,
    paid: Mapping[str, float],
) -> tuple[int, list[int], int]:
    """The price a card, the cards of each order and what outsiders win, by the maker's rule."""
    rules, state = race.level.rules.chips, maker.state
    posted = state.price_usd[chip]
    if state.rule != "auction" and outside + sum(order.cards for order in orders) <= supply:
        return posted, [order.cards for order in orders], outside
    asks = [_ask(race, maker, order, paid.get(order.site, 0.0)) for order in orders]
    if state.rule == "auction":
        listed = maker.chips[chip].price_usd
        reserve = int(listed * rules.price_low)
        heat = (posted / listed) ** rules.outside_elasticity
        state.cleared_usd[chip], shares, others = allocation.clear_auction(
            supply, asks, lambda usd: need * heat * (usd / listed) ** -rules.outside_elasticity, reserve
        )
        won = sum(shares)
        if won:
            worth = sum(ask.bid_usd * share for ask, share in zip(asks, shares, strict=True))
            state.won_usd[chip] = worth // won
        return state.cleared_usd[chip], shares, others
    asks.append(Ask(OUTSIDE, outside, buyers=rules.outside_buyers))
    by = allocation.Weights(rules.order_exponent, rules.loyalty_weight, rules.prepay_weight)
    keys = [f"{order.firm} {order.site}" for order in orders] + [OUTSIDE]
    shares = water_fill(supply, [ask.cards for ask in asks], allocation.weigh(state.rule, asks, by), keys)
    return posted, shares[:-1], shares[-1]


def _ask(race: "Race", maker: "Chipmaker", order: CardOrder, paid: float) -> Ask:
    """`paid` is the part of its price that a tenant has paid."""
    rules = race.level.rules.chips
    return Ask(
        order.firm,
        order.cards,
        race.world.month - order.placed,
        race.world.firms[order.firm].loyalty.get(maker.key, 0.0),
        max(rules.ready_floor, _readiness(race, order)),
        max(order.prepay, paid),
        silicon.rivalry(race, order.firm, order.chip),
        order.bid_usd or maker.state.price_usd[order.chip],
    )


def paid_by_tenants(race: "Race") -> dict[str, float]:
    """The part of the price of what is on order that tenants have paid, by anchored site that does not serve yet.

    It is paid for as many cards as the tenant rents, and not for those that have come.
    """
    world, chips, found = race.world, race.level.chips, {}
    balances = world.books.balances
    for anchor in world.anchors:
        if anchor.prepay and anchor.started < 0:
            kinds = race.chips_at(anchor.site)
            stands = fsum([balances[unit].get(anchor.site, 0) * h100e for _, unit, h100e, _, _ in kinds])
            ordered = fsum([each.cards * chips[each.chip].h100e for each in race.lists.orders_at(anchor.site)])
            found[anchor.site] = anchor.prepay * max(0.0, min(1.0, (anchor.h100e - stands) / max(ordered, 1.0)))
    return found


def worth_usd(race: "Race", chip: str, month: int) -> int:
    """What a card is worth to whoever gets it in a month, in USD: the same to all, and nobody knows it (model 2)."""
    rules = race.level.rules.chips
    luck = chance.between(-1.0, 1.0, race.world.seed, "world", "worth " + chip, (month - 1) // QUARTER)
    return int(race.level.chips[chip].price_usd * (1.0 + rules.card_margin + rules.worth_drift * luck))


def estimate_usd(race: "Race", firm: str, chip: str, month: int) -> int:
    """What a firm believes it to be: off by up to the spread, evenly, for each on its own."""
    spread = race.level.rules.chips.worth_spread * race.level.chips[chip].price_usd
    off = chance.between(-1.0, 1.0, race.world.seed, firm, "worth " + chip, (month - 1) // QUARTER)
    return int(worth_usd(race, chip, month) + spread * off)


def _dedicated(race: "Race", maker: "Chipmaker", orders: list[CardOrder], given: dict[str, float], h100e: float) -> int:
    """Cards that reserved capacity has made go to who reserved it, at the posted price; returns how many."""
    if not maker.state.dedicated:
        return 0
    sold = 0
    for order in orders:
        key = f"{order.firm} {order.chip}"
        own = min(order.cards, maker.state.dedicated.get(key, 0))
        taken = _deliver(race, maker, order, own, maker.state.price_usd[order.chip]) if own else 0
        if taken:
            maker.state.dedicated[key] -= taken
            given[order.firm] = given.get(order.firm, 0.0) + taken * h100e
            sold += taken
    return sold


def _game(race: "Race", maker: "Chipmaker", needed_h100e: float) -> None:
    """Outsiders learn what gaming pays: in a shortage their book goes towards the contest's equilibrium (model 2).

    An unfilled order costs a part of its deposit, so that the equilibrium falls as the deposit grows.
    """
    rules, state = race.level.rules.chips, maker.state
    scarcity = needed_h100e / max(1.0, 3.0 * state.made_h100e)
    target = 1.0
    if scarcity > 1.0 and state.rule in allocation.REWARDS_SIZE:
        cost = rules.deposit * (rules.order_carry + rules.cancel_fee)
        book = allocation.contest(rules.card_margin, cost, rules.outside_buyers)
        inflated = min(rules.phantom_most, max(1.0, book / scarcity))
        target += rules.gaming * (inflated - 1.0)
    state.phantom += rules.smoothing * (target - state.phantom)


def _readiness(race: "Race", order: CardOrder) -> float:
    """Power that stands free at the order's site over the power that it needs ("avoid allocating unnecessarily")."""
    balances = race.world.books.balances
    have = balances[GRID_KW].get(order.site, 0) + balances[TURBINE_KW].get(order.site, 0)
    free = have - race.world.sites[order.site].need_kw
    need = order.cards * race.level.chips[order.chip].facility_kw
    if free >= need or need <= 0:
        return 1.0
    return free / need if free > 0 else 0.0


def _outside_cards(
    maker: "Chipmaker", chip_key: str, h100e: float, supply_h100e: float, supply: int, race: "Race"
) -> int:
    """Orders of buyers outside the race: spread over the chips on sale, fewer when the price is high."""
    if supply <= 0 or supply_h100e <= 0 or race.level.chips[chip_key].buyers:
        return 0
    heat = maker.state.price_usd[chip_key] / max(1, maker.chips[chip_key].price_usd)
    part = supply * h100e / supply_h100e
    rules = race.level.rules.chips
    wanted = maker.state.outside_h100e * part * heat ** (-rules.outside_elasticity)
    if race.world.month < race.world.public.export_until and h100e >= rules.export_h100e:
        wanted *= 1.0 - rules.export_abroad * race.world.public.export_closed
    return int(wanted / h100e)


def _deliver(race: "Race", maker: "Chipmaker", order: CardOrder, cards: int, price_usd: int) -> int:
    """Charge the firm for the cards it can pay, ship them and shrink the order; returns how many."""
    world = race.world
    unit_usd = int(price_usd * (1.0 - order.discount + race.level.rules.chips.integration))
    if cards <= 0:
        return 0
    deposit_each = order.deposit_usd // order.cards
    due_each = max(1, unit_usd - deposit_each)
    cards = min(cards, world.books.held("usd", order.firm) // due_each)
    if cards <= 0:
        return 0
    world.books.pay(order.firm, "~" + maker.key, cards * due_each, "cards")
    order.deposit_usd -= cards * deposit_each
    order.cards -= cards
    if order.cards == 0 and order.deposit_usd > 0:
        world.books.pay("~" + maker.key, order.firm, order.deposit_usd, "refund")
        order.deposit_usd = 0
    if order.chip in race.own_chips:
        maker.state.built[order.chip] = maker.state.built.get(order.chip, 0) + cards
    world.shipments.append(Shipment(order.site, order.chip, cards, world.month + race.level.rules.chips.ship_months))
    return cards


def card_cost_usd(race: "Race", chip_key: str, discount: float = 0.0) -> int:
    """Dollars per card, its share of server and network included."""
    price = race.maker_of[chip_key].state.price_usd[chip_key]
    return int(price * (1.0 - discount + race.level.rules.chips.integration))


def _remember(race: "Race", maker: "Chipmaker", given: dict[str, float], wanted_h100e: float) -> None:
    """Loyalty follows deliveries; tightness follows orders over what can be built in a quarter."""
    rules = race.level.rules.chips
    total = fsum(given.values())
    if total > 0:
        key, memory = maker.key, rules.loyalty_memory
        for firm, state in race.world.firms.items():
            loyalty, is_served = state.loyalty, firm in given
            if is_served or key in loyalty:
                held = loyalty.get(key, 0.0)
                fresh = given[firm] / total if is_served else 0.0
                if held or fresh:
                    loyalty[key] = memory * held + (1.0 - memory) * fresh
    quarter = max(1.0, 3.0 * maker.state.made_h100e)
    maker.state.tightness += rules.smoothing * (wanted_h100e / quarter - maker.state.tightness)


def arrive(race: "Race") -> None:
    """Shipments that are due stand in their hall (or wait beside it)."""
    world = race.world
    due = [shipment for shipment in world.shipments if shipment.due <= world.month]
    if not due:
        return
    world.shipments = [shipment for shipment in world.shipments if shipment.due > world.month]
    for shipment in due:
        unit = card_unit(shipment.chip)
        if shipment.site not in world.books.balances[unit]:
            race.forget_chips_at(shipment.site)
        world.books.move(unit, "~makers", shipment.site, shipment.cards, "delivery")
        if shipment.cards >= LARGE_DELIVERY:
            site = world.sites[shipment.site]
            world.tell(
                "truck",
                "news-delivery",
                site.firm,
                1,
                cards=shipment.cards,
                chip=race.level.chips[shipment.chip].name,
                site=site.name,
            )
