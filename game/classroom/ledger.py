"""The room on the disk: a line an event, written by a thread of its own, several to one wait for the disk.

An event is safe when what `append` returned is done. A last line that a crash cut off is dropped.
"""

from __future__ import annotations

import asyncio
import os
import queue
import threading
from collections.abc import Sequence
from pathlib import Path

import msgspec

from game.classroom import events as e
from game.classroom.trouble import ClassroomError


class Ledger:
    """Appends to one file. Failing to write is told to whoever waits, and to everybody after."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._waiting: queue.SimpleQueue[tuple[bytes, asyncio.Future[None], asyncio.AbstractEventLoop] | None] = (
            queue.SimpleQueue()
        )
        try:
            self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        except OSError as error:
            raise ClassroomError(f"{path}: cannot be written ({error.strerror}); choose another --folder") from error
        self._thread = threading.Thread(target=self._write, name="room ledger", daemon=True)
        self._thread.start()

    def append(self, events: Sequence[e.AnyEvent]) -> asyncio.Future[None]:
        """Write events; the future is done when they lie on the disk."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[None] = loop.create_future()
        lines = b"".join(e.encode(event) + b"\n" for event in events)
        self._waiting.put((lines, future, loop))
        return future

    def close(self) -> None:
        """Write what waits, and let the file go."""
        if self._thread.is_alive():
            self._waiting.put(None)
            self._thread.join()
            os.close(self._file)

    def _write(self) -> None:
        ended = False
        while not ended:
            batch = [self._waiting.get()]
            while not self._waiting.empty():
                batch.append(self._waiting.get())
            ended = None in batch
            given = [each for each in batch if each is not None]
            if not given:
                continue
            trouble: OSError | None = None
            try:
                data = b"".join(lines for lines, _, _ in given)
                while data:
                    data = data[os.write(self._file, data) :]
                os.fsync(self._file)
            except OSError as error:
                trouble = error
            for _, future, loop in given:
                try:
                    loop.call_soon_threadsafe(_settle, future, trouble)
                except RuntimeError:
                    continue  # the loop has ended: nobody waits any more


def _settle(future: asyncio.Future[None], trouble: OSError | None) -> None:
    if future.done():
        return
    if trouble is None:
        future.set_result(None)
    else:
        future.set_exception(trouble)


def write_first(path: Path, opened: e.Opened) -> None:
    """Begin a ledger. Raises ClassroomError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(e.encode(opened) + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise ClassroomError(f"{path}: cannot be written ({error.strerror}); choose another --folder") from error


def read(path: Path) -> list[e.AnyEvent]:
    """All events of a file, `Opened` first; a last line that a crash cut off is cut from the file too.

    Raises ClassroomError.
    """
    try:
        data = path.read_bytes()
        whole = data.rfind(b"\n") + 1
        if whole < len(data):
            os.truncate(path, whole)
    except OSError as error:
        raise ClassroomError(f"{path}: cannot be read ({error.strerror}); open a room with --new") from error
    found: list[e.AnyEvent] = []
    for number, line in enumerate(data[:whole].splitlines(), 1):
        try:
            found.append(e.decoder.decode(line))
        except msgspec.DecodeError as error:
            raise ClassroomError(f"{path}: line {number} is no event of a room ({error}); use --new") from error
    if not found or not isinstance(found[0], e.Opened):
        raise ClassroomError(f"{path}: does not begin a room; open one with --new")
    return found
