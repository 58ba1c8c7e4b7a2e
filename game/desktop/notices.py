"""What floats over a screen for a while: explanations beside a widget, short notes at the foot."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas

TIP_WIDTH = 270
PAD = 10


def draw_tip(canvas: Canvas, text: str, about: pygame.Rect, stage: pygame.Rect) -> None:
    """An explanation below the rectangle it is about, or above or beside it where there is more room."""
    lines = canvas.wrap(text, TIP_WIDTH, 12.5)
    step = canvas.line_height(12.5)
    width = max(canvas.text_width(line, 12.5) for line in lines) + 2 * PAD
    box = pygame.Rect(0, 0, round(width + 1), round(step * len(lines) + 2 * PAD - 3))
    place_beside(box, about, stage)
    canvas.shadow(box, 12)
    canvas.panel(box, theme.RAISED, theme.LINE_STRONG, 6)
    for number, line in enumerate(lines):
        canvas.text(line, (box.x + PAD, box.y + PAD - 2 + step * (number + 0.5)), size=12.5)


def place_beside(box: pygame.Rect, about: pygame.Rect, stage: pygame.Rect) -> None:
    """Move a box beside what it is about, inside the stage."""
    stage = stage.inflate(-8, -8)
    box.midtop = (about.centerx, about.bottom + 8)
    if box.bottom > stage.bottom:
        box.bottom = about.top - 8
    if box.top < stage.top:
        box.midleft = (about.right + 8, about.centery)
        if box.right > stage.right:
            box.right = about.left - 8
    box.clamp_ip(stage)


@dataclass(frozen=True, slots=True)
class Notice:
    text: str
    tone: str
    icon: str
    until_ms: float


class Notices:
    """The notes on show, newest lowest."""

    def __init__(self, most: int = 3) -> None:
        self.shown: list[Notice] = []
        self._most = most

    def add(self, text: str, tone: str, icon: str, until_ms: float) -> None:
        self.shown = [*self.shown, Notice(text, tone, icon, until_ms)][-self._most :]

    def expire(self, now_ms: float) -> bool:
        """Drop those whose time is over; whether there were any."""
        kept = [notice for notice in self.shown if notice.until_ms > now_ms]
        changed = len(kept) != len(self.shown)
        self.shown = kept
        return changed

    def next_ms(self) -> float | None:
        return min((notice.until_ms for notice in self.shown), default=None)

    def draw(self, canvas: Canvas, stage: pygame.Rect) -> None:
        bottom = stage.bottom - 20
        for notice in reversed(self.shown):
            lines = canvas.wrap(notice.text, 420)
            step = canvas.line_height()
            width = max(canvas.text_width(line) for line in lines) + 62
            box = pygame.Rect(0, 0, round(width), round(step * len(lines) + 18))
            box.midbottom = (stage.centerx, bottom)
            tone = theme.TONES[notice.tone]
            canvas.shadow(box, 12)
            canvas.panel(box, theme.RAISED, theme.mix(theme.LINE_STRONG, tone, 0.35), 9)
            canvas.icon(notice.icon, (box.x + 22, box.centery), 17, tone)
            for number, line in enumerate(lines):
                canvas.text(line, (box.x + 42, box.y + 9 + step * (number + 0.5)))
            bottom = box.y - 8
