"""The capacity cycle: what lessors expect of rents, and outside tenants whose demand a level gives (model 10).

Rents follow demand over capacity, P = P0 (D / C)^e; lessors expect Pe <- m Pe + (1 - m) P and order by anchoring and
adjustment, order = max(0, d C + (C (1 + g (Pe - 1)) - C - w (pipeline - n d C)) / a), w the weight of their own supply
line (Sterman 1989; Paich and Sterman 1993). Who forgets what he has ordered builds the bust.
"""

from typing import TYPE_CHECKING

from agents.view import CycleView
from levels.calendar import index_of

if TYPE_CHECKING:
    from game.race import Race


def demand_h100e(race: "Race", month: int) -> float:
    """What outside tenants want to rent at the normal rent; straight lines between the level's points."""
    points = [(index_of(point.month, race.level.start), point.h100e) for point in race.level.tenants]
    earlier = [point for point in points if point[0] <= month]
    later = [point for point in points if point[0] > month]
    if not earlier or not later:
        return float((earlier[-1] if earlier else points[0])[1])
    (from_month, low), (to_month, high) = earlier[-1], later[0]
    return low + (high - low) * (month - from_month) / (to_month - from_month)


def capacity_h100e(race: "Race") -> int:
    """Running cards of all lessors."""
    return sum(race.world.firms[key].compute.online for key in race.lessors)


def tightness(race: "Race") -> float:
    """The rent relative to the normal one where a level gives the tenants: (D / C)^e."""
    demand = demand_h100e(race, race.world.month)
    return float((demand / max(1, capacity_h100e(race))) ** race.level.rules.cycle.elasticity)


def pay(race: "Race") -> None:
    """Outside tenants rent what runs, at a rent that clears the market."""
    if not race.level.tenants:
        return
    world, hours = race.world, race.level.rules.power.hours_per_month
    world.offers.rent_usd = race.world.offers.normal_rent_usd * tightness(race)
    for key in race.lessors:
        free = max(0, world.firms[key].compute.online - world.firms[key].compute.leased_out)
        world.books.pay("~tenants", key, int(free * world.offers.rent_usd * hours), "lease")


def expect(race: "Race") -> None:
    """Once a turn lessors adapt what they expect of the rent, relative to the normal one."""
    memory = race.level.rules.cycle.memory
    now = (
        race.world.offers.rent_usd / race.world.offers.normal_rent_usd
        if race.world.offers.normal_rent_usd > 0.0
        else 1.0
    )
    for key in race.operators:
        firm = race.world.firms[key]
        firm.rent_expected = memory * firm.rent_expected + (1.0 - memory) * now


def view_of(race: "Race", key: str) -> CycleView | None:
    """What a lessor decides by."""
    cloud = race.level.firms[key].cloud
    if cloud is None:
        return None
    rules = race.level.rules.cycle
    return CycleView(
        race.world.firms[key].rent_expected,
        cloud.supply_line,
        rules.gain,
        rules.replacement,
        rules.normal_line,
        rules.adjust_turns,
    )
