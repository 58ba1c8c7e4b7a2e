"""How a lab that rents grows: it anchors a lessor's site while its purse carries the rent, and steps into late ones."""

from typing import TYPE_CHECKING

from msgspec import structs

from agents.minds.draft import Draft, why
from agents.orders import AnchorSite, StepIn

if TYPE_CHECKING:
    from levels.schema import Style

LEAST_H100E = 10_000
MOST_OF_FLEET = 0.4
"""Largest anchored site, relative to the compute at hand."""
DAMAGES = 0.5
"""Part of the rent that it asks for each month of delay."""
MONTHS = 48
WAIT_MONTHS = 12
PREPAY = 0.5
"""Part of the cards paid in advance when cards are short."""
SHORT_MONTHS = 6
"""Months of output on order that make a card short."""
LEAST_LEFT = 0.6
"""Part of its cash that it keeps when it pays in advance."""


def anchor_site(draft: Draft, style: "Style") -> None:
    """Anchor where power is soonest, with the lessor that could build most; one at a time."""
    view, me = draft.view, draft.view.me
    for anchor in view.anchors:
        if anchor.may_step_in and draft.cash_usd > 3 * anchor.step_in_usd:
            draft.add(StepIn(anchor.key), why("step-in", months=anchor.late))
    if any(anchor.started < 0 for anchor in view.anchors) or me.leased_h100e < me.online_h100e:
        return
    free = draft.cash_usd - me.committed_usd
    spare = free / max(1.0, style.runway_months) - max(0.0, me.burn_usd)
    monthly = spare * style.lease_appetite * min(2.5, max(1.0, me.growth))
    lessors = [offer for offer in view.offers.leases.values() if offer.built_h100e >= LEAST_H100E]
    if monthly <= 0 or not lessors:
        return
    offer = max(lessors, key=lambda o: (o.built_h100e, o.operator))
    wanted = int(monthly / (offer.rent_usd * view.hours_per_month))
    h100e = min(wanted, offer.built_h100e, int(MOST_OF_FLEET * me.usable_h100e)) // 1_000 * 1_000
    place = max(view.offers.power.values(), key=lambda o: (o.available_kw, -o.wait_months, o.region))
    if h100e >= LEAST_H100E:
        order = AnchorSite(offer.operator, place.region, h100e, MONTHS, WAIT_MONTHS, DAMAGES, step_in=False)
        early = structs.replace(order, prepay=PREPAY)
        pays = any(o.ordered_cards > SHORT_MONTHS * o.supply_cards > 0 for o in view.offers.chips.values())
        if pays and draft.cash_usd - draft.cost_usd(early) > LEAST_LEFT * draft.cash_usd:
            draft.add(early, why("anchor-early", h100e=h100e, share=PREPAY))
        else:
            draft.add(order, why("anchor", h100e=h100e, months=WAIT_MONTHS))
