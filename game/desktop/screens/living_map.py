"""The map behind the title: a race between minds that plays itself, its sites as they are built and lit.

The engine is woken in the background, after the first frame. With reduced motion the map shows the opening and rests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop import theme
from game.desktop.canvas import Canvas
from game.desktop.screens.parts import Ticker
from game.desktop.setup import FULL_RACE
from game.desktop.usmap import Site, UsMap
from game.desktop.widget import Box
from game.telling.wording import Words

if TYPE_CHECKING:
    from assets.text import Texts
    from game.desktop.app import App
    from game.session import Session

SEED = 7
TURN_MS, FLASH_MS, FLASHES = 4200.0, 110.0, 6
FOOT = 70


class LivingMap(UsMap):
    """`begin` wakes the race, `end` gives its memory back. Takes no input."""

    def __init__(self, ident: str, rect: Box) -> None:
        super().__init__(ident, rect)
        self.takes_mouse = self.focusable = False
        self.month = self.headline = ""
        self.fresh: set[str] = set()
        self.flash = 0
        self.app: App | None = None
        self.session: Session | None = None
        self.wording: Words | None = None
        self.ended = self.working = False
        self.pulse = Ticker("menu.pulse", self._fade)
        self.turns = Ticker("menu.turns", self._play)
        self.add(self.pulse, self.turns)

    def scale(self) -> float:
        from assets import atlas

        return min(self.rect.w / atlas.WIDTH, (self.rect.h - FOOT) / (atlas.HEIGHT - 12))

    # --- the race --------------------------------------------------------------------------------------

    def begin(self, app: App, *, moves: bool = True) -> None:
        self.app, self.ended = app, False

        def make() -> Session:
            from game.session import Session
            from levels.loader import load

            return Session.new(load(FULL_RACE), SEED, {})

        def done(session: Session) -> None:
            self.session, self.wording = session, Words(app.texts, session.resolved.level)
            if self.ended:
                self._free()
                return
            self._look(app.texts)
            if moves:
                self.turns.start(TURN_MS)

        app.work(make, done, lambda _: None)

    def end(self) -> None:
        self.ended = True
        self.turns.stop()
        self.pulse.stop()
        if not self.working:
            self._free()

    def _free(self) -> None:
        if self.session is not None:
            self.session.dispose()
            self.session = None

    def _play(self) -> None:
        session, app = self.session, self.app
        if session is None or app is None or self.working or self.ended:
            return
        if session.over:
            self.turns.stop()
            return
        self.working = True

        def done(_: object) -> None:
            self.working = False
            if self.ended:
                self._free()
            else:
                self._look(app.texts)

        app.work(session.advance, done, done)

    def _look(self, texts: Texts) -> None:
        """What stands now, and the weightiest news of the turn."""
        from game.desktop.screens.map_panel import status_of
        from game.telling.weights import weight_of

        session, words = self.session, self.wording
        assert session is not None
        assert words is not None
        before = {site.key: site.status for site in self.sites}
        own = {}
        for firm in session.resolved.level.seats:
            own.update(session.view(firm).sites)
        sites = []
        for place in session.places():
            status = status_of(own[place.key]) if place.key in own else "live"
            cards = sum(own[place.key].cards.values()) if place.key in own else 0
            size = min(1.0, 0.1 + cards / 500_000)
            colour = theme.firm_colour(words.colour(place.firm))
            sites.append(Site(place.key, place.longitude, place.latitude, colour, status, size))
        self.fresh = {site.key for site in sites if before and before.get(site.key) != site.status}
        self.sites = sites
        self.month = words.month(session.race.month)
        after = session.race.month - session.resolved.level.months_per_turn
        news = [item for item in session.news() if item.month > after]
        self.headline = words.news(max(news, key=weight_of)) if news else texts.say("menu-tagline")
        if before and self.turns.running:
            self.flash = FLASHES
            self.pulse.start(FLASH_MS)

    def _fade(self) -> None:
        self.flash -= 1
        if self.flash <= 0:
            self.pulse.stop()

    # --- drawing ---------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        if self.flash > 0:
            for key in self.fresh & set(self.places()):
                reach = 12 + 4 * (FLASHES - self.flash)
                canvas.disc(self.places()[key], reach, theme.FOCUS, width=1.6, alpha=round(255 * self.flash / FLASHES))
        if not self.month:
            return
        y = self.rect.bottom - FOOT / 2
        used = canvas.text(self.month, (self.rect.x + 24, y), size=theme.HEADING, weight=theme.SEMIBOLD)
        room = self.rect.w - used - 64
        lines = canvas.wrap(self.headline, room, theme.LARGE, theme.REGULAR)[:2]
        for number, line in enumerate(lines):
            at = (self.rect.x + 44 + used, y + (number - (len(lines) - 1) / 2) * 20)
            canvas.text(line, at, size=theme.LARGE, colour=theme.SOFT)
