"""The description of the model lists the state that the code has, and says of every variable what it is."""

import re
from pathlib import Path

import pytest

from game.lab import odd
from game.lab.trouble import LabError

ROOT = Path(__file__).parents[2]
ODD = ROOT / "docs" / "odd.md"


def test_the_state_variables_of_the_description_are_those_of_the_code() -> None:
    text = ODD.read_text(encoding="utf-8")
    is_current = odd.renewed(text) == text  # no diff of a whole table when it is not
    assert is_current, "docs/odd.md: write it anew with `python main.py odd --write`"


def test_every_state_variable_has_a_description() -> None:
    assert not odd.undescribed()


def test_every_number_has_a_unit() -> None:
    told = {f"{owner.__name__}.{name}": unit for owner in odd.owners() for name, _, unit, _ in odd.variables(owner)}
    assert all(told.values())
    some = {
        "FirmState.valuation_usd": "USD",
        "Site.used_kw": "kW",
        "Compute.idle": "H100e",
        "Compute.dark": "cards",
        "Contract.rent_usd": "USD/H100e-hour",
        "Model.true_elo": "Elo",
        "Tie.trust": "0 to 1",
        "Contract.ends": "month",
        "FirmState.guard": "log odds",
        "World.firms": "–",
    }
    assert {key: told[key] for key in some} == some


def test_a_description_without_its_marks_is_refused() -> None:
    with pytest.raises(LabError, match="marks"):
        odd.renewed("nothing")


def test_files_and_sections_that_the_description_names_exist() -> None:
    text = ODD.read_text(encoding="utf-8")
    prose = text[: text.index(odd.BEGIN)] + text[text.index(odd.END) :]
    for name in re.findall(r"`((?:game|agents|levels|tests|docs)/[\w/.]+)`", prose):
        assert (ROOT / name).exists(), name
    rows = [line for line in text[text.index("## 7 Submodels") :].splitlines() if line.startswith("| ")]
    sections = {part for row in rows[1:] for part in re.findall(r"\d+[ab]?", row.split("|")[2])}
    model = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
    assert sections == set(re.findall(r"^\*\*(\d+[ab]?) ", model, re.MULTILINE))


def test_every_phase_of_a_month_is_described() -> None:
    source = (ROOT / "game" / "race.py").read_text(encoding="utf-8")
    step = source[source.index("    def step(") : source.index("    def starts_turn(")]
    text = ODD.read_text(encoding="utf-8")
    phases = re.findall(r"self\.(_\w+)\(\)|_apply\((\w+\.\w+)\)", step)
    assert len(phases) == 9
    assert all(f"`{one or other}`" in text for one, other in phases)
