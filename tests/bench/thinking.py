"""Frames of the window while rivals think: `python -m tests.bench.thinking [WIDTH HEIGHT]`. Not a test.

A race is watched with minds that weigh in all seats and the list of what one of them weighs open. The whole board is
drawn without a pause while a turn is decided and played in the background; as many frames at rest stand beside them.
A frame has 16.7 ms at 60 a second. `own` is the main thread's work on it; the rest is waiting for the processor.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ["COMPUTE_RACE_HOME"] = tempfile.mkdtemp(prefix="race-bench-")

LEVEL, MIND, TURNS = "september_2024", "operator", 20
Frame = tuple[float, float]


def main() -> None:
    from game.desktop.app import SWITCH_S, App
    from game.desktop.play import Director
    from game.desktop.screens.menu import Setup
    from game.desktop.screens.race import RaceScreen

    size = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (1920, 1080)
    sys.setswitchinterval(SWITCH_S)
    app = App(size=size)
    director = Director(app, keep_journal=False)
    director.start(Setup(LEVEL, (), MIND, 1))
    assert app.run_until(lambda: not app.background.busy, 1_000_000)
    race = app.top
    assert isinstance(race, RaceScreen)
    while race.covered:
        race.uncover()
    race.watch.pause()
    race.watch.pages.choose("mind")
    app.pump(5)

    def frame() -> Frame:
        """One frame of the whole board: its time by the clock, and what the main thread worked on it, in ms."""
        race.dirty = True
        began, own = time.perf_counter(), time.thread_time()
        app.pump()
        return (time.perf_counter() - began) * 1000, (time.thread_time() - own) * 1000

    thinking, resting, laid, turns = list[Frame](), list[Frame](), list[Frame](), list[float]()
    for _ in range(TURNS):
        race.advance()
        began, many = time.perf_counter(), 0
        while race.busy and not race.match.session.over:
            many += 1
            found = frame()
            (thinking if race.busy else laid).append(found)
        turns.append((time.perf_counter() - began) * 1000)
        while race.motion.running:
            app.pump()
            time.sleep(0.004)
        resting += [frame() for _ in range(many)]
    for name, frames in (("while rivals think", thinking), ("at rest", resting), ("that lay out the new turn", laid)):
        walls, works = sorted(wall for wall, _ in frames), [own for _, own in frames]
        late = sum(wall > 1000 / 60 for wall in walls) / len(walls)
        print(
            f"frames {name}: {len(walls)}, median {statistics.median(walls):.1f} ms, longest {walls[-1]:.1f} ms, "
            f"{late:.0%} beyond 16.7 ms; own median {statistics.median(works):.1f} ms, longest {max(works):.1f} ms"
        )
    print(
        f"a turn of {len(race.match.level.seats)} minds: {statistics.median(turns):.0f} ms, longest {max(turns):.0f} ms"
    )


if __name__ == "__main__":
    main()
