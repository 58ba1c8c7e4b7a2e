"""500 draws of the known past hold at least eight of ten series in bands narrower than four. By hand, some two minutes.

`DRAWS=100 python -m pytest tests/long/test_hindcast.py` plays fewer.
"""

import os

from game.lab import pool
from game.lab.audit import believable
from levels import loader

DRAWS = int(os.environ.get("DRAWS", "500"))


def test_the_known_past_lies_in_the_bands() -> None:
    past = loader.load("january_2023")
    believable.check_history(past)
    pieces = [believable.Piece(past, seed, drawn=True) for seed in range(1, DRAWS + 1)]
    each = pool.each(believable.hindcast, pieces, os.cpu_count() or 1, lambda done, whole: None)
    lines = believable.compare(past, [seen for _, seen in each])
    held = [name for name, line in lines.items() if line.held]
    assert len(held) >= believable.SERIES_ASKED * len(lines), held
