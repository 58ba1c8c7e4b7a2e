"""Votes into a plan: each hand of a team is a ballot for orders; amounts are the median of those who want the order."""

from collections.abc import Sequence
from statistics import median_low

from msgspec import structs

from agents.orders import AnyOrder

LEAST_SHARE = 0.25
"""Part of the ballots that an order needs."""
FREE = (
    "amount_usd", "bid_usd", "cards", "collateral_months", "damages", "deposit_usd_per_kw", "h100e", "haste",
    "households", "kw", "minimum_take", "months", "people", "prepay", "price", "promise", "share", "slots", "speed",
    "strictness", "usd", "usd_per_head", "usd_per_quarter", "usd_per_year", "value", "variants", "wait",
)  # fmt: skip
"""Values on which those who want the same order may differ."""


def tally(ballots: Sequence[Sequence[AnyOrder]]) -> list[tuple[AnyOrder, int]]:
    """Orders with their votes, the most wanted first; of equals the one that stands earlier on the ballots."""
    wanted: dict[tuple[object, ...], list[AnyOrder]] = {}
    places: dict[tuple[object, ...], list[int]] = {}
    for ballot in ballots:
        seen = set[tuple[object, ...]]()
        for place, order in enumerate(ballot):
            key = _kind_of(order)
            if key in seen:
                continue
            seen.add(key)
            wanted.setdefault(key, []).append(order)
            places.setdefault(key, []).append(place)
    need = max(1, LEAST_SHARE * len(ballots))
    ranked = sorted(
        (key for key, orders in wanted.items() if len(orders) >= need),
        key=lambda key: (-len(wanted[key]), sum(places[key]) / len(places[key]), str(key)),
    )
    return [(_middle(wanted[key]), len(wanted[key])) for key in ranked]


def _kind_of(order: AnyOrder) -> tuple[object, ...]:
    """What makes two orders the same wish."""
    fixed = (getattr(order, name) for name in order.__struct_fields__ if name not in FREE)
    return (order.kind, *fixed)


def _middle(orders: Sequence[AnyOrder]) -> AnyOrder:
    free = [name for name in orders[0].__struct_fields__ if name in FREE]
    return structs.replace(orders[0], **{name: median_low([getattr(order, name) for order in orders]) for name in free})
