"""What the door says of orders beside the plan, kept until the plan or the month changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agents.desk import Quote, Refusal
    from agents.orders import AnyOrder
    from agents.view import Value
    from game.desktop.match import Match
    from game.door.options import Field, Option
    from game.outlook import Outlook

MOST_KEPT = 4000
NEUTRAL = "refuse-no-change"
"""A refusal that only says that nothing would change."""
ALONE = ("start_run", "release_model", "fund_chip", "repay", "borrow", "gpu_loan", "raise_equity")
"""Kinds of which one order a turn stands for all, whatever it chooses: the next is compared in its place."""

TELLING = ("built", "interruptible", "permitted", "slots")
"""Switches that make another order of it, not another way of the same."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The dry run of an order in its place: a quote, or why not."""

    order: AnyOrder
    place: int | None
    """The order of the plan that it would replace; None if it is added."""
    gives_way: int | None
    """The same, or the last one of a full plan."""
    planned: bool
    """Whether it stands in the plan as it is."""
    quote: Quote | None
    reason: str
    neutral: bool
    most: int

    @property
    def alone(self) -> bool:
        """Whether one order of its kind stands for all ways to give it."""
        return self.order.kind in ALONE

    def arg(self, line: str, name: str) -> Value | None:
        """A value of a line of the quote, None if there is no such line."""
        lines = self.quote.lines if self.quote is not None else ()
        return next((each.text.args.get(name) for each in lines if each.text.key == line), None)

    def number(self, line: str, name: str) -> float | None:
        found = self.arg(line, name)
        return float(found) if found is not None else None

    def usd(self, line: str) -> int | None:
        """What a line costs now."""
        lines = self.quote.lines if self.quote is not None else ()
        return next((each.usd for each in lines if each.text.key == line), None)


class Book:
    """Options and answers of one seat."""

    def __init__(self, match: Match) -> None:
        self.match = match
        self._stamp: tuple[Any, ...] = ()
        self._options: dict[tuple[AnyOrder, ...], list[Option]] = {}
        self._answers: dict[tuple[Any, ...], Quote | Refusal] = {}
        self._outlook: list[Outlook] | None = None

    def _turn(self) -> None:
        """Forget what was said of another month or to another seat."""
        stamp = (id(self.match.session), self.match.firm, self.match.view.month)
        if stamp != self._stamp or len(self._answers) > MOST_KEPT:
            self._stamp, self._outlook = stamp, None
            self._options.clear()
            self._answers.clear()

    def options(self, desk: str) -> list[Option]:
        self._turn()
        plan = tuple(self.match.orders)
        if plan not in self._options:
            self._options[plan] = self.match.session.options(self.match.firm, plan)
        return [option for option in self._options[plan] if option.desk == desk]

    def outlook(self) -> list[Outlook]:
        """Which leg binds now and later; empty for who is no lab."""
        self._turn()
        if self._outlook is None:
            is_lab = self.match.view.me.is_lab
            self._outlook = self.match.session.outlook(self.match.firm) if is_lab else []
        return self._outlook

    def quote(self, order: AnyOrder, place: int | None) -> Quote | Refusal:
        self._turn()
        key = (tuple(self.match.orders), place, order)
        if key not in self._answers:
            self._answers[key] = self.match.quote(order, place)
        return self._answers[key]

    def ask(self, option: Option, values: dict[str, Any]) -> Answer:
        """The answer to an option with these values and for all others the usual ones."""
        order = make(option, values)
        place = self.place_of(option, order)
        gives_way = place if place is not None or not self.match.full else len(self.match.orders) - 1
        answer = self.quote(order, gives_way)
        planned = place is not None and self.match.orders[place] == order
        if self.match.is_refused(answer):
            words = self.match.refusal(answer)  # type: ignore[arg-type]
            most = answer.most  # type: ignore[union-attr]
            return Answer(order, place, gives_way, planned, None, words, answer.text.key == NEUTRAL, most)  # type: ignore[union-attr]
        return Answer(order, place, gives_way, planned, answer, "", False, 0)  # type: ignore[arg-type]

    def ask_up_to(self, option: Option, values: dict[str, Any], name: str) -> Answer:
        """The same, with less of one amount where the door lets only less through."""
        answer = self.ask(option, values)
        bounds = next(field for field in option.fields if field.name == name)
        if answer.quote is None and bounds.low <= answer.most < values.get(name, bounds.default):
            less = self.ask(option, {**values, name: answer.most})
            return less if less.quote is not None else answer
        return answer

    def place_of(self, option: Option, order: AnyOrder) -> int | None:
        """Where the plan holds an order that this one would change rather than add to."""
        names = [] if option.kind in ALONE else [f.name for f in option.fields if _tells_apart(f)]
        for place, other in enumerate(self.match.orders):
            if other.kind == order.kind and all(getattr(other, name) == getattr(order, name) for name in names):
                return place
        return None


def _tells_apart(field: Field) -> bool:
    return field.kind == "choice" or (field.kind == "flag" and field.name in TELLING)


def make(option: Option, values: dict[str, Any]) -> AnyOrder:
    """The order of an option: given values inside the bounds of their fields, the usual for all others."""
    from game.door.options import make_order

    return make_order(option.kind, whole_values(option, values))


def whole_values(option: Option, values: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in option.fields:
        given = values.get(field.name)
        if field.kind == "choice":
            keys = [key for key, _ in field.choices]
            found[field.name] = given if given in keys else keys[0]
        elif field.kind == "flag":
            found[field.name] = bool(field.default if given is None else given)
        else:
            number = min(max(float(field.default if given is None else given), field.low), max(field.low, field.high))
            found[field.name] = int(number) if field.whole else number
    return found
