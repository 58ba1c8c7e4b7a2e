"""Minds of the lesson on rationing: one orders what it needs, one what the contest asks for, one bids what it believes.

A plan cancels what is left of the last turn's order and places a new one. Whoever cancels loses the deposit, so that an
order beyond need costs k a card that does not come and brings m a card that does.
"""

from agents.desk import Advice, Desk, Quote
from agents.minds.draft import Draft, why
from agents.orders import CancelCards, OrderCards
from agents.view import ChipOffer

NEED_OVER_SUPPLY = 1.5
"""What all firms together could use in a quarter, over what is made in it."""
MONTHS = 3


class OrdersNeed:
    """One-line rule: order its part of what all need, and bid what it believes a card to be worth."""

    name = "orders_need"

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk)
        view = draft.view
        for site in view.sites.values():
            for chip in site.ordered_cards:
                draft.add(CancelCards(chip, site.key), why("no-more-waiting"))
        offer = next((o for o in view.offers.chips.values() if o.chip in view.worth_usd and o.supply_cards), None)
        site_key = next(iter(view.sites), "")
        if offer is None or not site_key:
            return draft.advice
        made = MONTHS * offer.supply_cards
        if offer.rule == "auction":
            order = OrderCards(offer.chip, made, site_key, 0.0, max(1, self.bid(desk, offer)))
            draft.add(order, why("bids", usd=order.bid_usd))
        else:
            cards = max(1, int(self.book(desk, offer, site_key) * made / self.firms(desk)))
            draft.add(OrderCards(offer.chip, cards, site_key), why("orders", cards=cards))
        return draft.advice

    def firms(self, desk: Desk) -> int:
        """How many compete, oneself included."""
        return len(desk.view.rivals) + 1

    def book(self, desk: Desk, offer: ChipOffer, site: str) -> float:
        """What it reckons that all will order, over what is made."""
        return NEED_OVER_SUPPLY

    def bid(self, desk: Desk, offer: ChipOffer) -> int:
        """The most that it pays a card, in USD."""
        return desk.view.worth_usd[offer.chip]


class GamesTheBook(OrdersNeed):
    """One-line rule: order as the contest asks; bid below belief, as the best of many is too high."""

    name = "games_the_book"

    def book(self, desk: Desk, offer: ChipOffer, site: str) -> float:
        """Q/S = (m + k) / k (N - 1) / N when k is lost on each card that does not come (Tullock 1980)."""
        answer = desk.quote([], OrderCards(offer.chip, 1_000, site))
        cost = answer.cash_usd / 1_000 if isinstance(answer, Quote) else 0.0
        margin = max(0.0, desk.view.worth_usd[offer.chip] - offer.price_usd)
        firms = self.firms(desk)
        return max(NEED_OVER_SUPPLY, (margin + cost) / cost * (firms - 1) / firms) if cost > 0.0 else NEED_OVER_SUPPLY

    def bid(self, desk: Desk, offer: ChipOffer) -> int:
        """The estimate less s (N - 1) / (N + 1), by which the highest of N is too high (Milgrom and Weber 1982)."""
        firms = self.firms(desk)
        too_high = desk.view.worth_spread_usd[offer.chip] * (firms - 1) / (firms + 1)
        return int(desk.view.worth_usd[offer.chip] - too_high)


class BidsNaively(GamesTheBook):
    """One-line rule: game the book while it is rationed, and bid what it believes when it is auctioned."""

    name = "bids_naively"

    def bid(self, desk: Desk, offer: ChipOffer) -> int:
        return desk.view.worth_usd[offer.chip]
