"""Trade: the month's bills, the covenants of drawn credit, and what becomes of a firm that cannot pay."""

from math import fsum
from typing import TYPE_CHECKING

from agents import chance
from agents.books import USD
from game import building, regulation, safety
from game.markets import capital, chips, customers, cycle, data, deals, debt, power, resale, sites, talent, ties
from game.world import Bond

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race


def settle(race: "Race") -> None:
    """Customers pay and choose, bills are paid, covenants are tested, and the insolvent are rescued or fail."""
    customers.pay(race)
    talent.pay(race)
    ties.pay_campaigns(race)
    deals.pay(race)
    cycle.pay(race)
    building.let_places(race)
    data.pay(race)
    regulation.audit(race)
    safety.pay_inspectors(race)
    power.pay(race)
    debt.serve(race)
    _core_business(race)
    customers.choose(race)
    debt.test_covenants(race)
    for firm in race.labs:
        if firm.alive:
            _test_liquidity(race, firm)
            if race.world.books.held(USD, firm.key) < 0:
                _find_money(race, firm)


def commitments(race: "Race", firm: str) -> list[tuple[str, str, int]]:
    """What a firm has begun and must still pay: (halls or cards, site, USD)."""
    world = race.world
    halls = [
        ("halls", project.site, int(project.cost_left_usd * part))
        for project in world.projects
        if not project.paused
        and (project.payers or world.sites[project.site].firm == firm)
        and (part := building.part_of(race, project, firm)) > 0.0
    ]
    cards = [
        (
            "cards",
            order.site,
            order.cards * chips.card_cost_usd(race, order.chip, order.discount) - order.deposit_usd,
        )
        for order in race.lists.orders_of(firm)
    ]
    return halls + cards


def committed_usd(race: "Race") -> dict[str, int]:
    """What halls under construction and cards on order will still cost each lab, in one pass over all of them."""
    world, found = race.world, dict.fromkeys([firm.key for firm in race.labs], 0)
    for project in world.projects:
        if not project.paused:
            for firm in dict.fromkeys((world.sites[project.site].firm, *project.payers)):
                if firm in found:
                    found[firm] += int(project.cost_left_usd * building.part_of(race, project, firm))
    costs: dict[tuple[str, float], int] = {}
    for order in world.orders:
        if order.firm in found:
            kind = (order.chip, order.discount)
            if kind not in costs:
                costs[kind] = chips.card_cost_usd(race, *kind)
            found[order.firm] += order.cards * costs[kind] - order.deposit_usd
    return found


def expected_burn_usd(race: "Race", firm: "FirmState") -> float:
    """Monthly cash need as it stands at the opening, before any month has been booked."""
    rules, month = race.level.rules, race.world.month
    hours = rules.power.hours_per_month
    rents = fsum(c.h100e * c.rent_usd * hours for c in race.lists.leases_of(firm.key) if c.starts <= month < c.ends)
    power = fsum(
        site.used_kw * rules.power.load_factor * hours * race.tariff_of[site.region] for site in race.sites_of[firm.key]
    )
    shares = fsum(tie.revenue_share for tie in race.lists.ties_of(firm.key))
    staff = firm.staff * rules.talent.usd_per_head_year / 12.0
    revenue = firm.run_rates[-1] / 12.0 if firm.run_rates else 0.0
    return rents + power + staff - revenue * (1.0 - shares)


def _core_business(race: "Race") -> None:
    """Clouds, parents and others outside the race of labs: the core business pays AI capital spending and the bills.

    Spending grows as an adoption does (logistic, Griliches 1957): fast while AI takes a small part of what a firm can
    spend, slowly near its limit, and faster when tenants call for capacity.
    """
    world, rules = race.world, race.level.rules.demand
    field_usd, leases, normal_use = world.public.pool_usd, world.offers.leases, race.level.rules.leases.normal_use
    clouds_usd = fsum(world.firms[key].capex_usd_per_year for key in race.operators) or 1.0
    for key in race.operators:
        state, cloud = world.firms[key], race.level.firms[key].cloud
        assert cloud is not None
        cash_flow = cloud.core_cash_flow_usd * (1.0 + rules.cash_flow_growth) ** (world.month / 12.0)
        part = state.capex_usd_per_year / clouds_usd
        limit = rules.cash_flow_share * world.drawn.capex_cap * cash_flow + rules.revenue_share * field_usd * part
        if limit < 1.0:
            limit = 1.0
        taken = 1.0 - leases[key].now_h100e / (state.compute.online or 1) if leases else 1.0
        capex = state.capex_usd_per_year
        room_left = (1.0 - capex / limit if capex < limit else 0.0) ** rules.capex_saturation
        response = 1.0 + rules.backlog_response * (taken - normal_use)
        capex *= 1.0 + rules.capex_growth * room_left * (response if response > 0.0 else 0.0)
        state.capex_usd_per_year = capex = capex if capex <= limit else limit
        monthly, room = int(capex / 12.0), int(capex * rules.purse_years) - world.books.held(USD, key)
        paid = monthly if monthly < room else room
        if paid > 0:
            world.books.pay("~core", key, paid, "cash_flow")
    if race.operators:
        now_usd = fsum(world.firms[key].capex_usd_per_year for key in race.operators)
        world.public.capex_pace = now_usd / clouds_usd - 1.0
    for key in race.bystanders:
        short = -world.books.held(USD, key)
        if short > 0:
            world.books.pay("~core", key, short, "cash_flow")


