"""Where games are kept on this computer, and what each save is, read without waking the engine."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

SUFFIX = ".race"
FOLDER_VARIABLE = "COMPUTE_RACE_HOME"
PICTURE, NOTE, PLANS = ".png", ".note", ".plan"
FORMAT, AWAY = 1, "deleted"


class Note(Struct, frozen=True):
    """What stands beside a save for people: its name and how the firm stood when it was written.

    `place` of `places` by score, 0 if unknown; `players` are names by firm; `origin` is the save that a fork left.
    """

    name: str = ""
    firm: str = ""
    valuation_usd: int = 0
    place: int = 0
    places: int = 0
    won: bool = False
    players: dict[str, str] = {}
    origin: str = ""
    origin_turn: int = 0
    ended: bool = False
    """Whether the race ended before its last turn."""
    guide_step: int = 0
    """How far the guide of a level that teaches has come."""


class SavedGame(Struct, frozen=True):
    """One save. `turn` is the next turn to play, `seats` the firms that persons hold."""

    path: Path
    level: str
    title: str
    seats: tuple[str, ...]
    seed: int
    turn: int
    turns: int
    month: int
    start: str
    changed: float
    note: Note | None = None

    @property
    def name(self) -> str:
        """What the player called it."""
        return self.note.name if self.note is not None else ""

    @property
    def picture(self) -> Path:
        """Where its picture lies, if it has one."""
        return self.path.with_suffix(PICTURE)

    @property
    def over(self) -> bool:
        return self.turn > self.turns or (self.note is not None and self.note.ended)


class Broken(Struct, frozen=True):
    """A file that lies among the saves and cannot be opened. `why`: newer, cut, strange, locked."""

    path: Path
    why: str
    line: int = 0
    changed: float = 0.0


class _Whole(Struct):
    """A whole number that stands with its source."""

    value: int


class _Word(Struct):
    """A text that stands with its source."""

    value: str


class _Tree(Struct):
    title: str | _Word = ""
    months: int | _Whole = 1
    months_per_turn: int | _Whole = 1
    start: str | _Word = "2024-09"


class _Taken(Struct):
    seats: dict[str, str]


class _Header(Struct, tag_field="line", tag="header"):
    format: int
    level: str
    tree: _Tree
    seed: int
    seats: dict[str, str]
    taken: list[_Taken] = []


class _Plan(Struct, tag_field="line", tag="plan"):
    plan: msgspec.Raw


class _Turn(Struct, tag_field="line", tag="turn"):
    turn: int
    month: int


_decoder = msgspec.json.Decoder(_Header | _Plan | _Turn)


def folder() -> Path:
    """The folder of saves; the variable COMPUTE_RACE_HOME moves it."""
    if moved := os.environ.get(FOLDER_VARIABLE):
        return Path(moved)
    from platformdirs import user_data_dir

    return Path(user_data_dir("compute-race"))


def told(path: Path) -> str:
    """A path as people read it: "~" for their home."""
    home = Path.home()
    return str("~" / path.relative_to(home)) if path.is_relative_to(home) else str(path)


def new_path(level: str, firms: list[str]) -> Path:
    """A fresh name for the journal of a game that begins now."""
    stem = f"{time.strftime('%Y-%m-%d %H%M%S')} {level} {'+'.join(firms) or 'watch'}"
    path, number = folder() / (stem + SUFFIX), 2
    while path.exists():
        path, number = folder() / f"{stem} {number}{SUFFIX}", number + 1
    return path


def quick_path() -> Path:
    """Where the quick save lies."""
    return folder() / ("quick" + SUFFIX)


def shelf() -> list[SavedGame | Broken]:
    """All that lies in the folder under the ending of a save, newest first, the broken ones with why they are."""
    try:
        paths = list(folder().glob("*" + SUFFIX))
    except OSError:
        return []
    return sorted((examine(path) for path in paths), key=lambda each: (-each.changed, each.path.name))


def saves() -> list[SavedGame]:
    """The saves in the folder, newest first; files that are none are left out."""
    return [each for each in shelf() if isinstance(each, SavedGame)]


def note_of(path: Path) -> Note | None:
    """What is noted beside a save, None if nothing that can be read."""
    try:
        return msgspec.json.decode(path.with_suffix(NOTE).read_bytes(), type=Note)
    except (OSError, msgspec.DecodeError, UnicodeError):
        return None


def write_note(path: Path, note: Note) -> None:
    """Put a note beside a save; a folder that cannot be written costs only the note."""
    try:
        path.with_suffix(NOTE).write_bytes(msgspec.json.encode(note))
    except OSError:
        return


def unfinished(found: Sequence[SavedGame]) -> SavedGame | None:
    """The newest game of a person that has not ended."""
    return next((save for save in found if not save.over and save.seats), None)


def read(path: Path) -> SavedGame | None:
    """What a save is, or None if it is none."""
    found = examine(path)
    return found if isinstance(found, SavedGame) else None


def examine(path: Path) -> SavedGame | Broken:
    """What a save is, or why it cannot be opened. A last line that a crash cut off is no harm."""
    header: _Header | None = None
    turn = month = number = 0
    changed = 0.0
    try:
        changed = path.stat().st_mtime
        with path.open("rb") as file:
            for line in file:
                number += 1
                if line.startswith(b'{"line":"plan"') or not line.endswith(b"\n"):
                    continue
                entry = _decoder.decode(line)
                if isinstance(entry, _Header):
                    header = entry
                elif isinstance(entry, _Turn):
                    turn, month = entry.turn, entry.month
    except OSError:
        return Broken(path, "locked", 0, changed)
    except (msgspec.DecodeError, UnicodeError):
        if number == 1 and _format(path) > FORMAT:
            return Broken(path, "newer", 0, changed)
        return Broken(path, "strange", number, changed)
    if header is None:
        return Broken(path, "cut", 0, changed)
    if header.format > FORMAT:
        return Broken(path, "newer", 0, changed)
    tree = header.tree
    months, span = _whole(tree.months), _whole(tree.months_per_turn)
    turns = -(-months // max(1, span))
    seats = header.taken[-1].seats if header.taken else header.seats
    people = tuple(firm for firm, who in seats.items() if who == "person")
    title, start = _word(tree.title), _word(tree.start)
    note = note_of(path)
    return SavedGame(path, header.level, title, people, header.seed, turn + 1, turns, month, start, changed, note)


def _format(path: Path) -> int:
    """The format that a file's first line names, 0 if none."""

    class Named(Struct):
        format: int = 0

    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.readline(), type=Named).format
    except (OSError, msgspec.DecodeError, UnicodeError):
        return 0


