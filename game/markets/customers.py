"""Customers: the field's revenue follows the best model, and each lab's share follows rating, price, service and trust.

Model 7: pool* = ripe exp(k (front - ref)), saturating, approached with a lag. Users spread as Bass (1969) has it and
drift monthly by a logit (McFadden 1974) of the public rating, products, price, service, trust and a firm's own
channels. Companies choose by the public rating and are customers two quarters later; at renewal they know the truth
of two quarters ago. A capability that others offer too loses its price. Nobody is served beyond what serves.
"""

from math import exp, fsum
from typing import TYPE_CHECKING

from agents.public import Choice
from game import leaderboard, products
from game.markets import ties

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race
    from levels.rules import CustomerRules


SERVES_ALL = 0.99
"""Share of the demand from which on what is missing is the rounding of whole H100e."""


def inference_per_billion(race: "Race") -> float:
    """H100e that serve one billion dollars of run-rate now."""
    rules = race.level.rules.compute
    return float(rules.inference_per_billion * (1.0 - rules.inference_efficiency) ** (race.world.month / 12.0))


def free_per_million(race: "Race") -> float:
    """H100e that serve a million users who do not pay, now."""
    rules = race.level.rules.compute
    return float(rules.free_per_million_users * (1.0 - rules.inference_efficiency) ** (race.world.month / 12.0))


def demand_usd(race: "Race", firm: "FirmState") -> tuple[float, float]:
    """Monthly revenue that consumers and companies would pay if all were served: they buy less of what is dear."""
    rules, public = race.level.rules.customers, race.world.public
    consumers = public.pool_usd / 12.0 * rules.consumer_part * race.paying_share.get(firm.key, 0.0)
    companies = public.pool_usd / 12.0 * (1.0 - rules.consumer_part) * firm.seat_share
    answer = firm.policies.price_level ** (1.0 - rules.price_short)
    return consumers * answer, companies * answer


def inference_need(race: "Race", firm: "FirmState") -> tuple[float, float]:
    """H100e that paying customers need, and users who do not pay."""
    consumers, companies = demand_usd(race, firm)
    billions = (consumers + companies) * 12.0 / 1e9 / (firm.policies.price_level * firm.price_power)
    return billions * inference_per_billion(race), firm.consumers / 1e6 * free_per_million(race)


def count_paying(race: "Race") -> None:
    """Each lab's part of what consumers pay: users times what a user brings, more where a model has its price."""
    volume = 1.0 - race.level.rules.customers.price_short
    weights = {
        firm.key: firm.user_share * firm.monetisation * firm.price_power**volume for firm in race.labs if firm.alive
    }
    total = fsum(weights.values())
    race.paying_share = {key: weight / total if total > 0 else 0.0 for key, weight in weights.items()}


def open_rates(race: "Race") -> None:
    """A lab whose fleet cannot serve all that the level says customers ask for was paid for what it served."""
    for firm in race.labs:
        if 0.0 < firm.served < SERVES_ALL:
            firm.run_rates = [rate * firm.served for rate in firm.run_rates]


def choose(race: "Race") -> None:
    """The pool grows towards what the best model is worth, and customers drift between the labs."""
    rules, public = race.level.rules.customers, race.world.public
    labs = [firm for firm in race.labs if firm.alive and firm.model is not None]
    if not labs:
        return
    front = max(firm.model.arena_elo for firm in labs if firm.model is not None)
    raw = rules.pool_ripe_usd * exp(rules.pool_per_elo * (front - rules.pool_reference_elo))
    target = raw / (1.0 + raw / rules.pool_most_usd)
    public.pool_usd += (target - public.pool_usd) / rules.pool_lag_months
    told = rules.innovation + rules.users_growth * public.users / rules.users_most
    public.users += told * (rules.users_most - public.users)
    offers = offered(race)
    _drift(race, labs, offers)
    _sell_seats(race, labs, offers)
    public.seats *= 1.0 + rules.seats_growth
    price(race, offers)
    for firm in labs:
        firm.consumers = int(public.users * firm.user_share)
        firm.seats = int(public.seats * firm.seat_share)
        firm.monetisation += (1.0 - firm.monetisation) * rules.monetise
    count_paying(race)


def offered(race: "Race") -> dict[str, tuple[float, float]]:
    """What each lab's customers get: its public rating, and what companies know; its own model or a licensed one."""
    lag, found = race.level.rules.ties.licence_lag_elo, {}
    for firm in race.labs:
        if firm.alive and firm.model is not None:
            found[firm.key] = (firm.model.arena_elo, leaderboard.known_elo(firm))
    for key, lab in ties.licensed(race).items():
        model = race.world.firms[lab].model
        if key in found and model is not None:
            owner = race.world.firms[lab]
            public, known = found[key]
            found[key] = (max(public, model.arena_elo - lag), max(known, leaderboard.known_elo(owner) - lag))
    return found


