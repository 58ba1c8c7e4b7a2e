"""Builds the views: what each firm can see at the start of a turn, itself exactly and rivals through a fog."""

from itertools import takewhile
from math import exp, fsum
from typing import TYPE_CHECKING

from msgspec import Struct

from agents import chance
from agents.books import DEBT, GRID_KW, TURBINE_KW, USD
from agents.rivals import Field, Rivals
from agents.view import (
    AnchorView,
    DutyView,
    LeaseOffer,
    LeaseView,
    News,
    OfferingView,
    Offers,
    OwnView,
    PactView,
    PartnerView,
    ProductView,
    ProjectView,
    PublisherView,
    RivalView,
    SiliconView,
    SiteView,
    StartupView,
    TieView,
    View,
)
from game import building, community, compute, giants, products, regulation, research, roles, safety
from game.markets import (
    anchors,
    capital,
    chips,
    control,
    customers,
    cycle,
    data,
    deals,
    parents,
    porting,
    queue,
    resale,
    silicon,
    takeovers,
    ties,
)
from game.markets import debt as borrowing
from levels.calendar import QUARTER, index_of, month_of

if TYPE_CHECKING:
    from agents.firm import FirmState, Site
    from game.race import Race
    from game.world import HallProject, Tie


class Awaited(Struct):
    """What is on order, on its way and being built for a site."""

    ordered: dict[str, int] = {}
    """Cards by chip, not yet allocated."""
    coming: dict[str, int] = {}
    """Cards by chip, on their way."""
    coming_kw: int = 0
    soon_kw: int = 0
    """The part of it that comes in time for cards ordered now; likewise of the places below."""
    slots: int = 0
    liquid: int = 0
    """The places with liquid cooling among them."""
    soon_slots: int = 0
    soon_liquid: int = 0
    queue_kw: int = 0
    position_usd: int = 0
    plant_kw: int = 0
    hedged_kw: int = 0


NOTHING = Awaited()
"""Of a site to which nothing is on its way."""


