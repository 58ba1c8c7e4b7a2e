"""A tenant ports its work to the chip of its landlord: cheaper rent, and slower work until it is done (model 5)."""

from math import fsum
from typing import TYPE_CHECKING

from agents.books import card_unit

if TYPE_CHECKING:
    from game.race import Race
    from game.world import Contract


def contracts_of(race: "Race", lab: str, operator: str) -> list["Contract"]:
    """Leases that run between the two."""
    month = race.world.month
    return [
        c for c in race.lists.leases_of(lab) if c.operator == operator and c.starts <= month < c.ends and not c.core
    ]


def portable_h100e(race: "Race", lab: str, operator: str) -> int:
    """H100e of a lab's leases that the landlord could move to its own chips: what stands there and nobody has yet."""
    world = race.world
    kinds = [(card_unit(key), chip.h100e) for key, chip in race.level.chips.items() if operator in chip.buyers]
    if not kinds:
        return 0
    asked = sum([c.h100e - c.ported_h100e for c in contracts_of(race, lab, operator)])
    if asked <= 0:
        return 0
    own, sites = [], race.sites_of[operator]
    for unit, h100e in kinds:
        held = world.books.balances[unit]
        own += [held.get(site.key, 0) * h100e for site in sites]
    taken = sum([c.ported_h100e for c in race.lists.leases_from(operator) if c.ends > world.month])
    return max(0, min(asked, int(fsum(own)) - taken))


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
