"""Checks what levels claim to show: plays each arm of a claim on the same seeds, measures, and compares.

Arms that are the same level with the same minds are played once for all claims of the level.
"""

import tempfile
from collections.abc import Callable, Sequence
from math import fsum
from pathlib import Path
from typing import Any

import msgspec

from game.lab import runner, statistics
from game.lab.batch import chunks_of
from game.lab.plan import Arm as PlanArm
from game.lab.plan import Plan
from game.lab.seats import minds_of
from game.lab.trouble import LabError
from game.lab.wanted import Wanted
from levels import loader
from levels.loader import Resolved
from levels.schema import Arm, InMean, InShare, Shown


class Verdict(msgspec.Struct, frozen=True):
    """What was measured of a claim. `value` is the share of seeds or the mean; `low` to `high` its 95 % interval."""

    level: str
    claim: str
    measure: str
    unit: str
    firm: str
    kind: str
    asked: str
    """The check in words: "bold > steady in >= 80 % of seeds"."""
    value: float
    low: float
    high: float
    seeds: int
    holds: bool
    contradicted: bool
    """Whether the whole interval lies outside of what is claimed."""
    because: str
    means: dict[str, float]
    """Mean of the measure by arm."""


class _Task(msgspec.Struct):
    """A level's plan, and for each claim and arm the plan's arm."""

    resolved: Resolved
    plan: Plan
    places: dict[tuple[str, str], int]
    wanted: tuple[Wanted, ...]


