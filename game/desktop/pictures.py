"""Pictures of the screens for the documentation: `python -m game.desktop.pictures FOLDER [SCALE] [all]`.

The same seed gives the same pictures; nothing of this computer's saves is shown or written.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from game.desktop import storage
from game.desktop.app import App
from game.desktop.clock import ManualClock
from game.desktop.match import Match
from game.desktop.play import Director
from game.desktop.screens.menu import MenuScreen
from game.desktop.screens.new_game import NewGameScreen
from game.desktop.screens.race import RaceScreen
from game.desktop.setup import FULL_RACE, Setup
from game.desktop.usmap import UsMap

SEED = 11


class Photographer:
    """Plays the advisor's plans turn after turn and saves what the window shows."""

    def __init__(self, folder: Path, scale: float, all_of_them: bool) -> None:
        self.folder, self.all = folder, all_of_them
        self.app = App(size=(round(1280 * scale), round(720 * scale)), clock=ManualClock())
        self.app.settings.hints = False
        self.app.settings.reduced_motion = True
        self.director = Director(self.app, keep_journal=False)

    def take(self, name: str, *, extra: bool = False) -> None:
        """Save a picture; one that is extra only when all are asked for."""
        self.app.pump(2)
        if extra and not self.all:
            return
        self.app.screenshot(self.folder / f"{name}.png")

    def settle(self) -> None:
        """Let all work in the background end."""
        self.app.run_until(lambda: not self.app.background.busy, 4000)
        self.app.pump(2)

    def open_race(self, firm: str) -> RaceScreen:
        self.director.start(Setup(FULL_RACE, (firm,), None, SEED))
        self.settle()
        race = self.app.top
        assert isinstance(race, RaceScreen)
        if race.covered:
            self.take("briefing", extra=True)
            race.uncover()
        return race

    def play_turns(self, race: RaceScreen, turns: int) -> None:
        for _ in range(turns):
            race.end_turn()
            self.settle()
            if self.app.top is race and race.covered:
                race.uncover()

    @property
    def match(self) -> Match:
        assert self.director.match is not None
        return self.director.match


def main(folder: str, scale: str = "1", which: str = "") -> None:
    """Menu, the first turn, a form, a later turn, its report, and the debrief."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as nowhere:
        os.environ[storage.FOLDER_VARIABLE] = nowhere
        _take_all(Photographer(target, float(scale), which == "all"))


def _take_all(photos: Photographer) -> None:
    photos.director.menu()
    photos.settle()
    assert isinstance(photos.app.top, MenuScreen)
    photos.take("menu", extra=True)
    photos.director.levels()
    photos.settle()
    photos.take("levels", extra=True)
    photos.director.new_game()
    photos.settle()
    assert isinstance(photos.app.top, NewGameScreen)
    photos.app.top.choose(["xai"])
    photos.take("new_game")
    race = photos.open_race("xai")
    photos.take("race_start")
    race.desk.open_desk("power")
    photos.take("desk_power", extra=True)
    option = next(option for option in photos.match.options("power") if option.kind == "bring_turbines")
    race.desk.open_form(option)
    photos.take("race_power")
    race.desk.close_form()
    photos.play_turns(race, 9)
    photos.take("race")
    map_ = race.find("map", UsMap)
    map_.select(next(iter(photos.match.view.sites)))
    race.turning.report()
    photos.take("report")
    race.uncover()
    photos.play_turns(race, 20)
    photos.take("debrief")


if __name__ == "__main__":
    main(*sys.argv[1:])
