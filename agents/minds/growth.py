"""How a fleet grows, for labs and lessors alike: cards where hall and power will be, else hall and power first."""

from msgspec import Struct

from agents.minds.draft import Draft, why
from agents.orders import BringTurbines, BuildHall, OrderCards, RequestGrid
from agents.view import ChipView, SiteView, View


class Room(Struct, frozen=True):
    """What a site can still take of one chip, in cards: places, and power counted with what is requested."""

    site: SiteView
    places: int
    powered: int


def best_chip(view: View) -> str | None:
    """The chip on sale that gives the most compute for the money, hall included; None if nothing is on sale to it."""
    me, best, best_cost = view.me, None, 0.0
    for key, offer in view.offers.chips.items():
        chip = view.chips[key]
        barred = chip.buyers and me.key not in chip.buyers
        if barred or chip.maker not in me.makers or offer.supply_cards <= 0:
            continue
        hall = chip.facility_kw / view.hall_kw_per_slot * view.build_cost_usd_per_slot
        cost = (offer.price_usd * (1.0 + view.integration) + hall) / chip.h100e
        if best is None or cost < best_cost:
            best, best_cost = key, cost
    return best


def room_for(view: View, site: SiteView, chip: ChipView) -> Room:
    """Places of the right cooling and power at a site that no card is planned for."""
    air = liquid = 0
    for counts in (site.cards, site.coming_cards, site.ordered_cards):
        for key, cards in counts.items():
            if view.chips[key].liquid:
                liquid += cards
            else:
                air += cards
    liquid_free = site.liquid_slots + site.building_liquid - liquid
    air_free = site.air_slots + site.building_slots - site.building_liquid - air
    places = liquid_free if chip.liquid else air_free + max(0, liquid_free)
    kw = site.grid_kw + site.turbine_kw + site.coming_kw - site.planned_kw
    return Room(site, places, int(kw / chip.facility_kw))


def grow(draft: Draft, budget_usd: float, headroom: float, turbine_share: float) -> None:
    """Spend about `budget_usd` on the fleet this turn, the missing leg of the stool first."""
    view = draft.view
    chip_key = best_chip(view)
    if chip_key is None or not view.sites or budget_usd <= 0:
        return
    chip, offer = view.chips[chip_key], view.offers.chips[chip_key]
    card_usd = offer.price_usd * (1.0 + view.integration)
    hall_usd = view.build_cost_usd_per_slot
    wanted = int(budget_usd / (card_usd + hall_usd))
    if wanted < 500:
        return
    rooms = [room_for(view, site, chip) for site in view.sites.values()]
    best = max(rooms, key=lambda room: (min(room.places, room.powered), room.site.key))
    fits = min(best.places, best.powered)
    if fits >= 500:
        cards = min(wanted, fits)
        draft.add(OrderCards(chip_key, cards, best.site.key), why("cards", chip=chip.name, site=best.site.name))
    ahead = int(wanted * headroom)
    _power(draft, rooms, ahead, chip.facility_kw, turbine_share)
    most_places = max(room.places for room in rooms)
    if most_places < ahead:
        roomy = max(rooms, key=lambda room: (room.powered - room.places, room.site.key))
        slots = max(1_000, ahead // 1_000 * 1_000)
        draft.add(
            BuildHall(roomy.site.key, slots, chip.liquid, crash=False),
            why("hall", slots=slots, site=roomy.site.name),
        )


def _power(draft: Draft, rooms: list[Room], ahead: int, kw_per_card: float, turbine_share: float) -> None:
    """Close what is missing for the cards to come: turbines for a part of it, the grid's queue for the rest."""
    view = draft.view
    most_power = max(room.powered for room in rooms)
    if most_power >= ahead:
        return
    quickest = min(rooms, key=lambda room: (view.offers.power[room.site.region].wait_months, room.site.key))
    missing_kw = int((ahead - max(0, most_power)) * kw_per_card) // 1_000 * 1_000
    if missing_kw < 5_000:
        return
    if turbine_share > 0.0 and missing_kw * turbine_share >= 5_000:
        kw = int(missing_kw * turbine_share) // 1_000 * 1_000
        draft.add(BringTurbines(quickest.site.key, kw), why("turbines", mw=kw // 1000, site=quickest.site.name))
    wait = view.offers.power[quickest.site.region].wait_months
    draft.add(
        RequestGrid(quickest.site.key, missing_kw),
        why("grid", mw=missing_kw // 1000, site=quickest.site.name, months=round(wait)),
    )


def light_the_dark(draft: Draft, turbine_share: float) -> None:
    """Cards that stand in a hall without power: ask for what is missing, and bring turbines for a part of it."""
    view = draft.view
    for site in view.sites.values():
        short_kw = site.need_kw - site.grid_kw - site.turbine_kw
        if site.dark_cards < 1_000 or short_kw < 2_000:
            continue
        uncovered = short_kw - site.coming_kw
        if uncovered >= 2_000:
            kw = uncovered // 1_000 * 1_000
            draft.add(RequestGrid(site.key, max(5_000, kw)), why("dark", cards=site.dark_cards, site=site.name))
        if turbine_share > 0.0:
            kw = int(short_kw * turbine_share) // 1_000 * 1_000
            if kw >= 1_000:
                draft.add(BringTurbines(site.key, kw), why("dark", cards=site.dark_cards, site=site.name))
