"""What is wrong with a level, worded for people: one line with the place and the reason."""

import difflib
from collections.abc import Iterable

Path = tuple[str, ...]


class LevelError(ValueError):
    """A level cannot be used; `str()` is one line that names the file, the path and the reason."""

    def __init__(self, line: str) -> None:
        super().__init__("".join(each if each.isprintable() else repr(each)[1:-1] for each in line))


class Fault(Exception):  # noqa: N818
    """Something wrong at a path of a level's tree; the loader adds the file it stands in."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason


def spell(path: Path) -> str:
    """The path as people type it: `firms.xai.cash_usd`."""
    return ".".join(part if part.isprintable() and part else repr(part) for part in path)


def show(value: object) -> str:
    """A value from a file as a message quotes it: short and on one line."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str | int | float):
        return f"a {type(value).__name__}"
    if isinstance(value, int) and abs(value) > 2**63:
        return "a number that is too large"
    text = repr(value)
    return text if len(text) <= 40 else text[:36] + "...'"


def near(name: str, known: Iterable[str]) -> str:
    """The hint "; did you mean 'x'?", or nothing when no known name is like it."""
    found = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"; did you mean {found[0]!r}?" if found else ""
