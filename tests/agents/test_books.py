"""The books balance to the unit, refuse what would overdraw, and a firm's month is the sum of its entries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.books import DEBT, GRID_KW, TURBINE_KW, USD, Books, OverdrawnError, flows_of

ACCOUNTS = ["a", "b", "c", "~out"]


def new_books() -> Books:
    return Books(0, {USD: {}, DEBT: {}, GRID_KW: {}, TURBINE_KW: {}}, [])


@given(st.lists(st.tuples(st.sampled_from(ACCOUNTS), st.sampled_from(ACCOUNTS), st.integers(0, 10**12))))
def test_whatever_is_paid_accounts_sum_to_zero(payments):
    books = new_books()
    for source, target, amount in payments:
        books.pay(source, target, amount, "staff")
    assert sum(books.balances[USD].values()) == 0
    for account in ACCOUNTS:
        moved = sum(
            amount * ((target == account) - (source == account)) for _, _, source, target, amount, _ in books.entries
        )
        assert moved == books.held(USD, account)


def test_kilowatts_cannot_be_taken_from_who_has_none():
    books = new_books()
    books.move(GRID_KW, "~utility", "site", 10, "connected")
    with pytest.raises(OverdrawnError):
        books.move(GRID_KW, "site", "~utility", 11, "gone")
    assert books.held(GRID_KW, "site") == 10
    assert books.faults() == []


def test_negative_amounts_are_refused():
    with pytest.raises(OverdrawnError):
        new_books().pay("a", "b", -1, "staff")


def test_flows_explain_the_change_of_cash():
    books = new_books()
    books.pay("~bank", "a", 1_000, "loan")
    books.pay("~fund", "a", 5_000, "equity")
    books.pay("~consumers", "a", 700, "consumers")
    books.pay("a", "b", 300, "lease")
    books.pay("a", "~maker", 2_000, "cards")
    books.pay("~maker", "a", 150, "refund")
    flows = flows_of(books.this_month(), ["a", "b"])
    assert flows["a"].net == books.held(USD, "a") == 4_550
    assert flows["a"].capex == 1_850
    assert flows["b"].revenue == 300
