"""What every widget is: a rectangle with an id that draws itself, takes input and says when it changed.

Coordinates are logical units. A widget's own rectangle is in the coordinates of its parent's content, which
differ from the stage's only inside something that scrolls. Time is always handed in, in milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas, Point

if TYPE_CHECKING:
    from game.desktop.screen import Screen

Box = pygame.Rect | tuple[int, int, int, int]
Act = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Tip:
    """An explanation and the rectangle (in the widget's parent's content) that it explains."""

    text: str
    about: pygame.Rect


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure that can be asked about: its address (see `game.explain`), and where and how it is shown.

    The rectangle is in the widget's parent's content. `name`, `icon` and `change` are told where they are known.
    """

    about: str
    rect: pygame.Rect
    value: str = ""
    name: str = ""
    icon: str = ""
    sentence: str = ""


class Widget:
    """A part of a screen. Setting any attribute asks for a new frame.

    A widget that shows a figure carries `about`, the figure's address; one that shows several overrides `spots`.
    """

    focusable = False
    takes_mouse = False
    keeps_tab = False
    takes_text = False
    tip_follows_keys = False
    tip_delay_ms = 350
    about = ""
    spot = 0
    why_off = ""
    """Why it and all in it is disabled, while it is."""

    parent: Widget | None = None
    screen: Screen | None = None

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        *,
        tip: str = "",
        enabled: bool = True,
        visible: bool = True,
    ) -> None:
        self.id = ident
        self.rect = pygame.Rect(rect)
        self.tip = tip
        self.enabled = enabled
        self.visible = visible
        self.hovered = False
        self.focused = False
        self.ringed = False
        self.children: list[Widget] = []

    def __setattr__(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)
        self.changed()

    def changed(self) -> None:
        """Ask for a new frame."""
        screen = self.shown_on()
        if screen is not None:
            screen.dirty = True

    # --- the tree --------------------------------------------------------------------------------------

    def add(self, *widgets: Widget) -> None:
        for widget in widgets:
            widget.parent = self
            self.children.append(widget)
        self.changed()

    def remove(self, widget: Widget) -> None:
        self.children.remove(widget)
        widget.parent = None
        self.changed()

    def clear(self) -> None:
        for widget in list(self.children):
            self.remove(widget)

    def walk(self) -> Iterator[Widget]:
        """This widget and all below it, in the order of reading."""
        yield self
        for child in self.children:
            yield from child.walk()

    def shown_on(self) -> Screen | None:
        node: Widget | None = self
        while node is not None:
            if node.screen is not None:
                return node.screen
            node = node.parent
        return None

    def is_live(self) -> bool:
        """Visible and enabled, with all that holds it."""
        node: Widget | None = self
        while node is not None:
            if not (node.visible and node.enabled):
                return False
            node = node.parent
        return True

    def reason_off(self) -> str:
        """Why it cannot be used now: its own reason, or that of what holds it."""
        node: Widget | None = self
        while node is not None:
            if not node.enabled:
                return node.why_off
            node = node.parent
        return ""

    def is_visible(self) -> bool:
        return self.visible and (self.parent is None or self.parent.is_visible())

    # --- places ----------------------------------------------------------------------------------------

    def content_shift(self) -> tuple[int, int]:
        """How far the content is scrolled, right and down."""
        return (0, 0)

    def to_own(self, point: Point) -> Point:
        """A point of the stage in the coordinates of this widget's rectangle."""
        x, y = point
        node = self.parent
        while node is not None:
            shift = node.content_shift()
            x, y = x + shift[0], y + shift[1]
            node = node.parent
        return x, y

    def stage_rect(self, rect: pygame.Rect | None = None) -> pygame.Rect:
        """Where the widget, or a rectangle in its coordinates, is on the stage."""
        away = self.to_own((0, 0))
        return (rect or self.rect).move(-away[0], -away[1])

    def move(self, right: int, down: int) -> None:
        """Shift the widget and all it holds."""
        for widget in self.walk():
            widget.rect = widget.rect.move(right, down)

    def hit(self, point: Point) -> Widget | None:
        """The topmost widget at a point that takes the mouse or explains itself."""
        if not self.visible or not (self.rect.collidepoint(point) or self.spills()):
            return None
        shift = self.content_shift()
        inner = (point[0] + shift[0], point[1] + shift[1])
        for child in reversed(self.children):
            found = child.hit(inner)
            if found is not None:
                return found
        wanted = self.takes_mouse or self.tip or self.spot_at(point) is not None
        return self if wanted and self.rect.collidepoint(point) else None

    def spills(self) -> bool:
        """Whether children may lie outside the rectangle."""
        return True

    def reveal(self, rect: pygame.Rect) -> None:
        """Bring a rectangle of the content into view, here and in all that holds this."""
        if self.parent is not None:
            self.parent.reveal(rect)

    # --- drawing ---------------------------------------------------------------------------------------

    def render(self, canvas: Canvas) -> None:
        if not self.visible:
            return
        self.draw(canvas)
        for child in self.children:
            child.render(canvas)
        if self.ringed:
            self.draw_ring(canvas)

    def draw(self, canvas: Canvas) -> None:
        """Draw this widget without its children."""

    def draw_ring(self, canvas: Canvas) -> None:
        canvas.panel(self.rect.inflate(4, 4), None, theme.FOCUS, theme.RADIUS + 2, 1.5)

    # --- input: each returns whether it was used ---------------------------------------------------------

    def press(self, point: Point, clicks: int) -> bool:
        return self.takes_mouse

    def drag(self, point: Point) -> None: ...

    def release(self, point: Point) -> None: ...

    def wheel(self, steps: float, point: Point) -> bool:
        return False

    def point_at(self, point: Point) -> None:
        """The mouse moved over the widget."""

    def leave(self) -> None:
        """The mouse left the widget."""

    def key(self, key: int, mods: int) -> bool:
        return False

    def typed(self, text: str) -> bool:
        return False

    def composing(self, text: str) -> None: ...

    def focus_changed(self) -> None: ...

    def tick(self, now_ms: float) -> None:
        """Time passes; only called while something asked for it through `next_tick_ms`."""

    def next_tick_ms(self, now_ms: float) -> float | None:
        """When the widget next wants `tick`, None for never."""
        return None

    def tip_at(self, point: Point | None) -> Tip | None:
        """What to explain at a point, or with None to a keyboard user."""
        return Tip(self.tip, self.rect) if self.tip else None

    # --- figures that explain themselves ---------------------------------------------------------------

    def spots(self) -> list[Spot]:
        """The figures that the widget shows, in the order of reading."""
        return [Spot(self.about, self.rect, sentence=self.tip)] if self.about else []

    def spot_at(self, point: Point | None) -> Spot | None:
        """The figure at a point, or with None the one that the keyboard is on."""
        found = self.spots()
        if point is not None:
            return next((spot for spot in found if spot.rect.collidepoint(point)), None)
        return found[min(self.spot, len(found) - 1)] if found else None

    def ask(self, point: Point | None) -> bool:
        """Open what makes the figure at a point; whether there is one."""
        screen, spot = self.shown_on(), self.spot_at(point)
        return screen is not None and spot is not None and screen.open_card(spot)


def rows(area: Box, *heights: float, gap: int = 8) -> list[pygame.Rect]:
    """Cut an area into rows: heights in units, or -1 (or -2, ...) for a share of what is left."""
    box = pygame.Rect(area)
    return [pygame.Rect(box.x, box.y + at, box.w, size) for at, size in _cut(box.h, heights, gap)]


def columns(area: Box, *widths: float, gap: int = 8) -> list[pygame.Rect]:
    """Cut an area into columns, as `rows` does."""
    box = pygame.Rect(area)
    return [pygame.Rect(box.x + at, box.y, size, box.h) for at, size in _cut(box.w, widths, gap)]


def _cut(total: int, sizes: tuple[float, ...], gap: int) -> list[tuple[int, int]]:
    fixed = sum(size for size in sizes if size >= 0)
    shares = -sum(size for size in sizes if size < 0)
    spare = max(0.0, total - fixed - gap * (len(sizes) - 1))
    cuts, at = [], 0.0
    for size in sizes:
        length = size if size >= 0 else spare * -size / shares
        cuts.append((round(at), round(at + length) - round(at)))
        at += length + gap
    return cuts
