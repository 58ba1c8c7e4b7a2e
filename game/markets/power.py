"""Power of one's own and power at a fixed price: turbines, plants, contracts, and the month's bill (model 3).

Mobile turbines come from a national pool, rationed pro rata; without a permit they start at once and stand until it
comes, or until they are blocked. Plants are slower and permitted from the start; makers behind their orders make
everybody wait. A power contract swaps the wandering spot price for a fixed one; of wind and sun less comes when power
is dear.
"""

from typing import TYPE_CHECKING

from agents import chance
from agents.books import GRID_KW, TURBINE_KW, USD
from game.markets import queue
from game.markets.rationing import pro_rata
from game.world import PlantOrder, PowerContract, TurbineOrder

if TYPE_CHECKING:
    from agents.firm import Site
    from game.race import Race

YEAR = 12


def clear(race: "Race") -> None:
    """Share out the turbines of the pool among this turn's requests."""
    world, rules = race.world, race.level.rules.power
    world.turbine_kw_left = min(world.turbine_kw_left + rules.turbine_pool_kw / YEAR, float(rules.turbine_pool_kw))
    bids = world.bids.turbines
    if not bids:
        return
    keys = [site for site, _, _ in bids]
    given = pro_rata(int(world.turbine_kw_left), [kw for _, kw, _ in bids], keys)
    for (site, _, permitted), kw in zip(bids, given, strict=True):
        if kw > 0:
            due = world.month + rules.turbine_lead_months
            if permitted:
                due += round(permit_months(race, site, drawn=True))
            world.turbines.append(TurbineOrder(site, kw, due, permitted))
            world.turbine_kw_left -= kw
    world.bids.turbines = []


def permit_months(race: "Race", site: str, *, drawn: bool = False) -> float:
    """Months until turbines get a permit that is asked for before they run: expected, or drawn for this month."""
    utility = race.utility_by_key[race.utility_at(site)]
    rules = race.level.rules
    chance_a_month = rules.power.permit_chance * rules.community.permit_first * utility.state.permit_speed
    mean = 1.0 / max(1e-6, chance_a_month)
    return chance.waiting_months(mean, race.world.seed, site, "permit first", race.world.month) if drawn else mean


def plant_months(race: "Race", kind: str) -> float:
    """Expected time of an order: the makers' own, and the years' worth of what is on order already."""
    facts = race.level.generators[kind]
    ordered = sum(order.kw for order in race.world.plants if order.plant == kind)
    return 0.5 * (facts.months_low + facts.months_high) + YEAR * ordered / max(1, facts.kw_per_year)


def order_plant(race: "Race", site: str, kind: str, kw: int) -> None:
    """Pay for a slot; the rest is owed at delivery. A promise that is dear to give earns trust."""
    world, facts = race.world, race.level.generators[kind]
    firm = world.firms[world.sites[site].firm]
    cost, spread = kw * facts.usd_per_kw, facts.months_high - facts.months_low
    deposit = int(cost * facts.slot_deposit)
    world.books.pay(firm.key, "~plant_makers", deposit, "plants")
    luck = chance.draw(world.seed, site, "plant " + kind, world.month, len(world.plants)) - 0.5
    due = world.month + max(1, round(plant_months(race, kind) + luck * spread))
    world.plants.append(PlantOrder(site, kind, kw, due, cost - deposit))
    firm.trust = min(1.0, firm.trust + facts.trust)


