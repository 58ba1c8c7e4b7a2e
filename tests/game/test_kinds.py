"""Numbers of states and views are of the kind that is declared: a whole one where a float is declared would be another
number in a compiled copy, and in its digest."""

import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from game.race import Race
from levels import loader


@cache
def _kinds(owner: type) -> dict[str, Any]:
    return typing.get_type_hints(owner)


def unlike(value: Any, kind: Any, path: str) -> Iterator[str]:
    """Where numbers are of another kind than declared."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if hasattr(value, "__struct_fields__"):
        for name, each in _kinds(type(value)).items():
            yield from unlike(getattr(value, name), each, f"{type(value).__name__}.{name}")
    elif kind in (float, int):
        if type(value) is not kind:
            yield f"{path}: {value!r} is no {kind.__name__}"
    elif origin is list or (origin is tuple and Ellipsis in inner):
        for each in value:
            yield from unlike(each, inner[0], path)
    elif origin is tuple:
        for each, part in zip(value, inner, strict=True):
            yield from unlike(each, part, path)
    elif origin is dict:
        for each in value.values():
            yield from unlike(each, inner[1], path)
    elif origin in (typing.Union, types.UnionType) and value is not None:
        others = [each for each in inner if each is not type(None)]
        if len(others) == 1:
            yield from unlike(value, others[0], path)


def faults(level: str, mind: str | None, months: int) -> list[str]:
    """What is unlike in any turn of a game so long."""
    resolved = loader.load(level)
    labs = [key for key, firm in resolved.level.firms.items() if firm.lab]
    race = Race(resolved, 3, dict.fromkeys(labs, mind) if mind else {})
    found: list[str] = []
    while not race.over and race.month < months and not found:
        found += unlike(race.world, type(race.world), "world")
        for firm in labs:
            view = race.view(firm)
            found += unlike(view, type(view), "view")
        race.play_turn()
    race.dispose()
    return found


def test_what_is_of_another_kind_is_found() -> None:
    race = Race(loader.load("l0_first_cluster"), 1)
    race.world.spot = 1
    assert list(unlike(race.world, type(race.world), "world")) == ["World.spot: 1 is no float"]


@pytest.mark.parametrize(
    ("level", "mind", "months"), [("september_2024", "operator", 18), ("l6_the_race", None, 12), ("sandbox", None, 6)]
)
def test_numbers_are_of_the_kind_that_is_declared(level: str, mind: str | None, months: int) -> None:
    assert faults(level, mind, months) == []
