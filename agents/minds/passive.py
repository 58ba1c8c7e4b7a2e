"""A mind that gives no orders: standing orders stand. The measure that every other mind must beat."""

from agents.desk import Advice, Desk


class PassiveMind:
    """One-line rule: do nothing."""

    name = "passive"

    def advise(self, desk: Desk) -> list[Advice]:
        return []
