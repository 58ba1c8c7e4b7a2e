"""A seat as it is told of: what a face must know of it to say what came of its turn. Faces have classes that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from agents.view import View
    from game.session import Session
    from game.telling.history import History
    from game.telling.outcomes import Given
    from game.telling.wording import Words
    from levels.schema import Level


class Seat(Protocol):
    """One firm in a session, seen through its own eyes."""

    @property
    def firm(self) -> str: ...
    @property
    def session(self) -> Session: ...
    @property
    def level(self) -> Level: ...
    @property
    def view(self) -> View: ...
    @property
    def words(self) -> Words: ...
    @property
    def history(self) -> History: ...
    @property
    def knows_all(self) -> bool:
        """Whether nothing is hidden from who sits here: nobody plays, or the race is over."""
        ...

    @property
    def given(self) -> dict[str, Given]:
        """Plans as they were handed in last, by firm."""
        ...
