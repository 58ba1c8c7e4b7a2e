"""Giant projects: built whole, in phases, or paused, alone or by partners (model 4).

What has been pledged covers a phase or the whole; partners pay in step with the work and get their part of the places
and of the power. Cost overruns are lognormal, revealed stage by stage, larger the more is built at once and smaller the
more phases have taught: ln f ~ N(m, s) x phases^a x learning^built, after Flyvbjerg (2014) on large projects.
"""

from math import exp
from typing import TYPE_CHECKING

from agents import chance
from agents.books import GRID_KW, USD
from agents.view import GiantView
from game import building
from game.markets import capital
from game.world import HallProject

if TYPE_CHECKING:
    from game.race import Race

SOURCE = "~giants"
"""Whose kilowatts they were: plants and lines that belong to a giant."""


class Terms:
    """What would be built now: one phase or all that are left, in planned dollars, places, kW and months."""

    def __init__(self, race: "Race", key: str, *, whole: bool) -> None:
        facts, state, rules = race.level.giants[key], race.world.giants[key], race.level.rules.giants
        left = facts.phases[state.built :]
        self.phases = len(left) if whole else min(1, len(left))
        chosen = left[: self.phases]
        saving = rules.whole_saving if self.phases > 1 else 0.0
        self.cost_usd = int(sum(phase.cost_usd for phase in chosen) * (1.0 - saving))
        self.fit_out_usd = sum(phase.fit_out_usd for phase in chosen)
        self.slots = sum(phase.slots for phase in chosen)
        self.kw = sum(phase.kw for phase in chosen)
        longest = max((phase.months for phase in chosen), default=0)
        self.months = longest * (1.0 + rules.overlap * max(0, self.phases - 1))
        self.partners_usd = int((self.cost_usd + self.fit_out_usd) * (1.0 - facts.lead_most))
        self.pledged_usd = sum(usd for firm, usd in state.pledges.items() if firm != state.lead)

    @property
    def missing_usd(self) -> int:
        """What partners must still pledge."""
        return max(0, self.partners_usd - self.pledged_usd)


def is_under_way(race: "Race", key: str) -> bool:
    return any(project.giant == key for project in race.world.projects)


def pledge(race: "Race", firm: str, key: str, usd: int) -> None:
    """A firm binds itself; the first that may lead it is its lead. The fee pays for plans and studies."""
    world = race.world
    state = world.giants[key]
    if not state.lead:
        state.lead = firm
        world.tell("handshake", "news-giant-lead", firm, 0, giant=race.level.giants[key].name)
    state.pledges[firm] = state.pledges.get(firm, 0) + usd
    world.books.pay(firm, "~builders", fee_usd(race, usd), "study")
    if firm != state.lead:
        world.tell("handshake", "news-giant-joins", firm, 0, giant=race.level.giants[key].name, usd=usd)


def fee_usd(race: "Race", usd: int) -> int:
    """What a pledge costs at once, in USD."""
    return int(usd * race.level.rules.giants.pledge_fee)


def begin(race: "Race", key: str, *, whole: bool) -> None:
    """Break ground: funds pay their pledges as equity of the lead, firms pay their parts in step with the work."""
    world, rules = race.world, race.level.rules
    facts, state, terms = race.level.giants[key], world.giants[key], Terms(race, key, whole=whole)
    all_usd = max(1, terms.cost_usd + terms.fit_out_usd)
    lead = world.firms[state.lead]
    funds = [(investor.key, state.pledges.pop(investor.key, 0)) for investor in race.investors]
    closed = [("~" + investor, usd) for investor, usd in funds if usd > 0]
    if closed:
        capital.close_round(race, lead, closed, max(1, lead.valuation_usd), "equity")
    payers: dict[str, float] = {}
    for firm in sorted(state.pledges):
        if firm != state.lead and world.firms[firm].alive:
            used = min(state.pledges[firm], all_usd - int(sum(payers.values()) * all_usd))
            state.pledges[firm] -= used
            payers[firm] = used / all_usd
    state.pledges = {firm: usd for firm, usd in state.pledges.items() if usd > 0 and firm != state.lead}
    if not state.site or world.sites[state.site].firm != state.lead:
        here = facts.site is not None and world.sites[facts.site].firm == state.lead
        state.site = (
            facts.site if here and facts.site else building.open_site(race, state.lead, facts.region, facts.name)
        )
    down = int(terms.cost_usd * rules.building.down_payment)
    for firm, share in payers.items():
        world.books.pay(firm, "~builders", int(down * share), "halls")
    world.books.pay(state.lead, "~builders", down - sum(int(down * share) for share in payers.values()), "halls")
    project = building.begin(
        race, state.site, terms.slots, liquid=True, months=terms.months, cost_left_usd=terms.cost_usd - down
    )
    project.giant, project.kw, project.payers, project.estimate_usd = key, terms.kw, payers, terms.cost_usd
    project.risk = risk_of(race, key, terms)
    state.built += terms.phases
    world.tell("hard-hat", "news-giant-start", state.lead, 1, giant=facts.name, usd=terms.cost_usd, slots=terms.slots)


def risk_of(race: "Race", key: str, terms: Terms) -> float:
    """Factor on the logarithm of overruns: more at once risks more, phases that were built teach."""
    rules = race.level.rules.giants
    return float(terms.phases**rules.size_exponent * rules.learning ** race.world.giants[key].built)


