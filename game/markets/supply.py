"""What the makers can ship: packaging, logic and memory, each with its own path, and which of them binds (model 2).

Packaging is shared by the makers in fixed parts; logic and memory go to who needs them, after what is reserved.
"""

from typing import TYPE_CHECKING

from agents.foundry import at, planned_growth
from game.exact import ExactSum
from levels.calendar import index_of

if TYPE_CHECKING:
    from agents.chipmaker import Chipmaker
    from game.race import Race
    from levels.schema import Level

NEVER = 10_000
"""Month in which something comes that never does."""
INPUTS = ("packaging", "logic", "memory")
"""What a card needs, and each may bind."""
STOCK_MONTHS = 2
"""Unsold cards that a maker keeps, in months of what it makes; more is not made."""


def post(race: "Race") -> None:
    """Makers work out what next month's packaging, logic and memory let them ship, and their prices."""
    world, level = race.world, race.level
    month = world.month + 1
    if world.reservations:
        world.reservations = [each for each in world.reservations if each.ends > month]
    reserved = _reserved(race, month)
    packaged = _packaged(race, reserved, month)
    logic: dict[str, float] = {}
    stacks = 0.0
    for maker, chip_key, cards in packaged:
        chip, source = level.chips[chip_key], maker.facts.foundry
        logic[source] = logic.get(source, 0.0) + cards / chip.cards_per_logic_wafer
        stacks += cards * chip.hbm_stacks
    logic_part = {}
    for foundry in race.foundries:
        need = logic.get(foundry.key, 0.0)
        have = at(foundry.state.logic, month) if foundry.state.logic else need
        logic_part[foundry.key] = _open_part(race, foundry.key, month, have, need)
        foundry.expand_logic(month, need, level.rules.chips)
    have = sum(at(memory.state.stacks, month) for memory in race.memory)
    memory_part = _open_part(race, "memory", month, have, stacks)
    _expand_memory(race, month, have, stacks)
    cut = 1.0 - world.public.supply_cut if month <= world.public.supply_cut_until else 1.0
    for maker in race.makers:
        state = maker.state
        state.made_h100e = 0.0
        state.outside_h100e *= 1.0 + level.rules.chips.outside_follow * race.world.public.capex_pace
        state.supply = {chip: cards for chip, cards in state.supply.items() if cards > 0}
        state.dedicated = {}
    limits: dict[str, list[float]] = {}
    """By maker the H100e that each of INPUTS would let it make."""
    for maker, chip_key, cards in packaged:
        chip, state = level.chips[chip_key], maker.state
        h100e = chip.h100e
        by_logic = _served(cards, reserved.get((chip_key, "logic"), 0), logic_part[maker.facts.foundry])
        by_memory = _served(cards, reserved.get((chip_key, "memory"), 0), memory_part)
        made = int(min(cards, by_logic, by_memory) * cut)
        state.made_h100e += made * h100e
        if world.reservations:
            _dedicate(race, maker, chip_key, made, month)
        stock = state.supply.get(chip_key, 0)
        state.supply[chip_key] = made + min(stock, STOCK_MONTHS * made)
        if maker.key not in limits:
            limits[maker.key] = [0.0] * len(INPUTS)
        most = limits[maker.key]
        most[0] += cards * h100e
        most[1] += by_logic * h100e
        most[2] += by_memory * h100e
    for maker in race.makers:
        if maker.key in limits:
            most = limits[maker.key]
            maker.state.bottleneck = INPUTS[most.index(min(most))]
        for chip_key in maker.chips:
            if chip_key in race.own_chips:
                made = maker.state.built.get(chip_key, 0)
                maker.state.price_usd[chip_key] = unit_cost_usd(race, chip_key, made)
            else:
                since = months_since_successor(race, chip_key, month)
                maker.state.price_usd[chip_key] = maker.price(chip_key, since, level.rules.chips)


