"""Who wins with what from where: minds by seats, with win shares, scores, best answers, and flags.

Three designs. `alone`: each mind in one seat at a time, the others as the level has them, all on the same seeds, so
that minds in a seat are paired. `dealt`: every seat is dealt a mind in each game, all about as often, so that minds
meet one another. `all`: every combination, for few minds and seats.
"""

import itertools
from collections.abc import Sequence
from math import fsum
from typing import Literal

from msgspec import Struct

from game.lab import statistics
from game.lab.balance.games import Outcome, Piece, World
from game.lab.fairness import TOO_OFTEN, start_bounds
from game.lab.statistics import Estimate
from game.lab.trouble import LabError

Design = Literal["alone", "dealt", "all"]

MOST_COMBINATIONS = 4096


class Cell(Struct, frozen=True):
    """A mind in a seat."""

    seat: str
    mind: str
    wins: Estimate
    score: Estimate
    """Mean of its scores, by bootstrap."""
    beside_best: Estimate | None
    """Its score less that of the seat's best mind, on the same seeds (`alone` and `all`)."""


class Line(Struct, frozen=True):
    """A mind over all seats, or a start over all minds."""

    name: str
    wins: Estimate
    score: Estimate
    seats_best: int = 0
    """Seats whose best answer it is."""


class Matrix(Struct, frozen=True):
    """All of it. `faults` are those whose whole interval lies outside; `doubts` those whose figure does."""

    design: str
    games: int
    cells: list[Cell]
    minds: list[Line]
    starts: list[Line]
    best: dict[str, str]
    """By seat, the mind with the highest mean score."""
    held_changes: float
    """Mean number a game of changes of the best rating that were held."""
    faults: list[str]
    doubts: list[str]


def pieces(design: Design, world: World, seats: Sequence[str], minds: Sequence[str], seeds: range) -> list[Piece]:
    """The games of a design. Raises LabError for too many combinations."""
    if design == "alone":
        return [Piece(world, seed, ((seat, mind),)) for seed in seeds for seat in seats for mind in minds]
    if design == "dealt":
        return _dealt(world, seats, minds, seeds)
    whole = len(minds) ** len(seats)
    if whole > MOST_COMBINATIONS:
        raise LabError(
            f"--design all: {len(minds)} minds in {len(seats)} seats are {whole:,} combinations; name fewer "
            "--minds, or take dealt"
        )
    given = [tuple(zip(seats, each, strict=True)) for each in itertools.product(minds, repeat=len(seats))]
    return [Piece(world, seed, each) for seed in seeds for each in given]


def _dealt(world: World, seats: Sequence[str], minds: Sequence[str], seeds: range) -> list[Piece]:
    """In as many games as there are minds every seat has each mind once; the order is drawn anew after that."""
    from agents import chance

    found = []
    for number, seed in enumerate(seeds):
        block, turn = divmod(number, len(minds))
        order = sorted(minds, key=lambda mind: chance.draw(seeds.start, mind, "deal", block))
        given = tuple((seat, order[(turn + place) % len(order)]) for place, seat in enumerate(seats))
        found.append(Piece(world, seed, given))
    return found


