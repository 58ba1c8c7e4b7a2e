"""Orders of the power desk: grid, turbines and halls."""

from typing import TYPE_CHECKING

from agents.books import GRID_KW, TURBINE_KW
from agents.desk import Refusal
from agents.firm import Site
from agents.orders import BringTurbines, BuildHall, RemoveTurbines, RequestGrid, RetrofitHall
from game import building
from game.door.planned import Granted, Planned, grant, line, refuse
from game.markets import power
from game.world import GridRequest, HallProject

if TYPE_CHECKING:
    from game.race import Race


def _own_site(race: "Race", firm: str, key: str) -> Site | None:
    site = race.world.sites.get(key)
    return site if site is not None and site.firm == firm else None


def check_grid(race: "Race", firm: str, planned: Planned, order: RequestGrid) -> Granted | Refusal:
    site, rules = _own_site(race, firm, order.site), race.level.rules.power
    if site is None:
        return refuse("refuse-not-your-site", site=order.site)
    if not rules.least_request_kw <= order.kw <= rules.largest_request_kw:
        return refuse("refuse-request-size", most=rules.largest_request_kw, mw=rules.largest_request_kw // 1000)
    offer = race.world.offers.power[site.region]
    at_once = min(order.kw, max(0, offer.available_kw - planned.of("grid " + site.region)))
    study = (order.kw - at_once) * rules.study_usd_per_mw // 1000
    connect = at_once * rules.connect_usd_per_kw
    lines = [line("quote-study", study), line("quote-connect-now", connect, mw=at_once // 1000)]
    ready = race.world.month + 1
    if at_once < order.kw:
        ready += round(offer.wait_months)
        lines.append(line("quote-queue", mw=(order.kw - at_once) // 1000, months=round(offer.wait_months)))
    return grant(study + connect, lines, ready, **{"grid " + site.region: at_once})


def do_grid(race: "Race", firm: str, order: RequestGrid) -> None:
    world, rules = race.world, race.level.rules.power
    utility = race.utility_by_key[race.utility_at(order.site)]
    at_once = min(order.kw, utility.state.available_kw)
    account = "~" + utility.key
    if at_once:
        utility.state.available_kw -= at_once
        world.books.pay(firm, account, at_once * rules.connect_usd_per_kw, "connection")
        world.books.move(GRID_KW, account, order.site, at_once, "connected")
    if at_once < order.kw:
        waiting = order.kw - at_once
        world.books.pay(firm, account, waiting * rules.study_usd_per_mw // 1000, "study")
        utility.state.ours_kw += waiting
        world.requests.append(GridRequest(order.site, waiting, power.draw_wait_months(race, order.site), world.month))


def check_turbines(race: "Race", firm: str, planned: Planned, order: BringTurbines) -> Granted | Refusal:
    world, rules = race.world, race.level.rules.power
    site = _own_site(race, firm, order.site)
    if site is None:
        return refuse("refuse-not-your-site", site=order.site)
    coming = sum(t.kw for t in world.turbines if t.site == order.site)
    here = world.books.held(TURBINE_KW, order.site) + coming + planned.of("turbines " + order.site)
    most = min(rules.turbine_site_kw - here, world.offers.turbine_kw - planned.of("turbines"))
    if not 0 < order.kw <= max(0, most):
        return refuse("refuse-turbines", most=max(0, most), mw=max(0, most) // 1000)
    tariff = race.tariff_of[site.region]
    energy = int(order.kw * rules.load_factor * rules.hours_per_month * tariff * rules.turbine_fuel)
    monthly = energy + order.kw * rules.turbine_usd_per_kw_month
    lines = [line("quote-turbines", money=monthly), line("quote-permit", months=rules.turbine_permit_months)]
    reserves = {"turbines " + order.site: order.kw, "turbines": order.kw}
    return grant(0, lines, world.month + 1 + rules.turbine_lead_months, **reserves)


def do_turbines(race: "Race", firm: str, order: BringTurbines) -> None:
    race.world.bids.turbines.append((order.site, order.kw))


def check_remove(race: "Race", firm: str, planned: Planned, order: RemoveTurbines) -> Granted | Refusal:
    if _own_site(race, firm, order.site) is None:
        return refuse("refuse-not-your-site", site=order.site)
    most = race.world.books.held(TURBINE_KW, order.site) - planned.of("remove " + order.site)
    if not 0 < order.kw <= max(0, most):
        return refuse("refuse-turbines", most=max(0, most), mw=max(0, most) // 1000)
    return grant(0, [], race.world.month + 1, **{"remove " + order.site: order.kw})


def do_remove(race: "Race", firm: str, order: RemoveTurbines) -> None:
    site = race.world.sites[order.site]
    race.world.books.move(TURBINE_KW, order.site, "~turbines", order.kw, "turbines_leave")
    site.unpermitted_kw = min(site.unpermitted_kw, race.world.books.held(TURBINE_KW, order.site))


def check_hall(race: "Race", firm: str, planned: Planned, order: BuildHall) -> Granted | Refusal:
    rules = race.level.rules.building
    new_site = order.site in race.level.regions
    if not new_site and _own_site(race, firm, order.site) is None:
        return refuse("refuse-not-your-site", site=order.site)
    if not rules.least_slots <= order.slots <= rules.largest_slots:
        return refuse("refuse-hall-size", most=rules.largest_slots, slots=rules.largest_slots)
    cost = building.hall_cost_usd(race, order.slots, liquid=order.liquid, crash=order.crash)
    months = building.hall_months(race, firm, crash=order.crash, new_site=new_site)
    stretched = months * building.congestion(race)
    down = int(cost * rules.down_payment)
    lines = [line("quote-hall-now", down), line("quote-hall-later", money=cost - down, months=round(stretched))]
    return grant(down, lines, race.world.month + 1 + round(stretched))


def do_hall(race: "Race", firm: str, order: BuildHall) -> None:
    world = race.world
    new_site = order.site in race.level.regions
    key = _open_site(race, firm, order.site) if new_site else order.site
    cost = building.hall_cost_usd(race, order.slots, liquid=order.liquid, crash=order.crash)
    months = building.hall_months(race, firm, crash=order.crash, new_site=new_site)
    down = int(cost * race.level.rules.building.down_payment)
    world.books.pay(firm, "~builders", down, "halls")
    world.projects.append(HallProject(key, order.slots, order.liquid, months, cost - down))


def _open_site(race: "Race", firm: str, region: str) -> str:
    world, spec = race.world, race.level.regions[region]
    world.sites_made += 1
    number = 1 + sum(site.firm == firm and site.region == region for site in world.sites.values())
    key = f"{firm}_{region}_{world.sites_made}"
    turn = 2.4 * world.sites_made
    world.sites[key] = Site(
        key=key,
        name=f"{spec.name} {number}",
        firm=firm,
        region=region,
        air_slots=0,
        liquid_slots=0,
        joined_slots=0,
        longitude=spec.longitude + 0.9 * ((turn % 3.0) - 1.5),
        latitude=spec.latitude + 0.6 * ((turn % 2.0) - 1.0),
    )
    race.index_sites()
    world.tell("map-pin", "news-site", firm, 0, site=world.sites[key].name)
    return key


def check_retrofit(race: "Race", firm: str, planned: Planned, order: RetrofitHall) -> Granted | Refusal:
    site, rules = _own_site(race, firm, order.site), race.level.rules.building
    if site is None:
        return refuse("refuse-not-your-site", site=order.site)
    under_way = sum(p.slots for p in race.world.projects if p.site == order.site and p.retrofit)
    most = site.air_slots - under_way - planned.of("retrofit " + order.site)
    if not 0 < order.slots <= max(0, most):
        return refuse("refuse-hall-size", most=max(0, most), slots=max(0, most))
    cost = int(order.slots * rules.kw_per_slot * rules.retrofit_usd_per_kw)
    down = int(cost * rules.down_payment)
    lines = [line("quote-hall-now", down), line("quote-hall-later", money=cost - down, months=rules.retrofit_months)]
    return grant(down, lines, race.world.month + 1 + rules.retrofit_months, **{"retrofit " + order.site: order.slots})


def do_retrofit(race: "Race", firm: str, order: RetrofitHall) -> None:
    rules = race.level.rules.building
    cost = int(order.slots * rules.kw_per_slot * rules.retrofit_usd_per_kw)
    down = int(cost * rules.down_payment)
    race.world.books.pay(firm, "~builders", down, "retrofit")
    race.world.projects.append(
        HallProject(order.site, order.slots, True, float(rules.retrofit_months), cost - down, retrofit=True)
    )
