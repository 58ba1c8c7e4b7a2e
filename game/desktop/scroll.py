"""Moving through what is taller than its window: a scroll bar, and an area that holds other widgets."""

from __future__ import annotations

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas, Point
from game.desktop.widget import Box, Widget

BAR = 6
WHEEL_STEP = 44


class Travel:
    """How far a content of some height has moved behind a window; `offset` is units down."""

    def __init__(self) -> None:
        self.offset = 0
        self.content = 0
        self.window = 0

    @property
    def furthest(self) -> int:
        return max(0, self.content - self.window)

    def measure(self, content: float, window: float) -> None:
        self.content, self.window = round(content), round(window)
        self.move_to(self.offset)

    def move_to(self, offset: float) -> bool:
        before = self.offset
        self.offset = round(min(self.furthest, max(0, offset)))
        return self.offset != before

    def move_by(self, step: float) -> bool:
        return self.move_to(self.offset + step)

    def show(self, top: float, bottom: float) -> bool:
        """Move as little as needed so that this stretch of the content can be seen."""
        if top < self.offset:
            return self.move_to(top)
        if bottom > self.offset + self.window:
            return self.move_to(bottom - self.window)
        return False

    def by_key(self, key: int) -> bool:
        moves = {
            pygame.K_UP: self.offset - WHEEL_STEP,
            pygame.K_DOWN: self.offset + WHEEL_STEP,
            pygame.K_PAGEUP: self.offset - self.window * 0.9,
            pygame.K_PAGEDOWN: self.offset + self.window * 0.9,
            pygame.K_HOME: 0,
            pygame.K_END: self.furthest,
        }
        return key in moves and self.move_to(moves[key])

    def knob(self, window: pygame.Rect) -> pygame.FRect | None:
        """The bar's moving part at the right edge of the window, None if all fits."""
        if self.furthest == 0:
            return None
        high = max(24.0, window.h * self.window / self.content)
        top = window.y + (window.h - high) * self.offset / self.furthest
        return pygame.FRect(window.right - BAR - 1, top, BAR, high)

    def drag_knob(self, window: pygame.Rect, y: float, grip: float) -> bool:
        knob = self.knob(window)
        if knob is None or window.h <= knob.h:
            return False
        return self.move_to((y - grip - window.y) / (window.h - knob.h) * self.furthest)

    def draw(self, canvas: Canvas, window: pygame.Rect, lit: bool) -> None:
        knob = self.knob(window)
        if knob is not None:
            canvas.panel(knob, theme.LINE_STRONG if lit else theme.TRACK, None, BAR / 2)


class Scrolling(Widget):
    """A widget with a window on a taller content: wheel, keys and a bar to drag."""

    takes_mouse = True

    def __init__(self, ident: str, rect: Box, tip: str = "") -> None:
        super().__init__(ident, rect, tip=tip)
        self.travel = Travel()
        self._grip: float | None = None

    def window(self) -> pygame.Rect:
        """The part of the rectangle that shows the content."""
        return self.rect

    def content_y(self, point: Point) -> float:
        return point[1] - self.window().y + self.travel.offset

    def wheel(self, steps: float, point: Point) -> bool:
        moved = self.travel.move_by(-steps * WHEEL_STEP)
        if moved:
            self.changed()
        return moved

    def press(self, point: Point, clicks: int) -> bool:
        knob = self.travel.knob(self.window())
        if knob is None or point[0] < knob.x - 4:
            self._grip = None
        elif knob.top <= point[1] <= knob.bottom:
            self._grip = point[1] - knob.top
        else:
            self._grip = knob.h / 2
            self.drag(point)
        return True

    def drag(self, point: Point) -> None:
        if self._grip is not None and self.travel.drag_knob(self.window(), point[1], self._grip):
            self.changed()

    def dragged_bar(self) -> bool:
        """Whether the press that now ends held the bar; forgets it."""
        held, self._grip = self._grip is not None, None
        return held

    def release(self, point: Point) -> None:
        self.dragged_bar()


class ScrollArea(Scrolling):
    """Holds widgets laid out as if it had room for all; brings the one with the focus into view.

    Children have stage coordinates, as they would be without scrolling. With nothing inside that can have
    the focus the area takes it itself, so that the keyboard can scroll.
    """

    def __init__(self, ident: str = "", rect: Box = (0, 0, 0, 0), *, foot: int = 6) -> None:
        super().__init__(ident, rect)
        self.foot = foot

    @property
    def focusable(self) -> bool:  # type: ignore[override]
        self.measure()
        inside = any(widget.focusable for child in self.children for widget in child.walk())
        return self.travel.furthest > 0 and not inside

    def measure(self) -> None:
        low = max((child.rect.bottom for child in self.children if child.visible), default=self.rect.y)
        self.travel.measure(low + self.foot - self.rect.y, self.rect.h)

    def content_shift(self) -> tuple[int, int]:
        return (0, self.travel.offset)

    def spills(self) -> bool:
        return False

    def reveal(self, rect: pygame.Rect) -> None:
        self.measure()
        if rect is not self.rect:
            top = rect.y - self.rect.y
            self.travel.show(top - 8, top + rect.h + 8)
            super().reveal(rect.move(0, -self.travel.offset))
        else:
            super().reveal(rect)

    def key(self, key: int, mods: int) -> bool:
        self.measure()
        return self.travel.by_key(key)

    def wheel(self, steps: float, point: Point) -> bool:
        self.measure()
        return super().wheel(steps, point)

    def render(self, canvas: Canvas) -> None:
        if not self.visible:
            return
        self.measure()
        with canvas.clipped(self.rect), canvas.shifted(0, -self.travel.offset):
            window = self.rect.move(0, self.travel.offset).inflate(8, 8)
            for child in self.children:
                if child.rect.colliderect(window) or child.children:
                    child.render(canvas)
        self.travel.draw(canvas, self.rect, self.hovered)
        if self.ringed:
            self.draw_ring(canvas)
