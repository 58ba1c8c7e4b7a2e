"""The ways in which an option can be ordered, for forms that begin with one that the door lets through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from agents.desk import Quote

if TYPE_CHECKING:
    from agents.desk import Refusal
    from agents.orders import AnyOrder
    from game.door.options import Field, Option

AMOUNTS = ("amount_usd", "cards", "h100e", "kw", "slots", "share", "people")
"""The field that a refusal's largest amount is about."""
MOST_TRIES = 24


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


def opening(option: Option, quote: Callable[[AnyOrder], Quote | Refusal]) -> dict[str, Any]:
    """The values with which the form of an option opens: the usual ones that the door lets through.

    Where nothing is let through it is the usual choices, so that the form says why.
    """
    usual = usual_amounts(option)
    first: dict[str, Any] | None = None
    for values in islice(ways_to_order(option), MOST_TRIES):
        wished = {**values, **usual}
        first = first or wished
        answer = quote(make(option, wished))
        if isinstance(answer, Quote):
            return wished
        if isinstance(quote(make(option, values)), Quote):
            return _within(option, wished, answer.most)
    return first or usual


def _within(option: Option, values: dict[str, Any], most: float) -> dict[str, Any]:
    """The same with no more of the amount than the door would give."""
    for field in option.fields:
        if field.kind == "amount" and field.name in AMOUNTS and most:
            least = max(field.low, min(field.high, most))
            return {**values, field.name: int(least) if field.whole else least}
    return values
