"""Minds of the ladder: strength apart from personality, attention that is limited, and reasons for what they order."""

from collections.abc import Iterator

import pytest
from msgspec import structs

from agents.desk import Quote
from agents.minds import STRENGTHS, make_mind, own_style
from agents.minds.analyst import ANALYST, REASONS, WeighingMind
from agents.minds.beliefs import Attention, believe, believed_h100e
from agents.minds.considerations import CONSIDERATIONS
from agents.minds.ideas import IDEAS
from agents.minds.intern import LOOKS_EVERY
from agents.minds.proposals import Proposals
from agents.minds.weights import BY_HAND
from agents.orders import ReleaseModel, StartRun
from assets.text import Texts
from game.race import Race
from levels import loader, words

RESOLVED = loader.load("september_2024")
STYLES = RESOLVED.level.styles


@pytest.fixture(scope="module")
def stood() -> Iterator[Race]:
    """The race after five turns, so that there is something to weigh."""
    race = Race(RESOLVED, 1, every_month=False)
    while race.month < 15:
        race.play_turn()
    yield race
    race.dispose()


def test_strengths_are_those_that_levels_may_name() -> None:
    assert list(STRENGTHS) == list(words.STRENGTHS)


def test_strength_and_personality_are_named_apart() -> None:
    assert make_mind("merchant", STYLES).name == "merchant"
    assert make_mind("analyst/merchant", STYLES).name == "analyst/merchant"
    assert make_mind("analyst", STYLES, "hasty").name == "analyst/hasty"
    for name in ("analyst/nobody", "genius/merchant"):
        with pytest.raises(KeyError):
            make_mind(name, STYLES)


def test_a_strength_alone_plays_each_firm_in_its_own_personality(stood: Race) -> None:
    race = Race(RESOLVED, 1, dict.fromkeys(RESOLVED.level.seats, "analyst"), every_month=False)
    firms = RESOLVED.level.firms
    assert race.steered_by["xai"] == "analyst/" + own_style(firms["xai"], STYLES) == "analyst/hasty"
    assert len({race.steered_by[seat] for seat in RESOLVED.level.seats}) >= 4
    race.dispose()


@pytest.mark.parametrize("name", [*STRENGTHS])
def test_a_mind_decides_the_same_when_it_is_made_anew(stood: Race, name: str) -> None:
    for seat in RESOLVED.level.seats:
        first = make_mind(f"{name}/bold", STYLES).advise(stood.desk(seat))
        assert first == make_mind(f"{name}/bold", STYLES).advise(stood.desk(seat))


def test_what_a_mind_shows_of_its_weighing_is_what_it_decides_by(stood: Race) -> None:
    for seat in RESOLVED.level.seats:
        mind = make_mind("operator/bold", STYLES)
        assert isinstance(mind, WeighingMind)
        advice, considered = mind.advise(stood.desk(seat)), mind.weigh_up(stood.desk(seat))
        assert [each.order for each in considered if each.taken] == [each.order for each in advice]
        left = [each for each in considered if not each.taken]
        assert len({each.order for each in considered}) == len(considered) > len(advice)
        assert left == sorted(left, key=lambda each: -each.score)
        for each in considered:
            assert list(each.parts) == sorted(each.parts, key=lambda part: -part[0])
            others = each.score - sum(value for value, _ in each.parts)
            assert any(abs(others - weight) < 1e-9 for weight in (0.0, *mind.matters.values())), "its matter's weight"
        for given, shown in zip(advice, considered, strict=False):
            assert [text for value, text in shown.parts if value > 0.0][:REASONS] == list(given.reasons)


def test_every_order_has_reasons_that_can_be_read(stood: Race) -> None:
    texts = Texts()
    given = 0
    for seat in RESOLVED.level.seats:
        for advice in make_mind("analyst", STYLES, "hasty").advise(stood.desk(seat)):
            assert 1 <= len(advice.reasons) <= REASONS
            assert all(texts.has(reason.key) for reason in advice.reasons)
            given += 1
    assert given > 2 * len(RESOLVED.level.seats)


def test_all_that_it_weighs_has_a_weight() -> None:
    assert set(BY_HAND.considerations) == set(CONSIDERATIONS)
    matters = {name for name, _ in WeighingMind("x", STYLES["steady"], BY_HAND, ANALYST).book.matters}
    assert set(BY_HAND.matters) == matters | set(IDEAS)


def test_the_intern_looks_every_third_turn_and_pulls_one_lever(stood: Race) -> None:
    intern = make_mind("intern/bold", STYLES)
    race = Race(RESOLVED, 1, every_month=False)
    looked = []
    for _ in range(2 * LOOKS_EVERY):
        looked.append(any(intern.advise(race.desk(seat)) for seat in RESOLVED.level.seats))
        race.play_turn()
    assert looked == [True, False, False] * 2
    race.dispose()


