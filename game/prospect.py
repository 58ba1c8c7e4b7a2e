"""Prospect: what a lab will have when what it has begun, and what it plans now, arrives as expected.

By the outlook's dates and trends; a planned order counts from the month of its quote, by the share that its market is
forecast to give, and a bid as if it won. Power at a site that does not stand yet counts as power alone.
"""

from collections.abc import Sequence
from math import fsum
from typing import TYPE_CHECKING

from msgspec import Struct

from agents.desk import Quote
from agents.orders import (
    AnyOrder,
    BringTurbines,
    BuildHall,
    BuildPlant,
    DivertCards,
    LeaseCompute,
    OrderCards,
    RequestGrid,
    TakeCards,
)
from game import outlook
from game.door.board import LATER, MONTHLY

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race

Planned = Sequence[tuple[AnyOrder, Quote]]


class Ahead(Struct, frozen=True):
    """A lab as it will stand, `months` from now."""

    months: int
    h100e: int
    """Compute that runs for it, leases counted."""
    kw: int
    """Power at its sites."""
    free_usd: int
    """Cash that nothing is promised from."""


def prospect(race: "Race", firm: "FirmState", planned: Planned, most: int) -> list[Ahead]:
    """Month by month from the coming one, as far as `most` and the level go. Changes nothing."""
    last = min(most, race.level.months - race.world.month)
    coming = {site.key: outlook.arrivals(race, site) for site in race.sites_of[firm.key]}
    elsewhere: list[outlook.Arrival] = []
    rented: list[tuple[float, float, int, float]] = []
    at_once = 0
    for order, quote in planned:
        due = float(max(1, quote.ready_month - race.world.month))
        at_once += quote.cash_usd + sum(int(line.text.args["money"]) for line in quote.lines if line.text.key in LATER)
        if isinstance(order, LeaseCompute):
            monthly = sum(int(line.text.args["money"]) for line in quote.lines if line.text.key == MONTHLY)
            rented.append((due, due + order.months, int(order.h100e * quote.fill), monthly * quote.fill))
        arrival = _arrival(order, quote, due)
        if arrival is not None:
            coming.get(str(getattr(order, "site", "")), elsewhere).append(arrival)
    for arrivals in coming.values():
        arrivals.sort(key=lambda each: each.due)

    def spent(months: int) -> float:
        """What is planned has cost by then: all at once, and the rents of the months since they run."""
        rents = [usd * max(0.0, min(months + 1, ends) - starts) for starts, ends, _, usd in rented]
        return at_once + fsum(rents)

    found = []
    for months in range(1, last + 1):
        use = outlook.compute_then(race, firm, coming, months)
        more = sum(h100e for starts, ends, h100e, _ in rented if starts <= months < ends)
        away = sum(each.amount for each in elsewhere if each.due <= months and each.what in ("grid", "own"))
        usable = max(0, use.online - use.leased_out) + use.leased + more
        free_usd = int(outlook.free_then_usd(race, firm, months, spent))
        found.append(Ahead(months, usable, use.kw + away, free_usd))
    return found


def _arrival(order: AnyOrder, quote: Quote, due: float) -> "outlook.Arrival | None":
    """What an order brings to its site."""
    if isinstance(order, BuildHall):
        return outlook.Arrival(due, "hall", order.slots, order.liquid)
    if isinstance(order, RequestGrid):
        return outlook.Arrival(due, "grid", order.kw)
    if isinstance(order, BringTurbines | BuildPlant):
        return outlook.Arrival(due, "own", order.kw)
    if isinstance(order, OrderCards | TakeCards | DivertCards):
        return outlook.Arrival(due, order.chip, int(order.cards * quote.fill))
    return None


__all__ = ["Ahead", "prospect"]
