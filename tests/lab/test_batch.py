"""A batch: the same tables from any number of workers, resumed after a stop, failed games as rows."""

import json
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import Any

import msgspec
import pyarrow.parquet as pq
import pytest

from game.lab import batch, runner, screen, solo, statistics
from game.lab.journal import JOURNAL_FILE
from game.lab.plan import Arm, Plan, make_plan
from game.lab.trouble import LabError
from tests.lab import quick
from tests.lab.deadly import DEADLY, play_or_die


@pytest.fixture(scope="module")
def plan() -> Plan:
    return make_plan("september_2024", sets=["months=3"], sweeps=["firms.xai.cash_usd=1e9,6e9"])


def read(folder: Path, name: str) -> Any:
    return pq.read_table(folder / f"{name}.parquet")


def test_two_workers_leave_what_one_leaves(plan: Plan, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    one = batch.play(plan, 4, tmp_path / "one", progress=lambda done, whole: told.append((done, whole)))
    batch.play(plan, 4, tmp_path / "two", workers=2)
    for name in ("games", "records"):
        assert read(tmp_path / "one", name).equals(read(tmp_path / "two", name))
    assert told[0] == (0, 8)
    assert told[-1] == (8, 8)
    assert [row.game for row in one.rows] == list(range(8))
    games = read(tmp_path / "one", "games").to_pylist()
    assert [row["seed"] for row in games] == [1, 1, 2, 2, 3, 3, 4, 4]
    assert games[0]["digest"] != games[1]["digest"]
    records = read(tmp_path / "one", "records")
    assert records.column("game").to_pylist() == sorted(records.column("game").to_pylist())
    assert not (tmp_path / "one" / "parts").exists()


def test_the_manifest_tells_what_made_the_tables(plan: Plan, tmp_path: Path) -> None:
    batch.play(plan, 1, tmp_path)
    told = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert told["games"] == 2
    assert told["failed"] == 0
    assert told["plan_hash"] == plan.fingerprint()
    assert {"mesa", "msgspec", "pyarrow"} <= set(told["packages"])


def test_an_interrupted_batch_is_resumed(plan: Plan, tmp_path: Path) -> None:
    def stop(done: int, whole: int) -> None:
        if done >= 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        batch.play(plan, 4, tmp_path / "stopped", progress=stop)
    journal = tmp_path / "stopped" / JOURNAL_FILE
    journal.write_bytes(journal.read_bytes() + b'{"rows":[{"game":')
    report = batch.play(plan, 4, tmp_path / "stopped")
    assert 0 < report.played < 8
    batch.play(plan, 4, tmp_path / "whole")
    for name in ("games", "records"):
        assert read(tmp_path / "stopped", name).equals(read(tmp_path / "whole", name))
    assert batch.play(plan, 4, tmp_path / "stopped").played == 0


def test_more_games_are_added_to_those_there(plan: Plan, tmp_path: Path) -> None:
    batch.play(plan, 1, tmp_path / "grown")
    assert batch.play(plan, 3, tmp_path / "grown").played == 4
    batch.play(plan, 3, tmp_path / "whole")
    for name in ("games", "records"):
        assert read(tmp_path / "grown", name).equals(read(tmp_path / "whole", name))


def test_lost_records_are_played_again(plan: Plan, tmp_path: Path) -> None:
    batch.play(plan, 1, tmp_path)
    whole = read(tmp_path, "records")
    (tmp_path / "records.parquet").unlink()
    assert batch.play(plan, 1, tmp_path).played == 2
    assert read(tmp_path, "records").equals(whole)


def test_another_batch_is_not_mixed_in(plan: Plan, tmp_path: Path) -> None:
    batch.play(plan, 1, tmp_path)
    with pytest.raises(LabError, match="holds games of another plan"):
        batch.play(make_plan("september_2024", sets=["months=6"]), 1, tmp_path)


def test_a_game_that_raises_is_a_row_with_its_error(plan: Plan, tmp_path: Path, monkeypatch: Any) -> None:
    real = solo.play

    def play(resolved: Any, asked: Any, **kept: Any) -> Any:
        if asked.game == 2:
            raise ZeroDivisionError("no\nwatts")
        return real(resolved, asked, **kept)

    monkeypatch.setattr(solo, "play", play)
    report = batch.play(plan, 2, tmp_path)
    assert [row.game for row in report.failed] == [2]
    rows = read(tmp_path, "games").to_pylist()
    assert rows[2]["error"].startswith("ZeroDivisionError: no watts (test_batch.py:")
    assert rows[2]["seed"] == 2
    assert rows[3]["error"] == ""
    assert set(read(tmp_path, "records").column("game").to_pylist()) == {0, 1, 3}


def test_a_game_that_kills_its_worker_is_found_and_the_rest_is_played(
    plan: Plan, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr(runner, "play_in_worker", play_or_die)
    report = batch.play(plan, 5, tmp_path, workers=2)
    assert [row.game for row in report.rows] == list(range(10))
    assert [row.game for row in report.failed] == [DEADLY]
    assert "killed" in report.failed[0].error


@pytest.mark.parametrize("call", [1, 2, 4])
def test_a_pool_that_is_found_broken_while_chunks_are_handed_out_loses_none(
    plan: Plan, tmp_path: Path, monkeypatch: Any, call: int
) -> None:
    real, calls = runner._Pool._submit, []

    def submit(pool: Any, chunk: runner.Chunk) -> Any:
        calls.append(chunk)
        if len(calls) == call:
            raise BrokenExecutor("a worker has died since the last look")
        return real(pool, chunk)

    monkeypatch.setattr(runner._Pool, "_submit", submit)
    report = batch.play(plan, 5, tmp_path, workers=2)
    assert [row.game for row in report.rows] == list(range(10))
    assert report.failed == []


def test_without_records_there_is_one_table(plan: Plan, tmp_path: Path) -> None:
    import msgspec

    batch.play(msgspec.structs.replace(plan, records=False), 1, tmp_path)
    assert (tmp_path / "games.parquet").exists()
    assert not (tmp_path / "records.parquet").exists()


def test_a_shared_win_is_told_in_parts_and_rotations_are_one_observation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    quick.use(monkeypatch)
    plain = solo.play

    def shared(*asked: Any, **more: Any) -> solo.Played:
        played = plain(*asked, **more)
        row = msgspec.structs.replace(played.row, winner=quick.FIRMS[0], winners=quick.FIRMS)
        return msgspec.structs.replace(played, row=row)

    monkeypatch.setattr(solo, "play", shared)
    plan = Plan("quick", 1, False, [Arm({}, {"openai": "bold", "xai": "steady"})], rotate=quick.FIRMS)
    report = batch.play(plan, 2, tmp_path)
    screen.show_batch(plan, report, str(tmp_path))
    told = [line.split() for line in capsys.readouterr().out.splitlines()]
    low, high = (f"{bound:.0%}" for bound in statistics.wilson(1.0, 2))
    for firm in quick.FIRMS:
        assert [firm, "50%", low, "to", high] in [line[:5] for line in told]
