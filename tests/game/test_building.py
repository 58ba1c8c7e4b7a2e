"""Halls: everybody's boom slows everyone, haste is dear, and a paused project can go on."""

import pytest

from agents.books import USD
from agents.desk import Quote
from agents.orders import BuildHall, PauseHall, Plan, ResumeHall, SetPolicy
from game import building
from game.race import Race
from levels import loader
from levels.loader import Resolved


def fund(race: Race, firm: str, usd: int = 20_000_000_000) -> None:
    race.world.books.pay("~core", firm, usd, "cash_flow")


def give(race: Race, *plans: Plan) -> None:
    race.hand_in(plans)
    race.step()
    assert race.refused == {}


def months_to_finish(race: Race, key: str, most: int = 80) -> int:
    """Plays on until a project is done."""
    for month in range(1, most):
        race.step()
        if not any(project.key == key for project in race.world.projects):
            return month
    raise AssertionError("never finished")


def test_everybody_building_slows_everyone() -> None:
    waits = []
    for crews in (3_700_000, 1_200_000):
        race = Race(loader.load("september_2024", [f"rules.building.contractor_slots={crews}"]), 1)
        fund(race, "xai")
        give(race, Plan("xai", 1, (BuildHall("xai_memphis", 20_000, liquid=True),)))
        waits.append(months_to_finish(race, race.world.projects[-1].key))
    assert waits[1] > 1.4 * waits[0]


def test_haste_costs_more_than_it_saves_unless_rent_is_high(september: Resolved) -> None:
    """The months won earn a rent: today's margin does not pay for haste, the rent of 2023 (K16) pays for a little."""
    race, slots = Race(september, 1), 100_000
    hours, owner_usd = september.level.rules.power.hours_per_month, september.level.rules.leases.owner_cost_usd

    def gain_usd(haste: float, rent_usd: float) -> float:
        months = [building.hall_months(race, "oracle", haste=h, new_site=False) for h in (1.0, haste)]
        costs = [building.hall_cost_usd(race, slots, liquid=True, haste=h) for h in (1.0, haste)]
        return (months[0] - months[1]) * slots * (rent_usd - owner_usd) * hours - (costs[1] - costs[0])

    assert gain_usd(1.25, race.world.offers.rent_usd) < 0.0
    assert gain_usd(1.25, 4.8) > 0.0
    assert gain_usd(2.0, 4.8) < 0.0


def test_halls_go_through_stages_and_vary_in_time(september: Resolved) -> None:
    waits = []
    for seed in range(1, 9):
        race = Race(september, seed)
        fund(race, "xai")
        give(race, Plan("xai", 1, (BuildHall("xai_memphis", 20_000, liquid=True, haste=1.0),)))
        project = race.view("xai").projects[-1]
        assert project.stage <= project.stages == september.level.rules.building.stages
        waits.append(months_to_finish(race, project.key))
    assert len(set(waits)) >= 2
    assert sum(waits) / len(waits) == pytest.approx(september.level.firms["xai"].build_months, abs=1.5)


def test_a_paused_hall_costs_nothing_more_until_it_is_resumed(september: Resolved) -> None:
    race = Race(september, 1)
    fund(race, "meta")
    give(race, Plan("meta", 1, (BuildHall("meta_ohio", 50_000, liquid=True),)))
    project = race.world.projects[-1]
    answer = race.desk("meta").quote((), PauseHall(project.key))
    assert isinstance(answer, Quote)
    assert answer.cash_usd > 0
    give(race, Plan("meta", 1, (PauseHall(project.key),)))
    left, work = project.cost_left_usd, project.work
    for _ in range(6):
        race.step()
    assert (project.cost_left_usd, project.work) == (left, work)
    give(race, Plan("meta", 1, (ResumeHall(project.key),)))
    assert project.work > work
    for _ in range(40):
        race.step()
    assert project not in race.world.projects
    assert race.world.sites["meta_ohio"].liquid_slots >= 50_000


def test_pausing_saves_no_money_in_the_end(september: Resolved) -> None:
    """Who pauses and resumes pays the whole hall and the fee: it buys time, it does not dodge the cost."""
    spent = []
    for pauses in (False, True):
        race = Race(september, 1)
        fund(race, "meta")
        give(race, Plan("meta", 1, (BuildHall("meta_ohio", 50_000, liquid=True),)))
        project = race.world.projects[-1]
        if pauses:
            give(race, Plan("meta", 1, (PauseHall(project.key),)))
            give(race, Plan("meta", 1, (ResumeHall(project.key),)))
        for _ in range(40):
            race.step()
        paid = [e for e in race.world.books.entries if e[1] == USD and e[2] == "meta" and e[5] in ("halls", "pause")]
        spent.append(sum(entry[4] for entry in paid))
    assert spent[1] > 1.03 * spent[0]


def test_empty_places_with_power_have_a_bid_that_is_shared_when_all_let_them() -> None:
    def let(demand: int) -> int:
        race = Race(loader.load("september_2024", [f"rules.building.place_demand_kw={demand}"]), 1)
        race.world.sites["meta_ohio"].liquid_slots += 100_000
        race.world.books.move("grid_kw", "~aep", "meta_ohio", 140_000, "connected")
        give(race, Plan("meta", 1, (SetPolicy("colocate", 1.0),)))
        return sum(e[4] for e in race.world.books.entries if e[3] == "meta" and e[5] == "colocation")

    assert let(500_000) >= 140_000 * 90
    assert 0 < let(50_000) < 0.5 * let(500_000)
