"""Megawatts: the utilities' queues and the national pool of gas turbines (model 3).

A request's studies and works take an Erlang time, then it waits for its turn to be connected. Turbines are rationed
pro rata, stand unpermitted at first, and can be blocked when the neighbours have had enough.
"""

from math import exp, fsum
from typing import TYPE_CHECKING

from agents import chance
from agents.books import GRID_KW, TURBINE_KW, USD
from game.markets.rationing import pro_rata
from game.world import GridRequest, TurbineOrder

if TYPE_CHECKING:
    from agents.utility import Utility
    from game.race import Race


def clear(race: "Race") -> None:
    """Share out the turbines of the pool among this turn's requests."""
    world, rules = race.world, race.level.rules.power
    world.turbine_kw_left = min(world.turbine_kw_left + rules.turbine_pool_kw / 12.0, float(rules.turbine_pool_kw))
    bids = world.bids.turbines
    if not bids:
        return
    keys = [site for site, _ in bids]
    given = pro_rata(int(world.turbine_kw_left), [kw for _, kw in bids], keys)
    for (site, _), kw in zip(bids, given, strict=True):
        if kw > 0:
            world.turbines.append(TurbineOrder(site, kw, world.month + rules.turbine_lead_months))
            world.turbine_kw_left -= kw
    world.bids.turbines = []


def energise(race: "Race") -> None:
    """Requests move on in the queue; who is ready and can pay is connected as far as the utility's month reaches."""
    world, rules = race.world, race.level.rules.power
    capacity = {utility.key: utility.capacity_kw(rules) for utility in race.utilities}
    for utility in race.utilities:
        if world.month % 12 == 0:
            utility.state.connect_kw_per_month = int(utility.state.connect_kw_per_month * (1.0 + rules.connect_growth))
        freed = int(utility.state.connect_kw_per_month * rules.freed_share)
        utility.state.available_kw += freed
    for request in world.requests:
        if request.left > 0.0:
            slowed = rules.opposition_slows * world.sites[request.site].opposition if request.placed >= 0 else 0.0
            request.left -= 1.0 / (1.0 + slowed)
            if request.left > 0.0:
                continue
        key = race.utility_at(request.site)
        utility = race.utility_by_key[key]
        # What was promised before the level starts has its substation already: it does not wait for capacity.
        kw = request.kw if request.placed < 0 else min(request.kw, capacity[key])
        bill_usd = kw * rules.connect_usd_per_kw if request.placed >= 0 else 0
        if kw <= 0 or bill_usd > max(0, world.books.held(USD, world.sites[request.site].firm)):
            continue
        capacity[key] -= kw if request.placed >= 0 else 0
        _connect(race, utility, request, kw)
    world.requests = [request for request in world.requests if request.kw > 0]


def draw_wait_months(race: "Race", site: str) -> float:
    """Months of studies and works of a new request: Erlang in the level's stages, at the utility's mean (model 3)."""
    world, rules = race.world, race.level.rules.power
    mean = race.utility_by_key[race.utility_at(site)].wait_months(rules) / rules.queue_stages
    world.requests_made += 1
    return fsum(
        chance.waiting_months(mean, world.seed, site, "queue", world.requests_made, stage)
        for stage in range(rules.queue_stages)
    )


def _connect(race: "Race", utility: "Utility", request: GridRequest, kw: int) -> None:
    world = race.world
    site = world.sites[request.site]
    world.books.move(GRID_KW, "~" + utility.key, request.site, kw, "connected")
    if request.placed >= 0:
        world.books.pay(site.firm, "~" + utility.key, kw * race.level.rules.power.connect_usd_per_kw, "connection")
    utility.state.ours_kw = max(0, utility.state.ours_kw - kw)
    request.kw -= kw
    if kw >= 20_000:
        world.tell("zap", "news-connected", site.firm, 1, mw=kw // 1000, site=site.name, utility=utility.facts.name)


def start_turbines(race: "Race") -> None:
    """Turbines arrive, are permitted, run out of time, or are blocked; the neighbours' opposition grows with them."""
    world = race.world
    due = [order for order in world.turbines if order.due <= world.month]
    world.turbines = [order for order in world.turbines if order.due > world.month]
    for order in due:
        site = world.sites[order.site]
        world.books.move(TURBINE_KW, "~turbines", order.site, order.kw, "turbines_arrive")
        if not site.unpermitted_kw:
            site.turbines_since = world.month
        site.unpermitted_kw += order.kw
        world.tell("flame", "news-turbines", site.firm, 0, mw=order.kw // 1000, site=site.name)
    for site in race.sites:
        if site.unpermitted_kw or site.opposition > 0.0:
            _neighbours(race, site.key)


def _neighbours(race: "Race", key: str) -> None:
    world, rules = race.world, race.level.rules.power
    site = world.sites[key]
    site.opposition = max(
        0.0,
        site.opposition * (1.0 - rules.opposition_decay)
        + rules.opposition_per_100_mw * site.unpermitted_kw / 100_000.0,
    )
    if not site.unpermitted_kw:
        return
    if chance.happens(rules.permit_chance, world.seed, key, "permit", world.month):
        site.unpermitted_kw = 0
        site.turbines_since = -1
        world.tell("gavel", "news-permit", site.firm, 1, site=site.name)
        return
    strictness = race.utility_by_key[race.utility_at(key)].facts.permit_hazard
    hazard = 1.0 - exp(-rules.block_hazard * strictness * exp(rules.block_opposition * site.opposition))
    expired = world.month - site.turbines_since >= rules.turbine_permit_months
    if expired or chance.happens(hazard, world.seed, key, "block", world.month):
        kw = min(site.unpermitted_kw, world.books.held(TURBINE_KW, key))
        world.books.move(TURBINE_KW, key, "~turbines", kw, "turbines_blocked")
        site.unpermitted_kw = 0
        site.turbines_since = -1
        firm = world.firms[site.firm]
        firm.trust = max(0.0, firm.trust - rules.block_trust)
        world.tell("gavel", "news-expired" if expired else "news-blocked", site.firm, -1, mw=kw // 1000, site=site.name)
