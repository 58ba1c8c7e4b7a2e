"""What a lesson draws of a game: figures of a firm or of the world, looked at after every month.

`@trace("unit")` puts a function into `TRACES` under its own name; add the name to `levels.words.TRACES`, and its words
to the texts (`trace-NAME`). A flow is summed over the months of a turn; of all else the turn's last month counts.
"""

from collections.abc import Callable
from math import fsum
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from agents.books import DEBT, TURBINE_KW, USD, card_unit
from agents.minds.allotment import MONTHS, NEED_OVER_SUPPLY
from game import community, score
from game.markets import chips, cycle
from game.markets import debt as lending

if TYPE_CHECKING:
    from agents.utility import Utility
    from game.race import Race

Unit = Literal[
    "h100e", "usd", "usd_hour", "usd_card", "share", "rate", "ratio", "elo", "index", "kw", "count", "goal", "word"
]
Look = Callable[["Race", str], float | str]
NOTHING = float("nan")
"""Where there is nothing to see: a bid in a turn without an auction, a cover without a debt."""


class Trace(Struct, frozen=True):
    """A trace as it is registered."""

    name: str
    unit: Unit
    look: Look
    flow: bool = False
    """Whether it is summed over the months of a turn."""
    first: bool = False
    """Whether its first month counts in a turn: what is shared out or sold once a turn."""
    world: bool = False
    """Whether it is the same for every firm."""


TRACES: dict[str, Trace] = {}


def trace(unit: Unit, *, flow: bool = False, first: bool = False, world: bool = False) -> Callable[[Look], Look]:
    """Registers a function as a trace under its own name."""

    def register(look: Look) -> Look:
        TRACES[look.__name__] = Trace(look.__name__, unit, look, flow, first, world)
        return look

    return register


# Compute and power of a firm.


@trace("h100e")
def owned(race: "Race", firm: str) -> float:
    """Cards that it owns."""
    return float(race.world.firms[firm].compute.owned)


@trace("h100e")
def online(race: "Race", firm: str) -> float:
    """Cards that run for it, as in the record."""
    use = race.world.firms[firm].compute
    return float(max(0, use.online - use.leased_out) + use.leased)


@trace("h100e")
def idle(race: "Race", firm: str) -> float:
    """Own cards without a place or without power."""
    return float(race.world.firms[firm].compute.idle)


@trace("h100e")
def served(race: "Race", firm: str) -> float:
    """Compute that serves customers."""
    use = race.world.firms[firm].compute
    return float(use.paid + use.free)


@trace("kw")
def mw_running(race: "Race", firm: str) -> float:
    """Power that runs cards, in kW."""
    return float(race.world.firms[firm].compute.used_kw)


@trace("word")
def binding(race: "Race", firm: str) -> str:
    """What limits it: cash, chips, hall, power, data, talent, demand or none."""
    return str(race.world.firms[firm].binding)


# Its money.


@trace("usd")
def cash(race: "Race", firm: str) -> float:
    """Cash."""
    return float(race.world.books.held(USD, firm))


@trace("usd", flow=True)
def spent(race: "Race", firm: str) -> float:
    """Capital spending of the turn."""
    return float(race.flows[firm].capex)


@trace("usd", flow=True)
def revenue(race: "Race", firm: str) -> float:
    """Revenue of the turn."""
    return float(race.flows[firm].revenue)


@trace("usd")
def valuation(race: "Race", firm: str) -> float:
    """Value of all shares."""
    return float(race.world.firms[firm].valuation_usd)


@trace("share")
def founders_share(race: "Race", firm: str) -> float:
    """The founders' part of the firm."""
    return float(race.world.firms[firm].founders_share)


@trace("usd")
def founders_value(race: "Race", firm: str) -> float:
    """What the founders hold; nothing once the firm has failed."""
    state = race.world.firms[firm]
    return state.founders_share * state.valuation_usd if state.alive else 0.0


@trace("usd")
def debt(race: "Race", firm: str) -> float:
    """Drawn credit."""
    return float(race.world.books.held(DEBT, firm))


@trace("ratio")
def cover(race: "Race", firm: str) -> float:
    """Cover of debt service, while there is any."""
    state = race.world.firms[firm]
    return lending.cover(race, state) if state.loans_usd else NOTHING


@trace("goal")
def goal(race: "Race", firm: str) -> float:
    """What it has reached of the level's own goal, in the goal's unit; the score where the level has none."""
    return score.score(race, firm).total


@trace("goal", world=True)
def goal_all(race: "Race", firm: str) -> float:
    """What all seats together have reached of it."""
    return fsum(score.score(race, seat).total for seat in race.world.scores)


# Neighbours and the grid.


def _utility(race: "Race", firm: str) -> "Utility":
    role = race.level.firms[firm].role
    key = role.utility if role is not None else race.utility_at(race.sites_of[firm][0].key)
    return race.utility_by_key[key]


@trace("index")
def opposition(race: "Race", firm: str) -> float:
    """Opposition of the neighbours of its loudest site."""
    return max((site.opposition for site in race.sites_of[firm]), default=0.0)


@trace("rate")
def block_hazard(race: "Race", firm: str) -> float:
    """Chance a month that its own power is stopped."""
    sites = [site for site in race.sites_of[firm] if race.world.books.held(TURBINE_KW, site.key)]
    return max((community.block_hazard(race, site, permitted=not site.unpermitted_kw) for site in sites), default=0.0)


@trace("share")
def speculative_share(race: "Race", firm: str) -> float:
    """Part of its utility's queue that nobody stands behind."""
    return _utility(race, firm).speculative_share


