"""What lies over the sites of a map: names, planned orders as ghosts with dashed outlines, and words on a state.

Every plate looks for a place where it covers neither a marker nor another plate; a thin line leads back to its site.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas, Point
from game.desktop.theme import Colour

HIGH, GAP, SIZE = 19, 3, 11
NAME_SIZE, NAME_HIGH, NAME_GAPS = 11.5, 18, (6, 14, 26, 42, 60, 80)
"""Names of sites, and how far from its marker a name may stand."""
GHOST_GAPS = tuple(9 + (HIGH + GAP) * step for step in range(6))
CLEAR, FAR = 10, 25
"""How far a plate keeps from others' markers, and the distance that is as bad as half a marker that lies close."""
Way = tuple[int, int]
BESIDE: tuple[Way, ...] = ((1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1), (0, -1), (0, 1))
BELOW: tuple[Way, ...] = ((0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1), (1, 0), (-1, 0))
"""The ways from a marker in which a plate is tried, the best first."""


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


def free_place(
    size: tuple[float, float],
    at: Point,
    radius: float,
    gaps: Sequence[float],
    ways: Sequence[Way],
    room: pygame.Rect,
    plates: Sequence[pygame.Rect],
    discs: Sequence[pygame.Rect],
) -> tuple[pygame.Rect, int] | None:
    """The best place for a plate of a size around a marker, covering no plate, and how many markers it covers.

    Near is good; to cover a marker, to lie close to another one, or a line back that crosses something is worse. None
    if it would cover a plate wherever it stood in the room.
    """
    others = [disc for disc in discs if not disc.collidepoint(at)]
    best: tuple[pygame.Rect, int] | None = None
    least = math.inf
    for gap in gaps:
        if gap / FAR >= least:
            break
        for way in ways:
            plate = _beside(size, at, radius + gap, way)
            if not room.contains(plate) or plate.inflate(2, GAP).collidelist(plates) >= 0:
                continue
            covered = len(plate.collidelistall(discs))
            cost = gap / FAR + 4 * covered + 2 * len(plate.inflate(CLEAR, CLEAR).collidelistall(others))
            if cost < least:
                line = at, nearest(plate, at)
                cost += 2 * sum(bool(each.clipline(line)) for each in (*plates, *others))
            if cost < least:
                best, least = (plate, covered), cost
    return best


def nearest(plate: pygame.Rect, at: Point) -> Point:
    """The point of a plate that is nearest to another point."""
    return min(max(at[0], plate.x), plate.right), min(max(at[1], plate.y), plate.bottom)


def _beside(size: tuple[float, float], at: Point, away: float, way: Way) -> pygame.Rect:
    """A plate that lies at a distance from a point in one of eight ways."""
    plate = pygame.Rect(0, 0, round(size[0]), round(size[1]))
    part = 1.0 if 0 in way else 0.71
    x, y = at[0] + way[0] * away * part, at[1] + way[1] * away * part
    plate.centerx = round(x + way[0] * size[0] / 2)
    plate.centery = round(y + way[1] * size[1] / 2)
    return plate


def lay_out(
    canvas: Canvas,
    ghosts: Sequence[Ghost],
    anchors: Mapping[int, Point],
    radii: Mapping[int, float],
    room: pygame.Rect,
    discs: Sequence[pygame.Rect] = (),
    plates: Sequence[pygame.Rect] = (),
) -> dict[int, pygame.Rect]:
    """Where each ghost's plate goes: below what it belongs to if that is free, inside the room, none over another."""
    placed: dict[int, pygame.Rect] = {}
    for ghost in ghosts:
        at, radius = anchors[ghost.number], radii[ghost.number]
        size = (canvas.text_width(ghost.text, SIZE, theme.MEDIUM) + 28, HIGH)
        taken = [*plates, *placed.values()]
        found = free_place(size, at, radius, GHOST_GAPS, BELOW, room.inflate(-4, -4), taken, discs)
        placed[ghost.number] = found[0] if found else _stacked(size, at, radius, room, taken)
    return placed


def _stacked(
    size: tuple[float, float], at: Point, radius: float, room: pygame.Rect, placed: Sequence[pygame.Rect]
) -> pygame.Rect:
    """Below others, then above, where there is no free place around a site."""
    plate = _beside(size, at, radius + GHOST_GAPS[0], (0, 1)).clamp(room.inflate(-4, -4))
    for step in range(1, 14):
        hit = plate.collidelist([other.inflate(0, GAP) for other in placed])
        if hit < 0:
            break
        plate.y = placed[hit].bottom + GAP
        if plate.bottom > room.bottom:
            plate.bottom = round(at[1] - radius - 9) - (HIGH + GAP) * (step - 1)
    return plate


def draw_leader(canvas: Canvas, at: Point, radius: float, plate: pygame.Rect, colour: Colour) -> None:
    """From the edge of a marker to the nearest point of its plate."""
    end = nearest(plate, at)
    away = math.dist(at, end)
    if away > radius:
        start = (at[0] + (end[0] - at[0]) * radius / away, at[1] + (end[1] - at[1]) * radius / away)
        canvas.line(start, end, colour)


def _colour_of(ghost: Ghost, *, lit: bool) -> Colour:
    return theme.BAD if ghost.trouble else theme.FOCUS if lit else theme.ACCENT


def draw_reach(canvas: Canvas, ghost: Ghost, at: Point, radius: float, plate: pygame.Rect, *, lit: bool) -> None:
    """The ring around what a ghost belongs to, and the line to its plate; all of these lie below all plates."""
    colour = _colour_of(ghost, lit=lit)
    dashed_ring(canvas, at, radius + 6, colour)
    draw_leader(canvas, at, radius + 6, plate, theme.mix(theme.GROUND, colour, 0.8))


def draw_ghost(canvas: Canvas, ghost: Ghost, plate: pygame.Rect, *, lit: bool) -> None:
    colour = _colour_of(ghost, lit=lit)
    canvas.panel(plate, theme.mix(theme.PANEL, colour, 0.28 if lit else 0.12), None, 5)
    dashed_box(canvas, plate, colour)
    icon = "x" if lit else "triangle-alert" if ghost.trouble else ghost.icon
    canvas.icon(icon, (plate.x + 12, plate.centery), 12, colour)
    canvas.text(ghost.text, (plate.x + 22, plate.centery), size=SIZE, weight=theme.MEDIUM)


def name_plate(
    canvas: Canvas,
    name: str,
    at: Point,
    radius: float,
    room: pygame.Rect,
    plates: Sequence[pygame.Rect],
    discs: Sequence[pygame.Rect],
    *,
    wanted: bool,
) -> pygame.Rect | None:
    """Where a site's name goes. Left out where it would cover a marker, unless it is wanted."""
    size = (canvas.text_width(name, NAME_SIZE, theme.MEDIUM) + 10, NAME_HIGH)
    found = free_place(size, at, radius, NAME_GAPS, BESIDE, room, plates, discs)
    return None if found is None or (found[1] and not wanted) else found[0]


def draw_name(canvas: Canvas, name: str, at: Point, radius: float, plate: pygame.Rect) -> None:
    draw_leader(canvas, at, radius, plate, theme.SOFT)
    canvas.panel(plate, theme.PANEL, theme.LINE_STRONG, 5)
    canvas.text(name, (plate.x + 5, plate.centery), size=NAME_SIZE, weight=theme.MEDIUM)


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
