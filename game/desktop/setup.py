"""What a game is to be started from."""

from __future__ import annotations

from dataclasses import dataclass

FULL_RACE = "september_2024"
"""The level that a new game opens on, and whose almanac and map stand where no game is open."""
LEVELS_OWN = "level"
"""Rivals as the level has them."""


@dataclass(frozen=True)
class Setup:
    """`rivals` is None for the level's own minds; `names` are of the persons, in the order of `firms`.

    `months_per_turn` is None for the level's own.
    """

    level: str
    firms: tuple[str, ...]
    rivals: str | None
    seed: int
    names: tuple[str, ...] = ()
    months_per_turn: int | None = None
    minds: tuple[tuple[str, str], ...] = ()
    """Firms that no person steers and whose mind is neither the rivals' nor the level's, each with its mind."""

    @property
    def sets(self) -> tuple[str, ...]:
        """Values of the level that are put in place of others."""
        return () if self.months_per_turn is None else (f"months_per_turn={self.months_per_turn}",)

    def named(self) -> dict[str, str]:
        """The names that were given, by firm."""
        return {firm: name for firm, name in zip(self.firms, self.names, strict=False) if name.strip()}
