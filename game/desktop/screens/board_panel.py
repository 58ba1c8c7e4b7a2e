"""The leaderboard: labs in the order of the chosen measure, rivals by what the public knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop import theme
from game.desktop.frames import Panel
from game.desktop.history import latest_of
from game.desktop.table import Cell, Column, Row, Table

if TYPE_CHECKING:
    from game.desktop.match import Match


class BoardPanel(Panel):
    """A click on a column's head sorts by it, through `sorted_by(measure)`."""

    def __init__(self, match: Match, rect: tuple[int, int, int, int], sorted_by: Callable[[str], None]) -> None:
        super().__init__("board", rect, match.words.say("board-title"), icon="trophy")
        self.match = match
        say = match.words.say
        self.columns = [
            Column("rank", "#", 14),
            Column("firm", say("board-firm"), -1),
            Column("elo", say("board-elo"), 46, "right", say("board-elo-tip"), True),
            Column("h100e", say("board-h100e"), 56, "right", say("board-h100e-tip"), True),
            Column("valuation", say("board-valuation"), 60, "right", sortable=True),
        ]
        self.table = Table("board.table", (0, 0, 0, 0), self.columns, on_sort=sorted_by)
        self.add(self.table)
        self.lay()

    def lay(self) -> None:
        x, y, wide, high = self.rect
        self.table.rect = self.rect.__class__(x + 6, y + 36, wide - 12, high - 40)

    def refresh(self, measure: str) -> None:
        figures = self.match.words.figures
        match, history, span = self.match, self.match.history, self.match.view.months_per_turn
        self.note = match.words.say(f"board-by-{measure}")
        labs = list(history.series[measure])
        alive = {match.firm: match.alive} | {key: rival.alive for key, rival in match.view.rivals.items()}
        labs.sort(key=lambda key: (not alive.get(key, True), -(history.latest(measure, key) or 0), key))
        rows = []
        last = measure if measure in ("revenue", "users") else "valuation"
        self.columns[-1] = Column(last, match.words.say(f"board-{last}"), 60, "right", sortable=True)
        self.table.columns = self.columns
        write = figures.cards if last == "users" else figures.money
        for place, key in enumerate(labs, 1):
            mine, gone = key == match.firm, not alive.get(key, True)
            tone = "muted" if gone else "text"
            cells = [
                Cell(str(place), "muted"),
                Cell(match.words.firm(key), tone, theme.firm_colour(match.words.colour(key))),
            ]
            if gone:
                cells += [Cell("–", tone), Cell("–", tone), Cell(match.words.say("board-gone"), "bad")]
            else:
                fleet = figures.cards(history.latest("h100e", key) or 0)
                elo, shown = f"{history.latest('elo', key) or 0:,.0f}", write(history.latest(last, key) or 0)
                cells += [
                    Cell(elo, strong=measure == "elo", about=latest_of(match, "elo", key)),
                    Cell(
                        fleet if mine else f"~{fleet}",
                        strong=measure == "h100e",
                        about=latest_of(match, "h100e", key),
                    ),
                    Cell(shown, strong=measure == last, about=latest_of(match, last, key)),
                ]
            rows.append(Row(key, cells, marked=mine, tip=self._tip(key, span)))
        self.table.rows = rows

    def _tip(self, key: str, span: int) -> str:
        match, say = self.match, self.match.words.say
        if key == match.firm:
            return ""
        rival = match.view.rivals.get(key)
        if rival is None or not rival.alive:
            return ""
        return say(
            "board-tip",
            firm=rival.name,
            cash=rival.cash_usd,
            revenue=round(rival.run_rate_usd),
            users=rival.consumers,
            staff=rival.staff,
        )
