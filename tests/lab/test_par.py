"""Par is the mean of what a mind scores after each stretch of the race, and its patch fits into a level."""

import tomllib

from game.lab.par import knots, measure, patch
from game.race import Race
from game.score import COMPONENTS, components, par, score
from levels import loader


def test_par_has_all_components_of_all_starts_and_fits_into_the_level() -> None:
    resolved = loader.load("september_2024", ["months=6"])
    found = measure(resolved, "steady", 2)
    assert set(found.seats) == set(resolved.level.seats)
    told = tomllib.loads(patch(found))
    assert told["par_months"] == [3, 6]
    assert set(told["firms"]["xai"]["par"]) == set(COMPONENTS)
    tree = {**resolved.tree, "par_months": told["par_months"], "firms": {**resolved.tree["firms"]}}
    for seat in resolved.level.seats:
        tree["firms"][seat] = {**tree["firms"][seat], "par": told["firms"][seat]["par"]}
    again = loader.from_tree(tree, "x", "x")
    assert again.level.firms["xai"].par["frontier"][1] > 0


def test_par_is_told_at_ends_of_turns_denser_at_the_start() -> None:
    assert knots(75, 3) == (3, 9, 15, 27, 39, 51, 63, 75)
    assert knots(78, 6) == (6, 12, 18, 30, 42, 54, 66, 78)
    assert knots(3, 3) == (3,)
    assert all(month % 12 == 0 for month in knots(120, 12))


def test_a_standing_in_mid_race_is_counted_from_par_so_far() -> None:
    resolved = loader.load("september_2024")
    level, race = resolved.level, Race(resolved, 1, every_month=False)
    told = level.firms["openai"].par["value"]
    for turn in range(1, 6):
        race.play_turn()
        between = par(race, "openai")["value"]
        if 3 * turn in level.par_months:
            assert between == told[level.par_months.index(3 * turn)]
    race.play_turn()  # 18 months: a quarter of the way from 15 to 27
    at = level.par_months.index(15)
    assert abs(par(race, "openai")["value"] - (0.75 * told[at] + 0.25 * told[at + 1])) < 1e-9
    raw = components(race, "openai")
    assert score(race, "openai").points["resilience"] == 50.0 + 100.0 * (
        raw["resilience"] - par(race, "openai")["resilience"]
    )
