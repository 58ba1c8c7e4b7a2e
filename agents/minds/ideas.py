"""What a weighing mind thinks of beyond the checklist: other sizes and sheets, and answers to what rivals do."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from agents.minds.beliefs import Beliefs
from agents.minds.draft import Draft, why
from agents.minds.people import PACKAGE_USD
from agents.orders import AskWaiver, LeaseCompute, Poach, RaiseEquity, Renegotiate, SetPolicy, StartRun

if TYPE_CHECKING:
    from levels.schema import Style

RUNS = ((0.6, 0.7), (1.5, 1.0), (1.0, 1.4))
"""Other runs that it thinks of: months and share of compute, relative to its style's."""
LEAST_RUN_MONTHS = 2
MORE_LEASE = 0.15
"""Of its compute, what it leases beyond the checklist to answer a rival that overtakes it."""
IDLE = 0.1
"""Part of its compute without use from which it lends."""
STEP = 0.05
TEAM = 6
WORTH_POACHING_ELO = -30.0
"""A poor rival's people are worth having although its model is somewhat behind."""
LEAST_CHANCE = 0.1
UNFAIR = 0.08
"""Revenue share beyond the fair one at which it gives notice, once asking is of no use."""
LOW_TRUST = 0.25


def other_runs(draft: Draft, b: Beliefs, style: "Style") -> None:
    """A shorter run, a longer one, one that takes more of the compute."""
    me, left = draft.view.me, b.months_left
    if me.run_name or left <= LEAST_RUN_MONTHS + 2:
        return
    for stretch, width in RUNS:
        months = min(max(LEAST_RUN_MONTHS, round(style.run_months * stretch)), left - 2)
        share = round(min(0.95, style.run_share * width), 2)
        draft.add(StartRun(months, share), why("run", months=months))


def other_sheets(draft: Draft, b: Beliefs, style: "Style") -> None:
    """Half a round and a double one with whoever pays best, if cash will be needed at all."""
    view, me = draft.view, draft.view.me
    clean = [sheet for sheet in view.offers.sheets if not sheet.seat]
    if not clean or me.runway_months >= style.runway_months:
        return
    sheet = max(clean, key=lambda s: (s.pre_money_usd, s.amount_usd, s.investor))
    usual = me.valuation_usd * style.raise_share / (1.0 - style.raise_share)
    for size in (0.5, 2.0):
        usd = int(min(size * usual, sheet.amount_usd)) // 1_000_000 * 1_000_000
        if usd >= 100_000_000:
            order = RaiseEquity(sheet.investor, usd, sheet.terms)  # type: ignore[arg-type]
            draft.add(order, why("raise", months=round(me.runway_months)))


def answer_overtaking(draft: Draft, b: Beliefs, style: "Style") -> None:
    """A rival with more compute is answered with what runs at once, whatever it costs."""
    view, me = draft.view, draft.view.me
    if b.threat_compute <= 0.5 or me.runway_months < 0.5 * style.runway_months:
        return
    offer = max(view.offers.leases.values(), key=lambda o: (o.now_h100e, o.operator), default=None)
    h100e = min(int(MORE_LEASE * me.usable_h100e), offer.now_h100e) if offer is not None else 0
    if offer is not None and h100e >= 1_000:
        draft.add(LeaseCompute(offer.operator, h100e, 24, built=False), why("lease", h100e=h100e))


def serve_the_short(draft: Draft, b: Beliefs, style: "Style") -> None:
    """What one has to spare is let to those who are short, while rent is above what an hour costs; else kept."""
    view, me = draft.view, draft.view.me
    used = me.paid_h100e + me.free_h100e + me.products_h100e + me.run_h100e
    spare = (me.usable_h100e - used) / max(1, me.usable_h100e)
    pays = view.rent_usd > view.owner_cost_usd and spare > IDLE
    wanted = round(min(0.5, spare - IDLE) / STEP) * STEP if pays and not style.run_share > 0.5 else 0.0
    if abs(me.sublease - wanted) > 2.0 * STEP:
        key = "lend" if wanted > me.sublease else "lend-less"
        draft.add(SetPolicy("sublease", round(wanted, 2)), why(key, rent=round(view.rent_usd, 2)))


def hire_from_the_poor(draft: Draft, b: Beliefs, style: "Style") -> None:
    """People of a rival whose money runs out listen."""
    view, me = draft.view, draft.view.me
    if not style.poaching or not me.is_lab or me.runway_months < 0.75 * style.runway_months:
        return
    for key in b.poor:
        rival = view.rivals[key]
        if rival.arena_elo < me.arena_elo + WORTH_POACHING_ELO or 0.05 * b.free_usd < TEAM * PACKAGE_USD:
            continue
        order = Poach(key, TEAM, PACKAGE_USD)
        if draft.chance_of(order) >= LEAST_CHANCE:
            draft.add(order, why("poach-poor", rival=rival.name))
            return


def break_ties(draft: Draft, b: Beliefs, style: "Style") -> None:
    """Notice to a partner who takes too much, when there is little trust left and asking is barred."""
    for tie in draft.view.ties:
        too_much = (tie.revenue_share - tie.fair_share) * (1.0 if tie.is_lab else -1.0)
        if too_much > UNFAIR / max(0.2, style.bargaining) and tie.trust < LOW_TRUST and tie.notice_months < 0:
            draft.add(Renegotiate(tie.other, "end"), why("break", partner=tie.name))
            return


def warm_up(draft: Draft, b: Beliefs, style: "Style") -> None:
    """An exclusive lessor is asked for a waiver before a rival takes what others have."""
    me = draft.view.me
    if me.exclusive_partner and b.threat_compute > 0.5:
        draft.add(AskWaiver(me.exclusive_partner), why("waiver", partner=me.exclusive_partner))


IDEAS: "dict[str, Callable[[Draft, Beliefs, Style], None]]" = {
    "other_runs": other_runs,
    "other_sheets": other_sheets,
    "overtaken": answer_overtaking,
    "lend": serve_the_short,
    "poach_poor": hire_from_the_poor,
    "break": break_ties,
    "free_hands": warm_up,
}
"""By name, as weights call them."""
