"""Drawing in logical units (a stage of 1280 x 720) on a surface of any size, crisp at every scale.

Nothing here knows of widgets. Colours are opaque RGB; rectangles are pygame Rects in logical units.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pygame

from game.desktop import theme
from game.desktop.stock import Stock, draw_shadow
from game.desktop.theme import Colour
from game.desktop.wrapping import wrap_words

STAGE_WIDTH, STAGE_HEIGHT = 1280, 720
LARGE_PICTURE_PX = 700_000
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class TextMark:
    """One text as it was drawn: where and in which clip (logical units), whether it had to be cut short, its ink.

    `ground` is the colour that most of it stands on, None where nothing of it can be seen.
    """

    text: str
    rect: pygame.FRect
    clip: pygame.FRect
    shortened: bool
    ink: Colour
    ground: Colour | None
    size: int


class Canvas:
    """A surface, its scale `k` in real pixels a logical unit, and a shift for centred or scrolled parts."""

    def __init__(self, surface: pygame.Surface, stock: Stock | None = None) -> None:
        self.stock = stock or Stock()
        self.marks: list[TextMark] | None = None
        self.size = surface.get_size()
        self.target(surface)

    def target(self, surface: pygame.Surface, k: float | None = None) -> None:
        """Draw on another surface from now on, at a scale or, without one, with the stage as large as fits.

        A surface of another size empties the caches.
        """
        width, height = surface.get_size()
        if self.size != (width, height):
            self.stock.drop()
        self.size = (width, height)
        k = k or min(width / STAGE_WIDTH, height / STAGE_HEIGHT)
        self.surface, self.k = surface, k
        self.width, self.height = width / k, height / k
        self._shift: Point = (0.0, 0.0)

    # --- place and scale -------------------------------------------------------------------------------

    def px(self, rect: pygame.Rect | pygame.FRect) -> pygame.Rect:
        """Real pixels of a logical rectangle; neighbours that touch still touch."""
        x, y = rect.x + self._shift[0], rect.y + self._shift[1]
        left, top = round(x * self.k), round(y * self.k)
        return pygame.Rect(left, top, round((x + rect.w) * self.k) - left, round((y + rect.h) * self.k) - top)

    def point_px(self, point: Point) -> Point:
        return (point[0] + self._shift[0]) * self.k, (point[1] + self._shift[1]) * self.k

    @contextmanager
    def shifted(self, x: float, y: float) -> Iterator[None]:
        before = self._shift
        self._shift = (before[0] + x, before[1] + y)
        try:
            yield
        finally:
            self._shift = before

    @contextmanager
    def clipped(self, rect: pygame.Rect) -> Iterator[None]:
        before = self.surface.get_clip()
        self.surface.set_clip(self.px(rect).clip(before))
        try:
            yield
        finally:
            self.surface.set_clip(before)

    # --- shapes ----------------------------------------------------------------------------------------

    def clear(self, colour: Colour | None = None) -> None:
        self.surface.fill(colour or theme.GROUND)

    def box(self, rect: pygame.Rect | pygame.FRect, colour: Colour) -> None:
        self.surface.fill(colour, self.px(rect))

    def veil(self, rect: pygame.Rect | pygame.FRect, colour: Colour, alpha: int) -> None:
        """A see-through rectangle."""
        area = self.px(rect)
        sheet = self.stock.keep(("veil", area.size, colour, alpha), lambda: _sheet(area.size, colour, alpha))
        self.surface.blit(sheet, area)

    def panel(
        self,
        rect: pygame.Rect | pygame.FRect,
        fill: Colour | None,
        border: Colour | None,
        radius: float = theme.RADIUS,
        border_width: float = 1,
    ) -> None:
        """A rectangle with round corners and a border."""
        area = self.px(rect)
        thick = max(1, round(border_width * self.k)) if border is not None else 0
        round_px = max(0, min(round(radius * self.k), min(area.size) // 2 - thick - 1))
        piece = self.stock.corners(round_px, fill, border, thick)
        self._nine_parts(area, piece, fill, border, thick)

    def _nine_parts(
        self, area: pygame.Rect, piece: pygame.Surface, fill: Colour | None, border: Colour | None, thick: int
    ) -> None:
        c = piece.get_width() // 2
        if area.w < 2 * c or area.h < 2 * c:
            self.surface.fill(fill or border or theme.PANEL, area)
            return
        blit, x, y, right, bottom = self.surface.blit, area.x, area.y, area.right, area.bottom
        blit(piece, (x, y), (0, 0, c, c))
        blit(piece, (right - c, y), (c, 0, c, c))
        blit(piece, (x, bottom - c), (0, c, c, c))
        blit(piece, (right - c, bottom - c), (c, c, c, c))
        if fill is not None:
            self.surface.fill(fill, (x + c, y, area.w - 2 * c, area.h))
            self.surface.fill(fill, (x, y + c, c, area.h - 2 * c))
            self.surface.fill(fill, (right - c, y + c, c, area.h - 2 * c))
        if border is not None:
            self.surface.fill(border, (x + c, y, area.w - 2 * c, thick))
            self.surface.fill(border, (x + c, bottom - thick, area.w - 2 * c, thick))
            self.surface.fill(border, (x, y + c, thick, area.h - 2 * c))
            self.surface.fill(border, (right - thick, y + c, thick, area.h - 2 * c))

    def shadow(self, rect: pygame.Rect | pygame.FRect, reach: float) -> None:
        """A soft shade around and below a rectangle, to be drawn before it."""
        area = self.px(pygame.FRect(rect).move(0, reach / 4).inflate(reach * 2, reach * 2))
        edge = max(1, round(reach * self.k))
        piece = self.stock.keep(("shadow", area.size, edge), lambda: draw_shadow(area.size, edge))
        self.surface.blit(piece, area)

    def disc(self, centre: Point, radius: float, colour: Colour, *, width: float = 0, alpha: int = 255) -> None:
        """A filled circle, or with `width` a ring."""
        piece = self.stock.disc(radius * self.k, colour, alpha, width * self.k)
        x, y = self.point_px(centre)
        half = piece.get_width() / 2
        self.surface.blit(piece, (round(x - half), round(y - half)))

    def line(self, start: Point, end: Point, colour: Colour, width: float = 1) -> None:
        """A straight line; level and upright ones fall on whole pixels."""
        thick = max(1, round(width * self.k))
        a, b = self.point_px(start), self.point_px(end)
        if start[0] == end[0] or start[1] == end[1]:
            x, y = round(min(a[0], b[0])), round(min(a[1], b[1]))
            long_x, long_y = round(abs(a[0] - b[0])), round(abs(a[1] - b[1]))
            self.surface.fill(colour, (x, y, max(thick, long_x), max(thick, long_y)))
        else:
            pygame.draw.aaline(self.surface, colour, a, b, thick)

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled shape with smooth edges."""
        real = [self.point_px(point) for point in points]
        pygame.draw.polygon(self.surface, colour, real)
        pygame.draw.aalines(self.surface, colour, True, real)

    def layer(self, key: object, rect: pygame.Rect, paint: Callable[[pygame.Surface, float], None]) -> None:
        """A picture painted once, larger and then smoothed, until its key or the scale changes.

        `paint(surface, scale)` draws on a clear surface whose logical units are `scale` pixels wide.
        """
        area = self.px(rect)
        self.surface.blit(
            self.stock.keep_picture(("layer", key, area.size, self.k), lambda: _paint(area.size, self.k, paint)), area
        )

    # --- text and icons --------------------------------------------------------------------------------

    def text_width(self, text: str, size: float = theme.NORMAL, weight: str = theme.REGULAR) -> float:
        return self.stock.width_px(text, self._size_px(size), weight) / self.k

    def line_height(self, size: float = theme.NORMAL) -> float:
        return round(size * 1.4)

    def text(
        self,
        text: str,
        at: Point,
        *,
        size: float = theme.NORMAL,
        weight: str = theme.REGULAR,
        colour: Colour | None = None,
        align: str = "left",
        width: float | None = None,
    ) -> float:
        """One line, `at` its left (or "center", "right") end and vertical middle; returns the width it took.

        With `width` a longer text is cut with an ellipsis.
        """
        if not text:
            return 0.0
        shown = text if width is None else self.fit(text, width, size, weight)
        ink = colour or theme.TEXT
        piece = self.stock.words(shown, self._size_px(size), weight, ink)
        x, y = self.point_px(at)
        x -= {"left": 0, "center": piece.get_width() / 2, "right": piece.get_width()}[align]
        place = (round(x), round(y - piece.get_height() / 2))
        if self.marks is not None:
            box = pygame.FRect(*place, *piece.get_size())
            clip = self._logical(self.surface.get_clip())
            ground = self._ground_under(box)
            self.marks.append(TextMark(text, self._logical(box), clip, shown != text, ink, ground, round(size)))
        self.surface.blit(piece, place)
        return piece.get_width() / self.k

    def forget(self, rect: pygame.Rect) -> None:
        """What is drawn next hides the texts here: they leave the marks."""
        if self.marks is not None:
            self.marks = [mark for mark in self.marks if not mark.rect.colliderect(rect)]

    def fit(self, text: str, width: float, size: float = theme.NORMAL, weight: str = theme.REGULAR) -> str:
        """The text, or as much of its beginning as fits with an ellipsis."""
        if self.text_width(text, size, weight) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.text_width(text[:middle].rstrip() + "…", size, weight) <= width:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + "…"

    def wrap(self, text: str, width: float, size: float = theme.NORMAL, weight: str = theme.REGULAR) -> list[str]:
        """Lines no wider than `width`; a line break in the text stays one."""
        size_px = self._size_px(size)
        return self.stock.lines(
            (text, width, size_px, weight),
            lambda: wrap_words(text, width, lambda part: self.stock.width_px(part, size_px, weight) / self.k),
        )

    def paragraph(
        self,
        text: str,
        rect: pygame.Rect,
        *,
        size: float = theme.NORMAL,
        weight: str = theme.REGULAR,
        colour: Colour | None = None,
        align: str = "left",
        leading: float | None = None,
    ) -> float:
        """Wrapped text from the top of `rect`; returns the height it took. It may run below the rect."""
        step = leading or self.line_height(size)
        x = {"left": rect.x, "center": rect.centerx, "right": rect.right}[align]
        lines = self.wrap(text, rect.w, size, weight)
        for number, part in enumerate(lines):
            self.text(
                part,
                (x, rect.y + step * (number + 0.5)),
                size=size,
                weight=weight,
                colour=colour,
                align=align,
            )
        return step * len(lines)

    def icon(self, name: str, centre: Point, size: float = 16, colour: Colour | None = None) -> None:
        piece = self.stock.icon(name, max(8, round(size * self.k)), colour or theme.SOFT)
        x, y = self.point_px(centre)
        self.surface.blit(piece, (round(x - piece.get_width() / 2), round(y - piece.get_height() / 2)))

    def _size_px(self, size: float) -> int:
        """Whole pixels, rounded down from their size at scale 1: what fits there fits at every scale."""
        return max(6, int(round(size) * self.k + 1e-6))

    def _ground_under(self, box: pygame.FRect) -> Colour | None:
        seen = pygame.Rect(box).clip(self.surface.get_clip())
        if seen.w < 3 or seen.h < 3:
            return None
        spots = [
            (seen.x + (seen.w - 1) * across // 8, seen.y + (seen.h - 1) * down // 4)
            for across in range(9)
            for down in range(5)
        ]
        found = Counter(tuple(self.surface.get_at(spot))[:3] for spot in spots)
        red, green, blue = found.most_common(1)[0][0]
        return red, green, blue

    def _logical(self, rect: pygame.Rect | pygame.FRect) -> pygame.FRect:
        return pygame.FRect(rect.x / self.k, rect.y / self.k, rect.w / self.k, rect.h / self.k)


def _sheet(size: tuple[int, int], colour: Colour, alpha: int) -> pygame.Surface:
    sheet = pygame.Surface(size)
    sheet.fill(colour)
    sheet.set_alpha(alpha)
    return sheet


def _paint(size: tuple[int, int], k: float, paint: Callable[[pygame.Surface, float], None]) -> pygame.Surface:
    finer = 4 if size[0] * size[1] <= LARGE_PICTURE_PX else 2
    large = pygame.Surface((size[0] * finer, size[1] * finer), pygame.SRCALPHA)
    large.fill((*theme.PANEL, 0))
    paint(large, k * finer)
    return pygame.transform.smoothscale(large, size)
