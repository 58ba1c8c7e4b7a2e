"""Every level opens from the menu, starts in the window, and a lesson is played to its debrief."""

from __future__ import annotations

import re

import pygame
import pytest

from assets.text import Texts
from game.desktop.screens.debrief import Debrief
from game.desktop.screens.lesson import SHELF, without_addresses
from game.desktop.setup import Setup
from levels import loader, texts
from tests.desktop.player import Player

LEVELS = {each.name: each for each in loader.available()}


@pytest.mark.parametrize("name", LEVELS)
def test_a_level_can_be_chosen_and_started(player: Player, name: str) -> None:
    player.director.levels()
    player.settle()
    player.screen.focus(player.screen.find(f"level.{name}"))
    if player.screen.chosen != name:
        player.key(pygame.K_RETURN)
    assert player.faults() == []
    player.click("levels.play")
    player.settle()
    assert player.screen.summary.name == name
    assert player.faults() == []
    player.director.start(Setup(name, (LEVELS[name].seats[0],), None, 2))
    player.settle()
    assert [fault for fault in player.faults() if not fault.startswith("cut")] == []
    if player.has("briefing.go"):
        player.key(pygame.K_RETURN)
    for _ in range(2):
        player.end_turn()


def test_a_new_game_opens_on_the_race(player: Player) -> None:
    player.open_menu()
    player.click("menu.new")
    player.settle()
    assert player.screen.summary.name == "september_2024"


def test_a_lesson_is_played_to_its_debrief(player: Player) -> None:
    player.director.start(Setup("l0_first_cluster", ("xai",), None, 1))
    player.settle()
    words = " ".join(mark.text for mark in player.drawn())
    assert "bottleneck" in words
    assert "Goal, at least 100 thousand H100e: compute that serves" in words
    player.key(pygame.K_RETURN)
    assert player.match.orders == []
    strip = player.race.board.strip
    assert (strip.visible, strip.words) == (True, "Target 100 thousand H100e")
    player.end_turn()
    assert strip.words == f"{player.match.session.reached('xai'):,.1f} of 100 thousand H100e"
    assert 0.3 < strip.share < 1.0
    while not isinstance(player.screen, Debrief):
        player.end_turn()
    assert player.faults() == []
    words = " ".join(mark.text for mark in player.drawn())
    assert "The target was missed" in words
    assert "What this level shows" in words


@pytest.mark.parametrize("seat", ["memphis_utility", "memphis_residents", "memphis_council"])
def test_a_seat_that_is_no_firm_is_held_in_the_window(player: Player, seat: str) -> None:
    player.director.start(Setup("l5_neighbours", (seat,), None, 1))
    player.settle()
    if player.has("briefing.go"):
        player.key(pygame.K_RETURN)
    player.key(pygame.K_a)
    own = {"memphis_utility": "set_tariff", "memphis_residents": "petition", "memphis_council": "set_permit"}[seat]
    assert {option.kind for option in player.match.options("power")} >= {own}
    player.end_turn()
    player.end_turn()
    assert player.match.session.turn == 3


def test_a_goal_that_rests_on_hidden_figures_is_told_at_the_end_only(player: Player) -> None:
    race = player.open_race("openai", level="l6_the_race")
    player.end_turn()
    assert race.board.strip.visible
    assert race.board.strip.words == ""
    assert player.match.session.reached("openai") is None


def test_where_the_score_decides_the_leaderboard_has_no_goal(player: Player) -> None:
    assert not player.open_race("xai").board.strip.visible


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_a_level_says_of_itself_names_no_value_by_its_address(language: str) -> None:
    words, named = Texts(language), 0
    for level in loader.available():
        for part, _ in SHELF:
            key = texts.key(level.text, part)
            if words.has(key):
                whole = words.say(key)
                plain = without_addresses(whole)
                assert "main.py" in plain or not re.search(r"[a-z_]+\.[a-z_]+", plain), plain
                assert re.findall(r"[SK]\d+", plain) == re.findall(r"[SK]\d+", whole), "facts stay"
                named += plain != whole
    assert named >= 5
