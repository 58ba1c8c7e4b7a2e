"""Statistics that all of the lab uses: shares, means and differences with intervals, corrections, bands, ranks, leads.

Chance comes from a seeded numpy generator, so the same figures give the same interval. Games are the unit that is drawn
anew: figures of one game (its firms, its months) hang together and stay together, pairs stay pairs.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from math import ceil, fsum, sqrt
from statistics import NormalDist

import numpy as np
from msgspec import Struct
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

RESAMPLES = 2000
"""Samples of a bootstrap."""
CELLS = 500_000
"""Places that are drawn at once."""
LEVEL = 0.95
"""Part of repetitions in which an interval is to hold the true value."""
QUANTILES = (0.05, 0.25, 0.50, 0.75, 0.95)
"""Of a band."""
EXACT_FLIPS = 12
"""Pairs up to which all changes of sign are tried; above that so many as `RESAMPLES` says are drawn."""
CERTAIN = 0.05
"""A p value below this, with the whole table in mind, counts as seen."""
DRAWS_BEYOND = 40
"""How many times finer drawn tosses are than the least p that a table asks of a row: its error is then a sixth."""
LEAD_MONTHS = 6
LEAD_GAP_ELO = 10.0
"""A lead counts when it has been held so many months by so much."""


class Estimate(Struct, frozen=True):
    """A figure with its interval, from so many independent observations."""

    value: float
    low: float
    high: float
    of: int

    def leaves_out(self, value: float) -> bool:
        """Whether the whole interval lies on one side of a value."""
        return value < self.low or value > self.high


# Shares


def wilson(hits: float, of: int, level: float = LEVEL) -> tuple[float, float]:
    """The interval of a share (Wilson 1927); the whole range when there is no observation. Split wins are parts."""
    if of == 0:
        return 0.0, 1.0
    z = NormalDist().inv_cdf(0.5 + level / 2)
    share, z2 = hits / of, z * z
    centre = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = z * sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return max(0.0, centre - half) if hits else 0.0, min(1.0, centre + half) if hits < of else 1.0


def share(hits: float, of: int, level: float = LEVEL, *, lots: int | None = None) -> Estimate:
    """A share of games with its Wilson interval.

    Games that share their luck (arms, rotations, seats, minds on one seed) hang together: `lots` is the number of
    seeds, and then one seed is one observation, however many games it has. That is careful, and wide.
    """
    part = hits / of if of else 0.0
    if lots is None:
        return Estimate(part, *wilson(hits, of, level), of)
    return Estimate(part, *wilson(part * lots, lots, level), lots)


# Means and what is made of them, by bootstrap


def bootstrap(
    samples: ArrayLike,
    figure: Callable[[Floats], Floats],
    *,
    clusters: Sequence[Hashable] | None = None,
    resamples: int = RESAMPLES,
    level: float = LEVEL,
    seed: int = 1,
) -> Estimate:
    """A figure of the means of some columns, and its interval.

    `samples` are rows by columns; rows of one cluster (all firms of a game) are drawn together. `figure` takes means,
    an array (samples, columns), and gives one number a sample. Percentiles are widened for few observations as a t
    interval is (Hesterberg 2015), for plain ones are too narrow; one observation says nothing and has no bounds.
    Raises ValueError without rows.
    """
    rows = np.asarray(samples, dtype=np.float64)
    rows = rows[:, None] if rows.ndim == 1 else rows
    if not len(rows):
        raise ValueError("a bootstrap needs one observation or more")
    sums, sizes = _by_cluster(rows, clusters)
    of = len(sizes)
    value = float(figure((sums.sum(axis=0) / sizes.sum())[None, :])[0])
    if of == 1:
        return Estimate(value, -np.inf, np.inf, 1)
    both = np.column_stack([sums, sizes])
    totals = np.concatenate([both[drawn].sum(axis=1) for drawn in samples_of(of, resamples, seed)])
    means = totals[:, :-1] / totals[:, -1:]
    outside = _widened(of, level)
    low, high = np.quantile(figure(means), (outside, 1.0 - outside), method="inverted_cdf")
    return Estimate(value, float(low), float(high), of)


def samples_of(of: int, resamples: int = RESAMPLES, seed: int = 1) -> Iterator[NDArray[np.uint32]]:
    """Samples of so many observations (games), drawn with replacement: arrays (samples, of) of their places.

    They come in pieces of some megabytes, so a bootstrap of 10,000 games needs no more memory than one of 100.
    """
    dice = np.random.Generator(np.random.PCG64(seed))
    piece = max(1, CELLS // of)
    for done in range(0, resamples, piece):
        yield dice.integers(0, of, size=(min(piece, resamples - done), of), dtype=np.uint32)


def _by_cluster(rows: Floats, clusters: Sequence[Hashable] | None) -> tuple[Floats, Floats]:
    if clusters is None:
        return rows, np.ones(len(rows))
    places: dict[Hashable, int] = {}
    index = np.array([places.setdefault(each, len(places)) for each in clusters])
    sums = np.zeros((len(places), rows.shape[1]))
    np.add.at(sums, index, rows)
    return sums, np.bincount(index).astype(np.float64)


def _widened(of: int, level: float) -> float:
    """The part of samples that is left out at each end."""
    from scipy.special import stdtrit

    t = float(stdtrit(of - 1, 0.5 + level / 2))
    return NormalDist().cdf(-t * sqrt(of / (of - 1)))


def mean(values: ArrayLike, *, clusters: Sequence[Hashable] | None = None, level: float = LEVEL) -> Estimate:
    """A mean with its bootstrap interval; with `clusters` whole games are drawn."""
    return bootstrap(values, lambda means: means[:, 0], clusters=clusters, level=level)


def ratio(ours: ArrayLike, theirs: ArrayLike, *, level: float = LEVEL) -> Estimate:
    """A ratio of the means of two arms on the same seeds; infinite over nothing, and 1 of nothing over nothing."""

    def figure(means: Floats) -> Floats:
        top, bottom = means[:, 0], means[:, 1]
        empty = np.where(top > 0, np.inf, 1.0)
        return np.where(bottom != 0, top / np.where(bottom != 0, bottom, 1.0), empty)

    return bootstrap(_pairs(ours, theirs), figure, level=level)


class Difference(Struct, frozen=True):
    """The mean difference of pairs, its interval, and how likely one as large is if the arms are the same."""

    mean: Estimate
    p: float
    variance_ratio: float
    """Variance of the difference of unpaired games over that of pairs: what equal luck is worth; 1 is nothing."""


def paired(ours: ArrayLike, theirs: ArrayLike, *, level: float = LEVEL) -> Difference:
    """Ours less theirs, pair by pair (the same seed in both arms). Raises ValueError for unlike lengths."""
    both = _pairs(ours, theirs)
    apart = both[:, 0] - both[:, 1]
    found = bootstrap(apart, lambda means: means[:, 0], level=level)
    if len(apart) < 2:
        return Difference(found, 1.0, 1.0)
    single, pairs = float(both.var(axis=0, ddof=1).sum()), float(apart.var(ddof=1))
    return Difference(found, sign_flips(apart), single / pairs if pairs > 0.0 else (np.inf if single > 0.0 else 1.0))


def _pairs(ours: ArrayLike, theirs: ArrayLike) -> Floats:
    first, second = np.asarray(ours, dtype=np.float64), np.asarray(theirs, dtype=np.float64)
    if first.shape != second.shape:
        raise ValueError(f"pairs of unlike length: {len(first)} and {len(second)}")
    return np.stack([first, second], axis=1)


def sign_flips(differences: ArrayLike, *, resamples: int = RESAMPLES, seed: int = 1) -> float:
    """Two-sided p of a mean difference: how often it is as large when each pair's sign is tossed (Fisher 1935).

    Exact for few pairs; else from drawn tosses, the one seen counted in, so that p is never 0.
    """
    apart = np.asarray(differences, dtype=np.float64)
    return sign_flips_of(apart[:, None], resamples=resamples, seed=seed)[0]


def sign_flips_of(columns: ArrayLike, *, resamples: int = RESAMPLES, seed: int = 1) -> list[float]:
    """The same of many questions on the same pairs, (pairs, questions): one p each, all from the same tosses.

    Tosses come in pieces of some megabytes, so that many of them need no more memory than few.
    """
    apart = np.asarray(columns, dtype=np.float64)
    of, questions = apart.shape
    if not of or not questions:
        return [1.0] * questions
    seen = np.abs(apart.sum(axis=0)) * (1.0 - 1e-12)
    if of <= EXACT_FLIPS:
        bits = (np.arange(2**of)[:, None] >> np.arange(of)) & 1
        return [float(part) for part in (np.abs((2.0 * bits - 1.0) @ apart) >= seen).mean(axis=0)]
    dice = np.random.Generator(np.random.PCG64(seed))
    piece = max(1, CELLS // max(of, questions))
    as_large = np.zeros(questions, dtype=np.int64)
    for done in range(0, resamples, piece):
        signs = dice.integers(0, 2, size=(min(piece, resamples - done), of)) * 2.0 - 1.0
        as_large += (np.abs(signs @ apart) >= seen).sum(axis=0)
    return [(1 + int(hits)) / (1 + resamples) for hits in as_large]


def draws_for(questions: int) -> int:
    """Tosses (or samples) fine enough that one of so many questions can count as seen with all of them in mind."""
    return max(RESAMPLES, ceil(DRAWS_BEYOND * questions / CERTAIN))


def least_p(pairs: int, resamples: int = RESAMPLES) -> float:
    """The smallest p that tossed signs of so many pairs can give: few seeds can prove little, whatever they show."""
    return 2.0 ** (1 - pairs) if pairs <= EXACT_FLIPS else 1.0 / (1 + resamples)


# Many questions at once


def holm(ps: Sequence[float]) -> list[float]:
    """p values with the whole list in mind, in its order: the chance of one false finding or more (Holm 1979)."""
    order = sorted(range(len(ps)), key=lambda place: ps[place])
    found, most = [0.0] * len(ps), 0.0
    for passed, place in enumerate(order):
        most = max(most, min(1.0, (len(ps) - passed) * ps[place]))
        found[place] = most
    return found


def false_discovery(ps: Sequence[float]) -> list[float]:
    """p values by the part of false ones among what is found (Benjamini and Hochberg 1995), in the list's order."""
    order = sorted(range(len(ps)), key=lambda place: -ps[place])
    found, least = [0.0] * len(ps), 1.0
    for passed, place in enumerate(order):
        least = min(least, len(ps) / (len(ps) - passed) * ps[place])
        found[place] = least
    return found


