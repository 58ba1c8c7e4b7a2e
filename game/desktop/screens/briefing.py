"""The first page of a game: where the firm stands, its strength and weakness, and how a turn goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas
from game.desktop.dialog import Answer, Dialog
from game.desktop.screens.firm_card import LINES
from game.desktop.screens.lesson import BEFORE, LessonPage, is_lesson
from game.desktop.widget import Act, Widget
from game.telling.goal import goal_line

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.desktop.screen import Screen


class _Page(Widget):
    """The words of the briefing, one below the other."""

    def __init__(self, match: Match, rect: tuple[int, int, int, int]) -> None:
        super().__init__("briefing.page", rect)
        self.match = match

    def draw(self, canvas: Canvas) -> None:
        texts, firm = self.match.words.texts, self.match.firm
        x, y, wide = self.rect.x, float(self.rect.y), self.rect.w
        if texts.has(f"firm-{firm}-opening"):
            area = pygame.Rect(x, round(y), wide, 90)
            y += canvas.paragraph(texts.say(f"firm-{firm}-opening"), area, size=14, leading=21) + 14
        for part, icon, tone in LINES:
            key = f"firm-{firm}-{part}"
            if not texts.has(key):
                continue
            canvas.icon(icon, (x + 10, y + 10), 17, theme.TONES[tone])
            canvas.text(texts.say(f"part-{part}"), (x + 30, y + 10), size=12.5, weight=theme.SEMIBOLD)
            area = pygame.Rect(x + 124, round(y) + 1, wide - 124, 60)
            high = canvas.paragraph(texts.say(key), area, size=12.5, colour=theme.SOFT, leading=18)
            y += max(24, high) + 8
        use = self.match.level.text + "-use"
        if texts.has(use):
            y += 6
            canvas.line((x, y), (x + wide, y), theme.LINE)
            area = pygame.Rect(x, round(y) + 12, wide, 90)
            canvas.paragraph(texts.say(use), area, size=12.5, colour=theme.SOFT, leading=18)


def open_briefing(screen: Screen, match: Match, closed: Act) -> None:
    """Before the first turn; Enter begins."""
    say = match.words.say
    if is_lesson(match.level):
        _open_lesson(screen, match, closed)
        return
    title = say("briefing-title", firm=match.view.me.name, month=match.words.month(match.view.month))
    answers = [Answer("go", say("briefing-go"), closed, "primary", "arrow-right")]
    dialog = Dialog("briefing", title, "", answers, width=660, height=396, icon="flag", cancelled=closed)
    dialog.add(_Page(match, dialog.body))
    dialog.open(screen)


def _open_lesson(screen: Screen, match: Match, closed: Act) -> None:
    """Before a lesson: what is learnt, what to guess, how it is played."""
    say = match.words.say
    answers = [Answer("go", say("briefing-go"), closed, "primary", "arrow-right")]
    title = match.words.name(match.level.title)
    if len(match.level.seats) > 1:
        title = say("briefing-seat", level=title, firm=match.view.me.name)
    dialog = Dialog("briefing", title, "", answers, width=660, height=396, icon="book-open", cancelled=closed)
    page = LessonPage("briefing.page", dialog.body, match.words.texts, match.level.text, BEFORE)
    page.goal = goal_line(match.level, match.words.texts)
    dialog.add(page)
    dialog.open(screen)
