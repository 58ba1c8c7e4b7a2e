"""A batch's folder while it runs: its plan, a journal of finished chunks and the parts of its records.

The journal is the only truth: what stands in it is done, whatever else lies in the folder is made again. It is read
line by line, and rows are never held together, so a folder may hold more games than memory.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import msgspec

from game.lab import identity, packing, tables
from game.lab.identity import Identity
from game.lab.plan import Plan
from game.lab.runner import Done
from game.lab.tables import GameRow
from game.lab.trouble import LabError

PLAN_FILE = "plan.json"
JOURNAL_FILE = "games.jsonl"
PARTS = "parts"


class Begun(msgspec.Struct, frozen=True):
    """First line of a journal: whose games these are, and which part of the plan ("2/8"; "" for all of it)."""

    begun: Identity
    shard: str = ""


class Lost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Chunks above this line, by their first game, whose records were lost: they are played again."""

    lost: list[int]


class Journal:
    """Opens or resumes the journal in a folder, and holds it alone until it is closed.

    `say` is told in one line what was found damaged and is played again. Raises LabError if the folder holds another
    batch, or somebody else writes into it.
    """

    def __init__(self, folder: Path, plan: Plan, shard: str = "", say: Callable[[str], None] | None = None) -> None:
        self.folder, self.plan, self.shard = folder, plan, shard
        self.file = folder / JOURNAL_FILE
        self.plan_file = folder / PLAN_FILE
        self.parts = folder / PARTS
        self.count = 0
        """Games that are done."""
        self._say = say or (lambda line: None)
        self._chunks: dict[int, tuple[int, str | None]] = {}
        """Of each chunk, by its first game: where its line begins, and the part with its records."""
        self._there = bytearray()
        begun = Begun(identity.of(plan), shard)
        tables.open_folder(folder)
        try:
            self._handle = self.file.open("ab", buffering=0)
        except OSError as error:
            raise LabError(f"{self.file}: cannot be opened ({error.strerror}); choose another --out") from None
        try:
            _hold(self._handle, folder)
            if self.file.stat().st_size == 0:
                _check_alone(folder, self.file)
                with tables.replacing(self.plan_file) as part:
                    part.write_bytes(msgspec.json.encode(plan))
                self._append(msgspec.json.encode(begun))
            else:
                self._resume(begun)
            if plan.records:
                self.parts.mkdir(exist_ok=True)
        except BaseException:
            self._handle.close()
            raise

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._handle.close()
        if self.parts.is_dir() and not any(self.parts.iterdir()):
            self.parts.rmdir()

    def missing(self, games: Iterable[int]) -> Iterator[int]:
        """Those of the games that are not done."""
        return (game for game in games if not self.has(game))

    def has(self, game: int) -> bool:
        return game < len(self._there) and bool(self._there[game])

    def rows(self) -> Iterator[GameRow]:
        """The rows of all games played so far, in the order of their numbers."""
        with self.file.open("rb") as file:
            for first in sorted(self._chunks):
                file.seek(self._chunks[first][0])
                yield from _chunk_at(file, self.file).rows

    def add(self, done: Done) -> None:
        """Write down a finished chunk; it is on the disk when this returns."""
        place = self._append(packing.pack(done))
        self._take(place, [row.game for row in done.rows], done.part)

    def is_compact(self) -> bool:
        """Whether the tables hold what the journal holds."""
        try:
            if tables.rows_of(self.folder / tables.GAMES_FILE) != self.count:
                return False
            wanted = sorted(tables.key_of(part) for _, part in self._chunks.values() if part)
            return not self.plan.records or tables.keys_of(self.folder / tables.RECORDS_FILE) == wanted
        except LabError:
            return False

    def compact(self) -> None:
        """Make the Parquet tables from what was journaled, games in the order of their numbers."""
        tables.write_games(self.rows(), self.folder / tables.GAMES_FILE)
        if not self.plan.records:
            return
        whole = self.folder / tables.RECORDS_FILE
        wanted = {tables.key_of(part): self.parts / part for _, part in self._chunks.values() if part}
        tables.join(whole, wanted)
        shutil.rmtree(self.parts, ignore_errors=True)

    def _take(self, place: int, games: list[int], part: str | None) -> None:
        if not games:
            return
        self._chunks[min(games)] = (place, part)
        self._there.extend(bytes(max(0, max(games) + 1 - len(self._there))))
        for game in games:
            self.count += not self._there[game]
            self._there[game] = 1

    def _drop(self, firsts: list[int]) -> None:
        with self.file.open("rb") as file:
            for first in firsts:
                file.seek(self._chunks.pop(first)[0])
                for game in packing.glance(file.readline()).games:
                    self.count -= self._there[game]
                    self._there[game] = 0

    def _resume(self, begun: Begun) -> None:
        whole = 0
        for number, (place, line) in enumerate(lines_of(self.file), 1):
            whole = place + len(line)
            try:
                if number == 1:
                    self._check(msgspec.json.decode(line, type=Begun), begun)
                elif line.startswith(b'{"lost"'):
                    self._drop(msgspec.json.decode(line, type=Lost).lost)
                else:
                    self._take(place, *packing.glance(line))
            except (msgspec.DecodeError, KeyError):
                if number > 1:
                    raise _damaged(self.file, number) from None
                raise LabError(f"{self.file}: line 1 is not a batch's; choose another --out") from None
        if not whole:
            raise LabError(f"{self.file}: is no journal of a batch; choose another --out")
        self._handle.truncate(whole)
        if self.plan.records:
            self._mourn()

    def _check(self, there: Begun, here: Begun) -> None:
        differs = identity.unlike(there.begun, here.begun)
        if differs:
            raise LabError(f"--out {self.folder}: holds games of {differs}; choose another folder")
        if there.shard != here.shard:
            told = [f"shard {each}" if each else "the whole plan" for each in (there.shard, here.shard)]
            raise LabError(f"--out {self.folder}: holds {told[0]}, not {told[1]}; every shard needs its own folder")

    def _mourn(self) -> None:
        """Look for chunks whose records are neither in the table nor in a part, and have them played again."""
        whole = self.folder / tables.RECORDS_FILE
        try:
            in_table = set(tables.keys_of(whole)) if whole.exists() else set()
        except LabError:
            aside = whole.with_name(whole.name + ".damaged")
            whole.replace(aside)
            self._say(f"{whole} is damaged and stands aside as {aside.name}")
            in_table = set()
        lost = [
            first
            for first, (_, part) in self._chunks.items()
            if part and tables.key_of(part) not in in_table and not tables.is_whole(self.parts / part)
        ]
        if not lost:
            return
        before = self.count
        self._drop(lost)
        self._append(msgspec.json.encode(Lost(lost)))
        self._say(f"{self.folder}: the records of {before - self.count} games are lost or cut short; played again")

    def _append(self, line: bytes) -> int:
        """Write a line, whole or not at all; where it begins."""
        place = self.file.stat().st_size
        data = memoryview(line + b"\n")
        try:
            while data:
                data = data[self._handle.write(data) :]
            os.fsync(self._handle.fileno())
        except OSError as error:
            self._handle.truncate(place)
            raise LabError(f"{self.file}: cannot be written ({error.strerror}); the same command resumes") from None
        return place


