"""A large batch on two workers: flat memory, and SIGKILL three times loses and doubles nothing.

Takes two hours at its full size, one in a compiled copy: `python -m pytest tests/long/test_batch_ten_thousand.py -s`.
Smaller by environment variables: COMPUTE_RACE_GAMES (10000) and COMPUTE_RACE_MONTHS (all of the level's);
COMPUTE_RACE_RECORDS=1 keeps every month, too. With KEEP=DIR the three batches are left there, and a run that was
stopped goes on; the memory of a batch is held to its bound only where it was played whole.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest

from game.lab import journal, packing
from tests.lab.processes import children_of, peak_kb

ROOT = Path(__file__).parents[2]
GAMES = int(os.environ.get("COMPUTE_RACE_GAMES", "10000"))
FEWER = max(1, GAMES // 20)
MONTHS = os.environ.get("COMPUTE_RACE_MONTHS")
RECORDS = "--records" if os.environ.get("COMPUTE_RACE_RECORDS") else "--no-records"
KILLS = 3
MOST = 1.3
"""Largest memory against that of a twentieth of the games."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes through /proc")


class Watched:
    """A batch in a process of its own, and the largest memory of it and of its workers, in kilobytes."""

    def __init__(self, out: Path, games: int) -> None:
        sets = ["--set", f"months={MONTHS}"] if MONTHS else []
        arguments = ["september_2024", *sets, RECORDS, "--games", str(games), "--workers", "2", "--out", str(out)]
        self.process = subprocess.Popen(
            [sys.executable, "main.py", "batch", *arguments], cwd=ROOT, stdout=subprocess.PIPE
        )
        self.main_kb = self.worker_kb = 0
        self.out = out
        self.read = self.seen = 0

    def watch(self, until: Callable[[], bool] = lambda: False) -> int | None:
        """Look at it until it ends or the condition holds; its exit code, or None."""
        while not until():
            self.main_kb = max(self.main_kb, peak_kb(self.process.pid))
            for each in children_of(self.process.pid):
                self.worker_kb = max(self.worker_kb, peak_kb(each))
            if self.process.poll() is not None:
                return self.process.returncode
            time.sleep(0.05)
        return None

    def games(self) -> int:
        """Games in its journal; each look reads only the lines that are new and whole."""
        file = self.out / journal.JOURNAL_FILE
        if file.exists():
            with file.open("rb") as source:
                source.seek(self.read)
                new = source.read()
            whole = new[: new.rfind(b"\n") + 1]
            self.read += len(whole)
            self.seen += sum(_games_in(line) for line in whole.splitlines())
        return self.seen


def _games_in(line: bytes) -> int:
    """Games of a line of a journal; none in its first, which tells the plan."""
    try:
        return len(packing.glance(line).games)
    except msgspec.ValidationError:
        return 0


def test_memory_is_flat_and_three_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    tmp_path = Path(os.environ.get("KEEP", tmp_path))
    is_new = not any(tmp_path.iterdir())
    few = Watched(tmp_path / "few", FEWER)
    assert few.watch() == 0
    begun = time.monotonic()
    whole = Watched(tmp_path / "whole", GAMES)
    assert whole.watch() == 0
    pace = GAMES / (time.monotonic() - begun)
    print(f"\n{GAMES} games at {pace:.1f} games/s")
    for name, large, small in (("main", whole.main_kb, few.main_kb), ("worker", whole.worker_kb, few.worker_kb)):
        print(f"{name}: {large / 1024:.0f} MB at {GAMES} games, {small / 1024:.0f} MB at {FEWER}")
        assert not is_new or 0 < large <= MOST * small

    dice = random.Random(1)
    killed = tmp_path / "killed"
    for share in sorted(dice.uniform(0.05, 0.95) for _ in range(KILLS)):
        batch = Watched(killed, GAMES)
        assert batch.watch(lambda batch=batch, share=share: batch.games() >= share * GAMES) is None  # type: ignore[misc]
        batch.process.send_signal(signal.SIGKILL)
        batch.process.wait()
        print(f"killed with {batch.games()} games")
    assert Watched(killed, GAMES).watch() == 0
    rows = [row.game for row in journal.rows_in(killed)]
    assert rows == list(range(GAMES))
    names = ["games.parquet"] + ["records.parquet"] * (tmp_path / "whole" / "records.parquet").exists()
    for name in names:
        ours, theirs = pq.ParquetFile(killed / name), pq.ParquetFile(tmp_path / "whole" / name)
        assert ours.metadata.num_rows == theirs.metadata.num_rows
        assert _content(ours) == _content(theirs)


def _content(file: pq.ParquetFile) -> list[int]:
    """A hash of each thousand rows, so that tables of any size and grouping compare in little memory."""
    from hashlib import blake2b

    found, held = [], 0
    digest = blake2b(digest_size=8)
    for some in file.iter_batches(batch_size=1000):
        for row in some.to_pylist():
            digest.update(repr(row).encode())
            held += 1
            if held % 1000 == 0:
                found.append(int.from_bytes(digest.digest(), "big"))
    return [*found, int.from_bytes(digest.digest(), "big")]
