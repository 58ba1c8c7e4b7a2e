"""The opening: builds the world of month 0 from a level, and draws what chance decides once for a game."""

from math import exp, fsum, log

from agents import chance
from agents.books import DEBT, GRID_KW, TURBINE_KW, USD, Books, card_unit
from agents.chipmaker import MakerState
from agents.firm import Compute, FirmState, Model, Offering, Policies, Run, Site
from agents.foundry import FoundryState, MemoryState
from agents.investor import InvestorState
from agents.public import Claim, PublicState
from agents.utility import Terms, UtilityState
from agents.view import Offers
from game.markets.customers import price_powers
from game.world import (
    FOREVER,
    Bids,
    CardOrder,
    Contract,
    Drawn,
    GiantState,
    GridRequest,
    HallProject,
    Programme,
    Shipment,
    StartupState,
    Tally,
    Tie,
    World,
)
from levels import words
from levels.calendar import index_of
from levels.schema import Firm, Foundry, Level, MemoryMaker, Utility

OPENING = "~opening"


def open_world(level: Level, seed: int) -> World:
    """The world at the start of a level: stocks as the level gives them, chance drawn from the seed."""
    rules = level.rules
    world = World(
        seed=seed,
        month=0,
        books=_open_books(level),
        firms={key: _open_firm(level, key, facts) for key, facts in level.firms.items()},
        sites={
            key: Site(
                key=key,
                name=facts.name,
                firm=facts.firm,
                region=facts.region,
                air_slots=facts.slots if facts.cooling == "air" else 0,
                liquid_slots=facts.slots if facts.cooling == "liquid" else 0,
                joined_slots=facts.slots if facts.joined is None else facts.joined,
                unpermitted_kw=facts.turbine_kw,
                turbines_since=0 if facts.turbine_kw else -1,
                take_kw=facts.grid_kw * rules.power.minimum_take,
                longitude=_or(facts.longitude, level.regions[facts.region].longitude),
                latitude=_or(facts.latitude, level.regions[facts.region].latitude),
            )
            for key, facts in level.sites.items()
        },
        utilities={key: _open_utility(level, key, facts) for key, facts in level.utilities.items()},
        makers={
            key: MakerState(key, facts.rule, outside_h100e=float(facts.outside_orders))
            for key, facts in level.makers.items()
        },
        foundries={key: _open_foundry(level, key, facts) for key, facts in level.foundries.items()},
        memory={key: MemoryState(key, _open_memory(level, seed, facts)) for key, facts in level.memory.items()},
        investors={key: InvestorState(key) for key in level.investors},
        public=PublicState(
            pool_usd=float(rules.customers.pool_usd),
            pool_year_ago=[],
            users=float(sum(firm.lab.consumers for firm in level.firms.values() if firm.lab)),
            seats=float(sum(firm.lab.enterprise_seats for firm in level.firms.values() if firm.lab)),
            agi_theta=rules.agi.mean_elo + rules.agi.sd_elo * chance.normal(seed, "world", "agi", 0),
            claims=[
                Claim(claim.firm, claim.kind, claim.amount, 0, index_of(claim.month, level.start))
                for claim in level.claims
            ],
        ),
        drawn=Drawn(
            slip=chance.between(rules.chips.slip_low, rules.chips.slip_high, seed, "foundries", "slip"),
            chip_yield=chance.between(rules.chips.yield_low, rules.chips.yield_high, seed, "foundries", "yield"),
            memory_slip=_memory_slip(level, seed),
            capex_cap=chance.between(rules.demand.cap_low, rules.demand.cap_high, seed, "parents", "cap"),
            duties=[key for key, duty in level.duties.items() if chance.happens(duty.chance, seed, "laws", key, 0)],
        ),
        bonds=[],
        loans=[],
        ties=[
            Tie(
                t.lab,
                t.partner,
                t.operator,
                t.revenue_share,
                t.exclusive,
                t.waiver_revenue_share,
                t.licence,
                licence_until=index_of(t.licence_ends, level.start) if t.licence_ends else FOREVER,
                stake=t.stake,
                overlap=t.overlap,
                clause=t.clause,
                trust=t.trust,
                first_refusal=t.first_refusal,
            )
            for t in level.ties
        ],
        startups={
            key: StartupState(key, facts.name, facts.people, facts.skill_elo) for key, facts in level.startups.items()
        },
        takeovers=[
            (facts.shell.owner, index_of(facts.shell.taken, level.start))
            for facts in level.firms.values()
            if facts.shell is not None and facts.shell.taken is not None
        ],
        contracts=[
            Contract(
                lease.operator,
                lease.user,
                lease.h100e,
                lease.cluster_h100e,
                lease.rent_usd,
                index_of(lease.start, level.start),
                max(0, index_of(lease.start, level.start)) + lease.months,
            )
            for lease in level.leases
        ],
        licences=[],
        pact=None,
        orders=[
            CardOrder(b.firm, b.chip, b.site, b.cards, 0, 0.0, min(0, index_of(b.placed, level.start)))
            for b in level.bookings
        ],
        shipments=[
            Shipment(arrival.site, arrival.chip, arrival.cards, max(1, index_of(arrival.month, level.start)))
            for arrival in level.arrivals
        ],
        resales=[],
        programmes=_open_programmes(level, seed),
        reservations=[],
        requests=_promised(level, seed),
        turbines=[],
        projects=_projects(level),
        giants={key: GiantState(key) for key in level.giants},
        projects_made=len(level.projects),
        bids=Bids(),
        offers=Offers(),
        news=[],
        turbine_kw_left=rules.power.turbine_pool_kw / 4.0,
        refurbished_kw=rules.queue.refurbished_kw / 4.0,
        contractor_slots=float(rules.building.contractor_slots),
        scores={},
    )
    _draw_stocks(level, world)
    _share_customers(level, world)
    for request in world.requests:
        utility = level.regions[world.sites[request.site].region].utility
        world.utilities[utility].ours_kw += request.kw
    return world


