"""Where games are kept on this computer, and what each save is, read without waking the engine."""

from __future__ import annotations

import os
import time
from pathlib import Path

import msgspec
from msgspec import Struct

SUFFIX = ".race"
FOLDER_VARIABLE = "COMPUTE_RACE_HOME"


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

    @property
    def over(self) -> bool:
        return self.turn > self.turns


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


class _Header(Struct, tag_field="line", tag="header"):
    level: str
    tree: _Tree
    seed: int
    seats: dict[str, str]


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


def new_path(level: str, firms: list[str]) -> Path:
    """A fresh name for the journal of a game that begins now."""
    stem = f"{time.strftime('%Y-%m-%d %H%M%S')} {level} {'+'.join(firms) or 'watch'}"
    path, number = folder() / (stem + SUFFIX), 2
    while path.exists():
        path, number = folder() / f"{stem} {number}{SUFFIX}", number + 1
    return path


def saves() -> list[SavedGame]:
    """The saves in the folder, newest first; files that are none are left out."""
    try:
        paths = list(folder().glob("*" + SUFFIX))
    except OSError:
        return []
    found = [save for path in paths if (save := read(path)) is not None]
    return sorted(found, key=lambda save: -save.changed)


def unfinished() -> SavedGame | None:
    """The newest game of a person that has not ended."""
    return next((save for save in saves() if not save.over and save.seats), None)


def read(path: Path) -> SavedGame | None:
    """What a save is, or None if it is none."""
    header: _Header | None = None
    turn = month = 0
    try:
        with path.open("rb") as file:
            for line in file:
                if line.startswith(b'{"line":"plan"') or not line.endswith(b"\n"):
                    continue
                entry = _decoder.decode(line)
                if isinstance(entry, _Header):
                    header = entry
                elif isinstance(entry, _Turn):
                    turn, month = entry.turn, entry.month
        changed = path.stat().st_mtime
    except (OSError, msgspec.DecodeError):
        return None
    if header is None:
        return None
    tree = header.tree
    months, span = _whole(tree.months), _whole(tree.months_per_turn)
    turns = -(-months // max(1, span))
    people = tuple(firm for firm, who in header.seats.items() if who == "person")
    title, start = _word(tree.title), _word(tree.start)
    return SavedGame(path, header.level, title, people, header.seed, turn + 1, turns, month, start, changed)


def _whole(value: int | _Whole) -> int:
    return value.value if isinstance(value, _Whole) else value


def _word(value: str | _Word) -> str:
    return value.value if isinstance(value, _Word) else value
