"""The bar that long commands show."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def shown(noun: str) -> Iterator[Callable[[int, int], None]]:
    """A bar with pace and time left on stderr; silent when nobody watches."""
    if not sys.stderr.isatty():
        yield lambda done, whole: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from game.lab.console import console

    bars = (BarColumn(), MofNCompleteColumn(), TextColumn(f"{noun}  {{task.fields[pace]}}"), TimeRemainingColumn())
    with Progress(*bars, console=console(err=True), transient=True) as progress:
        task = progress.add_task("", total=None, pace="")
        begun = time.monotonic()
        first: list[int] = []

        def tell(done: int, whole: int) -> None:
            first.append(done)
            pace = (done - first[0]) / max(1e-9, time.monotonic() - begun)
            progress.update(task, completed=done, total=whole, pace=f"{pace:.1f}/s")

        yield tell