class Desks:
    """What all views show alike, and what is on its way to each site: gathered once a turn for all views."""

    def __init__(self, race: "Race") -> None:
        world = race.world
        self.news = recent_news(race)
        self.giants = giants.plans(race)
        self.projects = _projects(race)
        self.startups = [
            (each, takeovers.ask_usd(race, each), takeovers.part_taught(race, each))
            for each in world.startups.values()
            if not each.owner
        ]
        self.ties: dict[str, list[tuple[Tie, ties.Balance]]] = {}
        relet = ties.relet(race)
        for tie in world.ties:
            if not tie.ended:
                weighed = (tie, ties.balance(race, tie, relet))
                for side in dict.fromkeys((tie.lab, tie.partner)):
                    self.ties.setdefault(side, []).append(weighed)
        growth = world.public.pool_usd / max(1, race.level.rules.customers.pool_usd)
        self.products = {
            key: ProductView(facts.name, products.fleet_h100e(race, key), facts.least_elo, facts.usd_per_year * growth)
            for key, facts in race.level.products.items()
        }
        self.leases = _with_cards(world.offers.leases)
        self.asked = {key: data.price_usd(race, key) for key in race.level.publishers}
        self.sold = {licence.publisher for licence in world.licences}
        self.licensed = {(licence.publisher, licence.firm) for licence in world.licences}
        self.duties = {
            key: DutyView(
                law.name,
                law.flop,
                index_of(law.since, race.level.start),
                law.review_weeks * world.public.stringency / regulation.WEEKS_PER_MONTH,
                law.safety_share,
            )
            for key in world.drawn.duties
            for law in (race.level.duties[key],)
        }
        pact = world.pact
        self.pact = PactView(pact.share, pact.verified, tuple(pact.members)) if pact is not None else None
        self.rivals = {rival.key: _rival(race, rival) for rival in race.labs}
        alive = [seen for seen in self.rivals.values() if seen.alive]
        best_first = sorted(alive, key=lambda seen: (-seen.arena_elo, seen.key))
        self.field = Field(self.rivals, best_first, [seen for seen in alive if seen.coming_elo > 0.0])
        self.landlords: dict[str, int] = {}
        """H100e on a landlord's own chips to which nobody has ported yet, once somebody has asked."""
        self.sites: dict[str, Awaited] = {}
        self._gather(race)

    def _gather(self, race: "Race") -> None:
        """What is on its way, by site."""
        world, at = race.world, self._at
        horizon, stretch = float(race.level.rules.turn.advance_months), building.congestion(race)
        for order in world.orders:
            _add(at(order.site).ordered, order.chip, order.cards)
        for shipment in world.shipments:
            _add(at(shipment.site).coming, shipment.chip, shipment.cards)
        hazards: dict[str, float] = {}
        for request in world.requests:
            site = at(request.site)
            site.coming_kw += request.kw
            if queue.expected_months(race, request, hazards) <= horizon:
                site.soon_kw += request.kw
            if request.placed >= 0:
                site.queue_kw += request.kw
                site.position_usd += queue.position_usd(race, request)
        for plant in world.plants:
            site = at(plant.site)
            site.plant_kw += plant.kw
            site.coming_kw += plant.kw
            if plant.due - world.month <= horizon:
                site.soon_kw += plant.kw
        for contract in world.power_contracts:
            at(contract.site).hedged_kw += contract.kw
        for handover in world.handovers:
            site = at(handover.site)
            site.coming_kw += handover.kw
            if handover.due - world.month <= horizon:
                site.soon_kw += handover.kw
        for turbine in world.turbines:
            site = at(turbine.site)
            site.coming_kw += turbine.kw
            site.soon_kw += turbine.kw
        for project in world.projects:
            if not project.retrofit:
                self._count_project(at(project.site), project, horizon, stretch)

    def _count_project(self, site: Awaited, project: "HallProject", horizon: float, stretch: float) -> None:
        own = 1.0 - fsum(project.payers.values()) if project.payers else 1.0
        slots, kw = int(project.slots * own), int(project.kw * own)
        site.slots += slots
        site.coming_kw += kw
        if project.liquid:
            site.liquid += slots
        if not project.paused and building.months_left(project) * stretch <= horizon:
            site.soon_slots += slots
            site.soon_kw += kw
            if project.liquid:
                site.soon_liquid += slots

    def _at(self, site: str) -> Awaited:
        found = self.sites.get(site)
        if found is None:
            found = self.sites[site] = Awaited()
        return found

    def landlord_h100e(self, race: "Race", operator: str) -> int:
        """What a landlord could move tenants to (`porting.landlord_h100e`)."""
        if operator not in self.landlords:
            self.landlords[operator] = porting.landlord_h100e(race, operator)
        return self.landlords[operator]

    def publishers_for(self, race: "Race", key: str) -> dict[str, PublisherView]:
        """What publishers post to a lab; nobody else licenses text."""
        if race.world.firms[key].model is None:
            return {}
        return {
            name: PublisherView(
                text.name,
                text.tokens,
                self.asked[name],
                text.exclusive,
                name not in self.sold if text.exclusive else (name, key) not in self.licensed,
            )
            for name, text in race.level.publishers.items()
        }

    def seen_by(self, key: str) -> Rivals:
        """All labs but oneself, as the public sees them."""
        return Rivals(key, self.field)


def recent_news(race: "Race") -> tuple[News, ...]:
    """The news of the turn that has just been played, oldest first."""
    since = race.world.month - race.level.months_per_turn
    recent = list(takewhile(lambda item: item.month > since, reversed(race.world.news)))
    return tuple(reversed(recent))


def _add(counts: dict[str, int], key: str, amount: int) -> None:
    counts[key] = counts.get(key, 0) + amount


