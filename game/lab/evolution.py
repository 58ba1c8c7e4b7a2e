"""An evolution strategy for the weights of minds, in games of all personalities against each other.

Each generation plays pairs of games on the same luck: personalities are dealt to the seats, and every one plays once
with its genes moved one way and once with them moved the opposite way (mirrored sampling; Rechenberg 1973, Salimans et
al. 2017). The difference of the two scores says how good the way is. Shared genes learn from all seats, a personality's
own from its own seats, and in part from everybody's, as what helps one often helps another.
"""

import time
from collections.abc import Callable, Sequence
from math import fsum, sqrt
from pathlib import Path

import msgspec
import numpy as np

from agents import chance
from agents.minds.analyst import OPERATOR, WeighingMind
from agents.minds.weights import Weights
from game.lab import identity, pool
from game.lab.genes import Gene, made, size, style_genes, within, zeros
from game.lab.resumable import Log
from game.lab.seats import labs_of
from game.lab.statistics import Floats
from game.race import Race
from levels.loader import Resolved

LOG_FILE = "evolution.jsonl"
SHARED_SIGMA = 0.25
"""Spread of a trial's weights."""
OWN_SIGMA = 0.2
"""Spread of a trial's style, as a part of its bounds."""
SHARED_STEP = 0.6
OWN_STEP = 1.2
FROM_ALL = 0.7
"""Part of the step of a personality's style that follows what helps everybody."""
DECAY = 0.98
"""Steps grow smaller from generation to generation."""


class Trial(msgspec.Struct, frozen=True):
    """One game: a personality and its weights in every seat."""

    resolved: Resolved
    seed: int
    styles: dict[str, str]
    weights: dict[str, Weights]


class Generation(msgspec.Struct, frozen=True):
    """What was found after so many generations."""

    number: int
    shared: list[float]
    own: dict[str, list[float]]
    games: int
    """Played in this generation."""
    spread: float
    """Standard deviation of the difference of a pair's scores, in points."""
    mean_score: float
    seconds: float


def play(trial: Trial) -> dict[str, float]:
    """Play a game; scores by seat."""
    race = Race(trial.resolved, trial.seed, every_month=False)
    try:
        for seat, style in trial.styles.items():
            mind = WeighingMind(f"operator/{style}", race.level.styles[style], trial.weights[seat], OPERATOR)
            race.firm_agents[seat].mind = mind
        result = race.play_out()
    finally:
        race.dispose()
    return {seat: each.total for seat, each in result.scores.items() if seat in trial.styles}


