"""The series of the race chart: one's own figures exactly, rivals' as the public could estimate them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from levels.calendar import index_of

if TYPE_CHECKING:
    from agents.view import View
    from game.session import Session
    from game.telling.seat import Seat

MEASURES = ("valuation", "h100e", "elo", "revenue", "users")
_COLUMNS = {
    "valuation": "valuation_usd",
    "h100e": "h100e_online",
    "elo": "arena_elo",
    "revenue": "revenue_usd",
    "users": "consumers",
}
_FOGGED = {"h100e": "fleet", "revenue": "revenue"}
"""What is not public of rivals, by the name of its fog."""
_OWN = {
    "valuation": "record.valuation_usd",
    "h100e": "record.h100e_online",
    "elo": "record.arena_elo",
    "revenue": "me.run_rate_usd",
    "users": "record.consumers",
}
_RIVALS = {
    "valuation": "valuation_usd",
    "h100e": "h100e",
    "elo": "arena_elo",
    "revenue": "run_rate_usd",
    "users": "consumers",
}
"""The last value of a measure, as `game.explain` calls it."""
Number = float | int | None


class History:
    """Series by measure and firm, one value a month from the opening; None where a firm is no more.

    `bare` looks through no fog: everybody's figures as they are.
    """

    def __init__(self, session: Session, watcher: str, view: View | None = None, *, bare: bool = False) -> None:
        from game.record import COLUMNS

        self._at = {column.name: place for place, column in enumerate(COLUMNS)}
        self.months: list[str] = []
        self.series: dict[str, dict[str, list[Number]]] = {measure: {} for measure in MEASURES}
        self.own: dict[str, list[float | int | str]] = {}
        self.bare = bare
        self._read(session, watcher)
        if view is not None:
            self._know_better(view)

    def _read(self, session: Session, watcher: str) -> None:
        from game.views import fogged

        level, at = session.resolved.level, self._at
        labs = {key for key, firm in level.firms.items() if firm.lab is not None}
        for row in session.race.recorder.rows:
            firm, month = str(row[at["firm"]]), str(row[at["month"]])
            if not self.months or self.months[-1] != month:
                self.months.append(month)
            if firm == watcher:
                for name, place in at.items():
                    self.own.setdefault(name, []).append(row[place])
            if firm not in labs:
                continue
            gone = bool(row[at["defaulted"]])
            number = index_of(month, level.start)
            for measure, column in _COLUMNS.items():
                value = float(row[at[column]]) * (12.0 if measure == "revenue" else 1.0)
                if measure in _FOGGED and firm != watcher and not self.bare:
                    value = fogged(session.race, firm, _FOGGED[measure], value, number)
                known = None if gone or (measure == "elo" and not value) else value
                self.series[measure].setdefault(firm, []).append(known)

    def _know_better(self, view: View) -> None:
        """The last month of rivals is what the view says: claims count until they are checked."""
        for key, rival in view.rivals.items():
            now = {
                "valuation": rival.valuation_usd,
                "h100e": rival.h100e,
                "elo": rival.arena_elo,
                "revenue": rival.run_rate_usd,
                "users": rival.consumers,
            }
            for measure, value in now.items():
                values = self.series[measure].get(key)
                if values and values[-1] is not None:
                    values[-1] = value
        revenue = self.series["revenue"].get(view.me.key)
        if revenue and revenue[0] == 0:
            revenue[0] = view.me.run_rate_usd if len(revenue) == 1 else revenue[1]

    def latest(self, measure: str, firm: str) -> Number:
        values = self.series[measure].get(firm) or [None]
        return values[-1]

    def before(self, measure: str, firm: str, months: int) -> Number:
        """The value so many months before the latest; None at the opening."""
        values = self.series[measure].get(firm) or []
        return values[-1 - months] if len(values) > months else None

    def own_before(self, column: str, months: int) -> float | None:
        """One's own figure of a column so many months ago, None if the game is younger."""
        values = self.own.get(column, [])
        return float(values[-1 - months]) if len(values) > months else None

    def own_latest(self, column: str) -> float:
        values = self.own.get(column) or [0]
        return float(values[-1])


def latest_of(seat: Seat, measure: str, firm: str) -> str:
    """The address of the last value of a measure, one's own or a rival's."""
    if measure == "revenue" and firm == seat.firm and len(seat.history.months) > 1:
        return "year.revenue_usd"
    return _OWN[measure] if firm == seat.firm else f"rivals.{firm}.{_RIVALS[measure]}"
