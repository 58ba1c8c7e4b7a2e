"""The room on the disk: a line an event, written by a thread of its own, several to one wait for the disk.

An event is safe when what `append` returned is done. A last line that a crash cut off is dropped. After the first write
that fails the file is cut back to what was safe before it, and nothing is written any more.
"""

from __future__ import annotations

import asyncio
import contextlib
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
        self.trouble: OSError | None = None
        """Why nothing is written any more."""
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
        """Write events; the future is done when they lie on the disk, or raises OSError."""
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
            if self.trouble is None:
                self.trouble = self._keep(b"".join(lines for lines, _, _ in given))
            for _, future, loop in given:
                try:
                    loop.call_soon_threadsafe(_settle, future, self.trouble)
                except RuntimeError:
                    continue  # the loop has ended: nobody waits any more

    def _keep(self, data: bytes) -> OSError | None:
        """Write all of it or none; returns why it could not be."""
        safe: int | None = None
        try:
            safe = os.fstat(self._file).st_size
            while data:
                data = data[os.write(self._file, data) :]
            os.fsync(self._file)
        except OSError as error:
            if safe is not None:
                with contextlib.suppress(OSError):  # whole lines may stay then; half of one is cut off when it is read
                    os.ftruncate(self._file, safe)
                    os.fsync(self._file)
            return error
        return None


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
        _write_safely(path, [opened])
    except OSError as error:
        raise ClassroomError(f"{path}: cannot be written ({error.strerror}); choose another --folder") from error


def write_again(path: Path, events: Sequence[e.AnyEvent]) -> None:
    """Put other events in the place of a file's; a crash leaves the ones or the others. Raises ClassroomError."""
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        _write_safely(part, events)
        part.replace(path)
    except OSError as error:
        raise ClassroomError(
            f"{path}: cannot be written ({error.strerror}); make room on the disk, or remove the folder"
        ) from error


def _write_safely(path: Path, events: Sequence[e.AnyEvent]) -> None:
    """A new file, for its owner's eyes alone, that lies on the disk when this returns. Raises OSError."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(b"".join(e.encode(event) + b"\n" for event in events))
        file.flush()
        os.fsync(file.fileno())


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
