"""The levers of a learner: a few settings each, translated into the orders that a person would give.

Amounts are parts of what the desk offers or of what is at hand, read from the firm's own view; bounds are the rules' of
the level. A lever may give what the door then refuses: the refusal is what masks are made of (`hand`).
"""

from collections.abc import Callable, Sequence
from functools import cached_property

from msgspec import Struct

from agents import orders as o
from agents.minds import growth
from agents.minds.rooms import Room, best_chip, rooms_for
from agents.view import SiteView, TermSheet, View
from levels.rules import Rules
from levels.schema import Level

THOUSAND = 1_000
SCARCE = 0.1
"""Part of the fleet for which places and power are looked for when nothing is short."""

Bounds = Callable[[str], tuple[float, float]]
Orders = list[o.AnyOrder]


class Sight:
    """What levers look at: the view, the level's rules, the bounds of standing orders, and cash that is free."""

    def __init__(self, view: View, rules: Rules, bounds: Bounds) -> None:
        self.view, self.rules, self.bounds = view, rules, bounds
        self.free_usd = 0

    @cached_property
    def chip(self) -> str | None:
        """The chip on sale that gives most for the money."""
        return best_chip(self.view)

    @cached_property
    def rooms(self) -> list[Room]:
        """What each site can still take of that chip."""
        return rooms_for(self.view, self.chip) if self.chip is not None else []

    @cached_property
    def shortest(self) -> SiteView | None:
        """The site that will lack most power for what it holds or expects; the largest where none lacks any."""
        sites = self.view.sites.values()
        return max(sites, key=lambda site: (_lack_kw(site), site.need_kw, site.key), default=None)


class Lever(Struct, frozen=True):
    """One lever. Setting 0 leaves everything as it is; `settings` are the names of all."""

    name: str
    settings: tuple[str, ...]
    kinds: tuple[str, ...]
    """What it orders, in words of `levels.words.ORDERS`, a standing order as `set_policy.pay`."""
    order: Callable[[Sight, int], Orders]
    """The orders of a setting from 1; nothing if there is nothing that they could be about."""


def levers_of(level: Level) -> tuple[Lever, ...]:
    """The levers that can move anything in a level, the most urgent first: a turn takes few orders."""
    allowed = set(level.orders)
    return tuple(lever for lever in LEVERS if not allowed or allowed & {*lever.kinds, *_stems(lever.kinds)})


def _stems(kinds: Sequence[str]) -> set[str]:
    return {kind.partition(".")[0] for kind in kinds}


def _part(low: float, high: float, part: float) -> float:
    return low + part * (high - low)


