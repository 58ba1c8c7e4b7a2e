"""Ctrl-C and SIGTERM end a batch soon and a killed batch leaves no worker behind, tried with real processes.

Two seconds are asked for on an idle machine: `STRICT=1 python -m pytest tests/lab/test_interrupt.py` holds it to that;
beside other tests it may take three times as long.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.lab import journal, termination
from game.lab.balance import store
from game.lab.balance.store import Store
from tests.children import hear_ctrl_c
from tests.lab.processes import alive, children_of

ROOT = Path(__file__).parents[2]
SECONDS = 2.0 if os.environ.get("STRICT") else 6.0
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes through /proc")


@pytest.fixture
def running(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A batch of many short games in two workers, of which some are done."""
    arguments = [
        "september_2024",
        "--set",
        "months=3",
        "--games",
        "5000",
        "--workers",
        "2",
        "--out",
        str(tmp_path / "b"),
    ]
    process = subprocess.Popen(
        [sys.executable, "main.py", "batch", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=hear_ctrl_c,
    )
    try:
        until(lambda: lines_in(tmp_path / "b") > 2, 120)
        yield process
    finally:
        for each in [*children_of(process.pid), process.pid]:
            if alive(each):
                os.kill(each, signal.SIGKILL)
        process.communicate()


def lines_in(folder: Path) -> int:
    file = folder / journal.JOURNAL_FILE
    return file.read_bytes().count(b"\n") if file.exists() else 0


def until(holds: Callable[[], bool], seconds: float) -> None:
    last = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < last, "nothing happened"
        time.sleep(0.02)


def slowdown() -> float:
    """How much longer than on an idle machine things take now, at least 1: others may be using it."""
    clock, own = time.monotonic(), time.process_time()
    while time.process_time() - own < 0.2:
        pass
    return max(1.0, (time.monotonic() - clock) / 0.2)


def to_all(running: subprocess.Popen[str], number: int) -> None:
    os.killpg(running.pid, number)


def twice(running: subprocess.Popen[str], number: int) -> None:
    """As `timeout` does: to the process, and then to its whole group."""
    running.send_signal(number)
    to_all(running, number)


@pytest.mark.parametrize(
    ("send", "number", "code"),
    [(to_all, signal.SIGINT, 130), (twice, signal.SIGTERM, 143)],
)
def test_a_signal_ends_it_soon_with_one_line_and_keeps_the_games(
    running: subprocess.Popen[str],
    tmp_path: Path,
    send: Callable[[subprocess.Popen[str], int], None],
    number: int,
    code: int,
) -> None:
    workers = children_of(running.pid)
    busy = slowdown()
    begun = time.monotonic()
    send(running, number)
    out, err = running.communicate(timeout=60)
    assert time.monotonic() - begun < SECONDS * busy
    assert running.returncode == code
    assert out == ""
    assert err == f"{tmp_path / 'b'} keeps the finished games; the same command goes on from them\nstopped\n"
    until(lambda: not any(alive(each) for each in workers), 5)
    assert (tmp_path / "b" / journal.JOURNAL_FILE).read_bytes().endswith(b"\n")
    assert len(list(journal.rows_in(tmp_path / "b"))) >= 20


def test_workers_play_on_for_whoever_started_them_and_end_when_it_was_killed(
    running: subprocess.Popen[str], tmp_path: Path
) -> None:
    workers = children_of(running.pid)
    assert len(workers) >= 2
    for each in workers:
        os.kill(each, signal.SIGTERM)
    before = lines_in(tmp_path / "b")
    until(lambda: lines_in(tmp_path / "b") > before + 4, 60)
    assert all(alive(each) for each in workers)
    running.kill()
    running.wait()
    until(lambda: not any(alive(each) for each in workers), 15)


def test_sigterm_ends_a_question_of_balance_which_goes_on_from_its_games(tmp_path: Path) -> None:
    folder = tmp_path / "q"
    ask = ["compare", "september_2024", "as_is", "steady", "--set", "months=3", "--max-pairs", "2000"]
    process = subprocess.Popen(
        [sys.executable, "main.py", "balance", *ask, "--workers", "2", "--out", str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    file = folder / store.FILE
    try:
        until(lambda: file.exists() and file.read_bytes().count(b"\n") > 6, 120)
        workers = children_of(process.pid)
        busy, begun = slowdown(), time.monotonic()
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=60)
        assert time.monotonic() - begun < SECONDS * busy
    finally:
        process.kill()
    assert (process.returncode, out) == (143, "")
    assert err.splitlines()[1:] == [f"{folder} keeps the finished games; the same command goes on from them", "stopped"]
    until(lambda: not any(alive(each) for each in workers), 5)
    assert len(Store(folder)) > 6


def test_who_starts_it_may_have_it_ignore_sigterm() -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with termination.Ear().listening():
            assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        ear = termination.Ear()
        with pytest.raises(KeyboardInterrupt), ear.listening():
            signal.raise_signal(signal.SIGTERM)
        assert ear.heard
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGTERM, before)