class Evolution:
    """A run that goes on where its log ends. `latest` is what it has found so far."""

    def __init__(self, levels: Sequence[Resolved], styles: Sequence[str], pairs: int, seed: int, log: Log[Generation]):
        self.levels, self.styles, self.pairs, self.seed = levels, list(styles), pairs, seed
        self.genes: dict[str, tuple[Gene, ...]] = {style: style_genes(levels[0], style) for style in styles}
        self.log = log

    @property
    def latest(self) -> Generation:
        if self.log.done:
            return self.log.done[-1]
        shared, own = size(next(iter(self.genes.values())))
        begun = {style: zeros(own).tolist() for style in self.styles}
        return Generation(0, zeros(shared).tolist(), begun, 0, 0.0, 0.0, 0.0)

    def weights(self) -> dict[str, Weights]:
        """The weights found so far, by personality."""
        found = self.latest
        shared = np.array(found.shared)
        return {style: made(shared, np.array(found.own[style]), self.genes[style]) for style in self.styles}

    def step(self, workers: int, progress: Callable[[int, int], None]) -> Generation:
        """Play one generation and write down what it has found."""
        begun, before = time.perf_counter(), self.latest
        number = before.number + 1
        level = self.levels[number % len(self.levels)]
        moves, trials = self._trials(number, level, before)
        scores: dict[int, dict[str, float]] = dict(pool.each(play, trials, workers, progress))
        apart, ways = self._compare(moves, trials, scores)
        after = self._moved(before, apart, ways, DECAY ** (number - 1))
        flat = [score for each in scores.values() for score in each.values()]
        found = Generation(
            number,
            after[0].tolist(),
            {style: own.tolist() for style, own in after[1].items()},
            len(trials),
            2.0 * float(np.std(apart)),
            fsum(flat) / len(flat),
            time.perf_counter() - begun,
        )
        self.log.add(found)
        return found

    def _trials(self, number: int, level: Resolved, before: Generation) -> "tuple[list[Move], list[Trial]]":
        """Pairs of games: for each the moves of all seats, then the game with them and the one against them."""
        moves, trials = [], []
        seats = labs_of(level.level)
        for pair in range(self.pairs):
            luck = self.seed + 1_000 * number + pair
            dealt = sorted(self.styles, key=lambda style: chance.draw(luck, style, "evolve", number))
            styles = {seat: dealt[place % len(dealt)] for place, seat in enumerate(seats)}
            move = Move(styles, {}, {})
            for place, (seat, style) in enumerate(styles.items()):
                dice = np.random.Generator(np.random.PCG64([luck, place]))
                move.shared[seat] = dice.standard_normal(len(before.shared))
                move.own[seat] = dice.standard_normal(len(before.own[style]))
            moves.append(move)
            trials += [self._trial(level, luck, before, move, way) for way in (1.0, -1.0)]
        return moves, trials

    def _trial(self, level: Resolved, luck: int, before: Generation, move: "Move", way: float) -> Trial:
        weights = {}
        for seat, style in move.styles.items():
            shared = np.array(before.shared) + way * SHARED_SIGMA * move.shared[seat]
            own = np.array(before.own[style]) + way * OWN_SIGMA * move.own[seat]
            weights[seat] = made(shared, own, self.genes[style])
        return Trial(level, luck, move.styles, weights)

    def _compare(
        self, moves: "Sequence[Move]", trials: Sequence[Trial], scores: dict[int, dict[str, float]]
    ) -> "tuple[Floats, list[tuple[str, Floats, Floats]]]":
        """Per pair and seat half the difference of the scores, and the personality and moves that made it."""
        apart, ways = [], []
        for place, move in enumerate(moves):
            one, other = scores[2 * place], scores[2 * place + 1]
            for seat, style in move.styles.items():
                apart.append((one[seat] - other[seat]) / 2.0)
                ways.append((style, move.shared[seat], move.own[seat]))
        return np.array(apart), ways

    def _moved(
        self, before: Generation, apart: Floats, ways: "list[tuple[str, Floats, Floats]]", pace: float
    ) -> tuple[Floats, dict[str, Floats]]:
        """Genes moved along what has helped: the mean of the moves, each by its difference in standard deviations."""
        good = apart / max(1e-9, float(np.sqrt(np.mean(apart**2))))
        along = np.mean([each * way for each, (_, way, _) in zip(good, ways, strict=True)], axis=0)
        shared = np.array(before.shared) + pace * SHARED_STEP * SHARED_SIGMA * sqrt(len(good)) / 4.0 * along
        common = np.mean([each * way for each, (_, _, way) in zip(good, ways, strict=True)], axis=0)
        found = {}
        for style, genes in before.own.items():
            mine = [each * way for each, (whose, _, way) in zip(good, ways, strict=True) if whose == style]
            own = np.mean(mine, axis=0) * sqrt(len(mine)) if mine else np.zeros(len(genes))
            step = FROM_ALL * sqrt(len(good)) * common + (1.0 - FROM_ALL) * own
            moved = np.array(genes) + pace * OWN_STEP * OWN_SIGMA / 4.0 * step
            found[style] = within(moved, self.genes[style])
        return shared, found


class Move(msgspec.Struct):
    """The moves of one pair: by seat whose they are, of shared genes and of its own, in standard deviations."""

    styles: dict[str, str]
    shared: dict[str, Floats]
    own: dict[str, Floats]


def begin(levels: Sequence[Resolved], styles: Sequence[str], pairs: int, seed: int, folder: Path) -> Evolution:
    """A new run in a folder, or the one that it holds. Raises LabError if that is another one."""
    asked = msgspec.json.encode([[each.name for each in levels], list(styles), pairs, seed]).decode()
    meant = " ".join(identity.level(each.tree) for each in levels)
    return Evolution(levels, styles, pairs, seed, Log(folder / LOG_FILE, asked, Generation, meant))
