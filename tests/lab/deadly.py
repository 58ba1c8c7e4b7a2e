"""Chunk players that die or hang with their whole process at one game, for tests of the runner."""

import ctypes
import os
import signal
from pathlib import Path
from typing import Any

from game.lab import watchdog
from game.lab.cluster import play_there
from game.lab.runner import Chunk, Done, play_in_worker

DEADLY = 4
HUNG = 5


def play_or_die(chunk: Chunk) -> Done:
    """Plays like the real one, but game 4 takes its worker with it, as a lack of memory would."""
    if DEADLY in chunk.games:
        os._exit(1)
    return play_in_worker(chunk)


def play_or_hang(chunk: Chunk) -> Done:
    """Plays like the real one, but game 5 hangs inside the C library, where no exception of Python reaches it."""
    watchdog.GRACE_SECONDS = 0.3
    if HUNG in chunk.games:
        with watchdog.limit(chunk.limit, deadly=True):
            ctypes.CDLL(None).sleep(600)
    return play_in_worker(chunk)


FLAG = "COMPUTE_RACE_TEST_FLAG"


def play_there_and_die_once(packed: bytes, own: Any, games: Any, *more: Any) -> Any:
    """Plays on a cluster like the real one, but the first worker that meets game 7 is killed."""
    flag = Path(os.environ[FLAG])
    if 7 in games and not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return play_there(packed, own, games, *more)


def play_there_or_die(packed: bytes, own: Any, games: Any, *more: Any) -> Any:
    """Plays on a cluster like the real one, but game 4 kills its worker each time."""
    if DEADLY in games:
        os.kill(os.getpid(), signal.SIGKILL)
    return play_there(packed, own, games, *more)