def open_scores(world: World, seats: list[str]) -> None:
    """Start the running sums of the seats' scores, once the opening's valuations stand."""
    compute = sum(firm.compute.usable for firm in world.firms.values() if firm.model is not None) or 1
    world.scores = {
        seat: Tally(float(world.firms[seat].valuation_usd), place_start=world.firms[seat].compute.usable / compute)
        for seat in seats
    }


def _open_utility(level: Level, key: str, facts: Utility) -> UtilityState:
    """A utility's queue, split into what is real and what is not, and its terms of the day."""
    tariffs, speculative = level.rules.tariffs, int(facts.queue_kw * facts.speculative)
    return UtilityState(
        key,
        facts.available_kw,
        facts.connect_kw_per_year // 12,
        facts.queue_kw - speculative,
        Terms(tariffs.deposit_usd_per_kw, level.rules.power.minimum_take, tariffs.collateral_months),
        float(facts.headroom_kw),
        facts.supply_kw_per_year / 12.0,
        speculative_kw=float(speculative),
        households_pay=tariffs.households_pay,
        queue_years=facts.queue_kw / max(1, facts.connect_kw_per_year),
    )


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value


def _open_books(level: Level) -> Books:
    books = Books(0, {USD: {}, DEBT: {}, GRID_KW: {}, TURBINE_KW: {}}, [])
    for chip in level.chips:
        books.balances[card_unit(chip)] = {}
    for key, firm in level.firms.items():
        books.move(USD, OPENING, key, firm.cash_usd, "opening")
        books.move(DEBT, OPENING, key, firm.debt_usd, "opening")
    for key, site in level.sites.items():
        books.move(GRID_KW, OPENING, key, site.grid_kw, "opening")
        books.move(TURBINE_KW, OPENING, key, site.turbine_kw, "opening")
        for chip, cards in site.cards.items():
            books.move(card_unit(chip), OPENING, key, cards, "opening")
    return books


