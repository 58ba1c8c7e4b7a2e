"""How fast the window is, on the driver that nobody sees: `python -m tests.bench.window`. Not a test.

First frame: from the start of `main.py` to its first flip, the menu. Idle: share of one core over ten seconds on the
board, with sound. Frame: the whole board drawn at 1920 x 1080, at rest and while its map moves. Turn: from the
click on End turn to the frame that answers it, and to the report.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ["COMPUTE_RACE_HOME"] = tempfile.mkdtemp(prefix="race-bench-")

ROOT = Path(__file__).parents[2]
STARTS, FRAMES, IDLE_S = 5, 120, 10.0

WATCHED = """
import sys, time, os
import pygame
began = float(os.environ["BEGAN"])
flip, process = pygame.display.flip, time.process_time
def first():
    flip()
    pygame.display.flip = flip
    print("first", time.time() - began, flush=True)
    print("cpu", process(), flush=True)
    seconds = float(os.environ["IDLE"])
    if seconds:
        import threading
        def measure():
            time.sleep(float(os.environ["SETTLE"]))
            before = process(), time.monotonic()
            time.sleep(seconds)
            print("idle", (process() - before[0]) / (time.monotonic() - before[1]), flush=True)
            pygame.event.post(pygame.Event(pygame.QUIT))
        threading.Thread(target=measure, daemon=True).start()
    else:
        pygame.event.post(pygame.Event(pygame.QUIT))
pygame.display.flip = first
import main
sys.argv = ["main.py", *sys.argv[1:]]
main.main()
"""


def started(*arguments: str, idle: float = 0.0, settle: float = 8.0) -> dict[str, float]:
    """Start the game in a process of its own; what it told, by name."""
    environment = {
        **os.environ,
        "BEGAN": str(time.time()),
        "IDLE": str(idle),
        "SETTLE": str(settle),
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    told = [line.split() for line in done.stdout.splitlines() if line.startswith(("first ", "cpu ", "idle "))]
    if not told:
        raise RuntimeError(done.stderr)
    return {name: float(value) for name, value in told}


def frames_ms(act: Callable[[], None]) -> tuple[float, float]:
    """Median of a frame, by the clock and in time of the processor, which others on the machine disturb less."""
    taken, worked = [], []
    for _ in range(FRAMES):
        before, busy = time.perf_counter(), time.process_time()
        act()
        worked.append((time.process_time() - busy) * 1000)
        taken.append((time.perf_counter() - before) * 1000)
    return statistics.median(taken), statistics.median(worked)


def the_board() -> None:
    from game.desktop.app import App
    from game.desktop.play import Director
    from game.desktop.screens.menu import Setup
    from game.desktop.screens.race import RaceScreen

    app = App(size=(1920, 1080))
    director = Director(app, keep_journal=False)
    director.start(Setup("september_2024", ("xai",), None, 1))
    assert app.run_until(lambda: not app.background.busy, 1_000_000)
    race = app.top
    assert isinstance(race, RaceScreen)
    while race.covered:
        race.uncover()
    app.pump(3)
    print("full frame, board at 1920x1080: {:.1f} ms, {:.1f} ms of processor".format(*frames_ms(app.draw)))
    number = 0

    def move() -> None:
        nonlocal number
        number += 1
        sites = race.map.map.sites
        race.map.map.pointed = sites[number % len(sites)].key
        app.draw()

    print("the same while the map changes: {:.1f} ms, {:.1f} ms of processor".format(*frames_ms(move)))
    answers, shown = [], []
    for _ in range(4):
        drawn, before = app.frames_drawn, time.perf_counter()
        race.end_turn()
        app.pump()
        assert app.frames_drawn > drawn
        answers.append((time.perf_counter() - before) * 1000)
        while app.background.busy or race.busy:
            app.pump()
            time.sleep(0.001)
        over = time.perf_counter()
        app.pump()
        shown.append(((time.perf_counter() - before) * 1000, (time.perf_counter() - over) * 1000))
        while race.covered:
            race.uncover()
    print(f"click on End turn to the frame that answers: {statistics.median(answers):.0f} ms")
    print(f"to the months played and shown: {statistics.median(whole for whole, _ in shown):.0f} ms")


def main() -> None:
    starts = [started() for _ in range(STARTS)]
    first, worked = (statistics.median(one[name] for one in starts) for name in ("first", "cpu"))
    print(f"first frame of `main.py`: {first:.2f} s, {worked:.2f} s of processor")
    race = started("play", "september_2024", "--firm", "xai", idle=IDLE_S, settle=20.0)
    print(f"idle on the board: {race['idle']:.1%} of a core")
    the_board()


if __name__ == "__main__":
    main()
