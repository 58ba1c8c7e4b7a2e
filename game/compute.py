"""The triple constraint: a card computes only if it is held, stands in a hall that suits it, and has power.

Cards that run serve their own firm or the tenant of a lease; a lab's compute then goes to paying customers first,
to the products it has launched, its training run, the free tier as far as its policy allows, and what is left is
research, safety work and synthetic data.
"""

from collections.abc import Iterable, Iterator
from math import fsum
from typing import TYPE_CHECKING

from msgspec import Struct

from agents.books import GRID_KW, TURBINE_KW
from game import products
from game.markets import customers, data, deals, porting, power

if TYPE_CHECKING:
    from agents.firm import FirmState, Run, Site
    from game.race import Race


SECONDS_PER_HOUR = 3600.0

NOTABLE = 0.05
"""Part of a fleet, a hall or a connection below which the rest is as good as none."""

IDLE_RESEARCH = 0.8
"""Part of a lab's compute in research beyond which, without a run, more compute would change little."""

MORE = 0.25
"""Part of its compute that a lab would add in half a year if money were at hand."""

WEAR_MONTHS = 6
"""Dead cards are counted twice a year: every count makes every site to be lit anew."""


def run(race: "Race") -> None:
    """One month of compute: sites light their cards, contracts are served, labs split what they have."""
    if race.world.month and race.world.month % WEAR_MONTHS == 0:
        _wear(race)
    light_changed(race)
    _count_fleets(race)
    _serve_contracts(race)
    for firm in race.labs:
        if firm.alive:
            split(race, firm)


def light_changed(race: "Race") -> None:
    """Light again the sites where cards, power or places have changed."""
    books, sites = race.world.books, race.world.sites
    if not books.touched:
        return
    for key in dict.fromkeys(books.touched):
        site = sites.get(key)
        if site is not None:
            light(race, site)
    books.touched = []


def kw_at(race: "Race", site: str) -> int:
    """Power that stands at a site, grid and turbines together; a failed firm's sites are switched off."""
    if not race.world.firms[race.world.sites[site].firm].alive:
        return 0
    balances = race.world.books.balances
    return balances[GRID_KW].get(site, 0) + balances[TURBINE_KW].get(site, 0)


def place(race: "Race", site: "Site", usable_kw: tuple[int, int]) -> list[tuple[str, int, int, int, float, float]]:
    """Cards placed and lit with so much grid and own power, the most compute per kilowatt first.

    By chip: (chip, cards, placed, lit, H100e a card, kW a card).
    """
    balances, key = race.world.books.balances, site.key
    kw_per_slot = race.level.rules.building.kw_per_slot
    air_kw, liquid_kw = site.air_slots * kw_per_slot, site.liquid_slots * kw_per_slot
    chips = [
        (chip, balances[unit].get(key, 0), h100e, kw, liquid) for chip, unit, h100e, kw, liquid in race.chips_at(key)
    ]
    return fit(chips, air_kw, liquid_kw, usable_kw[0] + usable_kw[1])


def fit(
    chips: Iterable[tuple[str, int, float, float, bool]], air_kw: float, liquid_kw: float, kw_left: int
) -> list[tuple[str, int, int, int, float, float]]:
    """Cards (chip, cards, H100e a card, kW a card, liquid) put into halls and lit in this order; rows as of `place`."""
    rows = []
    for chip, cards, h100e, kw, is_liquid in chips:
        if not cards:
            continue
        placed = 0
        if not is_liquid and air_kw > 0.0:
            room = int(air_kw / kw)
            placed = room if room < cards else cards
            air_kw -= placed * kw
        if placed < cards:
            room, more = int(liquid_kw / kw), cards - placed
            if room < more:
                more = room
            liquid_kw -= more * kw
            placed += more
        powered = int(kw_left / kw)
        lit = powered if powered < placed else placed
        kw_left -= int(lit * kw + 0.999999)
        rows.append((chip, cards, placed, lit, h100e, kw))
    return rows


def light(race: "Race", site: "Site") -> None:
    """Places and powers the cards of a site, the most compute per kilowatt first, and works out its bill.

    A hall is made for so many kilowatts: a card takes as many places as its power is of a place's.
    """
    key = site.key
    slots = site.air_slots + site.liquid_slots or 1
    owned, online, dark, homeless, need_kw, used_kw = 0.0, 0.0, 0, 0, 0.0, 0
    held: dict[str, int] = {}
    total = 0
    usable_kw = power.usable_kw(race, site)
    for chip, cards, placed, lit, h100e, kw in place(race, site, usable_kw):
        total += cards
        held[chip] = cards
        owned += cards * h100e
        need_kw += cards * kw
        used_kw += int(lit * kw + 0.999999)
        online += lit * h100e
        dark += placed - lit
        homeless += cards - placed
    race.cards_of[key] = held
    race.recount.append(site.firm)
    site.cards = total
    site.owned_h100e = owned
    site.online_h100e = runs = int(online)
    site.cluster_h100e = runs if site.joined_slots >= slots else runs * site.joined_slots // slots
    site.dark_cards = dark
    site.homeless_cards = homeless
    stands_kw = kw_at(race, key)
    site.used_kw = used_kw if used_kw < stands_kw else stands_kw
    site.need_kw = int(need_kw)
    site.grid_kwh, site.gas_bill_usd = power.bills(race, site, usable_kw[0])


