"""Tables, logs and scroll areas: selecting, opening, scrolling by wheel, keys and bar."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop.buttons import Button
from game.desktop.log import Entry, Log
from game.desktop.scroll import ScrollArea
from game.desktop.table import Cell, Column, Row, Table
from tests.desktop.driver import Driver

Show = Callable[..., Driver]
COLUMNS = [
    Column("firm", "Firm", sortable=True),
    Column("cash", "Cash", 60, "right", sortable=True, tip="In dollars"),
]
ROWS = [Row(f"f{n}", [Cell(f"Firm {n}"), f"${n}B"], tip=f"About firm {n}") for n in range(30)]
ENTRIES = [
    Entry(f"e{n}", f"Something happened, number {n}, and it takes more than a line to say", tag="Q1") for n in range(20)
]


def test_a_table_by_mouse(show: Show) -> None:
    chosen: list[str] = []
    opened: list[str] = []
    sorted_by: list[str] = []
    table = Table(
        "t",
        (100, 100, 300, 200),
        COLUMNS,
        ROWS,
        on_select=chosen.append,
        on_open=opened.append,
        on_sort=sorted_by.append,
    )
    play = show(table)
    play.click_at(table.row_rect(2).center)
    play.click_at(table.row_rect(3).center, clicks=2)
    play.click("t", 0.9, 0.04)
    assert (chosen, opened, sorted_by) == (["f2", "f3"], ["f3"], ["cash"])
    play.wheel(-3)
    assert table.travel.offset > 0
    play.hover("t", 0.9, 0.04)
    play.wait(500)
    assert play.screen.tip_text == "In dollars"


def test_a_table_by_keyboard_keeps_the_row_in_view(show: Show) -> None:
    chosen: list[str] = []
    opened: list[str] = []
    table = Table("t", (100, 100, 300, 200), COLUMNS, ROWS, on_select=chosen.append, on_open=opened.append)
    play = show(table)
    play.tab_to("t")
    play.key(pygame.K_DOWN, pygame.K_DOWN, pygame.K_END, pygame.K_UP, pygame.K_RETURN)
    assert chosen == ["f0", "f1", "f29", "f28"]
    assert opened == ["f28"]
    assert table.window().contains(table.row_rect(28))


def test_the_bar_of_a_table_can_be_dragged(show: Show) -> None:
    table = Table("t", (100, 100, 300, 200), COLUMNS, ROWS, on_select=lambda key: None)
    play = show(table)
    knob = table.travel.knob(table.window())
    assert knob is not None
    play.drag(knob.center, (knob.centerx, 400))
    assert table.travel.offset == table.travel.furthest
    assert table.selected == ""


def test_a_log_by_mouse_and_keyboard(show: Show) -> None:
    opened: list[str] = []
    log = Log("news", (100, 100, 300, 200), ENTRIES, on_open=opened.append)
    play = show(log)
    play.click_at(log.entry_rect(1).center)
    play.tab_to("news")
    play.key(pygame.K_DOWN, pygame.K_RETURN, pygame.K_END, pygame.K_RETURN)
    assert opened == ["e1", "e2", "e19"]
    assert log.rect.bottom >= log.entry_rect(19).bottom


def test_a_log_without_action_scrolls_by_keys(show: Show) -> None:
    log = Log("news", (100, 100, 300, 200), ENTRIES)
    play = show(log)
    play.tab_to("news")
    play.key(pygame.K_PAGEDOWN)
    assert log.travel.offset > 100


def _area(clicks: list[str]) -> ScrollArea:
    area = ScrollArea("area", (100, 100, 300, 200))
    for n in range(12):
        area.add(Button(f"b{n}", (110, 110 + n * 50, 200, 40), f"Button {n}", lambda n=n: clicks.append(f"b{n}")))
    return area


def test_focus_scrolls_an_area(show: Show) -> None:
    clicks: list[str] = []
    play = show(_area(clicks))
    play.tab_to("b11")
    last = play.screen.find("b11")
    assert pygame.Rect(100, 100, 300, 200).contains(last.stage_rect())
    play.key(pygame.K_SPACE)
    play.tab_to("b0")
    assert pygame.Rect(100, 100, 300, 200).contains(play.screen.find("b0").stage_rect())
    assert clicks == ["b11"]


def test_the_mouse_hits_what_scrolled_under_it(show: Show) -> None:
    clicks: list[str] = []
    area = _area(clicks)
    play = show(area)
    play.move((200, 150))
    play.wheel(-2)
    assert area.travel.offset == 88
    play.click("b3")
    play.click_at((200, 320))
    assert clicks == ["b3"], "what is scrolled out of the window cannot be hit"
