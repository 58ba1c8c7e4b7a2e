"""A level's picture, drawn from the level itself: its part of the map, its sites, and the fleets or the demand.

`EmblemBook` reads the levels one by one in the background; a picture is a few numbers, drawn at any size.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from assets import atlas
from game.desktop import theme
from game.desktop.canvas import Canvas
from game.desktop.markers import spread

if TYPE_CHECKING:
    from game.desktop.app import App
    from levels.schema import Level
    from levels.summaries import LevelSummary

Frame = tuple[float, float, float, float]
"""Left, top, width and height in the frame of the atlas."""
ASPECT = 16 / 9
LEAST_WIDTH = 240.0
USUAL_WIDTH = 224
BARS_SHARE = 0.26


@dataclass(frozen=True, slots=True)
class Spot:
    """A site in the frame of the atlas; `size` is 0 to 1."""

    x: float
    y: float
    colour: theme.Colour
    size: float


@dataclass(frozen=True, slots=True)
class Emblem:
    """`bars` are the fleets of the seats, each as a share of the largest; `curve` is what tenants ask for."""

    name: str
    frame: Frame
    spots: tuple[Spot, ...]
    lit: frozenset[str]
    bars: tuple[tuple[theme.Colour, float], ...]
    curve: tuple[float, ...]
    lesson: bool
    goal: str
    target: float | None
    least: bool
    seats: dict[str, tuple[str, theme.Colour]]


def emblem_of(name: str, level: Level) -> Emblem:
    """Takes from a level what its picture shows."""
    fleet = dict.fromkeys(level.firms, 0.0)
    cards: dict[str, float] = {}
    for key, site in level.sites.items():
        cards[key] = sum(count * level.chips[chip].h100e for chip, count in site.cards.items())
        fleet[site.firm] += cards[key]
    for lease in level.leases:
        if lease.start <= level.start and lease.user in fleet:
            fleet[lease.user] += lease.h100e
    largest = max(cards.values(), default=0.0) or 1.0
    spots, lit = [], set()
    for key, site in level.sites.items():
        region = level.regions[site.region]
        lit.add(region.state)
        longitude = region.longitude if site.longitude is None else site.longitude
        latitude = region.latitude if site.latitude is None else site.latitude
        x, y = atlas.project(longitude, latitude)
        colour = theme.firm_colour(level.firms[site.firm].colour)
        spots.append(Spot(x, y, colour, (cards[key] / largest) ** 0.5))
    most = max((fleet[seat] for seat in level.seats), default=0.0) or 1.0
    bars = tuple((theme.firm_colour(level.firms[seat].colour), fleet[seat] / most) for seat in level.seats)
    demand = [float(point.h100e) for point in level.tenants]
    own_goal = level.goal if level.goal is not None and level.goal.of != "score" else None
    return Emblem(
        name,
        _around(spots),
        tuple(spots),
        frozenset(lit),
        bars if len(bars) > 1 else (),
        tuple(value / max(demand) for value in demand) if demand else (),
        own_goal is not None or bool(level.orders),
        own_goal.of if own_goal else "",
        own_goal.target if own_goal else None,
        own_goal.least if own_goal else False,
        {seat: (level.firms[seat].name, theme.firm_colour(level.firms[seat].colour)) for seat in level.seats},
    )


def _around(spots: Sequence[Spot]) -> Frame:
    """The part of the map that holds all sites with room around them, wider than high."""
    if not spots:
        return (0.0, 0.0, float(atlas.WIDTH), float(atlas.HEIGHT))
    left, right = min(spot.x for spot in spots), max(spot.x for spot in spots)
    top, bottom = min(spot.y for spot in spots), max(spot.y for spot in spots)
    wide = max(LEAST_WIDTH, (right - left) * 1.35, (bottom - top) * 1.75 * ASPECT)
    high = wide / ASPECT
    return ((left + right - wide) / 2, (top + bottom) / 2 - high * 0.44, wide, high)


def draw_emblem(canvas: Canvas, rect: pygame.Rect, emblem: Emblem) -> None:
    """The picture in a rectangle with round corners."""
    canvas.layer(("emblem", emblem.name, rect.size), rect, lambda surface, scale: _paint(surface, scale, rect, emblem))
    canvas.panel(rect, None, theme.LINE, 7)


def _paint(surface: pygame.Surface, scale: float, rect: pygame.Rect, emblem: Emblem) -> None:
    wide, high = rect.w * scale, rect.h * scale
    left, top, frame_wide, _ = emblem.frame
    zoom = wide / frame_wide
    whole = pygame.Rect(0, 0, round(wide), round(high))
    pygame.draw.rect(surface, theme.GROUND, whole, border_radius=round(7 * scale))
    for postal, state in atlas.states().items():
        fill = theme.LAND_LIT if postal in emblem.lit else theme.LAND
        for outline in state.polygons:
            points = [((x - left) * zoom, (y - top) * zoom) for x, y in outline]
            if max(x for x, _ in points) < 0 or min(x for x, _ in points) > wide:
                continue
            pygame.draw.polygon(surface, fill, points)
            pygame.draw.lines(surface, theme.BORDER_LAND, True, points, max(1, round(scale)))
    spots = sorted(emblem.spots, key=lambda one: -one.size)
    places = [((spot.x - left) * zoom, (spot.y - top) * zoom) for spot in spots]
    unit = scale * min(1.3, max(0.6, rect.w / USUAL_WIDTH))
    for spot, at in zip(spots, spread(places, [(4 + 6 * spot.size) * unit for spot in spots]), strict=True):
        _paint_spot(surface, unit, at, spot)
    foot = high * (1 - BARS_SHARE)
    if emblem.curve:
        _paint_curve(surface, scale, emblem.curve, wide, high)
    elif emblem.bars:
        _paint_bars(surface, scale, emblem.bars, wide, high, foot)


def _paint_spot(surface: pygame.Surface, scale: float, at: tuple[float, float], spot: Spot) -> None:
    radius = (3.0 + 6.5 * spot.size) * scale
    glow = pygame.Surface((round(radius * 5), round(radius * 5)), pygame.SRCALPHA)
    middle = glow.get_width() / 2
    pygame.draw.circle(glow, (*spot.colour, 60), (middle, middle), radius * 1.9)
    surface.blit(glow, (at[0] - middle, at[1] - middle))
    pygame.draw.circle(surface, theme.BORDER_LAND, at, radius + 1.2 * scale)
    pygame.draw.circle(surface, spot.colour, at, radius)


def _paint_bars(
    surface: pygame.Surface,
    scale: float,
    bars: Sequence[tuple[theme.Colour, float]],
    wide: float,
    high: float,
    foot: float,
) -> None:
    """Fleets of the seats side by side at the foot, on a darker ground."""
    shade = pygame.Surface((round(wide), round(high - foot)), pygame.SRCALPHA)
    shade.fill((*theme.GROUND, 190))
    surface.blit(shade, (0, foot))
    room = min(26 * scale, wide / (len(bars) + 1))
    start = (wide - room * len(bars)) / 2
    tallest = (high - foot) * 0.72
    for number, (colour, share) in enumerate(bars):
        tall = max(2 * scale, tallest * share)
        area = pygame.Rect(round(start + room * (number + 0.2)), round(high - 5 * scale - tall), 1, 1)
        area.size = (round(room * 0.6), round(tall))
        pygame.draw.rect(surface, colour, area, border_radius=round(2 * scale))


def _paint_curve(surface: pygame.Surface, scale: float, curve: Sequence[float], wide: float, high: float) -> None:
    """What tenants ask for over time, as a filled line across the picture."""
    span = max(1, len(curve) - 1)
    line = [(wide * n / span, high - 6 * scale - high * 0.6 * value) for n, value in enumerate(curve)]
    shade = pygame.Surface((round(wide), round(high)), pygame.SRCALPHA)
    pygame.draw.polygon(shade, (*theme.ACCENT, 60), [*line, (wide, high), (0, high)])
    surface.blit(shade, (0, 0))
    pygame.draw.lines(surface, theme.ACCENT, False, line, max(1, round(2.4 * scale)))


class EmblemBook:
    """Emblems by level, read in the background in the order in which they are shown; each is read once."""

    known: dict[str, Emblem] = {}

    def __init__(self, app: App, changed: Callable[[], None]) -> None:
        self.app, self.changed, self.closed = app, changed, False

    def read(self, levels: Sequence[LevelSummary]) -> None:
        """Read those that are not yet known, one after the other."""
        waiting = [level for level in levels if level.name not in self.known]
        if not waiting or self.closed:
            return
        first, rest = waiting[0], waiting[1:]

        def make() -> Emblem:
            from levels.loader import load

            return emblem_of(first.name, load(first.name).level)

        def done(emblem: Emblem) -> None:
            self.known[first.name] = emblem
            self.changed()
            self.read(rest)

        self.app.work(make, done, lambda _: self.read(rest))
