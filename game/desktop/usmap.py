"""The states and the sites on them: lit states, markers whose shape tells how a site stands, and a legend."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pygame

from assets import atlas
from game.desktop import theme
from game.desktop.canvas import Canvas, Point
from game.desktop.mapmarks import Ghost, Words, draw_ghost, draw_name, draw_reach, draw_words, lay_out, name_plate
from game.desktop.markers import draw_marker, spread
from game.desktop.theme import Colour
from game.desktop.widget import Box, Spot, Tip, Widget


@dataclass(frozen=True, slots=True)
class Site:
    """A place by longitude and latitude. `status`: live, building, dark (short of power), planned.

    `size` is 0 to 1; `label` is written beside the marker; `tip` explains it. `progress` is the part of its building
    work that is done, `own` makes it larger.
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
    progress: float = 0.0
    own: bool = False


@dataclass(frozen=True, slots=True)
class Mover:
    """Something that travels from the left edge to a site between two shares of the time; with `lights` it is a ring
    that spreads from the site instead."""

    site: str
    colour: Colour
    leaves: float
    arrives: float
    lights: bool = False


ZOOMS = (1.0, 1.6, 2.5, 4.0, 6.0)


def _around(at: Point) -> pygame.Rect:
    return pygame.Rect(round(at[0]) - 10, round(at[1]) - 10, 20, 20)


