"""Products that need a fleet: shown, launched to a part of the public or to all, and what becomes of them (model 7a).

A product for everybody needs so much compute at its peak, falling as inference grows cheaper. What it earns and how
much it draws users grows with the share of the public that may use it, less than in proportion; one that nobody can
get to run disappoints; one that was announced and does not come costs trust and credibility.
"""

from math import fsum
from typing import TYPE_CHECKING

from agents.firm import Offering

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race


def fleet_h100e(race: "Race", product: str) -> int:
    """Compute that serves a product to everybody now."""
    facts = race.level.products[product]
    return int(facts.fleet_h100e * (1.0 - facts.efficiency) ** (race.world.month / 12.0))


def serve(race: "Race", firm: "FirmState", left: int) -> int:
    """Give the launched products of a firm what they need as far as it goes; returns what they took."""
    taken = 0
    for key, offering in firm.offerings.items():
        if offering.share > 0.0:
            need = offering.share * fleet_h100e(race, key)
            offering.h100e = min(left - taken, int(need))
            offering.served = offering.h100e / need if need > 1.0 else 1.0
            taken += offering.h100e
    return taken


def appeal_elo(race: "Race", firm: "FirmState") -> float:
    """What a firm's products add to its rating in users' eyes; below zero if they mostly do not run."""
    if not firm.offerings:
        return 0.0
    rules, level = race.level.rules.products, race.level
    drawn, whole = 0.0, max(1e-9, 1.0 - rules.poor_service)
    for key, offering in firm.offerings.items():
        if offering.share > 0.0:
            service = (offering.served - rules.poor_service) / whole
            if service < -1.0:
                service = -1.0
            drawn += level.products[key].appeal_elo * offering.share**rules.limited * service
    return drawn


def revenue_usd(race: "Race") -> dict[str, int]:
    """A month's revenue of all products by firm: rivals with the same product share what it earns."""
    world, rules = race.world, race.level.rules
    earned: dict[str, int] = {}
    growth = world.public.pool_usd / max(1, rules.customers.pool_usd)
    for key, facts in race.level.products.items():
        shares = {
            firm.key: offering.share**rules.products.limited * offering.served
            for firm in race.labs
            if firm.alive and (offering := firm.offerings.get(key)) is not None and offering.share > 0.0
        }
        if not shares:
            continue
        crowd = max(1.0, fsum(shares.values()))
        for firm_key, share in shares.items():
            usd = int(facts.usd_per_year / 12.0 * growth * share / crowd)
            earned[firm_key] = earned.get(firm_key, 0) + usd
    return earned


def announce(race: "Race", firm: "FirmState", product: str) -> None:
    """Show a product: the valuation rises by as much as the firm is believed."""
    offering = firm.offerings.setdefault(product, Offering())
    offering.announced = race.world.month
    offering.bump = race.level.rules.products.announce_bump * firm.credibility
    firm.bump += offering.bump
    race.world.tell("sparkles", "news-product-shown", firm.key, 0, product=race.level.products[product].name)


def launch(race: "Race", firm: "FirmState", product: str, share: float) -> None:
    """Ship a product to a share of the public, change the share, or take it back."""
    offering = firm.offerings.setdefault(product, Offering())
    world, name = race.world, race.level.products[product].name
    is_new = offering.launched < 0 and share > 0.0
    offering.share = share
    if share <= 0.0:
        offering.h100e, offering.served = 0, 0.0
        firm.trust = max(0.0, firm.trust - race.level.rules.products.poor_trust)
        world.tell("package", "news-product-gone", firm.key, -1, product=name)
    elif is_new:
        offering.launched = world.month
        firm.bump -= offering.bump
        offering.bump = 0.0
        world.tell("rocket", "news-product", firm.key, 1, product=name, share=share)
    else:
        world.tell("package", "news-product-share", firm.key, 0, product=name, share=share)


def judge(race: "Race") -> None:
    """A month of what people say: of products that were shown and do not come, and of those that do not run."""
    rules, world = race.level.rules.products, race.world
    for firm in race.labs:
        if not firm.offerings or not firm.alive:
            continue
        for key, offering in firm.offerings.items():
            waits = offering.announced > -99 and offering.launched < 0
            if waits and world.month - offering.announced > rules.patience_months:
                if offering.bump:
                    firm.bump -= 2.0 * offering.bump
                    offering.bump = 0.0
                    name = race.level.products[key].name
                    world.tell("hourglass", "news-product-late", firm.key, -1, product=name)
                firm.trust = max(0.0, firm.trust - rules.gap_trust)
                firm.credibility *= 1.0 - rules.gap_credibility
            elif offering.share > 0.0 and offering.served < rules.poor_service:
                firm.trust = max(0.0, firm.trust - rules.poor_trust * (1.0 - offering.served))
