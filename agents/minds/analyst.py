"""The minds that weigh: every order that a rule or an idea proposes is scored, and the best are taken.

The analyst weighs by hand-set weights, the operator by weights that many games have found, with more attention. A
personality colours the proposals (its style sets sizes and thresholds) and the weights.
"""

from typing import TYPE_CHECKING

from msgspec import Struct, structs

from agents.desk import Advice, Considered, Desk
from agents.minds.beliefs import Attention, Beliefs, believe
from agents.minds.considerations import CONSIDERATIONS, KINDS, Consideration
from agents.minds.ideas import IDEAS
from agents.minds.playbook import PlaybookMind
from agents.minds.proposals import Proposal, Proposals
from agents.minds.weights import BY_HAND, Weights, of_personality
from agents.orders import Order
from agents.view import Text, View
from levels.words import personality_of

if TYPE_CHECKING:
    from agents.orders import AnyOrder
    from levels.schema import Style

REASONS = 3
"""Contributions that are told with an order."""
BIG = 0.1
"""Part of its free cash that an order takes or brings, from which on the mind looks anew at everything else."""
ANALYST = Attention(passes=2, considered=24, horizon_months=18, noise=0.15)
OPERATOR = Attention(passes=3, considered=60, horizon_months=30, noise=0.0)


class Weighed(Struct, frozen=True, gc=False):
    """A proposal with its score and what makes it, the largest part first."""

    proposal: Proposal
    score: float
    parts: tuple[tuple[float, Text], ...]

    @property
    def reasons(self) -> tuple[Text, ...]:
        """The largest parts that speak for it."""
        return tuple(text for value, text in self.parts[:REASONS] if value > 0.0) or (self.proposal.reason,)


class WeighingMind:
    """One-line rule: of all that could be ordered take what scores best, while initiative lasts."""

    def __init__(self, name: str, style: "Style", weights: Weights, attention: Attention) -> None:
        self.name = name
        self.attention = attention
        self.style = structs.replace(style, **_typed(style, weights.style)) if weights.style else style
        self.book = PlaybookMind(name, self.style)
        self.matters = weights.matters
        coloured = colours(self.style)
        self.weights = {key: weights.considerations.get(key, 0.0) * coloured.get(key, 1.0) for key in CONSIDERATIONS}
        self._looks: dict[type[Order], list[tuple[Consideration, float]]] = {}
        """By kind of order the considerations that may have something to say of it, with their weights."""

    def advise(self, desk: Desk) -> list[Advice]:
        return self._decide(desk, None)

    def weigh_up(self, desk: Desk) -> list[Considered]:
        """What it weighs when it decides, each order as it stood at the last look at it."""
        notes = Notes()
        self._decide(desk, notes)
        return notes.considered()

    def _decide(self, desk: Desk, notes: "Notes | None") -> list[Advice]:
        plan = Proposals(desk, self.book.taste, self.attention.considered)
        beliefs = believe(plan.view, self.attention)
        done: set[str] = set()
        for _ in range(self.attention.passes):
            self._propose(plan, beliefs, done)
            if not self._take(plan, beliefs, done, notes):
                break
        return plan.advice

    def weigh(self, proposal: Proposal, view: View, beliefs: Beliefs) -> Weighed:
        """A proposal's score: its matter's weight and every consideration times its own."""
        parts, score = [], self.matters.get(proposal.matter, 0.0)
        for look, weight in self._looks_at(type(proposal.order)):
            part = look(proposal, view, beliefs, self.style)
            if part is not None:
                value = weight * part.value
                score += value
                parts.append((value, part.text))
        parts.sort(key=_largest_first)
        return Weighed(proposal, score, tuple(parts))

    def _looks_at(self, kind: type[Order]) -> list[tuple[Consideration, float]]:
        known = self._looks.get(kind)
        if known is None:
            known = self._looks[kind] = [
                (look, self.weights[key])
                for key, look in CONSIDERATIONS.items()
                if key not in KINDS or kind in KINDS[key]
            ]
        return known

    def _propose(self, plan: Proposals, beliefs: Beliefs, done: set[str]) -> None:
        """Let every rule and idea propose that has not had its way this turn."""
        plan.forget()
        for name, look in self.book.matters:
            if name not in done:
                plan.matter = name
                look(plan)
        for name, idea in IDEAS.items():
            if name not in done:
                plan.matter = name
                idea(plan, beliefs, self.style)

    def _take(self, plan: Proposals, beliefs: Beliefs, done: set[str], notes: "Notes | None") -> bool:
        """Take the best proposals; whether one of them changes so much that it is worth to look anew."""
        view = plan.view
        ranked = sorted([self.weigh(each, view, beliefs) for each in plan.found], key=lambda each: -each.score)
        if notes is not None:
            notes.look(ranked)
        for weighed in ranked:
            if plan.spent or weighed.score <= 0.0:
                return False
            before = plan.cash_usd
            if plan.take(weighed.proposal, weighed.reasons):
                done.add(weighed.proposal.matter)
                if notes is not None:
                    notes.take(weighed, plan.orders[-1])
                if abs(before - plan.cash_usd) > BIG * max(1.0, beliefs.free_usd):
                    return True
        return False


class Notes:
    """What a mind weighs while it decides, for who watches it. No decision looks here."""

    def __init__(self) -> None:
        self._taken: list[Considered] = []
        self._left: dict[AnyOrder, Weighed] = {}

    def look(self, ranked: list[Weighed]) -> None:
        self._left |= {weighed.proposal.order: weighed for weighed in ranked}

    def take(self, weighed: Weighed, granted: "AnyOrder") -> None:
        """Taken, in the size that the desk has granted."""
        self._left.pop(weighed.proposal.order, None)
        self._taken.append(Considered(granted, weighed.score, weighed.parts, True))

    def considered(self) -> list[Considered]:
        """What was taken, in that order, then what was left, the best first."""
        taken = {each.order for each in self._taken}
        left = [Considered(order, each.score, each.parts, False) for order, each in self._left.items()]
        return [*self._taken, *sorted((each for each in left if each.order not in taken), key=lambda each: -each.score)]


def _largest_first(part: tuple[float, Text]) -> float:
    return -part[0]


def colours(style: "Style") -> dict[str, float]:
    """What a personality makes of the considerations: 1 is as much as others make of them."""
    return {
        "price": 0.6 + 0.4 * style.control,
        "purse": 1.5 - 0.8 * min(1.0, style.chip_appetite),
        "rival": 0.6 + 0.5 * style.poaching + 0.4 * style.haste,
        "soon": 0.6 + 0.8 * style.haste,
        "trust": 0.4 + 0.6 * style.good_neighbour + 3.0 * style.safety,
    }


def analyst(name: str, style: "Style") -> WeighingMind:
    """Weighs by hand-set weights."""
    return WeighingMind(name, style, BY_HAND, ANALYST)


def operator(name: str, style: "Style") -> WeighingMind:
    """Weighs by the weights that games have found for this personality."""
    return WeighingMind(name, style, of_personality(personality_of(name)), OPERATOR)


def _typed(style: "Style", values: dict[str, float]) -> dict[str, float | int]:
    """Found values, whole where the style holds whole numbers."""
    return {key: round(value) if isinstance(getattr(style, key), int) else value for key, value in values.items()}
