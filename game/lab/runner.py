"""Plays chunks of games, here or in worker processes, and yields each as it is finished.

A game that raises, or goes on for longer than it may, becomes a row with its error. A worker that dies takes nothing
with it: its chunk is played again, and a chunk that is there when workers die twice is played game by game, each
alone, so that the game that kills them is found and becomes a row too.
"""

import gc
import os
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from game.lab import termination, watchdog
from game.lab.plan import Plan
from game.lab.tables import GameRow, part_name, records_table, write
from game.lab.wanted import Wanted
from levels.loader import Resolved

AHEAD = 2
"""Chunks in the queue for each worker."""
STRIKES = 2
"""Deaths of workers after which a chunk is played game by game."""


class Chunk(msgspec.Struct, frozen=True):
    """Games to play: their numbers in `plan_file`, and the folder for their records, if any are kept."""

    plan_file: Path
    games: tuple[int, ...]
    parts: Path | None
    wanted: tuple[Wanted, ...] = ()
    """What is to be measured of each game."""
    limit: float = watchdog.GAME_SECONDS
    """Seconds that a game may take."""


class Done(msgspec.Struct, frozen=True):
    """A finished chunk as the journal holds it. `part` is the file with its records."""

    rows: list[GameRow]
    part: str | None
    seconds: float
    measured: list[dict[str, float]] = []
    """What was wanted of each game, in the order of `rows`; empty for a game that failed."""


@lru_cache(maxsize=1)
def _plan(file: Path) -> Plan:
    return msgspec.json.decode(file.read_bytes(), type=Plan)


@lru_cache(maxsize=64)
def _resolved(file: Path, arm: int) -> Resolved:
    return _plan(file).resolved(arm)


def play_chunk(chunk: Chunk, deadly: bool = False) -> Done:
    """Play the games of a chunk in this process; `deadly` if a game that hangs may take the process with it."""
    plan = _plan(chunk.plan_file)

    def level_of(arm: int) -> Resolved:
        return _resolved(chunk.plan_file, arm)

    done, records = play_games(plan, level_of, chunk.games, chunk.parts is not None, chunk.wanted, chunk.limit, deadly)
    if chunk.parts is None or not records:
        return done
    part = part_name(records[0][0])
    write(records_table(records), chunk.parts / part)
    return msgspec.structs.replace(done, part=part)


def play_games(
    plan: Plan,
    level_of: Callable[[int], Resolved],
    games: Sequence[int],
    keep: bool,
    wanted: tuple[Wanted, ...] = (),
    limit: float = watchdog.GAME_SECONDS,
    deadly: bool = False,
) -> tuple[Done, list[tuple[Any, ...]]]:
    """Play games one after the other; their rows, and their records if `keep`. A game that raises is a row with it."""
    from game.lab import solo  # here: only a process that plays needs to load Mesa

    rows: list[GameRow] = []
    records: list[tuple[Any, ...]] = []
    measured: list[dict[str, float]] = []
    seconds = 0.0
    for game in games:
        asked = plan.asked(game)
        try:
            resolved = level_of(plan.arm_of(game))
            with watchdog.limit(limit, deadly=deadly):
                played = solo.play(resolved, asked, records=keep, wanted=wanted)
        except Exception as error:
            rows.append(GameRow.failed(plan.level, asked, _tell(error)))
            measured.append({})
        else:
            rows.append(played.row)
            measured.append(played.measured)
            records += played.records
            seconds += played.seconds
    return Done(rows, None, seconds, measured if wanted else []), records


def play_in_worker(chunk: Chunk) -> Done:
    """Play a chunk in a process that is there for nothing else."""
    return play_chunk(chunk, True)


