"""Sharing out whole units when more is wanted than there is: pure functions, exact, the same on every platform."""

from collections.abc import Sequence
from math import fsum


def by_largest_remainder(total: int, weights: Sequence[float], keys: Sequence[str]) -> list[int]:
    """Split `total` in proportion to `weights`; the rest by largest remainder, the key breaks ties."""
    weight_sum = fsum(weights)
    if total <= 0 or weight_sum <= 0.0:
        return [0] * len(weights)
    exact = [total * weight / weight_sum for weight in weights]
    shares = [int(amount) for amount in exact]
    left = total - sum(shares)
    if left > 0:
        order = sorted(
            [(share - amount, keys[i], i) for i, (share, amount) in enumerate(zip(shares, exact, strict=True))]
        )
        for _, _, i in order[:left]:
            shares[i] += 1
    return shares


def pro_rata(total: int, wanted: Sequence[int], keys: Sequence[str]) -> list[int]:
    """Everybody gets what is wanted, or the same part of it when `total` does not suffice."""
    if sum(wanted) <= total:
        return list(wanted)
    return by_largest_remainder(total, wanted, keys)


def water_fill(total: int, wanted: Sequence[int], scores: Sequence[float], keys: Sequence[str]) -> list[int]:
    """Split `total` by scores, nobody above what is wanted; what one leaves goes to the others (model 2)."""
    if sum(wanted) <= total:
        return list(wanted)
    given = [0] * len(wanted)
    open_bids = [i for i in range(len(wanted)) if wanted[i] > 0]
    left = total
    while left > 0 and open_bids:
        shares = by_largest_remainder(left, [scores[i] for i in open_bids], [keys[i] for i in open_bids])
        if not any(shares):
            break
        for i, share in zip(open_bids, shares, strict=True):
            taken = min(share, wanted[i] - given[i])
            given[i] += taken
            left -= taken
        open_bids = [i for i in open_bids if given[i] < wanted[i]]
    return given
