"""Offers that have little in common, as cards in a grid: what each does in figures, with its buttons."""

from __future__ import annotations

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas
from game.desktop.screens.desks.comparison import Acts, Lattice, adjust_button, plan_button
from game.desktop.screens.desks.offers import Group, Offer
from game.desktop.widget import Box, Tip, Widget

LEAST, GAP, LINE, SMALL, HEAD_SIZE = 270, 8, 16, 11, 12.5
FOOT = 36


class CardGrid(Lattice):
    """A `Group` on the screen; rows of cards are as high as their tallest."""

    def __init__(self, rect: Box, group: Group, acts: Acts, canvas: Canvas) -> None:
        super().__init__(f"cards.{group.key}", rect)
        self.group, self.acts, self._canvas = group, acts, canvas
        self.takes_mouse = True
        self.top = self.rect.y + (26 if group.title else 0)
        self.note_lines = canvas.wrap(group.note, self.rect.w - 8, SMALL) if group.note else []
        self.top += 15 * len(self.note_lines) + (4 if self.note_lines else 0)
        across = max(1, (self.rect.w + GAP) // (LEAST + GAP))
        self.wide = (self.rect.w + GAP) // across - GAP
        self.areas: list[pygame.Rect] = []
        y, offers = self.top, list(group.offers)
        while offers:
            row, offers = offers[:across], offers[across:]
            high = max(self._height(offer) for offer in row)
            buttons: list[Widget | None] = []
            for number, offer in enumerate(row):
                area = pygame.Rect(self.rect.x + number * (self.wide + GAP), y, self.wide, high)
                self.areas.append(area)
                self.offered.append((offer, area))
                buttons += self._buttons(offer, area)
            self.lattice.append(buttons)
            y += high + GAP
        self.rect.h = y - self.rect.y

    def _wrap(self, text: str, size: float = SMALL, weight: str = theme.REGULAR) -> list[str]:
        return self._canvas.wrap(text, self.wide - 20 - (22 if size == HEAD_SIZE else 0), size, weight)

    def _facts(self, offer: Offer) -> list[tuple[list[str], str, str]]:
        """Each fact with its name in the lines that it needs beside its figure."""
        found = []
        for name, value, tone in offer.facts:
            room = self.wide - 28 - self._canvas.text_width(value, SMALL, theme.MEDIUM)
            if room < 60:
                found.append((self._wrap(f"{name}: {value}"), "", tone))
            else:
                found.append((self._canvas.wrap(name, room, SMALL), value, tone))
        return found

    def _height(self, offer: Offer) -> int:
        high = 12 + 17 * len(self._wrap(offer.title, HEAD_SIZE, theme.SEMIBOLD))
        high += 14 * len(self._wrap(offer.note)) + 4 if offer.note else 0
        high += sum(LINE * len(lines) for lines, _, _ in self._facts(offer))
        high += 14 * len(self._reason(offer)) + 4 if offer.reason else 0
        return high + FOOT

    def _reason(self, offer: Offer) -> list[str]:
        return self._wrap(offer.reason)

    def _buttons(self, offer: Offer, area: pygame.Rect) -> list[Widget | None]:
        if offer.option is None or offer.answer is None:
            return [None, None]
        ident, y = f"{self.id}.{offer.key}", area.bottom - 33
        found: list[Widget | None] = [None, None]
        half = (area.w - 16) // 2
        if offer.is_open:
            found[0] = plan_button(self.acts, offer, f"{ident}.plan", (area.x + 6, y, half, 27))
        if offer.option.fields:
            found[1] = adjust_button(self.acts, offer, f"{ident}.adjust", (area.x + 10 + half, y, half, 27))
        self.add(*(button for button in found if button is not None))
        return found

    def tip_at(self, point: tuple[float, float] | None) -> Tip | None:
        if point is None:
            return None
        for offer, area in zip(self.group.offers, self.areas, strict=True):
            if area.collidepoint(point):
                return Tip(offer.tip, area) if offer.tip else None
        return None

    def draw(self, canvas: Canvas) -> None:
        if self.group.title:
            canvas.text(self.group.title, (self.rect.x + 2, self.rect.y + 12), size=13.5, weight=theme.SEMIBOLD)
        y = self.rect.y + (26 if self.group.title else 0)
        for number, line in enumerate(self.note_lines):
            canvas.text(line, (self.rect.x + 2, y + 15 * number + 6), size=SMALL, colour=theme.MUTED)
        for offer, area in zip(self.group.offers, self.areas, strict=True):
            self._draw_card(canvas, offer, area)

    def _draw_card(self, canvas: Canvas, offer: Offer, area: pygame.Rect) -> None:
        planned = offer.is_planned
        fill = theme.mix(theme.PANEL, theme.RAISED, 0.25 if offer.reason else 0.8)
        canvas.panel(area, fill, theme.ACCENT if planned else theme.LINE, 6, 1.5 if planned else 1)
        x, y = area.x + 10, area.y + 15.0
        canvas.icon(offer.icon, (x + 7, y), 15, theme.OFF if offer.reason else theme.ACCENT)
        for line in self._wrap(offer.title, HEAD_SIZE, theme.SEMIBOLD):
            canvas.text(line, (x + 20, y), size=HEAD_SIZE, weight=theme.SEMIBOLD)
            y += 17
        if offer.note:
            for line in self._wrap(offer.note):
                canvas.text(line, (x, y), size=SMALL, colour=theme.MUTED)
                y += 14
            y += 4
        for lines, value, tone in self._facts(offer):
            ink = theme.TONES[tone]
            canvas.text(
                value, (area.right - 10, y), size=SMALL, weight=theme.MEDIUM, colour=ink, align="right"
            )  # fmt: skip
            for line in lines:
                canvas.text(line, (x, y), size=SMALL, colour=theme.SOFT)
                y += LINE
        if offer.reason:
            y += 2
            for line in self._reason(offer):
                canvas.text(line, (x, y), size=SMALL, colour=theme.WARN)
                y += 14
