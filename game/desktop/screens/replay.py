"""A game gone by: the board at any turn, through a firm's eyes or openly, and the way to play on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.choices import Dropdown, Tabs
from game.desktop.choices import Option as Choice
from game.desktop.frames import Label, Panel
from game.desktop.log import Entry, Log
from game.desktop.screen import Screen
from game.desktop.screens.board_panel import BoardPanel
from game.desktop.screens.chart_panel import ChartPanel
from game.desktop.screens.layout import board_of
from game.desktop.screens.map_panel import MapPanel
from game.desktop.screens.news_panel import NewsPanel
from game.desktop.screens.parts import Ticker
from game.desktop.screens.status_panel import StatusPanel
from game.desktop.screens.subtitle import Subtitle
from game.desktop.scrubber import Scrubber
from game.desktop.tape import OPEN, PastMatch, Tape
from game.telling.moments import moments
from game.telling.weighing import weighed
from game.telling.wording import ICONS
from levels.calendar import month_of

if TYPE_CHECKING:
    from game.desktop.play import Director
    from game.desktop.widget import Act

PACES_MS = {"1": 2000.0, "2": 1000.0, "4": 450.0}
FOOT, SUBTITLE = 66, 60
OPEN_EYES = "open"


class ReplayScreen(Screen):
    """`leave` goes back to where the replay was opened from."""

    fills_window = True

    def __init__(self, director: Director, tape: Tape, leave: Act, turn: int | None = None, firm: str = OPEN) -> None:
        super().__init__()
        self.director, self.tape, self.leave = director, tape, leave
        self.first_turn = tape.turns if turn is None else turn
        self.first_eyes = firm
        self.match: PastMatch | None = None
        self.bare = False

    # --- building --------------------------------------------------------------------------------------

    def build(self) -> None:
        assert self.app is not None
        if self.match is None:
            self.match = PastMatch(self.tape, self.app.texts, self.first_turn, self.first_eyes)
        match, say = self.match, self.app.texts.say
        at, none = board_of(*self.stage.size), (0, 0, 0, 0)
        self.back = Button(
            "replay.back", (0, 0, 0, 0), say("around-back"), self.escape, icon="chevron-left", kind="quiet"
        )
        self.side = Panel("replay.side", at.watch, say("replay-side"), icon="rotate-ccw")
        eyes = [Choice(OPEN_EYES, say("replay-open"), icon="eye")]
        eyes += [
            Choice(key, match.words.firm(key), colour=theme.firm_colour(match.words.colour(key)))
            for key in match.level.seats
        ]
        self.eyes = Dropdown("replay.eyes", (0, 0, 0, 0), say("watch-firm"), eyes, match.eyes or OPEN_EYES, self._look)
        self.eyes.tip = say("replay-eyes-tip")
        self.ticker = Ticker("replay.ticker", self._tick)
        step = self._stepper
        self.steps = [
            Button("replay.first", none, icon="chevron-left", on_click=step(-(10**6)), tip=say("replay-first")),
            Button("replay.before", none, icon="undo-2", on_click=step(-1), tip=say("replay-before")),
            Button(
                "replay.play", (0, 0, 0, 0), icon="play", on_click=self.toggle, tip=say("replay-play"), kind="primary"
            ),
            Button("replay.after", none, icon="redo-2", on_click=step(1), tip=say("replay-after")),
            Button("replay.last", none, icon="chevron-right", on_click=step(10**6), tip=say("replay-last")),
        ]
        paces = [(pace, say("watch-times", times=pace)) for pace in PACES_MS]
        self.pace = Tabs("replay.pace", (0, 0, 0, 0), paces, "1", lambda _: self._repace())
        self.heading = Label("replay.heading", (0, 0, 0, 0), weight=theme.SEMIBOLD)
        self.plan = Log("replay.orders", (0, 0, 0, 0), empty=say("replay-no-orders"), detail_lines=2)
        self.fork = Button("replay.fork", (0, 0, 0, 0), say("replay-fork"), self._fork, icon="pencil")
        self.fork.tip = say("replay-fork-tip")
        self.show = Button("replay.show", (0, 0, 0, 0), say("watch-bare"), self.toggle_bare, icon="monitor")
        self.chart = ChartPanel(match, at.chart, lambda _: self._refresh_board())
        self.map = MapPanel(match, at.map, lambda _: None)
        self.board = BoardPanel(match, at.board, lambda measure: self.chart.tabs.choose(measure))
        self.status = StatusPanel(match, at.status)
        self.news = NewsPanel(match, at.news)
        self.subtitle = Subtitle("replay.caption", (0, 0, 0, 0))
        self.line = Scrubber("replay.line", (0, 0, 0, 0), self._labels(), match.turn, self._go)
        self.add(self.back, self.side, self.eyes, *self.steps, self.pace, self.heading, self.plan, self.fork, self.show)
        self.add(self.chart, self.map, self.board, self.status, self.news, self.subtitle, self.line, self.ticker)
        self._arrange()
        self.bind(pygame.K_SPACE, self.toggle)
        self.bind(pygame.K_c, self.chart.next_measure)
        self.bind(pygame.K_v, self.toggle_bare)
        self.bind(pygame.K_LEFT, step(-1))
        self.bind(pygame.K_RIGHT, step(1))
        self.refresh()

    def _labels(self) -> list[str]:
        assert self.match is not None
        level, figures = self.match.level, self.match.words.figures
        ends = [min(level.months, turn * level.months_per_turn) for turn in range(self.tape.turns + 1)]
        return [figures.short_month(month_of(month, level.start)) for month in ends]

    def shown(self) -> None:
        self.focus(self.line)
        assert self.match is not None
        if self.tape.differs_at:
            self.toast(self.match.words.say("replay-differs", turn=self.tape.differs_at), "warn", "info", 9000)

    def hidden(self) -> None:
        self.ticker.stop()

    # --- places ----------------------------------------------------------------------------------------

    def resized(self, width: float, height: float) -> None:
        self._arrange()

    def _arrange(self) -> None:
        wide, high = self.stage.size
        at = board_of(wide, high)
        room = high - 56 - FOOT - 16
        x, y, side, _ = at.watch
        self.side.rect = pygame.Rect(x, y, side, room)
        self.back.rect = pygame.Rect(8, 7, 110, 34)
        self.eyes.rect = pygame.Rect(x + 10, y + 44, side - 20, 34)
        piece = (side - 20 - 4 * 6) // 5
        for number, button in enumerate(self.steps):
            button.rect = pygame.Rect(x + 10 + number * (piece + 6), y + 88, piece, 36)
        self.pace.rect = pygame.Rect(x + 10, y + 132, side - 20, 28)
        self.heading.rect = pygame.Rect(x + 12, y + 170, side - 24, 22)
        low = y + room - 10
        self.plan.rect = pygame.Rect(x + 6, y + 194, side - 12, low - 92 - (y + 194))
        self.fork.rect = pygame.Rect(x + 10, low - 84, side - 20, 38)
        self.show.rect = pygame.Rect(x + 10, low - 38, side - 20, 36)
        self.line.rect = pygame.Rect(8, high - FOOT - 8, wide - 16, FOOT)
        if self.bare:
            self._arrange_bare(wide, room)
            return
        middle = pygame.Rect(at.chart).union(pygame.Rect(at.map))
        half = (room - SUBTITLE - 16) // 2
        self._place(self.chart, (middle.x, 56, middle.w, half))
        self.subtitle.rect = pygame.Rect(middle.x, 56 + half + 8, middle.w, SUBTITLE)
        self._place(self.map, (middle.x, 56 + half + SUBTITLE + 16, middle.w, room - half - SUBTITLE - 16))
        right = pygame.Rect(at.board)
        self._place(self.board, (right.x, 56, right.w, 230))
        self._place(self.status, (right.x, 294, right.w, 166))
        self._place(self.news, (right.x, 468, right.w, 56 + room - 468))

    def _arrange_bare(self, wide: int, room: int) -> None:
        """For the back row: the map, the chart, and the sentence in large."""
        high = 118
        left = round((wide - 24) * 0.6)
        self._place(self.map, (8, 56, left, room - high - 8))
        self._place(self.chart, (16 + left, 56, wide - 24 - left, room - high - 8))
        self.subtitle.rect = pygame.Rect(8, 56 + room - high, wide - 16, high)

    @staticmethod
    def _place(panel: Panel, rect: tuple[int, int, int, int]) -> None:
        panel.rect = pygame.Rect(rect)
        panel.lay()

    def toggle_bare(self) -> None:
        """Hide all but the map, the chart and the sentence, or show all again."""
        self.bare = not self.bare
        for part in (self.side, self.eyes, *self.steps, self.pace, self.heading, self.plan, self.fork, self.show):
            part.visible = not self.bare
        for panel in (self.board, self.status, self.news):
            panel.visible = not self.bare
        self.subtitle.large = self.bare
        self._arrange()
        if self.bare:
            self.focus(self.line)

    # --- going through it ------------------------------------------------------------------------------

    def refresh(self) -> None:
        match = self.match
        assert match is not None
        say = match.words.say
        self.chart.refresh()
        self.map.refresh()
        self._refresh_board()
        self.status.refresh()
        self.news.refresh()
        self.subtitle.tell(match)
        self.line.at = match.turn
        found = moments(self.tape.whole, match.firm)
        self.line.marks = [(m.turn, m.by > 0, self._cause(m)) for m in found]
        last = match.turn >= self.tape.turns
        who = match.words.firm(match.firm)
        self.heading.text = say("replay-ended") if last else say("replay-orders", firm=who)
        self.plan.entries = self._planned()
        self.fork.allow()
        if match.session.over:
            self.fork.refuse(say("replay-fork-over"))
        elif (people := self.tape.whole.people) and not any(match.session.view(firm).me.alive for firm in people):
            self.fork.refuse(say("replay-fork-gone"))
        playing = self.ticker.running
        self.steps[2].icon, self.steps[2].tip = (
            ("pause", say("replay-pause")) if playing else ("play", say("replay-play"))
        )

    def _planned(self) -> list[Entry]:
        """What a mind weighs at this turn, or what a person ordered."""
        match = self.match
        assert match is not None
        if match.turn >= self.tape.turns:
            return []
        return weighed(match.session, match.words, match.firm) or [
            Entry(str(number), match.words.order(order), ICONS.get(order.kind, "check"), "accent")
            for number, order in enumerate(match.ordered())
        ]

    def _cause(self, moment: object) -> str:
        from game.desktop.screens.moment_list import moment_words

        assert self.match is not None
        return moment_words(self.match, moment)  # type: ignore[arg-type]

    def _refresh_board(self) -> None:
        self.board.refresh(self.chart.measure)

    def _go(self, turn: int) -> None:
        assert self.match is not None
        if turn != self.match.turn:
            self.match.move_to(turn)
            self.refresh()

    def _stepper(self, by: int) -> Act:
        def act() -> None:
            self.ticker.stop()
            self.line.go(self.line.at + by)
            self.refresh()

        return act

    def toggle(self) -> None:
        if self.ticker.running:
            self.ticker.stop()
        else:
            if self.line.at >= self.tape.turns:
                self.line.go(0)
            self.ticker.start(PACES_MS[self.pace.value])
        self.refresh()

    def _repace(self) -> None:
        if self.ticker.running:
            self.ticker.start(PACES_MS[self.pace.value])

    def _tick(self) -> None:
        if self.line.at >= self.tape.turns:
            self.ticker.stop()
            self.refresh()
        else:
            self.line.go(self.line.at + 1)

    def _look(self, firm: str) -> None:
        assert self.match is not None
        self.match.look(OPEN if firm == OPEN_EYES else firm)
        self.refresh()

    def _fork(self) -> None:
        assert self.match is not None
        self.ticker.stop()
        self.director.fork(self.tape, self.match.turn, self.match.firm)

    def escape(self) -> None:
        if self.bare:
            self.toggle_bare()
            return
        self.leave()

    def close(self) -> None:
        """Give the memory of the past back."""
        if self.match is not None:
            self.match.session.dispose()
        self.tape.close()

    def paint(self, canvas: Canvas) -> None:
        match = self.match
        assert match is not None
        say = match.words.say
        canvas.box(pygame.Rect(0, 0, self.stage.w, 48), theme.PANEL)
        canvas.line((0, 48), (self.stage.w, 48), theme.LINE)
        month = match.words.figures.month(month_of(match.session.race.month, match.level.start))
        used = canvas.text(month, (136, 24), size=theme.HEADING, weight=theme.BOLD)
        words = say("replay-turn", turn=match.turn, turns=self.tape.turns)
        canvas.text(words, (150 + used, 25), size=13, colour=theme.SOFT, width=240)
        name = self.tape.path.stem if self.tape.path is not None else ""
        title = "  ·  ".join(part for part in (match.words.name(match.level.title), name) if part)
        canvas.text(title, (self.stage.w - 14, 25), size=12.5, colour=theme.MUTED, align="right", width=620)
