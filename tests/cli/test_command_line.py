"""The command line: what it prints, and that every wrong input gets one plain line and exit code 2."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

import main
from game.session import Session
from levels import loader

ROOT = Path(__file__).parents[2]
SHORT = ["september_2024", "--set", "months=3"]


def call(*arguments: str) -> int:
    return main._guarded(list(arguments), debug=False)


WRONG = [
    (["rnu"], "No such command 'rnu'. Did you mean 'run'?"),
    (["--frim", "x"], "No such option: --frim"),
    (["levels", "--language", "xx"], "Invalid value for --language: xx: no such language; there is en (English)"),
    (["run"], "Missing argument 'LEVEL'; see"),
    (["run", "sept_2024"], "sept_2024: no such level; did you mean 'september_2024'?"),
    (["run", "no/such.toml"], "no/such.toml: no such file"),
    (["run", "."], ".: is a folder, not a level file"),
    (["run", *SHORT, "--seed", "x"], "Invalid value for '--seed'"),
    (["run", *SHORT, "--seed", "-1"], "Invalid value for '--seed'"),
    (["run", *SHORT, "--sed", "1"], "No such option: --sed"),
    (["run", *SHORT, "--firm", "xia"], "--firm xia: no such firm; did you mean 'xai'?"),
    (["run", *SHORT, "--firm", "xai", "--mind", "blod"], "--mind blod: no such mind; did you mean 'bold'?"),
    (["run", *SHORT, "--mind", "bold"], "--mind: whose?"),
    (["run", *SHORT, "--rivals", "x"], "--rivals x: no such mind; there is "),
    (["run", *SHORT, "--set", "firms.xai.cash=1"], "--set firms.xai.cash: no such value; nearest: firms.xai.cash_usd"),
    (["run", *SHORT, "--set", "months"], "--set months: expected PATH=VALUE"),
    (["run", *SHORT, "--out", "pyproject.toml"], "--out pyproject.toml: cannot be written"),
    (["run", *SHORT, "--out", "pyproject.toml/x"], "--out pyproject.toml/x: cannot be written"),
    (["batch", "september_2024"], "Missing option '--out'"),
    (["batch", *SHORT, "--out", "pyproject.toml"], "--out pyproject.toml: cannot be written"),
    (["batch", *SHORT, "--out", "o", "--games", "0"], "Invalid value for '--games'"),
    (["batch", *SHORT, "--out", "o", "--workers", "0"], "Invalid value for '--workers'"),
    (["batch", *SHORT, "--out", "o", "--sweep", "months"], "--sweep months: expected PATH=a,b,c"),
    (["batch", *SHORT, "--out", "o", "--minds", "x"], "--minds x: no such mind"),
    (["report", "nothing"], "nothing: no such folder; name one that batch or run --out wrote"),
    (["report", "docs"], "docs: holds no games.parquet"),
    (["report", " "], "Invalid value for 'DIR': is empty"),
    (["batch", *SHORT, "--out", "o", "--sweep", "months="], "--sweep months=: expected PATH=a,b,c"),
    (["batch", "no/plan.toml", "--out", "o"], "no/plan.toml: no such file"),
    (["batch", *SHORT, "--out", "o", "--shard", "3/2"], "--shard 3/2: expected i/n with i from 1 to n"),
    (["batch", *SHORT, "--out", "o", "--rotate", "--minds", "bold"], "rotate: every seat has the same mind"),
    (["batch", "merge"], "Missing argument 'DIR...'; see"),
    (["batch", "merge", "no/such", "--out", "o"], "no/such: holds no batch"),
    (["batch", "verify", "no/such"], "no/such: holds no batch"),
    (["check", "nothing.toml"], "nothing.toml: no such file"),
    (["check"], "Missing argument 'FILE'"),
    (["replay", "nothing.race"], "nothing.race: cannot be read"),
    (["replay", "pyproject.toml"], "pyproject.toml: line 1 is not part of a save"),
    (["claims", "l0_frst_cluster"], "l0_frst_cluster: no such level; did you mean 'l0_first_cluster'?"),
    (["facts", "S12"], "S12: no such fact; did you mean 'S1"),
    (["claims", "--seeds", "0"], "Invalid value for '--seeds'"),
    (["par", "september_2024", "--mind", "x"], "--mind x: no such mind"),
    (["forecast", "september_2024", "--games", "1"], "Invalid value for '--games'"),
    (
        ["forecast", "september_2024", "--minds", "stedy", "--out", "o"],
        "--minds stedy: no such mind; did you mean 'steady'?",
    ),
    (["forecast", "sept_2024"], "sept_2024: no such level"),
    (["explain", "september_2024", "me.cash_usd"], "whose figure? name a firm; there is openai"),
    (["forecast", "september_2024", "--minds", ",", "--out", "o"], "--minds: is empty"),
    (["forecast", "--out", "pyproject.toml", "--games", "2"], "--out pyproject.toml: cannot be written"),
    (["audit", "belief"], "No such command 'belief'"),
    (["audit", "decisions", "sept_2024"], "sept_2024: no such level"),
    (["audit", "skill", "--policies", "steady"], "--policies: name two or more"),
    (["audit", "skill", "--policies", "steady,blod"], "--policies blod: no such mind; did you mean 'bold'?"),
    (["audit", "believable", "--past", "september_2024"], "september_2024 has no history"),
    (["audit", "believable", "--mind", "stedy"], "--mind stedy: no such mind; did you mean 'steady'?"),
    (["play", "sept_2024"], "sept_2024: no such level"),
    (["play", "--firm", "xia"], "--firm xia: no such firm; did you mean 'xai'?"),
    (["play", "--firm", "tesla"], "--firm tesla: no such firm"),
    (["play", "--firm", "xai", "--rivals", "x"], "--rivals x: no such mind"),
    (["play", "--hotseat", "xai,xia"], "--hotseat xia: no such firm"),
    (["play", "--hotseat", "xai,xai"], "--hotseat xai,xai: a firm stands twice"),
    (["play", "--hotseat", "xai", "--firm", "openai"], "--hotseat: names all firms"),
    (["play", "--load", "nothing.race"], "--load nothing.race: no such file"),
    (["play", "september_2024", "--load", "x.race"], "--load x.race: holds its own level"),
    (["watch", "sept_2024"], "sept_2024: no such level"),
    (["watch", "--mind", "bold"], "--mind: whose?"),
    (["watch", "--firm", "xai"], "--firm xai: with which mind?"),
]


@pytest.mark.parametrize(("arguments", "start"), WRONG, ids=[" ".join(each[0]) for each in WRONG])
def test_wrong_input_gets_one_line_and_exit_code_2(
    arguments: list[str], start: str, capsys: Any, monkeypatch: Any
) -> None:
    monkeypatch.chdir(ROOT)
    assert call(*arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(start)
    assert told.err.count("\n") == 1


WINDOWS = [
    ([], {}),
    (["play"], {"rivals": None, "seed": None}),
    (["play", "september_2024", "--rivals", "bold"], {"rivals": "bold", "seed": None}),
    (["play", "--firm", "xai"], {"level": "september_2024", "people": ("xai",), "rivals": None, "seed": None}),
    (
        ["play", "september_2024", "--hotseat", "openai,xai", "--seed", "3"],
        {"level": "september_2024", "people": ("openai", "xai"), "rivals": None, "seed": 3},
    ),
    (["play", "--load", "main.py"], {"load": Path("main.py")}),
    (["watch"], {"level": "september_2024", "people": (), "rivals": None, "seed": None, "watch": True, "minds": {}}),
    (
        ["watch", "--firm", "xai", "--mind", "bold", "--seed", "3"],
        {
            "level": "september_2024",
            "people": (),
            "rivals": None,
            "seed": 3,
            "watch": True,
            "minds": {"xai": "bold"},
        },
    ),
]


@pytest.mark.parametrize(("arguments", "wanted"), WINDOWS, ids=[" ".join(each[0]) or "nothing" for each in WINDOWS])
def test_the_window_gets_what_was_asked(arguments: list[str], wanted: dict[str, Any], monkeypatch: Any) -> None:
    opened: list[dict[str, Any]] = []
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(main, "_window", lambda **asked: opened.append(asked))
    assert call(*arguments) == 0
    assert opened == [wanted]


def test_a_broken_level_names_its_file_from_any_command(tmp_path: Path, capsys: Any) -> None:
    file = tmp_path / "x.toml"
    text = (Path(loader.__file__).parent / "september_2024.toml").read_text(encoding="utf-8")
    file.write_text(text + "\n[zebra]\n", encoding="utf-8")
    for command in (["check"], ["run"], ["play"], ["batch", "--out", str(tmp_path / "out")]):
        assert call(*command, str(file)) == 2
        assert capsys.readouterr().err == f"{file}: zebra: unknown field\n"
    assert not (tmp_path / "out").exists()


def test_run_prints_a_summary_and_writes_both_tables(tmp_path: Path, capsys: Any) -> None:
    assert call("run", *SHORT, "--seed", "4", "--firm", "xai", "--mind", "bold", "--out", str(tmp_path)) == 0
    told = capsys.readouterr().out
    for word in ("seed 4", "xAI", "OpenAI", "frontier", "resilience", "digest"):
        assert word in told
    assert len(told.splitlines()) <= 24
    (game,) = pq.read_table(tmp_path / "games.parquet").to_pylist()
    assert json.loads(game["minds"]) == {"xai": "bold"}
    assert game["digest"] in told
    assert pq.read_table(tmp_path / "records.parquet").num_rows > 0


def test_run_as_json_is_json_alone_and_the_same_each_time(capsys: Any) -> None:
    found = []
    for _ in range(2):
        assert call("run", *SHORT, "--json", "--rivals", "steady") == 0
        found.append(json.loads(capsys.readouterr().out))
        found[-1].pop("seconds")
    assert found[0] == found[1]
    assert set(found[0]["seats"]) == {"openai", "xai", "microsoft", "google", "meta", "anthropic"}
    assert set(found[0]["seats"]["xai"]["points"]) == {"value", "frontier", "reach", "stewardship", "resilience"}


def test_batch_prints_wins_and_resumes(tmp_path: Path, capsys: Any) -> None:
    arguments = ["batch", *SHORT, "--games", "2", "--workers", "1", "--out", str(tmp_path / "b")]
    assert call(*arguments) == 0
    assert "2 games in" in capsys.readouterr().out
    assert call(*arguments) == 0
    assert "0 played now" in capsys.readouterr().out
    assert call("run", *SHORT, "--out", str(tmp_path / "b")) == 2
    assert "holds a batch" in capsys.readouterr().err


def test_a_plan_file_is_a_batch_and_flags_do_not_contradict_it(tmp_path: Path, capsys: Any) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_text('level = "september_2024"\ngames = 3\nminds = "bold"\n[set]\nmonths = 3\n', encoding="utf-8")
    out = tmp_path / "out"
    assert call("batch", str(plan), "--dry-run", "--out", str(out)) == 0
    assert "1 arm x 3 seeds from 1 x 1 rotation = 3 games" in capsys.readouterr().out
    assert not out.exists()
    assert call("batch", str(plan), "--workers", "1", "--out", str(out), "--no-records") == 0
    assert "3 games in" in capsys.readouterr().out
    assert call("batch", str(plan), "--workers", "1", "--out", str(out), "--set", "months=6") == 2
    assert capsys.readouterr().err == f"--set: {plan} is a plan; write it there\n"
    assert call("batch", "merge", str(out), "--out", str(tmp_path / "all")) == 0
    assert "3 games in" in capsys.readouterr().out
    assert call("batch", "verify", str(tmp_path / "all"), "--games", "1", "--workers", "1") == 0
    assert "1 game played again: all as they were" in capsys.readouterr().out


def test_lists_checks_and_columns(capsys: Any) -> None:
    assert call("levels") == 0
    assert "september_2024" in capsys.readouterr().out
    assert call("check", "september_2024") == 0
    assert "levels/september_2024.toml: sound" in capsys.readouterr().out
    assert call("columns") == 0
    assert "`largest_training_flop`" in capsys.readouterr().out
    assert call("par", "september_2024", "--games", "1") == 0
    assert "[firms.xai.par]" in capsys.readouterr().out


def test_claims_are_printed_and_told_as_json(capsys: Any) -> None:
    asked = ["claims", "l0_first_cluster", "--seeds", "2", "--workers", "1"]
    assert call(*asked) == 0
    told = capsys.readouterr().out
    for word in ("cards_in_the_dark", "power >= 1.25 x nothing", "holds", "4 claims, 4 hold"):
        assert word in told
    assert call(*asked, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [each["holds"] for each in found] == [True] * 4
    assert all(each["low"] <= each["value"] <= each["high"] for each in found)


def test_a_claim_that_falls_short_is_exit_code_1(tmp_path: Path, capsys: Any) -> None:
    file = tmp_path / "mine.toml"
    arms = '{ a = { mind = "passive" } }'
    file.write_text(
        'base = "l0_first_cluster"\ntitle = "Mine"\ntext = "level-mine"\n'
        f'[shows.rich]\nmeasure = "cash"\narms = {arms}\nmean = {{ arm = "a", low = 1000.0 }}\n',
        encoding="utf-8",
    )
    assert call("claims", str(file), "--seeds", "2", "--workers", "1") == 1
    assert "FALLS SHORT" in capsys.readouterr().out


def test_facts_say_where_they_are_used(capsys: Any) -> None:
    assert call("facts") == 0
    told = capsys.readouterr().out
    assert "S134" in told
    assert "K87" in told
    assert "0 unused" in told
    assert call("facts", "S120", "--json") == 0
    (fact,) = json.loads(capsys.readouterr().out)
    assert {"kind": "start", "file": "september_2024", "path": "sites.xai_memphis.grid_kw"} in fact["uses"]
    assert call("facts", "--unused", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A save of three finished turns in which nobody at xAI ordered anything."""
    session = Session.new(loader.load("september_2024"), 1, {"xai": "person"}, "steady")
    for _ in range(3):
        session.submit("xai", [])
        session.advance()
    session.save(tmp_path / "mine.race")
    session.dispose()
    return tmp_path / "mine.race"


