"""Plays the first level in a real window with nothing but the mouse, from the menu to its debrief.

`python -m tests.desktop.by_mouse` needs an X server and a folder of its own in COMPUTE_RACE_HOME. The window runs its
own loop; the hand works beside it, looks where a button is, and goes on when what it waits for is on show. Prints each
step, and at the end one line of JSON.
"""

from __future__ import annotations

import json
import queue
import sys
import threading
import time
import traceback
from collections.abc import Callable
from typing import TypeVar

import pygame

from game.desktop.app import App
from game.desktop.play import Director
from game.desktop.screen import Screen
from game.desktop.screens.debrief import Debrief
from game.desktop.screens.race import RaceScreen
from tests.desktop.hand import Hand

Answer = TypeVar("Answer")
PATIENCE_S = 60.0
POWER_TAB, CHIPS_TAB = 0.5, 0.3


class MousePlayer:
    """Reads the window only between its frames, on the window's own thread."""

    def __init__(self, app: App) -> None:
        self.app, self.hand, self.clicks = app, Hand(), 0
        self.director = Director(app)

    def ask(self, question: Callable[[], Answer]) -> Answer:
        answers: queue.Queue[Answer | Exception] = queue.Queue()

        def reply() -> None:
            try:
                answers.put(question())
            except Exception as error:
                answers.put(error)

        self.app.call_soon(reply)
        answer = answers.get(timeout=PATIENCE_S)
        if isinstance(answer, Exception):
            raise answer
        return answer

    @property
    def screen(self) -> Screen:
        assert self.app.top is not None
        return self.app.top

    def has(self, ident: str) -> bool:
        try:
            return self.screen.find(ident).is_live()
        except KeyError:
            return False

    def until(self, what: str, reached: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not self.ask(reached):
            if time.monotonic() > end:
                seen = self.ask(lambda: type(self.screen).__name__)
                raise TimeoutError(f"waited in vain for {what}; the screen is {seen}")
            time.sleep(0.03)

    def where(self, ident: str, across: float) -> tuple[int, int]:
        rect = self.screen.find(ident).stage_rect()
        x, y = self.app.to_pixel((rect.x + rect.w * across, rect.y + rect.h / 2))
        left, top = pygame.display.get_window_position()
        return x + left, y + top

    def click(self, ident: str, across: float = 0.5) -> None:
        """Wait until the widget is there and can be pressed, and press it."""
        self.until(ident, lambda: self.has(ident))
        place = self.ask(lambda: self.where(ident, across))
        print(f"click {ident} at {place[0]}, {place[1]}", flush=True)
        self.hand.click(*place)
        self.clicks += 1

    def plan(self, ending: str) -> None:
        """Press the first button of the open desk that plans something of this kind."""

        def button() -> str:
            race = self.race
            return next((w.id for w in race.wide.walk() if w.id.endswith(ending) and w.is_live()), "")

        orders = self.ask(lambda: len(self.race.match.orders))
        self.until(f"a button {ending}", lambda: bool(button()))
        self.click(self.ask(button))
        self.until("the order in the plan", lambda: len(self.race.match.orders) == orders + 1)

    @property
    def race(self) -> RaceScreen:
        assert isinstance(self.screen, RaceScreen)
        return self.screen

    def step(self) -> str:
        step = self.race.guide.step
        return step.name if step is not None else ""

    def read(self, *steps: str) -> None:
        for step in steps:
            self.until(f"the guide's step {step}", lambda step=step: self.step() == step)
            self.click("guide.next")

    # --- the level -------------------------------------------------------------------------------------

    def play(self) -> dict[str, object]:
        self.click("menu.start")
        self.click("briefing.go")
        self.read("gauges", "map", "figures")
        self.click("desk.tabs", POWER_TAB)
        self.until("the power desk", lambda: self.race.wide.visible)
        self.plan(".turbines.plan")
        self.plan(".grid.plan")
        self.click("wide.close")
        self.read("plan")
        self.end_turn()
        self.read("again")
        self.click("desk.tabs", CHIPS_TAB)
        self.plan(".plan")
        self.click("wide.close")
        self.end_turn()
        self.read("alone")
        while not self.ask(lambda: isinstance(self.screen, Debrief)):
            self.end_turn()
        return self.ask(self.result)

    def end_turn(self) -> None:
        turn = self.ask(lambda: self.race.match.session.turn)
        self.click("bar.end")
        self.until(
            "the next turn, its report or the debrief",
            lambda: isinstance(self.screen, Debrief) or self.has("report.go") or self.has("look.end"),
        )
        if self.ask(lambda: self.has("look.end")):
            self.click("look.end")
        self.until("the report", lambda: isinstance(self.screen, Debrief) or self.has("report.go"))
        if self.ask(lambda: self.has("report.go")):
            self.click("report.go")
            self.until("the next turn", lambda: not self.screen.covered and self.race.match.session.turn == turn + 1)

    def result(self) -> dict[str, object]:
        debrief = self.screen
        assert isinstance(debrief, Debrief)
        session = debrief.match.session
        return {
            "driver": pygame.display.get_driver(),
            "level": debrief.match.level_name,
            "over": session.over,
            "turns": len(session.turns),
            "orders": [[order.kind for order in plan.orders] for plan in session.plans],
            "clicks": self.clicks,
        }


def main() -> int:
    app = App(size=(1280, 720))
    player, told = MousePlayer(app), []

    def work() -> None:
        try:
            told.append(player.play())
        except BaseException:
            traceback.print_exc()
        finally:
            app.call_soon(app.quit)

    player.director.menu()
    thread = threading.Thread(target=work)
    thread.start()
    app.run()
    thread.join()
    if not told:
        return 1
    print(json.dumps(told[0]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
