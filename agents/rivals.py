"""All labs but oneself, as a firm sees them: one field that everybody who looks shares."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agents.view import RivalView


class Field:
    """All labs as the public sees them in a month, the same for all who look."""

    def __init__(
        self, labs: dict[str, "RivalView"], best_first: Sequence["RivalView"], coming: Sequence["RivalView"]
    ) -> None:
        self.labs = labs
        self.best_first = best_first
        self.coming = coming
        self.kept: dict[str, Any] = {}
        """What has been worked out of it and holds for all who look, by a name for it."""


class Rivals(Mapping[str, "RivalView"]):
    """All labs but oneself, by key: the shared field without the one who looks."""

    def __init__(self, key: str, field: Field) -> None:
        self.key = key
        self.field = field
        self._labs = field.labs

    def __getitem__(self, key: str) -> "RivalView":
        if key == self.key:
            raise KeyError(key)
        return self._labs[key]

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._labs if key != self.key)

    def __len__(self) -> int:
        return len(self._labs) - (self.key in self._labs)

    def others(self) -> list["RivalView"]:
        """All of them at once, as `values` has them one by one."""
        return [rival for key, rival in self._labs.items() if key != self.key]

    def best_first(self) -> Iterator["RivalView"]:
        """Those in business, the best by the public list first."""
        return (rival for rival in self.field.best_first if rival.key != self.key)

    def coming(self) -> Iterator["RivalView"]:
        """Those of them with a finished model of which the press has told."""
        return (rival for rival in self.field.coming if rival.key != self.key)
