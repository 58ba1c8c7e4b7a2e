"""Models, their list, their products, their text, and the laws on them: each test is of an effect, against a twin."""

from statistics import mean

import pytest

from agents.books import USD
from agents.desk import Quote, Refusal
from agents.minds.draft import Draft
from agents.minds.models import run as planned_run
from agents.orders import (
    AnnounceProduct,
    AnyOrder,
    JoinPact,
    LaunchProduct,
    LicenseData,
    Lobby,
    Plan,
    PromiseModel,
    ReleaseModel,
    SetPolicy,
    StartRun,
)
from game import safety
from game.race import Race
from levels import loader
from levels.loader import Resolved


def give(race: Race, firm: str, *orders: AnyOrder) -> None:
    """One month in which only this firm orders anything."""
    race.hand_in([Plan(firm, 1, orders)])
    race.step()
    assert race.refused == {}


def wait(race: Race, months: int) -> None:
    for _ in range(months):
        race.step()


def quote(race: Race, firm: str, order: AnyOrder) -> Quote | Refusal:
    return race.desk(firm).quote([], order)


def test_the_best_of_ten_lifts_the_rating_by_one_and_a_half_spreads_and_the_truth_by_nothing() -> None:
    resolved = loader.load("september_2024", ["rules.leaderboard.found_hazard=0"])
    lifted, true = [], []
    for seed in range(1, 41):
        plain, tuned = Race(resolved, seed), Race(resolved, seed)
        for race, variants in ((plain, 1), (tuned, 10)):
            model = race.world.firms["meta"].model
            assert model is not None
            model.base_elo -= 20.0
            race.world.firms["meta"].post_elo = 40.0
            race.world.firms["meta"].last_release = -99
            give(race, "meta", ReleaseModel(variants))
        one, ten = plain.world.firms["meta"].model, tuned.world.firms["meta"].model
        assert one is not None
        assert ten is not None
        lifted.append(ten.arena_elo - one.arena_elo)
        true.append(ten.true_elo - one.true_elo)
    spread = resolved.level.rules.leaderboard.variant_elo
    assert mean(lifted) == pytest.approx(1.54 * spread, abs=0.4 * spread)
    assert set(true) == {0.0}


def test_companies_that_bought_the_rating_leave_when_they_know_the_truth(september: Resolved) -> None:
    """Twins whose list says the same; only one model is as good as that. Seats part two quarters later."""
    honest, hollow = Race(september, 3), Race(september, 3)
    for race, truth in ((honest, 0.0), (hollow, -80.0)):
        model = race.world.firms["google"].model
        assert model is not None
        model.true_elo += truth
        model.flattery = -truth
    months = september.level.rules.leaderboard.truth_months
    gaps = []
    for _ in range(months + 12):
        honest.step()
        hollow.step()
        gaps.append(honest.world.firms["google"].seat_share / hollow.world.firms["google"].seat_share - 1.0)
    assert gaps[months - 2] < 0.01
    assert gaps[-1] > 0.04
    assert gaps[-1] > 4.0 * gaps[months - 2]


def test_more_text_lets_the_same_compute_do_more(september: Resolved) -> None:
    poor = loader.load("september_2024", ["firms.microsoft.lab.data_tokens=2e12"])
    rated, compute = [], []
    for text in (False, True):
        race = Race(poor, 1)
        orders: list[AnyOrder] = [StartRun(6, 0.8)]
        if text:
            orders += [LicenseData("code", 180_000_000), LicenseData("journals", 120_000_000)]
        give(race, "microsoft", *orders)
        wait(race, 6)
        held = race.world.firms["microsoft"].held
        assert held is not None
        rated.append(held.base_elo)
        compute.append(held.flop)
    assert compute[0] == pytest.approx(compute[1], rel=0.02)
    assert rated[1] > rated[0] + 8.0


def test_exclusive_text_goes_to_the_highest_bid_at_the_second(september: Resolved) -> None:
    race = Race(september, 1)
    race.hand_in(
        [
            Plan("meta", 1, (LicenseData("archive", 500_000_000),)),
            Plan("google", 1, (LicenseData("archive", 300_000_000),)),
        ]
    )
    race.step()
    (licence,) = race.world.licences
    assert (licence.firm, licence.usd_per_year) == ("meta", 300_000_000)
    assert isinstance(quote(race, "openai", LicenseData("archive", 900_000_000)), Refusal)


