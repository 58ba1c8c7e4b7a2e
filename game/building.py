"""Halls: construction that everybody's boom slows, and what a finished hall can hold (model 4)."""

from typing import TYPE_CHECKING

from agents.books import USD
from game import community
from game.world import HallProject

if TYPE_CHECKING:
    from game.race import Race


def congestion(race: "Race") -> float:
    """How much longer than normal a hall takes now: 1 while contractors suffice (model 4)."""
    rules = race.level.rules.building
    under_way = sum([project.slots for project in race.world.projects])
    use = under_way / max(1.0, race.world.contractor_slots)
    return 1.0 + rules.congestion * max(0.0, use - 1.0)


def advance(race: "Race") -> None:
    """A month of work on every project; its cost is paid in step with the work, which rests while cash is missing."""
    world = race.world
    world.contractor_slots *= (1.0 + race.level.rules.building.contractor_growth) ** (1.0 / 12.0)
    done_in_month = 1.0 / congestion(race)
    is_any_done = False
    for project in world.projects:
        if community.stopped(race, project.site):
            continue
        work = project.work
        cost = int(project.cost_left_usd * done_in_month / work) if work > done_in_month else project.cost_left_usd
        firm = world.sites[project.site].firm
        if cost > max(0, world.books.held(USD, firm)):
            continue
        if cost:
            cause = "retrofit" if project.retrofit else "halls"
            world.books.pay(firm, "~builders", cost, cause)
            project.cost_left_usd -= cost
        project.work = work - done_in_month
        if project.work <= 0.0:
            _finish(race, project)
            is_any_done = True
    if is_any_done:
        world.projects = [project for project in world.projects if project.work > 0.0]


def _finish(race: "Race", project: HallProject) -> None:
    world = race.world
    site = world.sites[project.site]
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


def hall_cost_usd(race: "Race", slots: int, *, liquid: bool, crash: bool) -> int:
    """Dollars for a hall: shell, power and cooling per kilowatt, more for liquid cooling and for a hurry."""
    rules = race.level.rules.building
    cost = slots * rules.kw_per_slot * rules.usd_per_kw
    return int(cost * (rules.liquid_premium if liquid else 1.0) * (rules.crash_cost if crash else 1.0))


def hall_months(race: "Race", firm: str, *, crash: bool, new_site: bool) -> float:
    """Months of work in the firm's own pace, before congestion."""
    rules = race.level.rules.building
    months = race.level.firms[firm].build_months * (rules.crash_speed if crash else 1.0)
    return months + (rules.new_site_months if new_site else 0.0)
