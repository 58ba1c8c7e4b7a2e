"""A hand on the mouse of a real X server: its motion and its buttons come to the window as those of a person do."""

from __future__ import annotations

import ctypes
import time

NEEDS = ("libX11.so.6", "libXtst.so.6")
BETWEEN_S = 0.02
"""A person's finger is slower."""


def lacking() -> str:
    """The library that is missing here, empty if none is."""
    for name in NEEDS:
        try:
            ctypes.CDLL(name)
        except OSError:
            return name
    return ""


class Hand:
    """Places are pixels of the server's screen. Uses the XTEST extension of the server that DISPLAY names."""

    def __init__(self) -> None:
        self._x, self._test = (ctypes.CDLL(name) for name in NEEDS)
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self._test.XTestFakeMotionEvent.argtypes = [ctypes.c_void_p, *[ctypes.c_int] * 3, ctypes.c_ulong]
        self._test.XTestFakeButtonEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._display = self._x.XOpenDisplay(None)
        if not self._display:
            raise OSError("no X server at DISPLAY")

    def click(self, x: int, y: int) -> None:
        """Move there, press the left button and let it go."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        self._flush()
        for down in (1, 0):
            self._test.XTestFakeButtonEvent(self._display, 1, down, 0)
            self._flush()

    def _flush(self) -> None:
        self._x.XSync(self._display, 0)
        time.sleep(BETWEEN_S)
