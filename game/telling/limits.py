"""From where on a figure is worth a warning, in all places that warn."""

from __future__ import annotations

THIN_RUNWAY_MONTHS = 6
"""Months of cash below which one is warned, and the score grows tense."""
SHORT_RUNWAY_MONTHS = 9
"""Below which a hint explains the runway."""
NOTABLE = 0.05
"""Part of one's cards or power that may lie idle without a word."""
MANY_LEFT = 0.02
"""Part of the staff that leaves in a month, from which it is a matter."""
CHEAP_RESALE = 0.9
"""Of the price of a new card, below which resale is an offer."""
OPPOSED, FIERCELY_OPPOSED = 0.05, 0.5
"""Opposition to a site, of 1 at most, from which it is named, and from which in warning."""
