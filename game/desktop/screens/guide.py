"""A level that teaches by doing: one step at a time, which ends by itself when its player has done what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.screens.bubble import Bubble
from levels.texts import guide_key

if TYPE_CHECKING:
    from game.desktop.screens.race import RaceScreen
    from levels.schema import Step


class Guide(Bubble):
    """The steps of the level's guide over the board of `race`."""

    ident, icon = "guide", "graduation-cap"

    def __init__(self, race: RaceScreen) -> None:
        super().__init__(race)
        self.steps: list[Step] = list(race.match.level.guide)
        self.turn = race.match.session.turn

    @property
    def number(self) -> int:
        """Of the step on show; the match keeps it, so that it outlives the board."""
        return self.race.match.guide_step

    @number.setter
    def number(self, number: int) -> None:
        self.race.match.guide_step = number

    @property
    def step(self) -> Step | None:
        """The step on show; None when the guide has ended."""
        return self.steps[self.number] if self.number < len(self.steps) else None

    @property
    def words(self) -> str:
        step, match = self.step, self.race.match
        return match.words.say(guide_key(match.level.text, step.name)) if step is not None else ""

    @property
    def at(self) -> str:
        return self.step.at if self.step is not None else "end"

    def read(self) -> None:
        if self.step is not None and self.step.until == "read":
            self.number += 1
            self.follow()

    def dismiss(self) -> None:
        self.number = len(self.steps)
        self.follow()

    def follow(self) -> None:
        """Go on past every step whose deed is done, and stand beside the next; called before every frame."""
        match = self.race.match
        turn = match.session.turn
        if turn > self.turn and not self.race.busy:
            self.turn = turn
            ended = (n for n in range(self.number, len(self.steps)) if self.steps[n].until == "ended")
            self.number = next(ended, len(self.steps) - 1) + 1
        while self.step is not None and self._done(self.step):
            self.number += 1
        shown = self.step is not None and match.steering
        if shown != self.visible:
            self.visible = shown
        if self.step is not None and shown:
            say = match.words.say
            self.head = say("guide-step", step=self.number + 1, steps=len(self.steps))
            self.task = "" if self.step.until == "read" else say(f"guide-do-{self.step.until}")
            self.stand()

    def _done(self, step: Step) -> bool:
        if step.until == "opened":
            wide, form = self.race.desk.wide, self.race.desk.form
            return (wide.visible and wide.desk == step.what) or (form is not None and form.option.desk == step.what)
        if step.until == "planned":
            return any(not step.what or order.kind == step.what for order in self.race.match.orders)
        return False
