"""What lies over the sites of a map: planned orders as ghosts with dashed outlines, and words on a state."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas, Point
from game.desktop.theme import Colour

HIGH, GAP, SIZE = 19, 3, 11


@dataclass(frozen=True, slots=True)
class Ghost:
    """Something planned at a site (`site` its key, or none yet) or at a place: `text` says how much, `tip` what it
    assumes. `number` is its place in the plan."""

    number: int
    longitude: float
    latitude: float
    text: str
    icon: str
    site: str = ""
    tip: str = ""
    trouble: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Something written on the land, such as a price on its state."""

    longitude: float
    latitude: float
    text: str


def lay_out(
    canvas: Canvas, ghosts: Sequence[Ghost], anchors: Mapping[int, Point], radii: Mapping[int, float], room: pygame.Rect
) -> dict[int, pygame.Rect]:
    """Where each ghost's plate goes: below what it belongs to, stacked, inside the room, none over another."""
    placed: dict[int, pygame.Rect] = {}
    for ghost in ghosts:
        x, y = anchors[ghost.number]
        wide = canvas.text_width(ghost.text, SIZE, theme.MEDIUM) + 28
        plate = pygame.Rect(0, 0, round(wide), HIGH)
        plate.midtop = (round(x), round(y + radii[ghost.number] + 9))
        plate.clamp_ip(room.inflate(-4, -4))
        for step in range(1, 14):
            hit = plate.collidelist([other.inflate(0, GAP) for other in placed.values()])
            if hit < 0:
                break
            other = list(placed.values())[hit]
            plate.y = other.bottom + GAP
            if plate.bottom > room.bottom:
                plate.bottom = round(y - radii[ghost.number] - 9) - (HIGH + GAP) * (step - 1)
        placed[ghost.number] = plate
    return placed


def draw_ghost(canvas: Canvas, ghost: Ghost, at: Point, radius: float, plate: pygame.Rect, *, lit: bool) -> None:
    colour = theme.BAD if ghost.trouble else theme.FOCUS if lit else theme.ACCENT
    dashed_ring(canvas, at, radius + 6, colour)
    end = (min(max(at[0], plate.x), plate.right), plate.y if plate.y > at[1] else plate.bottom)
    canvas.line((at[0], at[1] + radius + 6), end, theme.mix(theme.GROUND, colour, 0.6))
    canvas.panel(plate, theme.mix(theme.PANEL, colour, 0.28 if lit else 0.12), None, 5)
    dashed_box(canvas, plate, colour)
    icon = "x" if lit else "triangle-alert" if ghost.trouble else ghost.icon
    canvas.icon(icon, (plate.x + 12, plate.centery), 12, colour)
    canvas.text(ghost.text, (plate.x + 22, plate.centery), size=SIZE, weight=theme.MEDIUM)


def dashed_ring(canvas: Canvas, at: Point, radius: float, colour: Colour, pieces: int = 11) -> None:
    x, y = at
    for number in range(pieces):
        start, end = (2 * math.pi * (number + part) / pieces for part in (0.0, 0.55))
        canvas.line(
            (x + radius * math.cos(start), y + radius * math.sin(start)),
            (x + radius * math.cos(end), y + radius * math.sin(end) + 0.01),
            colour,
            1.5,
        )


def dashed_box(canvas: Canvas, rect: pygame.Rect, colour: Colour, on: int = 4, off: int = 3) -> None:
    for x in range(rect.x + 2, rect.right - 2, on + off):
        end = min(x + on, rect.right - 2)
        canvas.line((x, rect.y), (end, rect.y), colour)
        canvas.line((x, rect.bottom - 1), (end, rect.bottom - 1), colour)
    for y in range(rect.y + 2, rect.bottom - 2, on + off):
        end = min(y + on, rect.bottom - 2)
        canvas.line((rect.x, y), (rect.x, end), colour)
        canvas.line((rect.right - 1, y), (rect.right - 1, end), colour)


def draw_arc(canvas: Canvas, at: Point, radius: float, thick: float, share: float, colour: Colour) -> None:
    """A part of a ring, clockwise from the top."""
    share = min(1.0, max(0.0, share))
    steps = max(2, round(28 * share))
    angles = [math.pi * (2 * share * step / steps - 0.5) for step in range(steps + 1)]
    outer = [(at[0] + radius * math.cos(a), at[1] + radius * math.sin(a)) for a in angles]
    inner = [(at[0] + (radius - thick) * math.cos(a), at[1] + (radius - thick) * math.sin(a)) for a in angles]
    canvas.polygon([*outer, *reversed(inner)], colour)


def draw_words(canvas: Canvas, words: Words, at: Point) -> pygame.Rect:
    """On a plate, whose rectangle is returned."""
    wide = canvas.text_width(words.text, 11, theme.SEMIBOLD) + 10
    plate = pygame.Rect(round(at[0] - wide / 2), round(at[1] - 9), round(wide), 17)
    canvas.panel(plate, theme.GROUND, theme.LINE_STRONG, 5)
    canvas.text(words.text, (at[0], at[1]), size=11, weight=theme.SEMIBOLD, align="center")
    return plate
