"""A line of text to write in: caret, selection, clipboard, and input methods that compose."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas, Point
from game.desktop.widget import Box, Widget

BLINK_MS = 530
SIZE = 13


class TextEntry(Widget):
    """`on_change` gets every new text, `on_confirm` the text at Enter; `allowed` filters characters."""

    focusable = True
    takes_mouse = True
    takes_text = True

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        name: str = "",
        text: str = "",
        *,
        on_change: Callable[[str], None] | None = None,
        on_confirm: Callable[[str], None] | None = None,
        hint: str = "",
        most: int = 40,
        allowed: Callable[[str], bool] = str.isprintable,
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.name, self.text, self.hint, self.most, self.allowed = name, text, hint, most, allowed
        self.on_change, self.on_confirm = on_change, on_confirm
        self.caret = len(text)
        self.anchor = self.caret
        self.composed = ""
        self.lit = True
        self._blink_due_ms: float | None = None
        self._edges: list[float] = [0.0]
        self._text_x = 0.0

    # --- text ------------------------------------------------------------------------------------------

    @property
    def selection(self) -> tuple[int, int]:
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    def put(self, new: str) -> None:
        """Write over the selection, as far as there is room."""
        start, end = self.selection
        kept = "".join(sign for sign in new if self.allowed(sign))
        kept = kept[: self.most - len(self.text) + end - start]
        self._set(self.text[:start] + kept + self.text[end:], start + len(kept))

    def _set(self, text: str, caret: int) -> None:
        changed = text != self.text
        self.text = text
        self.caret = self.anchor = caret
        self.lit = True
        if changed and self.on_change is not None:
            self.on_change(text)

    def _erase(self, step: int) -> None:
        start, end = self.selection
        if start == end:
            start, end = (max(0, start - 1), end) if step < 0 else (start, end + 1)
        self._set(self.text[:start] + self.text[end:], start)

    def _move(self, caret: int, keep_anchor: bool) -> None:
        self.caret = max(0, min(len(self.text), caret))
        self.lit = True
        if not keep_anchor:
            self.anchor = self.caret

    # --- input -----------------------------------------------------------------------------------------

    def typed(self, text: str) -> bool:
        self.composed = ""
        self.put(text)
        return True

    def composing(self, text: str) -> None:
        self.composed = text

    def key(self, key: int, mods: int) -> bool:
        if mods & (pygame.KMOD_CTRL | pygame.KMOD_META):
            return self._command(key)
        shift = bool(mods & pygame.KMOD_SHIFT)
        start, end = self.selection
        match key:
            case pygame.K_BACKSPACE:
                self._erase(-1)
            case pygame.K_DELETE:
                self._erase(1)
            case pygame.K_LEFT:
                self._move(start if start != end and not shift else self.caret - 1, shift)
            case pygame.K_RIGHT:
                self._move(end if start != end and not shift else self.caret + 1, shift)
            case pygame.K_HOME:
                self._move(0, shift)
            case pygame.K_END:
                self._move(len(self.text), shift)
            case pygame.K_RETURN | pygame.K_KP_ENTER:
                if self.on_confirm is None:
                    return False
                self.on_confirm(self.text)
            case _:
                return False
        return True

    def _command(self, key: int) -> bool:
        start, end = self.selection
        match key:
            case pygame.K_a:
                self.anchor, self.caret = 0, len(self.text)
            case pygame.K_c | pygame.K_x:
                if start != end:
                    write_clipboard(self.text[start:end])
                    if key == pygame.K_x:
                        self._erase(-1)
            case pygame.K_v:
                self.put(read_clipboard())
            case _:
                return False
        return True

    def press(self, point: Point, clicks: int) -> bool:
        if clicks >= 2:
            self.anchor, self.caret = 0, len(self.text)
        else:
            self._move(self._place_at(point), False)
        return True

    def drag(self, point: Point) -> None:
        self._move(self._place_at(point), True)

    def _place_at(self, point: Point) -> int:
        away = [abs(self._text_x + edge - point[0]) for edge in self._edges[: len(self.text) + 1]]
        return away.index(min(away))

    def focus_changed(self) -> None:
        self.composed = ""
        self.lit = True
        self._blink_due_ms = 0 if self.focused else None

    def next_tick_ms(self, now_ms: float) -> float | None:
        return self._blink_due_ms

    def tick(self, now_ms: float) -> None:
        if self._blink_due_ms:
            self.lit = not self.lit
        self._blink_due_ms = now_ms + BLINK_MS

    # --- drawing ---------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        border = theme.ACCENT if self.focused else theme.LINE_STRONG if self.hovered else theme.LINE
        canvas.panel(self.rect, theme.PRESSED, border, 6)
        y, x = self.rect.centery, float(self.rect.x + 10)
        if self.name:
            x += canvas.text(self.name, (x, y), size=12, colour=theme.MUTED) + 12
        room = self.rect.right - 10 - x
        before, after = self.text[: self.caret], self.text[self.caret :]
        shown = before + self.composed + after
        caret_x = canvas.text_width(before + self.composed, SIZE)
        slide = max(0.0, caret_x - room + 2)
        edges = [canvas.text_width(self.text[:n], SIZE) for n in range(len(self.text) + 1)]
        object.__setattr__(self, "_edges", edges)
        object.__setattr__(self, "_text_x", x - slide)
        window = pygame.Rect(round(x) - 1, self.rect.y, round(room) + 3, self.rect.h)
        with canvas.clipped(window):
            if not shown and self.hint:
                canvas.text(self.hint, (x, y), size=SIZE, colour=theme.OFF, width=room)
            self._draw_selection(canvas, x - slide, y, edges)
            canvas.text(shown, (x - slide, y), size=SIZE)
            if self.composed:
                start = x - slide + canvas.text_width(before, SIZE)
                canvas.line((start, y + 9), (x - slide + caret_x, y + 9), theme.ACCENT)
            if self.focused and self.lit:
                canvas.box(pygame.FRect(x - slide + caret_x, y - 9, 1.5, 18), theme.ACCENT_HOVER)

    def _draw_selection(self, canvas: Canvas, x: float, y: float, edges: list[float]) -> None:
        start, end = self.selection
        if start != end and self.focused:
            wide = edges[end] - edges[start]
            canvas.box(pygame.FRect(x + edges[start], y - 10, wide, 20), theme.mix(theme.PANEL, theme.ACCENT, 0.4))


def read_clipboard() -> str:
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""


def write_clipboard(text: str) -> None:
    try:
        pygame.scrap.put_text(text)
    except pygame.error:
        return
