"""A turn's months pass on the board: the date counts, lines grow, rows of the leaderboard move, cards travel, sites
light up. Any key or click goes to the end; without motion in the settings nothing of it is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.passage import TURN_MS, Passage, eased
from game.desktop.usmap import Mover, Site
from game.desktop.widget import Act, Widget
from game.telling.wording import short

if TYPE_CHECKING:
    from game.desktop.canvas import Canvas
    from game.desktop.screen import Layer
    from game.desktop.screens.race import RaceScreen

SPREAD, LEAST_MS = 0.55, 160.0
"""Part of the time that one delivery is on its way; shorter motion than this is not worth it."""
MOST_MOVERS = 24


class Catch(Widget):
    """Lies over the board while the months pass: whatever is pressed goes to the end."""

    focusable = takes_mouse = keeps_tab = True

    def __init__(self, race: RaceScreen, skip: Act) -> None:
        super().__init__("motion", race.stage)
        self.skip = skip

    def press(self, point: tuple[float, float], clicks: int) -> bool:
        self.skip()
        return True

    def key(self, key: int, mods: int) -> bool:
        self.skip()
        return True

    def draw_ring(self, canvas: Canvas) -> None:
        """No ring: the whole board has it."""


class Motion:
    """Belongs to a race screen. `remember` before the months pass, `play` when they have."""

    def __init__(self, race: RaceScreen) -> None:
        self.race = race
        self.passage = Passage("motion.passage", self._moved, self._ended)
        race.add(self.passage)
        self._sites: dict[str, Site] = {}
        self._kw: dict[str, int] = {}
        self._rows: dict[str, int] = {}
        self._months = 0
        self._now: list[Site] = []
        self._layer: Layer | None = None
        self._then: Act | None = None
        self._still: pygame.Surface | None = None

    def draw(self, canvas: Canvas, draw_all: Callable[[Canvas], None]) -> None:
        """What stands still is drawn once; each frame then draws only the panels in which something moves."""
        race = self.race
        moving = (race.bar.date, race.chart, race.map, race.board)
        size = canvas.surface.get_size()
        if self._still is None or self._still.get_size() != size:
            shown = [widget for widget in moving if widget.visible]
            for widget in shown:
                object.__setattr__(widget, "visible", False)
            draw_all(canvas)
            for widget in shown:
                object.__setattr__(widget, "visible", True)
            self._still = canvas.surface.copy()
        canvas.surface.blit(self._still, (0, 0))
        for widget in moving:
            widget.render(canvas)

    @property
    def running(self) -> bool:
        return self.passage.running

    def remember(self) -> None:
        """How the board stands before the months pass."""
        self.passage.skip()
        race = self.race
        self._sites = {site.key: site for site in race.map.map.sites}
        self._kw = {key: site.grid_kw + site.turbine_kw for key, site in race.match.view.sites.items()}
        self._rows = {row.key: place for place, row in enumerate(race.board.table.rows)}
        self._months = len(race.match.history.months)

    def play(self, then: Act | None = None, *, lasts_ms: float = TURN_MS, catch: bool = True) -> None:
        """Show the way from what was remembered to what is; `then` follows. The panels have been refreshed."""
        race = self.race
        assert race.app is not None
        if race.app.settings.reduced_motion or lasts_ms < LEAST_MS or not self._rows:
            if then is not None:
                then()
            return
        self._still = None
        self._then, self._now = then, list(race.map.map.sites)
        race.map.map.movers = self._movers()
        if catch:
            widget = Catch(race, self._caught)
            self._layer = race.cover(widget, focus=widget)
        self.passage.start(min(TURN_MS, lasts_ms))

    def _caught(self) -> None:
        """Something was pressed: the months are over, and so is playing on."""
        if self.race.autoplay.running:
            self.race.autoplay.toggle()
        self.passage.skip()

    def _movers(self) -> list[Mover]:
        """Cards that arrived in the turn, from the map's edge, and power that came on."""
        match, found = self.race.match, list[Mover]()
        span = match.view.months_per_turn
        places = {name: site.key for site in match.session.places() for name in (site.name, short(site.name), site.key)}
        colours = {site.key: site.colour for site in self._now}
        for item in match.news_since(span):
            key = next((places[str(v)] for v in item.text.args.values() if str(v) in places), "")
            if item.text.key != "news-delivery" or key not in colours:
                continue
            arrives = (item.month - (match.view.month - 1 - span)) / span
            found.append(Mover(key, colours[key], max(0.0, arrives - SPREAD), min(1.0, max(SPREAD, arrives))))
        for key, site in match.view.sites.items():
            if site.grid_kw + site.turbine_kw > self._kw.get(key, 0) and key in colours:
                found.append(Mover(key, theme.FOCUS, 0.45, 1.0, lights=True))
        return found[:MOST_MOVERS]

    def _moved(self, share: float) -> None:
        race, way = self.race, eased(share)
        history, span = race.match.history, race.match.view.months_per_turn
        done = share >= 1.0
        race.chart.chart.grown = None if done else self._months - 1 + way * (len(history.months) - self._months)
        now = {row.key: place for place, row in enumerate(race.board.table.rows)}
        high = race.board.table.row_height
        race.board.table.shifts = (
            {} if done else {k: (self._rows.get(k, at) - at) * high * (1.0 - way) for k, at in now.items()}
        )
        month = race.match.view.month - (0 if done else max(0, round(span * (1.0 - share))))
        race.bar.date.text = race.match.words.month(max(1, month))
        race.map.map.sites = self._now if done else [self._between(site, way) for site in self._now]
        race.map.map.moved = None if done else share
        if done:
            race.map.map.movers = []

    def _between(self, site: Site, way: float) -> Site:
        """A site on its way from what it was: it grows, its work goes on, and it changes its state half-way."""
        before = self._sites.get(site.key)
        if before is None:
            return replace(site, size=site.size * way, label="") if way > 0.05 else replace(site, size=0.0, label="")
        size = before.size + (site.size - before.size) * way
        work = site.progress or (1.0 if before.progress else 0.0)
        progress = before.progress + (work - before.progress) * way if work > before.progress else site.progress
        return replace(site, size=size, progress=progress, status=site.status if way > 0.5 else before.status)

    def _ended(self) -> None:
        self._still = None
        if self._layer is not None:
            layer, self._layer = self._layer, None
            self.race.uncover(layer)
        then, self._then = self._then, None
        if then is not None:
            then()
