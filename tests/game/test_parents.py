"""What divisions ask of their parents: more now, against a promise that later grants pay for."""

import pytest

from agents.books import USD
from agents.desk import Quote, Refusal
from agents.orders import AnyOrder, AskParent, HandBack, Plan, SetPolicy, desk
from game.door import options
from game.markets import parents
from game.race import Race
from levels import loader

ASKED = 2_000_000_000


def race_of(*settings: str) -> Race:
    return Race(loader.load("september_2024", list(settings)), 1)


def give(race: Race, firm: str, *orders: AnyOrder) -> None:
    race.hand_in([Plan(firm, 1, orders)])
    race.step()


def quote(race: Race, firm: str, order: AnyOrder) -> Quote | Refusal:
    return race.desk(firm).quote((), order)


def granted(race: Race, firm: str) -> int:
    return sum(e[4] for e in race.world.books.entries if e[5] in ("grant", "appropriation") and e[3] == firm)


def until(race: Race, month: int) -> None:
    while race.month < month:
        race.step()


def test_a_bolder_promise_gets_more_of_what_is_asked_and_the_quote_is_what_comes() -> None:
    race = race_of()
    shy, bold = (quote(race, "google", AskParent(ASKED, promise)) for promise in (0.1, 0.3))
    assert isinstance(shy, Quote)
    assert isinstance(bold, Quote)
    assert 0 < -shy.cash_usd < -bold.cash_usd < ASKED
    without = race_of()
    give(without, "google")
    give(race, "google", AskParent(ASKED, 0.3))
    assert granted(race, "google") - granted(without, "google") == -bold.cash_usd
    assert race.world.firms["google"].founders_share < without.world.firms["google"].founders_share
    answer = quote(race, "google", AskParent(ASKED, 0.3))
    assert isinstance(answer, Refusal)
    assert answer.text.key == "refuse-under-review"


def test_cards_that_stand_dark_and_impatient_shareholders_make_a_parent_mean() -> None:
    race = race_of()
    google = race.world.firms["google"]
    before = parents.request_part(race, google, 0.2)
    google.compute.online //= 2
    assert parents.request_part(race, google, 0.2) == pytest.approx(before / 2, rel=1e-3)
    google.opposition = 0.5
    assert parents.request_part(race, google, 0.2) == pytest.approx(before / 4, rel=1e-3)


def test_a_missed_promise_is_paid_by_later_grants_and_remembered() -> None:
    """The same request twice: only the promise differs, once far below what comes and once far above."""
    ends = {}
    for promise in (0.05, 1.0):
        race = race_of("rules.parents.promise_least=0.05", "rules.parents.hurdle=0.05")
        race.world.firms["google"].policies.guidance = 0
        give(race, "google", AskParent(ASKED, promise))
        first = granted(race, "google")
        until(race, 13)
        google = race.world.firms["google"]
        assert google.request.due < 0
        ends[promise] = (first, race.world.books.held(USD, "google"), google.request.belief)
    kept, missed = ends[0.05], ends[1.0]
    assert kept[0] == missed[0]
    assert missed[1] < kept[1] - 0.2 * ASKED
    assert missed[2] < 1.0 == kept[2]


def test_money_handed_back_counts_as_returned_value_calms_and_pays_what_is_owed() -> None:
    race = race_of()
    until(race, 2)
    google = race.world.firms["google"]
    google.opposition, google.request.kept_back_usd = 0.5, 300_000_000
    value = race.world.scores["google"].log_dilution
    before = race.world.books.held(USD, "google")
    parents.hand_back(race, google, 500_000_000)
    assert race.world.books.held(USD, "google") == before - 500_000_000
    assert google.request.kept_back_usd == 0
    assert google.opposition < 0.5
    assert race.world.scores["google"].log_dilution > value
    answer = quote(race, "google", HandBack(before))
    assert isinstance(answer, Refusal)
    assert answer.text.key == "refuse-hand-back"


