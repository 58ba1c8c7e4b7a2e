"""The mind of lessors and parents: spend the capital budget on cards, halls and power, tenants' contracts first."""

from agents.desk import Advice, Desk
from agents.minds.draft import Draft
from agents.minds.giants import manage_works
from agents.minds.growth import cost_usd, grow, house_the_homeless, light_the_dark
from agents.minds.lessor import order_h100e, pipeline_h100e
from agents.minds.power import LESSOR, build_plants, fix_price, keep_peace
from agents.minds.resale import buy_used, sell_the_idle
from agents.minds.silicon import reserve_the_scarce
from agents.minds.sites import bid_for_site

HEADROOM = 4.0
"""Halls and power that a lessor plans ahead of a turn's cards."""
HASTE = 0.5
"""Part of places and power not yet in time for which it orders cards all the same."""
TIME_VALUE = 0.5
"""Part of the worth of time that a lessor bids: its cards earn their rent wherever they stand."""


class CloudMind:
    """One-line rule: want capacity by the expected rent, and pay for the leg of the stool that is missing."""

    name = "cloud"

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk, LESSOR)
        me = draft.view.me
        keep_peace(draft, LESSOR)
        light_the_dark(draft, turbine_share=0.0)
        house_the_homeless(draft)
        months = draft.view.months_per_turn
        budget = min(float(max(0, draft.cash_usd)), me.capex_usd_per_year / 12.0 * months)
        wish = min(budget, self._wish_usd(draft))
        manage_works(draft, budget)
        bid_for_site(draft, budget, TIME_VALUE)
        sell_the_idle(draft)
        reserve_the_scarce(draft, budget)
        budget = buy_used(draft, budget)
        grow(draft, budget, HEADROOM, turbine_share=0.0, haste=HASTE, ahead_usd=wish)
        build_plants(draft, LESSOR, wish)
        fix_price(draft, LESSOR)
        return draft.advice

    def _wish_usd(self, draft: Draft) -> float:
        """What the capacity that it wants costs: by the rent it expects, less what it has under way."""
        view = draft.view
        key, cycle = draft.best_chip(), view.cycle
        if key is None or cycle is None:
            return 0.0
        wanted = order_h100e(cycle, float(view.me.owned_h100e), pipeline_h100e(view), cycle.supply_line)
        return wanted / view.chips[key].h100e * cost_usd(view, key)