def test_attention_limits_what_is_weighed(stood: Race) -> None:
    mind = make_mind("analyst/bold", STYLES)
    assert isinstance(mind, WeighingMind)
    for most in (3, 8):
        plan = Proposals(stood.desk("openai"), mind.book.taste, most)
        for _, look in mind.book.matters:
            look(plan)
        assert len(plan.found) == most
        assert not plan.orders
    narrow = WeighingMind("x", STYLES["bold"], BY_HAND, structs.replace(ANALYST, considered=2, passes=1))
    assert len(narrow.advise(stood.desk("openai"))) <= 2


def test_the_best_are_taken_first_and_the_desk_has_the_last_word(stood: Race) -> None:
    desk = stood.desk("openai")
    mind = make_mind("analyst/steady", STYLES)
    orders = [advice.order for advice in mind.advise(desk)]
    assert 0 < len(orders) <= desk.view.me.initiative
    assert all(isinstance(desk.quote(orders[:place], order), Quote) for place, order in enumerate(orders))
    assert sum(isinstance(order, StartRun) for order in orders) <= 1


def test_weights_decide(stood: Race) -> None:
    """Who gives a matter no weight leaves it; who gives it all the weight sees to it first."""
    style = STYLES["bold"]
    desk = next(desk for desk in map(stood.desk, RESOLVED.level.seats) if not desk.view.me.run_name)
    runs = ("train", "other_runs")
    never = structs.replace(BY_HAND, matters={**BY_HAND.matters, **dict.fromkeys(runs, -9.0)})
    first = structs.replace(BY_HAND, matters={**BY_HAND.matters, **dict.fromkeys(runs, 9.0)})
    without = [advice.order for advice in WeighingMind("x", style, never, ANALYST).advise(desk)]
    with_run = [advice.order for advice in WeighingMind("x", style, first, ANALYST).advise(desk)]
    assert without
    assert not any(isinstance(order, StartRun) for order in without)
    assert isinstance(with_run[0], StartRun)


def test_forecasts_are_off_by_the_noise_and_the_same_when_asked_again(stood: Race) -> None:
    view = stood.view("xai")
    sharp = believe(view, Attention(1, 10, 12, 0.0))
    dull = believe(view, Attention(1, 10, 12, 0.3))
    assert sharp.forecast("rent", 2.0, 3) == 2.0
    assert dull.forecast("rent", 2.0, 3) == dull.forecast("rent", 2.0, 3) != 2.0
    assert len({dull.forecast("rent", 2.0, month) for month in range(5)}) == 5


def test_a_claim_beyond_what_a_purse_bears_is_believed_in_part(stood: Race) -> None:
    rival = structs.replace(stood.view("xai").rivals["openai"], valuation_usd=10_000_000_000, h100e=1_000_000)
    assert believed_h100e(rival) < rival.h100e
    modest = structs.replace(rival, h100e=10_000)
    assert believed_h100e(modest) == modest.h100e


def test_what_all_believe_leaves_out_who_looks(stood: Race) -> None:
    """The largest, the best and the poor are worked out once for all; each sees them as if alone to look."""
    largest, best = set(), set()
    for seat in RESOLVED.level.seats:
        view = stood.view(seat)
        rivals = [rival for rival in view.rivals.values() if rival.alive and rival.arena_elo > 0.0]
        most = max(rivals, key=lambda rival: (believed_h100e(rival), rival.key))
        believed = believe(view, ANALYST)
        assert (believed.rival, believed.rival_h100e) == (most.name, believed_h100e(most))
        assert believed.best == max(rivals, key=lambda rival: (rival.arena_elo, rival.key)).name
        dear = believe(structs.replace(view, rent_usd=500.0), ANALYST)
        assert list(dear.poor) == sorted(view.rivals, key=lambda key: (-view.rivals[key].staff, key))[:2]
        assert view.me.name not in (believed.rival, believed.best, believed.doubted)
        largest.add(believed.rival)
        best.add(believed.best)
    assert len(largest) == len(best) == 2


def test_who_is_overtaken_says_so(stood: Race) -> None:
    """The same firm with little compute beside a large rival weighs growth higher, and tells why."""
    mind = make_mind("analyst/bold", STYLES)
    said = [
        reason.key for seat in RESOLVED.level.seats for each in mind.advise(stood.desk(seat)) for reason in each.reasons
    ]
    assert "why-overtaken" in said


def test_a_finished_model_is_released(stood: Race) -> None:
    for strength in ("intern", "analyst"):
        race = Race(RESOLVED, 3, dict.fromkeys(RESOLVED.level.seats, strength), every_month=False)
        released = 0
        for _ in range(8):
            for seat in RESOLVED.level.seats:
                plan = race.decide(seat)
                released += sum(isinstance(order, ReleaseModel) for order in plan.orders)
            race.play_turn()
        assert released > 3
        race.dispose()