def test_explain_tells_a_figure_of_a_save_and_of_a_level(saved: Path, capsys: Any) -> None:
    assert call("explain", str(saved), "me.cash_usd", "--firm", "xai") == 0
    assert "Salaries" in capsys.readouterr().out
    assert call("explain", "september_2024", "me.valuation_usd", "--firm", "openai", "--turn", "2", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert sum(part["amount"] for part in told["parts"]) == pytest.approx(told["whole"])
    assert call("explain", str(saved), "me.staff", "--firm", "xai", "--change") == 0
    assert "became" in capsys.readouterr().out
    assert call("explain", "september_2024", "--firm", "xai", "--list") == 0
    assert "score.total" in capsys.readouterr().out.split()
    late, odd = ["me.cash_usd", "--turn", "99"], ["me.cash_usd", "--over", "x"]
    for firm, wrong in (("xai", ["me.cahs_usd"]), ("yai", ["me.cash_usd"]), ("xai", []), ("xai", late), ("xai", odd)):
        assert call("explain", "september_2024", "--firm", firm, *wrong) == 2
        assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_replay_verifies_and_forks(saved: Path, capsys: Any) -> None:
    assert call("replay", str(saved), "--verify") == 0
    assert "3 turns played again: all as saved" in capsys.readouterr().out
    assert call("replay", str(saved), "--fork", "2") == 0
    fork = saved.with_name("mine-turn-2.race")
    assert str(fork) in capsys.readouterr().out.replace("\n", "")
    assert Session.load(fork).turn == 2
    assert call("replay", str(saved), "--fork", "2") == 2
    assert "is there already" in capsys.readouterr().err
    assert call("replay", str(saved), "--fork", "9") == 2
    assert "choose 1 to 4" in capsys.readouterr().err


def test_replay_tells_the_turn_that_differs(saved: Path, capsys: Any) -> None:
    lines = saved.read_text(encoding="utf-8").splitlines(keepends=True)
    wrong = [line.replace('"turn":2,"month":6,"digest":"', '"turn":2,"month":6,"digest":"0') for line in lines]
    assert wrong != lines
    saved.write_text("".join(wrong), encoding="utf-8")
    assert call("replay", str(saved), "--verify") == 1
    assert "turn 2 is the first that differs" in capsys.readouterr().out


def test_something_broken_is_one_line_and_debug_shows_where(capsys: Any, monkeypatch: Any) -> None:
    from game.lab import commands

    def broken(*_: Any, **__: Any) -> None:
        raise KeyError("turbine")

    monkeypatch.setattr(commands, "run", broken)
    assert call("run", "september_2024") == 1
    told = capsys.readouterr().err
    assert told == "something broke: KeyError: 'turbine'; the same command with --debug shows where\n"
    with pytest.raises(KeyError):
        main._guarded(["run", "september_2024"], debug=True)


def test_ctrl_c_is_one_line(capsys: Any, monkeypatch: Any) -> None:
    from game.lab import commands

    def stopped(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "batch", stopped)
    assert call("batch", "september_2024", "--out", "x") == 130
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_the_window_says_so_in_one_line() -> None:
    hidden = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and "SDL" not in name}
    told = subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, env=hidden, capture_output=True, text=True, timeout=120, check=False
    )
    assert told.returncode == 2
    assert told.stdout == ""
    assert told.stderr.count("\n") == 1


def test_it_works_from_another_folder(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "run", *SHORT, "--json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout)["months"] == 3
