"""Orders of the deals desk: waivers, new terms, affiliates, claims and the declaration."""

from math import exp
from statistics import NormalDist
from typing import TYPE_CHECKING

from agents import chance
from agents.desk import Refusal
from agents.orders import Announce, AskAffiliate, AskWaiver, BorrowCards, DeclareAgi, Renegotiate
from game import news
from game.door.planned import Granted, Planned, grant, line, refuse
from game.markets import affiliates, deals, ties

if TYPE_CHECKING:
    from agents.desk import Line
    from game.race import Race
    from game.world import Tie


def check_waiver(race: "Race", firm: str, planned: Planned, order: AskWaiver) -> Granted | Refusal:
    tie = next((t for t in race.lists.ties_of(firm) if t.partner == order.partner and t.exclusive), None)
    if tie is None or planned.of("waiver"):
        return refuse("refuse-no-exclusivity")
    yearly = int(race.world.firms[firm].run_rates[-1] * tie.waiver_revenue_share)
    lines = [line("quote-waiver", share=tie.waiver_revenue_share, money=yearly)]
    return grant(0, lines, race.world.month + 1, waiver=1)


def do_waiver(race: "Race", firm: str, order: AskWaiver) -> None:
    deals.waive(race, firm, order.partner)


def check_renegotiate(race: "Race", firm: str, planned: Planned, order: Renegotiate) -> Granted | Refusal:
    tie = ties.find(race, firm, order.partner) or ties.find(race, order.partner, firm)
    if tie is None or tie.notice >= 0:
        return refuse("refuse-no-tie")
    name = f"tie {tie.lab} {tie.partner}"
    rules, month = race.level.rules.ties, race.world.month
    wait = rules.wait_months - (month - tie.asked)
    if planned.of(name):
        return refuse("refuse-twice")
    if order.ask == "end":
        return grant(0, [line("quote-notice", months=rules.notice_months)], month + 1, **{name: 1})
    if wait > 0:
        return refuse("refuse-asked-lately", months=wait)
    weighed = ties.balance(race, tie)
    case = _case(race, tie, firm == tie.lab, order.ask, weighed)
    if isinstance(case, Refusal):
        return case
    signs = ties.accept_chance(race, tie)
    lines = [
        *case,
        line("quote-signs", chance=round(signs, 3)),
        line("quote-dependence-lab", share=round(weighed.dependence_lab, 3)),
        line("quote-dependence-backer", share=round(weighed.dependence_backer, 3)),
        line("quote-fair-share", now=round(tie.revenue_share, 3), fair=round(weighed.fair_share, 3)),
    ]
    return grant(0, lines, month + 1, fill=signs, **{name: 1})


def _case(race: "Race", tie: "Tie", is_lab: bool, ask: str, weighed: ties.Balance) -> "list[Line] | Refusal":
    """What an ask would bring, or why there is nothing to ask for."""
    rules = race.level.rules.ties
    due = weighed.due_usd if is_lab else -weighed.due_usd
    gap = (tie.revenue_share - weighed.fair_share) * (1.0 if is_lab else -1.0)
    price = ties.asks_usd(race, tie, ask, weighed)
    if ask == "clause":
        return [line("quote-clause")] if tie.clause == "ambiguous" else refuse("refuse-no-case")
    for_lab = ask in ("compute", "waiver")
    if (ask != "share" and for_lab is not is_lab) or (ask == "share" and gap < rules.least_gap):
        return refuse("refuse-no-case")
    if due < price or due <= 0.0:
        return refuse("refuse-weak-case", money=int(max(0.0, price - due)))
    if ask == "share":
        return [line("quote-new-share", share=round(tie.revenue_share + ties.step_of(race, tie, weighed), 3))]
    if ask == "compute":
        h100e, rent = ties.rebate_of(race, tie, weighed)
        return [line("quote-built-for", h100e=h100e, rent=round(rent, 2))] if h100e > 0 else refuse("refuse-no-lessor")
    if ask == "licence":
        return [line("quote-licence-longer", months=rules.licence_months)]
    if (ask == "waiver") is not tie.exclusive:
        return refuse("refuse-no-case")
    return [line("quote-first-refusal" if ask == "waiver" else "quote-exclusive")]


def do_renegotiate(race: "Race", firm: str, order: Renegotiate) -> None:
    tie = ties.find(race, firm, order.partner) or ties.find(race, order.partner, firm)
    assert tie is not None
    if order.ask == "end":
        ties.give_notice(race, tie)
    else:
        ties.sign(race, tie, firm, order.ask)


