"""The figures of a level that nobody knows: their paths, their ranges, and a level with other values in their place.

A figure that a fact stands for is not among them, whatever range it has: facts are not turned.
"""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from game.lab import priors
from game.lab.trouble import LabError
from levels.loader import Resolved

DIGITS = 4
"""Of a figure that is put in place of another."""


class Range(Struct, frozen=True):
    """A figure that may be turned: from `low` to `high`, now at `value`."""

    path: str
    low: float
    high: float
    value: float
    whole: bool
    """It counts things."""

    def at(self, part: float) -> float:
        """The figure at a part of the way from low to high, 0 to 1, in few enough digits to be written down."""
        plain = self.low + min(1.0, max(0.0, part)) * (self.high - self.low)
        figure = min(self.high, max(self.low, float(f"{plain:.{DIGITS}g}")))
        return round(figure) if self.whole else figure

    @property
    def part(self) -> float:
        """Where it stands now, 0 to 1."""
        return min(1.0, max(0.0, (self.value - self.low) / (self.high - self.low)))

    @property
    def group(self) -> str:
        """The matter that it belongs to: the first two parts of its path."""
        return ".".join(self.path.split(".")[:2])


def ranges(resolved: Resolved, only: Sequence[str] = ()) -> list[Range]:
    """The assumptions of a level, in its order; with `only` those whose path begins so, or is matched whole.

    Raises LabError if a pattern finds none, naming a fact that it may have meant.
    """
    found = [
        Range(path, float(source.low or 0.0), float(source.high or 0.0), float(value), isinstance(value, int))
        for path, source in priors.ranged(resolved).items()
        if source.fact is None and (value := _value(resolved, path)) is not None
    ]
    if not only:
        return found
    kept: dict[str, Range] = {}
    for pattern in only:
        hits = [each for each in found if _matches(pattern, each.path)]
        if not hits:
            raise LabError(_why_none(resolved, pattern))
        kept.update({each.path: each for each in hits})
    return [each for each in found if each.path in kept]


def _matches(pattern: str, path: str) -> bool:
    if path == pattern or path.startswith(pattern.rstrip(".") + "."):
        return True
    try:
        return re.fullmatch(pattern, path) is not None
    except re.error as error:
        raise LabError(f"--only {pattern}: neither a path nor a pattern ({error})") from None


def _why_none(resolved: Resolved, pattern: str) -> str:
    facts = [path for path, source in resolved.sources.items() if source.fact and _matches(pattern, path)]
    if facts:
        return f"--only {pattern}: {facts[0]} stands for fact {resolved.sources[facts[0]].fact}, which is not turned"
    return f"--only {pattern}: no assumption with a range has such a path; try rules.capital or rules.*"


def _value(resolved: Resolved, path: str) -> int | float | None:
    leaf = priors.leaf_at(resolved.tree, path)
    value = leaf["value"] if leaf is not None else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def settings(figures: Mapping[str, float]) -> tuple[str, ...]:
    """Figures by path as `--set` takes them."""
    return tuple(f"{path}={value!r}" for path, value in figures.items())
