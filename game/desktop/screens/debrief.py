"""How the race ended, or stands: the winner, five components by seat, places, charts, turning points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.bars import Ranks, Strip
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.frames import Panel, draw_bar
from game.desktop.log import Log
from game.desktop.screen import Screen
from game.desktop.screens.almanac import Shelf
from game.desktop.screens.asking import Asking
from game.desktop.screens.chart_panel import ChartPanel
from game.desktop.screens.heard import end_effect
from game.desktop.screens.lesson import LessonPage, goal_line, has_goal
from game.desktop.screens.news_panel import entries_of
from game.desktop.turning import turning_points
from game.desktop.widget import Box, Spot, Tip, Widget
from game.desktop.wording import BINDING_ICONS

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.score import Result

COMPONENTS = ("value", "frontier", "reach", "stewardship", "resilience")
COMPONENT_ICONS = {
    "value": "trending-up",
    "frontier": "brain-circuit",
    "reach": "users",
    "stewardship": "shield",
    "resilience": "landmark",
}
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


class ScoreTable(Widget):
    """A row a seat: place, firm, points, and a bar for each component; ribbons where one was won."""

    def __init__(self, ident: str, rect: Box, match: Match, result: Result) -> None:
        super().__init__(ident, rect)
        self.match, self.result = match, result
        self.takes_mouse = True
        self.seats = list(result.scores)

    def _columns(self) -> list[tuple[str, float, float]]:
        """The components; none where the level has a goal of its own."""
        if has_goal(self.match.level):
            return []
        left, room = self.rect.x + 222, self.rect.w - 226
        return [(name, left + room * n / 5, room / 5 - 12) for n, name in enumerate(COMPONENTS)]

    def _row(self, place: int) -> pygame.Rect:
        return pygame.Rect(self.rect.x, self.rect.y + 28 + place * 31, self.rect.w, 29)

    @property
    def focusable(self) -> bool:  # type: ignore[override]
        return bool(self.seats)

    def spots(self) -> list[Spot]:
        """The score of each seat and its components."""
        found, say = [], self.match.words.say
        for place, seat in enumerate(self.seats):
            row, score = self._row(place), self.result.scores[seat]
            area = pygame.Rect(row.x + 160, row.y, 52, row.h)
            found.append(Spot(f"of:{seat}:score.total", area, f"{score.total:.1f}", say("score-total"), "medal"))
            for name, x, wide in self._columns():
                area = pygame.Rect(round(x), row.y, round(wide), row.h)
                about, icon = f"of:{seat}:score.points.{name}", COMPONENT_ICONS[name]
                found.append(Spot(about, area, f"{score.points[name]:.0f}", say(f"score-{name}"), icon))
        return found

    def tip_at(self, point: tuple[float, float] | None) -> Tip | None:
        say = self.match.words.say
        if point is None:
            return None
        for name, x, wide in self._columns():
            if x - 6 <= point[0] < x + wide + 6:
                head = pygame.Rect(round(x), self.rect.y, round(wide), 26)
                if head.collidepoint(point):
                    return Tip(say(f"score-{name}-tip"), head)
                for place, seat in enumerate(self.seats):
                    row = self._row(place)
                    if row.collidepoint(point):
                        score = self.result.scores[seat]
                        text = say(
                            "score-cell-tip",
                            component=say(f"score-{name}"),
                            raw=f"{score.raw[name]:.2f}",
                            points=round(score.points[name]),
                        )
                        return Tip(text, pygame.Rect(round(x), row.y, round(wide), row.h))
        return None

    def draw(self, canvas: Canvas) -> None:
        say = self.match.words.say
        top = self.rect.y + 12
        canvas.text(say("score-firm"), (self.rect.x + 36, top), size=11.5, colour=theme.MUTED)
        canvas.text(say("score-total"), (self.rect.x + 206, top), size=11.5, colour=theme.MUTED, align="right")
        for name, x, wide in self._columns():
            canvas.icon(COMPONENT_ICONS[name], (x + 7, top), 14, theme.MUTED)
            canvas.text(say(f"score-{name}"), (x + 19, top), size=11.5, colour=theme.MUTED, width=wide - 18)
        for place, seat in enumerate(self.seats):
            self._draw_seat(canvas, place, seat)

    def _draw_seat(self, canvas: Canvas, place: int, seat: str) -> None:
        words, score, row = self.match.words, self.result.scores[seat], self._row(place)
        mine, won = seat == self.match.firm, seat in self.result.winners
        if mine:
            canvas.panel(row, theme.RAISED, theme.LINE_STRONG, 5)
        y, colour = row.centery, theme.firm_colour(words.colour(seat))
        canvas.text(str(place + 1), (row.x + 10, y), size=12.5, colour=theme.MUTED)
        canvas.disc((row.x + 42, y), 5.6, colour)
        weight = theme.SEMIBOLD if mine else theme.MEDIUM
        used = canvas.text(words.firm(seat), (row.x + 54, y), weight=weight, width=104)
        if won and self.match.session.over and len(self.seats) > 1:
            canvas.icon("crown", (row.x + 54 + used + 14, y), 15, theme.FOCUS)
        canvas.text(f"{score.total:.1f}", (row.x + 206, y), weight=theme.BOLD, align="right")
        if has_goal(self.match.level):
            self._draw_goal(canvas, row, seat, colour)
        for name, x, wide in self._columns():
            points = score.points[name]
            bar = pygame.Rect(round(x), round(y - 4), round(wide - 44), 8)
            draw_bar(canvas, bar, points / 100, colour)
            canvas.text(f"{points:.0f}", (x + wide - 18, y), size=12.5, align="right", colour=theme.SOFT)
            if name in score.ribbons:
                canvas.icon("award", (x + wide - 6, y), 14, theme.FOCUS)

    def _draw_goal(self, canvas: Canvas, row: pygame.Rect, seat: str, colour: theme.Colour) -> None:
        """One bar: what was reached, relative to the target and to the largest."""
        goal, score = self.match.level.goal, self.result.scores[seat]
        target = goal.target if goal is not None and goal.target is not None else 0.0
        most = max([abs(each.total) for each in self.result.scores.values()] + [abs(target)]) or 1.0
        left, room = row.x + 230, row.w - 290
        draw_bar(canvas, pygame.Rect(left, row.centery - 4, room, 8), max(0.0, score.total) / most, colour)
        if target:
            x = left + room * target / most
            canvas.line((x, row.centery - 9), (x, row.centery + 9), theme.TEXT)
        if "goal" in score.ribbons:
            canvas.icon("award", (row.right - 22, row.centery), 16, theme.FOCUS)


class Debrief(Screen):
    """`menu` leaves; `watch_on` goes back to a race that is not over."""

    def __init__(self, match: Match, menu: Callable[[], None], watch_on: Callable[[], None]) -> None:
        super().__init__()
        self.match, self.to_menu, self.watch_on = match, menu, watch_on
        self.result = match.session.result()
        self.over = match.session.over
        self._heard = False

    def build(self) -> None:
        match, say = self.match, self.match.words.say
        shelf = Shelf(match.words, match.session.resolved)
        self.explainer = Asking(match, self)
        self.explainer.read = lambda entry: shelf.open(self, f"mechanic:{entry}")
        panel = Panel("score", (8, 72, 772, 258), say("debrief-scores"), icon="medal")
        lesson = has_goal(match.level)
        panel.note = goal_line(match.level, match.words.texts) if lesson else say("debrief-scores-note")
        panel.add(ScoreTable("score.table", (16, 106, 756, 218), match, self.result))
        places = self._shown() if len(match.level.seats) == 1 else self._places()
        chart = ChartPanel(match, (8, 338, 772, 252), lambda _: None)
        chart.refresh()
        turns = Panel(
            "turns", (788, 338, 484, 322), say("debrief-turns", firm=match.words.firm(match.firm)), icon="star"
        )
        points = turning_points(match.session.news(), match.firm)
        turns.add(Log("turns.log", (796, 374, 468, 280), entries_of(match, points), empty=say("debrief-no-turns")))
        bound = Panel("bound", (8, 598, 772, 62), fill=theme.PANEL)
        bound.add(*self._strip())
        self.add(panel, places, chart, turns, bound)
        self._add_buttons()
        self.bind(pygame.K_c, chart.next_measure)
        self.bind(pygame.K_w, self._watch)
        self.bind(pygame.K_F1, lambda: shelf.open(self))
        self.bind(pygame.K_s, self.save_copy, ctrl=True)

    def _add_buttons(self) -> None:
        say = self.match.words.say
        x = 1272
        for ident, wide, act, kind, icon, shown in (
            ("debrief.menu", 130, self.to_menu, "primary", "log-out", True),
            ("debrief.watch", 130, self._watch, "secondary", "eye", not self.over),
            ("debrief.save", 130, self.save_copy, "secondary", "save", True),
        ):
            if shown:
                x -= wide
                key = ident.replace(".", "-")
                self.root.children.insert(0, button := Button(ident, (x, 672, wide, 36), say(key), act, kind=kind))
                button.icon, button.parent = icon, self.root
                x -= 8

    def shown(self) -> None:
        if not self._heard:
            self._heard = True
            self.chime(end_effect(self.match))
        self.focus(self.find("debrief.menu" if self.over else "debrief.watch"))

    def _watch(self) -> None:
        if not self.over:
            self.watch_on()

    def escape(self) -> None:
        self.to_menu()

    def save_copy(self) -> None:
        """Write the whole game beside its journal."""
        from game.desktop import storage
        from game.saves import SaveError

        match = self.match
        path = storage.new_path(match.level_name, match.people)
        try:
            match.session.save(path)
        except SaveError as error:
            self.toast(str(error), "bad", "triangle-alert", 8000)
            return
        self.toast(match.words.say("saved", path=str(path)), "good", "save", 6000)

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
        from game.record import COLUMNS

        match = self.match
        at = {column.name: place for place, column in enumerate(COLUMNS)}
        span = match.level.months_per_turn
        ranks: dict[str, list[int | None]] = {seat: [] for seat in match.level.seats}
        for row in match.session.race.recorder.rows:
            firm = str(row[at["firm"]])
            if firm in ranks:
                ranks[firm].append(int(row[at["rank"]]) or None)  # type: ignore[call-overload]
        lines = [
            (
                match.words.firm(seat),
                tuple(values[span::span]),
                theme.firm_colour(match.words.colour(seat)),
                seat == match.firm,
            )
            for seat, values in ranks.items()
        ]
        months = [match.words.figures.short_month(month) for month in match.history.months[span::span]]
        return Ranks("ranks.lines", rect, lines, months, label_width=88)

    def _strip(self) -> list[Widget]:
        figures = self.match.words.figures
        match, say = self.match, self.match.words.say
        states = [str(state) for state in match.history.own.get("binding", [])]
        months = [figures.month(month) for month in match.history.months]
        looks = {
            key: (say(f"binding-{key}"), theme.mark_colour(colour), BINDING_ICONS[key])
            for key, colour in BINDING_COLOURS.items()
        }
        strip = Strip("bound.strip", (20, 606, 748, 22), states, months, looks, name=say("debrief-bound"))
        strip.name_width = 130
        legend = _Legend("bound.legend", (150, 632, 620, 22), [looks[key] for key in looks if key in states])
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
        line = say(
            "debrief-line-goal" if has_goal(match.level) else "debrief-line",
            firm=match.view.me.name,
            place=place,
            seats=len(ordered),
            points=f"{result.scores[match.firm].total:.1f}",
        )
        canvas.text(line, (78, 48), size=12.5, colour=theme.SOFT, width=700)
        turn = say(
            "bar-turn", turn=min(match.session.turn, match.session.turns_in_all), turns=match.session.turns_in_all
        )
        ended = say(f"reason-{result.reason}") if self.over or result.reason != "end" else turn
        canvas.text(ended, (1266, 24), size=12.5, colour=theme.SOFT, align="right", width=330)
        level = f"{match.words.name(match.level.title)}  ·  {say('debrief-seed', seed=match.session.race.world.seed)}"
        canvas.text(level, (1266, 46), size=11.5, colour=theme.MUTED, align="right", width=330)
        canvas.disc((68, 48), 4.5, colour)
        where = say("debrief-saved-as", path=str(match.journal)) if match.journal else say("debrief-unsaved")
        canvas.text(where, (12, 682), size=11.5, colour=theme.MUTED, width=820)
        canvas.text(say("debrief-digest", digest=result.digest), (12, 699), size=11.5, colour=theme.MUTED, width=820)

    def _alone(self) -> str:
        """The title of a level with one seat: whether its target was reached, if it has one."""
        say, goal = self.match.words.say, self.match.level.goal
        if not self.over:
            return say("debrief-alone-so-far")
        if goal is None or goal.target is None:
            return say("debrief-alone-done")
        reached = any(score.ribbons for score in self.result.scores.values())
        return say("debrief-alone-reached" if reached else "debrief-alone-missed")


class _Legend(Widget):
    """Coloured squares with their words, in a row."""

    def __init__(self, ident: str, rect: Box, looks: Sequence[tuple[str, theme.Colour, str]]) -> None:
        super().__init__(ident, rect)
        self.looks = looks

    def draw(self, canvas: Canvas) -> None:
        x, y = float(self.rect.x), self.rect.centery
        for words, colour, _ in self.looks:
            canvas.panel(pygame.FRect(x, y - 5, 10, 10), colour, None, 2)
            x += 16 + canvas.text(words, (x + 15, y), size=11.5, colour=theme.SOFT) + 18
