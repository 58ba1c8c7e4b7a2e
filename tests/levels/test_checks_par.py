"""Pars of a level must fit its par_months."""

import pytest

from levels import loader
from levels.faults import LevelError


@pytest.mark.parametrize(
    ("months", "said"), [([3, 9], "must have 2 values, one for each of par_months, got 8"), ([9, 3], "must be above 0")]
)
def test_pars_and_their_months_fit(months: list[int], said: str) -> None:
    tree = {**loader.load("september_2024").tree, "par_months": months}
    with pytest.raises(LevelError, match=said):
        loader.from_tree(tree, "x", "x")
