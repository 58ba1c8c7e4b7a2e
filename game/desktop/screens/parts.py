"""Small parts that only the race screens use: tabs with icons above, cards to choose, rows of the plan, pips."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas, Point
from game.desktop.choices import Tabs
from game.desktop.theme import Colour
from game.desktop.widget import Act, Box, Spot, Tip, Widget


class IconTabs(Tabs):
    """Tabs of one width: an icon above its word, and a small count where something is planned.

    What is pressed opens, also the tab that is chosen already; so does Enter.
    """

    counts: dict[str, int] = {}
    on_open: Callable[[str], None] | None = None

    def release(self, point: Point) -> None:
        number = self._tab_at(point)
        again = number is not None and self.options[number].key == self.value
        super().release(point)
        if again and self.on_change is not None:
            self.on_change(self.value)

    def key(self, key: int, mods: int) -> bool:
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE) and self.on_open is not None:
            self.on_open(self.value)
            return True
        return super().key(key, mods)

    def draw(self, canvas: Canvas) -> None:
        room = (self.rect.w - 4 * (len(self.options) - 1)) / len(self.options)
        object.__setattr__(self, "_widths", [room] * len(self.options))
        for number, (option, tab) in enumerate(zip(self.options, self.tab_rects(), strict=True)):
            chosen = option.key == self.value
            lit = number == self._pointed
            if chosen or lit:
                canvas.panel(tab, theme.SELECTED if chosen else theme.RAISED, theme.LINE_STRONG if chosen else None, 6)
            ink = theme.TEXT if chosen or lit else theme.SOFT
            canvas.icon(option.icon, (tab.centerx, tab.y + 15), 17, theme.ACCENT if chosen else ink)
            place = (tab.centerx, tab.bottom - 12)
            weight = theme.SEMIBOLD if chosen else theme.MEDIUM
            canvas.text(option.text, place, size=11.5, weight=weight, colour=ink, align="center", width=tab.w - 4)
            if count := self.counts.get(option.key, 0):
                at = (tab.centerx + 17, tab.y + 10)
                canvas.disc(at, 7, theme.ACCENT)
                canvas.text(str(count), at, size=11, weight=theme.BOLD, colour=theme.ON_ACCENT, align="center")


class Card(Button):
    """A choice with an icon, a title, a quieter line below, and a tag at the right."""

    def __init__(
        self,
        ident: str,
        rect: Box,
        title: str,
        note: str,
        on_click: Act,
        *,
        icon: str,
        tag: str = "",
        tone: str = "muted",
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, title, on_click, icon=icon, tip=tip)
        self.note, self.tag, self.tone = note, tag, tone

    def draw(self, canvas: Canvas) -> None:
        lit = (self.hovered or self.held or self.focused) and not self.reason
        base = theme.mix(theme.PANEL, theme.RAISED, 0.2 if self.reason else 0.6)
        ink, accent = (theme.OFF, theme.OFF) if self.reason else (theme.TEXT, theme.ACCENT)
        canvas.panel(self.rect, theme.HOVER if lit else base, theme.LINE_STRONG if self.hovered else theme.LINE, 6)
        badge = pygame.Rect(self.rect.x + 6, self.rect.y + (self.rect.h - 28) // 2, 28, 28)
        canvas.panel(badge, theme.mix(theme.PANEL, accent, 0.16), None, 6)
        canvas.icon(self.icon, badge.center, 16, accent)
        x, right = badge.right + 9, self.rect.right - 8
        if self.reason:
            room: float = right - x
            canvas.text(self.label, (x, self.rect.y + 13), size=12.5, weight=theme.MEDIUM, colour=ink, width=room)
            canvas.text(canvas.fit(self.reason, room, 11, theme.REGULAR), (x, self.rect.y + 28), size=11, colour=ink)
            return
        canvas.icon("chevron-right", (right - 5, self.rect.centery), 14, theme.TEXT if lit else theme.MUTED)
        right -= 16
        used = canvas.text(
            self.tag,
            (right, self.rect.centery),
            size=11.5,
            weight=theme.MEDIUM,
            colour=theme.TONES[self.tone],
            align="right",
        )
        room = right - x - (used + 8 if used else 0)
        title_y = self.rect.y + (13 if self.note else self.rect.h / 2)
        canvas.text(self.label, (x, title_y), size=12.5, weight=theme.MEDIUM, width=room)
        if self.note:
            canvas.text(self.note, (x, self.rect.y + 28), size=11, colour=theme.MUTED, width=room)


class PlanRow(Button):
    """An order of the plan: what it is and why; a click or Enter opens it, Delete takes it out.

    Ctrl+Up and Ctrl+Down, or dragging, move it: `on_move(steps)`.
    """

    on_move: Callable[[int], None] | None = None
    _grip: tuple[float, float] | None = None
    dragged = 0.0

    def __init__(
        self,
        ident: str,
        rect: Box,
        title: str,
        reasons: Sequence[str],
        on_click: Act,
        on_drop: Act,
        *,
        icon: str,
        trouble: str = "",
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, title, on_click, icon=icon, tip=tip)
        self.reasons, self.on_drop, self.trouble = reasons, on_drop, trouble

    def key(self, key: int, mods: int) -> bool:
        if key in (pygame.K_DELETE, pygame.K_BACKSPACE):
            self.on_drop()
            return True
        if key in (pygame.K_UP, pygame.K_DOWN) and mods & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META):
            self._move(-1 if key == pygame.K_UP else 1)
            return True
        return super().key(key, mods)

    def _move(self, steps: int) -> None:
        if self.on_move is not None and steps:
            self.on_move(steps)

    def press(self, point: tuple[float, float], clicks: int) -> bool:
        self._grip = point
        return super().press(point, clicks)

    def drag(self, point: tuple[float, float]) -> None:
        super().drag(point)
        if self._grip is not None and (self.dragged or abs(point[1] - self._grip[1]) > 6):
            self.dragged, self.held = point[1] - self._grip[1], False

    def release(self, point: tuple[float, float]) -> None:
        moved, self._grip, self.dragged = self.dragged, None, 0.0
        super().release(point)
        self._move(round(moved / (self.rect.h + 2)))

    def draw(self, canvas: Canvas) -> None:
        if self.dragged:
            with canvas.shifted(0, self.dragged):
                self._draw_row(canvas)
        else:
            self._draw_row(canvas)

    def _draw_row(self, canvas: Canvas) -> None:
        lit = self.hovered or self.focused or bool(self.dragged)
        base = theme.mix(theme.PANEL, theme.RAISED, 0.75)
        border = theme.BAD if self.trouble else theme.LINE_STRONG if lit else theme.LINE
        canvas.panel(self.rect, theme.HOVER if lit else base, border, 6)
        tone = theme.BAD if self.trouble else theme.ACCENT
        middle = self.rect.centery
        canvas.icon("triangle-alert" if self.trouble else self.icon, (self.rect.x + 17, middle), 16, tone)
        x, room = self.rect.x + 33, self.rect.w - 33 - 32
        second = self.trouble or self._told(canvas, room)
        canvas.text(self.label, (x, self.rect.y + 12 if second else middle), size=12.5, weight=theme.MEDIUM, width=room)
        colour = theme.BAD if self.trouble else theme.MUTED
        canvas.text(second, (x, self.rect.y + 27), size=11, colour=colour, width=room)

    def _told(self, canvas: Canvas, room: float) -> str:
        """As many of the reasons as there is room for, the strongest first; the tip has them all."""
        told = "; ".join(self.reasons[:1])
        for reason in self.reasons[1:]:
            if canvas.text_width(f"{told}; {reason}", 11) > room:
                break
            told = f"{told}; {reason}"
        return told


class Pips(Widget):
    """How many of a few are used: small bars, full or empty."""

    def __init__(self, ident: str, rect: Box, *, tip: str = "") -> None:
        super().__init__(ident, rect, tip=tip)
        self.used, self.most, self.words = 0, 4, ""

    def draw(self, canvas: Canvas) -> None:
        x, y = self.rect.right, self.rect.centery
        for number in reversed(range(self.most)):
            piece = pygame.FRect(x - 14, y - 4, 14, 8)
            canvas.panel(piece, theme.ACCENT if number < self.used else theme.TRACK, None, 3)
            x -= 18
        canvas.text(self.words, (x - 4, y), size=11.5, colour=theme.SOFT, align="right", width=x - 4 - self.rect.x)


COLUMNS = ((0.0, 0.33), (0.36, 0.66), (0.69, 1.0))


class Segments(Widget):
    """One bar cut into coloured parts with a legend below; parts are name, value, what is written, colour."""

    def __init__(self, ident: str, rect: Box, *, tip: str = "") -> None:
        super().__init__(ident, rect, tip=tip)
        self.parts: Sequence[tuple[str, float, str, Colour]] = ()
        self.abouts: Sequence[str] = ()
        self.takes_mouse = True

    @property
    def focusable(self) -> bool:  # type: ignore[override]
        return bool(self.abouts)

    def spots(self) -> list[Spot]:
        found = []
        for number, ((name, _, written, _), about) in enumerate(zip(self.parts, self.abouts, strict=False)):
            x, end, y = self._place(number)
            area = pygame.Rect(round(x), round(y - 9), round(end - x), 18)
            found.append(Spot(about, area, written, name, "cpu"))
        return found

    def _place(self, number: int) -> tuple[float, float, float]:
        left, right = COLUMNS[number % 3]
        y = self.rect.y + 26 + 19 * (number // 3)
        return self.rect.x + self.rect.w * left, self.rect.x + self.rect.w * right, y

    def tip_at(self, point: tuple[float, float] | None) -> Tip | None:
        return Tip(self.tip, self.rect) if self.tip else None

    def draw(self, canvas: Canvas) -> None:
        total = sum(value for _, value, _, _ in self.parts) or 1
        x, bar = float(self.rect.x), pygame.Rect(self.rect.x, self.rect.y, self.rect.w, 12)
        canvas.panel(bar, theme.TRACK, None, 4)
        for _, value, _, colour in self.parts:
            wide = self.rect.w * value / total
            if wide >= 1:
                canvas.panel(pygame.FRect(x, bar.y, wide - 1, bar.h), colour, None, 3 if wide > 8 else 0)
            x += wide
        for number, (name, _, written, colour) in enumerate(self.parts):
            x, end, y = self._place(number)
            canvas.panel(pygame.FRect(x, y - 4, 9, 9), colour, None, 2)
            used = canvas.text(written, (end, y), size=11.5, weight=theme.SEMIBOLD, align="right")
            canvas.text(name, (x + 13, y), size=11, colour=theme.SOFT, width=end - x - 13 - used - 4)


class Ticker(Widget):
    """Calls back at a pace while it runs; nothing to see."""

    def __init__(self, ident: str, on_tick: Callable[[], None]) -> None:
        super().__init__(ident, (0, 0, 0, 0))
        self.on_tick, self.running, self.pace_ms = on_tick, False, 1000.0
        self._due_ms: float | None = None

    def start(self, pace_ms: float) -> None:
        self.pace_ms, self.running, self._due_ms = pace_ms, True, None

    def stop(self) -> None:
        self.running, self._due_ms = False, None

    def next_tick_ms(self, now_ms: float) -> float | None:
        if not self.running:
            return None
        if self._due_ms is None:
            object.__setattr__(self, "_due_ms", now_ms + self.pace_ms)
        return self._due_ms

    def tick(self, now_ms: float) -> None:
        self._due_ms = now_ms + self.pace_ms
        self.on_tick()
