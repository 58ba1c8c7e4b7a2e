"""A table: columns that line up, dots and icons in cells, rows to select, a head that stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas, Point
from game.desktop.scroll import Scrolling
from game.desktop.theme import Colour
from game.desktop.widget import Box, Spot, Tip

HEAD = 24


@dataclass(frozen=True, slots=True)
class Column:
    """Width in units, or -1 for a share of what is left; a `sortable` head can be clicked."""

    key: str
    title: str
    width: int = -1
    align: str = "left"
    tip: str = ""
    sortable: bool = False
    cut: bool = False
    """Whether long texts may be cut short."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with a tone of `theme.TONES` or a colour, and before it a dot or an icon."""

    text: str = ""
    tone: str = "text"
    dot: Colour | None = None
    icon: str = ""
    strong: bool = False
    about: str = ""
    """The address of the figure that it shows."""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in the order of the columns; `marked` frames the row, as for the player's own firm."""

    key: str
    cells: Sequence[Cell | str]
    marked: bool = False
    tip: str = ""


@dataclass(slots=True)
class _Span:
    column: Column
    x: float
    width: float = field(default=0)


class Table(Scrolling):
    """Up and Down move the selection, Enter or a double click opens the row."""

    click_opens = False
    """Whether one click opens a row; otherwise it takes two."""

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        columns: Sequence[Column] = (),
        rows: Sequence[Row] = (),
        *,
        selected: str = "",
        on_select: Callable[[str], None] | None = None,
        on_open: Callable[[str], None] | None = None,
        on_sort: Callable[[str], None] | None = None,
        row_height: int = 27,
        empty: str = "",
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, tip)
        self.columns, self.rows = list(columns), list(rows)
        self.selected, self.on_select, self.on_open, self.on_sort = selected, on_select, on_open, on_sort
        self.row_height, self.empty = row_height, empty
        self.pointed: int | None = None
        self.shifts: dict[str, float] = {}

    @property
    def focusable(self) -> bool:  # type: ignore[override]
        return bool(self.rows) and (self.on_select is not None or self.on_open is not None or self.travel.furthest > 0)

    @property
    def selects(self) -> bool:
        return self.on_select is not None or self.on_open is not None

    def window(self) -> pygame.Rect:
        return pygame.Rect(self.rect.x, self.rect.y + HEAD, self.rect.w, self.rect.h - HEAD)

    def measure(self) -> None:
        self.travel.measure(len(self.rows) * self.row_height, self.window().h)

    def row_rect(self, number: int) -> pygame.Rect:
        window = self.window()
        top = window.y + number * self.row_height - self.travel.offset
        bar = 10 if self.travel.furthest else 0
        return pygame.Rect(window.x, top, window.w - bar, self.row_height)

    def row_at(self, point: Point) -> int | None:
        number = int(self.content_y(point) // self.row_height)
        return number if self.window().collidepoint(point) and 0 <= number < len(self.rows) else None

    def select(self, number: int) -> None:
        """Select a row as a player would."""
        key = self.rows[number].key
        self.measure()
        self.travel.show(number * self.row_height, (number + 1) * self.row_height)
        if key != self.selected:
            self.selected = key
            if self.on_select is not None:
                self.on_select(key)

    def press(self, point: Point, clicks: int) -> bool:
        super().press(point, clicks)
        row = self.row_at(point) if self._grip is None else None
        if row is not None and self.selects:
            self.select(row)
            if (clicks == 2 or self.click_opens) and self.on_open is not None:
                self.on_open(self.rows[row].key)
        elif self.on_sort is not None and self.rect.y <= point[1] < self.rect.y + HEAD:
            for span in self._spans():
                if span.x <= point[0] < span.x + span.width and span.column.sortable:
                    self.on_sort(span.column.key)
        return True

    def point_at(self, point: Point) -> None:
        self.pointed = self.row_at(point)

    def leave(self) -> None:
        self.pointed = None

    def key(self, key: int, mods: int) -> bool:
        self.measure()
        if not self.selects:
            return self.travel.by_key(key)
        at = next((n for n, row in enumerate(self.rows) if row.key == self.selected), -1)
        page = max(1, self.window().h // self.row_height - 1)
        moves = {
            pygame.K_UP: at - 1,
            pygame.K_DOWN: at + 1,
            pygame.K_PAGEUP: at - page,
            pygame.K_PAGEDOWN: at + page,
            pygame.K_HOME: 0,
            pygame.K_END: len(self.rows) - 1,
        }
        if key in moves and self.rows:
            self.select(max(0, min(len(self.rows) - 1, moves[key])))
            return True
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER) and at >= 0 and self.on_open is not None:
            self.on_open(self.selected)
            return True
        return False

    def spots(self) -> list[Spot]:
        spans, found = self._spans(), []
        for number, row in enumerate(self.rows):
            area = self.row_rect(number)
            if not self.window().contains(area):
                continue
            for span, cell in zip(spans, row.cells, strict=False):
                if isinstance(cell, Cell) and cell.about:
                    place = pygame.Rect(round(span.x - 3), area.y, round(span.width + 6), area.h)
                    found.append(Spot(cell.about, place, cell.text))
        return found

    def tip_at(self, point: Point | None) -> Tip | None:
        if point is None:
            return super().tip_at(point)
        row = self.row_at(point)
        if row is not None and self.rows[row].tip:
            return Tip(self.rows[row].tip, self.row_rect(row))
        if point[1] < self.rect.y + HEAD:
            for span in self._spans():
                if span.x <= point[0] < span.x + span.width and span.column.tip:
                    return Tip(span.column.tip, pygame.Rect(span.x, self.rect.y, span.width, HEAD))
        return super().tip_at(point) if row is None else None

    def _spans(self) -> list[_Span]:
        bar = 10 if self.travel.furthest else 0
        room, gap = self.rect.w - 16 - bar, 8
        fixed = sum(column.width for column in self.columns if column.width >= 0)
        shares = -sum(column.width for column in self.columns if column.width < 0) or 1
        spare = max(0, room - fixed - gap * (len(self.columns) - 1))
        spans, x = [], float(self.rect.x + 8)
        for column in self.columns:
            width = column.width if column.width >= 0 else spare * -column.width / shares
            spans.append(_Span(column, x, width))
            x += width + gap
        return spans

    def draw(self, canvas: Canvas) -> None:
        self.measure()
        spans = self._spans()
        for span in spans:
            self._draw_words(canvas, span, span.column.title, self.rect.y + 11, theme.MUTED, theme.REGULAR, 11.5)
        canvas.line(
            (self.rect.x + 4, self.rect.y + HEAD - 2),
            (self.rect.right - 4, self.rect.y + HEAD - 2),
            theme.LINE,
        )
        if not self.rows and self.empty:
            canvas.text(
                self.empty,
                (self.rect.centerx, self.window().y + 26),
                colour=theme.MUTED,
                align="center",
                width=self.rect.w - 20,
            )
        with canvas.clipped(self.window()):
            for number, row in enumerate(self.rows):
                area = self.row_rect(number).move(0, round(self.shifts.get(row.key, 0.0)))
                if area.colliderect(self.window()):
                    self._draw_row(canvas, row, area, spans, number == self.pointed)
        self.travel.draw(canvas, self.window(), self.hovered)

    def _draw_row(self, canvas: Canvas, row: Row, area: pygame.Rect, spans: list[_Span], lit: bool) -> None:
        inner = area.inflate(0, -2)
        if row.key == self.selected and self.selects:
            canvas.panel(inner, theme.SELECTED, theme.LINE_STRONG, 5)
        elif row.marked:
            canvas.panel(inner, theme.RAISED, theme.LINE, 5)
        elif lit and (self.selects or row.tip):
            canvas.panel(inner, theme.RAISED, None, 5)
        for span, entry in zip(spans, row.cells, strict=False):
            cell = entry if isinstance(entry, Cell) else Cell(entry)
            self._draw_cell(canvas, span, cell, area.centery, row.marked)

    def _draw_cell(self, canvas: Canvas, span: _Span, cell: Cell, y: float, marked: bool) -> None:
        left = 0.0
        if cell.dot is not None:
            canvas.disc((span.x + 6, y), 5.6, cell.dot)
            left = 20
        if cell.icon:
            centre = span.x + left + 7 if cell.text else span.x + span.width / 2
            canvas.icon(cell.icon, (centre, y), 15, theme.TONES[cell.tone])
            left += 22
        weight = theme.SEMIBOLD if cell.strong or (marked and cell.dot is not None) else theme.REGULAR
        within = _Span(span.column, span.x + left, span.width - left)
        self._draw_words(canvas, within, cell.text, y, theme.TONES[cell.tone], weight, 12.5)

    def _draw_words(
        self, canvas: Canvas, span: _Span, text: str, y: float, colour: Colour, weight: str, size: float
    ) -> None:
        text = canvas.fit(text, span.width, size, weight) if span.column.cut else text
        x = {"left": span.x, "right": span.x + span.width, "center": span.x + span.width / 2}[span.column.align]
        canvas.text(text, (x, y), size=size, weight=weight, colour=colour, align=span.column.align, width=span.width)
