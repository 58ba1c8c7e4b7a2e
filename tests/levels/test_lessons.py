"""Every level that comes with the game: it plays out, keeps its books, saves, and shows what it claims."""

from pathlib import Path

import pytest

from agents.desk import Refusal
from agents.orders import Borrow, OrderCards
from assets.text import Texts
from game import session as sessions
from game.door.options import options
from game.lab import claims, solo, tables
from game.lab.screen import summary
from game.lab.seats import Asked
from game.race import Race
from game.session import PERSON, Session
from levels import loader
from levels.loader import LevelError, from_tree
from levels.texts import LESSON, SECTIONS, key, shown_key
from tests.invariants import faults_of_game
from tests.levels.toy import figure, toml, toy

NAMES = [each.name for each in loader.available()]
FEW = 6
"""Seeds on which a test looks at a claim; `python -m pytest tests/long` plays 200."""
LEVEL_OF_L0 = "l0_first_cluster"


@pytest.mark.parametrize("name", NAMES)
def test_a_level_plays_out_and_keeps_its_books(name: str) -> None:
    assert faults_of_game(loader.load(name), 3) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_level_is_saved_loaded_and_replayed_the_same(name: str, tmp_path: Path) -> None:
    resolved = loader.load(name)
    seat = resolved.level.seats[0]
    session = Session.new(resolved, 5, {seat: PERSON}, journal=tmp_path / "a.race")
    for _ in range(min(2, session.turns_in_all - 1)):
        session.submit(seat, [advice.order for advice in session.advice(seat)])
        session.advance()
    session.save(tmp_path / "b.race")
    other = Session.load(tmp_path / "b.race")
    for each in (session, other):
        each.submit(seat, [])
        each.advance()
    assert session.digests == other.digests
    assert session.result().scores == other.result().scores
    _, report = sessions.replay(tmp_path / "a.race")
    assert (report.differs_at, report.turns) == (0, session.turn - 1)
    session.dispose()
    other.dispose()


@pytest.mark.parametrize("name", NAMES)
def test_a_game_of_a_level_goes_into_the_tables(name: str) -> None:
    resolved = loader.load(name)
    turn = resolved.level.months_per_turn
    played = solo.play(loader.variant(resolved, [f"months={turn}"]), Asked(0, 4, {}, {}))
    assert tables.records_table(played.records).num_rows == len(played.records)
    (row,) = tables.games_table([played.row]).to_pylist()
    assert row["winner"] == played.result.winner
    assert {each["firm"] for each in row["scores"]} == set(resolved.level.seats)
    goal = summary(resolved, played)["goal"]
    assert (goal and goal["of"]) == (resolved.level.goal and resolved.level.goal.of)


