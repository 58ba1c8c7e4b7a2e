"""People: what keeps them, who leaves and where to, what they know, and whom a rival can hire away (model 8).

U_i = al ln(pay) + be mission + ga ln(compute per head) + de momentum - ep ln(staff) + morale. A lab loses
h0 exp(-eta (u - u0)) of its staff a month: u is U less the field's mean, h0 and u0 are the lab's own at the opening.
Those who stay in the field choose by a logit of U (McFadden 1974); each senior who moves takes a part kap of what the
old lab knows beyond the new one, so that people narrow gaps to a leader who has nobody to learn from.
"""

from math import ceil, exp, fsum, log
from typing import TYPE_CHECKING

from agents import chance
from game.markets import control
from game.markets.choice import Places
from game.markets.rationing import water_fill

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race


def open_labs(race: "Race") -> None:
    """Remember how attractive each lab is at the opening, where its attrition is the level's."""
    labs = [firm for firm in race.labs if firm.alive]
    for firm, appeal in zip(labs, appeals(race, labs), strict=True):
        firm.appeal = firm.appeal_start = appeal


def clear(race: "Race") -> None:
    """Staff leave by what their lab offers; leavers and the market's free people go where they like it best."""
    world, rules = race.world, race.level.rules.talent
    labs = [firm for firm in race.labs if firm.alive]
    if not labs:
        return
    free = rules.pool_per_month * (1.0 + rules.pool_growth) ** (world.month / 12.0)
    likes = appeals(race, labs)
    for firm, appeal in zip(labs, likes, strict=True):
        firm.appeal = appeal
        firm.mood *= rules.mood_memory
        firm.guard *= rules.guard_memory
        _leave(race, firm)
        _founders(race, firm)
    wanted = [int(firm.staff * max(0.0, firm.policies.hiring) + 0.5) for firm in labs]
    pulls = [exp(rules.choice * like) for like in likes]
    moved = _move(race, labs, wanted, pulls)
    free += fsum(firm.left for firm in labs) - sum(moved)
    left = [want - came for want, came in zip(wanted, moved, strict=True)]
    scores = [max(1, want) * pull for want, pull in zip(wanted, pulls, strict=True)]
    for firm, hired, came in zip(
        labs, water_fill(int(free), left, scores, [firm.key for firm in labs]), moved, strict=True
    ):
        firm.staff += hired + came
        firm.joined = hired + came
    for firm in labs:
        if firm.policies.hiring < 0.0:
            _lay_off(race, firm)
    _absorb_shells(race)


def appeals(race: "Race", labs: "list[FirmState]") -> list[float]:
    """U of each lab less their mean, in the order of `labs`."""
    rules = race.level.rules.talent
    best = max((firm.model.arena_elo for firm in labs if firm.model is not None), default=0.0)
    liked = []
    for firm in labs:
        momentum = (firm.model.arena_elo - best) / 100.0 if firm.model is not None else -1.0
        staff = max(1, firm.staff)
        liked.append(
            rules.pay_weight * log(firm.policies.pay)
            + rules.mission_weight * mission(race, firm)
            + rules.compute_weight * log(max(1.0, firm.compute.usable / staff))
            + rules.momentum_weight * momentum
            - rules.bureaucracy_weight * log(staff)
            + firm.mood
        )
    mean = fsum(liked) / len(liked)
    return [like - mean for like in liked]


def mission(race: "Race", firm: "FirmState") -> float:
    """What people see in the work: the level's figure, care for safety, open weights, independence, and trust.

    Broken words, incidents and false declarations cost trust, and so the meaning that staff see in their work.
    """
    rules, facts = race.level.rules.talent, race.level.firms[firm.key]
    own = facts.lab.mission if facts.lab is not None else 0.0
    if firm.independent:
        own += rules.independence
    if firm.model is not None and firm.model.open_weights:
        own += rules.openness
    own += rules.safety_mission * firm.policies.safety
    return float(own + rules.mission_trust * (firm.trust - facts.trust))


