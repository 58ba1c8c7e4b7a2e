"""A mind decides by what its firm can see: whatever rivals hide may be another, and its orders are the same."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from agents.desk import Advice
from agents.minds import STRENGTHS, make_mind
from agents.orders import Plan, SetPolicy
from agents.view import View
from game import saves
from game.door.desk import RaceDesk
from game.race import Race
from levels import loader
from tests.agents.hidden import disturb

RESOLVED = loader.load("september_2024")
SEED = 1
SEEN_THROUGH_FOG = {"cash_usd", "run_rate_usd", "h100e", "coming_elo"}
"""Of rivals: estimates with an error of their own, and what a leak tells."""
SHARED = {
    "projects": {"months_left"},
    "sites": {"soon_slots", "soon_liquid", "soon_kw"},
    "ties": {"fair_share", "lab_part", "dependence_lab", "dependence_backer"},
    "offers": {"now_h100e", "cluster_h100e"},
}
"""What others' hidden state may move in a view: how long crowded crews take, what both sides of a tie know of it, and
what a firm's own core has free for it."""


def affiliate_of(race: Race, firm: str) -> str:
    terms = race.level.firms[firm].affiliate
    return terms.of if terms is not None else race.affiliate_of.get(firm, "")


@pytest.fixture(scope="module", params=[9, 27])
def stood(request: pytest.FixtureRequest) -> Iterator[Race]:
    race = Race(RESOLVED, SEED)
    while race.month < request.param:
        race.play_turn()
    yield race
    race.dispose()


def twins(stood: Race, firm: str) -> tuple[Race, Race]:
    """The race as it stands, and with all that others hide from a firm changed."""
    packed = saves.encode_snapshot(stood.world, [])
    same, other = (saves.decode_snapshot(packed).world for _ in range(2))
    disturb(other, firm, affiliate_of(stood, firm))
    return Race(RESOLVED, SEED, state=same), Race(RESOLVED, SEED, state=other)


def differing(one: Any, two: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The paths at which two values differ."""
    if hasattr(one, "__struct_fields__"):
        for name in one.__struct_fields__:
            yield from differing(getattr(one, name), getattr(two, name), (*path, name))
    elif isinstance(one, Mapping) and list(one) == list(two):
        for key, value in one.items():
            yield from differing(value, two[key], (*path, key))
    elif isinstance(one, list | tuple) and len(one) == len(two):
        for place, (first, second) in enumerate(zip(one, two, strict=True)):
            yield from differing(first, second, (*path, str(place)))
    elif one != two:
        yield path


class Peeks:
    """What a cheat would do: it looks past the desk at a rival's purse."""

    name = "peeks"

    def advise(self, desk: Any) -> list[Advice]:
        rival = "meta" if desk.view.me.key != "meta" else "google"
        cash = desk._race.world.books.held("usd", rival)
        return [Advice(SetPolicy("price_level", 0.8 if cash % 2 else 0.9)), Advice(SetPolicy("pay", cash / 1e10))]


def test_orders_are_the_same_whatever_rivals_hide(stood: Race) -> None:
    asked = given = 0
    for firm in stood.deciding():
        same, other = twins(stood, firm.key)
        view: View = same.view(firm.key)
        names = [*RESOLVED.level.styles, *(f"{strength}/steady" for strength in STRENGTHS)]
        minds = [make_mind(name, RESOLVED.level.styles) for name in names] if firm.facts.lab else []
        for mind in (*minds, make_mind(firm.facts.mind, RESOLVED.level.styles)):
            ours = mind.advise(RaceDesk(same, firm.key, view))
            assert ours == mind.advise(RaceDesk(other, firm.key, view)), (firm.key, mind.name)
            asked, given = asked + 1, given + len(ours)
        if firm.facts.lab and firm.key != "meta":
            cheat = Peeks()
            assert cheat.advise(RaceDesk(same, firm.key, view)) != cheat.advise(RaceDesk(other, firm.key, view))
        same.dispose()
        other.dispose()
    assert asked > 50
    assert given > 2 * asked


def test_a_view_hides_what_it_should(stood: Race) -> None:
    for firm in stood.deciding():
        same, other = twins(stood, firm.key)
        for path in differing(same.view(firm.key), other.view(firm.key)):
            known = SEEN_THROUGH_FOG if path[0] == "rivals" else SHARED.get(path[0], set())
            assert path[-1] in known or path == ("block_chance",), (firm.key, ".".join(path))
        same.dispose()
        other.dispose()


def test_plans_that_rivals_have_handed_in_are_not_seen(stood: Race) -> None:
    plans = {firm.key: stood.decide(firm.key) for firm in stood.deciding() if firm.state.alive}
    for firm in plans:
        stood.hand_in([plan for key, plan in plans.items() if key != firm])
        assert stood.decide(firm) == plans[firm]
        stood.hand_in([Plan(key, plan.turn) for key, plan in plans.items() if key != firm])
        assert stood.decide(firm) == plans[firm]
    stood.hand_in([])
