"""Sharing out: exact, fair in its rule, and never more than is wanted or there."""

from hypothesis import given
from hypothesis import strategies as st

from game.markets.rationing import by_largest_remainder, pro_rata, water_fill

bids = st.lists(st.tuples(st.integers(0, 10**6), st.floats(0.001, 1e6)), min_size=1, max_size=12)


@given(st.integers(0, 10**7), bids)
def test_water_fill_gives_no_more_than_wanted_and_leaves_nothing_that_is_wanted(total, asked):
    wanted, scores = [w for w, _ in asked], [s for _, s in asked]
    given_ = water_fill(total, wanted, scores, [f"k{i:02}" for i in range(len(asked))])
    assert all(0 <= got <= want for got, want in zip(given_, wanted, strict=True))
    assert sum(given_) == min(total, sum(wanted))


@given(st.integers(0, 10**7), st.lists(st.integers(1, 10**6), min_size=1, max_size=12))
def test_pro_rata_differs_from_the_exact_part_by_less_than_one(total, wanted):
    given_ = pro_rata(total, wanted, [f"k{i:02}" for i in range(len(wanted))])
    assert sum(given_) == min(total, sum(wanted))
    if sum(wanted) > total:
        assert all(abs(got - total * want / sum(wanted)) < 1 + 1e-6 for got, want in zip(given_, wanted, strict=True))


def test_the_key_breaks_ties_not_the_order_of_bids():
    forward = dict(zip("abc", by_largest_remainder(10, [1.0, 1.0, 1.0], list("abc")), strict=True))
    backward = dict(zip("cba", by_largest_remainder(10, [1.0, 1.0, 1.0], list("cba")), strict=True))
    assert forward == backward == {"a": 4, "b": 3, "c": 3}


def test_a_better_score_gets_more_of_a_shortage():
    assert water_fill(100, [100, 100], [3.0, 1.0], ["a", "b"]) == [75, 25]


def test_what_a_small_bid_leaves_goes_to_the_others():
    assert water_fill(100, [10, 200], [1.0, 1.0], ["a", "b"]) == [10, 90]
