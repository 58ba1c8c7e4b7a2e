"""The map of the United States: outlines of states, and where a longitude and latitude fall among them.

Everything is in one frame of 975 x 610 units, y downwards: a conic equal-area projection (Albers) of the
contiguous states, with Alaska and Hawaii as insets.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache

from assets import read_text

WIDTH, HEIGHT = 975, 610
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class State:
    """A state by its postal code, with one closed outline for each piece of land."""

    postal: str
    name: str
    polygons: tuple[tuple[Point, ...], ...]

    def holds(self, point: Point) -> bool:
        return any(inside(point, outline) for outline in self.polygons)


class _Conic:
    """Equal-area cone through two parallels (degrees), placed so that `centre` falls on `target`."""

    def __init__(
        self, meridian: float, parallels: tuple[float, float], centre: Point, scale: float, target: Point
    ) -> None:
        low, high = (math.sin(math.radians(parallel)) for parallel in parallels)
        self._meridian = meridian
        self._cone = (low + high) / 2
        self._constant = 1 - low * low + 2 * self._cone * low
        self._scale, self._shift = scale, (0.0, 0.0)
        x, y = self.place(meridian + centre[0], centre[1])
        self._shift = (target[0] - x, target[1] - y)

    def place(self, longitude: float, latitude: float) -> Point:
        radius = math.sqrt(self._constant - 2 * self._cone * math.sin(math.radians(latitude))) / self._cone
        angle = self._cone * math.radians((longitude - self._meridian + 180) % 360 - 180)
        return (
            self._scale * radius * math.sin(angle) + self._shift[0],
            self._scale * radius * math.cos(angle) + self._shift[1],
        )


_SCALE, _MIDDLE = 1300.0, (487.5, 305.0)
_MAINLAND = _Conic(-96, (29.5, 45.5), (-0.6, 38.7), _SCALE, _MIDDLE)
_ALASKA = _Conic(-154, (55, 65), (-2, 58.5), _SCALE * 0.35, (_MIDDLE[0] - 0.307 * _SCALE, _MIDDLE[1] + 0.201 * _SCALE))
_HAWAII = _Conic(-157, (8, 18), (-3, 19.9), _SCALE, (_MIDDLE[0] - 0.205 * _SCALE, _MIDDLE[1] + 0.212 * _SCALE))


def project(longitude: float, latitude: float) -> Point:
    """Frame coordinates of a place, degrees east (so negative in America) and north."""
    if latitude > 50 and longitude < -129:
        return _ALASKA.place(longitude, latitude)
    if latitude < 24 and longitude < -150:
        return _HAWAII.place(longitude, latitude)
    return _MAINLAND.place(longitude, latitude)


@cache
def states() -> dict[str, State]:
    """Every state and the District of Columbia, by postal code, sorted."""
    raw = json.loads(read_text("map/us_states.json"))["states"]
    return {
        postal: State(postal, entry["name"], tuple(tuple((x, y) for x, y in outline) for outline in entry["polygons"]))
        for postal, entry in sorted(raw.items())
    }


def state_at(point: Point) -> str | None:
    """Postal code of the state that a point of the frame lies in, if any."""
    return next((postal for postal, state in states().items() if state.holds(point)), None)


def inside(point: Point, outline: tuple[Point, ...]) -> bool:
    """Whether a point lies in a closed outline (even-odd rule)."""
    x, y = point
    odd = False
    before_x, before_y = outline[-1]
    for next_x, next_y in outline:
        crosses = (next_y > y) != (before_y > y)
        if crosses and x < (before_x - next_x) * (y - next_y) / (before_y - next_y) + next_x:
            odd = not odd
        before_x, before_y = next_x, next_y
    return odd
