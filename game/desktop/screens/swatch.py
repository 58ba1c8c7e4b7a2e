"""A sample of the palette in use: lines of six firms, a bar, good and bad figures, words on each ground."""

from __future__ import annotations

import math

import pygame

from assets.text import Texts
from game.desktop import theme
from game.desktop.canvas import Canvas
from game.desktop.strokes import draw_point, draw_stroke
from game.desktop.widget import Box, Widget

LINES = (
    ("sky", "solid", "circle"),
    ("yellow", "solid", "square"),
    ("vermilion", "dashed", "triangle"),
    ("green", "solid", "diamond"),
    ("amber", "dashed", "circle"),
    ("blue", "dotted", "square"),
)
SAYS = (("good", "trending-up"), ("warn", "triangle-alert"), ("bad", "trending-down"), ("muted", "info"))


class Swatch(Widget):
    def __init__(self, ident: str, rect: Box, texts: Texts) -> None:
        super().__init__(ident, rect)
        self.texts = texts

    def draw(self, canvas: Canvas) -> None:
        canvas.panel(self.rect, theme.RAISED, theme.LINE, 6)
        plot = pygame.Rect(self.rect.x + 8, self.rect.y + 8, self.rect.w * 3 // 5, self.rect.h - 16)
        canvas.layer(("swatch", theme.used(), tuple(plot)), plot, lambda surface, k: _paint(surface, k, plot))
        x, y = plot.right + 18, self.rect.y + 19
        for tone, icon in SAYS:
            canvas.icon(icon, (x + 7, y), 15, theme.TONES[tone])
            words = self.texts.say(f"settings-sample-{tone}")
            room = self.rect.right - x - 34
            canvas.text(words, (x + 24, y), weight=theme.MEDIUM, colour=theme.TONES[tone], width=room)
            y += 23


def _paint(surface: pygame.Surface, k: float, plot: pygame.Rect) -> None:
    for number, (firm, style, point) in enumerate(LINES):
        colour, points = theme.firm_colour(firm), []
        for step in range(13):
            x = 8 + (plot.w - 24) * step / 12
            rise = 0.12 + 0.14 * number + 0.03 * step + 0.05 * math.sin(step * 0.9 + number)
            points.append((x * k, (plot.h - 8 - (plot.h - 16) * min(1.0, rise * 0.8)) * k))
        draw_stroke(surface, points, colour, 2 * k, style)
        draw_point(surface, points[-1], 4.5 * k, colour, point)
