"""One firm's seat as a Gymnasium environment; minds hold all others."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gymnasium
import numpy as np

from game.lab.environment import picture
from game.lab.environment.spaces import Settings, action_space, flat, observation_space
from game.lab.environment.table import Table
from game.lab.trouble import LabError

if TYPE_CHECKING:
    from levels.loader import Resolved

SEEDS = 2**31 - 1


class FirmEnv(gymnasium.Env[Any, Any]):
    """`firm` is the seat that is learnt, the level's first by default; `rivals` the mind of all other labs.

    See `docs/environment.md` for observations, actions, masks and rewards.
    """

    metadata = {"render_modes": ["ansi", "rgb_array"], "render_fps": 4}

    def __init__(
        self,
        level: "str | Path | Resolved" = "september_2024",
        firm: str | None = None,
        rivals: str | None = None,
        *,
        minds: Mapping[str, str] | None = None,
        sets: Sequence[str] = (),
        actions: str = "levers",
        observe: str = "flat",
        masks: bool = True,
        max_turns: int | None = None,
        render_mode: str | None = None,
    ) -> None:
        self.settings = Settings(actions, observe, masks, render_mode, tuple(self.metadata["render_modes"]))
        self.render_mode = render_mode
        firms = None if firm is None else (firm,)
        self.table = Table(level, firms=firms, rivals=rivals, minds=minds, sets=sets, plans=self.settings.plans)
        if firm is None:
            self.table.firms = self.table.firms[:1]
        (self.firm,) = self.table.firms
        self.max_turns = max_turns
        self.observation_names = self.table.observer.names
        self.action_names = self.table.labels
        self.observation_space = observation_space(self.table, self.settings)
        self.action_space = action_space(self.table)
        self._turns = 0
        self._is_open = False

    def reset(self, *, seed: int | None = None, options: dict[str, Any] | None = None) -> tuple[Any, dict[str, Any]]:
        """Begin a game of this seed; without one, of a seed that the environment's own generator draws."""
        super().reset(seed=seed)
        self.table.open(int(self.np_random.integers(SEEDS)) if seed is None else int(seed))
        self._turns, self._is_open = 0, True
        return self._seen()

    def step(self, action: Any) -> tuple[Any, float, bool, bool, dict[str, Any]]:
        """Play a turn."""
        if not self._is_open:
            raise LabError("the game is over; call reset()")
        reward = self.table.play({self.firm: action})[self.firm]
        self._turns += 1
        terminated = self.table.over or not self.table.alive(self.firm)
        truncated = not terminated and self.max_turns is not None and self._turns >= self.max_turns
        self._is_open = not (terminated or truncated)
        observation, info = self._seen()
        return observation, reward, terminated, truncated, info

    def action_masks(self) -> "np.ndarray[Any, np.dtype[np.bool_]]":
        """Which settings the door would let through, all levers in one row."""
        return flat(self.table.masks(self.firm))

    def digest(self) -> str:
        """The hash of the game's state: equal games have equal digests."""
        return self.table.game.digest()

    def render(self) -> Any:
        """The game as text ("ansi") or as an RGB picture ("rgb_array")."""
        if self.render_mode is None:
            return None
        return picture.text(self.table.game) if self.render_mode == "ansi" else picture.bars(self.table.game)

    def close(self) -> None:
        self.table.close()

    def _seen(self) -> tuple[Any, dict[str, Any]]:
        row = self.table.observe(self.firm)
        if not (self.settings.masks or self.settings.as_dict):
            return row, {}
        mask = self.action_masks().astype(np.int8)
        info = {"action_mask": mask} if self.settings.masks else {}
        return ({"observation": row, "action_mask": mask} if self.settings.as_dict else row), info
