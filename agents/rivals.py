"""All labs but oneself, as a firm sees them: one mapping that everybody who looks shares."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agents.view import RivalView


class Rivals(Mapping[str, "RivalView"]):
    """All labs but oneself, by key. What is known of them is the same for all who look, and is shared."""

    def __init__(
        self, key: str, labs: dict[str, "RivalView"], best_first: Sequence["RivalView"], coming: Sequence["RivalView"]
    ) -> None:
        self._key = key
        self._labs = labs
        self._best_first = best_first
        self._coming = coming

    def __getitem__(self, key: str) -> "RivalView":
        if key == self._key:
            raise KeyError(key)
        return self._labs[key]

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._labs if key != self._key)

    def __len__(self) -> int:
        return len(self._labs) - (self._key in self._labs)

    def others(self) -> list["RivalView"]:
        """All of them at once, as `values` has them one by one."""
        return [rival for key, rival in self._labs.items() if key != self._key]

    def best_first(self) -> Iterator["RivalView"]:
        """Those in business, the best by the public list first."""
        return (rival for rival in self._best_first if rival.key != self._key)

    def coming(self) -> Iterator["RivalView"]:
        """Those of them with a finished model of which the press has told."""
        return (rival for rival in self._coming if rival.key != self._key)
