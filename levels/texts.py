"""Where the words of a level stand: keys that are made from the level's own, by what they tell."""

from typing import Final

SECTIONS: Final = ("what", "how", "use", "notice", "try", "extend", "honest")
"""The info sections, in the order in which they are read."""
LESSON: Final = ("objective", "predict", "question")
"""Beside them: what is learnt, what to guess before playing, and the exit question."""


def key(text: str, part: str) -> str:
    """The key of a section or of the objective: `level-l0-honest`."""
    return f"{text}-{part}"


def guide_key(text: str, name: str) -> str:
    """The key of the words of a step of its guide: `level-l0-guide-gauges`."""
    return f"{text}-guide-{name}"


def shown_key(text: str, name: str) -> str:
    """The key of a claim's words: `level-l0-shows-more_cards`."""
    return f"{text}-shows-{name}"


def lesson_key(text: str, part: str) -> str:
    """The key of a teacher's words: "say", "pause" or "debrief" (`level-l0-lesson-pause`)."""
    return f"{text}-lesson-{part}"


def game_key(text: str, name: str) -> str:
    """The key of what a reference game is called: `level-l0-game-reader`."""
    return f"{text}-game-{name}"


def plot_key(text: str, name: str) -> str:
    """The key of the title of a chart or a table: `level-l0-plot-served`."""
    return f"{text}-plot-{name}"


def ask_key(text: str, name: str) -> str:
    """The key of a question of the assessment sheet: `level-l0-ask-first`."""
    return f"{text}-ask-{name}"


def mark_key(text: str, name: str) -> str:
    """The key of its answer, a point a line: `level-l0-mark-first`."""
    return f"{text}-mark-{name}"
