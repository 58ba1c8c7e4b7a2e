"""Trains a small policy to choose between plans, and tries it against a mind of the project. An example, and a proof.

    python tests/long/train_policy.py --minutes 10 --workers 2 --firm xai --against timid

First every plan is played alone for a few games, which gives each its bias. Then an evolution strategy moves the
weights of a few figures that the firm sees: mirrored pairs of policies play the same seeds, and the weights go where
the better ones were. In the end the policy and the mind play new seeds, in the same seat, against the same rivals; what
counts is the difference of the two scores. Minutes are of the processor, for each worker, so that a busy machine learns
as much as an idle one. No weights are kept unless `--out` names a file.
"""

import argparse
import sys
import time
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[2]))

from game.lab.environment import FirmEnv
from game.race import Race
from levels import loader

FIGURES = (
    "months_left", "me.cash_usd", "me.burn_usd", "me.valuation_usd", "me.run_rate_usd", "me.debt_usd",
    "me.usable_h100e", "me.idle_h100e", "me.committed_usd", "me.served", "me.arena_elo", "sites.dark_cards",
)  # fmt: skip
"""What the policy looks at."""
FIRST_TRAINING, FIRST_TRIAL = 10_000, 50_000
"""Seeds; those of the trial are met in no training."""
TRIES = 2
"""Games in which each plan is played alone."""
TOP = 8
"""Plans that the evolution chooses between: the best of those tries."""
PAIRS, SEEDS = 4, 2
"""Mirrored pairs of a generation, and the games that each policy plays in it."""
SPREAD, STEP = 0.4, 0.3
TRIAL_SHARE = 0.25
"""Of the time, what is kept for the trial."""
Weights = NDArray[np.float64]


@dataclass(frozen=True)
class Task:
    """Where the policy plays."""

    level: str
    firm: str
    rivals: str | None
    plans: tuple[int, ...]
    """The plans that it may choose."""


@dataclass(frozen=True)
class Trial:
    """The policy's score less the mind's, over games of the same seeds."""

    games: int
    mean: float
    low: float
    high: float
    won: float
    """Share of the games in which the policy's score was higher."""


def total_score(race: Race, firm: str) -> float:
    """The score at the end; a goal of which the least wins counts against."""
    goal = race.level.goal
    total = race.result().scores[firm].total
    return -total if goal is not None and goal.least else total


@dataclass(frozen=True)
class Played:
    """A game of the policy: what it earned, its score, the figures it saw (a row a turn), and its processor time."""

    earned: float
    score: float
    seen: Weights
    seconds: float


def play(task: Task, weights: Weights, seed: int, scale: tuple[Weights, Weights]) -> Played:
    """Play a game by the policy."""
    begun, env = time.process_time(), _env(task)
    places = [env.observation_names.index(name) for name in FIGURES]
    row, _ = env.reset(seed=seed)
    earned, seen, ended = 0.0, [], False
    while not ended:
        figures = row[places].astype(np.float64)
        seen.append(figures)
        looked = np.append((figures - scale[0]) / scale[1], 1.0)
        row, reward, terminated, truncated, _ = env.step(task.plans[int(np.argmax(weights @ looked))])
        earned, ended = earned + reward, terminated or truncated
    return Played(earned, total_score(env.table.game, task.firm), np.array(seen), time.process_time() - begun)


_envs: dict[Task, FirmEnv] = {}


def _env(task: Task) -> FirmEnv:
    """The environment of a worker, made once."""
    if task not in _envs:
        _envs.clear()
        _envs[task] = FirmEnv(task.level, task.firm, task.rivals, actions="plans", masks=False)
    return _envs[task]


def play_mind(task: Task, mind: str, seed: int) -> Played:
    """A game of the mind in the same seat."""
    begun, resolved = time.process_time(), loader.load(task.level)
    minds = {key: task.rivals for key, firm in resolved.level.firms.items() if firm.lab and task.rivals}
    race = Race(resolved, seed, {**minds, task.firm: mind}, every_month=False)
    race.play_out()
    score = total_score(race, task.firm)
    race.dispose()
    return Played(0.0, score, np.zeros(0), time.process_time() - begun)


class Pool:
    """Plays in worker processes, or here when there is one."""

    def __init__(self, workers: int) -> None:
        self._executor: Any = None
        self._workers, self._seconds = workers, 0.0
        if workers > 1:
            from loky import ProcessPoolExecutor
            from loky.backend import get_context

            self._executor = ProcessPoolExecutor(workers, context=get_context("loky"))

    @property
    def minutes(self) -> float:
        """Processor time that its games have taken, for each worker."""
        return self._seconds / 60.0 / self._workers

    def map(self, function: Any, *lists: Any) -> list[Played]:
        played: list[Played] = list((self._executor.map if self._executor else map)(function, *lists))
        self._seconds += sum(each.seconds for each in played)
        return played

    def close(self) -> None:
        if self._executor is not None:
            self._executor.shutdown()


def spread(pool: Pool, task: Task, weights: list[Weights], seeds: list[int], scale: Any) -> NDArray[np.float64]:
    """Mean earnings of each policy over the seeds."""
    jobs = [(each, seed) for each in weights for seed in seeds]
    found = pool.map(play, [task] * len(jobs), *zip(*jobs, strict=True), [scale] * len(jobs))
    return np.array([each.earned for each in found]).reshape(len(weights), len(seeds)).mean(axis=1)


