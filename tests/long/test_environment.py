"""A thousand random games of the environments, with and without masks, and none of them breaks. By hand: an hour or so.

`RANDOM_GAMES=50 python -m pytest tests/long/test_environment.py` plays fewer.
"""

import os

import numpy as np
import pytest

from game.lab.environment import parallel_env
from levels.loader import available

GAMES = int(os.environ.get("RANDOM_GAMES", "1000"))
LEVELS = [level.name for level in available()]


@pytest.mark.parametrize("masked", [True, False])
def test_random_games_never_break(masked: bool) -> None:
    for game in range(GAMES // 2):
        level = LEVELS[game % len(LEVELS)] if game % 2 else "september_2024"
        env = parallel_env(level, masks=masked)
        observations, seen = env.reset(seed=game)
        for place, firm in enumerate(env.possible_agents):
            env.action_space(firm).seed(1000 * game + place)
        while env.agents:
            actions = {
                firm: env.action_space(firm).sample(mask=seen[firm]["action_mask"] if masked else None)
                for firm in env.agents
            }
            observations, rewards, *_, seen = env.step(actions)
            assert all(env.observation_space(firm).contains(row) for firm, row in observations.items())
            assert np.isfinite(list(rewards.values())).all()
        assert env.table.game.world.books.faults() == []
        env.close()
