"""What a menu shows of the levels, read without the schema and the checks that a game needs: the first frame waits for
it."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from levels import files
from levels.faults import LevelError
from levels.files import Tree

_LESSON = re.compile(r"l\d")


class LevelSummary(msgspec.Struct, frozen=True):
    """What a menu shows of a level."""

    name: str
    title: str
    months: int
    months_per_turn: int
    seats: list[str]
    text: str
    path: Path
    minutes: int = 90
    courses: list[str] = []


def available() -> list[LevelSummary]:
    """The levels that come with the game, lessons first, by name; a file that cannot be read is left out."""
    return list(summaries())


def summaries() -> Iterator[LevelSummary]:
    """The same one by one, each read when it is asked for."""
    read: dict[Path, Tree] = {}
    for path in sorted(files.FOLDER.glob("*.toml"), key=lambda each: (not _LESSON.match(each.stem), each.stem)):
        try:
            own = _summary_tree(path, (), read)
            names = [each.name for each in msgspec.structs.fields(LevelSummary) if each.name in own]
            kept = {name: own[name] for name in names}
            found = msgspec.convert({**kept, "name": path.stem, "path": path}, LevelSummary)
        except (LevelError, KeyError, TypeError, msgspec.ValidationError):
            continue
        yield found


def _summary_tree(path: Path, above: tuple[Path, ...], read: dict[Path, Tree]) -> Tree:
    """The level's own values over those of the level that it stands on, without catalogues.

    `read` keeps the files that many levels stand on.
    """
    if path not in read:
        read[path] = files.parse(path, path.name)
    own = read[path]
    below = _summary_tree(files.base_of(own, path, path.name, above), (*above, path), read) if "base" in own else {}
    tree = {**files.inherited(below), **own}
    if "firms" in own.get("use", {}):
        tree["seats"] = [seat for seat in tree["seats"] if seat in own["use"]["firms"]]
    return tree
