"""A session as one seat after the other plays it: the plan in the making, its quotes, and what was learnt so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from assets.text import Texts
from game.desktop.drafts import Draft, Drafts
from game.telling.entry import Entry
from game.telling.history import History
from game.telling.matters import Matter, matters_of
from game.telling.motives import nothing_to_hide
from game.telling.outcomes import Given
from game.telling.report import entries_of, news_since
from game.telling.weighing import weighed
from game.telling.wording import Words

if TYPE_CHECKING:
    from agents.desk import Advice, Quote, Refusal
    from agents.orders import AnyOrder, Plan
    from agents.view import News, SiteView, Text, View
    from game.door.options import Option
    from game.session import Session


Done = TypeVar("Done")
MOST_NEWS, AT_ONCE, MOST_MINDS = 120, 4, 12
"""News for which the words are found while the months pass, a few at a time; minds that are watched."""


class Match:
    """`firm` is the seat whose turn it is, or the firm that spectators look at."""

    def __init__(self, session: Session, texts: Texts, journal: Path | None = None) -> None:
        self.session, self.journal = session, journal
        self.level, self.level_name = session.resolved.level, session.resolved.name
        self.words = Words(texts, self.level)
        self.people = session.people
        self.watching = not self.people
        self.players: dict[str, str] = {}
        self.origin: dict[str, dict[str, tuple[float | None, ...]]] = {}
        """Of a fork: the series of the game that it left, by measure and firm, exact."""
        self.kept: dict[str, Plan] = {}
        """Plans in the making, by firm, as they stand beside the journal."""
        self.guide_step = 0
        """Of a level that teaches: the step on show, past the last when the guide has ended."""
        self.told_of_end = set[str]()
        self.given: dict[str, Given] = {}
        self.orders: list[AnyOrder] = []
        self.reasons: dict[AnyOrder, tuple[Text, ...]] = {}
        self.drafts = Drafts()
        self.advised: list[Advice] = []
        self.left_alone = set[str]()
        self._matters: list[Matter] | None = None
        self._weighed: dict[str, list[Entry]] = {}
        self._weighed_at = (0, "")
        self._resting = Lock()
        waiting = session.missing()
        self.firm = (waiting or self.people or self.level.seats)[0]
        self.see(self.firm)

    # --- what the seat sees ----------------------------------------------------------------------------

    def see(self, firm: str) -> None:
        """Look through a firm's eyes, with the advisor's plan laid out."""
        self.firm = firm
        self.view: View = self.session.view(firm)
        self.words.learn_places(self.view)
        self.words.learn_startups(self.view)
        self.history = History(self.session, firm, self.view)
        self.orders, self.reasons = [], {}
        self.advised, self.left_alone, self._matters = [], set(), None
        if self.steering:
            self.advised = self._advice()
            self.advise()
            kept = self.kept.get(firm)
            if kept is not None and kept.turn == self.session.turn:
                self.orders = list(kept.orders)
        self.drafts.forget()

    @property
    def seen_sites(self) -> dict[str, SiteView]:
        """The campuses that are seen as they are: one's own."""
        return self.view.sites

    @property
    def steering(self) -> bool:
        """Whether a person gives this firm's orders now."""
        return not self.watching and self.view.me.alive and not self.session.over

    @property
    def knows_all(self) -> bool:
        """Whether nothing is hidden from who looks: nobody plays, or the race is over."""
        return nothing_to_hide(self.session)

    @property
    def alive(self) -> bool:
        return self.view.me.alive

    @property
    def living_people(self) -> list[str]:
        return [firm for firm in self.people if self.session.view(firm).me.alive]

    def leader(self) -> str:
        """The living seat of the highest valuation."""
        rivals = [rival for rival in self.view.rivals.values() if rival.alive and rival.seat]
        return max(rivals, key=lambda rival: (rival.valuation_usd, rival.key)).key if rivals else self.firm

    def news_since(self, months: int) -> list[News]:
        """News of the last months, newest first, one's own before others' in a month."""
        return news_since(self, months)

    # --- the plan --------------------------------------------------------------------------------------

    @property
    def initiative(self) -> int:
        return self.view.me.initiative

    @property
    def full(self) -> bool:
        return len(self.orders) >= self.initiative

    def advise(self) -> None:
        """Lay out the advisor's plan in place of what was planned."""
        if not self.advised and not self.orders:
            return
        self._remember()
        self.orders, self.reasons = [], {}
        for advice in self.advised:
            if not self.full and not self.is_refused(self.quote(advice.order)):
                self.orders.append(advice.order)
                self.reasons[advice.order] = tuple(advice.reasons)

    @property
    def matters(self) -> list[Matter]:
        """What wants an answer this turn, whatever the plan."""
        if self._matters is None:
            self._matters = matters_of(self)
        return self._matters

    def leave_alone(self, matter: Matter) -> None:
        self.left_alone.add(matter.key)

    def _advice(self) -> list[Advice]:
        return self.session.advice(self.firm)

    def put(self, order: AnyOrder, place: int | None = None) -> None:
        """Add an order, or lay it in the place of another."""
        self._remember()
        if place is None:
            self.orders = [*self.orders, order]
        else:
            self.orders = [*self.orders[:place], order, *self.orders[place + 1 :]]

    def drop(self, place: int) -> None:
        self._remember()
        self.orders = [*self.orders[:place], *self.orders[place + 1 :]]

    def reset(self) -> None:
        self._remember()
        self.orders = []

    def lay_out(self, orders: Sequence[AnyOrder]) -> None:
        """Lay out a plan as it was once given, as far as it would be granted now."""
        if not orders:
            return
        self._remember()
        self.orders, self.reasons = [], {}
        for order in orders:
            if not self.full and not self.is_refused(self.quote(order)):
                self.orders.append(order)

    def move(self, place: int, to: int) -> bool:
        """Put an order of the plan in another place: what comes first is paid first. Whether it moved."""
        to = max(0, min(len(self.orders) - 1, to))
        if not 0 <= place < len(self.orders) or to == place:
            return False
        self._remember()
        orders = list(self.orders)
        orders.insert(to, orders.pop(place))
        self.orders = orders
        return True

    def undo(self) -> bool:
        return self._take(self.drafts.undo(self._draft()))

    def redo(self) -> bool:
        return self._take(self.drafts.redo(self._draft()))

    @property
    def can_undo(self) -> bool:
        return self.drafts.can_undo

    @property
    def can_redo(self) -> bool:
        return self.drafts.can_redo

    def _draft(self) -> Draft:
        return Draft(tuple(self.orders), dict(self.reasons))

    def _take(self, draft: Draft | None) -> bool:
        if draft is None:
            return False
        self.orders, self.reasons = list(draft.orders), dict(draft.reasons)
        return True

    def _remember(self) -> None:
        self.drafts.leave(self._draft())

    def why(self, order: AnyOrder) -> list[str]:
        """The advisor's reasons for an order, the strongest first, if it is his."""
        return [self.words.text(reason) for reason in self.reasons.get(order, ())]

    # --- quotes ----------------------------------------------------------------------------------------

    def quote(self, order: AnyOrder, place: int | None = None) -> Quote | Refusal:
        """The dry run of an order at the end of the plan, or in the place of another."""
        return self.session.quote(self.firm, self.planned(place), order)

    def planned(self, place: int | None = None) -> list[AnyOrder]:
        """The plan, without the order at `place`."""
        return [order for n, order in enumerate(self.orders) if n != place]

    def cash_after(self, orders: Sequence[AnyOrder] | None = None) -> int:
        return self.session.ready_cash(self.firm, self.orders if orders is None else orders)

    def quote_of(self, place: int) -> Quote | None:
        """The quote of a planned order after those before it; None if it would be refused."""
        answer = self.session.quote(self.firm, self.orders[:place], self.orders[place])
        return None if self.is_refused(answer) else answer  # type: ignore[return-value]

    def troubles(self) -> dict[int, str]:
        """Orders of the plan that would be refused in their place, and why."""
        found: dict[int, str] = {}
        good: list[AnyOrder] = []
        for place, order in enumerate(self.orders):
            answer = self.session.quote(self.firm, good, order)
            if self.is_refused(answer):
                found[place] = self.refusal(answer)  # type: ignore[arg-type]
            else:
                good.append(order)
        return found

    def options(self, desk: str) -> list[Option]:
        return [option for option in self.session.options(self.firm, self.orders) if option.desk == desk]

    def place_of(self, option: Option) -> int | None:
        """Where a standing order or a term sheet is planned already."""
        if not option.group:
            return None
        for place, order in enumerate(self.orders):
            if order.kind == option.kind and option.group in (
                getattr(order, "policy", ""),
                getattr(order, "investor", ""),
            ):
                return place
        return None

    def option_of(self, order: AnyOrder) -> Option | None:
        """The option from which an order of the plan was made."""
        group = getattr(order, "policy", "") or (order.investor if order.kind == "raise_equity" else "")  # type: ignore[union-attr]
        for option in self.session.options(self.firm, self.orders):
            if option.kind == order.kind and option.group == group:
                return option
        return None

    @staticmethod
    def is_refused(answer: Quote | Refusal) -> bool:
        return not hasattr(answer, "cash_usd")

    def refusal(self, answer: Refusal) -> str:
        return self.words.text(answer.text)

    # --- the turn --------------------------------------------------------------------------------------

    def submit(self) -> list[tuple[AnyOrder, Refusal]]:
        """Hand in this seat's plan, and keep what was promised of it for the report."""
        turn, view, promised = self.session.turn, self.view, self._promised()
        refused = self.session.submit(self.firm, self.orders)
        if not refused:
            self.given[self.firm] = Given(turn, promised, view)
        return refused

    def _promised(self) -> tuple[tuple[AnyOrder, int], ...]:
        """The orders of the plan with the months in which they are expected."""
        found = []
        for place, order in enumerate(self.orders):
            answer = self.session.quote(self.firm, self.orders[:place], order)
            found.append((order, getattr(answer, "ready_month", self.view.month)))
        return tuple(found)

    def advance(self, give_way: Callable[[], None]) -> None:
        """Play the turn, in a thread that gives way to frames, and find the words that the board will then need: they
        take longer than the frame that shows them may."""
        self.session.advance(give_way)
        self.words.learn_places(self.session.view(self.firm))
        for firm in self.minds if self.watching else ():
            give_way()
            self.weighed(firm)
        newest = news_since(self, self.session.race.month)[:MOST_NEWS]
        for first in range(0, len(newest), AT_ONCE):
            give_way()
            entries_of(self, newest[first : first + AT_ONCE])

    @property
    def minds(self) -> list[str]:
        """The living seats that minds hold, as many as can be watched at once."""
        firms = self.session.race.world.firms
        return [seat for seat in self.level.seats if firms[seat].alive and seat not in self.session.people][:MOST_MINDS]

    def weighed(self, firm: str) -> list[Entry]:
        """What a firm's mind weighs for the coming turn; it is asked once a turn."""
        asked = (self.session.turn, self.words.texts.language)
        if self._weighed_at != asked:
            self._weighed_at, self._weighed = asked, {}
        if firm not in self._weighed:
            self._weighed[firm] = weighed(self.session, self.words, firm)
        return self._weighed[firm]

    def at_rest(self, work: Callable[[], Done]) -> Done:
        """Do what needs the world at rest, or what moves it, one after the other; from any thread."""
        with self._resting:
            return work()

    def spoken_anew(self) -> None:
        """The words have changed: forget sentences in the old ones."""
        self._matters = None

    def next_seat(self) -> str | None:
        """Who is to plan now; None when all have."""
        return next(iter(self.session.missing()), None)

    def fallen(self) -> list[str]:
        """Persons whose firm has gone since they were last told; each is named once."""
        gone = [firm for firm in self.people if firm not in self.told_of_end and not self.session.view(firm).me.alive]
        self.told_of_end.update(gone)
        return gone
