"""The first level from the menu to its debrief, by mouse alone in a real window and by keyboard alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.desktop import storage
from game.desktop.screens.debrief import Debrief
from tests.desktop import hand
from tests.desktop.player import Player

ROOT = Path(__file__).parents[2]
TIME_S = 240
FEWEST = 80
"""Pixels of a ring that can be seen: about those around the smallest button."""


# --- by mouse ------------------------------------------------------------------------------------------


def _needs(reason: str) -> None:
    """Skip where a tool is missing, but not where all of them are to be there."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI must install it: {reason}")
    pytest.skip(reason)


@pytest.fixture
def display() -> Iterator[str]:
    """A real X server that nobody sees."""
    if shutil.which("Xvfb") is None:
        _needs("there is no Xvfb")
    if hand.lacking():
        _needs(f"there is no {hand.lacking()}")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        yield ":" + os.fdopen(read).readline().strip()
    finally:
        server.terminate()
        server.wait()


def test_the_first_level_is_played_by_mouse_in_a_real_window(display: str, tmp_path: Path) -> None:
    hidden = ("WAYLAND_DISPLAY", "COMPUTE_RACE_LANGUAGE")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env |= {"DISPLAY": display, "SDL_VIDEODRIVER": "x11", storage.FOLDER_VARIABLE: str(tmp_path)}
    command = [sys.executable, "-m", "tests.desktop.by_mouse"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=TIME_S)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert (told["driver"], told["level"], told["over"], told["turns"]) == ("x11", "l0_first_cluster", True, 5)
    assert told["orders"][0] == ["bring_turbines", "request_grid"]
    assert told["orders"][1]


# --- by keyboard ---------------------------------------------------------------------------------------


@pytest.fixture
def player_kind() -> type[Player]:
    return KeyPlayer


class KeyPlayer(Player):
    """Looks before each Enter whether it can be seen what Enter will press."""

    def enter(self) -> None:
        self.see_focus()
        self.key(pygame.K_RETURN)
        self.settle()

    def see_focus(self) -> None:
        """The focus changes enough of the picture around the widget to be seen."""
        focused = self.screen.focused
        assert focused is not None
        assert focused.ringed, f"no ring around {focused.id}"
        area = focused.stage_rect().inflate(12, 12).clip(self.screen.stage)
        with_ring = self._around(area)
        focused.ringed = False
        without = self._around(area)
        focused.ringed = True
        pairs = zip(with_ring, without, strict=True)
        seen = sum(max(abs(a - b) for a, b in zip(one, two, strict=True)) > 40 for one, two in pairs)
        assert seen > FEWEST, f"the ring around {focused.id} changes only {seen} pixels"

    def _around(self, area: pygame.Rect) -> list[tuple[int, int, int]]:
        self.app.draw()
        part = pygame.image.tobytes(self.app.canvas.surface.subsurface(area), "RGB")
        return [tuple(part[at : at + 3]) for at in range(0, len(part), 3)]

    def plan(self, ending: str) -> None:
        before = len(self.match.orders)
        self.tab_to(next(w.id for w in self.race.wide.walk() if w.id.endswith(ending) and w.is_live()))
        self.enter()
        assert len(self.match.orders) == before + 1

    def end(self) -> None:
        """Tab to the button that ends the turn, and through the report."""
        self.tab_to("bar.end")
        self.enter()
        if self.has("look.end"):
            self.tab_to("look.end")
            self.enter()
        if self.has("report.go"):
            self.tab_to("report.go")
            self.enter()


def test_the_first_level_is_played_by_keyboard_with_the_focus_in_sight(player: KeyPlayer) -> None:
    player.open_menu()
    player.key(pygame.K_TAB, pygame.K_TAB)
    player.tab_to("menu.start")
    player.enter()
    assert player.match.level_name == "l0_first_cluster"
    player.key(pygame.K_TAB)
    player.tab_to("briefing.go")
    player.enter()
    for step in ("gauges", "map", "figures"):
        assert player.race.guide.step is not None
        assert player.race.guide.step.name == step
        player.tab_to("guide.next")
        player.enter()
    player.tab_to("desk.tabs")
    player.enter()
    assert player.race.wide.visible
    player.plan(".turbines.plan")
    player.plan(".grid.plan")
    player.key(pygame.K_ESCAPE)
    player.tab_to("guide.next")
    player.enter()
    for _ in range(5):
        assert not isinstance(player.screen, Debrief)
        player.end()
    debrief = player.screen
    assert isinstance(debrief, Debrief)
    assert debrief.match.session.over
    assert [order.kind for order in debrief.match.session.plans[0].orders] == ["bring_turbines", "request_grid"]
    player.tab_to("debrief.tabs")
    player.see_focus()
    player.tab_to("debrief.menu")
    player.see_focus()
