"""Par is the mean of what a mind scores, and its patch fits into a level."""

import tomllib

from game.lab.par import measure, patch
from game.score import COMPONENTS
from levels import loader


def test_par_has_all_components_of_all_starts_and_fits_into_the_level() -> None:
    resolved = loader.load("september_2024", ["months=3"])
    found = measure(resolved, "steady", 2)
    assert set(found) == set(resolved.level.seats)
    told = tomllib.loads(patch(found))
    assert set(told["firms"]["xai"]["par"]) == set(COMPONENTS)
    tree = {**resolved.tree, "firms": {**resolved.tree["firms"]}}
    tree["firms"]["xai"] = {**tree["firms"]["xai"], "par": told["firms"]["xai"]["par"]}
    again = loader.from_tree(tree, "x", "x")
    assert again.level.firms["xai"].par["frontier"] > 0
