"""Experiments as values: a plan file says what flags say, designs have the points they should, nonsense is one line."""

import sys
from pathlib import Path
from typing import Any

import pytest

import main
from game.lab import experiment
from game.lab.designs import Design, points_of
from game.lab.plan import make_plan
from game.lab.trouble import LabError
from levels import loader
from levels.loader import LevelError, Resolved

HEAD = 'level = "september_2024"\n'


@pytest.fixture(scope="module")
def level() -> Resolved:
    return loader.load("september_2024")


def plan_in(tmp_path: Path, text: str) -> experiment.Experiment:
    file = tmp_path / "plan.toml"
    file.write_text(HEAD + text, encoding="utf-8")
    return experiment.read(file)


def test_a_file_and_flags_make_the_same_plan(tmp_path: Path) -> None:
    text = """
seed = 5
[set]
months = 3
[[arms]]
name = "bold"
minds = "bold"
[[arms]]
name = "xai=passive"
minds = { xai = "passive" }
[design]
kind = "factorial"
[design.lists]
firms.xai.cash_usd = [1_000_000_000, 2e9]
"""
    by_file = experiment.expand(plan_in(tmp_path, text))
    by_flags = make_plan(
        "september_2024",
        seed=5,
        sets=["months=3"],
        sweeps=["firms.xai.cash_usd=1000000000,2000000000"],
        minds=["bold", "xai=passive"],
        records=False,
    )
    assert by_file == by_flags
    assert [each.name for each in by_file.arms][:2] == [
        "bold, firms.xai.cash_usd=1000000000", "xai=passive, firms.xai.cash_usd=1000000000",
    ]  # fmt: skip
    assert by_file.resolved(2).level.firms["xai"].cash_usd == 2_000_000_000


def test_minds_move_over_the_seats_and_share_the_seed() -> None:
    plan = make_plan("september_2024", sets=["months=3"], minds=["xai=bold", "xai=passive"], rotate=["xai", "openai"])
    asked = [plan.asked(game) for game in range(8)]
    assert [each.seed for each in asked] == [1, 1, 1, 1, 2, 2, 2, 2]
    assert [(each.replicate, each.rotation) for each in asked[:5]] == [(0, 0), (0, 0), (0, 1), (0, 1), (1, 0)]
    own = loader.load("september_2024").level.firms["openai"].mind
    assert asked[1].minds == {"xai": "passive", "openai": own}
    assert asked[3].minds == {"openai": "passive", "xai": own}
    assert asked[1].point == asked[3].point == asked[5].point != asked[0].point
    assert len({(each.point, each.replicate, each.rotation) for each in asked}) == 8


def test_every_seat_holds_every_mind_once_in_a_whole_rotation() -> None:
    plan = make_plan("september_2024", sets=["months=3"], minds=["xai=passive"], rotate=True)
    games = [plan.asked(game) for game in range(plan.games_of_a_seed)]
    assert [[firm for firm, mind in each.minds.items() if mind == "passive"] for each in games] == [
        ["xai"], ["openai"], ["anthropic"], ["meta"], ["google"], ["microsoft"],
    ]  # fmt: skip


def test_a_latin_design_puts_one_point_into_every_slice(level: Resolved) -> None:
    design = Design("latin", ranges={"firms.xai.cash_usd": [1e9, 9e9], "months": [10, 17]}, points=8, seed=3)
    points = points_of(design, level, Path())
    assert sorted(int((float(point["firms.xai.cash_usd"]) - 1e9) / 1e9) for point in points) == list(range(8))
    assert sorted(int(point["months"]) for point in points) == list(range(10, 18))
    assert points == points_of(design, level, Path())


def test_a_sobol_design_has_the_points_that_its_indices_need(level: Resolved) -> None:
    path = "rules.turn.initiative"
    design = Design("sobol", ranges={path: "assumed", "firms.xai.cash_usd": [1e9, 2e9]}, points=4)
    points = points_of(design, level, Path())
    assert len(points) == 4 * (2 + 2)
    source = level.sources[path]
    assert source.low is not None
    assert source.high is not None
    assert all(source.low <= float(point[path]) <= source.high for point in points)
    first, *crossed, last = points[:4]
    assert all(len({path for path in first if first[path] != each[path]}) <= 1 for each in crossed)
    assert last != first


def test_a_table_of_points_is_read_from_csv_and_toml(tmp_path: Path) -> None:
    (tmp_path / "points.csv").write_text("months, firms.xai.cash_usd\n3,1e9\n6,2e9\n", encoding="utf-8")
    (tmp_path / "points.toml").write_text(
        '[[rows]]\nmonths = 3\n"firms.xai.cash_usd" = "1e9"\n[[rows]]\nmonths = 6\nfirms.xai.cash_usd = "2e9"\n',
        encoding="utf-8",
    )
    plans = [
        experiment.expand(plan_in(tmp_path, f'[design]\nkind = "table"\nfile = "points.{kind}"\n'))
        for kind in ("csv", "toml")
    ]
    assert plans[0] == plans[1]
    assert [arm.settings for arm in plans[0].arms] == [
        {"months": "3", "firms.xai.cash_usd": "1e9"}, {"months": "6", "firms.xai.cash_usd": "2e9"},
    ]  # fmt: skip


