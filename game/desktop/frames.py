"""Still parts: panels with a heading, labels, icons with a figure, progress bars, text that wraps."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas
from game.desktop.theme import Colour
from game.desktop.widget import Box, Spot, Widget

GAP = 8
"""Least space after a figure of a row."""
HEAD_HEIGHT = 36


class Panel(Widget):
    """A framed area with an optional heading and icon; its `body` is the room below the heading."""

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        title: str = "",
        *,
        icon: str = "",
        note: str = "",
        fill: Colour | None = None,
        border: Colour | None = None,
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.title, self.icon, self.note = title, icon, note
        self.fill, self.border = fill, border

    def place(self, rect: Box) -> None:
        """Stand somewhere else, with another size; what is inside is laid out anew."""
        self.rect = pygame.Rect(rect)
        self.lay()

    def lay(self) -> None:
        """Override: give everything inside its place in `rect`."""

    @property
    def body(self) -> tuple[int, int, int, int]:
        head = HEAD_HEIGHT if self.title else 10
        return self.rect.x + 10, self.rect.y + head, self.rect.w - 20, self.rect.h - head - 8

    def draw(self, canvas: Canvas) -> None:
        canvas.panel(self.rect, self.fill or theme.PANEL, self.border or theme.LINE, 8)
        if not self.title:
            return
        x, y = self.rect.x + 12, self.rect.y + 19
        if self.icon:
            canvas.icon(self.icon, (x + 8, y), 16, theme.MUTED)
            x += 24
        used = canvas.text(self.title, (x, y), size=theme.NORMAL, weight=theme.SEMIBOLD)
        if self.note:
            room = self.rect.right - 12 - x - used - 12
            canvas.text(
                self.note,
                (self.rect.right - 12, y),
                size=theme.SMALL,
                colour=theme.MUTED,
                align="right",
                width=room,
            )


class Label(Widget):
    """Text in a rectangle: one line, cut if too long, or with `wrap` as many as it needs."""

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        text: str = "",
        *,
        size: float = theme.NORMAL,
        weight: str = theme.REGULAR,
        colour: Colour | None = None,
        align: str = "left",
        wrap: bool = False,
        icon: str = "",
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.text, self.size, self.weight, self.colour = text, size, weight, colour
        self.align, self.wrap, self.icon = align, wrap, icon

    def draw(self, canvas: Canvas) -> None:
        area = self.rect.copy()
        if self.icon:
            canvas.icon(
                self.icon,
                (area.x + 8, area.y + area.h / 2 if not self.wrap else area.y + 9),
                16,
                self.colour or theme.TEXT,
            )
            area.x, area.w = area.x + 24, area.w - 24
        size, weight, colour, align = self.size, self.weight, self.colour, self.align
        if self.wrap:
            canvas.paragraph(self.text, area, size=size, weight=weight, colour=colour, align=align)
            return
        x = {"left": area.x, "center": area.centerx, "right": area.right}[align]
        at = x, area.y + area.h / 2
        canvas.text(self.text, at, size=size, weight=weight, colour=colour, align=align, width=area.w)


class Figure(Widget):
    """A named number with an icon and its change, as in the bar at the top."""

    @property
    def focusable(self) -> bool:  # type: ignore[override]
        return bool(self.about)

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        name: str = "",
        value: str = "",
        *,
        change: str = "",
        tone: str = "good",
        icon: str = "",
        tip: str = "",
        about: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.name, self.value, self.change, self.tone, self.icon = name, value, change, tone, icon
        self.about = about

    def spots(self) -> list[Spot]:
        if not self.about:
            return []
        return [Spot(self.about, self.rect, self.value, self.name, self.icon, self.tip)]

    def draw(self, canvas: Canvas) -> None:
        x = self.rect.x
        if self.icon:
            canvas.icon(self.icon, (x + 10, self.rect.centery), 19, theme.MUTED)
            x += 28
        top, low = self.rect.centery - 9, self.rect.centery + 8
        canvas.text(self.name, (x, top), size=theme.SMALL, colour=theme.MUTED, width=self.rect.right - x)
        used = canvas.text(self.value, (x, low), size=theme.LARGE, weight=theme.SEMIBOLD)
        at = (x + used + 7, low + 0.5)
        beside_name = x + canvas.text_width(self.name, theme.SMALL) + 7
        if canvas.text_width(self.change, theme.SMALL) > self.rect.right - at[0] and beside_name < at[0]:
            at = (beside_name, top)
        room = self.rect.right - at[0]
        canvas.text(self.change, at, size=theme.SMALL, colour=theme.TONES[self.tone], width=room)

    def need(self, canvas: Canvas) -> float:
        """The width in which nothing is cut."""
        value = canvas.text_width(self.value, theme.LARGE, theme.SEMIBOLD)
        change = canvas.text_width(self.change, theme.SMALL) + 7 if self.change else 0
        return (28 if self.icon else 0) + max(canvas.text_width(self.name, theme.SMALL), value + change)


def share_room(figures: Sequence[Figure], canvas: Canvas) -> None:
    """Where the words of a figure need more than its part of a row, all share what there is by need."""
    needs = [figure.need(canvas) + GAP for figure in figures]
    if all(need <= figure.rect.w for need, figure in zip(needs, figures, strict=True)):
        return
    x = float(figures[0].rect.x)
    spare = (figures[-1].rect.right - x - sum(needs)) / len(figures)
    for need, figure in zip(needs, figures, strict=True):
        object.__setattr__(figure, "rect", pygame.Rect(round(x), figure.rect.y, round(need + spare), figure.rect.h))
        x += need + spare


class Line(Widget):
    """A name on the left and a figure on the right, as in a bill."""

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        name: str = "",
        value: str = "",
        *,
        tone: str = "text",
        strong: bool = True,
        icon: str = "",
        tip: str = "",
        about: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.name, self.value, self.tone, self.strong, self.icon = name, value, tone, strong, icon
        self.about = about

    def spots(self) -> list[Spot]:
        if not self.about:
            return []
        return [Spot(self.about, self.rect, self.value, self.name, self.icon, self.tip)]

    def draw(self, canvas: Canvas) -> None:
        x, y = self.rect.x, self.rect.y + self.rect.h / 2
        weight = theme.SEMIBOLD if self.strong else theme.REGULAR
        if self.icon:
            canvas.icon(self.icon, (x + 8, y), 15, theme.MUTED)
            x += 23
        colour = theme.TONES[self.tone]
        used = canvas.text(self.value, (self.rect.right, y), size=12.5, weight=weight, colour=colour, align="right")
        canvas.text(self.name, (x, y), size=12.5, colour=theme.SOFT, width=self.rect.right - used - 8 - x)


class Progress(Widget):
    """A bar filled by a share of one, with an optional name and figure above it."""

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        share: float = 0.0,
        *,
        name: str = "",
        value: str = "",
        colour: Colour | None = None,
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.share, self.name, self.value, self.colour = share, name, value, colour

    def draw(self, canvas: Canvas) -> None:
        bar = self.rect.copy()
        bar.h, bar.bottom = 6, self.rect.bottom - 2
        if self.name or self.value:
            y = self.rect.y + 8
            used = canvas.text(self.value, (bar.right, y), size=12.5, weight=theme.SEMIBOLD, align="right")
            canvas.text(self.name, (bar.x, y), size=12.5, colour=theme.SOFT, width=bar.w - used - 8)
        else:
            bar.centery = self.rect.centery
        draw_bar(canvas, bar, self.share, self.colour or theme.ACCENT)


def draw_bar(canvas: Canvas, bar: Box, share: float, colour: Colour, track: Colour | None = None) -> None:
    """A round-ended track filled from the left."""
    whole = pygame.Rect(bar)
    canvas.panel(whole, track or theme.TRACK, None, whole.h / 2)
    filled = pygame.FRect(whole)
    filled.w = whole.w * min(1.0, max(0.0, share))
    if filled.w >= whole.h:
        canvas.panel(filled, colour, None, whole.h / 2)
    elif filled.w > 0:
        canvas.disc((whole.x + whole.h / 2, whole.centery), whole.h / 2, colour)
