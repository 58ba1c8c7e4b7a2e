"""A firm to choose in the menu: its figures at the start, what tempts it, where it is strong and weak."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from assets.figures import Figures
from assets.text import Texts
from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.widget import Act, Box

if TYPE_CHECKING:
    from levels.schema import Level

LINES = (("temptation", "flame", "warn"), ("strength", "thumbs-up", "good"), ("weakness", "triangle-alert", "bad"))


def start_figures(figures: Figures, level: Level, key: str) -> dict[str, str]:
    """Cash, compute, rating and price of a firm as the level opens, as they are written."""
    firm = level.firms[key]
    own = sum(
        count * level.chips[chip].h100e
        for site in level.sites.values()
        if site.firm == key
        for chip, count in site.cards.items()
    )
    leased = sum(lease.h100e for lease in level.leases if lease.user == key and lease.start <= level.start)
    return {
        "cash": figures.money(firm.cash_usd),
        "h100e": figures.cards(own + leased),
        "elo": f"{firm.lab.arena_elo:,.0f}" if firm.lab else "–",
        "valuation": figures.money(firm.post_money_usd),
    }


class FirmCard(Button):
    """A whole card to press; `chosen` frames it in the firm's colour, `badge` is its player's number."""

    def __init__(self, ident: str, rect: Box, key: str, texts: Texts, on_click: Act) -> None:
        super().__init__(ident, rect, key, on_click)
        self.key_of, self.texts = key, texts
        self.name, self.colour = texts.say(f"firm-{key}") if texts.has(f"firm-{key}") else key, theme.SOFT
        self.figures: dict[str, str] = {}
        self.chosen = False
        self.has_lines = True
        self.badge = ""

    def draw(self, canvas: Canvas) -> None:
        box, lit = self.rect, self.hovered or self.chosen
        border = self.colour if self.chosen else theme.LINE_STRONG if self.hovered else theme.LINE
        fill = theme.mix(theme.PANEL, theme.SELECTED, 0.6) if self.chosen else theme.RAISED if lit else theme.PANEL
        canvas.panel(box, fill, border, 9, 2 if self.chosen else 1)
        canvas.disc((box.x + 22, box.y + 26), 7, self.colour)
        canvas.text(self.name, (box.x + 38, box.y + 25), size=theme.HEADING, weight=theme.SEMIBOLD, width=box.w - 80)
        if self.chosen:
            canvas.disc((box.right - 22, box.y + 25), 10, self.colour)
            if self.badge:
                at = (box.right - 22, box.y + 25)
                canvas.text(self.badge, at, size=12, weight=theme.BOLD, colour=theme.ON_ACCENT, align="center")
            else:
                canvas.icon("check", (box.right - 22, box.y + 25), 13, theme.ON_ACCENT)
        self._draw_figures(canvas)
        y = box.y + 149.0
        for part, icon, tone in LINES if self.has_lines else ():
            y = self._draw_line(canvas, part, icon, tone, y)

    def _draw_figures(self, canvas: Canvas) -> None:
        box, half = self.rect, (self.rect.w - 32) / 2
        canvas.line((box.x + 16, box.y + 48), (box.right - 16, box.y + 48), theme.LINE)
        for number, key in enumerate(("cash", "valuation", "h100e", "elo")):
            x, y = box.x + 16 + half * (number % 2), box.y + 62 + 40 * (number // 2)
            name = self.texts.say(f"card-{key}")
            canvas.text(name, (x, y), size=11.5, colour=theme.MUTED, width=half - 6)
            canvas.text(self.figures.get(key, "…"), (x, y + 18), size=16, weight=theme.SEMIBOLD)
        canvas.line((box.x + 16, box.y + 141), (box.right - 16, box.y + 141), theme.LINE)

    def _draw_line(self, canvas: Canvas, part: str, icon: str, tone: str, y: float) -> float:
        words = self.texts.say(f"firm-{self.key_of}-{part}")
        canvas.icon(icon, (self.rect.x + 24, y + 9), 15, theme.TONES[tone])
        area = pygame.Rect(self.rect.x + 42, round(y), self.rect.w - 56, 60)
        high = canvas.paragraph(words, area, size=12, colour=theme.SOFT, leading=15.5)
        return y + max(22, high) + 6
