"""Instructions of the processor for a month of the race: a figure without noise, to compare two versions by.

By hand: `python -m tests.bench.instructions [--level NAME] [--seed N]`, in the folder of the version to be measured;
about two minutes. Needs valgrind. A short and a longer game are counted, and the months between them told: what is
imported and opened is the same in both. The same version gives the same figure within a hundredth of a per cent.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHORT, LONG = 3, 27
"""Months of the two games."""


def play(level: str, seed: int, months: int) -> None:
    """Play so many months with the level's own minds, without search for garbage."""
    import gc

    from game.race import Race
    from levels import loader

    warnings.filterwarnings("ignore", category=RuntimeWarning)
    race = Race(loader.load(level), seed)
    gc.disable()
    while race.month < months and not race.over:
        race.play_turn()


def counted(level: str, seed: int, months: int) -> int:
    """Instructions of a whole process that plays so many months."""
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={os.devnull}", sys.executable]
    command += ["-m", "tests.bench.instructions", "--level", level, "--seed", str(seed), "--months", str(months)]
    # Hashes and threads would make every run another one.
    steady = {"PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1"}
    ran = subprocess.run(command, cwd=ROOT, env={**os.environ, **steady}, capture_output=True, text=True, check=False)
    found = re.search(r"I +refs: +([\d,]+)", ran.stderr)
    if found is None:
        raise SystemExit(f"valgrind told no figure: {ran.stderr.strip().splitlines()[-1:]}")
    return int(found[1].replace(",", ""))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--level", default="september_2024")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--months", type=int, help="only play so many months (for valgrind)")
    given = parser.parse_args()
    if given.months is not None:
        play(given.level, given.seed, given.months)
        return
    if shutil.which("valgrind") is None:
        raise SystemExit("valgrind is not installed: it counts the instructions")
    play(given.level, given.seed, SHORT)  # so that both runs find compiled modules
    short, long = counted(given.level, given.seed, SHORT), counted(given.level, given.seed, LONG)
    print(f"{given.level}, seed {given.seed}: {(long - short) / (LONG - SHORT) / 1e6:.2f} million instructions a month")


if __name__ == "__main__":
    main()