def check(
    levels: Sequence[str],
    seeds: int,
    *,
    seed: int = 1,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> list[Verdict]:
    """Measure every claim of these levels (all that have some, if none is named) on so many seeds.

    Raises LevelError or LabError: a level that is not sound, arms that cannot be made, games that failed.
    """
    names = list(levels) or [each.name for each in loader.available()]
    return check_resolved([loader.load(name) for name in names], seeds, seed=seed, workers=workers, progress=progress)


def check_resolved(
    levels: Sequence[Resolved],
    seeds: int,
    *,
    seed: int = 1,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> list[Verdict]:
    """The same of levels that are loaded, perhaps with other values in them. Raises LevelError or LabError."""
    tasks = [_task(each, seed) for each in levels]
    whole = sum(len(task.plan.arms) * seeds for task in tasks)
    done = 0
    found: list[Verdict] = []
    for task in tasks:
        figures: list[dict[int, dict[str, float]]] = [{} for _ in task.plan.arms]
        for finished in _play(task, seeds, workers):
            for row, measured in zip(finished.rows, finished.measured, strict=True):
                if row.error:
                    raise LabError(f"{task.plan.level}: a game of its claims failed, seed {row.seed}: {row.error}")
                figures[task.plan.arm_of(row.game)][row.seed] = measured
            done += len(finished.rows)
            if progress is not None:
                progress(done, whole)
        found += [_verdict(task, name, shown, figures) for name, shown in task.resolved.level.shows.items()]
    return found


def arms_of(resolved: Resolved) -> dict[tuple[str, str], PlanArm]:
    """The arms of a level's claims, ready to play. Raises LevelError or LabError, naming claim and arm."""
    made = {}
    for name, shown in resolved.level.shows.items():
        for key, arm in shown.arms.items():
            try:
                made[name, key] = _arm(resolved, arm)
            except ValueError as error:
                raise LabError(f"{resolved.origin}: shows.{name}.arms.{key}: {error}") from None
    return made


def _arm(resolved: Resolved, arm: Arm) -> PlanArm:
    settings = [*arm.sets, *([f"months={arm.months}"] if arm.months is not None else [])]
    changed = loader.variant(resolved, settings)
    by_path = {path.strip(): text.strip() for path, _, text in (each.partition("=") for each in settings)}
    return PlanArm(by_path, minds_of(changed.level, arm.mind) | arm.minds, changed.tree)


def _task(resolved: Resolved, seed: int) -> _Task:
    places: dict[tuple[str, str], int] = {}
    kept: list[PlanArm] = []
    for key, arm in arms_of(resolved).items():
        place = next((i for i, each in enumerate(kept) if (each.settings, each.minds) == (arm.settings, arm.minds)), -1)
        if place < 0:
            place = len(kept)
            kept.append(arm)
        places[key] = place
    wanted = {Wanted(each.measure, _firm(resolved, each)): None for each in resolved.level.shows.values()}
    return _Task(resolved, Plan(resolved.name, seed, False, kept), places, tuple(wanted))


def _firm(resolved: Resolved, shown: Shown) -> str:
    return shown.firm or resolved.level.seats[0]


def _play(task: _Task, seeds: int, workers: int) -> Any:
    games = seeds * len(task.plan.arms)
    if not games:
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.json"
        file.write_bytes(msgspec.json.encode(task.plan))
        chunks = chunks_of(list(range(games)), file, None, workers, task.wanted)
        yield from runner.run(chunks, min(workers, games))


def _verdict(task: _Task, name: str, shown: Shown, figures: list[dict[int, dict[str, float]]]) -> Verdict:
    from game.lab.measures import MEASURES

    firm = _firm(task.resolved, shown)
    key = Wanted(shown.measure, firm).key
    by_arm = {
        arm: [figures[task.places[name, arm]][seed][key] for seed in sorted(figures[task.places[name, arm]])]
        for arm in shown.arms
    }
    if shown.share is not None:
        kind, asked = "share", in_words(shown.share)
        value, low, high = _share(shown.share, by_arm)
        floor, ceiling = shown.share.least, shown.share.most
    else:
        assert shown.mean is not None
        kind, asked = "mean", in_words(shown.mean)
        value, low, high = _mean(shown.mean, by_arm)
        floor = float("-inf") if shown.mean.low is None else shown.mean.low
        ceiling = float("inf") if shown.mean.high is None else shown.mean.high
    return Verdict(
        task.plan.level,
        name,
        shown.measure,
        MEASURES[shown.measure].unit,
        firm,
        kind,
        asked,
        value,
        low,
        high,
        len(next(iter(by_arm.values()))),
        holds=floor <= value <= ceiling,
        contradicted=high < floor or low > ceiling,
        because=shown.because,
        means={arm: fsum(values) / len(values) for arm, values in by_arm.items()},
    )


def in_words(asked: InShare | InMean) -> str:
    """A check as people read it: "fast > 1.1 x cheap in at least 80 % of seeds"."""
    if isinstance(asked, InShare):
        other = ""
        if asked.than is not None:
            other = asked.than if asked.factor == 1.0 else f"{asked.factor:g} x {asked.than}"
        if asked.margin or not other:
            other = (
                f"{other} {'-' if asked.margin < 0 else '+'} {abs(asked.margin):g}" if other else f"{asked.margin:g}"
            )
        bounds = []
        if asked.least > 0.0:
            bounds.append(f"at least {asked.least:.0%}")
        if asked.most < 1.0:
            bounds.append(f"at most {asked.most:.0%}")
        return f"{asked.arm} {asked.op} {other} in {' and '.join(bounds)}"
    name = asked.arm if asked.than is None else f"{asked.arm} {'/' if asked.ratio else '-'} {asked.than}"
    low = "" if asked.low is None else f"{asked.low:g} <= "
    high = "" if asked.high is None else f" <= {asked.high:g}"
    return f"{low}mean {name}{high}"


def _share(asked: InShare, by_arm: dict[str, list[float]]) -> tuple[float, float, float]:
    ours = by_arm[asked.arm]
    theirs = by_arm[asked.than] if asked.than is not None else [0.0] * len(ours)
    hits = sum(
        _holds(asked.op, our, asked.factor * their + asked.margin) for our, their in zip(ours, theirs, strict=True)
    )
    low, high = statistics.wilson(hits, len(ours))
    return hits / len(ours), low, high


def _holds(op: str, left: float, right: float) -> bool:
    if op == "<":
        return left < right
    if op == "<=":
        return left <= right
    return left > right if op == ">" else left >= right


def _mean(asked: InMean, by_arm: dict[str, list[float]]) -> tuple[float, float, float]:
    """The mean (or difference or ratio of means) and its interval by bootstrap over the seeds, pairs kept.

    The mean of what is 0 or 1 is a share and gets a share's interval, which few seeds do not make too narrow.
    """
    ours = by_arm[asked.arm]
    theirs = by_arm[asked.than] if asked.than is not None else None
    if theirs is None and all(each in (0.0, 1.0) for each in ours):
        hits = round(fsum(ours))
        return hits / len(ours), *statistics.wilson(hits, len(ours))

    if theirs is None:
        found = statistics.mean(ours)
    else:
        found = statistics.ratio(ours, theirs) if asked.ratio else statistics.paired(ours, theirs).mean
    return found.value, found.low, found.high