def _packaged(race: "Race", reserved: dict[tuple[str, str], int], month: int) -> list[tuple["Chipmaker", str, float]]:
    """Cards of each line that packaging allows, what is built for reservations included."""
    world, lines = race.world, []
    for foundry in race.foundries:
        first, now = foundry.state.wafers[0], at(foundry.state.wafers, month)
        taken = race.taken_by_buyers.get(foundry.key, 0.0)
        wafers = (first + world.drawn.slip * (now - first)) * (1.0 - taken)
        for maker in race.makers:
            if maker.facts.foundry != foundry.key:
                continue
            share = wafers * maker.facts.wafer_share
            for chip_key, part in chip_mix(race, maker, month).items():
                cards = share * part * race.level.chips[chip_key].cards_per_wafer * world.drawn.chip_yield
                if reserved:
                    cards += reserved.get((chip_key, "packaging"), 0)
                lines.append((maker, chip_key, cards))
    return lines


def _reserved(race: "Race", month: int) -> dict[tuple[str, str], int]:
    """By chip and input the cards a month for which new capacity is reserved."""
    found: dict[tuple[str, str], int] = {}
    for each in race.world.reservations:
        if each.starts <= month < each.ends:
            key = (each.chip, each.input)
            found[key] = found.get(key, 0) + each.cards
    return found


def _open_part(race: "Race", pool: str, month: int, have: float, need: float) -> float:
    """The part of unreserved need that the unreserved capacity of logic at a foundry, or of memory, can serve."""
    if not race.world.reservations:
        return min(1.0, have / need) if need > 0 else 1.0
    served = 0.0
    for each in race.world.reservations:
        chip = race.level.chips[each.chip]
        if each.starts <= month < each.ends:
            if each.input == "memory" and pool == "memory":
                served += each.cards * chip.hbm_stacks
            elif each.input == "logic" and race.maker_of[each.chip].facts.foundry == pool:
                served += each.cards / chip.cards_per_logic_wafer
    return min(1.0, have / (need - served)) if need > served else 1.0


def _served(cards: float, reserved: int, open_part: float) -> float:
    """Cards of a line that an input allows: what is reserved for it first, then its part of the rest."""
    own = min(cards, float(reserved)) if reserved else 0.0
    return own + open_part * (cards - own)


def lead_months(race: "Race", supplier: str) -> int:
    """Months until new capacity of a supplier runs, shipping of the cards included."""
    rules = race.level.rules.chips
    return {"packaging": rules.expansion_lead, "logic": rules.logic_lead, "memory": rules.memory_lead}[supplier]


def reservable(race: "Race", chip_key: str, supplier: str) -> int:
    """Cards a month for which a supplier would still build capacity on a firm's account."""
    rules, level = race.level.rules.chips, race.level
    chip, month = level.chips[chip_key], race.world.month + lead_months(race, supplier)
    foundry = race.world.foundries[level.makers[chip.maker].foundry]
    units = {
        "packaging": at(foundry.wafers, month) * chip.cards_per_wafer,
        "logic": (at(foundry.logic, month) if foundry.logic else 0) * chip.cards_per_logic_wafer,
        "memory": sum(at(memory.stacks, month) for memory in race.world.memory.values()) / chip.hbm_stacks,
    }
    return max(0, int(units[supplier] * rules.reserve_most - _taken(race, chip_key, supplier, month)))


def _taken(race: "Race", chip_key: str, supplier: str, month: int) -> float:
    """What is reserved of an input beyond a month, in cards of a chip; new reservations are added to what is known."""
    entries, chips = race.lists.reservations_of(supplier), race.level.chips
    known, at_month, count, taken = race.reserved.get((chip_key, supplier), ((), -1, 0, ExactSum()))
    if known is not entries or at_month != month:
        count, taken = 0, ExactSum()
    for each in entries[count:]:
        if each.ends > month:
            taken.add(each.cards * chips[each.chip].h100e / chips[chip_key].h100e)
    race.reserved[chip_key, supplier] = (entries, month, len(entries), taken)
    return taken.value()


def _dedicate(race: "Race", maker: "Chipmaker", chip: str, made: int, month: int) -> None:
    """What reservations have made possible goes first to who paid for them: packaging, or the input that was short."""
    for each in race.world.reservations:
        helps = each.input == "packaging" or each.input == maker.state.bottleneck
        if each.maker == maker.key and each.chip == chip and each.starts <= month < each.ends and helps:
            key = f"{each.firm} {chip}"
            maker.state.dedicated[key] = min(made, maker.state.dedicated.get(key, 0) + each.cards)


