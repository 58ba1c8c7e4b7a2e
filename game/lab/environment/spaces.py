"""The spaces of observations and actions, and the choices that shape them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from gymnasium import spaces

from game.lab.environment.observation import BOUND
from game.lab.trouble import LabError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.lab.environment.table import Table


class Settings:
    """How an environment was asked for. Raises LabError for words that mean nothing."""

    def __init__(
        self, actions: str, observe: str, masks: bool, render_mode: str | None, render_modes: Sequence[str]
    ) -> None:
        for name, value, known in (
            ("actions", actions, ("levers", "plans")),
            ("observe", observe, ("flat", "dict")),
            ("render_mode", render_mode, (None, *render_modes)),
        ):
            if value not in known:
                told = ", ".join(str(each) for each in known)
                raise LabError(f"{name}={value}: no such choice; there is {told}")
        self.plans, self.as_dict, self.masks = actions == "plans", observe == "dict", masks


class Levers(spaces.MultiDiscrete):
    """A setting for each lever. It may be sampled with a flat mask too, as observations and `action_masks` have it."""

    def sample(self, mask: Any = None, probability: Any = None) -> "NDArray[np.int64]":
        if isinstance(mask, np.ndarray):
            ends = np.cumsum(self.nvec)[:-1]
            mask = tuple(part.astype(np.int8) for part in np.split(mask, ends))
        return super().sample(mask=mask, probability=probability)


def action_space(table: "Table") -> Any:
    """One lever a dimension, or one plan of a list."""
    return spaces.Discrete(len(table.plans.names)) if table.plans else Levers(np.array(table.sizes, dtype=np.int64))


def observation_space(table: "Table", settings: Settings) -> Any:
    """A flat row of figures, or a dict of it and the flat mask."""
    row = spaces.Box(-BOUND, BOUND, (table.observer.size,), np.float32)
    if not settings.as_dict:
        return row
    return spaces.Dict({"observation": row, "action_mask": spaces.MultiBinary(sum(map(len, table.labels)))})


def flat(masks: "Sequence[NDArray[np.bool_]]") -> "NDArray[np.bool_]":
    """All levers' masks in one row."""
    return np.concatenate(masks)
