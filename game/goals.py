"""What a level may judge its seats by in place of the score: one figure a seat, in words of `levels.words.GOALS`."""

from collections.abc import Callable
from math import exp, fsum
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from agents.books import DEBT, USD
from game import roles
from game.markets import chips

if TYPE_CHECKING:
    from game.race import Race
    from game.world import Tally

Figure = Callable[["Race", str], float]


class GoalKind(Struct, frozen=True):
    """A goal: its figure for a seat now, and whether the last, the mean or the sum of all months counts.

    `hidden` is one that rests on what rivals keep to themselves: it is told at the end only.
    """

    unit: str
    counts: Literal["last", "mean", "sum"]
    figure: Figure
    hidden: bool = False
    cards_anywhere: bool = False
    """Whether cards count wherever they are, without a place or power and on their way."""


def _billions(usd: float) -> float:
    return usd / 1e9


def _cash(race: "Race", seat: str) -> float:
    """Cash less debt, billion USD."""
    books = race.world.books
    return _billions(books.held(USD, seat) - books.held(DEBT, seat))


def _card_trade(race: "Race", seat: str) -> float:
    """What its cards turned out to be worth, less what was paid for them and for orders, billion USD."""
    sum_usd, ship = 0, race.level.rules.chips.ship_months
    for month, unit, source, target, amount, cause in race.world.books.entries:
        if unit == USD and cause in ("cards", "deposit", "refund"):
            sum_usd += amount * ((target == seat) - (source == seat))
        elif cause == "delivery" and target in race.world.sites and race.world.sites[target].firm == seat:
            sum_usd += amount * chips.worth_usd(race, unit.removeprefix("card:"), month - ship)
    for shipment in race.world.shipments:
        if race.world.sites[shipment.site].firm == seat:
            sum_usd += shipment.cards * chips.worth_usd(race, shipment.chip, shipment.due - ship)
    return _billions(sum_usd)


def _served(race: "Race", seat: str) -> float:
    """Compute that served customers, thousand H100e."""
    use = race.world.firms[seat].compute
    return (use.paid + use.free) / 1000.0


def _online(race: "Race", seat: str) -> float:
    """Compute that ran for the firm, own and leased, less leased out, thousand H100e."""
    use = race.world.firms[seat].compute
    return (max(0, use.online - use.leased_out) + use.leased) / 1000.0


def _own_aim(race: "Race", seat: str) -> float:
    """What a seat's role is there for, 0 to 100: cards that run, reliability, peace and bills, or all of them."""
    return roles.aim(race, seat)


def _founders(race: "Race", seat: str) -> float:
    """The founders' part of the valuation, billion USD."""
    firm = race.world.firms[seat]
    return _billions(firm.founders_share * firm.valuation_usd) if firm.alive else 0.0


def _valuation(race: "Race", seat: str) -> float:
    """The valuation, billion USD."""
    firm = race.world.firms[seat]
    return _billions(firm.valuation_usd) if firm.alive else 0.0


def _revenue(race: "Race", seat: str) -> float:
    """The month's revenue, billion USD."""
    return _billions(race.flows[seat].revenue)


def _kept(race: "Race", seat: str) -> float:
    """The month's revenue less what partners get of it, billion USD."""
    firm = race.world.firms[seat]
    paid = fsum(tie.revenue_share for tie in race.lists.ties_of(seat))
    own = firm.run_rates[-1] / 12.0 if firm.run_rates else 0.0
    return _billions(race.flows[seat].revenue - paid * own)


def _prize(race: "Race", seat: str) -> float:
    """Per cent of the prize: speed, times the part of the field's capability, times the trust that is left."""
    rules, firm = race.level.rules, race.world.firms[seat]
    rated = {f.key: f.model.true_elo for f in race.labs if f.alive and f.model is not None}
    if seat not in rated or not race.world.month:
        return 0.0
    best = max(rated.values())
    weights = {key: exp((elo - best) / rules.score.frontier_temperature) for key, elo in rated.items()}
    speed = firm.post_elo / (rules.research.post_per_year * race.world.month / 12.0)
    trust = min(1.0, firm.trust / max(1e-9, race.level.firms[seat].trust))
    return 100.0 * speed * trust * weights[seat] / fsum(weights.values())


GOALS: dict[str, GoalKind] = {
    "card_trade": GoalKind("billion USD", "last", _card_trade, cards_anywhere=True),
    "cash": GoalKind("billion USD", "last", _cash),
    "compute_online": GoalKind("thousand H100e", "mean", _online),
    "compute_served": GoalKind("thousand H100e", "mean", _served),
    "founder_value": GoalKind("billion USD", "last", _founders),
    "kept_revenue": GoalKind("billion USD", "sum", _kept),
    "own_aim": GoalKind("points", "mean", _own_aim),
    "race_prize": GoalKind("per cent", "last", _prize, hidden=True),
    "revenue": GoalKind("billion USD", "sum", _revenue),
    "value": GoalKind("billion USD", "last", _valuation),
}
"""The goals by name, but for `score`, which `game.score` judges."""


def name_of(race: "Race") -> str:
    """The goal of the race's level; "score" if it names none."""
    return race.level.goal.of if race.level.goal is not None else "score"


def cards_anywhere(race: "Race") -> bool:
    """Whether the race's goal counts cards wherever they are."""
    kind = GOALS.get(name_of(race))
    return kind is not None and kind.cards_anywhere


def count_month(race: "Race", seat: str, tally: "Tally") -> None:
    """Add a month's figure to a seat's running sum."""
    kind = GOALS.get(name_of(race))
    if kind is not None:
        tally.goal.append(kind.figure(race, seat))


def reached(race: "Race", seat: str) -> float:
    """What a seat has reached of the goal up to now, in the goal's unit."""
    kind, months = GOALS[name_of(race)], race.world.scores[seat].goal
    if not months:
        return 0.0
    if kind.counts == "last":
        return months[-1]
    return fsum(months) / (len(months) if kind.counts == "mean" else 1)


def wins(race: "Race", seat: str) -> bool:
    """Whether a seat has reached the level's target."""
    goal = race.level.goal
    if goal is None or goal.target is None:
        return False
    value = reached(race, seat)
    return value <= goal.target if goal.least else value >= goal.target
