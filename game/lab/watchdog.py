"""A limit of wall-clock time for a game, so that one which hangs stops neither a batch nor a worker.

After the limit the game is ended by an exception in its thread. A game that hangs where no exception reaches it
(inside a library's C code) ends with its whole worker process a while later, and the runner isolates it.
"""

import ctypes
import faulthandler
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

GAME_SECONDS = 600.0
"""What a game may take if nobody says otherwise; none that is sound comes near."""
GRACE_SECONDS = 30.0
"""From the exception to the end of the process."""
LOOK_SECONDS = 0.5


class GameTooLongError(Exception):
    """A game was still running at its limit."""


@contextmanager
def limit(seconds: float, *, deadly: bool = False) -> Iterator[None]:
    """Raise GameTooLongError inside the block after so many seconds; `deadly` is for worker processes."""
    thread, lock = threading.get_ident(), threading.Lock()
    over = fired = False

    def fire() -> None:
        nonlocal fired
        with lock:
            if not over:
                fired = True
                _raise_in(thread, GameTooLongError)

    timer = threading.Timer(seconds, fire)
    timer.daemon = True
    timer.start()
    if deadly:
        faulthandler.dump_traceback_later(seconds + GRACE_SECONDS, exit=True, file=_nowhere())
    try:
        yield
    except GameTooLongError:
        raise GameTooLongError(f"it had not ended after {seconds:g} s") from None
    finally:
        with lock:
            over = True
            if fired:
                _raise_in(thread, None)
        timer.cancel()
        if deadly:
            faulthandler.cancel_dump_traceback_later()


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    what = ctypes.py_object(error) if error is not None else ctypes.py_object()
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), what)


_sink: list[int] = []


def _nowhere() -> int:
    """Where the dump of a dying process goes: the row of its game tells enough."""
    if not _sink:
        _sink.append(os.open(os.devnull, os.O_WRONLY))
    return _sink[0]


def end_with(parent: int) -> None:
    """From now on this process ends when its parent does, even by SIGKILL: nobody would take its results."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOK_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True, name="parent").start()
