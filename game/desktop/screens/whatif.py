"""What if: one order of one turn left out, the game played again beside itself with equal luck, and what differs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.frames import Label, Panel
from game.desktop.sliders import Stepper
from game.desktop.table import Cell, Column, Row, Table
from game.desktop.widget import Box, Widget
from game.telling.hindsight import without
from levels.calendar import month_of

if TYPE_CHECKING:
    from agents.orders import AnyOrder
    from game.desktop.app import App
    from game.desktop.background import Task
    from game.desktop.match import Match
    from game.forks import Fork, Sides

FIGURES = ("cash_usd", "valuation_usd", "revenue_usd", "h100e_online", "mw_online", "arena_elo")
MOST_FLOWS = 6


class WhatIfPage(Widget):
    """`replay(turn)` opens the replay before a turn, where any order can be changed and the game played on."""

    def __init__(self, match: Match, app: App, rect: Box, replay: Callable[[int], None]) -> None:
        super().__init__("debrief.whatif", rect)
        self.match, self.app, self.replay = match, app, replay
        self.firm = match.firm
        self.task: Task[Fork] | None = None
        say, box = match.words.say, self.rect
        last = max(1, len(match.session.turns))
        left = pygame.Rect(box.x, box.y, 452, box.h)
        self.left = Panel("whatif.left", left, say("whatif-title"), icon="dices")
        about = Label("whatif.about", (left.x + 14, left.y + 40, left.w - 28, 40), say("whatif-about"), size=12.5)
        about.colour, about.wrap = theme.SOFT, True
        self.turn = Stepper(
            "whatif.turn", (left.x + 12, left.y + 88, left.w - 24, 36), say("whatif-turn"), 1,
            lambda _: self.refresh(), low=1, high=last,
        )  # fmt: skip
        columns = [Column("order", "", -1)]
        self.orders = Table(
            "whatif.orders", (left.x + 6, left.y + 132, left.w - 12, left.h - 132 - 104), columns,
            on_select=lambda _: self._chosen(), empty=say("replay-no-orders"),
        )  # fmt: skip
        y = left.bottom - 94
        self.go = Button("whatif.go", (left.x + 12, y, left.w - 24, 38), say("whatif-go"), self.play, kind="primary")
        self.other = Button(
            "whatif.replay",
            (left.x + 12, y + 46, left.w - 24, 36),
            say("whatif-replay"),
            self._replay,
            icon="rotate-ccw",
        )
        right = pygame.Rect(left.right + 8, box.y, box.w - left.w - 8, box.h)
        self.right = Panel("whatif.right", right, say("whatif-result"), icon="scale")
        half = (right.w - 12) // 2
        self.line = Label("whatif.line", (right.x + 14, right.y + 40, right.w - 28, 44), "", size=13.5, wrap=True)
        sides = [Column("was", say("whatif-was"), 92, "right"), Column("fork", say("whatif-fork"), 92, "right")]
        by = Column("by", say("whatif-by"), 84, "right")
        self.scores = Table(
            "whatif.scores", (right.x + 6, right.y + 92, right.w - 12, 204),
            [Column("firm", say("score-firm"), -1), *sides, by],
        )  # fmt: skip
        self.figures = Table(
            "whatif.figures", (right.x + 6, right.y + 304, half, right.h - 312),
            [Column("figure", say("whatif-figure"), -1), *sides],
        )  # fmt: skip
        self.flows = Table(
            "whatif.flows", (right.x + 6 + half, right.y + 304, half, right.h - 312),
            [Column("cause", say("whatif-cause"), -1), by],
        )  # fmt: skip
        self.add(self.left, about, self.turn, self.orders, self.go, self.other)
        self.add(self.right, self.line, self.scores, self.figures, self.flows)
        first = next((plan.turn for plan in match.session.plans if plan.firm == self.firm and plan.orders), 1)
        self.turn.value = min(last, first)
        self.refresh()

    def _given(self) -> list[AnyOrder]:
        turn = round(self.turn.value)
        plans = [plan for plan in self.match.session.plans if plan.firm == self.firm and plan.turn == turn]
        return list(plans[-1].orders) if plans else []

    def refresh(self) -> None:
        say, given = self.match.words.say, self._given()
        self.orders.rows = [Row(str(n), [self.match.words.order(order)]) for n, order in enumerate(given)]
        self.orders.selected = "0" if given else ""
        turns, level = len(self.match.session.turns), self.match.level
        month = month_of(round(self.turn.value - 1) * level.months_per_turn + 1, level.start)
        self.orders.columns = [Column("order", say("whatif-orders", month=self.match.words.figures.month(month)), -1)]
        self.go.allow()
        if not turns:
            self.go.refuse(say("saves-no-turn"))
        elif not given:
            self.go.refuse(say("whatif-nothing"))
        self.line.text = self.line.text or say("whatif-hint")

    def _chosen(self) -> None:
        self.go.allow()

    def _replay(self) -> None:
        self.replay(round(self.turn.value) - 1)

    def play(self) -> None:
        """Play the fork in the background and show how it compares."""
        given = self._given()
        if not self.orders.selected or not given:
            return
        place, turn = int(self.orders.selected), round(self.turn.value)
        order = given[place]
        number = sum(each.kind == order.kind for each in given[: place + 1])
        say = self.match.words.say
        self.go.refuse(say("whatif-playing"))
        self.line.text = say("whatif-playing")

        def done(fork: Fork) -> None:
            self.go.allow()
            self.show(fork, self.match.words.order(order))

        def failed(error: Exception) -> None:
            self.go.allow()
            self.line.text = str(error)

        match = self.match
        self.task = self.app.work(
            lambda: match.at_rest(lambda: without(match.session, self.firm, turn, order, number)), done, failed
        )

    def end(self) -> None:
        """Nobody looks any more: what is being played comes unheard."""
        if self.task is not None and not self.task.done:
            self.task.drop()
            self.line.text = self.match.words.say("whatif-hint")
            self.refresh()

    def show(self, fork: Fork, order: str) -> None:
        words, say = self.match.words, self.match.words.say
        if not fork.parts:
            self.line.text = say("whatif-same", order=order)
        else:
            month, last = words.figures.month(fork.parts), words.figures.month(fork.month)
            self.line.text = say("whatif-told", order=order, turn=fork.turn, month=month, last=last)
        self.scores.rows = [self._score_row(seat, sides) for seat, sides in fork.scores.items()]
        figures, write = fork.figures.get(self.firm, {}), words.figures.column
        self.figures.rows = [
            Row(
                name,
                [say(f"whatif-{name}"), write(name, figures[name].was), write(name, figures[name].fork)],
            )
            for name in FIGURES
            if name in figures
        ]
        self.flows.rows = [
            Row(str(n), [words.text(flow.text), words.figures.told(flow.fork - flow.was, flow.unit, signed=True)])
            for n, flow in enumerate(fork.flows.get(self.firm, [])[:MOST_FLOWS])
        ]

    def _score_row(self, seat: str, sides: Sides) -> Row:
        words = self.match.words
        by = float(sides.fork) - float(sides.was)
        tone = "muted" if abs(by) < 0.05 else "good" if by > 0 else "bad"
        return Row(
            seat,
            [
                Cell(words.firm(seat), dot=theme.firm_colour(words.colour(seat))),
                f"{sides.was:.1f}",
                f"{sides.fork:.1f}",
                Cell(f"{by:+.1f}", tone, strong=True),
            ],
            marked=seat == self.firm,
        )
