"""Months that pass before one's eyes: where a turn's motion stands, from nothing to all of it."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.widget import Widget

TURN_MS = 1150.0
"""The longest that the months of a turn take."""
FRAME_MS = 1000.0 / 60.0


def eased(share: float) -> float:
    """Slow at both ends."""
    share = min(1.0, max(0.0, share))
    return share * share * (3.0 - 2.0 * share)


class Passage(Widget):
    """Runs from 0 to 1 in a time: `moved(share)` at each frame, `ended()` once. Nothing to see itself."""

    def __init__(self, ident: str, moved: Callable[[float], None], ended: Callable[[], None]) -> None:
        super().__init__(ident)
        self.moved, self.ended = moved, ended
        self.share, self.running, self.lasts_ms = 1.0, False, TURN_MS
        self._began_ms: float | None = None
        self._due_ms = 0.0

    def start(self, lasts_ms: float = TURN_MS) -> None:
        self.lasts_ms, self.share, self.running, self._began_ms = lasts_ms, 0.0, True, None
        self._due_ms = 0.0
        self.moved(0.0)

    def skip(self) -> None:
        """Go to the end at once."""
        if self.running:
            self.running, self.share = False, 1.0
            self.moved(1.0)
            self.ended()

    def next_tick_ms(self, now_ms: float) -> float | None:
        return self._due_ms if self.running else None

    def tick(self, now_ms: float) -> None:
        if self._began_ms is None:
            self._began_ms = now_ms
        share = (now_ms - self._began_ms) / self.lasts_ms
        if share >= 1.0:
            self.skip()
            return
        self._due_ms = now_ms + FRAME_MS
        self.share = share
        self.moved(share)
