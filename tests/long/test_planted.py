"""What a sequential comparison finds on the real model: a planted advantage of two in a hundred, and a planted nothing.

By hand: `python -m pytest tests/long/test_planted.py -s`, some ten minutes of a core; with KEEP=DIR in the
environment the games are kept there, and a run that was stopped goes on. Ten tries each, on seeds of their own. The
advantage is 2 % of one firm, by two readings: 2 % more customers at the start, seen after a year; and skill that makes
a list which compares two models prefer the firm's in 52 of 100 cases where it was even (13.9 Elo), seen at the end of
the whole race.
"""

import os
from math import log10
from pathlib import Path

from game.lab.balance import compare, sides, sprt
from game.lab.balance.store import Store
from levels import loader
from levels.schema import Lab

LEVEL = "september_2024"
TRIES = 10
PREFERRED = 0.52
ELO = 400.0 * log10(PREFERRED / (1.0 - PREFERRED))
STORE = Store(Path(os.environ["KEEP"]) if "KEEP" in os.environ else None)
"""Shared, for both sides of several tests play the level as it is."""


def _lab(firm: str) -> Lab:
    lab = loader.load(LEVEL).level.firms[firm].lab
    assert lab is not None
    return lab


def _tries(a: str, b: str, firm: str, months: int, test: sprt.Test, *, equal_luck: bool = True) -> list[sprt.Trial]:
    common = (f"months={months}",)
    first, second = (sides.read(LEVEL, common, each) for each in (a, b))
    found = []
    for number in range(TRIES):
        question = compare.Question(first, second, firm=firm, seed=10_000 * (number + 1), equal_luck=equal_luck)
        done = compare.run(question, test, STORE.play)
        mean = sum(done.differences) / len(done.differences)
        told = f"{done.decision}, {len(done.differences)} pairs, {mean:+.3f}"
        print(f"{b} against {a}, {months} months, try {number + 1}: {told}", flush=True)
        found.append(done)
    return found


def _check_found(found: list[sprt.Trial]) -> None:
    seen = [each for each in found if each.decision == "better" and len(each.differences) < 300]
    assert len(seen) >= 9


def test_two_percent_more_customers_are_found() -> None:
    more = f"firms.openai.lab.consumers={round(1.02 * _lab('openai').consumers)}"
    _check_found(_tries("as_is", more, "openai", 12, sprt.Test(0.01)))


def test_nothing_is_called_nothing_where_games_are_equal() -> None:
    same = f"firms.openai.lab.consumers={float(_lab('openai').consumers)!r}"
    found = _tries("as_is", same, "openai", 12, sprt.Test(0.01))
    assert all(each.decision == "nothing" and not any(each.differences) for each in found)


def test_nothing_is_called_nothing_in_the_noise_of_other_seeds() -> None:
    found = _tries("as_is", "as_is", "openai", 12, sprt.Test(1.5), equal_luck=False)
    assert sum(each.decision == "nothing" for each in found) >= 9
    assert any(any(each.differences) for each in found)


def test_preferred_in_52_of_100_is_found_in_the_whole_race() -> None:
    more = f"firms.xai.lab.skill_elo={_lab('xai').skill_elo + ELO:.4f}"
    _check_found(_tries("as_is", more, "xai", 75, sprt.Test(2.0)))
