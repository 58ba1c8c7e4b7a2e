"""The ways in which an option can be ordered, for forms that begin with one that the door lets through."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agents.orders import AnyOrder
    from game.door.options import Field, Option


def make(option: Option, values: dict[str, Any]) -> AnyOrder:
    """The order of an option with these values. Raises msgspec.ValidationError."""
    from game.door.options import make_order

    return make_order(option.kind, values)


def ways_to_order(option: Option) -> Iterator[dict[str, Any]]:
    """The choices of an option with the least amounts, the usual first."""
    choices = [field for field in option.fields if field.kind in ("choice", "flag")]
    least = {
        field.name: int(field.low) if field.whole else field.low for field in option.fields if field.kind == "amount"
    }
    for picked in product(*(_ways_of(field) for field in choices)):
        yield {**dict(zip([field.name for field in choices], picked, strict=True)), **least}


def usual_amounts(option: Option) -> dict[str, Any]:
    """The amounts with which its form opens."""
    amounts = [field for field in option.fields if field.kind == "amount"]
    return {field.name: int(field.default) if field.whole else field.default for field in amounts}


def _ways_of(field: Field) -> list[Any]:
    """What a choice or a flag may be, the usual first."""
    if field.kind == "choice":
        return [key for key, _ in field.choices]
    return [bool(field.default), not field.default]
