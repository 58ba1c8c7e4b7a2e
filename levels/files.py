"""Reads the files of levels, one by one, and says which file a level stands on. Knows nothing of what is in them."""

import re
import tomllib
from pathlib import Path
from typing import Any

from levels.faults import LevelError, near, show

FOLDER = Path(__file__).parent
"""Where the levels lie that come with the game."""
NAME = re.compile(r"[A-Za-z0-9_-]+")

OWN = ("title", "text", "minutes", "courses", "orders", "goal", "shows", "guide", "lesson")
"""What a level never takes over from the one that it stands on."""

Tree = dict[str, Any]


def inherited(tree: Tree) -> Tree:
    """What a level takes over from the one that it stands on: the world, not its lesson."""
    return {name: value for name, value in tree.items() if name not in OWN}


def base_of(own: Tree, path: Path, origin: str, above: tuple[Path, ...]) -> Path:
    """The file that a level names as its base. Raises `LevelError`."""
    name = own["base"]
    if not (isinstance(name, str) and NAME.fullmatch(name)):
        raise LevelError(f"{origin}: base: expected the name of a level, got {show(name)}")
    beside, shipped = path.parent / f"{name}.toml", FOLDER / f"{name}.toml"
    file = beside if beside.is_file() else shipped
    if file in (*above, path):
        raise LevelError(f"{origin}: base: {name!r} stands on this level")
    if not file.is_file():
        raise LevelError(f"{origin}: base: no level {name!r}{near(name, [e.stem for e in FOLDER.glob('*.toml')])}")
    return file


def parse(path: Path, origin: str) -> Tree:
    """What a file says. Raises `LevelError`; `origin` is the file as the user named it."""
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise LevelError(f"{origin}: no such file") from None
    except IsADirectoryError:
        raise LevelError(f"{origin}: is a folder, not a level file") from None
    except UnicodeDecodeError as error:
        raise LevelError(f"{origin}: is not UTF-8 text (byte {error.start})") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise LevelError(f"{origin}: cannot be read: {reason}") from None
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise LevelError(f"{origin}: is nested too deeply") from None
    except ValueError as error:
        raise LevelError(f"{origin}: {_toml_reason(str(error))}") from None


def _toml_reason(message: str) -> str:
    """Puts the line first: "line 3, column 8: not TOML: Invalid value"."""
    found = re.fullmatch(r"(.*) \(at (.*)\)", message, re.DOTALL)
    return f"{found[2]}: not TOML: {found[1]}" if found else f"not TOML: {message}"
