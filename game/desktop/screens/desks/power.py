"""The desk of megawatts and halls: routes to power for a site, the sites themselves, halls, neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.desktop.screens.desks.offers import Cell, Compare, Group, Offer
from game.desktop.screens.desks.site_plans import SitePlans
from game.desktop.screens.desks.work import Page, PageSpec, Work, field_of, kept
from game.telling.wording import short

if TYPE_CHECKING:
    from agents.view import SiteOffer
    from game.door.options import Option

ROUTES = ("request_grid", "bring_turbines", "build_plant", "bid_site")
HALLS = ("build_hall", "retrofit_hall", "build_giant", "pause_hall", "resume_hall", "sell_site")
NEAR = ("sign_power", "fund_community", "settle_suit", "leave_queue", "remove_turbines")
RISKY = 0.05
"""Monthly chance to be stopped from which on it is called a risk."""


def routes(work: Work) -> Page:
    """Every way to more power at one site, for one size."""
    page, options = Page(), work.options(*ROUTES)
    sized = next((option for option in options if option.kind != "bid_site"), None)
    values: dict[str, Any] = {}
    title = work.say("wide-routes")
    if sized is not None:
        if len(field_of(sized, "site").choices) > 1:
            page.knobs.append(work.picker(sized, "site", _neediest(work)))
        site = page.knobs[0].value if page.knobs else field_of(sized, "site").choices[0][0]
        page.knobs.append(work.slider(sized, "kw", usual=_wanted_kw(work, site), high=1_000_000))
        values = {"site": site, "kw": page.knobs[-1].value}
        title = work.say("wide-routes-to", site=work.match.words.named("site", site))
    offers: list[Offer] = []
    for option in options:
        offers += _routes_of(work, option, values)
    offers += _rented(work)
    measures = work.measures(
        ("mw", 0), ("wait", -1), ("kwh", -1), ("now", 1), ("mw-cost", -1), ("risk", 0)
    )  # fmt: skip
    page.blocks.append(Compare("routes", title, measures, offers, as_rows=True))
    return page


def _neediest(work: Work) -> str:
    """The own site that lacks the most power for what stands there or comes."""
    sites = work.view.sites.values()
    lack = {site.key: site.planned_kw - site.grid_kw - site.turbine_kw - site.coming_kw for site in sites}
    return max(lack, key=lambda key: (lack[key], key)) if lack else ""


def _wanted_kw(work: Work, key: str) -> float | None:
    """What is planned for the site, else what it lacks; None if it lacks nothing."""
    planned = [order.kw for order in work.match.orders if order.kind in ROUTES and getattr(order, "site", "") == key]  # type: ignore[union-attr]
    if planned:
        return float(planned[-1])
    site = work.view.sites.get(key)
    missing = site.planned_kw - site.grid_kw - site.turbine_kw - site.coming_kw if site is not None else 0
    return -(-missing // 5_000) * 5_000.0 if missing > 0 else None


def _routes_of(work: Work, option: Option, values: dict[str, Any]) -> list[Offer]:
    say = work.say
    if option.kind == "request_grid":
        return [
            _grid(work, option, {**values, "interruptible": False}, "grid", say("wide-grid")),
            _grid(work, option, {**values, "interruptible": True}, "grid-cut", say("wide-grid-cut")),
        ]
    if option.kind == "bring_turbines":
        return [
            _turbines(work, option, {**values, "permitted": permitted}, permitted) for permitted in (False, True)
        ]  # fmt: skip
    if option.kind == "build_plant":
        return [_plant(work, option, {**values, "plant": key}) for key, _ in field_of(option, "plant").choices]
    lots = {lot.lot: lot for lot in work.view.offers.sites}
    return [_lot(work, option, lots[key]) for key, _ in field_of(option, "lot").choices]


def _route(work: Work, offer: Offer, kw: float, kwh: float | None, usd: float | None, risk: Cell) -> Offer:
    """The cells that all routes share: `usd` is all that it costs to get the power there."""
    answer = offer.answer
    assert answer is not None
    per_mw = None if usd is None or answer.quote is None else work.money(1000.0 * usd / max(1.0, kw))
    offer.cells = kept(
        (
            ("mw", work.power(kw)),
            ("wait", work.wait(answer)),
            ("kwh", work.kwh(kwh)),
            ("now", work.cash_now(answer)),
            ("mw-cost", per_mw),
            ("risk", risk),
        )
    )
    return offer


def _grid(work: Work, option: Option, values: dict[str, Any], key: str, title: str) -> Offer:
    offer = work.offer(option, values, key, title)
    answer, site = offer.answer, work.view.sites.get(str(offer.values["site"]))
    assert answer is not None
    posted = work.view.offers.power.get(site.region) if site is not None else None
    now, waits = answer.number("quote-connect-now", "mw"), answer.number("quote-queue", "mw")
    if answer.quote is not None:
        offer.note = work.say("wide-grid-note", now=round(now or 0), queue=round(waits or 0))
    cut = answer.number("quote-curtailed", "share")
    if cut is not None:
        risk = Cell(work.say("wide-risk-cut", share=work.figures.percent(cut)), tone="warn")
    else:
        shaky = posted.speculative_share if posted is not None else 0.0
        risk = Cell(work.say("wide-risk-queue", share=work.figures.percent(shaky)) if waits else work.say("wide-none"))
    tariff = posted.tariff_usd_per_kwh if posted is not None else None
    cost = None if answer.quote is None else float(answer.quote.cash_usd)
    return _route(work, offer, float(offer.values["kw"]), tariff, cost, risk)


def _turbines(work: Work, option: Option, values: dict[str, Any], permitted: bool) -> Offer:
    title = work.say("wide-turbines-permit" if permitted else "wide-turbines")
    offer = work.offer(option, values, "turbines-permit" if permitted else "turbines", title, up_to="kw")
    answer, kw = offer.answer, float(offer.values["kw"])
    assert answer is not None
    monthly, stopped = answer.number("quote-turbines", "money"), answer.number("quote-block", "chance")
    used = kw * work.view.hours_per_month * work.match.level.rules.power.load_factor
    if stopped is not None:
        share = work.figures.percent(stopped, digits=1)
        risk = Cell(work.say("wide-risk-stop", share=share), tone="bad" if stopped > RISKY else "warn")
    else:
        risk = Cell(work.say("wide-risk-pool", kw=work.figures.power(work.view.offers.turbine_kw)))
    return _route(work, offer, kw, monthly / used if monthly is not None else None, 0.0, risk)


def _plant(work: Work, option: Option, values: dict[str, Any]) -> Offer:
    key, words = str(values["plant"]), work.match.words
    least = work.view.plants[key].least_kw if key in work.view.plants else 0
    values = {**values, "kw": max(least, values["kw"])}
    offer = work.offer(option, values, f"plant.{key}", words.named("plant", key), up_to="kw")
    answer = offer.answer
    assert answer is not None
    later, price = answer.number("quote-plant-later", "money"), answer.arg("quote-energy", "price")
    cost = None if answer.quote is None or later is None else answer.quote.cash_usd + later
    kwh = float(price) if price is not None else None
    return _route(work, offer, float(offer.values["kw"]), kwh, cost, Cell(work.say("wide-risk-late")))


def _lot(work: Work, option: Option, lot: SiteOffer) -> Offer:
    bids = [o.amount_usd for o in work.match.orders if o.kind == "bid_site" and o.lot == lot.lot]  # type: ignore[union-attr]
    usual = max(lot.reserve_usd, field_of(option, "amount_usd").default)
    values = {"lot": lot.lot, "amount_usd": bids[-1] if bids else usual}
    offer = work.offer(option, values, f"lot.{lot.lot}", short(work.match.words.name(lot.name)))
    offer.note = work.say("wide-lot-note", usd=int(offer.values["amount_usd"]), slots=lot.slots)
    posted = work.view.offers.power.get(lot.region)
    tariff = posted.tariff_usd_per_kwh if posted is not None else None
    return _route(
        work, offer, float(lot.kw), tariff, float(offer.values["amount_usd"]), Cell(work.say("wide-risk-bids"))
    )  # fmt: skip


def _rented(work: Work) -> list[Offer]:
    """What needs no power of one's own: cards that a lessor already runs."""
    running = [offer for offer in work.view.offers.leases.values() if offer.now_h100e]
    if not work.me.is_lab or not running:
        return []
    cheapest = min(running, key=lambda offer: (offer.rent_usd, offer.operator))
    total = sum(offer.now_h100e for offer in running)
    note = work.say("wide-rented-note", h100e=total, usd=f"{cheapest.rent_usd:.2f}")
    cells = {"wait": work.months(1), "risk": Cell(work.say("wide-risk-rent"))}
    return [Offer("rented", work.say("wide-rented"), "server", note, cells=cells)]


