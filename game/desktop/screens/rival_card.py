"""A rival as the public knows it: claims, estimates, campuses, and what it did last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.frames import Line, Panel
from game.desktop.log import Log
from game.desktop.screens.links import follow, link_of_news
from game.telling.report import entries_of
from game.telling.standing import ranks_now

if TYPE_CHECKING:
    from agents.view import RivalView
    from game.desktop.match import Match
    from game.desktop.screen import Layer
    from game.desktop.screens.race import RaceScreen
    from game.desktop.widget import Act

WIDE, STEP, MOST_NEWS = 372, 23, 30


class RivalCard(Panel):
    """Esc, Enter or a click outside closes it."""

    def __init__(self, race: RaceScreen, rival: RivalView, rect: pygame.Rect, close: Act) -> None:
        match = race.match
        super().__init__("rival", rect, rival.name, icon="eye", border=theme.LINE_STRONG)
        self.race, self.close, self.takes_mouse = race, close, True
        self.note = match.words.say("rival-note")
        self.colour = theme.firm_colour(match.words.colour(rival.key))
        x, y, wide = rect.x + 14, rect.y + 40, rect.w - 28
        for number, (key, value, about) in enumerate(_facts(match, rival)):
            name = match.words.say(f"rival-{key}")
            self.add(Line(f"rival.{key}", (x, y + number * STEP, wide, 22), name, value, about=about))
        y += STEP * len(_facts(match, rival)) + 6
        self.items = [item for item in reversed(match.session.news()) if item.firm == rival.key][:MOST_NEWS]
        area = (rect.x + 8, y, rect.w - 16, rect.bottom - 50 - y)
        self.log = Log("rival.news", area, entries_of(match, self.items), on_open=self._follow, detail_lines=2)
        self.log.empty = match.words.say("rival-quiet")
        place = (rect.right - 112, rect.bottom - 42, 100, 32)
        self.button = Button("rival.go", place, match.words.say("rival-close"), close, kind="primary")
        self.add(self.log, self.button)

    def _follow(self, key: str) -> None:
        link = link_of_news(self.race.match, self.items[int(key)])
        if link[0] == "site":
            self.close()
            follow(self.race, link)

    def key(self, key: int, mods: int) -> bool:
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            self.close()
            return True
        return False

    def draw(self, canvas: Canvas) -> None:
        canvas.shadow(self.rect, 22)
        super().draw(canvas)
        canvas.box(pygame.Rect(self.rect.x + 12, self.rect.y + 34, self.rect.w - 24, 2), self.colour)


def _facts(match: Match, rival: RivalView) -> list[tuple[str, str, str]]:
    """Name of a fact, what is known of it, and its address."""
    figures, say = match.words.figures, match.words.say
    sites = sum(place.firm == rival.key for place in match.session.places())
    rank = ranks_now(match, "valuation").get(rival.key, 0)
    at = f"rivals.{rival.key}"
    found = [
        ("valuation", say("rival-ranked", value=figures.money(rival.valuation_usd), rank=rank), f"{at}.valuation_usd"),
        ("elo", f"{rival.arena_elo:,.0f}", f"{at}.arena_elo"),
        ("h100e", f"~{figures.cards(rival.h100e)}", f"{at}.h100e"),
        ("cash", f"~{figures.money(rival.cash_usd)}", f"{at}.cash_usd"),
        ("revenue", f"~{figures.money(rival.run_rate_usd)}", f"{at}.run_rate_usd"),
        ("users", figures.cards(rival.consumers), f"{at}.consumers"),
        ("staff", figures.whole(rival.staff), f"{at}.staff"),
        ("sites", figures.whole(sites), ""),
    ]
    if rival.coming_elo:
        found.append(("coming", f"~{rival.coming_elo:,.0f}", f"{at}.coming_elo"))
    return found


def open_rival(race: RaceScreen, match: Match, firm: str) -> None:
    """Beside the leaderboard. Nothing for a firm that is gone or one's own."""
    rival = match.view.rivals.get(firm)
    if rival is None or race.covered:
        return
    board = race.board.rect
    wide, high = WIDE, min(460, race.stage.h - board.y - 8)
    rect = pygame.Rect(max(8, board.x - wide - 8), board.y, wide, high)
    layer: list[Layer] = []
    panel = RivalCard(race, rival, rect, lambda: race.uncover(layer[0]))
    layer.append(race.cover(panel, closes_outside=True, focus=panel.button))
