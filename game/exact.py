"""Sums of floats that are rounded once, however terms come and go."""

from collections.abc import Iterable
from math import fsum


class ExactSum:
    """A sum kept without any rounding, as few floats that add up to it exactly (Shewchuk 1997).

    So a term can be taken out again, and what is left is to the last digit the `fsum` of the others.
    """

    def __init__(self, terms: Iterable[float] = ()) -> None:
        self._parts: list[float] = []
        for term in terms:
            self.add(term)

    def add(self, term: float) -> None:
        """Add a term; the negative of one that was added takes it out."""
        parts = []
        for part in self._parts:
            high, low = (part, term) if abs(term) < abs(part) else (term, part)
            term = high + low
            rest = low - (term - high)
            if rest:
                parts.append(rest)
        parts.append(term)
        self._parts = parts

    def value(self, without: float = 0.0) -> float:
        """The sum, rounded; `without` a term that was added."""
        return fsum([*self._parts, -without])
