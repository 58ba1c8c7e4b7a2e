"""What a board forbids when the founders do not hold the votes, or somebody else has a seat (model 1)."""

from typing import TYPE_CHECKING

from agents.desk import Refusal
from agents.orders import Announce, AnyOrder, DeclareAgi
from game.door.planned import Granted, Planned, refuse
from game.markets import control

if TYPE_CHECKING:
    from game.race import Race

LATER = ("quote-cards-later", "quote-hall-later")
"""Lines of a quote that tell what is due later."""
MONTHLY = "quote-rent"
SAFETY = 0.97
"""Costs are not quite proportional to amounts: an offer of a smaller one stays below."""
AMOUNTS = ("cards", "slots", "h100e")


def veto(race: "Race", firm: str, planned: Planned, order: AnyOrder, granted: Granted) -> Refusal | None:
    """The board's refusal of an order that the desk would grant, or None. It adds to what the order reserves."""
    rules, state = race.level.rules.control, race.world.firms[firm]
    if isinstance(order, Announce):
        most = int(state.compute.usable * (1.0 + rules.board_claims))
        return _no(race, firm, "refuse-board-claim", most, h100e=most) if order.h100e > most else None
    if isinstance(order, DeclareAgi):
        likely = next(line.text.args["chance"] for line in granted.quote.lines if line.text.key == "quote-agi-chance")
        unlikely = float(likely) < rules.board_agi
        return _no(race, firm, "refuse-board-agi", 0, chance=rules.board_agi) if unlikely else None
    return _commitment(race, firm, planned, order, granted)


def _commitment(race: "Race", firm: str, planned: Planned, order: AnyOrder, granted: Granted) -> Refusal | None:
    """A large commitment must leave some months of burn in cash that nothing is promised from."""
    amount = next((int(getattr(order, name)) for name in AMOUNTS if hasattr(order, name)), 0)
    if not amount:
        return None
    rules, state = race.level.rules.control, race.world.firms[firm]
    later = monthly = 0
    for line in granted.quote.lines:
        if line.text.key in LATER:
            later += int(line.text.args["money"])
        elif line.text.key == MONTHLY:
            monthly += int(line.text.args["money"])
    cost = max(0, granted.quote.cash_usd) + later
    small = rules.board_size * state.valuation_usd
    size = cost + 12 * monthly + planned.of("promised size")
    cash = race.world.books.held("usd", firm) - planned.cash_usd - state.committed_usd - planned.of("promised")
    burn = max(0.0, state.burn_usd + planned.of("promised monthly"))
    room, need = cash - rules.board_months * burn, cost + rules.board_months * monthly
    if size <= small or need <= room:
        granted.reserves["promised"] = later
        granted.reserves["promised monthly"] = monthly
        granted.reserves["promised size"] = cost + 12 * monthly
        return None
    part = max((small - planned.of("promised size")) / max(1.0, cost + 12.0 * monthly), room / max(1.0, need))
    return _no(race, firm, "refuse-board-commitment", max(0, int(SAFETY * amount * part)), months=rules.board_months)


def _no(race: "Race", firm: str, key: str, most: int, **args: float) -> Refusal:
    """Who says no, and the votes that would change it."""
    state = race.world.firms[firm]
    who = "none" if state.watcher == control.SHAREHOLDERS else race.level.investors[state.watcher].name
    held = round(control.votes(race, state), 3)
    return refuse(key, most, who=who, votes=held, half=race.level.rules.control.majority, **args)
