"""Equity, votes and debt behave as they should: by their effects, with fixed seeds."""

from collections.abc import Callable

import pytest

from agents.books import DEBT, USD, card_unit
from agents.desk import Advice, Desk, Quote, Refusal
from agents.orders import (
    Announce,
    AnyOrder,
    AskAffiliateMoney,
    AskLenders,
    DeclareAgi,
    GpuLoan,
    OpenToStrategics,
    OrderCards,
    PitchSovereigns,
    Plan,
    RaiseEquity,
    Repay,
    SetPolicy,
    TenderOffer,
)
from game import score, trade
from game.markets import capital, control, debt
from game.race import Race
from game.world import Bond
from levels import loader
from levels.loader import Resolved

SURE = ["rules.control.close_base=50", "investors.venture.drop_out=0"]


def give(race: Race, firm: str, *orders: AnyOrder) -> None:
    race.hand_in([Plan(firm, 1, orders)])
    race.step()


def quote(race: Race, firm: str, *orders: AnyOrder) -> Quote | Refusal:
    return race.desk(firm).quote(orders[:-1], orders[-1])


def figure(answer: Quote | Refusal, key: str, name: str) -> float:
    assert isinstance(answer, Quote)
    return next(float(line.text.args[name]) for line in answer.lines if line.text.key == key)


def told(race: Race, key: str, firm: str) -> bool:
    return any(item.text.key == key and item.firm == firm for item in race.world.news)


def sheets(race: Race, firm: str, investor: str) -> dict[str, tuple[int, int]]:
    return {
        s.terms: (s.pre_money_usd, s.amount_usd)
        for s in race.world.offers.sheets
        if (s.firm, s.investor) == (firm, investor)
    }


def advance(race: Race, months: int) -> None:
    for _ in range(months):
        race.step()


def borrowed(part: float, sets: list[str] | None = None, seed: int = 1) -> Race:
    """xAI with a loan of a part of what lenders would commit."""
    race = Race(loader.load("september_2024", sets or []), seed)
    amount = int(part * race.world.offers.loan_usd["xai"]) // 1_000_000 * 1_000_000
    give(race, "xai", GpuLoan(amount))
    assert race.refused == {}
    return race


def hold_rent(race: Race, usd: float) -> None:
    race.world.offers.rent_usd = usd


# --- equity ---------------------------------------------------------------------------------------------


def test_more_say_is_paid_for(september: Resolved) -> None:
    race = Race(september, 1)
    prices = {terms: pre for terms, (pre, _) in sheets(race, "anthropic", "venture").items()}
    assert prices["clean"] < prices["milestone"] < prices["board"]


