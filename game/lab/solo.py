"""Plays one game with minds in all seats and says how it ended. Batches and `run` both play through here."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from game.lab import measures
from game.lab.seats import Asked
from game.lab.tables import GameRow, SeatScore, place_of
from game.lab.wanted import Wanted
from game.race import Race
from game.score import Result, Scores
from game.session import Session
from levels.loader import Resolved


class Played(msgspec.Struct, frozen=True):
    """A finished game: its row, its records (rows in the order of `game.record.COLUMNS`), and more to show."""

    row: GameRow
    records: list[tuple[Any, ...]]
    result: Result
    seconds: float
    measured: dict[str, float] = {}
    """What was asked of it, by `Wanted.key`."""


def play(
    resolved: Resolved, asked: Asked, *, records: bool = True, wanted: Sequence[Wanted] = (), save: Path | None = None
) -> Played:
    """Play the game to the level's last month, and measure what is `wanted` of it; write it to `save` in the end."""
    begun = time.perf_counter()
    session = Session.new(resolved, asked.seed, asked.minds) if save is not None else None
    if session is not None:
        race = session.race
    else:
        race = Race(resolved, asked.seed, asked.minds, every_month=records or bool(wanted))
    try:
        probes = measures.watch(race, wanted)
        result = race.play_out() if session is None else session.play_out()
        if session is not None and save is not None:
            session.save(save)
        measured = measures.take(race, result, probes, wanted)
        row = _row(resolved, asked, result, race)
        rows = [(asked.game, *row_of_month[1:]) for row_of_month in race.recorder.rows]
        return Played(row, rows, result, time.perf_counter() - begun, measured)
    finally:
        race.dispose()


def _row(resolved: Resolved, asked: Asked, result: Result, race: Race) -> GameRow:
    return GameRow(
        **place_of(resolved.name, asked),
        winner=result.winner,
        winners=result.winners,
        turns=result.turns,
        months=result.months,
        reason=result.reason,
        digest=result.digest,
        scores=tuple(
            _seat(firm, race.steered_by[firm], rank, each) for rank, (firm, each) in enumerate(result.scores.items(), 1)
        ),
        trouble=race.troubles(),
        orders={
            firm: {kind: (done, refused) for kind, (done, refused) in counts.items()}
            for firm, counts in race.recorder.orders.items()
        },
    )


def _seat(firm: str, mind: str, rank: int, scores: Scores) -> SeatScore:
    return SeatScore(firm, mind, scores.total, rank, dict(scores.raw))
