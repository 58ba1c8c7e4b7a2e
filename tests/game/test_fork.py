"""What if: a fork has equal luck, tells what its change has caused, and touches neither the game nor its save."""

import json
from pathlib import Path
from typing import Any

import pytest

import main
from agents.orders import AnyOrder, BringTurbines, BuildHall, OrderCards, RemoveTurbines, StartRun
from game.forks import Change, ForkError, RefusedError
from game.session import PERSON, Session
from levels.loader import Resolved

MEMPHIS = "xai_memphis"
TURBINES = BringTurbines(MEMPHIS, 45_000)
DARK = Change("xai", "drop", "bring_turbines")


def played(level: Resolved, plans: dict[int, list[AnyOrder]], turns: int) -> Session:
    """xAI does nothing but what is in the plans."""
    session = Session.new(level, 1, {"xai": PERSON})
    for turn in range(1, turns + 1):
        assert session.submit("xai", plans.get(turn, [])) == []
        session.advance()
    return session


@pytest.fixture(scope="module")
def game(september: Resolved) -> Session:
    return played(september, {1: [TURBINES], 3: [RemoveTurbines(MEMPHIS, 40_000), StartRun(6, 0.5)]}, 5)


def test_no_change_gives_no_difference(game: Session) -> None:
    found = game.fork(2)
    assert found.digest == found.fork_digest == game.race.digest()
    assert (found.parts, found.spreads, found.flows, found.lost, found.differs_at) == ("", {}, {}, [], 0)
    assert all(sides.was == sides.fork for firm in found.figures.values() for sides in firm.values())
    assert all(sides.was == sides.fork for sides in found.scores.values())


def test_without_its_turbines_more_cards_are_dark_from_the_month_in_which_they_come(september: Resolved) -> None:
    found = played(september, {1: [TURBINES]}, 2).fork(1, [DARK])
    mine = found.figures["xai"]
    assert found.parts == "2024-10"
    assert found.spreads["xai"] == "2024-10"
    assert mine["h100e_idle"].fork > mine["h100e_idle"].was
    assert mine["h100e_online"].fork < mine["h100e_online"].was
    assert mine["h100e_online"].since == mine["mw_online"].since > found.parts
    gas = [flow for flow in found.flows["xai"] if flow.text.key == "cause-turbines-arrive"]
    assert [(flow.was > 0, flow.fork) for flow in gas] == [(True, 0)]
    rent = next(flow for flow in found.flows["xai"] if flow.text.key == "cause-turbines")
    assert rent.was < rent.fork


def test_a_fork_changes_neither_the_game_nor_its_save(game: Session, tmp_path: Path) -> None:
    game.save(tmp_path / "a.race")
    before = (game.race.digest(), (tmp_path / "a.race").read_bytes(), list(game.plans), list(game.race.recorder.rows))
    loaded = Session.load(tmp_path / "a.race")
    found = loaded.fork(1, [DARK])
    assert found.fork_digest != found.digest
    assert found == game.fork(1, [DARK])
    game.save(tmp_path / "a.race")
    assert (game.race.digest(), (tmp_path / "a.race").read_bytes(), game.plans, game.race.recorder.rows) == before


def test_later_plans_that_the_door_refuses_are_told_and_the_others_are_given(game: Session) -> None:
    found = game.fork(1, [DARK])
    assert [(lost.firm, lost.turn, lost.order.kind) for lost in found.lost] == [("xai", 3, "remove_turbines")]
    assert found.figures["xai"]["arena_elo"].was > 0
    assert found.lost[0].refusal.text.key.startswith("refuse-")


def test_orders_are_added_and_replaced_and_one_of_several_is_dropped(september: Resolved) -> None:
    halls: list[AnyOrder] = [BuildHall(MEMPHIS, 2_000, False), TURBINES, BuildHall(MEMPHIS, 3_000, False)]
    session = played(september, {1: halls}, 2)

    def spent(*changes: Change) -> int:
        found = session.fork(1, changes)
        return next(flow.fork - flow.was for flow in found.flows["xai"] if flow.text.key == "cause-halls")

    both, second = spent(Change("xai", "drop", "build_hall")), spent(Change("xai", "drop", "build_hall", number=2))
    assert 0 < second < both
    assert spent(Change("xai", "add", order=BuildHall(MEMPHIS, 2_000, False))) < 0
    assert spent(Change("xai", "replace", "build_hall", BuildHall(MEMPHIS, 4_000, False))) < 0


