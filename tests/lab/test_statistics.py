"""The lab's statistics: published examples, known laws, and how often intervals hold the truth."""

from math import inf, nan

import numpy as np
import pytest
from scipy import stats

from game.lab import statistics as lab

# --- shares --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, table I, method 3
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_agrees_with_the_published_examples(hits: int, of: int, low: float, high: float) -> None:
    assert lab.wilson(hits, of) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_wilson_stays_within_the_range_and_narrows_with_the_level() -> None:
    assert lab.wilson(0, 0) == (0.0, 1.0)
    assert lab.wilson(0, 5)[0] == 0.0
    assert lab.wilson(5, 5)[1] == 1.0
    wide, narrow = lab.wilson(30, 100, 0.99), lab.wilson(30, 100, 0.80)
    assert wide[0] < narrow[0] < 0.3 < narrow[1] < wide[1]
    assert lab.share(2.5, 10).value == 0.25


def test_games_of_one_seed_are_one_observation_of_a_share() -> None:
    """Forty games on four seeds say what four games say, and not ten times as much."""
    found = lab.share(25.0, 40, lots=4)
    assert (found.value, found.of) == (0.625, 4)
    assert (found.low, found.high) == lab.wilson(2.5, 4)
    plain = lab.share(25.0, 40)
    assert found.low < plain.low < plain.high < found.high
    assert lab.share(0.0, 0, lots=0) == lab.Estimate(0.0, 0.0, 1.0, 0)


# --- means ---------------------------------------------------------------------------------------------


def test_the_interval_of_a_mean_is_students_where_that_is_right() -> None:
    values = np.random.default_rng(3).normal(10.0, 2.0, size=200)
    found = lab.mean(values)
    low, high = stats.t.interval(0.95, 199, values.mean(), stats.sem(values))
    assert found.value == pytest.approx(values.mean())
    assert (found.low, found.high) == (pytest.approx(low, abs=0.04), pytest.approx(high, abs=0.04))
    assert lab.mean(values) == found


@pytest.mark.parametrize(("of", "least"), [(8, 0.90), (40, 0.935)])
def test_nineteen_of_twenty_intervals_hold_the_truth(of: int, least: float) -> None:
    """Of few observations a little less; plain percentiles of eight would hold it in 88 of 100."""
    dice = np.random.default_rng(11)
    tries = [lab.bootstrap(dice.normal(5.0, 1.0, size=of), lambda m: m[:, 0], resamples=500) for _ in range(600)]
    assert least <= sum(not each.leaves_out(5.0) for each in tries) / 600 <= 0.975


def test_games_are_drawn_whole() -> None:
    """Ten firms that share their game's luck are one observation, not ten."""
    dice = np.random.default_rng(5)
    luck = dice.normal(size=40)
    values, games = np.repeat(luck, 10), [game for game in range(40) for _ in range(10)]
    by_game, by_row = lab.mean(values, clusters=games), lab.mean(values)
    assert by_game.of == 40
    assert by_game.value == pytest.approx(by_row.value)
    assert (by_game.high - by_game.low) / (by_row.high - by_row.low) == pytest.approx(10**0.5, rel=0.15)
    assert by_game == lab.mean(values, clusters=[f"g{game}" for game in games])
    assert by_game == lab.Estimate(*[pytest.approx(each) for each in _told(lab.mean(luck))], of=40)  # type: ignore[arg-type]


def _told(found: lab.Estimate) -> tuple[float, float, float]:
    return found.value, found.low, found.high


def test_one_observation_bounds_nothing_and_none_is_an_error() -> None:
    assert lab.mean([3.0]) == lab.Estimate(3.0, -inf, inf, 1)
    with pytest.raises(ValueError, match="one observation or more"):
        lab.mean([])


def test_pairs_on_equal_luck_show_what_luck_hides() -> None:
    dice = np.random.default_rng(2)
    luck = dice.normal(50.0, 10.0, size=60)
    ours, theirs = luck + 1.0 + dice.normal(0, 0.5, 60), luck + dice.normal(0, 0.5, 60)
    found = lab.paired(ours, theirs)
    assert found.mean.leaves_out(0.0)
    assert found.mean.value == pytest.approx(1.0, abs=0.3)
    assert found.p < 0.001
    assert found.variance_ratio > 100
    shuffled = lab.paired(ours, np.roll(theirs, 7))
    assert not shuffled.mean.leaves_out(0.0)
    assert shuffled.variance_ratio < 2
    with pytest.raises(ValueError, match="unlike length: 2 and 3"):
        lab.paired([1.0, 2.0], [1.0, 2.0, 3.0])


def test_ratios_of_means() -> None:
    found = lab.ratio([2.0, 4.0, 6.0, 4.0], [1.0, 2.0, 3.0, 2.0])
    assert found == lab.Estimate(2.0, 2.0, 2.0, 4)
    assert lab.ratio([1.0, 1.0], [0.0, 0.0]).value == inf
    assert lab.ratio([0.0, 0.0], [0.0, 0.0]).value == 1.0


# --- tests of many -------------------------------------------------------------------------------------


def test_tossed_signs_agree_with_the_exact_test() -> None:
    apart = [0.8, 1.1, -0.2, 0.5, 0.9, 0.3, -0.1, 0.7]
    exact = stats.permutation_test((apart,), lambda x, axis: x.mean(axis=axis), permutation_type="samples")
    assert lab.sign_flips(apart) == pytest.approx(exact.pvalue)
    longer = apart * 3
    assert lab.sign_flips(longer) == 1 / 2001
    assert lab.sign_flips([0.0, 0.0]) == 1.0
    assert lab.sign_flips([]) == 1.0


