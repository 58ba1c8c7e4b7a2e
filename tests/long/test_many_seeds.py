"""2,000 games of every level keep every invariant. By hand: `python -m pytest tests/long/test_many_seeds.py`.

`SEEDS=200` plays fewer; `-k l4` plays one level. Two cores take about half an hour for all.
"""

import os
from concurrent.futures import as_completed

import pytest

from levels import loader
from tests.invariants import faults_of_game

SEEDS = int(os.environ.get("SEEDS", "2000"))
CHUNK = 20
MINDS = (None, "steady", "bold", "passive")
"""Minds of all labs, in turn; none: the level's own."""


def faults_of_chunk(level: str, first: int) -> list[str]:
    resolved = loader.load(level)
    labs = [key for key, firm in resolved.level.firms.items() if firm.lab]
    known = [mind for mind in MINDS if mind in (None, "passive") or mind in resolved.level.styles]
    found = []
    for seed in range(first, min(first + CHUNK, SEEDS + 1)):
        mind = known[seed % len(known)]
        try:
            found += faults_of_game(resolved, seed, dict.fromkeys(labs, mind) if mind else None)
        except Exception as error:
            found.append(f"seed {seed}: {type(error).__name__}: {error}")
    return found


@pytest.mark.parametrize("level", [each.name for each in loader.available()])
def test_many_seeds_keep_every_invariant(level: str) -> None:
    from loky import ProcessPoolExecutor
    from loky.backend import get_context

    with ProcessPoolExecutor(os.cpu_count(), context=get_context("loky")) as pool:
        waiting = [pool.submit(faults_of_chunk, level, first) for first in range(1, SEEDS + 1, CHUNK)]
        found = [line for future in as_completed(waiting) for line in future.result()]
    assert found == []
