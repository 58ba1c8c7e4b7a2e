"""Ribbons: who holds which record of a race. Each is a column of the record and how it is read; no thresholds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from game.session import Session


@dataclass(frozen=True, slots=True)
class Ribbon:
    """`how`: the highest value of any month, the mean of all months, or the lowest of any month."""

    key: str
    column: str
    how: Literal["peak", "mean", "floor"]
    icon: str
    shown: Literal["money", "cards", "whole", "power", "flop", "percent"]
    unit: Literal["", "h100e", "flop", "elo", "users"] = ""
    """What is counted, where the figure alone does not say it."""
    least: bool = False
    """Whether the smallest value wins."""


RIBBONS = (
    Ribbon("worth", "valuation_usd", "peak", "trending-up", "money"),
    Ribbon("earner", "revenue_usd", "peak", "dollar-sign", "money"),
    Ribbon("fleet", "h100e_online", "peak", "cpu", "cards", "h100e"),
    Ribbon("cluster", "largest_cluster_h100e", "peak", "server", "cards", "h100e"),
    Ribbon("run", "largest_training_flop", "peak", "brain-circuit", "flop", "flop"),
    Ribbon("model", "arena_elo", "peak", "trophy", "whole", "elo"),
    Ribbon("users", "consumers", "peak", "users", "cards", "users"),
    Ribbon("power", "mw_online", "peak", "zap", "power"),
    Ribbon("lit", "h100e_idle", "mean", "lightbulb", "cards", "h100e", least=True),
    Ribbon("trusted", "trust", "mean", "shield", "percent"),
    Ribbon("spotless", "trust", "floor", "leaf", "percent"),
)


@dataclass(frozen=True, slots=True)
class Won:
    ribbon: Ribbon
    firm: str
    value: float
    month: str
    """In which it was reached; "" for a mean."""


def won(session: Session) -> list[Won]:
    """The holder of each record among the seats; what nobody holds alone is left out."""
    from game.record import COLUMNS

    at = {column.name: place for place, column in enumerate(COLUMNS)}
    seats = [seat for seat in session.resolved.level.seats if session.resolved.level.firms[seat].lab is not None]
    rows = [row for row in session.race.recorder.rows if row[at["firm"]] in seats]
    found = []
    for ribbon in RIBBONS:
        best: dict[str, tuple[float, str]] = {}
        for seat in seats:
            values = [
                (float(row[at[ribbon.column]]), str(row[at["month"]]))
                for row in rows
                if row[at["firm"]] == seat and not row[at["defaulted"]]
            ]
            if not values:
                continue
            if ribbon.how == "peak":
                best[seat] = max(values, key=lambda pair: pair[0])
            elif ribbon.how == "floor":
                best[seat] = min(values, key=lambda pair: pair[0])
            else:
                best[seat] = (sum(value for value, _ in values) / len(values), "")
        if len(best) < 2:
            continue
        order = sorted(best, key=lambda seat: best[seat][0], reverse=not ribbon.least)
        if best[order[0]][0] == best[order[1]][0] or (not ribbon.least and best[order[0]][0] <= 0):
            continue
        found.append(Won(ribbon, order[0], *best[order[0]]))
    return found
