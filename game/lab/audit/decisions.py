"""Live decisions: at each turn, seat and desk, the game is forked with something else done at that desk.

A desk that has orders is put on standing orders for the turn; one that has none gives an order drawn from what the door
would grant (in place of the last one, when initiative is used up). A desk is live if the final score differs by at
least half a point. What is asked: three or more live desks a turn in the median, each desk live in two of five turns of
every seat, and no option taken in over 70 % of its offers.

An option is a kind of order, and where the kind leaves no question the answer that it asks for: a lab without a run
begins one as surely as it serves its customers, and decides how long it takes; who grows orders cards, and decides
which. So runs are counted by length (thirds of what the rules allow) and cards by chip; `kind_share` tells both by
kind alone.
"""

from statistics import median
from typing import Any, get_args

import msgspec

from agents import chance
from agents.desk import Quote
from agents.orders import Desk, Order, Plan, desk, name_of
from game.door import options
from game.lab.seats import minds_of
from game.race import Race
from game.world import World
from levels.loader import Resolved

LIVE_POINTS = 0.5
PARTS = 4
"""Of the game, told apart: what is done late has less time to tell."""
MAIN = {"start_run": "months", "order_cards": "chip"}
"""Kinds that are counted by this field."""
LENGTHS = ("short", "middle", "long")
"""Of runs."""
TRIES = 6
"""Orders that are drawn until the door grants one."""
DESK_NAMES: tuple[str, ...] = get_args(Desk)

_packer = msgspec.msgpack.Encoder()
_unpacker = msgspec.msgpack.Decoder(World)


Stop = tuple[bytes, dict[str, Plan]]
"""The world before a turn, and what everybody orders in it."""


class Piece(msgspec.Struct, frozen=True):
    """One game to be taken apart."""

    resolved: Resolved
    seed: int
    mind: str | None
    turns: int = 0
    """Turns that are taken apart, evenly over the game; 0 for all."""


class Found(msgspec.Struct):
    """What one game showed."""

    live: dict[str, list[dict[str, float]]] = {}
    """By seat, a turn's change of the final score by desk."""
    when: dict[str, list[float]] = {}
    """By seat, how far the game had come at each of these turns, 0 to 1."""
    offered: dict[str, int] = {}
    taken: dict[str, int] = {}
    """By option, over all seats and turns."""
    offered_kinds: dict[str, int] = {}
    taken_kinds: dict[str, int] = {}


def take_apart(piece: Piece) -> Found:
    """Play a game, and from each turn on once more for each seat and desk that had orders, without them."""
    minds = minds_of(piece.resolved.level, piece.mind) if piece.mind else {}
    race = Race(piece.resolved, piece.seed, minds, every_month=False)
    seats = [seat for seat in piece.resolved.level.seats if seat in race.world.firms]
    stops: list[Stop] = []
    found = Found(live={seat: [] for seat in seats}, when={seat: [] for seat in seats})
    try:
        while not race.over:
            plans = {firm.key: race.decide(firm.key) for firm in race.deciding() if firm.state.alive}
            stops.append((_packer.encode(race.world), plans))
            _count(race, seats, plans, found)
            race.play_turn(plans)
        final = {seat: scores.total for seat, scores in race.result().scores.items()}
    finally:
        race.dispose()
    for packed, plans in sampled(stops, piece.turns):
        passed = _unpacker.decode(packed).month / piece.resolved.level.months
        for seat in seats:
            if seat in plans:
                found.when[seat].append(passed)
                found.live[seat].append(_changes(piece, minds, packed, plans, seat, final[seat]))
    return found


def sampled(stops: list[Stop], number: int) -> list[Stop]:
    """So many of the turns, evenly; all for 0."""
    if not number or number >= len(stops):
        return stops
    return [stops[int((place + 0.5) * len(stops) / number)] for place in range(number)]


def _changes(
    piece: Piece, minds: dict[str, str], packed: bytes, plans: dict[str, Plan], seat: str, final: float
) -> dict[str, float]:
    """What doing something else at each desk in this turn changes of the seat's final score."""
    changes = {}
    for name in DESK_NAMES:
        race = Race(piece.resolved, piece.seed, minds, every_month=False, state=_unpacker.decode(packed))
        try:
            other = _other(race, plans[seat], name)
            if other is None:
                changes[name] = 0.0
                continue
            race.play_turn({**plans, seat: other})
            changes[name] = race.play_out().scores[seat].total - final
        finally:
            race.dispose()
    return changes


def _other(race: Race, plan: Plan, name: str) -> Plan | None:
    """The plan with something else at one desk; None if there is nothing else to do there."""
    kept = tuple(order for order in plan.orders if desk(order) != name)
    if len(kept) < len(plan.orders):
        return msgspec.structs.replace(plan, orders=kept)
    rest = plan.orders[: race.level.rules.turn.initiative - 1]
    mine, seed, month = race.desk(plan.firm), race.world.seed, race.month
    offered = [each for each in options.options(race, plan.firm, mine.view, rest) if each.desk == name]
    for attempt in range(TRIES if offered else 0):
        pick = chance.draw(seed, plan.firm, "audit " + name, month, attempt)
        option = offered[int(pick * len(offered))]
        order = options.make_order(option.kind, _values(race, plan.firm, option, attempt))
        if isinstance(mine.quote(rest, order), Quote):
            return msgspec.structs.replace(plan, orders=(*rest, order))
    return None