def _release(sight: Sight, setting: int) -> Orders:
    most = sight.rules.leaderboard.variants_most
    variants = (1, max(1, most // 2), most, 1)[setting - 1]
    return [o.ReleaseModel(variants, setting == 4)]


def _equity(sight: Sight, setting: int) -> Orders:
    me, parents = sight.view.me, sight.rules.parents
    if me.is_division:
        if setting == 5:
            return [o.HandBack(max(0, sight.free_usd) // 4)]
        amount = int(me.request_most_usd * (0.25, 0.5, 1.0, 1.0)[setting - 1])
        return [o.AskParent(amount, parents.promise_most if setting == 4 else parents.hurdle)]
    terms = ("clean", "clean", "clean", "milestone", "board")[setting - 1]
    sheets = [sheet for sheet in sight.view.offers.sheets if sheet.terms == terms]
    if not sheets:
        return []
    best: TermSheet = max(sheets, key=lambda sheet: (sheet.amount_usd, sheet.investor))
    part = (0.25, 0.5, 1.0, 1.0, 1.0)[setting - 1]
    return [o.RaiseEquity(best.investor, int(best.amount_usd * part), best.terms)]  # type: ignore[arg-type]


def _debt(sight: Sight, setting: int) -> Orders:
    me = sight.view.me
    if setting <= 3:
        return [o.Borrow(me.credit_usd * setting // 3)]
    if setting <= 5:
        return [o.Repay(me.debt_usd // (6 - setting))]
    return [o.GpuLoan(me.loan_room_usd // (8 - setting))]


def _run(sight: Sight, setting: int) -> Orders:
    if setting == 7:
        return [o.StopRun()]
    runs = sight.rules.research
    length, share = divmod(setting - 1, 3)
    months = round(_part(runs.run_least_months, runs.run_most_months, (0.25, 0.75)[length]))
    months = min(months, max(1, sight.view.last_month - sight.view.month))
    return [o.StartRun(months, round(_part(runs.run_least_share, runs.run_most_share, (0.2, 0.5, 1.0)[share]), 2))]


def _lack_kw(site: SiteView) -> int:
    return max(0, site.planned_kw - site.grid_kw - site.turbine_kw - site.coming_kw)


def _power(sight: Sight, setting: int) -> Orders:
    view = sight.view
    if setting <= 5:
        site = sight.shortest
        if site is None:
            return []
        need = max(_lack_kw(site), int(SCARCE * site.planned_kw), sight.rules.power.least_request_kw)
        kw = int(need * (1.0, 2.0, 4.0, 1.0, 4.0)[setting - 1])
        return [o.RequestGrid(site.key, kw, setting >= 4)]
    with_gas = setting == 8
    at = max(view.sites.values(), key=lambda s: (s.turbine_kw if with_gas else _dark_kw(s), s.key), default=None)
    if at is None:
        return []
    if with_gas:
        return [o.RemoveTurbines(at.key, at.turbine_kw - at.plant_kw)]
    kw = _dark_kw(at) // (8 - setting)
    return [o.BringTurbines(at.key, kw // THOUSAND * THOUSAND)]


def _dark_kw(site: SiteView) -> int:
    return max(0, site.need_kw - site.grid_kw - site.turbine_kw)


def _halls(sight: Sight, setting: int) -> Orders:
    view, key = sight.view, sight.chip
    if key is None:
        return []
    chip = view.chips[key]
    slots_each = chip.facility_kw / view.hall_kw_per_slot
    fleet = view.me.owned_h100e / chip.h100e
    least = max(THOUSAND, int(SCARCE * fleet * slots_each))
    if setting == 4:
        offers = view.offers.power.values()
        best = max(offers, key=lambda offer: (offer.available_kw, offer.region), default=None)
        return [o.BuildHall(best.region, least // THOUSAND * THOUSAND, chip.liquid)] if best is not None else []
    if not sight.rooms:
        return []
    at = max(sight.rooms, key=lambda room: (room.powered_ahead - room.places_ahead, room.site.key))
    short = max(least, int(-min(0, at.places_ahead) * slots_each))
    slots = int(short * (1.0, 2.0, 4.0)[setting - 1]) // THOUSAND * THOUSAND
    return [o.BuildHall(at.site.key, slots, chip.liquid)]


def _cards(sight: Sight, setting: int) -> Orders:
    view, key = sight.view, sight.chip
    if setting == 6:
        ordered = [(n, site.key, chip) for site in view.sites.values() for chip, n in site.ordered_cards.items()]
        return [o.CancelCards(chip, site) for _, site, chip in [max(ordered)]] if ordered else []
    if key is None or not view.sites:
        return []
    at = max(sight.rooms, key=lambda room: (room.takes(1.0), room.site.key)).site
    part = (0.05, 0.15, 0.3, 0.6, 1.0)[setting - 1]
    cards = int(part * max(0, sight.free_usd) / growth.cost_usd(view, key))
    offer = view.offers.chips[key]
    bid = growth.worth_usd(view, key) if offer.rule == "auction" else 0
    return [o.OrderCards(key, cards, at.key, 0.0, bid)]


def _lease(sight: Sight, setting: int) -> Orders:
    offers, leases = sight.view.offers.leases.values(), sight.rules.leases
    built = setting > 3
    best = max(offers, key=lambda each: (each.built_h100e if built else each.now_h100e, each.operator), default=None)
    if best is None:
        return []
    most = best.built_h100e if built else best.now_h100e
    h100e = int(most * (0.25, 0.5, 1.0, 0.25, 0.5)[setting - 1])
    months = round(_part(leases.shortest_months, leases.longest_months, 0.5))
    return [o.LeaseCompute(best.operator, h100e, months, built)]


def _standing(policy: o.Policy, part: float) -> Callable[[Sight], Orders]:
    def order(sight: Sight) -> Orders:
        low, high = sight.bounds(policy)
        return [o.SetPolicy(policy, round(_part(low, high, part), 4))]

    return order


def _policies(*settings: tuple[o.Policy, float]) -> Callable[[Sight, int], Orders]:
    """Standing orders at parts of their bounds."""
    made = [_standing(policy, part) for policy, part in settings]
    return lambda sight, setting: made[setting - 1](sight)


def _deals(sight: Sight, setting: int) -> Orders:
    view, me = sight.view, sight.view.me
    if setting == 1:
        return [o.Announce(int(me.usable_h100e * _part(1.0, sight.rules.public.claim_most, 0.25)))]
    if setting == 2:
        return [o.PromiseModel(sight.rules.press.promise_most_months)]
    if setting == 3:
        return [o.AskWaiver(me.exclusive_partner)] if me.exclusive_partner else []
    if setting in (4, 5):
        ask: o.Ask = "share" if setting == 4 else "end"
        return [o.Renegotiate(tie.other, ask) for tie in view.ties[:1]]
    if setting == 6:
        pact = view.pact
        share = pact.share if pact else sight.rules.safety.share_most / 2.0
        return [o.JoinPact(share, pact.verified if pact else True)]
    if setting == 7:
        return [o.LeavePact()]
    return [o.DeclareAgi()]


LEVERS: tuple[Lever, ...] = (
    Lever("release", ("none", "plain", "some variants", "most variants", "open weights"), ("release_model",), _release),
    Lever(
        "equity",
        ("none", "quarter", "half", "all", "milestone or bold promise", "board seat or hand back"),
        ("raise_equity", "ask_parent", "hand_back"),
        _equity,
    ),
    Lever(
        "debt",
        ("none", "draw third", "draw two thirds", "draw all", "repay half", "repay all", "half loan", "whole loan"),
        ("borrow", "repay", "gpu_loan"),
        _debt,
    ),
    Lever(
        "run",
        ("none", "short small", "short middle", "short large", "long small", "long middle", "long large", "stop"),
        ("start_run", "stop_run"),
        _run,
    ),
    Lever(
        "power",
        ("none", "grid", "grid x2", "grid x4", "soft grid", "soft grid x4", "half turbines", "turbines", "no turbines"),
        ("request_grid", "bring_turbines", "remove_turbines"),
        _power,
    ),
    Lever("halls", ("none", "short", "short x2", "short x4", "new site"), ("build_hall",), _halls),
    Lever(
        "cards",
        ("none", "5 %", "15 %", "30 %", "60 %", "100 %", "cancel"),
        ("order_cards", "cancel_cards"),
        _cards,
    ),
    Lever("lease", ("none", "quarter", "half", "all", "quarter built", "half built"), ("lease_compute",), _lease),
    Lever(
        "offer",
        ("keep", "free none", "free half", "free all", "cheap", "middle price", "dear"),
        ("set_policy.free_tier", "set_policy.price_level"),
        _policies(
            ("free_tier", 0.0), ("free_tier", 0.5), ("free_tier", 1.0),
            ("price_level", 0.1), ("price_level", 0.5), ("price_level", 0.9),
        ),
    ),
    Lever(
        "people",
        ("keep", "let go", "hire few", "hire many", "pay little", "pay middle", "pay much", "no sales", "all sales"),
        ("set_policy.hiring", "set_policy.pay", "set_policy.campaign"),
        _policies(
            ("hiring", 0.25), ("hiring", 0.6), ("hiring", 0.9),
            ("pay", 0.2), ("pay", 0.5), ("pay", 0.8), ("campaign", 0.0), ("campaign", 1.0),
        ),
    ),
    Lever(
        "spare",
        ("keep", "no safety", "some safety", "much safety", "write no text", "write text", "sell none", "sell spare"),
        ("set_policy.safety", "set_policy.synthetic", "set_policy.sublease"),
        _policies(
            ("safety", 0.0), ("safety", 0.2), ("safety", 0.8),
            ("synthetic", 0.0), ("synthetic", 0.2), ("sublease", 0.0), ("sublease", 1.0),
        ),
    ),
    Lever(
        "deals",
        ("none", "claim", "promise", "waiver", "ask share", "end tie", "join pact", "leave pact", "declare agi"),
        (
            "announce", "promise_model", "ask_waiver", "renegotiate", "join_pact", "leave_pact", "declare_agi",
        ),
        _deals,
    ),
)  # fmt: skip
"""All levers, the most urgent first."""
