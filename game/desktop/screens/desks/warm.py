"""Reads ahead, while nobody asks, what the desks will say when they are first opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.desktop.screens.desks.pages import pages_of
from game.desktop.screens.desks.work import Work
from game.desktop.widget import Widget
from game.telling.wording import DESKS

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.desktop.screens.desks.book import Book

FIRST_MS, PAUSE_MS = 400.0, 60.0


class Warmer(Widget):
    """Nothing to see: works out one page each time it is due, once a game; a desk then opens at once."""

    def __init__(self, match: Match, book: Book) -> None:
        super().__init__("desk.warmer")
        self.match, self.book = match, book
        self._left: Iterator[None] | None = self._pages()
        self._due_ms: float | None = None

    def _pages(self) -> Iterator[None]:
        for desk in DESKS:
            work = Work(self.match, self.book, desk)
            for spec in pages_of(work):
                work.page = spec.key
                spec.build(work)
                yield

    def next_tick_ms(self, now_ms: float) -> float | None:
        if self._left is None or not self.match.steering or not self.is_live():
            return None
        if self._due_ms is None:
            object.__setattr__(self, "_due_ms", now_ms + FIRST_MS)
        return self._due_ms

    def tick(self, now_ms: float) -> None:
        object.__setattr__(self, "_due_ms", now_ms + PAUSE_MS)
        if self._left is not None and next(self._left, 0) == 0:
            self._left = None
