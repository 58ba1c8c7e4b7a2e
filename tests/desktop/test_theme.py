"""Text can be read: contrast of every ink on every ground it stands on."""

from __future__ import annotations

import itertools

import pytest

from game.desktop import theme
from game.desktop.buttons import FACES

GROUNDS = {"ground": theme.GROUND, "panel": theme.PANEL, "raised": theme.RAISED, "pressed": theme.PRESSED}
READABLE = 4.5


@pytest.mark.parametrize(("ground", "tone"), list(itertools.product(GROUNDS, theme.TONES)))
def test_every_tone_is_readable_on_every_ground(ground: str, tone: str) -> None:
    assert theme.contrast(theme.TONES[tone], GROUNDS[ground]) >= READABLE


@pytest.mark.parametrize("ground", [theme.HOVER, theme.SELECTED])
@pytest.mark.parametrize("ink", [theme.TEXT, theme.SOFT, theme.MUTED])
def test_lit_rows_stay_readable(ground: theme.Colour, ink: theme.Colour) -> None:
    assert theme.contrast(ink, ground) >= READABLE


@pytest.mark.parametrize("kind", FACES)
def test_buttons_are_readable_in_each_state(kind: str) -> None:
    normal, hover, pressed, _, ink = FACES[kind]
    assert min(theme.contrast(ink, ground) for ground in (normal, hover, pressed)) >= READABLE


def test_refused_buttons_and_hints_are_readable() -> None:
    assert theme.contrast(theme.OFF, theme.PRESSED) >= READABLE
    assert theme.contrast(theme.OFF, theme.RAISED) >= READABLE


@pytest.mark.parametrize("name", theme.FIRM_COLOURS)
def test_firm_colours_can_be_labels(name: str) -> None:
    assert theme.contrast(theme.firm_colour(name), theme.PANEL) >= READABLE


def test_firm_colours_differ_for_colour_blind_eyes() -> None:
    """Seen without red-green difference (a rough matrix), no two of the first eight are the same."""

    def seen(colour: theme.Colour) -> tuple[float, float]:
        red, green, blue = colour
        return 0.6 * red + 0.4 * green, float(blue)

    first = [seen(colour) for colour in list(theme.FIRM_COLOURS.values())[:8]]
    for one, other in itertools.combinations(first, 2):
        assert ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5 > 24


def test_the_measure_itself() -> None:
    assert theme.contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert theme.contrast((9, 9, 9), (9, 9, 9)) == 1
