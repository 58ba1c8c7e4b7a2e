"""Setting a number: a slider with last turn's value marked and a limit, and a stepper that takes digits."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas, Point
from game.desktop.frames import draw_bar
from game.desktop.theme import Colour
from game.desktop.widget import Box, Tip, Widget

Show = Callable[[float], str]
REPEAT_AFTER_MS, REPEAT_EVERY_MS = 380, 60


def show_whole(value: float) -> str:
    return f"{value:,.0f}"


class Quantity(Widget):
    """A number between bounds in steps, changed by arrows, Page keys, Home and End."""

    focusable = True
    takes_mouse = True

    def __init__(
        self,
        ident: str,
        rect: Box,
        name: str,
        value: float,
        low: float,
        high: float,
        step: float,
        on_change: Callable[[float], None] | None,
        show: Show,
        icon: str,
        limit: float | None,
        limit_reason: str,
        tip: str,
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.name, self.low, self.high, self.step = name, low, high, step
        self.on_change, self.show, self.icon = on_change, show, icon
        self.limit, self.limit_reason = limit, limit_reason
        self.value = self.nearest(value)

    def nearest(self, value: float) -> float:
        """The allowed value nearest to this one."""
        top = self.high if self.limit is None else max(self.low, min(self.high, self.limit))
        steps = round((min(top, max(self.low, value)) - self.low) / self.step)
        while self.low + steps * self.step > top + self.step * 1e-9:
            steps -= 1
        exact = self.low + steps * self.step
        return round(exact, 10) if isinstance(exact, float) else exact

    def put(self, value: float) -> None:
        """Set the value as a player would, telling `on_change`."""
        allowed = self.nearest(value)
        if allowed != self.value:
            self.value = allowed
            if self.on_change is not None:
                self.on_change(allowed)

    def key(self, key: int, mods: int) -> bool:
        big = self.step * (10 if (self.high - self.low) / self.step > 40 else 5)
        small = big if mods & pygame.KMOD_SHIFT else self.step
        moves = {
            pygame.K_LEFT: self.value - small,
            pygame.K_RIGHT: self.value + small,
            pygame.K_PAGEDOWN: self.value - big,
            pygame.K_PAGEUP: self.value + big,
            pygame.K_HOME: self.low,
            pygame.K_END: self.high,
        }
        if key not in moves:
            return False
        self.put(moves[key])
        return True

    def wheel(self, steps: float, point: Point) -> bool:
        if not self.focused:
            return False
        self.put(self.value + self.step * (1 if steps > 0 else -1))
        return True

    def tip_at(self, point: Point | None) -> Tip | None:
        text = "\n".join(part for part in (self.tip, self.limit_reason) if part)
        return Tip(text, self.rect) if text else None


class Slider(Quantity):
    """Drag, click the track or use the keys. `mark` is last turn's value; beyond `limit` the track is shut.

    Its best height is 46; the name, icon and the figure stand above the track.
    """

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        name: str = "",
        value: float = 0,
        on_change: Callable[[float], None] | None = None,
        *,
        low: float = 0,
        high: float = 100,
        step: float = 1,
        mark: float | None = None,
        limit: float | None = None,
        limit_reason: str = "",
        show: Show = show_whole,
        icon: str = "",
        tip: str = "",
        colour: Colour | None = None,
    ) -> None:
        super().__init__(ident, rect, name, value, low, high, step, on_change, show, icon, limit, limit_reason, tip)
        self.mark, self.colour = mark, colour
        self.held = False

    @property
    def track(self) -> pygame.Rect:
        return pygame.Rect(self.rect.x + 10, self.rect.bottom - 16, self.rect.w - 20, 6)

    def share(self, value: float) -> float:
        return (value - self.low) / (self.high - self.low) if self.high > self.low else 0.0

    def press(self, point: Point, clicks: int) -> bool:
        self.held = True
        if point[1] >= self.track.y - 10:
            self.drag(point)
        return True

    def drag(self, point: Point) -> None:
        share = (point[0] - self.track.x) / self.track.w
        self.put(self.low + share * (self.high - self.low))

    def release(self, point: Point) -> None:
        self.held = False

    def draw_ring(self, canvas: Canvas) -> None:
        canvas.panel(self.rect, None, theme.FOCUS, 6, 1.25)

    def draw(self, canvas: Canvas) -> None:
        lit = self.hovered or self.focused or self.held
        if lit:
            canvas.panel(self.rect, theme.mix(theme.PANEL, theme.RAISED, 0.75), None, 6)
        y = self.rect.y + 15
        x = self.rect.x + 10
        ink = theme.TEXT if self.enabled else theme.OFF
        if self.icon:
            canvas.icon(
                self.icon, (x + 8, y), 16, (self.colour or theme.ACCENT) if lit and self.enabled else theme.MUTED
            )
            x += 24
        shown = self.show(self.value)
        used = canvas.text(shown, (self.rect.right - 10, y), weight=theme.SEMIBOLD, colour=ink, align="right")
        canvas.text(self.name, (x, y), colour=ink, width=self.rect.right - 18 - used - x)
        self._draw_track(canvas)

    def _draw_track(self, canvas: Canvas) -> None:
        track = self.track
        colour = (self.colour or theme.ACCENT) if self.enabled else theme.OFF
        draw_bar(canvas, track, self.share(self.value), colour)
        if self.limit is not None and self.limit < self.high:
            stop = track.x + track.w * max(0.0, self.share(self.limit))
            shut = pygame.Rect(round(stop), track.y, track.right - round(stop), track.h)
            canvas.panel(shut, theme.mix(theme.PANEL, theme.BAD, 0.28), None, 3)
            canvas.line((stop, track.y - 4), (stop, track.bottom + 4), theme.BAD, 1.5)
        if self.mark is not None:
            x = track.x + track.w * min(1.0, max(0.0, self.share(self.mark)))
            foot = track.bottom + 7
            canvas.polygon([(x - 3.5, foot), (x + 3.5, foot), (x, foot - 5)], theme.SOFT)
        knob = (track.x + track.w * self.share(self.value), track.centery)
        canvas.disc(knob, 8 if self.held else 7.2, theme.PANEL)
        canvas.disc(knob, 6.8 if self.held else 6, theme.TEXT if self.enabled else theme.OFF)


class Stepper(Quantity):
    """A number with minus and plus; the ends repeat while held, and digits can be typed."""

    takes_text = True

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        name: str = "",
        value: float = 0,
        on_change: Callable[[float], None] | None = None,
        *,
        low: float = 0,
        high: float = 100,
        step: float = 1,
        limit: float | None = None,
        limit_reason: str = "",
        show: Show = show_whole,
        icon: str = "",
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, name, value, low, high, step, on_change, show, icon, limit, limit_reason, tip)
        self.draft = ""
        self._push = 0
        self._push_due_ms: float | None = None

    @property
    def box(self) -> pygame.Rect:
        wide = min(150, max(112, self.rect.w // 2))
        return pygame.Rect(self.rect.right - wide, self.rect.y, wide, self.rect.h)

    def press(self, point: Point, clicks: int) -> bool:
        box = self.box
        self._push = -1 if box.x <= point[0] < box.x + 30 else 1 if point[0] >= box.right - 30 else 0
        if self._push:
            self.settle()
            self.put(self.value + self._push * self.step)
            self._push_due_ms = float("-inf")
        return True

    def release(self, point: Point) -> None:
        self._push, self._push_due_ms = 0, None

    def next_tick_ms(self, now_ms: float) -> float | None:
        return self._push_due_ms

    def tick(self, now_ms: float) -> None:
        if self._push_due_ms == float("-inf"):
            self._push_due_ms = now_ms + REPEAT_AFTER_MS
        elif self._push:
            self.put(self.value + self._push * self.step)
            self._push_due_ms = now_ms + REPEAT_EVERY_MS

    def typed(self, text: str) -> bool:
        kept = "".join(sign for sign in text if sign.isdigit() or sign in ".-")
        self.draft = (self.draft + kept)[:14]
        return bool(kept)

    def key(self, key: int, mods: int) -> bool:
        if self.draft:
            if key == pygame.K_BACKSPACE:
                self.draft = self.draft[:-1]
                return True
            if key in (pygame.K_RETURN, pygame.K_KP_ENTER):
                self.settle()
                return True
            if key == pygame.K_ESCAPE:
                self.draft = ""
                return True
            self.settle()
        return super().key(key, mods)

    def settle(self) -> None:
        """Take the typed number over."""
        draft, self.draft = self.draft, ""
        try:
            number = float(draft)
        except ValueError:
            return
        self.put(number)

    def focus_changed(self) -> None:
        if not self.focused:
            self.settle()

    def draw(self, canvas: Canvas) -> None:
        box, y = self.box, self.rect.centery
        x = self.rect.x
        ink = theme.TEXT if self.enabled else theme.OFF
        if self.icon:
            canvas.icon(self.icon, (x + 8, y), 16, theme.MUTED)
            x += 24
        canvas.text(self.name, (x, y), colour=ink, width=box.x - 8 - x)
        canvas.panel(box, theme.HOVER if self.hovered else theme.RAISED, theme.LINE, 6)
        at_low = self.value <= self.low
        at_top = self.nearest(self.value + self.step) == self.value
        canvas.icon("minus", (box.x + 15, y), 14, theme.LINE_STRONG if at_low else theme.TEXT)
        canvas.icon("plus", (box.right - 15, y), 14, theme.LINE_STRONG if at_top else theme.TEXT)
        shown = self.draft + "|" if self.draft else self.show(self.value)
        canvas.text(shown, (box.centerx, y), weight=theme.SEMIBOLD, colour=ink, align="center", width=box.w - 62)

    def draw_ring(self, canvas: Canvas) -> None:
        canvas.panel(self.box.inflate(4, 4), None, theme.FOCUS, theme.RADIUS + 1, 1.5)
