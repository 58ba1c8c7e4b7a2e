"""A batch's folder while it runs: its plan, a journal of finished chunks and the parts of its records.

The journal is the only truth: what stands in it is done, whatever else lies in the folder is made again.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec

from game.lab import tables
from game.lab.plan import Plan
from game.lab.runner import Done
from game.lab.tables import GameRow
from game.lab.trouble import LabError
from game.saves import rules_hash

PLAN_FILE = "plan.json"
JOURNAL_FILE = "games.jsonl"
PARTS = "parts"


class _Begun(msgspec.Struct, frozen=True):
    """First line of a journal."""

    plan: str
    rules: str


class _Compacted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The records of all games above this line are in the table; their parts are gone."""

    compacted: int


class Journal:
    """Opens or resumes the journal in a folder. Raises LabError if the folder holds another batch.

    `done` are the finished chunks; the first `compacted` of them are already in the table of records.
    """

    def __init__(self, folder: Path, plan: Plan) -> None:
        self.folder = folder
        self.file = folder / JOURNAL_FILE
        self.plan_file = folder / PLAN_FILE
        self.parts = folder / PARTS
        self.done: list[Done] = []
        self.compacted = 0
        begun = _Begun(plan.fingerprint(), rules_hash())
        tables.open_folder(folder)
        if self.file.exists():
            self._resume(begun)
        else:
            self.plan_file.write_bytes(msgspec.json.encode(plan))
            self._append(begun)
        if plan.records:
            self.parts.mkdir(exist_ok=True)

    def rows(self) -> Iterator[GameRow]:
        """The rows of all games played so far, in the order in which they were finished."""
        for done in self.done:
            yield from done.rows

    def add(self, done: Done) -> None:
        """Write down a finished chunk; it is on the disk when this returns."""
        self._append(done)
        self.done.append(done)

    def compact(self, records: bool) -> None:
        """Make the Parquet tables from what was journaled, games in the order of their numbers."""
        tables.write(tables.games_table(self.rows()), self.folder / tables.GAMES_FILE)
        if not records:
            return
        whole = self.folder / tables.RECORDS_FILE
        new = sorted((done.rows[0].game, done.part) for done in self.done[self.compacted :] if done.part)
        tables.join([whole] * (self.compacted > 0) + [self.parts / part for _, part in new], whole)
        self.compacted = len(self.done)
        self._append(_Compacted(self.compacted))
        shutil.rmtree(self.parts, ignore_errors=True)

    def _resume(self, begun: _Begun) -> None:
        data = self.file.read_bytes()
        whole = data[: data.rfind(b"\n") + 1]
        lines = whole.splitlines()
        try:
            old = msgspec.json.decode(lines[0], type=_Begun)
            for line in lines[1:]:
                self._take(line)
        except (IndexError, msgspec.DecodeError):
            raise LabError(f"{self.file}: is no journal of a batch; choose another --out") from None
        if old.plan != begun.plan:
            raise LabError(f"--out {self.folder}: holds another batch (level, seed, values or minds differ)")
        if old.rules != begun.rules:
            raise LabError(f"--out {self.folder}: was begun under other rules of the game; choose another folder")
        if len(whole) < len(data):
            self.file.write_bytes(whole)
        if self.compacted and not (self.folder / tables.RECORDS_FILE).is_file():
            self.compacted, self.done = 0, self.done[self.compacted :]
        old_done, new_done = self.done[: self.compacted], self.done[self.compacted :]
        self.done = old_done + [each for each in new_done if not each.part or (self.parts / each.part).is_file()]

    def _take(self, line: bytes) -> None:
        try:
            self.compacted = msgspec.json.decode(line, type=_Compacted).compacted
        except msgspec.ValidationError:
            self.done.append(msgspec.json.decode(line, type=Done))

    def _append(self, line: msgspec.Struct) -> None:
        try:
            with self.file.open("ab") as file:
                file.write(msgspec.json.encode(line) + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise LabError(f"{self.file}: cannot be written ({error.strerror}); the same command resumes") from None


def stored_plan(folder: Path) -> Plan | None:
    """The plan of the batch that a folder holds, if any."""
    try:
        return msgspec.json.decode((folder / PLAN_FILE).read_bytes(), type=Plan)
    except (OSError, msgspec.DecodeError):
        return None
