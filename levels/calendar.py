"""Months: the engine counts them from a level's start, people write them as "2024-09"."""

from functools import cache
from typing import Final

QUARTER: Final = 3
"""Months in a quarter."""


@cache
def index_of(month: str, start: str) -> int:
    """Months from `start` to `month`, both "YYYY-MM"; negative before the start."""
    return _absolute(month) - _absolute(start)


@cache
def month_of(index: int, start: str) -> str:
    """The calendar month "YYYY-MM" that lies `index` months after `start`."""
    year, month = divmod(_absolute(start) + index, 12)
    return f"{year:04d}-{month + 1:02d}"


@cache
def _absolute(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1
