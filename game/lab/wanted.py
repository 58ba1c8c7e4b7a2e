"""A measure that somebody wants of a game. It stands apart so that asking loads no engine."""

from msgspec import Struct


class Wanted(Struct, frozen=True):
    """A measure by name, and whose."""

    measure: str
    firm: str

    @property
    def key(self) -> str:
        return f"{self.measure} {self.firm}"
