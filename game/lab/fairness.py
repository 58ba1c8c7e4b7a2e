"""How often a mind or a start may win before a level counts as unfair: one place for all who judge levels."""

TOO_OFTEN = 0.45
"""A mind that wins more of its games than this is dominant."""
START_BOUNDS = (0.05, 0.35)
EVEN_SEATS = 6
"""Seats for which the bounds of a start are meant."""


def start_bounds(seats: int) -> tuple[float, float]:
    """Between these the part of wins of a start should lie: with few seats more, by the even part of each."""
    low, high = START_BOUNDS
    return low * EVEN_SEATS / seats, high * EVEN_SEATS / seats
