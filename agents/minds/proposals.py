"""A plan in the making that weighs before it takes: rules propose orders here, nothing is planned until it is taken."""

from msgspec import Struct

from agents.desk import Desk, Quote
from agents.minds.draft import Draft, Taste
from agents.orders import AnyOrder
from agents.view import Text


class Proposal(Struct, frozen=True, gc=False):
    """An order that a rule would give, with what the desk says of it."""

    matter: str
    """Which rule proposes it."""
    order: AnyOrder
    quote: Quote
    reason: Text


class Proposals(Draft):
    """A draft to which rules add freely: each order is quoted after those taken so far, and kept to be weighed."""

    def __init__(self, desk: Desk, taste: Taste, most: int) -> None:
        super().__init__(desk, taste)
        self.matter = ""
        """The rule that is looking now."""
        self.found: list[Proposal] = []
        self._most = most
        self._proposed: set[AnyOrder] = set()

    @property
    def full(self) -> bool:
        """Whether attention is used up: rules may propose more than initiative lets pass."""
        return len(self.found) >= self._most

    @property
    def spent(self) -> bool:
        """Whether initiative is used up."""
        return len(self.orders) >= self.view.me.initiative

    def add(self, order: AnyOrder, *reasons: Text) -> Quote | None:
        """Propose an order, if the desk grants it; returns its quote."""
        granted = None if self.full else self.fit(order)
        if granted is None:
            return None
        order, quote = granted
        if order not in self._proposed:
            self._proposed.add(order)
            self.found.append(Proposal(self.matter, order, quote, reasons[0]))
        return quote

    def take(self, proposal: Proposal, reasons: tuple[Text, ...]) -> bool:
        """Plan a proposed order, if the desk still grants it after what was taken meanwhile."""
        granted = self.fit(proposal.order)
        if granted is None:
            return False
        self.plan(granted[0], reasons)
        return True

    def forget(self) -> None:
        """Clear what was proposed and not taken, to look anew."""
        self.found, self._proposed = [], set()
