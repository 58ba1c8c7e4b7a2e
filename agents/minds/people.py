"""What minds do about people: pay against what else a lab offers, and seniors of better labs."""

from typing import TYPE_CHECKING

from agents.minds.draft import Draft, why
from agents.orders import Poach, SetPolicy

if TYPE_CHECKING:
    from agents.view import RivalView
    from levels.schema import Style

WORTH_LEARNING_ELO = 15.0
"""Public rating of a rival above one's own from which its people are worth a package."""
PACKAGES_OF_CASH = 0.12
"""Most of free cash that goes into packages."""
PACKAGE_USD = 12_000_000
LEAST_CHANCE = 0.08
LEAST_PAY_STEP = 0.1


def pay_people(draft: Draft, style: "Style", *, poor: bool) -> None:
    """Pay what the style pays; more when people leave faster than at the start, no more than thrift allows."""
    me = draft.view.me
    wanted = style.pay * (1.0 + min(0.5, max(0.0, -0.5 * me.appeal)))
    wanted = min(1.0, wanted) if poor else wanted
    if abs(me.pay - wanted) > LEAST_PAY_STEP:
        draft.add(SetPolicy("pay", round(wanted, 2)), why("pay"))


def hire_away(draft: Draft, style: "Style") -> None:
    """Approach a team of the lab that is best by the public list, if its people know more and some would come."""
    me, view = draft.view.me, draft.view
    if not style.poaching or not me.is_lab or me.runway_months < 6.0:
        return
    budget = PACKAGES_OF_CASH * style.poaching * max(0, draft.cash_usd - me.committed_usd)
    people = int(budget / PACKAGE_USD)
    better = [r for r in view.rivals.values() if r.alive and r.arena_elo > me.arena_elo + WORTH_LEARNING_ELO]
    if people < 2:
        return
    for rival in sorted(better, key=_by_rating)[:2]:
        order = Poach(rival.key, people, PACKAGE_USD)
        if draft.chance_of(order) >= LEAST_CHANCE and draft.add(order, why("poach", rival=rival.name)):
            return


def _by_rating(rival: "RivalView") -> tuple[float, str]:
    return -rival.arena_elo, rival.key
