"""A small print of a picture, what differs between two, and the goldens on disk.

A cell of a print is the mean colour of 8 x 8 logical units, so that a letter more or a line moved by two units
shows, while a pixel that another system smooths otherwise does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pygame
from numpy.typing import NDArray

CELL = 8
ACROSS, DOWN = 160, 90
DRAWN_BY = "2.5.8"
"""The pygame-ce whose pictures the goldens are; others smooth letters and circles a little otherwise."""
TOLERANCE = 8 if pygame.version.ver == DRAWN_BY else 24
"""Of 255, on each of three channels."""
NEAR = 3
"""Changed cells that are as close as this belong to one region."""
LANGUAGES = ("en", "ja")
SCALES = (1.0, 1.5)
FOLDER = Path(__file__).parent / "goldens"

Print = NDArray[np.uint8]


class MissingGoldenError(Exception):
    """There is nothing to compare with."""


@dataclass(frozen=True)
class Region:
    """Where pictures differ, in logical units; `cells` of it differ, the strongest by `most` of 255."""

    rect: pygame.Rect
    cells: int
    most: int

    def pixels(self, scale: float) -> int:
        """About how many real pixels the changed cells hold."""
        return round(self.cells * (CELL * scale) ** 2)


def print_of(surface: pygame.Surface) -> Print:
    """The print of a window of 1280 x 720 units at any scale that is a whole number of pixels a cell."""
    pixels = pygame.surfarray.array3d(surface)
    side = pixels.shape[0] // ACROSS
    if pixels.shape != (ACROSS * side, DOWN * side, 3):
        raise ValueError(f"a window of {pixels.shape[:2]} is not {ACROSS} x {DOWN} cells")
    cells = pixels.reshape(ACROSS, side, DOWN, side, 3).mean(axis=(1, 3))
    return np.rint(cells).astype(np.uint8)


def changed(one: Print, other: Print, tolerance: int = TOLERANCE) -> NDArray[np.int16]:
    """How far apart each cell is where that is more than the tolerance, else 0."""
    apart = np.abs(one.astype(np.int16) - other.astype(np.int16)).max(axis=2)
    return np.where(apart > tolerance, apart, 0)


def regions(apart: NDArray[np.int16]) -> list[Region]:
    """What differs, cells that lie close together as one; the largest first."""
    left = {(int(x), int(y)) for x, y in zip(*np.nonzero(apart), strict=True)}
    found = []
    while left:
        group = list(_spread(left, left.pop()))
        xs, ys = [x for x, _ in group], [y for _, y in group]
        wide, high = max(xs) - min(xs) + 1, max(ys) - min(ys) + 1
        rect = pygame.Rect(min(xs) * CELL, min(ys) * CELL, wide * CELL, high * CELL)
        found.append(Region(rect, len(group), max(int(apart[cell]) for cell in group)))
    return sorted(found, key=lambda region: (-region.cells, region.rect.y, region.rect.x))


def _spread(left: set[tuple[int, int]], start: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """A cell and all that hang together with it; they are taken out of `left`."""
    edge = [start]
    steps = range(-NEAR, NEAR + 1)
    while edge:
        x, y = edge.pop()
        yield x, y
        for cell in [(x + right, y + down) for right in steps for down in steps]:
            if cell in left:
                left.remove(cell)
                edge.append(cell)


# --- on disk -------------------------------------------------------------------------------------------


def path_of(scene: str, folder: Path = FOLDER) -> Path:
    return folder / f"{scene}.png"


def _place(language: str, scale: float) -> tuple[slice, slice]:
    """Where a print stands in its scene's picture: languages side by side, scales one below the other."""
    x, y = LANGUAGES.index(language) * ACROSS, SCALES.index(scale) * DOWN
    return slice(x, x + ACROSS), slice(y, y + DOWN)


def read(scene: str, language: str, scale: float, folder: Path = FOLDER) -> Print:
    """The golden print. Raises MissingGoldenError."""
    path = path_of(scene, folder)
    if not path.exists():
        raise MissingGoldenError(
            f"no golden of {scene}: look at it, then python -m tests.desktop.shots --write {scene}"
        )
    found: Print = pygame.surfarray.array3d(pygame.image.load(path))[_place(language, scale)]
    if found.shape != (ACROSS, DOWN, 3) or not found.any():
        raise MissingGoldenError(f"no golden of {scene} in {language} at {scale:.0%}")
    return found


def write(scene: str, language: str, scale: float, found: Print, folder: Path = FOLDER) -> None:
    """Keep a print beside those of the scene in other languages and scales."""
    path = path_of(scene, folder)
    whole = np.zeros((ACROSS * len(LANGUAGES), DOWN * len(SCALES), 3), np.uint8)
    if path.exists():
        known = pygame.surfarray.array3d(pygame.image.load(path))
        if known.shape == whole.shape:
            whole = known
    whole[_place(language, scale)] = found
    folder.mkdir(parents=True, exist_ok=True)
    pygame.image.save(pygame.surfarray.make_surface(whole), path)
