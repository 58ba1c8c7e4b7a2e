"""The news: who did what and when, newest first, all of it or one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop.choices import Option as Choice
from game.desktop.choices import Tabs
from game.desktop.frames import Panel
from game.desktop.log import Entry, Log
from game.desktop.wording import TONES
from levels.calendar import month_of

if TYPE_CHECKING:
    from agents.view import News
    from game.desktop.match import Match

MOST = 120


def entries_of(match: Match, items: list[News], *, dated: bool = True) -> list[Entry]:
    """News as entries of a log; those about one's own firm are strong and coloured."""
    found = []
    for number, item in enumerate(items):
        mine = item.firm == match.firm
        tone = TONES[item.tone] if mine or not item.firm else "accent" if item.tone > 0 else "muted"
        tag = match.words.figures.short_month(month_of(item.month, match.level.start)) if dated else ""
        found.append(Entry(str(number), match.words.news(item), item.icon, tone, tag, strong=mine))
    return found


class NewsPanel(Panel):
    def __init__(self, match: Match, rect: tuple[int, int, int, int]) -> None:
        super().__init__("news", rect, match.words.say("news-title"), icon="newspaper")
        self.match = match
        options = [("all", match.words.say("news-all")), ("own", match.words.say("news-own"))]
        self.tabs = Tabs("news.tabs", (0, 0, 0, 0), options, "all", lambda _: self.refresh())
        self.log = Log("news.log", (0, 0, 0, 0), empty=match.words.say("news-none"))
        self.add(self.tabs, self.log)
        self.lay()

    def lay(self) -> None:
        x, y, wide, high = self.rect
        self.tabs.rect = pygame.Rect(x + wide - 112, y + 7, 104, 24)
        self.log.rect = pygame.Rect(x + 8, y + 38, wide - 14, high - 46)

    def refresh(self) -> None:
        items = self.match.news_since(self.match.view.month)
        own = self.match.words.say("news-own" if self.match.steering else "news-own-of")
        self.tabs.options = [self.tabs.options[0], Choice("own", own)]
        if self.tabs.value == "own":
            items = [item for item in items if item.firm == self.match.firm]
        self.log.entries = entries_of(self.match, items[:MOST])
        self.log.travel.move_to(0)