# Bands, ranks, parts of the variance


def bands(figures: ArrayLike, quantiles: Sequence[float] = QUANTILES) -> Floats:
    """Quantiles over games of an array (games, months, ...): (quantiles, months, ...). What is NaN is left out.

    NaN where no game has a figure.
    """
    values = np.asarray(figures, dtype=np.float64)
    if not np.isnan(values).any():
        return np.asarray(np.quantile(values, quantiles, axis=0))
    empty = np.isnan(values).all(axis=0)
    found = np.nanquantile(np.where(empty, 0.0, values), quantiles, axis=0)
    return np.asarray(np.where(empty, np.nan, found))


def ranks(values: ArrayLike) -> Floats:
    """Ranks from 1, the smallest first; equal values share the mean of their ranks."""
    given = np.asarray(values, dtype=np.float64)
    _, place, count = np.unique(given, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    return np.asarray((last - (count - 1) / 2.0)[place])


def rank_correlation(first: ArrayLike, second: ArrayLike) -> float:
    """Spearman's correlation, -1 to 1; 0 if one of the two never changes."""
    one, other = ranks(first), ranks(second)
    one, other = one - one.mean(), other - other.mean()
    scale = sqrt(float(one @ one) * float(other @ other))
    return float(one @ other) / scale if scale > 0.0 else 0.0


def standardized(factors: ArrayLike, outcome: ArrayLike) -> tuple[Floats, float]:
    """Coefficients of a linear regression in standard deviations, and the part of the variance that it explains.

    `factors` are runs by factors. A factor that never changes has 0. The part says how far the coefficients tell the
    whole story: much less than 1 means bends, or factors that work together, or chance.
    """
    given, told = np.asarray(factors, dtype=np.float64), np.asarray(outcome, dtype=np.float64)
    spread, height = given.std(axis=0), float(told.std())
    if height == 0.0:
        return np.zeros(given.shape[1]), 0.0
    plain = np.divide(given - given.mean(axis=0), spread, out=np.zeros_like(given), where=spread > 0.0)
    wanted = (told - told.mean()) / height
    found, *_ = np.linalg.lstsq(plain, wanted, rcond=None)
    rest = wanted - plain @ found
    return np.asarray(found), max(0.0, 1.0 - float(rest @ rest) / len(wanted))


def explained(groups: Sequence[Sequence[float]]) -> float:
    """Part of the variance that lies between groups (eta squared); 0 if nothing varies."""
    flat = [value for group in groups for value in group]
    middle = fsum(flat) / len(flat)
    whole = fsum((value - middle) ** 2 for value in flat)
    between = fsum(len(group) * (fsum(group) / len(group) - middle) ** 2 for group in groups if group)
    return between / whole if whole > 0.0 else 0.0


# Leads


class LeadChange(Struct, frozen=True):
    """At which observation who took the lead from whom."""

    at: int
    before: str
    after: str


def lead_changes(fronts: Sequence[Mapping[str, float]], held: int, gap: float = LEAD_GAP_ELO) -> list[LeadChange]:
    """Changes of who is best that last for `held` observations with a gap over the one before.

    `fronts` are the figures of all by name, one an observation. Lone swings of two that are equal are no changes, and a
    record shorter than `held` has none.
    """
    found: list[LeadChange] = []
    best = ""
    for at, rated in enumerate(fronts[: max(0, len(fronts) - held + 1)]):
        first = max(rated, key=lambda key: rated[key], default="")
        best = best or first
        if first != best and all(
            later.get(first, 0.0) >= later.get(best, 0.0) + gap for later in fronts[at : at + held]
        ):
            found.append(LeadChange(at, best, first))
            best = first
    return found
