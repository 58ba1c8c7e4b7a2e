"""A level is read strictly: what is wrong is told in one line with file, path and reason."""

import copy
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levels import files, loader
from levels.loader import LevelError, Resolved, Source, from_tree, load
from tests.levels.toy import Tree, figure, toml, toy

GONE = object()


def change(tree: Tree, path: str, value: Any) -> Tree:
    """The tree with the value at the path replaced, or taken out with `GONE`."""
    *way, last = path.split(".")
    holder: Any = tree
    for part in way:
        holder = holder[int(part) if isinstance(holder, list) else part]
    key: Any = int(last) if isinstance(holder, list) else last
    if value is GONE:
        del holder[key]
    else:
        holder[key] = value
    return tree


def outcome(tree: Tree, *sets: str) -> str | None:
    """The one line of the refusal, or nothing when the level loads; any other exception fails the test."""
    try:
        assert isinstance(from_tree(tree, "toy", "levels/x.toml", sets), Resolved)
    except LevelError as error:
        line = str(error)
    else:
        return None
    assert line.isprintable()
    return line


def refused(tree: Tree, *sets: str) -> str:
    with pytest.raises(LevelError) as caught:
        from_tree(tree, "toy", "levels/x.toml", sets)
    line = str(caught.value)
    assert "\n" not in line
    return line


def test_a_valid_level_is_typed_and_keeps_its_sources() -> None:
    found = from_tree(toy(), "toy", "levels/toy.toml")
    assert found.level.firms["xai"].cash_usd == 3_000_000_000
    assert found.level.firms["xai"].lab is not None
    assert found.level.firms["xai"].lab.arena_elo == 1316.0
    assert isinstance(found.level.firms["xai"].lab.arena_elo, float)
    assert found.sources["firms.xai.cash_usd"] == Source(low=1_500_000_000, high=4_500_000_000)
    assert found.sources["firms.xai.lab.run_rate_usd"] == Source(fact="S019, K60")
    assert found.sources["leases.0.h100e"].low == 16_000


def test_the_tree_of_a_save_loads_again_the_same() -> None:
    first = from_tree(toy(), "toy", "levels/toy.toml", ["months=6"])
    again = from_tree(json.loads(msgspec.json.encode(first.tree)), "toy", "levels/toy.toml")
    assert again == first


