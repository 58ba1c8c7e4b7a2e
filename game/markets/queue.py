"""The queue for the grid: stages, restudies, speculators, tariffs and the region's headroom (model 3).

A request passes study, agreement and works one after the other. Each takes an exponential time (so the whole is Erlang)
at a hazard `h0 staff / (1 + Q / Q0)`; after the works it waits for its part of what the utility connects in a month.
Large connections need a transformer of their own as well, which is made meanwhile. Whoever leaves sends the others of
its cluster back to the study with some probability, and its part of the upgrade falls on them. Speculators hold places
as long as these cost less than they hope for: deposits, collateral and a minimum take thin them out.
"""

from math import exp
from typing import TYPE_CHECKING

from agents import chance
from agents.books import GRID_KW, USD
from game.world import GridRequest
from levels.calendar import QUARTER

if TYPE_CHECKING:
    from agents.utility import Utility
    from game.race import Race

YEAR = 12
WORTH_TELLING_KW = 50_000


def ask(race: "Race", site: str, kw: int, *, interruptible: bool, refurbished: bool) -> GridRequest:
    """A new request in the queue; its fees are the door's business."""
    world, rules = race.world, race.level.rules.queue
    utility = race.utility_by_key[race.utility_at(site)]
    world.requests_made += 1
    request = GridRequest(
        site,
        kw,
        0.0,
        world.month,
        number=world.requests_made,
        interruptible=interruptible,
        take=utility.state.terms.minimum_take,
    )
    if kw >= rules.transformer_kw:
        if refurbished:
            request.transformer = world.month + rules.refurbished_months
            world.refurbished_kw -= kw
        else:
            low, high = rules.transformer_low, rules.transformer_high
            wait = chance.between(low, high, world.seed, site, "transformer", request.number)
            request.transformer = world.month + wait
    _to_study(race, request)
    utility.state.ours_kw += kw
    world.requests.append(request)
    return request


def terms_usd(race: "Race", utility: "Utility", region: str, kw: int) -> int:
    """Deposit and collateral of a request, at the terms in force."""
    tariff = race.tariff_of[region] * utility.state.tariff
    bill = utility.minimum_bill_usd(tariff, race.level.rules)
    terms = utility.state.terms
    return int(kw * (terms.deposit_usd_per_kw + terms.collateral_months * bill))


def _draw_stage(race: "Race", request: GridRequest) -> float:
    n = race.world.month * race.level.rules.power.queue_stages + request.stage
    return chance.waiting_months(1.0, race.world.seed, request.site, "stage", request.number, n)


def _to_study(race: "Race", request: GridRequest) -> None:
    """To the first stage, with a new draw of how much hazard it bears until the next restudy."""
    request.stage = 0
    request.left = _draw_stage(race, request)
    n = race.world.month
    request.patience = chance.waiting_months(1.0, race.world.seed, request.site, "restudy", request.number, n)


def advance(race: "Race") -> None:
    """A month of the queue: outsiders come and go, requests move on, what is ready and paid for is connected."""
    world, rules = race.world, race.level.rules
    stages = rules.power.queue_stages
    world.refurbished_kw = min(
        world.refurbished_kw + rules.queue.refurbished_kw / YEAR, float(rules.queue.refurbished_kw)
    )
    _wander(race)
    capacity = {utility.key: _tend(race, utility) for utility in race.utilities if utility.key in race.region_of}
    regions = dict.fromkeys([world.sites[request.site].region for request in world.requests])
    busy = {race.utility_in[region].key: race.utility_in[region] for region in regions}
    paces = {key: (utility.hazard(rules), utility.restudy_hazard(rules.queue)) for key, utility in busy.items()}
    is_any_connected = False
    for request in world.requests:
        site = world.sites[request.site]
        utility = race.utility_in[site.region]
        key = utility.key
        if request.placed < 0:
            # What was promised before the level starts has its substation already: it does not wait for capacity.
            request.left -= 1.0
            if request.left <= 0.0:
                _connect(race, utility, request, request.kw)
                is_any_connected = True
            continue
        if request.stage < stages:
            hazard, back = paces[key]
            slowed = 1.0 + rules.power.opposition_slows * site.opposition
            _move_on(race, request, hazard / slowed, back)
            if request.stage < stages:
                continue
        if request.transformer > world.month:
            continue
        kw = min(request.kw, capacity[key])
        if kw <= 0 or _bill_usd(race, request, kw) > max(0, world.books.held(USD, site.firm)):
            continue
        capacity[key] -= kw
        _connect(race, utility, request, kw)
        is_any_connected = True
    if is_any_connected:
        world.requests = [request for request in world.requests if request.kw > 0]


