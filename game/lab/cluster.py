"""Plays the chunks of a batch on a Dask cluster; the journal stays with the process that asked.

A worker that dies takes nothing with it: the scheduler gives its chunks to others. A chunk whose workers die again and
again is played game by game, each alone, like on one machine. The records come back as bytes, so workers and
the asking process need no common disk. Workers whose program is another one are refused.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

import msgspec

from game.lab import identity, tables
from game.lab.batch import Play
from game.lab.identity import Identity
from game.lab.plan import Plan
from game.lab.runner import Chunk, Done, killed, play_games
from game.lab.trouble import LabError
from game.lab.wanted import Wanted
from levels.loader import Resolved

AHEAD = 2
"""Chunks in the queue for each thread of a worker."""
SCHEMES = ("tcp", "tls", "ucx", "ws", "wss")
PATIENCE_SECONDS = 60
"""How long to wait for a scheduler and its first worker."""


def player(address: str, plan: Plan) -> Play:
    """What plays chunks there. Raises LabError if there is no such cluster, or Dask is not installed."""
    distributed = _dask()
    _check_address(address)

    def play(chunks: Iterator[Chunk]) -> Iterator[Done]:
        try:
            client = distributed.Client(address, timeout=PATIENCE_SECONDS, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise LabError(f"--cluster {address}: no scheduler there ({_short(error)})") from None
        try:
            yield from _play(client, address, plan, chunks)
        finally:
            client.close(timeout=2)

    return play


def _check_address(address: str) -> None:
    """Raises LabError for what can be no scheduler's address: Dask's client, made with one, does not end any more."""
    scheme, between, rest = address.rpartition("://")
    host, colon, port = rest.rpartition(":")
    if scheme == "inproc":  # a scheduler in this process has no port
        return
    if (between and scheme not in SCHEMES) or not (host and colon and port.isdecimal() and int(port) < 2**16):
        raise LabError(f"--cluster {address}: is no address; expected one such as tcp://10.0.0.5:8786")


def _dask() -> Any:
    """Dask distributed, whose functions say nothing of their types. Raises LabError if it is not installed."""
    try:
        return import_module("distributed")
    except ImportError:
        raise LabError("--cluster: needs Dask; install it with: pip install 'compute-race[cluster]'") from None


def _short(error: BaseException) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__


def _play(client: Any, address: str, plan: Plan, chunks: Iterator[Chunk]) -> Iterator[Done]:
    own = identity.of(plan)
    try:
        client.wait_for_workers(1, timeout=PATIENCE_SECONDS)
    except TimeoutError:
        raise LabError(f"--cluster {address}: no worker has come in {PATIENCE_SECONDS} s; start some") from None
    # The plan goes as a task, not scattered: the scheduler can make it again when the worker that held it has died.
    packed = client.submit(bytes, msgspec.json.encode(plan), key=f"plan-{own.plan}")
    running: dict[Any, Chunk] = {}
    suspects: list[Chunk] = []
    waiting = _dask().as_completed(loop=client.loop)

    def send(chunk: Chunk) -> None:
        keep = chunk.parts is not None
        future = client.submit(play_there, packed, own, chunk.games, keep, chunk.wanted, chunk.limit, pure=False)
        running[future] = chunk
        waiting.add(future)

    def room() -> int:
        threads = int(sum(client.nthreads().values()))
        return max(1, AHEAD * threads) - len(running)

    try:
        more = True
        while True:
            for _ in range(room() if more else 0):
                chunk = next(chunks, None)
                if chunk is None:
                    more = False
                    break
                send(chunk)
            if not running:
                break
            future = next(waiting)
            chunk = running.pop(future)
            done = _taken(future, chunk)
            if done is None:
                suspects.append(chunk)
            else:
                yield done
        for chunk in suspects:
            for game in chunk.games:
                single = msgspec.structs.replace(chunk, games=(game,))
                send(single)
                future = next(waiting)
                running.pop(future)
                yield _taken(future, single) or killed(plan, single.games, bool(chunk.wanted))
    finally:
        client.cancel([*running, packed], force=True)


def _taken(future: Any, chunk: Chunk) -> Done | None:
    """The result of a chunk, its records written; None if its workers died too often. Raises LabError."""
    if future.status == "cancelled":
        raise LabError("--cluster: the scheduler has gone or dropped the work; the same command goes on")
    try:
        done, records = future.result()
    except _dask().KilledWorker:
        return None
    except LabError:
        raise
    except ImportError as error:
        raise LabError(f"--cluster: a worker cannot load this program ({_short(error)}); install it there") from None
    if records is None or chunk.parts is None:
        return done  # type: ignore[no-any-return]
    part = tables.part_name(records[0])
    with tables.replacing(chunk.parts / part) as file:
        file.write_bytes(records[1])
    return msgspec.structs.replace(done, part=part)  # type: ignore[no-any-return]


def play_there(
    packed: bytes, wanted_of: Identity, games: Sequence[int], keep: bool, wanted: tuple[Wanted, ...], limit: float
) -> tuple[Done, tuple[int, bytes] | None]:
    """Runs on a worker: plays games; the chunk without part, and the first recorded game with records as Parquet."""
    plan = _plan(packed)
    try:
        differs = identity.unlike(_own(packed), wanted_of)
    except LabError as error:
        raise LabError(f"--cluster: a worker cannot load a mind ({error}); put its file there") from None
    if differs:
        raise LabError(f"--cluster: a worker has {differs}; install the same program there")

    def level_of(arm: int) -> Resolved:
        return _resolved(packed, arm)

    done, records = play_games(plan, level_of, games, keep, wanted, limit, deadly=True)
    if not records:
        return done, None
    return done, (records[0][0], tables.packed(tables.records_table(records)))


@lru_cache(maxsize=2)
def _plan(packed: bytes) -> Plan:
    return msgspec.json.decode(packed, type=Plan)


@lru_cache(maxsize=2)
def _own(packed: bytes) -> Identity:
    return identity.of(_plan(packed))


@lru_cache(maxsize=64)
def _resolved(packed: bytes, arm: int) -> Resolved:
    return _plan(packed).resolved(arm)