def lines_of(file: Path) -> Iterator[tuple[int, bytes]]:
    """The whole lines of a journal, each with the place where it begins. What a crash has cut off is left out."""
    place = 0
    with file.open("rb") as source:
        for line in source:
            if line.endswith(b"\n"):
                yield place, line
            place += len(line)


def _chunk_at(source: BinaryIO, file: Path) -> Done:
    """The chunk of the line at which a journal stands. Raises LabError."""
    place = source.tell()
    try:
        return packing.unpack(source.readline())
    except msgspec.DecodeError:
        with file.open("rb") as lines:
            number = 1 + lines.read(place).count(b"\n")
        raise _damaged(file, number) from None


def _damaged(file: Path, number: int) -> LabError:
    return LabError(f"{file}: line {number} is damaged; remove that line, and the batch command plays its games again")


def _check_alone(folder: Path, file: Path) -> None:
    """Raises LabError if a new batch would overwrite tables that are none of a batch's; leaves no journal there."""
    if (folder / tables.GAMES_FILE).exists() or (folder / tables.RECORDS_FILE).exists():
        file.unlink(missing_ok=True)
        raise LabError(f"--out {folder}: holds tables of games that are no batch's; choose another folder")


def _hold(handle: BinaryIO, folder: Path) -> None:
    """Keep others from writing into the journal until this process ends. Where there are no locks: nothing."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(handle.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise LabError(f"--out {folder}: another batch is writing there; wait for its end, or choose another") from None


def head_of(folder: Path) -> Begun:
    """The first line of a folder's journal. Raises LabError."""
    file = folder / JOURNAL_FILE
    try:
        return msgspec.json.decode(next(lines_of(file))[1], type=Begun)
    except OSError as error:
        raise LabError(f"{folder}: holds no batch ({error.strerror})") from None
    except (StopIteration, msgspec.DecodeError):
        raise LabError(f"{file}: is no journal of a batch") from None


def chunks_in(folder: Path) -> Iterator[Done]:
    """The chunks of a batch that nobody writes to, in the order of their games, one in memory at a time."""
    chunks: dict[int, int] = {}
    file = folder / JOURNAL_FILE
    for number, (place, line) in enumerate(lines_of(file), 1):
        if line.startswith(b'{"lost"'):
            for first in msgspec.json.decode(line, type=Lost).lost:
                chunks.pop(first, None)
        elif place:
            try:
                chunks[min(packing.glance(line).games)] = place
            except msgspec.DecodeError:
                raise _damaged(file, number) from None
    with file.open("rb") as source:
        for first in sorted(chunks):
            source.seek(chunks[first])
            yield _chunk_at(source, file)


def rows_in(folder: Path) -> Iterator[GameRow]:
    """The rows of a batch that nobody writes to, in the order of their numbers."""
    for done in chunks_in(folder):
        yield from done.rows


def stored_plan(folder: Path) -> Plan | None:
    """The plan of the batch that a folder holds, if any."""
    try:
        return msgspec.json.decode((folder / PLAN_FILE).read_bytes(), type=Plan)
    except (OSError, msgspec.DecodeError):
        return None
