"""Used cards: sell what will stay dark, buy what can run at once, take an affiliate's, port to a landlord's chip."""

from agents.minds.draft import Draft, why
from agents.orders import DivertCards, OfferCards, PortLease, TakeCards
from agents.view import SiteView, View

LEAST_CARDS = 3_000
WORTH_SELLING = 0.15
"""Dark and homeless cards, as a part of a site's, of which some are sold if nothing comes to light them."""
UNDER_MARKET = 0.95
"""Price that it asks, so that outsiders buy too."""
CHEAPER = 0.97
"""A used card's cost relative to the best new one's, compute for compute, below which it is taken."""
PART_OF_BUDGET = 0.5
WORTH_PORTING = 0.04
"""Of the compute at hand."""
HEADWAY_MONTHS = 12
"""Months that must be left for porting to pay."""


def sell_the_idle(draft: Draft) -> None:
    """Offer the oldest cards of a site whose power or hall is not coming."""
    view = draft.view
    for site in view.sites.values():
        idle = site.dark_cards + site.homeless_cards
        if idle < LEAST_CARDS or idle < WORTH_SELLING * sum(site.cards.values()) or _covered(view, site):
            continue
        sold = [key for key in site.cards if not view.chips[key].buyers]
        if sold:
            oldest = min(sold, key=lambda key: (view.chips[key].h100e / view.chips[key].facility_kw, key))
            cards = min(idle, site.cards[oldest]) // 2
            if cards >= LEAST_CARDS // 2:
                order = OfferCards(oldest, cards, site.key, UNDER_MARKET, slots=False)
                draft.add(order, why("sell-idle", cards=idle, site=site.name))


def _covered(view: View, site: SiteView) -> bool:
    """Whether what is coming will light what stands dark."""
    kw = site.grid_kw + site.turbine_kw + site.coming_kw
    halls_kw = (site.air_slots + site.liquid_slots + site.building_slots) * view.hall_kw_per_slot
    return min(kw, halls_kw) >= 0.9 * site.need_kw


def buy_used(draft: Draft, budget_usd: float) -> float:
    """Take used cards where power and places stand ready, if they are cheaper than new ones; what is left of it."""
    view, best = draft.view, None
    new = [
        offer.price_usd * (1.0 + view.integration) / view.chips[key].h100e
        for key, offer in view.offers.chips.items()
        if not view.chips[key].buyers and offer.supply_cards > 0
    ]
    if not new or budget_usd <= 0 or not view.sites:
        return budget_usd
    most = CHEAPER * min(new)
    for key, offer in view.offers.resale.items():
        cost = offer.usd * offer.cheapest / view.chips[key].h100e
        if offer.cards < LEAST_CARDS or cost > most:
            continue
        room = max(
            draft.rooms(key),
            key=lambda room: (min(room.places, room.powered), room.site.key),
        )
        cards = min(room.places, room.powered, offer.cards, int(PART_OF_BUDGET * budget_usd / max(1, offer.usd)))
        if cards >= LEAST_CARDS and (best is None or cost < best[0]):
            best = (cost, key, cards, room.site)
    if best is None:
        return budget_usd
    _, key, cards, site = best
    if draft.add(TakeCards(key, cards, site.key, slots=False), why("used", site=site.name)) is None:
        return budget_usd
    return budget_usd - cards * view.offers.resale[key].usd


def take_from_affiliate(draft: Draft, boldness: float) -> None:
    """What an affiliate has on order, if it could stand here."""
    view, me = draft.view, draft.view.me
    if not me.affiliate or boldness <= 0.5 or not view.sites:
        return
    for chip, cards in me.divertible.items():
        site = max(
            draft.rooms(chip),
            key=lambda room: (min(room.places_ahead, room.powered_ahead), room.site.key),
        )
        number = min(cards, site.places_ahead, site.powered_ahead)
        if number >= LEAST_CARDS:
            draft.add(DivertCards(me.affiliate, chip, number, site.site.key), why("divert", cards=number))
            return


def port_leases(draft: Draft) -> None:
    """Move leases to the landlord's chip while there is time for it to pay."""
    view, me = draft.view, draft.view.me
    if view.last_month - view.month < HEADWAY_MONTHS:
        return
    for operator, h100e in me.portable.items():
        if h100e >= max(1_000, WORTH_PORTING * me.usable_h100e):
            draft.add(PortLease(operator, h100e), why("port", h100e=h100e))
            return
