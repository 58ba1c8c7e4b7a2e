"""The almanac over a screen: sections, a list, a page; search as one types; links, back and forward."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.choices import Tabs
from game.desktop.dialog import Dialog
from game.desktop.entry import TextEntry
from game.desktop.frames import Label
from game.desktop.screens.almanac_book import SECTIONS, Book, Item
from game.desktop.screens.almanac_page import fill
from game.desktop.scroll import ScrollArea
from game.desktop.setup import FULL_RACE
from game.desktop.table import Cell, Column, Row, Table

if TYPE_CHECKING:
    from game.desktop.screen import Screen
    from game.telling.wording import Words
    from levels.loader import Resolved

FIRST = "key:race"
KEYS = ("desks", "tab", "enter", "arrows", "end", "advisor", "reset", "undo", "chart", "help", "escape", "full", "ask")
ACTIONS = {"end": "end", "advisor": "advise", "reset": "reset", "undo": "undo", "chart": "chart", "help": "help"}
"""Keys that the settings can change, by what the page calls them."""
LIST_WIDTH = 372
MOST_WIDE, MOST_HIGH = 1320, 820


@dataclass
class Place:
    """Where one was: what was searched for, the page, and the way there."""

    page: str = FIRST
    section: str = "keys"
    asked: str = ""
    behind: list[str] = field(default_factory=list)
    ahead: list[str] = field(default_factory=list)

    def go(self, page: str) -> None:
        if page != self.page:
            self.behind.append(self.page)
            self.ahead.clear()
            self.page = page

    def step(self, back: bool) -> bool:
        """Along the way back or forward; whether there was one."""
        taken, kept = (self.behind, self.ahead) if back else (self.ahead, self.behind)
        if not taken:
            return False
        kept.append(self.page)
        self.page = taken.pop()
        return True


class Almanac(Dialog):
    """`open` shows it; it remembers in its `place` where one was."""

    def __init__(self, book: Book, place: Place, size: tuple[int, int]) -> None:
        self.book, self.place = book, place
        super().__init__("almanac", book.say("almanac-title"), "", (), width=size[0], height=size[1], icon="book-open")
        self._lay_out()

    def _lay_out(self) -> None:
        say, x, y = self.book.say, self.rect.x + 24, self.rect.y + 16
        right, bottom = self.rect.right - 24, self.rect.bottom - 20
        self.back = Button("almanac.back", (right - 120, y, 34, 32), icon="chevron-left", tip=say("almanac-back"))
        self.ahead = Button("almanac.ahead", (right - 82, y, 34, 32), icon="chevron-right", tip=say("almanac-ahead"))
        self.shut = Button("almanac.close", (right - 34, y, 34, 32), icon="x", tip=say("almanac-close"))
        self.back.on_click, self.ahead.on_click = lambda: self._step(True), lambda: self._step(False)
        self.shut.on_click = self.close
        self.search = TextEntry(
            "almanac.search", (x + 168, y, LIST_WIDTH - 10, 32), "", self.place.asked, on_change=self._asked
        )
        self.search.hint, self.search.on_confirm = say("almanac-search"), lambda _: self._first()
        options = [(section, say(f"almanac-{section}")) for section in SECTIONS]
        self.tabs = Tabs(
            "almanac.tabs", (x - 4, y + 44, self.rect.w - 48, 28), options, self.place.section, self._turned
        )
        top = y + 82
        self.list = Table(
            "almanac.list",
            (x - 4, top, LIST_WIDTH, bottom - top),
            (),
            on_select=self._selected,
            on_open=self._selected,
            empty=say("almanac-nothing"),
        )
        left = x + LIST_WIDTH + 20
        self.heading = Label("almanac.heading", (left, top, right - left, 28), size=theme.HEADING)
        self.heading.weight = theme.SEMIBOLD
        self.page = ScrollArea("almanac.page", (left, top + 34, right - left + 10, bottom - top - 34))
        self.add(self.search, self.back, self.ahead, self.shut, self.tabs, self.list, self.heading, self.page)

    # --- what is shown ---------------------------------------------------------------------------------

    def open(self, screen: Screen, focus: object = None) -> None:
        assert screen.app is not None
        self.canvas = screen.app.canvas
        super().open(screen, focus=self.search)
        self.refresh()

    def refresh(self) -> None:
        """The list and the page of the place."""
        place = self.place
        found = self.book.find(place.asked) if place.asked else self.book.items(place.section)
        head = self.book.say("almanac-found", count=len(found)) if place.asked else self.book.say("almanac-entry")
        self.list.columns = [Column("name", head), Column("tag", "", 84, "right")]
        self.list.rows = [self._row(item) for item in found]
        self.list.selected = place.page
        at = next((n for n, item in enumerate(found) if item.page == place.page), None)
        if at is not None:
            self.list.measure()
            self.list.travel.show(at * self.list.row_height, (at + 1) * self.list.row_height)
        self.tabs.value = place.section
        self._show_page()

    def _row(self, item: Item) -> Row:
        return Row(item.page, [Cell(item.title, icon=item.icon), Cell(item.tag, "muted")], tip=item.title)

    def _show_page(self) -> None:
        place = self.place
        if not self.book.has(place.page):
            place.page = FIRST
        page = self.book.page(place.page)
        self.heading.text, self.heading.icon = page.title, page.icon
        fill(self.page, page, self.canvas, self.show, self.book.has)
        for button, way, words in (
            (self.back, place.behind, "almanac-no-back"),
            (self.ahead, place.ahead, "almanac-no-ahead"),
        ):
            if way:
                button.allow()
            else:
                button.refuse(self.book.say(words))

    # --- where to --------------------------------------------------------------------------------------

    def show(self, page: str) -> None:
        """Go to a page, as a link does."""
        self.place.go(page)
        self.place.section = self.book.page(page).section
        self.refresh()
        self._keep_focus()

    def _keep_focus(self) -> None:
        screen = self.shown_on()
        if screen is not None and (screen.focused is None or screen.focused.shown_on() is None):
            screen.focus(self.list)

    def _selected(self, page: str) -> None:
        self.place.go(page)
        self._show_page()

    def _asked(self, asked: str) -> None:
        self.place.asked = asked.strip()
        self.refresh()
        if self.place.asked and self.list.rows:
            self.list.travel.move_to(0)

    def _first(self) -> None:
        """Enter in the search field opens the first that was found."""
        if self.list.rows:
            self.list.select(0)

    def _turned(self, section: str) -> None:
        self.place.section, self.place.asked = section, ""
        self.search.text = ""
        first = self.book.items(section)
        if first and self.book.page(self.place.page).section != section:
            self.place.go(first[0].page)
        self.refresh()

    def _step(self, back: bool) -> None:
        if self.place.step(back):
            self.place.section = self.book.page(self.place.page).section
            self.refresh()
            self._keep_focus()

    def key(self, key: int, mods: int) -> bool:
        if mods & pygame.KMOD_ALT and key in (pygame.K_LEFT, pygame.K_RIGHT):
            self._step(key == pygame.K_LEFT)
            return True
        if key == pygame.K_BACKSPACE:
            self._step(True)
            return True
        return False

    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        x, top = self.list.rect.right + 10, self.list.rect.y
        canvas.line((x, top), (x, self.list.rect.bottom), theme.LINE)


def _key_of(screen: Screen, say: Callable[[str], str], key: str) -> str:
    """What is written on the key: the usual, or the one that the player has chosen."""
    action = ACTIONS.get(key, "")
    if screen.app is not None and action in screen.app.settings.keys:
        return screen.app.keymap.of(action)
    return say(f"key-{key}")


def open_almanac(screen: Screen) -> None:
    """The almanac of the game that a screen shows; where none is open that of the whole race."""
    from game.telling.wording import Words
    from levels import loader

    own = getattr(screen, "almanac", None)
    if isinstance(own, Shelf):
        own.open(screen)
        return
    app = screen.app
    assert app is not None
    if app.shelf is None or app.shelf.words.texts is not app.texts:
        resolved = loader.load(FULL_RACE)
        app.shelf = Shelf(Words(app.texts, resolved.level), resolved)
    app.shelf.open(screen)


class Shelf:
    """Where the almanac of a game stands between two looks into it; made when it is first opened."""

    def __init__(self, words: Words, resolved: Resolved) -> None:
        self.words, self.resolved, self.place = words, resolved, Place()
        self._book: Book | None = None
        self._language = words.texts.language

    @property
    def book(self) -> Book:
        if self._book is None:
            self._book = Book(self.words, self.resolved, [])
        return self._book

    def _mind(self, screen: Screen) -> None:
        """Other words than at the last look make another book; the keys are named as they are set now."""
        say = self.words.say
        if self._language != self.words.texts.language:
            self._language, self._book = self.words.texts.language, None
        self.book.bindings = [(_key_of(screen, say, key), say(f"key-{key}-does")) for key in KEYS]

    def open(self, screen: Screen, page: str = "") -> None:
        """Show it over a screen, at a page or where one was."""
        self._mind(screen)
        place = self.place
        if page and self.book.has(page):
            place.go(page)
            place.section, place.asked = self.book.page(page).section, ""
        size = min(MOST_WIDE, screen.stage.w - 72), min(MOST_HIGH, screen.stage.h - 60)
        Almanac(self.book, place, size).open(screen)
