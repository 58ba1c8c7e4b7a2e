"""A game that hangs is ended, wherever it hangs, and the rest of its batch is played."""

import time
from pathlib import Path
from typing import Any

import pytest

from game.lab import batch, runner, solo, watchdog
from game.lab.plan import make_plan
from tests.lab import quick
from tests.lab.deadly import HUNG, play_or_hang


def _spin() -> None:
    while True:
        pass


def test_a_loop_is_left_after_its_limit_and_a_quick_one_is_not() -> None:
    with pytest.raises(watchdog.GameTooLongError, match=r"it had not ended after 0\.2 s"), watchdog.limit(0.2):
        _spin()
    with watchdog.limit(0.2):
        pass
    time.sleep(0.4)


def test_a_game_that_hangs_is_a_row_and_the_others_are_played(tmp_path: Path, monkeypatch: Any) -> None:
    def play(resolved: Any, asked: Any, **more: Any) -> Any:
        while asked.game == 3:
            pass
        return quick.play(resolved, asked, **more)

    quick.use(monkeypatch)
    monkeypatch.setattr(solo, "play", play)
    report = batch.play(quick.plan_of(), 5, tmp_path, limit=0.5)
    assert [row.game for row in report.failed] == [3]
    assert report.failed[0].error.startswith("GameTooLongError: it had not ended after 0.5 s")
    assert [row.game for row in report.rows] == list(range(10))


def test_a_game_that_no_exception_reaches_ends_with_its_worker_and_is_isolated(
    tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr(runner, "play_in_worker", play_or_hang)
    plan = make_plan("september_2024", sets=["months=3"])
    report = batch.play(plan, 8, tmp_path, workers=2, limit=1.0)
    assert [row.game for row in report.rows] == list(range(8))
    assert [(row.game, row.error) for row in report.failed] == [(HUNG, "it hung for more than 1 s")]