def _open_firm(level: Level, key: str, facts: Firm) -> FirmState:
    state = FirmState(
        key=key,
        policies=Policies(0.0, 1.0, 0.0),
        compute=Compute(),
        founders_share=facts.founders_share,
        allied_share=facts.allied_share,
        independent=facts.independent,
        trust=facts.trust,
        staff=facts.staff,
        valuation_usd=facts.post_money_usd,
        post_money_usd=facts.post_money_usd,
        loyalty={maker: spec.loyalty.get(key, 0.0) for maker, spec in level.makers.items()},
        capex_usd_per_year=float(facts.cloud.capex_usd_per_year) if facts.cloud else 0.0,
        skill=facts.lab.skill_elo if facts.lab else 0.0,
        data_tokens=facts.affiliate.data_tokens if facts.affiliate else 0.0,
    )
    if facts.lab is None:
        return state
    lab, style = facts.lab, level.styles.get(words.personality_of(facts.mind) or facts.personality)
    hiring = style.hiring if style else 0.0
    state.policies = Policies(lab.free_tier, lab.price_level, hiring, style.pay if style else 1.0)
    state.policies.safety = style.safety if style else 0.0
    launched = index_of(lab.launched, level.start)
    state.model = Model(
        f"{facts.short} 1", lab.largest_training_flop, lab.true_elo, lab.true_elo, lab.arena_elo, launched
    )
    state.model.flattery = lab.arena_elo - lab.true_elo
    state.model.open_weights = lab.open_weights
    unknown = max(0, level.rules.leaderboard.truth_months + launched)
    state.known_elo = [lab.arena_elo] * unknown + [lab.true_elo] * (level.rules.leaderboard.truth_months - unknown)
    state.safety_elo = lab.true_elo if lab.safety_elo is None else lab.safety_elo
    state.promised_due = max(
        (index_of(c.month, level.start) for c in level.claims if c.firm == key and c.kind == "best_model"), default=-1
    )
    state.offerings = {
        shown.product: Offering(announced=index_of(shown.month, level.start))
        for shown in level.announced
        if shown.firm == key
    }
    state.runs = 1
    if lab.run is not None:
        state.runs = 2
        ends = index_of(lab.run.ends, level.start)
        state.run = Run(f"{facts.short} 2", 0, ends, lab.run.share, 0.0, lab.run.flop)
    state.last_release = launched
    state.largest_flop = lab.largest_training_flop
    state.data_tokens = lab.data_tokens
    state.founders = lab.founders
    state.consumers = lab.consumers
    state.seats = lab.enterprise_seats
    growth = lab.growth_12_months ** (1.0 / 12.0)
    state.run_rates = [lab.run_rate_usd / growth ** (12 - ago) for ago in range(13)]
    return state


def _draw_stocks(level: Level, world: World) -> None:
    """What a lab can really use of the text that it has is drawn log-evenly around the level's figure."""
    low, high = log(level.rules.data.stock_low), log(level.rules.data.stock_high)
    for key, facts in level.firms.items():
        if facts.lab is not None:
            firm = world.firms[key]
            firm.data_tokens *= exp(chance.between(low, high, world.seed, key, "stock"))
            firm.tokens = firm.data_tokens


def _share_customers(level: Level, world: World) -> None:
    """Shares of users and seats, and what a user brings, so that the opening's revenue is the level's."""
    rules = level.rules.customers
    labs = {key: facts.lab for key, facts in level.firms.items() if facts.lab}
    users = max(1, sum(lab.consumers for lab in labs.values()))
    seats = max(1, sum(lab.enterprise_seats for lab in labs.values()))
    pool = rules.pool_usd
    rated = {key: lab.arena_elo for key, lab in labs.items()}
    for tie in world.ties:
        if tie.licence and tie.partner in rated and tie.lab in rated:
            rented = labs[tie.lab].arena_elo - level.rules.ties.licence_lag_elo
            rated[tie.partner] = max(rated[tie.partner], rented)
    powers = price_powers(rules, rated)
    for key, lab in labs.items():
        firm = world.firms[key]
        firm.user_share = lab.consumers / users
        firm.seat_share = lab.enterprise_seats / seats
        from_seats = pool * (1.0 - rules.consumer_part) * firm.seat_share
        from_users = max(0.0, lab.run_rate_usd - from_seats)
        firm.price_power = powers.get(key, 1.0)
        firm.sales = [firm.seat_share] * rules.sales_months
        mean = pool * rules.consumer_part * firm.user_share * firm.price_power ** (1.0 - rules.price_short)
        firm.monetisation = from_users / mean if mean > 0 else 0.0
    for tie in world.ties:
        partner = world.firms[tie.partner]
        if partner.run_rates:
            paid = [tie.revenue_share * rate for rate in world.firms[tie.lab].run_rates]
            partner.run_rates = [own + share for own, share in zip(partner.run_rates, paid, strict=True)]