def view_for(race: "Race", key: str, pending: Desks | None = None) -> View:
    """Everything the firm can see now."""
    world, rules = race.world, race.level.rules
    pending = pending or Desks(race)
    span = race.level.months_per_turn
    return View(
        month=world.month + 1,
        turn=world.month // span + 1,
        months_per_turn=span,
        last_month=race.level.months,
        calendar=month_of(world.month + 1, race.level.start),
        me=_own(race, key, pending),
        sites={site.key: _site(race, site, pending) for site in race.sites_of[key]},
        projects=tuple(pending.projects.get(key, ())),
        cycle=cycle.view_of(race, key),
        anchors=_anchors(race, key) if world.anchors else (),
        giants=giants.views_of(race, key, pending.giants) if pending.giants else {},
        leases=tuple(
            LeaseView(c.operator, c.h100e, c.rent_usd, c.starts, c.ends, c.delivered)
            for c in race.lists.leases_of(key)
            if c.ends > world.month
        ),
        ties=_ties(race, key, pending),
        startups=_startups(race, key, pending),
        block_chance=takeovers.block_chance(race, key),
        rivals=pending.seen_by(key),
        chips=race.chip_views,
        offers=_offers(race, key, pending),
        products=pending.products,
        publishers=pending.publishers_for(race, key),
        duties=pending.duties,
        stringency=world.public.stringency,
        pact=pending.pact,
        pact_checks=rules.safety.pact_checks,
        pact_rumours=rules.safety.pact_rumours,
        news=pending.news,
        sentiment=world.public.sentiment,
        pool_usd=world.public.pool_usd,
        build_cost_usd_per_slot=int(rules.building.kw_per_slot * rules.building.usd_per_kw),
        hall_kw_per_slot=rules.building.kw_per_slot,
        integration=rules.chips.integration,
        worth_usd=_estimates(race, key),
        worth_spread_usd={
            chip: int(rules.chips.worth_spread * race.level.chips[chip].price_usd) for chip in world.offers.chips
        }
        if rules.chips.worth_spread > 0.0
        else {},
        rent_usd=world.offers.rent_usd,
        role=roles.view_of(race, key),
        plants=race.plant_views,
        sources=race.source_views,
        ppa_months=rules.tariffs.ppa_least_months,
        ppa_most_kw=rules.tariffs.ppa_most_kw,
        owner_cost_usd=world.offers.rent_usd / rules.leases.margin,
        hours_per_month=rules.power.hours_per_month,
        inference_h100e_per_billion=customers.inference_per_billion(race),
        free_h100e_per_million=customers.free_per_million(race),
    )


def _offers(race: "Race", key: str, pending: Desks) -> Offers:
    """The month's offers that concern this firm: its own sheets, and its parent's core beside the lessors."""
    offers = race.world.offers
    core, leases = deals.core_offer(race, key), pending.leases
    if deals.is_bound(race, key):
        leases = _with_cards(deals.open_offers(race, key, core))
    elif core is not None:
        leases = {**leases, core.operator: core}
        if not core.now_h100e:
            del leases[core.operator]
    return Offers(
        sheets=list(race.lists.sheets_for(key)),
        power=offers.power,
        sites=offers.sites,
        chips=offers.chips,
        resale=offers.resale,
        leases=leases,
        turbine_kw=offers.turbine_kw,
        refurbished_kw=offers.refurbished_kw,
        plant_months=offers.plant_months,
        ppa_usd_per_kwh=offers.ppa_usd_per_kwh,
        credit_usd={key: offers.credit_usd.get(key, 0)},
        loan_usd={key: offers.loan_usd.get(key, 0)},
        normal_rent_usd=offers.normal_rent_usd,
        rent_usd=offers.rent_usd,
    )


def _with_cards(leases: dict[str, LeaseOffer]) -> dict[str, LeaseOffer]:
    """The offers of lessors that have something to lease out."""
    return {operator: offer for operator, offer in leases.items() if offer.now_h100e or offer.built_h100e}


def _startups(race: "Race", key: str, pending: Desks) -> tuple[StartupView, ...]:
    """Small labs that are still free."""
    firm = race.world.firms[key]
    return tuple(
        [
            StartupView(s.key, s.name, s.people, usd, round(takeovers.taught_elo(firm, s, part), 1))
            for s, usd, part in pending.startups
        ]
    )


