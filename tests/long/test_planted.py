"""What a sequential comparison finds on the real model: a planted advantage of two in a hundred, and a planted nothing.

By hand: `python -m pytest tests/long/test_planted.py -s`, about ten minutes of a core. Ten tries each, on seeds of
their own. The advantages are 2 % of one firm, by three readings: skill that makes a public list prefer its models in
52 of 100 comparisons where it was even (13.9 Elo), 2 % more compute at the start, and 2 % more money at the start.
"""

from math import log10

import pytest

from game.lab.balance import compare, sides, sprt
from game.lab.balance.store import Store
from levels import loader

LEVEL = "september_2024"
TRIES = 10
PREFERRED = 0.52
ELO = 400.0 * log10(PREFERRED / (1.0 - PREFERRED))


def _skilled() -> str:
    lab = loader.load(LEVEL).level.firms["xai"].lab
    assert lab is not None
    return f"firms.xai.lab.skill_elo={lab.skill_elo + ELO:.4f}"


def _larger() -> str:
    cards = loader.load(LEVEL).level.sites["xai_memphis"].cards
    return ";".join(f"sites.xai_memphis.cards.{chip}={round(1.02 * number)}" for chip, number in cards.items())


def _richer() -> str:
    return f"firms.xai.cash_usd={round(1.02 * loader.load(LEVEL).level.firms['xai'].cash_usd)}"


def _tries(a: str, b: str, months: int, test: sprt.Test, *, equal_luck: bool = True) -> list[sprt.Trial]:
    store = Store()
    common = (f"months={months}",)
    first, second = (sides.read(LEVEL, common, each) for each in (a, b))
    found = []
    for number in range(TRIES):
        question = compare.Question(first, second, firm="xai", seed=10_000 * (number + 1), equal_luck=equal_luck)
        done = compare.run(question, test, store.play)
        mean = sum(done.differences) / len(done.differences)
        told = f"{done.decision}, {len(done.differences)} pairs, {mean:+.3f}"
        print(f"{b} against {a}, {months} months, try {number + 1}: {told}", flush=True)
        found.append(done)
    return found


@pytest.mark.parametrize(
    ("advantage", "months", "effect"),
    [(_richer, 12, 0.1), (_larger, 12, 0.1), (_skilled, 24, 1.0), (_skilled, 75, 2.0)],
    ids=["money, one year", "cards, one year", "skill, two years", "skill, full race"],
)
def test_two_percent_more_is_found(advantage, months: int, effect: float) -> None:  # type: ignore[no-untyped-def]
    found = _tries("as_is", advantage(), months, sprt.Test(effect))
    assert sum(each.decision == "better" for each in found) >= 9
    assert all(len(each.differences) < 300 for each in found if each.decision == "better")


def test_nothing_is_called_nothing_where_games_are_equal() -> None:
    found = _tries("as_is", "firms.xai.cash_usd=3e9", 12, sprt.Test(0.1))
    assert all(each.decision == "nothing" and not any(each.differences) for each in found)


def test_nothing_is_called_nothing_in_the_noise_of_other_seeds() -> None:
    found = _tries("as_is", "as_is", 12, sprt.Test(1.5), equal_luck=False)
    assert sum(each.decision == "nothing" for each in found) >= 9
    assert any(any(each.differences) for each in found)


def test_a_dollar_of_another_firm_is_called_nothing() -> None:
    """It moves games by a little here and there, and nobody the better for it."""
    cash = loader.load(LEVEL).level.firms["meta"].cash_usd
    found = _tries("as_is", f"firms.meta.cash_usd={cash + 1}", 75, sprt.Test(2.0))
    assert sum(each.decision == "nothing" for each in found) >= 9
