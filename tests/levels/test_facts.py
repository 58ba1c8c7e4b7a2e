"""Every fact is used, in a level or in the almanac, or is marked as no basis; and all that is cited is listed."""

import re
from pathlib import Path

from assets.text import Texts
from levels import almanac, facts, loader

ROOT = Path(__file__).parents[2]
PERSONS = re.compile(
    r"\b(Altman|Musk|Murati|Nadella|Zuckerberg|Pichai|Hassabis|Amodei|Suleyman|Huang|Sutskever|Conneau)\b"
)


def test_every_fact_is_used_or_marked_as_no_basis() -> None:
    assert [fact.id for fact in facts.unused()] == []
    left_out = {fact.id for fact in facts.load().values() if fact.left_out}
    assert left_out == {"S049", "S050", "S054", "S119"}
    used = facts.uses()
    assert not any(used[each] for each in left_out)


def test_every_starting_value_stands_in_a_level() -> None:
    used = facts.uses()
    starting = [fact for fact in facts.load().values() if fact.starting]
    assert len(starting) > 25
    for fact in starting:
        assert {each.kind for each in used[fact.id]} & {"start", "parameter", "event"}, fact


def test_what_is_cited_is_listed() -> None:
    assert set(facts.uses()) == set(facts.load())
    cited = {
        each
        for level in loader.available()
        for source in loader.load(level.path).sources.values()
        for each in facts.ids_in(source.fact or "")
    }
    assert len(cited) > 100
    assert cited <= set(facts.load())


def test_a_fact_that_a_level_no_longer_uses_is_told(monkeypatch: object) -> None:
    assert facts.ids_in("S008-S011, K60: and S2") == ["S008", "S009", "S010", "S011", "K60", "S2"]
    real = facts.uses()
    monkeypatch.setattr(facts, "uses", lambda: {**real, "S120": [facts.Use("almanac", "almanac", "x")], "K67": []})  # type: ignore[attr-defined]
    assert [fact.id for fact in facts.unused()] == ["S120", "K67"]


def test_the_page_of_facts_is_made_from_the_list() -> None:
    page = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")
    assert page == facts.table(), "python main.py facts --write"


def test_no_person_is_named() -> None:
    for fact in facts.load().values():
        assert not PERSONS.search(" ".join((fact.subject, fact.what, fact.value, fact.context, fact.meaning))), fact


def test_the_almanac_has_its_words_and_cites_facts() -> None:
    texts, known = Texts(), facts.load()
    entries = almanac.load()
    assert entries
    for name, entry in entries.items():
        assert entry.facts or entry.mechanic, name
        assert set(entry.facts) <= set(known), name
        assert texts.has(entry.title_key(name)), name
        assert texts.has(entry.text_key(name)), name


def test_no_parameter_of_the_rules_is_unread() -> None:
    from levels.rules import Rules

    code = "\n".join(
        file.read_text(encoding="utf-8") for room in ("agents", "game") for file in (ROOT / room).rglob("*.py")
    )
    groups = loader.load("september_2024").level.rules
    unread = [
        f"{group}.{name}"
        for group in Rules.__struct_fields__
        for name in getattr(groups, group).__struct_fields__
        if not re.search(rf"\.{name}\b", code)
    ]
    assert unread == []
