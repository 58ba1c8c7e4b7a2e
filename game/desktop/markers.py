"""Site markers: a shape for each status, so that colour is never alone, and room between those too close."""

from __future__ import annotations

import math
from collections.abc import Sequence

from game.desktop import theme
from game.desktop.canvas import Canvas, Point
from game.desktop.mapmarks import draw_arc
from game.desktop.theme import Colour

STATUSES = ("live", "building", "dark", "planned")


def draw_marker(
    canvas: Canvas,
    at: Point,
    radius: float,
    colour: Colour,
    status: str,
    lit: bool = False,
    *,
    halo: bool = True,
    progress: float = 0.0,
) -> None:
    """Live: a full disc. Building: a ring that fills with the work. Dark: a disc with its lower half out.
    Planned: an open diamond. `progress` is the part of the work that is done; beside a live site an arc around it.

    Raises ValueError for another status.
    """
    if status not in STATUSES:
        raise ValueError(f"site status {status!r} is none of {', '.join(STATUSES)}")
    if halo:
        canvas.disc(at, radius + (6 if lit else 4.5), colour, alpha=110 if lit else 64)
    x, y = at
    if status == "planned":
        reach = radius + 1.5
        canvas.polygon([(x - reach, y), (x, y - reach), (x + reach, y), (x, y + reach)], colour)
        inner = reach - 2.2
        canvas.polygon([(x - inner, y), (x, y - inner), (x + inner, y), (x, y + inner)], theme.GROUND)
        return
    canvas.disc(at, radius + 1.2, theme.BORDER_LAND)
    if status == "building":
        canvas.disc(at, radius, theme.mix(theme.GROUND, colour, 0.45))
        canvas.disc(at, radius - 2.6, theme.GROUND)
        draw_arc(canvas, at, radius, 2.6, max(0.04, progress), colour)
        return
    canvas.disc(at, radius, colour)
    if progress:
        draw_arc(canvas, at, radius + 4.4, 2.2, 1.0, theme.mix(theme.GROUND, colour, 0.4))
        draw_arc(canvas, at, radius + 4.4, 2.2, progress, theme.TEXT)
    if status == "dark":
        lower = _half(x, y, radius - 1.6)
        canvas.polygon(lower, theme.GROUND)


def _half(x: float, y: float, radius: float) -> list[Point]:
    angles = [math.pi * step / 12 for step in range(13)]
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]


def spread(points: Sequence[Point], radii: Sequence[float], rounds: int = 30) -> list[Point]:
    """Move circles apart until they hardly overlap; those alone stay. Same input, same answer."""
    placed = [list(point) for point in points]
    for one, point in enumerate(points):
        twins = sum(point == earlier for earlier in points[:one])
        if twins:
            away, angle = 0.8 * radii[one] * twins**0.5, 2.4 * twins
            placed[one] = [point[0] + away * math.cos(angle), point[1] + away * math.sin(angle)]
    for _ in range(rounds):
        moved = False
        for one in range(len(placed)):
            for other in range(one):
                gap_x, gap_y = placed[one][0] - placed[other][0], placed[one][1] - placed[other][1]
                away = (gap_x * gap_x + gap_y * gap_y) ** 0.5
                lack = radii[one] + radii[other] - away
                if lack <= 0.2:
                    continue
                moved = True
                if away < 0.01:
                    gap_x, gap_y, away = math.cos(2.4 * one), math.sin(2.4 * one), 1.0
                push = lack / 2 / away
                placed[one] = [placed[one][0] + gap_x * push, placed[one][1] + gap_y * push]
                placed[other] = [placed[other][0] - gap_x * push, placed[other][1] - gap_y * push]
        if not moved:
            break
    return [(x, y) for x, y in placed]