BAD = [
    ("firms.xai.cash_usd", figure(1) | {"value": "lots"}, "expected an integer, got 'lots'"),
    ("firms.xai.cash_usd", "lots", "expected an integer, got 'lots'"),
    ("firms.xai.cash_usd", 3, "needs a fact id or an assumption with low and high"),
    ("firms.xai.cash_usd", {"value": 3}, "needs a fact id or an assumption with low and high"),
    ("firms.xai.cash_usd", {"value": 3, "low": 1}, "needs a fact id or an assumption with low and high"),
    ("firms.xai.cash_usd", {"fact": "S030"}, "needs a 'value' beside its source"),
    (
        "firms.xai.cash_usd",
        {"value": 3, "fact": "30"},
        "expected a fact id such as 'S030' or 'S030, K62', got '30'",
    ),
    ("firms.xai.cash_usd", {"value": 3, "low": 4, "high": 5}, "value 3 is below low 4"),
    ("firms.xai.cash_usd", {"value": 6, "low": 4, "high": 5}, "value 6 is above high 5"),
    ("firms.xai.cash_usd", {"value": -6, "fact": "S1"}, "must be at least 0, got -6"),
    ("firms.xai.cash_usd", {"value": 2**70, "fact": "S1"}, "the number is too large"),
    ("firms.xai.cash_usd", {"value": 1.5, "fact": "S1"}, "expected an integer, got 1.5"),
    ("firms.xai.cash_usd", {"value": True, "fact": "S1"}, "expected an integer, got true"),
    ("firms.xai.cash_usd", GONE, "is missing: expected an integer"),
    ("firms.xai.trust", figure(1.5), "must be at most 1, got 1.5"),
    ("firms.xai.trust", {"value": float("nan"), "fact": "S1"}, "expected a number, got nan"),
    ("firms.xai.colour", "grey", None),
    ("firms.xai.mind", "stedy", "no mind 'stedy'; did you mean 'steady'?"),
    ("firms.xai.lab", GONE, None),
    ("firms.xai.lab", [], "expected a table, got a list"),
    ("firms.xai.lab.launched", "May 2024", "expected a month such as '2024-09', got 'May 2024'"),
    ("firms.xai.lab.launched", "2025-05", "must not be after the start, 2024-09"),
    ("firms.Xai", {}, "an id is of small letters, digits and underscores"),
    ("chips.h100.facility_kw", figure(0), "must be more than 0, got 0.0"),
    ("chips.h100.cooling", "water", "expected one of 'air', 'liquid', got 'water'"),
    ("chips.h100.retires", "2022-01", "2022-01 is before it is available, 2022-10"),
    ("chips.h100.maker", "nvida", "no maker 'nvida'; did you mean 'nvidia'?"),
    ("makers.nvidia.loyalty.xai", figure(0.5) | {"value": 2, "high": 2}, "must be at most 1, got 2.0"),
    (
        "makers.nvidia.loyalty",
        {"oracle": figure(0.6), "xai": figure(0.7)},
        "shares add up to 1.3, more than 1",
    ),
    ("foundries.tsmc.committed", [], "needs at least one month"),
    ("regions.memphis.latitude", figure(95), "must be between -90 and 90, got 95.0"),
    ("sites.colossus.firm", "xia", "no firm 'xia'; did you mean 'xai'?"),
    ("sites.colossus.region", "paris", "no region 'paris'"),
    ("leases.0.operator", "xai", None),
    ("leases.0.months", figure(0), "must be at least 1, got 0"),
    ("promises.0.latest", "2025-01", "2025-01 is before earliest, 2025-02"),
    ("promises.0.earliest", "2024-08", "must be after the start, 2024-09, got 2024-08"),
    ("events.departure", {"text": "x", "effect": "news"}, "needs either month or hazard, and not both"),
    ("events.departure.firm", "nobody", "no firm 'nobody'"),
    ("seats", [], "needs at least one firm"),
    ("seats.0", "oracle", "'oracle' is not steerable"),
    ("seats", ["xai", "xai"], None),
    ("months", 13, "13 months are no whole turns of 3; use 12 or 15"),
    ("months", 9000, "the level would end after 2099-12"),
    ("months_per_turn", 0, "must be at least 1, got 0"),
    ("start", 2024, "expected a month such as '2024-09', got 2024"),
    ("format", 2, "expected 1, got 2"),
    ("title", 7, "expected text, got 7"),
    ("rules.leases.payback_months", figure(0), "must be more than 0, got 0"),
    ("rules.compute.failure", figure(0.5), "must be at most 0.333, as cards wear 3 months at once, got 0.5"),
    ("rules.chips.price_cut_per_year", figure(1), "must be less than 1, or cards are free"),
    ("rules.customers.users_most", figure(5), None),
    ("chips.h100.price_usd", figure(0), "must be more than 0, got 0"),
    ("firms.xai.lab.price_level", figure(0), "must be more than 0, got 0.0"),
    ("rules.chips.slip_high", figure(0.5), None),
]


@pytest.mark.parametrize(("path", "value", "reason"), BAD)
def test_what_is_wrong_is_told_in_one_line(path: str, value: Any, reason: str | None) -> None:
    line = refused(change(toy(), path, value))
    assert line.startswith("levels/x.toml: ")
    if reason is not None:
        assert line == f"levels/x.toml: {path}: {reason}"


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        ([{"until": "opened", "what": "powr"}], "guide.0.what: no desk 'powr'"),
        ([{"until": "planned", "what": "request_gird"}], "guide.0.what: no kind of order in this level 'request_gird'"),
        ([{"what": "power"}], "guide.0.what: only a step that waits"),
        ([{}, {}], "guide.1.name: a second step 'one'"),
    ],
)
def test_a_step_of_the_guide_waits_for_what_there_is(steps: list[dict[str, str]], line: str) -> None:
    guide = [{"name": "one", "at": "desk", **step} for step in steps]
    assert refused({**toy(), "guide": guide}).startswith("levels/x.toml: " + line)


def test_an_unknown_field_is_told_with_the_nearest() -> None:
    tree = change(toy(), "firms.xai.cash_us", figure(1))
    assert refused(tree) == "levels/x.toml: firms.xai.cash_us: unknown field; did you mean 'cash_usd'?"
    tree = change(toy(), "firms.xai.trust.lo", 1)
    assert refused(tree) == "levels/x.toml: firms.xai.trust.lo: unknown field; did you mean 'low'?"


SETS = [
    ("firms.xai.cash_usd=5e9", lambda level: level.firms["xai"].cash_usd == 5_000_000_000),
    ("firms.xai.cash_usd = 24_000_000_000", lambda level: level.firms["xai"].cash_usd == 24_000_000_000),
    ("firms.xai.trust=1", lambda level: level.firms["xai"].trust == 1.0),
    ("firms.xai.independent=true", lambda level: level.firms["xai"].independent),
    ("firms.xai.mind=passive", lambda level: level.firms["xai"].mind == "passive"),
    ("firms.xai.name=4", lambda level: level.firms["xai"].name == "4"),
    ("leases.0.h100e=20000", lambda level: level.leases[0].h100e == 20_000),
    ("months=6", lambda level: level.months == 6),
    ("start=2024-08", lambda level: level.start == "2024-08"),
    ("firms.xai.chips_from=[]", lambda level: level.firms["xai"].chips_from == []),
    ("chips.h100.retires=2026-01", lambda level: level.chips["h100"].retires == "2026-01"),
    ("events.departure.size=0.1", lambda level: level.events["departure"].size == 0.1),
]


