"""The plan as it was at each step: undo and redo bring orders back together with the reasons for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agents.orders import AnyOrder
    from agents.view import Text

MOST = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan and, by order, why the advisor gave it."""

    orders: tuple[AnyOrder, ...] = ()
    reasons: dict[AnyOrder, tuple[Text, ...]] = field(default_factory=dict)


class Drafts:
    """Steps back and forward. A new step forgets what had been undone."""

    def __init__(self) -> None:
        self._past: list[Draft] = []
        self._future: list[Draft] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

    def forget(self) -> None:
        self._past, self._future = [], []

    def leave(self, now: Draft) -> None:
        """The plan is about to be changed."""
        self._past = [*self._past[1 - MOST :], now]
        self._future = []

    def undo(self, now: Draft) -> Draft | None:
        if not self._past:
            return None
        self._future.append(now)
        return self._past.pop()

    def redo(self, now: Draft) -> Draft | None:
        if not self._future:
            return None
        self._past.append(now)
        return self._future.pop()
