"""Live decisions: at each turn, seat and desk, the game is forked with that desk on standing orders.

A desk is live if the seat's final score differs by at least half a point. What is asked: three or more live desks a
turn in the median, each desk live in two of five turns of every seat, no kind of order taken in over 70 % of its offers.
"""

from statistics import median
from typing import Any, get_args

import msgspec

from agents.orders import DESKS, Desk, Plan
from game.door import options
from game.lab.seats import minds_of
from game.race import Race
from game.world import World
from levels.loader import Resolved

LIVE_POINTS = 0.5
DESK_NAMES: tuple[str, ...] = get_args(Desk)

_packer = msgspec.msgpack.Encoder()
_unpacker = msgspec.msgpack.Decoder(World)


class Piece(msgspec.Struct, frozen=True):
    """One game to be taken apart."""

    resolved: Resolved
    seed: int
    mind: str | None


class Found(msgspec.Struct):
    """What one game showed."""

    live: dict[str, list[dict[str, float]]] = {}
    """By seat, a turn's change of the final score by desk."""
    offered: dict[str, int] = {}
    taken: dict[str, int] = {}
    """By kind of order, over all seats and turns."""


def take_apart(piece: Piece) -> Found:
    """Play a game, and from each turn on once more for each seat and desk that had orders, without them."""
    minds = minds_of(piece.resolved.level, piece.mind) if piece.mind else {}
    race = Race(piece.resolved, piece.seed, minds, every_month=False)
    seats = [seat for seat in piece.resolved.level.seats if seat in race.world.firms]
    stops: list[tuple[bytes, dict[str, Plan]]] = []
    found = Found(live={seat: [] for seat in seats})
    try:
        while not race.over:
            plans = {firm.key: race.decide(firm.key) for firm in race.deciding() if firm.state.alive}
            stops.append((_packer.encode(race.world), plans))
            _count(race, seats, plans, found)
            race.play_turn(plans)
        final = {seat: scores.total for seat, scores in race.result().scores.items()}
    finally:
        race.dispose()
    for packed, plans in stops:
        for seat in seats:
            changes = dict.fromkeys(DESK_NAMES, 0.0)
            for desk in {DESKS[type(order)] for order in plans[seat].orders} if seat in plans else ():
                changes[desk] = _without(piece, minds, packed, plans, seat, desk) - final[seat]
            found.live[seat].append(changes)
    return found


def _without(piece: Piece, minds: dict[str, str], packed: bytes, plans: dict[str, Plan], seat: str, desk: str) -> float:
    """The seat's final score when its plan of this turn has nothing of one desk."""
    kept = tuple(order for order in plans[seat].orders if DESKS[type(order)] != desk)
    changed = {**plans, seat: msgspec.structs.replace(plans[seat], orders=kept)}
    race = Race(piece.resolved, piece.seed, minds, every_month=False, state=_unpacker.decode(packed))
    try:
        race.play_turn(changed)
        return race.play_out().scores[seat].total
    finally:
        race.dispose()


def _count(race: Race, seats: list[str], plans: dict[str, Plan], found: Found) -> None:
    for seat in seats:
        if seat not in plans:
            continue
        offers = options.options(race, seat, race.view(seat))
        kinds = {f"{each.kind} {each.group}" if each.kind == "set_policy" else each.kind for each in offers}
        for kind in kinds:
            found.offered[kind] = found.offered.get(kind, 0) + 1
        chosen = {f"{order.kind} {getattr(order, 'policy', '')}".strip() for order in plans[seat].orders}
        for kind in chosen:
            found.taken[kind] = found.taken.get(kind, 0) + 1


class Verdict(msgspec.Struct, frozen=True):
    """The figures of the check, and what falls short."""

    games: int
    median_live_desks: float
    live_share: dict[str, dict[str, float]]
    """By seat and desk, the part of turns in which it is live."""
    taken_share: dict[str, float]
    """By kind of order, the part of its offers in which it is given."""
    faults: tuple[str, ...]


def judge(games: list[Found]) -> Verdict:
    """Sum up what the games showed."""
    counts: list[int] = []
    live: dict[str, dict[str, list[bool]]] = {}
    offered: dict[str, int] = {}
    taken: dict[str, int] = {}
    for game in games:
        for seat, turns in game.live.items():
            for changes in turns:
                is_live = {desk: abs(change) >= LIVE_POINTS for desk, change in changes.items()}
                counts.append(sum(is_live.values()))
                for desk, yes in is_live.items():
                    live.setdefault(seat, {}).setdefault(desk, []).append(yes)
        for kind, number in game.offered.items():
            offered[kind] = offered.get(kind, 0) + number
        for kind, number in game.taken.items():
            taken[kind] = taken.get(kind, 0) + number
    shares = {seat: {desk: sum(yes) / len(yes) for desk, yes in desks.items()} for seat, desks in live.items()}
    taken_share = {kind: taken.get(kind, 0) / number for kind, number in offered.items()}
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
    return Verdict(len(games), middle, shares, taken_share, tuple(faults))


def told(verdict: Verdict) -> dict[str, Any]:
    """The verdict as plain values, for JSON."""
    return dict(msgspec.to_builtins(verdict))


__all__ = ["Found", "Piece", "Verdict", "judge", "take_apart", "told"]
