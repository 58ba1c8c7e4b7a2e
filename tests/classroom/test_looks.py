"""What is still worth a look before a plan is handed in: on a phone the same as in the window."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from agents.orders import AnyOrder, BringTurbines, LeaseCompute, OrderCards, SetPolicy, StartRun
from assets.text import Texts
from game.classroom.plans import PlanView, plan_view
from game.desktop.match import Match
from game.session import Session
from game.telling.matters import in_a_line, worth_a_look
from levels import loader
from tests.classroom.hall import opened

PLANS: tuple[tuple[AnyOrder, ...], ...] = (
    (),
    (BringTurbines("xai_memphis", 20_000),),
    (BringTurbines("xai_memphis", 20_000_000), StartRun(3, 0.3)),
    (OrderCards("h100", 2_000, "xai_memphis"), SetPolicy("sublease", 0.2), LeaseCompute("coreweave", 1_000, 24, False)),
)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_phone_names_what_the_window_names(tmp_path: Path, language: str) -> None:
    async def phone() -> list[PlanView]:
        async with opened(tmp_path / "room", "september_2024") as host:
            seat = host.game.seat("xai", language)
            return [plan_view(host.game, seat, orders) for orders in PLANS]

    told = asyncio.run(phone())
    level = loader.load("september_2024")
    session = Session.new(level, 1, dict.fromkeys(level.level.seats, "person"))
    match = Match(session, Texts(language))
    match.see("xai")
    for orders, view in zip(PLANS, told, strict=True):
        match.orders = list(orders)
        found = worth_a_look(match)
        assert [look.text for look in view.looks] == [matter.text for matter in found]
        assert view.looks_brief == " · ".join(in_a_line(match, found))
    session.dispose()
    nothing, turbines, bad, at_fault = ({look.icon for look in view.looks} for view in told)
    assert {"zap", "brain"} <= nothing
    assert "zap" not in turbines
    assert "ban" in bad
    assert "brain" not in bad
    assert not {"server", "package"} & (nothing | turbines | bad)
    assert {"server", "package"} <= at_fault


@pytest.mark.parametrize("level", ["l0_first_cluster", "l2_allocation", "l6_the_race"])
def test_a_lesson_names_nothing_that_it_has_no_order_for(tmp_path: Path, level: str) -> None:
    async def looks() -> None:
        async with opened(tmp_path / "room", level) as host:
            for seat in host.game.seats:
                view = plan_view(host.game, host.game.seat(seat, "en"), ())
                icons = {look.icon for look in view.looks}
                orders = host.game.level.orders
                assert ("brain" in icons) <= ("start_run" in orders)
                assert ("zap" in icons) <= ("bring_turbines" in orders)
                assert "list-checks" in icons  # initiative is left

    asyncio.run(looks())
