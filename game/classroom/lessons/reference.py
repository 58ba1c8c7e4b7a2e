"""Plays the reference games of a lesson and takes its findings from them.

All that the sheet and its answers tell comes from here: minds play the games with the lesson's seed when the page is
printed, so that the figures are those of this version of the rules.
"""

import math
from collections.abc import Sequence
from math import fsum
from typing import Any

from msgspec import Struct

from game.classroom.lessons.traces import TRACES
from game.classroom.lessons.trouble import LessonError
from game.race import Race
from levels import loader
from levels.calendar import month_of
from levels.lesson_checks import ALL, HELD, check_whole
from levels.loader import Resolved
from levels.schema import Level
from levels.teaching import Finding, Lesson, Reference

Value = float | str
TIMES = "times"
"""Unit of what is divided by another finding."""


class Seen(Struct, frozen=True):
    """A reference game as it was seen: by trace and firm its values turn by turn, the start first."""

    name: str
    months_per_turn: int
    start: str
    values: dict[tuple[str, str], list[Value]]
    digest: str

    def of(self, trace: str, firm: str) -> list[Value]:
        return self.values[trace, firm]

    def numbers(self, trace: str, firm: str) -> list[float]:
        return [float(value) for value in self.values[trace, firm]]

    def month(self, turn: int) -> str:
        """The calendar month in which a turn ends."""
        return month_of(turn * self.months_per_turn, self.start)


class Found(Struct, frozen=True):
    """A finding: its value, the unit of its trace (or "times", "turns", "word"), and the turn in which it is."""

    value: Value
    unit: str
    turn: int
    month: str


def lesson_of(resolved: Resolved) -> Lesson:
    """The level's lesson, which fits into its minutes. Raises LevelError, and LessonError if it has none."""
    if resolved.level.lesson is None:
        raise LessonError(
            f"{resolved.origin}: has no lesson; write a [lesson] as levels/README.md says, or choose another"
        )
    check_whole(resolved)
    return resolved.level.lesson


def play(resolved: Resolved) -> dict[str, Seen]:
    """The reference games of a level's lesson, by name. Raises LevelError, LessonError."""
    lesson = lesson_of(resolved)
    return {
        name: _play(resolved, name, game, _watched(lesson, name, resolved.level), lesson.seed)
        for name, game in lesson.games.items()
    }


def _watched(lesson: Lesson, game: str, level: Level) -> list[tuple[str, str]]:
    """The traces and firms that are asked of a game."""
    asked: dict[tuple[str, str], None] = {}
    for plot in lesson.plots:
        if game in plot.games:
            for trace in plot.traces:
                asked |= {(trace, firm): None for firm in plot.firms or level.seats[:1]}
    for finding in lesson.findings.values():
        if finding.game == game:
            asked |= {(finding.trace, firm): None for firm in firms_of(finding, level)}
    return list(asked)


def firms_of(finding: Finding, level: Level) -> list[str]:
    """The firms that a finding looks at."""
    return list(level.seats) if finding.firm == ALL else [finding.firm or level.seats[0]]


def _play(resolved: Resolved, name: str, game: Reference, asked: Sequence[tuple[str, str]], seed: int) -> Seen:
    variant = loader.variant(resolved, game.sets)
    labs = [key for key, firm in variant.level.firms.items() if firm.lab is not None]
    minds = (dict.fromkeys(labs, game.mind) if game.mind is not None else {}) | game.minds
    race = Race(variant, seed, minds, every_month=False)
    try:
        values: dict[tuple[str, str], list[Value]] = {key: [TRACES[key[0]].look(race, key[1])] for key in asked}
        while not race.over:
            months: dict[tuple[str, str], list[Value]] = {key: [] for key in asked}
            for _ in range(variant.level.months_per_turn):
                race.play_month()
                for (trace, firm), seen in months.items():
                    seen.append(TRACES[trace].look(race, firm))
            for key, seen in months.items():
                values[key].append(_turn(key[0], seen))
        return Seen(name, variant.level.months_per_turn, variant.level.start, values, race.digest())
    finally:
        race.dispose()


