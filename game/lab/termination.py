"""SIGTERM, by which schedulers and service managers end a program, stops a command as ctrl-C does.

Windows sends no such signal: there a process that is ended just ends.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

EXIT_CODE = 143
"""Of a command that SIGTERM stopped: 128 and the signal's number, as shells count."""


class Terminated(KeyboardInterrupt):
    """SIGTERM came. What cleans up after ctrl-C cleans up after it too."""


class Ear:
    """Hears SIGTERM while a command runs, and knows afterwards whether it came."""

    def __init__(self) -> None:
        self.heard = False

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Raise Terminated inside the block when SIGTERM comes; a second one, while the first is obeyed, is ignored.

        Whoever started this program may have it ignore the signal, or may handle it: both are left as they are.
        """
        is_main = threading.current_thread() is threading.main_thread()
        if not is_main or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
            yield
            return
        signal.signal(signal.SIGTERM, self._hear)
        try:
            yield
        finally:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        self.heard = True
        raise Terminated


def leave_to_parent() -> None:
    """Ctrl-C and SIGTERM, which may reach a whole group of processes, are the main one's business: it stops workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
