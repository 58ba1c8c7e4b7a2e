"""Between two seats at one screen: nothing of the firms is shown until the next player is there.

What stands here is public: whose turn it is, who has planned, and the news that everybody reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import CONFIRM_KEYS, Button
from game.desktop.canvas import Canvas
from game.desktop.screen import Screen
from game.desktop.widget import Act
from game.telling.weights import weight_of

if TYPE_CHECKING:
    from game.desktop.match import Match

AREA = pygame.Rect(340, 110, 600, 500)
MOST_NEWS = 4


class HandOver(Screen):
    """Waits for the player of `firm`, then calls `ready`.

    A key that is still held from ending the turn before does not count, so that nobody opens the other's board.
    """

    def __init__(self, match: Match, firm: str, ready: Act) -> None:
        super().__init__()
        self.match, self.firm, self.ready = match, firm, ready
        self.held = False

    def build(self) -> None:
        say = self.match.words.say
        self.go = Button("handover.go", (520, 546, 240, 44), say("handover-go"), self._ready, kind="primary")
        self.go.icon = "check"
        self.add(self.go)
        self.bind(pygame.K_RETURN, self._ready)
        self.bind(pygame.K_SPACE, self._ready)
        self.news = self._news()

    def shown(self) -> None:
        pressed = pygame.key.get_pressed()
        self.held = any(pressed[key] for key in CONFIRM_KEYS)
        self.focus(self.find("handover.go"))

    def _ready(self) -> None:
        if self.held and any(pygame.key.get_pressed()[key] for key in CONFIRM_KEYS):
            return
        self.ready()

    def _news(self) -> list[str]:
        """The weightiest public news of the last turn."""
        session = self.match.session
        after = session.race.month - session.resolved.level.months_per_turn
        items = [item for item in session.news() if item.month > after] if session.turn > 1 else []
        items.sort(key=lambda item: (-weight_of(item), -item.month))
        return [self.match.words.news(item) for item in items[:MOST_NEWS]]

    def paint(self, canvas: Canvas) -> None:
        say, words, area = self.match.words.say, self.match.words, AREA
        colour = theme.firm_colour(words.colour(self.firm))
        canvas.panel(area, theme.PANEL, theme.LINE, 10)
        canvas.panel(pygame.Rect(area.x, area.y, area.w, 6), colour, None, 3)
        canvas.icon("users", (640, area.y + 44), 30, colour)
        player = self.match.players.get(self.firm, "")
        firm = words.firm(self.firm)
        title = say("handover-named", player=player, firm=firm) if player else say("handover-title", firm=firm)
        canvas.text(
            title, (640, area.y + 90), size=theme.TITLE, weight=theme.SEMIBOLD, align="center", width=area.w - 40
        )
        session = self.match.session
        month = words.month(session.view(self.firm).month)
        when = say("handover-when", month=month, turn=session.turn, turns=session.turns_in_all)
        canvas.text(when, (640, area.y + 120), size=12.5, colour=theme.MUTED, align="center", width=area.w - 40)
        text = pygame.Rect(area.x + 60, area.y + 138, area.w - 120, 50)
        canvas.paragraph(say("handover-text", firm=firm), text, colour=theme.SOFT, align="center")
        self._draw_people(canvas, pygame.Rect(area.x + 28, area.y + 196, 220, 220))
        self._draw_news(canvas, pygame.Rect(area.x + 268, area.y + 196, area.w - 296, 220))

    def _draw_people(self, canvas: Canvas, area: pygame.Rect) -> None:
        match, say = self.match, self.match.words.say
        canvas.text(say("handover-order"), (area.x, area.y + 8), size=12.5, colour=theme.MUTED, width=area.w)
        missing = match.session.missing()
        living = [firm for firm in match.people if match.session.view(firm).me.alive]
        for number, firm in enumerate(living):
            y = area.y + 36 + number * 30
            state = "now" if firm == self.firm else "waits" if firm in missing else "planned"
            icon = {"now": "chevron-right", "waits": "hourglass", "planned": "check"}[state]
            canvas.icon(icon, (area.x + 8, y), 15, theme.FOCUS if state == "now" else theme.MUTED)
            canvas.disc((area.x + 30, y), 5.5, theme.firm_colour(match.words.colour(firm)))
            name = match.players.get(firm) or match.words.firm(firm)
            weight = theme.SEMIBOLD if state == "now" else theme.REGULAR
            told = say(f"handover-{state}")
            wide = canvas.text(told, (area.right, y), size=12, colour=theme.MUTED, align="right")
            canvas.text(name, (area.x + 44, y), weight=weight, width=area.w - 52 - wide)

    def _draw_news(self, canvas: Canvas, area: pygame.Rect) -> None:
        say = self.match.words.say
        heading = say("handover-news") if self.news else say("handover-no-news")
        canvas.text(heading, (area.x, area.y + 8), size=12.5, colour=theme.MUTED, width=area.w)
        y = area.y + 30.0
        for words in self.news:
            lines = canvas.wrap(words, area.w - 16, 13, theme.REGULAR)
            if y + 19 * len(lines) > area.bottom:
                break
            canvas.disc((area.x + 4, y + 9), 2.4, theme.ACCENT)
            for line in lines:
                canvas.text(line, (area.x + 16, y + 9), size=13, colour=theme.SOFT)
                y += 19
            y += 6
