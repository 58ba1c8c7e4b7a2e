"""Reads the folder of a batch (or of one `run --out`) into arrays: games by firms, and records by games, months, firms.

Takes what is there: records, orders and manifest may be missing, games may all have failed. Nothing is played.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from assets.colours import STANDARD_FIRMS
from game.lab.journal import JOURNAL_FILE, stored_plan
from game.lab.statistics import Floats
from game.lab.tables import GAMES_FILE, RECORDS_FILE
from game.lab.trouble import LabError
from game.score import COMPONENTS
from levels import loader
from levels.schema import Level

MANIFEST_FILE = "manifest.json"
NEEDED = ("game", "level", "seed", "winners", "months", "reason", "scores", "error")
"""Columns of `games` without which there is no report."""
Places = NDArray[np.int64]


class Firm(msgspec.Struct, frozen=True):
    """A seat of the race. `colour` is a name of `assets.colours`."""

    key: str
    name: str
    colour: str


class Arm(msgspec.Struct, frozen=True):
    """One variant that was played. `label` says what sets it apart; "" if it is alone."""

    settings: dict[str, str]
    minds: dict[str, str]
    label: str


class Failed(msgspec.Struct, frozen=True):
    """A game that could not be played to its end."""

    game: int
    seed: int
    arm: int
    error: str


class Orders(msgspec.Struct, frozen=True):
    """What was ordered: arrays (kinds, firms) of orders carried out and refused, and of games with any of them."""

    kinds: list[str]
    done: Floats
    refused: Floats
    games: Floats


class Games(msgspec.Struct, frozen=True):
    """The games that were played to their end; arrays have one row a game and one column a firm."""

    number: Places
    seed: Places
    pair: list[tuple[int, int]]
    """What games on the same luck share: seed and seat rotation."""
    arm: Places
    won: Floats
    """1 for the winner; parts where a win is shared."""
    score: Floats
    """NaN where a firm had no seat."""
    rank: Floats
    components: Floats
    """(games, firms, components)."""
    months: Places
    reason: list[str]

    def __len__(self) -> int:
        return len(self.number)


class Records:
    """The months of a batch, one column at a time: an array (games, months, firms)."""

    def __init__(self, file: Path, games: Sequence[int], firms: Sequence[str]) -> None:
        self.file, self._games, self._firms = file, games, firms

    @cached_property
    def months(self) -> list[str]:
        """Calendar months in order; the first is the opening."""
        return sorted(pc.unique(self._read("month").combine_chunks()).to_pylist())

    @cached_property
    def _cells(self) -> tuple[Any, tuple[Places, Places, Places]]:
        places = [
            np.asarray(pc.fill_null(pc.index_in(self._read(name), pa.array(known)), -1), dtype=np.int64)
            for name, known in (("game", list(self._games)), ("month", self.months), ("firm", list(self._firms)))
        ]
        kept = (places[0] >= 0) & (places[2] >= 0)
        return kept, (places[0][kept], places[1][kept], places[2][kept])

    def column(self, name: str) -> Floats:
        """A column's figures; NaN where nothing is recorded."""
        kept, cells = self._cells
        found = np.full((len(self._games), len(self.months), len(self._firms)), np.nan)
        found[cells] = np.asarray(self._read(name), dtype=np.float64)[kept]
        return found

    def shares(self, name: str) -> dict[str, Floats]:
        """Of a column of words, by word an array (games, months, firms): 1 where it stands, NaN where nothing does."""
        kept, cells = self._cells
        words = self._read(name)
        found = {}
        for word in sorted(pc.unique(words.combine_chunks()).to_pylist()):
            found[word] = np.full((len(self._games), len(self.months), len(self._firms)), np.nan)
            found[word][cells] = np.asarray(pc.equal(words, word), dtype=np.float64)[kept]
        return found

    def _read(self, name: str) -> Any:
        return _table(self.file, [name]).column(name)


class Batch(msgspec.Struct, frozen=True):
    """All that a report tells of."""

    folder: Path
    level: str
    title: str
    own_goal: bool
    """Whether the level is won by a goal of its own and not by the score against par."""
    firms: list[Firm]
    arms: list[Arm]
    games: Games
    failed: list[Failed]
    orders: Orders | None
    records: Records | None
    manifest: dict[str, Any]


