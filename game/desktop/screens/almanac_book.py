"""What the almanac says: pages of blocks, the lists of its sections, and the search. Nothing here draws.

A page has a key such as "mechanic:cash", "world:grid", "firm:xai", "fact:S120", "word:elo" or "key:race".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, get_type_hints

from game.desktop.screens.naming import called, icon
from game.telling.wording import ICONS, Words, short
from levels import almanac, facts

if TYPE_CHECKING:
    from levels.loader import Resolved

SECTIONS = ("mechanics", "world", "firms", "facts", "words", "keys")
SECTION_ICONS = {
    "mechanics": "settings",
    "world": "globe",
    "firms": "building-2",
    "facts": "book-open",
    "words": "file-text",
    "keys": "monitor",
}
ROOM_ICONS = {
    "capital": "landmark",
    "chips": "cpu",
    "power": "zap",
    "halls": "building-2",
    "models": "brain-circuit",
    "customers": "users",
    "people": "graduation-cap",
    "firms": "swords",
    "rules": "scale",
}
PROFILE = ("opening", "strength", "weakness", "temptation")
WORDS = (
    "h100e", "elo", "initiative", "dark", "binding", "money", "dilution", "run", "free", "burn", "runway", "runrate",
    "place", "grid", "lease", "covenant", "waiver", "packaging", "tapeout", "flop", "fog", "ribbon",
)  # fmt: skip
OF_SOMEBODY = ("raise_equity", "renegotiate", "license_data")
"""Orders whose names in the desks name the other side."""
WHO = ("name", "investor", "firm", "lab", "partner", "user", "operator", "site", "publisher")
"""Fields that tell the entries of a list apart."""
MOST_FOUND, SHORT = 60, 24
NO_UNITS = ("text", "event", "date", "policy", "name", "names", "list", "quote", "clause")
"""What the list of facts calls a value that is told in words: it says so in the place of a unit."""
USD = {"USD": 1.0, "USD bn": 1e9, "USD trillion": 1e12}


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: where it leads, what it says, and what stands small beside it."""

    page: str
    title: str
    tag: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page. Kinds: text, head, formula, row (name, value, what it stands on), link, quiet."""

    kind: str
    text: str
    value: str = ""
    note: str = ""
    page: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    key: str
    title: str
    icon: str
    section: str
    blocks: tuple[Block, ...]


class Book:
    """The almanac of one level, in one language. `bindings` are the keys as they are set: name and what it does."""

    def __init__(self, words: Words, resolved: Resolved, bindings: list[tuple[str, str]]) -> None:
        self.words, self.resolved, self.level = words, resolved, resolved.level
        self.bindings = bindings
        self.say = words.say

    # --- lists -----------------------------------------------------------------------------------------

    def items(self, section: str) -> list[Item]:
        """The entries of a section, in its order."""
        found: list[Item] = getattr(self, f"_{section}")
        return found

    @cached_property
    def _mechanics(self) -> list[Item]:
        return [self._entry("mechanic", name) for name, entry in almanac.load().items() if entry.mechanic]

    @cached_property
    def _world(self) -> list[Item]:
        return [self._entry("world", name) for name, entry in almanac.load().items() if not entry.mechanic]

    def _entry(self, kind: str, name: str) -> Item:
        entry = almanac.load()[name]
        room = self.say(f"room-{entry.section}")
        return Item(f"{kind}:{name}", self.say(entry.title_key(name)), room, ROOM_ICONS[entry.section])

    @cached_property
    def _firms(self) -> list[Item]:
        found = []
        for key, firm in self.level.firms.items():
            if self.words.texts.has(f"firm-{key}-opening") or firm.lab or firm.cloud:
                kind = "lab" if firm.lab else "cloud" if firm.cloud else "other"
                found.append(
                    Item(f"firm:{key}", self.words.name(firm.name), self.say(f"firm-kind-{kind}"), "building-2")
                )
        return found

    @cached_property
    def _facts(self) -> list[Item]:
        return [
            Item(f"fact:{key}", f"{fact.subject}: {fact.what}", key, "book-open") for key, fact in facts.known().items()
        ]

    @cached_property
    def _words(self) -> list[Item]:
        named = [Item(f"word:{key}", self.say(f"word-{key}"), "", "file-text") for key in WORDS]
        return sorted(named, key=lambda item: item.title.casefold())

    @cached_property
    def _keys(self) -> list[Item]:
        return [Item("key:race", self.say("almanac-keys-race"), "", "monitor")]

    # --- search ----------------------------------------------------------------------------------------

    def find(self, asked: str) -> list[Item]:
        """Pages that hold every word that was asked for, those that have them in their title first."""
        wanted = asked.casefold().split()
        if not wanted:
            return []
        ranked = []
        for place, (item, text) in enumerate(self._index):
            title = f"{item.title} {item.page.partition(':')[2]}".casefold()
            if all(word in text or word in title for word in wanted):
                weight = sum(3 * title.startswith(word) + 2 * (word in title) for word in wanted)
                weight += 10 * all(word in title for word in wanted)
                ranked.append((-weight, place, item))
        return [item for _, _, item in sorted(ranked, key=lambda each: each[:2])[:MOST_FOUND]]

    @cached_property
    def _index(self) -> list[tuple[Item, str]]:
        found = []
        for section in SECTIONS:
            for item in self.items(section):
                page = self.page(item.page)
                text = " ".join(f"{block.text} {block.value}" for block in page.blocks if block.kind != "link")
                told = Item(item.page, item.title, self.say(f"almanac-{section}"), SECTION_ICONS[section])
                found.append((told, text.casefold()))
        return found

    # --- pages -----------------------------------------------------------------------------------------

    def page(self, key: str) -> Page:
        """A page by its key. Raises KeyError for one that the level does not have."""
        kind, _, name = key.partition(":")
        make = {
            "mechanic": self._mechanic,
            "world": self._known,
            "firm": self._firm,
            "fact": self._fact,
            "word": self._word,
            "key": self._key,
        }[kind]
        return make(name)

    def has(self, key: str) -> bool:
        try:
            self.page(key)
        except KeyError:
            return False
        return True

    def _mechanic(self, name: str) -> Page:
        entry = almanac.load()[name]
        blocks = [
            Block("text", self.say(entry.text_key(name))),
            Block("formula", self.say(entry.formula_key(name))),
        ]
        if entry.orders:
            blocks.append(Block("head", self.say("almanac-orders")))
            blocks += [self._order(order) for order in entry.orders]
        blocks += self._links(entry)
        for group in entry.rules:
            rows = list(self._parameters(group))
            if rows:
                blocks += [Block("head", self.say("almanac-parameters", group=self.words.parameters(group))), *rows]
        return Page(f"mechanic:{name}", self.say(entry.title_key(name)), ROOM_ICONS[entry.section], "mechanics",
                    tuple(blocks))  # fmt: skip

    def _order(self, order: str) -> Block:
        kind, _, policy = order.partition(".")
        name = f"option-{kind}-{policy}" if policy else f"option-{kind}"
        about = f"about-{kind}-{policy}" if policy else f"about-{kind}"
        title = self.say(f"almanac-order-{kind}" if kind in OF_SOMEBODY else name)
        told = self.say(about) if self.words.texts.has(about) else ""
        return Block("order", title, note=told, icon=ICONS.get(kind, "settings"))

    def _parameters(self, group: str) -> Iterator[Block]:
        """The parameters of a group in this level: name, value with unit, range and what it stands on."""
        values = getattr(self.level.rules, group)
        hints = get_type_hints(type(values), include_extras=True)
        for name in values.__struct_fields__:
            value = getattr(values, name)
            path = f"rules.{group}.{name}"
            if isinstance(value, bool | int | float | str):
                source = self.resolved.sources.get(path)
                ids = facts.ids_in(f"{source.fact} {source.note}") if source is not None else []
                page = f"fact:{ids[0]}" if ids else ""
                told = self._value(value, hints.get(name))
                yield Block("row", self.words.parameter(path), told, self._stands_on(source, hints.get(name)), page)

    def _value(self, value: Any, kind: Any) -> str:
        if isinstance(value, bool):
            return self.say("almanac-yes" if value else "almanac-no")
        if isinstance(value, str):
            return value.replace("_", " ")
        unit = unit_of(kind).removeprefix("ratio").removeprefix("count")
        if unit in ("1/month", "1/year"):
            rate = self.words.figures.percent(value, digits=0 if value >= 0.1 or not value else 1)
            return self.say(f"almanac-{unit.replace('/', '-')}", rate=rate)
        if unit == "share":
            return self.words.figures.percent(value, digits=0 if abs(value) >= 0.1 or not value else 1)
        return self.words.figures.told(value, unit)

    def _stands_on(self, source: Any, kind: Any) -> str:
        if source is None:
            return ""
        parts = []
        if source.low is not None and source.high is not None:
            low, high = self._value(source.low, kind), self._value(source.high, kind)
            parts.append(self.say("almanac-range", low=low, high=high))
        parts.append(source.fact or self.say("almanac-assumption"))
        return ", ".join(parts) + (f": {source.note}" if source.note else "")

    def _known(self, name: str) -> Page:
        entry = almanac.load()[name]
        blocks = [Block("text", self.say(entry.text_key(name))), *self._links(entry)]
        return Page(f"world:{name}", self.say(entry.title_key(name)), ROOM_ICONS[entry.section], "world", tuple(blocks))

    def _links(self, entry: almanac.Entry) -> list[Block]:
        blocks = []
        entries = almanac.load()
        name = next(name for name, each in entries.items() if each is entry)
        back = [other for other, each in entries.items() if name in each.see]
        see = list(dict.fromkeys([*entry.see, *back]))
        if see:
            blocks.append(Block("head", self.say("almanac-see")))
            blocks += [self._link(name) for name in see]
        if entry.facts:
            blocks.append(Block("head", self.say("almanac-facts-cited")))
            blocks += [self._fact_link(key) for key in entry.facts if key in facts.known()]
        return blocks

    def _link(self, name: str) -> Block:
        entry = almanac.load()[name]
        page = f"{'mechanic' if entry.mechanic else 'world'}:{name}"
        return Block("link", self.say(entry.title_key(name)), page=page, icon=ROOM_ICONS[entry.section])

    def _fact_link(self, key: str) -> Block:
        fact = facts.known()[key]
        value = self._fact_value(fact)
        is_short = len(value) <= SHORT
        note = fact.what if is_short else f"{fact.what}: {value}"
        return Block("link", f"{key}  {fact.subject}", value if is_short else "", note, f"fact:{key}", "book-open")

    def _firm(self, key: str) -> Page:
        firm = self.level.firms[key]
        blocks = []
        for part in PROFILE:
            if self.words.texts.has(f"firm-{key}-{part}"):
                blocks += [Block("head", self.say(f"profile-{part}")), Block("text", self.say(f"firm-{key}-{part}"))]
        sites = [site for site in self.level.sites.values() if site.firm == key]
        if sites:
            blocks.append(Block("head", self.say("profile-sites")))
            blocks += [
                Block("row", short(self.words.name(site.name)), self.words.name(self.level.regions[site.region].name))
                for site in sites
            ]
        cited = self._cited(f"firms.{key}.")
        if cited:
            blocks.append(Block("head", self.say("almanac-facts-cited")))
            blocks += [self._fact_link(each) for each in cited]
        return Page(f"firm:{key}", self.words.name(firm.name), "building-2", "firms", tuple(blocks))

    def _cited(self, start: str) -> list[str]:
        """Facts on which values of the level stand."""
        found: dict[str, None] = {}
        for path, source in self.resolved.sources.items():
            if path.startswith(start):
                found |= dict.fromkeys(facts.ids_in(f"{source.fact} {source.note}"))
        return [each for each in found if each in facts.known()][:12]

    def _fact(self, key: str) -> Page:
        fact = facts.known()[key]
        value = self._fact_value(fact)
        blocks = [
            Block("text", fact.what),
            *([Block("formula", value)] if value else []),
            Block("quiet", fact.context),
            Block("row", self.say("fact-date"), fact.date),
            Block("row", self.say("fact-quality"), self._quality(fact.quality)),
        ]
        entries = [name for name, entry in almanac.load().items() if key in entry.facts]
        if entries:
            blocks += [Block("head", self.say("fact-told")), *(self._link(name) for name in entries)]
        used = [path for path, source in self.resolved.sources.items() if key in facts.ids_in(source.fact or "")]
        if used:
            blocks.append(Block("head", self.say("fact-used")))
            blocks += [self._used(path) for path in used[:8]]
        return Page(f"fact:{key}", f"{key}  {fact.subject}", "book-open", "facts", tuple(blocks))

    def _fact_value(self, fact: facts.Fact) -> str:
        """The value with its unit, as the language writes it; what is a remark and no figure stands as it is."""
        value, unit = fact.value, fact.unit
        try:
            number = float(value)
        except ValueError:
            number = None
        if not value or unit in NO_UNITS or (unit == "year" and len(value) == 4):
            return "" if number == 1 else value
        if number is not None and unit in USD:
            return self.words.figures.money(number * USD[unit])
        key = f"fact-unit-{unit.lower()}"
        return self.say(key, value=value) if self.words.texts.has(key) else f"{value} {unit}".strip()

    def _used(self, path: str) -> Block:
        head, _, rest = path.partition(".")
        name, page = self._told(path), ""
        if head == "firms":
            page = f"firm:{rest.partition('.')[0]}"
        elif head == "rules":
            entry = almanac.of_rules(rest.partition(".")[0])
            page = f"mechanic:{entry}" if entry else ""
        return Block("link" if page else "row", name, page=page, icon=icon("." + path))

    def _told(self, path: str) -> str:
        """A value of the level in words: "Term sheets, Venture and growth funds, OpenAI: pre money usd"."""
        if path.startswith("rules."):
            return f"{self.words.parameters(path.split('.')[1])}: {self.words.parameter(path)}"
        *steps, last = path.split(".")
        thing: Any = self.level
        told: list[str] = []
        for step in steps:
            if isinstance(thing, list):
                thing = thing[int(step)]
                told += [called(self.words, str(who)) for who in (getattr(thing, each, "") for each in WHO) if who]
            elif isinstance(thing, dict):
                thing = thing.get(step)
                name = getattr(thing, "name", "")
                told.append(short(self.words.name(name)) if name else called(self.words, step))
            else:
                thing = getattr(thing, step, None)
                told.append(step.replace("_", " "))
        where = ", ".join(told)
        return sentence(f"{where}: {last}") if where else sentence(last)

    def _quality(self, quality: str) -> str:
        grade = quality.partition(" ")[0].strip(",;:")
        return self.say(f"quality-{grade}") if grade in ("A", "B", "C", "D") else self.say("quality-article")

    def _word(self, key: str) -> Page:
        blocks = (Block("text", self.say(f"word-{key}-is")),)
        return Page(f"word:{key}", self.say(f"word-{key}"), "file-text", "words", blocks)

    def _key(self, _: str) -> Page:
        blocks = tuple(Block("key", name, value=does) for name, does in self.bindings)
        return Page("key:race", self.say("almanac-keys-race"), "monitor", "keys", blocks)


def sentence(name: str) -> str:
    """A name from data as a heading: "Flop per second"."""
    told = name.replace("_", " ")
    return told[:1].upper() + told[1:]


def unit_of(kind: Any) -> str:
    """The unit of a parameter, from its type's annotation; empty for a plain number."""
    for note in getattr(kind, "__metadata__", ()):
        extra = getattr(note, "extra", None) or {}
        if "unit" in extra:
            return str(extra["unit"])
    return ""


__all__ = ["SECTIONS", "Block", "Book", "Item", "Page"]
