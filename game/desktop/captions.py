"""One sentence on what just mattered, for those who watch: from the news of a turn, else from the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.telling.motives import why
from game.telling.weights import LEAST_WEIGHT, weight_of

if TYPE_CHECKING:
    from game.desktop.match import Match

MEASURES = ("valuation", "elo", "h100e", "revenue")


def caption(match: Match) -> tuple[str, str, tuple[str, ...]]:
    """The sentence, the firm that it is about ("" for the world), and why it did that: in full, then ever shorter."""
    say, span = match.words.say, match.level.months_per_turn
    month = match.view.month - 1
    taken = _new_leader(match, span)
    items = [item for item in match.session.news() if item.month > month - span and weight_of(item) >= LEAST_WEIGHT]
    seats = set(match.level.seats)
    items = [item for item in items if not item.firm or item.firm in seats]
    best = max(items, key=lambda item: (weight_of(item), item.month), default=None)
    if taken is not None and (best is None or weight_of(best) < 6):
        return (*taken, ())
    if best is not None:
        because = why(match, best)
        return match.words.news(best), best.firm, because.lines(match.words) if because is not None else ()
    grown = _most_grown(match, span)
    return (*grown, ()) if grown is not None else (say("caption-quiet"), "", ())


def _new_leader(match: Match, span: int) -> tuple[str, str] | None:
    """Who has come to lead by a measure since the last turn."""
    for measure in MEASURES:
        labs = match.history.series[measure]
        now = {key: match.history.latest(measure, key) or 0.0 for key in labs}
        before = {key: match.history.before(measure, key, span) or 0.0 for key in labs}
        if len(now) < 2 or not any(before.values()):
            continue
        first, last = max(now, key=lambda key: now[key]), max(before, key=lambda key: before[key])
        if first != last and now[first] > 0:
            return match.words.say(f"caption-leads-{measure}", firm=match.words.firm(first)), first
    return None


def _most_grown(match: Match, span: int) -> tuple[str, str] | None:
    """Whose running compute has grown most in the turn."""
    grown = {}
    for key in match.history.series["h100e"]:
        now, before = match.history.latest("h100e", key), match.history.before("h100e", key, span)
        if now and before:
            grown[key] = now - before
    if not grown or max(grown.values()) <= 0:
        return None
    firm = max(grown, key=lambda key: grown[key])
    now = match.history.latest("h100e", firm) or 0.0
    return match.words.say("caption-grows", firm=match.words.firm(firm), more=grown[firm], now=now), firm
