"""Orders of the power desk that bring power: grid, turbines, plants, contracts, and peace with the neighbours."""

from typing import TYPE_CHECKING

from agents.books import GRID_KW, TURBINE_KW
from agents.desk import Line, Refusal
from agents.firm import Site
from agents.orders import (
    BringTurbines,
    BuildPlant,
    FundCommunity,
    LeaveQueue,
    RemoveTurbines,
    RequestGrid,
    SettleSuit,
    SignPower,
)
from game import community
from game.door.planned import Granted, Planned, grant, line, refuse
from game.markets import power, queue
from game.world import GridRequest

if TYPE_CHECKING:
    from game.race import Race


def own_site(race: "Race", firm: str, key: str) -> Site | None:
    """The site if it is the firm's."""
    site = race.world.sites.get(key)
    return site if site is not None and site.firm == firm else None


def check_grid(race: "Race", firm: str, planned: Planned, order: RequestGrid) -> Granted | Refusal:
    site, rules = own_site(race, firm, order.site), race.level.rules
    if site is None:
        return refuse("refuse-not-your-site", site=order.site)
    if not rules.power.least_request_kw <= order.kw <= rules.power.largest_request_kw:
        most = rules.power.largest_request_kw
        return refuse("refuse-request-size", most=most, mw=most // 1000)
    offer = race.world.offers.power[site.region]
    at_once = (
        0 if order.interruptible else min(order.kw, max(0, offer.available_kw - planned.of("grid " + site.region)))
    )
    waiting = order.kw - at_once
    connect = at_once * rules.power.connect_usd_per_kw
    lines = [line("quote-connect-now", connect, mw=at_once // 1000)] if at_once else []
    ready, cost = race.world.month + 1, connect
    reserves = {"grid " + site.region: at_once}
    if waiting:
        needs_unit = waiting >= rules.queue.transformer_kw
        if order.refurbished and needs_unit:
            left = race.world.offers.refurbished_kw - planned.of("refurbished")
            if waiting > left:
                return refuse("refuse-refurbished", mw=max(0, left) // 1000)
            reserves["refurbished"] = waiting
        fees = _queue_lines(race, site, order, waiting)
        cost += sum([each.usd for each in fees])
        lines += fees
        months = offer.interruptible_months if order.interruptible else offer.wait_months
        if needs_unit:
            months = max(months, _transformer_months(race, order.refurbished))
        ready += round(months)
        lines.append(line("quote-queue", mw=waiting // 1000, months=round(months)))
        if order.interruptible:
            lines.append(line("quote-curtailed", share=rules.queue.curtailed * (1.0 + offer.shortage)))
    return grant(cost, lines, ready, **reserves)


def _transformer_months(race: "Race", refurbished: bool) -> float:
    rules = race.level.rules.queue
    return rules.refurbished_months if refurbished else 0.5 * (rules.transformer_low + rules.transformer_high)


def _queue_lines(race: "Race", site: Site, order: RequestGrid, waiting: int) -> list[Line]:
    """What a place in the queue costs now: the study, what lies with the utility, and a second-hand transformer."""
    rules = race.level.rules
    utility = race.utility_in[site.region]
    lines = [line("quote-study", waiting * rules.power.study_usd_per_mw // 1000)]
    held = queue.terms_usd(race, utility, site.region, waiting)
    if held:
        lines.append(line("quote-terms", held))
    if waiting >= rules.queue.transformer_kw and order.refurbished:
        lines.append(line("quote-transformer", waiting * rules.queue.refurbished_usd_per_kw))
    return lines


def do_grid(race: "Race", firm: str, order: RequestGrid) -> None:
    world, rules = race.world, race.level.rules
    utility, site = race.utility_by_key[race.utility_at(order.site)], race.world.sites[order.site]
    at_once = 0 if order.interruptible else min(order.kw, utility.state.available_kw)
    account = "~" + utility.key
    if at_once:
        # Its old load has gone: the region's headroom stays as it is.
        utility.state.available_kw -= at_once
        world.books.pay(firm, account, at_once * rules.power.connect_usd_per_kw, "connection")
        world.books.move(GRID_KW, account, order.site, at_once, "connected")
        site.take_kw += at_once * utility.state.terms.minimum_take
    waiting = order.kw - at_once
    if waiting:
        held = queue.terms_usd(race, utility, site.region, waiting)
        needs_unit = waiting >= rules.queue.transformer_kw
        world.books.pay(firm, account, waiting * rules.power.study_usd_per_mw // 1000, "study")
        world.books.pay(firm, account, held, "terms")
        if needs_unit and order.refurbished:
            world.books.pay(firm, "~makers", waiting * rules.queue.refurbished_usd_per_kw, "transformer")
        request = queue.ask(race, order.site, waiting, interruptible=order.interruptible, refurbished=order.refurbished)
        request.held_usd = held


def _waiting(race: "Race", site: str) -> list[GridRequest]:
    return [request for request in race.lists.requests_at(site) if request.placed >= 0]


def check_leave(race: "Race", firm: str, planned: Planned, order: LeaveQueue) -> Granted | Refusal:
    if own_site(race, firm, order.site) is None:
        return refuse("refuse-not-your-site", site=order.site)
    waiting = _waiting(race, order.site)
    if not waiting or planned.of("leave " + order.site):
        return refuse("refuse-no-place")
    if order.sell and any(not queue.position_usd(race, request) for request in waiting):
        return refuse("refuse-no-bid")
    back = owed = 0
    for request in waiting:
        returned, due = queue.leaving_usd(race, request, sell=order.sell)
        back, owed = back + returned, owed + due
    lines = [line("quote-terms-back", -back)] if back else []
    if owed:
        lines.append(line("quote-exit", owed))
    price = sum(queue.position_usd(race, request) for request in waiting) if order.sell else 0
    if price:
        lines.append(line("quote-position", -price))
    reserves = {"leave " + order.site: 1}
    return grant(owed - back - price, lines, race.world.month + 1, **reserves)


def do_leave(race: "Race", firm: str, order: LeaveQueue) -> None:
    queue.leave(race, order.site, sell=order.sell)


def check_turbines(race: "Race", firm: str, planned: Planned, order: BringTurbines) -> Granted | Refusal:
    world, rules = race.world, race.level.rules.power
    site = own_site(race, firm, order.site)
    if site is None:
        return refuse("refuse-not-your-site", site=order.site)
    coming = sum(t.kw for t in race.lists.turbines_to(order.site))
    here = power.mobile_kw(race, site) + coming + planned.of("turbines " + order.site)
    most = min(rules.turbine_site_kw - here, world.offers.turbine_kw - planned.of("turbines"))
    if not 0 < order.kw <= max(0, most):
        return refuse("refuse-turbines", most=max(0, most), mw=max(0, most) // 1000)
    tariff = race.tariff_of[site.region]
    energy = int(order.kw * rules.load_factor * rules.hours_per_month * tariff * rules.turbine_fuel)
    monthly = energy + order.kw * rules.turbine_usd_per_kw_month
    lines = [line("quote-turbines", money=monthly)]
    ready = world.month + 1 + rules.turbine_lead_months
    if order.permitted:
        months = power.permit_months(race, order.site)
        ready += round(months)
        lines.append(line("quote-permit-first", months=round(months)))
    else:
        lines.append(line("quote-permit", months=rules.turbine_permit_months))
        lines.append(line("quote-block", chance=community.block_hazard(race, site, permitted=False)))
    reserves = {"turbines " + order.site: order.kw, "turbines": order.kw}
    return grant(0, lines, ready, **reserves)


def do_turbines(race: "Race", firm: str, order: BringTurbines) -> None:
    race.world.bids.turbines.append((order.site, order.kw, order.permitted))


def check_remove(race: "Race", firm: str, planned: Planned, order: RemoveTurbines) -> Granted | Refusal:
    site = own_site(race, firm, order.site)
    if site is None:
        return refuse("refuse-not-your-site", site=order.site)
    most = power.mobile_kw(race, site) - planned.of("remove " + order.site)
    if not 0 < order.kw <= max(0, most):
        return refuse("refuse-turbines", most=max(0, most), mw=max(0, most) // 1000)
    return grant(0, [], race.world.month + 1, **{"remove " + order.site: order.kw})


def do_remove(race: "Race", firm: str, order: RemoveTurbines) -> None:
    site = race.world.sites[order.site]
    race.world.books.move(TURBINE_KW, order.site, "~turbines", order.kw, "turbines_leave")
    site.unpermitted_kw = min(site.unpermitted_kw, power.mobile_kw(race, site))


def check_plant(race: "Race", firm: str, planned: Planned, order: BuildPlant) -> Granted | Refusal:
    site, facts = own_site(race, firm, order.site), race.level.generators.get(order.plant)
    if site is None:
        return refuse("refuse-not-your-site", site=order.site)
    if facts is None:
        return refuse("refuse-no-plant")
    here = site.plants.get(order.plant, 0) + planned.of(f"plant {order.plant} {order.site}")
    here += sum(p.kw for p in race.lists.plants_to(order.site) if p.plant == order.plant)
    most = facts.largest_kw - here
    if not facts.least_kw <= order.kw <= most:
        return refuse("refuse-plant-size", most=max(0, most), least=facts.least_kw // 1000, mw=max(0, most) // 1000)
    cost = order.kw * facts.usd_per_kw
    deposit = int(cost * facts.slot_deposit)
    months = power.plant_months(race, order.plant)
    energy = race.tariff_of[site.region] * facts.energy
    lines = [
        line("quote-slot", deposit),
        line("quote-plant-later", money=cost - deposit, months=round(months)),
        line("quote-energy", price=f"{energy:.3f}"),
    ]
    reserves = {f"plant {order.plant} {order.site}": order.kw}
    return grant(deposit, lines, race.world.month + 1 + round(months), **reserves)


def do_plant(race: "Race", firm: str, order: BuildPlant) -> None:
    power.order_plant(race, order.site, order.plant, order.kw)


def check_power(race: "Race", firm: str, planned: Planned, order: SignPower) -> Granted | Refusal:
    site, rules = own_site(race, firm, order.site), race.level.rules.tariffs
    if site is None:
        return refuse("refuse-not-your-site", site=order.site)
    if order.source not in race.level.sources:
        return refuse("refuse-no-plant")
    if not rules.ppa_least_months <= order.months <= rules.ppa_most_months:
        return refuse("refuse-lease-term", least=rules.ppa_least_months, months=rules.ppa_most_months)
    grid = race.world.books.held(GRID_KW, order.site) + sum([r.kw for r in race.lists.requests_at(order.site)])
    open_kw = grid - power.hedged_kw(race, order.site) - planned.of("hedge " + order.site)
    most = max(0, min(rules.ppa_most_kw, open_kw))
    if not rules.ppa_least_kw <= order.kw <= most:
        return refuse("refuse-hedge-size", most=most, mw=most // 1000)
    fixed = power.fixed_price_usd(race, site.region, order.source, order.months)
    spot = race.tariff_of[site.region] * rules.energy_part * queue.spot(race, race.utility_in[site.region])
    lines = [line("quote-fixed", price=f"{fixed:.3f}"), line("quote-spot", price=f"{spot:.3f}")]
    shape = race.level.sources[order.source].shape
    if shape > 0.0:
        lines.append(line("quote-shape", share=shape))
    starts = race.world.month + 1 + race.level.sources[order.source].start_months
    return grant(0, lines, starts, **{"hedge " + order.site: order.kw})


def do_power(race: "Race", firm: str, order: SignPower) -> None:
    power.sign_contract(race, order.site, order.source, order.kw, order.months)


def check_fund(race: "Race", firm: str, planned: Planned, order: FundCommunity) -> Granted | Refusal:
    site = own_site(race, firm, order.site)
    if site is None:
        return refuse("refuse-not-your-site", site=order.site)
    if order.amount_usd <= 0:
        return refuse("refuse-fund-size")
    lines = [line("quote-fund", order.amount_usd), line("quote-opposition", opposition=f"{site.opposition:.2f}")]
    return grant(order.amount_usd, lines, race.world.month + 1)


def do_fund(race: "Race", firm: str, order: FundCommunity) -> None:
    community.fund(race, race.world.sites[order.site], order.amount_usd)


def check_settle(race: "Race", firm: str, planned: Planned, order: SettleSuit) -> Granted | Refusal:
    site = own_site(race, firm, order.site)
    if site is None:
        return refuse("refuse-not-your-site", site=order.site)
    if site.suit_until < 0 or planned.of("suit " + order.site):
        return refuse("refuse-no-suit")
    cost = community.settlement_usd(race, site)
    return grant(cost, [line("quote-settlement", cost)], race.world.month + 1, **{"suit " + order.site: 1})


def do_settle(race: "Race", firm: str, order: SettleSuit) -> None:
    community.settle(race, race.world.sites[order.site])
