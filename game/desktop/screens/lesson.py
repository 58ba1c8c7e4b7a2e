"""What a level says of itself as a lesson: what is learnt, what to guess, how to play, and what is simplified."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from assets.text import Texts
from game.desktop import theme
from game.desktop.canvas import Canvas
from game.desktop.widget import Box, Widget
from game.telling.goal import has_goal, say_goal
from levels.texts import key as text_key

if TYPE_CHECKING:
    from game.desktop.emblem import Emblem
    from levels.schema import Level

BEFORE = (("objective", "lightbulb"), ("predict", "circle-help"), ("use", "play"))
"""Sections to read before the first turn, with their icons."""
SHELF = (*BEFORE, ("notice", "eye"), ("try", "dices"), ("honest", "shield"))
"""Sections that the menu shows."""
ADDRESS = re.compile(r"[a-z0-9_]+\.[a-z_]{2,}")
SENTENCES = re.compile(r"(?<=[.?])(?=\s)|(?<=。)")
ADDRESSES = re.compile(r"\s?[(（][a-z0-9_]+(\.[a-z0-9_]+)+[^)）]*[)）]")


def is_lesson(level: Level) -> bool:
    """Whether a level is judged by a goal of its own or leaves orders out."""
    return has_goal(level) or bool(level.orders)


def goal_words(emblem: Emblem, texts: Texts) -> str:
    """The same of a level's picture."""
    return say_goal(texts, emblem.goal, emblem.target, least=emblem.least) if emblem.goal else ""


def without_addresses(words: str) -> str:
    """A text without what it says of values to who changes them: addresses in brackets, or sentences with some."""
    first, *rest = SENTENCES.split(ADDRESSES.sub("", words))
    return first + "".join(each for each in rest if not ADDRESS.search(each))


class LessonPage(Widget):
    """Sections of a level one below the other, each with an icon; what finds no room is left out."""

    def __init__(self, ident: str, rect: Box, texts: Texts, text: str, sections: Sequence[tuple[str, str]]) -> None:
        super().__init__(ident, rect)
        self.texts, self.text, self.sections = texts, text, sections
        self.goal = ""

    def draw(self, canvas: Canvas) -> None:
        y, bottom = float(self.rect.y), self.rect.bottom
        told = [
            (icon, without_addresses(self.texts.say(text_key(self.text, part))))
            for part, icon in self.sections
            if self._has(part)
        ]
        if self.goal:
            told.insert(1, ("crosshair", self.goal))
        for number, (icon, words) in enumerate(told):
            area = pygame.Rect(self.rect.x + 28, round(y), self.rect.w - 28, 400)
            lines = len(canvas.wrap(words, area.w, 13, theme.REGULAR))
            if y + lines * 18 > bottom:
                break
            canvas.icon(icon, (self.rect.x + 9, y + 9), 16, theme.ACCENT if number == 0 else theme.MUTED)
            colour = theme.TEXT if number == 0 else theme.SOFT
            y += canvas.paragraph(words, area, size=13, colour=colour, leading=18) + 10

    def _has(self, part: str) -> bool:
        return self.texts.has(text_key(self.text, part))