def quit_rate(race: "Race", firm: "FirmState") -> float:
    """Share of the staff that leaves in a month."""
    rules = race.level.rules
    rate = race.level.firms[firm.key].attrition * exp(
        min(5.0, -rules.talent.quit_response * (firm.appeal - firm.appeal_start))
    )
    rate *= control.tender_hold(race, firm)
    if race.world.month <= firm.scare_until:
        rate *= rules.agi.false_quits
    return float(min(rules.talent.quit_most, rate))


def _leave(race: "Race", firm: "FirmState") -> None:
    firm.left = int(firm.staff * quit_rate(race, firm) + 0.5)
    lose_skill(race, firm, firm.left)
    firm.staff -= firm.left


def _founders(race: "Race", firm: "FirmState") -> None:
    """Founders leave like others, seldom; each takes trust, skill and morale along."""
    if not firm.founders:
        return
    world, rules = race.world, race.level.rules.talent
    push = -rules.quit_response * (firm.appeal - firm.appeal_start)
    each = rules.founder_hazard * exp(push if push < 5.0 else 5.0)
    hazard = 1.0 - (1.0 - each if each < 1.0 else 0.0) ** firm.founders
    if chance.happens(hazard, world.seed, firm.key, "founder", world.month):
        lose_founder(race, firm)


def lose_founder(race: "Race", firm: "FirmState") -> None:
    """One founder fewer: trust, skill and morale fall, and it is in the news."""
    rules = race.level.rules.talent
    firm.founders -= 1
    firm.staff = max(0, firm.staff - 1)
    firm.trust = max(0.0, firm.trust - rules.founder_trust)
    firm.skill -= rules.founder_skill
    firm.mood -= rules.founder_mood
    race.world.tell("users", "news-founder-leaves", firm.key, -1, left=firm.founders)


def _move(race: "Race", labs: "list[FirmState]", wanted: list[int], pulls: list[float]) -> list[int]:
    """Leavers who stay in the field go to rivals that hire, by a logit of what they offer; seniors carry know-how."""
    rules = race.level.rules.talent
    came = [0] * len(labs)
    places = Places(pulls, [firm.key for firm in labs], wanted)
    for i, origin in enumerate(labs):
        for j, joining in places.take_in(int(origin.left * rules.stay_share + 0.5), i):
            came[j] += joining
            bring_know_how(race, labs[j], origin, joining * rules.senior_share)
    return came


def bring_know_how(race: "Race", to: "FirmState", origin: "FirmState", seniors: float) -> float:
    """What so many seniors of one lab teach another; returns the Elo that it gains."""
    return teach(race, to, (origin.pre_elo, origin.post_elo, origin.skill), seniors)


def teach(race: "Race", to: "FirmState", known: tuple[float, float, float], seniors: float) -> float:
    """Pass on a part of what people know beyond their new lab: each senior kap of the gap, never more than all."""
    pre_elo, post_elo, elo = known
    if pre_elo <= to.pre_elo and post_elo <= to.post_elo and elo <= to.skill:
        return 0.0
    part = 1.0 - (1.0 - race.level.rules.talent.senior_know) ** seniors
    pre = part * (pre_elo - to.pre_elo) if pre_elo > to.pre_elo else 0.0
    post = part * (post_elo - to.post_elo) if post_elo > to.post_elo else 0.0
    skill = part * (elo - to.skill) if elo > to.skill else 0.0
    to.pre_elo += pre
    to.post_elo += post
    to.skill += skill
    return float(pre + post + skill)


def seniors_of(race: "Race", firm: "FirmState") -> int:
    """People of a lab whom others would hire away."""
    return int(firm.staff * race.level.rules.talent.senior_share)


