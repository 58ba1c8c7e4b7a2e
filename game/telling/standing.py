"""Places in the race by a measure, now and a turn ago, and each rival's last move in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agents.view import News
    from game.telling.seat import Seat

QUIET = ("news-connected", "news-delivery", "news-rumour", "news-left-round", "news-petition")
"""What befalls a firm rather than what it does."""


def ranks_now(seat: Seat, measure: str) -> dict[str, int]:
    return _ranks({key: seat.history.latest(measure, key) for key in seat.history.series[measure]})


def ranks_then(seat: Seat, measure: str) -> dict[str, int]:
    """A turn ago; empty at the opening."""
    span = seat.view.months_per_turn
    return _ranks({key: seat.history.before(measure, key, span) for key in seat.history.series[measure]})


def _ranks(values: dict[str, float | int | None]) -> dict[str, int]:
    known = sorted(((value, key) for key, value in values.items() if value is not None), key=lambda p: (-p[0], p[1]))
    return {key: place for place, (_, key) in enumerate(known, 1)}


def last_move(seat: Seat, firm: str) -> News | None:
    """The latest public act of a firm, or the latest news of it."""
    mine = [item for item in seat.session.news() if item.firm == firm]
    acts = [item for item in mine if item.text.key not in QUIET]
    latest = acts or mine
    return latest[-1] if latest else None
