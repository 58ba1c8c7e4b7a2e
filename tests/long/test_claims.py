"""What every level claims holds at 200 seeds. By hand: `python -m pytest tests/long/test_claims.py`."""

import os

import pytest

from game.lab import claims
from game.lab.batch import default_workers
from levels import loader

SEEDS = int(os.environ.get("SEEDS", "200"))


@pytest.mark.parametrize("name", [each.name for each in loader.available()])
def test_a_level_shows_what_it_claims(name: str) -> None:
    found = claims.check([name], SEEDS, workers=default_workers())
    assert [f"{each.claim}: {each.asked}: {each.value:.4g}" for each in found if not each.holds] == []
