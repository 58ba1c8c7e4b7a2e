"""The almanac: what was known of the world at the start, as short entries that cite their facts.

`almanac.toml` says which entries there are; their words are texts, `almanac-NAME-title` and `almanac-NAME`.
"""

import tomllib
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from levels.faults import LevelError

FILE = Path(__file__).parent / "almanac.toml"

Section = Literal["capital", "chips", "power", "halls", "models", "customers", "people", "firms", "rules"]


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry: where it belongs, and the facts that it cites. `model` is the section of docs/model.md, 0 if none.

    Mechanics name the figures, orders and parameters that they explain; their formula in words is a text of its own.
    """

    section: Section
    facts: list[str] = []
    model: int | str = 0
    figures: list[str] = []
    """Addresses of the figures that it tells of; "*" stands for any name."""
    orders: list[str] = []
    """Kinds of orders that belong to it; of standing orders also one alone, as "set_policy.pay"."""
    rules: list[str] = []
    """Groups of parameters."""
    see: list[str] = []
    """Other entries."""

    @property
    def mechanic(self) -> bool:
        """Whether it tells how the model works; the others tell what was known of the world."""
        return bool(self.figures or self.orders or self.rules)

    def title_key(self, name: str) -> str:
        return f"almanac-{name}-title"

    def formula_key(self, name: str) -> str:
        return f"almanac-{name}-formula"

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


@cache
def of_figure(path: str) -> str:
    """The entry that tells of a figure, by the longest address that fits; empty if none does."""
    base = path.partition("/")[0]
    if base.startswith("level.rules."):
        return of_rules(base.split(".")[2])
    found = [(len(each), name) for name, entry in load().items() for each in entry.figures if fnmatchcase(base, each)]
    return max(found)[1] if found else ""


@cache
def of_order(kind: str, policy: str = "") -> str:
    """The entry that tells of an order; a standing order has one by its policy."""
    wanted = (f"{kind}.{policy}", kind) if policy else (kind,)
    return next((name for each in wanted for name, entry in load().items() if each in entry.orders), "")


@cache
def of_rules(group: str) -> str:
    """The entry that tells of a group of parameters."""
    return next((name for name, entry in load().items() if group in entry.rules), "")
