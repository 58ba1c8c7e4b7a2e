"""Every kind of order a firm could give now, with the bounds of its values: what buttons and masks are made of."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, get_args

import msgspec
from msgspec import Struct

from agents.orders import DESKS, AnyOrder, Desk, Order, Supplier, desk_of
from agents.view import Offers, RoleView, View
from game.door import compute
from game.door.desk import allowed
from game.markets import deals

if TYPE_CHECKING:
    from game.race import Race

BIDS_UP_TO = 3
"""Highest bid that the form offers, in posted prices."""
LEAST_USD = 50_000_000
"""Smallest sum that a division and its parent talk about."""
POLICIES = (
    "free_tier",
    "price_level",
    "hiring",
    "pay",
    "campaign",
    "sublease",
    "colocate",
    "safety",
    "synthetic",
    "guidance",
)
"""Standing orders, as buttons show them."""

_order_types: dict[str, type[Order]] = {str(kind.__struct_config__.tag): kind for kind in DESKS}


class Field(Struct, frozen=True):
    """One value of an order. A choice has `choices` of (value, name); an amount has bounds, a step and a default."""

    name: str
    kind: Literal["choice", "amount", "flag"]
    choices: tuple[tuple[str, str], ...] = ()
    low: float = 0.0
    high: float = 0.0
    step: float = 1.0
    default: float = 0.0
    whole: bool = True


class Option(Struct, frozen=True):
    """A kind of order on a desk. `group` is set when one kind stands several times (a policy each)."""

    desk: Desk
    kind: str
    fields: tuple[Field, ...]
    group: str = ""


def make_order(kind: str, values: dict[str, Any]) -> AnyOrder:
    """The order of a kind with these values. Raises msgspec.ValidationError."""
    return msgspec.convert({"order": kind, **values}, _order_types[kind])  # type: ignore[return-value]


def options(race: "Race", firm: str, view: View, planned: Sequence[AnyOrder] = ()) -> list[Option]:
    """What the firm could order now. Bounds are generous; the door has the last word."""
    if view.role is not None:
        return role_options(race, firm, view.role)
    me, rules, offers = view.me, race.level.rules, view.offers
    found: list[Option] = []

    def put(kind: str, *fields: Field, group: str = "") -> None:
        if allowed(race, firm, kind, group):
            found.append(Option(desk_of(_order_types[kind], group), kind, fields, group))

    for investor in dict.fromkeys(sheet.investor for sheet in offers.sheets):
        name, mine = race.level.investors[investor].name, [s for s in offers.sheets if s.investor == investor]
        most = max(sheet.amount_usd for sheet in mine)
        put(
            "raise_equity",
            _choice("investor", [(investor, name)]),
            _choice("terms", [(sheet.terms, sheet.terms) for sheet in mine]),
            _amount("amount_usd", 50_000_000, most, 50_000_000, most),
            group=investor,
        )
    _equity_options(race, firm, view, put)
    if me.is_division:
        _parent_options(race, firm, view, put)
    if me.loan_room_usd >= 50_000_000:
        room = me.loan_room_usd
        put("gpu_loan", _amount("amount_usd", 50_000_000, room, 50_000_000, room / 4))
    if me.breach in ("service", "value"):
        put("ask_lenders")
    if me.credit_usd > 0:
        put("borrow", _amount("amount_usd", 50_000_000, me.credit_usd, 50_000_000, me.credit_usd / 2))
    if me.debt_usd > 0:
        put("repay", _amount("amount_usd", 1, me.debt_usd, 50_000_000, me.debt_usd))
    sites = [(key, site.name) for key, site in view.sites.items()]
    chips = [
        (key, view.chips[key].name)
        for key in offers.chips
        if not view.chips[key].buyers or firm in view.chips[key].buyers
    ]
    if sites and chips:
        put(
            "order_cards",
            _choice("chip", chips),
            _choice("site", sites),
            _amount("cards", 1_000, 200_000, 1_000, 10_000),
            Field("prepay", "amount", (), 0.0, 1.0, 0.1, 0.0, whole=False),
            *_bid(offers, chips),
        )
    if chips:
        put(
            "reserve_capacity",
            _choice("chip", chips),
            _choice("supplier", [(name, name) for name in get_args(Supplier)]),
            _amount("cards", 1_000, 100_000, 1_000, 2_000),
        )
    ordered = sorted({(order.chip, order.site) for order in race.world.orders if order.firm == firm})
    if ordered:
        put(
            "cancel_cards",
            _choice("chip", sorted({(chip, view.chips[chip].name) for chip, _ in ordered})),
            _choice("site", [site for site in sites if site[0] in {place for _, place in ordered}]),
        )
    _put_resale(race, view, sites, put)
    own = me.silicon
    if own is not None and own.partners:
        fees = [partner.usd_per_quarter for partner in own.partners]
        pays = rules.silicon
        low = 0 if own.usd_per_quarter else int(min(fees) * pays.funding_low)
        put(
            "fund_chip",
            _choice("partner", sorted(((p.key, p.name) for p in own.partners), key=lambda p: (p[0] != own.partner, p))),
            _amount("usd_per_quarter", low, max(fees) * pays.funding_high, 5_000_000, own.usd_per_quarter or max(fees)),
        )
    everyone = dict(race.world.offers.leases) | offers.leases
    if me.is_lab:
        lessors = [
            (key, race.level.firms[key].name)
            for key, offer in everyone.items()
            if deals.is_own_core(race, firm, key) or (race.level.firms[key].cloud or _NONE).rents_out
        ]
        most = max([offer.now_h100e + offer.built_h100e for offer in everyone.values()] + [1_000])
        put(
            "lease_compute",
            _choice("operator", lessors),
            _amount("h100e", 1_000, most, 1_000, min(most, 20_000)),
            _amount("months", rules.leases.shortest_months, rules.leases.longest_months, 6, 36),
            Field("built", "flag"),
        )
    if sites:
        kw = rules.power
        put(
            "request_grid",
            _choice("site", sites),
            _amount("kw", kw.least_request_kw, kw.largest_request_kw, 5_000, 100_000),
            Field("interruptible", "flag"),
            Field("refurbished", "flag"),
        )
        _own_power_options(race, view, sites, put)
        air = [(key, site.name) for key, site in view.sites.items() if site.air_slots]
        if air:
            put("retrofit_hall", _choice("site", air), _amount("slots", 1_000, 200_000, 1_000, 10_000))
    lots = [(lot.lot, lot.name) for lot in offers.sites if lot.seller != firm]
    if lots:
        least = min(lot.reserve_usd for lot in offers.sites if lot.seller != firm)
        put("bid_site", _choice("lot", lots), _amount("amount_usd", least, me.cash_usd, 5_000_000, 2 * least))
    empty = [(key, site.name) for key, site in view.sites.items() if not site.planned_kw and site.grid_kw]
    if empty:
        put("sell_site", _choice("site", empty), _amount("amount_usd", 0, 5_000_000_000, 5_000_000, 50_000_000))
    places = sites + [(key, region.name) for key, region in race.level.regions.items()]
    build = rules.building
    put(
        "build_hall",
        _choice("site", places),
        _amount("slots", build.least_slots, build.largest_slots, 1_000, 20_000),
        Field("liquid", "flag", default=1.0),
        Field("haste", "amount", (), 1.0, build.haste_most, 0.25, 1.0, whole=False),
    )
    open_giants = [
        (key, giant.name) for key, giant in view.giants.items() if giant.lead or (giant.may_lead and giant.missing_usd)
    ]
    if open_giants:
        put("pledge_giant", _choice("giant", open_giants), _amount("amount_usd", 1e8, 1e11, 1e8, 1e9))
    buildable = [(k, g.name) for k, g in view.giants.items() if firm == g.lead or (g.may_lead and not g.missing_usd)]
    if buildable:
        put("build_giant", _choice("giant", buildable), Field("whole", "flag"))
    for kind, paused in (("pause_hall", False), ("resume_hall", True)):
        under_way = [(p.key, view.sites[p.site].name) for p in view.projects if p.paused is paused]
        if under_way:
            put(kind, _choice("project", under_way))
    if me.is_lab:
        _lab_options(race, firm, view, put)
    return found


def role_options(race: "Race", firm: str, role: RoleView) -> list[Option]:
    """What a utility, residents or a regulator could order now."""
    tariffs, most = race.level.rules.tariffs, race.level.rules.community.rule_most
    found: list[Option] = []

    def put(kind: str, *fields: Field) -> None:
        if allowed(race, firm, kind):
            found.append(Option(DESKS[_order_types[kind]], kind, fields))

    places = [(site.key, site.name) for site in role.sites]
    if role.kind == "utility":
        put(
            "set_tariff",
            _amount("deposit_usd_per_kw", 0, tariffs.deposit_most, 5, role.deposit_usd_per_kw + role.deposit_step),
            _part("minimum_take", 0.0, tariffs.take_most, 0.05, role.minimum_take),
            _part("collateral_months", 0.0, tariffs.collateral_most, 1.0, role.collateral_months),
        )
    elif role.kind == "regulator":
        put(
            "set_permit",
            _part("strictness", 1.0 / most, most, 0.25, role.strictness),
            _part("speed", 1.0 / most, most, 0.25, role.permit_speed),
        )
        put("set_wires", _part("households", 0.0, 1.0, 0.1, role.households_pay))
    elif places:
        put("petition", _choice("site", places))
        offered = [(site.key, site.name) for site in role.sites if site.offered_usd]
        if offered:
            put("accept_fund", _choice("site", offered))
    return found


def _part(name: str, low: float, high: float, step: float, default: float) -> Field:
    return Field(name, "amount", (), low, high, step, min(max(default, low), high), whole=False)


def _own_power_options(race: "Race", view: View, sites: list[tuple[str, str]], put: Any) -> None:
    """Turbines, plants, contracts for power, and the neighbours."""
    rules, level = race.level.rules, race.level
    named = [(key, name, view.sites[key]) for key, name in sites]
    kw = rules.power
    queued = [(key, name) for key, name, site in named if site.queue_kw]
    if queued:
        put("leave_queue", _choice("site", queued), Field("sell", "flag", default=1.0))
    put(
        "bring_turbines",
        _choice("site", sites),
        _amount("kw", 1_000, kw.turbine_site_kw, 1_000, 30_000),
        Field("permitted", "flag"),
    )
    with_gas = [(key, name) for key, name, site in named if site.turbine_kw > site.plant_kw]
    if with_gas:
        put("remove_turbines", _choice("site", with_gas), _amount("kw", 1_000, kw.turbine_site_kw, 1_000, 10_000))
    if level.generators:
        least = min(plant.least_kw for plant in level.generators.values())
        most = max(plant.largest_kw for plant in level.generators.values())
        kinds = [(key, plant.name) for key, plant in level.generators.items()]
        put("build_plant", _choice("site", sites), _choice("plant", kinds), _amount("kw", least, most, 10_000, 100_000))
    terms = rules.tariffs
    fixable = [(key, name) for key, name, site in named if site.grid_kw + site.queue_kw - site.hedged_kw > 0]
    if fixable and level.sources:
        kinds = [(key, source.name) for key, source in level.sources.items()]
        most = max(site.grid_kw + site.queue_kw - site.hedged_kw for _, _, site in named)
        most = max(terms.ppa_least_kw, min(terms.ppa_most_kw, most))
        put(
            "sign_power",
            _choice("site", fixable),
            _choice("source", kinds),
            _amount("kw", terms.ppa_least_kw, most, 5_000, most / 2),
            _amount("months", terms.ppa_least_months, terms.ppa_most_months, 12, terms.ppa_least_months),
        )
    put("fund_community", _choice("site", sites), _amount("amount_usd", 1_000_000, 200_000_000, 1_000_000, 20_000_000))
    sued = [(key, name) for key, name, site in named if site.suit_usd]
    if sued:
        put("settle_suit", _choice("site", sued))


def _equity_options(race: "Race", firm: str, view: View, put: Any) -> None:
    """Ways to equity beside the rounds."""
    me, rules = view.me, race.level.rules.control
    clean = [sheet for sheet in view.offers.sheets if sheet.terms == "clean"]
    if clean and me.tender_months >= rules.tender_months:
        names = [(sheet.investor, race.level.investors[sheet.investor].name) for sheet in clean]
        price = max(sheet.pre_money_usd for sheet in clean) * (1.0 - rules.tender_discount)
        most = min(max(sheet.amount_usd for sheet in clean), price * min(rules.tender_most, me.founders_share))
        put(
            "tender_offer",
            _choice("investor", names),
            _amount("amount_usd", 10_000_000, most, 10_000_000, most / 2),
        )
    if me.is_lab and not me.is_division:
        most = me.valuation_usd * rules.pitch_most
        if most >= rules.pitch_least_usd and view.month - race.world.firms[firm].pitched > rules.pitch_months:
            least = rules.pitch_least_usd
            put("pitch_sovereigns", _amount("amount_usd", least, most, least / 10, max(least, me.valuation_usd / 2)))
    if me.independent and me.is_lab:
        put("open_to_strategics")
    if me.affiliate_usd:
        name = race.level.firms[me.affiliate].name
        put(
            "ask_affiliate_money",
            _choice("affiliate", [(me.affiliate, name)]),
            _amount("amount_usd", 100_000_000, me.affiliate_usd, 100_000_000, me.affiliate_usd),
        )


def _parent_options(race: "Race", firm: str, view: View, put: Any) -> None:
    """What a division can ask of its parent, and give back."""
    me, rules = view.me, race.level.rules.parents
    most = me.request_most_usd
    if me.request_due < 0 and me.run_rate_usd > 0.0 and most >= LEAST_USD:
        put(
            "ask_parent",
            _amount("amount_usd", LEAST_USD, most, LEAST_USD, most / 2),
            _part("promise", rules.promise_least, rules.promise_most, 0.05, rules.hurdle),
        )
    free = me.cash_usd - me.committed_usd
    if free >= LEAST_USD:
        put("hand_back", _amount("amount_usd", LEAST_USD, free, LEAST_USD, free / 4))


def _lab_options(race: "Race", firm: str, view: View, put: Any) -> None:
    me, rules = view.me, race.level.rules
    runs = rules.research
    if me.run_name:
        put("stop_run")
    else:
        put(
            "start_run",
            _amount("months", runs.run_least_months, runs.run_most_months, 1, 6),
            Field("share", "amount", (), runs.run_least_share, runs.run_most_share, 0.05, 0.6, whole=False),
            *_below(race, view),
        )
    put(
        "release_model",
        _amount("variants", 1, rules.leaderboard.variants_most, 1, 1),
        Field("open_weights", "flag", default=float(me.opens)),
    )
    _model_options(race, view, put)
    for policy in POLICIES:
        if policy == "guidance" and not me.is_division:
            continue
        low, high, step = compute.bounds(race, firm, policy)
        now = float(getattr(me, policy))
        put(
            "set_policy",
            _choice("policy", [(policy, policy)]),
            Field("value", "amount", (), low, high, step, now, whole=False),
            group=policy,
        )
    builders = [(key, f.name) for key, f in race.level.firms.items() if f.cloud and f.cloud.rents_out and key != firm]
    if builders:
        terms = rules.anchors
        put(
            "anchor_site",
            _choice("operator", builders),
            _choice("region", [(key, region.name) for key, region in race.level.regions.items()]),
            _amount("h100e", terms.least_h100e, 1_000_000, 1_000, 50_000),
            _amount("months", rules.leases.shortest_months, rules.leases.longest_months, 6, 48),
            _amount("wait", terms.least_months, terms.most_months, 1, 12),
            Field("damages", "amount", (), 0.0, 1.0, 0.1, 0.5, whole=False),
            Field("step_in", "flag"),
            Field("prepay", "amount", (), 0.0, terms.loan_share, 0.05, 0.0, whole=False),
        )
    late = [(a.key, a.name) for a in view.anchors if a.may_step_in]
    if late:
        put("step_in", _choice("anchor", late))
    most = max(1, me.usable_h100e) * rules.public.claim_most
    put("announce", _amount("h100e", me.usable_h100e + 1_000, most, 1_000, me.usable_h100e * 1.3))
    press = rules.press
    if me.promised_due < 0:
        put("promise_model", _amount("months", press.promise_least_months, press.promise_most_months, 1, 9))
    if view.duties:
        law = rules.regulation
        put("lobby", _amount("amount_usd", 10_000_000, law.lobby_most_usd, 10_000_000, law.lobby_usd))
    if me.in_pact:
        put("leave_pact")
    else:
        share = view.pact.share if view.pact else 2.0 * rules.safety.usual_share
        low, high = (share, share) if view.pact else (0.01, rules.safety.share_most)
        verified = view.pact.verified if view.pact else True
        put(
            "join_pact",
            Field("share", "amount", (), low, high, 0.01, share, whole=False),
            Field("verified", "flag", default=float(verified)),
        )
    if me.exclusive_partner:
        put("ask_waiver", _choice("partner", [(me.exclusive_partner, race.level.firms[me.exclusive_partner].name)]))
    for tie in view.ties:
        asks = (
            ("share", "compute", "waiver", "clause", "end")
            if tie.is_lab
            else ("share", "licence", "exclusive", "clause", "end")
        )
        put(
            "renegotiate",
            _choice("partner", [(tie.other, tie.name)]),
            _choice("ask", [(ask, ask) for ask in asks]),
            group=tie.other,
        )
    if me.affiliate:
        name = race.level.firms[me.affiliate].name
        put(
            "borrow_cards",
            _choice("affiliate", [(me.affiliate, name)]),
            _amount("h100e", 1_000, max(1_000, me.affiliate_h100e), 1_000, me.affiliate_h100e / 2),
        )
        put(
            "ask_affiliate",
            _choice("affiliate", [(me.affiliate, name)]),
            _choice("what", [(what, what) for what in ("data", "people")]),
        )
    if view.startups:
        ask = min(startup.ask_usd for startup in view.startups)
        most = max(startup.ask_usd for startup in view.startups)
        put(
            "acquihire",
            _choice("startup", [(startup.key, startup.name) for startup in view.startups]),
            _amount("usd", ask, 3 * most, 10_000_000, most),
        )
    rivals = [(rival.key, rival.name) for rival in view.rivals.values() if rival.alive]
    if rivals:
        people = rules.talent
        put(
            "poach",
            _choice("rival", rivals),
            _amount("people", 1, people.poach_team, 1, people.poach_team / 4),
            _amount("usd_per_head", people.poach_least_usd, people.poach_most_usd, 1_000_000, people.poach_usd),
        )
    put("declare_agi")


def _put_resale(race: "Race", view: View, sites: list[tuple[str, str]], put: Any) -> None:
    """What can be sold, bought, diverted and ported."""
    me, rules = view.me, race.level.rules.resale

    def named(keys: Iterable[str]) -> list[tuple[str, str]]:
        return [(key, view.chips[key].name) for key in sorted(set(keys))]

    held = named(chip for site in view.sites.values() for chip in (*site.cards, *site.ordered_cards))
    held = [choice for choice in held if not view.chips[choice[0]].buyers]
    if held:
        most = max(max((*s.cards.values(), *s.ordered_cards.values()), default=0) for s in view.sites.values())
        put(
            "offer_cards",
            _choice("chip", held),
            _choice("site", sites),
            _amount("cards", 1_000, most, 1_000, most / 10),
            Field("price", "amount", (), rules.price_low, rules.price_high, 0.05, 1.0, whole=False),
            Field("slots", "flag"),
        )
    if sites and view.offers.resale:
        most = max(max(offer.cards, offer.slots) for offer in view.offers.resale.values())
        put(
            "take_cards",
            _choice("chip", named(view.offers.resale)),
            _choice("site", sites),
            _amount("cards", 1_000, most, 1_000, most / 4),
            Field("slots", "flag"),
        )
    if me.divertible and sites:
        name = race.level.firms[me.affiliate].name
        most = max(me.divertible.values())
        put(
            "divert_cards",
            _choice("affiliate", [(me.affiliate, name)]),
            _choice("chip", named(me.divertible)),
            _choice("site", sites),
            _amount("cards", 1_000, most, 1_000, most),
        )
    if me.portable:
        most = max(me.portable.values())
        put(
            "port_lease",
            _choice("operator", [(key, race.level.firms[key].name) for key in me.portable]),
            _amount("h100e", 1_000, most, 1_000, most),
        )


def _bid(offers: Offers, chips: list[tuple[str, str]]) -> tuple[Field, ...]:
    """The limit of a bid, where a maker holds auctions."""
    prices = [offers.chips[chip].price_usd for chip, _ in chips if offers.chips[chip].rule == "auction"]
    return (_amount("bid_usd", 0, BIDS_UP_TO * max(prices), 500, max(prices)),) if prices else ()


def _below(race: "Race", view: View) -> list[Field]:
    """The laws below whose line a run may end."""
    if not view.duties:
        return []
    return [_choice("below", [("", "-"), *((key, law.name) for key, law in view.duties.items())])]


def _model_options(race: "Race", view: View, put: Any) -> None:
    """Licences of text and products."""
    open_ = {key: text for key, text in view.publishers.items() if text.free}
    for key, text in open_.items():
        asked = text.usd_per_year
        most = 5 * asked if text.exclusive else asked + 10_000_000
        put(
            "license_data",
            _choice("publisher", [(key, text.name)]),
            Field("usd_per_year", "amount", (), float(asked), float(most), 10_000_000.0, float(asked)),
            group=key,
        )
    shown = view.me.offerings
    can = [(key, p.name) for key, p in view.products.items() if view.me.true_elo >= p.least_elo]
    fresh = [choice for choice in can if choice[0] not in shown]
    if fresh:
        put("announce_product", _choice("product", fresh))
    if can:
        least = race.level.rules.products.share_least
        put(
            "launch_product",
            _choice("product", can),
            Field("share", "amount", (), 0.0, 1.0, least, 0.25, whole=False),
        )


class _NoCloud(Struct, frozen=True):
    rents_out: bool = False


_NONE = _NoCloud()


def _choice(name: str, choices: Sequence[tuple[str, str]]) -> Field:
    return Field(name, "choice", tuple(choices))


def _amount(name: str, low: float, high: float, step: float, default: float) -> Field:
    low, high = float(int(low)), float(int(max(low, high)))
    wanted = round(default / step) * step if step else default
    return Field(name, "amount", (), low, high, float(step), float(min(max(wanted, low), high)))
