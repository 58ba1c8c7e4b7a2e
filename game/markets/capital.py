"""Capital: what firms are worth, who offers money, and how rounds, grants and credit close (model 1).

V = S [ multiple x run-rate x growth^.8 + promise x (pool / pool0)^.5 x share by rating x min(1, fleet / ref)^.5 ].
"""

from math import exp, fsum, log
from typing import TYPE_CHECKING

from msgspec import Struct

from agents import chance
from agents.books import DEBT
from agents.investor import Prospect
from game import score
from game.markets.rationing import pro_rata
from levels.calendar import QUARTER

if TYPE_CHECKING:
    from agents.firm import FirmState
    from agents.view import TermSheet
    from game.race import Race


def rating_shares(race: "Race", scale_elo: float) -> dict[str, float]:
    """Softmax of the public ratings of the labs that are alive."""
    rated = {f.key: f.model.arena_elo for f in race.labs if f.alive and f.model is not None}
    best = max(rated.values(), default=0.0)
    weights = {key: exp((elo - best) / scale_elo) for key, elo in rated.items()}
    total = fsum(weights.values())
    return {key: weight / total for key, weight in weights.items()}


def growth(firm: "FirmState") -> float:
    """Run-rate over that of twelve months ago."""
    rates = firm.run_rates
    return rates[-1] / rates[0] if rates and rates[0] > 0 else 1.0


class Worth(Struct, frozen=True):
    """What makes a valuation: mood x claims x exposure (run-rate x multiple x growth + promise x standing x fleet)."""

    run_rate_usd: float
    multiple: float
    growth: float
    """Clamped, and to its exponent."""
    promise_usd: float
    """Of the whole field."""
    standing: float
    fleet: float
    sentiment: float
    claims: float
    exposure: float

    @property
    def revenue_usd(self) -> float:
        return self.multiple * self.run_rate_usd * self.growth

    @property
    def future_usd(self) -> float:
        return self.promise_usd * self.standing * self.fleet

    @property
    def usd(self) -> float:
        return (self.revenue_usd + self.future_usd) * (self.sentiment * self.claims * self.exposure)


def worth(race: "Race", firm: "FirmState") -> Worth:
    """The terms of a lab's valuation as they stand, its standing among investors included."""
    rules, world = race.level.rules.capital, race.world
    exposed = world.month <= firm.exposed_until
    return Worth(
        run_rate_usd=firm.run_rates[-1] if firm.run_rates else 0.0,
        multiple=rules.revenue_multiple,
        growth=min(max(growth(firm), rules.growth_min), rules.growth_max) ** rules.growth_exponent,
        promise_usd=rules.promise_usd * (world.public.pool_usd / rules.pool_reference_usd) ** rules.promise_exponent,
        standing=firm.standing,
        fleet=min(1.0, firm.compute.usable / rules.fleet_reference) ** rules.fleet_exponent,
        sentiment=world.public.sentiment,
        claims=exp(firm.bump),
        exposure=1.0 - race.level.rules.public.exposure if exposed else 1.0,
    )


def appraise(race: "Race") -> None:
    """Set every lab's valuation by the one formula, moved by claims and their exposure."""
    rules = race.level.rules.capital
    shares = rating_shares(race, rules.rank_scale_elo)
    for firm in race.labs:
        if not firm.alive:
            continue
        share = shares.get(firm.key, 0.0)
        firm.standing += (share - firm.standing) / rules.rank_months if firm.standing >= 0.0 else share - firm.standing
        firm.valuation_usd = int(worth(race, firm).usd)


def feel(race: "Race") -> None:
    """Sentiment drifts back to one, with the field's growth and noise (model 1)."""
    rules, public = race.level.rules.capital, race.world.public
    public.pool_year_ago.append(public.pool_usd)
    del public.pool_year_ago[:-13]
    months = len(public.pool_year_ago) - 1
    surprise = 0.0
    if months:
        pace = log(public.pool_usd / public.pool_year_ago[0]) / months * 12.0 / log(2.0)
        surprise = rules.sentiment_revenue * (pace - 1.0)
    noise = rules.sentiment_noise * chance.normal(race.world.seed, "investors", "sentiment", race.world.month)
    mood = 1.0 + rules.sentiment_memory * (public.sentiment - 1.0) + surprise + noise
    public.sentiment = min(max(mood, rules.sentiment_low), rules.sentiment_high)


def offer(race: "Race") -> list["TermSheet"]:
    """Term sheets of all investors for all private labs, valid for the coming turn."""
    world, rules = race.world, race.level.rules.capital
    sheets: list[TermSheet] = []
    for firm in race.labs:
        facts = race.level.firms[firm.key]
        if not firm.alive or facts.grant is not None:
            continue
        prospect = Prospect(firm.key, float(firm.valuation_usd), facts.independent, world.month - firm.last_round)
        for investor in race.investors:
            sheet = investor.offer(prospect, world.public.sentiment, rules.cooldown_months)
            if sheet is not None:
                sheets.append(sheet)
    return sheets