def check_borrow_cards(race: "Race", firm: str, planned: Planned, order: BorrowCards) -> Granted | Refusal:
    facts = race.level.firms.get(order.affiliate)
    if facts is None or facts.affiliate is None or facts.affiliate.of != firm:
        return refuse("refuse-no-affiliate")
    most = deals.lendable_h100e(race, order.affiliate) - planned.of("lend " + order.affiliate)
    if not 0 < order.h100e <= max(0, most):
        return refuse("refuse-lend-size", most=max(0, most), h100e=max(0, most))
    rules = race.level.rules
    monthly = int(order.h100e * rules.leases.owner_cost_usd * rules.power.hours_per_month)
    lines = [line("quote-rent", money=monthly, rent=rules.leases.owner_cost_usd), line("quote-shareholders")]
    return grant(0, lines, race.world.month + 1, **{"lend " + order.affiliate: order.h100e})


def do_borrow_cards(race: "Race", firm: str, order: BorrowCards) -> None:
    deals.lend(race, order.affiliate, firm, order.h100e)


def check_affiliate(race: "Race", firm: str, planned: Planned, order: AskAffiliate) -> Granted | Refusal:
    facts = race.level.firms.get(order.affiliate)
    if facts is None or facts.affiliate is None or facts.affiliate.of != firm:
        return refuse("refuse-no-affiliate")
    terms, name = facts.affiliate, f"{order.what} {order.affiliate}"
    if planned.of(name):
        return refuse("refuse-twice")
    if order.what == "data":
        tokens = affiliates.data_tokens(race, order.affiliate)
        if tokens <= 0.0:
            return refuse("refuse-nothing-there")
        brings, more = line("quote-data", tokens=tokens), terms.data_opposition
    else:
        team = affiliates.people(race, order.affiliate)
        if not team:
            return refuse("refuse-nothing-there")
        brings, more = line("quote-team", people=team), terms.team_opposition
    now = race.world.firms[order.affiliate].opposition
    lines = [brings, line("quote-holders", now=round(now, 3), after=round(now + more, 3))]
    return grant(0, lines, race.world.month + 1, **{name: 1})


def do_affiliate(race: "Race", firm: str, order: AskAffiliate) -> None:
    affiliates.transfer(race, order.affiliate, firm, order.what)


def check_announce(race: "Race", firm: str, planned: Planned, order: Announce) -> Granted | Refusal:
    state, rules = race.world.firms[firm], race.level.rules.public
    if planned.of("claim") or any(c.kind == "h100e_online" for c in race.lists.claims_of(firm)):
        return refuse("refuse-claim-stands")
    most = int(max(1, state.compute.usable) * rules.claim_most)
    if not state.compute.usable < order.h100e <= most:
        return refuse("refuse-claim-size", most=most, h100e=most)
    bump = news.bump_of(race, state, order.h100e)
    usd = int(state.valuation_usd * (exp(bump) - 1.0))
    lines = [line("quote-claim", money=usd), line("quote-claim-risk", chance=rules.check_hazard)]
    return grant(0, lines, race.world.month + 1, claim=1)


def do_announce(race: "Race", firm: str, order: Announce) -> None:
    news.claim(race, race.world.firms[firm], order.h100e)


def check_agi(race: "Race", firm: str, planned: Planned, order: DeclareAgi) -> Granted | Refusal:
    state = race.world.firms[firm]
    if state.model is None:
        return refuse("refuse-no-lab")
    if race.world.public.agi_month >= 0:
        return refuse("refuse-agi-done")
    if state.scare_until >= race.world.month or planned.of("agi"):
        return refuse("refuse-agi-again")
    rules = race.level.rules.agi
    spread = (rules.sd_elo**2 + (1.7 * rules.panel_elo) ** 2) ** 0.5
    chance_now = NormalDist(rules.mean_elo, max(spread, 1e-6)).cdf(state.model.true_elo)
    lines = [
        line("quote-agi", low=round(rules.mean_elo - rules.sd_elo), high=round(rules.mean_elo + rules.sd_elo)),
        line("quote-agi-chance", chance=round(chance_now, 3)),
        line("quote-agi-cost", trust=rules.false_trust, months=rules.false_months),
    ]
    return grant(0, lines, race.world.month + 1, agi=1)


def do_agi(race: "Race", firm: str, order: DeclareAgi) -> None:
    """The panel accepts with logistic((elo - theta) / scale); a partner's licence then ends (model 11)."""
    world, rules = race.world, race.level.rules.agi
    state = world.firms[firm]
    assert state.model is not None
    margin = (state.model.true_elo - world.public.agi_theta) / rules.panel_elo
    chance_accepted = 1.0 / (1.0 + exp(-min(50.0, max(-50.0, margin))))
    if chance.happens(chance_accepted, world.seed, firm, "agi panel", world.month):
        world.public.agi_month = world.month
        ties.declared(race, firm, accepted=True)
        if firm in world.scores:
            world.scores[firm].bonus += rules.bonus
        world.tell("crown", "news-agi", firm, 1)
    else:
        state.trust = max(0.0, state.trust - rules.false_trust)
        state.scare_until = world.month + rules.false_months
        ties.declared(race, firm, accepted=False)
        world.tell("triangle-alert", "news-agi-false", firm, -1)
