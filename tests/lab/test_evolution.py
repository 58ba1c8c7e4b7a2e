"""Evolution of weights: it finds what was planted, goes on where it ended, and keeps within bounds."""

import tomllib
from pathlib import Path

import msgspec
import numpy as np
import pytest

from agents.minds.weights import BY_HAND, Evolved, Weights, evolved
from game.lab import evolution, evolving, genes
from game.lab.trouble import LabError
from levels import loader
from levels.loader import Resolved

STYLES = ["steady", "bold", "merchant"]


@pytest.fixture(scope="module")
def short() -> Resolved:
    return loader.load("september_2024_halves", ["months=6"])


def test_a_run_in_two_parts_finds_what_one_run_finds(short: Resolved, tmp_path: Path) -> None:
    whole = evolution.begin([short], STYLES, 1, 5, tmp_path / "whole")
    for _ in range(2):
        whole.step(1, lambda *_: None)
    evolution.begin([short], STYLES, 1, 5, tmp_path / "parts").step(1, lambda *_: None)
    again = evolution.begin([short], STYLES, 1, 5, tmp_path / "parts")
    assert again.latest.number == 1
    assert again.latest.games == 2
    again.step(1, lambda *_: None)
    assert again.latest.shared == whole.latest.shared
    assert again.latest.own == whole.latest.own
    assert again.weights() == whole.weights()
    pair = evolution.begin([short], STYLES, 1, 5, tmp_path / "whole")
    found = pair.log.done[0]
    moves, trials = pair._trials(1, short, evolution.begin([short], STYLES, 1, 5, tmp_path / "none").latest)
    one, other = (evolution.play(trial) for trial in trials)
    assert found.spread == pytest.approx(np.std([one[seat] - other[seat] for seat in moves[0].styles]))
    with pytest.raises(LabError, match="other settings"):
        evolution.begin([short], STYLES, 2, 5, tmp_path / "parts")


def test_it_climbs_where_more_is_better(short: Resolved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of games: a score that rises with one weight, falls with another, and likes one value of a style."""

    def scored(trial: evolution.Trial) -> dict[str, float]:
        dice = np.random.default_rng(trial.seed)
        luck = {seat: float(dice.normal(0.0, 5.0)) for seat in trial.styles}
        return {seat: luck[seat] + _worth(weights) for seat, weights in trial.weights.items()}

    def _worth(weights: Weights) -> float:
        return 8.0 * weights.considerations["soon"] - 8.0 * weights.matters["poach"] + 10.0 * weights.style["free_tier"]

    monkeypatch.setattr(evolution, "play", scored)
    run = evolution.begin([short], STYLES, 8, 1, tmp_path)
    for _ in range(12):
        run.step(1, lambda *_: None)
    found = run.weights()
    assert found["bold"].considerations["soon"] > BY_HAND.considerations["soon"] + 0.3
    assert found["bold"].matters["poach"] < BY_HAND.matters["poach"] - 0.3
    assert abs(found["bold"].matters["port"] - BY_HAND.matters["port"]) < 0.5
    for style in STYLES:
        facts = short.level.styles[style]
        assert found[style].style["free_tier"] >= facts.free_tier
        for gene in genes.style_genes(short, style):
            if gene.high > gene.low:
                assert gene.low - 1e-9 <= found[style].style[gene.name] <= gene.high + 1e-9


def test_the_file_is_read_as_it_was_written(short: Resolved, tmp_path: Path) -> None:
    run = evolution.begin([short], STYLES, 1, 5, tmp_path)
    run.step(1, lambda *_: None)
    evolving.write(run, tmp_path / "evolved.toml", "the command")
    told = msgspec.convert(tomllib.loads((tmp_path / "evolved.toml").read_text()), Evolved)
    found = run.weights()
    assert told.run["command"] == "the command"
    assert told.run["games"] == 2
    for style in STYLES:
        assert told.common.matters == found[style].matters
        assert told.styles[style] == found[style].style


def test_the_kept_weights_fit_the_minds_and_the_personalities() -> None:
    kept = evolved()
    resolved = loader.load("september_2024")
    assert set(kept.common.considerations) == set(BY_HAND.considerations)
    assert set(kept.common.matters) == set(BY_HAND.matters)
    assert set(kept.styles) == set(resolved.level.styles)
    assert str(kept.run["command"]).startswith("python main.py evolve ")
    for style, values in kept.styles.items():
        bounds = {gene.name: gene for gene in genes.style_genes(resolved, style)}
        for name, value in values.items():
            assert bounds[name].low - 1e-6 <= value <= bounds[name].high + 1e-6, (style, name)