def test_a_rival_that_a_mind_steers_can_be_changed_too(game: Session) -> None:
    with pytest.raises(ForkError, match="openai: gives no order build_giant at turn 1; it gives ") as told:
        game.fork(1, [Change("openai", "drop", "build_giant")])
    first = str(told.value).partition("it gives ")[2].split(", ")[0]
    found = game.fork(1, [Change("openai", "drop", first)])
    assert next(iter(found.spreads)) == "openai"
    assert list(found.flows) == ["openai"]


def test_what_cannot_be_is_told(game: Session) -> None:
    with pytest.raises(ForkError, match="5 finished turns; choose 1 to 5"):
        game.fork(6, [DARK])
    with pytest.raises(ForkError, match="no firm that decides"):
        game.fork(1, [Change("nvidia", "drop", "stop_run")])
    with pytest.raises(RefusedError) as told:
        game.fork(1, [Change("xai", "add", order=OrderCards("h100", 10_000_000, MEMPHIS))])
    assert told.value.refusal.text.key == "refuse-order-size"


@pytest.fixture(scope="module")
def save(tmp_path_factory: Any) -> Path:
    path = Path(tmp_path_factory.mktemp("fork")) / "mine.race"
    short = ["september_2024", "--set", "months=6", "--seed", "1"]
    assert main._guarded(["run", *short, "--save", str(path), "--json"], debug=False) == 0
    return path


def call(*arguments: str) -> int:
    return main._guarded(list(arguments), debug=False)


def test_a_game_without_a_window_is_saved_and_forked(save: Path, capsys: Any) -> None:
    capsys.readouterr()
    assert call("run", "september_2024", "--set", "months=6", "--json") == 0
    straight = json.loads(capsys.readouterr().out)["digest"]
    fork = ["replay", str(save), "--fork", "1", "--change", "xai drop bring_turbines"]
    assert call(*fork, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["digest"] == straight
    assert told["figures"]["xai"]["h100e_idle"]["fork"] >= told["figures"]["xai"]["h100e_idle"]["was"]
    assert all(row["name"] for row in told["flows"]["xai"])
    assert call(*fork) == 0
    shown = capsys.readouterr().out
    for word in ("they part in Oct 2024", "xAI", "by cause", straight):
        assert word in shown


WRONG = [
    ("xai drop bild_hall", "--change xai drop bild_hall: bild_hall: no such order; did you mean 'build_hall'?"),
    ("xai", "--change xai: expected FIRM drop KIND"),
    ("xai lose build_hall", "--change xai lose build_hall: lose is none of drop, replace and add"),
    ("xai drop build_hall:x", "--change xai drop build_hall:x: build_hall:x: expected a number"),
    ("xai drop build_hall now", "--change xai drop build_hall now: nothing follows"),
    ("xai add {", "--change xai add {: no order in JSON"),
    ("xai add {}", "--change xai add {}: an order is an object with its kind"),
    ('xai add {"order":"zap"}', '--change xai add {"order":"zap"}: zap: no such order'),
    ('xai add {"order":"build_hall"}', '--change xai add {"order":"build_hall"}: build_hall: Object missing'),
    ("yai drop build_hall", "--fork 1: yai: no firm that decides at turn 1"),
    ("xai drop build_giant", "--fork 1: xai: gives no order build_giant at turn 1; it gives "),
    ('meta add {"order":"stop_run"}', '--change meta add {"order":"stop_run"}: refused at turn 1: '),
]


@pytest.mark.parametrize(("spec", "start"), WRONG, ids=[spec for spec, _ in WRONG])
def test_wrong_changes_get_one_line_and_exit_code_2(spec: str, start: str, save: Path, capsys: Any) -> None:
    capsys.readouterr()
    assert call("replay", str(save), "--fork", "1", "--change", spec) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(start)
    assert told.err.count("\n") == 1


def test_other_wrong_input_is_told_too(save: Path, capsys: Any) -> None:
    capsys.readouterr()
    change = ["--change", "xai drop build_hall"]
    for wrong, word in (
        (["--fork", "3", *change], "--fork 3: the game has 2 finished turns; choose 1 to 2"),
        (change, "--change: at which turn?"),
        (["--json"], "--json: there is nothing to compare"),
        (["--fork", "0", *change], "Invalid value for '--fork'"),
    ):
        assert call("replay", str(save), *wrong) == 2
        assert capsys.readouterr().err.startswith(word)
    for target, word in ((str(save), "is there already"), ("x.txt", "must end in .race")):
        assert call("run", "september_2024", "--save", target) == 2
        assert word in capsys.readouterr().err