def poach_most(race: "Race", rival: "FirmState") -> int:
    """Largest team that can be approached at once."""
    rules = race.level.rules.talent
    return min(rules.poach_team, int(seniors_of(race, rival) * rules.poach_part))


def poach_chance(race: "Race", firm: "FirmState", rival: "FirmState", usd_per_head: int) -> float:
    """Chance that one approached senior comes: the two labs' appeal, the package, and how well the rival guards.

    Who has been poached from in the last year knows the poacher's people: the way back is easier.
    """
    rules = race.level.rules.talent
    odds = (
        rules.poach_base
        + rules.choice * (firm.appeal - rival.appeal)
        + rules.poach_pay * log(usd_per_head / rules.poach_usd)
        - rival.guard
    )
    if race.world.month - firm.poached_by.get(rival.key, -99) <= rules.grudge_months:
        odds += rules.grudge
    return float(1.0 / (1.0 + exp(-min(50.0, max(-50.0, odds)))))


def poach(race: "Race", firm: "FirmState", rival: "FirmState", people: int, usd_per_head: int) -> None:
    """Approach a rival's seniors; each decides alone. Who comes is paid a package and brings know-how."""
    world, rules = race.world, race.level.rules.talent
    odds = poach_chance(race, firm, rival, usd_per_head)
    coming = sum(
        chance.happens(odds, world.seed, firm.key, "poach " + rival.key, world.month, n) for n in range(people)
    )
    rival.guard += rules.guard
    rival.poached_by[firm.key] = world.month
    if not coming:
        world.tell("users", "news-poach-none", firm.key, 0, rival=race.level.firms[rival.key].name)
        return
    world.books.pay(firm.key, "~staff", coming * usd_per_head, "packages")
    gained = bring_know_how(race, firm, rival, float(coming))
    lose_skill(race, rival, coming * rules.senior_worth)
    rival.mood -= rules.poach_mood * coming / max(1, seniors_of(race, rival))
    rival.staff -= coming
    firm.staff += coming
    name = race.level.firms[rival.key].name
    world.tell("users", "news-poached", firm.key, 1, rival=name, people=coming, elo=round(gained, 1))
    poacher = race.level.firms[firm.key].name
    world.tell("users", "news-poached-from", rival.key, -1, rival=poacher, people=coming)


def release_delay(race: "Race", firm: "FirmState") -> int:
    """Months by which low morale holds up a finished model (S018)."""
    rules = race.level.rules.talent
    return min(rules.delay_most, ceil(max(0.0, -firm.mood - rules.delay_free) * rules.delay_months))


def lose_skill(race: "Race", firm: "FirmState", leaving: float) -> None:
    """Know-how goes with the people."""
    firm.skill -= race.level.rules.research.staff_skill * leaving / max(1, firm.staff)


def _lay_off(race: "Race", firm: "FirmState") -> None:
    rules = race.level.rules.talent
    let_go = int(-firm.policies.hiring * firm.staff)
    monthly = rules.usd_per_head_year / 12.0
    race.world.books.pay(firm.key, "~staff", int(let_go * monthly * rules.severance_months), "severance")
    lose_skill(race, firm, let_go)
    firm.mood -= rules.layoff_mood * let_go / max(1, firm.staff)
    firm.staff -= let_go


def _absorb_shells(race: "Race") -> None:
    """What is left of a firm that was taken over in all but name goes to its owner."""
    for key, shell in race.shells:
        state = race.world.firms[key]
        moving = int(state.staff * shell.absorbed_per_month + 0.5)
        owner = race.world.firms[shell.owner]
        if moving and owner.alive:
            state.staff -= moving
            owner.staff += moving


def pay(race: "Race") -> None:
    """Salaries of the labs, at the level of pay that each has set."""
    monthly_usd = race.level.rules.talent.usd_per_head_year / 12.0
    for firm in race.labs:
        if firm.alive:
            race.world.books.pay(firm.key, "~staff", int(firm.staff * monthly_usd * firm.policies.pay), "staff")
