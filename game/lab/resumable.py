"""A file of finished pieces of work, one a line, that the same command takes up again."""

import os
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from game.lab import identity
from game.lab.tables import open_folder
from game.lab.trouble import LabError

Piece = TypeVar("Piece")


class _Begun(msgspec.Struct, frozen=True):
    """First line: what was asked, under which rules, and a hash of what the names in it stood for."""

    asked: str
    rules: str
    meant: str = ""


class Log(Generic[Piece]):
    """Finished pieces in the order in which they were finished. `done` holds those that were there."""

    def __init__(self, file: Path, asked: str, kind: type[Piece], meant: str = "") -> None:
        """Open or begin the file for what was `asked`. Raises LabError if it holds something else.

        `meant` is a hash of what its names stand for: a level's file or a mind's code may be edited and keep its name.
        """
        self.file = file
        self.done: list[Piece] = []
        open_folder(file.parent)
        begun = _Begun(asked, identity.rules(), meant)
        if file.exists():
            self._resume(begun, kind)
        else:
            self._write(begun)

    def add(self, piece: Piece) -> None:
        """Write a piece down; it is on the disk when this returns."""
        self._write(piece)
        self.done.append(piece)

    def _resume(self, begun: _Begun, kind: type[Piece]) -> None:
        try:
            data = self.file.read_bytes()
        except OSError as error:
            raise LabError(f"{self.file}: cannot be read ({error.strerror}); choose another --out") from None
        whole = data[: data.rfind(b"\n") + 1]
        first, *rest = whole.splitlines() or [b""]
        try:
            old = msgspec.json.decode(first, type=_Begun)
            self.done = [msgspec.json.decode(line, type=kind) for line in rest]
        except msgspec.DecodeError:
            raise LabError(f"{self.file}: is no such log; choose another --out") from None
        if old.asked != begun.asked:
            raise LabError(f"{self.file}: was begun with other settings; give the same ones, or another --out")
        if old.rules != begun.rules:
            raise LabError(f"{self.file}: was begun under other rules of the game; choose another --out")
        if old.meant != begun.meant:
            raise LabError(
                f"{self.file}: was begun with another text of its levels, or other code of a mind from outside; put "
                "it back, or choose another --out"
            )
        if len(whole) < len(data):
            self.file.write_bytes(whole)

    def _write(self, line: object) -> None:
        try:
            with self.file.open("ab") as file:
                file.write(msgspec.json.encode(line) + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise LabError(f"{self.file}: cannot be written ({error.strerror}); the same command resumes") from None
