"""The prospect: what a plan brings by the months of its quotes, and nothing that moves the game."""

import pytest

from agents.desk import Refusal
from agents.orders import BringTurbines, LeaseCompute
from game.session import PERSON, Session
from levels import loader

FIRM, MONTHS = "xai", 9


def opened() -> Session:
    return Session.new(loader.load("september_2024"), 1, {FIRM: PERSON})


def test_power_that_is_planned_lights_dark_cards_from_its_month_on() -> None:
    session = opened()
    site = max(session.view(FIRM).sites.values(), key=lambda each: each.dark_cards)
    order = BringTurbines(site.key, 20_000)
    quote = session.quote(FIRM, [], order)
    assert not isinstance(quote, Refusal)
    begun, planned = session.prospect(FIRM, [], MONTHS), session.prospect(FIRM, [order], MONTHS)
    assert len(begun) == len(planned) == MONTHS
    due = quote.ready_month - session.race.month
    for before, after in zip(begun, planned, strict=True):
        assert after.free_usd == before.free_usd - quote.cash_usd
        assert after.kw - before.kw == (20_000 if after.months >= due else 0)
        assert (after.h100e > before.h100e) == (after.months >= due)
    session.dispose()


def test_looking_ahead_changes_nothing_and_ends_with_the_level() -> None:
    session = opened()
    digest = session.race.digest()
    orders = [advice.order for advice in session.advice(FIRM)]
    assert len(session.prospect(FIRM, orders, 10_000)) == session.resolved.level.months
    assert session.race.digest() == digest
    assert session.prospect("oracle", [], MONTHS) == []
    session.dispose()


def test_a_planned_lease_costs_its_rent_from_its_start_on() -> None:
    session, lab = opened(), "anthropic"
    leases = session.view(lab).offers.leases
    orders = [LeaseCompute(key, min(2_000, offer.built_h100e), 12, built=True) for key, offer in leases.items()]
    answers = [(order, session.quote(lab, [], order)) for order in orders]
    order, quote = next((order, quote) for order, quote in answers if not isinstance(quote, Refusal))
    monthly = next(int(line.text.args["money"]) for line in quote.lines if line.text.key == "quote-rent")
    begun, planned = session.prospect(lab, [], 24), session.prospect(lab, [order], 24)
    due = quote.ready_month - session.race.month
    assert 1 < due < 12
    for before, after in zip(begun, planned, strict=True):
        runs = max(0, min(after.months + 1, due + 12) - due)
        assert before.free_usd - after.free_usd - quote.cash_usd == pytest.approx(monthly * quote.fill * runs, abs=2)
    session.dispose()
