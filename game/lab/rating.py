"""Ratings from duels: Bradley-Terry strengths on the Elo scale, with intervals by drawing whole seeds anew.

A duel is the score of one start with one mind against that with another, under the same luck. All duels of a seed hang
together (its luck, its rivals), so the seed is what the bootstrap draws.
"""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from game.lab.statistics import Estimate, Floats, bootstrap

ELO_PER_NATURAL = 400.0 / float(np.log(10.0))
HALF_A_GAME = 0.5
"""Of a duel won and lost that every two are given, so that who has lost all of them has a rating too."""
ROUNDS = 400
EXACT = 1e-9


class Ratings(Struct, frozen=True):
    """Elo of each mind, the first at 0, and of each above the one named before it.

    Intervals of `elo` are of the distance to the field's mean: the luck of whoever stands at 0 is not everybody's.
    """

    names: tuple[str, ...]
    elo: dict[str, Estimate]
    above: dict[str, Estimate]
    """By mind but the first: how far it stands above its neighbour before it in `names`."""
    seeds: int


def strengths(wins: Floats) -> Floats:
    """Elo by maximum likelihood (Hunter 2004), of many samples at once, their mean at 0.

    `wins` is an array (samples, minds, minds): how often each beat each; draws are half a win for both.
    """
    of = wins.shape[-1]
    wins = wins + HALF_A_GAME * (1.0 - np.eye(of))
    met = wins + np.swapaxes(wins, 1, 2)
    won = wins.sum(axis=2)
    worth = np.ones((len(wins), of))
    for _ in range(ROUNDS):
        expected = met / (worth[:, :, None] + worth[:, None, :])
        found = won / expected.sum(axis=2)
        found = found / np.exp(np.log(found).mean(axis=1, keepdims=True))
        done = float(np.abs(np.log(found / worth)).max()) < EXACT
        worth = found
        if done:
            break
    logs = np.log(worth)
    return np.asarray(ELO_PER_NATURAL * (logs - logs.mean(axis=1, keepdims=True)))


def rate(names: Sequence[str], by_seed: Sequence[Floats]) -> Ratings:
    """Ratings from one array (minds, minds) of wins a seed. Raises ValueError without seeds."""
    of = len(names)
    rows = np.stack(by_seed).reshape(len(by_seed), of * of)

    known: dict[int, Floats] = {}

    def elo(means: Floats) -> Floats:
        """Every figure is asked of the same samples: they are rated once."""
        if len(means) not in known:
            known[len(means)] = strengths(means.reshape(len(means), of, of) * len(by_seed))
        return known[len(means)]

    first = float(elo(rows.mean(axis=0)[None, :])[0, 0])

    def single(place: int) -> Estimate:
        return bootstrap(rows, lambda means: elo(means)[:, place] - first)

    def gap(place: int) -> Estimate:
        return bootstrap(rows, lambda means: elo(means)[:, place] - elo(means)[:, place - 1])

    return Ratings(
        tuple(names),
        {name: single(place) for place, name in enumerate(names)},
        {name: gap(place) for place, name in enumerate(names) if place},
        len(by_seed),
    )


def duels(names: Sequence[str], scores: Sequence[dict[str, float]]) -> Floats:
    """Wins of each over each, from what each scored at the same start under the same luck; draws count half."""
    wins = np.zeros((len(names), len(names)))
    for at_start in scores:
        for i, one in enumerate(names):
            for j, other in enumerate(names):
                if i != j and one in at_start and other in at_start:
                    mine, theirs = at_start[one], at_start[other]
                    wins[i, j] += 1.0 if mine > theirs else 0.5 if mine == theirs else 0.0
    return wins