WRONG = [
    ("gmaes = 3", "unknown field `gmaes`"),
    ("games = 0", "games: must be at least 1"),
    ("[set]\nfirms.xai.cash = 3", "--set firms.xai.cash: no such value; nearest"),
    ('[[arms]]\nminds = "blod"', "--minds blod: no such mind; did you mean 'bold'?"),
    ('[[arms]]\nminds = { xia = "bold" }', "minds xia: no such firm; did you mean 'xai'?"),
    ('[[arms]]\nname = "a"\n[[arms]]\nname = "a"', "arms: two are the same (a)"),
    ('rotate = ["xai"]', "rotate: name at least two seats"),
    ('rotate = true\nminds = "bold"', "rotate: every seat has the same mind"),
    ('[design]\nkind = "factorial"', "design.lists: is empty"),
    ('[design]\nkind = "factorial"\nlists = { months = 3 }', "design.lists.months: only lists are swept; write [3]"),
    ('[design]\nkind = "factorial"\nlists = { months = [] }', "design.lists.months: is an empty list"),
    ('[design]\nkind = "latin"\npoints = 3', "design.ranges: is empty"),
    ('[design]\nkind = "latin"\nranges = { months = [3, 6] }', "design.points: how many?"),
    ('[design]\nkind = "latin"\npoints = 3\nranges = { mnths = [3, 6] }', "design.ranges.mnths: no such number"),
    ('[design]\nkind = "latin"\npoints = 3\nranges.months = [6, 3]', "design.ranges.months: expected [low, high]"),
    ('[design]\nkind = "latin"\npoints = 3\nranges.months = "assumed"', "design.ranges.months: the level gives no"),
    ('[design]\nkind = "sobol"\npoints = 3\nranges = { months = [3, 6] }', "design.points: 3 is no power of two"),
    ('[design]\nkind = "latin"\nfile = "x.csv"', "design.file: means nothing in a latin design"),
    ('[design]\nkind = "table"', "design: a table needs either file"),
    ('[design]\nkind = "table"\nfile = "no.csv"', "cannot be read (No such file"),
    ('[stop]\nmeasure = "score"\nfirm = "xai"\nhalf_width = 1\nlooks = [5]', "stop.looks: expected growing numbers"),
    ('[stop]\nmeasure = "score"\nfirm = "xia"\nhalf_width = 1\nlooks = [20]', "stop.firm: xia; there is openai"),
    ('[stop]\nmeasure = "win"\nfirm = "xai"\nhalf_width = 1\nlooks = [20]\narm = "b"', "stop.arm: b: no such arm"),
    (
        '[stop]\nmeasure = "scor"\nhalf_width = 1\nlooks = [20]',
        "stop.measure: scor; did you mean 'score'?; there",
    ),
    ('[design]\nkind = "latn"', "design.kind: latn; did you mean 'latin'?; there is factorial, latin, sobol, table"),
    ('games = "many"', "Expected `int | null`, got `str` - at `$.games`"),
    ("games = ", "is no TOML"),
]


@pytest.mark.parametrize(("text", "line"), WRONG, ids=[each[0].replace("\n", " ")[:50] for each in WRONG])
def test_a_plan_that_makes_no_sense_is_one_line(
    tmp_path: Path, text: str, line: str, level: Resolved, monkeypatch: Any
) -> None:
    monkeypatch.setattr(loader, "load", lambda name: level)
    with pytest.raises((LabError, LevelError)) as caught:
        experiment.expand(plan_in(tmp_path, text))
    assert line in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_line_names_the_file_or_the_option_that_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.toml"
    file.write_text('level = "september_2024"\n[[arms]]\nminds = { xia = "bold" }\n', encoding="utf-8")
    out = ["--games", "1", "--out", str(tmp_path / "out")]
    for asked, line in (
        ([str(file)], f"{file}: minds xia: no such firm"),
        (["september_2024", "--sweep", "mnths=3,6"], "--sweep mnths: no such value"),
        (["september_2024", "--set", "mnths=3"], "--set mnths: no such value"),
    ):
        assert main._guarded(["batch", *asked, *out], debug=False) == 2
        err = capsys.readouterr().err
        assert err.startswith(line)
        assert err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_design_without_its_library_says_what_to_install(level: Resolved, monkeypatch: Any) -> None:
    for name in ("SALib", "SALib.sample"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(LabError, match=r"needs SALib; install it with: pip install 'compute-race\[lab\]'"):
        points_of(Design("sobol", ranges={"months": [3, 6]}, points=4), level, Path())


def test_the_outermost_points_of_a_large_design_are_tried_before_it_runs(level: Resolved, monkeypatch: Any) -> None:
    tried: list[list[str]] = []
    monkeypatch.setattr(loader, "variant", lambda resolved, sets: tried.append(sets) or resolved)
    monkeypatch.setattr(loader, "load", lambda name: level)
    plan = make_plan("september_2024", points=[{"months": 3 + (7 * each) % 1000} for each in range(1000)])
    assert len(plan.arms) == 1000
    assert ["months=3"] in tried
    assert ["months=1002"] in tried
    assert len(tried) < 30
