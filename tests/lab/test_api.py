"""What other people's code relies on: the examples of the pages run, tables have their columns, nonsense is told."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from game.lab import api, experiment, tables
from game.lab.trouble import LabError
from tests.lab import quick

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.S)


def test_the_examples_of_the_page_for_python_run(capsys: Any) -> None:
    names: dict[str, Any] = {}
    examples = blocks("python.md", "python")
    assert len(examples) >= 4
    for example in examples:
        exec(compile(example, "docs/python.md", "exec"), names)
    told = capsys.readouterr().out
    assert "USD" in told
    assert "xai=bold, firms.xai.cash_usd=1000000000" in told
    assert names["games"].num_rows == 4


def test_the_plan_of_the_page_about_batches_is_a_plan(tmp_path: Path) -> None:
    plan, stop = blocks("batch.md", "toml")
    file = tmp_path / "plan.toml"
    plan = plan.replace("points = 16", "points = 2")
    file.write_text(plan, encoding="utf-8")
    made = experiment.expand(experiment.read(file))
    assert len(made.arms) == 4
    assert made.games_of_a_seed == 4 * 6
    file.write_text(plan.replace("games = 200", "") + stop, encoding="utf-8")
    with pytest.raises(LabError, match=r"stop\.arm: bold: no such arm"):  # with a design every point is an arm
        experiment.expand(experiment.read(file))
    file.write_text(plan.replace("games = 200", "").partition("[design]")[0] + stop, encoding="utf-8")
    made = experiment.expand(experiment.read(file))
    assert made.stop is not None
    assert made.stop.looks == (50, 100, 200, 400)


def test_a_kept_batch_goes_on_and_equals_one_in_memory(tmp_path: Path, monkeypatch: Any) -> None:
    level = api.experiment.loader.load("september_2024")
    monkeypatch.setattr(api.experiment.loader, "load", lambda name: level)
    quick.use(monkeypatch)
    first = api.batch("september_2024", games=3, minds=["bold", {"xai": "passive"}], out=tmp_path)
    again = api.batch("september_2024", games=5, minds=["bold", {"xai": "passive"}], out=tmp_path)
    alone = api.batch("september_2024", games=5, minds=["bold", {"xai": "passive"}])
    assert first.games.num_rows == 6
    assert again.games == alone.games
    assert again.records == alone.records
    assert again.games.schema == tables.games_schema()
    assert again.games.column("arm").to_pylist()[:2] == ["bold", "xai=passive"]
    assert pq.read_table(tmp_path / "games.parquet") == again.games
    empty = api.batch("september_2024", games=1, records=False).records
    assert empty.schema == tables.records_schema()
    assert empty.num_rows == 0


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ({"games": 0}, "--games 0: must be at least 1"),
        ({"sweep": {"months": [3]}, "points": [{"months": 3}]}, "batch: sweep and points are two designs"),
        ({"minds": ["blod"]}, "--minds blod: no such mind"),
        ({"workers": 0}, "--workers 0: must be at least 1"),
    ],
)
def test_what_does_not_fit_is_a_value_error_of_one_line(asked: dict[str, Any], line: str) -> None:
    with pytest.raises(ValueError, match=line) as caught:
        api.batch("september_2024", settings={"months": 3}, **asked)
    assert "\n" not in str(caught.value)


def test_a_plan_says_all_itself() -> None:
    with pytest.raises(LabError, match="a plan says its settings, minds and seed itself"):
        api.batch(api.Experiment("september_2024"), settings={"months": 3})


def test_the_lab_is_loaded_when_it_is_asked_for() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, game.lab; print(*sys.modules)"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert not {"mesa", "numpy", "pyarrow"} & set(told.stdout.split())


def test_the_citation_names_the_version_that_is_built() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.search(r"^version: (.+)$", text, re.M).group(1) == project["version"]  # type: ignore[union-attr]
    assert re.search(r"^license: (.+)$", text, re.M).group(1) == project["license"]  # type: ignore[union-attr]
    assert {"cff-version", "message", "title", "authors"} <= set(re.findall(r"^([a-z-]+):", text, re.M))
