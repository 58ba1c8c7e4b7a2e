"""The desks over the board, by posted events: what they lay side by side, what is best, and what gets planned."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from assets.text import Texts
from game.desktop import storage
from game.desktop.app import App
from game.desktop.clock import ManualClock
from game.desktop.screens.desks.comparison import Comparison
from game.desktop.sliders import Slider
from game.desktop.wording import DESKS
from tests.desktop.player import Player

KEYS = (pygame.K_1, pygame.K_2, pygame.K_3, pygame.K_4, pygame.K_5)


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Player]:
    monkeypatch.setenv(storage.FOLDER_VARIABLE, str(tmp_path / "saves"))
    app = App(Texts(strict=True), size=(1280, 720), clock=ManualClock())
    pygame.event.clear()
    made = Player(app)
    yield made
    made.settle()
    pygame.display.quit()


def pages(player: Player) -> Iterator[str]:
    """Every page of every desk, opened by keys."""
    for desk, key in zip(DESKS, KEYS, strict=True):
        player.key(key)
        for option in list(player.race.wide.tabs.options):
            player.race.wide.tabs.choose(option.key)
            yield f"{desk} {option.key}"


def comparison(player: Player, key: str) -> Comparison:
    return player.screen.find(f"compare.{key}", Comparison)


@pytest.mark.parametrize("firm", ["xai", "google"])
def test_no_page_cuts_a_text_or_lets_two_meet(player: Player, firm: str) -> None:
    player.open_race(firm)
    for _ in range(2):
        player.key(pygame.K_r)
        seen = 0
        for name in pages(player):
            assert player.faults() == [], name
            seen += 1
        assert seen >= len(DESKS)
        player.key(pygame.K_ESCAPE)
        player.end_turn()


def test_keys_open_the_desks_and_escape_closes_them(player: Player) -> None:
    race = player.open_race("xai")
    assert not race.wide.visible
    for desk, key in zip(DESKS, KEYS, strict=True):
        player.key(key)
        assert race.wide.visible
        assert race.desk.tabs.value == race.wide.desk == desk
    assert "chart.tabs" not in [widget.id for widget in race.focus_order()]
    player.key(pygame.K_ESCAPE)
    assert not race.wide.visible
    assert "chart.tabs" in [widget.id for widget in race.focus_order()]
    player.click("desk.tabs", 0.1)
    assert race.wide.visible
    player.click_at((race.wide.rect.right - 4, race.wide.rect.bottom - 4))
    assert not race.wide.visible


def test_a_term_sheet_is_planned_and_taken_out_by_keys(player: Player) -> None:
    race = player.open_race("xai")
    player.key(pygame.K_r, pygame.K_1)
    assert player.focus.startswith("compare.sheets.")
    assert player.focus.endswith(".plan")
    first = player.focus
    player.key(pygame.K_RIGHT)
    assert player.focus != first
    assert player.focus.endswith(".plan")
    second = player.focus
    player.key(pygame.K_RETURN)
    assert [order.kind for order in player.match.orders] == ["raise_equity"]
    assert player.focus == second
    assert race.wide.visible
    player.key(pygame.K_RETURN)
    assert player.match.orders == []
    player.key(pygame.K_DOWN)
    assert player.focus == second.replace(".plan", ".adjust")
    player.key(pygame.K_RETURN)
    assert race.desk.form is not None
    player.key(pygame.K_ESCAPE)
    assert race.desk.form is None
    assert race.wide.visible
    assert player.focus == second.replace(".plan", ".adjust")


def test_cells_follow_the_amount_while_it_moves(player: Player) -> None:
    player.open_race("xai")
    player.key(pygame.K_r, pygame.K_1)
    before = {offer.key: offer.cells["sold"].rank for offer in comparison(player, "sheets").compare.offers}
    slider = player.screen.find("wide.knob.amount_usd", Slider)
    track = slider.stage_rect(slider.track)
    player.move((track.x + track.w * slider.share(slider.value), track.centery))
    player.down((track.x + track.w * slider.share(slider.value), track.centery))
    player.move((track.x + 8, track.centery))
    after = {offer.key: offer.cells["sold"].rank for offer in comparison(player, "sheets").compare.offers}
    player.up((track.x + 8, track.centery))
    assert before.keys() == after.keys()
    assert all(after[key] < before[key] for key in before)  # type: ignore[operator]


def test_the_best_of_a_measure_is_the_best_and_has_a_star_and_weight(player: Player) -> None:
    player.open_race("xai")
    player.key(pygame.K_r, pygame.K_1)
    compare = comparison(player, "sheets").compare
    sold = next(measure for measure in compare.measures if measure.key == "sold")
    least = min(offer.cells["sold"].rank for offer in compare.offers)  # type: ignore[type-var]
    assert compare.best(sold) == {offer.key for offer in compare.offers if offer.cells["sold"].rank == least}


def test_a_full_plan_asks_which_order_gives_way(player: Player) -> None:
    race = player.open_race("xai")
    assert player.match.full
    player.key(pygame.K_1)
    player.key(pygame.K_RETURN)
    assert race.desk.form is not None
    assert race.desk.form.instead is not None
    player.key(pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert not race.wide.visible
