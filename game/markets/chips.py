"""Accelerators: what can be built this month, at what price, and who gets it (model 2).

Supply is the least of packaging and memory, and each chip takes wafers as it ramps. A maker rations by
score = orders^a (1 + lambda loyalty) ready; the rule's name stands in the level.
"""

from math import fsum
from typing import TYPE_CHECKING

from agents.books import GRID_KW, TURBINE_KW, card_unit
from game.markets.rationing import water_fill
from game.world import CardOrder, Shipment
from levels.calendar import QUARTER, index_of

if TYPE_CHECKING:
    from agents.chipmaker import Chipmaker
    from game.race import Race

OUTSIDE = "~outside"
STOCK_MONTHS = 2
"""Unsold cards that a maker keeps, in months of what it makes; more is not made."""
HEAD_START = 2.0
"""With `first_come`, what a month of earlier placing is worth."""


def post(race: "Race") -> None:
    """Makers work out what next month's wafers and memory let them ship, and their prices."""
    world, level = race.world, race.level
    month = world.month + 1
    wafers_of = {}
    for foundry in race.foundries:
        first, now = foundry.state.wafers[0], foundry.state.wafers[min(month, len(foundry.state.wafers) - 1)]
        taken = race.taken_by_buyers.get(foundry.key, 0.0)
        wafers_of[foundry.key] = (first + world.drawn.slip * (now - first)) * (1.0 - taken)
    stacks_left = fsum(memory.state.stacks_per_month for memory in race.memory)
    lines: list[tuple[Chipmaker, str, float]] = []
    stacks_needed = 0.0
    for maker in race.makers:
        wafers = wafers_of[maker.facts.foundry] * maker.facts.wafer_share
        for chip_key, part in chip_mix(race, maker, month).items():
            chip = level.chips[chip_key]
            cards = wafers * part * chip.cards_per_wafer * world.drawn.chip_yield
            stacks_needed += cards * chip.hbm_stacks
            lines.append((maker, chip_key, cards))
    memory_limit = min(1.0, stacks_left / stacks_needed) if stacks_needed else 1.0
    if month <= world.public.supply_cut_until:
        memory_limit *= 1.0 - world.public.supply_cut
    for memory in race.memory:
        memory.expand(stacks_needed / max(1.0, stacks_left), level.rules.chips)
    for maker in race.makers:
        maker.state.made_h100e = 0.0
        maker.state.outside_h100e *= 1.0 + level.rules.chips.outside_growth
        maker.state.supply = {chip: cards for chip, cards in maker.state.supply.items() if cards > 0}
    for maker, chip_key, cards in lines:
        made = int(cards * memory_limit)
        maker.state.made_h100e += made * level.chips[chip_key].h100e
        stock = maker.state.supply.get(chip_key, 0)
        maker.state.supply[chip_key] = made + min(stock, STOCK_MONTHS * made)
    for maker in race.makers:
        for chip_key in maker.chips:
            maker.state.price_usd[chip_key] = maker.price(
                chip_key, months_since_successor(race, maker, chip_key, month), level.rules.chips
            )


def chip_mix(race: "Race", maker: "Chipmaker", month: int) -> dict[str, float]:
    """Part of the maker's wafers that each chip takes: newest first as far as it has ramped, the oldest the rest."""
    left, mix = 1.0, {}
    lines = race.chip_lines[maker.key]
    for position, (chip_key, available, ramp, retires) in enumerate(lines):
        if month < available or month >= retires:
            continue
        is_oldest = all(month < other[1] or month >= other[3] for other in lines[position + 1 :])
        part = left if is_oldest else left * min(1.0, (month - available + 1) / max(1, ramp))
        mix[chip_key] = part
        left -= part
    return mix


def lines_of(race: "Race") -> dict[str, list[tuple[str, int, int, int]]]:
    """By maker its chips, newest first: (chip, first month, months of ramp, month it is retired)."""
    start = race.level.start
    return {
        maker: sorted(
            (
                (key, index_of(c.available, start), c.ramp_months, index_of(c.retires, start) if c.retires else 10_000)
                for key, c in race.level.chips.items()
                if c.maker == maker
            ),
            key=lambda line: (-line[1], line[0]),
        )
        for maker in race.level.makers
    }


