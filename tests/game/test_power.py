"""Routes to power have their characteristic effects: queue, tariffs, plants, contracts, neighbours."""

from agents.books import GRID_KW, TURBINE_KW, USD
from agents.desk import Quote, Refusal
from agents.orders import (
    AnyOrder,
    BringTurbines,
    BuildPlant,
    FundCommunity,
    LeaveQueue,
    Plan,
    RequestGrid,
    SettleSuit,
    SignPower,
)
from agents.utility import Terms
from game import community
from game.markets import power, queue
from game.race import Race
from levels import loader
from levels.loader import Resolved

SITE = "xai_memphis"


def give(race: Race, firm: str, *orders: AnyOrder) -> None:
    """One turn in which only this firm orders anything."""
    race.hand_in([Plan(firm, 1, orders)])
    race.step()
    assert race.refused == {}


def quote(race: Race, firm: str, order: AnyOrder) -> Quote | Refusal:
    return race.desk(firm).quote((), order)


def idle(race: Race, months: int) -> None:
    for _ in range(months):
        race.step()


def rich(race: Race, firm: str = "xai") -> None:
    race.world.books.pay("~core", firm, 20_000_000_000, "cash_flow")


def months_to_connect(race: Race, kw: int, **how: bool) -> int:
    """Months until the site has the power, at most five years."""
    before = race.world.books.held(GRID_KW, SITE)
    promised = sum(request.kw for request in race.world.requests if request.site == SITE)
    race.world.requests = []
    race.world.utilities["mlgw"].available_kw = 0
    race.world.utilities["mlgw"].ours_kw -= promised
    race._open_desks()
    rich(race)
    give(race, "xai", RequestGrid(SITE, kw, **how))
    while race.world.books.held(GRID_KW, SITE) < before + kw and race.month < 70:
        race.step()
    return race.month


def test_a_load_that_may_be_cut_is_connected_sooner(september: Resolved) -> None:
    waits = [
        [months_to_connect(Race(september, seed), 100_000, interruptible=cut) for seed in range(1, 7)]
        for cut in (False, True)
    ]
    firm, cut = (sum(each) / len(each) for each in waits)
    assert cut < 0.75 * firm


def test_a_new_transformer_can_come_last(september: Resolved) -> None:
    new, old = (
        [months_to_connect(Race(september, seed), 250_000, interruptible=True, refurbished=way) for seed in (1, 2, 3)]
        for way in (False, True)
    )
    assert min(new) >= september.level.rules.queue.transformer_low
    assert sum(old) < 0.8 * sum(new)


def test_an_interruptible_site_goes_dark_in_peaks(september: Resolved) -> None:
    race = Race(september, 1)
    site, books = race.world.sites[SITE], race.world.books
    race.world.requests = []
    kw = site.need_kw - books.held(GRID_KW, SITE) - books.held(TURBINE_KW, SITE)
    queue.deliver(race, SITE, kw, 0.6, interruptible=True)
    lit = {}
    while race.month < 12:
        race.hand_in([])
        race.step()
        lit[(race.first_month + race.month) % 12 + 1] = site.online_h100e
    peaks = race.utility_by_key["mlgw"].peaks
    in_peaks = [lit[month] for month in peaks]
    outside = [lit[month] for month in lit if month not in peaks and month not in (4, 5, 6, 9)]
    assert max(in_peaks) < min(outside) - 3_000


def queue_after(sets: list[str], years: int = 4) -> float:
    """The speculative share of the largest queue after some years without anybody of the race."""
    race = Race(loader.load("september_2024", sets), 1)
    idle(race, 12 * years)
    return race.utility_by_key["ercot"].speculative_share


def test_deposits_and_minimum_takes_thin_a_queue() -> None:
    nobody_files = "rules.tariffs.file_above=1"
    free = queue_after([nobody_files])
    strict = queue_after(
        [nobody_files, "rules.power.minimum_take=0.85", "rules.tariffs.collateral_months=12"],
    )
    assert free > 0.5
    assert strict < 0.25


def test_a_utility_files_when_its_queue_is_wind(september: Resolved) -> None:
    race = Race(september, 1)
    before = race.utility_by_key["ercot"].state.terms
    idle(race, 36)
    state = race.utility_by_key["ercot"].state
    assert state.terms.minimum_take > before.minimum_take
    assert state.terms.collateral_months > before.collateral_months
    assert race.utility_by_key["ercot"].speculative_share < 0.5


