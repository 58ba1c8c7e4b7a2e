"""How a turn flows: what is worth a look before it ends, answers to news, links, and the report after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop.screens.links import follow, link_of_news, look_at
from game.desktop.screens.matter_card import LookList
from game.desktop.screens.turn_report import TurnReport
from game.telling.matters import Matter, answers, worth_a_look

if TYPE_CHECKING:
    from agents.view import News
    from game.desktop.screen import Layer
    from game.desktop.screens.race import RaceScreen

MOST_LOOKS = 9


class Turning:
    """Belongs to a race screen."""

    def __init__(self, race: RaceScreen) -> None:
        self.race = race
        self.warned = 0
        self._layer: Layer | None = None

    # --- the end of the turn ---------------------------------------------------------------------------

    def press_end(self) -> None:
        """The first press shows what is worth a look, if anything is; the second ends the turn."""
        race = self.race
        if race.busy or race.covered:
            return
        if race.match.steering and race.match.troubles():
            self.end()
            return
        found = worth_a_look(race.match)
        if (
            not any(matter.stops and not (race.match.full and matter.kind == "offer") for matter in found)
            or race.desk.form is not None
            or self.warned == race.match.session.turn
        ):
            self.end()
            return
        found.sort(key=lambda matter: not matter.stops)
        self.warned = race.match.session.turn
        panel = LookList(race.match, found[:MOST_LOOKS], race.plan.rect, self._go, self.end)
        self._layer = race.cover(panel, closes_outside=True, focus=panel.button)

    def end(self) -> None:
        self._uncover()
        self.race.end_turn()

    def _go(self, matter: Matter) -> None:
        self._uncover()
        look_at(self.race, matter)

    def _uncover(self) -> None:
        if self._layer is not None:
            self.race.uncover(self._layer)
            self._layer = None

    # --- news ------------------------------------------------------------------------------------------

    def open_news(self, item: News) -> None:
        follow(self.race, link_of_news(self.race.match, item))

    def answer(self, matter: Matter, what: str) -> None:
        """What a card's button does: accept into the plan, look closer, leave, or take out again."""
        race, match = self.race, self.race.match
        if race.busy:
            return
        if what == "accept" and matter.order is not None and not match.full:
            match.put(matter.order)
            race.plan_changed()
        elif what == "look":
            look_at(race, matter)
        elif what == "leave":
            match.leave_alone(matter)
            race.plan_changed()
        elif what == "drop":
            for place, order in reversed(list(enumerate(match.orders))):
                if answers(order, matter):
                    match.drop(place)
            race.plan_changed()

    # --- the report ------------------------------------------------------------------------------------

    def report(self) -> None:
        """The report of the last turn, over the chart."""
        race = self.race
        if race.covered or race.busy or race.match.session.turn < 2:
            return
        chart = race.chart.rect
        high = min(max(chart.h + 64, 390), race.stage.h - chart.y - 8)
        wide = min(chart.w, 760)
        rect = pygame.Rect(chart.centerx - wide // 2, chart.y, wide, high)
        layer: list[Layer] = []

        def close() -> None:
            race.uncover(layer[0])
            race._mind_focus()

        panel = TurnReport(race, rect, close)
        layer.append(race.cover(panel, closed=race._mind_focus, focus=panel.button))
