"""A mind under a ban: it sits at a desk that refuses some orders, and otherwise decides as it always does.

The ban stands at the desk, not in the rules: the mind hears a refusal as from the door itself, looks for another way,
and its plan goes through the same checks. What it gives is counted, so that one can tell what is used at all.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.desk import Advice, Desk, Mind, Quote, Refusal
from agents.orders import AnyOrder, name_of
from agents.view import Text, View

if TYPE_CHECKING:
    from game.race import Race

Count = dict[str, int]


def is_barred(order: AnyOrder, barred: Sequence[str]) -> bool:
    """Whether a ban names the order's kind, or that standing order."""
    return order.kind in barred or name_of(order) in barred


class WatchedDesk:
    """A desk at which some orders are refused, and which notes what was asked (implements `agents.desk.Desk`)."""

    def __init__(self, desk: Desk, barred: Sequence[str], asked: set[str]) -> None:
        self._desk = desk
        self._barred = barred
        self._asked = asked

    @property
    def view(self) -> View:
        return self._desk.view

    def quote(self, planned: Sequence[AnyOrder], order: AnyOrder) -> Quote | Refusal:
        self._asked.add(name_of(order))
        if self._barred and is_barred(order, self._barred):
            return Refusal(Text("refuse-not-in-level"))
        return self._desk.quote(planned, order)

    def ready_cash(self, planned: Sequence[AnyOrder]) -> int:
        return self._desk.ready_cash(planned)


class WatchedMind:
    """One-line rule: decides as the mind within it, without what is barred; counts what it gives."""

    def __init__(self, mind: Mind, barred: Sequence[str]) -> None:
        self.name = mind.name
        self.given: Count = {}
        self.asked: set[str] = set()
        self._mind = mind
        self._barred = tuple(barred)

    def advise(self, desk: Desk) -> list[Advice]:
        advice = self._mind.advise(WatchedDesk(desk, self._barred, self.asked))
        for each in advice:
            self.asked.add(name_of(each.order))
        # A mind that orders without asking first meets the ban here.
        kept = [each for each in advice if not is_barred(each.order, self._barred)]
        for each in kept:
            name = name_of(each.order)
            self.given[name] = self.given.get(name, 0) + 1
        return kept


def seat_watched(race: "Race", barred: dict[str, tuple[str, ...]]) -> dict[str, WatchedMind]:
    """Put a watched mind into every seat of a race; returns them: their counts fill as it is played."""
    seated: dict[str, WatchedMind] = {}
    for firm in race.level.seats:
        agent = race.firm_agents[firm]
        agent.mind = seated[firm] = WatchedMind(agent.mind, barred.get(firm, ()))
    return seated
