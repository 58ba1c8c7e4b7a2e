"""Thick lines in three styles and end points in four shapes, on a surface that is smoothed afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pygame

from game.desktop import theme
from game.desktop.theme import Colour

Point = tuple[float, float]
DASHES: dict[str, tuple[float, float]] = {"dashed": (5.0, 2.6), "dotted": (0.1, 2.4)}


def draw_stroke(
    surface: pygame.Surface, points: Sequence[Point], colour: Colour, width: float, style: str = "solid"
) -> None:
    """A line of round joints; `style` solid, dashed or dotted. Raises KeyError for another style."""
    if style == "solid":
        _draw_run(surface, points, colour, width)
        return
    on, off = DASHES[style]
    for piece in dashes(points, on * width, off * width):
        _draw_run(surface, piece, colour, width)


def _draw_run(surface: pygame.Surface, points: Sequence[Point], colour: Colour, width: float) -> None:
    if len(points) > 1:
        for start, end in pairwise(points):
            _draw_beam(surface, start, end, colour, width)
    for point in points:
        pygame.draw.circle(surface, colour, point, width / 2)


def _draw_beam(surface: pygame.Surface, start: Point, end: Point, colour: Colour, width: float) -> None:
    """A straight piece whose thickness is the same at every slope."""
    run_x, run_y = end[0] - start[0], end[1] - start[1]
    length = (run_x * run_x + run_y * run_y) ** 0.5
    if length < 0.01:
        return
    off_x, off_y = -run_y / length * width / 2, run_x / length * width / 2
    corners = [
        (start[0] + off_x, start[1] + off_y),
        (end[0] + off_x, end[1] + off_y),
        (end[0] - off_x, end[1] - off_y),
        (start[0] - off_x, start[1] - off_y),
    ]
    pygame.draw.polygon(surface, colour, corners)


def dashes(points: Sequence[Point], on: float, off: float) -> list[list[Point]]:
    """Cut a line into dashes of a length, measured along it."""
    pieces: list[list[Point]] = []
    piece: list[Point] = [points[0]] if points else []
    left, drawing = on, True
    for start, end in pairwise(points):
        length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
        done = 0.0
        while length - done > left:
            done += left
            at = (
                start[0] + (end[0] - start[0]) * done / length,
                start[1] + (end[1] - start[1]) * done / length,
            )
            if drawing:
                pieces.append([*piece, at])
            drawing = not drawing
            piece = [at]
            left = on if drawing else off
        left -= length - done
        if drawing:
            piece.append(end)
    if drawing and piece:
        pieces.append(piece)
    return pieces


def draw_point(surface: pygame.Surface, at: Point, radius: float, colour: Colour, shape: str) -> None:
    """An end point with a dark core: circle, square, triangle or diamond. Raises KeyError for another."""
    x, y = at

    def outline(reach: float) -> list[Point]:
        return {
            "square": [
                (x - reach, y - reach),
                (x + reach, y - reach),
                (x + reach, y + reach),
                (x - reach, y + reach),
            ],
            "triangle": [(x, y - reach * 1.25), (x + reach * 1.15, y + reach), (x - reach * 1.15, y + reach)],
            "diamond": [
                (x, y - reach * 1.3),
                (x + reach * 1.3, y),
                (x, y + reach * 1.3),
                (x - reach * 1.3, y),
            ],
        }[shape]

    if shape == "circle":
        pygame.draw.circle(surface, colour, at, radius)
        pygame.draw.circle(surface, theme.PANEL, at, radius * 0.5)
        return
    pygame.draw.polygon(surface, colour, outline(radius * 0.92))
    pygame.draw.polygon(surface, theme.PANEL, outline(radius * 0.42))
