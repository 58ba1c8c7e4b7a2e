"""What a desk lays side by side: offers with cells, the measures that compare them, knobs that they share.

Nothing here draws or knows a rule: cells come from the door's answers (`book`) and from what the firm sees.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.desktop.screens.desks.book import Answer
    from game.door.options import Option

Fact = tuple[str, str, str]
"""Name, figure and tone."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of an offer. `rank` is what it is compared by; without it the cell takes no part."""

    text: str
    rank: float | None = None
    tone: str = "text"


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of a comparison. `better` is 1 if more is better, -1 if less is, 0 if it only tells."""

    key: str
    name: str
    better: int = 0
    tip: str = ""


@dataclass(slots=True)
class Offer:
    """One way to decide. Without `option` it is there to compare with, and cannot be planned."""

    key: str
    title: str
    icon: str = ""
    note: str = ""
    option: Option | None = None
    values: dict[str, Any] = field(default_factory=dict)
    answer: Answer | None = None
    cells: dict[str, Cell] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    tip: str = ""

    @property
    def reason(self) -> str:
        return self.answer.reason if self.answer is not None else ""

    @property
    def is_open(self) -> bool:
        """Whether it can be planned, or only compares."""
        return not self.reason

    @property
    def is_planned(self) -> bool:
        """Whether the plan holds this way, with these values or others."""
        answer = self.answer
        return answer is not None and (answer.planned or (answer.place is not None and not answer.alone))


def merge_alike(offers: Sequence[Offer], note: Callable[[int], str]) -> list[Offer]:
    """One offer for all that say the same and are not planned; `note(others)` says how many more there are."""
    kept: dict[object, list[Offer]] = {}
    for offer in offers:
        said = tuple(sorted((key, cell.text) for key, cell in offer.cells.items()))
        same = (said, offer.reason, offer.note, offer.key if offer.is_planned else "")
        kept.setdefault(same, []).append(offer)
    found = []
    for first, *others in kept.values():
        if others:
            first.note = " ".join(part for part in (first.note, note(len(others))) if part)
        found.append(first)
    return found


@dataclass(slots=True)
class Compare:
    """Offers side by side. `empty` is said when there is none."""

    key: str
    title: str
    measures: Sequence[Measure]
    offers: Sequence[Offer]
    note: str = ""
    empty: str = ""
    as_rows: bool | None = None

    def best(self, measure: Measure) -> set[str]:
        """Keys of the offers that are best by a measure; none where most of those that are open are equal."""
        ranked = {
            offer.key: cell.rank
            for offer in self.offers
            if offer.is_open and (cell := offer.cells.get(measure.key)) is not None and cell.rank is not None
        }
        if not measure.better or len(set(ranked.values())) < 2:
            return set()
        top = max(rank * measure.better for rank in ranked.values())
        found = {key for key, rank in ranked.items() if rank * measure.better == top}
        return found if 2 * len(found) <= len(ranked) else set()

    def shown(self) -> list[Measure]:
        """Measures of which anything is known."""
        return [measure for measure in self.measures if any(measure.key in offer.cells for offer in self.offers)]


@dataclass(slots=True)
class Group:
    """Offers that have little in common: cards, each with facts of its own."""

    key: str
    title: str
    offers: Sequence[Offer]
    note: str = ""


@dataclass(slots=True)
class Knob:
    """A value that the offers of a page share."""

    key: str
    name: str
    kind: str
    value: Any
    low: float = 0.0
    high: float = 0.0
    step: float = 1.0
    show: Callable[[float], str] = str
    choices: Sequence[tuple[str, str]] = ()
    mark: float | None = None


__all__ = ["Cell", "Compare", "Fact", "Group", "Knob", "Measure", "Offer", "merge_alike"]
