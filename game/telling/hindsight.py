"""What a person's orders were worth, found by playing the game again without each of them; and what was foreseen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from game.telling.moments import moments

if TYPE_CHECKING:
    from agents.orders import AnyOrder
    from game.forks import Fork
    from game.session import Session

Result = TypeVar("Result")
MOST_FORKS = 10
AHEAD_QUARTERS = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """`worth` is what the result would lack without the order, in points (or the goal's unit); more is better."""

    turn: int
    order: AnyOrder
    worth: float


def candidates(session: Session, firm: str) -> list[tuple[int, int, AnyOrder]]:
    """Turn, number among its kind and order: those of turning points first, as many as can be tried."""
    plans = {plan.turn: plan.orders for plan in session.plans if plan.firm == firm and plan.turn <= len(session.turns)}
    turns = [moment.turn for moment in sorted(moments(session, firm), key=lambda moment: -abs(moment.by))]
    turns += [turn for turn in sorted(plans) if turn not in turns]
    found = []
    for depth in range(3):
        for turn in turns:
            orders = plans.get(turn, ())
            if depth < len(orders):
                order = orders[depth]
                number = sum(each.kind == order.kind for each in orders[: depth + 1])
                found.append((turn, number, order))
    return found[:MOST_FORKS]


def without(session: Session, firm: str, turn: int, order: AnyOrder, number: int) -> Fork:
    """The game beside itself without one order. Raises ForkError."""
    from game.forks import Change

    return session.fork(turn, [Change(firm, "drop", order.kind, number=number)])


def worth(session: Session, firm: str, fork: Fork) -> float:
    """What the firm's result has by the order."""
    goal = session.resolved.level.goal
    sides = fork.scores[firm]
    by = float(sides.was) - float(sides.fork)
    return -by if goal is not None and goal.least else by


class Rest(Protocol):
    """Does a piece of work while the world rests, as `Match.at_rest` does."""

    def __call__(self, work: Callable[[], Result], /) -> Result: ...


def judge(
    session: Session, firm: str, told: Callable[[int, int], None], stopped: Callable[[], bool], rest: Rest
) -> list[Verdict]:
    """Try the candidates one by one; `told(done, all)` hears of each. The most useful order first.

    Each is tried by itself while the world rests, so that a race that goes on waits for no more than one.
    """
    from game.forks import ForkError

    waiting, found = rest(lambda: candidates(session, firm)), []
    for number, (turn, count, order) in enumerate(waiting):
        if stopped():
            break
        try:
            fork = rest(partial(_unless, stopped, partial(without, session, firm, turn, order, count)))
            if fork is None:
                break
            found.append(Verdict(turn, order, worth(session, firm, fork)))
        except ForkError:
            continue
        told(number + 1, len(waiting))
    return sorted(found, key=lambda verdict: -verdict.worth)


def _unless(stopped: Callable[[], bool], work: Callable[[], Fork]) -> Fork | None:
    return None if stopped() else work()


def foreseen(session: Session, firm: str, stopped: Callable[[], bool], rest: Rest) -> list[tuple[int, str, str]]:
    """Month, what was expected half a year before to bind then, and what did bind, where both are known.

    Each turn is looked at by itself while the world rests.
    """
    from game.record import COLUMNS

    at = {column.name: place for place, column in enumerate(COLUMNS)}
    rows = rest(lambda: list(session.race.recorder.rows))
    happened = [str(row[at["binding"]]) for row in rows if row[at["firm"]] == firm]
    if session.resolved.level.firms[firm].lab is None:
        return []
    snapshots, _ = rest(session.snapshots)

    def look_ahead(turn: int) -> list[tuple[int, str]]:
        if stopped():
            return []
        past = session.as_of(turn, snapshots[turn - 1] if turn else "")
        try:
            half_a_year = past.race.month + 3 * AHEAD_QUARTERS
            return [(look.month, look.binding) for look in past.outlook(firm) if look.month == half_a_year]
        finally:
            past.dispose()

    found = []
    for turn in range(len(snapshots)):
        for month, binding in rest(partial(look_ahead, turn)):
            if month < len(happened):
                found.append((month, binding, happened[month]))
    return found
