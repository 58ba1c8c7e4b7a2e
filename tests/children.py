"""Processes that tests start: how they begin, whatever the shell that the tests were started from has set."""

import os
import signal
from collections.abc import Callable


def _hear_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


hear_ctrl_c: Callable[[], None] | None = None if os.name == "nt" else _hear_ctrl_c
"""For `preexec_fn` of a child that is to be stopped by SIGINT.

A shell that starts something in the background (`nohup ... &`, a script, some CI) has it ignore SIGINT. Children take
that over, and Python then raises no KeyboardInterrupt. Windows has nothing of the kind.
"""
