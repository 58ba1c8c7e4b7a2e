"""Buttons, switches, sliders, steppers, lists, tabs and text entry, each by keyboard and by mouse alone."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from game.desktop.buttons import Button, Toggle
from game.desktop.choices import Dropdown, Option, OptionList, Tabs
from game.desktop.entry import TextEntry
from game.desktop.sliders import Slider, Stepper
from tests.desktop.driver import Driver

Show = Callable[..., Driver]
CHIPS = [Option("h200", "H200"), Option("b200", "B200"), Option("tpu", "TPU v7", reason="Google only")]


def test_a_button_by_mouse(show: Show) -> None:
    clicks: list[str] = []
    play = show(Button("go", (100, 100, 120, 36), "Go", lambda: clicks.append("go")))
    play.click("go")
    assert clicks == ["go"]
    play.drag(play.at("go"), (600, 600))
    assert clicks == ["go"], "let go elsewhere, a press is taken back"


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE])
def test_a_button_by_keyboard(show: Show, key: int) -> None:
    clicks: list[str] = []
    play = show(Button("go", (100, 100, 120, 36), "Go", lambda: clicks.append("go")))
    play.tab_to("go")
    assert play.screen.find("go").ringed
    play.key(key)
    assert clicks == ["go"]


def test_a_refused_button_says_why_and_does_nothing(show: Show) -> None:
    clicks: list[str] = []
    button = Button("go", (100, 100, 120, 36), "Go", lambda: clicks.append("go"), tip="Build the hall")
    play = show(button)
    button.refuse("needs 40 MW more in Memphis")
    play.click("go")
    play.tab_to("go")
    play.key(pygame.K_RETURN)
    assert clicks == []
    play.hover("go")
    play.move((700, 600))
    play.hover("go")
    play.wait(400)
    assert play.screen.tip_text == "Build the hall\nneeds 40 MW more in Memphis"
    button.allow()
    play.click("go")
    assert clicks == ["go"]


def test_disabled_widgets_are_left_out(show: Show) -> None:
    first, second = Button("first", (10, 10, 80, 30), "1"), Button("second", (10, 50, 80, 30), "2")
    second.enabled = False
    third = Button("third", (10, 90, 80, 30), "3")
    third.visible = False
    play = show(first, second, third)
    assert [widget.id for widget in play.screen.focus_order()] == ["first"]


def test_a_toggle_both_ways(show: Show) -> None:
    heard: list[bool] = []
    play = show(Toggle("sound", (100, 100, 200, 28), "Sound", False, heard.append))
    play.click("sound")
    play.tab_to("sound")
    play.key(pygame.K_SPACE, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_LEFT)
    assert heard == [True, False, True, False]


def test_a_slider_by_mouse(show: Show) -> None:
    heard: list[float] = []
    slider = Slider("mw", (100, 100, 220, 46), "Power", 100, heard.append, low=0, high=1000, step=50)
    play = show(slider)
    track = slider.track
    play.drag((track.x + track.w * 0.1, track.centery), (track.x + track.w * 0.52, track.centery))
    assert slider.value == 500
    assert heard[-1] == 500
    play.click_at((track.right - 1, track.centery))
    assert slider.value == 1000


def test_a_slider_by_keyboard_stays_within_its_limit(show: Show) -> None:
    slider = Slider("mw", (100, 100, 220, 46), "Power", 100, low=0, high=1000, step=50, limit=320)
    play = show(slider)
    play.tab_to("mw")
    play.key(pygame.K_RIGHT)
    assert slider.value == 150
    play.key(pygame.K_PAGEUP)
    assert slider.value == 300, "320 is not a step"
    play.key(pygame.K_HOME)
    assert slider.value == 0
    play.key(pygame.K_END)
    assert slider.value == 300


def test_a_slider_takes_the_wheel_only_with_the_focus(show: Show) -> None:
    slider = Slider("mw", (100, 100, 220, 46), "Power", 100, low=0, high=1000, step=50)
    play = show(slider)
    play.hover("mw")
    play.wheel(1)
    assert slider.value == 100
    play.tab_to("mw")
    play.wheel(1)
    assert slider.value == 150


def test_a_stepper_by_mouse_repeats_while_held(show: Show) -> None:
    stepper = Stepper("n", (100, 100, 300, 32), "Rivals", 2, low=0, high=50)
    play = show(stepper)
    plus = (stepper.box.right - 10, stepper.box.centery)
    play.click_at(plus)
    assert stepper.value == 3
    play.down(plus)
    for _ in range(40):
        play.wait(50)
    play.up(plus)
    held = stepper.value
    assert held > 20
    play.wait(500)
    assert stepper.value == held


def test_a_stepper_takes_digits(show: Show) -> None:
    stepper = Stepper("n", (100, 100, 300, 32), "GPUs", 2, low=0, high=5000, step=100)
    play = show(stepper)
    play.tab_to("n")
    play.type("1180")
    play.key(pygame.K_BACKSPACE)
    play.type("9")
    play.key(pygame.K_RETURN)
    assert stepper.value == 1200
    play.type("77")
    play.key(pygame.K_ESCAPE, pygame.K_RIGHT)
    assert stepper.value == 1300


def test_a_dropdown_by_mouse(show: Show) -> None:
    heard: list[str] = []
    dropdown = Dropdown("chip", (100, 100, 240, 32), "Chip", CHIPS, on_change=heard.append)
    play = show(dropdown, Button("under", (100, 140, 240, 60), "Under"))
    play.click("chip")
    rows = play.screen.find("chip.list", OptionList)
    play.click_at(rows.row_rect(2).center)
    assert heard == [], "an option with a reason cannot be taken"
    play.click_at(rows.row_rect(1).center)
    assert heard == ["b200"]
    assert not dropdown.is_open
    play.click("chip")
    play.click_at((900, 600))
    assert not play.screen.covered
    assert heard == ["b200"]


def test_a_dropdown_by_keyboard(show: Show) -> None:
    heard: list[str] = []
    play = show(Dropdown("chip", (100, 100, 240, 32), "Chip", CHIPS, on_change=heard.append))
    play.tab_to("chip")
    play.key(pygame.K_RETURN)
    play.type("t")
    play.key(pygame.K_RETURN)
    assert heard == []
    play.wait(400)
    assert play.screen.tip_text == "Google only"
    play.key(pygame.K_UP, pygame.K_RETURN)
    assert heard == ["b200"]
    assert play.focus == "chip"
    play.key(pygame.K_RETURN, pygame.K_HOME, pygame.K_ESCAPE)
    assert heard == ["b200"]
    play.key(pygame.K_UP)
    assert heard == ["b200", "h200"]


def test_a_list_at_the_foot_opens_upwards(show: Show) -> None:
    play = show(Dropdown("chip", (100, 680, 240, 32), "Chip", CHIPS))
    play.click("chip")
    assert play.screen.find("chip.list").rect.bottom <= 680


def test_tabs_by_mouse_and_keyboard(show: Show) -> None:
    heard: list[str] = []
    tabs = Tabs("views", (100, 100, 300, 28), [("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")], on_change=heard.append)
    play = show(tabs)
    play.click_at(tabs.tab_rects()[1].center)
    play.tab_to("views")
    play.key(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_LEFT)
    assert heard == ["b", "c", "a", "c"]


def test_text_entry_by_keyboard(show: Show) -> None:
    confirmed: list[str] = []
    entry = TextEntry("name", (100, 100, 240, 34), "Name", on_confirm=confirmed.append, most=12)
    play = show(entry)
    play.tab_to("name")
    play.type("Grace Hopper!")
    assert entry.text == "Grace Hopper"
    play.key(pygame.K_HOME, pygame.K_DELETE)
    play.type("g")
    play.key(pygame.K_END, pygame.K_BACKSPACE)
    play.key(pygame.K_LEFT, pygame.K_LEFT, mods=pygame.KMOD_SHIFT)
    play.type("x")
    assert entry.text == "grace Hopx"
    play.key(pygame.K_RETURN)
    assert confirmed == [entry.text]


def test_text_entry_filters_and_selects_all(show: Show) -> None:
    entry = TextEntry("seed", (100, 100, 240, 34), "Seed", "12", allowed=str.isdigit)
    play = show(entry)
    play.click("seed")
    play.type("3a4")
    assert entry.text == "1234"
    play.key(pygame.K_a, mods=pygame.KMOD_CTRL)
    play.type("7")
    assert entry.text == "7"


def test_text_entry_by_mouse(show: Show) -> None:
    entry = TextEntry("name", (100, 100, 240, 34), "", "abcdef")
    play = show(entry)
    play.click("name", across=0.01)
    play.type("X")
    assert entry.text == "Xabcdef"
    play.drag(play.at("name", 0.95), play.at("name", 0.01))
    play.type("Y")
    assert entry.text == "Y"


def test_composed_text_shows_but_is_not_taken_before_it_is_done(show: Show) -> None:
    entry = TextEntry("name", (100, 100, 240, 34))
    play = show(entry)
    play.tab_to("name")
    pygame.event.post(pygame.Event(pygame.TEXTEDITING, text="にほ", start=0, length=2))
    play.app.pump()
    assert (entry.text, entry.composed) == ("", "にほ")
    play.type("日")
    assert (entry.text, entry.composed) == ("日", "")


def test_keys_bound_to_a_screen_do_not_fire_while_typing(show: Show) -> None:
    fired: list[str] = []
    play = show(TextEntry("name", (100, 100, 240, 34)), Button("b", (100, 200, 90, 30), "B"))
    play.screen.bind(pygame.K_n, lambda: fired.append("n"))
    play.tab_to("name")
    play.key(pygame.K_n)
    assert fired == []
    play.tab_to("b")
    play.key(pygame.K_n)
    assert fired == ["n"]
