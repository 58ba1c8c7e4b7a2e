"""Plays a batch into a folder: resumes what is there, shows its progress, and leaves tables and a manifest."""

import os
import platform
import time
from collections.abc import Callable, Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import msgspec

from game.lab import identity, journal, runner, stopping, tables, watchdog
from game.lab.journal import Journal
from game.lab.plan import Plan
from game.lab.runner import Chunk, Done
from game.lab.stopping import Look
from game.lab.tables import GameRow
from game.lab.trouble import LabError
from game.lab.wanted import Wanted

MANIFEST_FILE = "manifest.json"
LARGEST_CHUNK = 10
CHUNKS_PER_WORKER = 4
PACKAGES = ("mesa", "msgspec", "numpy", "pyarrow", "loky")

Play = Callable[[Iterator[Chunk]], Iterator[Done]]
"""Plays chunks somewhere and yields each as it is finished."""


class Shard(msgspec.Struct, frozen=True):
    """One of `of` equal parts of a plan, from 1: every `of`-th seed, with all of its games."""

    index: int
    of: int

    def __str__(self) -> str:
        return f"{self.index}/{self.of}"

    @classmethod
    def parse(cls, text: str) -> "Shard":
        """The shard that `--shard i/n` asks for. Raises LabError."""
        index, slash, of = text.partition("/")
        if not slash or not index.isdecimal() or not of.isdecimal() or not 1 <= int(index) <= int(of):
            raise LabError(f"--shard {text}: expected i/n with i from 1 to n, such as 2/8")
        return cls(int(index), int(of))


class Report(msgspec.Struct, frozen=True):
    """What a batch did: `played` of its `games` now, the others were there. `looks` are those of a stop rule."""

    folder: Path
    games: int
    failures: int
    played: int
    seconds: float
    looks: list[Look] = []

    @property
    def rows(self) -> list[GameRow]:
        """All rows, in the order of their numbers, read from the folder."""
        return list(journal.rows_in(self.folder))

    @property
    def failed(self) -> list[GameRow]:
        return [row for row in journal.rows_in(self.folder) if row.error] if self.failures else []


def play(
    plan: Plan,
    games: int | None,
    folder: Path,
    *,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
    shard: Shard | None = None,
    limit: float = watchdog.GAME_SECONDS,
    elsewhere: Play | None = None,
    say: Callable[[str], None] | None = None,
) -> Report:
    """Play so many seeds of every arm, or what is missing of them. Raises LabError.

    Without `games` the plan's stop rule says how many. `progress` is told how many games are there and how many there
    will be, `say` what was found damaged. `elsewhere` plays the chunks in place of `workers` processes here. An
    interrupt leaves a folder that the same call resumes.
    """
    looks = _looks(plan, games, shard)
    if workers < 1:
        raise LabError(f"--workers {workers}: must be at least 1")
    begun, played, seen = time.perf_counter(), 0, []
    with Journal(folder, plan, str(shard or ""), say) as log:
        for seeds in looks:
            wanted = _games_of(plan, seeds, shard)
            missing = list(log.missing(wanted))
            tell = progress or (lambda done, whole: None)
            whole = log.count + sum(1 for _ in log.missing(_games_of(plan, looks[-1], shard)))
            tell(log.count, whole)
            parts = log.parts if plan.records else None
            processes = min(workers, max(1, len(missing)))
            chunks = chunks_of(missing, log.plan_file, parts, workers, limit=limit)
            for done in elsewhere(chunks) if elsewhere is not None else runner.run(chunks, processes):
                log.add(done)
                played += len(done.rows)
                tell(log.count, whole)
            if plan.stop is not None and games is None:
                seen.append(stopping.look(plan, log.rows(), seeds))
                if seen[-1].enough:
                    break
        stale = played > 0 or not log.is_compact() or not (folder / MANIFEST_FILE).exists()
        if stale:
            log.compact()
        failures = sum(bool(row.error) for row in log.rows())
        report = Report(folder, log.count, failures, played, time.perf_counter() - begun, seen)
    if stale:
        write_manifest(plan, report, workers, str(shard or ""))
    return report


def _looks(plan: Plan, games: int | None, shard: Shard | None) -> tuple[int, ...]:
    """After how many seeds to look; just once for a fixed number."""
    if games is not None:
        if games < 1:
            raise LabError(f"--games {games}: must be at least 1")
        return (games,)
    if plan.stop is None:
        raise LabError("--games: how many? the plan has no stop rule")
    if shard is not None:
        raise LabError(f"--shard {shard}: a stop rule must see all games; say how many with --games")
    return plan.stop.looks


def _games_of(plan: Plan, seeds: int, shard: Shard | None) -> Iterable[int]:
    size = plan.games_of_a_seed
    if shard is None:
        return range(seeds * size)
    own = range(shard.index - 1, seeds, shard.of)
    return (seed * size + each for seed in own for each in range(size))


def chunks_of(
    games: list[int],
    plan_file: Path,
    parts: Path | None,
    workers: int,
    wanted: tuple[Wanted, ...] = (),
    limit: float = watchdog.GAME_SECONDS,
) -> Iterator[Chunk]:
    """Runs of consecutive games, small enough that all workers have some."""
    size = max(1, min(LARGEST_CHUNK, len(games) // (CHUNKS_PER_WORKER * workers)))
    held: list[int] = []
    for game in games:
        if held and (game != held[-1] + 1 or len(held) == size):
            yield Chunk(plan_file, tuple(held), parts, wanted, limit)
            held = []
        held.append(game)
    if held:
        yield Chunk(plan_file, tuple(held), parts, wanted, limit)


def write_manifest(plan: Plan, report: Report, workers: int, shard: str = "", merged: Iterable[str] = ()) -> None:
    """What somebody needs to trust or repeat the tables: versions, hashes, counts."""
    seconds = max(report.seconds, 1e-9)
    own = identity.of(plan)
    text: dict[str, Any] = {
        "level": plan.level,
        "seed": plan.seed,
        "arms": [{"name": arm.name, "settings": arm.settings, "minds": arm.minds} for arm in plan.arms],
        "rotate": plan.rotate,
        "stop": plan.stop,
        "looks": report.looks,
        "games": report.games,
        "failed": report.failures,
        "shard": shard,
        "merged": list(merged),
        "plan_hash": own.plan,
        "rules_hash": own.rules,
        "code": own.code,
        "minds_hash": own.minds,
        "changed": identity.changed(),
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
    with tables.replacing(report.folder / MANIFEST_FILE) as part:
        part.write_bytes(made + b"\n")


def default_workers() -> int:
    """One for each core that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
