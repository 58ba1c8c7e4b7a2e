"""The compiled copy, made in full: the same games as the sources play, command by command and level by level.

By hand: `python -m pytest tests/long/test_compiled.py`; `COPY=FOLDER` takes a copy of these sources that is there.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from game.lab.compiled import making, proving
from levels import loader
from tests.game.test_kinds import faults

ROOT = Path(__file__).parents[2]
LEVELS = [each.name for each in loader.available()]
WANDERER = """
from agents.desk import Advice
from agents.orders import RaiseEquity


class Wanderer:
    name = "wanderer"

    def advise(self, desk):
        rivals = [each.key for each in desk.view.rivals.best_first()]
        assert rivals and desk.view.me.key not in rivals
        order = RaiseEquity(desk.view.offers.sheets[0].investor, 10**8) if desk.view.offers.sheets else None
        return [] if order is None else [Advice(order)]
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if "COPY" in os.environ:
        return Path(os.environ["COPY"])
    folder = tmp_path_factory.mktemp("compiled") / "copy"
    making.make(folder, None, print)
    return folder


def _run(where: Path, here: Path, *arguments: str) -> str:
    told = subprocess.run(
        [sys.executable, str(where / "main.py"), *arguments], cwd=here, capture_output=True, text=True, check=False
    )
    assert told.returncode in (0, 1), told.stderr
    return told.stdout


def _both(copy: Path, here: Path, *arguments: str) -> tuple[str, str]:
    """What sources and copy print, the names of folders made alike."""
    told = []
    for name, where in (("source", ROOT), ("copy", copy)):
        told.append(_run(where, here, *[each.replace("WHO", name) for each in arguments]).replace(name, "WHO"))
    return told[0], told[1]


def test_golden_games_are_as_kept_and_played_by_compiled_modules(copy: Path) -> None:
    assert proving.golden(copy) == ""


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_ends_with_the_same_digest(copy: Path, tmp_path: Path, level: str) -> None:
    source, made = (json.loads(each) for each in _both(copy, tmp_path, "run", level, "--seed", "11", "--json"))
    source.pop("seconds"), made.pop("seconds")
    assert source == made


@pytest.mark.parametrize("level", LEVELS)
def test_numbers_are_of_the_kind_that_is_declared(level: str) -> None:
    assert faults(level, None, 10**6) == faults(level, "operator", 10**6) == []


@pytest.mark.parametrize("minds", ["intern/steady", "analyst/bold", "operator", "passive"])
def test_minds_decide_alike(copy: Path, tmp_path: Path, minds: str) -> None:
    asked = ("run", "september_2024", "--seed", "5", "--rivals", minds, "--json")
    source, made = (json.loads(each) for each in _both(copy, tmp_path, *asked))
    source.pop("seconds"), made.pop("seconds")
    assert source == made


def test_a_mind_from_outside_plays_the_same_game(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "wandering.py").write_text(WANDERER)
    asked = ("run", "september_2024", "--firm", "xai", "--mind", "wandering:Wanderer", "--json")
    source, made = (json.loads(each) for each in _both(copy, tmp_path, *asked))
    assert made["trouble"] == {}
    source.pop("seconds"), made.pop("seconds")
    assert source == made


def test_saves_of_each_are_read_by_the_other(copy: Path, tmp_path: Path) -> None:
    _both(copy, tmp_path, "run", "l4_boom_and_bust", "--save", "WHO.race")
    for where, save in ((copy, "source.race"), (ROOT, "copy.race")):
        assert "all as saved" in _run(where, tmp_path, "replay", save, "--verify")
    told = [_run(where, tmp_path, "explain", "source.race", "--firm", "xai", "--list") for where in (copy, ROOT)]
    assert told[0] == told[1] != ""
    told = [_run(where, tmp_path, "explain", "source.race", "me.cash_usd", "--firm", "xai") for where in (copy, ROOT)]
    assert told[0] == told[1] != ""


def test_batches_are_alike_and_may_be_merged(copy: Path, tmp_path: Path) -> None:
    for where, shard in ((ROOT, "1/2"), (copy, "2/2")):
        _run(where, tmp_path, "batch", "l1_megawatts", "--games", "6", "--shard", shard, "--out", shard[0])
    _run(copy, tmp_path, "batch", "l1_megawatts", "--games", "6", "--out", "whole")
    _run(ROOT, tmp_path, "batch merge", "1", "2", "--out", "merged")
    for table in ("games", "records"):
        merged, whole = (pq.read_table(tmp_path / folder / f"{table}.parquet") for folder in ("merged", "whole"))
        names = [name for name in whole.column_names if name != "seconds"]
        assert merged.select(names).sort_by("game") == whole.select(names).sort_by("game")
    assert "all as they were" in _run(ROOT, tmp_path, "batch verify", "whole", "--games", "3")


@pytest.mark.parametrize(
    "asked",
    [
        ("claims", "l0_first_cluster", "--seeds", "4", "--json"),
        ("ladder", "l6_the_race", "--minds", "passive,steady,operator", "--seeds", "1", "--json", "--out", "WHO"),
        ("balance", "matrix", "l1_megawatts", "--minds", "passive,steady", "--seeds", "2", "--json", "--out", "WHO"),
        ("forecast", "l1_megawatts", "--games", "2", "--out", "WHO"),
        ("audit", "skill", "l1_megawatts", "--games", "6", "--json"),
    ],
    ids=lambda asked: asked[0] + " " + asked[1],
)
def test_studies_find_the_same(copy: Path, tmp_path: Path, asked: tuple[str, ...]) -> None:
    source, made = _both(copy, tmp_path, *asked)
    if "--json" in asked:
        assert _without_pace(json.loads(source)) == _without_pace(json.loads(made)) != {}
    else:
        assert source == made != ""


def _without_pace(found: Any) -> Any:
    """Findings without what the clock says."""
    if isinstance(found, dict):
        return {key: _without_pace(each) for key, each in found.items() if "seconds" not in key}
    return [_without_pace(each) for each in found] if isinstance(found, list) else found
