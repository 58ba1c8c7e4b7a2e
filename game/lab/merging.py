"""Lays shards of one plan together: the journals' lines and the records' groups, one chunk in memory at a time.

Rows of unlike makers are refused. A game that two shards have played must have come out the same in both.
"""

import shutil
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from game.lab import batch, identity, journal, tables
from game.lab.batch import Report
from game.lab.journal import JOURNAL_FILE, PARTS, PLAN_FILE, Journal
from game.lab.plan import Plan
from game.lab.runner import Done
from game.lab.trouble import LabError


def merge(folders: Sequence[Path], out: Path) -> tuple[Plan, Report]:
    """Lay the games of the folders together in a new one, which can be resumed like any. Raises LabError.

    A folder whose batch was stopped may take part with what it has.
    """
    begun = time.perf_counter()
    if (out / JOURNAL_FILE).exists():
        raise LabError(f"--out {out}: holds a batch already; choose a new folder")
    if len({folder.resolve() for folder in folders}) < len(folders):
        raise LabError("batch merge: a folder is named twice")
    heads = [journal.head_of(folder) for folder in folders]
    for folder, head in zip(folders[1:], heads[1:], strict=True):
        differs = identity.unlike(head.begun, heads[0].begun)
        if differs:
            raise LabError(f"{folder} and {folders[0]} cannot be merged: {differs.replace('here', folders[0].name)}")
    plan = journal.stored_plan(folders[0])
    if plan is None:
        raise LabError(f"{folders[0]}: its plan.json is gone or damaged")
    differs = identity.unlike(heads[0].begun, identity.of(plan))
    if differs:
        raise LabError(f"{folders[0]}: holds games of {differs}; merge with the program that played them")
    failures = 0
    was_there = out.exists()
    with Journal(out, plan) as log:
        try:
            for folder in folders:
                failures += _add(folder, log)
            log.compact()
        except BaseException:
            _take_back(out, was_there)
            raise
        report = Report(out, log.count, failures, 0, time.perf_counter() - begun)
    batch.write_manifest(plan, report, 0, merged=[str(folder) for folder in folders])
    return plan, report


def _add(folder: Path, log: Journal) -> int:
    """Add the games of a folder that are not there yet; how many of them failed. Raises LabError."""
    failures = 0
    source = _Records(folder) if log.plan.records else None
    twice: dict[int, str] = {}
    for done in journal.chunks_in(folder):
        fresh = [row for row in done.rows if not log.has(row.game)]
        twice |= {row.game: row.digest for row in done.rows if log.has(row.game) and not row.error}
        if fresh:
            failures += sum(bool(row.error) for row in fresh)
            part = _move(source, done, [row.game for row in fresh], log.parts) if source is not None else None
            log.add(Done(fresh, part, done.seconds))
    if twice:
        _compare(log, twice, folder)
    return failures


def _take_back(out: Path, was_there: bool) -> None:
    """Leave nothing of a merge that did not come to its end: the shards have it all, and `out` can be named again."""
    made = [out / JOURNAL_FILE, out / PLAN_FILE, out / tables.GAMES_FILE, out / tables.RECORDS_FILE]
    for file in made:
        with suppress(OSError):
            file.unlink()
    shutil.rmtree(out / PARTS, ignore_errors=True)
    if not was_there:
        with suppress(OSError):
            out.rmdir()


def _compare(log: Journal, twice: dict[int, str], folder: Path) -> None:
    """Raises LabError if a game that another folder has, too, came out otherwise there."""
    for row in log.rows():
        digest = twice.get(row.game, row.digest)
        if not row.error and digest != row.digest:
            raise LabError(
                f"{folder}: game {row.game} (seed {row.seed}) came out otherwise than in another folder: "
                f"{digest}, {row.digest}; `batch verify` tells which machine is wrong"
            )


class _Records:
    """Where the records of a folder's chunks are: groups of its table, or parts of a batch that was stopped."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / tables.RECORDS_FILE
        keys = tables.keys_of(self.file) if self.file.exists() else []
        self.groups = {key: group for group, key in enumerate(keys)}
        self.table = tables.open_parquet(self.file) if keys else None

    def of(self, part: str) -> Any:
        """The records of a part. Raises LabError if they are gone."""
        group = self.groups.get(tables.key_of(part))
        file = self.file if group is not None else self.folder / PARTS / part
        try:
            if group is not None and self.table is not None:
                return self.table.read_row_group(group)
            return tables.open_parquet(file).read()
        except (OSError, pa.ArrowException):
            raise LabError(
                f"{file}: is damaged or gone; give the batch command of {self.folder} again, which plays what is lost"
            ) from None


def _move(source: _Records, done: Done, games: Sequence[int], parts: Path) -> str | None:
    """Copy the records of these games of a chunk to a new part."""
    if done.part is None:
        return None
    table = source.of(done.part)
    if len(games) < len(done.rows):
        table = table.filter(pc.is_in(table.column("game"), value_set=pa.array(games, type=pa.int64())))
    if not table.num_rows:
        return None
    part = tables.part_name(table.column("game")[0].as_py())
    tables.write(table, parts / part)
    return part
