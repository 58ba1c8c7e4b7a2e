"""Capital: what firms are worth, who offers money, and how rounds close (model 1).

V = S [ multiple x run-rate x growth^.8 + promise x (pool / pool0)^.5 x share by rating x min(1, fleet / ref)^.5 ],
less net debt.
"""

from math import exp, fsum, log
from typing import TYPE_CHECKING

from msgspec import Struct

from agents import chance
from agents.books import DEBT, USD
from agents.investor import Prospect
from game.markets import control
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
    exposed, grown = world.month <= firm.exposed_until, growth(firm)
    if grown < rules.growth_min:
        grown = rules.growth_min
    elif grown > rules.growth_max:
        grown = rules.growth_max
    return Worth(
        run_rate_usd=firm.run_rates[-1] if firm.run_rates else 0.0,
        multiple=rules.revenue_multiple,
        growth=grown**rules.growth_exponent,
        promise_usd=rules.promise_usd * (world.public.pool_usd / rules.pool_reference_usd) ** rules.promise_exponent,
        standing=firm.standing,
        fleet=min(1.0, firm.compute.usable / rules.fleet_reference) ** rules.fleet_exponent,
        sentiment=world.public.sentiment,
        claims=exp(firm.bump),
        exposure=1.0 - race.level.rules.public.exposure if exposed else 1.0,
    )


def appraise(race: "Race") -> None:
    """Set every lab's valuation by the one formula, moved by claims and their exposure; creditors come first."""
    rules, books = race.level.rules.capital, race.world.books
    shares = rating_shares(race, rules.rank_scale_elo)
    for firm in race.labs:
        if not firm.alive:
            continue
        share = shares.get(firm.key, 0.0)
        firm.standing += (share - firm.standing) / rules.rank_months if firm.standing >= 0.0 else share - firm.standing
        value = worth(race, firm).usd
        net_debt = max(0, books.held(DEBT, firm.key) - books.held(USD, firm.key))
        firm.valuation_usd = max(int(value * rules.value_floor), int(value) - net_debt)


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
    world, rules = race.world, race.level.rules
    sheets: list[TermSheet] = []
    for firm in race.labs:
        if not firm.alive or race.level.firms[firm.key].grant is not None:
            continue
        prospect = prospect_of(race, firm)
        for investor in race.investors:
            sheets += investor.offers(prospect, world.public.sentiment, rules.capital, rules.control)
        _spread_rumour(race, firm, prospect.months_since_round)
    return sheets


def prospect_of(race: "Race", firm: "FirmState") -> Prospect:
    """What investors know of a firm now."""
    rules, world = race.level.rules, race.world
    rate = firm.run_rates[-1] if firm.run_rates else 0.0
    cash = world.books.held(USD, firm.key) - firm.committed_usd
    return Prospect(
        firm=firm.key,
        fair_usd=firm.valuation_usd * talk(race, firm),
        independent=firm.independent,
        months_since_round=world.month - firm.last_round,
        runway_months=max(0, cash) / firm.burn_usd if firm.burn_usd > 1.0 else 99.0,
        growth=growth(firm),
        run_rate_usd=rate,
        promise=rules.capital.revenue_multiple * rate < rules.control.promise_part * firm.valuation_usd,
        arena_elo=firm.model.arena_elo if firm.model is not None else 0.0,
    )


