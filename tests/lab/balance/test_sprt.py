"""The sequential test keeps the error rates that it states, on pairs whose truth is known."""

import numpy as np
import pytest

from game.lab.balance import sprt
from game.lab.trouble import LabError

SEQUENCES = 1200


def _decided(test: sprt.Test, mean: float, spread: float, seed: int) -> tuple[dict[str, float], float]:
    """How often each decision falls over many sequences of normal pairs, and the mean number of pairs."""
    dice = np.random.Generator(np.random.PCG64(seed))
    counts: dict[str, float] = {}
    pairs = 0
    for _ in range(SEQUENCES):
        drawn = dice.normal(mean, spread, test.most).tolist()
        trial = sprt.run(test, lambda first, last, drawn=drawn: drawn[first:last])
        counts[trial.decision] = counts.get(trial.decision, 0.0) + 1.0 / SEQUENCES
        pairs += len(trial.differences)
    return counts, pairs / SEQUENCES


def test_both_error_rates_are_kept_and_pairs_are_saved() -> None:
    test = sprt.Test(effect=1.0, alpha=0.05, beta=0.05, most=1000)
    counts, pairs = _decided(test, 0.0, 2.5, 1)
    assert counts["nothing"] > 0.95 - 0.01
    assert counts.get("better", 0.0) + counts.get("worse", 0.0) < 0.05 + 0.01
    assert pairs < 100
    counts, pairs = _decided(test, 1.0, 2.5, 2)
    assert counts["better"] > 0.95 - 0.01
    assert counts.get("worse", 0.0) < 0.003
    assert pairs < 90  # a fixed number for the same errors is about 81 at a side of .05 and .05, 97 at .025


def test_one_side_is_asked_alone() -> None:
    test = sprt.Test(effect=1.0, alpha=0.1, beta=0.1, two_sided=False, most=1000)
    counts, _ = _decided(test, -1.0, 2.0, 3)
    assert set(counts) == {"nothing"}
    counts, _ = _decided(test, 1.0, 2.0, 4)
    assert counts["better"] > 0.9 - 0.01


def test_the_size_of_an_effect_is_found_on_either_side() -> None:
    test = sprt.Test(effect=1.0)
    assert sprt.run(test, lambda first, last: [-1.0] * (last - first)).decision == "worse"
    assert sprt.run(test, lambda first, last: [1.0] * (last - first)).decision == "better"


def test_equal_games_are_nothing_at_the_first_look() -> None:
    trial = sprt.run(sprt.Test(effect=0.5), lambda first, last: [0.0] * (last - first))
    assert (trial.decision, len(trial.differences)) == ("nothing", 20)


def test_a_rare_effect_is_waited_for() -> None:
    test = sprt.Test(effect=1.0)
    rare = [20.0 if pair % 20 == 7 else 0.0 for pair in range(300)]
    trial = sprt.run(test, lambda first, last: rare[first:last])
    assert trial.decision == "better"
    assert len(trial.differences) > 20
    touched = [0.01 if pair == 5 else 0.0 for pair in range(300)]
    trial = sprt.run(test, lambda first, last: touched[first:last])
    assert (trial.decision, len(trial.differences)) == ("nothing", 100)


def test_what_hangs_between_stays_undecided_at_the_last_pair() -> None:
    pairs = [0.5 + 3.0 * (-1.0) ** pair for pair in range(60)]
    trial = sprt.run(sprt.Test(effect=1.0, most=55), lambda first, last: pairs[first:last])
    assert (trial.decision, len(trial.differences)) == ("undecided", 55)


def test_looks_are_where_they_were_said_to_be() -> None:
    test = sprt.Test(effect=1.0, first=15, every=20, most=60)
    assert test.looks() == [15, 35, 55, 60]
    with pytest.raises(ValueError, match="15 pairs"):
        sprt.Trial(test).tell([0.0])


@pytest.mark.parametrize(
    ("test", "told"),
    [
        (sprt.Test(0.0), "--effect"),
        (sprt.Test(1.0, alpha=0.6), "--alpha"),
        (sprt.Test(1.0, beta=0.0), "--beta"),
        (sprt.Test(1.0, first=1), "--first"),
        (sprt.Test(1.0, most=10), "--max-pairs"),
    ],
)
def test_what_cannot_be_tested_is_said(test: sprt.Test, told: str) -> None:
    with pytest.raises(LabError, match=told):
        sprt.Trial(test)
