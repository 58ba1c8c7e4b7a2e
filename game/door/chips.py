"""Orders of the chips desk: cards, reserved capacity, own chips and leased compute."""

from typing import TYPE_CHECKING

from agents.desk import Refusal
from agents.orders import CancelCards, FundChip, LeaseCompute, OrderCards, ReserveCapacity
from game.door.planned import Granted, Planned, grant, line, refuse
from game.markets import chips, deals, silicon, supply, ties
from game.world import CardOrder, Reservation
from levels.calendar import QUARTER

if TYPE_CHECKING:
    from game.race import Race


def _discount(race: "Race", firm: str, order: OrderCards) -> float:
    """Volume discount, in proportion up to the size that earns it in full, and what a chip of one's own is worth."""
    rules = race.level.rules.chips
    part = order.cards / max(1, rules.discount_cards)
    size = rules.discount * (part if part < 1.0 else 1.0)
    return size + silicon.bargain(race, firm, order.chip)


def _due_now(race: "Race", order: OrderCards, each: int) -> int:
    """The deposit, or the part of the whole price (`each` a card) paid in advance if that is more, in USD."""
    rules, offer = race.level.rules.chips, race.world.offers.chips[order.chip]
    return max(int(order.cards * offer.price_usd * rules.deposit), int(order.cards * each * order.prepay))


def is_barred(race: "Race", firm: str, chip: str) -> bool:
    """Whether export controls keep a chip from a firm."""
    return race.level.firms[firm].export_limited and race.level.chips[chip].h100e >= race.level.rules.chips.export_h100e


def check_order(race: "Race", firm: str, planned: Planned, order: OrderCards) -> Granted | Refusal:
    world, rules = race.world, race.level.rules.chips
    chip, offer = race.level.chips.get(order.chip), world.offers.chips.get(order.chip)
    site = world.sites.get(order.site)
    if site is None or site.firm != firm:
        return refuse("refuse-not-your-site", site=order.site)
    if chip is None or offer is None:
        return refuse("refuse-not-on-sale", chip=order.chip)
    if chip.buyers and firm not in chip.buyers:
        return refuse("refuse-not-a-buyer", chip=chip.name)
    if is_barred(race, firm, order.chip):
        return refuse("refuse-export", chip=chip.name)
    if not 0.0 <= order.prepay <= 1.0 or order.bid_usd < 0:
        return refuse("refuse-prepay")
    on_order = sum([o.cards for o in race.lists.orders_of(firm) if o.chip == order.chip])
    most = int(offer.next_year_cards * rules.largest_order) - on_order - planned.of("cards " + order.chip)
    if not 0 < order.cards <= most:
        return refuse("refuse-order-size", most=max(0, most), cards=max(0, most), chip=chip.name)
    each = chips.card_cost_usd(race, order.chip, _discount(race, firm, order))
    deposit = _due_now(race, order, each)
    fill, wait = _forecast(race, order.chip, order.cards)
    lines = [
        line("quote-prepaid" if order.prepay > rules.deposit else "quote-deposit", deposit),
        line("quote-cards-later", money=max(0, order.cards * each - deposit)),
        line("quote-kw", mw=round(order.cards * chip.facility_kw / 1000.0, 1)),
    ]
    return grant(deposit, lines, world.month + wait, fill=fill, **{"cards " + order.chip: order.cards})


