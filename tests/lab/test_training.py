"""The example that trains a policy learns to do better than doing nothing, in the first lesson and in seconds.

What it reaches in the full race is tried by hand (`tests/long/train_policy.py`).
"""

from tests.long.train_policy import train


def test_a_policy_learns_the_first_lesson() -> None:
    found, weights, plans = train("l0_first_cluster", "xai", "passive", rivals=None, minutes=0.03, workers=1, games=4)
    assert found.games == 4
    assert found.low > 0.0
    assert weights.shape[0] == len(plans) > 1