def test_a_missed_goal_costs_shares_and_a_kept_one_makes_an_ally() -> None:
    outcomes = {}
    for name, elo in (("kept", 1.0), ("missed", 900.0)):
        race = Race(loader.load("september_2024", [*SURE, f"rules.control.milestone_elo={elo}"]), 1)
        pre, amount = sheets(race, "xai", "venture")["board"]
        give(race, "xai", RaiseEquity("venture", amount // 2, "board"))
        (bond,) = race.world.bonds
        assert bond.seat
        after_round = race.world.firms["xai"].founders_share
        if name == "kept":
            model = race.world.firms["xai"].model
            assert model is not None
            model.arena_elo += 50.0
            control.judge_goals(race)
        advance(race, 13)
        firm = race.world.firms["xai"]
        outcomes[name] = (firm.founders_share / after_round, firm.allied_share, bool(race.world.bonds))
    assert outcomes["kept"][0] == pytest.approx(1.0)
    assert outcomes["missed"][0] < 0.999
    assert outcomes["kept"][1] > outcomes["missed"][1]
    assert (outcomes["kept"][2], outcomes["missed"][2]) == (False, True)
    assert pre > 0


def test_a_ratchet_is_as_if_the_round_had_been_cheaper(september: Resolved) -> None:
    race = Race(september, 1)
    firm = race.world.firms["xai"]
    before = firm.founders_share
    pre, amount, cut = 20_000_000_000, 2_000_000_000, september.level.rules.control.ratchet
    capital.close_round(race, firm, [("~venture", amount)], pre, "equity")
    race.world.bonds.append(Bond("xai", "venture", amount / (pre + amount), False, "rating", 9_999.0, race.month))
    control.judge_goals(race)
    cheaper = before * (1.0 - cut) * pre / ((1.0 - cut) * pre + amount)
    assert firm.founders_share == pytest.approx(cheaper)


def test_a_round_is_surer_when_it_is_not_needed(september: Resolved) -> None:
    def chance_of(cash_usd: int) -> float:
        race = Race(loader.load("september_2024", [f"firms.anthropic.cash_usd={cash_usd}"]), 1)
        answer = quote(race, "anthropic", RaiseEquity("venture", 500_000_000))
        return figure(answer, "quote-close", "chance")

    assert chance_of(9_000_000_000) > chance_of(700_000_000) + 0.05


def test_an_investor_may_leave_before_the_signature() -> None:
    race = Race(loader.load("september_2024", ["investors.venture.drop_out=1.0"]), 1)
    give(race, "anthropic", RaiseEquity("venture", 1_000_000_000))
    assert told(race, "news-left-round", "anthropic")
    assert race.flows["anthropic"].equity == 0
    assert race.world.firms["anthropic"].founders_share == 0.5


# --- votes and boards -----------------------------------------------------------------------------------


def controlled(share: float) -> Race:
    shares = [f"firms.xai.founders_share={share}", "firms.xai.allied_share=0.0"]
    race = Race(loader.load("september_2024", [*shares, "firms.xai.cash_usd=1000000000"]), 1)
    race.world.public.claims = []
    return race


@pytest.mark.parametrize(
    ("order", "key"),
    [
        (OrderCards("h100", 30_000, "xai_memphis"), "refuse-board-commitment"),
        (Announce(130_000), "refuse-board-claim"),
        (DeclareAgi(), "refuse-board-agi"),
    ],
)
def test_a_board_stops_what_founders_in_control_may_do(order: AnyOrder, key: str) -> None:
    assert isinstance(quote(controlled(0.7), "xai", order), Quote)
    answer = quote(controlled(0.3), "xai", order)
    assert isinstance(answer, Refusal)
    assert answer.text.key == key
    assert answer.text.args["votes"] == pytest.approx(0.3)
    assert answer.text.args["who"] == "none"


def test_what_a_board_lets_pass_passes(september: Resolved) -> None:
    race = controlled(0.3)
    answer = quote(race, "xai", OrderCards("h100", 30_000, "xai_memphis"))
    assert isinstance(answer, Refusal)
    assert 0 < answer.most < 30_000
    assert isinstance(quote(race, "xai", OrderCards("h100", answer.most, "xai_memphis")), Quote)


def test_commitments_of_one_plan_add_up() -> None:
    race, part = controlled(0.3), OrderCards("h100", 10_000, "xai_memphis")
    assert isinstance(quote(race, "xai", part), Quote)
    answer = quote(race, "xai", part, OrderCards("h100", 11_000, "xai_memphis"))
    assert isinstance(answer, Refusal)
    assert answer.text.key == "refuse-board-commitment"


def test_allies_turn_away_when_they_lose_money(september: Resolved) -> None:
    race = Race(september, 1)
    firm = race.world.firms["openai"]
    control.count_votes(race)
    assert firm.watcher == ""
    firm.valuation_usd = int(0.5 * firm.post_money_usd)
    firm.founders_share = 0.48
    control.count_votes(race)
    assert firm.watcher == control.SHAREHOLDERS


# --- tenders, appeals, independence ---------------------------------------------------------------------


def test_a_tender_holds_staff_and_brings_the_firm_no_cash() -> None:
    held = {}
    for name, orders in (("tender", (TenderOffer("venture", 600_000_000),)), ("none", ())):
        race = Race(loader.load("september_2024"), 1)
        race.world.firms["anthropic"].policies.hiring = 0.0
        give(race, "anthropic", *orders)
        assert race.refused == {}
        advance(race, 11)
        firm = race.world.firms["anthropic"]
        held[name] = (firm.staff, race.world.books.held(USD, "anthropic"), firm.founders_share)
    assert held["tender"][0] > held["none"][0]
    assert held["tender"][1] <= held["none"][1]
    assert held["tender"][2] < held["none"][2]


def test_a_tender_sets_a_floor_under_the_next_price(september: Resolved) -> None:
    race = Race(september, 1)
    firm = race.world.firms["anthropic"]
    give(race, "anthropic", TenderOffer("google_money", 200_000_000))
    assert all(capital.talk(race, firm, ahead) >= firm.anchor for ahead in range(9))
    assert isinstance(quote(race, "anthropic", TenderOffer("venture", 100_000_000)), Refusal)


def test_a_plan_for_sovereign_funds_rarely_works_and_costs_trust(september: Resolved) -> None:
    won = 0
    for seed in range(30):
        race = Race(september, seed)
        trust = race.world.firms["openai"].trust
        give(race, "openai", PitchSovereigns(200_000_000_000))
        if told(race, "news-pitch", "openai"):
            won += 1
            assert race.world.firms["openai"].founders_share < 0.25
            assert any(bond.seat for bond in race.world.bonds)
        else:
            assert race.world.firms["openai"].trust < trust
    assert won < 12


def test_independence_can_be_given_up_once_at_a_price(september: Resolved) -> None:
    race = Race(september, 1)
    before = race.world.firms["xai"]
    trust, staff, anger = before.trust, before.staff, race.world.firms["tesla"].opposition
    barred = {s.investor for s in race.world.offers.sheets if s.firm == "xai"}
    give(race, "xai", OpenToStrategics())
    advance(race, 2)
    firm = race.world.firms["xai"]
    assert {s.investor for s in race.world.offers.sheets if s.firm == "xai"} > barred
    assert firm.trust < trust
    assert firm.staff < staff + 30
    assert race.world.firms["tesla"].opposition > anger
    assert isinstance(quote(race, "xai", OpenToStrategics()), Refusal)


def test_an_affiliates_shareholders_vote_once() -> None:
    outcomes = set()
    for support in (0.0, 1.0):
        race = Race(loader.load("september_2024", [f"rules.control.affiliate_support={support}"]), 1)
        cash = race.world.books.held(USD, "xai")
        give(race, "xai", AskAffiliateMoney("tesla", 5_000_000_000))
        outcomes.add(race.world.books.held(USD, "xai") > cash + 4_000_000_000)
        assert race.world.firms["tesla"].opposition > 0.1
        assert race.world.books.faults() == []
        assert isinstance(quote(race, "xai", AskAffiliateMoney("tesla", 1_000_000_000)), Refusal)
    assert outcomes == {False, True}


# --- debt -----------------------------------------------------------------------------------------------


def test_a_loan_is_drawn_as_cards_get_power() -> None:
    race = borrowed(0.999)
    (loan,) = race.world.loans
    at_first = loan.drawn_usd
    assert 0 < at_first < loan.limit_usd
    more = race.world.sites["xai_memphis"].need_kw
    race.world.books.move("grid_kw", "~mlgw", "xai_memphis", more, "connected")
    hold_rent(race, 2.0)
    race.step()
    assert loan.drawn_usd > at_first


def test_a_covenant_breaks_while_the_firm_is_profitable() -> None:
    race = borrowed(0.6)
    firm = race.world.firms["xai"]
    firm.burn_usd = -50_000_000.0
    assert debt.breach_of(race, firm) == ""
    hold_rent(race, 0.5)
    assert debt.breach_of(race, firm) in ("service", "value")
    assert race.view("xai").me.burn_usd < 0.0


def test_falling_rents_cut_the_borrowing_base_and_force_a_sale() -> None:
    race = borrowed(0.9, ["rules.debt.waiver_chance=0"])
    firm, books = race.world.firms["xai"], race.world.books
    base, cards = debt.fleet_value_usd(race, "xai"), books.held(card_unit("h100"), "xai_memphis")
    lessors = sum(books.held(card_unit("h100"), site.key) for k in race.lessors for site in race.sites_of[k])
    for _ in range(8):
        hold_rent(race, 0.6)
        race.step()
    assert debt.fleet_value_usd(race, "xai") < 0.6 * base
    assert firm.defaulted
    assert firm.alive
    assert firm.loans_usd == 0
    assert books.held(card_unit("h100"), "xai_memphis") < 0.8 * cards
    bought = sum(books.held(card_unit("h100"), site.key) for k in race.lessors for site in race.sites_of[k])
    assert bought != lessors
    assert books.faults() == []
    assert race.result().scores["xai"].raw["resilience"] == 0.0


def test_falling_rents_cut_credit(september: Resolved) -> None:
    race = Race(september, 1)
    before = debt.post_credit(race)["xai"], debt.post_loans(race)["xai"]
    hold_rent(race, 1.0)
    assert debt.post_credit(race)["xai"] < 0.8 * before[0]
    assert debt.post_loans(race)["xai"] < 0.6 * before[1]


def test_a_large_forced_sale_lowers_its_own_price(september: Resolved) -> None:
    def price(cards: int) -> float:
        race = Race(september, 1)
        earned, sold = debt.sell_cards(race, race.world.firms["xai"], int(cards * 12_000))
        return earned / sold

    assert price(60_000) < price(5_000)


def test_a_breach_is_waived_at_a_price_that_doubles() -> None:
    race = borrowed(0.7)
    firm = race.world.firms["xai"]
    hold_rent(race, 1.05)
    (loan,) = race.world.loans
    fees = []
    for _ in range(2):
        loan.breach_months, loan.waived_until = 1, -1
        answer = quote(race, "xai", AskLenders())
        assert isinstance(answer, Quote)
        fees.append(answer.cash_usd / loan.owed_usd)
        debt.waive(race, firm, loan)
    assert fees[1] == pytest.approx(2.0 * fees[0], rel=0.01)
    assert loan.margin == pytest.approx(2.0 * race.level.rules.debt.waiver_margin)


def test_dearer_for_who_covers_its_service_thinly(september: Resolved) -> None:
    race = Race(september, 1)
    firm = race.world.firms["xai"]
    assert debt.rate(race, firm, 1.0, 0.0) > debt.rate(race, firm, 2.0, 0.0)
    assert isinstance(quote(race, "google", GpuLoan(1_000_000_000)), Refusal)


def test_borrowing_and_paying_back_makes_nobody_richer() -> None:
    race, idle = borrowed(0.5), Race(loader.load("september_2024"), 1)
    give(idle, "xai")
    for _ in range(2):
        race.step()
        idle.step()
    give(race, "xai", Repay(race.world.books.held(DEBT, "xai")))
    give(idle, "xai")
    assert race.world.books.held(DEBT, "xai") == 0
    assert race.world.loans == [] or race.world.loans[0].drawn_usd < race.world.loans[0].limit_usd
    assert race.world.books.held(USD, "xai") < idle.world.books.held(USD, "xai")


def test_what_is_owed_is_not_the_shareholders(september: Resolved) -> None:
    race = Race(september, 1)
    firm = race.world.firms["xai"]
    before = firm.valuation_usd
    race.world.books.pay("xai", "~staff", race.world.books.held(USD, "xai"), "staff")
    debt.borrow(race, "xai", 4_000_000_000)
    race.world.books.pay("xai", "~staff", 4_000_000_000, "staff")
    capital.appraise(race)
    assert firm.valuation_usd == pytest.approx(before - 4_000_000_000, rel=0.05)


# --- rescues and parents --------------------------------------------------------------------------------


def rescued_until_failure(seed: int, find: Callable[[Race], None]) -> list[float]:
    race = Race(loader.load("september_2024"), seed)
    firm = race.world.firms["anthropic"]
    cuts: list[float] = []
    for _ in range(12):
        if not firm.alive:
            break
        race.world.month += 1
        race.world.books.open_month(race.world.month)
        race.world.books.pay("anthropic", "~staff", race.world.books.held(USD, "anthropic") + 400_000_000, "staff")
        race.world.offers.credit_usd["anthropic"] = 0
        find(race)
        cuts += [float(n.text.args["cut"]) for n in race.world.news if n.text.key == "news-rescue"][len(cuts) :]
    assert not firm.alive
    return cuts


def test_each_rescue_is_dearer_and_rarer_and_the_last_fails() -> None:
    counts = []
    for seed in range(12):
        cuts = rescued_until_failure(seed, lambda race: trade._find_money(race, race.world.firms["anthropic"]))
        assert cuts == sorted(set(cuts))
        counts.append(len(cuts))
    assert max(counts) <= 3
    assert sum(counts) / len(counts) < 1.5


def test_shareholders_of_a_parent_end_their_patience() -> None:
    race = Race(loader.load("september_2024"), 1)
    give(race, "meta", SetPolicy("guidance", 1.0))
    while not told(race, "news-guidance", "meta") and race.month < 60:
        race.step()
    assert race.world.firms["meta"].policies.guidance == -1
    answer = quote(race, "meta", SetPolicy("guidance", 1.0))
    assert isinstance(answer, Refusal)
    assert answer.text.key == "refuse-guidance"


# --- the score's view of it -----------------------------------------------------------------------------


class Hoarder:
    """Sells shares whenever it can and does nothing with the money."""

    name = "hoarder"

    def advise(self, desk: Desk) -> list[Advice]:
        me, advice = desk.view.me, []
        for sheet in desk.view.offers.sheets:
            amount = min(sheet.amount_usd, int(0.06 * me.valuation_usd)) // 1_000_000 * 1_000_000
            if sheet.terms == "clean" and amount > 0:
                advice.append(Advice(RaiseEquity(sheet.investor, amount)))
        return advice


@pytest.mark.parametrize("seat", ["anthropic", "google"])
def test_a_hoard_is_not_resilience(september: Resolved, seat: str) -> None:
    stood = []
    for mind in (None, Hoarder()):
        race = Race(september, 1)
        if mind is not None:
            race.firm_agents[seat].mind = mind
        race.play_out()
        stood.append(score.components(race, seat)["resilience"])
        race.dispose()
    plays, hoards = stood
    assert hoards < 0.8 * plays


def test_who_only_hoards_scores_far_less_than_who_plays(september: Resolved) -> None:
    """xAI stands a bad year on its hoard alone, and has nothing else to show."""
    totals = []
    for mind in (None, Hoarder()):
        race = Race(september, 1)
        if mind is not None:
            race.firm_agents["xai"].mind = mind
        race.play_out()
        if mind is not None:
            assert race.world.books.held(USD, "xai") > 4_000_000_000
        totals.append(score.score(race, "xai").total)
        race.dispose()
    plays, hoards = totals
    assert hoards < plays - 5.0


def test_resilience_tells_firms_apart(september: Resolved) -> None:
    race = Race(september, 2)
    race.play_out()
    stood = [score.components(race, seat)["resilience"] for seat in race.world.scores]
    assert max(stood) < 0.95
    assert max(stood) - min(stood) > 0.1
