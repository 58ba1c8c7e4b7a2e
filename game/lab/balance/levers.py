"""What a lever is worth: a seat plays without some orders, the others as ever, and its score is set beside what it had.

A lever is a kind of order, one standing order, or a group of orders that do one thing. Its worth is the score that a
seat's mind loses without it, on the same seeds: what the lever is worth to this mind, not to the best there could be.
"""

from collections.abc import Sequence
from math import fsum

import numpy as np
from msgspec import Struct

from game.lab import statistics
from game.lab.balance.games import Outcome, Piece, World
from game.lab.trouble import LabError

GROUPS: dict[str, tuple[str, ...]] = {
    "equity": ("raise_equity", "tender_offer", "pitch_sovereigns", "open_to_strategics", "ask_affiliate_money"),
    "debt": ("borrow", "gpu_loan"),
    "parent": ("ask_parent", "hand_back"),
    "cards": ("order_cards", "take_cards", "divert_cards", "borrow_cards"),
    "resale": ("offer_cards", "take_cards"),
    "leases": ("lease_compute", "anchor_site", "port_lease", "step_in"),
    "own_chip": ("fund_chip", "reserve_capacity"),
    "grid": ("request_grid",),
    "turbines": ("bring_turbines",),
    "own_power": ("bring_turbines", "build_plant"),
    "power_contracts": ("sign_power",),
    "halls": ("build_hall", "retrofit_hall"),
    "sites": ("bid_site", "pledge_giant", "build_giant"),
    "neighbours": ("fund_community", "settle_suit"),
    "runs": ("start_run",),
    "releases": ("release_model",),
    "data": ("license_data", "set_policy.synthetic"),
    "products": ("announce_product", "launch_product"),
    "claims": ("announce", "promise_model"),
    "partners": ("renegotiate", "ask_waiver"),
    "people": ("poach", "acquihire", "ask_affiliate", "set_policy.hiring", "set_policy.pay"),
    "politics": ("lobby", "join_pact"),
    "prices": ("set_policy.price_level", "set_policy.free_tier", "set_policy.campaign"),
    "safety": ("set_policy.safety",),
    "guidance": ("set_policy.guidance",),
}
"""Levers of several orders, by the name that --without takes."""


class Worth(Struct, frozen=True):
    """What one lever is worth to one seat."""

    lever: str
    seat: str
    loss: statistics.Estimate
    """Points of score lost without it; below 0 the seat does better without."""
    p: float
    """Of a loss as large by chance (sign flips)."""
    p_all: float
    """With the whole table in mind (Holm): all rows in which any game differs. A row without is no question, and 1."""
    wins_lost: float
    """Part of wins lost."""
    unlike: float
    """Part of games that came out differently at all."""


class Use(Struct, frozen=True):
    """How often the seats' minds use an order."""

    order: str
    games: float
    """Part of games and seats in which it is given at least once."""
    turns: float
    """Mean number a turn of a seat."""
    seats: tuple[str, ...]
    """Seats that give it."""


def orders_of(lever: str) -> tuple[str, ...]:
    """The orders that a lever bars. Raises LabError for a lever that is not there."""
    from levels import words
    from levels.faults import near

    if lever in GROUPS:
        return GROUPS[lever]
    known = all_orders()
    if lever in known or lever in words.ORDERS:
        return (lever,)
    names = [*GROUPS, *known]
    raise LabError(f"--without {lever}: no such lever{near(lever, names)}; groups are {', '.join(GROUPS)}; or an order")


def all_orders() -> list[str]:
    """Every order that a firm may give, standing orders one by one."""
    from agents.orders import names

    return names()


def pieces(
    world: World, seats: Sequence[str], levers: Sequence[str], seeds: range, minds: tuple[tuple[str, str], ...]
) -> tuple[list[Piece], dict[tuple[str, str], list[Piece]]]:
    """The games as they are, and those without each lever for each seat."""
    free = [Piece(world, seed, minds) for seed in seeds]
    barred = {
        (lever, seat): [Piece(world, seed, minds, ((seat, orders_of(lever)),)) for seed in seeds]
        for lever in levers
        for seat in seats
    }
    return free, barred


def needed(free: Sequence[Outcome], barred: dict[tuple[str, str], list[Piece]]) -> list[Piece]:
    """The games that can differ: where a seat's mind never even asked for what is barred, it does not feel the ban."""
    return [
        piece
        for (lever, seat), held in barred.items()
        for piece, outcome in zip(held, free, strict=True)
        if feels(outcome, seat, lever)
    ]


def feels(outcome: Outcome, seat: str, lever: str) -> bool:
    """Whether the seat's mind asked for anything that the lever bars."""
    return any(each in orders_of(lever) or each.partition(".")[0] in orders_of(lever) for each in outcome.asked[seat])


def worth(free: Sequence[Outcome], barred: dict[tuple[str, str], list[Outcome]]) -> list[Worth]:
    """What each lever is worth to each seat, the dearest first."""
    found, differences = [], []
    for (lever, seat), without in barred.items():
        ours = [each.scores[seat] for each in free]
        theirs = [each.scores[seat] for each in without]
        apart = [one - other for one, other in zip(ours, theirs, strict=True)]
        wins = fsum(one.won(seat) - other.won(seat) for one, other in zip(free, without, strict=True)) / len(free)
        unlike = sum(each != 0.0 for each in apart) / len(apart)
        found.append((lever, seat, statistics.mean(apart), wins, unlike))
        differences.append(apart)
    # Whether any game differs does not hang on the signs that are tossed, so leaving rows out by it is fair.
    felt = [place for place, each in enumerate(found) if each[-1] > 0.0]
    columns = np.array([differences[place] for place in felt]).reshape(len(felt), len(free)).T
    ps = statistics.sign_flips_of(columns, resamples=statistics.draws_for(len(felt)))
    single, corrected = dict(zip(felt, ps, strict=True)), dict(zip(felt, statistics.holm(ps), strict=True))
    table = [
        Worth(lever, seat, loss, single.get(place, 1.0), corrected.get(place, 1.0), wins, unlike)
        for place, (lever, seat, loss, wins, unlike) in enumerate(found)
    ]
    return sorted(table, key=lambda each: -each.loss.value)


def least_p_all(worth: Sequence[Worth], seeds: int) -> float:
    """The smallest p that any row can have with the whole table in mind, from so many seeds."""
    felt = sum(each.unlike > 0.0 for each in worth)
    return min(1.0, felt * statistics.least_p(seeds, statistics.draws_for(felt)))


def use(free: Sequence[Outcome], seats: Sequence[str]) -> list[Use]:
    """How often each order is given, the most frequent first; those that nobody gives come last with 0."""
    rows = []
    turns = sum(each.offered_turns for each in free) * len(seats)
    for order in all_orders():
        counts = {seat: [each.orders.get(seat, {}).get(order, 0) for each in free] for seat in seats}
        given = sum(number > 0 for held in counts.values() for number in held)
        rows.append(
            Use(
                order,
                given / (len(free) * len(seats)),
                sum(sum(held) for held in counts.values()) / max(1, turns),
                tuple(seat for seat, held in counts.items() if any(held)),
            )
        )
    return sorted(rows, key=lambda each: (-each.games, -each.turns, each.order))
