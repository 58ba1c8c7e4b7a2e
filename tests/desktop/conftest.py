"""Gives tests a window that nobody sees, with time moved by hand."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
import pytest

from assets.text import Texts
from game.desktop.app import App
from game.desktop.clock import ManualClock
from game.desktop.screen import Screen
from game.desktop.widget import Widget
from tests.desktop.driver import Driver
from tests.desktop.player import Player


@pytest.fixture
def app() -> Iterator[App]:
    made = App(size=(1280, 720), clock=ManualClock())
    pygame.event.clear()
    yield made
    lacking = made.canvas.stock.lacking
    pygame.display.quit()
    assert lacking == [], "drawn without their files"


@pytest.fixture
def player_kind() -> type[Player]:
    """A test file may let a player of another kind sit down."""
    return Player


@pytest.fixture
def player(player_kind: type[Player]) -> Iterator[Player]:
    """A person at a window that misses no text; its work in the background is waited for at the end."""
    made = player_kind(App(Texts(strict=True), size=(1280, 720), clock=ManualClock()))
    pygame.event.clear()
    yield made
    made.settle()
    pygame.display.quit()


@pytest.fixture
def show(app: App) -> Callable[..., Driver]:
    """Puts widgets on a screen, draws it and hands over its driver."""

    def shown(*widgets: Widget) -> Driver:
        screen = Screen()
        screen.add(*widgets)
        app.push(screen)
        app.pump(2)
        return Driver(app)

    return shown


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for settings and saves that is no player's."""
    place = tmp_path / "home"
    monkeypatch.setenv("COMPUTE_RACE_HOME", str(place))
    return place
