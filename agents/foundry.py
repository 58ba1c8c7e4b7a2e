"""Foundries and memory makers: capacity that takes a year to build, sized on a smoothed order book."""

from typing import TYPE_CHECKING

import mesa
from msgspec import Struct

if TYPE_CHECKING:
    from levels.rules import ChipRules


class FoundryState(Struct):
    """What changes about a foundry: its capacity, built and decided."""

    key: str
    """Id in the level."""
    wafers: list[int]
    """Advanced packaging by month from the opening on, in wafers a month: committed, then decided a year ahead."""
    pressure: float = 1.0
    """Smoothed orders over supply."""
    logic: list[int] = []
    """Logic for accelerators by month, in wafers a month; empty: enough for all that is packaged."""
    logic_need: float = 0.0
    """Smoothed need of logic, in wafers a month."""


class MemoryState(Struct):
    """What changes about a memory maker: its capacity, built and decided."""

    key: str
    """Id in the level."""
    stacks: list[int]
    """Capacity by month from the opening on, in stacks a month: committed first, then decided ahead."""
    need: float = 0.0
    """Smoothed need of its memory, in stacks a month."""


class Foundry(mesa.Agent):
    """One-line rule: expand next year's capacity by a little for each point that smoothed orders exceed supply."""

    def __init__(self, model: mesa.Model, key: str, state: FoundryState) -> None:
        super().__init__(model)
        self.key = key
        self.state = state

    def expand(self, month: int, orders_over_supply: float, rules: "ChipRules") -> None:
        """Decide the packaging of the month that lies the building time ahead (model 2)."""
        state = self.state
        state.pressure += rules.smoothing * (orders_over_supply - state.pressure)
        while len(state.wafers) <= month + rules.expansion_lead:
            growth = 1.0 + rules.expansion_gain * (state.pressure - rules.expansion_target)
            growth = min(max(growth, rules.expansion_slowest), rules.expansion_fastest)
            state.wafers.append(int(state.wafers[-1] * growth))

    def expand_logic(self, month: int, need: float, rules: "ChipRules") -> None:
        """Logic follows what packaging needs of it and how packaging is planned to grow."""
        state = self.state
        if not state.logic:
            return
        state.logic_need += (rules.smoothing if state.logic_need else 1.0) * (need - state.logic_need)
        wanted = state.logic_need * planned_growth(state, month, rules.logic_lead)
        follow(state.logic, month + rules.logic_lead, wanted, rules.logic_growth_low, rules.logic_growth_high)


class MemoryMaker(mesa.Agent):
    """One-line rule: follow the foundry: build what its plans will need, no faster than new lines can."""

    def __init__(self, model: mesa.Model, key: str, state: MemoryState) -> None:
        super().__init__(model)
        self.key = key
        self.state = state

    def expand(self, month: int, need: float, planned: float, rules: "ChipRules") -> None:
        """`need` is its part of this month's need in stacks, `planned` the growth of packaging until its lead."""
        state = self.state
        state.need += (rules.smoothing if state.need else 1.0) * (need - state.need)
        wanted = state.need * planned
        follow(state.stacks, month + rules.memory_lead, wanted, rules.memory_growth_low, rules.memory_growth_high)


def at(path: list[int], month: int) -> int:
    """Capacity of a month; the last that is decided for months beyond."""
    return path[month] if month < len(path) else path[-1]


def planned_growth(foundry: FoundryState, month: int, lead: int) -> float:
    """Packaging at the end of a building time over packaging now, as it is planned."""
    return at(foundry.wafers, month + lead) / max(1, at(foundry.wafers, month))


def follow(path: list[int], last: int, wanted: float, slowest: float, fastest: float) -> None:
    """Decide capacity up to month `last`: towards what is wanted, within monthly factors."""
    while len(path) <= last:
        now = path[-1]
        path.append(int(min(max(wanted, now * slowest), now * fastest)))