def _wear(race: "Race") -> None:
    """Cards die: some months' worth at once, whole cards only."""
    books, rate = race.world.books, WEAR_MONTHS * race.level.rules.compute.failure
    for _, unit, _, _, _ in race.chips_best_first:
        for account, cards in list(books.balances[unit].items()):
            if cards > 0 and account[0] != "~":
                books.move(unit, account, "~scrap", int(cards * rate), "failed")


def _count_fleets(race: "Race") -> None:
    """Sum each firm's sites where one has changed; leases are counted anew every month."""
    for key in dict.fromkeys(race.recount):
        _count_fleet(race, key)
    race.recount = []
    for state in race.world.firms.values():
        use = state.compute
        use.leased = use.leased_out = 0
        use.largest_cluster = use.own_cluster


def _count_fleet(race: "Race", key: str) -> None:
    use = race.world.firms[key].compute
    grid, gas = race.world.books.balances[GRID_KW], race.world.books.balances[TURBINE_KW]
    owned = 0.0
    online = largest = dark = homeless = slots = cards = kw = need = used = 0
    for site in race.sites_of[key]:
        owned += site.owned_h100e
        online += site.online_h100e
        if site.cluster_h100e > largest:
            largest = site.cluster_h100e
        dark += site.dark_cards
        homeless += site.homeless_cards
        slots += site.air_slots + site.liquid_slots
        cards += site.cards
        kw += grid.get(site.key, 0) + gas.get(site.key, 0)
        need += site.need_kw
        used += site.used_kw
    use.owned, use.online, use.idle = int(owned), online, max(0, int(owned) - online)
    use.own_cluster, use.dark, use.homeless = largest, dark, homeless
    use.slots, use.cards, use.kw, use.need_kw, use.used_kw = slots, cards, kw, need, used


def _serve_contracts(race: "Race") -> None:
    """Tenants get what they have rented, or the same part of it when the lessor's running cards do not suffice."""
    world, month, firms = race.world, race.world.month, race.world.firms
    promised: dict[str, int] = {}
    active = [c for c in world.contracts if c.starts <= month < c.ends]
    for contract in active:
        operator = contract.operator
        promised[operator] = promised.get(operator, 0) + contract.h100e
    for contract in active:
        gives, gets = firms[contract.operator].compute, firms[contract.user].compute
        total, online, h100e = promised[contract.operator], gives.online, contract.h100e
        delivered = h100e if total <= online else h100e * online // total
        contract.delivered = delivered
        gives.leased_out += delivered
        gets.leased += delivered
        if month < contract.porting_until:
            gets.leased -= porting.lost_h100e(race, contract)
        cluster = contract.cluster_h100e if contract.cluster_h100e < delivered else delivered
        if cluster > gets.largest_cluster:
            gets.largest_cluster = cluster


def split(race: "Race", firm: "FirmState") -> None:
    """Where a lab's compute goes this month. Paying customers come first: they earn more than a card costs."""
    compute = firm.compute
    policies, run = firm.policies, firm.run
    own = compute.online - compute.leased_out
    usable = (own if own > 0 else 0) + compute.leased
    paid_need, free_need = customers.inference_need(race, firm)
    paid = int(paid_need) if paid_need < usable else usable
    left = usable - paid
    served = products.serve(race, firm, left) if firm.offerings else 0
    left -= served
    in_run = int(usable * run.share) if run is not None else 0
    if in_run > left:
        in_run = left
    left -= in_run
    tests = firm.testing_h100e if firm.testing_h100e < left else left
    left -= tests
    free = int(free_need * policies.free_tier)
    if free > left:
        free = left
    left -= free
    subleased = int(left * policies.sublease)
    left -= subleased
    safe, synthetic = int(left * policies.safety), int(left * policies.synthetic)
    compute.usable, compute.paid, compute.products, compute.run = usable, paid, served, in_run
    compute.tests, compute.free, compute.subleased = tests, free, subleased
    compute.safety, compute.synthetic, compute.research = safe, synthetic, max(0, left - safe - synthetic)
    firm.served = paid / paid_need if paid_need > 1.0 else 1.0
    firm.free_served = free / free_need if free_need > 1.0 else 1.0
    firm.testing_h100e = 0


def effective_h100e(race: "Race", firm: "FirmState") -> float:
    """Compute of the training run: what stands outside the largest cluster counts for less."""
    largest = firm.compute.largest_cluster
    run = firm.compute.run
    if run <= largest:
        return float(run)
    return largest + race.level.rules.compute.outside_cluster * (run - largest)