def _move_on(race: "Race", request: GridRequest, hazard: float, back: float) -> None:
    stages = race.level.rules.power.queue_stages
    if request.interruptible:
        hazard *= race.level.rules.queue.interruptible_speed
    if request.stage < stages - 1:
        request.patience -= back
        if request.patience <= 0.0:
            restudy(race, request, race.level.rules.queue.position_kw)
    request.left -= hazard
    while request.left <= 0.0 and request.stage < stages:
        request.stage += 1
        if request.stage < stages:
            request.left += _draw_stage(race, request)


def restudy(race: "Race", request: GridRequest, withdrawn_kw: float) -> None:
    """Back to the study, with a part of the upgrade that whoever left will not pay."""
    rules = race.level.rules
    part = withdrawn_kw / max(1.0, rules.queue.cluster_kw)
    request.extra_usd += int(request.kw * rules.power.connect_usd_per_kw * part)
    _to_study(race, request)
    if request.kw >= WORTH_TELLING_KW:
        site = race.world.sites[request.site]
        utility = race.utility_in[race.world.sites[request.site].region]
        race.world.tell("refresh-cw", "news-restudy", site.firm, -1, site=site.name, utility=utility.facts.name)


def leave(race: "Race", site: str, *, sell: bool) -> None:
    """Give up the places of a site in the queue: sold they go on with another name, else the cluster is shaken."""
    world, rules = race.world, race.level.rules
    utility = race.utility_by_key[race.utility_at(site)]
    account, firm = "~" + utility.key, world.sites[site].firm
    gone = [request for request in world.requests if request.site == site and request.placed >= 0]
    world.requests = [request for request in world.requests if request not in gone]
    for request in gone:
        utility.state.ours_kw = max(0, utility.state.ours_kw - request.kw)
        back, owed = leaving_usd(race, request, sell=sell)
        world.books.pay(account, firm, back, "refund")
        world.books.pay(firm, account, owed, "exit_fee")
        if sell:
            utility.state.speculative_kw += request.kw
            world.books.pay("~developers", firm, position_usd(race, request), "position")
            continue
        if request.stage >= rules.power.queue_stages - 1:
            wires = request.kw * rules.power.connect_usd_per_kw
            utility.state.stranded_usd += max(0, wires - owed - (request.held_usd - back))
        for other in world.requests:
            near = other.placed >= 0 and abs(other.placed - request.placed) < rules.queue.cluster_months
            is_open = near and other.stage < rules.power.queue_stages - 1
            if is_open and race.utility_at(other.site) == utility.key:
                number = other.number
                if chance.happens(rules.queue.restudy, world.seed, other.site, "withdrawal", world.month, number):
                    restudy(race, other, float(request.kw))


def leaving_usd(race: "Race", request: GridRequest, *, sell: bool) -> tuple[int, int]:
    """What comes back of deposit and collateral, and what is owed beyond them: nothing when the place is sold."""
    if sell:
        return request.held_usd, 0
    utility = race.utility_in[race.world.sites[request.site].region]
    kept = request.kw * utility.state.terms.deposit_usd_per_kw
    if request.stage >= race.level.rules.power.queue_stages - 1:
        region = race.world.sites[request.site].region
        bill = request.take * race.tariff_of[region] * race.level.rules.power.hours_per_month
        kept += int(race.level.rules.tariffs.exit_months * bill * request.kw)
    return max(0, request.held_usd - kept), max(0, kept - request.held_usd)


def position_usd(race: "Race", request: GridRequest) -> int:
    """What a buyer bids for a place in the queue: more the further it has come, nothing before the study is done."""
    rules = race.level.rules
    if request.placed < 0:
        return 0
    state = race.utility_in[race.world.sites[request.site].region].state
    done = min(1.0, request.stage / rules.power.queue_stages)
    worth = request.kw * rules.queue.position_usd_per_kw * (1.0 + state.shortage)
    return int(worth * rules.queue.sale * done)


