"""A utility: connects large loads of its region, in stages, as fast as its engineers and its plants allow."""

from typing import TYPE_CHECKING

import mesa
from msgspec import Struct

from agents.view import PowerOffer

if TYPE_CHECKING:
    from levels.rules import QueueRules, Rules, TariffRules
    from levels.schema import Region
    from levels.schema import Utility as UtilityFacts


class Terms(Struct, frozen=True):
    """What a large load must sign: the tariff that a utility has in force or has filed."""

    deposit_usd_per_kw: int
    """Deposit with a request, in USD per kW."""
    minimum_take: float
    """Part of the contract that is paid for in any case."""
    collateral_months: float
    """Months of the minimum bill that lie with the utility until the load is on."""


class UtilityState(Struct):
    """What changes about a utility and the grid of its region."""

    key: str
    """Id in the level."""
    available_kw: int
    """Can be connected at once."""
    connect_kw_per_month: int
    """New load that it connects a month, in kW."""
    others_kw: int
    """Real load of firms outside the race in its queue, which refills as fast as it is served."""
    terms: Terms
    """Tariff terms in force for large loads."""
    headroom_kw: float
    """Plants beyond the region's peak; below the reserve the region is short."""
    supply_kw_per_month: float
    """New plants of the region a month, in kW."""
    ours_kw: int = 0
    """Load of the race's firms that waits."""
    speculative_kw: float = 0.0
    """Places in the queue that nobody stands behind."""
    staff: float = 1.0
    """Engineers, relative to the start."""
    queue_years: float = 0.0
    """Years of connections that waited a year ago."""
    filed: Terms | None = None
    """Stricter terms that it has filed, if any."""
    in_force: int = -1
    """Month from which the filed terms hold."""
    shortage: float = 0.0
    """0 while headroom is above the reserve, 1 when there is none."""
    warned: bool = False
    """Whether it has told of its shortage."""
    tariff: float = 1.0
    """Its tariff for large loads, relative to the start."""
    strictness: float = 1.0
    """Of the region's permits, relative to the start."""
    permit_speed: float = 1.0
    """Speed of the region's permits, relative to the start."""
    bills: float = 1.0
    """A household's bill, relative to the start."""
    households_pay: float = 0.0
    """Of stranded wires, the part that households pay and not the large loads."""
    stranded_usd: int = 0
    """Wires that were built for loads which never came, as far as nobody's collateral paid for them."""


class Utility(mesa.Agent):
    """One-line rule: serve the queue under a reliability margin; file a stricter tariff when too much of it is wind."""

    def __init__(self, model: mesa.Model, key: str, facts: "UtilityFacts", state: UtilityState) -> None:
        super().__init__(model)
        self.key = key
        self.facts = facts
        self.state = state
        self.peaks = frozenset(facts.peaks)

    @property
    def queue_kw(self) -> float:
        return self.state.others_kw + self.state.ours_kw + self.state.speculative_kw

    @property
    def speculative_share(self) -> float:
        """Of the queue, what no tenant stands behind."""
        waiting = self.queue_kw
        return self.state.speculative_kw / (waiting if waiting > 1.0 else 1.0)

    def hazard(self, rules: "Rules") -> float:
        """Stages that a request passes a month: h0 staff / (1 + Q / Q0), less while the region is short (model 3)."""
        state, power = self.state, rules.power
        queued_years = self.queue_kw / (12 * state.connect_kw_per_month or 1)
        pace = power.queue_stages / power.queue_mean_months * state.staff
        return pace / ((1.0 + power.queue_slowdown * queued_years) * (1.0 + rules.tariffs.short_wait * state.shortage))

    def restudy_hazard(self, queue: "QueueRules") -> float:
        """Monthly chance that a speculator of one's cluster leaves and the study is to be made again."""
        leaving = queue.leave * self.speculative_share * queue.cluster_kw / (queue.position_kw or 1)
        hazard = queue.restudy * leaving
        return hazard if hazard < 1.0 else 1.0

    def wait_months(self, rules: "Rules", speed: float = 1.0) -> float:
        """Expected wait of a new request: stages passed at the hazard, all but the last open to a restudy."""
        hazard, back = speed * self.hazard(rules), self.restudy_hazard(rules.queue)
        open_stages = rules.power.queue_stages - 1
        if back <= 1e-9 or open_stages <= 0:
            return (open_stages + 1) / hazard
        return float(((1.0 + back / hazard) ** open_stages - 1.0) / back + 1.0 / hazard)

    def minimum_bill_usd(self, tariff_usd_per_kwh: float, rules: "Rules", terms: Terms | None = None) -> float:
        """Of one kilowatt and month, at the terms in force or others."""
        take = (terms or self.state.terms).minimum_take
        return take * tariff_usd_per_kwh * rules.power.hours_per_month

    def position_cost_usd(self, tariff_usd_per_kwh: float, rules: "Rules") -> float:
        """What a speculator expects to lose on a kilowatt in the queue: the study, the money tied, what is forfeited.

        A shell owes the exit fee but pays no more of it than the collateral that lies there.
        """
        terms, queue = self.state.terms, rules.queue
        bill = self.minimum_bill_usd(tariff_usd_per_kwh, rules)
        held = terms.deposit_usd_per_kw + terms.collateral_months * bill
        lost = terms.deposit_usd_per_kw + min(terms.collateral_months, rules.tariffs.exit_months) * bill
        years = self.wait_months(rules) / 12.0
        return rules.power.study_usd_per_mw / 1000.0 + queue.carry * years * held + (1.0 - queue.tenant) * lost

    def new_filing(self, rules: "TariffRules", month: int) -> Terms | None:
        """Stricter terms when the speculative share is high and the last filing has had its time; else None."""
        now = self.state.terms
        if self.speculative_share <= rules.file_above or month < self.state.in_force + rules.file_months:
            return None
        filed = Terms(
            min(rules.deposit_most, now.deposit_usd_per_kw + rules.deposit_step),
            max(now.minimum_take, min(rules.take_most, now.minimum_take + rules.take_step)),
            min(rules.collateral_most, now.collateral_months + rules.collateral_step),
        )
        return filed if filed != now else None

    def offer(self, region_key: str, region: "Region", rules: "Rules", spot: float) -> PowerOffer:
        """What it posts for a region; `spot` is the price of energy relative to the start."""
        state = self.state
        tariff = region.tariff_usd_per_kwh * state.tariff
        held = state.terms.deposit_usd_per_kw + state.terms.collateral_months * self.minimum_bill_usd(tariff, rules)
        return PowerOffer(
            region_key,
            self.key,
            self.facts.name,
            state.available_kw,
            self.wait_months(rules),
            tariff,
            state.connect_kw_per_month,
            int(self.queue_kw),
            self.wait_months(rules, rules.queue.interruptible_speed),
            self.speculative_share,
            held,
            state.terms.minimum_take,
            state.shortage,
            int(state.headroom_kw),
            region.tariff_usd_per_kwh * rules.tariffs.energy_part * spot,
        )

    def capacity_kw(self, rules: "Rules") -> int:
        """What it can connect this month for the firms of the race; outsiders take the rest, a shortage slows it."""
        slowed = 1.0 + rules.tariffs.short_wait * self.state.shortage
        return int(self.state.connect_kw_per_month * rules.power.race_share / slowed)
