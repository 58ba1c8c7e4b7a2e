"""Skill, not snowball or lottery: policies drawn for every seat of many games.

What is asked: no policy wins over 45 % of its games, each start wins 5 to 35 %, within a start the policy explains at
least 40 % of the variance of scores, and who leads after eight turns wins 25 to 70 %.

With `alone` one seat at a time plays each policy on the same seeds, the others as the level has them: then the rest of
the variance falls into the luck of the game, which every policy shares, and what policy and luck make together.
"""

from collections.abc import Sequence
from math import fsum
from typing import Any

import msgspec

from agents import chance
from game.lab import statistics
from game.lab.fairness import TOO_OFTEN, start_bounds
from game.lab.seats import labs_of
from game.lab.statistics import Estimate
from game.race import Race
from levels.loader import Resolved

LEADER_TURN = 8
LEAST_EXPLAINED = 0.40


class Piece(msgspec.Struct, frozen=True):
    """One game: a policy for every seat."""

    resolved: Resolved
    seed: int
    policies: dict[str, str]


class Played(msgspec.Struct, frozen=True):
    policies: dict[str, str]
    scores: dict[str, float]
    winners: tuple[str, ...]
    leader: str
    """Seat with the highest score after eight turns."""
    held_changes: int
    """Changes of the best rating that were held six months with a gap of ten Elo."""


def deal(resolved: Resolved, policies: Sequence[str], games: int, seed: int) -> list[Piece]:
    """Games in which every seat gets each policy about as often: the list is rotated by seat and shuffled by game."""
    seats = labs_of(resolved.level)
    pieces = []
    for game in range(games):
        order = sorted(policies, key=lambda each: chance.draw(seed, each, "deal", game // len(policies)))
        turn = game % len(order)
        given = {seat: order[(turn + place) % len(order)] for place, seat in enumerate(seats)}
        pieces.append(Piece(resolved, seed + game, given))
    return pieces


def play(piece: Piece) -> Played:
    """Play one game and say who led and who won."""
    race = Race(piece.resolved, piece.seed, piece.policies, every_month=False)
    leader, fronts = "", []
    span = piece.resolved.level.months_per_turn
    held = max(1, statistics.LEAD_MONTHS // span)
    try:
        while not race.over:
            race.play_turn()
            if race.month == LEADER_TURN * span:
                leader = race.result().winner
            rated = {f.key: f.model.arena_elo for f in race.labs if f.alive and f.model}
            fronts.append(rated)
        result = race.result()
    finally:
        race.dispose()
    scores = {seat: each.total for seat, each in result.scores.items()}
    return Played(piece.policies, scores, result.winners, leader, len(statistics.lead_changes(fronts, held)))


class Alone(msgspec.Struct, frozen=True):
    """What the score of a seat hangs on when only its own policy changes: parts of the variance."""

    policy: float
    luck: float
    """Of the seed, the same for every policy."""
    at_equal_luck: float
    """Of what the seed leaves open, what the policy explains."""


def alone(resolved: Resolved, policies: Sequence[str], games: int, seed: int) -> list[Piece]:
    """So many games for each seat and policy, on the same seeds, the other seats as the level has them."""
    return [
        Piece(resolved, seed + game, {seat: policy})
        for seat in labs_of(resolved.level)
        for policy in policies
        for game in range(games)
    ]


def part(pieces: Sequence[Piece], games: Sequence[Played]) -> dict[str, Alone]:
    """By seat, the parts of the variance; each is freed of what chance alone would make of so few games."""
    scores: dict[str, dict[tuple[str, int], float]] = {}
    for piece, game in zip(pieces, games, strict=True):
        ((seat, policy),) = piece.policies.items()
        scores.setdefault(seat, {})[policy, piece.seed] = game.scores[seat]
    found = {}
    for seat, cells in scores.items():
        rows, columns = sorted({key[0] for key in cells}), sorted({key[1] for key in cells})
        mean = fsum(cells.values()) / len(cells)
        whole = fsum((value - mean) ** 2 for value in cells.values())
        by_policy = len(columns) * fsum((fsum(cells[r, c] for c in columns) / len(columns) - mean) ** 2 for r in rows)
        by_seed = len(rows) * fsum((fsum(cells[r, c] for r in rows) / len(rows) - mean) ** 2 for c in columns)
        noise = (whole - by_policy - by_seed) / max(1, (len(rows) - 1) * (len(columns) - 1))
        skilled = max(0.0, by_policy - (len(rows) - 1) * noise)
        luck = max(0.0, by_seed - (len(columns) - 1) * noise)
        rest = whole - luck
        if whole > 0.0:
            found[seat] = Alone(skilled / whole, luck / whole, skilled / rest if rest > 0.0 else 0.0)
        else:
            found[seat] = Alone(0.0, 0.0, 0.0)
    return found


class Verdict(msgspec.Struct, frozen=True):
    """The figures of the check, and what falls short. Shared wins are split."""

    games: int
    by_policy: dict[str, Estimate]
    by_start: dict[str, Estimate]
    mean_score: dict[str, float]
    """By policy."""
    explained: dict[str, float]
    """By start, the part of the variance of scores that the policy explains."""
    leader_wins: Estimate
    held_changes: float
    """Mean number a game."""
    faults: tuple[str, ...]


def judge(games: Sequence[Played]) -> Verdict:
    """Sum up the games."""
    wins: dict[str, float] = {}
    tries: dict[str, int] = {}
    starts: dict[str, float] = {}
    by_start: dict[str, dict[str, list[float]]] = {}
    scores: dict[str, list[float]] = {}
    led = 0.0
    for game in games:
        part = 1.0 / len(game.winners)
        for seat, policy in game.policies.items():
            won = part if seat in game.winners else 0.0
            wins[policy] = wins.get(policy, 0.0) + won
            tries[policy] = tries.get(policy, 0) + 1
            starts[seat] = starts.get(seat, 0.0) + won
            by_start.setdefault(seat, {}).setdefault(policy, []).append(game.scores[seat])
            scores.setdefault(policy, []).append(game.scores[seat])
        led += part if game.leader in game.winners else 0.0
    explained = {seat: statistics.explained(list(groups.values())) for seat, groups in by_start.items()}
    policy_rates = {policy: statistics.share(wins[policy], tries[policy]) for policy in sorted(wins)}
    start_rates = {seat: statistics.share(starts[seat], len(games)) for seat in starts}
    leader = statistics.share(led, len(games))
    low, high = start_bounds(len(starts))
    faults = [f"{key} wins {r.value:.0%} of its games" for key, r in policy_rates.items() if r.value > TOO_OFTEN]
    faults += [f"{key} wins {r.value:.0%}" for key, r in start_rates.items() if not low <= r.value <= high]
    faults += [
        f"{key}: the policy explains {part:.0%} of the score"
        for key, part in explained.items()
        if part < LEAST_EXPLAINED
    ]
    if not 0.25 <= leader.value <= 0.70:
        faults.append(f"the leader after {LEADER_TURN} turns wins {leader.value:.0%}")
    return Verdict(
        len(games),
        policy_rates,
        start_rates,
        {policy: fsum(each) / len(each) for policy, each in sorted(scores.items())},
        explained,
        leader,
        fsum(game.held_changes for game in games) / max(1, len(games)),
        tuple(faults),
    )


def told(verdict: Verdict) -> dict[str, Any]:
    """The verdict as plain values, for JSON."""
    return dict(msgspec.to_builtins(verdict))
