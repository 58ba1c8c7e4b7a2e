"""2,000 games keep every invariant. By hand: `python -m pytest tests/long` (some ten minutes on two cores).

`SEEDS=200 python -m pytest tests/long` plays fewer.
"""

import os
from concurrent.futures import as_completed

from levels import loader
from tests.invariants import faults_of_game

SEEDS = int(os.environ.get("SEEDS", "2000"))
CHUNK = 20
MINDS = (None, "steady", "bold", "passive")


def faults_of_chunk(first: int) -> list[str]:
    resolved = loader.load("september_2024")
    labs = [key for key, firm in resolved.level.firms.items() if firm.lab]
    found = []
    for seed in range(first, min(first + CHUNK, SEEDS + 1)):
        mind = MINDS[seed % len(MINDS)]
        try:
            found += faults_of_game(resolved, seed, dict.fromkeys(labs, mind) if mind else None)
        except Exception as error:
            found.append(f"seed {seed}: {type(error).__name__}: {error}")
    return found


def test_many_seeds_keep_every_invariant() -> None:
    from loky import ProcessPoolExecutor
    from loky.backend import get_context

    with ProcessPoolExecutor(os.cpu_count(), context=get_context("loky")) as pool:
        waiting = [pool.submit(faults_of_chunk, first) for first in range(1, SEEDS + 1, CHUNK)]
        found = [line for future in as_completed(waiting) for line in future.result()]
    assert found == []
