"""How much a line of news turned a race."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agents.view import News

WEIGHTS = {
    "news-failed": 20,
    "news-agi": 18,
    "news-agi-false": 12,
    "news-rescue": 12,
    "news-exposed": 9,
    "news-called": 8,
    "news-promise-kept": 8,
    "news-promise-missed": 8,
    "news-suit": 7,
    "news-blocked": 7,
    "news-expired": 7,
    "news-waiver": 6,
    "news-release": 6,
    "news-founder-leaves": 5,
    "news-poached": 4,
    "news-poached-from": 5,
    "news-break-up": 12,
    "news-dispute": 10,
    "news-dispute-settled": 6,
    "news-licence-ends": 6,
    "news-terms-share": 5,
    "news-takeover": 6,
    "news-takeover-blocked": 8,
    "news-round": 5,
    "news-incident": 5,
    "news-breach": 5,
    "news-site": 4,
    "news-claim": 3,
    "news-lease": 3,
    "news-hall": 2,
    "news-connected": 2,
    "news-delivery": 1,
    "news-permit": 2,
    "news-refresh": 2,
    "news-lent": 3,
}
LEAST_WEIGHT = 3


def weight_of(item: News) -> int:
    """How much a line of news turned a race."""
    return WEIGHTS.get(item.text.key, 4 if item.tone else 1)
