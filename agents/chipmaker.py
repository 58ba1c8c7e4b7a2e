"""A chip maker: posts prices and what it can ship, and knows its loyal customers."""

from typing import TYPE_CHECKING

import mesa
from msgspec import Struct

if TYPE_CHECKING:
    from levels.rules import ChipRules
    from levels.schema import Chip
    from levels.schema import Chipmaker as MakerFacts


class MakerState(Struct):
    key: str
    """Id in the level."""
    supply: dict[str, int] = {}
    """Cards by chip that it can ship this month, stock included."""
    made_h100e: float = 0.0
    """What it can build this month, without stock."""
    ordered: dict[str, int] = {}
    """Cards on order by chip, the race's firms and outsiders together."""
    price_usd: dict[str, int] = {}
    """Price of a card today, by chip."""
    outside_h100e: float = 0.0
    """What outsiders order a month."""
    booked_h100e: float = 0.0
    """On order by the firms of the race when the quarter's orders had come in."""
    tightness: float = 1.0
    """Orders of a quarter over what can be built in it, smoothed."""


class Chipmaker(mesa.Agent):
    """One-line rule: price by how far orders outrun supply; ration what is left by its stated rule."""

    def __init__(
        self, model: mesa.Model, key: str, facts: "MakerFacts", state: MakerState, chips: dict[str, "Chip"]
    ) -> None:
        super().__init__(model)
        self.key = key
        self.facts = facts
        self.state = state
        self.chips = chips

    def price(self, chip_key: str, successor_months: int, rules: "ChipRules") -> int:
        """Dollars a card today: the list price, cut once a successor ships, times a clamped power of tightness."""
        age_cut, heat = self.price_factors(successor_months, rules)
        return int(self.chips[chip_key].price_usd * age_cut * heat)

    def price_factors(self, successor_months: int, rules: "ChipRules") -> tuple[float, float]:
        """What age and tightness do to a list price."""
        age_cut = (1.0 - rules.price_cut_per_year) ** (max(0, successor_months) / 12.0)
        return age_cut, min(max(self.state.tightness**rules.price_exponent, rules.price_low), rules.price_high)
