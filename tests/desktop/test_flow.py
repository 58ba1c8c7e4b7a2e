"""The turn as it flows: the plan and its ghosts, by posted events only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from assets.text import Texts
from game.desktop import storage
from game.desktop.app import App
from game.desktop.clock import ManualClock
from game.desktop.usmap import UsMap
from tests.desktop.player import Player


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Player]:
    monkeypatch.setenv(storage.FOLDER_VARIABLE, str(tmp_path / "saves"))
    app = App(Texts(strict=True), size=(1280, 720), clock=ManualClock())
    pygame.event.clear()
    made = Player(app)
    yield made
    made.settle()
    pygame.display.quit()


def kinds(player: Player) -> list[str]:
    return [order.kind for order in player.match.orders]


# --- the plan ------------------------------------------------------------------------------------------


def test_undo_and_redo_bring_orders_back_with_their_reasons(player: Player) -> None:
    race = player.open_race("xai")
    match = player.match
    before, whys = list(match.orders), [match.why(order) for order in match.orders]
    assert any(whys)
    player.click("plan.0.drop")
    player.key(pygame.K_r)
    assert match.orders == []
    player.key(pygame.K_z, mods=pygame.KMOD_CTRL)
    assert match.orders == before[1:]
    player.key(pygame.K_z, mods=pygame.KMOD_CTRL)
    assert match.orders == before
    assert [match.why(order) for order in match.orders] == whys
    player.key(pygame.K_z, mods=pygame.KMOD_CTRL | pygame.KMOD_SHIFT)
    assert match.orders == before[1:]
    player.key(pygame.K_y, mods=pygame.KMOD_CTRL)
    assert match.orders == []
    assert not match.can_redo
    player.click("plan.undo")
    player.click("plan.redo")
    assert match.orders == []
    player.key(pygame.K_a)
    assert [match.why(order) for order in match.orders] == whys
    player.key(pygame.K_u, pygame.K_u, pygame.K_u)
    assert match.orders == before
    assert [match.why(order) for order in match.orders] == whys
    assert race.find("plan.0").is_live()


def test_the_order_of_the_plan_is_the_players(player: Player) -> None:
    player.open_race("xai")
    before = list(player.match.orders)
    player.tab_to("plan.0")
    player.key(pygame.K_DOWN, mods=pygame.KMOD_CTRL)
    assert player.match.orders == [before[1], before[0], *before[2:]]
    assert player.focus == "plan.1"
    player.key(pygame.K_UP, mods=pygame.KMOD_CTRL)
    assert player.match.orders == before
    player.drag(player.at("plan.0", 0.3), player.at("plan.2", 0.3))
    assert player.match.orders == [before[1], before[2], before[0], *before[3:]]
    player.key(pygame.K_u)
    assert player.match.orders == player.match.orders
    player.key(pygame.K_u)
    assert not player.has("form.add")


def test_planned_orders_are_ghosts_that_a_click_takes_out(player: Player) -> None:
    player.open_race("xai")
    chart = player.screen.find("map", UsMap)
    player.app.draw()
    assert {"bring_turbines", "build_hall"} <= {player.match.orders[ghost.number].kind for ghost in chart.ghosts}
    number = next(g.number for g in chart.ghosts if player.match.orders[g.number].kind == "bring_turbines")
    plate = chart._plates[number]
    assert chart.rect.contains(plate)
    words = [mark.text for mark in player.drawn()]
    assert "+44 MW" in words
    player.move(plate.center)
    player.wait(2000)
    assert "Counts from" in player.screen.tip_text
    player.click_at(plate.center)
    assert "bring_turbines" not in kinds(player)
    assert all(player.match.orders[ghost.number].kind != "bring_turbines" for ghost in chart.ghosts)
    player.key(pygame.K_u)
    assert "bring_turbines" in kinds(player)


# --- the map -------------------------------------------------------------------------------------------


def test_the_map_zooms_filters_and_tints(player: Player) -> None:
    player.open_race("xai")
    chart = player.screen.find("map", UsMap)
    whole = dict(chart.places())
    everybody = len(chart.sites)
    site = next(iter(player.match.view.sites))
    player.move(whole[site])
    player.wheel(1)
    player.wheel(1)
    assert chart.zoom > 2
    away = [abs(a - b) for a, b in zip(chart.places()[site], whole[site], strict=True)]
    assert max(away) < 12, "the point under the mouse stays"
    at = chart.land().center
    before = chart.places()[site]
    player.drag(at, (at[0] - 60, at[1]))
    assert chart.places()[site][0] == pytest.approx(before[0] - 60, abs=3)
    player.click_at(chart.land().topleft)
    player.key(pygame.K_0)
    assert chart.places() == whole
    player.key(pygame.K_m)
    assert {one.key for one in chart.sites} == set(player.match.view.sites)
    player.key(pygame.K_m)
    assert len(chart.sites) == everybody
    player.key(pygame.K_t)
    words = [mark.text for mark in player.drawn()]
    assert "Queue for the grid, months" in words
    assert "21 mo" in words
    assert player.faults() == []
    player.click("map.tint")
    assert any(mark.text.startswith("$0.0") for mark in player.drawn())
    player.key(pygame.K_t)
    assert chart.words == []
