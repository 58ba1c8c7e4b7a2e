"""The first level teaches by doing, and hints are told once; both by posted events."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.desktop import settings
from game.desktop.app import App
from game.desktop.screens.hints import A_TURN
from game.desktop.screens.race import RaceScreen
from game.desktop.setup import Setup
from tests.desktop.player import Player


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMPUTE_RACE_HOME", str(tmp_path))
    return tmp_path


def begin(app: App, level: str, *, hints: bool = False) -> tuple[Player, RaceScreen]:
    player = Player(app)
    app.settings.hints, app.settings.seen_hints = hints, []
    player.director.start(Setup(level, ("xai",), None, 1))
    player.settle()
    player.key(pygame.K_RETURN)
    return player, player.race


def plan(player: Player, kind: str) -> None:
    """Plan an order from the open desk by its button."""
    player.click(next(w.id for w in player.race.wide.walk() if w.id.endswith(f".{kind}.plan")))


def test_the_first_level_is_learnt_by_doing_what_the_guide_asks(home: Path, app: App) -> None:
    player, race = begin(app, "l0_first_cluster")
    guide = race.guide
    assert [guide.step.name if guide.step else ""] == ["gauges"]
    for _ in range(3):
        player.key(pygame.K_n)
    assert guide.step is not None
    assert guide.step.name == "desk"
    player.key(pygame.K_n)
    assert guide.step.name == "desk", "a step that asks for a deed is not skipped by reading it"
    player.key(pygame.K_3)
    assert guide.step.name == "turbines"
    plan(player, "turbines")
    assert guide.step.name == "second"
    plan(player, "grid")
    assert guide.step.name == "plan"
    player.key(pygame.K_ESCAPE)
    player.key(pygame.K_n)
    assert guide.step.name == "end"
    player.end_turn()
    assert guide.step.name == "again"
    player.move((5, 5))
    assert guide.step.name == "again", "the mouse that leaves the bubble does not end the guide"
    while race.match.session.turn < 3:
        player.end_turn()
    assert guide.step is not None
    assert guide.step.name == "alone"
    player.click("guide.next")
    assert guide.step is None
    assert not guide.visible


def test_who_leaves_the_guide_is_left_alone(home: Path, app: App) -> None:
    player, race = begin(app, "l0_first_cluster")
    player.click("guide.stop")
    assert not race.guide.visible
    player.end_turn()
    assert not race.guide.visible


def test_the_guide_stands_in_the_window_and_its_words_are_whole(home: Path, app: App) -> None:
    player, race = begin(app, "l0_first_cluster")
    for _ in range(len(race.guide.steps)):
        assert race.stage.contains(race.guide.rect)
        assert not [fault for fault in player.faults() if fault.startswith("cut")]
        race.guide.number += 1
        app.pump(2)


def test_a_hint_is_told_once_so_many_a_turn_and_never_when_switched_off(home: Path, app: App) -> None:
    player, race = begin(app, "september_2024", hints=True)
    told = []
    while race.hints.hint is not None:
        told.append(race.hints.hint.name)
        assert race.stage.contains(race.hints.rect)
        player.key(pygame.K_n)
    assert len(told) == A_TURN
    assert settings.load().seen_hints == told
    player.end_turn()
    assert race.hints.hint is not None
    assert race.hints.hint.name not in told
    player.click("hint.stop")
    assert not race.hints.visible
    assert not settings.load().hints
    player.end_turn()
    assert not race.hints.visible


def test_a_level_without_an_order_offers_nothing_that_would_need_it(home: Path, app: App) -> None:
    _, race = begin(app, "l0_first_cluster")
    assert race.match.view.offers.sheets
    assert not [matter for matter in race.match.matters if matter.option == "raise_equity"]
    _, race = begin(app, "september_2024")
    assert [matter for matter in race.match.matters if matter.option == "raise_equity"]
