"""Outlook: what will bind a lab when what it has begun arrives, told ahead of time and without touching the game."""

import json
from typing import Any

import pytest

import main
from agents.books import USD
from agents.orders import BuildHall, OrderCards
from assets.text import Texts
from game import compute
from game.explain import UnknownFigureError
from game.session import PERSON, Session
from levels.loader import Resolved

SEATS = ("xai", "openai", "microsoft", "google", "meta", "anthropic")


def keys(session: Session, firm: str, quarters: int) -> list[str]:
    month = session.race.month + 3 * quarters
    return next([text.key for text in each.reasons] for each in session.outlook(firm) if each.month == month)


def test_xai_is_told_power_now_and_that_its_promised_megawatts_end_it(september: Resolved) -> None:
    session = Session.new(september, 1, {})
    told = session.outlook("xai")
    assert [each.month for each in told] == [0, 6, 12, 18]
    assert told[0].binding == session.view("xai").me.binding == "power"
    assert "outlook-dark" in keys(session, "xai", 0)
    assert told[1].binding == "power"
    assert told[2].binding != "power"
    grid = [text for text in told[2].reasons if text.key == "outlook-grid"]
    assert [text.args["kw"] for text in grid] == [150_000]
    assert "outlook-dark" not in keys(session, "xai", 4)
    assert "outlook-lease-ends" in keys(session, "xai", 4)


def test_a_hall_planned_without_power_is_told_dark_ahead_of_time(september: Resolved) -> None:
    session = Session.new(september, 1, {"xai": PERSON})
    before = {each.month: each.binding for each in session.outlook("xai")}
    assert before[18] != "power"
    orders = [BuildHall("xai_memphis", 120_000, False), OrderCards("h200", 60_000, "xai_memphis")]
    race = session.race
    race.world.books.pay("~investors", "xai", 20_000_000_000, "opening")
    assert session.submit("xai", orders) == []
    session.advance()
    after = {each.month: each for each in session.outlook("xai")}
    late = after[session.race.month + 18]
    assert late.binding == "power"
    assert next(leg for leg in late.legs if leg.what == "idle").holds
    assert any(text.key == "outlook-dark" for text in late.reasons)


def test_it_starts_from_what_is_and_changes_nothing(september: Resolved) -> None:
    session = Session.new(september, 2, {})
    texts = Texts(strict=True)
    while session.turn <= 9:
        before = session.race.digest()
        for firm in SEATS:
            told = session.outlook(firm)
            state, held = session.race.world.firms[firm], session.race.world.books.held(USD, firm)
            assert told[0].binding == compute.binding(session.race, state, held - state.committed_usd)
            assert all(texts.say(text.key, **text.args) for each in told for text in each.reasons)
        assert session.race.digest() == before
        session.advance()


def test_who_is_no_lab_is_told(september: Resolved) -> None:
    with pytest.raises(UnknownFigureError, match="nvidia: no lab here"):
        Session.new(september, 1, {}).outlook("nvidia")


def test_the_command_line_tells_it(capsys: Any) -> None:
    asked = ["explain", "september_2024", "--firm", "xai", "--outlook"]
    assert main._guarded(asked, debug=False) == 0
    shown = capsys.readouterr().out
    for word in ("Sep 2024: Power", "150 MW of grid power at Memphis", "without power"):
        assert word in shown
    assert main._guarded([*asked, "--json"], debug=False) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["month"] for row in rows] == ["2024-09", "2025-03", "2025-09", "2026-03"]
    assert all(row["sentences"] for row in rows[:3])
    assert main._guarded([*asked[:3], "yai", "--outlook"], debug=False) == 2
    assert capsys.readouterr().err.count("\n") == 1
