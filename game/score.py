"""How a game is judged (model 11): five components per seat, points against the start's par, winners and ribbons."""

from bisect import bisect_left
from math import exp, fsum, log, log2
from typing import TYPE_CHECKING

from msgspec import Struct

from agents.books import DEBT, USD
from game import goals

if TYPE_CHECKING:
    from agents.books import Flows
    from agents.firm import FirmState
    from game.race import Race
    from game.world import Tally

COMPONENTS = ("value", "frontier", "reach", "stewardship", "resilience")


class Scores(Struct, frozen=True):
    """A seat's result. `raw` are the components in their own measure, `points` 0 to 100 against par.

    `total` is the score, or what was reached of the level's own goal, in its unit.
    """

    raw: dict[str, float]
    points: dict[str, float]
    total: float
    ribbons: tuple[str, ...]


class Result(Struct, frozen=True):
    """How a race ended; `scores` stand best first. `winners` are several when the best are within the shared margin."""

    winner: str
    winners: tuple[str, ...]
    months: int
    turns: int
    scores: dict[str, Scores]
    digest: str
    reason: str
    targeted: bool = False
    """Whether the level sets a target: who reaches it has won."""

    def won(self, firm: str) -> bool:
        """Whether a firm has won, or would if the race ended now: it reached the target, or is among the best.

        Who plays alone without a target has nobody to lose to.
        """
        if self.targeted:
            return firm in self.scores and "goal" in self.scores[firm].ribbons
        return firm in self.winners


def dilute(race: "Race", seat: str, factor: float) -> None:
    """A round dilutes at the price that was paid: ln(pre / post), the `factor`, is taken from a seat's Value."""
    tally = race.world.scores.get(seat)
    if tally is not None and not tally.frozen:
        tally.log_dilution += log(factor)


def return_value(race: "Race", seat: str, paid_usd: int) -> None:
    """What is paid out to owners is value that they have: ln(1 + paid / valuation) is added to a seat's Value."""
    tally, valuation = race.world.scores.get(seat), race.world.firms[seat].valuation_usd
    if tally is not None and not tally.frozen and valuation > 0:
        tally.log_dilution += log(1.0 + paid_usd / valuation)


def count_month(race: "Race", flows: "dict[str, Flows]") -> None:
    """Add a month to the running sums of every seat."""
    rules, world = race.level.rules.score, race.world
    best = max((f.model.true_elo for f in race.labs if f.alive and f.model), default=0.0)
    weights = {
        f.key: exp((f.model.true_elo - best) / rules.frontier_temperature) if f.alive and f.model else 0.0
        for f in race.labs
    }
    total = fsum(weights.values()) or 1.0
    seats_total = sum([firm.seats for firm in race.labs]) or 1
    users_total = sum([firm.consumers for firm in race.labs]) or 1
    costs = sum([flows[firm.key].operating for firm in race.labs])
    computes = sum([firm.compute.usable for firm in race.labs])
    for key, tally in world.scores.items():
        if tally.frozen:
            continue
        firm, flow = world.firms[key], flows[key]
        tally.valuations.append(float(max(1, firm.valuation_usd)))
        del tally.valuations[:-12]
        tally.frontier_sum += weights.get(key, 0.0) / total
        tally.months += 1
        tally.reach.append(0.5 * firm.consumers / users_total + 0.5 * firm.seats / seats_total)
        del tally.reach[:-24]
        trust = firm.trust if firm.alive else 0.0
        tally.trust_sum += trust
        tally.trust_least = min(tally.trust_least, trust)
        stood = _resilience(race, firm, tally, flow, costs, computes)
        tally.resilience_sum += stood
        tally.cushions.append(stood)
        del tally.cushions[:-12]
        tally.resilience_least = min(tally.resilience_least, fsum(tally.cushions) / len(tally.cushions))
        goals.count_month(race, key, tally)


def _resilience(race: "Race", firm: "FirmState", tally: "Tally", flow: "Flows", costs: int, computes: int) -> float:
    """How a firm would come through a bad year, 0 to 1, times the place in the race that it has kept.

    The cushion is cash less debt that falls due and what is promised, after a year of less revenue and no new money,
    in years of cost: its own, or what its part of the field's costs at the start would be today if that is more. Half
    a point is a cushion of nothing; a purse without a race fills slowly and counts little.
    """
    rules, books = race.level.rules.score, race.world.books
    if tally.months <= 1:
        tally.cost_start = flow.operating / max(1, costs)
    if not firm.alive:
        return 0.0
    need, share = float(flow.operating), tally.cost_start * costs
    if share > need:
        need = share
    need = (need if need > 1.0 else 1.0) * rules.shock_months
    owed = books.held(DEBT, firm.key)
    due = owed - firm.loans_usd * (1.0 - min(1.0, rules.shock_months / race.level.rules.debt.term_months))
    lean = rules.shock_months * ((1.0 - rules.shock_revenue) * flow.revenue - flow.operating)
    cushion = (books.held(USD, firm.key) - due - firm.committed_usd + lean) / need
    stands = 0.5 + 0.5 * cushion / (1.0 + abs(cushion))
    place = firm.compute.usable / max(1, computes) / max(1e-9, tally.place_start)
    return float(stands * min(1.0, place) ** rules.place_exponent)


