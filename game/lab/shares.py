"""Shares with their uncertainty, for what the lab prints."""

from math import sqrt

Z_95 = 1.959963984540054


def wilson(hits: int, of: int, z: float = Z_95) -> tuple[float, float]:
    """The interval of a share (Wilson 1927), 95 % by default; the whole range when there is no observation."""
    if of == 0:
        return 0.0, 1.0
    share, z2 = hits / of, z * z
    centre = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = z * sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return max(0.0, centre - half), min(1.0, centre + half)
