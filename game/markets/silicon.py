"""Own chips: a programme with a design partner, its delays, and what its silicon then costs (model 2).

Work is an Erlang time that money shortens; a tape-out may fail and need a respin; no chip comes before its node. Then
it needs packaging, logic and memory like any other. Unit cost falls with cards ever made (Wright 1936). It pays beyond
q* = F / (P - c / rho), F being the programme, P the merchant's price of as much compute, c / rho the own card's cost.
While it runs, merchants give a discount to keep the customer, and serve a rival later in a shortage.
"""

from math import fsum
from typing import TYPE_CHECKING

from agents import chance
from agents.books import USD
from game.markets import supply
from game.world import Programme
from levels.calendar import QUARTER, index_of

if TYPE_CHECKING:
    from game.race import Race
    from levels.schema import DesignPartner

FIRST_TALK, ANNOUNCED = 0.25, 0.75
"""How much of a rival a customer is whose programme begins, and whose chip is finished."""


def start(race: "Race", firm: str, partner: str, usd_per_quarter: int) -> None:
    """Begin a programme, or go on with it at another pace; with another partner the work begins anew."""
    world, facts = race.world, race.level.firms[firm].silicon
    assert facts is not None
    running = world.programmes.get(firm)
    if running is None or running.partner != partner:
        months = draw_months(race, firm, partner)
        spent = running.spent_usd if running else 0
        running = Programme(firm, facts.chip, partner, 0, months, months, world.month, spent)
        world.programmes[firm] = running
        name = race.level.partners[partner].name
        world.tell("cpu", "news-chip-start", firm, 0, partner=name, chip=race.level.chips[facts.chip].name)
    running.usd_per_quarter = usd_per_quarter


def draw_months(race: "Race", firm: str, partner: str) -> float:
    """Months of work of a new programme at its partner's usual pace: Erlang in the level's stages."""
    stages, mean = race.level.rules.silicon.stages, race.level.partners[partner].months
    seed, month = race.world.seed, race.world.month
    return fsum(
        chance.waiting_months(mean / stages, seed, firm, "own chip " + partner, month, n) for n in range(stages)
    )


def advance(race: "Race") -> None:
    """A month of work on every programme that is paid for; a tape-out at its end works, or needs a respin."""
    world, rules = race.world, race.level.rules.silicon
    for programme in world.programmes.values():
        cost = programme.usd_per_quarter // QUARTER
        if programme.ready >= 0 or cost <= 0 or not world.firms[programme.firm].alive:
            continue
        if cost > world.books.held(USD, programme.firm):
            continue
        partner = race.level.partners[programme.partner]
        world.books.pay(programme.firm, "~partners", cost, "design")
        programme.spent_usd += cost
        programme.work_left -= pace(race, partner, programme.usd_per_quarter)
        if programme.work_left > 0.0:
            continue
        name = race.level.chips[programme.chip].name
        fails = partner.respin * rules.respin_fade**programme.respins
        if chance.happens(fails, world.seed, programme.firm, "tape-out", world.month, programme.respins):
            programme.respins += 1
            programme.work_left = chance.between(
                rules.respin_low, rules.respin_high, world.seed, programme.firm, "respin", world.month
            )
            months = round(programme.work_left)
            world.tell("triangle-alert", "news-chip-respin", programme.firm, -1, chip=name, months=months)
        else:
            programme.ready = max(world.month + 1, earliest_month(race, programme.firm))
            supply.index_lines(race)
            world.tell("sparkles", "news-chip-ready", programme.firm, 1, chip=name)


def pace(race: "Race", partner: "DesignPartner", usd_per_quarter: int) -> float:
    """Months of work done in a month: more money buys less and less haste."""
    return float((usd_per_quarter / partner.usd_per_quarter) ** race.level.rules.silicon.funding_exponent)


