"""Things to press: buttons with a reason when they cannot be pressed, and switches."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas, Point
from game.desktop.theme import Colour
from game.desktop.widget import Act, Box, Tip, Widget

CONFIRM_KEYS = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
KINDS = ("primary", "secondary", "danger", "quiet")


def face(kind: str) -> tuple[Colour, Colour, Colour, Colour, Colour]:
    """Of a kind of button: its colour as it lies, pointed at and pressed, its border, and the ink."""
    if kind == "primary":
        return theme.ACCENT, theme.ACCENT_HOVER, theme.ACCENT_PRESSED, theme.ACCENT, theme.ON_ACCENT
    if kind == "danger":
        return theme.DANGER, theme.DANGER_HOVER, theme.DANGER_PRESSED, theme.DANGER_LINE, theme.ON_DANGER
    if kind == "quiet":
        return theme.PANEL, theme.RAISED, theme.PRESSED, theme.PANEL, theme.SOFT
    return theme.RAISED, theme.HOVER, theme.PRESSED, theme.LINE, theme.TEXT


class Button(Widget):
    """Runs `on_click`. Kinds: primary, secondary, danger, quiet. With no label it is an icon button.

    `refuse(reason)` disables it and says why; `allow()` enables it again. A refused button can still have the
    focus, so that the reason can be read with the keyboard.
    """

    focusable = True
    takes_mouse = True

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        label: str = "",
        on_click: Act | None = None,
        *,
        kind: str = "secondary",
        icon: str = "",
        icon_after: bool = False,
        tip: str = "",
        align: str = "center",
        selected: bool = False,
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.label, self.on_click, self.kind, self.icon = label, on_click, kind, icon
        self.icon_after, self.align, self.selected = icon_after, align, selected
        self.reason = ""
        self.held = False

    def refuse(self, reason: str) -> None:
        self.reason = reason

    def allow(self) -> None:
        self.reason = ""

    def click(self) -> None:
        screen = self.shown_on()
        if screen is not None and self.is_live():
            screen.chime("refused" if self.reason else "click")
        if not self.reason and self.is_live() and self.on_click is not None:
            self.on_click()

    def press(self, point: Point, clicks: int) -> bool:
        self.held = True
        return True

    def drag(self, point: Point) -> None:
        self.held = self.rect.collidepoint(point)

    def release(self, point: Point) -> None:
        was_held, self.held = self.held, False
        if was_held and self.rect.collidepoint(point):
            self.click()

    def key(self, key: int, mods: int) -> bool:
        if key in CONFIRM_KEYS:
            self.click()
            return True
        return False

    def tip_at(self, point: Point | None) -> Tip | None:
        text = "\n".join(part for part in (self.tip, self.reason) if part)
        return Tip(text, self.rect) if text else None

    def draw(self, canvas: Canvas) -> None:
        normal, hover, pressed, border, ink = face(self.kind)
        if self.reason or not self.enabled:
            normal = hover = pressed = theme.PRESSED
            border, ink = theme.LINE, theme.OFF
        elif self.selected:
            normal = hover = theme.SELECTED
            border, ink = theme.LINE_STRONG, theme.TEXT
        fill = pressed if self.held else hover if self.hovered else normal
        canvas.panel(self.rect, fill, border, 6)
        self._draw_face(canvas, ink)

    def _draw_face(self, canvas: Canvas, ink: Colour) -> None:
        middle = self.rect.centery + (0.5 if self.held else 0)
        if not self.label:
            canvas.icon(self.icon, (self.rect.centerx, middle), min(18, self.rect.h - 10), ink)
            return
        weight = theme.SEMIBOLD if self.kind in ("primary", "danger") else theme.MEDIUM
        size = theme.NORMAL if self.rect.h >= 26 else 12
        icon_room = 24 if self.icon else 0
        room = self.rect.w - 20 - icon_room
        shown = canvas.fit(self.label, room, size, weight)
        wide = canvas.text_width(shown, size, weight) + icon_room
        x = self.rect.centerx - wide / 2 if self.align == "center" else self.rect.x + 12
        if self.icon:
            before = 0 if self.icon_after else icon_room
            icon_x = x + wide - 8 if self.icon_after else x + 8
            canvas.icon(self.icon, (icon_x, middle), 16, ink)
            x += before
        canvas.text(self.label, (x, middle), size=size, weight=weight, colour=ink, width=room)


class Toggle(Widget):
    """A switch with a label; `on_change` gets whether it is on."""

    focusable = True
    takes_mouse = True

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        label: str = "",
        value: bool = False,
        on_change: Callable[[bool], None] | None = None,
        *,
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.label, self.value, self.on_change = label, value, on_change

    def flip(self) -> None:
        self.value = not self.value
        screen = self.shown_on()
        if screen is not None:
            screen.chime("click")
        if self.on_change is not None:
            self.on_change(self.value)

    def release(self, point: Point) -> None:
        if self.rect.collidepoint(point) and self.is_live():
            self.flip()

    def key(self, key: int, mods: int) -> bool:
        arrow_flips = key == (pygame.K_LEFT if self.value else pygame.K_RIGHT)
        if key in CONFIRM_KEYS or arrow_flips:
            self.flip()
            return True
        return key in (pygame.K_LEFT, pygame.K_RIGHT)

    def draw(self, canvas: Canvas) -> None:
        track = pygame.Rect(0, 0, 34, 18)
        track.midright = self.rect.midright
        fill = theme.ACCENT if self.value else theme.TRACK
        if not self.enabled:
            fill = theme.mix(fill, theme.PANEL, 0.5)
        border = theme.LINE_STRONG if not self.value or self.hovered else fill
        canvas.panel(track, fill, border, 9)
        knob_x = track.right - 9 if self.value else track.x + 9
        canvas.disc((knob_x, track.centery), 6.2, theme.ON_ACCENT if self.value else theme.TEXT)
        if self.value:
            canvas.icon("check", (knob_x, track.centery), 9, theme.ACCENT)
        colour = theme.TEXT if self.enabled else theme.OFF
        canvas.text(self.label, (self.rect.x, self.rect.centery), colour=colour, width=self.rect.w - 44)


class Way(Widget):
    """A row that leads somewhere if it has `go`: a click or a confirming key takes one there. It draws its arrow."""

    takes_mouse = True

    def __init__(self, ident: str, rect: Box, go: Act | None) -> None:
        super().__init__(ident, rect)
        self.go = go

    @property
    def focusable(self) -> bool:  # type: ignore[override]
        return self.go is not None

    @property
    def lit(self) -> bool:
        return self.go is not None and (self.hovered or self.focused)

    def release(self, point: Point) -> None:
        if self.rect.collidepoint(point) and self.go is not None:
            self.go()

    def key(self, key: int, mods: int) -> bool:
        if key in CONFIRM_KEYS and self.go is not None:
            self.go()
            return True
        return False

    def draw_way(self, canvas: Canvas, at: Point) -> None:
        if self.go is not None:
            canvas.icon("chevron-right", at, 13, theme.TEXT if self.lit else theme.ACCENT)
