"""Shares with their uncertainty, for what the lab prints."""

from math import sqrt

Z_95 = 1.959963984540054


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927); the whole range when there is no observation."""
    if of == 0:
        return 0.0, 1.0
    share, z2 = hits / of, Z_95 * Z_95
    centre = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = Z_95 * sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return max(0.0, centre - half), min(1.0, centre + half)
