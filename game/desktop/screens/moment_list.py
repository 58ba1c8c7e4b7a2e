"""Turning points in words, and as a list that leads to their turns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.desktop.log import Entry, Log
from game.desktop.widget import Box
from game.telling.moments import moment_words as moment_words
from levels.calendar import month_of

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.telling.moments import Moment


def moment_log(
    ident: str, rect: Box, match: Match, found: Sequence[Moment], opened: Callable[[str], None] | None
) -> Log:
    """The list; Enter or a click opens a moment by its turn."""
    entries = []
    for moment in found:
        good = moment.by > 0
        month = match.words.figures.short_month(month_of(moment.month, match.level.start))
        icon, tone = ("trending-up", "good") if good else ("trending-down", "bad")
        entries.append(Entry(str(moment.turn), moment_words(match, moment), icon, tone, month, strong=True))
    return Log(ident, rect, entries, on_open=opened, empty=match.words.say("moment-none"))
