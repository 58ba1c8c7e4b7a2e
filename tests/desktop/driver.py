"""Plays a screen as a person would: posts mouse, key and text events, then lets the window take them."""

from __future__ import annotations

import pygame

from game.desktop.app import App
from game.desktop.clock import ManualClock
from game.desktop.screen import Screen


class Driver:
    """Widgets are named by their ids; a place inside one by shares of its width and height."""

    def __init__(self, app: App) -> None:
        self.app = app

    @property
    def screen(self) -> Screen:
        assert self.app.top is not None
        return self.app.top

    def at(self, ident: str, across: float = 0.5, down: float = 0.5) -> tuple[float, float]:
        rect = self.screen.find(ident).stage_rect()
        return rect.x + rect.w * across, rect.y + rect.h * down

    # --- mouse -----------------------------------------------------------------------------------------

    def _post(self, kind: int, **facts: object) -> None:
        pygame.event.post(pygame.Event(kind, **facts))

    def move(self, point: tuple[float, float]) -> None:
        self._post(pygame.MOUSEMOTION, pos=self.app.to_pixel(point), rel=(0, 0), buttons=(0, 0, 0))
        self.app.pump()

    def down(self, point: tuple[float, float], clicks: int = 1) -> None:
        self._post(pygame.MOUSEBUTTONDOWN, pos=self.app.to_pixel(point), button=1, clicks=clicks)
        self.app.pump()

    def up(self, point: tuple[float, float]) -> None:
        self._post(pygame.MOUSEBUTTONUP, pos=self.app.to_pixel(point), button=1)
        self.app.pump()

    def click_at(self, point: tuple[float, float], clicks: int = 1) -> None:
        self.move(point)
        self.down(point, clicks)
        self.up(point)

    def click(self, ident: str, across: float = 0.5, down: float = 0.5, clicks: int = 1) -> None:
        self.click_at(self.at(ident, across, down), clicks)

    def drag(self, start: tuple[float, float], end: tuple[float, float], steps: int = 4) -> None:
        self.move(start)
        self.down(start)
        for step in range(1, steps + 1):
            share = step / steps
            point = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            self.move(point)
        self.up(end)

    def hover(self, ident: str, across: float = 0.5, down: float = 0.5) -> None:
        self.move(self.at(ident, across, down))

    def wheel(self, steps: float) -> None:
        self._post(pygame.MOUSEWHEEL, x=0, y=int(steps), precise_y=steps, flipped=False)
        self.app.pump()

    # --- keyboard --------------------------------------------------------------------------------------

    def key(self, *keys: int, mods: int = 0) -> None:
        for key in keys:
            self._post(pygame.KEYDOWN, key=key, mod=mods, unicode="", scancode=0)
            self._post(pygame.KEYUP, key=key, mod=mods, unicode="", scancode=0)
            self.app.pump()

    def type(self, text: str) -> None:
        for sign in text:
            self._post(pygame.TEXTINPUT, text=sign)
        self.app.pump()

    def tab_to(self, ident: str) -> None:
        """Press Tab until the widget has the focus."""
        for _ in range(200):
            if self.screen.focused is not None and self.screen.focused.id == ident:
                return
            self.key(pygame.K_TAB)
        raise AssertionError(f"Tab never reached {ident!r}")

    def wait(self, ms: float) -> None:
        assert isinstance(self.app.clock, ManualClock)
        self.app.clock.advance(ms)
        self.app.pump()

    @property
    def focus(self) -> str:
        return self.screen.focused.id if self.screen.focused is not None else ""
