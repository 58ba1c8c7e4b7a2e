"""Explanations: their parts sum to the whole, the whole is what faces show, and asking changes nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agents.books import CATEGORY
from assets.text import Texts
from game.explain import UnknownFigureError, difference, shown, unexplained
from game.lab.explaining import say
from game.session import Session
from levels import loader
from levels.loader import Resolved

SEATS = ("xai", "openai", "microsoft", "google", "meta", "anthropic")
OTHERS = ("amazon", "oracle")


def played(level: Resolved, seed: int, turns: int) -> Session:
    session = Session.new(level, seed, {})
    while session.turn <= turns:
        session.advance()
    return session


@pytest.fixture(scope="module")
def games(september: Resolved) -> list[Session]:
    return [played(september, seed, turns) for seed, turns in ((1, 0), (2, 3), (3, 11), (4, 24))]


def figures(session: Session, firm: str) -> list[str]:
    """All figures of a firm, and those that their parts open into, level by level."""
    found = session.figures(firm)
    seen, fresh = set(found), found
    while fresh:
        inner = [part.path for path in fresh for part in session.explain(firm, path).parts if part.path]
        fresh = [path for path in dict.fromkeys(inner) if path not in seen]
        seen.update(fresh)
        found = found + fresh
    return found


@pytest.mark.parametrize(("game", "firms"), [(0, SEATS[:3]), (1, SEATS[3:]), (2, (SEATS[0], *OTHERS)), (3, SEATS[1:3])])
def test_every_figure_opens_into_parts_that_sum_to_what_is_shown(
    games: list[Session], game: int, firms: tuple[str, ...]
) -> None:
    session = games[game]
    before = session.race.digest()
    for firm in firms:
        case, outer = session._case(firm, "opening"), set(session.figures(firm))
        for path in figures(session, firm):
            told = session.explain(firm, path)
            assert told.adds_up, f"{firm} {path}: {told.whole} is shown, the parts sum to {told.total}"
            assert told.parts or not told.whole, f"{firm} {path}: {told.whole} has no parts"
            if path in outer:
                assert told.whole == shown(case, path)
        view, seen = session.view(firm), {"me.cash_usd": session.view(firm).me.cash_usd}
        seen |= {"me.valuation_usd": view.me.valuation_usd, "me.served": view.me.served, "sentiment": view.sentiment}
        assert {path: session.explain(firm, path).whole for path in seen} == seen
    assert session.race.digest() == before


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_figure_of_any_firm_over_any_span_and_its_change(games: list[Session], data: st.DataObject) -> None:
    session = data.draw(st.sampled_from(games))
    firm = data.draw(st.sampled_from(SEATS + OTHERS))
    path = data.draw(st.sampled_from(session.figures(firm)))
    over = data.draw(st.sampled_from(("month", "turn", "opening")))
    told = session.explain(firm, path, over)
    assert told.adds_up, f"{firm} {path} over {over}: {told.whole} is shown, the parts sum to {told.total}"
    change = session.change(firm, path)
    if not isinstance(change.whole, str):
        assert not isinstance(change.before, str)
        scale = max([1e-9, abs(change.whole), abs(change.before)] + [abs(part.amount) for part in change.parts])
        assert abs(change.total - (change.whole - change.before)) <= 1e-8 * scale


def test_every_cause_rule_and_part_has_words(games: list[Session]) -> None:
    texts, missing = Texts(strict=True), set()
    for session in games:
        for path in session.figures("xai"):
            told = session.explain("xai", path)
            for text in (told.text, *(part.text for part in told.parts)):
                if not texts.has(text.key) or "{" in say(texts, text):
                    missing.add(text.key)
    missing |= {key for cause in CATEGORY if not texts.has(key := "cause-" + cause.replace("_", "-"))}
    assert not missing


def test_what_holds_a_firm_back_is_marked_once(games: list[Session]) -> None:
    for session in games:
        for firm in SEATS:
            told = session.explain(firm, "me.binding")
            if session.view(firm).me.alive:
                assert [part.binding for part in told.parts].count(True) == 1


def test_a_rival_shows_what_the_public_knows(games: list[Session]) -> None:
    session = games[2]
    told = session.explain("openai", "rivals.meta.cash_usd")
    truth = session.view("meta").me.cash_usd
    assert told.kind == "estimate"
    assert truth not in [value for part in told.parts for value in (part.amount, part.value)]
    assert session.explain("openai", "rivals.meta.valuation_usd").kind == "public"


def test_a_starting_value_cites_its_fact_and_a_parameter_its_range(games: list[Session]) -> None:
    start = games[0].explain("xai", "me.staff")
    assert [part.source for part in start.parts if part.source]
    told = games[0].explain("xai", "level.rules.capital.revenue_multiple")
    assert told.source


def test_an_unknown_figure_is_told_in_one_line_with_near_names(games: list[Session]) -> None:
    for path, near in (("me.cash", "me.cash_usd"), ("score.totl", "score.total"), ("me.cash_usd/nothing/nobody", "")):
        with pytest.raises(UnknownFigureError) as error:
            games[1].explain("xai", path)
        assert "\n" not in str(error.value)
        assert near in str(error.value)
    with pytest.raises(UnknownFigureError, match="there is"):
        games[1].explain("nobody", "me.cash_usd")


def test_the_past_of_persons_is_told_from_their_plans(september: Resolved) -> None:
    from agents.orders import SetPolicy

    session = Session.new(september, 5, {"xai": "person"})
    session.submit("xai", [SetPolicy("price_level", 0.8)])
    session.advance()
    told = session.explain("xai", "me.price_level")
    assert told.whole == 0.8
    assert "rule-race-carry-out" in [part.text.key for part in told.parts]
    assert difference(None, told).total == pytest.approx(0.8)


def test_the_figures_of_seats_that_are_no_firm_sum_too() -> None:
    session = played(loader.load("l5_neighbours"), 1, 4)
    for seat in ("memphis_utility", "memphis_residents", "memphis_council", "xai"):
        for path in (*figures(session, seat), "score.total"):
            told = session.explain(seat, path)
            assert told.adds_up, f"{seat} {path}: {told.whole} is shown, the parts sum to {told.total}"
        assert session.explain(seat, "score.total").whole == session.result().scores[seat].total


@pytest.mark.parametrize("level", ["l1_megawatts", "l2_allocation", "l3_runway", "l4_boom_and_bust", "l6_the_race"])
def test_the_goal_of_a_lesson_sums(level: str) -> None:
    session = played(loader.load(level), 2, 3)
    for seat, scores in session.result().scores.items():
        told = session.explain(seat, "score.total")
        assert told.adds_up
        assert told.whole == scores.total


def test_no_figure_stands_unexplained(games: list[Session]) -> None:
    assert not [path for session in games for firm in SEATS for path in unexplained(session._case(firm, "opening"))]
