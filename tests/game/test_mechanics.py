"""Each mechanic has its characteristic effect: not that its formula is computed, but that the world behaves so."""

import gc
import weakref

import pytest

from agents.books import USD, card_unit
from agents.desk import Quote, Refusal
from agents.orders import (
    Announce,
    AnyOrder,
    AskWaiver,
    BringTurbines,
    DeclareAgi,
    LeaseCompute,
    OrderCards,
    Plan,
    RaiseEquity,
    RequestGrid,
    SetPolicy,
    StartRun,
)
from game import score
from game.door import desk
from game.markets import capital
from game.race import Race
from levels import loader
from levels.loader import Resolved


def race_with(resolved: Resolved, seed: int = 1, **minds: str) -> Race:
    return Race(resolved, seed, minds)


def give(race: Race, firm: str, *orders: AnyOrder) -> None:
    """One turn in which only this firm orders anything."""
    race.hand_in([Plan(firm, 1, orders)])
    race.step()
    assert race.refused == {}


def quote(race: Race, firm: str, *orders: AnyOrder) -> Quote | Refusal:
    """The answer to the last order after the others."""
    return race.desk(firm).quote(orders[:-1], orders[-1])


def test_turbines_light_dark_cards_within_months(september: Resolved) -> None:
    race = race_with(september)
    before = race.world.sites["xai_memphis"].online_h100e
    give(race, "xai", BringTurbines("xai_memphis", 28_000))
    for _ in range(september.level.rules.power.turbine_lead_months + 1):
        race.step()
    assert race.world.sites["xai_memphis"].online_h100e >= before + 18_000


def test_an_exclusive_partner_must_waive_before_a_lab_leases_elsewhere(september: Resolved) -> None:
    race = race_with(september)
    lease = LeaseCompute("oracle", 2_000, 24, built=False)
    refused = quote(race, "openai", lease)
    assert isinstance(refused, Refusal)
    assert refused.text.key == "refuse-exclusive"
    share = race.world.ties[0].revenue_share
    give(race, "openai", AskWaiver("microsoft"), lease)
    assert race.world.ties[0].revenue_share > share
    assert any(c.operator == "oracle" and c.user == "openai" and c.h100e == 2_000 for c in race.world.contracts)


def test_an_independent_firm_is_offered_no_big_tech_money(september: Resolved) -> None:
    race = race_with(september)
    kinds = {
        s.investor: september.level.investors[s.investor].firm for s in race.world.offers.sheets if s.firm == "xai"
    }
    assert kinds
    assert set(kinds.values()) == {None}


