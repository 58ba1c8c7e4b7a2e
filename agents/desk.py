"""The desk: what a mind may use to decide.

It is declared here and implemented in `game.door`, so nothing imports upwards.
"""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from msgspec import Struct

from agents.orders import AnyOrder
from agents.view import Text, View


class Line(Struct, frozen=True, gc=False):
    """One line of a quote: what it is and what it costs now (`usd`), or a figure to know (`value` with its unit)."""

    text: Text
    usd: int = 0


class Quote(Struct, frozen=True, gc=False):
    """The dry run of an order after the orders already planned. `cash_usd` is what it takes now (negative: brings)."""

    cash_usd: int
    lines: tuple[Line, ...]
    ready_month: int
    """When its effect is expected."""
    fill: float = 1.0
    """Forecast share that a rationed market will give."""


class Refusal(Struct, frozen=True, gc=False):
    """Why an order cannot be given, in words by key, and the largest amount that could if there is one."""

    text: Text
    most: int = 0


class Advice(Struct, frozen=True, gc=False):
    """An order with the reasons for it."""

    order: AnyOrder
    reasons: tuple[Text, ...] = ()


class Considered(Struct, frozen=True, gc=False):
    """An order as a mind has weighed it. `parts` are what the score is made of, the largest first."""

    order: AnyOrder
    score: float
    parts: tuple[tuple[float, Text], ...]
    taken: bool


class Desk(Protocol):
    """One firm's desk for one turn."""

    @property
    def view(self) -> View:
        """What the firm sees."""
        ...

    def quote(self, planned: Sequence[AnyOrder], order: AnyOrder) -> Quote | Refusal:
        """Dry run of one more order: it changes nothing."""
        ...

    def ready_cash(self, planned: Sequence[AnyOrder]) -> int:
        """Cash left after the planned orders, in USD."""
        ...


class Mind(Protocol):
    """A way to decide. It keeps nothing between turns, so that a loaded game decides like the one that was saved."""

    name: str

    def advise(self, desk: Desk) -> list[Advice]:
        """The orders for this turn, most urgent first, each with reasons."""
        ...


@runtime_checkable
class Weighing(Mind, Protocol):
    """A mind that can show what it weighs."""

    def weigh_up(self, desk: Desk) -> list[Considered]:
        """What it would weigh for this turn: what it takes, in its order, then what it leaves, the best first."""
        ...
