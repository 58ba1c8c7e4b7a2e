"""What minds do about people: pay against what else a lab offers, and seniors of better labs."""

from itertools import islice
from typing import TYPE_CHECKING

from agents.minds.draft import Draft, why
from agents.orders import Acquihire, AskAffiliate, Poach, SetPolicy

if TYPE_CHECKING:
    from levels.schema import Style

WORTH_LEARNING_ELO = 20.0
"""Public rating of a rival above one's own from which its people are worth a package."""
PACKAGES_OF_CASH = 0.06
"""Most of free cash that goes into packages."""
PACKAGE_USD = 12_000_000
"""What it offers each of a rival's people."""
LEAST_CHANCE = 0.12
LEAST_PAY_STEP = 0.1
WORST_BLOCK = 0.25
WORTH_TAKING_ELO = 3.0
BID_PERCENT = 120
"""Of the price asked, what it bids."""
CALM = 0.4
"""Opposition of an affiliate's shareholders below which one may ask for more."""


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
    if not style.poaching or not me.is_lab or me.runway_months < 0.75 * style.runway_months:
        return
    budget = PACKAGES_OF_CASH * style.poaching * max(0, draft.cash_usd - me.committed_usd)
    people = int(budget / PACKAGE_USD)
    if people < 2:
        return
    for rival in islice(view.rivals.best_first(), 2):
        if rival.arena_elo <= me.arena_elo + WORTH_LEARNING_ELO:
            return
        order = Poach(rival.key, people, PACKAGE_USD)
        if draft.chance_of(order) >= LEAST_CHANCE and draft.add(order, why("poach", rival=rival.name)):
            return


def take_over(draft: Draft, style: "Style") -> None:
    """Bid for the small lab that would teach most for its price, while authorities are likely to let it pass."""
    me, view = draft.view.me, draft.view
    budget = style.takeovers * (draft.cash_usd - me.committed_usd)
    if not view.startups or view.block_chance > WORST_BLOCK or me.runway_months < 9.0:
        return
    within = [s for s in view.startups if s.ask_usd <= budget and s.gain_elo >= WORTH_TAKING_ELO]
    if within:
        best = max(within, key=lambda s: (s.gain_elo / s.ask_usd, s.key))
        usd = min(int(budget), best.ask_usd * BID_PERCENT // 100)
        draft.add(Acquihire(best.key, usd), why("take-over", startup=best.name, elo=round(best.gain_elo)))


def lean_on_affiliate(draft: Draft, style: "Style") -> None:
    """Take data or a team from an affiliate while its shareholders are calm; the bolder the closer to a suit."""
    me = draft.view.me
    if not me.affiliate or me.affiliate_opposition > CALM + 0.2 * style.claims:
        return
    short = me.data_flop < 4.0 * max(me.run_flop, me.largest_flop)
    draft.add(AskAffiliate(me.affiliate, "data" if short else "people"), why("affiliate-more"))
