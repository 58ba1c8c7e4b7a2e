"""The advisor's plan holds water: a flaw is told with its figures, and the checked plan has none."""

from collections.abc import Iterator

import pytest
from msgspec import structs

from agents.desk import Advice, Quote
from agents.minds.rooms import room_for
from agents.orders import (
    AnyOrder,
    BringTurbines,
    BuildHall,
    CancelCards,
    LeaseCompute,
    OrderCards,
    RequestGrid,
    SetPolicy,
)
from agents.view import Text
from game import counsel
from game.session import PERSON, Session
from levels import loader
from levels.loader import Resolved

CHIP, NEXT_CHIP, WHY = "h100", "b200", (Text("why-cards"),)


@pytest.fixture
def opened(september: Resolved) -> Iterator[Session]:
    session = Session.new(september, 1, dict.fromkeys(september.level.seats, PERSON))
    yield session
    session.dispose()


def flaws(session: Session, firm: str, *orders: AnyOrder) -> list[counsel.Flaw]:
    """Of a plan that the desk grants whole."""
    desk = session.race.desk(firm)
    for place, order in enumerate(orders):
        assert isinstance(desk.quote(orders[:place], order), Quote), order
    return session.flaws(firm, orders)


def checked(session: Session, firm: str, *orders: AnyOrder) -> list[AnyOrder]:
    found = counsel.checked(session.race.desk(firm), [Advice(order, WHY) for order in orders])
    assert session.flaws(firm, [each.order for each in found]) == []
    assert all(each.reasons == WHY for each in found if not isinstance(each.order, SetPolicy))
    return [each.order for each in found]


def roomy(session: Session) -> tuple[str, str, int]:
    """A firm, a site of its own with room for cards, and for how many."""
    view = session.view("meta")
    room = room_for(view, view.sites["meta_ohio"], view.chips[CHIP])
    assert room.places > room.powered > 1_000
    return "meta", "meta_ohio", room.powered


def test_cards_beyond_places_or_power_are_told_and_become_fewer(opened: Session) -> None:
    firm, site, most = roomy(opened)
    sound, large = OrderCards(CHIP, most, site), OrderCards(CHIP, most + 1, site)
    assert flaws(opened, firm, sound) == []
    assert checked(opened, firm, sound) == [sound]
    (flaw,) = flaws(opened, firm, large)
    assert (flaw.kind, flaw.place, flaw.instead) == ("crowded", 0, (sound,))
    assert flaw.text.key == "flaw-power"
    assert (flaw.text.args["cards"], flaw.text.args["room"], flaw.text.args["site"]) == (most + 1, most, site)
    assert checked(opened, firm, large) == [sound]


