"""A firm: its own state, and the Mesa agent that lets its mind decide.

The state is what a save holds. The agent sees the world only through the desk that it is handed.
"""

from typing import TYPE_CHECKING

import mesa
from msgspec import Struct

from agents.orders import Plan

if TYPE_CHECKING:
    from agents.desk import Desk, Mind
    from levels.schema import Firm as FirmFacts


class Model(Struct):
    """A trained model. `true_elo` is what it can do, `arena_elo` what the public list says."""

    name: str
    flop: float
    base_elo: float
    """From compute, data, pre-training know-how, skill and luck; post-training comes on top at release."""
    true_elo: float
    arena_elo: float
    released: int
    """Month of release; -1 while it is held."""


class Run(Struct):
    """A training run under way."""

    name: str
    started: int
    ends: int
    share: float
    pre_elo: float
    """Pre-training know-how, frozen at the start."""
    flop: float = 0.0
    h100e: int = 0
    """Compute that it had in the last month."""


class Policies(Struct):
    """Standing orders."""

    free_tier: float
    price_level: float
    hiring: float
    guidance: int = 0
    sublease: float = 0.0


class Compute(Struct):
    """Where a firm's compute of the last month went, in H100e."""

    owned: int = 0
    online: int = 0
    """Own cards that ran, wherever they were used."""
    leased: int = 0
    leased_out: int = 0
    idle: int = 0
    usable: int = 0
    paid: int = 0
    free: int = 0
    run: int = 0
    research: int = 0
    subleased: int = 0
    largest_cluster: int = 0
    own_cluster: int = 0
    dark: int = 0
    """Own cards in a hall without power."""
    homeless: int = 0
    """Own cards without a place that suits them."""
    slots: int = 0
    cards: int = 0
    kw: int = 0
    """Grid and turbines at its sites."""
    need_kw: int = 0
    used_kw: int = 0


class FirmState(Struct, kw_only=True):
    """What changes about a firm. Its cash, debt, cards and kilowatts stand in the books."""

    key: str
    alive: bool = True
    defaulted: bool = False
    absorbed_by: str = ""
    policies: Policies
    compute: Compute
    founders_share: float
    trust: float
    staff: int
    valuation_usd: int
    post_money_usd: int
    last_round: int = -99
    skill: float = 0.0
    pre_elo: float = 0.0
    post_elo: float = 0.0
    data_tokens: float = 0.0
    model: Model | None = None
    held: Model | None = None
    """A finished model that waits for its release."""
    run: Run | None = None
    runs: int = 0
    last_release: int = -99
    largest_flop: float = 0.0
    user_share: float = 0.0
    seat_share: float = 0.0
    monetisation: float = 0.0
    """Revenue a user brings, relative to the field's mean."""
    consumers: int = 0
    seats: int = 0
    served: float = 1.0
    free_served: float = 1.0
    run_rates: list[float] = []
    """Yearly revenue at the pace of each of the last thirteen months."""
    burn_usd: float = 0.0
    """Smoothed monthly cost beyond revenue, purchases not counted; negative when it earns."""
    committed_usd: int = 0
    """What halls under construction and cards on order will still cost."""
    breach_months: int = 0
    waivers: int = 0
    standing: float = -1.0
    """Its share of the field's promise as investors see it, smoothed; negative before the first appraisal."""
    bump: float = 0.0
    """Rise of the valuation by claims, as a logarithm."""
    exposed_until: int = -1
    scare_until: int = -1
    """Until when staff leave faster after a false declaration."""
    binding: str = "none"
    opposition: float = 0.0
    """Of an affiliate's shareholders."""
    loyalty: dict[str, float] = {}
    """Share of each maker's last deliveries."""
    capex_usd_per_year: float = 0.0
    """Of clouds and parents: the present pace."""


class Site(Struct, kw_only=True):
    """A campus. Cards and kilowatts stand in the books under its key."""

    key: str
    name: str
    firm: str
    region: str
    air_slots: int
    liquid_slots: int
    joined_slots: int
    """Places that one network joins to the largest cluster."""
    opposition: float = 0.0
    unpermitted_kw: int = 0
    turbines_since: int = -1
    plants: dict[str, int] = {}
    """Kilowatts of its own power that stand in plants, by kind; the rest are mobile turbines."""
    interruptible_kw: int = 0
    """Of its grid power, what is cut in peaks."""
    take_kw: float = 0.0
    """Of its grid power, what is paid for in any case, by the terms under which each part was connected."""
    fund_usd: float = 0.0
    """Left of the neighbours' benefit fund."""
    suit_until: int = -1
    """Month in which a court decides on the neighbours' suit; -1 while there is none."""
    stopped_until: int = -1
    """Until when a court has stopped its own power and the works."""
    online_h100e: int = 0
    cluster_h100e: int = 0
    """The part of it that one network joins."""
    dark_cards: int = 0
    """Cards that stand in a hall without power."""
    homeless_cards: int = 0
    """Cards without a place in a hall that suits them."""
    used_kw: int = 0
    owned_h100e: float = 0.0
    cards: int = 0
    need_kw: int = 0
    """Of all cards that stand here."""
    grid_kwh: float = 0.0
    """That it pays for in a month at its present use."""
    gas_bill_usd: int = 0
    """A month's bill of its own power at its present use."""
    longitude: float = 0.0
    latitude: float = 0.0


class Firm(mesa.Agent):
    """One-line rule: once a turn the firm's mind looks at the desk and gives orders; nobody else may."""

    def __init__(self, model: mesa.Model, key: str, facts: "FirmFacts", state: FirmState, mind: "Mind") -> None:
        super().__init__(model)
        self.key = key
        self.facts = facts
        self.state = state
        self.mind = mind

    def decide(self, desk: "Desk") -> Plan:
        """The firm's plan for the turn that begins."""
        return Plan(firm=self.key, turn=desk.view.turn, orders=tuple(advice.order for advice in self.mind.advise(desk)))