def price_after_size(race: "Race", pre_money_usd: int, amount_usd: int) -> int:
    """Pre-money that a round of this size gets: it falls per point of the firm sold above the free part."""
    rules = race.level.rules.capital
    points = 100.0 * max(0.0, amount_usd / (pre_money_usd + amount_usd) - rules.free_share)
    return int(pre_money_usd * max(rules.price_floor, 1.0 - rules.price_fall * points))


def clear(race: "Race") -> None:
    """Close the accepted rounds: the market's window, then each investor's purse, give everybody the same part.

    A firm that accepts several sheets in a turn sells one round: its price falls with the sum.
    """
    world = race.world
    if not world.bids.equity:
        return
    closed: dict[str, list[tuple[str, int, int]]] = {}
    window = int(race.level.rules.capital.window_usd * world.public.sentiment)
    left = max(0, window - sum(investor.state.placed_usd for investor in race.investors))
    wanted = [bid[2] for bid in world.bids.equity]
    within = pro_rata(left, wanted, [f"{bid[0]} {bid[1]}" for bid in world.bids.equity])
    bids = [(bid[0], bid[1], amount, bid[3]) for bid, amount in zip(world.bids.equity, within, strict=True)]
    for investor in race.investors:
        mine = [bid for bid in bids if bid[0] == investor.key]
        room = max(0, int(investor.facts.usd_per_quarter * world.public.sentiment) - investor.state.placed_usd)
        given = pro_rata(room, [amount for _, _, amount, _ in mine], [firm for _, firm, _, _ in mine])
        for (_, firm_key, _, pre), amount in zip(mine, given, strict=True):
            if amount > 0:
                investor.state.placed_usd += amount
                closed.setdefault(firm_key, []).append((investor.key, amount, pre))
    for firm_key, parts in closed.items():
        total = sum(amount for _, amount, _ in parts)
        mean_pre = sum(amount * pre for _, amount, pre in parts) // total
        pre = price_after_size(race, mean_pre, total)
        close_round(race, world.firms[firm_key], [(key, amount) for key, amount, _ in parts], pre, "equity")
        world.tell("landmark", "news-round", firm_key, 1, usd=total, post=world.firms[firm_key].post_money_usd)
    world.bids.equity = []


def close_round(race: "Race", firm: "FirmState", parts: list[tuple[str, int]], pre_usd: int, cause: str) -> None:
    """Money in from each investor, shares out, all at one pre-money."""
    total = sum(amount for _, amount in parts)
    for investor, amount in parts:
        race.world.books.pay("~" + investor, firm.key, amount, cause)
    firm.founders_share *= pre_usd / (pre_usd + total)
    firm.post_money_usd = pre_usd + total
    score.dilute(race, firm.key, pre_usd, total)
    if cause == "equity":
        firm.last_round = race.world.month
        firm.valuation_usd = firm.post_money_usd


def grant(race: "Race") -> None:
    """Parents pay their divisions a quarter's grant; it dilutes like a round (model 1)."""
    world, rules = race.world, race.level.rules
    quarters = world.month // QUARTER
    for key, terms in race.grants:
        firm = world.firms[key]
        if not firm.alive:
            continue
        cash_flow = terms.core_cash_flow_usd * (1.0 + rules.demand.cash_flow_growth) ** (world.month / 12.0)
        wish = terms.capex_usd_per_year * terms.ai_share * terms.lab_share / 4.0
        wish *= (1.0 + rules.capital.grant_growth) ** quarters
        wish *= rules.capital.guidance_step**firm.policies.guidance
        pace, expected = growth(firm), (1.0 + rules.capital.grant_growth) ** 4
        wish *= rules.capital.grant_outgrow if pace > expected else 1.0 / rules.capital.grant_outgrow
        limit = cash_flow / 4.0 * rules.demand.cash_flow_share * terms.lab_share
        close_round(race, firm, [(terms.parent, int(min(wish, limit)))], max(firm.valuation_usd, 1), "grant")


def post_credit(race: "Race") -> dict[str, int]:
    """Revolver limit of each lab in USD."""
    return {
        firm.key: sum(limits(race, firm).values())
        for firm in race.labs
        if firm.alive and race.level.firms[firm.key].grant is None
    }


def limits(race: "Race", firm: "FirmState") -> dict[str, int]:
    """What each bank would lend a firm at its present valuation, in USD."""
    share = race.level.rules.capital.revolver_of_value
    return {bank.key: bank.limit_usd(firm.valuation_usd, share) for bank in race.banks}


def charge_interest(race: "Race") -> None:
    """A month's interest on drawn credit."""
    rules = race.level.rules.capital
    rate = (rules.base_rate + rules.revolver_spread) / 12.0
    books = race.world.books
    for firm in race.labs:
        debt = books.held(DEBT, firm.key)
        if debt:
            books.pay(firm.key, "~banks", int(debt * rate), "interest")


def borrow(race: "Race", firm: str, amount_usd: int) -> None:
    race.world.books.pay("~banks", firm, amount_usd, "loan")
    race.world.books.move(DEBT, "~banks", firm, amount_usd, "loan")


def repay(race: "Race", firm: str, amount_usd: int) -> None:
    race.world.books.pay(firm, "~banks", amount_usd, "repayment")
    race.world.books.move(DEBT, firm, "~banks", amount_usd, "repayment")
