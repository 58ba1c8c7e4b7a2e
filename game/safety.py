"""Safety work, incidents and the pact (model 9a).

Safety work is a share of research compute and builds a stock: the rating up to which a lab can hold its models.
Incidents come with hazard h0 exp((capability - stock) / k) x deployment and are as grave as a Pareto law says. They
cost the firm, and everybody's trust too, so that safety is partly a public good (after Armstrong, Bostrom and Shulman
2016). A pact binds its members to a share; without verification a breach is found by rumour only.
"""

from math import exp, fsum
from typing import TYPE_CHECKING

from agents import chance
from game import regulation, research
from game.world import Pact

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race


def work(race: "Race") -> None:
    """A month of safety work: it grows with the compute it gets, and spreads slowly to who is behind."""
    labs = [firm for firm in race.labs if firm.alive]
    if not labs:
        return
    rules = race.level.rules.safety
    mean = fsum(research.spare_h100e(firm) for firm in labs) / len(labs)
    best = max(firm.safety_elo for firm in labs)
    spread = 1.0 - 0.5 ** (1.0 / rules.half_life)
    for firm in labs:
        effort = (firm.compute.safety / max(1.0, rules.usual_share * mean)) ** rules.exponent
        firm.safety_elo += rules.per_year / 12.0 * effort + spread * (best - firm.safety_elo)


def hazard(race: "Race", firm: "FirmState") -> float:
    """Monthly chance of an incident."""
    if firm.model is None:
        return 0.0
    rules = race.level.rules
    gap = (firm.model.true_elo - firm.safety_elo) / rules.safety.hazard_elo
    chance_a_month = rules.public.incident_hazard * firm.user_share * exp(gap if gap < 50.0 else 50.0)
    return chance_a_month if chance_a_month < 1.0 else 1.0


def incidents(race: "Race") -> None:
    """Deployed models fail in public now and then; trust is lost, partly by everybody."""
    world = race.world
    labs = [firm for firm in race.labs if firm.alive]
    fade = 1.0 - race.level.rules.safety.incident_fade
    for firm in labs:
        firm.unsettled *= fade
        if chance.happens(hazard(race, firm), world.seed, firm.key, "incident", world.month):
            strike(race, firm, severity(race, firm))


def severity(race: "Race", firm: "FirmState") -> float:
    """How grave the month's incident is: Pareto, one at least."""
    rules = race.level.rules.safety
    pick = chance.draw(race.world.seed, firm.key, "severity", race.world.month)
    return float(min(rules.severity_most, pick ** (-1.0 / rules.severity)))


def strike(race: "Race", firm: "FirmState", grave: float) -> None:
    """What an incident does: to the firm's trust, users and companies, to everybody's trust, and to politics."""
    rules, world = race.level.rules, race.world
    firm.trust = max(0.0, firm.trust - rules.public.incident_trust * grave)
    lost = firm.user_share * min(0.5, rules.safety.incident_users * grave)
    others = 1.0 - firm.user_share
    for rival in race.labs:
        if not rival.alive:
            continue
        rival.trust = max(0.0, rival.trust - rules.public.incident_shared * grave)
        if rival is not firm and others > 0.0:
            rival.user_share += lost * rival.user_share / others
    if others > 0.0:
        firm.user_share -= lost
    firm.unsettled += rules.safety.incident_seats * grave
    regulation.alarm(race, grave)
    world.tell("triangle-alert", "news-incident", firm.key, -1, grave=round(grave, 1))


def join(race: "Race", firm: "FirmState", share: float, verified: bool) -> None:
    """Join the pact, or found one; its members do as it says from now on."""
    world = race.world
    if world.pact is None:
        world.pact = Pact(share, verified, [])
    world.pact.members.append(firm.key)
    firm.policies.safety = max(firm.policies.safety, world.pact.share)
    firm.trust = min(1.0, firm.trust + race.level.rules.safety.pact_goodwill)
    world.tell("shield", "news-pact", firm.key, 1, share=world.pact.share, members=len(world.pact.members))


def leave(race: "Race", firm: "FirmState") -> None:
    """Leave in the open: the goodwill goes."""
    firm.trust = max(0.0, firm.trust - race.level.rules.safety.pact_goodwill)
    _strike_off(race, firm.key)
    race.world.tell("log-out", "news-pact-left", firm.key, -1)


def pay_inspectors(race: "Race") -> None:
    """Members of a pact that is verified pay for it."""
    world = race.world
    if world.pact is not None and world.pact.verified:
        for key in world.pact.members:
            if world.firms[key].alive:
                world.books.pay(key, "~inspectors", race.level.rules.safety.pact_usd // 12, "verification")


def verify(race: "Race") -> None:
    """A month of the pact: who keeps less safety work than promised may be found out."""
    world, rules = race.world, race.level.rules.safety
    pact = world.pact
    if pact is None:
        return
    checks = rules.pact_checks if pact.verified else rules.pact_rumours
    for key in list(pact.members):
        firm = world.firms[key]
        if not firm.alive:
            _strike_off(race, key)
            continue
        below = firm.policies.safety < pact.share - 1e-9
        if below and chance.happens(checks, world.seed, key, "pact", world.month):
            firm.trust = max(0.0, firm.trust - rules.pact_trust)
            firm.credibility *= 1.0 - race.level.rules.press.missed
            _strike_off(race, key)
            world.tell("eye", "news-pact-broken", key, -1)


def _strike_off(race: "Race", key: str) -> None:
    pact = race.world.pact
    if pact is not None and key in pact.members:
        pact.members.remove(key)
        if not pact.members:
            race.world.pact = None