def _open_foundry(level: Level, key: str, foundry: Foundry) -> FoundryState:
    """Packaging and logic by month, each point a quarter later than its wafers start (model 2)."""
    lag = level.rules.chips.packaging_lag
    points = [(index_of(p.month, level.start) + lag, p.wafers) for p in foundry.committed]
    logic = [(index_of(p.month, level.start) + lag, p.wafers) for p in foundry.logic]
    return FoundryState(key, _path(points), logic=_path(logic))


def _open_memory(level: Level, seed: int, memory: MemoryMaker) -> list[int]:
    """Stacks by month: what it makes at the start, then what comes of its plans."""
    now, slip = memory.stacks_per_month, _memory_slip(level, seed)
    points = [(index_of(p.month, level.start), now + int(slip * (p.stacks - now))) for p in memory.committed]
    return _path([(0, now), *points])


def _open_programmes(level: Level, seed: int) -> dict[str, Programme]:
    """Own chips under way: what is left of a drawn length of work."""
    found, stages = {}, level.rules.silicon.stages
    for key, firm in level.firms.items():
        begun = firm.silicon.begun if firm.silicon else None
        if firm.silicon is None or begun is None:
            continue
        mean = level.partners[begun.partner].months
        work = fsum(chance.waiting_months(mean / stages, seed, key, "own chip begun", 0, n) for n in range(stages))
        left = work * (1.0 - begun.done)
        found[key] = Programme(key, firm.silicon.chip, begun.partner, begun.usd_per_quarter, work, left, 0)
    return found


def _memory_slip(level: Level, seed: int) -> float:
    rules = level.rules.chips
    return chance.between(rules.memory_slip_low, rules.memory_slip_high, seed, "memory", "slip")


def _path(points: list[tuple[int, int]]) -> list[int]:
    """Capacity by month from the opening to the last point, straight lines between the points."""
    found: list[int] = []
    for month in range(points[-1][0] + 1 if points else 0):
        earlier = [point for point in points if point[0] <= month]
        later = [point for point in points if point[0] > month]
        if not earlier:
            found.append(points[0][1])
        elif not later:
            found.append(earlier[-1][1])
        else:
            (from_month, low), (to_month, high) = earlier[-1], later[0]
            found.append(low + (high - low) * (month - from_month) // (to_month - from_month))
    return found


def _promised(level: Level, seed: int) -> list[GridRequest]:
    """Promised power as requests in their last stage, with the month of connection drawn."""
    return [
        GridRequest(
            promise.site,
            promise.kw,
            left=chance.between(
                index_of(promise.earliest, level.start),
                index_of(promise.latest, level.start),
                seed,
                promise.site,
                "promise",
                n=n,
            ),
            placed=-1,
            take=level.rules.power.minimum_take,
        )
        for n, promise in enumerate(level.promises)
    ]


def _projects(level: Level) -> list[HallProject]:
    return [
        HallProject(
            f"hall_{n}",
            project.site,
            project.slots,
            (project.cooling or level.sites[project.site].cooling) == "liquid",
            work=float(index_of(project.month, level.start)),
            cost_left_usd=0,
        )
        for n, project in enumerate(level.projects, 1)
    ]


__all__ = ["CardOrder", "open_scores", "open_world"]
