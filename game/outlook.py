"""Outlook: which leg of the stool will bind a lab when what it has begun arrives, 2, 4 and 6 quarters ahead.

Worked out on demand from what the lab itself knows: dates that it has been given or may expect (a queue by its mean
hazard, orders by today's pace of deliveries, halls by their plan), its contracts, and its cash with burn as now and
revenue that grows as over the last year. The legs are those of `compute.legs`. Nothing that is drawn and hidden is
looked at, and no later order is assumed, so it says what would be missing, not what will happen.
"""

from collections.abc import Callable, Sequence
from math import fsum
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from agents.books import GRID_KW, TURBINE_KW, USD, card_unit
from agents.firm import Compute
from agents.view import Text
from game import building, compute
from game.markets import capital, customers, parents, queue
from levels.calendar import QUARTER, month_of

if TYPE_CHECKING:
    from agents.firm import FirmState, Site
    from game.race import Race

Spent = Callable[[int], float]
"""What is planned will have cost, so many months from now, in USD."""

AHEAD = (0, 2, 4, 6)
"""Quarters."""


class Outlook(Struct, frozen=True):
    """What binds a lab at a month, as expected now."""

    month: int
    """From the opening."""
    binding: str
    """As in the record: cash, chips, hall, power, data, demand or none."""
    legs: tuple[compute.Leg, ...]
    """All that was looked at; the first that holds binds."""
    reasons: tuple[Text, ...]
    """What arrives or ends by then (since the month looked at before), and what it leads to."""
    usable_h100e: int
    """Compute that would run for it."""
    free_usd: int
    """Cash that would be left, commitments taken off."""


class Arrival(Struct, frozen=True):
    """Something begun that a site will have: kW, places or cards, `due` months from now."""

    due: float
    what: str
    """grid, own, hall, or a chip."""
    amount: int
    liquid: bool = False


def outlook(race: "Race", firm: "FirmState", quarters_ahead: Sequence[int] = AHEAD) -> list[Outlook]:
    """What binds a lab now and so many quarters ahead; months past the level's end are left out. Changes nothing."""
    if not firm.alive:
        return []
    coming = {site.key: arrivals(race, site) for site in race.sites_of[firm.key]}
    found, last = [], -1
    for quarters in quarters_ahead:
        ahead = quarters * QUARTER
        if race.world.month + ahead > race.level.months:
            break
        found.append(_at(race, firm, coming, ahead, last))
        last = ahead
    return found


def arrivals(race: "Race", site: "Site") -> list[Arrival]:
    """What is on its way to a site, with the months that the firm may expect it to take."""
    world, key, found = race.world, site.key, []
    hazards: dict[str, float] = {}
    for request in world.requests:
        if request.site == key:
            found.append(Arrival(queue.expected_months(race, request, hazards), "grid", request.kw))
    for handover in world.handovers:
        if handover.site == key:
            found += [Arrival(handover.due - world.month, "grid", handover.kw)]
            found += [Arrival(handover.due - world.month, "hall", handover.slots)]
    found += [Arrival(each.due - world.month, "own", each.kw) for each in world.turbines if each.site == key]
    found += [Arrival(each.due - world.month, "own", each.kw) for each in world.plants if each.site == key]
    stretch = building.congestion(race)
    for project in world.projects:
        if project.site == key and not project.paused and not project.retrofit:
            part, due = building.part_of(race, project, site.firm), building.months_left(project) * stretch
            found.append(Arrival(due, "hall", int(project.slots * part), project.liquid))
            found.append(Arrival(due, "grid", int(project.kw * part)))
    for shipment in world.shipments:
        if shipment.site == key:
            found.append(Arrival(shipment.due - world.month, shipment.chip, shipment.cards))
    for order in world.orders:
        if order.site == key:
            offer = race.world.offers.chips.get(order.chip)
            wait = offer.ordered_cards / max(1, offer.supply_cards) if offer is not None else float(race.level.months)
            found.append(Arrival(wait + race.level.rules.chips.ship_months, order.chip, order.cards))
    return sorted((each for each in found if each.amount), key=lambda each: each.due)


def compute_then(race: "Race", firm: "FirmState", coming: dict[str, list[Arrival]], ahead: int) -> Compute:
    """The lab's cards, halls, power and leases, `ahead` months from now."""
    use = _fleet(race, firm, coming, ahead, ahead, [])
    _lease(race, firm, use, ahead, ahead, [])
    return use