def _forecast(race: "Race", chip: str, cards: int) -> tuple[float, int]:
    """Part of an order that a quarter's cards would fill, and months until it arrives, by what the maker expects."""
    offer, ship_months = race.world.offers.chips[chip], race.level.rules.chips.ship_months
    monthly = (offer.supply_cards or offer.next_year_cards // 12) or 1
    ordered = offer.ordered_cards + cards
    wait = (round(ordered / monthly) or 1) + ship_months
    until_first = supply.first_month(race, chip) - race.world.month - 1
    if until_first > 0:
        return 0.0, until_first + wait
    return min(1.0, QUARTER * monthly / ordered), wait


def do_order(race: "Race", firm: str, order: OrderCards) -> None:
    offer = race.world.offers.chips[order.chip]
    discount = _discount(race, firm, order)
    deposit = _due_now(race, order, chips.card_cost_usd(race, order.chip, discount))
    race.world.books.pay(firm, "~" + offer.maker, deposit, "deposit")
    race.world.orders.append(
        CardOrder(
            firm,
            order.chip,
            order.site,
            order.cards,
            deposit,
            discount,
            race.world.month,
            order.prepay,
            order.bid_usd,
        )
    )


def check_cancel(race: "Race", firm: str, planned: Planned, order: CancelCards) -> Granted | Refusal:
    mine = [o for o in race.lists.orders_of(firm) if o.chip == order.chip and o.site == order.site]
    if not mine or planned.of(f"cancel {order.chip} {order.site}"):
        return refuse("refuse-nothing-to-cancel")
    back = sum(_refund_usd(race, o) for o in mine)
    reserves = {f"cancel {order.chip} {order.site}": 1}
    return grant(-back, [line("quote-refund", -back)], race.world.month + 1, **reserves)


def do_cancel(race: "Race", firm: str, order: CancelCards) -> None:
    world = race.world
    maker = "~" + race.level.chips[order.chip].maker
    for o in world.orders:
        if o.firm == firm and o.chip == order.chip and o.site == order.site:
            world.books.pay(maker, firm, _refund_usd(race, o), "refund")
            o.cards = 0
    world.orders = [o for o in world.orders if o.cards > 0]


def _refund_usd(race: "Race", order: CardOrder) -> int:
    """What comes back of a cancelled order: all that was paid, less the fee on what a deposit would have been."""
    rules = race.level.rules.chips
    price = race.maker_of[order.chip].state.price_usd[order.chip]
    plain = order.deposit_usd if not order.prepay else int(order.cards * price * rules.deposit)
    return order.deposit_usd - int(min(order.deposit_usd, plain) * rules.cancel_fee)


def check_reserve(race: "Race", firm: str, planned: Planned, order: ReserveCapacity) -> Granted | Refusal:
    world, rules = race.world, race.level.rules.chips
    chip = race.level.chips.get(order.chip)
    if chip is None or order.chip not in race.maker_of:
        return refuse("refuse-not-on-sale", chip=order.chip)
    if chip.buyers and firm not in chip.buyers:
        return refuse("refuse-not-a-buyer", chip=chip.name)
    name = f"reserve {order.supplier} {chip.maker}"
    most = supply.reservable(race, order.chip, order.supplier) - planned.of(name)
    if not 0 < order.cards <= max(0, most):
        return refuse("refuse-reserve-size", most=max(0, most), cards=max(0, most), chip=chip.name)
    fee = _reserve_usd(race, order)
    starts = world.month + supply.lead_months(race, order.supplier)
    lines = [line("quote-capacity", fee), line("quote-capacity-term", months=rules.reserve_months)]
    return grant(fee, lines, starts, **{name: order.cards})


def _reserve_usd(race: "Race", order: ReserveCapacity) -> int:
    """A supplier's price for capacity that it builds for one customer: a part of the price of all its cards."""
    rules = race.level.rules.chips
    price = race.level.chips[order.chip].price_usd
    return int(order.cards * rules.reserve_months * price * rules.reserve_fee)


def do_reserve(race: "Race", firm: str, order: ReserveCapacity) -> None:
    world, rules = race.world, race.level.rules.chips
    maker = race.level.chips[order.chip].maker
    starts = world.month + supply.lead_months(race, order.supplier)
    world.books.pay(firm, "~suppliers", _reserve_usd(race, order), "reservation")
    world.reservations.append(
        Reservation(firm, maker, order.chip, order.supplier, order.cards, starts, starts + rules.reserve_months)
    )
    name = race.level.chips[order.chip].name
    world.tell("cpu", "news-reserve-" + order.supplier, firm, 0, cards=order.cards, chip=name)


def check_fund(race: "Race", firm: str, planned: Planned, order: FundChip) -> Granted | Refusal:
    world, rules = race.world, race.level.rules.silicon
    facts, partner = race.level.firms[firm].silicon, race.level.partners.get(order.partner)
    programme = world.programmes.get(firm)
    if facts is None or partner is None:
        return refuse("refuse-no-silicon")
    if (programme is not None and programme.ready >= 0) or planned.of("own chip"):
        return refuse("refuse-chip-done", chip=race.level.chips[facts.chip].name)
    if order.usd_per_quarter == 0 and programme is not None and programme.usd_per_quarter:
        return grant(0, [line("quote-chip-rest")], world.month + 1, **{"own chip": 1})
    if programme and (programme.partner, programme.usd_per_quarter) == (order.partner, order.usd_per_quarter):
        return refuse("refuse-no-change")
    low, high = (int(partner.usd_per_quarter * part) for part in (rules.funding_low, rules.funding_high))
    if not low <= order.usd_per_quarter <= high:
        return refuse("refuse-chip-funding", most=high, low=low, high=high)
    ready = silicon.expected_month(race, firm, order.partner, order.usd_per_quarter)
    chip = race.level.chips[facts.chip]
    relative = chip.h100e / silicon.best_merchant_h100e(race, firm, ready)
    cards = silicon.break_even_cards(race, firm, order.partner, order.usd_per_quarter)
    lines = [
        line("quote-chip-fee", money=order.usd_per_quarter),
        line("quote-chip-respin", chance=partner.respin),
        line("quote-chip-relative", share=round(relative, 3)),
        line("quote-chip-break-even", cards=cards) if cards else line("quote-chip-never"),
    ]
    return grant(0, lines, ready, **{"own chip": 1})


def do_fund(race: "Race", firm: str, order: FundChip) -> None:
    silicon.start(race, firm, order.partner, order.usd_per_quarter)


def check_lease(race: "Race", firm: str, planned: Planned, order: LeaseCompute) -> Granted | Refusal:
    rules, own = race.level.rules.leases, deals.is_own_core(race, firm, order.operator)
    offer = deals.core_offer(race, firm) if own else race.world.offers.leases.get(order.operator)
    if offer is None or order.operator == firm:
        return refuse("refuse-no-lessor", operator=order.operator)
    if not own and not deals.may_lease(race, firm, order.operator) and not planned.of("waiver"):
        partner = deals.exclusive_partner(race, firm)
        return refuse("refuse-exclusive", partner=race.level.firms[partner].name)
    name = f"lease {order.operator} {order.built}"
    most = (offer.built_h100e if order.built else offer.now_h100e) - planned.of(name)
    if not 0 < order.h100e <= most:
        return refuse("refuse-lease-size", most=max(0, most), h100e=max(0, most))
    if not rules.shortest_months <= order.months <= rules.longest_months:
        return refuse(
            "refuse-lease-term", most=rules.longest_months, least=rules.shortest_months, months=rules.longest_months
        )
    monthly = int(order.h100e * offer.rent_usd * race.level.rules.power.hours_per_month)
    deposit = 0 if own else monthly * rules.deposit_months
    lines = [line("quote-lease-deposit", deposit), line("quote-rent", money=monthly, rent=round(offer.rent_usd, 2))]
    ready = race.world.month + 1 + (rules.build_ahead_months if order.built else 0)
    others = race.world.lease_asks.get(order.operator, offer.now_h100e)
    fill = 1.0 if own or order.built else min(1.0, offer.now_h100e / max(1, order.h100e + others))
    return grant(deposit, lines, ready, fill=fill, **{name: order.h100e})


def do_lease(race: "Race", firm: str, order: LeaseCompute) -> None:
    operator = order.operator if order.built else ties.first_refused(race, firm, order.operator, order.h100e)
    race.world.bids.leases.append((operator, firm, order.h100e, order.months, order.built))
