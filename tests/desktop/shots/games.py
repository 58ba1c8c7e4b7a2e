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

RACE, LESSON = "september_2024", "l0_first_cluster"


class Games:
    """`seed` is that of every game."""

    def __init__(self, seed: int = 11) -> None:
        self.seed = seed

    def play(self, level: str, people: Sequence[str], turns: int) -> Session:
        """A game after some turns, at most to its end."""
        session = Session.new(loader.load(level), self.seed, dict.fromkeys(people, PERSON), None)
        texts = Texts()
        while turns and not session.over:
            for _ in people:
                if session.missing():
                    Match(session, texts).submit()
            session.advance()
            turns -= 1
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
    def shared(self) -> Session:
        return self.play(RACE, ["openai", "xai"], 0)

    @cached_property
    def watched(self) -> Session:
        return self.play(RACE, [], 3)

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
