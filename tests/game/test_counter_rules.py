"""Cheap strategies do not pay: each counter-rule of docs/counter_rules.md has its effect.

What is tested here has no test beside its own mechanic; the table says where the others are.
"""

import importlib
import re
from pathlib import Path
from statistics import pstdev

import msgspec
import pytest

from agents.books import TURBINE_KW, USD, card_unit
from agents.desk import Quote, Refusal
from agents.firm import FirmState
from agents.orders import (
    DESKS,
    AnyOrder,
    BringTurbines,
    LeaseCompute,
    OrderCards,
    Plan,
    ReleaseModel,
    RequestGrid,
    SetPolicy,
    StartRun,
)
from game import compute, research, score
from game.door import options
from game.markets import capital, power, queue
from game.race import Race
from game.world import World
from levels import loader
from levels.loader import Resolved

TABLE = Path(__file__).parents[2] / "docs" / "counter_rules.md"


def give(race: Race, firm: str, *orders: AnyOrder) -> None:
    """One turn's first month in which only this firm orders anything."""
    race.hand_in([Plan(firm, 1, orders)])
    race.step()
    assert race.refused == {}


def months(race: Race, count: int) -> Race:
    """Months in which nobody orders anything."""
    for _ in range(count):
        race.step()
    return race


def quote(race: Race, firm: str, *orders: AnyOrder) -> Quote | Refusal:
    """The answer to the last order after the others."""
    return race.desk(firm).quote(orders[:-1], orders[-1])


