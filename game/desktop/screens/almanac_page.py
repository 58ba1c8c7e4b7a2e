"""A page of the almanac as widgets: words that wrap, a formula, rows of figures, links."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Way
from game.desktop.canvas import Canvas
from game.desktop.frames import Label
from game.desktop.scroll import ScrollArea
from game.desktop.widget import Act, Box, Widget

if TYPE_CHECKING:
    from game.desktop.screens.almanac_book import Block, Page

SIZE, SMALL = 13, 11.5
STEP = 19


class Formula(Widget):
    """How something comes about, in words, set apart."""

    def __init__(self, rect: Box, lines: list[str]) -> None:
        super().__init__("", rect)
        self.lines = lines

    def draw(self, canvas: Canvas) -> None:
        canvas.panel(self.rect, theme.mix(theme.PANEL, theme.ACCENT, 0.1), None, 6)
        edge = pygame.Rect(self.rect.x, self.rect.y + 2, 3, self.rect.h - 4)
        canvas.box(edge, theme.ACCENT)
        for number, line in enumerate(self.lines):
            y = self.rect.y + 8 + STEP * (number + 0.5)
            canvas.text(line, (self.rect.x + 14, y), size=SIZE, weight=theme.MEDIUM)


class PageRow(Way):
    """Name, figure, and small below what it stands on; with `go` a link."""

    def __init__(self, ident: str, rect: Box, block: Block, lines: list[str], go: Act | None) -> None:
        super().__init__(ident, rect, go)
        self.block, self.lines = block, lines

    def draw(self, canvas: Canvas) -> None:
        block, lit = self.block, self.lit
        if lit:
            canvas.panel(self.rect, theme.HOVER, None, 5)
        y, x, right = self.rect.y + 12, self.rect.x + 8, self.rect.right - 8
        if block.icon:
            canvas.icon(block.icon, (x + 7, y), 14, theme.ACCENT if self.go else theme.MUTED)
            x += 24
        self.draw_way(canvas, (right - 5, y))
        right -= 18
        used = canvas.text(
            block.value, (right, y), size=12.5, weight=theme.SEMIBOLD, align="right", width=self.rect.w * 0.5
        )
        ink = theme.ACCENT if block.kind == "link" and not lit else theme.TEXT
        weight = theme.MEDIUM if block.kind in ("order", "key") else theme.REGULAR
        canvas.text(block.text, (x, y), size=12.5, colour=ink, weight=weight, width=max(30, right - used - 12 - x))
        for number, line in enumerate(self.lines):
            canvas.text(line, (x, y + 9 + 16 * (number + 0.5)), size=SMALL, colour=theme.MUTED)


def fill(
    area: ScrollArea, page: Page, canvas: Canvas, opened: Callable[[str], None], has: Callable[[str], bool]
) -> None:
    """Lay a page out in a scroll area."""
    area.clear()
    area.travel.move_to(0)
    x, wide, y = area.rect.x + 4, area.rect.w - 22, area.rect.y + 2
    for number, block in enumerate(page.blocks):
        ident = f"almanac.page.{number}"
        if block.kind == "head":
            label = Label(ident, (x, y + 10, wide, 22), block.text, size=SMALL, weight=theme.SEMIBOLD)
            label.colour = theme.MUTED
            area.add(label)
            y += 34
        elif block.kind == "formula":
            lines = canvas.wrap(block.text, wide - 28, SIZE, theme.MEDIUM)
            area.add(Formula((x, y + 4, wide, 16 + STEP * len(lines)), lines))
            y += 28 + STEP * len(lines)
        elif block.kind in ("text", "quiet"):
            lines = canvas.wrap(block.text, wide, SIZE)
            label = Label(ident, (x, y, wide, len(lines) * 20), block.text, size=SIZE, wrap=True)
            label.colour = theme.SOFT
            area.add(label)
            y += len(lines) * round(canvas.line_height(SIZE)) + 8
        else:
            lead = 32 if block.icon else 8
            lines = canvas.wrap(block.note, wide - lead - 26, SMALL) if block.note else []
            high = 24 + 16 * len(lines) + (2 if lines else 0)
            leads = block.page and has(block.page)
            area.add(PageRow(ident, (x, y, wide, high), block, lines, _opener(opened, block.page) if leads else None))
            y += high + 1


def _opener(opened: Callable[[str], None], page: str) -> Act:
    return lambda: opened(page)