def test_a_product_launched_without_a_fleet_disappoints() -> None:
    """OpenAI has shown video; for everybody it takes 720,000 cards, of which it has a fraction."""
    september, worlds = loader.load("september_2024", ["products.video.efficiency=0"]), {}
    for share in (0.0, 0.05, 1.0):
        race = Race(september, 2)
        give(race, "openai", *([LaunchProduct("video", share)] if share else []))
        wait(race, 8)
        worlds[share] = race.world.firms["openai"]
    assert worlds[1.0].offerings["video"].served < 0.5
    assert worlds[1.0].trust < worlds[0.0].trust < worlds[0.05].trust
    assert worlds[1.0].user_share < worlds[0.05].user_share


def test_what_is_shown_and_does_not_come_costs_trust_and_credibility(september: Resolved) -> None:
    quiet, loud = Race(september, 1), Race(september, 1)
    give(quiet, "google")
    give(loud, "google", AnnounceProduct("video"))
    assert loud.world.firms["google"].valuation_usd > quiet.world.firms["google"].valuation_usd
    wait(quiet, 18)
    wait(loud, 18)
    assert loud.world.firms["google"].trust < quiet.world.firms["google"].trust - 0.01
    assert loud.world.firms["google"].credibility < 0.95
    assert loud.world.firms["google"].bump < 0.0


def test_a_run_that_would_end_just_above_a_line_ends_just_below(september: Resolved) -> None:
    """Bunching: the mind stops where the review costs more than the compute beyond the line, and not far above it."""
    answer = quote(Race(september, 1), "microsoft", StartRun(6, 0.5))
    assert isinstance(answer, Quote)
    flop = next(float(line.text.args["flop"]) for line in answer.lines if line.text.key == "quote-run-flop")
    chosen = {}
    for above in (1.1, 1.25, 3.0):
        sets = [
            f"duties.california.flop={flop / above}",
            "duties.california.chance=1",
            "duties.california.since=2024-09",
            "duties.california.review_weeks=8",
            "duties.california.run_usd=0",
        ]
        race = Race(loader.load("september_2024", sets), 1)
        order, _ = planned_run(Draft(race.desk("microsoft")), 6, 0.5)
        chosen[above] = order.below
        if order.below:
            give(race, "microsoft", order)
            wait(race, 6)
            held = race.world.firms["microsoft"].held
            assert held is not None
            assert 0.99 * flop / above < held.flop < flop / above
    assert chosen == {1.1: "california", 1.25: "california", 3.0: ""}


def test_a_law_puts_a_large_release_off_and_lobbying_shortens_it() -> None:
    sets = ["duties.california.chance=1", "duties.california.since=2024-09", "duties.california.review_weeks=12"]
    race = Race(loader.load("september_2024", sets), 1)
    give(race, "microsoft", StartRun(3, 0.9))
    wait(race, 3)
    before = quote(race, "microsoft", ReleaseModel())
    assert isinstance(before, Quote)
    assert before.ready_month >= race.month + 3
    give(race, "microsoft", Lobby(200_000_000))
    after = quote(race, "microsoft", ReleaseModel())
    assert isinstance(after, Quote)
    weeks = [
        next(int(line.text.args["weeks"]) for line in answer.lines if line.text.key == "quote-review")
        for answer in (before, after)
    ]
    assert weeks[1] < weeks[0]
    give(race, "microsoft", ReleaseModel())
    assert race.world.firms["microsoft"].releasing is not None
    wait(race, 3)
    assert race.world.firms["microsoft"].releasing is None
    model = race.world.firms["microsoft"].model
    assert model is not None
    assert model.name.endswith("2")


def test_safety_work_lowers_the_hazard_and_the_speed(september: Resolved) -> None:
    hazards, know_how = [], []
    for share in (0.0, 0.3):
        race = Race(september, 1)
        give(race, "google", SetPolicy("safety", share))
        wait(race, 24)
        firm = race.world.firms["google"]
        hazards.append(safety.hazard(race, firm))
        know_how.append(firm.pre_elo + firm.post_elo)
    assert hazards[1] < 0.5 * hazards[0]
    assert know_how[1] < know_how[0] - 2.0