def _drift(race: "Race", labs: list["FirmState"], offers: dict[str, tuple[float, float]]) -> None:
    """Users go to the better rated, cheaper, better served and more trusted, and to what their devices open first."""
    rules, level = race.level.rules.customers, race.level
    choices = []
    for firm in labs:
        facts = level.firms[firm.key].lab
        assert facts is not None
        free = 1.0 - rules.unserved_weight * (1.0 - firm.free_served)
        elo = offers[firm.key][0] + products.appeal_elo(race, firm)
        price_level = firm.policies.price_level
        choices.append(
            Choice(firm.key, firm.user_share, elo, firm.served * free, price_level, firm.trust, facts.distribution)
        )
    shares = race.public.choose(
        choices,
        inertia=1.0,
        memory=rules.share_memory,
        elo_scale=rules.share_elo,
        served_exponent=rules.served_exponent,
        price_exponent=rules.price_exponent,
        trust_exponent=rules.trust_exponent,
        entry_share=rules.entry_share,
    )
    for firm, share in zip(labs, shares, strict=True):
        firm.user_share = share


def _sell_seats(race: "Race", labs: list["FirmState"], offers: dict[str, tuple[float, float]]) -> None:
    """Choices of this month become seats two quarters later; what comes up for renewal goes by what is known."""
    rules, persuades = race.level.rules.customers, race.level.rules.ties.campaign_elo
    known = [offers[firm.key][1] for firm in labs]
    held = fsum(firm.seat_share for firm in labs) or 1.0
    mean = fsum(firm.seat_share * elo for firm, elo in zip(labs, known, strict=True)) / held
    lost = [
        firm.seat_share * min(1.0, rules.churn * exp((mean - elo) / rules.churn_elo) * (1.0 + firm.unsettled))
        for firm, elo in zip(labs, known, strict=True)
    ]
    new = rules.seats_growth + fsum(lost)
    chosen = race.public.choose(
        [
            Choice(
                firm.key,
                firm.seat_share,
                offers[firm.key][0] + persuades * firm.policies.campaign,
                firm.served,
                firm.policies.price_level,
                firm.trust,
            )
            for firm in labs
        ],
        inertia=1.0,
        memory=rules.seat_habit,
        elo_scale=rules.seat_elo,
        served_exponent=rules.served_exponent,
        price_exponent=rules.price_exponent,
        trust_exponent=rules.trust_exponent,
        entry_share=rules.entry_share,
    )
    for firm, share in zip(labs, chosen, strict=True):
        firm.sales.append(share)
        del firm.sales[: -rules.sales_months - 1]
    coming = fsum(firm.sales[0] for firm in labs) or 1.0
    for firm, gone in zip(labs, lost, strict=True):
        firm.seat_share += new * firm.sales[0] / coming - gone
    total = fsum(firm.seat_share for firm in labs) or 1.0
    for firm in labs:
        firm.seat_share /= total


def price(race: "Race", offers: dict[str, tuple[float, float]]) -> None:
    """What each lab's price is, relative to the market's: it falls with the gap to the best that others offer."""
    cheaper = 1.0 - race.level.rules.customers.open_price * leaderboard.nearness(race)
    powers = price_powers(race.level.rules.customers, {key: public for key, (public, _) in offers.items()})
    for key, power in powers.items():
        race.world.firms[key].price_power = power * cheaper


def price_powers(rules: "CustomerRules", rated: dict[str, float]) -> dict[str, float]:
    """exp(theta (rating - best of the others)), within bounds, by firm."""
    ordered, low, high = sorted(rated.values(), reverse=True), rules.power_low, rules.power_high
    powers = {}
    for key, own in rated.items():
        other = (ordered[1] if own >= ordered[0] else ordered[0]) if len(ordered) > 1 else own
        ahead = rules.price_per_elo * (own - other)
        power = exp(1.0 if ahead > 1.0 else ahead if ahead > -5.0 else -5.0)
        powers[key] = low if power <= low else high if power >= high else power
    return powers


def pay(race: "Race") -> None:
    """Customers pay for what was served; partners get their share of a lab's revenue; surplus compute is sold."""
    world = race.world
    rent = world.offers.rent_usd * race.level.rules.leases.surplus_price
    hours = race.level.rules.power.hours_per_month
    earned = {firm.key: 0 for firm in race.labs if firm.alive}
    from_products = products.revenue_usd(race)
    for firm in race.labs:
        if not firm.alive:
            continue
        consumers, companies = demand_usd(race, firm)
        from_consumers, from_companies = int(consumers * firm.served), int(companies * firm.served)
        from_consumers += from_products.get(firm.key, 0)
        world.books.pay("~consumers", firm.key, from_consumers, "consumers")
        world.books.pay("~companies", firm.key, from_companies, "enterprises")
        world.books.pay("~market", firm.key, int(firm.compute.subleased * hours * rent), "sublease")
        earned[firm.key] += from_consumers + from_companies
        for tie in race.lists.ties_of(firm.key):
            if tie.partner in earned:
                share = int((from_consumers + from_companies) * tie.revenue_share)
                world.books.pay(firm.key, tie.partner, share, "revenue_share")
                earned[tie.partner] += share
    for firm in race.labs:
        if firm.alive:
            firm.run_rates.append(float(12 * earned[firm.key]))
            del firm.run_rates[:-13]
