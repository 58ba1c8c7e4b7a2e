"""Orders for giant projects: pledge to one, and break ground for a phase or for all that is left."""

from typing import TYPE_CHECKING

from agents.desk import Refusal
from agents.orders import BuildGiant, PledgeGiant
from game import building, giants
from game.door.planned import Granted, Planned, grant, line, refuse

if TYPE_CHECKING:
    from game.race import Race


def check_pledge(race: "Race", firm: str, planned: Planned, order: PledgeGiant) -> Granted | Refusal:
    facts = race.level.giants.get(order.giant)
    if facts is None or order.amount_usd <= 0:
        return refuse("refuse-no-giant")
    state = race.world.giants[order.giant]
    if not state.lead and firm not in facts.leads:
        return refuse("refuse-giant-no-lead")
    if state.built >= len(facts.phases) or planned.of("giant " + order.giant):
        return refuse("refuse-no-giant")
    terms = giants.Terms(race, order.giant, whole=True)
    most = terms.cost_usd + terms.fit_out_usd - state.pledges.get(firm, 0)
    if order.amount_usd > most:
        return refuse("refuse-giant-most", most=max(0, most), money=max(0, most))
    fee = giants.fee_usd(race, order.amount_usd)
    share = order.amount_usd / max(1, terms.cost_usd + terms.fit_out_usd)
    lines = [
        line("quote-giant-fee", fee),
        line("quote-giant-part", slots=int(terms.slots * share), mw=int(terms.kw * share) // 1000),
        line("quote-giant-missing", money=max(0, terms.missing_usd)),
    ]
    return grant(fee, lines, race.world.month + 1, **{"giant " + order.giant: 1})


def do_pledge(race: "Race", firm: str, order: PledgeGiant) -> None:
    giants.pledge(race, firm, order.giant, order.amount_usd)


def check_build(race: "Race", firm: str, planned: Planned, order: BuildGiant) -> Granted | Refusal:
    facts = race.level.giants.get(order.giant)
    if facts is None or planned.of("giant " + order.giant):
        return refuse("refuse-no-giant")
    state = race.world.giants[order.giant]
    may_lead = firm == state.lead or (not state.lead and facts.lead_most >= 1.0 and firm in facts.leads)
    if not may_lead:
        return refuse("refuse-giant-no-lead")
    terms = giants.Terms(race, order.giant, whole=order.whole)
    if not terms.phases or giants.is_under_way(race, order.giant):
        return refuse("refuse-giant-under-way")
    if terms.missing_usd > 0:
        return refuse("refuse-giant-partners", money=terms.missing_usd)
    own = 1.0 - min(1.0, terms.pledged_usd / max(1, terms.cost_usd + terms.fit_out_usd))
    down = int(terms.cost_usd * own * race.level.rules.building.down_payment) + 1
    stretched = round(terms.months * building.congestion(race))
    lines = [
        line("quote-hall-now", down),
        line("quote-hall-later", money=int(terms.cost_usd * own) - down, months=stretched),
        line("quote-giant-places", slots=terms.slots, mw=terms.kw // 1000),
        line("quote-giant-risk", share=giants.expected_overrun(race, order.giant, terms)),
    ]
    return grant(down, lines, race.world.month + 1 + stretched, **{"giant " + order.giant: 1})


def do_build(race: "Race", firm: str, order: BuildGiant) -> None:
    state = race.world.giants[order.giant]
    state.lead = state.lead or firm
    giants.begin(race, order.giant, whole=order.whole)