def test_earlier_orders_take_the_room_and_what_is_cancelled_gives_it_back(opened: Session) -> None:
    firm, site, most = roomy(opened)
    half, more = OrderCards(CHIP, most // 2, site), OrderCards(CHIP, most, site)
    (flaw,) = flaws(opened, firm, half, more)
    assert flaw.place == 1
    first, second = checked(opened, firm, half, more)
    assert first == half
    assert isinstance(second, OrderCards)
    assert most - 1 <= half.cards + second.cards <= most
    opened.submit(firm, [OrderCards(NEXT_CHIP, 1_000, site)])
    for other in opened.missing():
        opened.submit(other, [])
    opened.advance()
    view = opened.view(firm)
    assert view.sites[site].ordered_cards[NEXT_CHIP] == 1_000
    room = room_for(view, view.sites[site], view.chips["h200"])
    again = OrderCards("h200", min(room.places, room.powered) + 1, site)
    assert [flaw.place for flaw in flaws(opened, firm, again)] == [0]
    assert flaws(opened, firm, CancelCards(NEXT_CHIP, site), again) == []


def ready(session: Session, firm: str, order: AnyOrder) -> int:
    quote = session.quote(firm, [], order)
    assert isinstance(quote, Quote)
    return quote.ready_month


def test_power_of_the_plan_counts_if_it_comes_no_later(opened: Session) -> None:
    firm, site, most = roomy(opened)
    order, turbines, grid = OrderCards(CHIP, most + 500, site), BringTurbines(site, 5_000), RequestGrid(site, 400_000)
    assert ready(opened, firm, turbines) <= ready(opened, firm, order) < ready(opened, firm, grid)
    assert [flaw.text.key for flaw in flaws(opened, firm, order)] == ["flaw-power"]
    assert [flaw.text.key for flaw in flaws(opened, firm, order, grid)] == ["flaw-power"]
    assert flaws(opened, firm, order, turbines) == []
    assert checked(opened, firm, turbines, order) == [turbines, order]


def test_places_of_the_plan_count_if_they_come_no_later(september: Resolved) -> None:
    session = Session.new(loader.variant(september, ["firms.google.build_months=8"]), 1, {"google": PERSON})
    firm, site = "google", "google_ohio"
    order, hall = OrderCards(NEXT_CHIP, 1_000, site), BuildHall(site, 5_000, liquid=True)
    hurried = structs.replace(hall, haste=2.0)
    assert ready(session, firm, hurried) <= ready(session, firm, order) < ready(session, firm, hall)
    for plan in ((order,), (order, hall), (order, structs.replace(hurried, liquid=False))):
        assert [(flaw.text.key, flaw.text.args["room"]) for flaw in flaws(session, firm, *plan)] == [("flaw-places", 0)]
        assert checked(session, firm, *plan) == list(plan[1:])
    assert checked(session, firm, order, hurried) == [order, hurried]
    session.dispose()


def test_what_is_let_is_used_before_more_is_leased(opened: Session) -> None:
    firm = "anthropic"
    operator, offer = max(opened.view(firm).offers.leases.items(), key=lambda each: each[1].now_h100e)
    lease, let = LeaseCompute(operator, min(5_000, offer.now_h100e), 24, built=False), SetPolicy("sublease", 0.3)
    assert flaws(opened, firm, lease) == flaws(opened, firm, let) == []
    (flaw,) = flaws(opened, firm, lease, let)
    assert (flaw.kind, flaw.place, flaw.text.args) == ("let", 1, {"share": 0.3, "h100e": lease.h100e})
    assert checked(opened, firm, lease, let) == [lease]
    assert checked(opened, firm, let, lease) == [lease]


def test_a_standing_letting_ends_and_less_is_leased(opened: Session) -> None:
    firm, none = "anthropic", SetPolicy("sublease", 0.0)
    operator, offer = max(opened.view(firm).offers.leases.items(), key=lambda each: each[1].now_h100e)
    lease = LeaseCompute(operator, min(5_000, offer.now_h100e), 24, built=False)
    state = opened.race.world.firms[firm]
    state.policies.sublease, state.compute.subleased = 0.4, lease.h100e // 5
    (flaw,) = flaws(opened, firm, lease)
    assert (flaw.kind, flaw.place) == ("let", 0)
    left = LeaseCompute(operator, lease.h100e - lease.h100e // 5, 24, built=False)
    assert checked(opened, firm, lease) == [none, left]
    assert checked(opened, firm, lease, SetPolicy("sublease", 0.2)) == [lease, none]
    assert checked(opened, firm, lease, none) == [lease, none]
    state.compute.subleased = lease.h100e
    assert checked(opened, firm, lease) == [none]
    state.compute.subleased = 0
    assert flaws(opened, firm, lease) == []


def test_what_comes_after_the_end_is_told_and_left_out(september: Resolved) -> None:
    firm, site = "microsoft", "microsoft_virginia"
    for resolved, kinds in ((loader.variant(september, ["months=12"]), ["late"]), (september, [])):
        session = Session.new(resolved, 1, {firm: PERSON})
        hall = BuildHall(site, 1_000, liquid=True)
        is_late = ready(session, firm, hall) > session.view(firm).last_month
        told = flaws(session, firm, hall)
        assert [flaw.kind for flaw in told] == kinds
        assert is_late == bool(kinds)
        assert [(flaw.text.key, flaw.text.args["month"]) for flaw in told] == [("flaw-late", "2026-04")] * len(kinds)
        assert checked(session, firm, hall) == ([] if kinds else [hall])
        session.dispose()


def test_of_grid_power_what_is_connected_in_time_stays(september: Resolved) -> None:
    session = Session.new(loader.variant(september, ["months=6"]), 1, dict.fromkeys(september.level.seats, PERSON))
    firm, site, at_once = next(
        (firm, site.key, session.view(firm).offers.power[site.region].available_kw)
        for firm in session.people
        for site in session.view(firm).sites.values()
        if session.view(firm).offers.power[site.region].available_kw >= 10_000
    )
    order = RequestGrid(site, 2 * at_once)
    (flaw,) = flaws(session, firm, order)
    assert flaw.kind == "late"
    assert checked(session, firm, order) == [RequestGrid(site, at_once)]
    session.dispose()


def test_where_cards_count_anywhere_they_need_neither_places_nor_time() -> None:
    session = Session.new(loader.load("l2_allocation"), 1, {})
    while not session.over:
        for firm in session.resolved.level.seats:
            plan = session.intent(firm)
            assert session.advice(firm) == plan
            assert session.flaws(firm, [each.order for each in plan]) == []
        session.advance()
    session.dispose()


@pytest.mark.parametrize(("name", "seeds"), [("september_2024", (1, 2, 3)), ("sandbox", (1,))])
def test_no_advice_has_a_flaw_and_the_mind_keeps_its_own_plan(name: str, seeds: tuple[int, ...]) -> None:
    resolved, mended = loader.variant(loader.load(name), ["months=36"]), set[str]()
    for seed in seeds:
        session = Session.new(resolved, seed, {})
        digest = session.race.digest()
        while not session.over:
            for firm in resolved.level.seats:
                desk = session.race.desk(firm)
                meant, advised = session.intent(firm), session.advice(firm)
                orders = [each.order for each in advised]
                told = session.flaws(firm, [each.order for each in meant])
                assert session.flaws(firm, orders) == []
                assert (advised == meant) == (told == [])
                assert all(isinstance(desk.quote(orders[:n], order), Quote) for n, order in enumerate(orders))
                assert len(orders) <= max(len(meant), desk.view.me.initiative)
                mended.update(flaw.kind for flaw in told)
            assert session.race.digest() == digest
            meant_by = {firm: session.intent(firm) for firm in resolved.level.seats}
            session.advance()
            assert {firm: session.reasons(firm) for firm in meant_by} == meant_by
            digest = session.race.digest()
        session.dispose()
    assert mended == {"crowded", "let", "late"}
