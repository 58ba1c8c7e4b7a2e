"""How a firm bids for energised sites: the value of the time that they save, which is what to bid at a second price."""

from agents.minds.draft import Draft, why
from agents.minds.rooms import h100e_per_kw
from agents.orders import BidSite
from agents.view import SiteOffer, View

WORTH_A_BID_USD = 10_000_000
MOST_OF_CASH = 0.2
"""Largest bid, as a share of the cash at hand."""
YEARS_AHEAD = 2.0
"""What it counts on filling: places for so many years of its budget."""


def bid_for_site(draft: Draft, budget_usd: float, time_value: float) -> None:
    """Bid for the site where time is worth most; `time_value` is the part of its worth that the firm dares to bid."""
    view = draft.view
    if not view.offers.sites:
        return
    per_kw = h100e_per_kw(view)
    fill_kw = _kw_to_fill(view, budget_usd, per_kw)
    best: tuple[float, str] | None = None
    for lot in view.offers.sites:
        worth = lot_worth_usd(view, lot, fill_kw, per_kw) * time_value
        if lot.seller != view.me.key and worth >= lot.reserve_usd and (best is None or (worth, lot.lot) > best):
            best = (worth, lot.lot)
    if best is None:
        return
    bid = int(min(best[0], MOST_OF_CASH * max(0, draft.cash_usd))) // 1_000_000 * 1_000_000
    lot = next(lot for lot in view.offers.sites if lot.lot == best[1])
    if bid >= max(WORTH_A_BID_USD, lot.reserve_usd):
        months = round(months_saved(view, lot))
        draft.add(BidSite(lot.lot, bid), why("bid", mw=lot.kw // 1000, months=months))


def lot_worth_usd(view: View, lot: SiteOffer, fill_kw: float, h100e_per_kw: float) -> float:
    """Worth of a site in USD: margin on compute for the months it saves, and its cards at what new ones cost."""
    used_kw = min(float(lot.kw), fill_kw)
    margin = max(0.0, view.rent_usd - view.owner_cost_usd)
    per_kw_month = margin * view.hours_per_month * h100e_per_kw
    worth = used_kw * per_kw_month * months_saved(view, lot)
    worth += lot.slots * view.build_cost_usd_per_slot * min(1.0, fill_kw / max(1.0, lot.slots * view.hall_kw_per_slot))
    for chip, cards in lot.cards.items():
        offer = view.offers.chips.get(chip)
        if offer is not None:
            worth += cards * offer.price_usd
    return worth


def months_saved(view: View, lot: SiteOffer) -> float:
    """Months by which power at this site is sooner than through the shortest queue open to the firm."""
    power = view.offers.power
    regions = {site.region for site in view.sites.values()} | {lot.region}
    queue = min(power[region].wait_months for region in regions if region in power)
    hall = 0.0 if lot.slots else view.me.build_months
    return max(0.0, queue - max(float(lot.ready_months), hall))


def _kw_to_fill(view: View, budget_usd: float, h100e_per_kw: float) -> float:
    """Power that cards of the coming years will need beyond what stands and is coming, in kW."""
    offers = [
        (offer.price_usd * (1.0 + view.integration)) / view.chips[key].h100e
        for key, offer in view.offers.chips.items()
        if view.chips[key].maker in view.me.makers and offer.supply_cards
    ]
    if not offers:
        return 0.0
    hall = view.build_cost_usd_per_slot / view.hall_kw_per_slot
    yearly_kw = budget_usd * 12.0 / view.months_per_turn / (min(offers) * h100e_per_kw + hall)
    have = sum([site.grid_kw + site.turbine_kw + site.soon_kw - site.planned_kw for site in view.sites.values()])
    return max(0.0, YEARS_AHEAD * yearly_kw - max(0, have))
