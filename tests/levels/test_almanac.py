"""The almanac tells every order, desk and group of parameters, and what it links to is there."""

import re
from pathlib import Path

from assets.text import Texts
from game.door.options import options
from game.race import Race
from game.telling.wording import DESKS
from levels import almanac, facts, loader
from levels.rules import Rules
from levels.words import ORDERS, POLICIES

ROOT = Path(__file__).parents[2]


def test_every_kind_of_order_has_an_entry() -> None:
    assert [kind for kind in ORDERS if kind != "set_policy" and not almanac.of_order(kind)] == []
    assert [policy for policy in POLICIES if not almanac.of_order("set_policy", policy)] == []
    named = [order for entry in almanac.load().values() for order in entry.orders]
    assert len(named) == len(set(named))
    assert {each.partition(".")[0] for each in named} <= set(ORDERS)


def test_every_desk_can_be_read_about() -> None:
    race = Race(loader.load("september_2024"), 1)
    found: dict[str, set[str]] = {desk: set() for desk in DESKS}
    for firm in race.world.scores:
        for option in options(race, firm, race.view(firm), ()):
            policy = option.group if option.kind == "set_policy" else ""
            entry = almanac.of_order(option.kind, policy)
            assert entry, option
            found[option.desk].add(entry)
    assert all(found.values()), found


def test_every_group_of_parameters_has_an_entry() -> None:
    assert [group for group in Rules.__struct_fields__ if not almanac.of_rules(group)] == []
    assert {group for entry in almanac.load().values() for group in entry.rules} <= set(Rules.__struct_fields__)


def test_links_and_sections_lead_somewhere() -> None:
    entries = almanac.load()
    sections = set(re.findall(r"^\*\*(\w+) ", (ROOT / "docs" / "model.md").read_text(encoding="utf-8"), re.MULTILINE))
    for name, entry in entries.items():
        assert set(entry.see) <= set(entries), name
        assert set(entry.facts) <= set(facts.known()), name
        assert not entry.model or str(entry.model) in sections, name


def test_mechanics_say_their_formula_in_words() -> None:
    texts = Texts(strict=True)
    for name, entry in almanac.load().items():
        assert entry.mechanic == texts.has(entry.formula_key(name)), name


def test_figures_lead_to_the_nearest_entry() -> None:
    assert almanac.of_figure("me.cash_usd/cards/nvidia") == "cash"
    assert almanac.of_figure("sites.xai_memphis.opposition") == "neighbours"
    assert almanac.of_figure("sites.xai_memphis.air_slots") == "sites_and_halls"
    assert almanac.of_figure("level.rules.queue.restudy") == "queue"
    assert almanac.of_figure("me.name") == ""