def _expand_memory(race: "Race", month: int, have: float, need: float) -> None:
    planned = max(planned_growth(f.state, month, race.level.rules.chips.memory_lead) for f in race.foundries)
    for memory in race.memory:
        part = at(memory.state.stacks, month) / max(1.0, have)
        memory.expand(month, need * part, planned, race.level.rules.chips)


def chip_mix(race: "Race", maker: "Chipmaker", month: int) -> dict[str, float]:
    """Part of the maker's wafers that each chip takes: newest first as far as it has ramped, the oldest the rest.

    A firm's first own chip has no older one beside it, and ramps all the same.
    """
    known = race.chip_mixes.get((maker.key, month))
    if known is not None:
        return known
    left, mix = 1.0, {}
    lines = race.chip_lines[maker.key]
    for position, (chip_key, available, ramp, retires) in enumerate(lines):
        if month < available or month >= retires:
            continue
        is_oldest = all(month < other[1] or month >= other[3] for other in lines[position + 1 :])
        ramped = min(1.0, (month - available + 1) / max(1, ramp))
        is_only = is_oldest and position == 0 and chip_key in race.own_chips
        part = left if is_oldest and not is_only else left * ramped
        mix[chip_key] = part
        left -= part
    race.chip_mixes[maker.key, month] = mix
    return mix


def index_lines(race: "Race") -> None:
    """Work out the lines of all makers, at the start and when an own chip is done."""
    race.chip_lines, race.chip_mixes = _lines_of(race), {}
    race.first_months = {line[0]: line[1] for lines in race.chip_lines.values() for line in lines}


def _lines_of(race: "Race") -> dict[str, list[tuple[str, int, int, int]]]:
    """By maker its chips, newest first: (chip, first month, months of ramp, month it is retired)."""
    start, programmes = race.level.start, race.world.programmes

    def first(key: str, available: str) -> int:
        """An own chip comes when its programme is done, whatever the level has planned."""
        firm = race.own_chips.get(key)
        if firm is None:
            return index_of(available, start)
        return programmes[firm].ready if firm in programmes and programmes[firm].ready >= 0 else NEVER

    return {
        maker: sorted(
            (
                (key, first(key, c.available), c.ramp_months, index_of(c.retires, start) if c.retires else NEVER)
                for key, c in race.level.chips.items()
                if c.maker == maker
            ),
            key=lambda line: (-line[1], line[0]),
        )
        for maker in race.level.makers
    }


def first_month(race: "Race", chip_key: str) -> int:
    """Month in which a chip first ships."""
    return race.first_months[chip_key]


def successors_of(level: "Level") -> dict[str, int]:
    """By chip the month in which its maker's next one for the same buyers is to ship; NEVER if none is known."""
    first = {key: index_of(chip.available, level.start) for key, chip in level.chips.items()}
    return {
        key: min(
            (
                first[other]
                for other, its in level.chips.items()
                if its.maker == chip.maker and its.buyers == chip.buyers and first[other] > first[key]
            ),
            default=NEVER,
        )
        for key, chip in level.chips.items()
    }


def months_since_successor(race: "Race", chip_key: str, month: int) -> int:
    """Months since the maker's next chip for the same buyers was to ship; 0 or less before."""
    first = race.successors[chip_key]
    return month - first if first < NEVER else 0


def unit_cost_usd(race: "Race", chip_key: str, made: int) -> int:
    """Dollars for an own card when so many have been made: Wright's law, and the partner's margin on each."""
    rules, programme = race.level.rules.silicon, race.own_chips.get(chip_key)
    margin = 0.0
    if programme is not None and programme in race.world.programmes:
        margin = race.level.partners[race.world.programmes[programme].partner].margin
    learnt = max(1.0, made / max(1, rules.wright_cards)) ** -rules.wright_exponent
    return int(race.level.chips[chip_key].price_usd * learnt * (1.0 + margin))
