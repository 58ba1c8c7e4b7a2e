"""Parents of divisions: the quarter's grant, money asked for beyond it, and what is handed back (model 1).

More money now is bound to a promise: revenue that is to have grown by the review. Later grants pay for it, by the cost
of capital if the promise is kept, by up to the whole if it is not.
"""

from typing import TYPE_CHECKING

from msgspec import Struct

from agents.books import USD
from game import score
from game.markets.capital import close_round, growth
from levels.calendar import QUARTER

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race


class Share(Struct, frozen=True):
    """What a quarter brings a division, in USD."""

    given: int
    beyond: int
    """Paid out to the parent."""
    kept_back: int
    """What later grants are still to be cut by."""


def base_usd(race: "Race", firm: str) -> float:
    """A quarter of the level's budget for a division."""
    terms = race.level.firms[firm].grant
    return terms.capex_usd_per_year * terms.ai_share * terms.lab_share / 4.0 if terms is not None else 0.0


def budget_usd(race: "Race", firm: "FirmState") -> int:
    """What the parent of a division gives in this quarter, whatever is in its purse; 0 for who has none."""
    terms = race.level.firms[firm.key].grant
    if terms is None:
        return 0
    world, rules = race.world, race.level.rules
    cash_flow = terms.core_cash_flow_usd * (1.0 + rules.demand.cash_flow_growth) ** (world.month / 12.0)
    wish = base_usd(race, firm.key)
    for factor in budget_factors(race, firm):
        wish *= factor
    return int(min(wish, cash_flow / 4.0 * rules.demand.cash_flow_share * terms.lab_share))