def test_a_tossed_sign_finds_nothing_in_one_try_of_twenty() -> None:
    dice = np.random.default_rng(4)
    found = sum(lab.sign_flips(dice.normal(size=30), resamples=400) <= 0.05 for _ in range(600))
    assert stats.binomtest(found, 600, 0.05).pvalue > 0.001


def test_many_questions_are_tossed_together_and_finely_enough() -> None:
    dice = np.random.default_rng(8)
    columns = dice.normal(0.3, 1.0, size=(14, 5))
    together = lab.sign_flips_of(columns)
    assert together == [lab.sign_flips(column) for column in columns.T]
    fine = lab.sign_flips_of(columns, resamples=200_000)  # in pieces
    for p, column in zip(fine, columns.T, strict=True):
        exact = stats.permutation_test(
            (column,), lambda x, axis: x.mean(axis=axis), permutation_type="samples", n_resamples=np.inf
        )
        assert p == pytest.approx(exact.pvalue, abs=0.006)
    assert lab.sign_flips_of(np.zeros((0, 2))) == [1.0, 1.0]
    assert lab.sign_flips_of(np.zeros((3, 0))) == []
    assert lab.least_p(4) == lab.sign_flips([1.0] * 4) == 2 / 16
    assert 150 * lab.least_p(100, lab.draws_for(150)) < lab.CERTAIN / 10 < 150 * lab.least_p(100)


def test_corrections_agree_with_the_papers() -> None:
    ps = [0.01, 0.04, 0.03, 0.005]
    assert lab.holm(ps) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    fifteen = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    fifteen += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]  # Benjamini and Hochberg 1995, section 4
    assert sum(p <= 0.05 for p in lab.false_discovery(fifteen)) == 4
    assert sum(p <= 0.05 for p in lab.holm(fifteen)) == 3
    assert lab.false_discovery(fifteen) == pytest.approx(stats.false_discovery_control(fifteen))
    assert lab.holm([]) == lab.false_discovery([]) == []


# --- bands, ranks, parts -------------------------------------------------------------------------------


def test_bands_leave_out_what_is_not_there() -> None:
    figures = np.array([[1.0, nan, nan], [2.0, 5.0, nan], [3.0, 7.0, nan]])
    found = lab.bands(figures, (0.0, 0.5, 1.0))
    assert found[:, :2].tolist() == [[1.0, 5.0], [2.0, 6.0], [3.0, 7.0]]
    assert np.isnan(found[:, 2]).all()
    whole = np.random.default_rng(1).normal(size=(50, 3))
    assert np.array_equal(lab.bands(whole), np.quantile(whole, lab.QUANTILES, axis=0))


def test_ranks_and_their_correlation() -> None:
    values = [3.0, 1.0, 4.0, 1.0, 5.0]
    assert lab.ranks(values).tolist() == stats.rankdata(values).tolist() == [3.0, 1.5, 4.0, 1.5, 5.0]
    other = [2.0, 7.0, 1.0, 8.0, 2.0]
    assert lab.rank_correlation(values, other) == pytest.approx(stats.spearmanr(values, other).statistic)
    assert lab.rank_correlation([1.0, 1.0], [1.0, 2.0]) == 0.0


def test_regression_in_standard_deviations() -> None:
    dice = np.random.default_rng(9)
    factors = dice.uniform(size=(400, 3)) * [1.0, 1000.0, 0.0]
    outcome = 3.0 * factors[:, 0] - 0.004 * factors[:, 1] + dice.normal(0, 0.1, 400)
    found, told = lab.standardized(factors, outcome)
    assert found == pytest.approx([0.6, -0.8, 0.0], abs=0.03)
    assert told > 0.98
    assert lab.standardized(factors, np.ones(400))[1] == 0.0


def test_the_part_that_groups_explain() -> None:
    assert lab.explained([[1.0, 1.0], [3.0, 3.0]]) == 1.0
    assert lab.explained([[1.0, 3.0], [3.0, 1.0]]) == 0.0
    assert lab.explained([[0.0, 2.0], [2.0, 4.0]]) == pytest.approx(0.5)
    assert lab.explained([[2.0], [2.0]]) == 0.0


# --- leads ---------------------------------------------------------------------------------------------


def test_a_lead_counts_when_it_is_held_with_a_gap() -> None:
    ahead = [{"a": 100.0, "b": 90.0}] * 2
    close, clear = {"a": 100.0, "b": 105.0}, {"a": 100.0, "b": 110.0}
    assert lab.lead_changes([*ahead, *[clear] * 6], 6) == [lab.LeadChange(2, "a", "b")]
    assert lab.lead_changes([*ahead, *[clear] * 5], 6) == []
    assert lab.lead_changes([*ahead, *[close] * 9], 6) == []
    assert lab.lead_changes([*ahead, clear, *ahead, *[clear] * 6], 6) == [lab.LeadChange(5, "a", "b")]
    assert lab.lead_changes([*[clear] * 6, *[{"a": 130.0}] * 6], 6) == [lab.LeadChange(6, "b", "a")]
    assert lab.lead_changes([], 6) == []
    short = [{"a": 100.0, "b": 90.0}, *[{"a": 100.0, "b": 130.0}] * 4]
    assert [lab.lead_changes(short[:of], 6) for of in range(1, 6)] == [[]] * 5  # over before a lead can be held
