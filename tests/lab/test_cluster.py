"""The same batch on a Dask cluster: a scheduler and two worker processes on this machine, some of which are killed."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import distributed
import msgspec
import pyarrow.parquet as pq
import pytest

from game.lab import batch, cluster, identity
from game.lab.plan import Plan, make_plan
from game.lab.trouble import LabError
from tests.lab import deadly, quick

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def plan() -> Plan:
    return make_plan("september_2024", sets=["months=3"], minds=["xai=bold", "xai=passive"])


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A scheduler with two workers, each a process of its own that is made anew when it dies."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(deadly.FLAG, str(tmp_path_factory.mktemp("flag") / "died"))
        patch.setenv("DASK_DISTRIBUTED__LOGGING__DISTRIBUTED", "critical")
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1", silence_logs=50
        ) as made:
            yield made


def test_a_worker_killed_in_mid_run_loses_and_doubles_nothing(
    plan: Plan, there: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    batch.play(plan, 6, tmp_path / "here")
    with monkeypatch.context() as patch:
        patch.setattr(cluster, "play_there", deadly.play_there_and_die_once)
        elsewhere = cluster.player(there.scheduler_address, plan)
        report = batch.play(plan, 6, tmp_path / "there", workers=2, elsewhere=elsewhere)
    assert report.played == 12
    assert report.failures == 0
    for name in ("games.parquet", "records.parquet"):
        assert pq.read_table(tmp_path / "there" / name) == pq.read_table(tmp_path / "here" / name)

    there.scheduler.allowed_failures = 0
    monkeypatch.setattr(cluster, "play_there", deadly.play_there_or_die)
    elsewhere = cluster.player(there.scheduler_address, plan)
    report = batch.play(plan, 3, tmp_path / "deadly", workers=1, elsewhere=elsewhere)
    assert [row.game for row in report.rows] == list(range(6))
    assert [(row.game, row.error) for row in report.failed] == [
        (deadly.DEADLY, "its worker process was killed (out of memory?)")
    ]


def test_the_command_plays_there_what_it_plays_here(there: Any, tmp_path: Path) -> None:
    typed = ["main.py", "batch", "september_2024", "--set", "months=3", "--games", "4", "--records"]
    for folder, more in (("here", ["--workers", "1"]), ("there", ["--cluster", there.scheduler_address])):
        done = subprocess.run(
            [sys.executable, *typed, *more, "--out", str(tmp_path / folder)], cwd=ROOT, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
    for name in ("games.parquet", "records.parquet"):
        there_rows = pq.read_table(tmp_path / "there" / name)
        assert there_rows.num_rows
        assert there_rows == pq.read_table(tmp_path / "here" / name)


def test_a_worker_with_another_program_is_refused(plan: Plan, there: Any, tmp_path: Path, monkeypatch: Any) -> None:
    own = identity.of(plan)
    monkeypatch.setattr(identity, "of", lambda plan: msgspec.structs.replace(own, rules="0123"))
    with pytest.raises(
        LabError, match=r"a worker has other rules of the game: .*, here 0123; install the same program"
    ):
        batch.play(plan, 1, tmp_path, elsewhere=cluster.player(there.scheduler_address, plan))


def test_no_cluster_and_no_dask_are_one_line(plan: Plan, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(cluster, "PATIENCE_SECONDS", 1)
    address = "tcp://127.0.0.1:1"
    with pytest.raises(LabError, match=f"--cluster {address}: no scheduler there") as caught:
        batch.play(plan, 1, tmp_path / "x", elsewhere=cluster.player(address, plan))
    assert "\n" not in str(caught.value)
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(LabError, match=r"needs Dask; install it with: pip install 'compute-race\[cluster\]'"):
        cluster.player("tcp://127.0.0.1:1", plan)


@pytest.mark.parametrize("address", ["", "nowhere", "http://x:1", "tcp://x", "tcp://:8786", "x:y", "x:99999"])
def test_what_is_no_address_is_told_at_once(address: str) -> None:
    with pytest.raises(LabError, match=r"is no address; expected one such as tcp://"):
        cluster.player(address, quick.plan_of())
