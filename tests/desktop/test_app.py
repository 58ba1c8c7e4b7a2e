"""The window: no screen, scale, redraw only when needed, sleep, background work, pictures."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pygame
import pytest

from game.desktop.app import App
from game.desktop.buttons import Button
from game.desktop.entry import TextEntry
from game.desktop.screen import Screen
from tests.desktop.driver import Driver


def run_python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    hidden = ("SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")
    clean = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**clean, **environment}, timeout=60
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":987"}, {"SDL_VIDEODRIVER": "x11"}])
def test_without_a_screen_it_says_so_in_one_line(environment: dict[str, str]) -> None:
    done = run_python("from game.desktop.app import App; App()", **environment)
    assert done.returncode == 2
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1
    assert "No screen" in lines[0]
    assert "`run`" in lines[0]


def test_the_window_loads_nothing_heavy() -> None:
    code = (
        "import sys; from game.desktop.app import App; app = App(); import game.desktop.usmap;"
        "heavy = {'numpy', 'mesa', 'pandas', 'scipy', 'matplotlib', 'agents', 'game.race'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = run_python(code, SDL_VIDEODRIVER="dummy")
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_frames_are_drawn_only_when_something_changed(app: App) -> None:
    screen = Screen()
    screen.add(Button("go", (100, 100, 100, 40), "Go"))
    app.push(screen)
    app.pump(5)
    drawn = app.frames_drawn
    app.pump(30)
    assert app.frames_drawn == drawn
    screen.find("go", Button).label = "Stop"
    app.pump(3)
    assert app.frames_drawn == drawn + 1


def test_it_knows_when_to_wake(app: App) -> None:
    screen = Screen()
    app.push(screen)
    app.pump()
    assert screen.next_tick_ms(app.clock.now_ms()) is None
    screen.toast("Hello", lasts_ms=500)
    assert screen.next_tick_ms(app.clock.now_ms()) == pytest.approx(app.clock.now_ms() + 500, abs=20)


def test_the_caret_wakes_it_twice_a_second_at_most(app: App) -> None:
    screen = Screen()
    screen.add(TextEntry("name", (100, 100, 200, 34)))
    app.push(screen)
    screen.focus(screen.find("name"))
    app.pump(3)
    drawn = app.frames_drawn
    app.pump(60)
    assert 1 <= app.frames_drawn - drawn <= 3


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1440, 1080), (2560, 1080), (900, 700)])
def test_clicks_land_at_every_size(app: App, size: tuple[int, int]) -> None:
    clicks: list[str] = []
    screen = Screen()
    screen.add(Button("go", (1170, 660, 100, 40), "Go", lambda: clicks.append("go")))
    app.push(screen)
    app.resize(size)
    app.pump(2)
    Driver(app).click("go")
    assert clicks == ["go"]
    assert app.canvas.k == pytest.approx(min(size[0] / 1280, size[1] / 720))


def test_a_screen_that_fills_the_window_hears_its_size(app: App) -> None:
    class Wide(Screen):
        fills_window = True
        size = (0.0, 0.0)

        def resized(self, width: float, height: float) -> None:
            self.size = (width, height)

    screen = Wide()
    app.push(screen)
    app.resize((2560, 1080))
    app.pump()
    assert screen.size == pytest.approx((2560 / 1.25, 1080 / 1.25))


def test_screens_stack(app: App) -> None:
    heard: list[str] = []

    class Named(Screen):
        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

        def build(self) -> None:
            heard.append(f"build {self.name}")

        def shown(self) -> None:
            heard.append(f"show {self.name}")

        def hidden(self) -> None:
            heard.append(f"hide {self.name}")

    app.push(Named("a"))
    app.push(Named("b"))
    app.replace(Named("c"))
    app.pop()
    assert heard == [
        "build a", "show a", "hide a", "build b", "show b", "hide b", "build c", "show c", "hide c", "show a",
    ]  # fmt: skip
    assert app.running
    app.pop()
    assert not app.running


def test_work_in_the_background_answers_on_the_main_thread(app: App) -> None:
    app.push(Screen())
    told: list[tuple[int, bool]] = []
    free = threading.Event()

    def think() -> int:
        free.wait(5)
        return 42

    app.work(think, lambda answer: told.append((answer, threading.current_thread() is threading.main_thread())))
    app.pump(3)
    assert told == []
    free.set()
    assert app.run_until(lambda: bool(told))
    assert told == [(42, True)]


def test_work_that_fails_is_told_and_dropped_work_is_not(app: App) -> None:
    app.push(Screen())
    told: list[str] = []

    def fail() -> int:
        raise ValueError("no mind")

    app.work(fail, lambda _: None, lambda error: told.append(str(error)))
    task = app.work(lambda: 1, lambda _: told.append("dropped"))
    task.drop()
    assert app.run_until(lambda: app.background.busy == 0)
    assert told == ["no mind"]
    app.work(fail, lambda _: None)
    with pytest.raises(ValueError, match="no mind"):
        app.run_until(lambda: app.background.busy == 0)


def test_run_until_gives_up(app: App) -> None:
    app.push(Screen())
    assert not app.run_until(lambda: False, max_frames=5)


def test_a_picture_is_saved(app: App, tmp_path: Path) -> None:
    app.push(Screen())
    app.screenshot(tmp_path / "shot.png")
    assert pygame.image.load(tmp_path / "shot.png").get_size() == (1280, 720)


def test_closing_the_window_ends_the_loop(app: App) -> None:
    app.push(Screen())
    pygame.event.post(pygame.Event(pygame.QUIT))
    app.run()
    assert not app.running
