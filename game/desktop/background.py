"""Work off the main thread, such as rivals that think, with the answer brought back to the main thread."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

import pygame

Result = TypeVar("Result")
WAKE = pygame.event.custom_type()
LONGEST_WAIT_S = 0.1
"""How long work gives way at most."""


class Task(Generic[Result]):
    """Work under way. `dropped` tasks finish unheard; the work may look at `dropped` to stop early."""

    def __init__(self) -> None:
        self.done = False
        self.dropped = False

    def drop(self) -> None:
        self.dropped = True


class Background:
    """Hands results from threads to the main thread, which must call `deliver` now and then."""

    def __init__(self) -> None:
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._waiting: list[threading.Thread] = []
        self.busy = 0
        self._undisturbed = threading.Event()
        self._undisturbed.set()

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """A frame is drawn meanwhile: work that asks with `give_way` waits for it. Main thread only."""
        self._undisturbed.clear()
        try:
            yield
        finally:
            self._undisturbed.set()

    def give_way(self) -> None:
        """From a thread that works for long: let a frame that is being drawn be finished first.

        Two threads share Python's lock half and half, so that without it a frame would take twice as long.
        """
        self._undisturbed.wait(LONGEST_WAIT_S)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Task[Result]:
        """Do `work` in a thread; later `done(result)`, or `failed(error)`, runs on the main thread.

        It begins at the next `start`, so that a frame that answers a click does not compete with it. Without
        `failed` an error is raised on the main thread.
        """
        task: Task[Result] = Task()
        self.busy += 1

        def labour() -> None:
            try:
                result = work()
            except Exception as error:
                self.call_soon(_telling(task, failed, error, self))
            else:
                self.call_soon(_telling(task, done, result, self))

        self._waiting.append(threading.Thread(target=labour, daemon=True))
        if pygame.display.get_init():
            pygame.event.post(pygame.Event(WAKE))
        return task

    def start(self) -> None:
        """Begin the work that waits. Main thread only."""
        waiting, self._waiting = self._waiting, []
        for thread in waiting:
            thread.start()

    def call_soon(self, call: Callable[[], None]) -> None:
        """Have the main thread run `call`; safe from any thread."""
        self._calls.put(call)
        if pygame.display.get_init():
            pygame.event.post(pygame.Event(WAKE))

    def deliver(self) -> bool:
        """Run what is waiting; whether there was anything. Main thread only."""
        ran = False
        while True:
            try:
                call = self._calls.get_nowait()
            except queue.Empty:
                return ran
            ran = True
            call()


def _telling(
    task: Task[Result], hear: Callable[..., None] | None, what: object, background: Background
) -> Callable[[], None]:
    def tell() -> None:
        background.busy -= 1
        task.done = True
        if task.dropped:
            return
        if hear is not None:
            hear(what)
        elif isinstance(what, Exception):
            raise what

    return tell
