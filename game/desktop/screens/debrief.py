"""How the race ended, or stands: scores, places and charts; turning points; what if; records; export."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.bars import Ranks, Strip
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.choices import Tabs
from game.desktop.frames import Panel
from game.desktop.screen import Screen
from game.desktop.screens.almanac import Shelf
from game.desktop.screens.asking import Asking
from game.desktop.screens.chart_panel import ChartPanel
from game.desktop.screens.exporting import open_export
from game.desktop.screens.heard import end_effect
from game.desktop.screens.insight import InsightPage, Legend
from game.desktop.screens.lesson import LessonPage
from game.desktop.screens.moment_list import moment_log
from game.desktop.screens.records import RecordsPage
from game.desktop.screens.score_table import ScoreTable
from game.desktop.screens.whatif import WhatIfPage
from game.desktop.widget import Box, Widget
from game.telling.goal import goal_line, has_goal, reached_line
from game.telling.moments import moments, standings
from game.telling.wording import BINDING_ICONS

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.desktop.play import Director

PAGE = (8, 72, 1264, 588)
FEW = 6
BINDING_COLOURS = {
    "cash": "green",
    "chips": "sky",
    "hall": "sand",
    "power": "yellow",
    "data": "pink",
    "talent": "violet",
    "demand": "amber",
    "none": "grey",
}


class Debrief(Screen):
    """`menu` leaves; `watch_on` goes back to a race that is not over; `director` knows of replays and new games."""

    def __init__(self, match: Match, menu: Callable[[], None], watch_on: Callable[[], None]) -> None:
        super().__init__()
        self.match, self.to_menu, self.watch_on = match, menu, watch_on
        self.result = match.session.result()
        self.over = match.session.over
        self.director: Director | None = None
        self._heard = False

    def build(self) -> None:
        assert self.app is not None
        match, say = self.match, self.match.words.say
        shelf = Shelf(match.words, match.session.resolved)
        self.explainer = Asking(match, self)
        self.explainer.read = lambda entry: shelf.open(self, f"mechanic:{entry}")
        self.chart = ChartPanel(match, (8, 338, 772, 252), lambda _: None)
        self.insight = InsightPage(match, self.app, PAGE, self._looks(), self._replay)
        self.whatif = WhatIfPage(match, self.app, PAGE, self._replay)
        self.pages: dict[str, Widget] = {
            "result": self._result(),
            "insight": self.insight,
            "whatif": self.whatif,
            "records": RecordsPage(match, PAGE),
        }
        keys = [key for key in self.pages if key != "records" or len(match.level.seats) > 1]
        options = [(key, say(f"debrief-tab-{key}")) for key in keys]
        self.tabs = Tabs("debrief.tabs", (8, 676, 470, 30), options, "result", self._turn_to)
        self.add(*self.pages.values(), self.tabs)
        self._add_buttons()
        self._turn_to("result")
        self.bind(pygame.K_c, self.chart.next_measure)
        self.bind(pygame.K_w, self._watch)
        self.bind(pygame.K_r, lambda: self._replay(None))
        self.bind(pygame.K_F1, lambda: shelf.open(self))
        self.bind(pygame.K_s, self.save_copy, ctrl=True)
        self.bind(pygame.K_e, self._export, ctrl=True)
        for number, key in enumerate(keys):
            self.bind(pygame.K_1 + number, partial(self.tabs.choose, key))

    def _result(self) -> Widget:
        """The page that opens: scores, places, the chart, the largest turning points, what held the firm back."""
        match, say = self.match, self.match.words.say
        page = Widget("debrief.result", PAGE)
        panel = Panel("score", (8, 72, 772, 258), say("debrief-scores"), icon="medal")
        lesson = has_goal(match.level)
        panel.note = goal_line(match.level, match.words.texts) if lesson else say("debrief-scores-note")
        panel.add(ScoreTable("score.table", (16, 106, 756, 218), match, self.result))
        places = self._shown() if len(match.level.seats) == 1 else self._places()
        self.chart.refresh()
        title = say("debrief-turns", firm=match.words.firm(match.firm))
        turns = Panel("turns", (788, 338, 484, 322), title, icon="star")
        found = moments(match.session, match.firm, FEW)
        area = (796, 374, 468, 280)
        turns.add(moment_log("turns.short", area, match, found, lambda turn: self._replay(int(turn) - 1), 1))
        bound = Panel("bound", (8, 598, 772, 62), fill=theme.PANEL)
        bound.add(*self._strip())
        page.add(panel, places, self.chart, turns, bound)
        return page

    def _turn_to(self, key: str) -> None:
        for name, page in self.pages.items():
            page.visible = name == key
        if key == "insight":
            self.insight.begin()

    def hidden(self) -> None:
        self.insight.end()
        self.whatif.end()

    def _replay(self, turn: int | None) -> None:
        if self.director is not None and self.match.session.turns:
            self.director.replay_so_far(turn, self.match.firm)

    def _export(self) -> None:
        open_export(self, self.match, self.chart.measure)

    def _again(self) -> None:
        if self.director is not None:
            self.director.again(self.match)

    def _other(self) -> None:
        if self.director is not None:
            self.director.other_firm(self.match)

    def _add_buttons(self) -> None:
        say, known = self.match.words.say, self.director is not None
        entries = [
            ("menu", 104, self.to_menu, "primary", "log-out", True),
            ("watch", 120, self._watch, "secondary", "eye", not self.over),
            ("other", 120, self._other, "secondary", "users", known and self.over and len(self.match.level.seats) > 1),
            ("again", 124, self._again, "secondary", "refresh-cw", known and self.over),
            ("replay", 112, lambda: self._replay(None), "secondary", "rotate-ccw", known),
            ("export", 108, self._export, "secondary", "package", True),
            ("save", 38, self.save_copy, "secondary", "save", True),
        ]
        x, made = 1272, []
        for key, wide, act, kind, icon, shown in entries:
            if not shown:
                continue
            x -= wide
            label = "" if key == "save" else say(f"debrief-{key}")
            made.append(Button(f"debrief.{key}", (x, 672, wide, 36), label, act, kind=kind, icon=icon))
            made[-1].tip = say(f"debrief-{key}-tip") if key in ("other", "again", "save", "export") else ""
            x -= 6
        self.add(*reversed(made))
        if not self.match.session.turns and known:
            self.find("debrief.replay", Button).refuse(say("saves-no-turn"))

    def shown(self) -> None:
        if not self._heard:
            self._heard = True
            self.chime(end_effect(self.match))
        self.focus(self.find("debrief.menu" if self.over else "debrief.watch"))
        if self.insight.visible:
            self.insight.begin()

    def _watch(self) -> None:
        if not self.over:
            self.watch_on()

    def escape(self) -> None:
        self.to_menu()

    def save_copy(self) -> None:
        if self.director is not None:
            self.director.save_copy()

    # --- parts -----------------------------------------------------------------------------------------

    def _places(self) -> Panel:
        panel = Panel("ranks", (788, 72, 484, 258), self.match.words.say("debrief-places"), icon="flag")
        panel.add(self._ranks((818, 108, 446, 214)))
        return panel

    def _shown(self) -> Panel:
        """Alone there are no places: what the level shows, and its exit question."""
        level, texts = self.match.level, self.match.words.texts
        panel = Panel("shown", (788, 72, 484, 258), texts.say("debrief-shown"), icon="eye")
        sections = [("question", "circle-help"), *((f"shows-{name}", "circle-check") for name in level.shows)]
        panel.add(LessonPage("shown.page", (800, 110, 460, 214), texts, level.text, sections))
        return panel

    def _ranks(self, rect: Box) -> Ranks:
        """Places by score at the end of each turn."""
        match, ends = self.match, standings(self.match.session)
        lines = [
            (
                match.words.firm(seat),
                tuple(end[seat][1] or None if seat in end else None for end in ends),
                theme.firm_colour(match.words.colour(seat)),
                seat == match.firm,
            )
            for seat in match.level.seats
        ]
        span = match.level.months_per_turn
        months = [match.words.figures.short_month(month) for month in match.history.months[span::span]]
        return Ranks("ranks.lines", rect, lines, months, label_width=88)

    def _looks(self) -> dict[str, tuple[str, theme.Colour, str]]:
        say = self.match.words.say
        return {
            key: (say(f"binding-{key}"), theme.mark_colour(colour), BINDING_ICONS[key])
            for key, colour in BINDING_COLOURS.items()
        }

    def _strip(self) -> list[Widget]:
        match, say, looks = self.match, self.match.words.say, self._looks()
        states = [str(state) for state in match.history.own.get("binding", [])]
        months = [match.words.figures.month(month) for month in match.history.months]
        strip = Strip("bound.strip", (20, 606, 748, 22), states, months, looks, name=say("debrief-bound"))
        strip.name_width = 130
        legend = Legend("bound.legend", (150, 632, 620, 22), [looks[key] for key in looks if key in states])
        return [strip, legend]

    # --- heading ---------------------------------------------------------------------------------------

    def paint(self, canvas: Canvas) -> None:
        match, say = self.match, self.match.words.say
        result, firm = self.result, self.match.words.firm
        canvas.box(pygame.Rect(-2000, 0, 6000, 64), theme.PANEL)
        canvas.line((-2000, 64), (4000, 64), theme.LINE)
        colour = theme.firm_colour(match.words.colour(match.firm))
        canvas.icon("award" if self.over else "flag", (34, 32), 30, theme.FOCUS if self.over else theme.MUTED)
        winners = ", ".join(firm(seat) for seat in result.winners)
        if not match.alive:
            title = say("debrief-gone", firm=match.view.me.name)
        elif len(result.scores) == 1:
            title = self._alone()
        elif not self.over:
            title = say("debrief-so-far", firm=winners)
        elif len(result.winners) > 1:
            title = say("debrief-shared", firms=winners)
        else:
            title = say("debrief-won", firm=winners)
        ink = theme.TEXT if self.over else theme.SOFT
        canvas.text(title, (62, 24), size=theme.TITLE, weight=theme.BOLD, colour=ink, width=860)
        ordered = list(result.scores)
        place = ordered.index(match.firm) + 1 if match.firm in ordered else 0
        total = result.scores[match.firm].total
        line = reached_line(match.level, match.words.texts, match.view.me.name, place, len(ordered), total)
        canvas.text(line, (78, 48), size=12.5, colour=theme.SOFT, width=700)
        turn = say(
            "bar-turn", turn=min(match.session.turn, match.session.turns_in_all), turns=match.session.turns_in_all
        )
        ended = say(f"reason-{result.reason}") if self.over or result.reason != "end" else turn
        canvas.text(ended, (1266, 24), size=12.5, colour=theme.SOFT, align="right", width=330)
        level = f"{match.words.name(match.level.title)}  ·  {say('debrief-seed', seed=match.session.race.world.seed)}"
        canvas.text(level, (1266, 46), size=11.5, colour=theme.MUTED, align="right", width=330)
        canvas.disc((68, 48), 4.5, colour)

    def _alone(self) -> str:
        """The title of a level with one seat: whether its target was reached, if it has one."""
        say = self.match.words.say
        if not self.over:
            return say("debrief-alone-so-far")
        if not self.result.targeted:
            return say("debrief-alone-done")
        reached = self.result.won(next(iter(self.result.scores)))
        return say("debrief-alone-reached" if reached else "debrief-alone-missed")
