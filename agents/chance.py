"""Chance that is owned: each draw is a hash of what it is for, so there is no generator state to keep.

One more draw in one place moves nobody else's luck, and the same question always has the same answer.
"""

from functools import lru_cache
from hashlib import blake2b
from math import log
from statistics import NormalDist
from struct import Struct

_STANDARD_NORMAL = NormalDist()
_read = Struct(">Q").unpack
_TWO_TO_64 = float(1 << 64)
_LARGEST = 1.0 - 2.0**-53
"""The largest number below 1."""


@lru_cache(maxsize=4096)
def _begun(seed: int, agent: str, purpose: str) -> blake2b:
    """The hash up to the month: a race asks for the same purposes month by month."""
    return blake2b(f"{seed}|{agent}|{purpose}|".encode(), digest_size=8)


def draw(seed: int, agent: str, purpose: str, month: int, n: int = 0) -> float:
    """A number evenly distributed in the open interval (0, 1)."""
    words = _begun(seed, agent, purpose).copy()
    words.update(f"{month}|{n}".encode())
    (number,) = _read(words.digest())
    return (float(number) + 0.5) / _TWO_TO_64


def normal(seed: int, agent: str, purpose: str, month: int, n: int = 0) -> float:
    """A standard normal number, by the inverse of its distribution."""
    part = draw(seed, agent, purpose, month, n)
    return _STANDARD_NORMAL.inv_cdf(part if part < _LARGEST else _LARGEST)


def between(low: float, high: float, seed: int, agent: str, purpose: str, month: int = 0, n: int = 0) -> float:
    """A number evenly distributed between two bounds."""
    return low + (high - low) * draw(seed, agent, purpose, month, n)


def waiting_months(mean: float, seed: int, agent: str, purpose: str, month: int, n: int = 0) -> float:
    """An exponential waiting time in months with the given mean."""
    return -mean * log(draw(seed, agent, purpose, month, n))


def happens(chance: float, seed: int, agent: str, purpose: str, month: int, n: int = 0) -> bool:
    """Whether an event with this probability comes true."""
    return chance > 0.0 and draw(seed, agent, purpose, month, n) < chance
