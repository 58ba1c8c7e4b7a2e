"""Checks of a level's lesson: that it names what there is, and fits into its 45 minutes."""

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final

from levels import facts, words
from levels.faults import Fault, LevelError, Path, near, show
from levels.lesson_time import LESSON_MINUTES, pace_of, turns_of
from levels.schema import Level
from levels.teaching import Finding, Lesson, Plot, Reference

if TYPE_CHECKING:
    from levels.loader import Resolved

ALL: Final = "all"
"""Every seat, where turns are counted."""
HELD: Final = re.compile(r"(\w+) (<|<=|>|>=|==) (-?\w+(?:\.\d+)?|'\w+')")
"""A comparison of findings: "peak_turn < trough_turn", "gain > 1.2", "bound == 'power'"."""
_NAME: Final = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?")


def check_lesson(level: Level) -> Iterator[Fault]:
    """What does not fit in the level's lesson, if it has one."""
    lesson = level.lesson
    if lesson is None:
        return
    for name, game in lesson.games.items():
        yield from _game(game, level, ("lesson", "games", name))
    for name, finding in lesson.findings.items():
        yield from _finding(name, finding, level, lesson)
    for i, plot in enumerate(lesson.plots):
        yield from _plot(plot, level, lesson, ("lesson", "plots", str(i)))
    yield from _names("plots", [each.name for each in lesson.plots])
    yield from _names("questions", [each.name for each in lesson.questions])
    for i, question in enumerate(lesson.questions):
        for k, held in enumerate(question.holds):
            yield from _held(held, lesson, ("lesson", "questions", str(i), "holds", str(k)))


def _known(name: str, known: Collection[str], path: Path, noun: str) -> Iterator[Fault]:
    if name not in known:
        yield Fault(path, f"no {noun} {name!r}{near(name, known)}")


def _names(table: str, names: list[str]) -> Iterator[Fault]:
    for i, name in enumerate(names):
        if not _NAME.fullmatch(name) or name in names[:i]:
            yield Fault(
                ("lesson", table, str(i), "name"), f"needs a name of its own in small letters, got {show(name)}"
            )


def check_whole(resolved: "Resolved") -> None:
    """What a lesson needs of its own level, and variants of it need not: that it fits into its minutes, and that what
    its honesty card lists is there. Raises LevelError."""
    for path, reason in _whole(resolved):
        raise LevelError(f"{resolved.origin}: lesson.{path}: {reason}")


def _whole(resolved: "Resolved") -> Iterator[tuple[str, str]]:
    level, lesson = resolved.level, resolved.level.lesson
    if lesson is None:
        return
    turns = turns_of(level)
    last = turns if lesson.last is None else lesson.last
    if not 1 <= last <= turns:
        yield "last", f"must be 1 to {turns}, got {last}"
    if not 1 <= lesson.pause < last:
        yield "pause", f"must be 1 to {last - 1}, got {lesson.pause}"
    if pace_of(level, lesson.pause, last) is None:
        reason = f"{last} turns with a pause after {lesson.pause} do not fit into {LESSON_MINUTES} minutes"
        yield "pause", f"{reason}; pause earlier, or play fewer with last"
    for i, each in enumerate(lesson.facts):
        if each not in facts.known():
            yield f"facts.{i}", f"no fact {each!r}"
    for i, path in enumerate(lesson.assumed):
        if path not in resolved.sources:
            yield f"assumed.{i}", f"no figure {path!r}{near(path, resolved.sources)}"


def _game(game: Reference, level: Level, path: Path) -> Iterator[Fault]:
    minds = (*level.styles, *words.MINDS)
    if game.mind is not None:
        yield from _known(game.mind, minds, (*path, "mind"), "mind")
    for firm, mind in game.minds.items():
        yield from _known(firm, level.firms, (*path, "minds"), "firm")
        yield from _known(mind, minds, (*path, "minds", firm), "mind")
    for i, setting in enumerate(game.sets):
        if "=" not in setting:
            yield Fault((*path, "sets", str(i)), f"expected PATH=VALUE, got {show(setting)}")


def _finding(name: str, finding: Finding, level: Level, lesson: Lesson) -> Iterator[Fault]:
    path = ("lesson", "findings", name)
    if not _NAME.fullmatch(name):
        yield Fault(path, "needs a name in small letters")
    yield from _known(finding.game, lesson.games, (*path, "game"), "game")
    yield from _known(finding.trace, words.TRACES, (*path, "trace"), "trace")
    if finding.firm == ALL:
        if finding.take != "turns":
            yield Fault((*path, "firm"), "only turns are counted of all seats; name one")
    elif finding.firm is not None:
        yield from _known(finding.firm, level.firms, (*path, "firm"), "firm")
    if (finding.turn is not None) != (finding.take == "at"):
        yield Fault((*path, "turn"), "is for what is taken at a turn, and needed there")
    if (finding.word is not None) != (finding.take == "turns"):
        yield Fault((*path, "word"), "is for what is taken in turns, and needed there")
    if finding.after is not None and finding.take not in ("highest", "lowest"):
        yield Fault((*path, "after"), "is for the highest and the lowest")
    above = list(lesson.findings)[: list(lesson.findings).index(name)]
    for role in ("after", "less", "over"):
        other = getattr(finding, role)
        if other is not None:
            yield from _known(other, above, (*path, role), "finding above it")


def _plot(plot: Plot, level: Level, lesson: Lesson, path: Path) -> Iterator[Fault]:
    for table, known, noun in (
        ("traces", words.TRACES, "trace"),
        ("games", tuple(lesson.games), "game"),
        ("firms", tuple(level.firms), "firm"),
    ):
        for i, each in enumerate(getattr(plot, table)):
            yield from _known(each, known, (*path, table, str(i)), noun)
    for table in ("traces", "games"):
        if not getattr(plot, table):
            yield Fault((*path, table), "needs at least one")


def _held(held: str, lesson: Lesson, path: Path) -> Iterator[Fault]:
    found = HELD.fullmatch(held)
    if found is None:
        yield Fault(path, f"expected a comparison such as 'peak_turn < trough_turn', got {show(held)}")
        return
    known = [*lesson.findings, *(f"{name}_turn" for name in lesson.findings)]
    for side in (found[1], found[3]):
        if not _NUMBER.fullmatch(side) and not side.startswith("'"):
            yield from _known(side, known, path, "finding")
