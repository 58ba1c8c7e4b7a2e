"""Other words, colours or sizes in the middle of a game: every screen is made anew, can be read and goes on."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.desktop import theme
from game.desktop.app import App
from game.desktop.screens.debrief import Debrief
from game.desktop.screens.race import RaceScreen
from game.desktop.screens.settings import SettingsScreen
from game.desktop.setup import Setup
from tests.desktop.player import Player


@pytest.fixture
def player(app: App) -> Iterator[Player]:
    made = Player(app)
    yield made
    made.settle()
    theme.use("standard")


def dim(player: Player) -> list[tuple[str, float]]:
    """Texts of less contrast than 4.5."""
    seen = [mark for mark in player.drawn() if mark.ground is not None]
    return [
        (mark.text, round(theme.contrast(mark.ink, mark.ground), 2))
        for mark in seen
        if mark.ground is not None and theme.contrast(mark.ink, mark.ground) < 4.5
    ]


@pytest.mark.parametrize("palette", theme.PALETTES)
def test_menu_board_desks_and_debrief_can_be_read(player: Player, palette: str) -> None:
    player.app.change(palette=palette)
    player.director.menu()
    player.settle()
    assert dim(player) == []
    player.director.new_game()
    player.settle()
    assert dim(player) == []
    race = player.open_race("xai")
    assert dim(player) == []
    for desk in ("capital", "chips", "power", "compute", "deals"):
        race.desk.open_desk(desk)
        player.app.pump()
        assert dim(player) == [], desk
    player.key(pygame.K_ESCAPE)
    player.end_turn()
    assert dim(player) == []
    player.app.push(Debrief(player.match, lambda: None, lambda: None))
    player.app.pump()
    assert dim(player) == []


def test_a_race_goes_on_in_other_colours_words_and_sizes(player: Player) -> None:
    race = player.open_race("xai")
    planned = len(player.match.orders)
    player.director.settings()
    assert isinstance(player.screen, SettingsScreen)
    player.app.resize((1920, 1080))
    player.app.change(palette="contrast", language="ja", scale=1.5)
    player.key(pygame.K_ESCAPE)
    assert player.screen is race
    assert any("資本" in mark.text for mark in player.drawn())
    assert len(player.match.orders) == planned
    player.app.change(language="en", palette="standard", scale="auto")
    player.click(f"plan.{planned - 1}.drop")
    assert len(player.match.orders) == planned - 1
    player.key(pygame.K_e)
    if player.has("look.end"):
        player.key(pygame.K_RETURN)
    player.settle()
    assert player.match.session.turn == 2


def test_settings_over_months_that_pass_leave_the_board_shut(player: Player) -> None:
    race = player.open_race("xai")
    race.end_turn()
    assert race.busy
    player.app.change(palette="distinct")
    assert not race.desk.enabled
    assert race.bar.end.reason
    player.settle()
    assert race.desk.enabled
    assert not race.bar.end.reason


def test_a_watched_race_that_was_paused_stays_so(player: Player) -> None:
    player.director.start(Setup("september_2024", (), None, 1))
    player.settle()
    race = player.screen
    assert isinstance(race, RaceScreen)
    race.watch.pause()
    player.app.change(palette="distinct")
    assert not race.watch.running
