"""Orders of the power desk: halls. What brings power to them stands in `grid.py`."""

from typing import TYPE_CHECKING

from agents.desk import Refusal
from agents.firm import Site
from agents.orders import BuildHall, RetrofitHall
from game import building
from game.door.grid import own_site
from game.door.planned import Granted, Planned, grant, line, refuse
from game.world import HallProject

if TYPE_CHECKING:
    from game.race import Race


def check_hall(race: "Race", firm: str, planned: Planned, order: BuildHall) -> Granted | Refusal:
    rules = race.level.rules.building
    new_site = order.site in race.level.regions
    if not new_site and own_site(race, firm, order.site) is None:
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
    site, rules = own_site(race, firm, order.site), race.level.rules.building
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
