"""Opening the window, or saying in one line that there is no screen to open it on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import pygame

from assets.text import Texts

UNSEEN_DRIVERS = ("offscreen", "dummy")


def open_window(texts: Texts, size: tuple[int, int] | None = None) -> pygame.Surface:
    """A resizable window, at 1280 x 720 or as large as fits. Without a screen exits with code 2 and one line.

    SDL falls back to a driver that nobody sees when there is no screen; that counts as none, unless
    SDL_VIDEODRIVER asked for it.
    """
    try:
        with quiet_stderr():
            pygame.display.init()
        driver = pygame.display.get_driver()
        if driver in UNSEEN_DRIVERS and not os.environ.get("SDL_VIDEODRIVER"):
            _give_up(texts)
        surface = pygame.display.set_mode(size or _first_size(), pygame.RESIZABLE)
    except pygame.error:
        _give_up(texts)
    pygame.display.set_caption(texts.say("window-title"))
    pygame.font.init()
    return surface


@contextmanager
def quiet_stderr() -> Iterator[None]:
    """Keep the system's libraries from complaining while SDL tries one way after another."""
    if sys.stderr is not None:
        sys.stderr.flush()
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _give_up(texts: Texts) -> NoReturn:
    pygame.display.quit()
    print(texts.say("window-no-screen"), file=sys.stderr)
    raise SystemExit(2)


def _first_size() -> tuple[int, int]:
    """The largest of three sizes of the stage that leaves room for a task bar."""
    sizes = pygame.display.get_desktop_sizes()
    wide, high = sizes[0] if sizes else (1280, 720)
    for size in ((1920, 1080), (1600, 900), (1280, 720)):
        if size[0] <= wide * 0.94 and size[1] <= high * 0.9:
            return size
    return min(1280, wide), min(720, high)
