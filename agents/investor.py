"""Capital: investors that write term sheets, and banks that set credit limits."""

from typing import TYPE_CHECKING

import mesa
from msgspec import Struct

from agents.view import TermSheet

if TYPE_CHECKING:
    from levels.schema import Bank as BankFacts
    from levels.schema import Investor as InvestorFacts


class InvestorState(Struct):
    key: str
    """Id in the level."""
    placed_usd: int = 0
    """In the present quarter."""


class Prospect(Struct, frozen=True):
    """What an investor knows of a firm that looks for money."""

    firm: str
    fair_usd: float
    """Value by the field's formula."""
    independent: bool
    months_since_round: int


class Investor(mesa.Agent):
    """One-line rule: offer firms it may back its usual share, at fair value times its own factor, from what is left."""

    def __init__(self, model: mesa.Model, key: str, facts: "InvestorFacts", state: InvestorState) -> None:
        super().__init__(model)
        self.key = key
        self.facts = facts
        self.state = state

    def offer(self, prospect: Prospect, sentiment: float, cooldown_months: int) -> TermSheet | None:
        """A term sheet, or None if this is not for them."""
        facts = self.facts
        strategic_bar = prospect.independent and facts.firm is not None
        not_backed = bool(facts.backs) and prospect.firm not in facts.backs
        too_soon = prospect.months_since_round < cooldown_months
        if strategic_bar or not_backed or too_soon or facts.firm == prospect.firm:
            return None
        free_usd = int(facts.usd_per_quarter * sentiment) - self.state.placed_usd
        pre_usd = int(prospect.fair_usd * facts.valuation_factor)
        largest_usd = (
            int(pre_usd * facts.largest_share / (1.0 - facts.largest_share)) if facts.largest_share < 1 else free_usd
        )
        amount_usd = min(free_usd, largest_usd) // 1_000_000 * 1_000_000
        if amount_usd <= 0:
            return None
        return TermSheet(self.key, prospect.firm, facts.kind, pre_usd, amount_usd)


class Bank(mesa.Agent):
    """One-line rule: lend a share of the firm's value, up to the bank's cap."""

    def __init__(self, model: mesa.Model, key: str, facts: "BankFacts") -> None:
        super().__init__(model)
        self.key = key
        self.facts = facts

    def limit_usd(self, valuation_usd: int, share_of_value: float) -> int:
        return min(self.facts.revolver_cap_usd, int(valuation_usd * share_of_value))
