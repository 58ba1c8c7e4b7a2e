"""What minds do about their partners: ask for what outside options support, while there is trust to spend."""

from typing import TYPE_CHECKING

from agents.minds.draft import Draft, why
from agents.orders import Ask, Renegotiate, SetPolicy

if TYPE_CHECKING:
    from agents.view import TieView
    from levels.schema import Style

WORTH_ASKING = 0.03
"""Revenue share beyond the fair one from which it asks."""
LEAST_CHANCE = 0.4
LICENCE_SOON_MONTHS = 12


def bargain(draft: Draft, style: "Style") -> None:
    """Ask one partner for one better term, the readier the more eager the style."""
    if not style.bargaining:
        return
    for tie in draft.view.ties:
        if not tie.may_ask:
            continue
        ask = _ask_of(tie, WORTH_ASKING / style.bargaining)
        if ask is None:
            continue
        order = Renegotiate(tie.other, ask)
        if draft.chance_of(order) >= LEAST_CHANCE / max(style.bargaining, 0.5):
            draft.add(order, why("bargain", partner=tie.name))


def _ask_of(tie: "TieView", worth: float) -> Ask | None:
    """The term that is most out of line, if one is."""
    if tie.clause == "ambiguous":
        return "clause"
    too_much = tie.revenue_share - tie.fair_share
    if tie.is_lab:
        return "share" if too_much > worth else None
    if tie.licence_months < LICENCE_SOON_MONTHS and too_much < 0.0:
        return "licence"
    return "share" if too_much < -worth else None


def campaign(draft: Draft, style: "Style", *, poor: bool) -> None:
    """Send people to executives as the style likes, not when money is short or companies wait for service."""
    me = draft.view.me
    wanted = 0.0 if poor or me.served < 0.98 or not me.seats else style.campaign
    if abs(me.campaign - wanted) > 0.1:
        draft.add(SetPolicy("campaign", wanted), why("campaign"))
