"""A person at the real window: starts games from the menu, plays turns, and reads what is drawn."""

from __future__ import annotations

import pygame

from game.desktop.app import App
from game.desktop.canvas import TextMark
from game.desktop.match import Match
from game.desktop.play import Director
from game.desktop.screens.menu import MenuScreen
from game.desktop.screens.race import RaceScreen
from game.desktop.setup import Setup
from tests.desktop.driver import Driver


class Player(Driver):
    """A driver that knows the screens of the game and waits for work in the background."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        app.settings.hints = False
        app.settings.reduced_motion = True
        self.director = Director(app)

    def settle(self) -> None:
        assert self.app.run_until(lambda: not self.app.background.busy, 20_000)
        self.app.pump()

    def open_menu(self) -> MenuScreen:
        self.director.menu()
        self.settle()
        assert isinstance(self.screen, MenuScreen)
        return self.screen

    def open_race(self, *firms: str, seed: int = 1, level: str = "september_2024") -> RaceScreen:
        self.director.start(Setup(level, firms, None, seed))
        self.settle()
        if self.has("briefing.go"):
            self.key(pygame.K_RETURN)
        return self.race

    @property
    def race(self) -> RaceScreen:
        assert isinstance(self.screen, RaceScreen), type(self.screen)
        return self.screen

    @property
    def match(self) -> Match:
        assert self.director.match is not None
        return self.director.match

    def has(self, ident: str) -> bool:
        try:
            return self.screen.find(ident).is_live()
        except KeyError:
            return False

    def end_turn(self) -> None:
        """The quick way, for what is not about the turn itself."""
        self.race.end_turn()
        self.settle()
        if self.has("report.go"):
            self.key(pygame.K_RETURN)

    def drawn(self) -> list[TextMark]:
        self.app.canvas.marks = []
        self.app.draw()
        marks, self.app.canvas.marks = list(self.app.canvas.marks), None
        return marks

    def faults(self) -> list[str]:
        """Texts that run out of the stage or into another text on the same layer, or that were cut short."""
        marks = self.drawn()
        shift = self.app.stage_shift()
        stage = pygame.FRect(self.screen.stage).move(shift[0], shift[1]).inflate(1, 1)
        found = [f"cut: {mark.text}" for mark in marks if mark.shortened]
        found += [
            f"outside: {mark.text}" for mark in marks if mark.clip.contains(mark.rect) and not stage.contains(mark.rect)
        ]
        if self.screen.covered:
            return found
        shown = [(mark, mark.rect.clip(mark.clip)) for mark in marks if mark.rect.clip(mark.clip).w > 1]
        for number, (one, here) in enumerate(shown):
            for other, there in shown[:number]:
                both = here.clip(there)
                if min(both.w, both.h - 4) > 1:
                    found.append(f"clash: {one.text} / {other.text}")
        return found
