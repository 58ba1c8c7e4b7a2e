"""What makes large worlds affordable: lists by name, exact sums, few among many; each against the plain way."""

import random
from math import exp, fsum

from game.exact import ExactSum
from game.lists import Groups
from game.markets.choice import Places
from game.markets.rationing import by_largest_remainder
from game.race import Race
from levels.loader import Resolved


class Entry:
    def __init__(self, name: str) -> None:
        self.name = name


def test_groups_follow_a_list_however_it_changes() -> None:
    chance = random.Random(4)
    groups: Groups[Entry] = Groups(lambda entry: entry.name)
    entries: list[Entry] = []
    for _ in range(3_000):
        act = chance.random()
        if act < 0.6 or not entries:
            entries.append(Entry(chance.choice("abc")))
        elif act < 0.75:
            entries.remove(chance.choice(entries))
        elif act < 0.85:
            entries = [entry for entry in entries if chance.random() < 0.7]
        if chance.random() < 0.6:
            name = chance.choice("abcd")
            assert list(groups.of(entries, name)) == [entry for entry in entries if entry.name == name]


def test_an_exact_sum_forgets_what_is_taken_out() -> None:
    chance = random.Random(7)
    terms = [chance.gauss(0.0, 1.0) * 10.0 ** chance.randint(-12, 12) for _ in range(200)]
    whole = ExactSum(terms)
    assert whole.value() == fsum(terms)
    for i, term in enumerate(terms):
        assert whole.value(without=term) == fsum(terms[:i] + terms[i + 1 :])
    for term in terms[:150]:
        whole.add(-term)
    assert whole.value() == fsum(terms[150:])


def test_few_people_go_where_the_plain_split_sends_them() -> None:
    chance = random.Random(1)
    for _ in range(400):
        count = chance.choice([1, 2, 3, 6, 12, 40])
        pulls = [exp(chance.gauss(0.0, 1.0)) if chance.random() < 0.8 else 1.0 for _ in range(count)]
        keys = [f"lab {chance.randrange(999)} {i}" for i in range(count)]
        rooms = [chance.choice([0, 1, 5, 20, 200]) for _ in range(count)]
        leaving = [chance.choice([0, 1, 3, 20, 150]) for _ in range(count)]
        places, left = Places(pulls, keys, rooms), list(rooms)
        for origin, people in enumerate(leaving):
            weights = [pull if i != origin and left[i] > 0 else 0.0 for i, pull in enumerate(pulls)]
            plain = {}
            for i, share in enumerate(by_largest_remainder(people, weights, keys)):
                if coming := min(share, left[i]):
                    left[i] -= coming
                    plain[i] = coming
            assert dict(places.take_in(people, origin)) == plain


def test_rivals_are_all_labs_but_oneself(september: Resolved) -> None:
    race = Race(september, 1)
    view = race.view("xai")
    labs = [firm.key for firm in race.labs if firm.key != "xai"]
    assert list(view.rivals) == labs
    assert len(view.rivals) == len(labs)
    assert "xai" not in view.rivals
    assert "meta" in view.rivals
    ratings = [rival.arena_elo for rival in view.rivals.best_first()]
    assert ratings == sorted((rival.arena_elo for rival in view.rivals.values()), reverse=True)