def test_every_test_that_the_table_names_exists() -> None:
    text = TABLE.read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+)\.py::(\w+)`", text)
    assert len(named) > 30
    for file, function in named:
        assert hasattr(importlib.import_module(file.replace("/", ".")), function), f"{file}.py has no {function}"


def test_every_parameter_and_file_that_the_table_names_exists(september: Resolved) -> None:
    text = TABLE.read_text(encoding="utf-8")
    parameters = re.findall(r"`rules\.(\w+)\.(\w+)`", text)
    assert len(parameters) > 30
    for group, name in parameters:
        assert hasattr(getattr(september.level.rules, group), name), f"rules.{group}.{name}"
    for file in re.findall(r"`((?:game|agents|levels)/[\w/.]+)`", text):
        assert (TABLE.parents[1] / file).exists(), file


# Attention, lags, surplus


def test_a_turn_has_so_many_orders_for_everybody_and_a_standing_order_costs_one(september: Resolved) -> None:
    race = Race(september, 1)
    most = september.level.rules.turn.initiative
    values = {"price_level": 0.9, "free_tier": 0.4, "hiring": 0.01, "pay": 1.1, "campaign": 0.5, "safety": 0.3}
    changes = [SetPolicy(name, value) for name, value in values.items()][: most + 1]  # type: ignore[arg-type]
    assert len(changes) == most + 1
    for firm in ("anthropic", "microsoft"):
        assert isinstance(quote(race, firm, *changes[:most]), Quote)
        refused = quote(race, firm, *changes)
        assert isinstance(refused, Refusal)
        assert refused.text.key == "refuse-initiative"


def test_the_forecast_is_of_the_time_at_which_an_order_arrives(september: Resolved) -> None:
    """Turbines are there when cards ordered now arrive, a long wait in the queue is not."""
    race = Race(september, 1)
    before = race.view("xai").sites["xai_memphis"]
    give(race, "xai", RequestGrid("xai_memphis", 150_000), BringTurbines("xai_memphis", 20_000))
    after = race.view("xai").sites["xai_memphis"]
    assert after.coming_kw - before.coming_kw >= 150_000
    assert 20_000 <= after.soon_kw - before.soon_kw < 150_000


def test_spending_on_what_does_not_bind_changes_nothing(september: Resolved) -> None:
    """Where power is short, more places light no more cards."""
    race = Race(september, 1)
    site = race.world.sites["xai_memphis"]
    dark, before = site.dark_cards, site.online_h100e
    assert dark > 0
    site.air_slots += 50_000
    site.liquid_slots += 50_000
    compute.light(race, site)
    assert site.online_h100e == before


def test_surplus_compute_has_a_bid(september: Resolved) -> None:
    race, keeps = Race(september, 1), Race(september, 1)
    give(race, "google", SetPolicy("sublease", 1.0))
    give(keeps, "google")
    sold = sum(e[4] for e in race.world.books.entries if e[5] == "sublease" and e[3] == "google")
    assert sold > 0
    assert race.world.firms["google"].compute.research < keeps.world.firms["google"].compute.research


# Raising money


def test_a_round_at_a_fair_price_makes_no_share_worth_more_and_a_cheap_one_costs(september: Resolved) -> None:
    def gained(price: float) -> float:
        race = Race(september, 1)
        firm, tally = race.world.firms["xai"], race.world.scores["xai"]
        months(race, 1)
        tally.valuations = [float(firm.valuation_usd)]
        before = score.components(race, "xai")["value"]
        pre = int(price * firm.valuation_usd)
        fair = firm.valuation_usd
        capital.close_round(race, firm, [("~venture", fair // 10)], pre, "equity")
        tally.valuations = [fair + fair / 10.0]
        return score.components(race, "xai")["value"] - before

    assert gained(1.0) == pytest.approx(0.0, abs=1e-6)
    assert gained(0.7) < -0.02


def test_a_firm_that_has_just_raised_is_offered_nothing(september: Resolved) -> None:
    race = Race(september, 1)
    firm, wait = race.world.firms["anthropic"], september.level.rules.capital.cooldown_months
    offered = []
    for since in (1, wait - 1, wait):
        firm.last_round = race.world.month - since
        offered.append(sum(sheet.firm == "anthropic" for sheet in capital.offer(race)))
    assert offered[:2] == [0, 0]
    assert offered[2] > 0


def test_all_rounds_of_a_quarter_share_one_window() -> None:
    raised = []
    for window in (30_000_000_000, 2_000_000_000):
        sets = [f"rules.capital.window_usd={window}", "rules.control.close_base=30"]
        race = Race(loader.load("september_2024", sets), 1)
        sheets = {s.firm: s for s in race.world.offers.sheets if s.amount_usd > 1_000_000_000}
        assert len(sheets) > 1
        race.world.bids.equity = [(s.investor, s.firm, s.amount_usd, s.pre_money_usd, s.terms) for s in sheets.values()]
        before = {firm: race.world.books.held(USD, firm) for firm in sheets}
        capital.clear(race)
        raised.append([race.world.books.held(USD, firm) - cash for firm, cash in before.items()])
    assert sum(raised[1]) <= 2_000_000_000 * 1.5 < sum(raised[0])
    assert all(0 < less < more for less, more in zip(raised[1], raised[0], strict=True))


# Turbines


def test_turbines_are_shared_out_of_one_pool_and_a_site_takes_only_so_many(september: Resolved) -> None:
    race = Race(september, 1)
    race.world.turbine_kw_left = 0.0
    race.world.bids.turbines = [("xai_memphis", 60_000, False), ("meta_ohio", 60_000, False)]
    power.clear(race)
    given = [order.kw for order in race.world.turbines]
    assert sum(given) <= september.level.rules.power.turbine_pool_kw / 12
    assert max(given) - min(given) <= 1
    refused = quote(Race(september, 1), "xai", BringTurbines("xai_memphis", 200_000))
    assert isinstance(refused, Refusal)
    assert refused.most is not None
    assert refused.most < september.level.rules.power.turbine_site_kw


def test_turbines_without_a_permit_go_after_a_year() -> None:
    sets = ["rules.power.permit_chance=0", "rules.power.block_hazard=0", "rules.community.suit_hazard=0"]
    race = Race(loader.load("september_2024", sets), 1)
    held = []
    for _ in range(race.level.rules.power.turbine_permit_months + 1):
        held.append(race.world.books.held(TURBINE_KW, "xai_memphis"))
        race.step()
    assert held[-2] == held[0] > 0
    assert race.world.books.held(TURBINE_KW, "xai_memphis") == 0


def test_opposition_slows_the_grid_request_of_its_site(september: Resolved) -> None:
    def left(opposition: float) -> float:
        race = Race(september, 1)
        give(race, "xai", RequestGrid("xai_memphis", 150_000))
        request = next(r for r in race.world.requests if r.site == "xai_memphis" and r.placed >= 0)
        request.left, request.patience = 5.0, 99.0
        race.world.sites["xai_memphis"].opposition = opposition
        queue.advance(race)
        return request.left

    assert left(0.0) < left(1.0) < left(4.0) < 5.0


# Deep pockets


def test_a_division_gets_grants_that_dilute_and_cards_of_the_core_at_a_rent(september: Resolved) -> None:
    race = Race(september, 1)
    parent = race.world.firms["google_core"].compute.owned
    offer = race.view("google").offers.leases["google_core"]
    assert 0 < offer.now_h100e <= september.level.rules.leases.core_points * parent
    give(race, "google", LeaseCompute("google_core", 5_000, 12, built=False))
    received = sum(e[4] for e in race.world.books.entries if e[5] == "grant" and e[3] == "google")
    assert received > 0
    assert race.world.scores["google"].log_dilution < 0.0
    assert any(e[2] == "google" and e[3] == "google_core" and e[5] == "core_rent" for e in race.world.books.entries)


# Chips


def test_who_bought_the_last_generation_gets_more_of_the_next_when_it_is_short(september: Resolved) -> None:
    got = []
    for loyalty in (0.0, 0.4):
        race = Race(loader.load("september_2024", ["makers.nvidia.outside_orders=900000"]), 1)
        race.world.firms["meta"].loyalty["nvidia"] = loyalty
        give(race, "meta", OrderCards("h100", 40_000, "meta_ohio"))
        got.append(40_000 - sum(order.cards for order in race.world.orders if order.firm == "meta"))
    assert got[1] > 1.1 * got[0] > 0


def test_a_card_brings_its_power_and_its_cooling(september: Resolved) -> None:
    """Liquid-cooled cards find no place in an air hall, and the kilowatts are the chip's."""
    race = Race(september, 1)
    site = next(s for s in race.sites if s.air_slots > 20_000 and not s.liquid_slots and s.online_h100e)
    homeless, need, online = site.homeless_cards, site.need_kw, site.online_h100e
    spec = september.level.chips["b200"]
    race.world.books.move(card_unit("b200"), "~makers", site.key, 1_000, "delivery")
    race.forget_chips_at(site.key)
    compute.light(race, site)
    assert spec.cooling == "liquid"
    assert site.homeless_cards == homeless + 1_000
    assert site.need_kw - need == pytest.approx(1_000 * spec.facility_kw, abs=2)
    assert site.online_h100e == online
    site.liquid_slots, site.air_slots = site.air_slots, 0
    compute.light(race, site)
    assert site.homeless_cards < homeless + 1_000


def test_supply_is_drawn_anew_for_every_game(september: Resolved) -> None:
    made = []
    for seed in (1, 2, 3, 4):
        race = months(Race(september, seed), 18)
        made.append(race.world.makers["nvidia"].made_h100e)
    assert max(made) > 1.05 * min(made)


# Models


def test_a_run_takes_nothing_from_paying_customers(september: Resolved) -> None:
    def after(share: float) -> FirmState:
        race = Race(september, 1)
        give(race, "microsoft", *([StartRun(6, share)] if share else []))
        return race.world.firms["microsoft"]

    most = september.level.rules.research.run_most_share
    idle, small, large = after(0.0), after(0.1), after(most)
    assert min(idle.served, small.served, large.served) > 0.999
    assert idle.compute.paid == small.compute.paid == large.compute.paid
    assert idle.compute.run < small.compute.run < large.compute.run


def test_the_luck_of_a_run_is_small_and_known_before_the_release(september: Resolved) -> None:
    found = []
    for seed in range(6):
        race = Race(september, seed)
        give(race, "microsoft", StartRun(4, 0.8))
        months(race, 5)
        firm = race.world.firms["microsoft"]
        assert firm.held is not None
        known = research.held_elo(firm)
        race.hand_in([Plan("microsoft", 3, (ReleaseModel(),))])
        race.step()
        assert race.refused == {}
        if firm.model is not None and firm.held is None:
            assert firm.model.true_elo == pytest.approx(known, abs=8.0)
        found.append(known)
    assert 3.0 < pstdev(found) < 40.0


def test_what_a_run_starts_with_is_frozen_and_what_a_release_adds_is_not(september: Resolved) -> None:
    race = Race(september, 1)
    give(race, "microsoft", StartRun(10, 0.5))
    firm = race.world.firms["microsoft"]
    assert firm.run is not None
    frozen, post = firm.run.pre_elo, firm.post_elo
    months(race, 6)
    assert firm.run.pre_elo == frozen < firm.pre_elo
    assert firm.post_elo > post
    assert research.refresh_gain(firm) > 0.0


def test_every_lab_has_a_stock_of_text_of_its_own_in_every_game(september: Resolved) -> None:
    stocks = [[firm.data_tokens for firm in Race(september, seed).labs] for seed in (1, 2, 3)]
    assert len({tokens for game in stocks for tokens in game}) == sum(len(game) for game in stocks)
    assert max(max(game) for game in stocks) > 1.3 * min(min(game) for game in stocks)


# The end


def test_the_last_month_counts_a_twelfth_and_the_frontier_is_cumulative(september: Resolved) -> None:
    race = months(Race(september, 1), 14)
    tally = race.world.scores["meta"]
    assert len(tally.valuations) == 12
    before = score.components(race, "meta")
    tally.valuations[-1] *= 2.0
    after = score.components(race, "meta")
    assert 0.0 < after["value"] - before["value"] < 0.12
    race.world.firms["meta"].model.true_elo -= 300.0  # type: ignore[union-attr]
    months(race, 1)
    assert score.components(race, "meta")["frontier"] > 0.8 * before["frontier"]


def _usual(field: options.Field) -> str | int | float | bool:
    """What a form stands at when it is opened."""
    if field.kind == "choice":
        return field.choices[0][0]
    if field.kind == "flag":
        return False
    return round(field.default) if field.whole else field.default


def _stripped(race: Race, seat: str) -> Plan:
    """A turn in which all that can be sold, cancelled or paused is, and otherwise what the mind wants but building."""
    plan, desk = race.decide(seat), race.desk(seat)
    kept: list[AnyOrder] = []
    for option in options.options(race, seat, desk.view, ()):
        if option.kind in ("offer_cards", "sell_site", "leave_queue", "pause_hall", "cancel_cards"):
            kept.append(options.make_order(option.kind, {field.name: _usual(field) for field in option.fields}))
    kept += [order for order in plan.orders if DESKS[type(order)] not in ("chips", "power")]
    granted: list[AnyOrder] = []
    for order in kept:
        if len(granted) < race.level.rules.turn.initiative and isinstance(desk.quote(granted, order), Quote):
            granted.append(order)
    return Plan(seat, plan.turn, tuple(granted))


def test_stripping_the_firm_in_the_last_year_gains_nothing(september: Resolved) -> None:
    packer, gains, sold = msgspec.msgpack.Encoder(), [], 0
    for seed in (1, 2, 3, 4):
        race = Race(september, seed, every_month=False)
        while race.month < race.level.months - 12:
            race.play_turn()
        packed = packer.encode(race.world)
        usual = race.play_out().scores
        for seat in ("openai", "google", "anthropic"):
            other = Race(september, seed, every_month=False, state=msgspec.msgpack.decode(packed, type=World))
            while not other.over:
                plan = _stripped(other, seat)
                sold += sum(order.kind in ("leave_queue", "pause_hall", "cancel_cards") for order in plan.orders)
                other.play_turn({seat: plan})
            gains.append(other.result().scores[seat].total - usual[seat].total)
    assert sold > 10
    assert sum(gains) / len(gains) < 0.3


def test_par_is_fifty_points_whatever_the_start(september: Resolved) -> None:
    race = Race(september, 1)
    for seat in race.world.scores:
        par = score.par(race, seat)
        assert set(score.points(par, par).values()) == {50.0}
    assert score.par(race, "microsoft")["frontier"] != score.par(race, "openai")["frontier"]
