"""The two tables of the lab, as Arrow schemas and Parquet files: `games`, one row a game, and `records`,
one row a game, month and firm. `records` follows `game.record.COLUMNS`; both are told in docs/columns.md.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from game.lab.seats import Asked
from game.lab.trouble import LabError
from game.record import COLUMNS, Column
from game.score import COMPONENTS

GAMES_FILE = "games.parquet"
RECORDS_FILE = "records.parquet"
PARQUET: dict[str, Any] = {"compression": "zstd", "write_page_checksum": True}
GROUP, AT_ONCE = 1000, 100
"""Rows of `games` in a group of its file, and those taken into columns at once: as objects they are large."""

SCORES: tuple[Column, ...] = (
    Column("firm", "str", "", "id of the firm"),
    Column("steered_by", "str", "", "the mind that decided"),
    Column("score", "float", "points", "final score"),
    Column("rank", "int", "", "rank by score, from 1"),
    *(Column(name, "float", "", f"score component {name}, in its own measure") for name in COMPONENTS),
)
"""What `games.scores` holds of each seat."""

ORDERS: tuple[Column, ...] = (
    Column("firm", "str", "", "id of the firm"),
    Column("order", "str", "", "kind of order; policies each by their own name, such as set_policy.hiring"),
    Column("done", "int", "orders", "how many were carried out over the game"),
    Column("refused", "int", "orders", "how many the rules refused when their turn came"),
)
"""What `games.orders` holds of each firm and kind of order that it gave."""

GAMES: tuple[Column, ...] = (
    Column("game", "int", "", "number of the game in its run; games of one seed stand together"),
    Column("level", "str", "", "name of the level"),
    Column("seed", "int", "", "seed of the game; `run LEVEL --seed` plays it again"),
    Column("replicate", "int", "", "number of the seed in the plan, from 0; games of equal replicate share their luck"),
    Column("rotation", "int", "", "places by which the minds have moved on over the rotated seats"),
    Column("point", "str", "", "hash of the design point: level, settings and minds before rotation"),
    Column("arm", "str", "", "what sets the game's arm apart, in words; empty if it is alone"),
    Column("winner", "str", "", "firm with the highest score; empty if the game failed"),
    Column("winners", "str", "", "firms that share the win, with commas"),
    Column("turns", "int", "", "turns played"),
    Column("months", "int", "", "months played"),
    Column("reason", "str", "", "why the score ended: end, agi, collapse, one_left"),
    Column("digest", "str", "", "hash of the final state"),
    Column("settings", "str", "", "values set by --set and --sweep, as JSON: path to text"),
    Column("minds", "str", "", "minds asked for, as JSON: firm to mind"),
    Column("error", "str", "", "what went wrong in a game that failed; empty otherwise"),
    Column("trouble", "str", "", "what first went wrong with a mind from outside, as JSON: firm to text"),
)
"""The columns of `games` but its last two, which are lists: `scores`, one entry a seat (`SCORES`), and `orders`, one
a firm and kind of order (`ORDERS`)."""

_ARROW = {"int": pa.int64(), "float": pa.float64(), "str": pa.string(), "bool": pa.bool_()}


class SeatScore(msgspec.Struct, frozen=True):
    """One seat's part of a game's row, in the order of `SCORES`."""

    firm: str
    steered_by: str
    score: float
    rank: int
    components: dict[str, float]


class GameRow(msgspec.Struct, frozen=True):
    """One game as `games` holds it."""

    game: int
    level: str
    seed: int
    settings: dict[str, str]
    minds: dict[str, str]
    replicate: int = 0
    rotation: int = 0
    point: str = ""
    arm: str = ""
    winner: str = ""
    winners: tuple[str, ...] = ()
    turns: int = 0
    months: int = 0
    reason: str = ""
    digest: str = ""
    scores: tuple[SeatScore, ...] = ()
    orders: dict[str, dict[str, tuple[int, int]]] = {}
    """By firm and kind, orders carried out and refused."""
    error: str = ""
    trouble: dict[str, str] = {}

    @classmethod
    def failed(cls, level: str, asked: Asked, error: str) -> "GameRow":
        """The row of a game that could not be played to its end."""
        return cls(**place_of(level, asked), error=error)


def place_of(level: str, asked: Asked) -> dict[str, Any]:
    """The fields of a game's row that were settled before it was played."""
    return {"level": level, **msgspec.structs.asdict(asked)}


def _fields(columns: Sequence[Column]) -> list[Any]:
    return [
        pa.field(each.name, _ARROW[each.kind], nullable=False, metadata={"unit": each.unit, "meaning": each.meaning})
        for each in columns
    ]


def records_schema() -> Any:
    """The Arrow schema of `records`; each field's metadata has its unit and meaning."""
    return pa.schema(_fields(COLUMNS))


def games_schema() -> Any:
    """The Arrow schema of `games`."""
    lists = [
        pa.field(name, pa.list_(pa.field("item", pa.struct(_fields(columns)), nullable=False)), nullable=False)
        for name, columns in (("scores", SCORES), ("orders", ORDERS))
    ]
    return pa.schema([*_fields(GAMES), *lists])


