"""What the player has set: language, scale, colours, motion, sound, hints, keys; kept in a file between games.

A file that cannot be read is kept aside under another name, and the game goes on with what is usual.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct, field

from game.desktop import storage
from game.desktop.palettes import Palette

FILE = "settings.json"
Volume = Annotated[float, Meta(ge=0, le=1)]


class Settings(Struct):
    """An empty language is the one that the environment asks for; volumes are shares of one.

    `keys` holds only what differs from the usual keys, by action.
    """

    language: Annotated[str, Meta(pattern="^([a-z][A-Za-z-]{1,15})?$")] = ""
    scale: Literal["auto"] | Annotated[float, Meta(ge=1, le=2)] = "auto"
    palette: Palette = "standard"
    reduced_motion: bool = False
    sound_volume: Volume = 0.6
    music_volume: Volume = 0.35
    muted: bool = False
    hints: bool = True
    seen_hints: list[str] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)


class BrokenSettingsError(Exception):
    """The file could not be read; `kept` is where it was put aside, None if even that failed."""

    def __init__(self, kept: Path | None) -> None:
        super().__init__(str(kept))
        self.kept = kept


def path() -> Path:
    return storage.folder() / FILE


def load() -> Settings:
    """The settings of this computer, or the usual ones where there are none. Raises BrokenSettingsError."""
    try:
        return msgspec.json.decode(path().read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BrokenSettingsError(_put_aside(path())) from error


def save(settings: Settings) -> None:
    """Write all of them, whole or not at all. Raises OSError."""
    target = path()
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".settings-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n")
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _put_aside(broken: Path) -> Path | None:
    """Rename a file to the first free name of its kind."""
    for number in range(1, 100):
        aside = broken.with_name(f"{broken.stem}.broken{number}{broken.suffix}")
        if not aside.exists():
            try:
                return broken.rename(aside)
            except OSError:
                return None
    return None
