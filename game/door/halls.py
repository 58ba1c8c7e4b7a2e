"""Orders of the power desk for halls: build in normal time or in haste, retrofit, pause and resume (model 4)."""

from typing import TYPE_CHECKING

from agents.desk import Refusal
from agents.orders import BuildHall, PauseHall, ResumeHall, RetrofitHall
from game import building
from game.door.planned import Granted, Planned, grant, line, refuse
from game.door.power import own_site
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
    if not 1.0 <= order.haste <= rules.haste_most:
        return refuse("refuse-haste", times=rules.haste_most)
    cost = building.hall_cost_usd(race, order.slots, liquid=order.liquid, haste=order.haste)
    months = building.hall_months(race, firm, haste=order.haste, new_site=new_site)
    stretched = months * building.congestion(race)
    down = int(cost * rules.down_payment)
    lines = [line("quote-hall-now", down), line("quote-hall-later", money=cost - down, months=round(stretched))]
    if order.haste > 1.0:
        extra = cost - building.hall_cost_usd(race, order.slots, liquid=order.liquid, haste=1.0)
        lines.append(line("quote-haste", money=extra))
    return grant(down, lines, race.world.month + 1 + round(stretched))


def do_hall(race: "Race", firm: str, order: BuildHall) -> None:
    world = race.world
    new_site = order.site in race.level.regions
    key = building.open_site(race, firm, order.site) if new_site else order.site
    cost = building.hall_cost_usd(race, order.slots, liquid=order.liquid, haste=order.haste)
    months = building.hall_months(race, firm, haste=order.haste, new_site=new_site)
    down = int(cost * race.level.rules.building.down_payment)
    world.books.pay(firm, "~builders", down, "halls")
    building.begin(race, key, order.slots, liquid=order.liquid, months=months, cost_left_usd=cost - down)


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
    key = building.new_key(race)
    months = float(rules.retrofit_months)
    race.world.projects.append(HallProject(key, order.site, order.slots, True, months, cost - down, retrofit=True))


def check_pause(race: "Race", firm: str, planned: Planned, order: PauseHall) -> Granted | Refusal:
    project = _own_project(race, firm, order.project)
    if project is None or project.paused or planned.of("pause " + order.project):
        return refuse("refuse-no-project")
    fee = building.pause_fee_usd(race, project)
    lines = [
        line("quote-pause", fee),
        line("quote-left", money=project.cost_left_usd, months=round(building.months_left(project))),
    ]
    return grant(fee, lines, race.world.month + 1, **{"pause " + order.project: 1})


def do_pause(race: "Race", firm: str, order: PauseHall) -> None:
    project = _own_project(race, firm, order.project)
    if project is not None:
        building.pause(race, project)


def check_resume(race: "Race", firm: str, planned: Planned, order: ResumeHall) -> Granted | Refusal:
    project = _own_project(race, firm, order.project)
    if project is None or not project.paused or planned.of("pause " + order.project):
        return refuse("refuse-no-project")
    months = building.months_left(project) + race.level.rules.building.restart_months
    stretched = round(months * building.congestion(race))
    lines = [line("quote-left", money=project.cost_left_usd, months=stretched)]
    return grant(0, lines, race.world.month + 1 + stretched, **{"pause " + order.project: 1})


def do_resume(race: "Race", firm: str, order: ResumeHall) -> None:
    project = _own_project(race, firm, order.project)
    if project is not None:
        building.resume(race, project)


def _own_project(race: "Race", firm: str, key: str) -> HallProject | None:
    project = race.lists.project(key)
    return project if project is not None and race.world.sites[project.site].firm == firm else None