def start_own(race: "Race") -> None:
    """Turbines arrive; plants are delivered to whoever can pay what is owed, and wait for others."""
    world = race.world
    for turbine in [order for order in world.turbines if order.due <= world.month]:
        world.turbines.remove(turbine)
        site = world.sites[turbine.site]
        world.books.move(TURBINE_KW, "~turbines", turbine.site, turbine.kw, "turbines_arrive")
        if not turbine.permitted:
            if not site.unpermitted_kw:
                site.turbines_since = world.month
            site.unpermitted_kw += turbine.kw
        world.tell("flame", "news-turbines", site.firm, 0, mw=turbine.kw // 1000, site=site.name)
    for order in [order for order in world.plants if order.due <= world.month]:
        site = world.sites[order.site]
        if order.owed_usd > max(0, world.books.held(USD, site.firm)):
            continue
        world.plants.remove(order)
        world.books.pay(site.firm, "~plant_makers", order.owed_usd, "plants")
        world.books.move(TURBINE_KW, "~plant_makers", order.site, order.kw, "plant_starts")
        site.plants[order.plant] = site.plants.get(order.plant, 0) + order.kw
        name = race.level.generators[order.plant].name
        world.tell("factory", "news-own-plant", site.firm, 1, mw=order.kw // 1000, site=site.name, plant=name)


def mobile_kw(race: "Race", site: "Site") -> int:
    """Of a site's own power, what stands on wheels."""
    return race.world.books.held(TURBINE_KW, site.key) - sum(site.plants.values())


def usable_kw(race: "Race", site: "Site") -> tuple[int, int]:
    """Grid and own power that a site may use this month: peaks cut the one, a court may stop the other.

    A failed firm's site uses none.
    """
    if not race.world.firms[site.firm].alive:
        return 0, 0
    balances = race.world.books.balances
    grid_kw, own_kw = balances[GRID_KW].get(site.key, 0), balances[TURBINE_KW].get(site.key, 0)
    if site.interruptible_kw:
        grid_kw -= min(grid_kw, queue.curtailed_kw(race, site.key, site.interruptible_kw))
    return grid_kw, 0 if site.stopped_until > race.world.month else own_kw


def bills(race: "Race", site: "Site", grid_kw: int) -> tuple[float, int]:
    """A month at the present use: kWh owed to the grid, at least the minimum take; dollars for own power.

    The grid serves first, as far as `grid_kw`, then plants, the cheapest first, then mobile turbines: they cost rent
    besides.
    """
    if not race.world.firms[site.firm].alive:
        return 0.0, 0
    rules = race.level.rules.power
    from_grid = site.used_kw if site.used_kw < grid_kw else grid_kw
    taken_kw = from_grid * rules.load_factor
    grid_kwh = (taken_kw if taken_kw >= site.take_kw else site.take_kw) * rules.hours_per_month
    left_kw, energy_kw = site.used_kw - from_grid, 0.0
    own_kw = race.world.books.balances[TURBINE_KW].get(site.key, 0)
    if not own_kw:
        return grid_kwh, 0
    mobile = own_kw
    for kind in sorted(site.plants, key=lambda k: (race.level.generators[k].energy, k)) if site.plants else ():
        mobile -= site.plants[kind]
        used = min(left_kw, site.plants[kind])
        left_kw -= used
        energy_kw += used * race.level.generators[kind].energy
    energy_kw += left_kw * rules.turbine_fuel
    energy = energy_kw * rules.load_factor * rules.hours_per_month * race.tariff_of[site.region]
    return grid_kwh, int(energy + mobile * rules.turbine_usd_per_kw_month)


def bill_usd(race: "Race", site: "Site") -> int:
    """A month's power of a site at its present use and the tariff of the day, contracts at a fixed price left out."""
    tariff = race.tariff_of[site.region] * race.utility_in[site.region].state.tariff
    return int(site.grid_kwh * tariff) + site.gas_bill_usd


def pay(race: "Race") -> None:
    """Each site pays its utility at the tariff of the month, contracts settled against it, and for its own power."""
    pay_usd, accounts = race.world.books.pay, race.utility_account
    hedges = settle_contracts(race) if race.world.power_contracts else {}
    prices = {key: race.tariff_of[key] * race.utility_by_key[r.utility].state.tariff for key, r in race.regions}
    for site in race.sites:
        bill = int(site.grid_kwh * prices[site.region]) if site.grid_kwh else 0
        if site.key in hedges:
            bill -= hedges[site.key]
        if bill > 0:
            pay_usd(site.firm, accounts[site.region], bill, "power")
        elif bill < 0:
            pay_usd("~energy", site.firm, -bill, "hedge")
        if site.gas_bill_usd:
            pay_usd(site.firm, "~turbines", site.gas_bill_usd, "turbines")


def settle_contracts(race: "Race") -> dict[str, int]:
    """What each site's contracts bring this month, (spot - fixed) x what comes; contracts that are over are dropped."""
    world, rules = race.world, race.level.rules.power
    month, sources, part = world.month, race.level.sources, race.level.rules.tariffs.energy_part
    if any(contract.ends <= month for contract in world.power_contracts):
        world.power_contracts = [contract for contract in world.power_contracts if contract.ends > month]
    gained: dict[str, int] = {}
    prices: dict[str, float] = {}
    for contract in world.power_contracts:
        if contract.starts > month:
            continue
        site = contract.site
        region = world.sites[site].region
        if region not in prices:
            prices[region] = queue.spot(race, race.utility_in[region])
        price = prices[region]
        comes = 1.0 - sources[contract.source].shape * price / (1.0 + price)
        kwh = contract.kw * comes * rules.load_factor * rules.hours_per_month
        usd = int(kwh * (race.tariff_of[region] * part * price - contract.price))
        gained[site] = gained.get(site, 0) + usd
    return gained


def fixed_price_usd(race: "Race", region: str, source: str, months: int) -> float:
    """USD per kWh of a contract signed now: the forward over its term, with the seller's premium."""
    rules = race.level.rules.tariffs
    forward = queue.forward(race, race.utility_in[region], months)
    energy = race.tariff_of[region] * rules.energy_part * forward
    return energy * rules.ppa_premium * race.level.sources[source].price


def hedged_kw(race: "Race", site: str) -> int:
    """What a site's contracts hold at a fixed price, those that have yet to start included."""
    return sum([contract.kw for contract in race.lists.hedges_at(site)])


def sign_contract(race: "Race", site: str, source: str, kw: int, months: int) -> None:
    world, facts = race.world, race.level.sources[source]
    price = fixed_price_usd(race, world.sites[site].region, source, months)
    starts = world.month + facts.start_months
    world.power_contracts.append(PowerContract(site, source, kw, price, starts, starts + months))
    firm = world.firms[world.sites[site].firm]
    firm.trust = min(1.0, firm.trust + facts.trust * min(1.0, kw / 100_000.0))


def post(race: "Race") -> None:
    """What the country's makers and sellers post for a turn."""
    world, offers = race.world, race.world.offers
    offers.power = {}
    for key, region in race.regions:
        utility = race.utility_by_key[region.utility]
        offers.power[key] = utility.offer(key, region, race.level.rules, queue.spot(race, utility))
    offers.turbine_kw = int(world.turbine_kw_left)
    offers.refurbished_kw = max(0, int(world.refurbished_kw))
    offers.plant_months = {kind: plant_months(race, kind) for kind in race.level.generators}
    term, steady = race.level.rules.tariffs.ppa_least_months, next(iter(race.level.sources), None)
    if steady is not None:
        offers.ppa_usd_per_kwh = {key: fixed_price_usd(race, key, steady, term) for key in race.level.regions}
