"""How a question plays its games: it says what they cost, shows how far it is, and keeps what is done.

What people read of it goes to stderr, so that the answer alone is on stdout.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from game.lab.balance.games import Outcome, Piece
from game.lab.balance.store import Store
from game.lab.progress import shown
from game.lab.trouble import LabError


class Ways(Struct, frozen=True):
    """How to play, which decides nothing of the answer."""

    workers: int | None = None
    out: Path | None = None
    dry_run: bool = False
    """Tell the cost and stop."""
    as_json: bool = False


class Campaign:
    """The games of one question."""

    def __init__(self, ways: Ways) -> None:
        from game.lab import batch

        if ways.workers is not None and ways.workers < 1:
            raise LabError(f"--workers {ways.workers}: must be at least 1")
        self.ways = ways
        self.workers = ways.workers or batch.default_workers()
        self.store = Store(ways.out)

    def begin(self, what: str, games: int, first: Piece, *, at_most: bool = False) -> bool:
        """Tell what so many games cost, timed on one of them. Whether to go on."""
        outcome = self.store.play([first])[0]
        minutes = games * outcome.seconds / self.workers / 60.0
        there = f"; {len(self.store)} are kept in {self.ways.out}" if self.ways.out and len(self.store) > 1 else ""
        time = f"about {minutes:.0f} minutes" if minutes >= 1.5 else f"about {max(1.0, 60.0 * minutes):.0f} seconds"
        workers = f"{self.workers} worker{'s' if self.workers > 1 else ''}"
        number = f"{'at most ' if at_most else ''}{games:,} games"
        print(f"{what}: {number} of {outcome.seconds:.2f} s, {time} on {workers}{there}", file=sys.stderr)
        return not self.ways.dry_run

    def play(self, pieces: Sequence[Piece]) -> list[Outcome]:
        """The outcomes of the pieces, in their order, with a bar."""
        with self.kept(), shown("games") as tell:
            return self.store.play(pieces, self.workers, tell)

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Say what is not lost when ctrl-C or SIGTERM stops it."""
        try:
            yield
        except KeyboardInterrupt:
            if self.ways.out is not None:
                print(f"{self.ways.out} keeps the finished games; the same command goes on from them", file=sys.stderr)
            else:
                print("with --out DIR the finished games would have been kept", file=sys.stderr)
            raise


def seeds(first: int, count: int, option: str = "--seeds") -> range:
    """So many seeds. Raises LabError."""
    if count < 1:
        raise LabError(f"{option} {count}: must be at least 1")
    return range(first, first + count)
