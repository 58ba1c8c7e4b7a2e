"""How a fleet grows, for labs and lessors alike: cards where hall and power will be, else hall and power first."""

from agents.minds.draft import Draft, why
from agents.minds.power import ask_grid
from agents.minds.rooms import Room
from agents.orders import BringTurbines, BuildHall, OrderCards
from agents.view import ChipView, SiteView, View

MOST_SITES = 6
WORTH_A_SITE_KW = 40_000
LEAST_CARDS = 1_000
WORTH_ORDERING = 0.01
"""Smallest order of cards, as a share of the fleet."""
BOOK_WORTH_PREPAYING = 2.0
"""Months of a chip's orders beyond which a buyer pays half in advance to move up."""
PREPAID = 0.5
RENTED_MONTHS = 36
LEAST_KW = 5_000
POWER_AHEAD = 3
"""Power that is asked for, relative to the halls: its queue takes about that much longer."""


def grow(
    draft: Draft,
    budget_usd: float,
    headroom: float,
    turbine_share: float,
    haste: float,
    ahead_usd: float | None = None,
) -> None:
    """Spend about `budget_usd` on the fleet this turn, the missing leg of the stool first.

    `haste` is the part of places and power not yet in time for which cards are ordered all the same. `ahead_usd` is
    what halls and power are planned for when it is not the whole budget.
    """
    view = draft.view
    chip_key = draft.best_chip()
    if chip_key is None or not view.sites or budget_usd <= 0:
        return
    wanted = _wanted(view, chip_key, budget_usd)
    if wanted < LEAST_CARDS // 2:
        return
    chip = view.chips[chip_key]
    rooms = draft.rooms(chip_key)
    left_usd = _order(draft, chip_key, rooms, budget_usd, haste)
    other = draft.best_chip(liquid=not chip.liquid) if left_usd > 0.3 * budget_usd else None
    if other is not None:
        _order(draft, other, draft.rooms(other), left_usd, haste)
    ahead = wanted if ahead_usd is None else _wanted(view, chip_key, ahead_usd)
    _provide(draft, rooms, int(ahead * headroom), chip, turbine_share)


def cost_usd(view: View, chip_key: str) -> float:
    """Dollars for a card, its server and its place in a hall."""
    hall = view.chips[chip_key].facility_kw / view.hall_kw_per_slot * view.build_cost_usd_per_slot
    return view.offers.chips[chip_key].price_usd * (1.0 + view.integration) + hall


def worth_usd(view: View, chip_key: str) -> int:
    """Dollars that a card is worth to who rents it out for three years, its server and its place paid."""
    chip = view.chips[chip_key]
    earns = view.rent_usd * chip.h100e * view.hours_per_month * RENTED_MONTHS
    hall = chip.facility_kw / view.hall_kw_per_slot * view.build_cost_usd_per_slot
    return max(0, int((earns - hall) / (1.0 + view.integration)))


def _wanted(view: View, chip_key: str, budget_usd: float) -> int:
    return int(budget_usd / cost_usd(view, chip_key))


