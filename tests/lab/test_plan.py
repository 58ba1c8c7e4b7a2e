"""A batch's plan: arms share seeds, numbers stay when games are added, and what does not fit is told at once."""

import pytest

from game.lab.plan import Plan, make_plan
from game.lab.trouble import LabError
from levels.loader import LevelError


def plan_of(**asked: object) -> Plan:
    return make_plan("september_2024", **{"sets": ["months=3"], **asked})  # type: ignore[arg-type]


def test_arms_of_a_sweep_share_their_seeds() -> None:
    plan = plan_of(sweeps=["firms.xai.cash_usd=1e9,2e9", "months=3,6"], seed=5)
    asked = [plan.asked(game) for game in range(8)]
    assert [each.seed for each in asked] == [5] * 4 + [6] * 4
    assert [each.settings["firms.xai.cash_usd"] for each in asked[:4]] == ["1e9", "1e9", "2e9", "2e9"]
    assert plan.resolved(2).level.firms["xai"].cash_usd == 2_000_000_000
    assert plan.resolved(1).level.months == 6
    assert plan.label(3) == "months=6, firms.xai.cash_usd=2e9"


def test_minds_are_arms_too() -> None:
    plan = plan_of(minds=["bold", "xai=passive,openai=steady"])
    assert set(plan.asked(0).minds.values()) == {"bold"}
    assert plan.asked(1).minds == {"xai": "passive", "openai": "steady"}


def test_the_fingerprint_holds_all_but_the_number_of_games() -> None:
    assert plan_of().fingerprint() == plan_of().fingerprint()
    others = [plan_of(seed=2), plan_of(minds=["bold"]), plan_of(sets=["months=6"]), plan_of(records=False)]
    assert len({each.fingerprint() for each in [plan_of(), *others]}) == 5


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ({"sweeps": ["months"]}, "--sweep months: expected PATH=a,b,c"),
        ({"sweeps": ["months=3,"]}, "--sweep months=3,: expected PATH=a,b,c"),
        ({"sweeps": ["months=3,3"]}, "--sweep months=3,3: a value stands twice"),
        ({"sweeps": ["months=3,4"]}, "--set months: 4 months are no whole turns of 3; use 3 or 6"),
        ({"sweeps": ["firms.xai.cash=1"]}, "--set firms.xai.cash: no such value; nearest: firms.xai.cash_usd"),
        ({"minds": ["blod"]}, "--minds blod: no such mind; did you mean 'bold'?"),
        ({"minds": ["xia=bold"]}, "--minds xia: no such firm; did you mean 'xai'?"),
        ({"minds": ["xai=bold,openai"]}, "--minds xai=bold,openai: expected a mind, or FIRM=MIND"),
    ],
)
def test_what_does_not_fit_is_told_before_any_game(asked: dict[str, list[str]], line: str) -> None:
    with pytest.raises((LabError, LevelError)) as caught:
        plan_of(**asked)
    assert str(caught.value).startswith(line)