def begin(pool: Pool, task: Task) -> tuple[Task, Weights, tuple[Weights, Weights]]:
    """Play every plan alone: the best are kept, with what they earned as their biases; and how figures spread."""
    count = len(task.plans)
    neutral = (np.zeros(len(FIGURES)), np.ones(len(FIGURES)))
    jobs = [(place, FIRST_TRAINING + seed) for place in range(count) for seed in range(TRIES)]
    alone = [_biased(count, place) for place, _ in jobs]
    played = pool.map(play, [task] * len(jobs), alone, [seed for _, seed in jobs], [neutral] * len(jobs))
    means = np.array([each.earned for each in played]).reshape(count, TRIES).mean(axis=1)
    seen = np.concatenate([each.seen for each in played])
    best = np.argsort(-means, kind="stable")[:TOP]
    weights = np.zeros((len(best), len(FIGURES) + 1))
    weights[:, -1] = (means[best] - means[best].mean()) / max(1e-9, float(means.std()))
    kept = Task(task.level, task.firm, task.rivals, tuple(task.plans[place] for place in best))
    return kept, weights, (seen.mean(axis=0), np.maximum(seen.std(axis=0), 1e-6))


def _biased(count: int, place: int) -> Weights:
    weights = np.zeros((count, len(FIGURES) + 1))
    weights[place, -1] = 1.0
    return weights


def evolve(pool: Pool, task: Task, weights: Weights, scale: Any, until: float, dice: np.random.Generator) -> Weights:
    """Move the weights towards the better of mirrored pairs until the time is up; returns the best mean of all met."""
    seed, generation = FIRST_TRAINING + 1_000, 0
    best, best_worth = weights, float("-inf")
    while pool.minutes < until:
        noise = [dice.standard_normal(weights.shape) for _ in range(PAIRS)]
        seeds = list(range(seed, seed + SEEDS))
        both = [weights + sign * SPREAD * each for each in noise for sign in (1.0, -1.0)]
        worth = spread(pool, task, [*both, weights, best], seeds, scale)
        ranks = np.argsort(np.argsort(worth[:-2])) / (len(both) - 1.0) - 0.5
        pull = [(ranks[2 * place] - ranks[2 * place + 1]) * each for place, each in enumerate(noise)]
        if worth[-2] >= worth[-1]:
            best, best_worth = weights, float(worth[-2])
        weights = weights + STEP * np.sum(pull, axis=0) / sqrt(PAIRS)
        seed, generation = seed + SEEDS, generation + 1
        told = f"mean {worth[-2]:.3f}, best {worth[-1]:.3f}, all {worth.mean():.3f}"
        print(f"  generation {generation}: {told}", flush=True)
    print(f"  {generation} generations; the last best earned {best_worth:.3f}", flush=True)
    return best


def trial(
    pool: Pool, task: Task, weights: Weights, scale: Any, mind: str, games: int, until: float = float("inf")
) -> Trial:
    """The policy and the mind on new seeds, in pairs; fewer than asked where the time is up."""
    found: list[float] = []
    while len(found) < games and (pool.minutes < until or len(found) < 4):
        seeds = list(range(FIRST_TRIAL + len(found), FIRST_TRIAL + min(games, len(found) + 4)))
        ours = pool.map(play, [task] * len(seeds), [weights] * len(seeds), seeds, [scale] * len(seeds))
        theirs = pool.map(play_mind, [task] * len(seeds), [mind] * len(seeds), seeds)
        found += [one.score - other.score for one, other in zip(ours, theirs, strict=True)]
    gaps = np.array(found)
    error = 1.96 * float(gaps.std(ddof=1)) / sqrt(len(gaps))
    mean = float(gaps.mean())
    return Trial(len(gaps), mean, mean - error, mean + error, float((gaps > 0).mean()))


def train(
    level: str, firm: str, mind: str, *, rivals: str | None, minutes: float, workers: int, games: int, seed: int = 1
) -> tuple[Trial, Weights, tuple[str, ...]]:
    """Train for three quarters of the time, try for the rest."""
    pool = Pool(workers)
    names = FirmEnv(level, firm, rivals, actions="plans", masks=False).action_names[0]
    try:
        task, weights, scale = begin(pool, Task(level, firm, rivals, tuple(range(len(names)))))
        chosen = tuple(names[plan] for plan in task.plans)
        print(f"  {60.0 * pool.minutes:.0f} s; the best plans alone: {', '.join(chosen)}", flush=True)
        weights = evolve(pool, task, weights, scale, minutes * (1.0 - TRIAL_SHARE), np.random.default_rng(seed))
        return trial(pool, task, weights, scale, mind, games, minutes), weights, chosen
    finally:
        pool.close()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--level", default="september_2024")
    asked.add_argument("--firm", default="xai")
    asked.add_argument("--against", default="timid", help="the mind that it is tried against")
    asked.add_argument("--rivals", default=None, help="the mind of all other labs; the level's own by default")
    asked.add_argument("--minutes", type=float, default=10.0)
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--games", type=int, default=60, help="pairs of games of the trial")
    asked.add_argument("--out", type=Path, default=None, help="keep weights and plans in this .npz file")
    wanted = asked.parse_args()
    found, weights, plans = train(
        wanted.level, wanted.firm, wanted.against,
        rivals=wanted.rivals, minutes=wanted.minutes, workers=wanted.workers, games=wanted.games,
    )  # fmt: skip
    if wanted.out is not None:
        np.savez(wanted.out, weights=weights, plans=np.array(plans))
    print(
        f"{wanted.firm} in {wanted.level}: policy less {wanted.against}: {found.mean:+.1f} points "
        f"[{found.low:+.1f}, {found.high:+.1f}], higher in {found.won:.0%} of {found.games} paired games"
    )
    sys.exit(0 if found.low > 0.0 else 1)


if __name__ == "__main__":
    main()
