"""How far the seat has come towards a lesson's own goal: a line and a bar below the leaderboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas
from game.desktop.frames import draw_bar
from game.desktop.widget import Widget
from game.telling.goal import goal_line, has_goal

if TYPE_CHECKING:
    from game.desktop.match import Match

HEIGHT = 46


class GoalStrip(Widget):
    """Nothing where the score of five components decides; `refresh` reads what was reached."""

    def __init__(self, match: Match) -> None:
        super().__init__("board.goal", (0, 0, 0, 0))
        self.match = match
        self.reached: float | None = None
        self.visible = has_goal(match.level) and bool(match.firm)
        self.tip = goal_line(match.level, match.words.texts)

    def refresh(self) -> None:
        self.visible = has_goal(self.match.level) and bool(self.match.firm)
        self.reached = self.match.session.reached(self.match.firm) if self.visible else None

    @property
    def share(self) -> float:
        """How much of the target is reached, 0 to 1; 0 where there is none."""
        goal = self.match.level.goal
        if goal is None or goal.target is None or self.reached is None:
            return 0.0
        if goal.least:
            return 1.0 if self.reached <= goal.target else goal.target / self.reached
        return min(1.0, max(0.0, self.reached / goal.target))

    @property
    def words(self) -> str:
        """What was reached, and of how much: "82.4 of 100 thousand H100e"."""
        goal, say = self.match.level.goal, self.match.words.say
        if goal is None:
            return ""
        args = {"unit": say(f"goal-unit-{goal.of}"), "target": "" if goal.target is None else f"{goal.target:g}"}
        if self.reached is None:
            return "" if goal.target is None else say("goal-strip-target", **args)
        return say("goal-strip" if goal.target is None else "goal-strip-of", reached=f"{self.reached:,.1f}", **args)

    def draw(self, canvas: Canvas) -> None:
        goal = self.match.level.goal
        if goal is None:
            return
        x, y, wide, _ = self.rect
        canvas.line((x, y), (x + wide, y), theme.LINE)
        done = self.share >= 1.0
        canvas.icon("crosshair", (x + 10, y + 15), 15, theme.GOOD if done else theme.ACCENT)
        told = canvas.text(
            self.words, (x + wide - 2, y + 15), size=theme.SMALL, weight=theme.SEMIBOLD, align="right", width=wide * 0.6
        )
        name = self.match.words.say(f"goal-short-{goal.of}")
        canvas.text(name, (x + 24, y + 15), size=theme.SMALL, colour=theme.SOFT, width=wide - 40 - told)
        if goal.target is not None:
            draw_bar(canvas, pygame.Rect(x + 2, y + 31, wide - 4, 6), self.share, theme.GOOD if done else theme.ACCENT)
