"""The menu: level, firm or firms, rivals, seed; start, go on with a game, load one, watch, quit."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.desktop import storage, theme
from game.desktop.buttons import Button, Toggle
from game.desktop.canvas import Canvas
from game.desktop.choices import Dropdown, as_options
from game.desktop.dialog import Answer, Dialog
from game.desktop.entry import TextEntry
from game.desktop.frames import Label
from game.desktop.screen import Screen
from game.desktop.screens.firm_card import FirmCard, start_figures
from game.desktop.screens.lesson import SHELF, LessonPage, goal_line, is_lesson
from game.desktop.table import Column, Row, Table
from game.desktop.usmap import Site, UsMap
from levels.loader import LevelError, LevelSummary, Resolved, available, load

if TYPE_CHECKING:
    from game.desktop.play import Director
    from levels.schema import Level

LEVELS_OWN = "level"
FIRST_LEVEL = "september_2024"
"""What the menu opens on."""
RIVALS = (LEVELS_OWN, "steady", "bold", "passive")


@dataclass(frozen=True)
class Setup:
    """What a game is to be started from. `rivals` is None for the level's own minds."""

    level: str
    firms: tuple[str, ...]
    rivals: str | None
    seed: int


class MenuScreen(Screen):
    def __init__(self, director: Director, rivals: str | None = None, seed: int | None = None) -> None:
        super().__init__()
        self.director, self.wanted_rivals, self.wanted_seed = director, rivals or LEVELS_OWN, seed
        self.levels: list[LevelSummary] = []
        self.chosen: list[str] = []
        self.cards: dict[str, FirmCard] = {}
        self.page: LessonPage | None = None

    # --- building --------------------------------------------------------------------------------------

    def build(self) -> None:
        assert self.app is not None
        say = self.app.texts.say
        self.levels = available()
        x, wide, seed = 40, 352, "1" if self.wanted_seed is None else str(self.wanted_seed)
        options = [(level.name, self.app.texts.name(level.title.split(", ", 1)[-1])) for level in self.levels]
        self.level = Dropdown("menu.level", (x, 120, wide, 36), say("menu-level"), options, "", self._level_chosen)
        if any(level.name == FIRST_LEVEL for level in self.levels):
            self.level.value = FIRST_LEVEL
        self.about = Label("menu.about", (x + 2, 164, wide - 4, 126), size=12.5, colour=theme.SOFT, wrap=True)
        rivals = [(rival, say(f"rivals-{rival}")) for rival in RIVALS]
        self.rivals = Dropdown("menu.rivals", (x, 298, wide, 36), say("menu-rivals"), rivals, self.wanted_rivals)
        self.rivals.tip = say("menu-rivals-tip")
        self.seed = TextEntry("menu.seed", (x, 342, wide - 46, 36), say("menu-seed"), seed, most=9, allowed=_is_digit)
        dice = Button(
            "menu.dice", (x + wide - 38, 342, 38, 36), icon="dices", on_click=self._dice, tip=say("menu-dice")
        )
        self.several = Toggle("menu.hotseat", (x + 2, 384, wide - 4, 30), say("menu-hotseat"), False, self._several)
        self.several.tip = say("menu-hotseat-tip")
        self.start = Button(
            "menu.start", (x, 422, wide, 44), say("menu-start"), self._start, kind="primary", icon="play"
        )
        half = (wide - 8) // 2
        go_on = Button("menu.continue", (x, 474, half, 36), say("menu-continue"), self._continue, icon="fast-forward")
        loads = Button("menu.load", (x + half + 8, 474, half, 36), say("menu-load"), self._load, icon="folder-open")
        watch = Button("menu.watch", (x, 518, half, 36), say("menu-watch"), self._watch, icon="eye")
        leave = Button("menu.quit", (x + half + 8, 518, half, 36), say("menu-quit"), self.escape, icon="log-out")
        self.latest = storage.unfinished()
        if self.latest is None:
            go_on.refuse(say("menu-continue-none"))
        else:
            go_on.tip = self._describe(self.latest)
        self.map = UsMap("menu.map", (x - 10, 562, wide + 20, 152))
        self.map.enabled = False
        self.add(self.level, self.about, self.rivals, self.seed, dice, self.several, self.start, go_on, loads)
        self.add(watch, leave, self.map)
        self._level_chosen(self.level.value)
        self.bind(pygame.K_F1, self._help)

    def shown(self) -> None:
        self.focus(self.start)

    def paint(self, canvas: Canvas) -> None:
        assert self.app is not None
        say = self.app.texts.say
        canvas.icon("cpu", (60, 60), 40, theme.ACCENT)
        canvas.text(say("title"), (92, 52), size=32, weight=theme.BOLD)
        canvas.text(say("menu-tagline"), (94, 84), size=13, colour=theme.SOFT, width=300)
        heading = say("menu-choose-several" if self.several.value else "menu-choose")
        canvas.text(heading, (432, 56), size=theme.HEADING, weight=theme.SEMIBOLD)
        canvas.text(say("menu-choose-note"), (1250, 57), size=12, colour=theme.MUTED, align="right", width=520)

    # --- level and firms -------------------------------------------------------------------------------

    @property
    def summary(self) -> LevelSummary:
        return next(level for level in self.levels if level.name == self.level.value)

    def _level_chosen(self, name: str) -> None:
        assert self.app is not None
        if not self.levels:
            return
        texts, summary = self.app.texts, self.summary
        told = texts.say(summary.text) if texts.has(summary.text) else ""
        turns, firms = summary.months // summary.months_per_turn, len(summary.seats)
        self.about.text = texts.say("menu-length", minutes=summary.minutes, turns=turns, firms=firms) + "  " + told
        if self.page is not None:
            self.root.remove(self.page)
            self.page = None
        for card in self.cards.values():
            self.root.remove(card)
        self.cards = {}
        rows = 2 if len(summary.seats) > 3 else 1
        for number, seat in enumerate(summary.seats[:6]):
            across, down = number % 3, number // 3
            area = (432 + across * 275, 78 + down * 318, 268, 310 if rows == 2 else 330)
            card = FirmCard(f"firm.{seat}", area, seat, texts, self._chooser(seat))
            self.cards[seat] = card
            self.root.add(card)
        self.page = LessonPage("menu.lesson", (440, 424, 806, 286 if rows == 1 else 0), texts, summary.text, SHELF)
        self.root.add(self.page)
        self._choose([summary.seats[0]])
        self.app.work(lambda: load(name), self._level_read, self._level_bad)

    def _level_read(self, resolved: Resolved) -> None:
        if resolved.name != self.level.value:
            return
        level = resolved.level
        for key, card in self.cards.items():
            firm = level.firms[key]
            card.name, card.colour = self.app.texts.name(firm.name), theme.firm_colour(firm.colour)
            card.figures = start_figures(self.app.texts.figures, level, key)
            card.has_lines = not is_lesson(level)
        if self.page is not None:
            self._make_room(level)
        minds = [(key, self._mind_name(key)) for key in (LEVELS_OWN, *level.styles, "passive")]
        self.rivals.options = as_options(minds)
        if self.rivals.chosen is None:
            self.rivals.value = LEVELS_OWN
        self.map.sites = [
            Site(
                key,
                site.longitude if site.longitude is not None else level.regions[site.region].longitude,
                site.latitude if site.latitude is not None else level.regions[site.region].latitude,
                theme.firm_colour(level.firms[site.firm].colour),
                "live",
                0.2,
            )
            for key, site in level.sites.items()
        ]
        assert self.app is not None
        self.app.work(_warm_up, lambda _: None, lambda _: None)

    def _make_room(self, level: Level) -> None:
        """The words of a lesson begin where its cards end."""
        assert self.app is not None
        assert self.page is not None
        self.page.goal = goal_line(level, self.app.texts)
        if is_lesson(level):
            for number, card in enumerate(self.cards.values()):
                card.rect.y, card.rect.h = 78 + number // 3 * 160, 152
                self.page.rect.y = card.rect.bottom + 22
            self.page.rect.h = 710 - self.page.rect.y

    def _mind_name(self, key: str) -> str:
        assert self.app is not None
        texts = self.app.texts
        for name in (f"rivals-{key}", f"style-{key}-name"):
            if texts.has(name):
                return texts.say(name)
        return key

    def _level_bad(self, error: Exception) -> None:
        assert self.app is not None
        self.toast(str(error), "bad", "triangle-alert", 9000)

    def _chooser(self, seat: str):
        def choose() -> None:
            if self.several.value:
                kept = [one for one in self.chosen if one != seat]
                self._choose(kept if seat in self.chosen and kept else [*kept, seat])
            else:
                self._choose([seat])

        return choose

    def _choose(self, firms: Sequence[str]) -> None:
        self.chosen = list(firms)
        for key, card in self.cards.items():
            card.chosen = key in self.chosen

    def _several(self, on: bool) -> None:
        if not on:
            self._choose(self.chosen[:1])

    def _dice(self) -> None:
        self.seed.text = str(random.randrange(1, 1_000_000))

    # --- what the buttons do ---------------------------------------------------------------------------

    def _start(self) -> None:
        rivals = None if self.rivals.value == LEVELS_OWN else self.rivals.value
        seats = tuple(seat for seat in self.summary.seats if seat in self.chosen)
        self.director.start(Setup(self.level.value, seats, rivals, int(self.seed.text or "1")))

    def _watch(self) -> None:
        rivals = None if self.rivals.value == LEVELS_OWN else self.rivals.value
        self.director.start(Setup(self.level.value, (), rivals, int(self.seed.text or "1")))

    def _continue(self) -> None:
        if self.latest is not None:
            self.director.load(self.latest.path)

    def _describe(self, save: storage.SavedGame) -> str:
        assert self.app is not None
        firms = ", ".join(self._firm_name(seat) for seat in save.seats) or "–"
        return self.app.texts.say("menu-save", firms=firms, turn=min(save.turn, save.turns), turns=save.turns)

    def _firm_name(self, seat: str) -> str:
        return self.cards[seat].name if seat in self.cards else seat

    def _load(self) -> None:
        """A list of the saves; Enter or a double click opens one."""
        assert self.app is not None
        say = self.app.texts.say
        found = storage.saves()
        answers = [Answer("back", say("form-cancel"))]
        if found:
            answers.append(Answer("go", say("load-go"), lambda: self._load_chosen(table), "primary"))
        dialog = Dialog("load", say("load-title"), "", answers, width=760, height=430, icon="folder-open")
        x, y, wide, high = dialog.body
        columns = [
            Column("level", say("load-level"), -2),
            Column("firms", say("load-firms"), -2),
            Column("turn", say("load-turn"), 90, "right"),
            Column("when", say("load-when"), 150, "right"),
        ]
        rows = [Row(str(save.path), self._cells(save)) for save in found]
        table = Table(
            "load.table",
            (x - 8, y, wide + 16, high - 4),
            columns,
            rows,
            selected=rows[0].key if rows else "",
            on_select=lambda _: None,
            on_open=lambda _: self._load_chosen(table),
            empty=say("load-none"),
        )
        dialog.children.insert(0, table)
        table.parent = dialog
        dialog.open(self, focus=table if rows else None)

    def _cells(self, save: storage.SavedGame) -> list[str]:
        import time

        assert self.app is not None
        firms = ", ".join(self._firm_name(seat) for seat in save.seats) or self.app.texts.say("load-watched")
        turn = self.app.texts.say("load-over") if save.over else f"{save.turn} / {save.turns}"
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(save.changed))
        return [self.app.texts.name(save.title.split(", ", 1)[-1]), firms, turn, when]

    def _load_chosen(self, table: Table) -> None:
        if table.selected:
            self.director.load(Path(table.selected))

    def _help(self) -> None:
        from game.desktop.screens.report import open_help

        assert self.app is not None
        open_help(self, self.app.texts.say)

    def escape(self) -> None:
        assert self.app is not None
        self.app.quit()


def _is_digit(sign: str) -> bool:
    return sign in "0123456789"


def _warm_up() -> None:
    """Wake the engine while the player reads, so that the race starts at once."""
    import game.session  # noqa: F401


__all__ = ["LevelError", "MenuScreen", "Setup"]
