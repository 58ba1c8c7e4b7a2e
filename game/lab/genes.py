"""What `evolve` changes about a mind: the weights that all personalities share, and each personality's style.

Genes are plain numbers around 0: a weight is its hand-set value plus its gene; a value of a style goes from its low to
its high as its gene moves by one in all, so that no personality leaves its own bounds.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from agents.minds.weights import BY_HAND, Weights
from game.lab.statistics import Floats
from levels.loader import Resolved

if TYPE_CHECKING:
    from levels.schema import Style


class Gene(Struct, frozen=True):
    """A value of a style, with the bounds of a personality."""

    name: str
    value: float
    low: float
    high: float

    def at(self, gene: float) -> float:
        """The value for a gene; 0 is the personality's own."""
        if self.high <= self.low:
            return self.value
        return min(self.high, max(self.low, self.value + gene * (self.high - self.low)))


def style_genes(resolved: Resolved, style: str) -> tuple[Gene, ...]:
    """The values of a style that have bounds; whole numbers among them are rounded by the mind."""
    found = []
    facts: Style = resolved.level.styles[style]
    for name in facts.__struct_fields__:
        source = resolved.sources.get(f"styles.{style}.{name}")
        value = float(getattr(facts, name))
        if source is not None and source.low is not None and source.high is not None:
            found.append(Gene(name, value, float(source.low), float(source.high)))
        else:
            found.append(Gene(name, value, value, value))
    return tuple(found)


def weight_names() -> tuple[str, ...]:
    """The weights that are shared, considerations first."""
    return (*(f"c:{key}" for key in BY_HAND.considerations), *(f"m:{key}" for key in BY_HAND.matters))


def made(shared: Floats, own: Floats, genes: Sequence[Gene], *, digits: int = 3) -> Weights:
    """The weights of a mind with these genes."""
    values: Mapping[str, float] = dict(zip(weight_names(), shared.tolist(), strict=True))
    return Weights(
        {key: round(base + values[f"c:{key}"], digits) for key, base in BY_HAND.considerations.items()},
        {key: round(base + values[f"m:{key}"], digits) for key, base in BY_HAND.matters.items()},
        {
            gene.name: float(f"{gene.at(step):.4g}")
            for gene, step in zip(genes, own.tolist(), strict=True)
            if gene.high > gene.low
        },
    )


def within(own: Floats, genes: Sequence[Gene]) -> Floats:
    """Genes of a style cut to the bounds of its personality."""
    spans = [max(1e-12, gene.high - gene.low) for gene in genes]
    least = [(gene.low - gene.value) / span for gene, span in zip(genes, spans, strict=True)]
    most = [(gene.high - gene.value) / span for gene, span in zip(genes, spans, strict=True)]
    return np.asarray(np.clip(own, least, most))


def size(genes: Sequence[Gene]) -> tuple[int, int]:
    """How many shared genes, and how many of a personality."""
    return len(weight_names()), len(genes)


def zeros(of: int) -> Floats:
    """The genes of a mind as it was set by hand."""
    return np.zeros(of, dtype=np.float64)
