"""Foundries and memory makers: capacity that takes a year to build, sized on a smoothed order book."""

from typing import TYPE_CHECKING

import mesa
from msgspec import Struct

if TYPE_CHECKING:
    from levels.rules import ChipRules


class FoundryState(Struct):
    key: str
    """Id in the level."""
    wafers: list[int]
    """Advanced packaging by month from the opening on: committed first, then decided a year ahead."""
    pressure: float = 1.0
    """Smoothed orders over supply."""


class MemoryState(Struct):
    key: str
    """Id in the level."""
    stacks_per_month: float
    """HBM stacks that it makes a month."""
    pressure: float = 1.0
    """Smoothed need over supply."""


class Foundry(mesa.Agent):
    """One-line rule: expand next year's capacity by a little for each point that smoothed orders exceed supply."""

    def __init__(self, model: mesa.Model, key: str, state: FoundryState) -> None:
        super().__init__(model)
        self.key = key
        self.state = state

    def expand(self, month: int, orders_over_supply: float, rules: "ChipRules") -> None:
        """Decide the capacity of the month that lies the building time ahead (model 2)."""
        state = self.state
        state.pressure += rules.smoothing * (orders_over_supply - state.pressure)
        while len(state.wafers) <= month + rules.expansion_lead:
            growth = 1.0 + rules.expansion_gain * (state.pressure - rules.expansion_target)
            growth = min(max(growth, rules.expansion_slowest), rules.expansion_fastest)
            state.wafers.append(int(state.wafers[-1] * growth))


class MemoryMaker(mesa.Agent):
    """One-line rule: follow the foundry: grow faster when memory was the bottleneck, slower when it was not."""

    def __init__(self, model: mesa.Model, key: str, state: MemoryState) -> None:
        super().__init__(model)
        self.key = key
        self.state = state

    def expand(self, need_over_supply: float, rules: "ChipRules") -> None:
        state = self.state
        state.pressure += rules.smoothing * (need_over_supply - state.pressure)
        growth = 1.0 + rules.expansion_gain * (state.pressure - rules.expansion_target)
        state.stacks_per_month *= min(max(growth, rules.memory_growth_low), rules.memory_growth_high)
