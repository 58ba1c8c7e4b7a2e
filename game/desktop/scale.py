"""How large the interface is drawn: real pixels a logical unit, from the size of the window and the player's wish."""

from __future__ import annotations

from typing import Literal

from game.desktop.canvas import STAGE_HEIGHT, STAGE_WIDTH

Wish = Literal["auto"] | float
LARGEST = 2.0
STEP = 0.125
"""Automatic scales are whole steps, so that icons and lines fall on whole pixels more often."""


def most_that_fits(size: tuple[int, int]) -> float:
    """The scale at which the smallest stage fills a window of this many pixels."""
    return min(size[0] / STAGE_WIDTH, size[1] / STAGE_HEIGHT)


def scale_for(size: tuple[int, int], wish: Wish = "auto") -> float:
    """The scale of a board that fills the window.

    Automatic: half of what a larger window gives goes into larger letters, half into more board. A chosen scale
    holds as far as the smallest stage still fits.
    """
    most = most_that_fits(size)
    if most <= 1:
        return most
    if wish == "auto":
        return min(LARGEST, max(1.0, (1 + (most - 1) / 2) // STEP * STEP))
    return min(wish, most)


def is_limited(size: tuple[int, int], wish: Wish) -> bool:
    """Whether the window is too small for the scale that was chosen."""
    return wish != "auto" and wish > most_that_fits(size) + 0.005