def _ties(race: "Race", key: str, pending: Desks) -> tuple[TieView, ...]:
    """The firm's ties that stand, weighed."""
    seen, month = [], race.world.month
    for tie, weighed in pending.ties.get(key, ()):
        is_lab = key == tie.lab
        other = tie.partner if is_lab else tie.lab
        seen.append(
            TieView(
                other=other,
                name=race.level.firms[other].name,
                is_lab=is_lab,
                revenue_share=tie.revenue_share,
                fair_share=weighed.fair_share,
                dependence_lab=weighed.dependence_lab,
                dependence_backer=weighed.dependence_backer,
                lab_part=weighed.lab_part,
                trust=tie.trust,
                exclusive=tie.exclusive,
                first_refusal=tie.first_refusal,
                licence=tie.licence,
                licence_months=max(0, tie.licence_until - month) if tie.licence else 0,
                clause=tie.clause,
                stake=tie.stake,
                may_ask=month - tie.asked >= race.level.rules.ties.wait_months and tie.notice < 0,
                dispute=tie.dispute_until >= 0,
                notice_months=tie.notice - month if tie.notice >= 0 else -1,
            )
        )
    return tuple(seen)


def _own(race: "Race", key: str, pending: Desks) -> OwnView:
    world, facts, firm = race.world, race.level.firms[key], race.world.firms[key]
    books, use, model = world.books, firm.compute, firm.model
    cash, debt = books.held(USD, key), books.held(DEBT, key)
    affiliate = race.affiliate_of.get(key, "")
    flows = race.flows.get(key)
    return OwnView(
        key=key,
        name=facts.name,
        is_lab=facts.lab is not None,
        is_cloud=facts.cloud is not None,
        is_division=facts.grant is not None,
        independent=firm.independent,
        alive=firm.alive,
        cash_usd=cash,
        debt_usd=debt,
        credit_usd=max(0, world.offers.credit_usd.get(key, 0) - debt + firm.loans_usd),
        valuation_usd=firm.valuation_usd,
        founders_share=firm.founders_share,
        votes=control.votes(race, firm),
        watcher=firm.watcher,
        loans_usd=firm.loans_usd,
        loan_room_usd=world.offers.loan_usd.get(key, 0),
        fleet_value_usd=int(borrowing.fleet_value_usd(race, key)),
        dscr=borrowing.cover(race, firm),
        breach=borrowing.breach_of(race, firm) or ("cash" if firm.breach_months else ""),
        tender_months=world.month - firm.tendered,
        affiliate_usd=_affiliate_usd(race, affiliate),
        strain=firm.opposition if facts.grant is not None else 0.0,
        grant_usd=parents.budget_usd(race, firm),
        request_most_usd=parents.request_most_usd(race, firm),
        review_months=race.level.rules.parents.review_months,
        request_usd=firm.request.usd,
        request_due=firm.request.due,
        request_goal_usd=firm.request.goal_usd,
        kept_back_usd=firm.request.kept_back_usd,
        belief=firm.request.belief,
        burn_usd=firm.burn_usd,
        committed_usd=firm.committed_usd,
        runway_months=max(0, cash - firm.committed_usd) / firm.burn_usd if firm.burn_usd > 1.0 else 99.0,
        revenue_usd=flows.revenue if flows else 0,
        run_rate_usd=firm.run_rates[-1] if firm.run_rates else 0.0,
        growth=capital.growth(firm),
        months_since_round=world.month - firm.last_round,
        staff=firm.staff,
        founders=firm.founders,
        left=firm.left,
        joined=firm.joined,
        mood=firm.mood,
        appeal=firm.appeal - firm.appeal_start,
        trust=firm.trust,
        arena_elo=model.arena_elo if model else 0.0,
        true_elo=model.true_elo if model else 0.0,
        free_tier=firm.policies.free_tier,
        price_level=firm.policies.price_level,
        hiring=firm.policies.hiring,
        pay=firm.policies.pay,
        campaign=firm.policies.campaign,
        guidance=firm.policies.guidance,
        sublease=firm.policies.sublease,
        colocate=firm.policies.colocate,
        safety=firm.policies.safety,
        synthetic=firm.policies.synthetic,
        credibility=firm.credibility,
        promised_due=firm.promised_due,
        releasing=firm.releasing.month if firm.releasing else -1,
        opens=model.open_weights if model else False,
        safety_elo=firm.safety_elo,
        hazard=safety.hazard(race, firm),
        price_power=firm.price_power,
        tokens=firm.tokens,
        offerings={
            product: OfferingView(each.announced, each.launched, each.share, each.h100e, each.served)
            for product, each in firm.offerings.items()
        },
        in_pact=world.pact is not None and key in world.pact.members,
        products_h100e=use.products,
        subleased_h100e=use.subleased,
        owned_h100e=use.owned,
        online_h100e=use.online,
        leased_h100e=use.leased,
        leased_out_h100e=use.leased_out,
        idle_h100e=use.idle,
        usable_h100e=use.usable,
        paid_h100e=use.paid,
        free_h100e=use.free,
        run_h100e=use.run,
        research_h100e=use.research,
        largest_cluster_h100e=use.largest_cluster,
        consumers=firm.consumers,
        seats=firm.seats,
        served=firm.served,
        free_served=firm.free_served,
        binding=firm.binding,
        run_name=firm.run.name if firm.run else "",
        run_ends=firm.run.ends if firm.run else -1,
        run_flop=firm.run.flop if firm.run else 0.0,
        held_elo=research.held_elo(firm),
        held_name=firm.held.name if firm.held else "",
        held_wait=max(0, firm.ready_from - world.month) if firm.held else 0,
        post_gain=research.refresh_gain(firm),
        months_since_release=world.month - firm.last_release,
        largest_flop=firm.largest_flop,
        data_flop=compute.data_flop(race, firm),
        makers=tuple(facts.chips_from),
        build_months=facts.build_months,
        exclusive_partner=deals.exclusive_partner(race, key),
        affiliate=affiliate,
        affiliate_opposition=world.firms[affiliate].opposition if affiliate else 0.0,
        affiliate_h100e=deals.lendable_h100e(race, affiliate) if affiliate else 0,
        capex_usd_per_year=firm.capex_usd_per_year,
        divertible=_divertible(race, affiliate) if affiliate else {},
        portable=_portable(race, key, pending) if facts.lab else {},
        silicon=_silicon(race, key),
        initiative=race.level.rules.turn.initiative,
    )


