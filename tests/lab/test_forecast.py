"""Forecasts: bands from games whose assumptions are drawn, the same whoever plays them."""

import numpy as np
import pytest

from game.lab import forecast, priors
from game.lab.trouble import LabError
from levels import loader
from levels.loader import Resolved


@pytest.fixture(scope="module")
def short() -> Resolved:
    """The race's first three months, to be quick."""
    return loader.load("september_2024", ["months=3"])


def test_a_draw_stays_in_its_ranges_and_leaves_facts_alone(short: Resolved) -> None:
    drawn = priors.draw(short, 7)
    ranged = priors.ranged(short)
    assert len(ranged) > 200
    moved = 0
    for path, source in ranged.items():
        before, after = _value(short, path), _value(drawn, path)
        assert source.low is not None
        assert source.high is not None
        assert source.low <= after <= source.high
        moved += before != after
    assert moved > 0.8 * len(ranged)
    assert drawn.level.firms["xai"].lab == short.level.firms["xai"].lab
    assert drawn.level.rules.score == short.level.rules.score


def test_a_draw_depends_on_its_seed_alone(short: Resolved) -> None:
    assert priors.draw(short, 3).tree == priors.draw(short, 3).tree
    assert priors.draw(short, 3).tree != priors.draw(short, 4).tree


@pytest.mark.parametrize(("u", "wanted"), [(0.0, 1.0), (1.0, 9.0), (0.25, 3.0)])
def test_the_triangle_has_its_corners_and_its_mode(u: float, wanted: float) -> None:
    assert priors.triangular(1.0, 3.0, 9.0, u) == pytest.approx(wanted)


def test_bands_hold_what_single_games_give_and_widen_with_what_is_not_known(short: Resolved) -> None:
    bands = forecast.make(short, ["steady", "bold"], 6, seed=5)
    fixed = forecast.make(short, ["steady", "bold"], 6, seed=5, drawn=False)
    found = forecast.quantiles(bands)
    assert set(found) == {"steady", "bold", forecast.ALL}
    low, high = found[forecast.ALL][0], found[forecast.ALL][4]
    assert (low <= high).all()
    column = bands.columns.index("cash_usd")
    spread = (high - low)[-1, :, column].mean()
    chance_alone = forecast.quantiles(fixed)[forecast.ALL]
    assert spread > (chance_alone[4] - chance_alone[0])[-1, :, column].mean()
    limits = [index for index, name in enumerate(bands.columns) if name.startswith("binding_")]
    assert np.allclose(bands.figures["bold"][:, :, :, limits].sum(axis=3), 1.0)


def test_two_workers_find_what_one_finds(short: Resolved) -> None:
    one = forecast.make(short, ["bold"], 3, seed=2)
    two = forecast.make(short, ["bold"], 3, seed=2, workers=2)
    assert np.array_equal(one.figures["bold"], two.figures["bold"], equal_nan=True)


def test_the_table_has_a_row_for_every_month_firm_and_column(short: Resolved) -> None:
    bands = forecast.make(short, ["steady"], 2)
    table = forecast.table(bands)
    assert table.num_rows == len(bands.months) * len(bands.firms) * len(bands.columns)
    assert table.column_names == [
        "level", "mind", "month", "firm", "column", "games", "p05", "p25", "p50", "p75", "p95", "mean",
    ]  # fmt: skip


def test_an_unknown_mind_is_told(short: Resolved) -> None:
    with pytest.raises(LabError, match="no such mind"):
        forecast.make(short, ["stedy"], 2)


def _value(resolved: Resolved, path: str) -> float:
    holder: object = resolved.tree
    for part in path.split("."):
        holder = holder[int(part)] if isinstance(holder, list) else holder[part]  # type: ignore[index]
    assert isinstance(holder, dict)
    return float(holder["value"])
