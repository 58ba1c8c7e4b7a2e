"""The leaderboard: labs in the order of the chosen measure, rivals by what the public knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop import theme
from game.desktop.frames import Panel
from game.desktop.screens.goal_strip import HEIGHT as STRIP_HEIGHT
from game.desktop.screens.goal_strip import GoalStrip
from game.desktop.table import Cell, Column, Row, Table
from game.telling.history import latest_of
from game.telling.standing import last_move, ranks_now, ranks_then

if TYPE_CHECKING:
    from game.desktop.match import Match


ROOMY = 520
"""From this width on each rival's last move stands in its row."""
FIXED = 6


class BoardPanel(Panel):
    """A click on a column's head sorts by it, through `sorted_by(measure)`; one on a row opens it, `opened(firm)`."""

    def __init__(
        self,
        match: Match,
        rect: tuple[int, int, int, int],
        sorted_by: Callable[[str], None],
        opened: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__("board", rect, match.words.say("board-title"), icon="trophy")
        self.match, self.measure = match, "valuation"
        say = match.words.say
        self.columns = [
            Column("rank", "#", 14),
            Column("moved", "", 22, tip=say("board-moved-tip")),
            Column("firm", say("board-firm"), -1),
            Column("elo", say("board-elo"), 46, "right", say("board-elo-tip"), True),
            Column("h100e", say("board-h100e"), 56, "right", say("board-h100e-tip"), True),
            Column("valuation", say("board-valuation"), 60, "right", sortable=True),
        ]
        self.table = Table("board.table", (0, 0, 0, 0), self.columns, on_sort=sorted_by, on_open=opened)
        self.table.click_opens = True
        self.strip = GoalStrip(match)
        self.add(self.table, self.strip)
        self.lay()

    def lay(self) -> None:
        x, y, wide, high = self.rect
        low = STRIP_HEIGHT if self.strip.visible else 0
        self.table.rect = self.rect.__class__(x + 6, y + 36, wide - 12, high - 40 - low)
        self.strip.rect = self.rect.__class__(x + 10, y + high - low, wide - 20, low)
        if bool(self.shows_moves) != (wide >= ROOMY) and self.table.rows:
            self.refresh(self.measure)

    @property
    def shows_moves(self) -> bool:
        return self.columns[-1].key == "move"

    def refresh(self, measure: str) -> None:
        self.measure = measure
        self.strip.refresh()
        moved = _moves(self.match, measure)
        figures = self.match.words.figures
        match, history, span = self.match, self.match.history, self.match.view.months_per_turn
        self.note = match.words.say(f"board-by-{measure}")
        labs = list(history.series[measure])
        alive = {match.firm: match.alive} | {key: rival.alive for key, rival in match.view.rivals.items()}
        labs.sort(key=lambda key: (not alive.get(key, True), -(history.latest(measure, key) or 0), key))
        rows = []
        last = measure if measure in ("revenue", "users") else "valuation"
        heading = match.words.say(f"board-{last}")
        self.columns = [*self.columns[: FIXED - 1], Column(last, heading, 60, "right", sortable=True)]
        if self.rect.w >= ROOMY:
            self.columns.append(Column("move", match.words.say("board-last"), -2, cut=True))
        self.table.columns = self.columns
        write = figures.cards if last == "users" else figures.money
        for place, key in enumerate(labs, 1):
            mine, gone = key == match.firm, not alive.get(key, True)
            tone = "muted" if gone else "text"
            cells = [
                Cell(str(place), "muted"),
                moved.get(key, Cell()),
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
            if self.shows_moves:
                cells.append(Cell(self._move(key), "soft"))
            rows.append(Row(key, cells, marked=mine, tip=self._tip(key, span)))
        self.table.rows = rows

    def _tip(self, key: str, span: int) -> str:
        match, say = self.match, self.match.words.say
        if key == match.firm:
            return ""
        rival = match.view.rivals.get(key)
        if rival is None or not rival.alive:
            return ""
        known = say(
            "board-tip",
            firm=rival.name,
            cash=rival.cash_usd,
            revenue=round(rival.run_rate_usd),
            users=rival.consumers,
            staff=rival.staff,
        )
        move = self._move(key)
        return "\n".join([known, *([say("board-last-tip", move=move)] if move else []), say("board-open-tip")])

    def _move(self, firm: str) -> str:
        """What a firm did last, in the words of the news without its name."""
        item = last_move(self.match, firm)
        if item is None:
            return ""
        words, name = self.match.words.news(item), self.match.words.firm(firm)
        for start in (f"{name}: ", f"{name} "):
            if words.startswith(start):
                words = words[len(start) :]
        return words[:1].upper() + words[1:]


def _moves(match: Match, measure: str) -> dict[str, Cell]:
    """An arrow and by how many places, for those whose place has changed in the last turn."""
    then, now = ranks_then(match, measure), ranks_now(match, measure)
    return {
        key: Cell(
            f"▲{then[key] - place}" if place < then[key] else f"▼{place - then[key]}",
            "good" if place < then[key] else "bad",
        )
        for key, place in now.items()
        if key in then and then[key] != place
    }
