"""Fits a level into a lesson of 45 minutes: how long the parts take, and at which pace the turns are played.

A turn takes a person the level's minutes over its turns; that is a planning figure of the level's author. After the
pause a class is quicker: the slowest of the paces that fits is taken, and what is left goes to the debrief and to a
second try.
"""

from math import ceil
from typing import Final

from msgspec import Struct

from levels.schema import Level

LESSON_MINUTES: Final = 45
PREDICT_MINUTES: Final = 4
RULES_MINUTES: Final = 4
PAUSE_MINUTES: Final = 3
DEBRIEF_LEAST_MINUTES: Final = 8
DEBRIEF_MOST_MINUTES: Final = 13
EXIT_MINUTES: Final = 4
PACES: Final = (1.0, 0.5, 1.0 / 3.0)
"""Time of a turn after the pause, as a part of the time before it."""


class Pace(Struct, frozen=True):
    """Minutes of the parts of a lesson. `again` is 0 where no time is left for a second try."""

    turn: float
    """Minutes of a turn before the pause."""
    quick: float
    """Minutes of a turn after it."""
    last: int
    """Turns that are played."""
    before: int
    after: int
    debrief: int
    again: int


def turns_of(level: Level) -> int:
    """Turns of a whole game."""
    return -(-level.months // level.months_per_turn)


def play_most() -> int:
    """Minutes that a lesson has for play: less than half of it."""
    rest = PREDICT_MINUTES + RULES_MINUTES + PAUSE_MINUTES + DEBRIEF_LEAST_MINUTES + EXIT_MINUTES
    return LESSON_MINUTES - rest


def pace_of(level: Level, pause: int, last: int) -> Pace | None:
    """The pace at which so many turns fit with a pause after `pause` of them, or None where none does."""
    turn = level.minutes / turns_of(level)
    before = ceil(turn * pause)
    for part in PACES:
        after = ceil(turn * part * (last - pause))
        if before + after <= play_most():
            spare = play_most() - before - after
            debrief = min(DEBRIEF_MOST_MINUTES, DEBRIEF_LEAST_MINUTES + spare)
            again = DEBRIEF_LEAST_MINUTES + spare - debrief
            return Pace(turn, turn * part, last, before, after, debrief, again)
    return None