class UsMap(Widget):
    """Arrows go to the next marker in that direction, Enter or a click picks it, Home the first. The wheel, + and −
    zoom, dragging moves the land, 0 shows all of it.

    `lit` gives states by postal code a colour. `legend` is pairs of a status and its words, `owners` of a colour and
    its words. `ghosts` are what is planned; a click on one calls `on_ghost(number)`.
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
        self.zoom, self.middle = 1.0, (atlas.WIDTH / 2, atlas.HEIGHT / 2)
        self.ghosts: list[Ghost] = []
        self.on_ghost: Callable[[int], None] | None = None
        self.words: list[Words] = []
        self.movers: list[Mover] = []
        self.moved: float | None = None
        self.pointed_ghost = -1
        self._names: dict[str, pygame.Rect] = {}
        self._plates: dict[int, pygame.Rect] = {}
        self._laid_for: object = None
        self._grip: Point | None = None
        self._spread_for: object = None
        self._places: dict[str, Point] = {}

    # --- places ----------------------------------------------------------------------------------------

    def land(self) -> pygame.Rect:
        """The part of the widget that shows land; the legend is below."""
        foot = 20 if self.legend else 0
        return pygame.Rect(self.rect.x, self.rect.y, self.rect.w, self.rect.h - foot)

    def scale(self) -> float:
        """Units of the widget for one of the atlas frame."""
        foot = 22 if self.legend else 4
        return self.zoom * min(self.rect.w / atlas.WIDTH, (self.rect.h - foot) / (atlas.HEIGHT - 12))

    def _origin(self) -> Point:
        """Where the frame's upper left corner lies."""
        scale = self.scale()
        if self.zoom == 1.0:
            return self.rect.x + (self.rect.w - atlas.WIDTH * scale) / 2, self.rect.y + 2 - 6 * scale
        land = self.land()
        return land.centerx - self.middle[0] * scale, land.centery - self.middle[1] * scale

    def to_map(self, point: Point) -> Point:
        """A point of the atlas frame in this widget's coordinates."""
        scale, (left, top) = self.scale(), self._origin()
        return left + point[0] * scale, top + point[1] * scale

    def to_frame(self, point: Point) -> Point:
        scale, (left, top) = self.scale(), self._origin()
        return (point[0] - left) / scale, (point[1] - top) / scale

    def zoom_to(self, zoom: float, about: Point | None = None) -> None:
        """Zoom, with the point `about` staying where it is."""
        about = about or self.land().center
        held = self.to_frame(about)
        self.zoom = zoom
        land, scale = self.land(), self.scale()
        self._look_at((held[0] - (about[0] - land.centerx) / scale, held[1] - (about[1] - land.centery) / scale))

    def _look_at(self, middle: Point) -> None:
        self.middle = min(max(middle[0], 0.0), atlas.WIDTH), min(max(middle[1], 0.0), atlas.HEIGHT)

    def step_zoom(self, steps: int, about: Point | None = None) -> bool:
        """To the next of a few zooms; False at the end of them."""
        at = min(range(len(ZOOMS)), key=lambda n: abs(ZOOMS[n] - self.zoom))
        to = min(max(at + steps, 0), len(ZOOMS) - 1)
        if to == at:
            return False
        self.zoom_to(ZOOMS[to], about)
        return True

    def radius(self, site: Site) -> float:
        grown = 1.0 + 0.18 * (self.zoom - 1.0)
        return (4.5 + 4.5 * min(1.0, max(0.0, site.size)) + (2.0 if site.own else 0.0)) * min(1.5, grown)

    def places(self) -> dict[str, Point]:
        """Where the markers are drawn: at their sites, pushed a little apart where they would overlap."""
        wanted = (
            tuple((s.key, s.longitude, s.latitude) for s in self.sites),
            self._grown(),
            tuple(self.rect),
            bool(self.legend),
            self.zoom,
            self.middle,
        )
        if wanted != self._spread_for:
            points = [self.to_map(atlas.project(site.longitude, site.latitude)) for site in self.sites]
            moved = spread(points, [self.radius(site) + 2.5 for site in self.sites], 30)
            places = {site.key: place for site, place in zip(self.sites, moved, strict=True)}
            object.__setattr__(self, "_places", places)
            object.__setattr__(self, "_spread_for", wanted)
        return self._places

    def _grown(self) -> object:
        """What sizes count for where markers lie; while things move they stay where they were laid."""
        return None if self.moved is not None else tuple(site.size for site in self.sites)

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

    def ghost_at(self, point: Point) -> int:
        """The number of the ghost whose plate is under a point, or -1."""
        return next((number for number, plate in self._plates.items() if plate.collidepoint(point)), -1)

    def wheel(self, steps: float, point: Point) -> bool:
        return self.step_zoom(1 if steps > 0 else -1, point) or self.zoom > 1.0

    def drag(self, point: Point) -> None:
        if self._grip is None or self.zoom == 1.0:
            return
        scale = self.scale()
        self._look_at(
            (self.middle[0] - (point[0] - self._grip[0]) / scale, self.middle[1] - (point[1] - self._grip[1]) / scale)
        )
        self._grip = point

    def release(self, point: Point) -> None:
        self._grip = None

    def press(self, point: Point, clicks: int) -> bool:
        ghost = self.ghost_at(point)
        if ghost >= 0 and self.on_ghost is not None:
            self.on_ghost(ghost)
            return True
        self._grip = point
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
        key, ghost = self.site_at(point), self.ghost_at(point)
        if key != self.pointed:
            self.pointed = key
        if ghost != self.pointed_ghost:
            self.pointed_ghost = ghost

    def leave(self) -> None:
        self.pointed, self.pointed_ghost = "", -1

    def key(self, key: int, mods: int) -> bool:
        if key in (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS, pygame.K_MINUS, pygame.K_KP_MINUS):
            about = self.places().get(self.selected)
            return self.step_zoom(-1 if key in (pygame.K_MINUS, pygame.K_KP_MINUS) else 1, about) or True
        if key in (pygame.K_0, pygame.K_KP0):
            self.zoom_to(1.0)
            return True
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
        if point is not None and self.ghost_at(point) >= 0:
            return None
        key = self.selected if point is None else self.site_at(point)
        site = next((site for site in self.sites if site.key == key and site.about), None)
        return Spot(site.about, _around(self.places()[key]), name=site.label) if site is not None else None

    def tip_at(self, point: Point | None) -> Tip | None:
        number = -1 if point is None else self.ghost_at(point)
        ghost = next((one for one in self.ghosts if one.number == number), None)
        if ghost is not None:
            return Tip(ghost.tip, self._plates[number])
        key = self.selected if point is None else self.site_at(point)
        site = next((site for site in self.sites if site.key == key), None)
        if site is None or not site.tip:
            return super().tip_at(point) if point is None else None
        return Tip(site.tip, _around(self.places()[site.key]))

    # --- drawing ---------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        look = ("map", tuple(sorted(self.lit.items())), tuple(self.rect), bool(self.legend), self.zoom, self.middle)
        with canvas.clipped(self.land()):
            canvas.layer(look, self.rect, self._paint_states)
            self._draw_markers(canvas)
            if self.moved is not None:
                self._draw_movers(canvas, self.moved)
            taken = [
                draw_words(canvas, words, self.to_map(atlas.project(words.longitude, words.latitude)))
                for words in self.words
            ]
            self._lay_plates(canvas, taken)
            for key, plate in self._names.items():
                site = next(site for site in self.sites if site.key == key)
                draw_name(canvas, site.label, self.places()[key], self.radius(site), plate)
            if self.moved is None:
                self._draw_ghosts(canvas)
        self._draw_legend(canvas)

    def _order(self) -> list[Site]:
        """Own sites and the chosen one over others, large ones below small ones."""
        return sorted(self.sites, key=lambda site: (site.key == self.selected, site.own, -site.size))

    def _draw_markers(self, canvas: Canvas) -> None:
        places = self.places()
        order = self._order()
        for site in order:
            chosen, lit = site.key == self.selected, site.key == self.pointed
            draw_marker(
                canvas,
                places[site.key],
                self.radius(site),
                site.colour,
                site.status,
                chosen or lit,
                progress=site.progress,
            )
            if chosen:
                canvas.disc(places[site.key], self.radius(site) + 6, theme.FOCUS, width=1.6)

    def _draw_movers(self, canvas: Canvas, now: float) -> None:
        places = self.places()
        for mover in self.movers:
            if mover.site not in places or not mover.leaves < now <= mover.arrives:
                continue
            share = (now - mover.leaves) / (mover.arrives - mover.leaves)
            x, y = places[mover.site]
            if mover.lights:
                canvas.disc((x, y), round(8 + 16 * share), mover.colour, width=1.8)
                continue
            for tail, alpha in ((0.0, 255), (0.04, 150), (0.08, 80)):
                way = max(0.0, share - tail)
                start = self.rect.x + 6
                canvas.disc((start + (x - start) * way, y), 3, mover.colour, alpha=alpha)

    def discs(self) -> list[pygame.Rect]:
        """What the markers cover."""
        found = []
        for site in self.sites:
            (x, y), radius = self.places()[site.key], self.radius(site) + 1
            found.append(pygame.Rect(round(x - radius), round(y - radius), round(2 * radius), round(2 * radius)))
        return found

    def _lay_plates(self, canvas: Canvas, taken: list[pygame.Rect]) -> None:
        """Find places for names, and then for ghosts, when anything of what decides about them has changed."""
        places = self.places()
        asked_for = {site.key for site in self.sites if site.label} & {self.selected, self.pointed}
        wanted = (
            self._spread_for, tuple(map(tuple, taken)), tuple(site.label for site in self.sites), tuple(self.ghosts),
            self.selected, tuple(sorted(asked_for)), canvas.k,
        )  # fmt: skip
        if wanted == self._laid_for:
            return
        names, plates, discs = dict[str, pygame.Rect](), list(taken), self.discs()
        for site in reversed(self._order()):
            if site.label:
                chosen = site.key in asked_for
                at, radius = places[site.key], self.radius(site)
                plate = name_plate(canvas, site.label, at, radius, self.land(), plates, discs, wanted=chosen)
                if plate is not None:
                    names[site.key] = plate
                    plates.append(plate)
        anchors, radii = self._anchors()
        object.__setattr__(self, "_names", names)
        object.__setattr__(self, "_plates", lay_out(canvas, self.ghosts, anchors, radii, self.land(), discs, plates))
        object.__setattr__(self, "_laid_for", wanted)

    def _anchors(self) -> tuple[dict[int, Point], dict[int, float]]:
        """What each ghost belongs to: where it is, and how large."""
        anchors, radii = dict[int, Point](), dict[int, float]()
        sites = {site.key: site for site in self.sites}
        for ghost in self.ghosts:
            at_site = sites.get(ghost.site)
            radii[ghost.number] = self.radius(at_site) if at_site else 6.0
            away = self.to_map(atlas.project(ghost.longitude, ghost.latitude))
            anchors[ghost.number] = self.places()[ghost.site] if at_site else away
        return anchors, radii

    def _draw_ghosts(self, canvas: Canvas) -> None:
        anchors, radii = self._anchors()
        for ghost in self.ghosts:
            number, lit = ghost.number, ghost.number == self.pointed_ghost
            draw_reach(canvas, ghost, anchors[number], radii[number], self._plates[number], lit=lit)
        for ghost in self.ghosts:
            draw_ghost(canvas, ghost, self._plates[ghost.number], lit=ghost.number == self.pointed_ghost)

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
