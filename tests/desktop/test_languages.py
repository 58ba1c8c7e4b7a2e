"""Every screen in every language: no text is cut, leaves its place or runs into another.

What players write themselves and names of files may be cut; nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygame
import pytest

from assets.text import Texts, languages
from game.desktop import theme
from game.desktop.app import App
from game.desktop.clock import ManualClock
from game.desktop.screens.almanac import Almanac
from game.desktop.screens.almanac_page import PageRow
from game.desktop.setup import Setup
from tests.desktop.player import Player
from tests.desktop.test_desks import pages

BOTH_SCALES = ((1280, 720), (1920, 1080))
ONE_SCALE = BOTH_SCALES[:1]
"""For what is much and alike: sizes of letters round down, so what fits at scale 1 fits at all."""
SEATS = [
    ("en", "xai"),
    *((language, firm) for language in languages() if language != "en" for firm in ("xai", "google")),
]


@pytest.fixture(params=languages())
def player(request: pytest.FixtureRequest) -> Iterator[Player]:
    app = App(Texts(request.param, strict=True), size=(1280, 720), clock=ManualClock())
    app.settings.language = request.param
    pygame.event.clear()
    made = Player(app)
    yield made
    made.settle()
    pygame.display.quit()


def look(player: Player, where: str, found: dict[str, str], sizes: Sequence[tuple[int, int]] = BOTH_SCALES) -> None:
    """Remember what is wrong on the screen and where it was seen first."""
    for size in sizes:
        player.app.resize(size)
        for fault in player.faults():
            found.setdefault(fault, f"{where} at {size[0]} x {size[1]}")
    if len(sizes) > 1:
        player.app.resize(sizes[0])


def test_nothing_is_cut_around_the_race(player: Player) -> None:
    found: dict[str, str] = {}
    director = player.director
    places = {"menu": director.menu, "new game": director.new_game, "levels": director.levels, "saves": director.saves}
    for where, go in {**places, "settings": director.settings, "almanac": director.almanac}.items():
        director.menu()
        player.settle()
        go()
        player.settle()
        look(player, where, found)
    assert found == {}


def test_every_parameter_of_the_almanac_fits_beside_its_figure(player: Player) -> None:
    """By width alone: most of them stand below what is drawn at once."""
    player.director.menu()
    player.settle()
    player.director.almanac()
    player.settle()
    book, canvas = player.screen.find("almanac", Almanac), player.app.canvas
    found, seen = [], 0
    for item in book.book.items("mechanics"):
        book.show(item.page)
        for row in book.page.children:
            if isinstance(row, PageRow) and row.block.kind == "row":
                seen += 1
                figure = canvas.text_width(row.block.value, 12.5, theme.SEMIBOLD)
                if canvas.text_width(row.block.text, 12.5) + figure + 46 > row.rect.w:
                    found.append(row.block.text)
    assert seen > 600
    assert found == []


@pytest.mark.parametrize(("player", "firm"), SEATS, indirect=["player"])
def test_nothing_is_cut_in_a_race(player: Player, firm: str) -> None:
    found: dict[str, str] = {}
    player.director.start(Setup("september_2024", (firm,), None, 3))
    player.settle()
    look(player, "briefing", found)
    player.key(pygame.K_RETURN)
    look(player, "board", found)
    for name in pages(player):
        look(player, name, found)
    player.key(pygame.K_ESCAPE)
    for option in player.match.session.options(firm):
        player.race.desk.open_form(option)
        look(player, f"form {option.kind} {option.group}", found, ONE_SCALE)
        player.race.desk.close_form()
    for turn in range(3):
        player.race.end_turn()
        player.settle()
        look(player, f"report {turn}", found)
        player.key(pygame.K_RETURN)
        look(player, f"board {turn}", found)
    player.key(pygame.K_ESCAPE)
    look(player, "pause", found)
    player.director.debrief(player.match)
    player.settle()
    look(player, "debrief", found)
    assert found == {}


def test_nothing_is_cut_in_the_first_lesson(player: Player) -> None:
    found: dict[str, str] = {}
    player.director.start(Setup("l0_first_cluster", ("xai",), None, 1))
    player.settle()
    look(player, "briefing", found)
    player.key(pygame.K_RETURN)
    player.race.guide.leave()
    for turn in range(5):
        look(player, f"board {turn}", found, ONE_SCALE)
        player.end_turn()
    look(player, "debrief", found)
    assert found == {}