def _nothing(months: int) -> float:
    return 0.0


def free_then_usd(race: "Race", firm: "FirmState", ahead: int, spent: Spent = _nothing) -> float:
    """Cash that will be free, `ahead` months from now, if it burns and grows as now and what is planned is paid."""
    return _purse(race, firm, ahead, spent)[1]


def _at(race: "Race", firm: "FirmState", coming: dict[str, list[Arrival]], ahead: int, last: int) -> Outlook:
    """The lab as it will stand, `ahead` months from now; reasons since `last`."""
    reasons: list[Text] = []
    use = _fleet(race, firm, coming, ahead, last, reasons) if ahead else structs.replace(firm.compute)
    burn = free_usd = 0.0
    if ahead:
        _lease(race, firm, use, ahead, last, reasons)
        _share_out(race, firm, use, ahead)
        burn, free_usd = _purse(race, firm, ahead)
    else:
        burn, free_usd = firm.burn_usd, float(race.world.books.held(USD, firm.key) - firm.committed_usd)
    run, month = firm.run, race.world.month
    if run is not None and run.ends - month <= ahead and ahead:
        run = structs.replace(run, flop=0.0, ends=month + max(1, run.ends - run.started))
    then = structs.replace(firm, compute=use, burn_usd=burn, run=run)
    on_way = fsum(
        each.amount * race.level.chips[each.what].facility_kw
        for arrivals in coming.values()
        for each in arrivals
        if each.due > ahead and each.what in race.level.chips
    )
    legs = tuple(compute.legs(race, then, int(free_usd), on_way))
    binding = next(leg.name for leg in legs if leg.holds)
    if binding == "cash":
        purse = next(leg for leg in legs if leg.name == "cash")
        reasons.append(Text("outlook-cash", {"cash": purse.value, "need": purse.limit}))
    if not ahead:
        _fleet(race, firm, coming, 0, 0, reasons)
    return Outlook(month + ahead, binding, legs, tuple(reasons), use.usable, int(free_usd))


