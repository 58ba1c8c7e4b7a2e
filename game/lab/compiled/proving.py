"""Whether a compiled copy gives the golden games' digests, and how much faster it is than what it was made from."""

import os
import statistics
import subprocess
import sys
from pathlib import Path

import msgspec

from game.lab.trouble import LabError

LEVEL = "september_2024"
_GAME = """
import sys, time
from game import race
from levels import loader
resolved = loader.load(sys.argv[1])
labs = [key for key, firm in resolved.level.firms.items() if firm.lab]
minds = dict.fromkeys(labs, sys.argv[3]) if sys.argv[3] else {}
race.Race(resolved, 0, minds).play_out()
begun = time.process_time()
played = race.Race(resolved, int(sys.argv[2]), minds)
digest = played.play_out().digest
print(time.process_time() - begun, played.month, digest, race.__file__)
"""


class Ratio(msgspec.Struct, frozen=True):
    """How much faster a copy played the same games, in time of the processor."""

    minds: str
    """Of all labs; "" for the level's own."""
    games: int
    median: float
    least: float
    most: float
    source_us: float
    """A month of the sources, in microseconds, median."""
    copy_us: float


def golden(folder: Path) -> str:
    """What is wrong with the golden games of a copy; "" if they are as kept, and were played by compiled modules."""
    told = _run(folder, "-c", "from game import race; print(race.__file__)")
    if told.returncode or not _is_compiled(told.stdout.strip()):
        return f"its compiled modules do not load ({_last(told.stderr) or 'the sources were taken in their place'})"
    told = _run(folder, "-m", "tests.golden.digests")
    if told.returncode == 0:
        return ""
    return "; ".join(line for line in told.stdout.splitlines() if line.startswith("differs")) or _last(told.stderr)


def measure(root: Path, folder: Path, games: int, minds: str) -> Ratio:
    """Play the same games in turn by the sources and by the copy.

    Raises LabError if a digest differs, or if the copy plays by its sources.
    """
    pairs = []
    for seed in range(1, games + 1):
        order = (root, folder) if seed % 2 else (folder, root)
        played = {where: _game(where, seed, minds) for where in order}
        if not _is_compiled(played[folder][3]):
            raise LabError(f"{folder}: its compiled modules do not load, the sources were taken in their place")
        if played[root][2] != played[folder][2]:
            raise LabError(f"{folder}: seed {seed} with {minds or 'own minds'} ends with another digest; do not use it")
        pairs.append((played[root], played[folder]))
    ratios = [source[0] / copy[0] for source, copy in pairs]
    source, copy = (statistics.median(each[i][0] / each[i][1] * 1e6 for each in pairs) for i in (0, 1))
    return Ratio(minds, games, statistics.median(ratios), min(ratios), max(ratios), source, copy)


def _game(folder: Path, seed: int, minds: str) -> tuple[float, int, str, str]:
    """Seconds, months and digest of a whole game in a process of its own, and the file of the rules that played."""
    told = _run(folder, "-c", _GAME, LEVEL, str(seed), minds)
    if told.returncode:
        raise LabError(f"{folder}: a game of seed {seed} fails: {_last(told.stderr)}")
    seconds, months, digest, file = told.stdout.split(maxsplit=3)
    return float(seconds), int(months), digest, file.strip()


def _is_compiled(file: str) -> bool:
    return Path(file).suffix in (".so", ".pyd")


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONSAFEPATH")}
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


def _last(text: str) -> str:
    return text.strip().splitlines()[-1] if text.strip() else ""
