"""What a mind weighs an order by. Each consideration looks at one side of it and gives a number from -1 to 1.

A score is the sum of all numbers times the weights of the mind and of its personality. The largest parts of the sum are
the reasons that are told: what cannot be told does not count.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from agents import orders as o
from agents.minds.beliefs import Beliefs
from agents.minds.draft import why
from agents.minds.growth import cost_usd, worth_usd
from agents.minds.proposals import Proposal
from agents.view import Text, View

if TYPE_CHECKING:
    from levels.schema import Style

GROWTH: frozenset[type[o.Order]] = frozenset((
    o.OrderCards, o.TakeCards, o.DivertCards, o.BorrowCards, o.LeaseCompute, o.AnchorSite, o.StepIn, o.BidSite,
    o.BuildHall, o.BuildGiant, o.PledgeGiant, o.RequestGrid, o.BringTurbines, o.BuildPlant, o.ReserveCapacity,
    o.PortLease, o.AskWaiver,
))  # fmt: skip
"""Orders that bring compute, sooner or later."""
LEGS: dict[type[o.Order], str] = {
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
OF_MODELS: frozenset[type[o.Order]] = frozenset(
    (o.ReleaseModel, o.StartRun, o.Poach, o.Acquihire, o.LicenseData, o.PromiseModel)
)
WAITED_FOR: frozenset[type[o.Order]] = GROWTH.union((o.FundChip, o.StartRun, o.LicenseData))
"""Orders that count the more the sooner they work."""
FULL_GAIN_ELO = 40.0
"""Gain of a release that counts in full."""
YEARLY = 12.0
TOO_LATE_MONTHS = 4
"""What arrives so near the end earns nothing any more."""
SHEET_SCALE = 4.0
"""A sheet's price counts in full when it is a quarter above the last one."""


class Part(Struct, frozen=True, gc=False):
    """What one consideration says of an order, and how it is told."""

    value: float
    text: Text


Consideration = Callable[[Proposal, View, Beliefs, "Style"], Part | None]


def need(p: Proposal, view: View, b: Beliefs, style: "Style") -> Part | None:
    """How much the firm needs it: the rule that proposes it says what for."""
    rule = NEEDS.get(type(p.order))
    return Part(0.5 if rule is None else rule(p.order, view, style), p.reason)


def _need_of_release(order: o.ReleaseModel, view: View, style: "Style") -> float:
    me = view.me
    gain = max(me.held_elo - me.true_elo if not me.held_wait else 0.0, me.post_gain)
    return 0.4 + 0.6 * _within(gain / FULL_GAIN_ELO)


def _need_of_money(order: o.Order, view: View, style: "Style") -> float:
    return _within(1.0 - view.me.runway_months / max(1.0, style.runway_months))


def _need_of_power(order: o.BringTurbines | o.RequestGrid, view: View, style: "Style") -> float:
    site = view.sites.get(order.site)
    dark = site.dark_cards / max(1, sum(site.cards.values())) if site is not None else 0.0
    return 0.4 + 0.6 * _within(3.0 * dark)


def _need_of_policy(order: o.SetPolicy, view: View, style: "Style") -> float:
    return 0.3 if order.policy in ("hiring", "pay", "campaign") else 0.5


def _need_of_compute(order: o.Order, view: View, style: "Style") -> float:
    return 0.4 + 0.6 * _within(2.0 * (1.0 - view.me.served))


def _urgent(order: o.Order, view: View, style: "Style") -> float:
    return 1.0


NEEDS: dict[type[o.Order], Callable[[Any, View, "Style"], float]] = {
    o.ReleaseModel: _need_of_release,
    **dict.fromkeys(
        (o.RaiseEquity, o.Borrow, o.OpenToStrategics, o.AskAffiliateMoney, o.PitchSovereigns), _need_of_money
    ),
    **dict.fromkeys((o.BringTurbines, o.RequestGrid), _need_of_power),
    o.SetPolicy: _need_of_policy,
    **dict.fromkeys((o.LeaseCompute, o.OrderCards, o.AnchorSite), _need_of_compute),
    **dict.fromkeys((o.StartRun, o.SettleSuit, o.AskLenders, o.PauseHall), _urgent),
}
"""How much orders are needed whose need is not always the same."""


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
    how = PRICES.get(type(p.order))
    good = how(p.order, view, b) if how is not None else 0.0
    if abs(good) < 0.02:
        return None
    return Part(_signed(good), why("price-good" if good > 0.0 else "price-bad", share=round(abs(_signed(good)), 2)))


def _price_of_cards(order: o.OrderCards, view: View, b: Beliefs) -> float:
    if order.chip not in view.offers.chips:
        return 0.0
    worth = b.forecast(order.chip, float(worth_usd(view, order.chip)), view.month)
    return worth / max(1.0, cost_usd(view, order.chip)) - 1.0


def _price_of_lease(order: o.LeaseCompute, view: View, b: Beliefs) -> float:
    if order.operator not in view.offers.leases:
        return 0.0
    rent = view.offers.leases[order.operator].rent_usd
    return 2.0 * (b.forecast("rent", view.offers.normal_rent_usd, view.month) / max(0.01, rent) - 1.0)


