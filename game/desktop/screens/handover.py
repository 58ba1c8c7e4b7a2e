"""Between two seats at one screen: nothing of the firms is shown until the next player is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.screen import Screen
from game.desktop.widget import Act

if TYPE_CHECKING:
    from game.desktop.match import Match


class HandOver(Screen):
    """Waits for the player of `firm`, then calls `ready`."""

    def __init__(self, match: Match, firm: str, ready: Act) -> None:
        super().__init__()
        self.match, self.firm, self.ready = match, firm, ready

    def build(self) -> None:
        say = self.match.words.say
        go = Button("handover.go", (520, 430, 240, 44), say("handover-go"), self.ready, kind="primary")
        go.icon = "check"
        self.add(go)
        self.bind(pygame.K_RETURN, self.ready)
        self.bind(pygame.K_SPACE, self.ready)

    def shown(self) -> None:
        self.focus(self.find("handover.go"))

    def paint(self, canvas: Canvas) -> None:
        say, words = self.match.words.say, self.match.words
        colour = theme.firm_colour(words.colour(self.firm))
        area = pygame.Rect(400, 220, 480, 290)
        canvas.panel(area, theme.PANEL, theme.LINE, 10)
        canvas.panel(pygame.Rect(area.x, area.y, area.w, 6), colour, None, 3)
        canvas.icon("users", (640, 272), 30, colour)
        canvas.text(
            say("handover-title", firm=words.firm(self.firm)),
            (640, 326),
            size=theme.TITLE,
            weight=theme.SEMIBOLD,
            align="center",
            width=440,
        )
        session = self.match.session
        month = words.month(session.view(self.firm).month)
        when = say("handover-when", month=month, turn=session.turn, turns=session.turns_in_all)
        canvas.text(when, (640, 408), size=12.5, colour=theme.MUTED, align="center", width=440)
        canvas.paragraph(
            say("handover-text", firm=words.firm(self.firm)),
            pygame.Rect(440, 356, 400, 50),
            colour=theme.SOFT,
            align="center",
        )