def test_who_leaves_delays_the_others_unless_the_place_is_sold(september: Resolved) -> None:
    restudied = {}
    for sell in (False, True):
        restudied[sell] = 0
        for seed in range(1, 9):
            race = Race(september, seed)
            rich(race)
            rich(race, "meta")
            race.world.requests = []
            others = [queue.ask(race, "meta_ohio", 60_000, interruptible=False, refurbished=False) for _ in range(6)]
            elsewhere = next(site.key for site in race.sites if site.region == "ohio" and site.key != "meta_ohio")
            queue.ask(race, elsewhere, 90_000, interruptible=False, refurbished=False)
            for request in race.world.requests:
                request.stage = 1
            queue.leave(race, elsewhere, sell=sell)
            restudied[sell] += sum(other.stage == 0 for other in others)
    assert restudied[True] == 0
    assert 4 <= restudied[False] <= 30


def test_leaving_after_the_agreement_costs_the_exit_fee(september: Resolved) -> None:
    race = Race(september, 1)
    race.world.utilities["mlgw"].terms = Terms(25, 0.85, 6.0)
    race.world.utilities["mlgw"].available_kw = 0
    race.world.requests = []
    rich(race)
    race._open_desks()
    give(race, "xai", RequestGrid(SITE, 100_000))
    (request,) = race.world.requests
    assert request.held_usd > 100_000 * 25
    answer = quote(race, "xai", LeaveQueue(SITE, sell=True))
    request.stage = 0
    assert isinstance(quote(race, "xai", LeaveQueue(SITE, sell=True)), Refusal)
    early = quote(race, "xai", LeaveQueue(SITE, sell=False))
    request.stage = 2
    late, sold = quote(race, "xai", LeaveQueue(SITE, sell=False)), quote(race, "xai", LeaveQueue(SITE, sell=True))
    assert answer is not None
    assert isinstance(early, Quote)
    assert isinstance(late, Quote)
    assert isinstance(sold, Quote)
    assert sold.cash_usd < early.cash_usd < 0 < late.cash_usd


def test_unpermitted_speed_at_least_doubles_the_block_hazard(september: Resolved) -> None:
    hazards = []
    for permitted in (False, True):
        race = Race(september, 1)
        site = race.world.sites[SITE]
        site.unpermitted_kw, site.turbines_since = 0, -1
        race.world.books.move(TURBINE_KW, "~turbines", SITE, 100_000, "turbines_arrive")
        if not permitted:
            site.unpermitted_kw = 100_000
        total = 0.0
        for _ in range(9):
            community._feel(race, site, 135_000)
            total += community.block_hazard(race, site, permitted=permitted)
        hazards.append(total)
    assert hazards[0] > 2.0 * hazards[1]


def test_a_benefit_fund_calms_neighbours(september: Resolved) -> None:
    felt = []
    for usd in (0, 40_000_000):
        race = Race(september, 1)
        rich(race)
        orders: list[AnyOrder] = [BringTurbines(SITE, 100_000)]
        if usd:
            orders.append(FundCommunity(SITE, usd))
        give(race, "xai", *orders)
        idle(race, 8)
        felt.append(race.world.sites[SITE].opposition)
    assert felt[1] < 0.5 * felt[0]


def test_a_court_can_stop_turbines_and_a_settlement_frees_them(september: Resolved) -> None:
    race = Race(september, 1)
    rich(race)
    site = race.world.sites[SITE]
    lit = site.online_h100e
    site.suit_until = race.month + 6
    community._stop(race, site, 35_000)
    idle(race, 1)
    assert site.online_h100e < 0.7 * lit
    race.world.month = 3
    give(race, "xai", SettleSuit(SITE))
    assert site.online_h100e >= lit
    assert site.suit_until == -1


def test_a_fixed_price_holds_the_bill_when_spot_rises(september: Resolved) -> None:
    paid = []
    for hedged in (False, True):
        race = Race(september, 1)
        rich(race)
        if hedged:
            give(race, "xai", SignPower(SITE, "firm", 50_000, 120))
        else:
            race.step()
        idle(race, 5)
        bills = []
        for spot in (0.0, 0.7):
            race.world.spot = spot
            before = race.world.books.this_month
            race.step()
            entries = [e for e in before() if e[5] == "power" and e[2] == "xai"]
            bills.append(sum(e[4] for e in entries))
        paid.append(bills[1] / bills[0])
    assert paid[0] > 1.2
    assert paid[1] < 1.05


def test_wind_and_sun_leave_more_of_the_risk(september: Resolved) -> None:
    left = {}
    for source in ("firm", "wind_and_sun"):
        race = Race(september, 1)
        power.sign_contract(race, SITE, source, 50_000, 120)
        (contract,) = race.world.power_contracts
        contract.price, contract.starts = 0.03, 0
        race.world.spot = 0.7
        left[source] = power.settle_contracts(race)[SITE]
    assert 0 < left["wind_and_sun"] < 0.9 * left["firm"]


