"""The race for all firms at once, as a PettingZoo `ParallelEnv`: hidden orders, given at the same time."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from pettingzoo import ParallelEnv
from pettingzoo.utils.conversions import parallel_to_aec

from game.lab.environment import picture
from game.lab.environment.spaces import Settings, action_space, flat, observation_space
from game.lab.environment.table import Table
from game.lab.trouble import LabError

if TYPE_CHECKING:
    from levels.loader import Resolved


RENDER_MODES = ("ansi", "rgb_array")


class RaceEnv(ParallelEnv):  # type: ignore[misc]
    """Agents are the firms of the level's seats that are labs; `possible_agents` never changes.

    See `docs/environment.md` for observations, actions, masks and rewards.
    """

    metadata = {"name": "compute_race_v0", "render_modes": list(RENDER_MODES), "is_parallelizable": True}

    def __init__(
        self,
        level: "str | Path | Resolved" = "september_2024",
        *,
        seed: int = 1,
        firms: Sequence[str] | None = None,
        minds: Mapping[str, str] | None = None,
        sets: Sequence[str] = (),
        actions: str = "levers",
        observe: str = "flat",
        masks: bool = True,
        max_turns: int | None = None,
        render_mode: str | None = None,
    ) -> None:
        settings = Settings(actions, observe, masks, render_mode, RENDER_MODES)
        self.settings, self.render_mode = settings, render_mode
        self.table = Table(level, firms=firms, minds=minds, sets=sets, plans=settings.plans)
        self.possible_agents = list(self.table.firms)
        self.agents: list[str] = []
        self.max_cycles = max_turns
        """Turns after which the games are cut short; None: the level's end."""
        self.observation_names = self.table.observer.names
        self.action_names = self.table.labels
        self.observation_spaces = {firm: observation_space(self.table, settings) for firm in self.possible_agents}
        self.action_spaces = {firm: action_space(self.table) for firm in self.possible_agents}
        self._next_seed, self._turns = seed, 0

    def observation_space(self, agent: str) -> Any:
        return self.observation_spaces[agent]

    def action_space(self, agent: str) -> Any:
        return self.action_spaces[agent]

    def reset(self, seed: int | None = None, options: dict[str, Any] | None = None) -> tuple[dict[str, Any], Any]:
        """Begin a game: of this seed, or of the one after the last."""
        chosen = self._next_seed if seed is None else int(seed)
        self._next_seed, self._turns = chosen + 1, 0
        self.table.open(chosen)
        self.agents = list(self.possible_agents)
        masks = self._masks(self.agents)
        return self._observed(self.agents, masks), self._infos(self.agents, masks)

    def step(self, actions: Mapping[str, Any]) -> tuple[dict[str, Any], ...]:
        """Play a turn. Dicts of observations, rewards, terminations, truncations and infos, a key each living firm."""
        if not self.agents:
            raise LabError("the game is over; call reset()")
        played = self.agents
        rewards = self.table.play(actions)
        self._turns += 1
        over = self.table.over
        is_cut = not over and self.max_cycles is not None and self._turns >= self.max_cycles
        terminated = {firm: over or not self.table.alive(firm) for firm in played}
        truncated = {firm: is_cut and not terminated[firm] for firm in played}
        masks = self._masks(played)
        self.agents = [firm for firm in played if not (terminated[firm] or truncated[firm])]
        return self._observed(played, masks), rewards, terminated, truncated, self._infos(played, masks)

    def action_masks(self, agent: str) -> "np.ndarray[Any, np.dtype[np.bool_]]":
        """Which settings the door would let through, all levers in one row."""
        return flat(self.table.masks(agent))

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

    def state(self) -> "np.ndarray[Any, np.dtype[np.float32]]":
        """What all firms see, one after another: for who trains them together."""
        return np.concatenate([self.table.observe(firm) for firm in self.possible_agents])

    def _masks(self, firms: Sequence[str]) -> dict[str, Any]:
        wanted = self.settings.masks or self.settings.as_dict
        return {firm: flat(self.table.masks(firm)).astype(np.int8) for firm in firms} if wanted else {}

    def _observed(self, firms: Sequence[str], masks: Mapping[str, Any]) -> dict[str, Any]:
        rows = {firm: self.table.observe(firm) for firm in firms}
        if not self.settings.as_dict:
            return rows
        return {firm: {"observation": row, "action_mask": masks[firm]} for firm, row in rows.items()}

    def _infos(self, firms: Sequence[str], masks: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        return {firm: {"action_mask": masks[firm]} if self.settings.masks else {} for firm in firms}


def parallel_env(level: "str | Path | Resolved" = "september_2024", **settings: Any) -> RaceEnv:
    """The race for all firms, moving at the same time. `settings` as of `RaceEnv`."""
    return RaceEnv(level, **settings)


def aec_env(level: "str | Path | Resolved" = "september_2024", **settings: Any) -> Any:
    """The same, firm after firm (PettingZoo's AEC): each orders without seeing what those before it have ordered."""
    return parallel_to_aec(RaceEnv(level, **settings))
