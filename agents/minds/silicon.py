"""Own chips and scarce inputs: when a firm designs silicon of its own, and when it pays for capacity."""

from typing import TYPE_CHECKING

from agents.desk import Quote
from agents.minds.draft import Draft, why
from agents.orders import FundChip, ReserveCapacity

if TYPE_CHECKING:
    from agents.orders import Supplier
    from levels.schema import Style

BUYS_A_YEAR = 0.5
"""Cards that a firm reckons to buy in a year, over what it uses now."""
YEARS_OF_USE = 3.0
"""How long a chip is bought."""
MOST_OF_CASH = 0.2
"""Part of its cash that the whole programme may take."""
LEAST_RUNWAY = 8.0
"""Months below which the work rests."""
LONG_BOOK_MONTHS = 5.0
"""Orders of a chip, in months of what is made, beyond which a firm pays for what makes too few of it."""
PART_OF_BUDGET = 0.1
LEAST_RESERVED = 500
SUPPLIERS: "dict[str, Supplier]" = {"packaging": "packaging", "logic": "logic", "memory": "memory"}


def design_a_chip(draft: Draft, style: "Style") -> None:
    """Begin, or take up again, the programme that pays soonest, if so many cards will be needed; rest it when poor."""
    me, own = draft.view.me, draft.view.me.silicon
    if own is None or not own.partners or style.own_chip <= 0.0:
        return
    if own.usd_per_quarter:
        if me.runway_months < LEAST_RUNWAY:
            draft.add(FundChip(own.partner, 0), why("own-chip-rest"))
        return
    if me.runway_months < style.runway_months:
        return
    needed = me.usable_h100e * BUYS_A_YEAR * YEARS_OF_USE * style.own_chip / draft.view.chips[own.chip].h100e
    known = [p for p in own.partners if not own.partner or p.key == own.partner]
    worth = [
        partner
        for partner in known
        if 0 < partner.break_even_cards < needed
        and partner.usd_per_quarter * partner.months / 3.0 < MOST_OF_CASH * max(0, me.cash_usd)
    ]
    if worth:
        best = min(worth, key=lambda partner: (partner.break_even_cards * (1.0 + partner.respin), partner.key))
        draft.add(FundChip(best.key, best.usd_per_quarter), why("own-chip", cards=best.break_even_cards))


def reserve_the_scarce(draft: Draft, budget_usd: float) -> None:
    """Pay for new capacity of the input that is short, for the chip with the longest book that it may buy."""
    view, me = draft.view, draft.view.me
    short = [
        offer
        for offer in view.offers.chips.values()
        if offer.maker in me.makers
        and offer.supply_cards > 0
        and offer.ordered_cards > LONG_BOOK_MONTHS * offer.supply_cards
        and (not view.chips[offer.chip].buyers or me.key in view.chips[offer.chip].buyers)
    ]
    if not short or budget_usd <= 0 or draft.full or not view.sites:
        return
    offer = max(short, key=lambda offer: (offer.ordered_cards / offer.supply_cards, offer.chip))
    supplier = SUPPLIERS[offer.bottleneck]
    answer = draft.desk.quote(draft.orders, ReserveCapacity(offer.chip, supplier, LEAST_RESERVED))
    if not isinstance(answer, Quote):
        return
    cards = int(PART_OF_BUDGET * budget_usd / max(1.0, answer.cash_usd / LEAST_RESERVED))
    if cards >= LEAST_RESERVED:
        draft.add(ReserveCapacity(offer.chip, supplier, cards), why("reserve", chip=view.chips[offer.chip].name))