def test_makers_behind_their_orders_make_everybody_wait(september: Resolved) -> None:
    race = Race(september, 1)
    rich(race)
    before = quote(race, "xai", BuildPlant(SITE, "large_turbine", 500_000))
    assert isinstance(before, Quote)
    for firm_site in ("meta_ohio", "microsoft_core_texas"):
        for _ in range(4):
            power.order_plant(race, firm_site, "large_turbine", 1_000_000)
    after = quote(race, "xai", BuildPlant(SITE, "large_turbine", 500_000))
    assert isinstance(after, Quote)
    assert after.ready_month > before.ready_month + 24


def test_a_plant_runs_after_its_time_and_is_paid_for(september: Resolved) -> None:
    race = Race(september, 1)
    rich(race)
    give(race, "xai", BuildPlant(SITE, "reciprocating", 50_000))
    paid = september.level.generators["reciprocating"].usd_per_kw * 50_000
    while race.month < 20:
        race.step()
    spent = sum(e[4] for e in race.world.books.entries if e[5] == "plants")
    assert race.world.sites[SITE].plants == {"reciprocating": 50_000}
    assert spent == paid
    assert race.world.books.held(USD, "xai") > 0


def test_a_region_that_runs_short_is_dearer_slower_and_warned_of(september: Resolved) -> None:
    worlds = []
    for headroom in (10_000_000, 0):
        race = Race(loader.load("september_2024", ["rules.tariffs.spot_noise=0"]), 1)
        state = race.utility_by_key["dominion"].state
        state.headroom_kw, state.supply_kw_per_month = float(headroom), 10_000.0
        idle(race, 3)
        wait = race.utility_by_key["dominion"].wait_months(race.level.rules)
        worlds.append((state.tariff, wait, [n.text.key for n in race.world.news]))
    plenty, short = worlds
    assert short[0] > 1.1 * plenty[0]
    assert short[1] > 1.2 * plenty[1]
    assert "news-grid-short" in short[2]
    assert "news-grid-short" not in plenty[2]


def test_a_utility_contradicts_a_claim_that_its_megawatts_do_not_fit() -> None:
    nobody_looks = ["rules.public.check_hazard=0"]
    race = Race(loader.load("september_2024", nobody_looks), 1)
    assert race.world.public.claims
    idle(race, 24)
    assert any(item.text.key == "news-exposed" and item.firm == "xai" for item in race.world.news)


def test_checklists_use_the_routes(september: Resolved) -> None:
    race = Race(september, 1, dict.fromkeys(september.level.seats, "steady"))
    kinds: set[str] = set()
    cut = old = False
    while race.month < 36:
        for firm in race.deciding():
            for advice in firm.mind.advise(race.desk(firm.key)) if firm.state.alive else ():
                kinds.add(advice.order.kind)
                if isinstance(advice.order, RequestGrid):
                    cut, old = cut or advice.order.interruptible, old or advice.order.refurbished
        race.play_turn()
    assert {"build_plant", "sign_power", "fund_community"} <= kinds
    assert cut
    assert old


def worth_less_power(seed: int, card_hour_usd: float, *orders: AnyOrder) -> float:
    """Two years' worth of the cards that run at Memphis, less what their power costs, in USD."""
    race = Race(loader.load("l5_neighbours"), seed, {"xai": "passive"})
    race.play_turn({"xai": Plan("xai", 1, orders)})
    assert race.refused == {}
    worth, hours = 0.0, race.level.rules.power.hours_per_month
    while not race.over:
        race.play_turn({"xai": Plan("xai", 1, ())})
        worth += 3.0 * race.world.sites[SITE].online_h100e * hours * card_hour_usd
    causes = ("power", "turbines", "connection", "study", "terms")
    paid = sum(entry[4] for entry in race.world.books.entries if entry[5] in causes and entry[2] == "xai")
    return worth - paid


def test_speed_beats_cheap_power_while_a_card_hour_is_worth_something() -> None:
    """At 2 USD a card-hour dear turbines beat the wait for the cheap grid; at two cents they do not."""
    cheap, fast = RequestGrid(SITE, 110_000), BringTurbines(SITE, 110_000)
    won = {}
    for usd in (2.0, 0.02):
        gained = [worth_less_power(seed, usd, fast, cheap) > worth_less_power(seed, usd, cheap) for seed in range(1, 7)]
        won[usd] = sum(gained)
    assert won[2.0] >= 5
    assert won[0.02] <= 2


def test_a_slow_clean_promise_earns_trust(september: Resolved) -> None:
    race, plain = Race(september, 1), Race(september, 1)
    for each in (race, plain):
        rich(each)
    give(race, "xai", BuildPlant(SITE, "nuclear", 200_000))
    give(plain, "xai")
    assert race.world.firms["xai"].trust > plain.world.firms["xai"].trust + 0.02
    assert race.world.plants[0].due > race.month + 36
