"""Capital: investors that write term sheets, banks and lenders that set limits."""

from collections.abc import Iterator
from math import exp
from typing import TYPE_CHECKING, Literal

import mesa
from msgspec import Struct

from agents.view import TermSheet

if TYPE_CHECKING:
    from levels.rules import CapitalRules, ControlRules, Rules
    from levels.schema import Bank as BankFacts
    from levels.schema import Investor as InvestorFacts
    from levels.schema import TermSheet as SheetFacts


class InvestorState(Struct):
    """What changes about an investor: how much of its purse is spent."""

    key: str
    """Id in the level."""
    placed_usd: int = 0
    """Invested in the present quarter, in USD."""


class Prospect(Struct, frozen=True):
    """What an investor knows of a firm that looks for money."""

    firm: str
    fair_usd: float
    """Value by the field's formula, as the talk of the quarter has it."""
    independent: bool
    months_since_round: int
    runway_months: float
    growth: float
    """Run-rate over that of twelve months ago."""
    run_rate_usd: float
    promise: bool
    """Whether its price is promise rather than revenue."""
    arena_elo: float


class Investor(mesa.Agent):
    """One-line rule: offer firms it may back its usual share at fair value times its factor, more for more say."""

    def __init__(self, model: mesa.Model, key: str, facts: "InvestorFacts", state: InvestorState) -> None:
        super().__init__(model)
        self.key = key
        self.facts = facts
        self.state = state

    def offers(
        self, prospect: Prospect, sentiment: float, capital: "CapitalRules", control: "ControlRules"
    ) -> Iterator[TermSheet]:
        """Term sheets, one for each kind of terms that it writes; none if this is not for them."""
        facts = self.facts
        strategic_bar = prospect.independent and facts.firm is not None
        not_backed = bool(facts.backs) and prospect.firm not in facts.backs and prospect.firm not in facts.woos
        too_soon = prospect.months_since_round < capital.cooldown_months
        if strategic_bar or not_backed or too_soon or facts.firm == prospect.firm:
            return
        free_usd = int(facts.usd_per_quarter * sentiment) - self.state.placed_usd
        sure = close_chance(prospect, sentiment, control) * (1.0 - facts.drop_out)
        for terms in facts.terms:
            goal, target = goal_of(prospect, terms, control)
            pre_usd = int(prospect.fair_usd * facts.valuation_factor * (1.0 + premium(terms, control)))
            share = facts.largest_share
            largest_usd = int(pre_usd * share / (1.0 - share)) if share < 1 else free_usd
            amount_usd = min(free_usd, largest_usd) // 1_000_000 * 1_000_000
            if amount_usd > 0:
                yield TermSheet(
                    self.key, prospect.firm, facts.kind, pre_usd, amount_usd, terms, goal, target, round(sure, 4)
                )

    def table(self, sheet: "SheetFacts", prospect: Prospect, rules: "Rules") -> TermSheet:
        """A sheet that lies on the table when the level starts."""
        goal, target = goal_of(prospect, sheet.terms, rules.control)
        sure = close_chance(prospect, 1.0, rules.control) * (1.0 - self.facts.drop_out)
        price, amount = sheet.pre_money_usd, sheet.amount_usd
        return TermSheet(
            self.key, sheet.firm, self.facts.kind, price, amount, sheet.terms, goal, target, round(sure, 4)
        )


def premium(terms: str, rules: "ControlRules") -> float:
    """What more an investor pays for a goal with a ratchet, and for a seat besides."""
    return {"milestone": rules.milestone_premium, "board": rules.board_premium}.get(terms, 0.0)


def goal_of(prospect: Prospect, terms: str, rules: "ControlRules") -> tuple[Literal["", "revenue", "rating"], float]:
    """What a conditional sheet asks to be reached: revenue that goes on growing, or a rating of a firm of promise."""
    if terms == "clean":
        return "", 0.0
    if prospect.promise:
        return "rating", float(round(prospect.arena_elo + rules.milestone_elo))
    factor = 1.0 + rules.milestone_growth * max(0.0, prospect.growth - 1.0)
    return "revenue", round(prospect.run_rate_usd * min(factor, rules.milestone_most), -6)


def close_chance(prospect: Prospect, sentiment: float, rules: "ControlRules") -> float:
    """P(close) = logistic(a0 + a1 (runway - 6) + a2 growth + a3 (S - 1)): sure for who needs it least."""
    odds = rules.close_base + rules.close_runway * (min(24.0, prospect.runway_months) - 6.0)
    odds += rules.close_growth * min(2.0, max(-1.0, prospect.growth - 1.0)) + rules.close_sentiment * (sentiment - 1.0)
    return 1.0 / (1.0 + exp(-odds))


class Bank(mesa.Agent):
    """One-line rule: lend on receivables and on cards that are not pledged, up to the bank's cap."""

    def __init__(self, model: mesa.Model, key: str, facts: "BankFacts") -> None:
        super().__init__(model)
        self.key = key
        self.facts = facts

    def limit_usd(self, base_usd: float) -> int:
        """What it lends of a borrowing base, in USD."""
        return max(0, min(self.facts.revolver_cap_usd, int(base_usd)))
