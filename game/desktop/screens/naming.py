"""What figures are called, by their addresses: the key of their name, their picture, whether more of them is good."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from game.telling.wording import short

if TYPE_CHECKING:
    from agents.view import View
    from game.telling.wording import Words

ICONS = {
    "usd": "banknote",
    "kw": "zap",
    "mw": "zap",
    "h100e": "cpu",
    "cards": "cpu",
    "slots": "building-2",
    "liquid": "building-2",
    "elo": "brain-circuit",
    "flop": "brain",
    "consumers": "users",
    "seats": "users",
    "staff": "users",
    "months": "calendar",
    "trust": "shield",
}
GOOD = ("cash", "valuation", "revenue", "run_rate", "usable", "online", "elo", "consumers", "seats", "trust", "staff")
GOOD_TOO = ("score", "points", "total", "kw", "slots", "served", "research", "credibility", "runway", "votes", "cards")
BAD = ("debt", "loans", "burn", "cost", "idle", "dark", "homeless", "opposition", "unpermitted", "hazard", "wait")
BAD_TOO = ("rent", "price", "tariff", "loss", "dilution", "shortage", "left", "queue", "need")
PLAIN = ("record", "score")


def key(view: View, address: str) -> tuple[str, tuple[str, ...]]:
    """The key of a figure's name, and the names of what it is a figure of: a site, a firm, a chip."""
    names = address.partition("/")[0].split(".")
    if names[0] == "level":
        return "figure-level", (names[-1],)
    if names[0] in PLAIN:
        return "figure-" + "-".join(names), ()
    words, stars = ["figure"], list[str]()
    thing: Any = view
    for name in names:
        if isinstance(thing, Mapping | list | tuple):
            stars.append(name)
            thing = _inside(thing, name)
        else:
            words.append(name)
            thing = getattr(thing, name, None)
    return "-".join(words), tuple(stars)


def _inside(thing: Any, name: str) -> Any:
    if isinstance(thing, Mapping):
        return thing.get(name)
    if name.isdigit():
        return thing[int(name)] if int(name) < len(thing) else None
    return next((each for each in thing if getattr(each, "investor", "") == name.partition(":")[0]), None)


def name(words: Words, view: View, address: str) -> str:
    """What a figure is called: "Cash", "Power at Memphis", "Cards of Meta"."""
    found, stars = key(view, address)
    told = [called(words, star) for star in stars]
    if found == "figure-level":
        told = [words.parameter(address.partition("/")[0].removeprefix("level."))]
    args = {"name": told[0] if told else "", "second": told[1] if len(told) > 1 else ""}
    if words.texts.has(found):
        return words.say(found, **args)
    return " ".join([address.rpartition(".")[2].replace("_", " "), *told])


def called(words: Words, star: str) -> str:
    """What a key of the level stands for: a firm, a chip, an investor, a place."""
    if star in words.level.firms:
        return short(words.firm(star))
    if star in words.level.chips:
        return words.chip(star)
    if star in words.level.investors:
        return words.name(words.level.investors[star].name)
    if star.isdigit():
        return str(int(star) + 1)
    if star in words.places:
        return words.place(star)
    return short(words.name(words.startups.get(star, star.replace("_", " "))))


def icon(address: str) -> str:
    """A picture by what is counted."""
    name = address.partition("/")[0].rpartition(".")[2]
    if address.startswith("score."):
        return "medal"
    return next((ICONS[word] for word in reversed(name.split("_")) if word in ICONS), "info")


def tone(address: str, change: float) -> str:
    """Whether a change is good news: what one has more of or pays less of."""
    name = address.partition("/")[0].rpartition(".")[2]
    if not change or address.startswith("rivals."):
        return "soft"
    if any(word in name for word in (*BAD, *BAD_TOO)):
        return "bad" if change > 0 else "good"
    if any(word in name for word in (*GOOD, *GOOD_TOO)) or address.startswith(PLAIN):
        return "good" if change > 0 else "bad"
    return "soft"