def _values(race: Race, firm: str, option: options.Option, attempt: int) -> dict[str, Any]:
    """Values of an order: choices and flags drawn, amounts between the default and a drawn one."""
    values: dict[str, Any] = {}
    for number, field in enumerate(option.fields):
        pick = chance.draw(
            race.world.seed, firm, f"audit {option.kind} {field.name}", race.month, 10 * attempt + number
        )
        if field.kind == "choice":
            values[field.name] = field.choices[int(pick * len(field.choices))][0]
        elif field.kind == "flag":
            values[field.name] = pick < 0.5
        else:
            steps = (field.high - field.low) / field.step if field.step else 0.0
            drawn = field.low + field.step * int(pick * (steps + 1))
            value = field.default if attempt % 2 == 0 and not option.group else min(drawn, field.high)
            values[field.name] = round(value) if field.whole else round(value, 4)
    return values


def _count(race: Race, seats: list[str], plans: dict[str, Plan], found: Found) -> None:
    for seat in seats:
        if seat not in plans:
            continue
        offers = options.options(race, seat, race.view(seat))
        kinds = {f"{each.kind}.{each.group}" if each.kind == "set_policy" else each.kind for each in offers}
        chosen = {name_of(order) for order in plans[seat].orders}
        _add(found.offered_kinds, kinds)
        _add(found.taken_kinds, chosen)
        _add(found.offered, (kinds - MAIN.keys()) | {name for each in offers for name in _answers(each)})
        given = {_answer(race, order) for order in plans[seat].orders if order.kind in MAIN}
        _add(found.taken, (chosen - MAIN.keys()) | given)


def _add(counts: dict[str, int], names: set[str]) -> None:
    for name in names:
        counts[name] = counts.get(name, 0) + 1


def _answers(option: options.Option) -> list[str]:
    """What can be answered where a kind of order leaves no other question; empty for the rest."""
    if option.kind == "start_run":
        return [f"start_run {length}" for length in LENGTHS]
    if option.kind == "order_cards":
        return [f"order_cards {chip}" for chip, _ in option.fields[0].choices]
    return []


def _answer(race: Race, order: Order) -> str:
    value = getattr(order, MAIN[order.kind])
    if order.kind != "start_run":
        return f"{order.kind} {value}"
    rules = race.level.rules.research
    span = (rules.run_most_months - rules.run_least_months + 1) / len(LENGTHS)
    return f"start_run {LENGTHS[min(len(LENGTHS) - 1, int((value - rules.run_least_months) / span))]}"


class Verdict(msgspec.Struct, frozen=True):
    """The figures of the check, and what falls short."""

    games: int
    median_live_desks: float
    live_by_part: tuple[float | None, ...]
    """Live desks a turn on average in each of four equal parts of the game; None where no turn was taken apart."""
    live_share: dict[str, dict[str, float]]
    """By seat and desk, the part of turns in which it is live."""
    taken_share: dict[str, float]
    """By option, the part of its offers in which it is given."""
    kind_share: dict[str, float]
    """The same by kind of order alone."""
    faults: tuple[str, ...]


def judge(games: list[Found]) -> Verdict:
    """Sum up what the games showed."""
    counts: list[int] = []
    parts: list[list[int]] = [[] for _ in range(PARTS)]
    live: dict[str, dict[str, list[bool]]] = {}
    for game in games:
        for seat, turns in game.live.items():
            for passed, changes in zip(game.when[seat], turns, strict=True):
                is_live = {name: abs(change) >= LIVE_POINTS for name, change in changes.items()}
                counts.append(sum(is_live.values()))
                parts[min(PARTS - 1, int(PARTS * passed))].append(counts[-1])
                for name, yes in is_live.items():
                    live.setdefault(seat, {}).setdefault(name, []).append(yes)
    shares = {seat: {name: sum(yes) / len(yes) for name, yes in desks.items()} for seat, desks in live.items()}
    taken_share = _shares([game.taken for game in games], [game.offered for game in games])
    middle = float(median(counts)) if counts else 0.0
    faults = []
    if middle < 3.0:
        faults.append(f"median of {middle:g} live desks a turn, 3 are asked for")
    faults += [
        f"{seat}: the {desk} desk is live in {share:.0%} of turns, 40 % are asked for"
        for seat, desks in shares.items()
        for desk, share in desks.items()
        if share < 0.4
    ]
    faults += [f"{kind} is given in {share:.0%} of its offers" for kind, share in taken_share.items() if share > 0.7]
    kind_share = _shares([game.taken_kinds for game in games], [game.offered_kinds for game in games])
    by_part = tuple(sum(part) / len(part) if part else None for part in parts)
    return Verdict(len(games), middle, by_part, shares, taken_share, kind_share, tuple(faults))


def _shares(taken: list[dict[str, int]], offered: list[dict[str, int]]) -> dict[str, float]:
    names = {name for counts in offered for name in counts}
    return {
        name: sum(counts.get(name, 0) for counts in taken) / sum(counts.get(name, 0) for counts in offered)
        for name in sorted(names)
    }


def told(verdict: Verdict) -> dict[str, Any]:
    """The verdict as plain values, for JSON."""
    return dict(msgspec.to_builtins(verdict))


__all__ = ["Found", "Piece", "Verdict", "judge", "take_apart", "told"]
