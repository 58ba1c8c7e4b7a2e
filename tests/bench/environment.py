"""How many firm-decisions a second the environments play on one core, and where the time goes.

By hand: `python tests/bench/environment.py [SECONDS] [LEVEL]...`. Time is of the processor. Beside it the bare race is
timed with passive minds in the same seats, so that what the environment adds can be told from what the race takes.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from game.lab.environment import RaceEnv, parallel_env
from game.race import Race
from levels import loader

LEVELS = ("september_2024", "l4_boom_and_bust", "l0_first_cluster")


def random_games(env: RaceEnv, seconds: float, *, masked: bool) -> tuple[float, float]:
    """Decisions and turns a second of random games."""
    decisions = turns = seed = 0
    begun = time.process_time()
    while time.process_time() - begun < seconds:
        _, seen = env.reset(seed=seed)
        seed += 1
        for place, firm in enumerate(env.possible_agents):
            env.action_space(firm).seed(seed * 1000 + place)
        while env.agents:
            actions = {
                firm: env.action_space(firm).sample(mask=seen[firm]["action_mask"] if masked else None)
                for firm in env.agents
            }
            decisions, turns = decisions + len(actions), turns + 1
            *_, seen = env.step(actions)
    spent = time.process_time() - begun
    return decisions / spent, turns / spent


def bare(level: str, seconds: float) -> tuple[float, float]:
    """Decisions and turns a second of the race alone, nobody ordering anything in the same seats."""
    resolved = loader.load(level)
    seats = [key for key in resolved.level.seats if resolved.level.firms[key].lab is not None]
    decisions = turns = seed = 0
    begun = time.process_time()
    while time.process_time() - begun < seconds:
        race = Race(resolved, seed, dict.fromkeys(seats, "passive"), every_month=False)
        seed += 1
        while not race.over:
            decisions, turns = decisions + sum(race.world.firms[seat].alive for seat in seats), turns + 1
            race.play_turn()
        race.dispose()
    spent = time.process_time() - begun
    return decisions / spent, turns / spent


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    for level in sys.argv[2:] or LEVELS:
        rates = {
            "the race alone, idle seats": bare(level, seconds),
            "random settings, no masks": random_games(parallel_env(level, masks=False), seconds, masked=False),
            "random settings, masked": random_games(parallel_env(level), seconds, masked=True),
        }
        print(level)
        for what, (decisions, turns) in rates.items():
            print(f"  {what:<28} {decisions:8.0f} firm-decisions/s {turns:8.1f} turns/s")


if __name__ == "__main__":
    main()
