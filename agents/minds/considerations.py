"""What a mind weighs an order by. Each consideration looks at one side of it and gives a number from -1 to 1.

A score is the sum of all numbers times the weights of the mind and of its personality. The largest parts of the sum are
the reasons that are told: what cannot be told does not count.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from agents import orders as o
from agents.minds.beliefs import Beliefs
from agents.minds.draft import why
from agents.minds.growth import cost_usd, worth_usd
from agents.minds.proposals import Proposal, is_policy
from agents.view import Text, View

if TYPE_CHECKING:
    from levels.schema import Style

GROWTH = (
    o.OrderCards, o.TakeCards, o.DivertCards, o.BorrowCards, o.LeaseCompute, o.AnchorSite, o.StepIn, o.BidSite,
    o.BuildHall, o.BuildGiant, o.PledgeGiant, o.RequestGrid, o.BringTurbines, o.BuildPlant, o.ReserveCapacity,
    o.PortLease, o.AskWaiver,
)  # fmt: skip
"""Orders that bring compute, sooner or later."""
LEGS: dict[type, str] = {
    **dict.fromkeys((o.RaiseEquity, o.Borrow, o.GpuLoan, o.AskParent, o.AskAffiliateMoney, o.PitchSovereigns), "cash"),
    **dict.fromkeys((o.OpenToStrategics, o.AskLenders, o.OfferCards, o.SellSite, o.PauseHall), "cash"),
    **dict.fromkeys((o.OrderCards, o.TakeCards, o.DivertCards, o.BorrowCards, o.ReserveCapacity), "chips"),
    **dict.fromkeys((o.LeaseCompute, o.AnchorSite, o.StepIn, o.AskWaiver, o.PortLease), "chips"),
    **dict.fromkeys((o.BuildHall, o.BuildGiant, o.PledgeGiant, o.ResumeHall, o.RetrofitHall), "hall"),
    **dict.fromkeys((o.RequestGrid, o.BringTurbines, o.BuildPlant, o.BidSite), "power"),
    o.LicenseData: "data",
    **dict.fromkeys((o.LaunchProduct, o.AnnounceProduct, o.StartRun), "demand"),
}
"""The leg of the stool that an order mends."""
OF_MODELS = (o.ReleaseModel, o.StartRun, o.Poach, o.Acquihire, o.LicenseData, o.PromiseModel)
FULL_GAIN_ELO = 40.0
"""Gain of a release that counts in full."""
YEARLY = 12.0
TOO_LATE_MONTHS = 4
"""What arrives so near the end earns nothing any more."""
SHEET_SCALE = 4.0
"""A sheet's price counts in full when it is a quarter above the last one."""


class Part(Struct, frozen=True):
    """What one consideration says of an order, and how it is told."""

    value: float
    text: Text


Consideration = Callable[[Proposal, View, Beliefs, "Style"], Part | None]


def need(p: Proposal, view: View, b: Beliefs, style: "Style") -> Part | None:
    """How much the firm needs it: the rule that proposes it says what for."""
    me, order = view.me, p.order
    value = 0.5
    if isinstance(order, o.ReleaseModel):
        gain = max(me.held_elo - me.true_elo if not me.held_wait else 0.0, me.post_gain)
        value = 0.4 + 0.6 * _within(gain / FULL_GAIN_ELO)
    elif isinstance(order, o.StartRun):
        value = 1.0
    elif isinstance(order, o.RaiseEquity | o.Borrow | o.OpenToStrategics | o.AskAffiliateMoney | o.PitchSovereigns):
        value = _within(1.0 - me.runway_months / max(1.0, style.runway_months))
    elif isinstance(order, o.SettleSuit | o.AskLenders | o.PauseHall):
        value = 1.0
    elif isinstance(order, o.BringTurbines | o.RequestGrid):
        site = view.sites.get(order.site)
        dark = site.dark_cards / max(1, sum(site.cards.values())) if site is not None else 0.0
        value = 0.4 + 0.6 * _within(3.0 * dark)
    elif isinstance(order, o.SetPolicy):
        value = 0.3 if order.policy in ("hiring", "pay", "campaign") else 0.5
    elif isinstance(order, o.LeaseCompute | o.OrderCards | o.AnchorSite):
        value = 0.4 + 0.6 * _within(2.0 * (1.0 - me.served))
    return Part(value, p.reason)


def binds(p: Proposal, view: View, b: Beliefs, style: "Style") -> Part | None:
    """Whether it mends the leg that binds now, or the one that will; what mends another changes nothing."""
    leg = LEGS.get(type(p.order))
    if leg is None:
        return None
    if leg == b.binding:
        return Part(1.0, why("binds", leg=leg))
    if leg == b.ahead:
        return Part(0.7, why("binds-ahead", leg=leg))
    return Part(-0.4, why("binds-not", leg=leg)) if leg in ("hall", "power", "chips") else None


