"""When a batch has enough games: looks at fixed numbers of seeds, until the interval of a measure is narrow enough.

The looks are part of the plan, so nobody can look again until it suits. The unit is the seed: games of one seed (all
rotations, and both arms of a difference) are averaged first, since they share their luck.
"""

from collections.abc import Iterable, Sequence
from math import fsum
from typing import TYPE_CHECKING, Literal

import msgspec

from game.lab.trouble import LabError

if TYPE_CHECKING:
    from game.lab.plan import Plan
    from game.lab.tables import GameRow

Measure = Literal["win", "score", "score_share", "rank", "turns"]
LOWEST_FIRST_LOOK = 20
"""Fewer seeds say too little of their own spread."""


class Stop(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Stop when half the interval of `measure` is at most `half_width`, or at the last of `looks` (numbers of seeds).

    `firm` is whose measure; `arm` names the arm, `than` another one from which the difference counts. Without `arm`
    every arm must be narrow enough.
    """

    measure: Measure
    half_width: float
    looks: tuple[int, ...]
    firm: str = ""
    arm: str = ""
    than: str = ""
    confidence: float = 0.95


class Look(msgspec.Struct, frozen=True):
    """What a look saw: the widest of the intervals, and whether it is narrow enough."""

    seeds: int
    value: float
    low: float
    high: float
    enough: bool


def check(stop: Stop, firms: Sequence[str], arms: Sequence[str]) -> None:
    """Raises LabError for a rule that cannot be followed."""
    if not stop.looks or list(stop.looks) != sorted(set(stop.looks)) or stop.looks[0] < LOWEST_FIRST_LOOK:
        raise LabError(
            f"stop.looks: expected growing numbers of seeds from {LOWEST_FIRST_LOOK}, such as [50, 100, 200]"
        )
    if not stop.half_width > 0.0:
        raise LabError("stop.half_width: must be above 0")
    if not 0.5 <= stop.confidence < 1.0:
        raise LabError("stop.confidence: must be at least 0.5 and below 1, such as 0.95")
    if stop.measure != "turns" and stop.firm not in firms:
        raise LabError(f"stop.firm: {stop.firm or 'is missing'}; there is {', '.join(firms)}")
    for key, name in (("arm", stop.arm), ("than", stop.than)):
        if name and name not in arms:
            raise LabError(
                f"stop.{key}: {name}: no such arm; there is {', '.join(each or '(unnamed)' for each in arms)}"
            )
    if stop.than and not stop.arm:
        raise LabError("stop.than: a difference needs stop.arm, too")


def value_of(row: "GameRow", measure: Measure, firm: str) -> float:
    """The measure of a finished game. Raises LabError if the firm has no seat in it."""
    if measure == "turns":
        return float(row.turns)
    if measure == "win":
        return float(firm in (row.winners or (row.winner,))) / max(1, len(row.winners))
    seat = next((each for each in row.scores if each.firm == firm), None)
    if seat is None:
        raise LabError(f"stop.firm: {firm} has no seat in game {row.game}")
    if measure == "rank":
        return float(seat.rank)
    if measure == "score":
        return seat.score
    whole = fsum(max(0.0, each.score) for each in row.scores)
    return max(0.0, seat.score) / whole if whole else 0.0


def look(plan: "Plan", rows: Iterable["GameRow"], seeds: int) -> Look:
    """The state of the plan's stop rule after so many seeds. Failed games are left out."""
    stop = plan.stop
    assert stop is not None
    found: list[dict[int, list[float]]] = [{} for _ in plan.arms]
    for row in rows:
        replicate = plan.replicate_of(row.game)
        if replicate < seeds and not row.error:
            value = value_of(row, stop.measure, stop.firm)
            found[plan.arm_of(row.game)].setdefault(replicate, []).append(value)
    means = [{seed: fsum(values) / len(values) for seed, values in each.items()} for each in found]
    names = [plan.label(arm) for arm in range(len(plan.arms))]
    if stop.than:
        ours, theirs = means[names.index(stop.arm)], means[names.index(stop.than)]
        series = [[ours[seed] - theirs[seed] for seed in sorted(ours) if seed in theirs]]
    else:
        series = [list(each.values()) for name, each in zip(names, means, strict=True) if stop.arm in ("", name)]
    intervals = [_interval(values, stop.confidence) for values in series]
    value, low, high = max(intervals, key=lambda each: each[2] - each[1])
    return Look(seeds, value, low, high, (high - low) / 2.0 <= stop.half_width)


def _interval(values: list[float], confidence: float) -> tuple[float, float, float]:
    """Mean with its interval: Wilson's for what is 0 or 1, by bootstrap otherwise."""
    from game.lab import statistics  # here: a plan is made and read without numpy

    if len(values) < 2:
        return (values[0] if values else 0.0), float("-inf"), float("inf")
    if all(value in (0.0, 1.0) for value in values):
        found = statistics.share(fsum(values), len(values), confidence)
    else:
        found = statistics.mean(values, level=confidence)
    return found.value, found.low, found.high
