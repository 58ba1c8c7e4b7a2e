"""The ladder: ratings find what was planted, each mind sits in each seat under the same luck, a log is resumed."""

from pathlib import Path

import numpy as np
import pytest

import main
from game.lab import climbing, evolution, ladder, rating
from game.lab.audit import skill
from game.lab.resumable import Log
from game.lab.trouble import LabError
from levels import loader
from levels.loader import Resolved


@pytest.fixture(scope="module")
def short() -> Resolved:
    return loader.load("september_2024_halves", ["months=6"])


def planted(elo: dict[str, float], seeds: int, games: int) -> list[np.ndarray]:
    """Wins by seed of minds with these ratings."""
    names = list(elo)
    dice = np.random.default_rng(7)
    found = []
    for _ in range(seeds):
        wins = np.zeros((len(names), len(names)))
        for i, one in enumerate(names):
            for j, other in enumerate(names[:i]):
                chance = 1.0 / (1.0 + 10.0 ** ((elo[other] - elo[one]) / 400.0))
                won = dice.binomial(games, chance)
                wins[i, j] += won
                wins[j, i] += games - won
        found.append(wins)
    return found


def test_ratings_are_those_that_were_planted() -> None:
    elo = {"a": 0.0, "b": 100.0, "c": 180.0, "d": 400.0}
    found = rating.rate(list(elo), planted(elo, 60, 6))
    shift = sum(each.value for each in found.elo.values()) / 4.0 - sum(elo.values()) / 4.0
    inside = 0
    for name, true in elo.items():
        each = found.elo[name]
        inside += each.low - shift <= true <= each.high - shift
        assert abs(each.value - shift - true) < 0.8 * (each.high - each.low) < 60.0
    assert inside >= 3
    assert found.above["b"].low > 0.0
    assert found.elo["a"].value == 0.0


def test_equal_minds_are_not_told_apart_and_few_seeds_say_less() -> None:
    elo = {"a": 0.0, "b": 0.0}
    many = rating.rate(list(elo), planted(elo, 80, 6)).above["b"]
    few = rating.rate(list(elo), planted(elo, 8, 6)).above["b"]
    assert many.low < 0.0 < many.high
    assert few.high - few.low > 1.5 * (many.high - many.low)


def test_who_loses_all_has_a_rating_too() -> None:
    wins = np.array([[[0.0, 0.0], [12.0, 0.0]]])
    found = rating.strengths(wins)
    assert found[0, 0] + found[0, 1] == pytest.approx(0.0)
    assert 400.0 < found[0, 1] - found[0, 0] < 700.0


def test_draws_are_half_a_win_for_both() -> None:
    wins = rating.duels(["a", "b"], [{"a": 50.0, "b": 50.0}, {"a": 40.0, "b": 60.0}, {"a": 10.0}])
    assert wins.tolist() == [[0.0, 0.5], [1.5, 0.0]]


@pytest.mark.parametrize("of", [2, 4, 6, 7])
def test_every_mind_sits_in_every_seat_once_a_seed(short: Resolved, of: int) -> None:
    minds = [f"mind{number}" for number in range(of)]
    pieces = ladder.deal(short, minds, 3, 5)
    assert len(pieces) == 3 * of
    for seed in (5, 6, 7):
        for seat in short.level.seats:
            given = [piece.minds[seat] for piece in pieces if piece.seed == seed]
            assert sorted(given) == sorted(minds)


def test_a_ladder_is_resumed_and_tells_its_cost_first(short: Resolved, tmp_path: Path) -> None:
    pieces = ladder.deal(short, ["passive", "steady"], 2, 1)
    told: list[tuple[int, int]] = []

    def climb(which: list[ladder.Piece], asked: str = "x") -> list[ladder.Played]:
        return ladder.climb(which, tmp_path, asked, 1, lambda *_: None, lambda m, w, _: told.append((m, w)))

    half = climb(pieces[:2])
    whole = climb(pieces)
    assert told == [(2, 2), (2, 4)]
    assert whole[:2] == half
    with (tmp_path / ladder.LOG_FILE).open("ab") as file:
        file.write(b'{"level": "half a li')
    assert climb(pieces) == whole
    assert len(told) == 2
    with pytest.raises(LabError, match="other settings"):
        climb(pieces, "y")

    found = ladder.judge(["passive", "steady"], whole)
    assert found.games == 4
    assert found.rungs["steady"].seconds > found.rungs["passive"].seconds
    page = climbing.told(found, [short], ["passive", "steady"], 2, "the command")
    assert "| `steady` |" in page
    assert "the command" in page


def test_a_level_that_was_edited_is_not_mixed_with_what_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The level's name and file are the same; what stands in it is another."""
    file = tmp_path / "mine.toml"
    text = 'format = 1\nbase = "september_2024"\ntitle = "Mine"\ntext = "level-september_2024"\nmonths = {}\n'
    for asked in (
        ["ladder", str(file), "--minds", "passive,steady", "--seeds", "1", "--page", str(tmp_path / "page.md")],
        ["evolve", str(file), "--styles", "steady,bold", "--generations", "1", "--pairs", "1"],
    ):
        out = ["--workers", "1", "--out", str(tmp_path / asked[0])]
        file.write_text(text.format(6), encoding="utf-8")
        assert main._guarded([*asked, *out], debug=True) == 0
        log = next((tmp_path / asked[0]).glob("*.jsonl"))
        there = log.read_bytes()
        assert main._guarded([*asked, *out], debug=True) == 0
        assert log.read_bytes() == there  # nothing was missing
        capsys.readouterr()
        file.write_text(text.format(9), encoding="utf-8")
        assert main._guarded([*asked, *out], debug=False) == 2
        assert "another text of its levels" in capsys.readouterr().err
        assert log.read_bytes() == there


def test_a_log_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    with pytest.raises(LabError, match=r"cannot be read .*; choose another --out"):
        Log(tmp_path / "log", "x", ladder.Played)


def test_minds_are_dealt_to_labs_alone(tmp_path: Path) -> None:
    """In a level of a lab and its neighbours, only the lab takes a lab's mind."""
    level = loader.load("l5_neighbours")
    assert len(level.level.seats) > 1
    assert {tuple(piece.minds) for piece in ladder.deal(level, ["steady", "bold"], 2, 1)} == {("xai",)}
    assert {tuple(piece.policies) for piece in skill.deal(level, ["steady", "bold"], 2, 1)} == {("xai",)}
    assert {tuple(piece.policies) for piece in skill.alone(level, ["steady", "bold"], 1, 1)} == {("xai",)}
    run = evolution.begin([level], ["steady"], 1, 1, tmp_path)
    run.step(1, lambda *_: None)
    assert {tuple(trial.styles) for trial in run._trials(2, level, run.latest)[1]} == {("xai",)}
    with pytest.raises(LabError, match="needs rivals"):
        climbing._check([level], ["steady", "bold"])


def test_a_page_that_cannot_be_written_is_told_before_a_game_is_played(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine")
    asked = ["ladder", "september_2024", "--seeds", "1", "--out", str(tmp_path / "out")]
    for page in (tmp_path / "file" / "page.md", tmp_path):
        assert main._guarded([*asked, "--page", str(page)], debug=False) == 2
        assert capsys.readouterr().err.startswith(f"--page {page}: cannot be written")
    assert not (tmp_path / "out").exists()


def test_a_log_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("no log\n")
    with pytest.raises(LabError, match="no such log"):
        Log(tmp_path / "log", "x", ladder.Played)
    assert (tmp_path / "log").read_text() == "no log\n"