def test_an_incident_at_one_lab_costs_the_others_trust_and_makes_the_rules_stricter(september: Resolved) -> None:
    calm, struck = Race(september, 1), Race(september, 1)
    safety.strike(struck, struck.world.firms["xai"], 4.0)
    for key in ("openai", "google", "anthropic"):
        assert struck.world.firms[key].trust < calm.world.firms[key].trust
    lost = calm.world.firms["xai"].trust - struck.world.firms["xai"].trust
    assert lost > 3.0 * (calm.world.firms["google"].trust - struck.world.firms["google"].trust)
    assert struck.world.public.stringency > calm.world.public.stringency
    assert struck.world.firms["xai"].user_share < calm.world.firms["xai"].user_share


def test_open_weights_speed_rivals_and_lower_prices(september: Resolved) -> None:
    closed, open_ = Race(september, 1), Race(september, 1)
    for race, is_open in ((closed, False), (open_, True)):
        for firm in race.labs:
            assert firm.model is not None
            firm.model.open_weights = is_open and firm.key == "openai"
        wait(race, 18)
    know_how = [
        race.world.firms["microsoft"].post_elo + race.world.firms["microsoft"].pre_elo for race in (closed, open_)
    ]
    assert know_how[1] > know_how[0] + 1.0
    assert open_.world.firms["google"].price_power < 0.95 * closed.world.firms["google"].price_power


def test_a_missed_promise_costs_more_than_it_brought(september: Resolved) -> None:
    silent, loud = Race(september, 1), Race(september, 1)
    give(silent, "meta")
    give(loud, "meta", PromiseModel(3))
    assert loud.world.firms["meta"].valuation_usd > 1.04 * silent.world.firms["meta"].valuation_usd
    wait(silent, 4)
    wait(loud, 4)
    assert loud.world.firms["meta"].valuation_usd < silent.world.firms["meta"].valuation_usd
    assert loud.world.firms["meta"].trust < silent.world.firms["meta"].trust
    again = quote(loud, "meta", PromiseModel(6))
    assert isinstance(again, Quote)
    first = quote(silent, "meta", PromiseModel(6))
    assert isinstance(first, Quote)
    assert again.lines[0].text.args["money"] < 0.9 * first.lines[0].text.args["money"]  # type: ignore[operator]


def test_a_verified_pact_finds_who_breaks_it(september: Resolved) -> None:
    """Without verification a member that does less than it promised is mostly not found."""
    found = {}
    for verified in (False, True):
        out = 0
        for seed in range(1, 9):
            race = Race(september, seed)
            pact = JoinPact(0.2, verified)
            race.hand_in([Plan("google", 1, (pact,)), Plan("xai", 1, (pact,))])
            race.step()
            give(race, "xai", SetPolicy("safety", 0.0))
            wait(race, 8)
            assert race.world.pact is not None
            assert "google" in race.world.pact.members
            out += "xai" not in race.world.pact.members
        found[verified] = out
    assert found[True] >= 6
    assert found[False] <= 4


def test_a_firm_without_cash_owes_no_inspector_at_the_end_of_a_month(september: Resolved) -> None:
    """What a month costs is billed before firms that are short find money, so that no account ends below zero."""
    race = Race(september, 1)
    pact = JoinPact(0.2, True)
    race.hand_in([Plan("google", 1, (pact,)), Plan("xai", 1, (pact,))])
    race.step()
    for _ in range(3):
        books = race.world.books
        books.pay("xai", "~elsewhere", books.held(USD, "xai"), "lease")
        race.step()
        assert ("xai", "~inspectors", "verification") in {(e[2], e[3], e[5]) for e in race.world.books.this_month()}
        assert race.world.books.faults() == []


def test_the_last_price_of_a_capability_is_lower_when_others_offer_it(september: Resolved) -> None:
    race = Race(september, 1)
    powers = {firm.key: firm.price_power for firm in race.labs}
    assert powers["openai"] > 1.05
    assert powers["meta"] < powers["google"] < powers["openai"]
