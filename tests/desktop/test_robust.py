"""What can go wrong around the window, and that the game goes on or ends well: files, display, closing in mid-turn."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

import game.desktop.stock as stock_module
from game.desktop import storage
from game.desktop.app import App
from game.desktop.buttons import Button
from game.desktop.clock import ManualClock
from game.desktop.screen import Screen
from game.session import Session
from tests.desktop.driver import Driver

ROOT = Path(__file__).parents[2]
Reads = Callable[[str], bytes]


@pytest.fixture
def bare() -> Iterator[App]:
    """A window whose files may be missing."""
    made = App(size=(1280, 720), clock=ManualClock())
    pygame.event.clear()
    yield made
    pygame.display.quit()


def break_files(monkeypatch: pytest.MonkeyPatch, ending: str, answer: bytes | None) -> None:
    """Let files of an ending be missing, or hold something else."""
    real: Reads = stock_module.read_bytes

    def read(path: str) -> bytes:
        if not path.endswith(ending):
            return real(path)
        if answer is None:
            raise FileNotFoundError(path)
        return answer

    monkeypatch.setattr(stock_module, "read_bytes", read)


@pytest.mark.parametrize("answer", [None, b"", b"no font at all"])
def test_a_missing_or_broken_font_is_told_once_and_text_is_drawn(
    bare: App, monkeypatch: pytest.MonkeyPatch, answer: bytes | None
) -> None:
    break_files(monkeypatch, ".otf", answer)
    screen, clicks = Screen(), []
    screen.add(Button("go", (100, 100, 160, 40), "Go on", lambda: clicks.append("go")))
    bare.push(screen)
    bare.pump(3)
    assert len(screen.notices.shown) == 1
    assert "RaceSans" in screen.notices.shown[0].text
    Driver(bare).click("go")
    assert clicks == ["go"]
    left, right = bare.to_pixel((110, 105)), bare.to_pixel((250, 135))
    area = pygame.Rect(left, (right[0] - left[0], right[1] - left[1]))
    colours = {tuple(bare.canvas.surface.get_at((x, y))) for x in range(*area_x(area)) for y in range(*area_y(area))}
    assert len(colours) > 4


def area_x(area: pygame.Rect) -> tuple[int, int]:
    return area.left, area.right


def area_y(area: pygame.Rect) -> tuple[int, int]:
    return area.top, area.bottom


@pytest.mark.parametrize("answer", [None, b"<svg"])
def test_a_missing_icon_is_a_ring(bare: App, monkeypatch: pytest.MonkeyPatch, answer: bytes | None) -> None:
    break_files(monkeypatch, "cpu.svg", answer)
    screen = Screen()
    screen.add(Button("go", (100, 100, 40, 40), icon="cpu"))
    bare.push(screen)
    bare.pump(3)
    assert bare.canvas.stock.lacking == ["icons/cpu.svg"]
    assert ["icons/cpu.svg" in notice.text for notice in screen.notices.shown] == [True]


def test_a_lost_display_is_opened_again(bare: App) -> None:
    screen = Screen()
    screen.add(Button("go", (100, 100, 160, 40), "Go on"))
    bare.push(screen)
    bare.pump()
    pygame.display.quit()
    bare.pump(3)
    assert pygame.display.get_surface() is bare.canvas.surface
    drawn = bare.frames_drawn
    screen.find("go", Button).label = "On"
    bare.pump()
    assert bare.frames_drawn == drawn + 1


def test_other_errors_of_drawing_are_not_hidden(bare: App) -> None:
    class Faulty(Screen):
        def draw(self, canvas: object) -> None:
            raise pygame.error("a fault of ours")

    bare.push(Faulty())
    with pytest.raises(pygame.error, match="a fault of ours"):
        bare.pump()


CLOSED_IN_MID_TURN = """
import pygame, time
from game.desktop.app import App
from game.desktop.play import Director
from game.desktop.setup import Setup
from game.race import Race
app = App()
director = Director(app)
director.start(Setup("september_2024", ("xai",), None, 1))
assert app.run_until(lambda: not app.background.busy, 100_000)
app.pump()
race = app.top
while race.covered:
    race.uncover()
given = len(director.match.orders)
Race.step = lambda race: time.sleep(100)
race.end_turn()
assert race.busy
pygame.event.post(pygame.Event(pygame.QUIT))
print("closing", given, time.time(), flush=True)
app.run()
"""


def test_closed_in_mid_turn_it_ends_at_once_and_the_journal_has_every_order(home: Path) -> None:
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    done = subprocess.run(
        [sys.executable, "-c", CLOSED_IN_MID_TURN],
        cwd=ROOT, capture_output=True, text=True, env=environment, timeout=120, check=False,
    )  # fmt: skip
    ended = time.time()
    assert done.returncode == 0, done.stderr
    told = next(line for line in done.stdout.splitlines() if line.startswith("closing"))
    _, given, closed = told.split()
    assert ended - float(closed) < 50, "it waited for the months, which take a hundred seconds here"
    (journal,) = home.glob("*" + storage.SUFFIX)
    (plan,) = Session.load(journal).plans
    assert (plan.firm, plan.turn) == ("xai", 1)
    assert len(plan.orders) == int(given) > 0
