"""How a maker shares out a shortage: five rules over the same orders, pure functions (model 2).

Four ration at a posted price by weights and water-filling. `proportional` goes by what is ordered: a contest in which
orders grow to Q/S = (m/k)(N-1)/N, m being what a card earns and k what an order costs (Tullock 1980). `uniform` gives
every buyer the same until it has enough, so that nobody gains by asking for more (Sprumont 1991; Cachon and Lariviere
1999). `turn_and_earn` weighs orders by past deliveries, powered room, money in advance and rivalry. `first_come`
favours what was placed early. `auction` sells at one price, the highest at which everything is taken.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct

from game.markets.rationing import pro_rata

HEAD_START = 2.0
"""With `first_come`, what a month of earlier placing is worth."""
MOST_DOUBLINGS = 8
PRICE_STEPS = 40
"""Of the search for an auction's price: up to 256 times the reserve, to the dollar."""
REWARDS_SIZE = ("proportional", "turn_and_earn", "first_come")
"""Rules by which who orders more gets more."""


class Ask(Struct):
    """An order as a rule sees it. A firm's orders for one chip weigh as one: splitting them gains nothing."""

    firm: str
    cards: int
    months: int = 0
    """Since it was placed."""
    loyalty: float = 0.0
    ready: float = 1.0
    prepay: float = 0.0
    rivalry: float = 0.0
    """Part of the score that a rival in chips loses."""
    bid_usd: int = 0
    buyers: float = 1.0
    """Heads behind it."""


class Weights(Struct, frozen=True):
    """What counts how much."""

    exponent: float
    loyalty: float
    prepay: float


def weigh(rule: str, asks: Sequence[Ask], by: Weights) -> list[float]:
    """Each order's weight in a shortage at a posted price."""
    totals: dict[str, int] = {}
    for ask in asks:
        totals[ask.firm] = totals.get(ask.firm, 0) + ask.cards
    found = []
    for ask in asks:
        total = totals[ask.firm]
        part = ask.cards / total if total else 0.0
        if rule == "uniform":
            found.append(ask.buyers * part)
        elif rule == "proportional":
            found.append(float(ask.cards))
        elif rule == "first_come":
            found.append(HEAD_START ** max(0, ask.months) * ask.cards)
        else:
            score = total**by.exponent * part * (1.0 + by.loyalty * ask.loyalty) * ask.ready
            found.append(score * (1.0 + by.prepay * ask.prepay) * (1.0 - ask.rivalry))
    return found


def clear_auction(
    supply: int, asks: Sequence[Ask], outside: Callable[[float], float], reserve_usd: int
) -> tuple[int, list[int], int]:
    """One price for all: the highest at which all of `supply` is taken, at least the reserve.

    `outside` tells the cards that outsiders want at a price. Returns the price in USD, the cards of each order, and
    what outsiders get. Orders at the price itself share what is left.
    """
    price = reserve_usd
    if outside(price) + _wanted(asks, price) > supply:
        low = float(reserve_usd)
        high = max([low, *(ask.bid_usd + 1.0 for ask in asks)])
        for _ in range(MOST_DOUBLINGS):
            if outside(high) + _wanted(asks, high) <= supply:
                break
            low, high = high, 2.0 * high
        for _ in range(PRICE_STEPS):
            middle = 0.5 * (low + high)
            if outside(middle) + _wanted(asks, middle) > supply:
                low = middle
            else:
                high = middle
        price = int(high)
    given = [ask.cards if ask.bid_usd > price else 0 for ask in asks]
    left = max(0, supply - sum(given))
    others = min(left, int(outside(price)))
    level = [i for i, ask in enumerate(asks) if ask.bid_usd == price]
    wanted = [asks[i].cards for i in level]
    for i, share in zip(level, pro_rata(left - others, wanted, [asks[i].firm for i in level]), strict=True):
        given[i] = share
    return price, given, others


def _wanted(asks: Sequence[Ask], price: float) -> int:
    return sum(ask.cards for ask in asks if ask.bid_usd >= price)


def contest(margin: float, cost: float, buyers: float) -> float:
    """Orders over supply in the symmetric equilibrium of a proportional contest: (m/k)(N-1)/N (Tullock 1980)."""
    return margin / cost * (buyers - 1.0) / buyers if cost > 0.0 and buyers > 1.0 else float("inf")
