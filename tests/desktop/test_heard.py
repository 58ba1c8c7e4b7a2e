"""What a game sounds like, heard through the effects that were asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.desktop.app import App
from game.desktop.screens.heard import end_effect, mood_of
from game.desktop.sound import score
from tests.desktop.player import Player


@pytest.fixture
def player(app: App) -> Iterator[Player]:
    made = Player(app)
    yield made
    made.settle()


def test_a_turn_is_heard_from_the_plan_to_the_report(player: Player) -> None:
    race = player.open_race("xai")
    heard = player.app.sounds.recent
    heard.clear()
    planned = len(player.match.orders)
    assert planned
    player.click("plan.0.drop")
    assert "removed" in heard
    heard.clear()
    player.key(pygame.K_u)
    assert list(heard) == ["planned"]
    heard.clear()
    race.end_turn()
    player.settle()
    assert heard[0] == "turn"
    assert set(heard) & {"release", "live", "good", "bad"}
    assert mood_of(player.match) in score.MOODS
    assert player.app.sounds._mood == mood_of(player.match)
    assert end_effect(player.match) in ("win", "loss")
