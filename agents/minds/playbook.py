"""The mind of labs: rules of thumb in the order a board would ask, coloured by a style from the level.

Release what is ready, find money before it is gone, keep a run going, light dark cards, rent and grow with the rest.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from agents.desk import Advice, Desk
from agents.minds import finance, models, resale
from agents.minds.anchors import anchor_site
from agents.minds.draft import Draft, Taste, why
from agents.minds.giants import manage_works
from agents.minds.growth import grow, house_the_homeless, light_the_dark
from agents.minds.partners import bargain, campaign
from agents.minds.people import hire_away, lean_on_affiliate, pay_people, take_over
from agents.minds.power import build_plants, fix_price, keep_peace
from agents.minds.silicon import design_a_chip, reserve_the_scarce
from agents.minds.sites import bid_for_site
from agents.orders import (
    Announce,
    AskWaiver,
    BorrowCards,
    LeaseCompute,
    SetPolicy,
)

if TYPE_CHECKING:
    from levels.schema import Style

Matter = Callable[[Draft], object]
"""Looks at one matter and adds its orders to a draft."""

WORTH_RELEASING_ELO = 8.0
WORTH_LEASING = 0.02
"""Smallest lease, as a share of the compute at hand."""


class PlaybookMind:
    """One-line rule: a checklist, most urgent first, as far as initiative reaches."""

    def __init__(self, name: str, style: "Style") -> None:
        self.name = name
        self.style = style
        self.taste = Taste(style.interruptible, style.plant_share, style.ppa_share, style.good_neighbour)
        self.matters = self._matters()
        """What is looked at, by name, most urgent first."""

    def _matters(self) -> tuple[tuple[str, Matter], ...]:
        style, taste = self.style, self.taste
        return (
            ("release", self._release),
            ("money", self._find_money),
            ("train", self._train),
            ("waiver", self._serve),
            ("peace", lambda draft: keep_peace(draft, taste)),
            ("pledge", lambda draft: finance.pledge_cards(draft, style)),
            ("model", lambda draft: models.deal(draft, style)),
            ("dark", lambda draft: light_the_dark(draft, style.turbine_share)),
            ("homeless", house_the_homeless),
            ("idle", resale.sell_the_idle),
            ("divert", lambda draft: resale.take_from_affiliate(draft, style.claims)),
            ("grow", self._grow),
            ("own_chip", lambda draft: design_a_chip(draft, style)),
            ("port", resale.port_leases),
            ("rent", self._rent),
            ("anchor", lambda draft: anchor_site(draft, style)),
            ("borrow_cards", self._borrow_cards),
            ("bargain", lambda draft: bargain(draft, style)),
            ("take_over", lambda draft: take_over(draft, style)),
            ("poach", lambda draft: hire_away(draft, style)),
            ("affiliate", lambda draft: lean_on_affiliate(draft, style)),
            ("tune", self._tune),
            ("guide", lambda draft: finance.guide(draft, style)),
            ("hand_back", lambda draft: finance.hand_back(draft, style)),
            ("staff", lambda draft: finance.hold_staff(draft, style)),
        )

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk, self.taste)
        for _, look in self.matters:
            look(draft)
        return draft.advice

    def _release(self, draft: Draft) -> None:
        me = draft.view.me
        if me.releasing >= 0:
            return
        hurry = 0.5 if models.rivals_hold(draft.view) > me.arena_elo else 1.0
        if me.held_elo > max(me.true_elo, 1.0) and not me.held_wait:
            order = models.release(draft, self.style, gain=me.held_elo - me.true_elo)
            draft.add(order, why("release", model=me.held_name, elo=round(me.held_elo - me.true_elo)))
        elif me.post_gain >= hurry * WORTH_RELEASING_ELO:
            order = models.release(draft, self.style, gain=me.post_gain)
            draft.add(order, why("refresh", elo=round(me.post_gain)))

    def _find_money(self, draft: Draft) -> None:
        """Sell a part of the firm while runway is short or the price is good; draw credit if it is shorter still."""
        me, style = draft.view.me, self.style
        if not finance.raise_equity(draft, style):
            spare = 3 <= me.months_since_round < 6 and me.runway_months < 48.0
            if style.claims > 0.5 and not me.is_division and spare:
                draft.add(Announce(int(me.usable_h100e * (1.0 + 0.5 * style.claims))), why("announce"))
        finance.ask_parent(draft, style)
        finance.manage_debt(draft, style)
        finance.last_resorts(draft)

    def _train(self, draft: Draft) -> None:
        me, style = draft.view.me, self.style
        left = draft.view.last_month - draft.view.month
        if not me.run_name and left > 6:
            months = min(style.run_months, left - 2)
            order, law = models.run(draft, months, style.run_share)
            draft.add(order, why("below", law=law) if law else why("run", months=months))

    def _serve(self, draft: Draft) -> None:
        """A lab bound to one lessor that cannot serve it buys the right to go elsewhere."""
        view, me = draft.view, draft.view.me
        if not me.exclusive_partner:
            return
        offered = sum(offer.now_h100e + offer.built_h100e for offer in view.offers.leases.values())
        if me.served < 0.98 or offered < 0.15 * me.usable_h100e:
            draft.add(AskWaiver(me.exclusive_partner), why("waiver", partner=me.exclusive_partner))

    def _rent(self, draft: Draft) -> None:
        """Lease what the runway allows: what runs now if there is any, else what is built for the contract."""
        view, me, style = draft.view, draft.view.me, self.style
        free = draft.cash_usd - me.committed_usd
        spare = free / max(1.0, style.runway_months) - max(0.0, me.burn_usd)
        monthly = spare * style.lease_appetite
        waiting = sum(lease.h100e for lease in view.leases if lease.starts > view.month)
        if monthly <= 0 or waiting > 0.6 * me.usable_h100e:
            return
        best = max(view.offers.leases.values(), key=lambda o: (o.now_h100e, o.operator), default=None)
        if best is not None:
            amount = min(int(monthly / (best.rent_usd * draft.view.hours_per_month)), best.now_h100e)
            worth = amount >= max(1_000, int(WORTH_LEASING * me.usable_h100e))
            if worth and draft.add(LeaseCompute(best.operator, amount, 36, built=False), why("lease", h100e=amount)):
                monthly -= amount * best.rent_usd * draft.view.hours_per_month
        if not view.sites:
            self._rent_built(draft, monthly)

    def _rent_built(self, draft: Draft, monthly: float) -> None:
        """A lab without sites grows by contracts that lessors build for; revenue will have grown by their start."""
        view, me = draft.view, draft.view.me
        ahead = monthly * min(2.5, max(1.0, me.growth))
        offers = [offer for offer in view.offers.leases.values() if offer.built_h100e >= 1_000]
        if offers:
            offer = max(offers, key=lambda o: (o.built_h100e, o.operator))
            h100e = min(int(ahead / (offer.rent_usd * draft.view.hours_per_month)), offer.built_h100e)
            if h100e >= 1_000:
                draft.add(
                    LeaseCompute(offer.operator, h100e, 48, built=True), why("lease-built", months=offer.built_months)
                )

    def _grow(self, draft: Draft) -> None:
        me, style = draft.view.me, self.style
        reserve = 0.5 * style.runway_months * max(0.0, me.burn_usd)
        budget = (draft.cash_usd - me.committed_usd - reserve) * style.chip_appetite
        manage_works(draft, draft.cash_usd - me.committed_usd - reserve)
        bid_for_site(draft, budget, style.time_value)
        reserve_the_scarce(draft, budget)
        budget = resale.buy_used(draft, budget)
        grow(draft, budget, style.headroom, style.turbine_share, style.haste)
        build_plants(draft, self.taste, budget)
        fix_price(draft, self.taste)

    def _borrow_cards(self, draft: Draft) -> None:
        me = draft.view.me
        if me.affiliate and me.affiliate_h100e > 5_000 and self.style.claims > 0.5:
            draft.add(BorrowCards(me.affiliate, me.affiliate_h100e // 2), why("affiliate"))

    def _tune(self, draft: Draft) -> None:
        """Standing orders: the style's, with thrift when money is short and a smaller free tier when payers wait."""
        me, style = draft.view.me, self.style
        poor = me.runway_months < 6.0
        hiring = 0.0 if poor else style.hiring
        free = style.free_tier * (0.5 if me.served < 0.98 or poor else 1.0)
        if abs(me.hiring - hiring) > 0.002:
            draft.add(SetPolicy("hiring", hiring), why("hiring"))
        pay_people(draft, style, poor=poor)
        campaign(draft, style, poor=poor)
        if abs(me.free_tier - free) > 0.02:
            draft.add(SetPolicy("free_tier", round(free, 2)), why("free-tier"))
        if abs(me.price_level - style.price_level) > 0.02:
            draft.add(SetPolicy("price_level", style.price_level), why("price"))