def sites(work: Work) -> Page:
    """Own sites as they stand and as what is begun will make them."""
    return Page(blocks=[lambda rect, canvas: SitePlans(rect, work, canvas)])


def halls(work: Work) -> Page:
    """One hall at every place, and what else can be done with halls."""
    page, option = Page(), work.option("build_hall")
    if option is not None:
        page.knobs = [work.slider(option, "slots", high=200_000), work.slider(option, "haste")]
        page.knobs.append(work.switch(option, "liquid"))
        values = {knob.key: knob.value for knob in page.knobs}
        offers = [_hall(work, option, place, values) for place, _ in field_of(option, "site").choices]
        measures = work.measures(
            ("now", 1), ("due-later", -1), ("done", -1), ("free-kw", 1), ("queue", -1), ("kwh", -1), ("here", 0)
        )  # fmt: skip
        months, usd = round(work.me.build_months), work.view.build_cost_usd_per_slot
        note = work.say("wide-builders", months=months, usd=usd)
        page.blocks.append(Compare("halls", work.say("wide-halls"), measures, offers, note, as_rows=True))
    others = [work.card(other) for other in work.options(*HALLS) if other.kind != "build_hall"]
    if others:
        page.blocks.append(Group("other-halls", work.say("wide-other-halls"), others))
    return page


