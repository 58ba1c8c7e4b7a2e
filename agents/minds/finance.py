"""Money as minds see it: which sheets are worth their terms, how much to owe, and what to ask a parent for."""

from typing import TYPE_CHECKING

from agents.desk import Quote
from agents.minds.draft import Draft, why
from agents.orders import (
    AskAffiliateMoney,
    AskLenders,
    AskParent,
    Borrow,
    GpuLoan,
    HandBack,
    OpenToStrategics,
    RaiseEquity,
    Repay,
    SetPolicy,
    TenderOffer,
)

if TYPE_CHECKING:
    from agents.view import TermSheet
    from levels.schema import Style

WORTH_RAISING_USD = 200_000_000
MOST_SHEETS = 2
"""Investors that it deals with in one round."""
GOAL_COST = 0.08
SEAT_COST = 0.12
"""What a goal with a ratchet, and a seat, count for, relative to the price, at a taste for control of 1."""
SAFE_COVER = 2.2
"""Cover of debt service that it wants to begin with: rents fall faster than loans are paid back."""
SEAT_MONTHS = 6.0
"""Runway below which it looks at sheets that ask for a seat."""
DESPERATE_MONTHS = 4.0
IDLE_CASH = 6.0
"""Cash relative to debt at which debt is paid back early."""
TENDER_SHARE = 0.01
SHORT_QUARTERS = 1.0
"""Free cash, in quarters of the grant, below which a division asks its parent for more."""
LEAST_PART = 0.35
"""Part of what it asks for, below which a division does not bind itself."""
SPARE_QUARTERS = 3.0
"""Free cash, in quarters of the grant, beyond which a division can do without some."""
FULL_PROMISE = 1.2
"""Of the growth that it expects, what the boldest division promises."""


def worth(sheet: "TermSheet", control: float) -> float:
    """A sheet's price less what its terms cost somebody with this taste for control."""
    cost = (GOAL_COST if sheet.goal else 0.0) + (SEAT_COST if sheet.seat else 0.0)
    return sheet.pre_money_usd * (1.0 - control * cost)


def raise_equity(draft: Draft, style: "Style") -> bool:
    """Sell a part of the firm while runway is short, to who brings most and at the best worth; whether it tries."""
    me, sheets = draft.view.me, draft.view.offers.sheets
    if not sheets or me.runway_months >= style.runway_months:
        return False
    if me.runway_months >= SEAT_MONTHS:
        sheets = [sheet for sheet in sheets if not sheet.seat]
    wanted = int(me.valuation_usd * style.raise_share / (1.0 - style.raise_share))
    ranked = sorted(sheets, key=lambda s: (-min(wanted, s.amount_usd), -worth(s, style.control), s.investor, s.terms))
    taken: set[str] = set()
    for sheet in ranked:
        amount = min(wanted, sheet.amount_usd) // 1_000_000 * 1_000_000
        if sheet.investor in taken or len(taken) >= MOST_SHEETS or amount < WORTH_RAISING_USD:
            continue
        order = RaiseEquity(sheet.investor, amount, sheet.terms)  # type: ignore[arg-type]
        if draft.add(order, why("raise", months=round(me.runway_months))) is not None:
            taken.add(sheet.investor)
            wanted -= amount
    return True


def manage_debt(draft: Draft, style: "Style") -> None:
    """Mend what is broken, owe as much as the style bears, pay back what is dear or not needed."""
    me = draft.view.me
    short = me.runway_months < style.runway_months
    if me.breach in ("service", "value"):
        spare = draft.cash_usd - me.committed_usd
        if me.loans_usd and spare > 2 * me.loans_usd:
            draft.add(Repay(me.debt_usd), why("mend"))
        else:
            draft.add(AskLenders(), why("lenders"))
        return
    if me.runway_months < 0.5 * style.runway_months and me.credit_usd and not draft.view.offers.sheets:
        amount = int(me.credit_usd * style.debt_share) // 1_000_000 * 1_000_000
        if amount > 0:
            draft.add(Borrow(amount), why("borrow", months=round(me.runway_months)))
    elif (
        me.debt_usd
        and not short
        and me.runway_months > 2.0 * style.runway_months
        and me.cash_usd > IDLE_CASH * me.debt_usd
    ):
        draft.add(Repay(me.debt_usd), why("repay"))


