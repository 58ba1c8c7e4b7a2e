"""The title: go on, a new game, levels, saves, watching, replays; behind it a race that plays itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import storage, theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.screen import Screen
from game.desktop.screens.levels import short_title
from game.desktop.screens.living_map import LivingMap
from game.desktop.setup import LEVELS_OWN, Setup
from levels.summaries import LevelSummary, summaries

if TYPE_CHECKING:
    from game.desktop.play import Director
    from game.desktop.widget import Act

BUTTON, GAP, TOP = 42, 8, 168
LEFT, WIDE = 56, 300


class MenuScreen(Screen):
    """`rivals` and `seed` are what the command line asked for; they go on to a new game."""

    def __init__(self, director: Director, rivals: str | None = None, seed: int | None = None) -> None:
        super().__init__()
        self.director, self.wanted_rivals, self.wanted_seed = director, rivals or LEVELS_OWN, seed
        self.latest: storage.SavedGame | None = None

    def build(self) -> None:
        assert self.app is not None
        say = self.app.texts.say
        saves = storage.saves()
        self.latest = storage.unfinished(saves)
        self.newcomer = not any(save.over for save in saves)
        self.map = LivingMap("menu.map", (424, 56, 832, 640))
        self.add(self.map)
        y = TOP
        for ident, label, icon, act in self._entries():
            first = y == TOP
            high = BUTTON + 14 if first else BUTTON
            button = Button(f"menu.{ident}", (LEFT, y, WIDE, high), label, act, icon=icon)
            button.align = "left"
            button.kind = "primary" if first else "secondary"
            self.add(button)
            y += high + GAP + (26 if first else 0)
        self.first = self._entries()[0][0]
        self.about_first = self._about_first()
        self.bind(pygame.K_F1, self.director.almanac)
        self.bind(pygame.K_F9, self.director.quick_load)
        self.say = say

    def _entries(self) -> list[tuple[str, str, str, Act]]:
        """Key, label, icon and act of each button, from above; the first is what most people want now."""
        assert self.app is not None
        say, go = self.app.texts.say, self.director
        found: list[tuple[str, str, str, Act]] = []
        if self.latest is not None:
            found.append(("continue", say("menu-continue"), "fast-forward", self._continue))
        if self.newcomer and not self._in_first_level():
            found.append(("start", say("menu-start-here"), "graduation-cap", self._start_here))
        found += [
            ("new", say("menu-new"), "play", lambda: go.new_game()),
            ("levels", say("menu-levels"), "layers", go.levels),
            ("load", say("menu-load"), "folder-open", go.saves),
            ("watch", say("menu-watch"), "eye", lambda: go.new_game(people=0)),
            ("replays", say("menu-replays"), "rotate-ccw", lambda: go.saves(replays=True)),
            ("almanac", say("menu-almanac"), "book-open", go.almanac),
            ("settings", say("menu-settings"), "settings", go.settings),
            ("quit", say("menu-quit"), "log-out", self.escape),
        ]
        return found

    def _about_first(self) -> str:
        """What the first button leads to."""
        assert self.app is not None
        say = self.app.texts.say
        if self.latest is not None:
            title = self.latest.name or short_title(self.app.texts, self.latest.title)
            return say("menu-continue-what", title=title, turn=self.latest.turn, turns=self.latest.turns)
        if self.newcomer:
            level = self.first_level()
            if level is None:
                return ""
            return say("menu-start-what", title=self.app.texts.name(level.title), minutes=level.minutes)
        return say("menu-new-what")

    def _in_first_level(self) -> bool:
        """Whether the game to go on with is the first lesson."""
        level = self.first_level()
        return self.latest is not None and level is not None and self.latest.level == level.name

    def first_level(self) -> LevelSummary | None:
        """The lesson to begin with."""
        return next(summaries(), None)

    def shown(self) -> None:
        assert self.app is not None
        self.map.begin(self.app, moves=not self.app.settings.reduced_motion)
        self.focus(self.find(f"menu.{self.first}"))

    def hidden(self) -> None:
        self.map.end()

    # --- what the buttons do ---------------------------------------------------------------------------

    def _start_here(self) -> None:
        level = self.first_level()
        if level is not None:
            self.director.start(Setup(level.name, (level.seats[0],), None, self.wanted_seed or 1))

    def _continue(self) -> None:
        if self.latest is not None:
            self.director.load(self.latest.path)

    def escape(self) -> None:
        assert self.app is not None
        self.app.quit()

    # --- drawing ---------------------------------------------------------------------------------------

    def paint(self, canvas: Canvas) -> None:
        say = self.say
        canvas.icon("cpu", (LEFT + 22, 76), 44, theme.ACCENT)
        canvas.text(say("title"), (LEFT + 56, 66), size=32, weight=theme.BOLD)
        canvas.text(say("menu-tagline"), (LEFT + 58, 100), size=13, colour=theme.SOFT, width=330)
        y = TOP + BUTTON + 14 + 14
        canvas.text(self.about_first, (LEFT + 2, y), size=12.5, colour=theme.SOFT, width=WIDE)