def earliest_month(race: "Race", firm: str) -> int:
    """First month in which a firm's chip can ship: its process makes volume, and its plan is kept."""
    facts, level = race.level.firms[firm].silicon, race.level
    assert facts is not None
    planned = level.chips[facts.chip].available
    return max(index_of(level.nodes[facts.node].available, level.start), index_of(planned, level.start))


def done(race: "Race", firm: str) -> float:
    """How far a firm's paid programme is, from 0 to 1 (in volume); 0 without one."""
    programme = race.world.programmes.get(firm)
    if programme is None or (programme.usd_per_quarter <= 0 and programme.ready < 0):
        return 0.0
    if programme.ready >= 0:
        return 1.0 if race.world.month >= programme.ready else ANNOUNCED
    part = 1.0 - min(1.0, programme.work_left / max(1.0, programme.work))
    return FIRST_TALK + (ANNOUNCED - FIRST_TALK) * part


def bargain(race: "Race", firm: str, chip_key: str) -> float:
    """Discount that a merchant gives a customer who could go over to a chip of its own."""
    if not race.world.programmes or race.level.chips[chip_key].buyers:
        return 0.0
    return race.level.rules.silicon.bargain * done(race, firm)


def rivalry(race: "Race", firm: str, chip_key: str) -> float:
    """Part of its score in a shortage that such a customer loses."""
    if not race.world.programmes or race.level.chips[chip_key].buyers:
        return 0.0
    return race.level.rules.chips.rivalry * done(race, firm)


def merchant_usd(race: "Race", firm: str, month: int) -> float:
    """Dollars a firm would pay merchants per H100e of cards in a month to come, as tight as now."""
    level, best = race.level, 0.0
    for maker_key in level.firms[firm].chips_from:
        maker = next(each for each in race.makers if each.key == maker_key)
        for key, available, _, retires in race.chip_lines[maker_key]:
            if level.chips[key].buyers or not available <= month < retires:
                continue
            since = supply.months_since_successor(race, key, month)
            price = maker.list_usd(key, since, level.rules.chips) * maker.heat(level.rules.chips)
            cost = price / level.chips[key].h100e
            best = cost if best == 0.0 else min(best, cost)
    return best


def best_merchant_h100e(race: "Race", firm: str, month: int) -> float:
    """H100e of the strongest card that merchants sell to a firm in a month to come."""
    level = race.level
    cards = [
        level.chips[key].h100e
        for maker in level.firms[firm].chips_from
        for key, available, _, retires in race.chip_lines[maker]
        if not level.chips[key].buyers and available <= month < retires
    ]
    return max(cards, default=1.0)


def expected_month(race: "Race", firm: str, partner_key: str, usd_per_quarter: int) -> int:
    """Month in which volume is expected: work and likely respins at this pace, not before the node."""
    partner, rules = race.level.partners[partner_key], race.level.rules.silicon
    programme = race.world.programmes.get(firm)
    left = programme.work_left if programme and programme.partner == partner_key else partner.months
    left += partner.respin * 0.5 * (rules.respin_low + rules.respin_high)
    months = left / max(1e-6, pace(race, partner, usd_per_quarter))
    return max(race.world.month + 1 + round(months), earliest_month(race, firm))


def break_even_cards(race: "Race", firm: str, partner_key: str, usd_per_quarter: int) -> int:
    """Cards beyond which a programme pays, or 0 if it never does (model 2)."""
    facts = race.level.firms[firm].silicon
    assert facts is not None
    chip, partner = race.level.chips[facts.chip], race.level.partners[partner_key]
    ready = expected_month(race, firm, partner_key, usd_per_quarter)
    programme = race.world.programmes.get(firm)
    same = programme is not None and programme.partner == partner_key
    left = programme.work_left if same and programme else partner.months
    to_pay = left / max(1e-6, pace(race, partner, usd_per_quarter)) / QUARTER * usd_per_quarter
    saved = merchant_usd(race, firm, ready) * chip.h100e - chip.price_usd * (1.0 + partner.margin)
    return int(to_pay / saved) + 1 if saved > 0.0 else 0