def _turn(trace: str, months: list[Value]) -> Value:
    """What a turn shows: the sum of a flow; of prices that were set in its first month that month; else its last."""
    if TRACES[trace].flow:
        return fsum(float(value) for value in months)
    if TRACES[trace].first:
        return months[0]
    return months[-1]


def find(level: Level, lesson: Lesson, games: dict[str, Seen]) -> dict[str, Found]:
    """The findings by name. Raises LessonError where a finding looks at nothing, or an answer does not hold."""
    found: dict[str, Found] = {}
    for name, finding in lesson.findings.items():
        found[name] = _find(name, finding, level, games[finding.game], found)
    for question in lesson.questions:
        for held in question.holds:
            if not holds(held, found):
                raise LessonError(
                    f"lesson.questions: the answer to {question.name!r} says {held}, and the games say "
                    f"{_told(held, found)}; mend the question, or choose another seed"
                )
    return found


def _find(name: str, finding: Finding, level: Level, game: Seen, above: dict[str, Found]) -> Found:
    unit: str = TRACES[finding.trace].unit
    lists = [game.of(finding.trace, firm) for firm in firms_of(finding, level)]
    if finding.take == "turns":
        count = sum(value == finding.word for values in lists for value in values[1:])
        return Found(float(count), "turns", 0, game.start)
    values = lists[0]
    turn = _turn_of(name, finding, values, above)
    value = values[turn]
    if finding.take in ("mean", "sum"):
        numbers = [each for each in map(float, values[1:]) if math.isfinite(each)]
        value = fsum(numbers) / (len(numbers) if finding.take == "mean" else 1)
    if finding.less is not None:
        value = float(value) - float(above[finding.less].value)
    if finding.over is not None:
        below = float(above[finding.over].value)
        if not below:
            raise LessonError(f"lesson.findings.{name}: {finding.over} is 0, nothing can be divided by it")
        value, unit = float(value) / below, TIMES
    if isinstance(value, float) and not math.isfinite(value):
        raise LessonError(
            f"lesson.findings.{name}: there is no {finding.trace} in turn {turn}; choose another turn or seed"
        )
    return Found(value, unit, turn, game.month(turn))


def _turn_of(name: str, finding: Finding, values: list[Value], above: dict[str, Found]) -> int:
    if finding.take == "first":
        return 0
    if finding.take == "at":
        turn = finding.turn or 0
        if not 0 <= turn < len(values):
            raise LessonError(f"lesson.findings.{name}.turn: must be 0 to {len(values) - 1}, got {turn}")
        return turn
    if finding.take in ("highest", "lowest"):
        since = above[finding.after].turn if finding.after is not None else 0
        places = [i for i in range(since, len(values)) if math.isfinite(float(values[i]))]
        if not places:
            raise LessonError(f"lesson.findings.{name}: there is no {finding.trace} in any turn")
        best = max if finding.take == "highest" else min
        return best(places, key=lambda i: float(values[i]))
    return len(values) - 1


def holds(held: str, found: dict[str, Found]) -> bool:
    """Whether a comparison of findings is true, such as "peak_turn < trough_turn"."""
    left, op, right = _sides(held, found)
    if isinstance(left, str) or isinstance(right, str):
        return op == "==" and str(left) == str(right)
    return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right, "==": left == right}[op]


def _sides(held: str, found: dict[str, Found]) -> tuple[Value, str, Value]:
    match = HELD.fullmatch(held)
    assert match is not None, held
    return _side(match[1], found), match[2], _side(match[3], found)


def _side(name: str, found: dict[str, Found]) -> Value:
    if name in found:
        return found[name].value
    if name.removesuffix("_turn") in found:
        return float(found[name.removesuffix("_turn")].turn)
    return name.strip("'") if name.startswith("'") else float(name)


def _told(held: str, found: dict[str, Found]) -> str:
    left, _, right = _sides(held, found)
    return " and ".join(each if isinstance(each, str) else f"{each:.4g}" for each in (left, right))


def arguments(found: dict[str, Found], write: Any) -> dict[str, str]:
    """What texts may name: each finding as it is written, with `_turn` and `_month`. `write` is `Writer.figure`."""
    told: dict[str, str] = {}
    for name, each in found.items():
        told[name] = write(each.value, each.unit)
        told[f"{name}_turn"] = str(each.turn)
    return told
