"""A team's plan in the making: what it takes, what is still worth a look, and the door's answers to what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from msgspec import Struct, to_builtins

from agents.desk import Quote
from game.telling.matters import Matter, in_a_line, matters_of, worth_a_look
from game.telling.ways import opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agents.desk import Advice
    from agents.orders import AnyOrder
    from agents.view import View
    from game.classroom.game import Game, Seat
    from game.session import Session
    from game.telling.history import History
    from game.telling.outcomes import Given
    from game.telling.wording import Words
    from levels.schema import Level


class Planned(Struct, frozen=True):
    """An order with what it takes; `refused` says why it would not be granted."""

    order: Any
    text: str
    icon: str
    why: str = ""
    cash: str = ""
    ready: str = ""
    refused: str = ""
    most: float = 0.0


class Look(Struct, frozen=True):
    text: str
    icon: str
    tone: str


class PlanView(Struct, frozen=True):
    orders: tuple[Planned, ...]
    cash_after: str
    short: bool
    """Whether cash would be below zero."""
    looks: tuple[Look, ...] = ()
    """What is worth a look before it is handed in."""
    looks_brief: str = ""
    """The same in a line."""


class Quoted(Struct, frozen=True):
    """The door's answer to one order."""

    text: str
    lines: tuple[tuple[str, str, str], ...] = ()
    ready: str = ""
    fill: str = ""
    after: str = ""
    refused: str = ""
    neutral: bool = False
    """Whether the refusal only says that nothing would change."""
    most: float = 0.0


@dataclass(slots=True)
class Layout:
    """A seat with a plan laid out (`game.telling.matters.Planner`)."""

    seat: Seat
    orders: Sequence[AnyOrder]
    advised: Sequence[Advice]
    refused: dict[int, str]
    cash_usd: int
    left_alone: frozenset[str] = frozenset()

    @property
    def firm(self) -> str:
        return self.seat.firm

    @property
    def session(self) -> Session:
        return self.seat.session

    @property
    def level(self) -> Level:
        return self.seat.level

    @property
    def view(self) -> View:
        return self.seat.view

    @property
    def words(self) -> Words:
        return self.seat.words

    @property
    def history(self) -> History:
        return self.seat.history

    @property
    def given(self) -> dict[str, Given]:
        return self.seat.given

    @property
    def knows_all(self) -> bool:
        return self.seat.knows_all

    @property
    def steering(self) -> bool:
        return self.view.me.alive and not self.session.over

    @property
    def initiative(self) -> int:
        return self.view.me.initiative

    @property
    def matters(self) -> list[Matter]:
        """They are the same whatever is laid out: found once a turn."""
        if self.seat.matters is None:
            self.seat.matters = matters_of(self)
        return self.seat.matters

    def troubles(self) -> dict[int, str]:
        return self.refused

    def cash_after(self) -> int:
        return self.cash_usd


def advised(game: Game, seat: Seat) -> PlanView:
    """The advisor's plan with its reasons."""
    advised = game.advice(seat.firm)
    reasons = {each.order: "; ".join(seat.words.text(reason) for reason in each.reasons) for each in advised}
    return plan_view(game, seat, [each.order for each in advised], reasons)


def plan_view(
    game: Game, seat: Seat, orders: Sequence[AnyOrder], reasons: dict[AnyOrder, str] | None = None
) -> PlanView:
    """A plan with what each order takes after those before it."""
    words, found, good = seat.words, [], list[Any]()
    why, refusals = reasons or {}, dict[int, str]()
    for place, order in enumerate(orders):
        answer = game.quote(seat.firm, good, order)
        text, icon = words.order(order), words.order_icon(order)
        if isinstance(answer, Quote):
            good.append(order)
            cash = words.figures.money(-answer.cash_usd, signed=True) if answer.cash_usd else ""
            found.append(
                Planned(to_builtins(order), text, icon, why.get(order, ""), cash, words.month(answer.ready_month))
            )
        else:
            refused = refusals[place] = words.text(answer.text)
            found.append(Planned(to_builtins(order), text, icon, why.get(order, ""), refused=refused, most=answer.most))
    after = game.desk(seat.firm).ready_cash(good)
    layout = Layout(seat, orders, game.advice(seat.firm), refusals, after)
    looks = worth_a_look(layout)
    return PlanView(
        tuple(found),
        words.figures.money(after),
        after < 0,
        tuple(Look(look.text, look.icon, look.tone) for look in looks),
        " · ".join(in_a_line(layout, looks)),
    )


def quoted(game: Game, seat: Seat, planned: Sequence[AnyOrder], order: AnyOrder) -> Quoted:
    """The door's answer to an order after those that are planned, in words."""
    words, figures = seat.words, seat.words.figures
    answer = game.quote(seat.firm, planned, order)
    text = words.order(order)
    if not isinstance(answer, Quote):
        neutral = answer.text.key == "refuse-no-change"
        return Quoted(text, refused=words.text(answer.text), neutral=neutral, most=answer.most)
    lines = [words.line(line) for line in answer.lines if line.text.key != "quote-policy"]
    after = game.desk(seat.firm).ready_cash([*planned, order])
    fill = figures.percent(answer.fill) if answer.fill < 0.995 else ""
    return Quoted(text, tuple(lines), words.month(answer.ready_month), fill, figures.money(after))


def beginning(game: Game, seat: Seat, planned: Sequence[AnyOrder], kind: str, group: str) -> dict[str, Any] | None:
    """The values with which the form of an option opens after the orders that are planned; None for no option."""
    option = next(
        (each for each in game.session.options(seat.firm, planned) if (each.kind, each.group) == (kind, group)), None
    )
    if option is None:
        return None
    return opening(option, lambda order: game.quote(seat.firm, planned, order))
