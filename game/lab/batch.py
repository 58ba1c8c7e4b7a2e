"""Plays a batch into a folder: resumes what is there, shows its progress, and leaves tables and a manifest."""

import os
import platform
import subprocess
import time
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import msgspec

from game.lab import runner
from game.lab.journal import Journal
from game.lab.plan import Plan
from game.lab.runner import Chunk
from game.lab.tables import GameRow
from game.lab.trouble import LabError
from game.lab.wanted import Wanted
from game.saves import rules_hash

MANIFEST_FILE = "manifest.json"
LARGEST_CHUNK = 10
CHUNKS_PER_WORKER = 4
PACKAGES = ("mesa", "msgspec", "numpy", "pyarrow", "loky")


class Report(msgspec.Struct, frozen=True):
    """What a batch did: `played` of the `rows` now, the others were there."""

    rows: list[GameRow]
    played: int
    seconds: float

    @property
    def failed(self) -> list[GameRow]:
        return [row for row in self.rows if row.error]


def play(
    plan: Plan, games: int, folder: Path, *, workers: int = 1, progress: Callable[[int, int], None] | None = None
) -> Report:
    """Play so many games of every arm, or what is missing of them. Raises LabError.

    `progress` is told how many games are there and how many there will be. An interrupt leaves a folder that the
    same call resumes.
    """
    if games < 1:
        raise LabError(f"--games {games}: must be at least 1")
    if workers < 1:
        raise LabError(f"--workers {workers}: must be at least 1")
    begun = time.perf_counter()
    journal = Journal(folder, plan)
    there = {row.game for row in journal.rows()}
    missing = [game for game in range(games * len(plan.arms)) if game not in there]
    tell = progress or (lambda done, whole: None)
    whole = len(there) + len(missing)
    tell(len(there), whole)
    parts = journal.parts if plan.records else None
    chunks = chunks_of(missing, journal.plan_file, parts, workers)
    for done in runner.run(chunks, min(workers, max(1, len(missing)))):
        journal.add(done)
        there |= {row.game for row in done.rows}
        tell(len(there), whole)
    if missing or not (folder / MANIFEST_FILE).exists():
        journal.compact(plan.records)
    report = Report(sorted(journal.rows(), key=lambda row: row.game), len(missing), time.perf_counter() - begun)
    if missing:
        write_manifest(folder, plan, report, workers)
    return report


def chunks_of(
    games: list[int], plan_file: Path, parts: Path | None, workers: int, wanted: tuple[Wanted, ...] = ()
) -> Iterator[Chunk]:
    """Runs of consecutive games, small enough that all workers have some."""
    size = max(1, min(LARGEST_CHUNK, len(games) // (CHUNKS_PER_WORKER * workers)))
    held: list[int] = []
    for game in games:
        if held and (game != held[-1] + 1 or len(held) == size):
            yield Chunk(plan_file, tuple(held), parts, wanted)
            held = []
        held.append(game)
    if held:
        yield Chunk(plan_file, tuple(held), parts, wanted)


def write_manifest(folder: Path, plan: Plan, report: Report, workers: int) -> None:
    """What somebody needs to trust or repeat the tables: versions, hashes, counts."""
    seconds = max(report.seconds, 1e-9)
    text: dict[str, Any] = {
        "level": plan.level,
        "seed": plan.seed,
        "arms": [{"settings": arm.settings, "minds": arm.minds} for arm in plan.arms],
        "games": len(report.rows),
        "failed": len(report.failed),
        "plan_hash": plan.fingerprint(),
        "rules_hash": rules_hash(),
        "code": _code(),
        "python": platform.python_version(),
        "platform": platform.platform(terse=True),
        "packages": {name: metadata.version(name) for name in PACKAGES},
        "last_run": {
            "played": report.played,
            "workers": workers,
            "seconds": round(seconds, 3),
            "games_per_second": round(report.played / seconds, 2),
        },
    }
    made = msgspec.json.format(msgspec.json.encode(text), indent=2)
    (folder / MANIFEST_FILE).write_bytes(made + b"\n")


def _code() -> dict[str, Any]:
    """The version of the program, and its commit when it runs from a clone."""
    root = Path(__file__).parents[2]
    found: dict[str, Any] = {"version": _version()}
    if not (root / ".git").exists():
        return found
    run = ["git", "-C", str(root)]
    try:
        commit = subprocess.run([*run, "rev-parse", "HEAD"], capture_output=True, text=True, timeout=10, check=True)
        state = subprocess.run([*run, "status", "--porcelain"], capture_output=True, text=True, timeout=10, check=True)
    except (OSError, subprocess.SubprocessError):
        return found
    return found | {"commit": commit.stdout.strip(), "changed": bool(state.stdout.strip())}


def _version() -> str:
    try:
        return metadata.version("compute-race")
    except metadata.PackageNotFoundError:
        return "source"


def default_workers() -> int:
    """One for each core that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