def _price_of_shares(order: o.RaiseEquity, view: View, b: Beliefs) -> float:
    sheet = next((s for s in view.offers.sheets if s.investor == order.investor and s.terms == order.terms), None)
    if sheet is None:
        return 0.0
    fair = b.forecast("valuation", float(max(1, view.me.valuation_usd)), view.month)
    return SHEET_SCALE * (sheet.pre_money_usd / fair - 1.0)


PRICES: dict[type[o.Order], Callable[[Any, View, Beliefs], float]] = {
    o.OrderCards: _price_of_cards,
    o.LeaseCompute: _price_of_lease,
    o.RaiseEquity: _price_of_shares,
}
"""How good the price of an order is, by its kind."""


def purse(p: Proposal, view: View, b: Beliefs, style: "Style") -> Part | None:
    """What it takes of the free cash, or brings while cash is short."""
    usd, me = p.quote.cash_usd, view.me
    if usd == 0:
        return None
    short = _within(1.0 - me.runway_months / max(1.0, style.runway_months))
    if usd < 0:
        months = -usd / max(1.0, me.burn_usd, 0.01 * me.valuation_usd)
        return Part(short * _within(months / YEARLY), why("purse-fills", usd=-usd))
    part = usd / b.free_usd if b.free_usd > 1.0 else float(usd)
    return Part(-_within(part) * (0.3 + 0.7 * short), why("purse", share=round(part if part < 9.99 else 9.99, 2)))


def rival(p: Proposal, view: View, b: Beliefs, style: "Style") -> Part | None:
    """Whether rivals are ahead, in compute or in models, in what the order is about; doubted claims count less."""
    kind = type(p.order)
    if b.rival and kind in GROWTH:
        if b.threat_compute > 0.5:
            return Part(b.threat_compute, why("overtaken", rival=b.rival, h100e=b.rival_h100e))
        if b.doubted:
            return Part(b.threat_compute - 0.5, why("doubt", rival=b.doubted))
        return Part(b.threat_compute - 0.5, why("leads", rival=b.rival))
    if b.best and kind in OF_MODELS:
        if b.threat_rating > 0.5:
            return Part(b.threat_rating, why("outrated", rival=b.best))
        return Part(b.threat_rating - 0.5, why("leads-rating", rival=b.best))
    return None


def soon(p: Proposal, view: View, b: Beliefs, style: "Style") -> Part | None:
    """How soon it works, within what the mind looks ahead; what comes too late to count should be left."""
    if type(p.order) not in WAITED_FOR:
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
    if isinstance(order, (o.BuildGiant, o.PledgeGiant)) and order.giant in view.giants:
        return round(view.giants[order.giant].months)
    if isinstance(order, o.RequestGrid) and order.site in view.sites:
        offer = offers.power[view.sites[order.site].region]
        return round(offer.interruptible_months if order.interruptible else offer.wait_months)
    months = p.quote.ready_month - view.month
    return months if months > 0 else 0


def trust(p: Proposal, view: View, b: Beliefs, style: "Style") -> Part | None:
    """What it does to the firm's name with the public and its neighbours."""
    how = NAMES.get(type(p.order))
    return how(p.order, view) if how is not None else None


def _name_of_word(order: o.Order, view: View) -> Part:
    return Part(-1.0 + 0.5 * view.me.credibility, why("risk-word"))


def _name_of_turbines(order: o.BringTurbines, view: View) -> Part | None:
    if order.permitted:
        return None
    site = view.sites.get(order.site)
    return Part(-_within(0.2 + (site.opposition if site is not None else 0.0)), why("risk-neighbours"))


def _good_name(order: o.Order, view: View) -> Part:
    return Part(0.6, why("good-name"))


def _name_of_policy(order: o.SetPolicy, view: View) -> Part | None:
    me = view.me
    if order.policy == "safety":
        return Part(_signed(8.0 * (order.value - me.safety)), why("good-name"))
    if order.policy == "free_tier" and order.value < me.free_tier:
        return Part(-_within(2.0 * (me.free_tier - order.value)), why("risk-users"))
    return None


NAMES: dict[type[o.Order], Callable[[Any, View], Part | None]] = {
    o.SetPolicy: _name_of_policy,
    **dict.fromkeys((o.Announce, o.PromiseModel), _name_of_word),
    o.BringTurbines: _name_of_turbines,
    **dict.fromkeys((o.FundCommunity, o.SettleSuit, o.JoinPact), _good_name),
}
"""What orders do to the firm's name, by their kind."""

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

KINDS: dict[str, frozenset[type[o.Order]]] = {
    "binds": frozenset(LEGS),
    "price": frozenset(PRICES),
    "rival": GROWTH | OF_MODELS,
    "soon": WAITED_FOR,
    "trust": frozenset(NAMES),
}
"""The orders of which a consideration may have something to say; of all where it is not named."""


def _within(value: float) -> float:
    return 0.0 if value <= 0.0 else 1.0 if value >= 1.0 else value


def _signed(value: float) -> float:
    return -1.0 if value <= -1.0 else 1.0 if value >= 1.0 else value
