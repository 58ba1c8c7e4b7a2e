"""Recipes of the effects: each a short sound with a peak of its own, so that frequent ones stay in the background."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.sound.synth import Wave, levelled, noise, placed, struck, swelled, tone

BELL = (1.0, 0.4, 0.15, 0.1)
SOFT = (1.0, 0.18, 0.05)
WOOD = (1.0, 0.0, 0.35, 0.0, 0.1)


def _notes(notes: tuple[float, ...], gap: float, fall: float, partials: tuple[float, ...], seconds: float) -> Wave:
    parts = [(gap * n, struck(tone(note, seconds - gap * n, partials), fall)) for n, note in enumerate(notes)]
    return placed(parts, seconds)


def click() -> Wave:
    return placed([(0, struck(tone(79, 0.06, WOOD), 0.012)), (0, struck(noise(0.03, 1, 3), 0.004))], 0.06)


def planned() -> Wave:
    """An order goes into the plan: two steps up."""
    return _notes((72, 79), 0.07, 0.09, SOFT, 0.32)


def removed() -> Wave:
    """An order goes out of the plan: two steps down."""
    return _notes((76, 69), 0.07, 0.08, SOFT, 0.3)


def refused() -> Wave:
    """It cannot be done: two dull knocks."""
    knock = struck(tone(50, 0.12, WOOD, -2), 0.035)
    return placed([(0, knock), (0.1, knock * 0.8)], 0.26)


def turn() -> Wave:
    """The turn ends: a low rush and a fifth."""
    rush = swelled(noise(0.7, 2, 14), 0.25, 0.4)
    return placed([(0, rush * 0.7), (0.08, _notes((48, 55, 60), 0.06, 0.35, SOFT, 0.75))], 0.85)


def month() -> Wave:
    """A month passes: a tick."""
    return struck(tone(84, 0.07, WOOD), 0.014)


def live() -> Wave:
    """A site goes live: power comes up and settles."""
    hum = swelled(tone(36, 0.9, (1.0, 0.6, 0.3, 0.2), 12), 0.5, 0.35)
    return placed([(0, hum * 0.6), (0.5, _notes((67, 72, 76), 0.08, 0.22, BELL, 0.7))], 1.2)


def release() -> Wave:
    """A model is released: a rising chord of bells."""
    return _notes((60, 64, 67, 71, 76), 0.09, 0.5, BELL, 1.6)


def good() -> Wave:
    return _notes((67, 74), 0.1, 0.25, BELL, 0.7)


def bad() -> Wave:
    return _notes((62, 58.0), 0.14, 0.28, (1.0, 0.3, 0.2), 0.8)


def win() -> Wave:
    chord = _notes((60, 67, 72, 76), 0.0, 1.1, BELL, 1.8)
    return placed([(0, _notes((60, 64, 67, 72), 0.13, 0.35, BELL, 0.9)), (0.56, chord)], 2.4)


def loss() -> Wave:
    chord = _notes((45, 52, 57, 60), 0.0, 1.0, SOFT, 1.8)
    return placed([(0, _notes((64, 60, 57), 0.22, 0.4, SOFT, 1.0)), (0.66, chord)], 2.4)


RECIPES: dict[str, tuple[Callable[[], Wave], float]] = {
    "click": (click, 0.16),
    "planned": (planned, 0.3),
    "removed": (removed, 0.28),
    "refused": (refused, 0.34),
    "turn": (turn, 0.4),
    "month": (month, 0.18),
    "live": (live, 0.42),
    "release": (release, 0.45),
    "good": (good, 0.34),
    "bad": (bad, 0.36),
    "win": (win, 0.5),
    "loss": (loss, 0.45),
}
"""Every effect by name, with the peak it is brought to."""


def make(name: str) -> Wave:
    """The sound of a name. Raises KeyError for another."""
    recipe, peak = RECIPES[name]
    return levelled(recipe(), peak)