def records_table(rows: Sequence[tuple[Any, ...]]) -> Any:
    """Recorder rows as an Arrow table. Raises `pyarrow.ArrowInvalid` for a value of another type."""
    schema = records_schema()
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    return pa.Table.from_arrays(
        [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)], schema=schema
    )


def games_table(rows: Iterable[GameRow]) -> Any:
    """Game rows as an Arrow table, in the order of their numbers."""
    return _games(sorted(rows, key=lambda row: row.game))


def _games(rows: Iterable[GameRow]) -> Any:
    return pa.Table.from_pylist([_plain(row) for row in rows], schema=games_schema())


def _plain(row: GameRow) -> dict[str, Any]:
    made = msgspec.to_builtins(row)
    made["winners"] = ",".join(row.winners)
    for name in ("settings", "minds", "trouble"):
        made[name] = msgspec.json.encode(made[name]).decode()
    made["scores"] = [{**each, **each.pop("components")} for each in made["scores"]]
    made["orders"] = [
        {"firm": firm, "order": order, "done": done, "refused": refused}
        for firm, counts in sorted(row.orders.items())
        for order, (done, refused) in sorted(counts.items())
    ]
    return dict(made)


@contextmanager
def replacing(file: Path) -> Iterator[Path]:
    """A place to write a file anew: it takes the file's place at the end, so that a reader never sees half of it.

    Raises LabError if it cannot be written; then the old file stands.
    """
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        reason = error.strerror or " ".join(str(error).split())
        raise LabError(f"{file}: cannot be written ({reason}); make room, then give the same command again") from None
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write(table: Any, file: Path) -> None:
    """Write a table as Parquet, in one group and in one step. Raises LabError."""
    with replacing(file) as part:
        pq.write_table(table, part, row_group_size=max(1, table.num_rows), **PARQUET)


def open_parquet(file: Path) -> Any:
    """A Parquet file whose pages are checked as they are read. Raises OSError or `pyarrow.ArrowException`."""
    return pq.ParquetFile(file, page_checksum_verification=True)


def packed(table: Any) -> bytes:
    """The bytes of the file that `write` would write."""
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, row_group_size=max(1, table.num_rows), **PARQUET)
    return bytes(sink.getvalue())


def write_games(rows: Iterable[GameRow], file: Path) -> None:
    """Write rows as `games`, as they come: only a group of them is in memory. Raises LabError."""
    source = iter(rows)
    with replacing(file) as part, pq.ParquetWriter(part, games_schema(), **PARQUET) as writer:
        while group := list(_in_columns(islice(source, GROUP))):
            writer.write_table(pa.concat_tables(group), row_group_size=GROUP)


def _in_columns(rows: Iterator[GameRow]) -> Iterator[Any]:
    """Rows as tables of a few each."""
    while some := list(islice(rows, AT_ONCE)):
        yield _games(some)


def part_name(first: int) -> str:
    """A fresh name for the records of a chunk, by the first game that has some; nobody else writes to it."""
    return f"records-{first:09d}-{os.urandom(4).hex()}.parquet"


def key_of(part: str) -> int:
    """The first game in a part of that name; its group in the table of records has the same."""
    return int(part.split("-")[1])


def is_whole(part: Path) -> bool:
    """Whether a part is there and not cut short."""
    try:
        pq.read_metadata(part)
    except (OSError, pa.ArrowException):
        return False
    return True


def rows_of(file: Path) -> int:
    """Rows of a table. Raises LabError if it is not there or damaged."""
    try:
        return int(pq.read_metadata(file).num_rows)
    except (OSError, pa.ArrowException):
        raise LabError(f"{file}: is no whole table; the batch command makes it again") from None


def keys_of(file: Path) -> list[int]:
    """The first game of each group of a table of records. Raises LabError if the table is damaged."""
    try:
        told = pq.read_metadata(file)
        column = told.schema.names.index("game")
        return [told.row_group(group).column(column).statistics.min for group in range(told.num_row_groups)]
    except (OSError, pa.ArrowException, ValueError, AttributeError):
        raise LabError(f"{file}: is no whole table of records; its batch command plays again what is lost") from None


def join(file: Path, parts: Mapping[int, Path]) -> None:
    """Write the table of records anew, group by group, in the order of games: those of `parts` (by `key_of`), which
    may be in the table already. Raises LabError; what was damaged is set aside and found missing by the next run.
    """
    there = {key: group for group, key in enumerate(keys_of(file))} if file.exists() else {}
    if list(there) == sorted(parts):
        return
    old = open_parquet(file) if there else None
    with replacing(file) as whole, pq.ParquetWriter(whole, records_schema(), **PARQUET) as writer:
        for key in sorted(parts):
            source = file if key in there else parts[key]
            try:
                table = (
                    old.read_row_group(there[key]) if old is not None and key in there else open_parquet(source).read()
                )
            except (OSError, pa.ArrowException):
                source.replace(source.with_name(source.name + ".damaged"))
                raise LabError(f"{source}: is damaged and set aside; the same command plays its games again") from None
            writer.write_table(table, row_group_size=max(1, table.num_rows))


def open_folder(folder: Path) -> None:
    """Make the folder and make sure that files can be written into it. Raises LabError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        trial = folder / f".trial-{os.getpid()}"
        trial.touch()
        trial.unlink()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise LabError(f"--out {folder}: cannot be written ({reason}); choose another folder") from None