def budget_factors(race: "Race", firm: "FirmState") -> tuple[float, float, float, float]:
    """What the first year's budget has become: by time, guidance, revenue against the grant, and belief in promises."""
    rules = race.level.rules.capital
    return (
        (1.0 + rules.grant_growth) ** (race.world.month // QUARTER),
        rules.guidance_step**firm.policies.guidance,
        rules.grant_outgrow if _outgrows(race, firm) else 1.0 / rules.grant_outgrow,
        1.0 - race.level.rules.parents.on_belief * (1.0 - firm.request.belief),
    )


def _outgrows(race: "Race", firm: "FirmState") -> bool:
    return growth(firm) > (1.0 + race.level.rules.capital.grant_growth) ** 4


def grant(race: "Race") -> None:
    """Parents pay their divisions a quarter's grant; it dilutes like a round (model 1).

    What a division has in hand beyond its purse goes back to the parent, which counts it as returned value.
    Shareholders count the spending: higher guidance uses up their patience, revenue gives some back. When it is gone
    they cut, and allow no more for a time. The orders of the turn come first, so that they bring what was quoted.
    """
    world, rules = race.world, race.level.rules.capital
    for key, _ in race.grants:
        firm = world.firms[key]
        if not firm.alive:
            continue
        amount = _within_purse(race, firm)
        if amount > 0:
            _pay(race, firm, amount, "grant")
        relief = 0.0
        if _outgrows(race, firm):
            relief = rules.guidance_relief
            firm.request.belief = min(1.0, firm.request.belief + race.level.rules.parents.forgiven)
        strain = firm.opposition + rules.guidance_strain * firm.policies.guidance - relief
        firm.opposition = max(0.0, strain)
        if firm.opposition >= 1.0:
            firm.opposition, firm.policies.guidance = 0.5, -1
            firm.guidance_barred = world.month + rules.guidance_bar_months
            world.tell("landmark", "news-guidance", key, -1, months=rules.guidance_bar_months)


def _pay(race: "Race", firm: "FirmState", amount: int, cause: str) -> None:
    close_round(race, firm, [(_account(race, firm), amount)], max(firm.valuation_usd, 1), cause)


def _account(race: "Race", firm: "FirmState") -> str:
    terms = race.level.firms[firm.key].grant
    assert terms is not None
    return "~" + terms.parent


def _within_purse(race: "Race", firm: "FirmState") -> int:
    """The grant that fills the purse and no more; what lies beyond the purse is paid out to the parent."""
    share = expected(race, firm, race.world.books.held(USD, firm.key), firm.request.kept_back_usd)
    if share.beyond:
        _pay_out(race, firm, share.beyond)
    firm.request.kept_back_usd = share.kept_back
    return share.given


def expected(race: "Race", firm: "FirmState", cash_usd: int, kept_back_usd: int) -> Share:
    """What a quarter brings a division that holds so much cash and owes so much, as things stand. Changes nothing.

    Money under review may stay in hand. What is kept back for an old request makes the purse and the grant smaller.
    """
    rules, grant_usd = race.level.rules, budget_usd(race, firm)
    purse = int(rules.capital.purse_quarters * grant_usd) + firm.committed_usd + firm.request.usd
    owed = min(kept_back_usd, int(rules.parents.kept_back_most * grant_usd))
    beyond = max(0, min(cash_usd, cash_usd - purse + owed))
    amount = min(grant_usd, max(0, purse - cash_usd))
    returned = min(owed, beyond)
    held_back = min(amount, owed - returned)
    return Share(amount - held_back, beyond, kept_back_usd - returned - held_back)


def _pay_out(race: "Race", firm: "FirmState", usd: int) -> None:
    score.return_value(race, firm.key, usd)
    race.world.books.pay(firm.key, _account(race, firm), usd, "dividend")


def request_most_usd(race: "Race", firm: "FirmState") -> int:
    """The largest request that the parent looks at."""
    return int(race.level.rules.parents.request_most * budget_usd(race, firm))


def request_part(race: "Race", firm: "FirmState", promise: float) -> float:
    """The part of a request that the parent gives: its belief and patience, cards that run, and what is promised."""
    rules, use = race.level.rules.parents, firm.compute
    running = use.online / use.owned if use.owned > 0 else 1.0
    patience = max(0.0, 1.0 - firm.opposition)
    return firm.request.belief * patience * running * min(1.0, promise / rules.hurdle)


def request(race: "Race", firm: "FirmState", amount_usd: int, promise: float) -> None:
    """The parent gives its part of a request at once; the promise is looked at when the month of the review ends."""
    world, rules = race.world, race.level.rules.parents
    given = int(amount_usd * request_part(race, firm, promise))
    rate = firm.run_rates[-1] if firm.run_rates else 0.0
    asked = firm.request
    asked.usd, asked.due = given, world.month - 1 + rules.review_months
    asked.start_usd, asked.goal_usd = rate, rate * (1.0 + promise)
    firm.opposition += rules.strain * given / max(1, budget_usd(race, firm))
    _pay(race, firm, given, "appropriation")
    world.tell("landmark", "news-request", firm.key, 1, usd=given, asked=amount_usd, months=rules.review_months)


def charge_usd(race: "Race", usd: int) -> int:
    """Cost of capital of a request until its review."""
    rules = race.level.rules.parents
    return int(usd * rules.charge * rules.review_months / 12.0)


def review(race: "Race") -> None:
    """Promises that come due are looked at when the month ends, before anybody plans the next."""
    for key, _ in race.grants:
        firm = race.world.firms[key]
        if firm.alive and 0 <= firm.request.due <= race.world.month:
            _review(race, firm)


def _review(race: "Race", firm: "FirmState") -> None:
    """What a request has brought is compared with its promise, and later grants pay."""
    asked, rules = firm.request, race.level.rules.parents
    rate = firm.run_rates[-1] if firm.run_rates else 0.0
    promised = asked.goal_usd - asked.start_usd
    missed = min(1.0, max(0.0, (asked.goal_usd - rate) / promised)) if promised > 0.0 else 0.0
    asked.kept_back_usd += charge_usd(race, asked.usd) + int(missed * asked.usd)
    if missed > 0.0:
        asked.belief *= rules.doubt**missed
        race.world.tell("landmark", "news-review-missed", firm.key, -1, part=missed, usd=asked.kept_back_usd)
    else:
        asked.belief = min(1.0, asked.belief + rules.regained)
        race.world.tell("landmark", "news-review-kept", firm.key, 1)
    asked.usd, asked.due = 0, -1


def hand_back(race: "Race", firm: "FirmState", usd: int) -> None:
    """Money back to the parent: value returned, what is kept back paid first, then what is under review; patience won.

    What is no longer under review is not answered for: the promise shrinks with it, its cost of capital stays due.
    """
    asked = firm.request
    owed, unspent, goal_usd = back(firm, usd)
    asked.kept_back_usd += charge_usd(race, unspent) - owed
    asked.usd, asked.goal_usd = asked.usd - unspent, goal_usd
    if unspent and not asked.usd:
        asked.due = -1
    firm.opposition = max(0.0, firm.opposition - relief(race, firm, usd))
    _pay_out(race, firm, usd)


def back(firm: "FirmState", usd: int) -> tuple[int, int, float]:
    """Of money handed back: what was kept back, what was under review, and the run-rate that is still promised."""
    asked = firm.request
    owed = min(asked.kept_back_usd, usd)
    unspent = min(asked.usd, usd - owed)
    part = unspent / asked.usd if asked.usd else 0.0
    return owed, unspent, asked.goal_usd - part * (asked.goal_usd - asked.start_usd)


def relief(race: "Race", firm: "FirmState", usd: int) -> float:
    """Patience of shareholders that money handed back wins."""
    return race.level.rules.parents.relief * usd / max(1, budget_usd(race, firm))