def expected_months(race: "Race", request: GridRequest, hazards: dict[str, float]) -> float:
    """Months until the works are done as a firm can tell them: what is drawn is known only in the works."""
    if request.placed < 0:
        return request.left
    rules = race.level.rules
    stages, region = rules.power.queue_stages, race.world.sites[request.site].region
    hazard = hazards.get(region)
    if hazard is None:
        hazard = hazards[region] = race.utility_in[region].hazard(rules)
    if request.interruptible:
        hazard *= rules.queue.interruptible_speed
    if request.stage == stages - 1:
        months = request.left / hazard
    else:
        months = (stages - request.stage) / hazard
    return max(months, request.transformer - race.world.month)


def _bill_usd(race: "Race", request: GridRequest, kw: int) -> int:
    """Due at connection: the substation's share and what restudies have added, less what lies there already."""
    cost = kw * race.level.rules.power.connect_usd_per_kw + request.extra_usd * kw // max(1, request.kw)
    return max(0, cost - request.held_usd * kw // max(1, request.kw))


def _connect(race: "Race", utility: "Utility", request: GridRequest, kw: int) -> None:
    world = race.world
    site, account = world.sites[request.site], "~" + utility.key
    if request.placed >= 0:
        part_held = request.held_usd * kw // max(1, request.kw)
        part_extra = request.extra_usd * kw // max(1, request.kw)
        world.books.pay(account, site.firm, part_held, "refund")
        world.books.pay(site.firm, account, kw * race.level.rules.power.connect_usd_per_kw + part_extra, "connection")
        request.held_usd -= part_held
        request.extra_usd -= part_extra
    deliver(race, request.site, kw, request.take, interruptible=request.interruptible)
    utility.state.ours_kw = max(0, utility.state.ours_kw - kw)
    request.kw -= kw
    if kw >= 20_000:
        world.tell("zap", "news-connected", site.firm, 1, mw=kw // 1000, site=site.name, utility=utility.facts.name)


def deliver(race: "Race", site_key: str, kw: int, take: float, *, interruptible: bool = False) -> None:
    """Grid power comes to a site on terms with this minimum take, and the region's headroom falls."""
    site = race.world.sites[site_key]
    utility = race.utility_by_key[race.utility_at(site_key)]
    race.world.books.move(GRID_KW, "~" + utility.key, site_key, kw, "connected")
    site.take_kw += kw * take
    if interruptible:
        site.interruptible_kw += kw
    else:
        utility.state.headroom_kw -= kw


def curtailed_kw(race: "Race", site: str, kw: int) -> int:
    """Of a site's interruptible power, what is cut this month on average: more when the region is short."""
    utility = race.utility_by_key[race.utility_at(site)]
    if not _is_peak(race, utility, race.world.month):
        return 0
    return int(kw * min(1.0, race.level.rules.queue.curtailed * (1.0 + utility.state.shortage)))


def _is_peak(race: "Race", utility: "Utility", month: int) -> bool:
    return (race.first_month + month) % YEAR + 1 in utility.peaks


def _tend(race: "Race", utility: "Utility") -> int:
    """The utility's month: outsiders, headroom, price, and each quarter its engineers and terms.

    Returns the kilowatts that it can connect for the firms of the race.
    """
    world, rules, state = race.world, race.level.rules, utility.state
    if world.month % YEAR == 0:
        state.connect_kw_per_month = int(state.connect_kw_per_month * (1.0 + rules.power.connect_growth))
        state.supply_kw_per_month *= 1.0 + rules.tariffs.supply_growth
        if utility.queue_kw > state.queue_years * YEAR * state.connect_kw_per_month:
            state.staff *= 1.0 + rules.queue.staff_growth
        state.queue_years = utility.queue_kw / max(1, YEAR * state.connect_kw_per_month)
    state.available_kw += int(state.connect_kw_per_month * rules.power.freed_share)
    if world.month % QUARTER == 0:
        _speculate(race, utility)
    others_kw = state.connect_kw_per_month * (1.0 - rules.power.race_share) / (1.0 + state.shortage)
    state.headroom_kw += state.supply_kw_per_month - others_kw
    _price(race, utility)
    if state.filed is not None and world.month >= state.in_force:
        state.terms, state.filed = state.filed, None
        world.tell("scale", "news-terms", "", 0, utility=utility.facts.name, take=state.terms.minimum_take)
    elif state.filed is None and world.month % QUARTER == 0 and utility.key not in race.role_of:
        file_terms(race, utility)
    return utility.capacity_kw(rules)


def file_terms(race: "Race", utility: "Utility") -> None:
    """The utility's own rule: stricter terms when the speculative share is high."""
    filed = utility.new_filing(race.level.rules.tariffs, race.world.month)
    if filed is not None:
        utility.state.filed = filed
        utility.state.in_force = race.world.month + race.level.rules.tariffs.file_months
        name, share = utility.facts.name, utility.speculative_share
        race.world.tell("file-text", "news-filing", "", 0, utility=name, share=share)


def _speculate(race: "Race", utility: "Utility") -> None:
    """A quarter: speculators whose hopes, exponential about a mean, are above the cost of a place come and stay."""
    rules, state = race.level.rules.queue, utility.state
    region = race.region_of[utility.key]
    cost = utility.position_cost_usd(race.tariff_of[region] * state.tariff, race.level.rules)
    worth = max(1, rules.position_usd_per_kw) * (1.0 + state.shortage)
    wanted = rules.speculators * state.others_kw * exp(-cost / worth)
    before = state.speculative_kw
    state.speculative_kw += (1.0 - (1.0 - min(1.0, rules.pace)) ** QUARTER) * (wanted - before)
    # Those who leave during the works strand wires, as far as their collateral does not pay for them.
    gone = QUARTER * rules.leave * before / race.level.rules.power.queue_stages
    terms = state.terms
    paid = terms.deposit_usd_per_kw + min(terms.collateral_months, race.level.rules.tariffs.exit_months) * (
        utility.minimum_bill_usd(race.tariff_of[region], race.level.rules)
    )
    state.stranded_usd += int(gone * max(0.0, race.level.rules.power.connect_usd_per_kw - paid))


def _price(race: "Race", utility: "Utility") -> None:
    """Shortage from headroom, and from it and the spot price the tariff; S127's warning when it begins."""
    rules, state = race.level.rules.tariffs, utility.state
    margin = max(1.0, rules.reserve * YEAR * state.supply_kw_per_month)
    short = 1.0 - state.headroom_kw / margin
    state.shortage = 1.0 if short >= 1.0 else short if short > 0.0 else 0.0
    stranded = _wires_part(race, utility)
    wires = (1.0 - state.households_pay) * stranded
    energy = rules.energy_part * (spot(race, utility) - 1.0)
    state.tariff = 1.0 + energy + rules.short_tariff * state.shortage + wires
    households = state.households_pay * stranded
    state.bills = 1.0 + rules.short_tariff * state.shortage + households
    if state.shortage >= rules.warn_from and not state.warned:
        state.warned = True
        race.world.tell("triangle-alert", "news-grid-short", "", -1, utility=utility.facts.name)
    elif state.shortage == 0.0:
        state.warned = False


def _wires_part(race: "Race", utility: "Utility") -> float:
    """A year's part of the stranded wires, relative to what the region's households pay in a year."""
    rules = race.level.rules.community
    revenue = utility.facts.households * rules.household_usd_per_year
    return utility.state.stranded_usd / max(1.0, rules.wires_years) / max(1, revenue)


def _wander(race: "Race") -> None:
    """The country's spot price of energy: an autoregression in logarithms (Schwartz 1997, one factor)."""
    world, rules = race.world, race.level.rules.tariffs
    shock = chance.normal(world.seed, "world", "spot", world.month)
    world.spot = rules.spot_memory * world.spot + rules.spot_noise * shock


def spot(race: "Race", utility: "Utility") -> float:
    """The region's price of energy relative to the start: the country's, and dearer where plants are short."""
    rules = race.level.rules.tariffs
    price = exp(race.world.spot + rules.spot_tight * utility.state.shortage)
    if price > rules.spot_high:
        return rules.spot_high
    return price if price > rules.spot_low else rules.spot_low


def forward(race: "Race", utility: "Utility", months: int) -> float:
    """Mean price of energy expected over a term, relative to the start: shocks fade, shortages stay."""
    rules = race.level.rules.tariffs
    memory = rules.spot_memory
    fading = memory * (1.0 - memory**months) / max(1e-9, 1.0 - memory) / max(1, months)
    price = exp(race.world.spot * fading + rules.spot_tight * utility.state.shortage)
    return min(rules.spot_high, max(rules.spot_low, price))


def touch_curtailed(race: "Race") -> None:
    """Sites with interruptible power are lit anew in peaks and after them."""
    for site in race.sites:
        if site.interruptible_kw:
            utility = race.utility_in[site.region]
            month = race.world.month
            if _is_peak(race, utility, month) or _is_peak(race, utility, month - 1):
                race.world.books.touched.append(site.key)