# --- names, and what is thrown away ----------------------------------------------------------------------


def rename(save: SavedGame, name: str) -> None:
    """Call a save by a name; the file keeps its own. Raises OSError."""
    note = msgspec.structs.replace(save.note or Note(), name=name.strip())
    save.path.with_suffix(NOTE).write_bytes(msgspec.json.encode(note))


def throw_away(path: Path) -> Path:
    """Move a save and what stands beside it out of sight; returns where, for `bring_back`. Raises OSError."""
    away = folder() / AWAY
    away.mkdir(parents=True, exist_ok=True)
    target, number = away / path.name, 2
    while target.exists():
        target, number = away / f"{path.stem} {number}{SUFFIX}", number + 1
    _move(path, target)
    return target


def bring_back(thrown: Path, path: Path) -> None:
    """Undo `throw_away`. Raises OSError."""
    _move(thrown, path)


def _move(path: Path, target: Path) -> None:
    path.replace(target)
    for ending in (PICTURE, NOTE, PLANS):
        beside = path.with_suffix(ending)
        if beside.exists():
            beside.replace(target.with_suffix(ending))


def _whole(value: int | _Whole) -> int:
    return value.value if isinstance(value, _Whole) else value


def _word(value: str | _Word) -> str:
    return value.value if isinstance(value, _Word) else value