def _test_liquidity(race: "Race", firm: "FirmState") -> None:
    """The revolver demands some months of cash; a breach can be cured, then is waived once for a fee, then called."""
    rules, books = race.level.rules.capital, race.world.books
    drawn = debt.revolver_usd(race, firm)
    cash = books.held(USD, firm.key)
    if drawn <= 0 or firm.burn_usd <= 0.0 or cash >= rules.covenant_months * firm.burn_usd:
        firm.breach_months = 0
        return
    firm.breach_months += 1
    if firm.breach_months < rules.cure_months:
        return
    firm.breach_months = 0
    firm.waivers += 1
    if firm.waivers == 1:
        books.pay(firm.key, "~banks", int(drawn * rules.waiver_fee), "fees")
        race.world.tell("scale", "news-breach", firm.key, -1)
    else:
        called = min(drawn, max(0, cash))
        if called:
            debt.repay(race, firm.key, called)
            race.world.tell("scale", "news-called", firm.key, -1, usd=called)


def _find_money(race: "Race", firm: "FirmState") -> None:
    """Without cash: credit first, then the parent or a rescue round at a discount; if nobody comes the firm fails.

    Each rescue is rarer and dearer than the last, and who rescues takes a seat for good.
    """
    world, rules = race.world, race.level.rules.capital
    books = world.books
    short = -books.held(USD, firm.key)
    room = max(0, world.offers.credit_usd.get(firm.key, 0) - debt.revolver_usd(race, firm))
    drawn = min(short, room)
    if drawn:
        debt.borrow(race, firm.key, drawn)
        short -= drawn
    if short <= 0:
        return
    need = short + int(rules.rescue_months * max(0.0, firm.burn_usd))
    patience = rules.rescue_fade**firm.rescues
    cut = 1.0 - (1.0 - rules.rescue_discount) * patience
    price = max(1, int(firm.valuation_usd * (1.0 - cut)))
    parent = race.level.firms[firm.key].grant
    bearable = need < price * rules.rescue_most
    ready = 1.0 if parent is not None else rules.rescue_chance * world.public.sentiment
    if bearable and chance.happens(ready * patience, world.seed, firm.key, "rescue", world.month):
        firm.rescues += 1
        investor = parent.parent if parent is not None else race.rescuer
        capital.close_round(race, firm, [("~" + investor, need)], price, "rescue")
        if parent is None:
            world.bonds.append(Bond(firm.key, investor, need / (price + need), True, "", 0.0, -1))
        world.tell("landmark", "news-rescue", firm.key, -1, usd=need, cut=cut)
    else:
        fail(race, firm)


def fail(race: "Race", firm: "FirmState") -> None:
    """A firm ends: its sites come to auction, creditors get what there is; without sites a lessor absorbs it."""
    world = race.world
    books = world.books
    others = [key for key in race.lessors or world.firms if key != firm.key]
    has_sites = bool(race.sites_of[firm.key])
    buyer = max(others, key=lambda key: (books.held(USD, key), key))
    debt.write_off(race, firm)
    cash = books.held(USD, firm.key)
    if cash > 0:
        books.pay(firm.key, "~creditors", cash, "settlement")
    else:
        books.pay("~creditors", firm.key, -cash, "settlement")
    firm.alive, firm.defaulted, firm.absorbed_by = False, True, "" if has_sites else buyer
    firm.run = firm.held = None
    firm.user_share = firm.seat_share = 0.0
    firm.consumers = firm.seats = firm.staff = 0
    firm.valuation_usd = 0
    firm.releasing, firm.offerings = None, {}
    world.licences = [licence for licence in world.licences if licence.firm != firm.key]
    resale.put_up_places(race, firm.key)
    world.bonds = [bond for bond in world.bonds if bond.firm != firm.key]
    for contract in world.contracts:
        if contract.user == firm.key or contract.operator == firm.key:
            contract.ends = min(contract.ends, world.month)
    sites.put_up_failed(race, firm.key)
    customers.count_paying(race)
    if has_sites:
        world.tell("skull", "news-failed-sites", firm.key, -1)
    else:
        world.tell("skull", "news-failed", firm.key, -1, buyer=race.level.firms[buyer].name)
