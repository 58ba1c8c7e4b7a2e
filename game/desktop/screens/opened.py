"""A figure opened: all its parts, what has changed it, its sources, and the way into each part and the almanac."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Way
from game.desktop.canvas import Canvas
from game.desktop.card import Note, Row, Sheet, draw_note, draw_row, note_height
from game.desktop.choices import Tabs
from game.desktop.dialog import Answer, Dialog
from game.desktop.frames import Label
from game.desktop.scroll import ScrollArea
from game.desktop.widget import Act, Box, Spot, Widget

if TYPE_CHECKING:
    from game.desktop.screen import Screen
    from game.desktop.screens.asking import Asking

WIDTH, MOST_HEIGHT = 560, 560
ROW, SOURCE = 24, 16


class PartRow(Way):
    """One part of a figure, which may be opened further."""

    def __init__(self, ident: str, rect: Box, row: Row, source: str, go: Act | None) -> None:
        super().__init__(ident, rect, go)
        self.row, self.source = row, source

    def draw(self, canvas: Canvas) -> None:
        if self.lit:
            canvas.panel(self.rect, theme.HOVER, None, 5)
        area = pygame.Rect(self.rect.x + 6, self.rect.y, self.rect.w - 28, ROW)
        draw_row(canvas, self.row, area)
        self.draw_way(canvas, (self.rect.right - 10, self.rect.y + ROW / 2))
        if self.source:
            y = self.rect.y + ROW + SOURCE / 2 - 3
            canvas.text(self.source, (self.rect.x + 6, y), size=11, colour=theme.MUTED, width=self.rect.w - 28)


class Foot(Widget):
    """The last line of a table, and a rule above it."""

    def __init__(self, rect: Box, words: tuple[str, str]) -> None:
        super().__init__("card.total", rect)
        self.words = words

    def draw(self, canvas: Canvas) -> None:
        canvas.line((self.rect.x + 6, self.rect.y), (self.rect.right - 22, self.rect.y), theme.LINE_STRONG)
        area = pygame.Rect(self.rect.x + 6, self.rect.y + 2, self.rect.w - 28, ROW)
        draw_row(canvas, Row(*self.words), area, strong=True)


class NoteLine(Widget):
    """A source or a forecast."""

    def __init__(self, rect: Box, note: Note) -> None:
        super().__init__("", rect)
        self.note = note

    def draw(self, canvas: Canvas) -> None:
        draw_note(canvas, self.note, self.rect.x + 4, self.rect.y, self.rect.w - 24)


class OpenedCard:
    """Opened over a screen by `Asking`; `trail` are the figures that one came through."""

    def __init__(self, asking: Asking, spot: Spot, trail: Sequence[Spot] = ()) -> None:
        self.asking, self.spot, self.trail = asking, spot, tuple(trail)
        self.page = "makes"

    def open(self, screen: Screen) -> None:
        from game.desktop.screens.asking import source_line

        assert screen.app is not None
        self.screen, self.source_line = screen, source_line
        say, canvas = self.asking.match.words.say, screen.app.canvas
        sheet = self.asking.full(self.spot)
        if not sheet.rows and sheet.notes and sheet.notes[0].icon == "hourglass":
            self.asking.when_known = lambda: self._again(screen)
        words = canvas.wrap(sheet.sentence, WIDTH - 56, 12.5) if sheet.sentence else []
        head = 22 + len(words) * 18 + (8 if words else 0) + (36 if sheet.changes else 0)
        room = max(self._height(canvas, sheet, rows, foot) for rows, foot in self._pages(sheet).values())
        high = min(MOST_HEIGHT, 52 + 62 + 8 + head + room)
        dialog = Dialog("card", sheet.name, "", self._answers(sheet), width=WIDTH, height=high, icon=sheet.icon)
        x, y, wide, _ = dialog.body
        self._head(dialog, sheet, (x, y - 4, wide))
        if words:
            area = (x, y + 20, wide, len(words) * 18)
            dialog.add(Label("card.says", area, sheet.sentence, size=12.5, colour=theme.SOFT, wrap=True))
        top = y + head - 8
        if sheet.changes:
            options = [(page, say(f"card-{page}")) for page in ("makes", "changed")]
            dialog.add(Tabs("card.tabs", (x, top - 32, 260, 26), options, self.page, self._turn))
        self.dialog, self.sheet = dialog, sheet
        self.table = ScrollArea("card.table", (x - 6, top, wide + 12, dialog.rect.bottom - 58 - top), foot=2)
        dialog.add(self.table)
        self._fill()
        dialog.children.sort(key=lambda child: child.id in [f"card.{answer.key}" for answer in dialog.answers])
        dialog.open(screen, focus=self._first(dialog))

    def _first(self, dialog: Dialog) -> Widget:
        parts = [child for child in self.table.children if child.focusable]
        return parts[0] if parts else dialog.button("close")

    def _answers(self, sheet: Sheet) -> list[Answer]:
        say = self.asking.match.words.say
        answers = []
        if self.trail:
            answers.append(Answer("back", say("card-back"), self.back, icon="chevron-left"))
        if sheet.entry and self.asking.read is not None:
            read = self.asking.read
            answers.append(Answer("almanac", say("card-almanac"), lambda: read(sheet.entry), icon="book-open"))
        return [*answers, Answer("close", say("card-close"), kind="primary")]

    def _head(self, dialog: Dialog, sheet: Sheet, place: tuple[int, int, int]) -> None:
        x, y, wide = place
        value = Label("card.value", (x, y, wide, 22), sheet.value, size=theme.HEADING, weight=theme.SEMIBOLD)
        change = Label("card.change", (x, y, wide, 22), sheet.change, size=12.5, align="right")
        change.colour = theme.TONES[sheet.tone]
        dialog.add(value, change)

    # --- the table -------------------------------------------------------------------------------------

    def _pages(self, sheet: Sheet) -> dict[str, tuple[tuple[Row, ...], tuple[str, str]]]:
        return {"makes": (sheet.rows, sheet.foot), "changed": (sheet.changes, sheet.changed)}

    def _height(self, canvas: Canvas, sheet: Sheet, rows: Sequence[Row], foot: tuple[str, str]) -> int:
        high = sum(ROW + (SOURCE if row.source else 0) for row in rows) + (ROW + 6 if foot[0] else 0)
        return round(high + sum(note_height(canvas, note, WIDTH - 80) for note in sheet.notes)) + 14

    def _turn(self, page: str) -> None:
        self.page = page
        self._fill()

    def _fill(self) -> None:
        sheet, table = self.sheet, self.table
        rows, foot = self._pages(sheet)[self.page]
        table.clear()
        table.travel.move_to(0)
        x, y, wide = table.rect.x, table.rect.y + 2, table.rect.w
        for number, row in enumerate(rows):
            high = ROW + (SOURCE if row.source else 0)
            source = self.source_line(row.source) if row.source else ""
            act = self._opener(row) if row.about else None
            table.add(PartRow(f"card.{number}", (x, y, wide, high), row, source, act))
            y += high
        if foot[0] and rows:
            table.add(Foot((x, y + 3, wide, ROW + 2), foot))
            y += ROW + 6
        y += 6
        assert self.screen.app is not None
        for note in sheet.notes if self.page == "makes" else ():
            high = round(note_height(self.screen.app.canvas, note, wide - 24))
            table.add(NoteLine((x, y, wide, high), note))
            y += high

    # --- where to --------------------------------------------------------------------------------------

    def _opener(self, row: Row) -> Act:
        def open_part() -> None:
            self.dialog.close()
            OpenedCard(self.asking, Spot(row.about, pygame.Rect(0, 0, 0, 0)), (*self.trail, self.spot)).open(
                self.screen
            )

        return open_part

    def back(self) -> None:
        OpenedCard(self.asking, self.trail[-1], self.trail[:-1]).open(self.screen)

    def _again(self, screen: Screen) -> None:
        """The past is known by now."""
        if self.dialog.shown_on() is screen:
            self.dialog.close()
            self.open(screen)


__all__ = ["OpenedCard", "PartRow"]
