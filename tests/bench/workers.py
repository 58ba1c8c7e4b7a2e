"""How many times one worker two are: a batch by one and by two, a bare loop by one and by two processes beside it.

By hand: `python -m tests.bench.workers [--games N] [--months N] [--rounds N]`. What two loops that share nothing
give on this machine is the most that any program could; a batch is told as a part of it, too. By the clock, from the
command to its end, the start of the workers included.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOOP = """
held = {}
for step in range(%d):
    held[step %% 97] = held.get(step %% 97, 0) + step * 3
"""
STEPS = 30_000_000


def batch_s(games: int, months: int | None, workers: int) -> float:
    """Seconds of a whole batch in a new folder."""
    with tempfile.TemporaryDirectory() as folder:
        sets = ["--set", f"months={months}"] if months else []
        command = [sys.executable, "main.py", "batch", "september_2024", *sets, "--no-records"]
        command += ["--games", str(games), "--workers", str(workers), "--out", folder]
        begun = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - begun


def loops_s(processes: int) -> float:
    """Seconds until so many processes have each done their part of the same loops."""
    command = [sys.executable, "-c", LOOP % (STEPS // processes)]
    begun = time.perf_counter()
    for each in [subprocess.Popen(command) for _ in range(processes)]:
        each.wait()
    return time.perf_counter() - begun


def main() -> None:
    """Measure in rounds, in turn, and tell the ratios and their medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=160, help="enough that the start of the workers counts little")
    parser.add_argument("--months", type=int, default=None, help="cut games to so many months")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    batches, loops = [], []
    for number in range(1, given.rounds + 1):
        one, two = (batch_s(given.games, given.months, workers) for workers in (1, 2))
        lone, pair = loops_s(1), loops_s(2)
        batches.append(one / two)
        loops.append(lone / pair)
        print(f"round {number}: batch {one:.1f} s, {two:.1f} s, {one / two:.2f}; loops {lone / pair:.2f}", flush=True)
    ratios = [batch / loop for batch, loop in zip(batches, loops, strict=True)]
    print(
        f"two workers are {statistics.median(batches):.2f} times one (median of {given.rounds}, {min(batches):.2f} to "
        f"{max(batches):.2f}), two bare loops {statistics.median(loops):.2f} ({min(loops):.2f} to {max(loops):.2f}), "
        f"a batch over the loops {statistics.median(ratios):.2f}; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
