"""World series: figures of the whole field that history knows, read from a race month by month.

Each function takes a race after a month and gives one number; its docstring says what and in which unit. A level's
`history` names them beside what was observed.
"""

from collections.abc import Callable
from math import fsum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.race import Race

Series = Callable[["Race", str], float]


def made_h100e(race: "Race", who: str) -> float:
    """H100e that a maker could build in the month, sold to whomever."""
    return next(maker.state.made_h100e for maker in race.makers if maker.key == who)


def sales_usd(race: "Race", who: str) -> float:
    """USD: what a maker built in the month, at the month's price of each card."""
    maker = next(maker for maker in race.makers if maker.key == who)
    supply = maker.state.supply
    weights = {chip: cards * maker.chips[chip].h100e for chip, cards in supply.items()}
    whole = fsum(weights.values())
    if whole <= 0.0:
        return 0.0
    per_h100e = fsum(weight * maker.state.price_usd[chip] / maker.chips[chip].h100e for chip, weight in weights.items())
    return maker.state.made_h100e * per_h100e / whole


def rent_usd(race: "Race", who: str) -> float:
    """USD per H100e-hour on contract."""
    return race.world.offers.rent_usd


def best_elo(race: "Race", who: str) -> float:
    """Highest public rating of any lab, Elo."""
    return max((firm.model.arena_elo for firm in race.labs if firm.alive and firm.model), default=0.0)


def arena_elo(race: "Race", who: str) -> float:
    """Public rating of a lab's model, Elo."""
    model = race.world.firms[who].model
    return model.arena_elo if model else 0.0


def run_rate_usd(race: "Race", who: str) -> float:
    """USD a year at the pace of the month."""
    rates = race.world.firms[who].run_rates
    return rates[-1] if rates else 0.0


def valuation_usd(race: "Race", who: str) -> float:
    """USD, post-money."""
    return float(race.world.firms[who].valuation_usd)


def consumers(race: "Race", who: str) -> float:
    """Monthly active users of a lab."""
    return float(race.world.firms[who].consumers)


def seats(race: "Race", who: str) -> float:
    """Seats of a lab that companies pay for."""
    return float(race.world.firms[who].seats)


def ai_capex_usd(race: "Race", who: str) -> float:
    """USD in the month: capital spending on AI of clouds and parents, and what parents grant to their labs."""
    world = race.world
    clouds = fsum(world.firms[key].capex_usd_per_year / 12.0 for key in race.operators)
    labs = fsum(float(race.flows[key].capex) for key, _ in race.grants if key in race.flows)
    return clouds + labs


def fleet_h100e(race: "Race", who: str) -> float:
    """H100e that a lab could use."""
    return float(race.world.firms[who].compute.usable)


SERIES: dict[str, Series] = {
    each.__name__: each
    for each in (
        made_h100e,
        sales_usd,
        rent_usd,
        best_elo,
        arena_elo,
        run_rate_usd,
        valuation_usd,
        consumers,
        seats,
        ai_capex_usd,
        fleet_h100e,
    )
}
