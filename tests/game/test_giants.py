"""Giants: no start without partners, partners get their part, and what is built at once overruns most."""

from statistics import mean

from agents.books import GRID_KW, USD
from agents.desk import Quote, Refusal
from agents.orders import AnyOrder, BuildGiant, PauseHall, Plan, PledgeGiant, ResumeHall
from game.race import Race
from levels import loader
from levels.loader import Resolved

RICH = 400_000_000_000
NO_FUNDS = "rules.giants.fund_share=0"


def fund(race: Race, *firms: str) -> None:
    for firm in firms:
        race.world.books.pay("~core", firm, RICH, "cash_flow")


def give(race: Race, **orders: AnyOrder) -> None:
    race.hand_in([Plan(firm, 1, (order,)) for firm, order in orders.items()])
    race.step()
    assert race.refused == {}


def finish(race: Race, most: int = 150) -> None:
    for _ in range(most):
        if not any(project.giant for project in race.world.projects):
            return
        race.step()
    raise AssertionError("never finished")


def halls_usd(race: Race, firm: str) -> int:
    entries = race.world.books.entries
    return sum(e[4] for e in entries if e[1] == USD and e[2] == firm and e[5] == "halls")


def test_stargate_cannot_start_without_partners_however_rich_the_lead() -> None:
    race = Race(loader.load("september_2024", [NO_FUNDS]), 1)
    fund(race, "openai", "microsoft_core")
    give(race, openai=PledgeGiant("stargate", 8_000_000_000))
    answer = race.desk("openai").quote((), BuildGiant("stargate", whole=False))
    assert isinstance(answer, Refusal)
    assert answer.text.key == "refuse-giant-partners"
    give(race, microsoft_core=PledgeGiant("stargate", int(answer.text.args["money"])))
    assert isinstance(race.desk("openai").quote((), BuildGiant("stargate", whole=False)), Quote)
    whole = race.desk("openai").quote((), BuildGiant("stargate", whole=True))
    assert isinstance(whole, Refusal)


def test_a_firm_that_may_not_lead_waits_for_one_that_does(september: Resolved) -> None:
    race = Race(september, 1)
    fund(race, "oracle")
    answer = race.desk("oracle").quote((), PledgeGiant("stargate", 1_000_000_000))
    assert isinstance(answer, Refusal)


def test_partners_pay_and_get_their_part_of_places_and_power() -> None:
    race = Race(loader.load("september_2024", [NO_FUNDS]), 1)
    fund(race, "openai", "oracle")
    give(race, openai=PledgeGiant("stargate", 8_000_000_000))
    give(race, oracle=PledgeGiant("stargate", 12_000_000_000))
    give(race, openai=BuildGiant("stargate", whole=False))
    before = halls_usd(race, "openai") + halls_usd(race, "oracle")
    finish(race)
    phase = race.level.giants["stargate"].phases[0]
    state = race.world.giants["stargate"]
    oracle, openai = race.world.sites[state.partner_sites["oracle"]], race.world.sites[state.site]
    assert oracle.liquid_slots + openai.liquid_slots == phase.slots
    assert oracle.liquid_slots == int(phase.slots * 0.6)
    held = race.world.books.held
    assert held(GRID_KW, oracle.key) + held(GRID_KW, openai.key) == phase.kw
    paid = [halls_usd(race, firm) for firm in ("oracle", "openai")]
    assert sum(paid) > before
    assert abs(paid[0] / sum(paid) - 0.6) < 0.01


def test_a_partner_without_cash_drops_out_and_gets_nothing() -> None:
    race = Race(loader.load("september_2024", [NO_FUNDS]), 1)
    fund(race, "openai", "oracle")
    give(race, openai=PledgeGiant("stargate", 8_000_000_000))
    give(race, oracle=PledgeGiant("stargate", 12_000_000_000))
    give(race, openai=BuildGiant("stargate", whole=False))
    race.world.books.pay("oracle", "~core", race.world.books.held(USD, "oracle"), "cash_flow")
    race.step()
    assert race.world.projects[-1].payers == {}
    finish(race)
    assert "oracle" not in race.world.giants["stargate"].partner_sites


def test_sovereign_funds_join_in_a_good_mood_and_take_shares() -> None:
    race = Race(loader.load("september_2024", ["rules.giants.fund_mood=0"]), 1)
    fund(race, "openai", "microsoft_core")
    founders = race.world.firms["openai"].founders_share
    give(race, openai=PledgeGiant("stargate", 8_000_000_000))
    for _ in range(14):
        race.step()
    giant = race.view("openai").giants["stargate"]
    assert giant.pledged_usd >= race.level.investors["sovereign"].usd_per_quarter
    give(race, microsoft_core=PledgeGiant("stargate", giant.missing_usd))
    give(race, openai=BuildGiant("stargate", whole=False))
    assert race.world.firms["openai"].founders_share < founders


def test_what_is_built_at_once_overruns_more_than_what_is_built_in_phases() -> None:
    over: dict[bool, list[float]] = {True: [], False: []}
    late: dict[bool, list[float]] = {True: [], False: []}
    resolved = loader.load(
        "september_2024", ["rules.building.contractor_slots=50000000", "rules.building.material_share=0"]
    )
    for seed in range(1, 9):
        for whole in (True, False):
            race = Race(resolved, seed, dict.fromkeys(resolved.level.firms, "passive"))
            fund(race, "microsoft")
            planned, spent, months, expected = 0, halls_usd(race, "microsoft"), 0, 0.0
            while "wisconsin" in race.view("microsoft").giants:
                giant = race.view("microsoft").giants["wisconsin"]
                planned += giant.whole_usd if whole else giant.cost_usd
                expected += giant.whole_months if whole else giant.months
                start = race.month
                give(race, microsoft=BuildGiant("wisconsin", whole=whole))
                finish(race)
                months += race.month - start
            over[whole].append((halls_usd(race, "microsoft") - spent) / planned)
            late[whole].append(months / expected)
            race.dispose()
    assert mean(over[True]) > mean(over[False]) + 0.08
    assert mean(late[True]) > mean(late[False])
    assert max(over[True]) > max(over[False])


def test_a_paused_giant_resumes(september: Resolved) -> None:
    race = Race(september, 1)
    fund(race, "microsoft")
    give(race, microsoft=BuildGiant("wisconsin", whole=False))
    (project,) = [project for project in race.world.projects if project.giant]
    give(race, microsoft=PauseHall(project.key))
    left = project.cost_left_usd
    for _ in range(9):
        race.step()
    assert project.cost_left_usd == left
    give(race, microsoft=ResumeHall(project.key))
    finish(race)
    assert race.world.sites["microsoft_wisconsin"].liquid_slots >= race.level.giants["wisconsin"].phases[0].slots
    assert race.world.books.faults() == []


def test_minds_build_wisconsin_in_phases(september: Resolved) -> None:
    race = Race(september, 1)
    while race.month < 24:
        race.play_turn()
    assert any(item.text.key == "news-giant-start" and item.firm == "microsoft" for item in race.world.news)
