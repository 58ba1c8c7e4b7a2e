"""Options side by side: as columns while they fit, else as rows; the best of each measure has a star and weight.

Arrows move between the buttons, Enter plans. What cannot be planned says why in the place of its button.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas, Point
from game.desktop.screens.desks.offers import Cell, Compare, Measure, Offer
from game.desktop.widget import Box, Spot, Tip, Widget

NAMES, LEAST_COLUMN, MOST_COLUMN = 142, 112, 190
MANY, NARROW = 7, 92
"""More measures than these go as columns even where these are narrow; rows show only the first so many."""
TITLES, BUTTONS = 160, 142
CELL, SMALL, LINE, PAD = 12, 11, 15, 8
HEAD_SIZE = 12.5
ROOM_FOR_ICON, ROOM_FOR_CHECK = 116, 104
ARROWS = {pygame.K_LEFT: (0, -1), pygame.K_RIGHT: (0, 1), pygame.K_UP: (-1, 0), pygame.K_DOWN: (1, 0)}


@dataclass(frozen=True, slots=True)
class Acts:
    """What a desk can do with an offer, and its words for it."""

    plan: Callable[[Offer], None]
    adjust: Callable[[Offer], None]
    say: Callable[[str], str]
    full: Callable[[], bool]


def plan_button(acts: Acts, offer: Offer, ident: str, rect: Box) -> Button:
    """Puts the offer into the plan, changes it there, or takes it out."""
    answer = offer.answer
    assert answer is not None
    if answer.planned:
        word, icon, kind = "wide-planned", "check", "secondary"
    elif answer.place is not None:
        word, icon, kind = "wide-change", "refresh-cw", "primary"
    elif acts.full():
        word, icon, kind = "wide-instead", "refresh-cw", "secondary"
    else:
        word, icon, kind = "wide-plan", "plus", "primary"
    tip = acts.say(f"{word}-tip")
    icon = icon if pygame.Rect(rect).w >= (ROOM_FOR_CHECK if answer.planned else ROOM_FOR_ICON) else ""
    button = Button(ident, rect, acts.say(word), lambda: acts.plan(offer), kind=kind, icon=icon, tip=tip)
    button.selected = answer.planned
    return button


def adjust_button(acts: Acts, offer: Offer, ident: str, rect: Box, *, wordy: bool = True) -> Button:
    """Opens the form, where every value can be set."""
    tip = "\n".join(part for part in (acts.say("wide-adjust-tip"), offer.reason) if part)
    label = acts.say("wide-adjust") if wordy else ""
    return Button(ident, rect, label, lambda: acts.adjust(offer), icon="settings", kind="quiet", tip=tip)


class Lattice(Widget):
    """Buttons in rows and columns, between which the arrows move. `offered` says where each offer stands."""

    def __init__(self, ident: str, rect: Box) -> None:
        super().__init__(ident, rect)
        self.lattice: list[list[Widget | None]] = []
        self.offered: list[tuple[Offer, pygame.Rect]] = []

    def spots(self) -> list[Spot]:
        """Each offer that the door would grant explains what it takes and brings."""
        return [
            Spot(f"offer:{self.id}:{offer.key}", area, name=offer.title, icon=offer.icon, sentence=offer.tip)
            for offer, area in self.offered
            if offer.answer is not None and offer.answer.quote is not None
        ]

    def key(self, key: int, mods: int) -> bool:
        screen, step = self.shown_on(), ARROWS.get(key)
        if screen is None or step is None or screen.focused is None:
            return False
        found = self._next_to(screen.focused, step)
        if found is not None:
            screen.focus(found, by_keyboard=True)
        return found is not None

    def _next_to(self, widget: Widget, step: tuple[int, int]) -> Widget | None:
        at = next(((r, c) for r, row in enumerate(self.lattice) for c, one in enumerate(row) if one is widget), None)
        if at is None:
            return None
        row, column = at[0] + step[0], at[1] + step[1]
        while 0 <= row < len(self.lattice) and 0 <= column < len(self.lattice[row]):
            found = self.lattice[row][column] or self._beside(row, column, step)
            if found is not None:
                return found
            row, column = row + step[0], column + step[1]
        return None

    def _beside(self, row: int, column: int, step: tuple[int, int]) -> Widget | None:
        """Moving across columns, the other button of a column that has only one."""
        if step[0]:
            return None
        return next((line[column] for line in self.lattice if column < len(line) and line[column] is not None), None)


class Comparison(Lattice):
    """A `Compare` on the screen; `height` is what it needs at its width."""

    def __init__(self, rect: Box, compare: Compare, acts: Acts, canvas: Canvas) -> None:
        super().__init__(f"compare.{compare.key}", rect)
        self.compare, self.acts = compare, acts
        self.measures = compare.shown()
        self.best = {measure.key: compare.best(measure) for measure in self.measures}
        count = max(1, len(compare.offers))
        room = (self.rect.w - NAMES) // count
        least = NARROW if len(self.measures) > MANY + 1 else LEAST_COLUMN
        self.as_rows = room < least if compare.as_rows is None else compare.as_rows
        if self.as_rows:
            self.measures = self.measures[: MANY + 1 if compare.as_rows else MANY]
        self.wide = min(MOST_COLUMN, room)
        self.tips: list[tuple[pygame.Rect, str]] = []
        self.takes_mouse = True
        self._canvas = canvas
        self.top = self.rect.y + (26 if compare.title else 0)
        if compare.note:
            self.note_lines = canvas.wrap(compare.note, self.rect.w - 8, SMALL)
            self.top += LINE * len(self.note_lines) + 4
        if not compare.offers:
            self.rect.h = self.top - self.rect.y + 26
        elif self.as_rows:
            self._lay_rows()
        else:
            self._lay_columns()

    # --- what both ways share ----------------------------------------------------------------------------

    def _lines(self, text: str, wide: float, size: float = CELL, weight: str = theme.SEMIBOLD) -> list[str]:
        return self._canvas.wrap(text, wide, size, weight)

    def tip_at(self, point: tuple[float, float] | None) -> Tip | None:
        if point is None:
            return None
        return next((Tip(words, area) for area, words in self.tips if words and area.collidepoint(point)), None)

    def _is_best(self, measure: Measure, offer: Offer) -> bool:
        return offer.key in self.best[measure.key]

    def _buttons(self, offer: Offer, plan_rect: Box, adjust_rect: Box, *, wordy: bool) -> list[Widget | None]:
        """The buttons of an offer: to plan it if that can be, and to adjust it if it is an order at all."""
        ident = f"{self.id}.{offer.key}"
        found: list[Widget | None] = [None, None]
        if offer.option is not None and offer.answer is not None:
            if offer.is_open:
                found[0] = plan_button(self.acts, offer, f"{ident}.plan", plan_rect)
            found[1] = adjust_button(self.acts, offer, f"{ident}.adjust", adjust_rect, wordy=wordy)
        self.add(*(button for button in found if button is not None))
        return found

    def _draw_head(self, canvas: Canvas) -> None:
        x, y = self.rect.x, self.rect.y
        if self.compare.title:
            canvas.text(self.compare.title, (x + 2, y + 12), size=13.5, weight=theme.SEMIBOLD)
            y += 26
        if self.compare.note:
            for number, line in enumerate(self.note_lines):
                canvas.text(line, (x + 2, y + LINE * number + 6), size=SMALL, colour=theme.MUTED)
        if not self.compare.offers:
            canvas.text(self.compare.empty, (x + 2, self.top + 12), size=CELL, colour=theme.MUTED)

    def _draw_cell(self, canvas: Canvas, measure: Measure, offer: Offer, area: pygame.Rect) -> None:
        """A figure in the middle of its area, with star and weight if it is the best."""
        cell = offer.cells.get(measure.key, Cell("–", tone="muted"))
        best = self._is_best(measure, offer)
        tone = theme.TONES["muted"] if offer.reason and cell.tone == "text" else theme.TONES[cell.tone]
        ink = theme.GOOD if best else tone
        weight = theme.SEMIBOLD if best else theme.REGULAR
        lines = self._lines(cell.text, area.w - 18)
        y = area.centery - LINE * (len(lines) - 1) / 2
        for number, line in enumerate(lines):
            canvas.text(line, (area.x + 16, y + LINE * number), size=CELL, weight=weight, colour=ink)
        if best:
            canvas.icon("star", (area.x + 7, y), 11, theme.GOOD)

    # --- as columns --------------------------------------------------------------------------------------

    def _lay_columns(self) -> None:
        offers = self.compare.offers
        inner = self.wide - 2 * PAD
        titles = [self._lines(offer.title, inner - 20, HEAD_SIZE) for offer in offers]
        notes = [self._lines(offer.note, inner, SMALL) if offer.note else [] for offer in offers]
        self.title_high = 17 * max(len(lines) for lines in titles) + 10
        self.head_high = self.title_high + LINE * max(len(lines) for lines in notes) + 6
        self.row_highs = []
        for measure in self.measures:
            texts = [offer.cells[measure.key].text for offer in offers if measure.key in offer.cells]
            most = max(len(self._lines(text, self.wide - 24)) for text in texts)
            most = max(most, len(self._lines(measure.name, NAMES - 12, CELL, theme.REGULAR)))
            self.row_highs.append(9 + LINE * most)
        body = self.top + self.head_high + sum(self.row_highs)
        reasons = [self._lines(offer.reason, inner, SMALL, theme.REGULAR) for offer in offers if offer.reason]
        self.foot_high = max([34, *(14 * len(lines) + 8 for lines in reasons)])
        foot = body + 6
        plans: list[Widget | None] = []
        adjusts: list[Widget | None] = []
        for number in range(len(offers)):
            x = self.rect.x + NAMES + number * self.wide
            plan_rect = (x + PAD - 2, foot + 2, inner + 4, 28)
            adjust_rect = (x + PAD - 2, foot + self.foot_high + 2, inner + 4, 24)
            plan, adjust = self._buttons(offers[number], plan_rect, adjust_rect, wordy=True)
            plans.append(plan)
            adjusts.append(adjust)
        self.lattice = [plans, adjusts]
        self.foot = foot
        has_orders = any(offer.option is not None for offer in offers)
        self.rect.h = foot + (self.foot_high + 32 if has_orders else 0) - self.rect.y
        y = self.top + self.head_high
        for measure, high in zip(self.measures, self.row_highs, strict=True):
            self.tips.append((pygame.Rect(self.rect.x, y, NAMES, high), measure.tip))
            y += high
        for number, offer in enumerate(offers):
            head = pygame.Rect(self.rect.x + NAMES + number * self.wide, self.top, self.wide, self.head_high)
            self.tips.append((head, offer.tip))
            self.offered.append((offer, pygame.Rect(head.x, head.y, head.w, foot - head.y)))

    def _draw_columns(self, canvas: Canvas) -> None:
        low = self.rect.bottom - 2
        for number, offer in enumerate(self.compare.offers):
            x = self.rect.x + NAMES + number * self.wide
            area = pygame.Rect(x + 2, self.top, self.wide - 4, low - self.top)
            self._draw_frame(canvas, offer, area)
            canvas.icon(offer.icon, (x + PAD + 7, self.top + 14), 15, theme.OFF if offer.reason else theme.ACCENT)
            for row, line in enumerate(self._lines(offer.title, self.wide - 2 * PAD - 20, HEAD_SIZE)):
                at = (x + PAD + 20, self.top + 14 + 17 * row)
                canvas.text(line, at, size=HEAD_SIZE, weight=theme.SEMIBOLD)
            for row, line in enumerate(self._lines(offer.note, self.wide - 2 * PAD, SMALL) if offer.note else []):
                at = (x + PAD, self.top + self.title_high + 5 + LINE * row)
                canvas.text(line, at, size=SMALL, colour=theme.MUTED)
        y = self.top + self.head_high
        for measure, high in zip(self.measures, self.row_highs, strict=True):
            canvas.line((self.rect.x, y), (self.rect.x + NAMES + self.wide * len(self.compare.offers), y), theme.LINE)
            lines = self._lines(measure.name, NAMES - 12, CELL, theme.REGULAR)
            for row, line in enumerate(lines):
                middle = y + high / 2 - LINE * (len(lines) - 1) / 2 + LINE * row
                canvas.text(line, (self.rect.x + 2, middle), size=CELL, colour=theme.SOFT)
            for number, offer in enumerate(self.compare.offers):
                x = self.rect.x + NAMES + number * self.wide
                self._draw_cell(canvas, measure, offer, pygame.Rect(x + 3, y, self.wide - 6, high))
            y += high
        for number, offer in enumerate(self.compare.offers):
            if offer.reason:
                x = self.rect.x + NAMES + number * self.wide + PAD
                lines = self._lines(offer.reason, self.wide - 2 * PAD, SMALL, theme.REGULAR)
                self._draw_reason(canvas, lines, x, self.foot + 9)

    def _draw_frame(self, canvas: Canvas, offer: Offer, area: pygame.Rect) -> None:
        planned = offer.is_planned
        fill = theme.mix(theme.PANEL, theme.RAISED, 0.25 if offer.reason else 0.8)
        canvas.panel(area, fill, theme.ACCENT if planned else theme.LINE, 6, 1.5 if planned else 1)

    def _draw_reason(self, canvas: Canvas, lines: Sequence[str], x: float, y: float) -> None:
        for row, line in enumerate(lines):
            canvas.text(line, (x, y + 14 * row), size=SMALL, colour=theme.WARN)

    # --- as rows -----------------------------------------------------------------------------------------

    def _lay_rows(self) -> None:
        self.cells = self._share_out(self.rect.w - TITLES - BUTTONS)
        names = [
            self._lines(measure.name, wide - 20, SMALL, theme.MEDIUM)
            for measure, (_, wide) in zip(self.measures, self.cells, strict=True)
        ]
        self.head_high = 14 * max([1, *(len(lines) for lines in names)]) + 8
        y = self.top + self.head_high
        self.rows: list[pygame.Rect] = []
        for offer in self.compare.offers:
            texts = [
                (offer.cells[measure.key].text, wide)
                for measure, (_, wide) in zip(self.measures, self.cells, strict=True)
                if measure.key in offer.cells
            ]
            most = max([1, *(len(self._lines(text, wide - 20)) for text, wide in texts)])
            left = 16 * len(self._lines(offer.title, TITLES - 34, HEAD_SIZE))
            left += 13 * len(self._lines(offer.note, TITLES - 34, SMALL)) if offer.note else 0
            reason = self._lines(offer.reason, self.rect.w - TITLES - 60, SMALL, theme.REGULAR) if offer.reason else []
            high = max(LINE * most, left, 20) + 12 + 14 * len(reason)
            row = pygame.Rect(self.rect.x, y, self.rect.w, high)
            self.rows.append(row)
            self.offered.append((offer, row))
            right, middle = row.right - BUTTONS, row.y + (high - 14 * len(reason)) // 2
            plan_rect, adjust_rect = (right, middle - 13, BUTTONS - 34, 26), (row.right - 32, middle - 13, 28, 26)
            self.lattice.append(self._buttons(offer, plan_rect, adjust_rect, wordy=False))
            self.tips.append((pygame.Rect(row.x, row.y, TITLES, row.h), offer.tip))
            y += high + 3
        self.rect.h = y - self.rect.y
        for measure, (x, wide) in zip(self.measures, self.cells, strict=True):
            self.tips.append((pygame.Rect(x, self.top, wide, self.head_high), measure.tip))

    def _share_out(self, room: int) -> list[tuple[int, int]]:
        """Where each measure's cells begin and how wide they are: as wide as their longest text while there is room,
        then the widest give way."""
        wanted = [self._wanted(measure) for measure in self.measures]
        spare = room - sum(wanted)
        if spare >= 0:
            wides = [wide + spare / len(wanted) for wide in wanted]
        else:
            wides, left = [0.0] * len(wanted), float(room)
            order = sorted(range(len(wanted)), key=lambda number: (wanted[number], number))
            for place, number in enumerate(order):
                wides[number] = min(wanted[number], left / (len(order) - place))
                left -= wides[number]
        found, x = [], float(self.rect.x + TITLES)
        for wide in wides:
            found.append((round(x), round(x + wide) - round(x)))
            x += wide
        return found

    def _wanted(self, measure: Measure) -> float:
        """The width at which no cell of a measure breaks, nor a word of its name."""
        texts = [offer.cells[measure.key].text for offer in self.compare.offers if measure.key in offer.cells]
        cells = max((self._canvas.text_width(text, CELL, theme.SEMIBOLD) for text in texts), default=0)
        words = max((self._canvas.text_width(word, SMALL, theme.MEDIUM) for word in measure.name.split()), default=0)
        return max(cells, words) + 24

    def _draw_rows(self, canvas: Canvas) -> None:
        for measure, (x, wide) in zip(self.measures, self.cells, strict=True):
            for row, line in enumerate(self._lines(measure.name, wide - 20, SMALL, theme.MEDIUM)):
                at: Point = (x + 18, self.top + 8 + 14 * row)
                canvas.text(line, at, size=SMALL, weight=theme.MEDIUM, colour=theme.MUTED)
        for offer, area in zip(self.compare.offers, self.rows, strict=True):
            self._draw_frame(canvas, offer, area)
            lines = self._lines(offer.reason, self.rect.w - TITLES - 60, SMALL, theme.REGULAR) if offer.reason else []
            upper = pygame.Rect(area.x, area.y, area.w, area.h - 14 * len(lines))
            titles = self._lines(offer.title, TITLES - 34, HEAD_SIZE)
            notes = self._lines(offer.note, TITLES - 34, SMALL) if offer.note else []
            y = upper.centery - (16 * len(titles) + 13 * len(notes)) / 2 + 8
            canvas.icon(offer.icon, (area.x + 15, upper.centery), 15, theme.OFF if offer.reason else theme.ACCENT)
            for row, line in enumerate(titles):
                canvas.text(line, (area.x + 29, y + 16 * row), size=HEAD_SIZE, weight=theme.SEMIBOLD)
            for row, line in enumerate(notes):
                at = (area.x + 29, y + 16 * len(titles) + 13 * row - 1)
                canvas.text(line, at, size=SMALL, colour=theme.MUTED)
            for measure, (x, wide) in zip(self.measures, self.cells, strict=True):
                self._draw_cell(canvas, measure, offer, pygame.Rect(x, upper.y, wide, upper.h))
            if lines:
                self._draw_reason(canvas, lines, area.x + TITLES + 16, upper.bottom + 3)

    def draw(self, canvas: Canvas) -> None:
        self._draw_head(canvas)
        if not self.compare.offers:
            return
        if self.as_rows:
            self._draw_rows(canvas)
        else:
            self._draw_columns(canvas)