def test_who_has_no_parent_asks_none_and_divisions_have_a_capital_desk() -> None:
    race = race_of()
    answer = quote(race, "openai", AskParent(ASKED, 0.3))
    assert isinstance(answer, Refusal)
    assert answer.text.key == "refuse-no-parent"
    kinds = {each.kind for each in options.options(race, "google", race.view("google")) if each.desk == "capital"}
    assert kinds == {"ask_parent", "hand_back", "set_policy"}


def test_a_standing_order_belongs_to_the_desk_of_its_matter() -> None:
    of = {policy: desk(SetPolicy(policy, 0.0)) for policy in ("guidance", "colocate", "sublease", "pay", "free_tier")}
    assert of == {
        "guidance": "capital",
        "colocate": "power",
        "sublease": "chips",
        "pay": "deals",
        "free_tier": "compute",
    }


def test_what_is_quoted_comes_also_when_guidance_wears_patience_out() -> None:
    race = race_of()
    google = race.world.firms["google"]
    google.opposition, google.policies.guidance, google.request.belief = 0.4, 1, 0.7
    answer = quote(race, "google", AskParent(ASKED, 0.3))
    assert isinstance(answer, Quote)
    give(race, "google", AskParent(ASKED, 0.3))
    assert google.request.usd == -answer.cash_usd


def test_a_request_can_be_made_in_the_turn_after_its_review() -> None:
    race = race_of()
    give(race, "google", AskParent(ASKED, 0.1))
    google = race.world.firms["google"]
    months = race.level.rules.parents.review_months
    assert google.request.due == months
    until(race, months - 1)
    assert race.view("google").me.request_due == months
    until(race, months)
    assert race.view("google").me.request_due == -1
    answer = quote(race, "google", AskParent(ASKED, 0.1))
    assert isinstance(answer, Quote)
    give(race, "google", AskParent(ASKED, 0.1))
    assert google.request.usd == -answer.cash_usd


def test_who_hands_back_what_is_under_review_answers_for_the_rest() -> None:
    race = race_of()
    give(race, "google", AskParent(ASKED, 0.3))
    google = race.world.firms["google"]
    asked = google.request
    given, start, goal = asked.usd, asked.start_usd, asked.goal_usd
    answer = quote(race, "google", HandBack(given // 2))
    assert isinstance(answer, Quote)
    told = {line.text.key: line.text.args.get("money") for line in answer.lines}
    parents.hand_back(race, google, given // 2)
    assert asked.usd == given - given // 2
    assert asked.goal_usd == pytest.approx(start + 0.5 * (goal - start))
    assert told["quote-hand-back-review"] == given // 2
    assert told["quote-hand-back-goal"] == int(asked.goal_usd)
    assert told["quote-hand-back-charge"] == asked.kept_back_usd
    parents.hand_back(race, google, asked.usd + asked.kept_back_usd)
    assert (asked.usd, asked.due) == (0, -1)


@pytest.mark.parametrize("purses", [0.2, 0.9, 3.0])
def test_a_parent_is_expected_to_fill_the_purse_and_no_more(purses: float) -> None:
    race = race_of()
    google = race.world.firms["google"]
    purse = int(race.level.rules.capital.purse_quarters * parents.budget_usd(race, google)) + google.committed_usd
    cash = race.world.books.held(USD, "google")
    race.world.books.pay("~core", "google", max(0, int(purses * purse) - cash), "cash_flow")
    race.world.books.pay("google", "~core", max(0, cash - int(purses * purse)), "cash_flow")
    share = parents.expected(race, google, race.world.books.held(USD, "google"), 0)
    give(race, "google")
    paid = sum(e[4] for e in race.world.books.entries if e[5] == "dividend" and e[2] == "google")
    assert (granted(race, "google"), paid) == (share.given, share.beyond)
    assert (share.given > 0, share.beyond > 0) == (purses < 1.0, purses > 1.0)


def test_belief_heals_by_outgrowing_even_where_patience_does_not() -> None:
    race = race_of("rules.capital.guidance_relief=0")
    google = race.world.firms["google"]
    google.request.belief = 0.5
    google.run_rates[:] = [1e9 * 1.2**k for k in range(13)]
    assert parents._outgrows(race, google)
    parents.grant(race)
    assert google.request.belief == 0.5 + race.level.rules.parents.forgiven
