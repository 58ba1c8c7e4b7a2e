"""Choosing one of several: a list that drops down, and tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.desktop import theme
from game.desktop.buttons import CONFIRM_KEYS
from game.desktop.canvas import Canvas, Point
from game.desktop.theme import Colour
from game.desktop.widget import Box, Tip, Widget

ROW = 28
MOST_ROWS = 9


@dataclass(frozen=True, slots=True)
class Option:
    """One choice; a `reason` says why it cannot be taken now."""

    key: str
    text: str
    note: str = ""
    icon: str = ""
    colour: Colour | None = None
    reason: str = ""


def as_options(options: Sequence[Option | tuple[str, str] | str]) -> list[Option]:
    return [
        one if isinstance(one, Option) else Option(one, one) if isinstance(one, str) else Option(*one)
        for one in options
    ]


class Dropdown(Widget):
    """Shows the chosen option; opens a list by click, Enter, Space or Alt+Down; arrows change it in place."""

    focusable = True
    takes_mouse = True

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        name: str = "",
        options: Sequence[Option | tuple[str, str] | str] = (),
        value: str = "",
        on_change: Callable[[str], None] | None = None,
        *,
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.name, self.options, self.on_change = name, as_options(options), on_change
        self.value = value or (self.options[0].key if self.options else "")
        self.list: OptionList | None = None

    @property
    def chosen(self) -> Option | None:
        return next((option for option in self.options if option.key == self.value), None)

    def choose(self, key: str) -> None:
        if key != self.value:
            self.value = key
            if self.on_change is not None:
                self.on_change(key)

    @property
    def is_open(self) -> bool:
        return self.list is not None and self.list.shown_on() is not None

    def open(self) -> None:
        screen = self.shown_on()
        if screen is None or not self.options or not self.is_live():
            return
        at = self.stage_rect()
        self.list = OptionList(f"{self.id}.list", at, self.options, self.value, self._take, screen.stage.bottom)
        screen.cover(self.list, closes_outside=True, closed=self._closed)

    def _take(self, key: str) -> None:
        screen = self.shown_on()
        if screen is not None:
            screen.uncover()
        self._closed()
        self.choose(key)

    def _closed(self) -> None:
        self.list = None

    def release(self, point: Point) -> None:
        if self.rect.collidepoint(point):
            self.open()

    def key(self, key: int, mods: int) -> bool:
        if key in CONFIRM_KEYS or (key == pygame.K_DOWN and mods & pygame.KMOD_ALT):
            self.open()
            return True
        if key in (pygame.K_UP, pygame.K_DOWN):
            self._step(1 if key == pygame.K_DOWN else -1)
            return True
        return False

    def _step(self, step: int) -> None:
        free = [option.key for option in self.options if not option.reason]
        if self.value in free:
            self.choose(free[min(len(free) - 1, max(0, free.index(self.value) + step))])
        elif free:
            self.choose(free[0])

    def draw(self, canvas: Canvas) -> None:
        fill = theme.HOVER if self.hovered or self.is_open else theme.RAISED
        border = theme.LINE_STRONG if self.is_open else theme.LINE
        canvas.panel(self.rect, fill, border, 6)
        y = self.rect.centery
        used = 0.0
        if self.name:
            used = canvas.text(self.name, (self.rect.x + 10, y), size=12, colour=theme.MUTED)
        canvas.icon("chevron-down", (self.rect.right - 16, y), 14, theme.SOFT)
        chosen = self.chosen
        if chosen is None:
            return
        ink = theme.TEXT if self.enabled else theme.OFF
        room = self.rect.w - used - 20 - 34
        if self.name:
            at, align = (self.rect.right - 30, y), "right"
        else:
            at, align = (self.rect.x + 12, y), "left"
        if chosen.colour is not None and align == "left":
            canvas.disc((at[0] + 6, y), 5.5, chosen.colour)
            at = (at[0] + 20, y)
            room -= 20
        canvas.text(chosen.text, at, weight=theme.MEDIUM, colour=ink, align=align, width=room)


class OptionList(Widget):
    """The open list of a dropdown."""

    focusable = True
    takes_mouse = True
    keeps_tab = True
    tip_follows_keys = True
    tip_delay_ms = 150

    def __init__(
        self,
        ident: str,
        below: pygame.Rect,
        options: list[Option],
        value: str,
        take: Callable[[str], None],
        floor: int,
    ) -> None:
        shown = min(MOST_ROWS, len(options))
        rect = pygame.Rect(below.x, below.bottom + 3, below.w, shown * ROW + 8)
        if rect.bottom > floor - 4:
            rect.bottom = below.y - 3
        super().__init__(ident, rect)
        self.options, self.take, self.value = options, take, value
        self.at = next((n for n, option in enumerate(options) if option.key == value), 0)
        self.first = 0
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        shown = min(MOST_ROWS, len(self.options))
        self.first = max(0, min(self.first, self.at, len(self.options) - shown))
        self.first = max(self.first, self.at - shown + 1)

    def row_at(self, point: Point) -> int | None:
        number = int((point[1] - self.rect.y - 4) // ROW) + self.first
        return number if self.first <= number < len(self.options) else None

    def row_rect(self, number: int) -> pygame.Rect:
        top = self.rect.y + 4 + (number - self.first) * ROW
        return pygame.Rect(self.rect.x + 4, top, self.rect.w - 8, ROW)

    def point_at(self, point: Point) -> None:
        row = self.row_at(point)
        if row is not None and row != self.at:
            self.at = row

    def release(self, point: Point) -> None:
        row = self.row_at(point)
        if row is not None and self.rect.collidepoint(point):
            self._confirm(row)

    def _confirm(self, row: int) -> None:
        if not self.options[row].reason:
            self.take(self.options[row].key)

    def wheel(self, steps: float, point: Point) -> bool:
        shown = min(MOST_ROWS, len(self.options))
        self.first = max(0, min(len(self.options) - shown, self.first - (1 if steps > 0 else -1)))
        return True

    def key(self, key: int, mods: int) -> bool:
        moves = {
            pygame.K_UP: self.at - 1,
            pygame.K_DOWN: self.at + 1,
            pygame.K_PAGEUP: self.at - MOST_ROWS,
            pygame.K_PAGEDOWN: self.at + MOST_ROWS,
            pygame.K_HOME: 0,
            pygame.K_END: len(self.options) - 1,
        }
        if key in moves:
            self.at = max(0, min(len(self.options) - 1, moves[key]))
            self._keep_in_view()
            return True
        if key in CONFIRM_KEYS or key == pygame.K_TAB:
            self._confirm(self.at)
            return True
        return False

    def typed(self, text: str) -> bool:
        letter = text.casefold()
        order = [*range(self.at + 1, len(self.options)), *range(self.at + 1)]
        for number in order:
            if self.options[number].text.casefold().startswith(letter):
                self.at = number
                self._keep_in_view()
                return True
        return False

    def tip_at(self, point: Point | None) -> Tip | None:
        row = self.at if point is None else self.row_at(point)
        if row is None or not self.options[row].reason:
            return None
        return Tip(self.options[row].reason, self.row_rect(row))

    def draw_ring(self, canvas: Canvas) -> None: ...

    def draw(self, canvas: Canvas) -> None:
        canvas.shadow(self.rect, 16)
        canvas.panel(self.rect, theme.RAISED, theme.LINE_STRONG, 7)
        shown = min(MOST_ROWS, len(self.options))
        for number in range(self.first, self.first + shown):
            self._draw_row(canvas, self.options[number], self.row_rect(number), number == self.at)
        if shown < len(self.options):
            high = (self.rect.h - 8) * shown / len(self.options)
            top = self.rect.y + 4 + (self.rect.h - 8) * self.first / len(self.options)
            canvas.panel(pygame.FRect(self.rect.right - 7, top, 4, high), theme.LINE_STRONG, None, 2)

    def _draw_row(self, canvas: Canvas, option: Option, row: pygame.Rect, lit: bool) -> None:
        if lit:
            canvas.panel(row, theme.SELECTED, None, 5)
        ink = theme.OFF if option.reason else theme.TEXT
        x, y = row.x + 10, row.centery
        if option.colour is not None:
            canvas.disc((x + 5, y), 5.5, option.colour)
            x += 20
        if option.icon:
            canvas.icon(option.icon, (x + 7, y), 15, ink)
            x += 24
        right = row.right - 10
        if option.key == self.value:
            canvas.icon("check", (right - 6, y), 14, theme.ACCENT)
            right -= 22
        used = canvas.text(option.note, (right, y), size=theme.SMALL, colour=theme.MUTED, align="right")
        canvas.text(option.text, (x, y), colour=ink, width=right - used - 6 - x)


class Tabs(Widget):
    """One of several views; Left and Right change it, `on_change` gets the key."""

    focusable = True
    takes_mouse = True

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        options: Sequence[Option | tuple[str, str] | str] = (),
        value: str = "",
        on_change: Callable[[str], None] | None = None,
        *,
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.options, self.on_change = as_options(options), on_change
        self.value = value or self.options[0].key
        self._widths: list[float] = []
        self._pointed: int | None = None

    def choose(self, key: str) -> None:
        if key != self.value:
            self.value = key
            if self.on_change is not None:
                self.on_change(key)

    def tab_rects(self) -> list[pygame.Rect]:
        """Where the tabs are; known once they were drawn, equal shares before."""
        widths = self._widths or [self.rect.w / len(self.options)] * len(self.options)
        x, found = float(self.rect.x), []
        for width in widths:
            found.append(pygame.Rect(round(x), self.rect.y, round(width), self.rect.h))
            x += width + 4
        return found

    def _tab_at(self, point: Point) -> int | None:
        hits = (n for n, rect in enumerate(self.tab_rects()) if rect.collidepoint(point))
        return next(hits, None)

    def release(self, point: Point) -> None:
        number = self._tab_at(point)
        if number is not None and not self.options[number].reason:
            self.choose(self.options[number].key)

    def point_at(self, point: Point) -> None:
        self._pointed = self._tab_at(point)

    def leave(self) -> None:
        self._pointed = None

    def key(self, key: int, mods: int) -> bool:
        free = [option.key for option in self.options if not option.reason]
        at = free.index(self.value) if self.value in free else 0
        moves = {
            pygame.K_LEFT: at - 1,
            pygame.K_RIGHT: at + 1,
            pygame.K_HOME: 0,
            pygame.K_END: len(free) - 1,
        }
        if key not in moves:
            return False
        self.choose(free[moves[key] % len(free)])
        return True

    def tip_at(self, point: Point | None) -> Tip | None:
        number = None if point is None else self._tab_at(point)
        if number is not None and (self.options[number].reason or self.options[number].note):
            return Tip(self.options[number].reason or self.options[number].note, self.tab_rects()[number])
        return super().tip_at(point)

    def draw(self, canvas: Canvas) -> None:
        room = (self.rect.w - 4 * (len(self.options) - 1)) / len(self.options)
        wishes = [
            canvas.text_width(option.text, 12.5, theme.MEDIUM) + (44 if option.icon else 22) for option in self.options
        ]
        fits = sum(wishes) + 4 * (len(wishes) - 1) <= self.rect.w
        object.__setattr__(self, "_widths", wishes if fits else [room] * len(wishes))
        for number, (option, tab) in enumerate(zip(self.options, self.tab_rects(), strict=True)):
            chosen = option.key == self.value
            if chosen or number == self._pointed:
                canvas.panel(tab, theme.SELECTED if chosen else theme.RAISED, None, 5)
            ink = theme.OFF if option.reason else theme.TEXT if chosen else theme.MUTED
            x = tab.centerx
            if option.icon:
                canvas.icon(option.icon, (tab.x + 17, tab.centery), 15, ink)
                x += 10
            canvas.text(
                option.text,
                (x, tab.centery),
                size=12.5,
                weight=theme.MEDIUM,
                colour=ink,
                align="center",
                width=tab.w - (30 if option.icon else 8),
            )

    def draw_ring(self, canvas: Canvas) -> None:
        tab = self.tab_rects()[next((n for n, o in enumerate(self.options) if o.key == self.value), 0)]
        canvas.panel(tab.inflate(4, 4), None, theme.FOCUS, 7, 1.5)