def _affiliate_usd(race: "Race", affiliate: str) -> int:
    """What an affiliate's shareholders may still be asked for."""
    if not affiliate or race.world.firms[affiliate].invested:
        return 0
    terms = race.level.firms[affiliate].affiliate
    return terms.invest_usd if terms is not None else 0


def _anchors(race: "Race", key: str) -> tuple[AnchorView, ...]:
    """The sites that lessors build for the firm, and those that serve it."""
    grace = race.level.rules.anchors.step_in_months
    return tuple(
        AnchorView(
            a.key,
            a.operator,
            race.world.sites[a.site].name,
            a.h100e,
            a.rent_usd,
            a.due,
            a.late,
            a.started,
            a.step_in and a.started < 0 and a.late >= grace,
            anchors.step_in_usd(race, a),
            a.prepay,
        )
        for a in race.lists.anchors_of(key)
    )


def _projects(race: "Race") -> dict[str, list[ProjectView]]:
    """By firm its halls under construction; retrofits are not listed, they hold cards all the while."""
    stages, stretch = max(1, race.level.rules.building.stages), building.congestion(race)
    found: dict[str, list[ProjectView]] = {}
    for p in race.world.projects:
        if not p.retrofit:
            seen = ProjectView(
                p.key,
                p.site,
                p.slots,
                p.liquid,
                stages - p.stages_left,
                stages,
                building.months_left(p) * stretch,
                p.cost_left_usd,
                p.paused,
                building.pause_fee_usd(race, p),
                p.giant,
            )
            found.setdefault(race.world.sites[p.site].firm, []).append(seen)
    return found


def _divertible(race: "Race", affiliate: str) -> dict[str, int]:
    found = {chip: resale.divertible(race, affiliate, chip) for chip in race.world.offers.chips}
    return {chip: cards for chip, cards in found.items() if cards}


def _portable(race: "Race", key: str, pending: Desks) -> dict[str, int]:
    found = {}
    for operator, asked in porting.unported_h100e(race, key).items():
        h100e = min(asked, pending.landlord_h100e(race, operator))
        if h100e > 0:
            found[operator] = h100e
    return found


def _estimates(race: "Race", key: str) -> dict[str, int]:
    if race.level.rules.chips.worth_spread <= 0.0:
        return {}
    month = race.world.month + 1
    return {chip: chips.estimate_usd(race, key, chip, month) for chip in race.world.offers.chips}