@pytest.mark.parametrize(("setting", "holds"), SETS)
def test_set_reaches_any_value(setting: str, holds: Any) -> None:
    found = from_tree(toy(), "toy", "levels/toy.toml", [setting])
    assert holds(found.level)


def test_set_tells_its_source_and_leaves_the_given_tree_alone() -> None:
    tree = toy()
    found = from_tree(tree, "toy", "levels/toy.toml", ["firms.xai.cash_usd=9000000000"])
    assert found.sources["firms.xai.cash_usd"] == Source(low=1_500_000_000, high=9_000_000_000, note="set by hand")
    assert tree == toy()


BAD_SETS = [
    ("firms.xai.cash=1", "--set firms.xai.cash: no such value; nearest: firms.xai.cash_usd"),
    ("firms.xia.cash_usd=1", "--set firms.xia.cash_usd: no such value; nearest: firms.xai.cash_usd"),
    ("firms.xai.cash_usd=lots", "--set firms.xai.cash_usd: expected an integer, got 'lots'"),
    ("firms.xai.cash_usd=-1", "--set firms.xai.cash_usd: must be at least 0, got -1"),
    ("firms.xai.cash_usd=", "--set firms.xai.cash_usd: expected an integer, got ''"),
    ("firms.xai=1", "--set firms.xai: holds several values, name one of them, such as firms.xai."),
    ("leases=[]", "--set leases: holds several values, name one of them, such as leases.0."),
    ("leases.7.h100e=1", "--set leases.7.h100e: no such value; nearest: leases.0.h100e"),
    ("firms.xai.grant.parent=oracle", "--set firms.xai.grant.parent: no such value"),
    (
        "firms.xai.cash_usd.value=1",
        "--set firms.xai.cash_usd.value: no such value; nearest: firms.xai.cash_usd",
    ),
    ("zzz=1", "--set zzz: no such value; a level begins with format, title"),
    ("months", "--set months: expected PATH=VALUE, such as --set months=12"),
    ("=4", "--set =4: expected PATH=VALUE"),
    ("months=7", "--set months: 7 months are no whole turns of 3; use 6 or 9"),
    ("sites.colossus.firm=xia", "--set sites.colossus.firm: no firm 'xia'; did you mean 'xai'?"),
]


@pytest.mark.parametrize(("setting", "start"), BAD_SETS)
def test_a_wrong_set_gets_one_line(setting: str, start: str) -> None:
    assert refused(toy(), setting).startswith(start)


