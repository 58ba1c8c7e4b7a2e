"""A window that stands still: poses a scene, waits until all work is done, and takes its picture.

Time passes only when a scene asks for it, so that no caret blinks and nothing moves between two pictures.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import pygame

from assets.text import Texts
from game.desktop import storage
from game.desktop.app import App
from game.desktop.clock import ManualClock
from game.desktop.match import Match
from game.desktop.play import Director
from game.desktop.screens.debrief import Debrief
from game.desktop.screens.race import RaceScreen
from game.desktop.settings import Settings
from game.desktop.widget import Widget
from tests.desktop.driver import Driver
from tests.desktop.shots.games import Games
from tests.desktop.shots.prints import Print, print_of

if TYPE_CHECKING:
    from game.session import Session

WIDE, HIGH = 1280, 720


TODAY = time.gmtime(1_727_781_600)


def _write_date(form: str, when: time.struct_time | None = None, write: Callable[..., str] = time.strftime) -> str:
    """Dates of a calendar that stands still."""
    return write(form, when or TODAY)


class StillClock(ManualClock):
    """Frames take no time."""

    def pass_frame(self, frame_ms: float) -> None: ...


class Studio(Driver):
    """`take` is all that tests need; the rest is for scenes. `home` is where saves and settings would lie."""

    def __init__(self, home: Path, games: Games | None = None) -> None:
        self.home, self.games = home, games or Games()
        super().__init__(
            App(Texts(strict=True), size=(WIDE, HIGH), clock=StillClock(), chosen=Settings(language="en", scale=1.0))
        )
        self.director = Director(self.app, keep_journal=False)
        self.settings = self.app.settings
        self._turn = 0

    # --- pictures --------------------------------------------------------------------------------------

    def take(self, pose: Callable[[Studio], None], language: str, scale: float) -> Print:
        """Pose a scene and take its print; the whole picture stays on the window's surface."""
        self.aim(language, scale)
        self.settings.reduced_motion, self.settings.hints, self.settings.seen_hints = True, False, []
        self.app.clock = StillClock()
        os.environ[storage.FOLDER_VARIABLE] = "nothing"
        self.director.match = None
        pose(self)
        self.settle()
        self._mind_games()
        self.app.draw()
        return print_of(self.app.canvas.surface)

    def _mind_games(self) -> None:
        """A scene only looks: who plays on changes the pictures that others take of the same game."""
        match, turn = self.director.match, self._turn
        assert match is None or match.session.turn == turn, "the scene played a turn"

    def aim(self, language: str, scale: float) -> None:
        """The words and the size of what is taken from here on."""
        self.settings.scale = scale
        if self.settings.language != language:
            self.settings.language = language
            self.app.texts.speak(language)
        size = (round(WIDE * scale), round(HIGH * scale))
        if pygame.display.get_window_size() != size:
            self.app.resize(size)
        pygame.event.clear()

    def settle(self) -> None:
        """Let all work in the background end."""
        assert self.app.run_until(lambda: not self.app.background.busy, 30_000)
        self.app.pump(2)

    # --- what scenes are made of -----------------------------------------------------------------------

    def match(self, session: Session) -> Match:
        match = Match(session, self.app.texts)
        self.director.match, self._turn = match, session.turn
        return match

    def race(self, session: Session, *, running: bool = False) -> RaceScreen:
        """The board of a game, with nothing over it."""
        match = self.match(session)
        screen = RaceScreen(match, lambda: None, lambda _: None, running=running)
        screen.director = self.director
        self.app.reset(screen)
        self.app.pump(2)
        return screen

    def debrief(self, session: Session, page: str) -> Debrief:
        screen = Debrief(self.match(session), lambda: None, lambda: None)
        screen.director = self.director
        self.app.reset(screen)
        screen.tabs.choose(page)
        self.settle()
        return screen

    def point_at(self, ident: str) -> None:
        """Let the mouse rest on a widget until it explains itself."""
        self.hover(ident)
        self.wait(1000)
        self.settle()

    def first(self, of: Widget, ending: str) -> str:
        """The id of the first widget below another that ends so."""
        return next(widget.id for widget in of.walk() if widget.id.endswith(ending) and widget.is_live())


@contextmanager
def open_studio(home: Path, games: Games | None = None) -> Iterator[Studio]:
    """A studio in a folder of its own, with the time zone and the place of files always the same."""
    before, here = dict(os.environ), Path.cwd()
    os.environ.update({"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "TZ": "UTC"})
    time.tzset()
    home.mkdir(parents=True, exist_ok=True)
    os.chdir(home)
    try:
        with patch("time.strftime", _write_date):
            yield Studio(home, games)
    finally:
        pygame.display.quit()
        os.chdir(here)
        os.environ.clear()
        os.environ.update(before)
        time.tzset()
