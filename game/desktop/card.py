"""The card of a figure: what it is, how it has changed, and the parts that make it.

Whoever knows the figures of a game hands over `Sheet`s (see `Explainer`); nothing here knows where they come from.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import Protocol

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas
from game.desktop.notices import place_beside
from game.desktop.widget import Spot

WIDTH = 348
PAD = 12
STEP = 17
MOST_ROWS = 7
SIZE = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One part of a figure. `amount` is what it adds as it is written, `exact` the number itself.

    `note` is the input behind it (a factor, a number of entries), `about` opens it further, `source` is the fact or
    assumption that it stands on. A `marked` part is the one that binds.
    """

    name: str
    amount: str = ""
    exact: int | float = 0
    note: str = ""
    about: str = ""
    source: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A line below the table: a source, or what is expected."""

    icon: str
    text: str
    tone: str = "muted"


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is to be said about a figure. `whole` is the number that the rows sum to, None where there is none."""

    about: str
    name: str
    value: str
    icon: str = "info"
    change: str = ""
    tone: str = "muted"
    sentence: str = ""
    rows: tuple[Row, ...] = ()
    whole: int | float | None = None
    foot: tuple[str, str] = ("", "")
    """Name and figure of the last line."""
    notes: tuple[Note, ...] = ()
    hint: str = ""
    entry: str = ""
    """The entry of the almanac that tells the mechanic."""
    changes: tuple[Row, ...] = ()
    """What has made it change since the last turn, part by part."""
    changed: tuple[str, str] = ("", "")
    unit: str = ""
    adds: bool = True
    """Whether the rows are amounts that sum; of several legs only the one that binds counts."""

    @property
    def total(self) -> int | float:
        return added(self.rows)


class Explainer(Protocol):
    """Knows the figures of what a screen shows."""

    def sheet(self, spot: Spot) -> Sheet:
        """What can be said at once; if more comes later, `Screen.card_known` is called."""
        ...

    def open(self, spot: Spot) -> None:
        """Open the figure to be looked into."""
        ...


def added(rows: tuple[Row, ...]) -> int | float:
    """The exact amounts together."""
    amounts = [row.exact for row in rows]
    return sum(amounts) if all(isinstance(each, int) for each in amounts) else fsum(amounts)


def draw_card(canvas: Canvas, sheet: Sheet, about: pygame.Rect, stage: pygame.Rect) -> None:
    """The card below the figure that it is about, or above or beside it where there is more room."""
    box = pygame.Rect(0, 0, WIDTH, round(_height(canvas, sheet)))
    place_beside(box, about, stage)
    canvas.shadow(box, 14)
    canvas.panel(box, theme.RAISED, theme.LINE_STRONG, 8)
    y = draw_head(canvas, sheet, box.inflate(-2 * PAD, -2 * PAD))
    left, right = box.x + PAD, box.right - PAD
    if sheet.sentence:
        y += canvas.paragraph(sheet.sentence, pygame.Rect(left, y, WIDTH - 2 * PAD, 0), size=SIZE, colour=theme.SOFT)
        y += 6
    if sheet.rows:
        y = _rule(canvas, box, y)
        for row in sheet.rows:
            draw_row(canvas, row, pygame.Rect(left, y, right - left, STEP))
            y += STEP
        if sheet.foot[0]:
            y = _rule(canvas, box, y + 3)
            draw_row(canvas, Row(*sheet.foot), pygame.Rect(left, y, right - left, STEP), strong=True)
            y += STEP
        y += 4
    for note in sheet.notes:
        y = draw_note(canvas, note, left, y, WIDTH - 2 * PAD)
    if sheet.hint:
        canvas.text(sheet.hint, (right, y + 9), size=11, colour=theme.MUTED, align="right", width=WIDTH - 2 * PAD)


def _rule(canvas: Canvas, box: pygame.Rect, y: float) -> float:
    canvas.line((box.x + PAD, round(y)), (box.right - PAD, round(y)), theme.LINE_STRONG)
    return y + 5


def _height(canvas: Canvas, sheet: Sheet) -> float:
    wide = WIDTH - 2 * PAD
    high = 2 * PAD + 24.0
    if sheet.change:
        high += STEP
    if sheet.sentence:
        high += len(canvas.wrap(sheet.sentence, wide, SIZE)) * canvas.line_height(SIZE) + 6
    if sheet.rows:
        high += 5 + STEP * len(sheet.rows) + 4 + (8 + STEP if sheet.foot[0] else 0)
    high += sum(note_height(canvas, note, wide) for note in sheet.notes)
    return high + (18 if sheet.hint else 0) - 4


def draw_head(canvas: Canvas, sheet: Sheet, area: pygame.Rect) -> float:
    """Icon, name and value, and the change below; returns where the next thing may stand."""
    y = area.y + 9
    canvas.icon(sheet.icon, (area.x + 8, y), 16, theme.ACCENT)
    used = canvas.text(
        sheet.value, (area.right, y), size=theme.LARGE, weight=theme.SEMIBOLD, align="right", width=area.w * 0.62
    )
    room = area.w - 24 - used - 10
    canvas.text(sheet.name, (area.x + 24, y), size=theme.NORMAL, weight=theme.SEMIBOLD, width=room)
    y += 15
    if sheet.change:
        tone = theme.TONES[sheet.tone]
        canvas.text(sheet.change, (area.right, y + 6), size=11.5, colour=tone, align="right", width=area.w)
        y += STEP
    return y


def draw_row(canvas: Canvas, row: Row, area: pygame.Rect, *, strong: bool = False) -> None:
    """Name, what is behind it, and what it adds, the figures one below the other."""
    y = area.centery
    weight = theme.SEMIBOLD if strong or row.marked else theme.REGULAR
    ink = theme.WARN if row.marked else theme.TEXT
    used = canvas.text(row.amount, (area.right, y), size=SIZE, weight=weight, colour=ink, align="right")
    right = area.right - max(used + 8, 72 if row.note else 0)
    note_wide = canvas.text_width(row.note, 11) + 8 if row.note else 0
    if row.note and canvas.text_width(row.name, SIZE, weight) > right - note_wide - area.x:
        right = area.right - used - 8
    elif row.note:
        wide = canvas.text(row.note, (right, y), size=11, colour=theme.MUTED, align="right", width=area.w * 0.34)
        right -= wide + 8
    x = area.x
    if row.marked:
        canvas.icon("chevron-right", (x + 5, y), 12, theme.WARN)
        x += 13
    colour = ink if row.marked else theme.TEXT if strong else theme.SOFT
    canvas.text(row.name, (x, y), size=SIZE, weight=weight, colour=colour, width=max(20, right - x))


def note_height(canvas: Canvas, note: Note, width: float) -> float:
    return len(canvas.wrap(note.text, width - 20, 11.5)) * canvas.line_height(11.5) + 4


def draw_note(canvas: Canvas, note: Note, x: float, y: float, width: float) -> float:
    """An icon and its words; returns where the next thing may stand."""
    tone = theme.TONES[note.tone]
    canvas.icon(note.icon, (x + 7, y + 8), 13, tone)
    area = pygame.Rect(round(x + 20), round(y), round(width - 20), 0)
    canvas.paragraph(note.text, area, size=11.5, colour=tone)
    return y + note_height(canvas, note, width)
