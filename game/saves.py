"""The save file: an append-only journal of lines, each a whole fact, with a snapshot of the world at every turn.

A line is JSON: the header, a plan as it was submitted, or a finished turn with its digest and snapshot. A process that
is killed loses at most the line that it was writing. The last snapshot is authoritative; the plans are for replays,
which are compared only under the same rules.
"""

import base64
import os
import zlib
from functools import cache
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from agents.desk import Advice
from agents.orders import Plan
from game.origin import origin
from game.world import World

SUFFIX = ".race"


class SaveError(ValueError):
    """A save that cannot be read or written; the message is one line that says what to do."""


class Taken(Struct, frozen=True):
    """Others who hold the seats from a turn on."""

    turn: int
    seats: dict[str, str]


class Header(Struct, frozen=True, tag_field="line", tag="header"):
    """What a game was started from. `taken` is who took it over since, earliest first."""

    format: int
    level: str
    tree: dict[str, Any]
    seed: int
    seats: dict[str, str]
    rivals: str
    rules: str
    taken: tuple[Taken, ...] = ()

    def seats_in(self, turn: int) -> dict[str, str]:
        """Who holds the seats in a turn."""
        return next((each.seats for each in reversed(self.taken) if each.turn <= turn), self.seats)


class Submitted(Struct, frozen=True, tag_field="line", tag="plan"):
    plan: Plan


class TurnDone(Struct, frozen=True, tag_field="line", tag="turn"):
    """A finished turn. `snapshot` is the world and the record, compressed; empty in lines that are superseded.

    `why` is what each mind ordered in it, with its reasons; firms that persons steer are not in it.
    """

    turn: int
    month: int
    digest: str
    snapshot: str = ""
    why: dict[str, tuple[Advice, ...]] = {}


class Snapshot(Struct):
    world: World
    rows: list[tuple[Any, ...]]


class SaveFile(Struct):
    """What was read: the header, the plans by turn, and the finished turns."""

    path: Path
    header: Header
    plans: list[Plan]
    turns: list[TurnDone]
    cut: bool = False
    """Whether the file ends in the middle of a line: something was lost."""

    def snapshot(self) -> Snapshot | None:
        """The newest snapshot; None before the first turn is finished."""
        for turn in reversed(self.turns):
            if turn.snapshot:
                return decode_snapshot(turn.snapshot, self.path)
        return None


_line_decoder = msgspec.json.Decoder(Header | Submitted | TurnDone)
_snapshot_decoder = msgspec.msgpack.Decoder(Snapshot)


@cache
def rules_hash() -> str:
    """A hash of the source of the rules: what a replay must share to be comparable."""
    copied = origin()
    if copied is not None:
        return copied.rules
    found = blake2b(digest_size=8)
    for package in ("levels", "agents", "agents.minds", "game", "game.markets", "game.door"):
        folder = resources.files(package)
        for entry in sorted(folder.iterdir(), key=lambda item: item.name):
            is_data = package == "agents.minds" and entry.name.endswith(".toml")
            if entry.name.endswith(".py") or is_data:
                found.update(entry.name.encode() + entry.read_text(encoding="utf-8").encode())
    return found.hexdigest()


def encode_snapshot(world: World, rows: list[tuple[Any, ...]]) -> str:
    packed = msgspec.msgpack.encode(Snapshot(world, rows))
    return base64.b85encode(zlib.compress(packed, 1)).decode("ascii")


def decode_snapshot(text: str, path: Path | None = None) -> Snapshot:
    """Raises SaveError, which names the file."""
    try:
        return _snapshot_decoder.decode(zlib.decompress(base64.b85decode(text)))
    except (ValueError, zlib.error, msgspec.DecodeError) as error:
        raise SaveError(
            f"{path or 'this game'}: the saved world cannot be read ({error}); start a new game or use an older save"
        ) from error


class Journal:
    """Appends lines to a save file; each is on the disk before the call returns."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def create(self, header: Header) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_bytes(msgspec.json.encode(header) + b"\n")
        except OSError as error:
            raise SaveError(f"{self.path}: cannot be written ({error.strerror}); choose another folder") from error

    def append(self, line: Submitted | TurnDone) -> None:
        try:
            with self.path.open("ab") as file:
                file.write(msgspec.json.encode(line) + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise SaveError(f"{self.path}: cannot be written ({error.strerror}); choose another folder") from error


def read(path: Path) -> SaveFile:
    """Read a save file; a last line that was cut off by a crash is dropped.

    Raises SaveError, one line.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SaveError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    whole = data[: data.rfind(b"\n") + 1]
    header: Header | None = None
    plans: list[Plan] = []
    turns: list[TurnDone] = []
    for number, line in enumerate(whole.splitlines(), 1):
        try:
            entry = _line_decoder.decode(line)
        except msgspec.DecodeError as error:
            raise SaveError(f"{path}: line {number} is not part of a save ({error}); is it a {SUFFIX} file?") from error
        if isinstance(entry, Header):
            header = entry
        elif isinstance(entry, Submitted):
            plans.append(entry.plan)
        else:
            turns.append(entry)
    if header is None:
        raise SaveError(f"{path}: has no header; is it a {SUFFIX} file?")
    if header.format != 1:
        raise SaveError(f"{path}: was written by a newer version (format {header.format}); update the game")
    return SaveFile(path, header, plans, turns, cut=len(whole) < len(data))


def mend(path: Path) -> None:
    """Cut a last line off that a crash has left unfinished, so that the journal can go on. Raises SaveError."""
    try:
        with path.open("r+b") as file:
            data = file.read()
            file.truncate(data.rfind(b"\n") + 1)
    except OSError as error:
        raise SaveError(f"{path}: cannot be written ({error.strerror}); save to another place") from error


def write(path: Path, save: SaveFile) -> None:
    """Write a save file anew, with only its newest snapshot, in one step."""
    newest = max((i for i, turn in enumerate(save.turns) if turn.snapshot), default=-1)
    lines = [msgspec.json.encode(save.header)]
    done = {turn.turn: index for index, turn in enumerate(save.turns)}
    for turn in range(1, max([*done, *(plan.turn for plan in save.plans), 0]) + 1):
        lines += [msgspec.json.encode(Submitted(plan)) for plan in save.plans if plan.turn == turn]
        if turn in done:
            entry = save.turns[done[turn]]
            if done[turn] != newest:
                entry = msgspec.structs.replace(entry, snapshot="")
            lines.append(msgspec.json.encode(entry))
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(b"\n".join(lines) + b"\n")
        part.replace(path)
    except OSError as error:
        raise SaveError(f"{path}: cannot be written ({error.strerror}); choose another folder") from error