def expected_overrun(race: "Race", key: str, terms: Terms) -> float:
    """Mean share by which the cost will be above the plan."""
    rules, risk = race.level.rules.giants, risk_of(race, key, terms)
    return exp(risk * rules.overrun_mean + 0.5 * (risk * rules.overrun_spread) ** 2) - 1.0


def charge(race: "Race", project: HallProject, cost_usd: int) -> bool:
    """Partners and the owner pay a month; a partner without cash drops out. Returns whether the month is paid."""
    world = race.world
    owner, books = world.sites[project.site].firm, world.books
    for firm, share in list(project.payers.items()):
        if int(cost_usd * share) > max(0, books.held(USD, firm)) or not world.firms[firm].alive:
            del project.payers[firm]
            giant = race.level.giants[project.giant].name
            world.tell("triangle-alert", "news-giant-leaves", firm, -1, giant=giant)
    parts = {firm: int(cost_usd * share) for firm, share in project.payers.items()}
    rest = cost_usd - sum(parts.values())
    if rest > max(0, books.held(USD, owner)):
        return False
    for firm, usd in parts.items():
        books.pay(firm, "~builders", usd, "halls")
    books.pay(owner, "~builders", rest, "halls")
    return True


def overrun(race: "Race", project: HallProject) -> None:
    """A stage of a giant begins, and the whole turns out to cost more, or less, and what is left to take longer."""
    rules = race.level.rules.giants
    draw = chance.normal(race.world.seed, project.giant, "overrun " + project.key, 0, project.stages_left)
    revelations = max(1, race.level.rules.building.stages - 1)
    factor = exp(project.risk * (rules.overrun_mean / revelations + rules.overrun_spread * draw / revelations**0.5))
    more_usd = int(project.estimate_usd * (factor - 1.0))
    project.estimate_usd += more_usd
    project.cost_left_usd = max(0, project.cost_left_usd + more_usd)
    project.stage_months *= 1.0 + rules.delay_share * (factor - 1.0)
    owner, name = race.world.sites[project.site].firm, race.level.giants[project.giant].name
    if factor > 1.0 + rules.notable:
        more = round(100.0 * (factor - 1.0))
        race.world.tell("trending-up", "news-giant-overrun", owner, -1, giant=name, more=more)


def finish(race: "Race", project: HallProject) -> None:
    """Places and power go to the partners by their parts, each on a site of its own; the rest is the owner's."""
    world, facts = race.world, race.level.giants[project.giant]
    state, slots, kw = world.giants[project.giant], project.slots, project.kw
    for firm, share in project.payers.items():
        site = state.partner_sites.get(firm, "")
        if not site or world.sites[site].firm != firm:
            site = building.open_site(race, firm, facts.region, f"{facts.name} ({race.level.firms[firm].name})")
            state.partner_sites[firm] = site
        _give(race, site, int(slots * share), int(kw * share))
        project.slots -= int(slots * share)
        project.kw -= int(kw * share)
    _give(race, project.site, project.slots, project.kw)
    owner = world.sites[project.site].firm
    world.tell("hard-hat", "news-giant-done", owner, 1, giant=facts.name, slots=slots, mw=kw // 1000)


def _give(race: "Race", key: str, slots: int, kw: int) -> None:
    site = race.world.sites[key]
    site.liquid_slots += slots
    site.joined_slots += slots
    race.world.books.move(GRID_KW, SOURCE, key, kw, "connected")
    race.world.books.touched.append(key)


def gather(race: "Race") -> None:
    """Once a turn sovereign funds add to the pledges for giants that have a lead and lack partners, in a good mood."""
    world, rules = race.world, race.level.rules.giants
    for key, state in world.giants.items():
        if not state.lead or is_under_way(race, key) or world.public.sentiment < rules.fund_mood:
            continue
        missing = Terms(race, key, whole=False).missing_usd
        for investor in race.investors:
            if investor.facts.kind == "sovereign" and missing > 0:
                pledged = state.pledges.get(investor.key, 0)
                room = int(investor.facts.usd_per_quarter * rules.fund_quarters) - pledged
                usd = min(missing, int(investor.facts.usd_per_quarter * rules.fund_share), max(0, room))
                state.pledges[investor.key] = pledged + usd
                missing -= usd


def plans(race: "Race") -> dict[str, tuple[Terms, Terms, bool]]:
    """Giants that are not finished: terms of the next phase and of the whole, and whether one is under way."""
    going = {project.giant for project in race.world.projects}
    return {
        key: (Terms(race, key, whole=False), Terms(race, key, whole=True), key in going)
        for key, facts in race.level.giants.items()
        if race.world.giants[key].built < len(facts.phases)
    }


def views_of(race: "Race", firm: str, planned: dict[str, tuple[Terms, Terms, bool]]) -> dict[str, GiantView]:
    """What a firm can know of the giants that are not finished."""
    found = {}
    for key, (next_phase, whole, busy) in planned.items():
        facts, state = race.level.giants[key], race.world.giants[key]
        found[key] = GiantView(
            key,
            facts.name,
            facts.region,
            state.lead,
            firm in facts.leads,
            whole.phases,
            next_phase.cost_usd,
            next_phase.fit_out_usd,
            next_phase.slots,
            next_phase.kw,
            next_phase.months,
            whole.cost_usd,
            whole.months,
            next_phase.pledged_usd,
            next_phase.missing_usd,
            state.pledges.get(firm, 0),
            busy,
        )
    return found
