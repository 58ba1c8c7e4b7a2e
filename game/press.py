"""Promises, credibility and leaks (model 9).

A dated promise of the best model lifts the valuation until its day; a word that is kept earns credibility, one that
is missed costs it, and credibility scales what the next word is worth. People who leave talk: of a finished model
that waits, or of a claim that is not true.
"""

from math import exp
from typing import TYPE_CHECKING

from agents import chance
from agents.public import Claim

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race


def promise(race: "Race", firm: "FirmState", months: int) -> None:
    """Promise the best model of all by a month: the valuation rises by as much as the firm is believed."""
    world = race.world
    bump, due = bump_of_promise(race, firm), world.month + months
    world.public.claims.append(Claim(firm.key, "best_model", 0, world.month, due, bump))
    firm.bump += bump
    firm.promised_due = due
    world.tell("megaphone", "news-promise", firm.key, 0, months=months)


def bump_of_promise(race: "Race", firm: "FirmState") -> float:
    """Rise of the valuation by a promise, as a logarithm."""
    return float(race.level.rules.press.promise_bump * firm.credibility)


def judge(race: "Race", firm: "FirmState", claim: Claim) -> None:
    """The day has come: has it the strongest model?"""
    rules, press = race.level.rules.public, race.level.rules.press
    best = max((rival.model.arena_elo for rival in race.labs if rival.alive and rival.model), default=0.0)
    firm.promised_due = -1
    if firm.model is not None and firm.model.arena_elo >= best:
        firm.bump -= claim.bump
        firm.trust = min(1.0, firm.trust + rules.kept_trust)
        firm.credibility = min(press.credibility_most, firm.credibility + press.kept)
        race.world.tell("trophy", "news-promise-kept", firm.key, 1)
    else:
        firm.bump -= 2.0 * claim.bump
        firm.trust = max(0.0, firm.trust - rules.missed_trust)
        firm.credibility *= 1.0 - press.missed
        race.world.tell("triangle-alert", "news-promise-missed", firm.key, -1)


def talk(race: "Race") -> None:
    """A month of memory and of leaks: who loses people keeps fewer secrets."""
    rules, world = race.level.rules.press, race.world
    for firm in race.labs:
        if not firm.alive:
            continue
        firm.credibility += rules.forget * (1.0 - firm.credibility)
        held = firm.held if firm.held is not None and not firm.held.leaked else None
        false = next((c for c in race.lists.claims_of(firm.key) if c.kind == "h100e_online"), None)
        if held is None and false is None:
            continue
        leaving = firm.left / max(1, firm.staff) / rules.leak_rate
        if not chance.happens(min(1.0, rules.leak_hazard * leaving), world.seed, firm.key, "leak", world.month):
            continue
        if held is not None:
            held.leaked = True
            world.tell("newspaper", "news-leak", firm.key, 0, model=held.name, elo=round(held.base_elo + firm.post_elo))
        elif false is not None:
            false.due = min(false.due, world.month - 1)
            false.leaked = True


def fair_after(usd: int, bump: float) -> int:
    """Change of a valuation by a bump, in USD."""
    return int(usd * (exp(bump) - 1.0))
