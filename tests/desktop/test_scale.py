"""The interface scale and the board that follows from it."""

from __future__ import annotations

import itertools
from dataclasses import astuple

import pygame
import pytest

from game.desktop.app import App
from game.desktop.dialog import Answer, Dialog
from game.desktop.scale import Wish, is_limited, scale_for
from game.desktop.screen import Screen
from game.desktop.screens.layout import Board, board_of

WINDOWS = [(1280, 720), (1366, 768), (1440, 900), (1920, 1080), (1920, 1200), (2560, 1080), (2560, 1440), (3840, 2160)]
WISHES: list[Wish] = ["auto", 1.0, 1.25, 1.5, 2.0]


@pytest.mark.parametrize(
    ("size", "scale"),
    [((1280, 720), 1), ((854, 480), 0.667), ((1920, 1080), 1.25), ((2560, 1440), 1.5), ((3840, 2160), 2)],
)
def test_the_automatic_scale(size: tuple[int, int], scale: float) -> None:
    assert scale_for(size) == pytest.approx(scale, abs=0.001)


@pytest.mark.parametrize("size", WINDOWS)
@pytest.mark.parametrize("wish", WISHES)
def test_the_smallest_stage_always_fits(size: tuple[int, int], wish: Wish) -> None:
    k = scale_for(size, wish)
    assert size[0] / k >= 1280 - 1e-6
    assert size[1] / k >= 720 - 1e-6
    if wish != "auto":
        assert (k < wish - 0.005) == is_limited(size, wish)


def _parts(board: Board, *, form_open: bool) -> dict[str, pygame.Rect]:
    names = ["bar", "chart", "map", "board", "status", "news"]
    names += ["desk_open", "plan_small"] if form_open else ["desk", "plan"]
    return {name: pygame.Rect(getattr(board, name)) for name in names}


@pytest.mark.parametrize("form_open", [False, True])
@pytest.mark.parametrize("size", [*WINDOWS, (1281, 721), (5120, 1440)])
def test_panels_fill_the_board_and_do_not_touch(size: tuple[int, int], form_open: bool) -> None:
    parts = _parts(board_of(*size), form_open=form_open)
    window = pygame.Rect(0, 0, *size)
    for (one, here), (other, there) in itertools.combinations(parts.items(), 2):
        assert not here.inflate(7, 7).colliderect(there), f"{one} and {other}"
    assert all(window.contains(rect) for rect in parts.values())
    covered = sum((rect.w + 8) * (rect.h + 8) for rect in parts.values())
    assert covered > 0.99 * size[0] * size[1]


def test_a_larger_window_makes_no_panel_smaller() -> None:
    small, large = board_of(1280, 720), board_of(1536, 864)
    for one, other in zip(astuple(small), astuple(large), strict=True):
        assert other[2] >= one[2]
        assert other[3] >= one[3]


class Filling(Screen):
    fills_window = True

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[tuple[float, float]] = []

    def resized(self, width: float, height: float) -> None:
        self.sizes.append((width, height))


def test_a_chosen_scale_takes_effect_at_once(app: App) -> None:
    screen = Filling()
    app.resize((1920, 1080))
    app.push(screen)
    app.change(scale=1.0)
    app.change(scale=1.5)
    app.change(scale=2.0)
    assert screen.sizes == [(1536, 864), (1920, 1080), (1280, 720)]
    assert app.canvas.k == pytest.approx(1.5)


def test_a_screen_that_does_not_fill_the_window_is_as_large_as_fits(app: App) -> None:
    app.resize((1920, 1080))
    app.push(Filling())
    app.push(Screen())
    assert app.canvas.k == pytest.approx(1.5)
    app.pop()
    assert app.canvas.k == pytest.approx(1.25)


def test_a_dialog_stays_in_the_middle(app: App) -> None:
    screen = Filling()
    app.push(screen)
    dialog = Dialog("ask", "Sure?", "Really", [Answer("yes", "Yes")])
    dialog.open(screen)
    for size in ((1920, 1080), (2560, 1080), (1280, 720)):
        app.resize(size)
        assert dialog.rect.centerx == pytest.approx(app.canvas.width / 2, abs=1)
        assert dialog.rect.contains(dialog.button("yes").rect)
        assert dialog.rect.centery == pytest.approx(app.canvas.height / 2 - 10, abs=1)
