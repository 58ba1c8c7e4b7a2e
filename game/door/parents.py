"""Orders of a division to its parent: more money for a promise, and money handed back."""

from typing import TYPE_CHECKING

from agents.books import USD
from agents.desk import Refusal
from agents.orders import AskParent, HandBack
from game.door.planned import Granted, Planned, grant, line, refuse
from game.markets import parents

if TYPE_CHECKING:
    from game.race import Race


def check_ask(race: "Race", firm: str, planned: Planned, order: AskParent) -> Granted | Refusal:
    rules, state, month = race.level.rules.parents, race.world.firms[firm], race.world.month
    if race.level.firms[firm].grant is None:
        return refuse("refuse-no-parent")
    if planned.of("request"):
        return refuse("refuse-twice")
    if state.request.due >= 0:
        return refuse("refuse-under-review", months=max(1, state.request.due - month))
    if not state.run_rates or state.run_rates[-1] <= 0.0:
        return refuse("refuse-request-revenue")
    if not rules.promise_least <= order.promise <= rules.promise_most:
        return refuse("refuse-promise", low=rules.promise_least, high=rules.promise_most)
    most = parents.request_most_usd(race, state)
    if not 0 < order.amount_usd <= most:
        return refuse("refuse-request-most", most=most, usd=most)
    part = parents.request_part(race, state, order.promise)
    given = int(order.amount_usd * part)
    if given <= 0:
        return refuse("refuse-request-part")
    goal = state.run_rates[-1] * (1.0 + order.promise)
    charge = parents.charge_usd(race, given)
    lines = [
        line("quote-request", -given),
        line("quote-request-part", share=round(part, 3)),
        line("quote-dilution", share=round(given / (max(1, state.valuation_usd) + given), 4)),
        line("quote-request-goal", money=int(goal), months=rules.review_months),
        line("quote-request-kept", money=charge),
        line("quote-request-missed", money=charge + given),
    ]
    return grant(-given, lines, month + 1, request=1)


def do_ask(race: "Race", firm: str, order: AskParent) -> None:
    parents.request(race, race.world.firms[firm], order.amount_usd, order.promise)


def check_hand_back(race: "Race", firm: str, planned: Planned, order: HandBack) -> Granted | Refusal:
    state = race.world.firms[firm]
    if race.level.firms[firm].grant is None:
        return refuse("refuse-no-parent")
    if planned.of("hand back"):
        return refuse("refuse-twice")
    free = max(0, race.world.books.held(USD, firm) - planned.cash_usd - state.committed_usd)
    if not 0 < order.amount_usd <= free:
        return refuse("refuse-hand-back", most=free, usd=free)
    relief = min(state.opposition, parents.relief(race, state, order.amount_usd))
    lines = [line("quote-hand-back", order.amount_usd), line("quote-hand-back-relief", share=round(relief, 3))]
    owed, unspent, goal_usd = parents.back(state, order.amount_usd)
    if owed:
        lines.append(line("quote-hand-back-owed", money=owed))
    if unspent:
        charge = parents.charge_usd(race, unspent)
        lines += [
            line("quote-hand-back-review", money=unspent),
            line("quote-hand-back-goal", money=int(goal_usd)),
            line("quote-hand-back-charge", money=charge),
        ]
    return grant(order.amount_usd, lines, race.world.month + 1, **{"hand back": 1})


def do_hand_back(race: "Race", firm: str, order: HandBack) -> None:
    parents.hand_back(race, race.world.firms[firm], order.amount_usd)
