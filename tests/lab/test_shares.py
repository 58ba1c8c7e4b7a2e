"""Intervals of shares."""

import pytest

from game.lab.shares import wilson


def test_wilson_agrees_with_the_published_example() -> None:
    low, high = wilson(10, 100)  # computed by hand from Wilson's formula
    assert low == pytest.approx(0.05523, abs=1e-4)
    assert high == pytest.approx(0.17437, abs=1e-4)


def test_wilson_stays_within_the_range() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(0, 5)[0] == 0.0
    assert wilson(5, 5)[1] == 1.0
