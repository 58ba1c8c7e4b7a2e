"""A peer beside us on the same machine: Mesa's own Sugarscape with trade, in steps a second.

By hand: `python tests/bench/peer.py [RUNS]`. It prints the peer's steps a second and our months a second.
"""

import sys
import time
import warnings
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from mesa.examples.advanced.sugarscape_g1mt.model import SugarscapeG1mt

from game.race import Race
from levels import loader

warnings.filterwarnings("ignore", category=RuntimeWarning)

AGENTS = (50, 20)
"""The peer starts with so many traders and is timed until so many are left: they starve."""


def peer_steps_per_second(runs: int) -> tuple[float, float]:
    """Steps a second of Sugarscape with trade, and the mean number of its traders while it was timed."""
    spent, steps, traders = 0.0, 0, 0
    for _ in range(runs):
        model = SugarscapeG1mt(initial_population=AGENTS[0])
        begun = time.perf_counter()
        # Its trade calls itself and now and then runs out of stack: such a run ends there.
        with suppress(RecursionError):
            while len(model.agents) > AGENTS[1]:
                traders += len(model.agents)
                model.step()
                steps += 1
        spent += time.perf_counter() - begun
    return steps / spent, traders / steps


def our_months_per_second(games: int) -> float:
    """Months of whole games with the level's own minds."""
    resolved = loader.load("september_2024")
    Race(resolved, 0).play_out()
    months, begun = 0, time.perf_counter()
    for seed in range(1, games + 1):
        race = Race(resolved, seed)
        race.play_out()
        months += race.month
        race.dispose()
    return months / (time.perf_counter() - begun)


if __name__ == "__main__":
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    (peer, agents), ours = peer_steps_per_second(runs), our_months_per_second(runs)
    print(f"Sugarscape with trade, {agents:.0f} agents on average: {peer:6.0f} steps/s")
    print(f"september_2024, about 40 agents:            {ours:6.0f} months/s ({ours / 75:.1f} games/s)")