def price(p: Proposal, view: View, b: Beliefs, style: "Style") -> Part | None:
    """The price against what the firm expects it to be worth."""
    order, good = p.order, 0.0
    if isinstance(order, o.OrderCards) and order.chip in view.offers.chips:
        worth = b.forecast(order.chip, float(worth_usd(view, order.chip)), view.month)
        good = worth / max(1.0, cost_usd(view, order.chip)) - 1.0
    elif isinstance(order, o.LeaseCompute) and order.operator in view.offers.leases:
        rent = view.offers.leases[order.operator].rent_usd
        good = 2.0 * (b.forecast("rent", view.offers.normal_rent_usd, view.month) / max(0.01, rent) - 1.0)
    elif isinstance(order, o.RaiseEquity):
        sheet = next((s for s in view.offers.sheets if s.investor == order.investor and s.terms == order.terms), None)
        if sheet is not None:
            fair = b.forecast("valuation", float(max(1, view.me.valuation_usd)), view.month)
            good = SHEET_SCALE * (sheet.pre_money_usd / fair - 1.0)
    if abs(good) < 0.02:
        return None
    return Part(_signed(good), why("price-good" if good > 0.0 else "price-bad", share=round(abs(_signed(good)), 2)))


def purse(p: Proposal, view: View, b: Beliefs, style: "Style") -> Part | None:
    """What it takes of the free cash, or brings while cash is short."""
    usd, me = p.quote.cash_usd, view.me
    short = _within(1.0 - me.runway_months / max(1.0, style.runway_months))
    if usd < 0:
        months = -usd / max(1.0, me.burn_usd, 0.01 * me.valuation_usd)
        return Part(short * _within(months / YEARLY), why("purse-fills", usd=-usd))
    if usd == 0:
        return None
    part = usd / max(1.0, b.free_usd)
    return Part(-_within(part) * (0.3 + 0.7 * short), why("purse", share=round(min(9.99, max(0.0, part)), 2)))


def rival(p: Proposal, view: View, b: Beliefs, style: "Style") -> Part | None:
    """Whether rivals are ahead, in compute or in models, in what the order is about; doubted claims count less."""
    if isinstance(p.order, GROWTH) and b.rival:
        if b.threat_compute > 0.5:
            return Part(b.threat_compute, why("overtaken", rival=b.rival, h100e=b.rival_h100e))
        if b.doubted:
            return Part(b.threat_compute - 0.5, why("doubt", rival=b.doubted))
        return Part(b.threat_compute - 0.5, why("leads", rival=b.rival))
    if isinstance(p.order, OF_MODELS) and b.best:
        if b.threat_rating > 0.5:
            return Part(b.threat_rating, why("outrated", rival=b.best))
        return Part(b.threat_rating - 0.5, why("leads-rating", rival=b.best))
    return None


def soon(p: Proposal, view: View, b: Beliefs, style: "Style") -> Part | None:
    """How soon it works, within what the mind looks ahead; what comes too late to count should be left."""
    if not isinstance(p.order, (*GROWTH, o.FundChip, o.StartRun, o.LicenseData)):
        return None
    months = months_to_wait(p, view)
    if months > b.months_left - TOO_LATE_MONTHS:
        return Part(-1.0, why("too-late", months=months))
    value = 1.0 - 2.0 * months / max(1, b.horizon_months)
    return Part(_signed(value), why("soon" if value > 0.0 else "late", months=months))


def months_to_wait(p: Proposal, view: View) -> int:
    """Until an order works, by what the firm sees. How long crowded crews take today depends on what others hide."""
    order, offers = p.order, view.offers
    if isinstance(order, o.BuildHall):
        return round(view.me.build_months)
    if isinstance(order, o.BuildGiant | o.PledgeGiant) and order.giant in view.giants:
        return round(view.giants[order.giant].months)
    if isinstance(order, o.RequestGrid) and order.site in view.sites:
        offer = offers.power[view.sites[order.site].region]
        return round(offer.interruptible_months if order.interruptible else offer.wait_months)
    return max(0, p.quote.ready_month - view.month)


def trust(p: Proposal, view: View, b: Beliefs, style: "Style") -> Part | None:
    """What it does to the firm's name with the public and its neighbours."""
    order, me = p.order, view.me
    if isinstance(order, o.Announce | o.PromiseModel):
        return Part(-1.0 + 0.5 * me.credibility, why("risk-word"))
    if isinstance(order, o.BringTurbines) and not order.permitted:
        site = view.sites.get(order.site)
        return Part(-_within(0.2 + (site.opposition if site is not None else 0.0)), why("risk-neighbours"))
    if isinstance(order, o.FundCommunity | o.SettleSuit | o.JoinPact):
        return Part(0.6, why("good-name"))
    if is_policy(order, "safety") and isinstance(order, o.SetPolicy):
        return Part(_signed(8.0 * (order.value - me.safety)), why("good-name"))
    if is_policy(order, "free_tier") and isinstance(order, o.SetPolicy) and order.value < me.free_tier:
        return Part(-_within(2.0 * (me.free_tier - order.value)), why("risk-users"))
    return None


CONSIDERATIONS: dict[str, Consideration] = {
    "need": need,
    "binds": binds,
    "price": price,
    "purse": purse,
    "rival": rival,
    "soon": soon,
    "trust": trust,
}
"""By name, as weights call them."""


def _within(value: float) -> float:
    return min(1.0, max(0.0, value))


def _signed(value: float) -> float:
    return min(1.0, max(-1.0, value))
