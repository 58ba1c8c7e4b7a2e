"""Whole games with fixed seeds break no invariant. `tests/long` plays 2,000."""

import pytest

from levels import loader
from tests.invariants import faults_of_game


@pytest.mark.parametrize("seed", range(1, 7))
def test_a_whole_game_keeps_its_books(seed: int) -> None:
    assert faults_of_game(loader.load("september_2024"), seed) == []


@pytest.mark.parametrize("mind", ["bold", "passive"])
def test_minds_cannot_break_the_books(mind: str) -> None:
    resolved = loader.load("september_2024")
    labs = [key for key, firm in resolved.level.firms.items() if firm.lab]
    assert faults_of_game(resolved, 11, dict.fromkeys(labs, mind)) == []
