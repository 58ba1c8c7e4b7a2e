"""Works: a month on every project, halls and giants alike (model 4). What they cost and take stands in `building`."""

from typing import TYPE_CHECKING

from agents.books import USD
from game import building, giants

if TYPE_CHECKING:
    from game.race import Race
    from game.world import HallProject

LEAST_WORK = 0.05
"""Months of a stage that are left whatever was done before: it ends in the month after the one before it."""


def advance(race: "Race") -> None:
    """A month of work on every project; its cost is paid in step with the work, which rests while cash is missing."""
    world = race.world
    world.contractor_slots *= (1.0 + race.level.rules.building.contractor_growth) ** (1.0 / 12.0)
    done_in_month = 1.0 / building.congestion(race)
    is_any_done, sites, month = False, world.sites, world.month
    for project in world.projects:
        if project.paused or sites[project.site].stopped_until > month:
            continue
        left, cost = building.months_left(project), project.cost_left_usd
        if left > done_in_month:
            cost = int(cost * done_in_month / left)
        if not _pay(race, project, cost):
            continue
        project.cost_left_usd -= cost
        project.work -= done_in_month
        if project.work <= 0.0 and project.stages_left:
            _next_stage(race, project)
        elif project.work <= 0.0:
            _finish(race, project)
            is_any_done = True
    if is_any_done:
        world.projects = [project for project in world.projects if project.work > 0.0]


def _pay(race: "Race", project: "HallProject", cost_usd: int) -> bool:
    """Pay a month's work, if there is the cash."""
    if project.giant:
        return giants.charge(race, project, cost_usd)
    if cost_usd > 0:
        books, firm = race.world.books, race.world.sites[project.site].firm
        if cost_usd > books.held(USD, firm):
            return False
        books.pay(firm, "~builders", cost_usd, "retrofit" if project.retrofit else "halls")
    return True


def _next_stage(race: "Race", project: "HallProject") -> None:
    project.stages_left -= 1
    if project.giant:
        giants.overrun(race, project)
    project.work = max(LEAST_WORK, project.work + building.stage_work(race, project))


def _finish(race: "Race", project: "HallProject") -> None:
    world = race.world
    site = world.sites[project.site]
    if project.giant:
        giants.finish(race, project)
        return
    if project.retrofit:
        changed = min(project.slots, site.air_slots)
        site.air_slots -= changed
        site.liquid_slots += changed
    elif project.liquid:
        site.liquid_slots += project.slots
    else:
        site.air_slots += project.slots
    world.books.touched.append(site.key)
    if not project.retrofit:
        site.joined_slots += project.slots
    if project.slots >= 5_000:
        world.tell("hard-hat", "news-hall", site.firm, 1, slots=project.slots, site=site.name)
