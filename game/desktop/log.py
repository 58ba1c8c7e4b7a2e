"""A list of news: icon, text that wraps, a tag at the right; entries that can be opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas, Point
from game.desktop.scroll import Scrolling
from game.desktop.widget import Box, Tip
from game.telling.entry import Entry as Entry

BAR = (44, 4)
STEP = 17
GAP = 9


@dataclass(frozen=True, slots=True)
class _Block:
    entry: Entry
    top: int
    height: int
    lines: tuple[str, ...]
    details: tuple[str, ...]


class Log(Scrolling):
    """Scrolls by wheel, bar and keys; with `on_open` entries are chosen by arrows or mouse and opened."""

    tip_follows_keys = True

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        entries: Sequence[Entry] = (),
        *,
        on_open: Callable[[str], None] | None = None,
        empty: str = "",
        tip: str = "",
        detail_lines: int = 9,
    ) -> None:
        super().__init__(ident, rect, tip)
        self.entries, self.on_open, self.empty = list(entries), on_open, empty
        self.detail_lines = detail_lines
        """Lines that the detail of an entry may take, if it can be said more briefly."""
        self.at = -1
        self.pointed: int | None = None
        self._blocks: list[_Block] = []
        self._laid_for: object = None

    @property
    def focusable(self) -> bool:  # type: ignore[override]
        return bool(self.entries) and (self.on_open is not None or self.travel.furthest > 0)

    def entry_at(self, point: Point) -> int | None:
        y = self.content_y(point)
        hits = (n for n, block in enumerate(self._blocks) if block.top <= y < block.top + block.height)
        return next(hits, None) if self.rect.collidepoint(point) else None

    def entry_rect(self, number: int) -> pygame.Rect:
        block = self._blocks[number]
        return pygame.Rect(self.rect.x, self.rect.y + block.top - self.travel.offset, self.rect.w - 8, block.height)

    def open(self, number: int) -> None:
        self.at = number
        if self.on_open is not None:
            self.on_open(self.entries[number].key)

    def release(self, point: Point) -> None:
        if self.dragged_bar():
            return
        number = self.entry_at(point)
        if number is not None and self.on_open is not None:
            self.open(number)

    def point_at(self, point: Point) -> None:
        self.pointed = self.entry_at(point)

    def leave(self) -> None:
        self.pointed = None

    def focus_changed(self) -> None:
        if self.focused and self.on_open is not None and self.at < 0 and self.ringed:
            self.at = 0

    def key(self, key: int, mods: int) -> bool:
        if self.on_open is None:
            return self.travel.by_key(key)
        last = len(self.entries) - 1
        moves = {
            pygame.K_UP: self.at - 1,
            pygame.K_DOWN: self.at + 1,
            pygame.K_PAGEUP: self.at - 6,
            pygame.K_PAGEDOWN: self.at + 6,
            pygame.K_HOME: 0,
            pygame.K_END: last,
        }
        if key in moves and self.entries:
            self.at = max(0, min(last, moves[key]))
            if self.at < len(self._blocks):
                block = self._blocks[self.at]
                self.travel.show(block.top, block.top + block.height)
            return True
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE) and 0 <= self.at <= last:
            self.open(self.at)
            return True
        return False

    def tip_at(self, point: Point | None) -> Tip | None:
        number = self.at if point is None else self.entry_at(point)
        if number is not None and 0 <= number < len(self._blocks) and self.entries[number].tip:
            return Tip(self.entries[number].tip, self.entry_rect(number))
        return super().tip_at(point) if point is None else None

    def _lay_out(self, canvas: Canvas) -> None:
        wanted = (tuple(self.entries), self.rect.w, self.detail_lines, canvas.k)
        if wanted != self._laid_for:
            blocks, top = [], 2
            for entry in self.entries:
                tag = canvas.text_width(entry.tag, theme.SMALL) + 12 if entry.tag else 0
                tag = max(tag, BAR[0] + 12) if entry.bar >= 0.0 else tag
                room = self.rect.w - 28 - 12 - tag
                lines = tuple(canvas.wrap(entry.text, room, 12.5, self._weight(entry)))
                details = self._details(canvas, entry, tag if entry.bar >= 0.0 else 0)
                height = STEP * len(lines) + 16 * len(details) + GAP
                blocks.append(_Block(entry, top, height, lines, details))
                top += height
            object.__setattr__(self, "_blocks", blocks)
            object.__setattr__(self, "_laid_for", wanted)
        low = self._blocks[-1].top + self._blocks[-1].height if self._blocks else 0
        self.travel.measure(low, self.rect.h)

    def _details(self, canvas: Canvas, entry: Entry, beside: float) -> tuple[str, ...]:
        """The detail in the fullest way that keeps to its lines."""
        lines: list[str] = []
        for said in (entry.detail, *entry.briefer) if entry.detail else ():
            lines = canvas.wrap(said, self.rect.w - 40 - beside, 11.5)
            if len(lines) <= self.detail_lines:
                break
        return tuple(lines)

    def _weight(self, entry: Entry) -> str:
        return theme.SEMIBOLD if entry.strong else theme.REGULAR

    def draw(self, canvas: Canvas) -> None:
        self._lay_out(canvas)
        if not self.entries and self.empty:
            canvas.paragraph(self.empty, self.rect.inflate(-20, -20), colour=theme.MUTED, align="center")
        with canvas.clipped(self.rect):
            for number, block in enumerate(self._blocks):
                area = self.entry_rect(number)
                if area.colliderect(self.rect):
                    self._draw_block(canvas, block, area, number)
        self.travel.draw(canvas, self.rect, self.hovered)

    def _draw_block(self, canvas: Canvas, block: _Block, area: pygame.Rect, number: int) -> None:
        if self.on_open is not None and self.focused and number == self.at:
            canvas.panel(area, theme.SELECTED, None, 5)
        elif number == self.pointed and (self.on_open is not None or block.entry.tip):
            canvas.panel(area, theme.RAISED, None, 5)
        entry, y = block.entry, area.y + GAP / 2 + STEP / 2
        canvas.icon(entry.icon, (area.x + 13, y), 15, theme.TONES[entry.tone])
        weight = self._weight(entry)
        ink = theme.SOFT if entry.faint else theme.TEXT
        for place, line in enumerate(block.lines):
            canvas.text(line, (area.x + 28, y + place * STEP), size=12.5, weight=weight, colour=ink)
        if entry.tag:
            canvas.text(entry.tag, (area.right - 6, y), size=theme.SMALL, colour=theme.MUTED, align="right")
        if entry.bar >= 0.0:
            track = pygame.Rect(area.right - 6 - BAR[0], round(y) + 10, *BAR)
            canvas.panel(track, theme.TRACK, None, 2)
            track.w = round(track.w * min(1.0, entry.bar))
            if track.w:
                canvas.panel(track, theme.MUTED if entry.faint else theme.TONES[entry.tone], None, 2)
        y += STEP * len(block.lines)
        for place, line in enumerate(block.details):
            canvas.text(line, (area.x + 28, y + place * 16 - 1), size=11.5, colour=theme.MUTED)
