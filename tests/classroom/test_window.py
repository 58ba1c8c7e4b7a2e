"""The projector in the game window: every page is drawn from a real room, in both languages, and hides what it must."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from agents.orders import SetPolicy
from assets.text import Texts
from game.classroom import events as e
from game.classroom import pages, screen, shelf
from game.classroom.host import Host
from game.classroom.room import Room
from game.classroom.window import Wall
from game.desktop.app import App
from game.desktop.clock import ManualClock
from levels import loader
from tests.classroom.server import Server
from tests.classroom.wire import student, teacher

STAGES: tuple[screen.Stage, ...] = ("join", "race", "answers", "turns", "debrief", "whatif")


class Played:
    """A room of the race that was played to its end by minds, with a question that came true."""

    def __init__(self, folder: Path) -> None:
        self.room, self.game = shelf.begin(folder, loader.load("l6_the_race"), 1)
        self.host = Host(self.room, self.game, None, folder, ["http://192.168.1.20:8600"])  # type: ignore[arg-type]
        _do(self.room, self.room.join(self.room.opened.code, "Ada", "xai", "t"))
        _do(self.room, self.room.ask(e.Question(0, "choice", "winner", 0, "", self.game.seats)))
        _do(self.room, self.room.answer(self.room.players[1], 1, "xai"))
        _do(self.room, self.room.show(1, yes=True))

    def play(self, turns: int) -> None:
        for _ in range(turns):
            _do(self.room, self.room.open_turn(0.0))
            plans = {seat: tuple(self.game.plan_of_mind(seat)) for seat in self.game.seats}
            plans["xai"] = (SetPolicy("safety", 0.01), *plans["xai"])
            _do(self.room, [e.Closed(self.room.turn, plans)])
            digest = self.game.play(plans)
            _do(self.room, [e.Played(self.room.turn, digest, self.game.session.over)])

    def tell(self, wall: Wall, stage: screen.Stage, language: str) -> None:
        self.host.stage = stage
        wall.hear(pages.room_view(self.host, language, 0.0))
        wall.hear(screen.screen(self.room, self.game, language, self.host.address, None))


def _do(room: Room, found: list[e.AnyEvent]) -> None:
    for event in found:
        room.apply(event)


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[tuple[App, Wall]]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    monkeypatch.setenv("COMPUTE_RACE_HOME", str(tmp_path / "home"))
    app, wall = App(Texts(), size=(1280, 720), clock=ManualClock()), Wall()
    app.push(wall)
    yield app, wall
    pygame.display.quit()


def _picture(app: App) -> np.ndarray:
    app.pump()
    return pygame.surfarray.array3d(app.canvas.surface).copy()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_page_is_drawn(wall: tuple[App, Wall], tmp_path: Path, language: str) -> None:
    app, shown = wall
    app.texts.speak(language)
    played = Played(tmp_path / "room")
    empty = _picture(app)
    played.play(3)
    _do(played.room, played.room.open_turn(0.0))
    pictures = {}
    for stage in STAGES[:4]:
        played.tell(shown, stage, language)
        pictures[stage] = _picture(app)
    _do(played.room, played.room.end())
    played.tell(shown, "debrief", language)
    pictures["debrief"] = _picture(app)
    for name, picture in pictures.items():
        assert (picture != empty).any(axis=2).mean() > 0.2, name
    assert len({picture.tobytes() for picture in pictures.values()}) == len(pictures)
    white = (pictures["join"] == 255).all(axis=2)
    assert white[900:1230, 130:600].mean() > 0.3
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_m, mod=0, unicode="m"))
    played.tell(shown, "race", language)
    app.pump()
    assert shown.measure
    played.game.session.dispose()


def test_a_hidden_field_stays_hidden(wall: tuple[App, Wall], tmp_path: Path) -> None:
    app, shown = wall
    played = Played(tmp_path / "room")
    played.play(2)
    played.tell(shown, "race", "en")
    open_ = _picture(app)
    _do(played.room, played.room.rule(rivals="hidden"))
    played.tell(shown, "race", "en")
    hidden = _picture(app)
    assert shown.feed is not None
    assert shown.feed.charts == ()
    assert (open_[20:900, 140:690] != hidden[20:900, 140:690]).any()
    played.game.session.dispose()


def test_the_window_stands_beside_a_room_that_is_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    monkeypatch.setenv("COMPUTE_RACE_HOME", str(tmp_path / "home"))
    server = Server("l0_first_cluster", tmp_path / "room", "--window")

    async def play() -> None:
        console, ada = await teacher(server), await student(server, "Ada")
        await console.ask("act", "done", what="open")
        await console.ask("act", "done", what="force")
        await ada.until(lambda page: page.states["board"]["number"] == 2)
        await console.close()
        await ada.close()

    try:
        asyncio.run(play())
    finally:
        assert server.stop() == 0, server.errors()
    assert "Traceback" not in server.errors()
