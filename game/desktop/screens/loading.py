"""A moment of patience while a race is set up."""

from __future__ import annotations

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas
from game.desktop.screen import Screen


class LoadingScreen(Screen):
    passing = True

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def paint(self, canvas: Canvas) -> None:
        area = pygame.Rect(440, 300, 400, 110)
        canvas.panel(area, theme.PANEL, theme.LINE, 10)
        canvas.icon("hourglass", (640, 336), 24, theme.ACCENT)
        canvas.text(self.words, (640, 376), size=theme.LARGE, colour=theme.SOFT, align="center", width=360)
