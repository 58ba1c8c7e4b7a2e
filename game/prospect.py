"""Prospect: what a lab will have when what it has begun, and what it plans now, arrives as expected.

By the outlook's dates and trends; a planned order counts from the month of its quote, by the share that its market is
forecast to give, and a bid as if it won. Power at a site that does not stand yet counts as power alone.
"""

from collections.abc import Sequence
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
from game.door.board import LATER

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
    rented: list[tuple[float, float, int]] = []
    spent = 0
    for order, quote in planned:
        due = float(max(1, quote.ready_month - race.world.month))
        spent += quote.cash_usd + sum(int(line.text.args["money"]) for line in quote.lines if line.text.key in LATER)
        if isinstance(order, LeaseCompute):
            rented.append((due, due + order.months, int(order.h100e * quote.fill)))
        arrival = _arrival(order, quote, due)
        if arrival is not None:
            coming.get(str(getattr(order, "site", "")), elsewhere).append(arrival)
    for arrivals in coming.values():
        arrivals.sort(key=lambda each: each.due)
    found = []
    for months in range(1, last + 1):
        use = outlook.compute_then(race, firm, coming, months)
        more = sum(h100e for starts, ends, h100e in rented if starts <= months < ends)
        away = sum(each.amount for each in elsewhere if each.due <= months and each.what in ("grid", "own"))
        usable = max(0, use.online - use.leased_out) + use.leased + more
        found.append(Ahead(months, usable, use.kw + away, int(outlook.free_then_usd(race, firm, months)) - spent))
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
