"""The settings screen, played with mouse and keyboard."""

from __future__ import annotations

import pygame
import pytest

from game.desktop import settings, theme
from game.desktop.app import App
from game.desktop.keys import FIXED, USUAL, Keymap
from game.desktop.screen import Screen
from game.desktop.screens.almanac import open_almanac
from game.desktop.screens.almanac_page import PageRow
from game.desktop.screens.settings import KeyButton, SettingsScreen
from game.desktop.scroll import ScrollArea
from tests.desktop.driver import Driver
from tests.desktop.player import Player


@pytest.fixture
def driver(app: App) -> Driver:
    app.push(Screen())
    app.push(SettingsScreen())
    app.pump(2)
    yield Player(app)
    theme.use("standard")


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080), (2560, 1080), (3840, 2160)])
@pytest.mark.parametrize("palette", theme.PALETTES)
def test_it_fits_and_can_be_read(driver: Player, size: tuple[int, int], palette: str) -> None:
    driver.app.change(palette=palette)
    driver.app.resize(size)
    assert driver.faults() == []
    dim = [m.text for m in driver.drawn() if m.ground is not None and theme.contrast(m.ink, m.ground) < 4.5]
    assert dim == []


def test_it_fits_in_japanese_too(driver: Player) -> None:
    driver.app.change(language="ja", scale=2.0)
    for size in ((1280, 720), (1920, 1080)):
        driver.app.resize(size)
        assert driver.faults() == []


def test_palette_and_scale_are_seen_at_once(driver: Player) -> None:
    driver.app.resize((1920, 1080))
    driver.tab_to("settings.palette")
    driver.key(pygame.K_RIGHT)
    assert settings.load().palette == theme.used() == "distinct"
    assert driver.focus == "settings.palette"
    driver.tab_to("settings.scale")
    for _ in range(2):
        driver.key(pygame.K_DOWN)
    assert settings.load().scale == 1.25
    assert driver.app.canvas.k == pytest.approx(1.25)
    for _ in range(3):
        driver.key(pygame.K_DOWN)
    assert driver.app.canvas.k == pytest.approx(1.5)
    assert any("150%" in mark.text for mark in driver.drawn())


def test_switches_and_volumes(driver: Player) -> None:
    driver.click("settings.motion")
    driver.click("settings.mute")
    driver.tab_to("settings.volume")
    driver.key(pygame.K_HOME)
    kept = settings.load()
    assert kept.reduced_motion
    assert kept.muted
    assert kept.sound_volume == 0


def test_the_language_changes_everywhere(driver: Player) -> None:
    driver.tab_to("settings.language")
    driver.key(pygame.K_DOWN)
    assert settings.load().language == "ja"
    assert driver.app.texts.language == "ja"
    assert driver.focus == "settings.language"
    driver.key(pygame.K_UP)
    assert driver.app.texts.language == "en"


def test_a_key_is_given_another_action(driver: Player) -> None:
    heard: list[str] = []
    driver.click("key.end")
    assert driver.screen.find("key.end", KeyButton).waiting
    driver.key(pygame.K_g)
    assert settings.load().keys == {"end": "g"}
    driver.click("settings.back")
    driver.screen.bind_action("end", lambda: heard.append("end"))
    driver.key(pygame.K_e)
    assert heard == []
    driver.key(pygame.K_g)
    assert heard == ["end"]


def test_help_shows_the_chosen_keys(driver: Player) -> None:
    driver.app.change(keys={"end": "g"})
    open_almanac(driver.screen)
    driver.app.pump(2)
    say, page = driver.app.texts.say, driver.screen.find("almanac.page", ScrollArea)
    keys = {row.block.value: row.block.text for row in page.children if isinstance(row, PageRow)}
    assert keys[say("key-end-does")] == "G"
    assert keys[say("key-undo-does")] == "U, Ctrl+Z"


def test_a_clash_is_said_and_the_old_key_stays(driver: Player) -> None:
    for key, word in ((pygame.K_u, "Undo"), (pygame.K_TAB, "always")):
        driver.tab_to("key.end")
        driver.key(pygame.K_RETURN)
        driver.key(key)
        assert word in driver.screen.notices.shown[-1].text
        assert driver.screen.find("key.end", KeyButton).waiting
        driver.key(pygame.K_ESCAPE)
    assert settings.load().keys == {}
    assert isinstance(driver.screen, SettingsScreen)


def test_the_usual_keys_come_back(driver: Player) -> None:
    driver.app.change(keys={"end": "g", "undo": "ctrl+b"})
    driver.screen.rebuild()
    driver.screen.fit(1280, 721)
    driver.click("settings.reset")
    assert settings.load().keys == {}
    assert driver.app.keymap.of("undo") == "U"


def test_escape_leaves(driver: Player) -> None:
    driver.key(pygame.K_ESCAPE)
    assert not isinstance(driver.screen, SettingsScreen)


def test_mute_has_a_key_everywhere(driver: Player) -> None:
    driver.key(pygame.K_m)
    assert driver.app.settings.muted
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_m)
    assert not driver.app.settings.muted
    assert driver.screen.notices.shown[-1].text == "Sound on"


def test_no_two_usual_keys_are_the_same() -> None:
    assert len(set(USUAL.values())) == len(USUAL)
    assert not set(USUAL.values()) & set(FIXED)
    keymap = Keymap({"nonsense": "e", "end": "ctrl+e"})
    assert keymap.of("end") == "Ctrl+E"
    assert keymap.differing() == {"end": "ctrl+e"}
    assert keymap.clash("undo", "ctrl+e") == "end"
    assert keymap.clash("end", "ctrl+e") == ""
