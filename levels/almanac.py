"""The almanac: what was known of the world at the start, as short entries that cite their facts.

`almanac.toml` says which entries there are; their words are texts, `almanac-NAME-title` and `almanac-NAME`.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from levels.faults import LevelError

FILE = Path(__file__).parent / "almanac.toml"

Section = Literal["capital", "chips", "power", "halls", "models", "customers", "people", "firms", "rules"]


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry: where it belongs, and the facts that it cites. `model` is the section of docs/model.md, 0 if none."""

    section: Section
    facts: list[str]
    model: int = 0

    def title_key(self, name: str) -> str:
        return f"almanac-{name}-title"

    def text_key(self, name: str) -> str:
        return f"almanac-{name}"


@cache
def load() -> dict[str, Entry]:
    """All entries by name, in the order of the file. Raises LevelError."""
    try:
        tree = tomllib.loads(FILE.read_text(encoding="utf-8"))
        return msgspec.convert(tree, dict[str, Entry])
    except (OSError, ValueError, msgspec.ValidationError) as error:
        raise LevelError(f"levels/{FILE.name}: {error}") from None