def _hall(work: Work, option: Option, place: str, values: dict[str, Any]) -> Offer:
    site = work.view.sites.get(place)
    region = site.region if site is not None else place
    posted = work.view.offers.power.get(region)
    name = work.match.words.named("site", place)
    note = work.say("wide-own-site" if site is not None else "wide-new-site")
    offer = work.offer(option, {**values, "site": place}, place, name, note=note)
    answer = offer.answer
    assert answer is not None
    spare = None if site is None else site.grid_kw + site.turbine_kw + site.coming_kw - site.planned_kw
    offer.cells = kept(
        (
            ("now", work.cash_now(answer)),
            ("due-later", work.money(answer.number("quote-hall-later", "money"))),
            ("done", work.ready(answer)),
            ("free-kw", work.power(posted.available_kw if posted is not None else None)),
            ("queue", work.months(posted.wait_months) if posted is not None else None),
            ("kwh", work.kwh(posted.tariff_usd_per_kwh if posted is not None else None)),
            ("here", None if spare is None else Cell(work.figures.power(spare), tone="warn" if spare < 0 else "text")),
        )
    )
    return offer


def near(work: Work) -> Page:
    """Power at a fixed price, neighbours, and what can be given back."""
    page, option = Page(), work.option("sign_power")
    if option is not None:
        if len(field_of(option, "site").choices) > 1:
            page.knobs.append(work.picker(option, "site"))
        site = page.knobs[0].value if page.knobs else field_of(option, "site").choices[0][0]
        page.knobs += [work.slider(option, "kw"), work.slider(option, "months")]
        values = {"site": site, "kw": page.knobs[-2].value, "months": page.knobs[-1].value}
        offers = [_contract(work, option, {**values, "source": key}) for key, _ in field_of(option, "source").choices]
        measures = work.measures(("mw", 0), ("fixed", -1), ("spot", 0), ("shape", -1), ("starts", -1))
        page.blocks.append(Compare("fixed", work.say("wide-fixed"), measures, offers))
    others = [_at_each(work, other) for other in work.options(*NEAR) if other.kind != "sign_power"]
    cards = [card for cards in others for card in cards]
    if cards:
        page.blocks.append(Group("near", work.say("wide-near"), cards))
    return page


def _contract(work: Work, option: Option, values: dict[str, Any]) -> Offer:
    key = str(values["source"])
    offer = work.offer(option, values, key, work.match.words.named("source", key), up_to="kw")
    answer = offer.answer
    assert answer is not None
    fixed, spot = answer.arg("quote-fixed", "price"), answer.arg("quote-spot", "price")
    offer.cells = kept(
        (
            ("mw", work.power(float(offer.values["kw"]))),
            ("fixed", work.kwh(float(fixed) if fixed is not None else None)),
            ("spot", work.kwh(float(spot) if spot is not None else None)),
            ("shape", work.share(answer.number("quote-shape", "share") or (0.0 if answer.quote else None))),
            ("starts", work.ready(answer)),
        )
    )
    return offer


def _at_each(work: Work, option: Option) -> list[Offer]:
    """A card for each site that the option is open for."""
    found = []
    for site, _ in field_of(option, "site").choices:
        name = work.say("wide-at", what=work.match.words.option(option), site=work.match.words.named("site", site))
        amount = next((each.name for each in option.fields if each.kind == "amount"), "")
        offer = work.offer(option, {"site": site}, f"{option.kind}.{site}", name, up_to=amount)
        offer.facts = [fact for fact in work.facts(offer) if fact[0] != work.match.words.field(option, "site")]
        found.append(offer)
    return found


PAGES = (
    PageSpec("routes", ROUTES, routes),
    PageSpec("sites", (), sites, lambda work: work.view.role is None and bool(work.view.sites)),
    PageSpec("halls", HALLS, halls),
    PageSpec("near", NEAR, near),
)