def _tell(error: Exception) -> str:
    """The error of a game in one line, with the place it came from."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {' '.join(str(error).split())} ({Path(where.filename).name}:{where.lineno})"


def killed(plan: Plan, games: Sequence[int], wanted: bool, limit: float | None = None) -> Done:
    """The rows of games that took their worker with them, by their end or, after `limit` seconds, by hanging."""
    why = "its worker process was killed (out of memory?)" if limit is None else f"it hung for more than {limit:g} s"
    rows = [GameRow.failed(plan.level, plan.asked(each), why) for each in games]
    return Done(rows, None, 0.0, [{} for _ in rows] if wanted else [])


def run(chunks: Iterable[Chunk], workers: int) -> Iterator[Done]:
    """Play all chunks with so many workers; with one, in this process."""
    if workers == 1:
        yield from map(play_chunk, chunks)
    else:
        yield from _Pool(workers).run(chunks)


def begin_worker(parent: int) -> None:
    """A worker leaves ctrl-C and SIGTERM to its parent, and ends when its parent does."""
    termination.leave_to_parent()
    watchdog.end_with(parent)


def give_back() -> None:
    """Give back at once what ended workers shared: their locks hang together in circles.

    Left to the next collection, a thread that draws progress could be at it while the program ends, and be cut off
    half-way; loky would then warn of locks that were lost.
    """
    gc.collect()


class _Pool:
    """Worker processes of loky, made anew when one of them has died."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.executor: Any = None
        self.strikes: dict[Chunk, int] = {}

    def run(self, chunks: Iterable[Chunk]) -> Iterator[Done]:
        waiting = iter(chunks)
        again: deque[Chunk] = deque()
        suspects: list[Chunk] = []
        running: dict[Future[Done], Chunk] = {}
        try:
            while True:
                while len(running) < AHEAD * self.workers:
                    chunk = again.popleft() if again else next(waiting, None)
                    if chunk is None:
                        break
                    try:
                        running[self._submit(chunk)] = chunk
                    except BrokenExecutor:
                        # A worker has died since the last look. This chunk had not begun: it waits its turn again.
                        again.appendleft(chunk)
                        if running:
                            break
                        self._close()
                if not running:
                    break
                finished, _ = wait(running, return_when=FIRST_COMPLETED)
                broken = []
                for future in finished:
                    chunk = running.pop(future)
                    try:
                        done = future.result()
                    except BrokenExecutor:
                        broken.append(chunk)
                    else:
                        yield done
                if broken:
                    self._sort_out([*broken, *running.values()], again, suspects)
                    running.clear()
                    self._close()
            for chunk in suspects:
                yield from self._one_by_one(chunk)
        finally:
            self._close()

    def _submit(self, chunk: Chunk) -> "Future[Done]":
        if self.executor is None:
            from loky import ProcessPoolExecutor
            from loky.backend import get_context

            context = get_context("loky")  # by name: Mesa 3.3 sets another for the whole process
            self.executor = ProcessPoolExecutor(
                self.workers, context=context, initializer=begin_worker, initargs=(os.getpid(),)
            )
        future: Future[Done] = self.executor.submit(play_in_worker, chunk)
        return future

    def _close(self) -> None:
        executor, self.executor = self.executor, None
        if executor is not None:
            executor.shutdown(wait=True, kill_workers=True)
            del executor
            give_back()

    def _sort_out(self, chunks: Sequence[Chunk], again: deque[Chunk], suspects: list[Chunk]) -> None:
        for chunk in chunks:
            self.strikes[chunk] = self.strikes.get(chunk, 0) + 1
            (suspects if self.strikes[chunk] >= STRIKES else again).append(chunk)

    def _one_by_one(self, chunk: Chunk) -> Iterator[Done]:
        for game in chunk.games:
            single = msgspec.structs.replace(chunk, games=(game,))
            begun = time.monotonic()
            try:
                yield self._submit(single).result()
            except BrokenExecutor:
                self._close()
                hung = time.monotonic() - begun >= chunk.limit
                yield killed(_plan(chunk.plan_file), single.games, bool(chunk.wanted), chunk.limit if hung else None)
