"""Fonts, icons, map and texts, found inside the package; knows nothing of the game or of any window."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_bytes(path: str) -> bytes:
    """Contents of a file of this package, by its path within it, such as "icons/cpu.svg".

    Raises FileNotFoundError.
    """
    return files(__name__).joinpath(*path.split("/")).read_bytes()


def read_text(path: str) -> str:
    """The same as text (UTF-8)."""
    return read_bytes(path).decode("utf-8")


def names_in(folder: str, ending: str) -> list[str]:
    """Sorted names, without their ending, of the files of a folder of this package."""
    entries = files(__name__).joinpath(*folder.split("/")).iterdir()
    return sorted(entry.name.removesuffix(ending) for entry in entries if entry.name.endswith(ending))
