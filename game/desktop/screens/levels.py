"""The scenario browser: every level with its picture, what it teaches, how long it takes, and how it went last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import storage, theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.emblem import Emblem, EmblemBook, draw_emblem
from game.desktop.frames import Panel
from game.desktop.screen import Screen
from game.desktop.screens.lesson import BEFORE, LessonPage, goal_words
from game.desktop.scroll import ScrollArea
from game.desktop.widget import Act, Box, Widget
from levels.summaries import available

if TYPE_CHECKING:
    from assets.text import Texts
    from game.desktop.play import Director
    from levels.summaries import LevelSummary

CARD, CARD_HIGH, GAP, ACROSS = 240, 204, 12, 3
LESSON_PARTS = (*BEFORE, ("notice", "eye"))


class LevelCard(Button):
    """A level to press: its picture, its title, how long it takes and how it went last."""

    def __init__(self, ident: str, rect: Box, level: LevelSummary, texts: Texts, act: Act) -> None:
        super().__init__(ident, rect, texts.name(level.title), act)
        self.level, self.texts = level, texts
        self.emblem: Emblem | None = None
        self.last: storage.SavedGame | None = None
        self.first = False

    def draw(self, canvas: Canvas) -> None:
        box, say = self.rect, self.texts.say
        lit = self.hovered or self.selected
        fill = theme.mix(theme.PANEL, theme.SELECTED, 0.6) if self.selected else theme.RAISED if lit else theme.PANEL
        border = theme.ACCENT if self.selected else theme.LINE_STRONG if lit else theme.LINE
        canvas.panel(box, fill, border, 9, 2 if self.selected else 1)
        picture = pygame.Rect(box.x + 8, box.y + 8, box.w - 16, 120)
        if self.emblem is not None:
            draw_emblem(canvas, picture, self.emblem)
        else:
            canvas.panel(picture, theme.GROUND, theme.LINE, 7)
        draw_goal(canvas, picture, self.emblem)
        if self.first:
            tag(canvas, picture, say("levels-start-here"), theme.ACCENT)
        x = box.x + 12
        canvas.text(
            short_title(self.texts, self.level.title), (x, box.y + 143), weight=theme.SEMIBOLD, width=box.w - 24
        )
        canvas.text(length_of(self.texts, self.level), (x, box.y + 163), size=12, colour=theme.SOFT, width=box.w - 24)
        icon, colour, words = last_result(self.texts, self.last)
        canvas.icon(icon, (x + 7, box.y + 184), 14, colour)
        canvas.text(words, (x + 20, box.y + 184), size=12, colour=colour, width=box.w - 44)


GOAL_ICONS = {
    "compute_served": "gauge",
    "compute_online": "zap",
    "card_trade": "package",
    "founder_value": "wallet",
    "cash": "banknote",
    "own_aim": "target",
    "race_prize": "flag",
    "kept_revenue": "handshake",
}


def draw_goal(canvas: Canvas, picture: pygame.Rect, emblem: Emblem | None) -> None:
    """The sign of what decides a level, in the corner of its picture."""
    if emblem is None:
        return
    at = (picture.right - 20, picture.y + 20)
    canvas.disc(at, 13, theme.GROUND)
    canvas.icon(GOAL_ICONS.get(emblem.goal, "target" if emblem.goal else "trophy"), at, 15, theme.FOCUS)


def tag(canvas: Canvas, picture: pygame.Rect, words: str, colour: theme.Colour) -> None:
    """A small label in the corner of a picture."""
    wide = canvas.text_width(words, 12, theme.SEMIBOLD) + 18
    area = pygame.Rect(picture.x + 6, picture.y + 6, round(wide), 22)
    canvas.panel(area, colour, None, 6)
    canvas.text(words, area.center, size=12, weight=theme.SEMIBOLD, colour=theme.ON_ACCENT, align="center")


def short_title(texts: Texts, title: str) -> str:
    """Without the name of the game."""
    return texts.name(title.removeprefix(texts.say("window-title") + ", "))


def length_of(texts: Texts, level: LevelSummary) -> str:
    turns = -(-level.months // level.months_per_turn)
    return texts.say("levels-length", minutes=level.minutes, turns=turns, seats=len(level.seats))


def last_result(texts: Texts, save: storage.SavedGame | None) -> tuple[str, theme.Colour, str]:
    """Icon, colour and words of the newest game of a level."""
    if save is None:
        return "minus", theme.MUTED, texts.say("levels-new")
    if not save.over:
        return "hourglass", theme.ACCENT, texts.say("levels-under-way", turn=save.turn, turns=save.turns)
    note = save.note
    if note is None or not note.place:
        return "check", theme.SOFT, texts.say("levels-played")
    won = note.place == 1 if note.places > 1 else note.won
    key = "levels-place" if note.places > 1 else "levels-reached" if won else "levels-missed"
    words = texts.say(key, place=note.place, places=note.places)
    return ("trophy", theme.FOCUS, words) if won else ("check", theme.SOFT, words)


class LevelsScreen(Screen):
    """A card a level on the left, what the chosen one is about on the right."""

    def __init__(self, director: Director, chosen: str = "") -> None:
        super().__init__()
        self.director, self.chosen = director, chosen

    def build(self) -> None:
        assert self.app is not None
        say = self.app.texts.say
        self.levels = available()
        if self.chosen not in {level.name for level in self.levels}:
            self.chosen = self.levels[0].name
        self.add(
            Button("levels.back", (40, 26, 120, 36), say("around-back"), self.escape, icon="chevron-left", kind="quiet")
        )
        shelf = ScrollArea("levels.shelf", (40, 80, ACROSS * (CARD + GAP) + 4, 624))
        last: dict[str, storage.SavedGame] = {}
        for save in storage.saves():
            last.setdefault(save.level, save)
        self.cards: dict[str, LevelCard] = {}
        for number, level in enumerate(self.levels):
            x, y = 42 + number % ACROSS * (CARD + GAP), 82 + number // ACROSS * (CARD_HIGH + GAP)
            card = LevelCard(f"level.{level.name}", (x, y, CARD, CARD_HIGH), level, self.app.texts, self._show(level))
            card.last = last.get(level.name)
            card.first = number == 0
            self.cards[level.name] = card
            shelf.add(card)
        self.about = About((812, 80, 428, 556), self.app.texts)
        self.play = Button("levels.play", (812, 648, 250, 46), say("levels-play"), self._play, kind="primary")
        self.play.icon = "play"
        self.watch = Button("levels.watch", (1074, 648, 166, 46), say("menu-watch"), self._watch, icon="eye")
        self.add(shelf, self.about, self.play, self.watch)
        self.book = EmblemBook(self.app, self._read)
        self.book.read(self.levels)
        self._choose(self.chosen)
        self._read()

    def shown(self) -> None:
        self.focus(self.cards[self.chosen])

    def hidden(self) -> None:
        self.book.closed = True

    def _read(self) -> None:
        for name, card in self.cards.items():
            card.emblem = EmblemBook.known.get(name)
        self.about.emblem = EmblemBook.known.get(self.chosen)
        self.dirty = True

    def _show(self, level: LevelSummary) -> Act:
        def act() -> None:
            if self.chosen == level.name:
                self._play()
            else:
                self._choose(level.name)

        return act

    def _choose(self, name: str) -> None:
        self.chosen = name
        for key, card in self.cards.items():
            card.selected = key == name
        self.about.show(self.cards[name].level, EmblemBook.known.get(name))

    def _play(self) -> None:
        self.director.new_game(self.chosen)

    def _watch(self) -> None:
        self.director.new_game(self.chosen, people=0)

    def escape(self) -> None:
        self.director.menu()

    def paint(self, canvas: Canvas) -> None:
        assert self.app is not None
        say = self.app.texts.say
        canvas.text(say("levels-title"), (176, 44), size=theme.TITLE, weight=theme.BOLD)
        canvas.text(say("levels-note"), (1240, 46), size=12.5, colour=theme.MUTED, align="right", width=520)


class About(Panel):
    """The chosen level: picture, title, objective, what it teaches, who can be steered."""

    def __init__(self, rect: Box, texts: Texts) -> None:
        super().__init__("levels.about", rect)
        self.texts = texts
        self.level: LevelSummary | None = None
        self.emblem: Emblem | None = None
        self.page: Widget | None = None

    def show(self, level: LevelSummary, emblem: Emblem | None) -> None:
        self.level, self.emblem = level, emblem
        if self.page is not None:
            self.remove(self.page)
        box = self.rect
        self.page = LessonPage(
            "levels.page", (box.x + 16, box.y + 322, box.w - 32, box.h - 330), self.texts, level.text, LESSON_PARTS
        )
        self.add(self.page)

    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        if self.level is None:
            return
        box, say = self.rect, self.texts.say
        picture = pygame.Rect(box.x + 12, box.y + 12, box.w - 24, 190)
        if self.emblem is not None:
            draw_emblem(canvas, picture, self.emblem)
            assert isinstance(self.page, LessonPage)
            object.__setattr__(self.page, "goal", goal_words(self.emblem, self.texts))
        else:
            canvas.panel(picture, theme.GROUND, theme.LINE, 7)
        x, y = box.x + 16, box.y + 222
        canvas.text(
            self.texts.name(self.level.title), (x, y), size=theme.HEADING, weight=theme.SEMIBOLD, width=box.w - 32
        )
        canvas.text(length_of(self.texts, self.level), (x, y + 24), size=12.5, colour=theme.SOFT, width=box.w - 32)
        courses = ", ".join(self.texts.name(each) for each in self.level.courses)
        if courses:
            words = say("levels-courses", courses=courses)
            lines = canvas.wrap(words, box.w - 32, 12, theme.REGULAR)[:2]
            for line in lines:
                canvas.text(line, (x, y + 46), size=12, colour=theme.MUTED)
                y += 17
            y -= 17
        self._draw_seats(canvas, x, y + 68)

    def _draw_seats(self, canvas: Canvas, x: float, y: float) -> None:
        """A disc and a name for each seat, as many as fit."""
        assert self.level is not None
        known = self.emblem.seats if self.emblem is not None else {}
        for seat in self.level.seats:
            name, colour = known.get(seat, ("", theme.TRACK))
            if x + 16 + canvas.text_width(name, 12) > self.rect.right - 12:
                break
            canvas.disc((x + 5, y), 5, colour)
            x += 16 + canvas.text(name, (x + 14, y), size=12, colour=theme.SOFT) + 10
