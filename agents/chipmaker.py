"""A chip maker: posts prices and what it can ship, and knows its loyal customers."""

from typing import TYPE_CHECKING

import mesa
from msgspec import Struct

if TYPE_CHECKING:
    from levels.rules import ChipRules
    from levels.schema import Chip
    from levels.schema import Chipmaker as MakerFacts


class MakerState(Struct):
    """What changes about a chip maker: its output, prices and order book."""

    key: str
    """Id in the level."""
    rule: str = "turn_and_earn"
    """How it rations now."""
    supply: dict[str, int] = {}
    """Cards by chip that it can ship this month, stock included."""
    made_h100e: float = 0.0
    """What it can build this month, without stock."""
    bottleneck: str = "packaging"
    """Which of packaging, logic and memory sets that."""
    ordered: dict[str, int] = {}
    """Cards on order by chip, the race's firms and outsiders together."""
    price_usd: dict[str, int] = {}
    """Price of a card today, by chip."""
    cleared_usd: dict[str, int] = {}
    """By chip the price at which its last auction cleared."""
    won_usd: dict[str, int] = {}
    """By chip the mean of the bids that won in its last auction."""
    outside_h100e: float = 0.0
    """What outsiders need, in H100e a month."""
    phantom: float = 1.0
    """What outsiders order over what they need."""
    dedicated: dict[str, int] = {}
    """Cards of this month by "firm chip" that reserved capacity has made."""
    built: dict[str, int] = {}
    """Cards of its customers' own chips that it has ever made."""
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
        """Dollars a card today: the list price, cut once a successor ships, times a clamped power of tightness.

        With an auction it is what the last one cleared at.
        """
        if self.state.rule == "auction" and chip_key in self.state.cleared_usd:
            return self.state.cleared_usd[chip_key]
        return int(self.list_usd(chip_key, successor_months, rules) * self.heat(rules))

    def heat(self, rules: "ChipRules") -> float:
        """Price over list price, by how far orders outrun supply."""
        heat = float(self.state.tightness**rules.price_exponent)
        return rules.price_low if heat < rules.price_low else rules.price_high if heat > rules.price_high else heat

    def list_usd(self, chip_key: str, successor_months: int, rules: "ChipRules") -> float:
        """Dollars a card when orders equal supply: cut by a part a year once a successor ships."""
        listed = float(self.chips[chip_key].price_usd)
        if successor_months <= 0:
            return listed
        return float(listed * (1.0 - rules.price_cut_per_year) ** (successor_months / 12.0))
