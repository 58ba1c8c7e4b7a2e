"""Customers: the field's revenue follows the best model, and each lab's share follows rating, price, service and trust.

Model 7: pool* = ripe exp(k (front - ref)), saturating, approached with a lag; shares drift monthly.
Consumers see the public rating, companies the true one. Nobody is served beyond the compute that serves.
"""

from math import exp, fsum
from typing import TYPE_CHECKING

from agents.public import Choice
from game.markets import ties

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race


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
    billions = (consumers + companies) * 12.0 / 1e9 / firm.policies.price_level
    return billions * inference_per_billion(race), firm.consumers / 1e6 * free_per_million(race)


def count_paying(race: "Race") -> None:
    """Each lab's part of what consumers pay: users times what a user brings."""
    weights = {firm.key: firm.user_share * firm.monetisation for firm in race.labs if firm.alive}
    total = fsum(weights.values())
    race.paying_share = {key: weight / total if total > 0 else 0.0 for key, weight in weights.items()}


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
    public.users += rules.users_growth * public.users * (1.0 - public.users / rules.users_most)
    public.seats *= 1.0 + rules.seats_growth
    _drift(race, labs)
    for firm in labs:
        firm.consumers = int(public.users * firm.user_share)
        firm.seats = int(public.seats * firm.seat_share)
        firm.monetisation += (1.0 - firm.monetisation) * rules.monetise
    count_paying(race)


def _drift(race: "Race", labs: list["FirmState"]) -> None:
    rules, public = race.level.rules.customers, race.public
    common = {
        "memory": rules.share_memory,
        "elo_scale": rules.share_elo,
        "served_exponent": rules.served_exponent,
        "price_exponent": rules.price_exponent,
        "trust_exponent": rules.trust_exponent,
        "entry_share": rules.entry_share,
    }
    by_users, by_seats = [], []
    rented, tie_rules = ties.licensed(race), race.level.rules.ties
    for firm in labs:
        assert firm.model is not None
        trust = firm.trust
        free = 1.0 - rules.unserved_weight * (1.0 - firm.free_served)
        price = firm.policies.price_level
        public_elo, true_elo = firm.model.arena_elo, firm.model.true_elo
        if firm.key in rented:
            public_elo = max(public_elo, rented[firm.key].arena_elo - tie_rules.licence_lag_elo)
            true_elo = max(true_elo, rented[firm.key].true_elo - tie_rules.licence_lag_elo)
        true_elo += tie_rules.campaign_elo * firm.policies.campaign
        by_users.append(Choice(firm.key, firm.user_share, public_elo, firm.served * free, price, trust))
        by_seats.append(Choice(firm.key, firm.seat_share, true_elo, firm.served, price, trust))
    users = public.choose(by_users, inertia=1.0, **common)
    seats = public.choose(by_seats, inertia=rules.enterprise_inertia, **common)
    for firm, user_share, seat_share in zip(labs, users, seats, strict=True):
        firm.user_share, firm.seat_share = user_share, seat_share


def pay(race: "Race") -> None:
    """Customers pay for what was served; partners get their share of a lab's revenue; surplus compute is sold."""
    world = race.world
    rent = world.offers.rent_usd * race.level.rules.leases.surplus_price
    hours = race.level.rules.power.hours_per_month
    earned = {firm.key: 0 for firm in race.labs if firm.alive}
    for firm in race.labs:
        if not firm.alive:
            continue
        consumers, companies = demand_usd(race, firm)
        from_consumers, from_companies = int(consumers * firm.served), int(companies * firm.served)
        world.books.pay("~consumers", firm.key, from_consumers, "consumers")
        world.books.pay("~companies", firm.key, from_companies, "enterprises")
        world.books.pay("~market", firm.key, int(firm.compute.subleased * hours * rent), "sublease")
        earned[firm.key] += from_consumers + from_companies
        for tie in world.ties:
            if tie.lab == firm.key and tie.partner in earned:
                share = int((from_consumers + from_companies) * tie.revenue_share)
                world.books.pay(firm.key, tie.partner, share, "revenue_share")
                earned[tie.partner] += share
    for firm in race.labs:
        if firm.alive:
            firm.run_rates.append(float(12 * earned[firm.key]))
            del firm.run_rates[:-13]
