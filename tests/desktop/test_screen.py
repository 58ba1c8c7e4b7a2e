"""Focus, layers, dialogs, explanations and notes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pygame
import pytest

from game.desktop.app import App
from game.desktop.buttons import Button
from game.desktop.dialog import Answer, Dialog
from game.desktop.entry import TextEntry
from game.desktop.frames import Label, Panel
from game.desktop.screen import STAGE, Screen
from game.desktop.widget import columns, rows
from tests.desktop.driver import Driver

Show = Callable[..., Driver]


def three() -> list[Button]:
    return [Button(name, (100, 100 + n * 50, 120, 36), name, tip=f"About {name}") for n, name in enumerate("abc")]


def test_tab_goes_round_both_ways(show: Show) -> None:
    play = show(*three())
    seen = []
    for _ in range(4):
        play.key(pygame.K_TAB)
        seen.append(play.focus)
    play.key(pygame.K_TAB, mods=pygame.KMOD_SHIFT)
    assert seen == ["a", "b", "c", "a"]
    assert play.focus == "c"


def test_arrows_move_between_widgets_that_do_not_use_them(show: Show) -> None:
    play = show(*three())
    play.tab_to("a")
    play.key(pygame.K_DOWN)
    assert play.focus == "b"


def test_the_ring_shows_only_to_the_keyboard(show: Show) -> None:
    play = show(*three())
    play.click("a")
    assert (play.focus, play.screen.find("a").ringed) == ("a", False)
    play.key(pygame.K_TAB)
    assert play.screen.find("b").ringed


def test_find_names_what_there_is(show: Show) -> None:
    play = show(*three())
    assert play.screen.find("a", Button).label == "a"
    with pytest.raises(KeyError, match=r"no widget 'nope'.*'a', 'b', 'c'"):
        play.screen.find("nope")
    with pytest.raises(TypeError):
        play.screen.find("a", Label)


def test_a_dialog_takes_all_input_and_gives_the_focus_back(show: Show) -> None:
    said: list[str] = []
    below = Button("below", (560, 330, 160, 60), "Below", lambda: said.append("below"))
    play = show(below)
    play.tab_to("below")
    answers = [
        Answer("no", "No", lambda: said.append("no")),
        Answer("yes", "Yes", lambda: said.append("yes"), "primary"),
    ]
    dialog = Dialog("sure", "Sure?", "Word " * 60, answers, cancelled=lambda: said.append("cancelled"))
    dialog.open(play.screen)
    play.app.pump()
    assert play.focus == "sure.yes"
    play.key(pygame.K_TAB, pygame.K_TAB, pygame.K_TAB)
    assert play.focus in ("sure.no", "sure.yes")
    play.click_at((20, 20))
    assert play.screen.covered
    play.key(pygame.K_ESCAPE)
    assert said == ["cancelled"]
    assert play.focus == "below"
    dialog = Dialog("sure", "Sure?", "", answers)
    dialog.open(play.screen)
    play.click("sure.no")
    assert said == ["cancelled", "no"]
    assert not play.screen.covered


def test_a_dialog_is_as_high_as_its_text_needs(show: Show) -> None:
    play = show(*three())
    dialog = Dialog("sure", "Sure?", "Words of several letters " * 30, [Answer("ok", "OK")])
    dialog.open(play.screen)
    lines = play.app.canvas.wrap(dialog.text, dialog.body[2])
    assert dialog.body[3] >= len(lines) * 19
    assert STAGE.contains(dialog.rect)
    assert dialog.rect.contains(dialog.button("ok").rect)


def test_escape_reaches_the_screen_last(app: App) -> None:
    class Closing(Screen):
        left = False

        def escape(self) -> None:
            self.left = True

    screen = Closing()
    app.push(screen)
    play = Driver(app)
    Dialog("d", "Title", "", [Answer("ok", "OK")]).open(screen)
    play.key(pygame.K_ESCAPE)
    assert not screen.left
    play.key(pygame.K_ESCAPE)
    assert screen.left


def test_an_explanation_waits_and_goes(show: Show) -> None:
    play = show(*three())
    play.hover("b")
    play.wait(200)
    assert play.screen.tip_text == ""
    play.wait(200)
    assert play.screen.tip_text == "About b"
    play.move((900, 600))
    assert play.screen.tip_text == ""
    play.key(pygame.K_TAB)
    play.wait(800)
    assert play.screen.tip_text == "About a"


def test_notes_go_away_with_time(show: Show) -> None:
    play = show(*three())
    play.screen.toast("Saved", "good", "save", lasts_ms=1000)
    play.wait(900)
    assert [notice.text for notice in play.screen.notices.shown] == ["Saved"]
    play.wait(200)
    assert play.screen.notices.shown == []


def test_rows_and_columns_fill_their_area() -> None:
    parts = rows((10, 20, 300, 400), 48, -1, -2, 30, gap=8)
    assert (parts[0].y, parts[0].h, parts[-1].bottom) == (20, 48, 420)
    assert parts[2].h == pytest.approx(2 * parts[1].h, abs=2)
    assert all(b.y - a.bottom == 8 for a, b in pairwise(parts))
    assert [part.w for part in columns((0, 0, 100, 10), -1, -1, gap=0)] == [50, 50]


def test_panels_hold_children_that_hide_with_them(show: Show) -> None:
    panel = Panel("p", (50, 50, 400, 300), "Panel")
    panel.add(*three())
    play = show(panel)
    assert [widget.id for widget in play.screen.focus_order()] == ["a", "b", "c"]
    panel.visible = False
    assert play.screen.focus_order() == []
    assert play.screen.root.hit((110, 110)) is None


def test_enter_in_a_field_of_a_dialog_gives_the_last_answer(show: Show) -> None:
    said: list[str] = []
    play = show(*three())
    dialog = Dialog(
        "save", "Save as", "", [Answer("no", "No"), Answer("ok", "OK", lambda: said.append("ok"))], height=200
    )
    x, y, wide, _ = dialog.body
    dialog.add(TextEntry("file", (x, y, wide, 34)))
    dialog.open(play.screen)
    assert play.focus == "file"
    play.type("first")
    play.key(pygame.K_RETURN)
    assert said == ["ok"]