def talk(race: "Race", firm: "FirmState", ahead: int = 0) -> float:
    """What the talk of a quarter makes of the formula's price; never below that of a fresh tender."""
    rules, month = race.level.rules.control, race.world.month + ahead
    heat = exp(rules.talk_spread * chance.normal(race.world.seed, firm.key, "talk", month // QUARTER))
    return max(heat, firm.anchor) if month - firm.tendered < rules.tender_months else heat


def _spread_rumour(race: "Race", firm: "FirmState", months_since_round: int) -> None:
    """A quarter before a firm may raise again the press has a floor of its price (S005)."""
    rules, world = race.level.rules, race.world
    if 0 < rules.capital.cooldown_months - months_since_round <= QUARTER:
        floor = firm.valuation_usd * talk(race, firm, QUARTER) * rules.control.rumour_floor
        world.tell("newspaper", "news-rumour", firm.key, 0, usd=round(floor, -9))


def price_after_size(race: "Race", pre_money_usd: int, amount_usd: int) -> int:
    """Pre-money that a round of this size gets: it falls per point of the firm sold above the free part."""
    rules = race.level.rules.capital
    points = 100.0 * max(0.0, amount_usd / (pre_money_usd + amount_usd) - rules.free_share)
    return int(pre_money_usd * max(rules.price_floor, 1.0 - rules.price_fall * points))


def clear(race: "Race") -> None:
    """Close the accepted rounds: the market's window, then each investor's purse, give everybody the same part.

    A firm that accepts several sheets in a turn sells one round: its price falls with the sum. An investor may leave
    before the money comes (`close_chance` of its sheet).
    """
    world = race.world
    if not world.bids.equity:
        return
    bids = [bid for bid in world.bids.equity if _closes(race, bid)]
    closed: dict[str, list[tuple[str, int, int, str]]] = {}
    window = int(race.level.rules.capital.window_usd * world.public.sentiment)
    left = max(0, window - sum(investor.state.placed_usd for investor in race.investors))
    within = pro_rata(left, [bid[2] for bid in bids], [f"{bid[0]} {bid[1]} {bid[4]}" for bid in bids])
    for investor in race.investors:
        mine = [(bid, amount) for bid, amount in zip(bids, within, strict=True) if bid[0] == investor.key]
        room = max(0, int(investor.facts.usd_per_quarter * world.public.sentiment) - investor.state.placed_usd)
        given = pro_rata(room, [amount for _, amount in mine], [f"{bid[1]} {bid[4]}" for bid, _ in mine])
        for (bid, _), amount in zip(mine, given, strict=True):
            if amount > 0:
                investor.state.placed_usd += amount
                closed.setdefault(bid[1], []).append((investor.key, amount, bid[3], bid[4]))
    for firm_key, parts in closed.items():
        total = sum(amount for _, amount, _, _ in parts)
        mean_pre = sum(amount * pre for _, amount, pre, _ in parts) // total
        pre = price_after_size(race, mean_pre, total)
        firm = world.firms[firm_key]
        close_round(race, firm, [("~" + key, amount) for key, amount, _, _ in parts], pre, "equity")
        for key, amount, _, terms in parts:
            control.bind(race, firm, key, amount / (pre + total), terms)
        world.tell("landmark", "news-round", firm_key, 1, usd=total, post=firm.post_money_usd)
    world.bids.equity = []


def _closes(race: "Race", bid: tuple[str, str, int, int, str]) -> bool:
    """Whether an investor stays to the signature."""
    world, (investor, firm, _, _, terms) = race.world, bid
    sheet = control.sheet_of(race, firm, investor, terms)
    sure = sheet.close_chance if sheet is not None else 1.0
    if chance.happens(sure, world.seed, firm, "close " + investor, world.month):
        return True
    world.tell("circle-x", "news-left-round", firm, -1, investor=race.level.investors[investor].name)
    return False


def close_round(race: "Race", firm: "FirmState", parts: list[tuple[str, int]], pre_usd: int, cause: str) -> None:
    """Money in from each account, shares out, all at one pre-money."""
    total = sum(amount for _, amount in parts)
    for account, amount in parts:
        race.world.books.pay(account, firm.key, amount, cause)
    control.dilute(race, firm, pre_usd / (pre_usd + total))
    firm.post_money_usd = pre_usd + total
    if cause == "equity":
        firm.last_round = race.world.month
        firm.valuation_usd = firm.post_money_usd
