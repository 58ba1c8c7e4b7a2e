"""What the orders planned so far have reserved, and the shape of an order's check."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from agents.desk import Line, Quote, Refusal
from agents.view import Text, Value

if TYPE_CHECKING:
    from game.race import Race


class Planned(Struct):
    """Reservations of the orders before this one: cash that they take, and amounts by name."""

    cash_usd: int = 0
    orders: int = 0
    held: dict[str, int] = {}

    def of(self, name: str) -> int:
        return self.held.get(name, 0)

    def add(self, grant: "Granted") -> None:
        self.cash_usd += grant.quote.cash_usd
        self.orders += 1
        for name, amount in grant.reserves.items():
            self.held[name] = self.held.get(name, 0) + amount


class Granted(Struct, frozen=True, gc=False):
    """A quote and what it reserves."""

    quote: Quote
    reserves: dict[str, int]


Check = Callable[["Race", str, Planned, Any], Granted | Refusal]
CarryOut = Callable[["Race", str, Any], None]


def refuse(key: str, most: int = 0, **args: Value) -> Refusal:
    """A refusal by its text key; `most` is the largest amount that would pass, and may be named in the text."""
    return Refusal(Text(key, {"most": most, **args} if most else args), most)


def grant(cash_usd: int, lines: list[Line], ready_month: int, *, fill: float | None = None, **reserves: int) -> Granted:
    """A quote with its reservations; all of it is filled if `fill` does not say else.

    None stands for 1: after keywords for all names a compiled engine takes no float as default.
    """
    return Granted(Quote(cash_usd, tuple(lines), ready_month, 1.0 if fill is None else fill), reserves)


def line(key: str, usd: int = 0, **args: Value) -> Line:
    return Line(Text(key, args), usd)
