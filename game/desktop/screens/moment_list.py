"""Turning points in words, and as a list that leads to their turns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.desktop.log import Entry, Log
from game.desktop.widget import Box
from game.telling.moments import moment_why
from game.telling.moments import moment_words as moment_words
from levels.calendar import month_of

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.telling.moments import Moment


def moment_log(
    ident: str,
    rect: Box,
    match: Match,
    found: Sequence[Moment],
    opened: Callable[[str], None] | None,
    detail_lines: int = 9,
) -> Log:
    """The list, each moment with the reasons of who made it; Enter or a click opens a moment by its turn."""
    entries = []
    for moment in found:
        good = moment.by > 0
        month = match.words.figures.short_month(month_of(moment.month, match.level.start))
        icon, tone = ("trending-up", "good") if good else ("trending-down", "bad")
        text, why = moment_words(match, moment), moment_why(match, moment)
        detail, briefer = (why[0], why[1:]) if why else ("", ())
        entries.append(Entry(str(moment.turn), text, icon, tone, month, detail, briefer, strong=True))
    return Log(ident, rect, entries, on_open=opened, empty=match.words.say("moment-none"), detail_lines=detail_lines)
