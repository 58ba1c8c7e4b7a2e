"""Forecasts without hindsight: many games from a start, their assumptions drawn too, as bands by month and firm.

Each seed is one draw of all that is not known (`game.lab.priors`) and of all chance; each mind plays every seed. A
band is a quantile over the games of one mind, or of all ("all"), of one record column for one firm in one month;
of `binding` there is the part of games in which each limit binds.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pyarrow as pa

from game.lab import pool, priors, solo, tables
from game.lab.seats import Asked, minds_of
from game.lab.trouble import LabError
from game.record import COLUMNS
from levels.calendar import month_of
from levels.loader import Resolved
from levels.words import BINDINGS

QUANTILES = (0.05, 0.25, 0.50, 0.75, 0.95)
ALL = "all"
"""Name of the bands over the games of all minds together."""
FILE = "forecast.parquet"

PLACE = {column.name: index for index, column in enumerate(COLUMNS)}
FIGURES = [
    column.name for column in COLUMNS if column.kind in ("int", "float", "bool") and column.name not in ("game", "seed")
]
"""Record columns that have bands."""


class Piece(msgspec.Struct, frozen=True):
    """One game to play."""

    resolved: Resolved
    seed: int
    mind: str
    drawn: bool


class Bands(msgspec.Struct, frozen=True):
    """What came of it. `figures`: by mind an array (games, months, firms, columns), NaN where nothing is recorded."""

    level: str
    months: list[str]
    firms: list[str]
    columns: list[str]
    figures: dict[str, Any]


def play(piece: Piece) -> Any:
    """The figures of one game as an array (months, firms, columns) of float32."""
    resolved = priors.draw(piece.resolved, piece.seed) if piece.drawn else piece.resolved
    minds = minds_of(resolved.level, piece.mind)
    played = solo.play(resolved, Asked(0, piece.seed, {}, minds))
    return figures_of(resolved, played.records)


def figures_of(resolved: Resolved, records: Sequence[tuple[Any, ...]]) -> Any:
    """Record rows as an array (months, firms, columns)."""
    firms = _firms(resolved)
    months = {month: index for index, month in enumerate(_months(resolved))}
    rows = {firm: index for index, firm in enumerate(firms)}
    places = [PLACE[name] for name in FIGURES]
    found = np.full((len(months), len(firms), len(FIGURES) + len(BINDINGS)), np.nan, dtype=np.float32)
    for row in records:
        cell = found[months[row[PLACE["month"]]], rows[row[PLACE["firm"]]]]
        cell[: len(FIGURES)] = [row[place] for place in places]
        cell[len(FIGURES) :] = [row[PLACE["binding"]] == limit for limit in BINDINGS]
    return found


def _firms(resolved: Resolved) -> list[str]:
    return [key for key, facts in resolved.level.firms.items() if facts.lab or facts.cloud or facts.affiliate]


def _months(resolved: Resolved) -> list[str]:
    return [month_of(index, resolved.level.start) for index in range(resolved.level.months + 1)]


def make(
    resolved: Resolved,
    minds: Sequence[str],
    games: int,
    *,
    seed: int = 1,
    drawn: bool = True,
    workers: int = 1,
    progress: Callable[[int, int], None] = lambda done, whole: None,
) -> Bands:
    """Play so many seeds with each mind in all labs. Raises LabError for a mind that is not there."""
    for mind in minds:
        minds_of(resolved.level, mind)
    if len(set(minds)) < len(minds):
        raise LabError(f"--minds {','.join(minds)}: a mind stands twice")
    pieces = [Piece(resolved, seed + game, mind, drawn) for game in range(games) for mind in minds]
    shape = (games, resolved.level.months + 1, len(_firms(resolved)), len(FIGURES) + len(BINDINGS))
    figures = {mind: np.full(shape, np.nan, dtype=np.float32) for mind in minds}
    for index, found in pool.each(play, pieces, workers, progress):
        figures[pieces[index].mind][index // len(minds)] = found
    columns = [*FIGURES, *(f"binding_{limit}" for limit in BINDINGS)]
    return Bands(resolved.name, _months(resolved), _firms(resolved), columns, figures)


def quantiles(bands: Bands) -> dict[str, Any]:
    """By mind (and for all together) the quantiles and the mean: an array (6, months, firms, columns)."""
    groups = dict(bands.figures)
    if len(groups) > 1:
        groups[ALL] = np.concatenate(list(groups.values()))
    found = {}
    for name, figures in groups.items():
        parts = [*np.quantile(figures.astype(np.float64), QUANTILES, axis=0), figures.mean(axis=0, dtype=np.float64)]
        found[name] = np.stack(parts)
    return found


def table(bands: Bands) -> Any:
    """The bands as an Arrow table: one row a mind, month, firm and column."""
    months, firms, columns = len(bands.months), len(bands.firms), len(bands.columns)
    cells = months * firms * columns
    month = np.repeat(np.array(bands.months), firms * columns)
    firm = np.tile(np.repeat(np.array(bands.firms), columns), months)
    column = np.tile(np.array(bands.columns), months * firms)
    parts = []
    for mind, values in quantiles(bands).items():
        games = len(bands.figures[mind]) if mind in bands.figures else sum(len(each) for each in bands.figures.values())
        made = {
            "level": pa.array([bands.level] * cells).dictionary_encode(),
            "mind": pa.array([mind] * cells).dictionary_encode(),
            "month": pa.array(month).dictionary_encode(),
            "firm": pa.array(firm).dictionary_encode(),
            "column": pa.array(column).dictionary_encode(),
            "games": pa.array(np.full(cells, games, dtype=np.int64)),
        }
        for name, part in zip(("p05", "p25", "p50", "p75", "p95", "mean"), values, strict=True):
            made[name] = pa.array(part.reshape(cells))
        parts.append(pa.table(made))
    return pa.concat_tables(parts).unify_dictionaries()


def write(bands: Bands, folder: Path) -> Path:
    """Write the table into the folder."""
    file = folder / FILE
    tables.write(table(bands), file)
    return file
