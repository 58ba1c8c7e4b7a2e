"""Caches of what is costly to make: fonts, rendered words, icons and rounded corners, all in real pixels."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from io import BytesIO

import pygame

from assets import read_bytes
from assets.faces import LATIN, font_file, runs
from game.desktop.theme import SHADE, Colour

Key = tuple[object, ...]


class Shelf:
    """Surfaces by what they show; the least recently used goes first when the shelf is full."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: OrderedDict[Key, pygame.Surface] = OrderedDict()

    def keep(self, key: Key, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The surface of a key, made at its first use."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = self._kept[key] = make()
        if len(self._kept) > self._limit:
            self._kept.popitem(last=False)
        return made

    def clear(self) -> None:
        self._kept.clear()


class Stock:
    """Fonts, many small pieces and a few large pictures."""

    def __init__(self) -> None:
        self._pieces, self._pictures = Shelf(4000), Shelf(48)
        self._fonts: dict[tuple[str, int, str], pygame.Font] = {}
        self._widths: dict[tuple[str, int, str], int] = {}
        self._lines: dict[Key, list[str]] = {}
        self.lacking: list[str] = []
        """Files of fonts and icons that were missing or broken when they were first needed."""
        self.keep, self.keep_picture = self._pieces.keep, self._pictures.keep

    def drop(self) -> None:
        """Forget everything, as after a change of scale."""
        self._pieces.clear()
        self._pictures.clear()
        self._fonts.clear()
        self._widths.clear()
        self._lines.clear()

    def font(self, size_px: int, weight: str, face: str = LATIN) -> pygame.Font:
        key = (face, size_px, weight)
        if key not in self._fonts:
            self._fonts[key] = self._load_font(font_file(face, weight), size_px)
        return self._fonts[key]

    def _load_font(self, file: str, size_px: int) -> pygame.Font:
        """The font of a file, or where it is missing or broken the one that comes with pygame, a little smaller."""
        try:
            font = pygame.Font(BytesIO(read_bytes(file)), size_px)
            font.size("0")  # A font that could not be read says so only when it is used.
            return font
        except (OSError, ValueError, pygame.error):
            self._lack(file)
            return pygame.Font(None, round(size_px * 0.95))

    def _lack(self, file: str) -> None:
        if file not in self.lacking:
            self.lacking.append(file)

    def width_px(self, text: str, size_px: int, weight: str) -> int:
        key = (text, size_px, weight)
        if key not in self._widths:
            if len(self._widths) > 8000:
                self._widths.clear()
            parts = runs(text.replace("\0", ""))
            self._widths[key] = sum(self.font(size_px, weight, face).size(part)[0] for part, face in parts)
        return self._widths[key]

    def lines(self, key: Key, wrap: Callable[[], list[str]]) -> list[str]:
        """A text in lines, wrapped at its first use."""
        if key not in self._lines:
            if len(self._lines) > 1000:
                self._lines.clear()
            self._lines[key] = wrap()
        return self._lines[key]

    def words(self, text: str, size_px: int, weight: str, colour: Colour) -> pygame.Surface:
        clean = text.replace("\0", "")
        return self.keep(
            ("words", clean, size_px, weight, colour),
            lambda: self._draw_words(clean, size_px, weight, colour),
        )

    def _draw_words(self, text: str, size_px: int, weight: str, colour: Colour) -> pygame.Surface:
        """A line in as many faces as it needs, on one baseline, as high as a line in the Latin one."""
        parts = runs(text)
        if len(parts) == 1 and parts[0][1] == LATIN:
            return self.font(size_px, weight).render(text, True, colour)
        main = self.font(size_px, weight)
        drawn = [(self.font(size_px, weight, face), part) for part, face in parts]
        sheet = pygame.Surface((sum(font.size(part)[0] for font, part in drawn), main.get_height()), pygame.SRCALPHA)
        sheet.fill((*colour, 0))
        x = 0
        for font, part in drawn:
            piece = font.render(part, True, colour)
            sheet.blit(piece, (x, main.get_ascent() - font.get_ascent()))
            x += piece.get_width()
        return sheet

    def icon(self, name: str, size_px: int, colour: Colour) -> pygame.Surface:
        """The icon of a name; a ring where its file is missing or broken."""
        return self.keep(("icon", name, size_px, colour), lambda: self._draw_icon(name, size_px, colour))

    def _draw_icon(self, name: str, size_px: int, colour: Colour) -> pygame.Surface:
        try:
            return draw_icon(name, size_px, colour)
        except (OSError, pygame.error):
            self._lack(f"icons/{name}.svg")
            return draw_disc(size_px / 2 - 2, colour, 255, 1.5)

    def corners(self, radius_px: int, fill: Colour | None, border: Colour | None, border_px: int) -> pygame.Surface:
        """A small rounded square whose four corners any panel of this look can use."""
        return self.keep(
            ("corners", radius_px, fill, border, border_px),
            lambda: draw_corners(radius_px, fill, border, border_px),
        )

    def disc(self, radius_px: float, colour: Colour, alpha: int, width_px: float = 0) -> pygame.Surface:
        return self.keep(
            ("disc", round(radius_px, 2), colour, alpha, round(width_px, 2)),
            lambda: draw_disc(radius_px, colour, alpha, width_px),
        )


def draw_icon(name: str, size_px: int, colour: Colour) -> pygame.Surface:
    red, green, blue = colour
    drawing = read_bytes(f"icons/{name}.svg").replace(b"currentColor", b"#%02x%02x%02x" % (red, green, blue))
    return pygame.image.load_sized_svg(BytesIO(drawing), (size_px, size_px))


def draw_corners(radius_px: int, fill: Colour | None, border: Colour | None, border_px: int) -> pygame.Surface:
    finer = 4
    side = (radius_px + border_px + 1) * 2
    large = pygame.Surface((side * finer, side * finer), pygame.SRCALPHA)
    large.fill((*(border or fill or (0, 0, 0)), 0))
    whole, thick = large.get_rect(), border_px * finer
    radius = radius_px * finer
    if border is not None and fill is not None:
        pygame.draw.rect(large, border, whole, border_radius=radius)
        pygame.draw.rect(large, fill, whole.inflate(-2 * thick, -2 * thick), border_radius=max(0, radius - thick))
    elif fill is not None:
        pygame.draw.rect(large, fill, whole, border_radius=radius)
    elif border is not None:
        pygame.draw.rect(large, border, whole, width=thick, border_radius=radius)
    return pygame.transform.smoothscale(large, (side, side))


def draw_disc(radius_px: float, colour: Colour, alpha: int, width_px: float) -> pygame.Surface:
    finer = 4
    side = int(radius_px * 2) + 4
    large = pygame.Surface((side * finer, side * finer), pygame.SRCALPHA)
    large.fill((*colour, 0))
    middle = (side * finer / 2, side * finer / 2)
    pygame.draw.circle(large, (*colour, alpha), middle, radius_px * finer, max(0, round(width_px * finer)))
    return pygame.transform.smoothscale(large, (side, side))


def draw_shadow(size: tuple[int, int], edge_px: int) -> pygame.Surface:
    """A blurred dark rectangle that fades out over its outer `edge_px` on each side."""
    coarse = 4
    small = pygame.Surface((max(8, size[0] // coarse), max(8, size[1] // coarse)), pygame.SRCALPHA)
    small.fill((*SHADE, 0))
    inset = edge_px // coarse
    core = small.get_rect().inflate(-2 * inset, -2 * inset)
    pygame.draw.rect(small, (*SHADE, 170), core, border_radius=inset)
    soft = pygame.transform.gaussian_blur(small, max(1, inset // 2), repeat_edge_pixels=False)
    return pygame.transform.smoothscale(soft, size)
