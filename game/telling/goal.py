"""What a level is judged by, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assets.text import Texts
    from levels.schema import Level


def has_goal(level: Level) -> bool:
    """Whether something else than the score of five components decides."""
    return level.goal is not None and level.goal.of != "score"


def goal_line(level: Level, texts: Texts) -> str:
    """The goal in words, with its target if it has one; empty for the score."""
    goal = level.goal
    if goal is None or not has_goal(level):
        return ""
    return say_goal(texts, goal.of, goal.target, least=goal.least)


def reached_line(level: Level, texts: Texts, firm: str, place: int, seats: int, total: float) -> str:
    """A firm's place and score in a line, or what it reached of the level's goal; a seat alone has no place."""
    unit = texts.say(f"goal-unit-{level.goal.of}" if level.goal is not None and has_goal(level) else "goal-unit-score")
    key = "debrief-line" if seats > 1 else "debrief-line-alone"
    return texts.say(key, firm=firm, place=place, seats=seats, points=f"{total:.1f}", unit=unit)


def say_goal(texts: Texts, of: str, target: float | None, *, least: bool) -> str:
    name, unit = texts.say(f"goal-{of}"), texts.say(f"goal-unit-{of}")
    if target is None:
        return texts.say("goal-least" if least else "goal-most", goal=name, unit=unit)
    return texts.say("goal-at-most" if least else "goal-at-least", goal=name, target=f"{target:g}", unit=unit)
