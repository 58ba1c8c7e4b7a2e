"""Styles in files of their own: a personality that is no part of a level yet can be given to any lab.

A file holds one style, `[styles.NAME]` as in the catalogue; `like = "bold"` takes over what it does not say, and
`strength = "operator"` above it says how well the mind thinks (without it the style is a checklist's). Where a mind is
named, the file's path (it ends in .toml) may stand in place of the name.
"""

import copy
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from agents.minds import STRENGTHS, weights
from game.lab.trouble import LabError
from levels import loader
from levels.faults import near
from levels.loader import Resolved
from levels.words import mind_of

SUFFIX = ".toml"

Values = tuple[tuple[str, float], ...]


class Found(Struct, frozen=True):
    """A style from a file, all its figures, and how well its mind thinks; no strength: a checklist."""

    name: str
    values: Values
    strength: str = ""

    @property
    def mind(self) -> str:
        """By which it is seated where the style is part of the level."""
        return mind_of(self.strength, self.name)


def is_file(mind: str) -> bool:
    """Whether a mind is named by its file."""
    return mind.strip().endswith(SUFFIX)


def read(file: Path, resolved: Resolved) -> Found:
    """The style in a file, completed by the level's style that it is like. Raises LabError."""
    try:
        tree = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise LabError(f"{file}: cannot be read ({getattr(error, 'strerror', None) or 'not UTF-8'})") from None
    except tomllib.TOMLDecodeError as error:
        raise LabError(f"{file}: not TOML: {error}") from None
    strength = tree.pop("strength", "")
    if strength and strength not in STRENGTHS:
        meant = near(str(strength), list(STRENGTHS))
        raise LabError(f"{file}: strength: no such strength{meant}; there is {', '.join(STRENGTHS)}")
    styles = tree.get("styles")
    if set(tree) != {"styles"} or not isinstance(styles, dict) or len(styles) != 1:
        raise LabError(
            f"{file}: expected one style, [styles.NAME] as in levels/catalogue/styles.toml, and its strength or nothing"
        )
    ((name, table),) = styles.items()
    if strength == "operator" and name in weights.evolved().styles:
        raise LabError(f"{file}: styles.{name}: operators know a style of this name from games; choose another name")
    if not isinstance(table, dict):
        raise LabError(f"{file}: styles.{name}: expected a table")
    values: dict[str, float] = {}
    like = table.pop("like", None)
    if like is not None:
        below = resolved.tree["styles"].get(like) if isinstance(like, str) else None
        if below is None:
            raise LabError(f"{file}: like: no style {like!r}; there is {', '.join(resolved.level.styles)}")
        values = {key: plain(each) for key, each in below.items()}
    for key, each in table.items():
        values[key] = plain(each)
        if isinstance(values[key], bool) or not isinstance(values[key], int | float):
            raise LabError(f"{file}: styles.{name}.{key}: expected a number, or a table with a value")
    found = tuple(values.items())
    try:
        add(resolved, [(name, found)])
    except ValueError as error:
        raise LabError(f"{file}: {error}") from None
    return Found(name, found, strength)


def plain(leaf: Any) -> Any:
    """The figure of a leaf, with or without its source."""
    return leaf.get("value") if isinstance(leaf, dict) else leaf


def add(resolved: Resolved, styles: Sequence[tuple[str, Values]]) -> Resolved:
    """The level with more styles, each over the one of its name if there is one. Raises LevelError."""
    tree = {**resolved.tree, "styles": copy.deepcopy(resolved.tree.get("styles", {}))}
    for name, values in styles:
        tree["styles"][name] = {
            key: {"value": value, "low": value, "high": value, "assumption": "a style from a file"}
            for key, value in values
        }
    return loader.from_tree(tree, resolved.name, resolved.origin)


def text(style: Found, heading: str) -> str:
    """A style as its file; `heading` becomes comment lines."""
    lines = [f"# {line}" for line in heading.splitlines()]
    lines += ["", f'strength = "{style.strength}"'] if style.strength else []
    lines += ["", f"[styles.{style.name}]", *(f"{key} = {value!r}" for key, value in style.values)]
    return "\n".join(lines) + "\n"


def adopt(resolved: Resolved, mind: str) -> tuple[Resolved, str]:
    """A level in which the mind that is named or kept in a file can be seated, and its name there. Raises LabError."""
    if not is_file(mind):
        return resolved, mind
    found = read(Path(mind.strip()), resolved)
    return add(resolved, [(found.name, found.values)]), found.mind
