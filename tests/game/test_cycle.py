"""Boom and bust: a delay and a forgotten pipeline make a bust out of demand that never falls."""

from agents.minds.lessor import order_h100e
from agents.view import CycleView
from game.markets import cycle
from game.race import Race
from levels import loader
from levels.loader import Resolved

QUICK = [f"firms.{firm}.build_months=3" for firm in ("xai", "openai", "meta", "anthropic")]


def rents(mind: str, *sets: str) -> list[float]:
    resolved = loader.load("l4_boom_and_bust", list(sets))
    race = Race(resolved, 1, dict.fromkeys(resolved.level.seats, mind))
    found, demand = [], [cycle.demand_h100e(race, 0)]
    while not race.over:
        race.play_turn()
        demand.append(cycle.demand_h100e(race, race.month))
        found.append(race.world.offers.rent_usd / race.world.offers.normal_rent_usd)
    assert demand == sorted(demand)
    assert race.world.books.faults() == []
    race.dispose()
    return found


def trough(found: list[float]) -> float:
    return min(found[found.index(max(found)) :])


def test_a_pipeline_ignored_makes_a_bust_and_counted_does_not() -> None:
    ignored, counted = rents("ignores_pipeline"), rents("counts_pipeline")
    assert trough(ignored) <= 0.6
    assert trough(counted) >= 0.85
    assert max(counted) > max(ignored)


def test_without_the_delay_there_is_no_bust() -> None:
    assert trough(rents("ignores_pipeline", *QUICK)) >= 0.85


def test_lessors_want_less_when_rents_are_low_or_much_is_under_way() -> None:
    def wanted(rent: float, pipeline: float, weight: float = 0.7) -> float:
        return order_h100e(CycleView(rent, weight, 1.5, 0.35, 4.0, 4.0), 100_000.0, pipeline, weight)

    assert wanted(0.8, 140_000) < wanted(1.0, 140_000) < wanted(1.2, 140_000)
    assert wanted(1.0, 300_000) < wanted(1.0, 140_000)
    assert wanted(1.0, 300_000, weight=0.0) == wanted(1.0, 140_000, weight=0.0)


def test_in_the_race_rents_stay_within_what_was_ever_seen(september: Resolved) -> None:
    """The coupled market is no toy: neither collapse nor a runaway, and expectations follow."""
    race = Race(september, 1)
    found = []
    while race.month < 48:
        race.play_turn()
        found.append(race.world.offers.rent_usd / race.world.offers.normal_rent_usd)
    assert 0.4 < min(found) <= max(found) < 2.2
    assert all(0.4 < race.world.firms[key].rent_expected < 2.0 for key in race.operators)
