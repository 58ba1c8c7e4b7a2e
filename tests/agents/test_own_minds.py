"""A class from outside decides for a firm; what it does wrong costs its own turn, never the game."""

import json
import logging
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

import main
from agents.desk import Advice, Quote
from agents.minds import own
from agents.orders import StopRun
from game import session as sessions
from game.lab import solo
from game.lab.seats import Asked, LabError, check_mind
from game.race import Race
from game.session import Session
from levels import loader

PAGE = Path(__file__).parents[2] / "docs" / "minds.md"
SHORT = loader.load("september_2024", ["months=9"])
HEAD = """
import time
from agents.desk import Advice
from agents.orders import *
from agents.view import Text
class Mine:
    name = "mine"
    calls = 0
    def advise(self, desk):
        Mine.calls += 1
"""

Write = Callable[[str], str]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Writes a module into the current folder and returns the name of its mind; the body is that of `advise`."""
    monkeypatch.chdir(tmp_path)
    made: list[str] = []
    before = list(sys.path)

    def _write(body: str, *, whole: bool = False) -> str:
        name = f"own_mind_{abs(id(made))}_{len(made)}"
        text = body if whole else HEAD + "".join(f"        {line}\n" for line in body.splitlines())
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
        made.append(name)
        return f"{name}:Mine"

    yield _write
    sys.path[:] = before
    for name in made:
        sys.modules.pop(name, None)


def played(mind: str, firm: str = "xai") -> solo.Played:
    return solo.play(SHORT, Asked(0, 3, {}, {firm: mind}), records=False)


def calls(mind: str) -> int:
    return int(sys.modules[mind.partition(":")[0]].Mine.calls)


def test_the_mind_of_the_page_plays_in_thirty_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    code = found[1].splitlines()
    body = code[next(place for place, line in enumerate(code) if line.startswith("class ")) :]
    assert len(body) <= 30
    (tmp_path / "my_mind.py").write_text(found[1], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    told = CliRunner().invoke(
        main.app, ["run", "september_2024", "--set", "months=24", "--firm", "xai", "--mind", "my_mind:MyMind", "--json"]
    )
    assert told.exit_code == 0, told.output
    summary = msgspec.json.decode(told.stdout)
    assert summary["trouble"] == {}
    assert summary["seats"]["xai"]["steered_by"] == "my_mind:MyMind"
    idle = solo.play(loader.load("september_2024", ["months=24"]), Asked(0, 1, {}, {"xai": "passive"}))
    assert summary["seats"]["xai"]["score"] > idle.result.scores["xai"].total
    sys.modules.pop("my_mind", None)


WRONG = {
    "raises": ("raise RuntimeError('no\\n idea')", "raised RuntimeError: no idea (own_mind_"),
    "leaves": ("raise SystemExit(3)", "raised SystemExit"),
    "recurs": ("return self.advise(desk)", "raised RecursionError"),
    "returns nothing": ("return None", "returned a NoneType, not a list"),
    "returns a generator": ("return (order for order in ())", "returned a generator, not a list"),
    "returns words": ("return ['build']", "gave a str in place of an order"),
    "wrong type": ("return [OrderCards('b200', 'many', 'xai_memphis')]", "gave an OrderCards with a wrong value"),
    "no number": ("return [StartRun(6, float('nan'))]", "not finite"),
    "too large": ("return [BringTurbines('xai_memphis', 10 ** 40)]", "gave a BringTurbines with a wrong value"),
    "wrong reasons": ("return [Advice(StartRun(6, 0.5), 7)]", "gave an int with a wrong value"),
    "asks nonsense": ("return desk.quote([], 'order')", "gave a str in place of an order"),
}


@pytest.mark.parametrize(("body", "told"), WRONG.values(), ids=WRONG.keys())
def test_what_it_does_wrong_costs_its_own_turn(
    write: Write, body: str, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    mind = write(body)
    with caplog.at_level(logging.WARNING):
        game = played(mind)
    assert told in game.row.trouble["xai"]
    assert game.row.trouble["xai"].startswith("turn 1: ")
    assert len([line for line in caplog.records if mind in line.getMessage()]) == 1
    assert game.row.digest == played("passive").row.digest


def test_it_is_asked_again_after_a_turn_that_went_wrong(write: Write) -> None:
    mind = write("if desk.view.turn == 2:\n    raise KeyError('two')\nreturn [SetPolicy('price_level', 0.9)]")
    game = played(mind)
    assert calls(mind) == 3
    assert game.row.trouble == {"xai": game.row.trouble["xai"]}
    assert "turn 2: raised KeyError" in game.row.trouble["xai"]
    assert game.row.digest != played("passive").row.digest


def test_one_that_takes_too_long_is_stopped(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    mind = write("if desk.view.turn == 1:\n    while True:\n        desk.quote([], StopRun())\nreturn []")
    monkeypatch.setenv(own.SECONDS_VARIABLE, "0.2")
    game = played(mind)
    assert "turn 1: took longer than 0.2 s" in game.row.trouble["xai"]
    assert calls(mind) == 3


def test_one_that_cannot_be_stopped_is_not_asked_again(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    mind = write("time.sleep(30)\nreturn []")
    monkeypatch.setenv(own.SECONDS_VARIABLE, "0.05")
    monkeypatch.setattr(own, "PATIENCE_SECONDS", 0.01)
    begun = time.monotonic()
    assert played(mind).row.trouble
    assert time.monotonic() - begun < 25, "it was waited for"
    assert calls(mind) == 1


def test_it_gets_no_more_answers_once_its_time_is_up(write: Write) -> None:
    mind = write("Mine.desk = desk\nreturn []")
    played(mind)
    desk = sys.modules[mind.partition(":")[0]].Mine.desk
    with pytest.raises(own._TimeIsUp):
        desk.ready_cash([])
    with pytest.raises(own._TimeIsUp):
        desk.quote([], StopRun())


def test_what_it_does_to_its_view_stays_there(write: Write) -> None:
    mind = write(
        "desk.view.chips.clear(); desk.view.offers.chips.clear(); desk.view.offers.sheets.clear()\n"
        "desk.view.sites.clear(); desk.view.rivals._labs.clear(); desk.view.me.offerings.clear()\nreturn []"
    )
    game = played(mind)
    assert game.row.trouble == {}
    assert game.row.digest == played("passive").row.digest


def test_its_view_is_equal_to_the_firms_own() -> None:
    race = Race(SHORT, 5)
    try:
        for firm in ("xai", "microsoft"):
            assert own._ShutDesk(race.desk(firm)).view == race.view(firm)
    finally:
        race.dispose()


LOTS = """
import itertools
lots = itertools.count()
import random
class Mine:
    name = "mine"
    calls = 0
    def advise(self, desk):
        Mine.calls += 1
        if Mine.calls == 2:
            raise RuntimeError("the second time")
        return [SetPolicy("price_level", round(random.uniform(0.5, 1.0), 3)), SetPolicy("free_tier", 0.1 * Mine.calls)]
