"""How a fleet finds power and keeps peace with its neighbours, for labs and lessors alike."""

from msgspec import structs

from agents.desk import Quote
from agents.minds.draft import Draft, Taste, why
from agents.orders import BuildPlant, FundCommunity, RequestGrid, SettleSuit, SignPower
from agents.view import SiteView, Text, View

WORTH_SOONER_MONTHS = 3
LEAST_CUT = 0.2
"""Smallest part of a request that is worth one of its own."""
LEAST_REQUEST_KW = 5_000
WORTH_CERTAINTY = 0.3
"""What it pays above spot to know its bill, if it would fix all of it."""
LEAST_HEDGE_KW = 50_000
LEAST_PLANT_KW = 50_000
ANGRY = 0.4
"""Opposition at which a good neighbour pays before anybody sues."""
FUND_USD_PER_MW = 150_000
MOST_OF_CASH = 0.03
"""Part of its cash that it gives to neighbours at once."""
SUIT_MONTHS = 2.0
"""Standstill that a perfect neighbour expects of a suit."""


LESSOR = Taste(0.0, 0.2, 0.5, 0.6)
"""Lessors promise their tenants every hour, and think in decades."""


def ask_grid(draft: Draft, site: SiteView, kw: int, taste: Taste, reason: Text) -> None:
    """Ask for grid power, a part of it to be cut in peaks where that is much sooner: as much of the site as taste
    allows, what must run always as a request of its own."""
    offer = draft.view.offers.power[site.region]
    allowed_kw = int(taste.interruptible * (site.grid_kw + site.queue_kw + kw)) - site.interruptible_kw
    cut_kw = min(kw, allowed_kw) // 1_000 * 1_000
    sooner = offer.wait_months - offer.interruptible_months
    if kw > offer.available_kw and cut_kw >= LEAST_CUT * kw and sooner > WORTH_SOONER_MONTHS:
        order = RequestGrid(site.key, cut_kw, interruptible=True)
        _ask(draft, order, why("grid-cut", months=round(offer.interruptible_months)))
        kw -= cut_kw
    if kw >= LEAST_REQUEST_KW:
        _ask(draft, RequestGrid(site.key, kw), reason)


def _ask(draft: Draft, order: RequestGrid, reason: Text) -> None:
    """Ask, with a second-hand transformer where a new one would come last."""
    plain = draft.desk.quote(draft.orders, order)
    if isinstance(plain, Quote):
        quicker = structs.replace(order, refurbished=True)
        other = draft.desk.quote(draft.orders, quicker)
        if isinstance(other, Quote) and plain.ready_month - other.ready_month >= WORTH_SOONER_MONTHS:
            order = quicker
    draft.add(order, reason)


def build_plants(draft: Draft, taste: Taste, spare_usd: float) -> None:
    """Plants for a part of what the largest site waits for: the cheapest energy that still runs for years."""
    view = draft.view
    site = max(view.sites.values(), key=lambda s: (s.planned_kw, s.key), default=None)
    if site is None or draft.full or not view.plants:
        return
    wait = view.offers.power[site.region].wait_months
    kw = int(taste.plant_share * site.planned_kw) - site.plant_kw - site.ordered_plant_kw
    left = view.last_month - view.month
    fits = [
        (plant.energy, key)
        for key, plant in view.plants.items()
        if view.offers.plant_months[key] < min(left / 2, 1.5 * wait) and kw >= plant.least_kw
    ]
    if kw < LEAST_PLANT_KW or not fits:
        return
    kind = min(fits)[1]
    plant = view.plants[kind]
    kw = min(kw, plant.largest_kw - site.plant_kw - site.ordered_plant_kw) // 10_000 * 10_000
    if kw >= plant.least_kw and kw * plant.usd_per_kw <= spare_usd:
        draft.add(BuildPlant(site.key, kind, kw), why("plant"))


def fix_price(draft: Draft, taste: Taste) -> None:
    """Hold a part of the largest site's grid power at a fixed price, while certainty is worth the premium."""
    view = draft.view
    site = max(view.sites.values(), key=lambda s: (s.grid_kw - s.hedged_kw, s.key), default=None)
    if site is None or draft.full:
        return
    kw = int(taste.ppa_share * site.grid_kw) - site.hedged_kw
    if kw < LEAST_HEDGE_KW or not view.sources:
        return
    source = min(view.sources, key=lambda key: (view.sources[key].shape, key))
    spot = view.offers.power[site.region].energy_usd_per_kwh
    if view.offers.ppa_usd_per_kwh[site.region] <= spot * (1.0 + WORTH_CERTAINTY * taste.ppa_share):
        kw = min(kw, view.ppa_most_kw) // 5_000 * 5_000
        draft.add(SignPower(site.key, source, kw, view.ppa_months), why("power", mw=kw // 1000))


def keep_peace(draft: Draft, taste: Taste) -> None:
    """Settle what has stopped a site; fund neighbours before they sue, the sooner the better a neighbour."""
    me = draft.view.me
    most = int(MOST_OF_CASH * me.cash_usd)
    bearable = ANGRY / max(0.2, taste.good_neighbour)
    for site in draft.view.sites.values():
        if site.suit_usd and site.suit_usd < _stake_usd(draft.view, site, taste):
            draft.add(SettleSuit(site.key), why("settle"))
        elif site.opposition > bearable and site.fund_usd < 1_000_000:
            usd = min(most, site.need_kw // 1000 * FUND_USD_PER_MW) // 1_000_000 * 1_000_000
            if usd > 0:
                draft.add(FundCommunity(site.key, usd), why("fund"))


def _stake_usd(view: View, site: SiteView, taste: Taste) -> float:
    """Rent of the cards on own power that an injunction keeps dark; before there is one, what a neighbour fears."""
    cards, own_kw = sum(site.cards.values()), site.turbine_kw
    monthly = view.rent_usd * view.hours_per_month * cards * min(1.0, own_kw / max(1, site.need_kw))
    stopped = site.stopped_until - view.month
    return monthly * stopped if stopped > 0 else monthly * SUIT_MONTHS * taste.good_neighbour
