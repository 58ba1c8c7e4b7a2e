"""A game as it stood after every turn: to look at any of them, through one firm's eyes or openly, and to fork there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop.match import Match
from game.telling.history import History

if TYPE_CHECKING:
    from agents.orders import AnyOrder
    from agents.view import SiteView
    from assets.text import Texts
    from game.session import Session

OPEN = ""
"""In place of a firm: everybody's figures and sites as they are."""


class Tape:
    """`differs_at` is the first turn that came out otherwise when it was played again, 0 if none did.

    Raises SaveError where a snapshot cannot be read.
    """

    def __init__(self, whole: Session, path: Path | None = None) -> None:
        self.whole, self.path = whole, path
        self.snapshots, self.differs_at = whole.snapshots()

    @property
    def turns(self) -> int:
        return len(self.snapshots)

    def at(self, turn: int) -> Session:
        """The game after a turn, 0 for the opening."""
        return self.whole.as_of(turn, self.snapshots[turn - 1] if turn else "")

    def fork(self, turn: int, firm: str) -> Session:
        """The same, to be played on: by the persons who played it, or where only minds did, by whoever takes `firm`."""
        from game.session import PERSON

        seats = self.whole.seats if self.whole.people else {**self.whole.seats, firm: PERSON}
        return self.whole.as_of(turn, self.snapshots[turn - 1] if turn else "", seats)

    def orders(self, turn: int, firm: str) -> tuple[AnyOrder, ...]:
        """What a person ordered in a turn."""
        plans = [plan for plan in self.whole.plans if plan.turn == turn and plan.firm == firm]
        return tuple(plans[-1].orders) if plans else ()

    def close(self) -> None:
        self.whole.dispose()


class PastMatch(Match):
    """A match that stands at one turn of a tape and can be moved to another."""

    def __init__(self, tape: Tape, texts: Texts, turn: int, firm: str = OPEN) -> None:
        self.tape, self.turn, self.eyes = tape, turn, firm
        super().__init__(tape.at(turn), texts)
        self.watching = True
        self.look(firm)

    def look(self, firm: str) -> None:
        """Through a firm's eyes, or with OPEN through nobody's."""
        self.eyes = firm
        self.see(firm or (self.people or self.level.seats)[0])

    def see(self, firm: str) -> None:
        super().see(firm)
        if self.eyes == OPEN:
            self.history = History(self.session, firm, bare=True)

    @property
    def seen_sites(self) -> dict[str, SiteView]:
        """With OPEN those of every seat."""
        if self.eyes != OPEN:
            return self.view.sites
        return {key: site for seat in self.level.seats for key, site in self.session.view(seat).sites.items()}

    @property
    def knows_all(self) -> bool:
        """A past that may be looked at openly hides nothing."""
        return True

    def move_to(self, turn: int) -> None:
        self.session.dispose()
        self.turn, self.session = turn, self.tape.at(turn)
        self.people = self.session.people
        self.look(self.eyes)

    def ordered(self) -> tuple[AnyOrder, ...]:
        """What the firm orders from this board: a person as the journal tells, a mind as it decides again."""
        if self.session.over or not self.view.me.alive or self.turn >= self.tape.turns:
            return ()
        if self.firm in self.people:
            return self.tape.orders(self.turn + 1, self.firm)
        return tuple(self.session.race.decide(self.firm).orders)