def months_since_successor(race: "Race", maker: "Chipmaker", chip_key: str, month: int) -> int:
    """Months for which a chip of the same maker and buyers has been on sale that is newer; 0 or less before."""
    own = race.level.chips[chip_key]
    start = race.level.start
    first = index_of(own.available, start)
    later = [
        available
        for key, available, _, _ in race.chip_lines[maker.key]
        if available > first and race.level.chips[key].buyers == own.buyers
    ]
    return month - min(later) if later else 0


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
    for order in world.orders:
        placed.setdefault(order.chip, []).append(order)
    for maker in race.makers:
        booked = outside_h100e = 0.0
        given: dict[str, float] = {}
        supply_h100e = fsum(cards * race.level.chips[chip].h100e for chip, cards in maker.state.supply.items())
        for chip_key in maker.chips:
            orders = placed.get(chip_key, [])
            supply = maker.state.supply.get(chip_key, 0)
            h100e = race.level.chips[chip_key].h100e
            outside = _outside_cards(maker, chip_key, h100e, supply_h100e, supply, race)
            backlog = sum(order.cards for order in orders)
            maker.state.ordered[chip_key] = backlog + outside
            booked += backlog * h100e
            outside_h100e += outside * h100e
            if supply <= 0:
                continue
            keys = [f"{order.firm} {order.site}" for order in orders] + [OUTSIDE]
            wanted = [order.cards for order in orders] + [outside]
            scores = [_score(race, maker, order) for order in orders]
            scores.append(max(outside, 1) ** rules.order_exponent)
            shares = water_fill(supply, wanted, scores, keys)
            sold = shares[-1]
            for order, cards in zip(orders, shares, strict=False):
                taken = _deliver(race, maker, order, cards)
                sold += taken
                given[order.firm] = given.get(order.firm, 0.0) + taken * h100e
            maker.state.supply[chip_key] = supply - sold
        if (world.month - 1) % QUARTER == 0:
            maker.state.booked_h100e = booked
        _remember(race, maker, given, maker.state.booked_h100e + 3.0 * outside_h100e)
    world.orders = [order for order in world.orders if order.cards > 0]
    for foundry in race.foundries:
        makers = [maker for maker in race.makers if maker.facts.foundry == foundry.key]
        weight = fsum(maker.facts.wafer_share for maker in makers)
        pressure = fsum(maker.state.tightness * maker.facts.wafer_share for maker in makers) / max(weight, 1e-9)
        foundry.expand(world.month, pressure, rules)


def _score(race: "Race", maker: "Chipmaker", order: CardOrder) -> float:
    rules = race.level.rules.chips
    if maker.facts.rule == "proportional":
        return float(order.cards)
    if maker.facts.rule == "first_come":
        return HEAD_START ** max(0, race.world.month - order.placed) * order.cards
    loyalty = race.world.firms[order.firm].loyalty.get(maker.key, 0.0)
    ready = max(rules.ready_floor, _readiness(race, order))
    return float(order.cards**rules.order_exponent * (1.0 + rules.loyalty_weight * loyalty) * ready)


def _readiness(race: "Race", order: CardOrder) -> float:
    """Power that stands free at the order's site over the power that it needs ("avoid allocating unnecessarily")."""
    books = race.world.books
    have = books.held(GRID_KW, order.site) + books.held(TURBINE_KW, order.site)
    free = have - race.world.sites[order.site].need_kw
    need = order.cards * race.level.chips[order.chip].facility_kw
    return min(1.0, max(0.0, free / need)) if need > 0 else 1.0


def _outside_cards(
    maker: "Chipmaker", chip_key: str, h100e: float, supply_h100e: float, supply: int, race: "Race"
) -> int:
    """Orders of buyers outside the race: spread over the chips on sale, fewer when the price is high."""
    if supply <= 0 or supply_h100e <= 0 or race.level.chips[chip_key].buyers:
        return 0
    heat = maker.state.price_usd[chip_key] / max(1, maker.chips[chip_key].price_usd)
    part = supply * h100e / supply_h100e
    wanted = maker.state.outside_h100e * part * heat ** (-race.level.rules.chips.outside_elasticity)
    return int(wanted / h100e)


def _deliver(race: "Race", maker: "Chipmaker", order: CardOrder, cards: int) -> int:
    """Charge the firm for the cards it can pay, ship them and shrink the order; returns how many."""
    world = race.world
    unit_usd = card_cost_usd(race, order.chip, order.discount)
    deposit_each = order.deposit_usd // order.cards if order.cards else 0
    due_each = max(1, unit_usd - deposit_each)
    affordable = max(0, world.books.held("usd", order.firm)) // due_each
    cards = min(cards, affordable)
    if cards <= 0:
        return 0
    world.books.pay(order.firm, "~" + maker.key, cards * due_each, "cards")
    order.deposit_usd -= cards * deposit_each
    order.cards -= cards
    if order.cards == 0 and order.deposit_usd > 0:
        world.books.pay("~" + maker.key, order.firm, order.deposit_usd, "refund")
        order.deposit_usd = 0
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
        for firm, state in race.world.firms.items():
            held = state.loyalty.get(maker.key, 0.0)
            fresh = given.get(firm, 0.0) / total
            if held or fresh:
                state.loyalty[maker.key] = rules.loyalty_memory * held + (1.0 - rules.loyalty_memory) * fresh
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
        race.forget_chips_at(shipment.site)
        world.books.move(card_unit(shipment.chip), "~makers", shipment.site, shipment.cards, "delivery")
        if shipment.cards >= 5_000:
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
