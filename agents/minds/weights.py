"""How much each consideration counts: set by hand for the analyst, found by games and kept as data for the operator."""

import tomllib
from functools import cache
from importlib import resources

import msgspec
from msgspec import Struct, structs

EVOLVED_FILE = "evolved.toml"


class Weights(Struct, frozen=True):
    """Weights of a mind, by the names of `CONSIDERATIONS` and of the checklist's matters and ideas."""

    considerations: dict[str, float]
    matters: dict[str, float]
    """What is added to a proposal's score for the matter that it comes from."""
    style: dict[str, float] = {}
    """Values of the personality that were found within its bounds; the level's own where there are none."""


BY_HAND = Weights(
    considerations={
        "need": 1.0, "binds": 0.4, "price": 0.3, "purse": 0.5, "rival": 0.25, "soon": 0.25, "trust": 0.25,
    },
    matters={
        "release": 1.2, "money": 0.9, "train": 0.7, "waiver": 0.5, "peace": 0.5, "pledge": 0.3, "model": 0.3,
        "dark": 0.3, "homeless": 0.3, "idle": 0.1, "divert": 0.2, "grow": 0.1, "own_chip": 0.1, "port": 0.1,
        "rent": 0.1, "anchor": 0.1, "borrow_cards": 0.2, "bargain": 0.2, "take_over": 0.1, "poach": 0.0,
        "affiliate": 0.2, "tune": 0.2, "guide": 0.2, "hand_back": 0.3, "staff": 0.0,
        "other_runs": 0.5, "other_sheets": 0.6, "overtaken": -0.2, "lend": 0.0, "poach_poor": -0.1, "break": -0.2,
        "free_hands": 0.1,
    },
)  # fmt: skip
"""The analyst's: what a board would say, before any game was played."""


class Evolved(Struct, frozen=True):
    """The file of evolved weights: the run that made it, weights that all share, and styles by personality."""

    run: dict[str, str | int | float | list[str]]
    common: Weights
    """Shared by all."""
    styles: dict[str, dict[str, float]] = {}
    """Values of a style by personality, within its bounds; one that was not in the run keeps its own."""


@cache
def evolved() -> Evolved:
    """What the last kept run of `evolve` found."""
    text = (resources.files("agents.minds") / EVOLVED_FILE).read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Evolved)


def of_personality(name: str) -> Weights:
    """The weights that all share, with the values that were found for a personality's style."""
    found = evolved()
    return structs.replace(found.common, style=found.styles.get(name, {}))
