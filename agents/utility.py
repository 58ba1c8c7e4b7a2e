"""A utility: connects large loads of its region, first come, first served, as fast as it can build."""

from typing import TYPE_CHECKING

import mesa
from msgspec import Struct

from agents.view import PowerOffer

if TYPE_CHECKING:
    from levels.rules import PowerRules
    from levels.schema import Region
    from levels.schema import Utility as UtilityFacts


class UtilityState(Struct):
    key: str
    """Id in the level."""
    available_kw: int
    """Can be connected at once."""
    connect_kw_per_month: int
    """New load that it connects a month, in kW."""
    others_kw: int
    """Load of firms outside the race in its queue, which refills as fast as it is served."""
    ours_kw: int = 0
    """Load of the race's firms that waits."""


class Utility(mesa.Agent):
    """One-line rule: post what can be had now, and a wait that grows with every year's worth of load in the queue."""

    def __init__(self, model: mesa.Model, key: str, facts: "UtilityFacts", state: UtilityState) -> None:
        super().__init__(model)
        self.key = key
        self.facts = facts
        self.state = state

    def wait_months(self, rules: "PowerRules") -> float:
        """Expected wait of a new request."""
        yearly_kw = max(1, 12 * self.state.connect_kw_per_month)
        queued_years = (self.state.others_kw + self.state.ours_kw) / yearly_kw
        return rules.queue_mean_months * (1.0 + rules.queue_slowdown * queued_years)

    def offer(self, region_key: str, region: "Region", rules: "PowerRules") -> PowerOffer:
        state = self.state
        return PowerOffer(
            region_key,
            self.key,
            self.facts.name,
            state.available_kw,
            self.wait_months(rules),
            region.tariff_usd_per_kwh,
            state.connect_kw_per_month,
            state.others_kw + state.ours_kw,
        )

    def capacity_kw(self, rules: "PowerRules") -> int:
        """What it can connect this month for the firms of the race; outsiders take the rest."""
        return int(self.state.connect_kw_per_month * rules.race_share)