@trace("ratio")
def bills(race: "Race", firm: str) -> float:
    """A household's bill relative to the start."""
    return _utility(race, firm).state.bills


# The market for cards, and that for rented compute.


@trace("ratio", first=True, world=True)
def book_over_need(race: "Race", firm: str) -> float:
    """Cards on order at all makers over what is needed in a quarter, in the month in which they were shared out."""
    made = fsum(maker.state.made_h100e for maker in race.makers)
    ordered = fsum(
        cards * race.level.chips[chip].h100e for maker in race.makers for chip, cards in maker.state.ordered.items()
    )
    return ordered / (NEED_OVER_SUPPLY * MONTHS * made) if made > 0 and not _auctions(race) else NOTHING


def _auctions(race: "Race") -> list[tuple[str, int]]:
    return [
        (chip, bid)
        for maker in race.makers
        if maker.state.rule == "auction"
        for chip, bid in maker.state.won_usd.items()
    ]


@trace("usd_card", first=True, world=True)
def winning_bid(race: "Race", firm: str) -> float:
    """Mean of the bids that won the last auction."""
    won = _auctions(race)
    return fsum(float(bid) for _, bid in won) / len(won) if won else NOTHING


@trace("usd_card", first=True, world=True)
def card_worth(race: "Race", firm: str) -> float:
    """What a card that was sold by auction is worth."""
    won = _auctions(race)
    return fsum(float(chips.worth_usd(race, chip, race.month)) for chip, _ in won) / len(won) if won else NOTHING


@trace("h100e", flow=True, world=True)
def made(race: "Race", firm: str) -> float:
    """What all makers could build in the turn."""
    return fsum(maker.state.made_h100e for maker in race.makers)


@trace("usd_hour", world=True)
def rent(race: "Race", firm: str) -> float:
    """Market rent of an H100e-hour on contract."""
    return race.world.offers.rent_usd


@trace("ratio", world=True)
def rent_relative(race: "Race", firm: str) -> float:
    """The rent relative to the normal one."""
    offers = race.world.offers
    return offers.rent_usd / offers.normal_rent_usd if offers.normal_rent_usd > 0.0 else 1.0


@trace("h100e", world=True)
def capacity(race: "Race", firm: str) -> float:
    """Running cards of all lessors."""
    return float(cycle.capacity_h100e(race))


@trace("h100e", world=True)
def demand(race: "Race", firm: str) -> float:
    """What outside tenants would rent at the normal rent."""
    return cycle.demand_h100e(race, race.month) if race.level.tenants else NOTHING


@trace("h100e", world=True)
def pipeline(race: "Race", firm: str) -> float:
    """Places under construction at the lessors' sites, and finished ones whose cards have not come."""
    lessors = race.lessors
    begun = sum(each.slots for each in race.world.projects if race.world.sites[each.site].firm in lessors)
    empty = 0
    for key in lessors:
        for site in race.sites_of[key]:
            cards = sum(race.world.books.held(card_unit(chip), site.key) for chip in race.level.chips)
            empty += max(0, site.air_slots + site.liquid_slots - cards)
    return float(begun + empty)


# Models, their list, their customers and their safety.


@trace("elo")
def arena_elo(race: "Race", firm: str) -> float:
    """Public rating of its model."""
    model = race.world.firms[firm].model
    return model.arena_elo if model is not None else NOTHING


@trace("elo")
def true_elo(race: "Race", firm: str) -> float:
    """What its model can do."""
    model = race.world.firms[firm].model
    return model.true_elo if model is not None else NOTHING


@trace("elo")
def flattery(race: "Race", firm: str) -> float:
    """Rating beyond the truth."""
    model = race.world.firms[firm].model
    return model.arena_elo - model.true_elo if model is not None else NOTHING


@trace("share")
def seat_share(race: "Race", firm: str) -> float:
    """Its part of all companies' seats."""
    return race.world.firms[firm].seat_share


@trace("share")
def safety(race: "Race", firm: str) -> float:
    """Part of its research that is safety work."""
    return float(race.world.firms[firm].policies.safety)


@trace("count", world=True)
def labs_alive(race: "Race", firm: str) -> float:
    """Labs without an incident so far."""
    struck = {item.firm for item in race.world.news if item.text.key == "news-incident"}
    return float(len(race.labs) - len(struck))


@trace("elo", world=True)
def best_elo(race: "Race", firm: str) -> float:
    """Highest public rating."""
    return max(lab.model.arena_elo for lab in race.labs if lab.alive and lab.model)


@trace("elo", world=True)
def rating_lead(race: "Race", firm: str) -> float:
    """What the best model can do beyond the second."""
    first, second, *_ = sorted((lab.model.true_elo for lab in race.labs if lab.alive and lab.model), reverse=True)
    return first - second


@trace("word", world=True)
def best_lab(race: "Race", firm: str) -> str:
    """The lab whose model can do most, by name."""
    rated = [(-lab.model.true_elo, lab.key) for lab in race.labs if lab.alive and lab.model]
    return race.level.firms[min(rated)[1]].name


@trace("word", world=True)
def leader(race: "Race", firm: str) -> str:
    """Who leads by score, by name."""
    totals = {seat: score.score(race, seat).total for seat in race.world.scores}
    return race.level.firms[score.best_first(race, totals)[0]].name


@trace("share")
def kept_share(race: "Race", firm: str) -> float:
    """Part of its revenue that a lab keeps from its partners."""
    return 1.0 - fsum(tie.revenue_share for tie in race.world.ties if tie.lab == firm and not tie.ended)


@trace("h100e", world=True)
def world_online(race: "Race", firm: str) -> float:
    """Compute that runs for anybody."""
    return fsum(float(state.compute.online) for state in race.world.firms.values())