def _silicon(race: "Race", key: str) -> SiliconView | None:
    facts, programme = race.level.firms[key].silicon, race.world.programmes.get(key)
    if facts is None:
        return None
    is_done = programme is not None and programme.ready >= 0
    return SiliconView(
        facts.chip,
        programme.partner if programme else "",
        programme.usd_per_quarter if programme else 0,
        1.0 - min(1.0, programme.work_left / max(1.0, programme.work)) if programme and not is_done else float(is_done),
        programme.respins if programme else 0,
        programme.ready if programme else -1,
        tuple(
            PartnerView(
                name,
                partner.name,
                partner.usd_per_quarter,
                partner.months,
                partner.respin,
                silicon.break_even_cards(race, key, name, partner.usd_per_quarter),
            )
            for name, partner in race.level.partners.items()
        )
        if not is_done
        else (),
    )


def _site(race: "Race", site: "Site", pending: Desks) -> SiteView:
    balances, key = race.world.books.balances, site.key
    cards = race.cards_of.get(key, {})
    awaited = pending.sites.get(key, NOTHING)
    coming, ordered = awaited.coming, awaited.ordered
    planned, chips = site.need_kw, race.level.chips
    air_kw = liquid_kw = 0.0
    for counts in (cards, coming, ordered):
        for chip, number in counts.items():
            facts = chips[chip]
            kw = number * facts.facility_kw
            if facts.cooling == "liquid":
                liquid_kw += kw
            else:
                air_kw += kw
            if counts is not cards:
                planned += int(kw)
    # In the order of the fields: by name this alone would take a tenth of the time of all views.
    return SiteView(
        key,
        site.name,
        site.region,
        site.air_slots,
        site.liquid_slots,
        awaited.slots,
        awaited.liquid,
        balances[GRID_KW].get(key, 0),
        balances[TURBINE_KW].get(key, 0),
        awaited.coming_kw,
        awaited.soon_kw,
        awaited.soon_slots,
        awaited.soon_liquid,
        cards,
        coming,
        ordered,
        site.online_h100e,
        site.dark_cards,
        site.homeless_cards,
        site.need_kw,
        planned,
        air_kw,
        liquid_kw,
        site.opposition,
        site.unpermitted_kw,
        awaited.queue_kw,
        awaited.position_usd,
        site.interruptible_kw,
        sum(site.plants.values()) if site.plants else 0,
        awaited.plant_kw,
        awaited.hedged_kw,
        int(site.fund_usd),
        community.settlement_usd(race, site) if site.suit_until >= 0 else 0,
        site.stopped_until,
    )


def fogged(race: "Race", rival: str, what: str, value: float, month: int | None = None) -> float:
    """An estimate of a rival's figure: off by the same factor for a quarter, for everybody who watches.

    With `month` as it was estimated then.
    """
    spread = race.level.rules.public.fog
    quarter = (race.world.month if month is None else month) // QUARTER
    return value * exp(spread * chance.normal(race.world.seed, rival, "fog " + what, quarter))


def _rival(race: "Race", rival: "FirmState") -> RivalView:
    """Ratings, users and prices of rounds are public; fleets, cash and revenue are estimates."""
    use, claimed = rival.compute, 0
    for claim in race.lists.claims_of(rival.key):
        if claim.kind == "h100e_online":
            claimed = max(claimed, claim.amount)
    fleet = claimed or fogged(race, rival.key, "fleet", float(use.usable))
    return RivalView(
        rival.key,
        race.level.firms[rival.key].name,
        rival.alive,
        race.level.firms[rival.key].steerable,
        rival.valuation_usd,
        rival.model.arena_elo if rival.model else 0.0,
        int(fleet),
        int(fogged(race, rival.key, "cash", float(race.world.books.held(USD, rival.key)))),
        fogged(race, rival.key, "revenue", rival.run_rates[-1] if rival.run_rates else 0.0),
        rival.consumers,
        rival.staff,
        rival.founders,
        research.held_elo(rival) if rival.held is not None and rival.held.leaked else 0.0,
    )