def pledge_cards(draft: Draft, style: "Style") -> None:
    """A loan on running cards, as far as the style bears debt and their rent covers it well."""
    me = draft.view.me
    room = int(style.leverage * me.fleet_value_usd) - me.debt_usd
    amount = min(room, me.loan_room_usd) // 50_000_000 * 50_000_000
    if amount < WORTH_RAISING_USD or me.debt_usd or me.cash_usd > amount or me.breach:
        return
    quote = draft.desk.quote(draft.orders, GpuLoan(amount))
    lines = getattr(quote, "lines", ())
    covered = next((float(line.text.args["cover"]) for line in lines if line.text.key == "quote-cover"), 0.0)
    if covered >= SAFE_COVER:
        draft.add(GpuLoan(amount), why("pledge", cover=round(covered, 1)))


def last_resorts(draft: Draft) -> None:
    """Without a sheet and nearly without cash: an affiliate's money, then that of large technology firms."""
    me = draft.view.me
    if me.runway_months >= DESPERATE_MONTHS or draft.view.offers.sheets or me.is_division:
        return
    if me.affiliate_usd:
        draft.add(AskAffiliateMoney(me.affiliate, me.affiliate_usd), why("affiliate-money"))
    elif me.independent and me.months_since_round > 6:
        draft.add(OpenToStrategics(), why("open"))


def hold_staff(draft: Draft, style: "Style") -> None:
    """Let staff sell a little when the price is good and the votes allow it."""
    me = draft.view.me
    clean = [sheet for sheet in draft.view.offers.sheets if sheet.terms == "clean"]
    best = max(clean, key=lambda s: (s.pre_money_usd, s.investor), default=None)
    if best is None or me.tender_months < 12 or me.votes < 0.5 + 0.05 * style.control:
        return
    amount = min(best.amount_usd, int(TENDER_SHARE * best.pre_money_usd)) // 10_000_000 * 10_000_000
    if amount > 0 and best.pre_money_usd > me.valuation_usd:
        draft.add(TenderOffer(best.investor, amount), why("tender"))


def ask_parent(draft: Draft, style: "Style") -> None:
    """A division that is short of cash and grows asks for more, and promises what growth bears; bold ones bear more."""
    me = draft.view.me
    if not me.is_division or me.request_due >= 0 or me.kept_back_usd or me.strain >= style.guidance:
        return
    free = draft.cash_usd - me.committed_usd
    if free > SHORT_QUARTERS * me.grant_usd or me.growth <= 1.0:
        return
    expected = me.growth ** (me.review_months / 12.0) - 1.0
    promise = int(20.0 * min(1.0, FULL_PROMISE * (0.5 + 0.5 * style.guidance) * expected)) / 20.0
    amount = int(me.request_most_usd * style.guidance) // 50_000_000 * 50_000_000
    quote = draft.desk.quote(draft.orders, AskParent(amount, promise)) if promise and amount else None
    if isinstance(quote, Quote) and -quote.cash_usd >= LEAST_PART * amount:
        draft.add(AskParent(amount, promise), why("request"))


def hand_back(draft: Draft, style: "Style") -> None:
    """A division with more than it can build on calms its shareholders when their patience wears thin."""
    me = draft.view.me
    spare = draft.cash_usd - me.committed_usd - int(SPARE_QUARTERS * me.grant_usd)
    usd = min(spare, me.grant_usd) // 50_000_000 * 50_000_000
    if me.is_division and usd > 0 and (me.strain > style.guidance or me.kept_back_usd > 0):
        draft.add(HandBack(usd), why("hand-back"))


def guide(draft: Draft, style: "Style") -> None:
    """A division asks for more while its parent's shareholders bear it, and lies low when they do not."""
    me = draft.view.me
    wanted = 1 if me.strain < style.guidance else 0
    if me.is_division and me.guidance != wanted:
        draft.add(SetPolicy("guidance", float(wanted)), why("guidance"))