def read(folder: Path) -> Batch:
    """Read what a batch left. Raises LabError, in one line, if that is nothing."""
    if not folder.is_dir():
        raise LabError(f"{folder}: no such folder; name one that batch or run --out wrote")
    file = folder / GAMES_FILE
    if not file.is_file():
        if (folder / JOURNAL_FILE).exists():
            raise LabError(f"{folder}: its batch is not finished; the same batch command finishes it")
        raise LabError(f"{folder}: holds no {GAMES_FILE}; name a folder that batch or run --out wrote")
    table = _table(file, None)
    missing = [name for name in NEEDED if name not in table.column_names]
    if missing:
        raise LabError(f"{file}: is no table of games (it has no column {missing[0]}); name a folder of a batch")
    if not table.num_rows:
        raise LabError(f"{file}: holds no game; the batch command plays some")
    table = table.sort_by("game")
    level_name = str(table.column("level")[0].as_py())
    level = _level(folder, level_name)
    arms, of_rows = _arms(table)
    fine = np.asarray(pc.equal(table.column("error"), ""), dtype=bool)
    played = table.filter(pa.array(fine))
    seats = _exploded(played, "scores")
    firms = _firms(level, list(dict.fromkeys(seats[1].column("firm").to_pylist())) if seats[1].num_rows else [])
    games = _games(played, of_rows[fine], seats, [each.key for each in firms])
    records = folder / RECORDS_FILE
    has_records = records.is_file() and len(games) and _table(records, []).num_rows
    return Batch(
        folder,
        level_name,
        level.title if level is not None else level_name,
        level is not None and level.goal is not None and level.goal.of != "score",
        firms,
        arms,
        games,
        _failed(table.filter(pa.array(~fine)), of_rows[~fine]),
        _orders(played, firms),
        Records(records, games.number.tolist(), [each.key for each in firms]) if has_records else None,
        _manifest(folder / MANIFEST_FILE),
    )


def _table(file: Path, columns: list[str] | None) -> Any:
    try:
        return pq.read_table(file, columns=columns)
    except (OSError, pa.ArrowException) as error:
        told = " ".join(str(error).split()).rpartition("': ")[2]  # without the path, which stands before it
        reason = told.split(". ")[0][:120]
        raise LabError(f"{file}: cannot be read ({reason}); the same batch command makes it again") from None


def _manifest(file: Path) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(file.read_bytes())
    except (OSError, msgspec.DecodeError):
        return {}
    return found if isinstance(found, dict) else {}


def _level(folder: Path, name: str) -> Level | None:
    """The level for its names and colours: as the batch kept it, else as it is now; None for one that is unknown."""
    plan = stored_plan(folder)
    try:
        return plan.resolved(0).level if plan is not None else loader.load(name).level
    except (ValueError, OSError, IndexError):
        return None


def _firms(level: Level | None, keys: Sequence[str]) -> list[Firm]:
    """Seats in the level's order, each with a colour that no other has while there are some left."""
    order = [*level.seats, *keys] if level is not None else sorted(keys)
    found: list[Firm] = []
    for key in dict.fromkeys(each for each in order if each in keys):
        facts = level.firms.get(key) if level is not None else None
        wanted = facts.colour if facts is not None else ""
        used = {each.colour for each in found}
        free = [each for each in STANDARD_FIRMS if each not in used]
        fits = wanted in STANDARD_FIRMS and wanted not in used
        found.append(Firm(key, facts.name if facts is not None else key, wanted if fits or not free else free[0]))
    return found


def _arms(table: Any) -> tuple[list[Arm], Places]:
    """The variants in the order in which they were planned, and each row's. Minds that rotate are one variant."""

    def words(name: str) -> list[str]:
        return table.column(name).to_pylist() if name in table.column_names else [""] * table.num_rows

    points, names, settings, minds = (words(name) for name in ("point", "arm", "settings", "minds"))
    keys = [each or f"{setting} {mind}" for each, setting, mind in zip(points, settings, minds, strict=True)]
    places: dict[str, int] = {}
    rows = np.array([places.setdefault(each, len(places)) for each in keys], dtype=np.int64)
    firsts = [keys.index(each) for each in places]
    given = [(_words(settings[row]), _words(minds[row])) for row in firsts]
    varying = list(dict.fromkeys(path for setting, _ in given for path in setting))
    varying = [path for path in varying if len({setting.get(path) for setting, _ in given}) > 1]
    minds_vary = len({minds[row] for row in firsts}) > 1
    arms = [
        Arm(setting, mind, names[row] or _label(setting, mind, varying, minds_vary))
        for row, (setting, mind) in zip(firsts, given, strict=True)
    ]
    return arms, rows


