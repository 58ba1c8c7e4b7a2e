"""Minds that can show what they weigh; asked for while a game is watched."""

from typing import Protocol, runtime_checkable

from agents.desk import Considered, Desk, Mind


@runtime_checkable
class Weighing(Mind, Protocol):
    """A mind that can show what it weighs."""

    def weigh_up(self, desk: Desk) -> list[Considered]:
        """What it would weigh for this turn: what it takes, in its order, then what it leaves, the best first."""
        ...