def _fleet(
    race: "Race", firm: "FirmState", coming: dict[str, list[Arrival]], ahead: int, last: int, reasons: list[Text]
) -> Compute:
    """The lab's own cards, halls and power, site by site."""
    use, balances, kw_per_slot = Compute(), race.world.books.balances, race.level.rules.building.kw_per_slot
    owned = online = 0.0
    short: list[Text] = []
    for site in race.sites_of[firm.key]:
        key = site.key
        kw = balances[GRID_KW].get(key, 0) + balances[TURBINE_KW].get(key, 0)
        slots = {False: site.air_slots, True: site.liquid_slots}
        cards = {chip: balances[card_unit(chip)].get(key, 0) for chip in race.level.chips}
        for each in coming[key]:
            if each.due > ahead:
                break
            if each.what == "hall":
                slots[each.liquid] += each.amount
            elif each.what in cards:
                cards[each.what] += each.amount
            else:
                kw += each.amount
            if each.due > last:
                reasons.append(_told(race, site, each))
        chips = [
            (chip, cards.get(chip, 0), h100e, each_kw, liquid)
            for chip, _, h100e, each_kw, liquid in race.chips_best_first
        ]
        lit_here = dark = homeless = 0
        for _, number, placed, lit, h100e, each_kw in compute.fit(
            chips, slots[False] * kw_per_slot, slots[True] * kw_per_slot, kw
        ):
            owned += number * h100e
            online += lit * h100e
            lit_here += int(lit * h100e)
            dark += placed - lit
            homeless += number - placed
            use.cards += number
            use.need_kw += int(number * each_kw)
            use.used_kw += int(lit * each_kw)
        use.kw += kw
        use.slots += slots[False] + slots[True]
        use.dark += dark
        use.homeless += homeless
        whole = max(1, slots[False] + slots[True])
        use.own_cluster = max(use.own_cluster, lit_here * min(whole, site.joined_slots) // whole)
        if dark > compute.NOTABLE * use.cards:
            short.append(Text("outlook-dark", {"cards": dark, "site": site.name, "months": _grid_months(race, site)}))
        if homeless > compute.NOTABLE * use.cards:
            months = round(race.level.firms[firm.key].build_months * building.congestion(race))
            short.append(Text("outlook-homeless", {"cards": homeless, "site": site.name, "months": months}))
    use.owned, use.online = int(owned), int(online)
    use.idle, use.largest_cluster = max(0, use.owned - use.online), use.own_cluster
    reasons += short
    return use


def _told(race: "Race", site: "Site", each: Arrival) -> Text:
    month = month_of(race.world.month + max(1, round(each.due)), race.level.start)
    args: dict[str, str | int | float] = {"site": site.name, "month": month}
    if each.what == "hall":
        return Text("outlook-hall", {**args, "slots": each.amount})
    if each.what == "grid":
        return Text("outlook-grid", {**args, "kw": each.amount})
    if each.what == "own":
        return Text("outlook-own-power", {**args, "kw": each.amount})
    return Text("outlook-cards", {**args, "cards": each.amount, "chip": race.level.chips[each.what].name})


def _grid_months(race: "Race", site: "Site") -> int:
    """Months that a new request for grid power at a site is posted to take."""
    offer = race.world.offers.power.get(site.region)
    return round(offer.wait_months) if offer is not None else 0


def _lease(race: "Race", firm: "FirmState", use: Compute, ahead: int, last: int, reasons: list[Text]) -> None:
    """Leases that run then, as they have been signed."""
    month = race.world.month
    for contract in race.world.contracts:
        runs = contract.starts <= month + ahead < contract.ends
        if contract.operator == firm.key and runs:
            use.leased_out += contract.h100e
        if contract.user != firm.key:
            continue
        if runs:
            use.leased += contract.h100e
            use.largest_cluster = max(use.largest_cluster, contract.cluster_h100e)
        args: dict[str, str | int | float] = {
            "h100e": contract.h100e,
            "party": race.level.firms[contract.operator].name,
        }
        for key, when in (("outlook-lease-starts", contract.starts), ("outlook-lease-ends", contract.ends)):
            if month + last < when <= month + ahead:
                reasons.append(Text(key, {**args, "month": month_of(when, race.level.start)}))


def _growth(firm: "FirmState", ahead: int) -> float:
    """Factor on demand and revenue, at the pace of the last year."""
    return float(capital.growth(firm) ** (ahead / 12.0))


def _share_out(race: "Race", firm: "FirmState", use: Compute, ahead: int) -> None:
    """Where its compute would go: customers who have grown, products and free users as now, a run of the same share."""
    better = (1.0 - race.level.rules.compute.inference_efficiency) ** (ahead / 12.0)
    paid, free = customers.inference_need(race, firm)
    use.usable = left = max(0, use.online - use.leased_out) + use.leased
    use.paid = min(left, int(paid * _growth(firm, ahead) * better))
    left -= use.paid
    use.products = min(left, firm.compute.products)
    left -= use.products
    use.run = min(left, int(use.usable * firm.run.share)) if firm.run is not None else 0
    left -= use.run
    use.free = min(left, int(free * better * firm.policies.free_tier))
    use.research = left - use.free


def _purse(race: "Race", firm: "FirmState", ahead: int, spent: Spent = _nothing) -> tuple[float, float]:
    """Monthly burn then, and cash that is free then, in USD: what is committed has been paid or still is.

    A parent is expected to fill the purse each quarter and no more.
    """
    world, hours = race.world, race.level.rules.power.hours_per_month
    revenue = firm.run_rates[-1] / 12.0 if firm.run_rates else 0.0
    kept = 1.0 - fsum(tie.revenue_share for tie in world.ties if tie.lab == firm.key and not tie.ended)

    def rents(month: int) -> float:
        signed = [c for c in world.contracts if c.starts <= month < c.ends and firm.key in (c.user, c.operator)]
        return fsum(c.h100e * c.rent_usd * hours * (1.0 if c.user == firm.key else -1.0) for c in signed)

    now = rents(world.month)
    burns = [
        firm.burn_usd - revenue * kept * (_growth(firm, k) - 1.0) + rents(world.month + k) - now
        for k in range(1, ahead + 1)
    ]
    cash, kept_back = float(world.books.held(USD, firm.key)), firm.request.kept_back_usd
    is_division = race.level.firms[firm.key].grant is not None
    for k, burn in enumerate(burns, 1):
        if is_division and (world.month + k - 1) % QUARTER == 0:
            share = parents.expected(race, firm, int(cash - spent(k - 1)), kept_back)
            cash, kept_back = cash + share.given - share.beyond, share.kept_back
        cash -= burn
    return burns[-1], cash - firm.committed_usd - spent(ahead)


__all__ = ["AHEAD", "Outlook", "outlook"]
