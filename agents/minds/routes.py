"""Minds of the lesson on megawatts: the cheapest route to power, the quickest alone, and a mixture of routes."""

from agents.desk import Advice, Desk
from agents.minds.draft import Draft, why
from agents.orders import BringTurbines, RequestGrid
from agents.view import SiteView

KW_STEP = 1_000
LEAST_KW = 5_000
INTERRUPTIBLE = 0.5
"""Part of the missing power that a mixture asks for on interruptible terms."""


class _Route:
    """Base of the three: what the cards of the first site lack, what is on its way counted, is asked for."""

    name = ""

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk)
        site = next(iter(draft.view.sites.values()), None)
        if site is not None:
            self.ask(draft, site)
        return draft.advice

    def ask(self, draft: Draft, site: SiteView) -> None:
        raise NotImplementedError


def _grid(draft: Draft, site: SiteView, kw: int, *, interruptible: bool) -> None:
    kw = kw // KW_STEP * KW_STEP
    if kw >= LEAST_KW:
        wait = draft.view.offers.power[site.region].wait_months
        reason = why("grid", mw=kw // 1_000, site=site.name, months=round(wait))
        draft.add(RequestGrid(site.key, kw, interruptible=interruptible), reason)


def _turbines(draft: Draft, site: SiteView, kw: int) -> None:
    kw = kw // KW_STEP * KW_STEP
    if kw >= KW_STEP:
        draft.add(BringTurbines(site.key, kw), why("turbines", mw=kw // 1_000, site=site.name))


class WaitsForGrid(_Route):
    """One-line rule: the cheapest kilowatt-hour is the grid's; ask for it and wait."""

    name = "waits_for_grid"

    def ask(self, draft: Draft, site: SiteView) -> None:
        _grid(draft, site, site.planned_kw - site.grid_kw - site.coming_kw, interruptible=False)


class TurbinesOnly(_Route):
    """One-line rule: bring turbines for whatever is dark, and never ask the grid."""

    name = "turbines_only"

    def ask(self, draft: Draft, site: SiteView) -> None:
        _turbines(draft, site, site.planned_kw - site.grid_kw - site.turbine_kw - site.coming_kw)


class MixesRoutes(_Route):
    """One-line rule: the grid on both terms for all that will be needed, turbines until it comes."""

    name = "mixes_routes"

    def ask(self, draft: Draft, site: SiteView) -> None:
        short = site.planned_kw - site.grid_kw - site.coming_kw
        if draft.view.turn == 1:
            _grid(draft, site, int(short * INTERRUPTIBLE), interruptible=True)
            _grid(draft, site, int(short * (1.0 - INTERRUPTIBLE)) + KW_STEP, interruptible=False)
        soon = site.grid_kw + site.turbine_kw + site.soon_kw
        _turbines(draft, site, site.planned_kw - soon)
