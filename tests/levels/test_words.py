"""The words that levels may use are those that the floors above hold, and each is explained."""

from typing import get_args

from agents import orders
from agents.minds import MINDS
from agents.orders import DESKS, Desk, Policy
from assets.text import Texts
from game.goals import GOALS
from game.lab.measures import MEASURES
from game.lab.report import courses
from levels import words

STANDING = [f"set_policy.{each}" for each in get_args(Policy)]


def test_the_words_are_those_of_the_floors_above() -> None:
    assert sorted(str(kind.__struct_config__.tag) for kind in DESKS) == sorted(words.ORDERS)
    assert sorted(get_args(Policy)) == sorted(words.POLICIES)
    assert sorted(MINDS) == sorted(words.MINDS)
    assert sorted([*GOALS, "score"]) == sorted(words.GOALS)
    assert sorted(MEASURES) == sorted(words.MEASURES)
    assert orders.names() == [*(each for each in words.ORDERS if each != "set_policy"), *STANDING]
    assert sorted(courses.LIMITS) == sorted(words.BINDINGS)


def test_a_mind_is_called_as_it_is_registered() -> None:
    assert [make().name for make in MINDS.values()] == list(MINDS)


def test_goals_have_words() -> None:
    texts = Texts()
    assert [each for each in GOALS if not texts.has(f"goal-{each}")] == []


def test_measures_are_explained() -> None:
    for each in MEASURES.values():
        assert each.unit
        assert each.meaning.endswith("."), each.name


def test_desks_are_those_of_the_orders() -> None:
    assert frozenset(get_args(Desk)) == words.DESKS