def _order(draft: Draft, chip_key: str, rooms: list[Room], budget_usd: float, haste: float) -> float:
    """Order cards where most have place and power in time; returns what is left of the budget."""
    view, chip = draft.view, draft.view.chips[chip_key]
    takes, _, best = max([(room.takes(haste), room.site.key, i) for i, room in enumerate(rooms)])
    cards = min(_wanted(view, chip_key, budget_usd), takes)
    least = max(LEAST_CARDS // 2, int(WORTH_ORDERING * view.me.owned_h100e / chip.h100e))
    offer = view.offers.chips[chip_key]
    is_short = offer.ordered_cards > BOOK_WORTH_PREPAYING * offer.supply_cards and offer.rule == "turn_and_earn"
    bid = worth_usd(view, chip_key) if offer.rule == "auction" else 0
    site = rooms[best].site
    order = OrderCards(chip_key, cards, site.key, PREPAID if is_short else 0.0, bid)
    if cards < least or draft.add(order, why("cards", chip=chip.name, site=site.name)) is None:
        return budget_usd
    return budget_usd - cards * cost_usd(view, chip_key)


def _provide(draft: Draft, rooms: list[Room], ahead: int, chip: ChipView, turbine_share: float) -> None:
    """See that halls for `ahead` more cards are under way, and power for several times that: its queue is longer."""
    matched = covered = 0
    spare_power: list[tuple[int, str, SiteView]] = []
    spare_places: list[tuple[int, str, SiteView]] = []
    for room in rooms:
        site, places, powered = room.site, room.places_ahead, room.powered_ahead
        have_places, have_power = places if places > 0 else 0, powered if powered > 0 else 0
        matched += have_places if have_places < have_power else have_power
        covered += have_power
        spare_power.append((powered - have_places, site.key, site))
        spare_places.append((places - have_power, site.key, site))
    most, _, roomy = max(spare_power)
    if matched < ahead and most >= LEAST_CARDS:
        slots = int(min(ahead - matched, most) * chip.facility_kw / draft.view.hall_kw_per_slot)
        _build(draft, roomy, slots, chip)
    gap = POWER_AHEAD * ahead - covered
    if gap < LEAST_CARDS:
        return
    most, _, placed = max(spare_places)
    if most >= gap // 4:
        _connect(draft, placed, max(gap, most), chip, turbine_share)
    elif not _open_site(draft, rooms, gap, chip):
        _connect(draft, _quickest(draft.view, rooms, gap, chip), gap, chip, turbine_share)


def _build(draft: Draft, site: SiteView, slots: int, chip: ChipView) -> None:
    slots = max(LEAST_CARDS, slots // 1_000 * 1_000)
    draft.add(BuildHall(site.key, slots, chip.liquid), why("hall", slots=slots, site=site.name))


def _open_site(draft: Draft, rooms: list[Room], gap: int, chip: ChipView) -> bool:
    """Go where power stands ready, if one's own sites are not too many already."""
    view = draft.view
    taken = {room.site.region for room in rooms}
    regions = [offer for key, offer in view.offers.power.items() if key not in taken]
    best = max(regions, key=lambda offer: (offer.available_kw, offer.region), default=None)
    if len(rooms) >= MOST_SITES or best is None or best.available_kw < WORTH_A_SITE_KW:
        return False
    cards = min(gap, int(best.available_kw / chip.facility_kw))
    slots = max(LEAST_CARDS, int(cards * chip.facility_kw / view.hall_kw_per_slot) // 1_000 * 1_000)
    reason = why("site", mw=best.available_kw // 1000, region=best.utility_name)
    return draft.add(BuildHall(best.region, slots, chip.liquid), reason) is not None


def _quickest(view: View, rooms: list[Room], gap: int, chip: ChipView) -> SiteView:
    """The own site where power for the gap is soonest: what stands ready first, then the shortest wait."""
    offers, needed = view.offers.power, gap * chip.facility_kw

    def rank(room: Room) -> tuple[float, float, str]:
        offer = offers[room.site.region]
        return (-min(offer.available_kw, needed), offer.wait_months, room.site.key)

    return min(rooms, key=rank).site


def _connect(draft: Draft, site: SiteView, cards: int, chip: ChipView, turbine_share: float) -> None:
    """Ask the grid for the power of some cards, with turbines for a part of it until it comes."""
    kw = int(cards * chip.facility_kw) // 1_000 * 1_000
    if kw < LEAST_KW:
        return
    gas_kw = int(kw * turbine_share) // 1_000 * 1_000
    if gas_kw >= LEAST_KW:
        draft.add(BringTurbines(site.key, gas_kw), why("turbines", mw=gas_kw // 1000, site=site.name))
    if draft.full:
        return
    wait = draft.view.offers.power[site.region].wait_months
    ask_grid(draft, site, kw, draft.taste, why("grid", mw=kw // 1000, site=site.name, months=round(wait)))


def house_the_homeless(draft: Draft) -> None:
    """Cards without a place: build the hall that they lack, if it is not under construction already."""
    view = draft.view
    for site in view.sites.values():
        if site.homeless_cards < LEAST_CARDS:
            continue
        hall_kw = (site.air_slots + site.liquid_slots + site.building_slots) * view.hall_kw_per_slot
        slots = int((site.need_kw - hall_kw) / view.hall_kw_per_slot) // 1_000 * 1_000
        if slots >= LEAST_CARDS:
            reason = why("homeless", cards=site.homeless_cards, site=site.name)
            draft.add(BuildHall(site.key, slots, liquid=True), reason)


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
            reason = why("dark", cards=site.dark_cards, site=site.name)
            ask_grid(draft, site, max(5_000, kw), draft.taste, reason)
        if turbine_share > 0.0:
            kw = int(short_kw * turbine_share) // 1_000 * 1_000
            if kw >= 1_000:
                draft.add(BringTurbines(site.key, kw), why("dark", cards=site.dark_cards, site=site.name))
