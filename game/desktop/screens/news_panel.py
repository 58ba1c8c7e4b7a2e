"""The news: first what wants an answer, as cards with the answers on them; below it who did what and when."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.desktop.choices import Option as Choice
from game.desktop.choices import Tabs
from game.desktop.frames import Panel
from game.desktop.log import Log
from game.desktop.screens.matter_card import GAP, HIGH, LOW, MatterCard
from game.desktop.scroll import ScrollArea
from game.telling.matters import Matter, answers, unanswered
from game.telling.report import entries_of

if TYPE_CHECKING:
    from agents.view import News
    from game.desktop.match import Match

MOST = 120
CARDS_SHARE = 0.64
"""Part of the panel that cards may take while there is other news."""


class NewsPanel(Panel):
    """`opened(item)` when a line is chosen, `answered(matter, what)` when a card's button is."""

    def __init__(
        self,
        match: Match,
        rect: tuple[int, int, int, int],
        opened: Callable[[News], None] | None = None,
        answered: Callable[[Matter, str], None] | None = None,
    ) -> None:
        super().__init__("news", rect, match.words.say("news-title"), icon="newspaper")
        self.match, self.opened, self.answered = match, opened, answered
        say = match.words.say
        options = [("all", say("news-all")), ("own", say("news-own")), ("rivals", say("news-rivals"))]
        self.tabs = Tabs("news.tabs", (0, 0, 0, 0), options, "all", lambda _: self.refresh())
        opening = self._open if opened is not None else None
        self.log = Log("news.log", (0, 0, 0, 0), on_open=opening, empty=say("news-none"), detail_lines=1)
        self.cards = ScrollArea("news.cards", (0, 0, 0, 0), foot=0)
        self.items: list[News] = []
        self.add(self.tabs, self.cards, self.log)
        self.lay()

    def _open(self, key: str) -> None:
        if self.opened is not None:
            self.opened(self.items[int(key)])

    def lay(self) -> None:
        x, y, wide, _ = self.rect
        self.tabs.rect = pygame.Rect(x + wide - 178, y + 7, 170, 24)
        self.show_cards()

    def show_cards(self) -> None:
        """The cards of this turn: those that wait first, then those that the plan answers."""
        x, y, wide, high = self.rect
        match = self.match
        screen = self.shown_on()
        focused = screen.focused.id if screen is not None and screen.focused is not None else ""
        self.cards.clear()
        waiting = unanswered(match) if match.steering else []
        planned = [
            matter
            for matter in (match.matters if match.steering else [])
            if any(answers(order, matter) for order in match.orders)
        ]
        needed = len(waiting) * (HIGH + GAP) + len(planned) * (LOW + GAP)
        tall = min(needed, round(CARDS_SHARE * (high - 40)))
        self.cards.rect = pygame.Rect(x + 8, y + 38, wide - 14, tall)
        self.cards.visible = bool(tall)
        inner = wide - 18 - (10 if needed > tall else 0)
        top = y + 38
        for matter in waiting + planned:
            is_planned = matter in planned
            rect = pygame.Rect(x + 8, top, inner, LOW if is_planned else HIGH)
            self.cards.add(MatterCard(match, matter, rect, planned=is_planned, act=self._actor(matter)))
            top += rect.h + GAP
        low = self.cards.rect.bottom + 4 if tall else y + 38
        self.log.rect = pygame.Rect(x + 8, low, wide - 14, y + high - 8 - low)
        if screen is not None and focused.startswith("matter."):
            same = [child for child in self.cards.walk() if child.id == focused]
            rest = [child for child in self.cards.walk() if child.focusable]
            screen.focus(next(iter(same or rest), None))

    def _actor(self, matter: Matter) -> Callable[[str], None]:
        def act(what: str) -> None:
            if self.answered is not None:
                self.answered(matter, what)

        return act

    def refresh(self) -> None:
        items = self.match.news_since(self.match.view.month)
        own = self.match.words.say("news-own" if self.match.steering else "news-own-of")
        self.tabs.options = [self.tabs.options[0], Choice("own", own), self.tabs.options[2]]
        if self.tabs.value == "own":
            items = [item for item in items if item.firm == self.match.firm]
        elif self.tabs.value == "rivals":
            items = [item for item in items if item.firm and item.firm != self.match.firm]
        self.items = items[:MOST]
        self.log.entries = entries_of(self.match, self.items)
        self.log.travel.move_to(0)
        self.show_cards()