def test_a_larger_round_is_worse_priced(september: Resolved) -> None:
    race = race_with(september)
    sheet = max((s for s in race.world.offers.sheets if s.firm == "anthropic"), key=lambda s: s.amount_usd)

    def pre_money(amount: int) -> int:
        answer = quote(race, "anthropic", RaiseEquity(sheet.investor, amount, sheet.terms))  # type: ignore[arg-type]
        assert isinstance(answer, Quote)
        return next(int(line.text.args["money"]) for line in answer.lines if line.text.key == "quote-pre-money")

    assert pre_money(sheet.amount_usd) < pre_money(sheet.amount_usd // 10)


def test_in_a_shortage_who_orders_more_gets_more(september: Resolved) -> None:
    given = []
    for cards in (20_000, 60_000):
        race = race_with(loader.load("september_2024", ["makers.nvidia.outside_orders=900000"]))
        give(race, "meta", OrderCards("h100", cards, "meta_ohio"))
        (order,) = [order for order in race.world.orders if order.firm == "meta"]
        given.append(cards - order.cards)
    assert given[1] > 2.0 * given[0] > 0
    assert given[1] < 20_000


def test_fewer_wafers_mean_less_compute_lower_ratings_and_less_revenue() -> None:
    """The loop: wafers, cards, capability, revenue; sums of eight games, four years in."""
    makers = loader.load("september_2024").level.makers
    scarce = [f"makers.{maker}.wafer_share=0.005" for maker in makers] + ["rules.chips.reserve_most=0"]
    worlds = []
    for sets in ([], scarce):
        resolved, totals = loader.load("september_2024", sets), [0.0, 0.0, 0.0]
        for seed in range(4, 12):
            race = Race(resolved, seed)
            while race.month < 48:
                race.play_turn()
            totals[0] += sum(firm.compute.owned for firm in race.world.firms.values())
            totals[1] += sum(firm.model.true_elo for firm in race.labs if firm.model)
            totals[2] += race.world.public.pool_usd
        worlds.append(totals)
    plenty, short = worlds
    assert short[0] < 0.6 * plenty[0]
    assert all(less < more for less, more in zip(short, plenty, strict=True))


def test_a_field_that_earns_less_is_worth_less(september: Resolved) -> None:
    """The loop goes on: revenue, valuation."""
    race = race_with(september)
    before = [firm.valuation_usd for firm in race.labs]
    race.world.public.pool_usd *= 0.5
    for firm in race.labs:
        firm.run_rates = [0.5 * rate for rate in firm.run_rates]
    capital.appraise(race)
    assert all(firm.valuation_usd < value for firm, value in zip(race.labs, before, strict=True))


def test_a_false_claim_lifts_the_price_until_it_is_checked(september: Resolved) -> None:
    honest, loud = race_with(september, 2), race_with(september, 2)
    give(honest, "anthropic")
    give(loud, "anthropic", Announce(260_000))
    assert loud.world.firms["anthropic"].valuation_usd > 1.02 * honest.world.firms["anthropic"].valuation_usd
    for _ in range(20):
        loud.step()
        honest.step()
    assert any(item.text.key == "news-exposed" and item.firm == "anthropic" for item in loud.world.news)
    assert loud.world.firms["anthropic"].trust < honest.world.firms["anthropic"].trust


def test_a_firm_that_never_acts_fails_and_the_rest_race_on(september: Resolved) -> None:
    race = race_with(september, 3, openai="passive")
    race.play_out()
    openai = race.world.firms["openai"]
    assert openai.defaulted
    assert not openai.alive
    assert race.world.firms[openai.absorbed_by].alive
    assert race.world.books.faults() == []
    assert race.world.books.held(USD, "openai") == 0
    alive = [firm for firm in race.labs if firm.alive]
    assert sum(firm.user_share for firm in alive) == pytest.approx(1.0)
    assert race.result().scores["openai"].raw["resilience"] == 0.0


def test_minds_beat_doing_nothing(september: Resolved) -> None:
    for mind in ("steady", "bold"):
        for seat in ("openai", "google"):
            gained = []
            for seed in (1, 2):
                acts, rests = (
                    race_with(september, seed, **{seat: mind}),
                    race_with(september, seed, **{seat: "passive"}),
                )
                acts.play_out()
                rests.play_out()
                gained.append(score.score(acts, seat).total - score.score(rests, seat).total)
            assert min(gained) > 5.0, (mind, seat, gained)


def test_an_accepted_agi_ends_the_licence_and_freezes_the_scores() -> None:
    race = Race(loader.load("september_2024", ["rules.agi.mean_elo=900", "rules.agi.sd_elo=0"]), 1)
    give(race, "openai", DeclareAgi())
    tie = race.world.ties[0]
    assert (tie.licence, tie.revenue_share) == (False, 0.0)
    for _ in range(race.level.rules.agi.freeze_months + 1):
        race.step()
    assert all(tally.frozen for tally in race.world.scores.values())
    frozen = score.score(race, "openai").total
    race.step()
    assert score.score(race, "openai").total == frozen


def test_a_false_declaration_costs_trust(september: Resolved) -> None:
    race, quiet = race_with(september), race_with(september)
    give(race, "openai", DeclareAgi())
    give(quiet, "openai")
    assert race.world.firms["openai"].trust < quiet.world.firms["openai"].trust - 0.1


def test_a_run_needs_compute_data_and_months(september: Resolved) -> None:
    def flop(share: float, months: int) -> float:
        race = race_with(september)
        give(race, "microsoft", StartRun(months, share))
        for _ in range(months):
            race.step()
        held = race.world.firms["microsoft"].held
        assert held is not None
        return held.flop

    assert flop(0.8, 4) > 1.2 * flop(0.4, 4)
    assert flop(0.4, 8) > 1.8 * flop(0.4, 4)
    scarce = Race(loader.load("september_2024", ["firms.microsoft.lab.data_tokens=5e11"]), 1)
    plenty = race_with(september)
    for race in (scarce, plenty):
        give(race, "microsoft", StartRun(6, 0.8))
        for _ in range(6):
            race.step()
    assert scarce.world.firms["microsoft"].held.base_elo < plenty.world.firms["microsoft"].held.base_elo - 30  # type: ignore[union-attr]


def test_who_cannot_serve_loses_users(september: Resolved) -> None:
    closed, open_ = race_with(september), race_with(september)
    give(closed, "openai", SetPolicy("free_tier", 0.0))
    give(open_, "openai", SetPolicy("free_tier", 1.0))
    for _ in range(12):
        closed.step()
        open_.step()
    assert closed.world.firms["openai"].consumers < open_.world.firms["openai"].consumers


def test_a_long_queue_is_a_long_wait() -> None:
    waits = []
    for queue in (0, 60_000_000):
        race = Race(loader.load("september_2024", [f"utilities.mlgw.queue_kw={queue}"]), 1)
        answer = quote(race, "xai", RequestGrid("xai_memphis", 200_000))
        assert isinstance(answer, Quote)
        waits.append(answer.ready_month)
    assert waits[1] > waits[0] + 6


def test_cards_are_made_once_and_never_lost(september: Resolved) -> None:
    race = race_with(september, 6)
    race.play_out()
    for chip in september.level.chips:
        accounts = race.world.books.balances[card_unit(chip)]
        standing = sum(cards for account, cards in accounts.items() if account[0] != "~")
        gone = accounts.get("~scrap", 0)
        assert standing + gone == -accounts.get("~opening", 0) - accounts.get("~makers", 0)


def test_every_kind_of_order_has_a_handler_and_a_desk() -> None:
    from agents.orders import DESKS

    assert set(desk.HANDLERS) == set(DESKS)


def test_memory_is_given_back_after_a_game(september: Resolved) -> None:
    race = Race(september, 1)
    race.play_turn()
    seen = weakref.ref(race)
    race.dispose()
    del race
    gc.collect()
    assert seen() is None


def test_a_lab_that_cannot_serve_all_opens_with_what_it_is_paid_for() -> None:
    race = Race(loader.load("l0_first_cluster"), 1)
    asked = race.level.firms["xai"].lab.run_rate_usd  # type: ignore[union-attr]
    opening = race.world.firms["xai"].run_rates[-1]
    assert opening < 0.5 * asked
    race.step()
    assert 0.8 < race.world.firms["xai"].run_rates[-1] / opening < 1.2, "the first month is no fall of revenue"
    full = Race(loader.load("september_2024"), 1)
    assert full.world.firms["openai"].run_rates[-1] == full.level.firms["openai"].lab.run_rate_usd  # type: ignore[union-attr]
