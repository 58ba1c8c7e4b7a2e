"""Orders of the deals desk: waivers, affiliates, claims and the declaration."""

from math import exp
from statistics import NormalDist
from typing import TYPE_CHECKING

from agents import chance
from agents.desk import Refusal
from agents.orders import Announce, AskWaiver, BorrowCards, DeclareAgi
from game import news
from game.door.planned import Granted, Planned, grant, line, refuse
from game.markets import deals

if TYPE_CHECKING:
    from game.race import Race


def check_waiver(race: "Race", firm: str, planned: Planned, order: AskWaiver) -> Granted | Refusal:
    tie = next((t for t in race.world.ties if t.lab == firm and t.partner == order.partner and t.exclusive), None)
    if tie is None or planned.of("waiver"):
        return refuse("refuse-no-exclusivity")
    yearly = int(race.world.firms[firm].run_rates[-1] * tie.waiver_revenue_share)
    lines = [line("quote-waiver", share=tie.waiver_revenue_share, money=yearly)]
    return grant(0, lines, race.world.month + 1, waiver=1)


def do_waiver(race: "Race", firm: str, order: AskWaiver) -> None:
    deals.waive(race, firm, order.partner)


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


def check_announce(race: "Race", firm: str, planned: Planned, order: Announce) -> Granted | Refusal:
    state, rules = race.world.firms[firm], race.level.rules.public
    if planned.of("claim") or any(c.firm == firm and c.kind == "h100e_online" for c in race.world.public.claims):
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
        for tie in world.ties:
            if tie.lab == firm and tie.licence:
                tie.licence, tie.exclusive, tie.revenue_share = False, False, 0.0
        if firm in world.scores:
            world.scores[firm].bonus += rules.bonus
        world.tell("crown", "news-agi", firm, 1)
    else:
        state.trust = max(0.0, state.trust - rules.false_trust)
        state.scare_until = world.month + rules.false_months
        world.tell("triangle-alert", "news-agi-false", firm, -1)
