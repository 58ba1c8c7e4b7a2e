"""What a site can still take of a chip, and which chip gives most for the money, by what a firm sees."""

from msgspec import Struct

from agents.view import ChipView, SiteView, View

LONGEST_BOOK_MONTHS = 9
UNKNOWN_H100E_PER_KW = 0.7
"""What is reckoned with while no chip is on sale: about that of an H100."""


class Room(Struct, frozen=True, gc=False):
    """What a site can still take of one chip, in cards: places, and power counted with what is requested."""

    site: SiteView
    places: int
    """In time for cards that are ordered now."""
    powered: int
    places_ahead: int
    """Halls under construction counted too."""
    powered_ahead: int
    """The whole queue counted too."""

    def takes(self, haste: float) -> int:
        """Cards to order: what has place and power in time, and a part of what will have them later."""
        places, powered = float(self.places), float(self.powered)
        if self.places_ahead > self.places:
            places += haste * (self.places_ahead - self.places)
        if self.powered_ahead > self.powered:
            powered += haste * (self.powered_ahead - self.powered)
        return int(places if places < powered else powered)


def best_chip(view: View, *, liquid: bool | None = None) -> str | None:
    """The chip on sale that gives the most compute for the money, hall included; None if nothing is on sale to it.

    With `liquid` only chips of that cooling are looked at. A chip whose order book is long is left to others.
    """
    me, best, best_cost = view.me, None, 0.0
    for key, offer in view.offers.chips.items():
        chip = view.chips[key]
        barred = chip.buyers and me.key not in chip.buyers
        if barred or chip.maker not in me.makers or (liquid is not None and chip.liquid != liquid):
            continue
        if offer.supply_cards <= 0 or offer.ordered_cards > LONGEST_BOOK_MONTHS * offer.supply_cards:
            continue
        hall = chip.facility_kw / view.hall_kw_per_slot * view.build_cost_usd_per_slot
        cost = (offer.price_usd * (1.0 + view.integration) + hall) / chip.h100e
        if best is None or cost < best_cost:
            best, best_cost = key, cost
    return best


def rooms_for(view: View, chip: str) -> list[Room]:
    """What each site can still take of a chip."""
    return [room_for(view, site, view.chips[chip]) for site in view.sites.values()]


def h100e_per_kw(view: View) -> float:
    """Compute that a kilowatt runs with the best chip on sale."""
    chips = view.chips
    return max([chips[key].h100e / chips[key].facility_kw for key in view.offers.chips], default=UNKNOWN_H100E_PER_KW)


def room_for(view: View, site: SiteView, chip: ChipView) -> Room:
    """Places of the right cooling and power at a site that no card is planned for, in cards of this chip."""
    per_slot = view.hall_kw_per_slot
    liquid_now = (site.liquid_slots + site.soon_liquid) * per_slot - site.liquid_cards_kw
    air_now = (site.air_slots + site.soon_slots - site.soon_liquid) * per_slot - site.air_cards_kw
    # Air-cooled cards that find no air place stand in liquid ones.
    if air_now < 0.0:
        liquid_now += air_now
    later_liquid = (site.building_liquid - site.soon_liquid) * per_slot
    later_air = (site.building_slots - site.soon_slots) * per_slot - later_liquid
    places_kw = air_now + liquid_now if air_now > 0.0 and not chip.liquid else liquid_now
    ahead_kw = places_kw + later_liquid + (0.0 if chip.liquid else later_air)
    kw = site.grid_kw + site.turbine_kw + site.soon_kw - site.planned_kw
    each = chip.facility_kw
    return Room(
        site,
        int(places_kw / each),
        int(kw / each),
        int(ahead_kw / each),
        int((kw + site.coming_kw - site.soon_kw) / each),
    )