def components(race: "Race", seat: str) -> dict[str, float]:
    """The five components of a seat up to now, each in its own measure."""
    firm, tally = race.world.firms[seat], race.world.scores[seat]
    if not tally.months:
        return dict.fromkeys(COMPONENTS, 0.0)
    final = fsum(tally.valuations) / len(tally.valuations) if firm.alive else 1.0
    return {
        "value": log(max(1.0, final) / max(1.0, tally.valuation_start)) + tally.log_dilution,
        "frontier": tally.frontier_sum / tally.months,
        "reach": fsum(tally.reach) / len(tally.reach),
        "stewardship": 0.5 * tally.trust_sum / tally.months + 0.5 * tally.trust_least,
        "resilience": (
            0.0 if firm.defaulted else 0.5 * tally.resilience_sum / tally.months + 0.5 * tally.resilience_least
        ),
    }


def par(race: "Race", seat: str) -> dict[str, float]:
    """The strongest mind's components from a seat's start after as many months: what points are counted from."""
    told, months = race.level.firms[seat].par, race.level.par_months
    played = race.world.scores[seat].months
    return {name: _between(told[name], months, played) if name in told else 0.0 for name in COMPONENTS}


def _between(told: list[float], months: list[int], played: int) -> float:
    """A value on the line between the two months around the one that is asked for; the first and last hold beyond."""
    after = bisect_left(months, played)
    if after == 0 or after == len(months):
        return told[min(after, len(months) - 1)]
    part = (played - months[after - 1]) / (months[after] - months[after - 1])
    return told[after - 1] + part * (told[after] - told[after - 1])


def points(raw: dict[str, float], par: dict[str, float]) -> dict[str, float]:
    """Points of each component against par, 0 to 100; par itself is 50."""
    scored = {}
    for name in COMPONENTS:
        value, expected = raw[name], par[name]
        if name in ("frontier", "reach"):
            score = 50.0 + 25.0 * log2(max(value, 1e-6) / max(expected, 1e-6))
        elif name == "value":
            score = 50.0 + 25.0 * (value - expected) / log(2.0)
        else:
            score = 50.0 + 100.0 * (value - expected)
        scored[name] = 0.0 if score <= 0.0 else 100.0 if score >= 100.0 else score
    return scored


def score(race: "Race", seat: str) -> Scores:
    """A seat's scores up to now: .35 of the best, .35 of the second, .10 of each other component."""
    rules = race.level.rules.score
    raw = components(race, seat)
    earned = points(raw, par(race, seat))
    earned["frontier"] = min(100.0, earned["frontier"] + race.world.scores[seat].bonus)
    ordered = sorted(earned.values(), reverse=True)
    total = rules.best * ordered[0] + rules.second * ordered[1] + rules.others * fsum(ordered[2:])
    if race.world.reason == "collapse":
        total *= rules.collapse_factor
    ribbons = tuple(name for name in COMPONENTS if earned[name] >= rules.ribbon)
    if race.level.goal is not None and race.level.goal.of != "score":
        total, ribbons = goals.reached(race, seat), ("goal",) * goals.wins(race, seat)
    return Scores(raw, earned, total, ribbons)


def best_first(race: "Race", totals: dict[str, float]) -> list[str]:
    """Seats by their totals, the best first; by name where they are equal."""
    sign = 1.0 if race.level.goal is not None and race.level.goal.least else -1.0
    return sorted(totals, key=lambda seat: (sign * totals[seat], seat))


def judge(race: "Race") -> Result:
    """The result as it stands now; its scores stand best first. Of a level's own goal so many percent are shared."""
    scores = {seat: score(race, seat) for seat in race.world.scores}
    ordered = best_first(race, {seat: each.total for seat, each in scores.items()})
    best, margin = scores[ordered[0]].total, race.level.rules.score.shared_win
    if race.level.goal is not None and race.level.goal.of != "score":
        margin *= abs(best) / 100.0
    winners = tuple(seat for seat in ordered if abs(best - scores[seat].total) <= margin)
    turns = -(-race.world.month // race.level.months_per_turn)
    placed = {seat: scores[seat] for seat in ordered}
    targeted = race.level.goal is not None and race.level.goal.target is not None
    reason = race.world.reason or "end"
    return Result(ordered[0], winners, race.world.month, turns, placed, race.digest(), reason, targeted)


def end_early(race: "Race") -> None:
    """Score freezes some quarters after an accepted AGI, when trust collapses, or when one seat is left."""
    world, rules = race.world, race.level.rules
    if world.reason:
        return
    if world.public.agi_month >= 0 and world.month >= world.public.agi_month + rules.agi.freeze_months:
        _freeze(race, "agi")
    elif sum(world.firms[seat].alive for seat in world.scores) <= 1 < len(world.scores):
        _freeze(race, "one_left")
    elif world.month % race.level.months_per_turn == 0:
        low = world.public.shared_trust < rules.score.collapse_trust
        world.public.low_trust_turns = world.public.low_trust_turns + 1 if low else 0
        if world.public.low_trust_turns >= 2:
            _freeze(race, "collapse")


def _freeze(race: "Race", reason: str) -> None:
    race.world.reason = reason
    for tally in race.world.scores.values():
        tally.frozen = True
    race.world.tell("flag", "news-frozen-" + reason.replace("_", "-"))
