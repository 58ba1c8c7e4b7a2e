"""Where rooms lie on the disk: a folder each, with the room's events and the race's save. Open, resume, wipe."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

from game.classroom import events as e
from game.classroom import ledger
from game.classroom.game import Game, check_level
from game.classroom.room import FORMAT, Room
from game.classroom.secrets import new_code, new_token
from game.classroom.trouble import ClassroomError
from game.saves import SaveError

if TYPE_CHECKING:
    from levels.loader import Resolved

FOLDER_VARIABLE = "COMPUTE_RACE_HOME"
EVENTS, RACE = "room.jsonl", "game.race"


def home() -> Path:
    """The folder of all rooms; the variable COMPUTE_RACE_HOME moves it."""
    if moved := os.environ.get(FOLDER_VARIABLE):
        return Path(moved) / "rooms"
    from platformdirs import user_data_dir

    return Path(user_data_dir("compute-race")) / "rooms"


def latest(level: str) -> Path | None:
    """The room of a level that was opened last and has not come to its end, if one is kept."""
    try:
        rooms = [path for path in home().iterdir() if (path / EVENTS).exists() and path.name.endswith(f" {level}")]
    except OSError:
        return None
    return next((path for path in sorted(rooms, reverse=True) if not is_over(path)), None)


def is_over(folder: Path) -> bool:
    """Whether the race of a room has come to its end. A room that cannot be read has not: opening it says why."""
    try:
        found = ledger.read(folder / EVENTS)
    except ClassroomError:
        return False
    for event in reversed(found):
        match event:
            case e.Phased():
                return event.phase == "over"
            case e.Played():
                return event.over
            case e.Undone():
                return False
    return False


def new_folder(level: str) -> Path:
    """A fresh place for a room that is opened now."""
    stem, number = f"{time.strftime('%Y-%m-%d %H%M%S')} {level}", 2
    path = home() / stem
    while path.exists():
        path, number = home() / f"{stem.removesuffix(f' {level}')} {number} {level}", number + 1
    return path


def begin(folder: Path, resolved: Resolved, seed: int, rivals: str | None = None) -> tuple[Room, Game]:
    """Open a room that was not there before. Raises ClassroomError."""
    check_level(resolved)
    if (folder / EVENTS).exists():
        raise ClassroomError(f"{folder}: holds a room already; leave --new out to go on with it")
    opened = e.Opened(FORMAT, resolved.name, seed, tuple(resolved.level.seats), new_code(), new_token(), new_token())
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        game = Game.new(resolved, seed, folder / RACE, rivals)
    except (OSError, SaveError) as error:
        raise ClassroomError(f"{folder}: cannot be written ({error}); choose another --folder") from error
    ledger.write_first(folder / EVENTS, opened)
    return Room(opened), game


def resume(folder: Path) -> tuple[Room, Game]:
    """Open a room again as it was. Raises ClassroomError."""
    found = ledger.read(folder / EVENTS)
    opened = found[0]
    if isinstance(opened, e.Opened) and opened.format != FORMAT:
        raise ClassroomError(f"{folder}: was written by a newer version; update the game, or use --new")
    room = Room.again(found)
    try:
        return room, Game.load(folder / RACE)
    except SaveError as error:
        raise ClassroomError(f"{error}; open another room with --new") from error


def wipe(folder: Path) -> None:
    """Remove a room with all names in it, for good."""
    shutil.rmtree(folder, ignore_errors=True)


def forget_names(folder: Path) -> None:
    """Take nicknames and free words out of a room that is kept: every player is called by a number.

    Raises ClassroomError.
    """
    path = folder / EVENTS
    free = set[int]()
    found: list[e.AnyEvent] = []
    for event in ledger.read(path):
        if isinstance(event, e.Asked) and event.question.kind == "words":
            free.add(event.question.number)
        if isinstance(event, e.Joined):
            event = e.Joined(event.player, f"{event.player}", event.token, event.seat)
        if not isinstance(event, e.Answered) or event.question not in free:
            found.append(event)
    ledger.write_again(path, found)
