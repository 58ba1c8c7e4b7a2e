"""Minds of the lesson on runway: the same purchases every turn, paid by shares, by loans, or by both."""

from agents.desk import Advice, Desk
from agents.minds.draft import Draft, why
from agents.orders import AskLenders, Borrow, GpuLoan, OrderCards, RaiseEquity

CARDS = 8_000
"""Cards that each of them buys every turn while the purse bears it."""
CUSHION = 1.3
"""Cash it wants in hand, relative to what a round must pay for."""
LEAST_USD = 50_000_000


class RunwayMind:
    """One-line rule: buy the same cards each turn; find the money in the way that is one's own."""

    def __init__(self, name: str, shares: float, loans: float, *, asks: bool = True) -> None:
        self.name = name
        self.shares = shares
        self.loans = loans
        self.asks = asks
        """Whether it talks to its lenders as soon as a covenant is broken, or hopes that rents recover."""

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk)
        view, me = draft.view, draft.view.me
        left = -(-(view.last_month - view.month) // view.months_per_turn)
        chip, offer = next(iter(view.offers.chips.items()), ("", None))
        if offer is None or left < 2:
            return draft.advice
        cost_usd = int(CARDS * offer.price_usd * (1.0 + view.integration))
        if self.asks and me.breach in ("service", "value"):
            draft.add(AskLenders(), why("lenders"))
        if self.loans > 0.0:
            self._borrow(draft)
        short = int(CUSHION * 2 * cost_usd) + me.committed_usd - draft.cash_usd
        if self.shares > 0.0 and short > LEAST_USD:
            self._sell(draft, int(short * self.shares))
        if draft.cash_usd - me.committed_usd > cost_usd:
            site = next(iter(view.sites))
            draft.add(
                OrderCards(chip, CARDS, site), why("cards", chip=view.chips[chip].name, site=view.sites[site].name)
            )
        return draft.advice

    def _borrow(self, draft: Draft) -> None:
        me = draft.view.me
        loan = int(me.loan_room_usd * self.loans) // 1_000_000 * 1_000_000
        if loan >= LEAST_USD:
            draft.add(GpuLoan(loan), why("pledge", cover=round(me.dscr, 1)))
        credit = int(me.credit_usd * self.loans) // 1_000_000 * 1_000_000
        if credit >= LEAST_USD and me.runway_months < 6.0:
            draft.add(Borrow(credit), why("borrow", months=round(me.runway_months)))

    def _sell(self, draft: Draft, wanted_usd: int) -> None:
        sheets = [sheet for sheet in draft.view.offers.sheets if sheet.terms == "clean"]
        for sheet in sorted(sheets, key=lambda s: (-s.pre_money_usd, s.investor))[:2]:
            amount = min(wanted_usd, sheet.amount_usd) // 1_000_000 * 1_000_000
            months = round(draft.view.me.runway_months)
            if amount >= LEAST_USD and draft.add(RaiseEquity(sheet.investor, amount), why("raise", months=months)):
                wanted_usd -= amount


def pays_with_shares() -> RunwayMind:
    """Shares alone."""
    return RunwayMind("pays_with_shares", 1.0, 0.0)


def pays_with_loans() -> RunwayMind:
    """As much as lenders give, and shares never; of a broken covenant it hopes that it mends."""
    return RunwayMind("pays_with_loans", 0.0, 1.0, asks=False)


def pays_with_both() -> RunwayMind:
    """A third of what lenders give, the rest in shares."""
    return RunwayMind("pays_with_both", 1.0, 0.33)


def asks_lenders() -> RunwayMind:
    """As much as lenders give; as soon as a covenant is broken it pays them for time."""
    return RunwayMind("asks_lenders", 0.0, 1.0)