from agents.orders import SetPolicy
"""


def test_a_replay_equals_the_play_though_the_mind_draws_lots(write: Write, tmp_path: Path) -> None:
    mind = write(LOTS, whole=True)
    game = Session.new(SHORT, 4, {"xai": mind}, journal=tmp_path / "game.race")
    game.play_out()
    assert calls(mind) == 3
    _, report = sessions.replay(tmp_path / "game.race")
    assert (report.differs_at, report.digest) == (0, game.race.digest())
    assert game.explain("xai", "me.cash_usd").parts
    sys.modules.pop(mind.partition(":")[0])
    (tmp_path / f"{mind.partition(':')[0]}.py").unlink()
    loaded = Session.load(tmp_path / "game.race")
    assert loaded.race.digest() == game.race.digest()
    _, report = sessions.replay(tmp_path / "game.race")
    assert report.differs_at == 0  # it is not even loaded again
    for each in (game, loaded):
        each.dispose()


def test_what_it_prints_does_not_stand_among_answers(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    text = HEAD.replace("import time", "print('imported')") + "        print('thinks')\n        return []\n"
    text = text.replace("    calls = 0", "    calls = 0\n    def __init__(self):\n        print('made')")
    mind = write(text, whole=True)
    asked = ["run", "september_2024", "--set", "months=3", "--firm", "xai", "--mind", mind, "--json"]
    assert main._guarded(asked, debug=True) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["seats"]["xai"]["steered_by"] == mind
    assert {"imported", "made", "thinks"} <= set(told.err.split())


def test_stdout_comes_back_whichever_thread_ends_first() -> None:
    before = sys.stdout
    first, second = own._aside, own._aside
    with first:
        assert sys.stdout is sys.stderr
        second.__enter__()
    assert sys.stdout is sys.stderr  # the second still decides
    second.__exit__()
    assert sys.stdout is before


def test_reasons_are_kept(write: Write) -> None:
    mind = write("return [Advice(StartRun(6, 0.5), (Text('why-run', {'months': 6}),))]")
    race = Race(SHORT, 1, {"openai": mind})
    try:
        advice = race.mind_of("openai").advise(race.desk("openai"))
        assert [type(each) for each in advice] == [Advice]
        assert advice[0].reasons[0].args == {"months": 6}
        assert isinstance(race.desk("openai").quote([], advice[0].order), Quote)
    finally:
        race.dispose()


UNFIT = {
    "no module": ("nowhere_to_be_found:Mine", "no module nowhere_to_be_found in this folder"),
    "no such name": (":Mine", "expected MODULE:CLASS"),
    "a path": ("folder/mind.py:Mine", "expected MODULE:CLASS"),
}


@pytest.mark.parametrize(("name", "told"), UNFIT.values(), ids=UNFIT.keys())
def test_a_name_that_leads_nowhere_is_told(write: Write, name: str, told: str) -> None:
    with pytest.raises(LabError, match=re.escape(told)):
        check_mind(SHORT.level, name, "--mind")


BAD = {
    "no class": ("Mine = 3", "Mine is no class"),
    "another class": ("class Mime:\n    pass", "did you mean 'Mime'?"),
    "no advise": ("class Mine:\n    pass", "has no method advise(desk)"),
    "no desk": ("class Mine:\n    def advise(self): ...", "must take one argument, the desk"),
    "two": ("class Mine:\n    def advise(self, desk, more): ...", "must take one argument, the desk"),
    "arguments": ("class Mine:\n    def __init__(self, style): ...", "could not be made without arguments"),
    "syntax": ("class Mine\n", "could not be imported: SyntaxError"),
    "imports": ("import nowhere_to_be_found\n", "could not be imported: ModuleNotFoundError"),
    "exits": ("raise SystemExit\n", "could not be imported: SystemExit"),
}


@pytest.mark.parametrize(("text", "told"), BAD.values(), ids=BAD.keys())
def test_a_class_that_is_unfit_is_told_in_one_line(
    write: Write, text: str, told: str, capfd: pytest.CaptureFixture[str]
) -> None:
    code = main._guarded(["run", "september_2024", "--firm", "xai", "--mind", write(text, whole=True)], False)
    out, err = capfd.readouterr()
    assert (code, out) == (2, "")
    assert told in err
    assert err.startswith("--mind own_mind_")
    assert err.count("\n") == 1


def test_a_limit_that_is_no_number_is_told(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(own.SECONDS_VARIABLE, "soon")
    with pytest.raises(LabError, match="expected a number of seconds above 0"):
        check_mind(SHORT.level, write("return []"), "--mind")


def test_a_batch_counts_its_troubles(write: Write, tmp_path: Path) -> None:
    mind = write("if desk.view.turn == 2:\n    raise KeyError('two')\nreturn []")
    arguments = ["batch", "september_2024", "--set", "months=6", "--games", "2", "--workers", "1", "--no-records"]
    told = CliRunner().invoke(main.app, [*arguments, "--minds", f"xai={mind}", "--out", str(tmp_path / "out")])
    assert told.exit_code == 0, told.output
    assert (
        "2 games in which a mind lost a turn by itself; the first: game 0, xai, turn 2: raised KeyError" in told.output
    )
