"""The ladder: minds against each other, on the same luck, each in every seat once.

For every level and seed there are as many games as minds. The minds are dealt to the seats and move one seat on from
game to game, so that each start is played by each mind once under the same luck, against rivals that are as strong.
What a start scores with one mind against another is a duel.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from math import fsum
from pathlib import Path

import msgspec
import numpy as np

from agents import chance
from agents.desk import Advice, Desk, Mind
from game.lab import pool
from game.lab.rating import Ratings, duels, rate
from game.lab.resumable import Log
from game.lab.seats import labs_of
from game.race import Race
from levels.loader import Resolved

LOG_FILE = "ladder.jsonl"


class Piece(msgspec.Struct, frozen=True):
    """One game: which mind sits in which seat."""

    resolved: Resolved
    seed: int
    round: int
    minds: dict[str, str]


class Played(msgspec.Struct, frozen=True):
    """A finished game of the ladder."""

    level: str
    seed: int
    round: int
    minds: dict[str, str]
    """By seat, as asked."""
    scores: dict[str, float]
    """By seat."""
    winners: tuple[str, ...]
    decisions: dict[str, int]
    """By mind, how many turns it has decided."""
    thinking_seconds: dict[str, float]
    """By mind, processor time of its decisions."""
    seconds: float


class Timed:
    """A mind whose decisions are timed."""

    def __init__(self, mind: Mind) -> None:
        self.mind, self.name = mind, mind.name
        self.decisions, self.seconds = 0, 0.0

    def advise(self, desk: Desk) -> list[Advice]:
        begun = time.process_time()
        try:
            return self.mind.advise(desk)
        finally:
            self.decisions += 1
            self.seconds += time.process_time() - begun


def deal(resolved: Resolved, minds: Sequence[str], seeds: int, seed: int) -> list[Piece]:
    """The games of a level: minds and seats in an order of their own for each seed, then moved on seat by seat."""
    pieces = []
    for each in range(seed, seed + seeds):
        order = sorted(minds, key=lambda mind: chance.draw(each, mind, "ladder", 0))
        seats = sorted(labs_of(resolved.level), key=lambda seat: chance.draw(each, seat, "ladder", 0))
        for turn in range(len(order)):
            given = {seat: order[(place + turn) % len(order)] for place, seat in enumerate(seats)}
            pieces.append(Piece(resolved, each, turn, given))
    return pieces


def play(piece: Piece) -> Played:
    """Play one game, every decision timed."""
    begun = time.perf_counter()
    race = Race(piece.resolved, piece.seed, piece.minds, every_month=False)
    try:
        timed = {}
        for seat in piece.minds:
            timed[seat] = race.firm_agents[seat].mind = Timed(race.mind_of(seat))
        result = race.play_out()
    finally:
        race.dispose()
    decisions: dict[str, int] = {}
    seconds: dict[str, float] = {}
    for seat, mind in piece.minds.items():
        decisions[mind] = decisions.get(mind, 0) + timed[seat].decisions
        seconds[mind] = seconds.get(mind, 0.0) + timed[seat].seconds
    scores = {seat: each.total for seat, each in result.scores.items() if seat in piece.minds}
    return Played(
        piece.resolved.name, piece.seed, piece.round, piece.minds, scores, result.winners, decisions, seconds,
        time.perf_counter() - begun,
    )  # fmt: skip


def climb(
    pieces: Sequence[Piece],
    folder: Path,
    asked: str,
    workers: int,
    progress: Callable[[int, int], None],
    cost: Callable[[int, int, float], None],
    meant: str = "",
) -> list[Played]:
    """Play what is missing of the games, into a log that the same call resumes. Raises LabError.

    `asked` and `meant` say which games these are (`game.lab.resumable`).
    `cost` is told, after the first game, how many are missing of how many, and the seconds that one takes.
    """
    log = Log(folder / LOG_FILE, asked, Played, meant)
    there = {(each.level, each.seed, each.round) for each in log.done}
    missing = [piece for piece in pieces if (piece.resolved.name, piece.seed, piece.round) not in there]
    if missing:
        first = play(missing[0])
        cost(len(missing), len(pieces), first.seconds)
        log.add(first)
        for _, each in pool.each(play, missing[1:], workers, progress):
            log.add(each)
    return sorted(log.done, key=lambda each: (each.level, each.seed, each.round))


class Rung(msgspec.Struct, frozen=True):
    """What is told of one mind besides its rating."""

    mean_score: float
    wins: float
    """Part of its seats that won, shared wins split."""
    seconds: float
    """Processor time of a decision."""
    by_start: dict[str, float]
    """Mean score by seat."""


class Ladder(msgspec.Struct, frozen=True):
    """The whole: ratings over all levels and of each, what each beats each in, and more of every mind."""

    games: int
    ratings: Ratings
    by_level: dict[str, Ratings]
    duels: dict[str, dict[str, float]]
    """Part of the duels that the first wins against the second."""
    seeds: dict[str, dict[str, float]]
    """Part of the seeds in which the first scores more than the second over all starts together."""
    rungs: dict[str, Rung]


def judge(minds: Sequence[str], games: Sequence[Played]) -> Ladder:
    """Sum up the games. Minds are named weakest first. Raises ValueError without games."""
    met = {key: list(starts) for key, starts in _starts(games)}
    wins = {key: duels(minds, starts) for key, starts in met.items()}
    whole = np.sum(list(wins.values()), axis=0)
    tried = whole + whole.T
    levels = list(dict.fromkeys(each.level for each in games))
    sums = {key: {m: fsum(s[m] for s in starts if m in s) for m in minds} for key, starts in met.items()}
    return Ladder(
        len(games),
        rate(minds, list(wins.values())),
        {level: rate(minds, [each for (at, _), each in wins.items() if at == level]) for level in levels},
        {
            one: {other: float(whole[i, j] / max(1.0, tried[i, j])) for j, other in enumerate(minds) if i != j}
            for i, one in enumerate(minds)
        },
        {
            one: {
                other: fsum((s[one] > s[other]) + 0.5 * (s[one] == s[other]) for s in sums.values()) / len(sums)
                for other in minds
                if other != one
            }
            for one in minds
        },
        {mind: _rung(mind, games) for mind in minds},
    )


def _starts(games: Sequence[Played]) -> Iterator[tuple[tuple[str, int], Iterator[dict[str, float]]]]:
    """By level and seed, what each start scored with each mind."""
    found: dict[tuple[str, int], dict[str, dict[str, float]]] = {}
    for game in games:
        at = found.setdefault((game.level, game.seed), {})
        for seat, score in game.scores.items():
            at.setdefault(seat, {})[game.minds[seat]] = score
    for key, starts in found.items():
        yield key, iter(starts.values())


def _rung(mind: str, games: Sequence[Played]) -> Rung:
    scores: dict[str, list[float]] = {}
    won: list[float] = []
    for game in games:
        for seat, score in game.scores.items():
            if game.minds[seat] == mind:
                scores.setdefault(seat, []).append(score)
                won.append(1.0 / len(game.winners) if seat in game.winners else 0.0)
    flat = [score for each in scores.values() for score in each]
    thought = fsum(game.thinking_seconds.get(mind, 0.0) for game in games)
    decided = sum(game.decisions.get(mind, 0) for game in games)
    return Rung(
        fsum(flat) / max(1, len(flat)),
        fsum(won) / max(1, len(won)),
        thought / max(1, decided),
        {seat: fsum(each) / len(each) for seat, each in sorted(scores.items())},
    )
