"""The types of a level's lesson: what a plan, an assessment sheet and its answers cannot derive from the world.

Facts only, no behaviour. `levels.lesson_checks` checks them, `levels.lesson_time` fits them into a lesson, and
`game/classroom/lessons` prints them. Words stand under the keys that `levels.texts` makes.
"""

from typing import Literal

from msgspec import Struct

Take = Literal["first", "last", "highest", "lowest", "mean", "sum", "at", "turns"]
"""What is taken of a trace: its value at the start, at the end, its extremes over the turns, their mean or sum, its
value in one turn, or the number of turns in which it is a word."""


class _Record(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of these types, as in `levels.schema`."""


class Reference(_Record, frozen=True, kw_only=True):
    """A game that minds play when the lesson is printed. Its words are `TEXT-game-NAME`."""

    mind: str | None = None
    """Of all labs; absent: the level's own."""
    minds: dict[str, str] = {}
    """Of single firms, over `mind`."""
    sets: list[str] = []
    """`PATH=VALUE`, as for `--set`."""


class Finding(_Record, frozen=True, kw_only=True):
    """A figure of a reference game that a question or an answer names: `{ $NAME }`, `{ $NAME_turn }`."""

    game: str
    trace: str
    """A word of `levels.words.TRACES`."""
    firm: str | None = None
    """Whose; absent: the level's first seat. "all": every seat, where turns are counted."""
    take: Take
    turn: int | None = None
    """For "at"; the start is turn 0."""
    after: str | None = None
    """A finding, from whose turn on "highest" and "lowest" are looked for."""
    word: str | None = None
    """For "turns"."""
    less: str | None = None
    """A finding that is taken off."""
    over: str | None = None
    """A finding that it is divided by."""


class Plot(_Record, frozen=True, kw_only=True):
    """A chart or a table of the assessment sheet, by turn. Its words are `TEXT-plot-NAME`."""

    name: str
    kind: Literal["lines", "table"] = "lines"
    traces: list[str]
    """Words of `levels.words.TRACES`; lines need one unit."""
    games: list[str]
    firms: list[str] = []
    """Empty: the level's first seat."""


class Question(_Record, frozen=True, kw_only=True):
    """A question of the assessment sheet; its words are `TEXT-ask-NAME`, and `TEXT-mark-NAME` with a point a line."""

    name: str
    about: Literal["read", "why", "transfer"]
    holds: list[str] = []
    """What its answer says of the findings, "peak_turn < trough_turn" or "gain > 1.2"; else nothing is printed."""


class Lesson(_Record, frozen=True, kw_only=True):
    """What a lesson of 45 minutes needs beside the level."""

    pause: int
    """Turns after which the class stops and is asked."""
    last: int | None = None
    """Turns that a class plays in one lesson; absent: all."""
    seed: int = 1
    """Of the reference games."""
    games: dict[str, Reference]
    findings: dict[str, Finding] = {}
    plots: list[Plot]
    questions: list[Question]
    facts: list[str] = []
    """Ids that the honesty card lists; empty: those that the level's text names."""
    assumed: list[str] = []
    """Paths of assumptions that it lists; empty: those that the level's text names, then the lesson's own."""
