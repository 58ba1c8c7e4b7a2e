"""Every fact that a level cites is listed, with what it says, on the page of facts."""

import re
from pathlib import Path

from levels import loader

ROOT = Path(__file__).parents[2]


def test_every_cited_fact_is_listed() -> None:
    listed = set(re.findall(r"(?m)^\| ([SK]\d+) \|", (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")))
    cited = {
        fact
        for level in loader.available()
        for source in loader.load(level.path).sources.values()
        if source.fact
        for fact in re.findall(r"[SK]\d+", source.fact)
    }
    assert cited
    assert cited <= listed


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