@pytest.mark.parametrize("name", NAMES)
def test_a_level_has_all_its_words(name: str) -> None:
    texts, level = Texts(), loader.load(name).level
    wanted = [level.text, *(key(level.text, part) for part in (*SECTIONS, *LESSON))]
    wanted += [shown_key(level.text, shown) for shown in level.shows]
    assert [each for each in wanted if not texts.has(each)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_few_seeds_do_not_contradict_what_a_level_claims(name: str) -> None:
    wrong = [each for each in claims.check([name], FEW) if each.contradicted]
    assert [f"{each.claim}: {each.asked}: {each.value:.4g}" for each in wrong] == []


def test_orders_that_a_level_does_without_are_refused_and_not_offered() -> None:
    race = Race(loader.load(LEVEL_OF_L0), 1)
    desk = race.desk("xai")
    refusal = desk.quote((), Borrow(1_000_000))
    assert isinstance(refusal, Refusal)
    assert refusal.text.key == "refuse-not-in-level"
    assert not isinstance(desk.quote((), OrderCards("h100", 1_000, "xai_memphis")), Refusal)
    offered = {option.kind for option in options(race, "xai", race.view("xai"))}
    assert offered == set(race.level.orders)
    race.dispose()


def test_a_goal_of_its_own_decides_who_wins() -> None:
    resolved = loader.load("september_2024", ["months=12"])
    made = {}
    for least in (False, True):
        tree = {**resolved.tree, "goal": {"of": "cash", "least": least, "target": 5.0}}
        race = Race(from_tree(tree, "x", "x"), 2, {})
        result = race.play_out()
        cash = {
            seat: race.world.books.held("usd", seat) - race.world.books.held("debt", seat) for seat in race.world.scores
        }
        made[least] = result.winner
        best = min if least else max
        assert result.winner == best(cash, key=lambda seat: cash[seat])
        assert result.scores[result.winner].total == pytest.approx(cash[result.winner] / 1e9)
        assert list(result.scores) == sorted(cash, key=lambda seat: cash[seat], reverse=not least)
        for seat, scores in result.scores.items():
            assert ("goal" in scores.ribbons) == ((cash[seat] <= 5e9) if least else (cash[seat] >= 5e9))
        race.dispose()
    assert made[True] != made[False]


def write(folder: Path, **own: object) -> Path:
    (folder / "below.toml").write_text(toml(toy()), encoding="utf-8")
    file = folder / "lesson.toml"
    file.write_text(toml({"base": "below", "title": "Lesson", "text": "level-x", **own}), encoding="utf-8")
    return file


def test_a_level_stands_on_another(tmp_path: Path) -> None:
    own = {"months": 6, "firms": {"xai": {"cash_usd": figure(7)}}}
    found = loader.load(write(tmp_path, **own)).level
    below = loader.load(tmp_path / "below.toml").level
    assert (found.title, found.months, found.firms["xai"].cash_usd) == ("Lesson", 6, 7)
    assert found.sites == below.sites
    assert "base" not in loader.load(tmp_path / "lesson.toml").tree


def test_what_speaks_of_a_firm_that_is_left_out_goes_with_it(tmp_path: Path) -> None:
    found = loader.load(write(tmp_path, use={"firms": ["xai"], "events": []})).level
    assert list(found.firms) == ["xai"]
    assert (found.leases, found.events) == ([], {})
    assert list(found.sites) == ["colossus"]
    with pytest.raises(LevelError, match="seats: needs at least one firm"):
        loader.load(write(tmp_path, use={"firms": ["oracle"]}))


def test_an_entry_is_like_another(tmp_path: Path) -> None:
    styles = {"rash": {"like": "keen"}, "keen": {"like": "steady", "run_months": figure(3)}}
    found = loader.load(write(tmp_path, styles=styles)).level.styles
    assert found["rash"] == found["keen"]
    assert (found["keen"].run_months, found["steady"].run_months) == (3, 1)
    assert found["keen"].hiring == found["steady"].hiring


BAD = [
    ({"styles": {"a": {"like": "stedy"}}}, "styles.a.like: no 'stedy' to be like; did you mean 'steady'?"),
    ({"styles": {"a": {"like": "b"}, "b": {"like": "a"}}}, "styles.a.like: no 'a' to be like"),
    ({"base": 4}, "base: expected the name of a level, got 4"),
    ({"base": "belwo"}, "base: no level 'belwo'"),
    ({"base": "lesson"}, "base: 'lesson' stands on this level"),
    ({"orders": ["order_card"]}, "orders.0: no kind of order 'order_card'; did you mean 'order_cards'?"),
    ({"goal": {"of": "csh"}}, "goal.of: no goal 'csh'; did you mean 'cash'?"),
    ({"minutes": 0}, "minutes: must be at least 1, got 0"),
]
SHOWN = {"measure": "cash", "arms": {"a": {}, "b": {"mind": "steady"}}}
SHARE = {"arm": "a", "op": ">", "than": "b", "least": 0.5}
BAD_CLAIMS = [
    ({}, ": needs either share or mean, and not both"),
    ({"share": SHARE, "mean": {"arm": "a", "low": 0}}, ": needs either share or mean, and not both"),
    ({"share": SHARE, "measure": "csh"}, ".measure: no measure 'csh'; did you mean 'cash'?"),
    ({"share": {**SHARE, "arm": "c"}}, ".share.arm: no arm 'c'"),
    ({"share": {**SHARE, "op": "="}}, ".share.op: expected one of"),
    ({"share": {**SHARE, "least": 0}}, ".share: needs least or most, or it claims nothing"),
    ({"mean": {"arm": "a"}}, ".mean: needs low or high, or it claims nothing"),
    ({"mean": {"arm": "a", "ratio": True, "low": 1}}, ".mean: a ratio needs than"),
    (
        {"share": SHARE, "arms": {"a": {}, "b": {"mind": "stedy"}}},
        ".arms.b.mind: no mind 'stedy'; did you mean 'steady'?",
    ),
    ({"share": SHARE, "arms": {"a": {}, "b": {"minds": {"xia": "steady"}}}}, ".arms.b.minds: no firm 'xia'"),
    ({"share": SHARE, "arms": {"a": {}, "b": {"sets": ["months"]}}}, ".arms.b.sets.0: expected PATH=VALUE"),
]
BAD += [({"shows": {"x": {**SHOWN, **parts}}}, f"shows.x{reason}") for parts, reason in BAD_CLAIMS]


@pytest.mark.parametrize(("own", "reason"), BAD)
def test_a_lesson_is_read_as_strictly(own: dict[str, object], reason: str, tmp_path: Path) -> None:
    with pytest.raises(LevelError) as caught:
        loader.load(write(tmp_path, **own))
    assert str(caught.value).startswith(f"{tmp_path / 'lesson.toml'}: {reason}")


def test_an_arm_that_cannot_be_made_names_its_claim(tmp_path: Path) -> None:
    arms = {"a": {}, "b": {"sets": ["firms.xai.cash=1"]}}
    file = write(tmp_path, shows={"x": {**SHOWN, "arms": arms, "share": SHARE}})
    with pytest.raises(ValueError, match=r"shows\.x\.arms\.b: --set firms\.xai\.cash: no such value") as caught:
        claims.check([str(file)], 1)
    assert "\n" not in str(caught.value)