def judge(design: Design, played: Sequence[Piece], outcomes: Sequence[Outcome], seats: Sequence[str]) -> Matrix:
    """Sum up the games of a design."""
    scores: dict[tuple[str, str], dict[int, list[float]]] = {}
    won: dict[tuple[str, str], list[tuple[float, int]]] = {}
    by_start: dict[str, list[tuple[float, float, int]]] = {seat: [] for seat in seats}
    for piece, outcome in zip(played, outcomes, strict=True):
        for seat, mind in piece.minds:
            scores.setdefault((seat, mind), {}).setdefault(piece.seed, []).append(outcome.scores[seat])
            won.setdefault((seat, mind), []).append((outcome.won(seat), piece.seed))
        for seat in seats:
            by_start[seat].append((outcome.won(seat), outcome.scores[seat], piece.seed))
    minds = list(dict.fromkeys(mind for _, mind in scores))
    means = {key: {seed: fsum(each) / len(each) for seed, each in held.items()} for key, held in scores.items()}
    best = {
        seat: max(
            (mind for mind in minds if (seat, mind) in means),
            key=lambda mind: fsum(means[seat, mind].values()) / len(means[seat, mind]),
        )
        for seat in seats
        if any((seat, mind) in means for mind in minds)
    }
    cells = [
        Cell(
            seat,
            mind,
            _wins(won[seat, mind]),
            statistics.mean(list(means[seat, mind].values())),
            _beside(means[seat, mind], means[seat, best[seat]]) if mind != best[seat] else None,
        )
        for seat in seats
        for mind in minds
        if (seat, mind) in means
    ]
    mind_lines = [_mind_line(mind, scores, won, best) for mind in minds]
    start_lines = [
        Line(
            seat,
            _wins([(part, seed) for part, _, seed in held]),
            statistics.mean([each[1] for each in held], clusters=[each[2] for each in held]),
        )
        for seat, held in by_start.items()
    ]
    faults, doubts = _flags(mind_lines, start_lines, cells, len(outcomes[0].scores))
    changes = fsum(each.held_changes for each in outcomes) / len(outcomes)
    return Matrix(design, len(outcomes), cells, mind_lines, start_lines, best, changes, faults, doubts)


def _mind_line(
    mind: str,
    scores: dict[tuple[str, str], dict[int, list[float]]],
    won: dict[tuple[str, str], list[tuple[float, int]]],
    best: dict[str, str],
) -> Line:
    wins = [each for (_, other), held in won.items() if other == mind for each in held]
    flat = [
        (value, seed)
        for (_, other), held in scores.items()
        if other == mind
        for seed, each in held.items()
        for value in each
    ]
    return Line(
        mind,
        _wins(wins),
        statistics.mean([each[0] for each in flat], clusters=[each[1] for each in flat]),
        sum(each == mind for each in best.values()),
    )


def _wins(won: Sequence[tuple[float, int]]) -> Estimate:
    """The share of wins from parts of a win, each with its seed: games on one seed are one observation."""
    return statistics.share(fsum(part for part, _ in won), len(won), lots=len({seed for _, seed in won}))


def _beside(ours: dict[int, float], best: dict[int, float]) -> Estimate | None:
    """The paired difference over the seeds that both have, if there are any."""
    common = [seed for seed in ours if seed in best]
    if not common:
        return None
    return statistics.paired([ours[seed] for seed in common], [best[seed] for seed in common]).mean


def _flags(
    minds: Sequence[Line], starts: Sequence[Line], cells: Sequence[Cell], seats: int
) -> tuple[list[str], list[str]]:
    """What is out of bounds beyond doubt, and perhaps; `seats` are those of the level, looked at or not."""
    faults: list[str] = []
    doubts: list[str] = []
    if seats < 2:
        return faults, doubts
    low, high = start_bounds(seats)
    for line in minds:
        if line.wins.value > TOO_OFTEN:
            told = f"{line.name} wins {line.wins.value:.0%} of its games (at most {TOO_OFTEN:.0%})"
            (faults if line.wins.low > TOO_OFTEN else doubts).append(told)
        if line.seats_best == seats == len(starts) and len(minds) > 1:
            others = [cell.beside_best for cell in cells if cell.mind != line.name]
            is_sure = all(beside is not None and beside.high < 0.0 for beside in others)
            (faults if is_sure else doubts).append(f"{line.name} is the best answer in every seat")
    for line in starts:
        if not low <= line.wins.value <= high:
            told = f"the start {line.name} wins {line.wins.value:.0%} ({low:.0%} to {min(1.0, high):.0%})"
            (faults if line.wins.high < low or line.wins.low > high else doubts).append(told)
    return faults, doubts
