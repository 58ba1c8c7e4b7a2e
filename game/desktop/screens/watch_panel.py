"""The spectator's side: whose eyes to look through, the pace of the race, and that firm's facts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.choices import Dropdown, Tabs
from game.desktop.choices import Option as Choice
from game.desktop.frames import Label, Line, Panel
from game.desktop.log import Log
from game.desktop.screens.parts import Ticker
from game.desktop.widget import Act
from game.telling.weighing import first_of_all

if TYPE_CHECKING:
    from game.desktop.match import Match

PACES_MS = {"1": 2200.0, "2": 1100.0, "4": 500.0}
USUAL, LEADER = "2", "leader"
HEADINGS = {"figures": "watch-heading", "mind": "mind-heading", "all": "mind-heading-all"}
FIRST = 1
"""Orders of each firm that are shown side by side."""
FACTS = (
    "cash",
    "debt",
    "runway",
    "revenue",
    "growth",
    "users",
    "seats",
    "staff",
    "trust",
    "founders",
    "cluster",
    "flop",
)

ABOUT = {
    "cash": "me.cash_usd",
    "debt": "me.debt_usd",
    "runway": "me.runway_months",
    "revenue": "me.run_rate_usd",
    "growth": "me.growth",
    "users": "me.consumers",
    "seats": "me.seats",
    "staff": "me.staff",
    "trust": "me.trust",
    "founders": "me.founders_share",
    "cluster": "me.largest_cluster_h100e",
    "flop": "me.largest_flop",
}
"""What the lines show, as `game.explain` calls it."""


class WatchPanel(Panel):
    """`step` plays one turn, `look(firm)` changes the eyes, `leave` goes to the result."""

    def __init__(
        self, match: Match, rect: tuple[int, int, int, int], step: Act, look: Callable[[str], None], leave: Act
    ) -> None:
        super().__init__("watch", rect, match.words.say("watch-title"), icon="eye")
        self.match, self.step = match, step
        say, nowhere = match.words.say, (0, 0, 0, 0)
        firms = [
            Choice(key, match.words.firm(key), colour=theme.firm_colour(match.words.colour(key)))
            for key in match.level.seats
        ]
        firms.insert(0, Choice(LEADER, say("watch-leader"), icon="crown"))
        self.look, self.follows = look, False
        self.eyes = Dropdown("watch.firm", nowhere, say("watch-firm"), firms, match.firm, self._look)
        self.ticker = Ticker("watch.ticker", self._tick)
        self.play = Button("watch.play", nowhere, "", self.toggle, kind="primary", icon="play")
        self.one = Button("watch.step", nowhere, say("watch-step"), self._one_step, icon="skip-forward")
        paces = [(pace, say("watch-times", times=pace)) for pace in PACES_MS]
        self.pace = Tabs("watch.pace", nowhere, paces, USUAL, lambda _: self._repace())
        self.facts = {key: Line(f"watch.{key}", nowhere, say(f"watch-fact-{key}"), about=ABOUT[key]) for key in FACTS}
        self.heading = Label("watch.heading", nowhere, weight=theme.SEMIBOLD)
        pages = [(page, say(f"mind-page-{page}")) for page in ("figures", "mind", "all")]
        self.pages = Tabs("watch.page", nowhere, pages, "figures", lambda _: self.refresh())
        self.pages.tip = say("mind-page-tip")
        self.mind = Log("watch.mind", nowhere, empty=say("mind-none"), detail_lines=2)
        self.taken = Label("watch.taken", nowhere, size=11.5, colour=theme.MUTED)
        self.way_out = Button("watch.leave", nowhere, say("watch-leave"), leave, icon="award")
        self.hint = Label("watch.hint", nowhere, say("watch-hint"), size=11.5, colour=theme.MUTED, wrap=True)
        self.add(self.eyes, self.play, self.one, self.pace, self.heading, self.pages, *self.facts.values())
        self.add(self.taken, self.mind)
        self.add(self.hint, self.way_out, self.ticker)
        self.lay()

    def lay(self) -> None:
        x, y, wide, bottom = self.rect.x + 10, self.rect.y + 44, self.rect.w - 20, self.rect.bottom
        half = (wide - 8) // 2
        self.eyes.rect = pygame.Rect(x, y, wide, 34)
        self.play.rect = pygame.Rect(x, y + 46, half, 36)
        self.one.rect = pygame.Rect(x + half + 8, y + 46, half, 36)
        self.pace.rect = pygame.Rect(x, y + 92, wide, 28)
        self.heading.rect = pygame.Rect(x + 2, y + 138, wide - 196, 24)
        self.pages.rect = pygame.Rect(x + wide - 190, y + 137, 190, 26)
        self.taken.rect = pygame.Rect(x + 2, y + 168, wide - 4, 20)
        self.mind.rect = pygame.Rect(x - 4, y + 190, wide + 6, bottom - 94 - (y + 190))
        for number, line in enumerate(self.facts.values()):
            line.rect = pygame.Rect(x + 2, y + 168 + number * 27, wide - 4, 24)
        self.hint.rect = pygame.Rect(x + 2, bottom - 88, wide, 34)
        self.way_out.rect = pygame.Rect(x, bottom - 46, wide, 36)

    def _look(self, firm: str) -> None:
        self.follows = firm == LEADER
        self.look(self.wanted() if self.follows else firm)

    def wanted(self) -> str:
        """Whose eyes to look through now: the chosen firm's, or of whoever is worth the most."""
        firms = self.match.session.race.world.firms
        alive = [seat for seat in self.match.level.seats if firms[seat].alive]
        if not self.follows or not alive:
            return self.match.firm
        return max(alive, key=lambda seat: (firms[seat].valuation_usd, seat))

    @property
    def running(self) -> bool:
        return self.ticker.running

    @property
    def pace_ms(self) -> float:
        """Time from turn to turn, in ms."""
        return PACES_MS[self.pace.value]

    def toggle(self) -> None:
        if self.running:
            self.pause()
        elif not self.match.session.over:
            self.ticker.start(PACES_MS[self.pace.value])
            self.refresh()

    def pause(self) -> None:
        self.ticker.stop()
        self.refresh()

    def _repace(self) -> None:
        if self.running:
            self.ticker.start(PACES_MS[self.pace.value])

    def _tick(self) -> None:
        if self.running:
            self.step()

    def _one_step(self) -> None:
        self.pause()
        self.step()

    def refresh(self) -> None:
        figures = self.match.words.figures
        say, me = self.match.words.say, self.match.view.me
        self.play.label = say("watch-pause" if self.running else "watch-play")
        self.play.icon = "pause" if self.running else "play"
        self.eyes.value = LEADER if self.follows else self.match.firm
        page = self.pages.value
        self.heading.text = say(HEADINGS[page], firm=me.name)
        for fact in self.facts.values():
            fact.visible = page == "figures"
        self.mind.visible = self.taken.visible = page != "figures"
        if page != "figures":
            self._show_minds(page)
            return
        values = {
            "cash": figures.money(me.cash_usd),
            "debt": figures.money(me.debt_usd),
            "runway": say("months", months=min(99, round(me.runway_months))),
            "revenue": figures.money(me.run_rate_usd),
            "growth": figures.percent(me.growth - 1, signed=True),
            "users": figures.cards(me.consumers),
            "seats": figures.cards(me.seats),
            "staff": figures.whole(me.staff),
            "trust": figures.percent(me.trust),
            "founders": figures.percent(me.founders_share),
            "cluster": figures.cards(me.largest_cluster_h100e),
            "flop": figures.flop(me.largest_flop),
        }
        for key, line in self.facts.items():
            line.value = values[key]

    def _show_minds(self, page: str) -> None:
        """What the mind of the firm weighs for the coming turn, or what each mind puts first."""
        match, say = self.match, self.match.words.say
        if page == "mind":
            entries = match.weighed(match.firm)
            self.taken.text = say("mind-taken", taken=sum(entry.strong for entry in entries), all=len(entries))
        else:
            each = {firm: match.weighed(firm) for firm in match.minds}
            entries = first_of_all(each, match.words, FIRST)
            self.taken.text = say("mind-taken-all", all=sum(map(len, each.values())))
        self.mind.entries, self.mind.detail_lines = entries, 2 if page == "mind" else 1
        self.mind.travel.move_to(0)