def _words(text: str) -> dict[str, str]:
    try:
        found = msgspec.json.decode(text)
    except msgspec.DecodeError:
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _label(settings: dict[str, str], minds: dict[str, str], varying: Sequence[str], minds_vary: bool) -> str:
    parts = [f"{path}={settings.get(path, 'as in the level')}" for path in varying]
    if minds_vary:
        if len(minds) > 1 and len(set(minds.values())) == 1:
            parts.append(f"all {next(iter(minds.values()))}")
        else:
            parts += [f"{firm}: {mind}" for firm, mind in minds.items()] or ["the level's minds"]
    return ", ".join(parts)


def _exploded(table: Any, name: str) -> tuple[Places, Any]:
    """The entries of a column of lists as a table of their own, and the row of each."""
    column = table.column(name).combine_chunks()
    column = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    rows = np.asarray(pc.list_parent_indices(column), dtype=np.int64)
    return rows, pa.Table.from_struct_array(column.flatten())


def _games(played: Any, arm: Places, seats: tuple[Places, Any], firms: Sequence[str]) -> Games:
    rows, entries = seats
    shape = (played.num_rows, len(firms))
    places = np.asarray(pc.index_in(entries.column("firm"), pa.array(list(firms), pa.string())), dtype=np.int64)

    def spread(name: str) -> Floats:
        found = np.full(shape, np.nan)
        if len(rows) and name in entries.column_names:
            found[rows, places] = np.asarray(entries.column(name), dtype=np.float64)
        return found

    won = np.zeros(shape)
    index = {firm: place for place, firm in enumerate(firms)}
    for row, text in enumerate(played.column("winners").to_pylist()):
        winners = [index[each] for each in text.split(",") if each in index]
        won[row, winners] = 1.0 / max(1, len(winners))
    seed = np.asarray(played.column("seed"), dtype=np.int64)
    rotation = np.asarray(played.column("rotation"), dtype=np.int64) if "rotation" in played.column_names else 0 * seed
    return Games(
        np.asarray(played.column("game"), dtype=np.int64),
        seed,
        list(zip(seed.tolist(), rotation.tolist(), strict=True)),
        arm,
        won,
        spread("score"),
        spread("rank"),
        np.stack([spread(name) for name in COMPONENTS], axis=2),
        np.asarray(played.column("months"), dtype=np.int64),
        played.column("reason").to_pylist(),
    )


def _failed(table: Any, arm: Places) -> list[Failed]:
    columns = [table.column(name).to_pylist() for name in ("game", "seed", "error")]
    return [
        Failed(game, seed, int(place), error) for game, seed, error, place in zip(*columns, arm.tolist(), strict=True)
    ]


def _orders(played: Any, firms: Sequence[Firm]) -> Orders | None:
    if "orders" not in played.column_names or not played.num_rows:
        return None
    _, entries = _exploded(played, "orders")
    kinds = sorted(pc.unique(entries.column("order").combine_chunks()).to_pylist())
    firm = np.asarray(
        pc.fill_null(pc.index_in(entries.column("firm"), pa.array([each.key for each in firms], pa.string())), -1),
        dtype=np.int64,
    )
    kind = np.asarray(pc.index_in(entries.column("order"), pa.array(kinds, pa.string())), dtype=np.int64)
    kept = firm >= 0
    cells = (kind[kept], firm[kept])
    counts = [np.asarray(entries.column(name), dtype=np.float64)[kept] for name in ("done", "refused")]
    sums = []
    for each in (counts[0], counts[1], (counts[0] + counts[1] > 0).astype(np.float64)):
        found = np.zeros((len(kinds), len(firms)))
        np.add.at(found, cells, each)
        sums.append(found)
    return Orders(kinds, *sums)
