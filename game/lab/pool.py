"""Independent pieces of work over all cores, results as they come; who wants to keep them writes them down itself.

A worker that dies ends the work: pieces that must survive one go through `game.lab.runner`.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from typing import Any, TypeVar

from game.lab.runner import begin_worker, give_back
from game.lab.trouble import LabError

Work = TypeVar("Work")
Found = TypeVar("Found")

AHEAD = 2
"""Pieces in the queue for each worker."""


def each(
    function: Callable[[Work], Found], pieces: Sequence[Work], workers: int, progress: Callable[[int, int], None]
) -> Iterator[tuple[int, Found]]:
    """(index, function(piece)) of every piece, as they are finished; with one worker in this process.

    Function and pieces must be picklable. Raises what the function raises, and LabError if a worker dies.
    """
    done, whole = 0, len(pieces)
    if workers <= 1 or whole <= 1:
        for index, piece in enumerate(pieces):
            yield index, function(piece)
            progress(index + 1, whole)
        return
    from loky import ProcessPoolExecutor
    from loky.backend import get_context

    executor: Any = ProcessPoolExecutor(
        workers, context=get_context("loky"), initializer=begin_worker, initargs=(os.getpid(),)
    )
    waiting = iter(enumerate(pieces))
    running: dict[Future[Found], int] = {}
    try:
        while True:
            while len(running) < AHEAD * workers and (following := next(waiting, None)) is not None:
                running[executor.submit(function, following[1])] = following[0]
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                index = running.pop(future)
                yield index, future.result()
                done += 1
                progress(done, whole)
    except BrokenExecutor:
        raise LabError("a worker process was killed (out of memory?); try again with fewer --workers") from None
    finally:
        executor.shutdown(wait=True, kill_workers=True)
        del executor
        give_back()
