"""What the race sounds like: the effect of a turn, of the plan and of the end, and the mood of the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.telling.limits import THIN_RUNWAY_MONTHS

if TYPE_CHECKING:
    from game.desktop.match import Match

LIVE = ("news-connected", "news-hall", "news-giant-done", "news-anchor-ready", "news-opened")
RELEASED = ("news-release",)


def mood_of(match: Match) -> str:
    """How the race stands for the firm that is looked through: tense for want of cash, ahead, behind or even."""
    me = match.view.me
    if not me.alive or match.view.role is not None:
        return "behind" if not me.alive else "even"
    if match.steering and me.runway_months < THIN_RUNWAY_MONTHS:
        return "tense"
    rivals = [rival.valuation_usd for rival in match.view.rivals.values() if rival.alive and rival.seat]
    above = sum(worth > me.valuation_usd for worth in rivals)
    if above == 0 or 3 * above < len(rivals):
        return "ahead"
    return "behind" if 3 * above >= 2 * len(rivals) else "even"


def turn_effect(match: Match) -> str:
    """The one effect that tells what the last turn brought to the firm."""
    own = [item for item in match.news_since(match.view.months_per_turn) if item.firm == match.firm]
    keys = {item.text.key for item in own}
    if keys & set(RELEASED):
        return "release"
    if keys & set(LIVE):
        return "live"
    return "good" if sum(item.tone for item in own) >= 0 else "bad"


def end_effect(match: Match) -> str:
    """Win or loss of a person; watchers hear a win."""
    if match.firm not in match.people:
        return "win"
    return "win" if match.session.result().won(match.firm) else "loss"
