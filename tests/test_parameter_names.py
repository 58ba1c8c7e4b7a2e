"""Every parameter of the rules has a name in every language, no name is left over, and whatever tells one uses it."""

from __future__ import annotations

from typing import get_args, get_type_hints

import pytest

import main
from assets import read_text
from assets.text import LANGUAGE_VARIABLE, Texts, languages
from game.desktop.screens import naming
from game.desktop.screens.almanac_book import Book
from game.lab.balance import screening, show_searches
from game.race import Race
from game.telling.wording import Words
from levels import almanac, loader
from levels.rules import Rules

RESOLVED = loader.load("september_2024")


def schema() -> dict[str, tuple[str, ...]]:
    """The fields of every group, as the types of a level have them."""
    found = {}
    for group, hint in get_type_hints(Rules).items():
        kind = next(each for each in get_args(hint) or (hint,) if each is not type(None))
        found[group] = tuple(kind.__struct_fields__)
    return found


def names(language: str) -> dict[str, str]:
    lines = read_text(f"texts/{language}/parameters.ftl").splitlines()
    split = (line.partition(" = ") for line in lines if line and not line.startswith("#"))
    pairs = [(key, said) for key, _, said in split]
    found = dict(pairs)
    assert len(found) == len(pairs)
    return found


@pytest.mark.parametrize("language", languages())
def test_every_parameter_has_a_name_and_every_name_a_parameter(language: str) -> None:
    groups = schema()
    wanted = {f"parameters-{group}" for group in groups}
    wanted |= {f"parameter-{group}-{field}" for group, fields in groups.items() for field in fields}
    assert len(wanted) > 600
    found = set(names(language))
    assert sorted(wanted - found) == []
    assert sorted(found - wanted) == []


@pytest.mark.parametrize("language", languages())
def test_names_of_a_group_differ_and_are_no_paths(language: str) -> None:
    said = names(language)
    for group, fields in schema().items():
        own = [said[f"parameter-{group}-{field}"] for field in fields]
        assert sorted(each for each in own if own.count(each) > 1) == []
        assert [each for each in own if "_" in each or each != each.strip() or each.endswith((".", "。"))] == []
    if language != "en":
        english = names("en")
        assert [key for key, each in said.items() if each == english[key] and key != "parameters-agi"] == []


@pytest.mark.parametrize("language", languages())
def test_the_almanac_tells_parameters_by_their_names(language: str) -> None:
    book = Book(Words(Texts(language, strict=True), RESOLVED.level), RESOLVED, [])
    said, told = names(language), set()
    for name, entry in almanac.load().items():
        if entry.mechanic:
            blocks = book.page(f"mechanic:{name}").blocks
            told |= {block.text for block in blocks if block.kind == "row"}
            heads = {block.text.partition(": ")[2] for block in blocks if block.kind == "head"}
            assert {said[f"parameters-{group}"] for group in entry.rules} <= heads
    assert told == {each for key, each in said.items() if key.startswith("parameter-")}


def test_facts_and_cards_name_the_parameter_and_its_group() -> None:
    words = Words(Texts(strict=True), RESOLVED.level)
    book = Book(words, RESOLVED, [])
    used = {block.text for block in book.page("fact:K66").blocks}
    assert "Capital: Revolver's interest above the base rate" in used
    race = Race(RESOLVED, 1)
    try:
        view = race.view("xai")
        told = naming.name(words, view, "level.rules.capital.burn_months")
        assert told == "Parameter: Time over which the cash need is smoothed"
        assert naming.name(words, view, "level.months") == "Parameter: months"
    finally:
        race.dispose()


def test_explain_and_sensitivity_say_it_beside_the_path(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, "ja")
    path = "rules.capital.burn_months"
    assert main._guarded(["explain", "september_2024", f"level.{path}", "--firm", "xai"], debug=True) == 0
    name = names("ja")["parameter-capital-burn_months"]
    assert capsys.readouterr().out.splitlines()[0] == f"xAI, end of 2024-09: level.{path} ({name})"
    show_searches.sensitivity("september_2024", [], [path, "firms.xai.cash_usd"], screening.Design())
    told = capsys.readouterr().out.splitlines()
    assert told[-2:] == [f"what matters: {path}, firms.xai.cash_usd", f"  {path}: {name}"]
