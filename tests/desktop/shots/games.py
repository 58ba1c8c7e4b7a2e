"""The games that pictures are taken of: each played once, by the advisor's plans, and looked at many times."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from assets.text import Texts
from game.desktop.match import Match
from game.desktop.tape import Tape
from game.session import PERSON, Session
from levels import loader

RACE, HALVES, LESSON = "september_2024", "september_2024_halves", "l0_first_cluster"


class Games:
    """`seed` is that of every game."""

    def __init__(self, seed: int = 11) -> None:
        self.seed = seed

    def play(self, level: str, people: Sequence[str], turns: int, most_orders: int = 999) -> Session:
        """A game after some turns, at most to its end; persons give orders as the advisor says, so many in all."""
        session = Session.new(loader.load(level), self.seed, dict.fromkeys(people, PERSON), None)
        texts = Texts()
        for _ in range(turns):
            if session.over:
                break
            for _ in people:
                match = Match(session, texts)
                match.orders = match.orders[:most_orders]
                most_orders -= len(match.orders)
                match.submit()
            session.advance()
        return session

    @cached_property
    def opening(self) -> Session:
        return self.play(RACE, ["xai"], 0)

    @cached_property
    def sixth(self) -> Session:
        return self.play(RACE, ["xai"], 5)

    @cached_property
    def ended(self) -> Session:
        return self.play(RACE, ["xai"], 99)

    @cached_property
    def judged(self) -> Session:
        """With few orders, each of which is judged by playing the game again without it."""
        return self.play(HALVES, ["xai"], 99, most_orders=2)

    @cached_property
    def shared(self) -> Session:
        return self.play(RACE, ["openai", "xai"], 0)

    @cached_property
    def watched(self) -> Session:
        return self.play(RACE, [], 3)

    @cached_property
    def thinking(self) -> Session:
        """With minds that weigh in all seats."""
        session = Session.new(loader.load(RACE), self.seed, {}, "operator")
        for _ in range(3):
            session.advance()
        return session

    @cached_property
    def lesson(self) -> Session:
        return self.play(LESSON, ["xai"], 0)

    @cached_property
    def lesson_ended(self) -> Session:
        return self.play(LESSON, ["xai"], 99)

    def tape(self, journal: Path) -> Tape:
        """The game of the sixth turn, read from a save."""
        if not journal.exists():
            self.sixth.save(journal)
        return Tape(Session.load(journal), journal)
