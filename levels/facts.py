"""The facts that levels stand on (`facts.tsv`), and where each is used: in a level, a catalogue file or the almanac.

`S` ids come from one press article of September 2024 and what it quotes, `K` ids from public data sets, filings and
trade press. A use is an id in the `fact`, `assumption` or `note` of a figure, or in an entry of the almanac.
"""

import csv
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any, Literal

import msgspec

from levels import almanac, leaves

FOLDER = Path(__file__).parent
FILE = FOLDER / "facts.tsv"
_ID = re.compile(r"\b[SK]\d+\b")
_SPAN = re.compile(r"\b([SK])(\d+)-[SK]?(\d+)\b")

Kind = Literal["start", "parameter", "event", "almanac"]


class Fact(msgspec.Struct, frozen=True):
    """One line of the list."""

    id: str
    subject: str
    what: str
    value: str
    unit: str
    date: str
    context: str
    meaning: str
    """What it can be in a game, as whoever collected it saw it."""
    quality: str
    """ "article"; or A structured data or official, B established publication, C aggregator, D derived; the source."""

    @property
    def left_out(self) -> str:
        """The mark, "rumour" or "flavour", of a line that no world may stand on; empty otherwise."""
        found = re.match(r"(rumour|flavour)\b", self.meaning)
        return found[1] if found else ""

    @property
    def starting(self) -> bool:
        """Whether it tells what a world starts from, so that the almanac alone is no use of it."""
        return re.match(r"(starting|scenario start)\b", self.meaning) is not None


class Use(msgspec.Struct, frozen=True):
    """Where a fact is used."""

    kind: Kind
    file: str
    """Under levels/, without its ending."""
    path: str

    def __str__(self) -> str:
        return f"{self.file}: {self.path}"


def load() -> dict[str, Fact]:
    """All facts by id, in the order of the list."""
    lines = csv.DictReader(StringIO(FILE.read_text(encoding="utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {line["id"]: msgspec.convert(line, Fact) for line in lines}


@cache
def known() -> dict[str, Fact]:
    """All facts by id, read once."""
    return load()


def ids_in(text: str) -> list[str]:
    """The facts that a text names; "S002-S004" names three."""
    found = [
        f"{letter}{number:0{len(first)}d}"
        for letter, first, last in _SPAN.findall(text)
        for number in range(int(first), int(last) + 1)
    ]
    return list(dict.fromkeys([*found, *_ID.findall(text)]))


def uses() -> dict[str, list[Use]]:
    """The uses of every fact, in the levels and catalogue files that come with the game, and in the almanac."""
    found: dict[str, list[Use]] = {key: [] for key in load()}
    for file in [*sorted(FOLDER.glob("*.toml")), *sorted((FOLDER / "catalogue").glob("*.toml"))]:
        if file == almanac.FILE:
            continue
        label = file.relative_to(FOLDER).with_suffix("").as_posix()
        for path, told in _told(tomllib.loads(file.read_text(encoding="utf-8")), ()):
            for each in ids_in(told):
                found.setdefault(each, []).append(Use(_kind(path), label, ".".join(path)))
    for name, entry in almanac.load().items():
        for each in entry.facts:
            found.setdefault(each, []).append(Use("almanac", "almanac", name))
    return found


def unused() -> list[Fact]:
    """Facts that nothing uses, and starting values that no level starts from; those marked as no basis are left out."""
    used = uses()
    return [
        fact
        for key, fact in load().items()
        if not fact.left_out
        and (not used[key] or (fact.starting and all(each.kind == "almanac" for each in used[key])))
    ]


def table() -> str:
    """The list as Markdown, for `docs/facts.md`."""
    lines = [_HEAD]
    for key, fact in load().items():
        told = " ".join(part for part in (fact.value, fact.unit) if part)
        notes = "; ".join(part for part in (fact.context, fact.quality if key[0] == "K" else "") if part)
        cells = (key, fact.subject, fact.what, told, notes)
        lines.append("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def _told(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The texts of all figures that may name a fact, with the paths of the figures."""
    if leaves.is_leaf(value):
        yield path, " ".join(str(value[name]) for name in ("fact", "assumption", "note") if name in value)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _told(each, (*path, name))
    elif isinstance(value, list):
        for i, each in enumerate(value):
            yield from _told(each, (*path, str(i)))


def _kind(path: tuple[str, ...]) -> Kind:
    return "event" if path[0] == "events" else "parameter" if path[0] == "rules" else "start"


_HEAD = """# Facts

Made by `python main.py facts --write` from `levels/facts.tsv`; a test compares. `python main.py facts` says where each
is used.

Figures known in September 2024. `S` ids come from one press article of 2024-09-12 on the race for compute and what it
quotes; `K` ids from public data sets, filings, trade press and our own arithmetic on them (quality A structured data or
official, B established publication, C aggregator, D derived). Many are estimates with wide bands.

| id | subject | what | value | notes |
|---|---|---|---|---|"""
