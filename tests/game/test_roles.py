"""Orders are typed by role: a utility, residents and a regulator order what is theirs, and have aims of their own."""

from pathlib import Path

from agents.desk import Refusal
from agents.orders import AcceptFund, BringTurbines, FundCommunity, Petition, Plan, SetPermit, SetTariff, SetWires
from game.door.options import options
from game.race import Race
from game.session import PERSON, Session
from levels import loader

LEVEL = "l5_neighbours"
SITE = "xai_memphis"
FIRM, UTILITY, RESIDENTS, COUNCIL = "xai", "memphis_utility", "memphis_residents", "memphis_council"
TARIFF = SetTariff(25, 0.85, 6.0)


def race_of(seed: int = 1) -> Race:
    return Race(loader.load(LEVEL), seed, dict.fromkeys((FIRM, UTILITY, RESIDENTS, COUNCIL), "passive"))


def test_each_order_is_refused_to_the_wrong_role() -> None:
    race = race_of()
    owners = {
        BringTurbines(SITE, 10_000): FIRM,
        TARIFF: UTILITY,
        Petition(SITE): RESIDENTS,
        SetPermit(2.0, 1.0): COUNCIL,
        SetWires(0.0): COUNCIL,
    }
    for order, owner in owners.items():
        for seat in (FIRM, UTILITY, RESIDENTS, COUNCIL):
            answer = race.desk(seat).quote((), order)
            if seat == owner:
                assert not isinstance(answer, Refusal), (seat, order)
            else:
                assert isinstance(answer, Refusal), (seat, order)
                assert answer.text.key == "refuse-not-your-role"


def test_each_role_is_offered_its_own_orders() -> None:
    race = race_of()
    offered = {seat: {o.kind for o in options(race, seat, race.view(seat))} for seat in race.world.scores}
    assert offered[UTILITY] == {"set_tariff"}
    assert offered[RESIDENTS] == {"petition"}
    assert offered[COUNCIL] == {"set_permit", "set_wires"}
    assert "bring_turbines" in offered[FIRM]
    assert not offered[FIRM] & {"set_tariff", "petition", "set_permit"}


def play(race: Race, plans: dict[str, Plan]) -> None:
    race.play_turn(plans)
    assert race.refused == {}


def test_a_tariff_holds_once_it_has_been_heard_and_thins_the_queue() -> None:
    race, idle = race_of(), race_of()
    utility = race.utility_by_key["mlgw"]
    before = utility.state.terms
    play(race, {UTILITY: Plan(UTILITY, 1, (TARIFF,))})
    assert utility.state.terms == before
    assert isinstance(race.desk(UTILITY).quote((), TARIFF), Refusal)
    while not race.over:
        race.play_turn()
        idle.play_turn()
    assert utility.state.terms.minimum_take == 0.85
    assert utility.speculative_share < 0.5 * idle.utility_by_key["mlgw"].speculative_share


def test_residents_must_accept_a_fund_and_are_bound_by_it() -> None:
    race = race_of()
    play(race, {FIRM: Plan(FIRM, 1, (FundCommunity(SITE, 20_000_000), BringTurbines(SITE, 50_000)))})
    site = race.world.sites[SITE]
    assert (site.offered_usd, site.fund_usd) == (20_000_000, 0.0)
    assert isinstance(race.desk(UTILITY).quote((), AcceptFund(SITE)), Refusal)
    play(race, {RESIDENTS: Plan(RESIDENTS, 2, (AcceptFund(SITE),))})
    assert site.offered_usd == 0
    assert site.fund_usd > 0.0
    answer = race.desk(RESIDENTS).quote((), Petition(SITE))
    assert isinstance(answer, Refusal)
    assert answer.text.key == "refuse-funded"


def test_an_offer_that_nobody_accepts_comes_back() -> None:
    race = race_of()
    play(race, {FIRM: Plan(FIRM, 1, (FundCommunity(SITE, 20_000_000),))})
    for _ in range(3):
        race.play_turn()
    back = [entry for entry in race.world.books.entries if entry[5] == "fund" and entry[3] == FIRM]
    assert [entry[4] for entry in back] == [20_000_000]
    assert race.world.books.faults() == []


def test_a_stricter_regulator_stops_more() -> None:
    stops = []
    for strictness in (0.5, 3.0):
        count = 0
        for seed in range(1, 13):
            race = race_of(seed)
            race.utility_by_key["mlgw"].state.strictness = strictness
            race.play_turn({FIRM: Plan(FIRM, 1, (BringTurbines(SITE, 100_000),))})
            race.play_out()
            count += any(item.text.key == "news-blocked" for item in race.world.news)
        stops.append(count)
    assert stops[1] > 1.5 * stops[0]


def test_a_person_holds_any_of_the_seats(tmp_path: Path) -> None:
    resolved = loader.load(LEVEL)
    session = Session.new(resolved, 4, dict.fromkeys(resolved.level.seats, PERSON), journal=tmp_path / "a.race")
    given = {
        FIRM: BringTurbines(SITE, 30_000),
        UTILITY: TARIFF,
        RESIDENTS: Petition(SITE),
        COUNCIL: SetPermit(2.0, 2.0),
    }
    for seat, order in given.items():
        assert session.submit(seat, [order]) == []
        role = session.view(seat).role
        assert (role is None) == (seat == FIRM)
    session.advance()
    assert session.race.utility_by_key["mlgw"].state.strictness == 2.0
    assert session.race.world.sites[SITE].opposition > 0.2
    other = Session.load(tmp_path / "a.race")
    assert other.race.digest() == session.race.digest()
    assert set(session.result().scores) == set(given)


def test_who_plays_well_for_one_part_need_not_for_another() -> None:
    """Strict neighbours gain what the firm loses."""
    worlds = []
    for minds in ({}, {RESIDENTS: "passive", COUNCIL: "passive"}):
        totals = {FIRM: 0.0, RESIDENTS: 0.0}
        for seed in range(1, 9):
            race = Race(loader.load(LEVEL), seed, minds)
            result = race.play_out()
            for seat in totals:
                totals[seat] += result.scores[seat].total
        worlds.append(totals)
    heard, quiet = worlds
    assert quiet[FIRM] > heard[FIRM]
