"""Scales of charts: where a figure stands, which values are marked, and how they are written."""

from collections.abc import Callable, Iterable
from math import floor, isfinite, log10

from msgspec import Struct

from game.lab.screen import money, short

Writer = Callable[[float], str]


class Axis(Struct, frozen=True):
    """A scale from `low` to `high`, linear or by powers of ten, with the values that are marked."""

    low: float
    high: float
    ticks: tuple[float, ...]
    write: Writer
    is_log: bool = False

    def part(self, value: float) -> float:
        """Where a value stands, 0 to 1; what lies outside stands at the edge."""
        if self.is_log:
            found = log10(max(value, self.low) / self.low) / log10(self.high / self.low)
        else:
            found = (value - self.low) / (self.high - self.low)
        return min(1.0, max(0.0, found))


def linear(values: Iterable[float], write: Writer, *, start: float | None = None, end: float | None = None) -> Axis:
    """A scale that holds all finite values; `start` and `end` are held too."""
    given = [value for value in values if isfinite(value)] + [each for each in (start, end) if each is not None]
    low, high = (min(given), max(given)) if given else (0.0, 1.0)
    if high <= low:
        low, high = (low - 1.0, high + 1.0) if start is None else (low, low + 1.0)
    step = _step((high - low) / 4.0)
    first, last = floor(low / step + 1e-9), -floor(-high / step + 1e-9)
    return Axis(first * step, last * step, tuple(place * step for place in range(first, last + 1)), write)


def by_tens(values: Iterable[float], write: Writer, decades: int = 4) -> Axis:
    """A scale by powers of ten over at most so many decades below the largest value; nothing is at the lower edge."""
    given = [value for value in values if isfinite(value) and value > 0]
    if not given:
        return linear([], write)
    high = max(given)
    low = max(min(given), high / 10.0**decades)
    first, last = floor(log10(low) + 1e-9), -floor(-log10(high) + 1e-9)
    last = max(last, first + 1)
    return Axis(10.0**first, 10.0**last, tuple(10.0**each for each in range(first, last + 1)), write, is_log=True)


def _step(least: float) -> float:
    """The next of 1, 2, 5 times a power of ten."""
    unit = 10.0 ** floor(log10(least))
    return next(factor * unit for factor in (1.0, 2.0, 5.0, 10.0) if factor * unit >= least * 0.999)


def percent(value: float) -> str:
    """With a space that does not break."""
    return f"{100 * value:.0f}\N{NO-BREAK SPACE}%"


def percent_fine(value: float) -> str:
    return f"{100 * value:.1f}\N{NO-BREAK SPACE}%"


def plain(value: float) -> str:
    """A number in a few characters."""
    if value == 0:
        return "0"
    return f"{value:.4g}" if abs(value) < 10_000 else short(value)


def one(value: float) -> str:
    """With one decimal."""
    return f"{value:.1f}".replace("-", "−")


def signed(value: float) -> str:
    return f"{value:+.1f}".replace("-", "−") if abs(value) >= 0.05 else "0"


def usd(value: float) -> str:
    return money(value).replace("-", "−")


def count(value: float) -> str:
    return short(value).replace("-", "−")
