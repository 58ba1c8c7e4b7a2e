"""People: who leaves, and how many of the market's free people each lab can hire (model 8)."""

from typing import TYPE_CHECKING

from game.markets import control
from game.markets.rationing import water_fill

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race


def clear(race: "Race") -> None:
    """Staff leave by attraction and mood; free people go where momentum and compute per head are."""
    world, rules = race.world, race.level.rules.talent
    labs = [firm for firm in race.labs if firm.alive]
    free = rules.pool_per_month * (1.0 + rules.pool_growth) ** (world.month / 12.0)
    for firm in labs:
        leaving = quits(race, firm)
        firm.staff -= leaving
        free += leaving
    wanted = [int(firm.staff * max(0.0, firm.policies.hiring) + 0.5) for firm in labs]
    scores = [max(1, want) * pull(race, firm) for firm, want in zip(labs, wanted, strict=True)]
    for firm, hired in zip(labs, water_fill(int(free), wanted, scores, [f.key for f in labs]), strict=True):
        firm.staff += hired
    for firm in labs:
        if firm.policies.hiring < 0.0:
            let_go = int(-firm.policies.hiring * firm.staff)
            monthly = rules.usd_per_head_year / 12.0
            world.books.pay(firm.key, "~staff", int(let_go * monthly * rules.severance_months), "severance")
            _lose_skill(race, firm, let_go)
            firm.staff -= let_go
    _absorb_shells(race)


def momentum(race: "Race", firm: "FirmState") -> float:
    """Rating relative to the field's best, in hundreds of Elo, never above zero."""
    if firm.model is None:
        return -1.0
    best = max(rival.model.arena_elo for rival in race.labs if rival.alive and rival.model is not None)
    return (firm.model.arena_elo - best) / 100.0


def pull(race: "Race", firm: "FirmState") -> float:
    """How attractive a lab is: momentum, and compute per head."""
    rules = race.level.rules.talent
    per_head = firm.compute.usable / max(1, firm.staff)
    return float(max(0.05, 1.0 + rules.pull_momentum * momentum(race, firm)) * max(1.0, per_head) ** rules.pull_compute)


def quits(race: "Race", firm: "FirmState") -> int:
    """People who leave this month: more where the model falls behind, and after a false declaration."""
    rules = race.level.rules
    rate = race.level.firms[firm.key].attrition * (1.0 - rules.talent.quit_momentum * momentum(race, firm))
    rate *= control.restlessness(race, firm)
    if race.world.month <= firm.scare_until:
        rate *= rules.agi.false_quits
    leaving = int(firm.staff * min(1.0, rate) + 0.5)
    _lose_skill(race, firm, leaving)
    return leaving


def _lose_skill(race: "Race", firm: "FirmState", leaving: int) -> None:
    """Know-how goes with the people."""
    firm.skill -= race.level.rules.research.staff_skill * leaving / max(1, firm.staff)


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
    """Salaries of the labs."""
    monthly_usd = race.level.rules.talent.usd_per_head_year / 12.0
    for firm in race.labs:
        if firm.alive:
            race.world.books.pay(firm.key, "~staff", int(firm.staff * monthly_usd), "staff")
