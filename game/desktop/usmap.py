"""The states and the sites on them: lit states, markers whose shape tells how a site stands, and a legend."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pygame

from assets import atlas
from game.desktop import theme
from game.desktop.canvas import Canvas, Point
from game.desktop.markers import draw_marker, spread
from game.desktop.theme import Colour
from game.desktop.widget import Box, Spot, Tip, Widget


@dataclass(frozen=True, slots=True)
class Site:
    """A place by longitude and latitude. `status`: live, building, dark (short of power), planned.

    `size` is 0 to 1; `label` is written beside the marker; `tip` explains it.
    """

    key: str
    longitude: float
    latitude: float
    colour: Colour
    status: str = "live"
    size: float = 0.4
    label: str = ""
    tip: str = ""
    about: str = ""


def _around(at: Point) -> pygame.Rect:
    return pygame.Rect(round(at[0]) - 10, round(at[1]) - 10, 20, 20)


class UsMap(Widget):
    """Arrows go to the next marker in that direction, Enter or a click picks it, Home the first.

    `lit` gives states by postal code a colour. `legend` is pairs of a status and its words, `owners` of a colour and
    its words.
    """

    focusable = True
    takes_mouse = True
    tip_follows_keys = True
    tip_delay_ms = 60

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        sites: Sequence[Site] = (),
        *,
        lit: Mapping[str, Colour] | None = None,
        legend: Sequence[tuple[str, str]] = (),
        selected: str = "",
        on_select: Callable[[str], None] | None = None,
        on_open: Callable[[str], None] | None = None,
        on_state: Callable[[str], None] | None = None,
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.sites, self.lit, self.legend = list(sites), dict(lit or {}), list(legend)
        self.selected, self.on_select, self.on_open, self.on_state = selected, on_select, on_open, on_state
        self.owners: list[tuple[Colour, str]] = []
        self.pointed = ""
        self._spread_for: object = None
        self._places: dict[str, Point] = {}

    # --- places ----------------------------------------------------------------------------------------

    def scale(self) -> float:
        foot = 22 if self.legend else 4
        return min(self.rect.w / atlas.WIDTH, (self.rect.h - foot) / (atlas.HEIGHT - 12))

    def to_map(self, point: Point) -> Point:
        """A point of the atlas frame in this widget's coordinates."""
        scale = self.scale()
        left = self.rect.x + (self.rect.w - atlas.WIDTH * scale) / 2
        return left + point[0] * scale, self.rect.y + 2 + (point[1] - 6) * scale

    def to_frame(self, point: Point) -> Point:
        scale = self.scale()
        left = self.rect.x + (self.rect.w - atlas.WIDTH * scale) / 2
        return (point[0] - left) / scale, (point[1] - self.rect.y - 2) / scale + 6

    def radius(self, site: Site) -> float:
        return 4.5 + 4.5 * min(1.0, max(0.0, site.size))

    def places(self) -> dict[str, Point]:
        """Where the markers are drawn: at their sites, pushed a little apart where they would overlap."""
        wanted = (tuple(self.sites), tuple(self.rect), bool(self.legend))
        if wanted != self._spread_for:
            points = [self.to_map(atlas.project(site.longitude, site.latitude)) for site in self.sites]
            moved = spread(points, [self.radius(site) + 2.5 for site in self.sites])
            places = {site.key: place for site, place in zip(self.sites, moved, strict=True)}
            object.__setattr__(self, "_places", places)
            object.__setattr__(self, "_spread_for", wanted)
        return self._places

    def site_at(self, point: Point) -> str:
        """Key of the marker under a point, the nearest if several, or ""."""
        near = []
        for site in self.sites:
            x, y = self.places()[site.key]
            away = ((x - point[0]) ** 2 + (y - point[1]) ** 2) ** 0.5
            if away <= self.radius(site) + 5:
                near.append((away, site.key))
        return min(near)[1] if near else ""

    # --- input -----------------------------------------------------------------------------------------

    def select(self, key: str) -> None:
        if key != self.selected:
            self.selected = key
            if self.on_select is not None:
                self.on_select(key)

    def press(self, point: Point, clicks: int) -> bool:
        key = self.site_at(point)
        if key:
            self.select(key)
            if clicks == 2 and self.on_open is not None:
                self.on_open(key)
        elif self.on_state is not None:
            state = atlas.state_at(self.to_frame(point))
            if state is not None:
                self.on_state(state)
        return True

    def point_at(self, point: Point) -> None:
        key = self.site_at(point)
        if key != self.pointed:
            self.pointed = key

    def leave(self) -> None:
        self.pointed = ""

    def key(self, key: int, mods: int) -> bool:
        if not self.sites:
            return False
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE) and self.selected:
            if self.on_open is not None:
                self.on_open(self.selected)
            return True
        ways = {
            pygame.K_LEFT: (-1, 0),
            pygame.K_RIGHT: (1, 0),
            pygame.K_UP: (0, -1),
            pygame.K_DOWN: (0, 1),
        }
        if key == pygame.K_HOME or (key in ways and self.selected not in self.places()):
            self.select(self.sites[0].key)
        elif key in ways:
            self.select(self._next(ways[key]))
        else:
            return False
        return True

    def _next(self, way: tuple[int, int]) -> str:
        """The nearest marker in a direction, those straight ahead first; the same if there is none."""
        from_x, from_y = self.places()[self.selected]
        found = []
        for key, (x, y) in self.places().items():
            along = (x - from_x) * way[0] + (y - from_y) * way[1]
            aside = abs((x - from_x) * way[1]) + abs((y - from_y) * way[0])
            if key != self.selected and along > 0.5 and aside <= along * 3:
                found.append((along + 2 * aside, key))
        return min(found)[1] if found else self.selected

    def spots(self) -> list[Spot]:
        places = self.places()
        return [
            Spot(site.about, _around(places[site.key]), name=site.label, sentence="")
            for site in self.sites
            if site.about
        ]

    def spot_at(self, point: Point | None) -> Spot | None:
        key = self.selected if point is None else self.site_at(point)
        site = next((site for site in self.sites if site.key == key and site.about), None)
        return Spot(site.about, _around(self.places()[key]), name=site.label) if site is not None else None

    def tip_at(self, point: Point | None) -> Tip | None:
        key = self.selected if point is None else self.site_at(point)
        site = next((site for site in self.sites if site.key == key), None)
        if site is None or not site.tip:
            return super().tip_at(point) if point is None else None
        return Tip(site.tip, _around(self.places()[site.key]))

    # --- drawing ---------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        look = ("map", tuple(sorted(self.lit.items())), tuple(self.rect), bool(self.legend))
        canvas.layer(look, self.rect, self._paint_states)
        places = self.places()
        order = sorted(self.sites, key=lambda site: (site.key == self.selected, -site.size))
        for site in order:
            chosen, lit = site.key == self.selected, site.key == self.pointed
            draw_marker(canvas, places[site.key], self.radius(site), site.colour, site.status, chosen or lit)
            if chosen:
                canvas.disc(places[site.key], self.radius(site) + 6, theme.FOCUS, width=1.6)
        plates: list[pygame.Rect] = []
        for site in reversed(order):
            self._draw_label(canvas, site, places[site.key], plates)
        self._draw_legend(canvas)

    def _draw_label(self, canvas: Canvas, site: Site, at: Point, plates: list[pygame.Rect]) -> None:
        """On a plate, so that it can be read over other markers; left out where it would cover another."""
        if not site.label:
            return
        wide = canvas.text_width(site.label, 11.5, theme.MEDIUM)
        x = at[0] + self.radius(site) + 6
        left = at[0] - self.radius(site) - 16 - wide
        for side in (x, left):
            plate = pygame.Rect(round(side), round(at[1] - 9), round(wide + 10), 18)
            if self.rect.contains(plate) and plate.inflate(2, 2).collidelist(plates) < 0:
                plates.append(plate)
                canvas.panel(plate, theme.PANEL, theme.LINE_STRONG, 5)
                canvas.text(site.label, (plate.x + 5, at[1]), size=11.5, weight=theme.MEDIUM)
                return

    def _paint_states(self, surface: pygame.Surface, scale: float) -> None:
        left, top = self.rect.topleft
        for postal, state in atlas.states().items():
            fill = self.lit.get(postal, theme.LAND)
            for outline in state.polygons:
                placed = [self.to_map(point) for point in outline]
                points = [((x - left) * scale, (y - top) * scale) for x, y in placed]
                pygame.draw.polygon(surface, fill, points)
                pygame.draw.lines(surface, theme.BORDER_LAND, True, points, max(1, round(scale * 0.6)))

    def _draw_legend(self, canvas: Canvas) -> None:
        x, y = self.rect.x + 8.0, self.rect.bottom - 9
        for status, words in self.legend:
            draw_marker(canvas, (x, y), 5, theme.SOFT, status, False, halo=False)
            x += 12 + canvas.text(words, (x + 11, y), size=theme.SMALL, colour=theme.MUTED) + 14
        for colour, words in self.owners:
            if x + 14 + canvas.text_width(words, theme.SMALL) > self.rect.right:
                continue
            canvas.disc((x, y), 4, colour)
            x += 10 + canvas.text(words, (x + 9, y), size=theme.SMALL, colour=theme.MUTED) + 10
