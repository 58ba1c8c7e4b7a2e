"""Figures explain themselves: the card at hover, at the keyboard and opened; its parts sum to what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from assets.text import Texts
from game.desktop import storage
from game.desktop.app import App
from game.desktop.card import Sheet
from game.desktop.clock import ManualClock
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


def hovered(player: Player, ident: str) -> Sheet:
    player.hover(ident)
    player.wait(400)
    player.settle()
    assert player.screen.sheet is not None
    return player.screen.sheet


def test_a_figure_tells_what_makes_it_when_it_is_pointed_at(player: Player) -> None:
    player.open_race("xai")
    player.end_turn()
    player.end_turn()
    sheet = hovered(player, "bar.cash")
    assert sheet.value == player.screen.find("bar.cash").value  # type: ignore[attr-defined]
    assert sheet.whole == sheet.total == player.match.view.me.cash_usd
    assert len(sheet.rows) <= 7
    assert sheet.rows[-1].name.startswith("Other")
    assert "since" in sheet.change
    assert len([note for note in sheet.notes if "free" in note.text]) == 3
    player.move((640, 600))
    assert player.screen.sheet is None


def test_a_card_is_opened_looked_into_and_closed_by_mouse(player: Player) -> None:
    player.open_race("xai")
    player.click("bar.valuation")
    player.settle()
    first = [row.name for row in _rows(player)]
    player.click("card.0")
    assert [row.name for row in _rows(player)] != first
    player.click("card.back")
    assert [row.name for row in _rows(player)] == first
    player.click("card.close")
    assert not player.screen.covered


def test_a_card_is_reached_opened_and_closed_by_keys(player: Player) -> None:
    player.open_race("xai")
    player.tab_to("bar.elo")
    player.wait(800)
    player.settle()
    assert player.screen.sheet is not None
    assert player.screen.sheet.about == "me.arena_elo"
    player.key(pygame.K_QUESTION)
    assert player.has("card.close")
    assert player.focus == "card.0"
    player.key(pygame.K_ESCAPE)
    assert not player.screen.covered
    assert player.focus == "bar.elo"


def test_what_changed_a_figure_sums_to_its_change(player: Player) -> None:
    player.open_race("openai")
    player.end_turn()
    player.end_turn()
    player.click("bar.cash")
    player.settle()
    before = player.match.history.own_before("cash_usd", 3)
    player.click("card.tabs", 0.75)
    assert before is not None
    assert sum(row.exact for row in _rows(player)) == player.match.view.me.cash_usd - before


def _rows(player: Player) -> list:  # type: ignore[type-arg]
    from game.desktop.screens.opened import PartRow

    return [child.row for child in player.screen.find("card.table").children if isinstance(child, PartRow)]
