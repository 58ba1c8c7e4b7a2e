"""Orders of the power desk: grid and turbines. Halls stand in `halls`."""

from typing import TYPE_CHECKING

from agents.books import GRID_KW, TURBINE_KW
from agents.desk import Refusal
from agents.firm import Site
from agents.orders import BringTurbines, RemoveTurbines, RequestGrid
from game.door.planned import Granted, Planned, grant, line, refuse
from game.markets import power
from game.world import GridRequest

if TYPE_CHECKING:
    from game.race import Race


def own_site(race: "Race", firm: str, key: str) -> Site | None:
    site = race.world.sites.get(key)
    return site if site is not None and site.firm == firm else None


def check_grid(race: "Race", firm: str, planned: Planned, order: RequestGrid) -> Granted | Refusal:
    site, rules = own_site(race, firm, order.site), race.level.rules.power
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
    site = own_site(race, firm, order.site)
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
    if own_site(race, firm, order.site) is None:
        return refuse("refuse-not-your-site", site=order.site)
    most = race.world.books.held(TURBINE_KW, order.site) - planned.of("remove " + order.site)
    if not 0 < order.kw <= max(0, most):
        return refuse("refuse-turbines", most=max(0, most), mw=max(0, most) // 1000)
    return grant(0, [], race.world.month + 1, **{"remove " + order.site: order.kw})


def do_remove(race: "Race", firm: str, order: RemoveTurbines) -> None:
    site = race.world.sites[order.site]
    race.world.books.move(TURBINE_KW, order.site, "~turbines", order.kw, "turbines_leave")
    site.unpermitted_kw = min(site.unpermitted_kw, race.world.books.held(TURBINE_KW, order.site))
