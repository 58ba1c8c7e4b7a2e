"""A tenant ports its work to the chip of its landlord: cheaper rent, and slower work until it is done (model 5)."""

from math import fsum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.race import Race
    from game.world import Contract


def contracts_of(race: "Race", lab: str, operator: str) -> list["Contract"]:
    """Leases that run between the two."""
    month = race.world.month
    return [c for c in race.lists.leases_of(lab) if c.operator == operator and _can_move(c, month)]


def _can_move(contract: "Contract", month: int) -> bool:
    """Whether a lease runs, and not on the landlord's own core."""
    return contract.starts <= month < contract.ends and not contract.core


def portable_h100e(race: "Race", lab: str, operator: str) -> int:
    """H100e of a lab's leases that the landlord could move to its own chips: what stands there and nobody has yet."""
    asked = unported_h100e(race, lab).get(operator, 0)
    return max(0, min(asked, landlord_h100e(race, operator))) if asked > 0 else 0


def unported_h100e(race: "Race", lab: str) -> dict[str, int]:
    """H100e of a lab's running leases that have not moved to the landlord's chips, by landlords that have some."""
    month, found = race.world.month, dict[str, int]()
    for contract in race.lists.leases_of(lab):
        operator = contract.operator
        if operator in race.chips_for and _can_move(contract, month):
            found[operator] = found.get(operator, 0) + contract.h100e - contract.ported_h100e
    return found


def landlord_h100e(race: "Race", operator: str) -> int:
    """H100e on a landlord's own chips that no tenant has been moved to."""
    balances, sites, own = race.world.books.balances, race.sites_of[operator], list[float]()
    for unit, h100e in race.chips_for.get(operator, ()):
        held = balances[unit]
        own += [held.get(site.key, 0) * h100e for site in sites]
    month = race.world.month
    return int(fsum(own)) - sum([c.ported_h100e for c in race.lists.leases_from(operator) if c.ends > month])


def port(race: "Race", lab: str, operator: str, h100e: int) -> None:
    """Move so much of the leases to the landlord's chip: rent falls at once, work comes back in two quarters."""
    rules, world, left = race.level.rules.leases, race.world, h100e
    for contract in contracts_of(race, lab, operator):
        moved = min(left, contract.h100e - contract.ported_h100e)
        if moved <= 0:
            continue
        before = contract.ported_h100e
        plain = contract.rent_usd / (1.0 - rules.port_rent_cut * before / contract.h100e)
        contract.ported_h100e += moved
        contract.rent_usd = plain * (1.0 - rules.port_rent_cut * contract.ported_h100e / contract.h100e)
        contract.porting_h100e = moved
        contract.porting_until = world.month + rules.port_months
        left -= moved
    world.tell("refresh-cw", "news-port", lab, 0, operator=race.level.firms[operator].name, h100e=h100e - left)


def lost_h100e(race: "Race", contract: "Contract") -> int:
    """Compute of a lease that the work of porting costs this month."""
    if race.world.month >= contract.porting_until:
        return 0
    part = contract.delivered / max(1, contract.h100e)
    return int(contract.porting_h100e * part * race.level.rules.leases.port_loss)
