"""What a teacher takes home: one CSV of decisions, one of outcomes, and the race as a save that the game can open."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

if TYPE_CHECKING:
    from game.classroom.game import Game
    from game.classroom.room import Room

DECISIONS = ("turn", "month", "firm", "decided_by", "number", "order", "in_words", "values")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def decisions(room: Room, game: Game) -> str:
    """A line an order of every finished turn, and one for a turn without any; who decided: team, mind or nobody."""
    rows: list[tuple[Any, ...]] = []
    span = game.level.months_per_turn
    for closed in room.closed:
        if closed.turn >= room.turn:
            continue
        month = game.seat(game.seats[0], "en").words.figures.month(_month(game, (closed.turn - 1) * span + 1))
        for firm, orders in closed.plans.items():
            by = "nobody" if firm in closed.missed else "mind" if firm in closed.minds else "team"
            words = game.seat(firm, "en").words
            if not orders:
                rows.append((closed.turn, month, firm, by, 0, "", "", ""))
            for number, order in enumerate(orders, 1):
                values = to_builtins(order)
                kind = values.pop("order")
                told = "; ".join(f"{key}={value}" for key, value in values.items())
                rows.append((closed.turn, month, firm, by, number, kind, words.order(order), told))
    return _csv(DECISIONS, rows)


def outcomes(game: Game) -> str:
    """The record of every month of the seats, in the columns of docs/columns.md."""
    from game.record import COLUMNS

    names = [column.name for column in COLUMNS]
    at = names.index("firm")
    return _csv(names, [row for row in game.session.race.recorder.rows if row[at] in game.seats])


def _month(game: Game, number: int) -> str:
    from levels.calendar import month_of

    return month_of(number, game.level.start)


def _csv(names: Any, rows: Any) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([[_safe(value) for value in row] for row in rows])
    return text.getvalue()


def _safe(value: Any) -> Any:
    """Words that a spreadsheet would take for a formula are kept words."""
    return "'" + value if isinstance(value, str) and value.startswith(FORMULA) else value
