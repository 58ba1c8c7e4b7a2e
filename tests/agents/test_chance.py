"""Draws are owned: fixed vectors, even spread, and one purpose does not move another."""

from statistics import fmean, pstdev

import pytest

from agents import chance


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ((1, "xai", "luck", 3, 0), 0.3192925379220718),
        ((1, "xai", "luck", 3, 1), 0.9359507041766579),
        ((2, "openai", "queue", 75, 9), 0.3127731692691835),
    ],
)
def test_the_same_question_has_the_same_answer_for_ever(question, answer):
    assert chance.draw(*question) == pytest.approx(answer, abs=1e-15)


def test_draws_are_even_and_normals_standard():
    evens = [chance.draw(7, "a", "b", month) for month in range(4000)]
    normals = [chance.normal(7, "a", "b", month) for month in range(4000)]
    assert 0.0 < min(evens) < 0.005
    assert 0.995 < max(evens) < 1.0
    assert fmean(evens) == pytest.approx(0.5, abs=0.02)
    assert fmean(normals) == pytest.approx(0.0, abs=0.05)
    assert pstdev(normals) == pytest.approx(1.0, abs=0.05)


def test_another_agent_purpose_month_or_seed_is_another_draw():
    base = (1, "xai", "luck", 3, 0)
    others = [(2, "xai", "luck", 3, 0), (1, "meta", "luck", 3, 0), (1, "xai", "queue", 3, 0), (1, "xai", "luck", 4, 0)]
    assert len({chance.draw(*question) for question in [base, *others]}) == 5


def test_waiting_times_have_their_mean():
    waits = [chance.waiting_months(24.0, 3, "x", "grid", month) for month in range(4000)]
    assert fmean(waits) == pytest.approx(24.0, rel=0.06)
