"""Minds of the first lesson: three that spend on one leg of the stool, and one that looks which leg is short.

They steer a lab with one site. The single-minded are no fools: each orders as much of its leg as the desk grants.
"""

from agents.desk import Advice, Desk
from agents.minds.draft import Draft, why
from agents.orders import BringTurbines, BuildHall, OrderCards, RequestGrid
from agents.view import SiteView

CARDS_STEP = 1_000
LEAST_KW = 5_000
AHEAD = 1.25
"""What the reader plans for, relative to what runs now."""
RESERVE_MONTHS = 3.0
"""Of burn, kept in cash."""


def _free_usd(draft: Draft) -> float:
    """Cash that is neither committed nor needed for the coming months."""
    me = draft.view.me
    return draft.cash_usd - me.committed_usd - RESERVE_MONTHS * max(0.0, me.burn_usd)


def _buy(draft: Draft, site: SiteView, most: int) -> None:
    """Order up to so many cards, as far as free cash reaches for card and server."""
    view = draft.view
    key = draft.best_chip()
    if key is None:
        return
    each = view.offers.chips[key].price_usd * (1.0 + view.integration)
    cards = min(most, int(_free_usd(draft) / each)) // CARDS_STEP * CARDS_STEP
    if cards > 0:
        draft.add(OrderCards(key, cards, site.key), why("cards", chip=view.chips[key].name, site=site.name))


def _build(draft: Draft, site: SiteView, most: int) -> None:
    """Build up to so many places, as far as free cash reaches."""
    slots = min(most, int(_free_usd(draft) / draft.view.build_cost_usd_per_slot)) // CARDS_STEP * CARDS_STEP
    if slots > 0:
        draft.add(BuildHall(site.key, slots, liquid=True), why("hall", slots=slots, site=site.name))


def _power(draft: Draft, site: SiteView, kw: int) -> None:
    """Ask the grid for so many kilowatts, with turbines until it comes."""
    kw = kw // 1_000 * 1_000
    if kw < LEAST_KW:
        return
    wait = draft.view.offers.power[site.region].wait_months
    draft.add(BringTurbines(site.key, kw), why("turbines", mw=kw // 1_000, site=site.name))
    draft.add(RequestGrid(site.key, kw), why("grid", mw=kw // 1_000, site=site.name, months=round(wait)))


class _OneLeg:
    """Base of the single-minded: all money into one leg at the first site."""

    name = ""
    most = 200_000
    """More than any desk grants."""

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk)
        site = next(iter(draft.view.sites.values()), None)
        if site is not None:
            self.spend(draft, site)
        return draft.advice

    def spend(self, draft: Draft, site: SiteView) -> None:
        raise NotImplementedError


class BuysCards(_OneLeg):
    """One-line rule: buy cards with all free cash."""

    name = "buys_cards"

    def spend(self, draft: Draft, site: SiteView) -> None:
        _buy(draft, site, self.most)


class BuildsHalls(_OneLeg):
    """One-line rule: build halls with all free cash."""

    name = "builds_halls"

    def spend(self, draft: Draft, site: SiteView) -> None:
        _build(draft, site, self.most)


class BringsPower(_OneLeg):
    """One-line rule: ask for power every turn."""

    name = "brings_power"

    def spend(self, draft: Draft, site: SiteView) -> None:
        _power(draft, site, 50_000)


class BottleneckMind:
    """One-line rule: look what is short where cards stand, what is on its way counted, and mend only that."""

    name = "reads_bottleneck"

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk)
        site = next(iter(draft.view.sites.values()), None)
        if site is None:
            return draft.advice
        view = draft.view
        place_kw = (site.air_slots + site.liquid_slots + site.building_slots) * view.hall_kw_per_slot
        power_kw = float(site.grid_kw + site.turbine_kw + site.coming_kw)
        card_kw = float(site.planned_kw)
        target_kw = AHEAD * max(card_kw, 1.0)
        if power_kw < card_kw:
            _power(draft, site, int(card_kw - power_kw))
        elif place_kw < card_kw:
            _build(draft, site, int((card_kw - place_kw) / view.hall_kw_per_slot) + CARDS_STEP)
        else:
            room_kw = min(place_kw, power_kw) - card_kw
            key = draft.best_chip()
            if key is not None and room_kw > 0:
                _buy(draft, site, int(room_kw / view.chips[key].facility_kw))
            if place_kw < target_kw:
                _build(draft, site, int((target_kw - place_kw) / view.hall_kw_per_slot))
            if power_kw < target_kw:
                _power(draft, site, int(target_kw - power_kw))
        return draft.advice
