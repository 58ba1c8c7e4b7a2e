"""The games of a question, each kept as soon as it is played: the same command again plays only what is missing.

A game is found by a hash of all that decides it: the level as merged, what is set, seed, minds, bans, measures, and the
rules of the program. So searches, which ask for games as they go, resume as well as tables do.
"""

import os
from collections.abc import Callable, Sequence
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import Struct

from agents.minds.own import is_own
from game.lab import identity, pool
from game.lab.balance import games
from game.lab.balance.games import Outcome, Piece, World
from game.lab.trouble import LabError

FILE = "played.jsonl"

Tell = Callable[[int, int], None]


class _Line(Struct, frozen=True):
    key: str
    outcome: Outcome


@lru_cache(maxsize=8)
def _level_hash(level: str) -> str:
    return identity.level(games.resolve(World(level)).tree)


def key_of(piece: Piece) -> str:
    """What decides the outcome of a game, as a hash. Raises LevelError for a level that is not sound."""
    own = [identity.mind(mind) for _, mind in piece.minds if is_own(mind)]
    text = msgspec.json.encode([_level_hash(piece.world.level), piece, own])
    return blake2b(text, digest_size=16).hexdigest()


class Store:
    """Games by what decides them; in a folder if there is one, else in memory alone."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.played = 0
        """Games that were played here, not found."""
        self._known: dict[str, Outcome] = {}
        self._file = None if folder is None else folder / FILE
        if self._file is not None and folder is not None:
            from game.lab.tables import open_folder

            open_folder(folder)
            self._read(self._file)

    def __len__(self) -> int:
        return len(self._known)

    def has(self, piece: Piece) -> bool:
        return key_of(piece) in self._known

    def known(self, piece: Piece) -> Outcome:
        """The outcome of a game that was played. Raises KeyError for another."""
        return self._known[key_of(piece)]

    def missing(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces that are not played yet, each once."""
        return list({key_of(piece): piece for piece in pieces if not self.has(piece)}.values())

    def play(self, pieces: Sequence[Piece], workers: int = 1, tell: Tell | None = None) -> list[Outcome]:
        """The outcomes in the order of the pieces; plays and keeps what is missing. Raises LabError, LevelError."""
        missing = self.missing(pieces)
        there = len(pieces) - len(missing)
        say = tell or (lambda done, whole: None)
        say(there, len(pieces))
        if missing:
            played = pool.each(games.play, missing, workers, lambda done, whole: say(there + done, len(pieces)))
            for index, outcome in played:
                self._keep(key_of(missing[index]), outcome)
                self.played += 1
        return [self._known[key_of(piece)] for piece in pieces]

    def _keep(self, key: str, outcome: Outcome) -> None:
        self._known[key] = outcome
        if self._file is None:
            return
        try:
            with self._file.open("ab") as file:
                file.write(msgspec.json.encode(_Line(key, outcome)) + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise LabError(f"{self._file}: cannot be written ({error.strerror}); the same command resumes") from None

    def _read(self, path: Path) -> None:
        try:
            text = path.read_bytes() if path.exists() else b""
        except OSError as error:
            raise LabError(f"{path}: cannot be read ({error.strerror})") from None
        whole, _, torn = text.rpartition(b"\n")
        for number, line in enumerate(whole.split(b"\n") if whole else (), 1):
            try:
                kept = msgspec.json.decode(line, type=_Line)
            except msgspec.DecodeError:
                raise LabError(
                    f"{path}: line {number} is damaged; remove that line, its game is played again"
                ) from None
            self._known[kept.key] = kept.outcome
        if torn:  # the last line of a run that was cut off in the middle of a word
            with path.open("r+b") as file:
                file.truncate(len(whole) + 1 if whole else 0)