def test_a_file_gives_the_same_level(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(toml(toy()), encoding="utf-8")
    assert load(file).level == from_tree(toy(), "mine", "x").level
    assert load(str(file)).name == "mine"


def write_split(folder: Path) -> Path:
    """The toy as a level over two catalogue files."""
    tree = toy()
    (folder / "catalogue").mkdir()
    chips = {name: tree.pop(name) for name in ("chips", "makers", "foundries", "memory")}
    firms = {"firms": tree.pop("firms")}
    (folder / "catalogue" / "toy_chips.toml").write_text(toml(chips), encoding="utf-8")
    (folder / "catalogue" / "toy_firms.toml").write_text(toml(firms), encoding="utf-8")
    file = folder / "mine.toml"
    own: Tree = {"catalogue": ["toy_chips", "toy_firms"], **tree}
    file.write_text(toml(own), encoding="utf-8")
    return file


def test_catalogue_files_lie_below_the_level(tmp_path: Path) -> None:
    file = write_split(tmp_path)
    assert load(file).level == from_tree(toy(), "mine", "x").level
    own = file.read_text(encoding="utf-8")
    over = {"xai": {"cash_usd": {"value": 7, "fact": "S031"}, "chips_from": []}}
    file.write_text(own + toml({"firms": over, "use": {"firms": ["oracle", "xai"]}}), encoding="utf-8")
    found = load(file)
    assert found.level.firms["xai"].cash_usd == 7
    assert found.level.firms["xai"].chips_from == []
    assert found.sources["firms.xai.cash_usd"] == Source(fact="S031")
    assert found.level.firms["xai"].name == "xAI"
    assert "catalogue" not in found.tree
    assert "use" not in found.tree


def test_a_fault_names_the_file_it_stands_in(tmp_path: Path) -> None:
    file = write_split(tmp_path)
    below = tmp_path / "catalogue" / "toy_firms.toml"
    below.write_text(below.read_text(encoding="utf-8").replace('"xAI"', "4", 1), encoding="utf-8")
    with pytest.raises(LevelError, match="expected text, got 4") as caught:
        load(file)
    assert str(caught.value).startswith(f"{below}: firms.xai.")


def test_use_keeps_only_what_it_names(tmp_path: Path) -> None:
    file = write_split(tmp_path)
    own = file.read_text(encoding="utf-8")
    file.write_text(own + toml({"use": {"chips": ["h200"]}}), encoding="utf-8")
    with pytest.raises(LevelError, match=r"use\.chips: no 'h200' in it; did you mean 'h100'\?"):
        load(file)
    file.write_text(own + toml({"use": {"firms": ["xai"]}}), encoding="utf-8")
    found = load(file).level
    assert (list(found.firms), found.leases) == (["xai"], [])
    file.write_text(own + toml({"use": {"firms": ["oracle"]}}), encoding="utf-8")
    with pytest.raises(LevelError, match="seats: needs at least one firm"):
        load(file)


FILES = [
    (b"months = \n", "line 1, column 10: not TOML"),
    (b"months = [[", "end of document: not TOML"),
    (b"title = '\xff'", "is not UTF-8 text (byte 9)"),
    (b"a = " + b"[" * 100_000, "is nested too deeply"),
    (b"a = " + b"9" * 5_000, "not TOML"),
    (b"", "format: is missing"),
    (b"catalogue = 4", "catalogue: expected a list, got 4"),
    (b"catalogue = ['../x']", "catalogue.0: expected the name of a catalogue file"),
    (b"catalogue = ['nowhere']", "catalogue.0: no catalogue file 'nowhere'"),
    (b"use = { firms = 4 }", "use.firms: no such table"),
    (b"start = 2024-09-01", "format: is missing"),
]


@pytest.mark.parametrize(("content", "reason"), FILES)
def test_a_file_that_is_no_level(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "x.toml"
    file.write_bytes(content)
    with pytest.raises(LevelError) as caught:
        load(file)
    line = str(caught.value)
    assert line.startswith(f"{file}: {reason}")
    assert "\n" not in line


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(LevelError, match=r"nothing\.toml: no such file"):
        load(tmp_path / "nothing.toml")
    with pytest.raises(LevelError, match="is a folder, not a level file"):
        load(tmp_path)
    with pytest.raises(LevelError, match=r"^no_level_has_this_name: no such level"):
        load("no_level_has_this_name")
    with pytest.raises(LevelError):
        load("a\0b.toml")


def test_available_lists_shipped_levels_and_skips_broken(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    (tmp_path / "b.toml").write_text(toml(toy()), encoding="utf-8")
    (tmp_path / "a.toml").write_text("broken = ", encoding="utf-8")
    (summary,) = loader.available()
    assert (summary.name, summary.title, summary.months, summary.seats) == ("b", "Toy", 12, ["xai"])
    assert load("b").origin == "levels/b.toml"


def _nodes(tree: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    items: Any = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    found = [path] if path else []
    for name, value in items:
        found += _nodes(value, (*path, str(name)))
    return found


NODES = _nodes(toy())
VALUES = st.one_of(
    st.just(GONE),
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(["xai", "oracle", "2024-09", "2031-01", "any", "nvidia"]),
    st.dictionaries(st.text(max_size=4), st.integers(), max_size=2),
    st.builds(figure, st.integers(-2, 10**12)),
    st.lists(st.integers() | st.text(max_size=3), max_size=2),
)


@settings(max_examples=150, deadline=None)
@given(changes=st.lists(st.tuples(st.sampled_from(NODES), VALUES), min_size=1, max_size=3))
def test_a_mutated_level_loads_or_gets_one_line(changes: list[tuple[tuple[str, ...], Any]]) -> None:
    tree = toy()
    for path, value in changes:
        try:
            tree = change(tree, ".".join(path), copy.deepcopy(value))
        except (KeyError, IndexError, TypeError, AttributeError, ValueError):
            continue
    line = outcome(tree)
    assert line is None or line.startswith("levels/x.toml: ")


@settings(max_examples=150, deadline=None)
@given(path=st.sampled_from(NODES) | st.text(max_size=20).map(lambda text: (text,)), text=st.text(max_size=12))
def test_any_set_works_or_gets_one_line(path: tuple[str, ...], text: str) -> None:
    outcome(toy(), ".".join(path) + "=" + text)
