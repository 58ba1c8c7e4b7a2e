"""Halls: construction that everybody's boom slows, and what a finished hall can hold (model 4).

T = T0 (1 + psi max(0, U - 1)), U what is under construction over what contractors manage; haste T0 / T costs
1 + gamma (haste^2 - 1), the square law of crashing. The work goes through stages whose material comes late by an
exponential delay each: an Erlang pipeline (Sterman 2000, chapter 11).
"""

from math import fsum
from typing import TYPE_CHECKING

from agents import chance
from agents.books import GRID_KW, TURBINE_KW
from agents.firm import Site
from game.world import HallProject

if TYPE_CHECKING:
    from game.race import Race


def congestion(race: "Race") -> float:
    """How much longer than normal a hall takes now: 1 while contractors suffice (model 4)."""
    rules = race.level.rules.building
    busy, room = race.lists.slots_under_way(), max(1.0, race.world.contractor_slots)
    return 1.0 + rules.congestion * (busy / room - 1.0) if busy > room else 1.0


def begin(race: "Race", site: str, slots: int, *, liquid: bool, months: float, cost_left_usd: int) -> HallProject:
    """Start a hall: `months` of work at the firm's own pace, in stages of the same planned length."""
    stages = max(1, race.level.rules.building.stages)
    each = months / stages
    project = HallProject(
        new_key(race), site, slots, liquid, 0.0, cost_left_usd, stages_left=stages - 1, stage_months=each
    )
    project.work = stage_work(race, project)
    race.world.projects.append(project)
    return project


def new_key(race: "Race") -> str:
    """A project's name for orders."""
    race.world.projects_made += 1
    return f"hall_{race.world.projects_made}"


def months_left(project: HallProject) -> float:
    """Months of work left at the firm's own pace, later stages as planned."""
    return project.work + project.stages_left * project.stage_months


def part_of(race: "Race", project: HallProject, firm: str) -> float:
    """The part of a project's cost that a firm pays: a partner's, or what partners leave to the owner."""
    if race.world.sites[project.site].firm == firm:
        return 1.0 - fsum(project.payers.values()) if project.payers else 1.0
    return project.payers.get(firm, 0.0)


def stage_work(race: "Race", project: HallProject) -> float:
    """A stage's months: what is work goes as planned, what waits for material takes an exponential time."""
    share = race.level.rules.building.material_share
    late = chance.waiting_months(1.0, race.world.seed, project.site, project.key, 0, project.stages_left)
    return project.stage_months * (1.0 - share + share * late)


def pause_fee_usd(race: "Race", project: HallProject) -> int:
    """What builders get for leaving, in USD."""
    return int(project.cost_left_usd * race.level.rules.building.pause_fee)


def pause(race: "Race", project: HallProject) -> None:
    """The work stops for a fee, and its crews are free for others."""
    world = race.world
    site = world.sites[project.site]
    world.books.pay(site.firm, "~builders", pause_fee_usd(race, project), "pause")
    project.paused = True
    race.lists.works_changed()
    world.tell("pause", "news-pause", site.firm, -1, slots=project.slots, site=site.name)


def resume(race: "Race", project: HallProject) -> None:
    """The work goes on; crews and orders of material take some months to come back."""
    site = race.world.sites[project.site]
    project.paused = False
    race.lists.works_changed()
    project.work += race.level.rules.building.restart_months
    race.world.tell("hard-hat", "news-resume", site.firm, 1, slots=project.slots, site=site.name)


def open_site(race: "Race", firm: str, region: str, name: str = "") -> str:
    """An empty site of the firm in a region; returns its key."""
    world, spec = race.world, race.level.regions[region]
    world.sites_made += 1
    number = 1 + sum(site.region == region for site in race.sites_of[firm])
    key = f"{firm}_{region}_{world.sites_made}"
    turn = 2.4 * world.sites_made
    world.sites[key] = Site(
        key=key,
        name=name or f"{spec.name} {number}",
        firm=firm,
        region=region,
        air_slots=0,
        liquid_slots=0,
        joined_slots=0,
        longitude=spec.longitude + 0.9 * ((turn % 3.0) - 1.5),
        latitude=spec.latitude + 0.6 * ((turn % 2.0) - 1.0),
    )
    race.add_site(world.sites[key])
    world.tell("map-pin", "news-site", firm, 0, site=world.sites[key].name)
    return key


def let_places(race: "Race") -> None:
    """Others take empty places with power by the month, as far as firms let them; what they pay is shared pro rata."""
    rules, offered = race.level.rules.building, {}
    for firm in race.labs:
        share = firm.policies.colocate
        if share > 0.0 and firm.alive:
            offered[firm.key] = int(share * sum([empty_kw(race, site) for site in race.sites_of[firm.key]]))
    total = sum(offered.values())
    for firm_key, kw in offered.items():
        taken = kw if total <= rules.place_demand_kw else kw * rules.place_demand_kw // total
        race.world.books.pay("~colocation", firm_key, taken * rules.place_usd_per_kw_month, "colocation")


def empty_kw(race: "Race", site: Site) -> int:
    """Power at a site for which there are empty places, in kW."""
    balances = race.world.books.balances
    power = balances[GRID_KW].get(site.key, 0) + balances[TURBINE_KW].get(site.key, 0)
    places = (site.air_slots + site.liquid_slots) * race.level.rules.building.kw_per_slot
    free = int(power if power < places else places) - site.need_kw
    return free if free > 0 else 0


def hall_cost_usd(race: "Race", slots: int, *, liquid: bool, haste: float) -> int:
    """Dollars for a hall: shell, power and cooling per kilowatt, more for liquid cooling and for haste."""
    rules = race.level.rules.building
    cost = slots * rules.kw_per_slot * rules.usd_per_kw * (rules.liquid_premium if liquid else 1.0)
    return int(cost * (1.0 + rules.haste_cost * (haste**2 - 1.0)))


def hall_months(race: "Race", firm: str, *, haste: float, new_site: bool) -> float:
    """Months of work in the firm's own pace, before congestion."""
    months = race.level.firms[firm].build_months / haste
    return months + (race.level.rules.building.new_site_months if new_site else 0.0)
