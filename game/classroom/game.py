"""The race under a room: a session with persons in all seats, whoever sits there. All of it runs in one thread.

Minds of empty seats decide at the same desk as students, and their plans are handed in by the same door.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from agents.desk import Advice, Quote, Refusal
from agents.minds import MINDS, make_mind
from assets.text import Texts
from game.classroom.trouble import ClassroomError, Denied
from game.door.desk import RaceDesk
from game.session import PERSON, Session
from game.telling.history import History
from game.telling.motives import nothing_to_hide
from game.telling.outcomes import Given
from game.telling.wording import Words

if TYPE_CHECKING:
    from agents.orders import AnyOrder
    from agents.view import View
    from game.forks import Fork
    from game.score import Result
    from game.telling.matters import Matter
    from levels.loader import Resolved
    from levels.schema import Level

Drop = Callable[[str], tuple[list["AnyOrder"], bool]]


@dataclass(slots=True)
class Seat:
    """One firm as its team sees it in this turn, in one language (`game.telling.seat.Seat`)."""

    firm: str
    session: Session
    view: View
    history: History
    words: Words
    given: dict[str, Given] = field(default_factory=dict)
    matters: list[Matter] | None = None
    """What wants an answer this turn, once it has been looked for."""

    @property
    def level(self) -> Level:
        return self.session.resolved.level

    @property
    def knows_all(self) -> bool:
        return nothing_to_hide(self.session)


class Game:
    """Raises ClassroomError when the save cannot be used."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.given: dict[str, Given] = {}
        self._turn = 0
        self._desks: dict[str, RaceDesk] = {}
        self._histories: dict[str, History] = {}
        self._seats: dict[tuple[str, str], Seat] = {}
        self._advice: dict[str, list[Advice]] = {}
        self._texts: dict[str, Texts] = {}

    @classmethod
    def new(cls, resolved: Resolved, seed: int, path: Path, rivals: str | None = None) -> Game:
        seats = dict.fromkeys(resolved.level.seats, PERSON)
        return cls(Session.new(resolved, seed, seats, rivals, path))

    @classmethod
    def load(cls, path: Path) -> Game:
        """Raises SaveError."""
        game = cls(Session.load(path, keep_writing=True))
        game.remember()
        return game

    @property
    def level(self) -> Level:
        return self.session.resolved.level

    @property
    def seats(self) -> tuple[str, ...]:
        return tuple(self.level.seats)

    def minds(self) -> list[str]:
        """Minds that may hold a seat here: styles of the level, and those of lessons."""
        return [*self.level.styles, *MINDS]

    def texts(self, language: str) -> Texts:
        if language not in self._texts:
            self._texts[language] = Texts(language)
        return self._texts[language]

    # --- what a seat sees ------------------------------------------------------------------------------

    def _refresh(self) -> None:
        if self._turn != self.session.turn:
            self._turn = self.session.turn
            for known in (self._desks, self._histories, self._seats, self._advice):
                known.clear()

    def forget(self) -> None:
        """The race is another now."""
        self._turn = 0

    def desk(self, firm: str) -> RaceDesk:
        self._refresh()
        if firm not in self._desks:
            self._desks[firm] = RaceDesk(self.session.race, firm, self.session.view(firm))
        return self._desks[firm]

    def seat(self, firm: str, language: str) -> Seat:
        """The firm through its own eyes."""
        desk = self.desk(firm)
        if firm not in self._histories:
            self._histories[firm] = History(self.session, firm, desk.view)
        if (firm, language) not in self._seats:
            words = Words(self.texts(language), self.level)
            words.learn_places(desk.view)
            words.learn_startups(desk.view)
            seat = Seat(firm, self.session, desk.view, self._histories[firm], words, self.given)
            self._seats[firm, language] = seat
        return self._seats[firm, language]

    def is_alive(self, firm: str) -> bool:
        return self.session.race.world.firms[firm].alive

    def advice(self, firm: str) -> list[Advice]:
        """The advisor's plan, as far as the door grants it."""
        desk = self.desk(firm)
        if firm not in self._advice:
            found: list[Advice] = []
            if self.is_alive(firm) and not self.session.over:
                most = desk.view.me.initiative
                for advice in self.session.advice(firm):
                    planned = [each.order for each in found]
                    if len(found) < most and isinstance(desk.quote(planned, advice.order), Quote):
                        found.append(advice)
            self._advice[firm] = found
        return self._advice[firm]

    def quote(self, firm: str, planned: Sequence[AnyOrder], order: AnyOrder) -> Quote | Refusal:
        return self.desk(firm).quote(planned, order)

    def refusals(self, firm: str, orders: Sequence[AnyOrder]) -> dict[int, Refusal]:
        """Orders that would be refused in their place of the plan."""
        found: dict[int, Refusal] = {}
        good: list[AnyOrder] = []
        for place, order in enumerate(orders):
            answer = self.quote(firm, good, order)
            if isinstance(answer, Refusal):
                found[place] = answer
            else:
                good.append(order)
        return found

    def as_granted(self, firm: str, orders: Sequence[AnyOrder]) -> list[AnyOrder]:
        """The orders of a plan that the door grants, in their order."""
        refused = self.refusals(firm, orders)
        return [order for place, order in enumerate(orders) if place not in refused]

    def plan_of_mind(self, firm: str, mind: str = "") -> list[AnyOrder]:
        """What the firm's own mind, or the one that is named, would order."""
        if not self.is_alive(firm):
            return []
        desk = self.session.race.desk(firm)
        thinker = make_mind(mind, self.level.styles) if mind else self.session.race.mind_of(firm)
        return self.as_granted(firm, [advice.order for advice in thinker.advise(desk)])

    # --- turns -----------------------------------------------------------------------------------------

    def play(self, plans: Mapping[str, Sequence[AnyOrder]]) -> str:
        """Hand in the plans of all living seats and play the turn; returns the digest."""
        given: dict[str, Given] = {}
        for firm in self.session.people:
            if not self.is_alive(firm):
                continue
            orders = self.as_granted(firm, plans.get(firm, ()))
            given[firm] = self._promise(firm, orders)
            if self.session.submit(firm, orders):
                self.session.submit(firm, ())
        self.session.advance()
        self.given.clear()
        self.given.update(given)
        self.forget()
        return self.session.turns[-1].digest

    def _promise(self, firm: str, orders: Sequence[AnyOrder]) -> Given:
        """A plan with the months in which its orders are expected."""
        desk = self.desk(firm)
        promised = []
        for place, order in enumerate(orders):
            answer = desk.quote(orders[:place], order)
            promised.append((order, getattr(answer, "ready_month", desk.view.month)))
        return Given(self.session.turn, tuple(promised), desk.view)

    def remember(self) -> None:
        """What was promised in the turn before this one, found in the journal again."""
        turns = len(self.session.turns)
        self.given.clear()
        if not turns:
            return
        snapshots, _ = self.session.snapshots()
        past = Game(self.session.as_of(turns - 1, snapshots[turns - 2] if turns > 1 else ""))
        try:
            for plan in self.session.plans:
                if plan.turn == turns:
                    self.given[plan.firm] = past._promise(plan.firm, plan.orders)
        finally:
            past.session.dispose()

    def undo_to(self, turn: int, path: Path) -> None:
        """Stand before a finished turn again; the game so far is kept beside it. Raises SaveError."""
        kept, number = path.with_name(f"{path.stem}-before-undo-1{path.suffix}"), 1
        while kept.exists():
            number += 1
            kept = path.with_name(f"{path.stem}-before-undo-{number}{path.suffix}")
        self.session.save(kept)
        snapshots, _ = self.session.snapshots()
        past = self.session.as_of(turn - 1, snapshots[turn - 2] if turn > 1 else "")
        past.go_on(path)
        self.session.dispose()
        self.session = past
        self.forget()
        self.remember()

    def result(self) -> Result:
        return self.session.result()

    def without(self, firm: str, turn: int, place: int) -> tuple[AnyOrder, Fork]:
        """The race beside itself without one order of a finished turn. Raises Denied."""
        from game.forks import Change, ForkError

        plan = next((plan for plan in self.session.plans if (plan.firm, plan.turn) == (firm, turn)), None)
        if plan is None or place >= len(plan.orders):
            raise Denied("room-no-order")
        order = plan.orders[place]
        number = sum(each.kind == order.kind for each in plan.orders[: place + 1])
        try:
            return order, self.session.fork(turn, [Change(firm, "drop", order.kind, number=number)])
        except ForkError as error:
            raise Denied("room-no-order") from error


def check_level(resolved: Resolved) -> None:
    """Raises ClassroomError for a level without seats."""
    if not resolved.level.seats:
        raise ClassroomError(f"{resolved.name}: has no firm to steer; choose a level with seats")
