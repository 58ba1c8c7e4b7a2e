"""Charts: ticks, labels that do not overlap, gaps, the read-out by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.figures import Figures
from game.desktop import theme
from game.desktop.axes import label_every, log_ticks, nice_ticks, push_apart
from game.desktop.bars import Strip
from game.desktop.linechart import LABEL_GAP, LineChart, Series
from game.desktop.strokes import dashes
from tests.desktop.driver import Driver

figures = Figures()
Show = Callable[..., Driver]
MONTHS = [f"M{n}" for n in range(12)]
COLOURS = list(theme.FIRM_COLOURS.values())


def crowd(ends: list[float]) -> list[Series]:
    return [
        Series(f"f{n}", f"Firm {n}", tuple(end * m / 11 for m in range(12)), COLOURS[n], main=n == 0)
        for n, end in enumerate(ends)
    ]


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        (0, 1.52e6, [0, 5e5, 1e6, 1.5e6, 2e6]),
        (0, 0, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (-3, 7, [-4, -2, 0, 2, 4, 6, 8]),
    ],
)
def test_ticks_are_round(low: float, high: float, wanted: list[float]) -> None:
    assert nice_ticks(low, high) == pytest.approx(wanted)


def test_log_ticks_cover_the_values_and_stay_few() -> None:
    assert log_ticks(3e24, 2e26) == pytest.approx([1e24, 1e25, 1e26, 1e27])
    assert len(log_ticks(1, 1e20)) <= 8
    assert len(log_ticks(100, 100)) == 2


@given(st.lists(st.floats(0, 100), min_size=1, max_size=8), st.floats(1, 12))
def test_labels_are_apart_in_order_and_inside(wishes: list[float], gap: float) -> None:
    placed = push_apart(wishes, gap, 0, 100)
    order = sorted(range(len(wishes)), key=lambda n: (wishes[n], placed[n]))
    heights = [placed[n] for n in order]
    assert all(b - a >= gap - 1e-6 for a, b in pairwise(heights))
    assert min(heights) >= -1e-6
    assert max(heights) <= 100 + 1e-6


def test_labels_that_have_room_stay_where_they_are() -> None:
    assert push_apart([10, 50, 90], 15, 0, 100) == [10, 50, 90]


def test_no_room_spreads_evenly() -> None:
    assert push_apart([5, 5, 5], 60, 0, 100) == [0, 50, 100]


def test_direct_labels_do_not_overlap_on_screen(show: Show) -> None:
    chart = LineChart("c", (100, 100, 600, 300), crowd([100, 99, 98, 97, 3, 2, 1, 0.5]), MONTHS, show=figures.cards)
    play = show(chart)
    play.app.canvas.marks = []
    play.app.draw()
    labels = [mark for mark in play.app.canvas.marks if mark.text.startswith("Firm")]
    assert len(labels) == 8
    heights = sorted(mark.rect.centery for mark in labels)
    assert all(b - a >= LABEL_GAP - 1.1 for a, b in pairwise(heights))
    assert all(chart.rect.collidepoint(mark.rect.center) for mark in labels)


def test_the_read_out_by_mouse_and_keyboard(show: Show) -> None:
    chart = LineChart("c", (100, 100, 600, 300), crowd([110, 220]), MONTHS, show=figures.cards)
    play = show(chart)
    play.move((chart.x_of(5), chart.plot.centery))
    assert [(label, value) for label, value, _ in chart.read_out()] == [("Firm 1", "100"), ("Firm 0", "50")]
    play.move((20, 20))
    assert chart.read_out() == []
    play.tab_to("c")
    play.key(pygame.K_LEFT)
    assert chart.at == 11
    play.key(pygame.K_HOME, pygame.K_RIGHT)
    assert chart.at == 1


def test_a_firm_that_ended_leaves_a_gap_and_no_zero(show: Show) -> None:
    gone = Series("g", "Gone", (5.0, 6.0, *([None] * 10)), COLOURS[0])
    chart = LineChart("c", (100, 100, 600, 300), [gone, *crowd([10])], MONTHS, show=figures.cards)
    play = show(chart)
    play.move((chart.x_of(6), chart.plot.centery))
    assert [label for label, _, _ in chart.read_out()] == ["Firm 0"]


def test_a_chart_without_values_says_so(show: Show) -> None:
    chart = LineChart("c", (100, 100, 600, 300), [], MONTHS, empty="Nothing yet")
    play = show(chart)
    play.app.canvas.marks = []
    play.app.draw()
    assert [mark.text for mark in play.app.canvas.marks] == ["Nothing yet"]


def test_the_picture_of_a_chart_is_made_once_until_its_data_change(show: Show) -> None:
    painted: list[int] = []

    class Counting(LineChart):
        def _paint(self, *given: object) -> None:
            painted.append(1)
            super()._paint(*given)  # type: ignore[arg-type]

    chart = Counting("c", (100, 100, 600, 300), crowd([10, 20]), MONTHS, show=figures.cards)
    play = show(chart)
    for month in range(4):
        play.move((chart.x_of(month), chart.plot.centery))
    assert len(painted) == 1
    chart.set_data(crowd([10, 30]), MONTHS)
    play.app.pump()
    assert len(painted) == 2


def test_dashes_cover_their_share_of_a_line() -> None:
    pieces = dashes([(0.0, 0.0), (30.0, 0.0), (100.0, 0.0)], 6, 4)
    drawn = sum(abs(b[0] - a[0]) for piece in pieces for a, b in pairwise(piece))
    assert len(pieces) == 10
    assert drawn == pytest.approx(60)


def test_month_labels_do_not_touch() -> None:
    assert label_every(75, 440, 60) == 12
    assert label_every(5, 440, 60) == 1


def test_a_strip_tells_month_and_state(show: Show) -> None:
    looks = {"power": ("Power", COLOURS[0], "zap"), "chips": ("Chips", COLOURS[1], "cpu")}
    strip = Strip("s", (100, 100, 300, 20), ["power"] * 3 + ["chips"] * 3, MONTHS[:6], looks)
    play = show(strip)
    assert strip.runs() == [(0, 3, "power"), (3, 3, "chips")]
    play.hover("s", 0.6)
    play.wait(100)
    assert play.screen.tip_text == "M3: Chips"
