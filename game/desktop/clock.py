"""Time for the window, in milliseconds: the real one, and one that tests move by hand."""

from __future__ import annotations

import time


class RealClock:
    def now_ms(self) -> float:
        return time.monotonic() * 1000

    def pass_frame(self, frame_ms: float) -> None:
        """Real time passes by itself."""


class ManualClock:
    def __init__(self) -> None:
        self._now_ms = 0.0

    def now_ms(self) -> float:
        return self._now_ms

    def pass_frame(self, frame_ms: float) -> None:
        self._now_ms += frame_ms

    def advance(self, ms: float) -> None:
        self._now_ms += ms