class Leg(Struct, frozen=True, gc=False):
    """One thing that could limit a lab: it does if `value` is on the wrong side of `limit`."""

    name: str
    what: str
    """What is looked at: idle, purse, data, run, power, hall, book, lessors or nothing."""
    holds: bool
    value: float
    limit: float


def legs(race: "Race", firm: "FirmState", free_usd: int, coming: float | None = None) -> Iterator[Leg]:
    """What could keep a lab from more, in the order in which it is looked at; the first that holds binds.

    Idle cards, then a run that will be short of data, then a purse that does not hold half a year's need and the price
    of a quarter more compute, then the missing leg of the stool: power, places, or cards that nobody has to give.
    `coming` is the power that its cards on their way will need, in kW; as it stands now by default.
    """
    use, rules = firm.compute, race.level.rules
    idle_name = "power" if use.dark >= use.homeless else "hall"
    is_idle = use.idle > NOTABLE * use.owned and bool(use.dark or use.homeless)
    yield Leg(idle_name, "idle", is_idle, float(use.idle), NOTABLE * use.owned)
    flop, enough = coming_flop(race, firm, firm.run) if firm.run is not None else 0.0, data_flop(race, firm)
    yield Leg("data", "data", firm.run is not None and flop >= enough, flop, enough)
    needed_usd = max(0.0, rules.capital.tight_months * firm.burn_usd) + growth_usd(race, firm)
    yield Leg("cash", "purse", free_usd < needed_usd, float(free_usd), needed_usd)
    at_rest = firm.run is None and use.research > IDLE_RESEARCH * use.usable
    yield Leg("demand", "run", at_rest, float(use.research), IDLE_RESEARCH * use.usable)
    if use.slots:
        yield from _owner_legs(race, firm, coming)
    else:
        yield _tenant_leg(race, firm)
    yield Leg("none", "nothing", True, 0.0, 0.0)


def _owner_legs(race: "Race", firm: "FirmState", coming: float | None) -> Iterator[Leg]:
    """Power, places and cards of a lab with halls: cards are short while powered places wait for what was ordered."""
    use, rules = firm.compute, race.level.rules
    hall_kw = use.slots * rules.building.kw_per_slot
    power = Leg(
        "power", "power", use.kw - use.need_kw < NOTABLE * use.kw, float(use.kw - use.need_kw), NOTABLE * use.kw
    )
    hall = Leg("hall", "hall", hall_kw - use.need_kw < NOTABLE * hall_kw, hall_kw - use.need_kw, NOTABLE * hall_kw)
    yield from (power, hall) if power.value <= hall.value else (hall, power)
    if coming is None:
        coming = float(coming_kw(race, firm.key))
    yield Leg("chips", "book", coming > NOTABLE * use.kw, coming, NOTABLE * use.kw)


def coming_kw(race: "Race", firm: str) -> int:
    """Power that a firm's cards on their way and on order will need at its sites, in kW."""
    chips, lists = race.level.chips, race.lists
    coming = [(each.chip, each.cards) for site in race.sites_of[firm] for each in lists.shipments_to(site.key)]
    coming += [(order.chip, order.cards) for order in lists.orders_of(firm)]
    return int(fsum(cards * chips[chip].facility_kw for chip, cards in coming))


def _tenant_leg(race: "Race", firm: "FirmState") -> Leg:
    """Cards of a lab without halls: they are short while those who may lease to it have few that run free."""
    offered = deals.open_h100e(race, firm.key)
    enough = NOTABLE * firm.compute.usable
    return Leg("chips", "lessors", offered < enough, float(offered), enough)


def growth_usd(race: "Race", firm: "FirmState") -> float:
    """Dollars for a quarter more compute: all that an owner pays, or a tenant's rent while its purse is tight."""
    rules = race.level.rules
    hours = rules.power.hours_per_month
    more = MORE * firm.compute.usable * hours
    if firm.compute.slots:
        return more * race.world.offers.normal_rent_usd / rules.leases.margin * rules.leases.payback_months
    return more * race.world.offers.rent_usd * rules.capital.tight_months


def binding(race: "Race", firm: "FirmState", free_usd: int) -> str:
    """What keeps a lab from more: the first leg that holds."""
    return next(leg.name for leg in legs(race, firm, free_usd) if leg.holds)


def flop_a_month(race: "Race", h100e: float) -> float:
    """What a training run gathers in a month on so much compute that stands together."""
    rules = race.level.rules.compute
    seconds = race.level.rules.power.hours_per_month * SECONDS_PER_HOUR
    return h100e * rules.flop_per_second * rules.utilisation * rules.uptime * seconds


def coming_flop(race: "Race", firm: "FirmState", run: "Run") -> float:
    """Compute of a run at its end, if it goes on as it does now."""
    coming = run.flop + max(0, run.ends - race.world.month) * flop_a_month(race, effective_h100e(race, firm))
    return min(coming, run.most_flop) if run.most_flop else coming


def data_flop(race: "Race", firm: "FirmState") -> float:
    """Compute beyond which a run is short of data (model 6b)."""
    return data.short_flop(race, firm)
