"""A firm: its own state, and the Mesa agent that lets its mind decide.

The state is what a save holds. The agent sees the world only through the desk that it is handed.
"""

from typing import TYPE_CHECKING

import mesa
from msgspec import Struct, field

from agents.orders import Plan

if TYPE_CHECKING:
    from agents.desk import Advice, Desk, Mind
    from levels.schema import Firm as FirmFacts


class Model(Struct):
    """A trained model. `true_elo` is what it can do, `arena_elo` what the public list says."""

    name: str
    """Its name."""
    flop: float
    """Compute of its training run, in FLOP."""
    base_elo: float
    """From compute, data, pre-training know-how, skill and luck; post-training comes on top at release."""
    true_elo: float
    """What it can do, in Elo."""
    arena_elo: float
    """What the public list says, in Elo."""
    released: int
    """Month of release; -1 while it is held."""
    flattery: float = 0.0
    """What the public rating says beyond the truth, in Elo; it fades."""
    variants: int = 1
    """Private variants that were tested; 1 is the model itself."""
    open_weights: bool = False
    """Whether its weights are open to all."""
    leaked: bool = False
    """Whether the press has told of it while it was held."""


class Run(Struct):
    """A training run under way."""

    name: str
    """Name of the model to be."""
    started: int
    """First month of the run."""
    ends: int
    """Last month of the run."""
    share: float
    """Part of the firm's compute that it gets."""
    pre_elo: float
    """Pre-training know-how, frozen at the start."""
    flop: float = 0.0
    """Gathered so far, in FLOP."""
    h100e: int = 0
    """Compute that it had in the last month."""
    most_flop: float = 0.0
    """Compute at which it ends, to stay below a line of the law; 0 for none."""


class Releasing(Struct, frozen=True):
    """A release that is under way: tests or a review take their time."""

    month: int
    """Month in which the model comes out."""
    variants: int
    """Private variants that are tested; 1 is the model itself."""
    open_weights: bool
    """Whether its weights are to be open to all."""


class Offering(Struct):
    """A product of a firm: said, shipped, or both."""

    announced: int = -99
    """Month; -99 if it never was."""
    launched: int = -99
    """Month; -99 if it is not launched."""
    share: float = 0.0
    """Of the public that may use it."""
    h100e: int = 0
    """Compute that it had in the last month."""
    served: float = 0.0
    """Share of its demand that was served last month."""
    bump: float = 0.0
    """Rise of the valuation by its announcement, as a logarithm."""


class Policies(Struct):
    """Standing orders."""

    free_tier: float
    """Share of unpaid demand that it serves."""
    price_level: float
    """Its price relative to the market's."""
    hiring: float
    """Growth of the staff that it seeks a month, as a share; negative lets people go."""
    pay: float = 1.0
    """Its pay relative to the market's."""
    campaign: float = 0.0
    """Its sales campaign among executives, from none to full."""
    guidance: int = 0
    """What a division asks of its parent: -1 less, 0 the same, 1 more."""
    sublease: float = 0.0
    """Part of its surplus compute that it sells each month."""
    colocate: float = 0.0
    """Part of the places that stand empty with power which is let to others."""
    safety: float = 0.0
    """Share of spare compute for safety work."""
    synthetic: float = 0.0
    """Share of spare compute that writes training text."""


class Compute(Struct):
    """Where a firm's compute of the last month went, in H100e."""

    owned: int = 0
    """Own cards, in H100e."""
    online: int = 0
    """Own cards that ran, wherever they were used."""
    leased: int = 0
    """Cards of others that it used."""
    leased_out: int = 0
    """Own cards that others used."""
    idle: int = 0
    """Own cards without a place or without power."""
    usable: int = 0
    """What it could use: own and leased, less leased out."""
    paid: int = 0
    """Serving paying customers."""
    products: int = 0
    """Serving products beyond plain chat and seats."""
    tests: int = 0
    """Testing private variants before a release."""
    safety: int = 0
    """Safety work."""
    synthetic: int = 0
    """Writing training text."""
    free: int = 0
    """Serving users who do not pay."""
    run: int = 0
    """Of the training run."""
    research: int = 0
    """What is left for research."""
    subleased: int = 0
    """Surplus sold for the month."""
    largest_cluster: int = 0
    """Largest cluster that it could use, leased ones included."""
    own_cluster: int = 0
    """Largest cluster of its own."""
    dark: int = 0
    """Own cards in a hall without power, in pieces."""
    homeless: int = 0
    """Own cards without a place that suits them, in pieces."""
    slots: int = 0
    """Places in finished halls."""
    cards: int = 0
    """Own cards of all chips, in pieces."""
    kw: int = 0
    """Grid and turbines at its sites."""
    need_kw: int = 0
    """Power that all own cards would take, in kW."""
    used_kw: int = 0
    """Power that ran cards, in kW."""


class Request(Struct):
    """What a division has asked of its parent beyond the budget, and what it owes for it."""

    usd: int = 0
    """Given, and under review."""
    due: int = -1
    """Month of the review; -1 while nothing is under review."""
    start_usd: float = 0.0
    """Run-rate when it was given."""
    goal_usd: float = 0.0
    """Run-rate promised for the review."""
    kept_back_usd: int = 0
    """What later grants are still to be cut by."""
    belief: float = 1.0
    """How far the parent believes its promises, from 0 to 1."""


class FirmState(Struct, kw_only=True):
    """What changes about a firm. Its cash, debt, cards and kilowatts stand in the books."""

    key: str
    """Id in the level."""
    alive: bool = True
    """Whether it is still in business."""
    defaulted: bool = False
    """Whether it has failed."""
    absorbed_by: str = ""
    """Who took over what was left of it; empty while it lives."""
    policies: Policies
    """Its standing orders."""
    compute: Compute
    """Where its compute went last month."""
    founders_share: float
    """Of its equity: what founders and staff hold together."""
    allied_share: float = 0.0
    """Of equity: investors who vote with the founders while nobody has lost money."""
    independent: bool = False
    """Takes no money from large technology firms."""
    watcher: str = ""
    """Who may veto its orders this turn: an investor, "shareholders", or nobody."""
    tendered: int = -99
    """Month of the last sale of staff shares."""
    anchor: float = 0.0
    """Price of that sale relative to the formula's."""
    pitched: int = -99
    """Month of the last plan put to sovereign funds."""
    loans_usd: int = 0
    """Of its debt, what is owed on loans against cards."""
    rescues: int = 0
    """Rescue rounds so far."""
    guidance_barred: int = -1
    """Until when shareholders allow no more spending."""
    request: Request = field(default_factory=Request)
    """What it has asked of its parent."""
    trust: float
    """Public trust in it, from 0 to 1."""
    staff: int
    """People."""
    founders: int = 0
    """Founding people who are still there."""
    mood: float = 0.0
    """Morale: shocks that fade, in the units of what people like."""
    appeal: float = 0.0
    """What it offers its people, less the field's mean, in the units of what people like."""
    appeal_start: float = 0.0
    """The same at the opening, where its attrition is the level's, in the units of what people like."""
    guard: float = 0.0
    """How well it watches its seniors since somebody tried to hire them away, in log odds."""
    poached_by: dict[str, int] = {}
    """Month of each rival's last try at its seniors."""
    left: int = 0
    """People who left in the last month."""
    joined: int = 0
    """People who came in the last month."""
    ready_from: int = 0
    """Month from which its finished model can be released."""
    valuation_usd: int
    """Value of all its shares, post-money."""
    post_money_usd: int
    """Valuation of its last round."""
    last_round: int = -99
    """Month of its last round."""
    skill: float = 0.0
    """Lasting skill of its people and process, in Elo."""
    pre_elo: float = 0.0
    """Pre-training know-how since the opening, in Elo."""
    post_elo: float = 0.0
    """Post-training know-how since the opening, in Elo."""
    data_tokens: float = 0.0
    """Effective stock of training data, in tokens."""
    model: Model | None = None
    """The model that it offers."""
    held: Model | None = None
    """A finished model that waits for its release."""
    releasing: Releasing | None = None
    """A release that waits for its tests or for a review."""
    testing_h100e: int = 0
    """Taken by tests of private variants this month."""
    known_elo: list[float] = []
    """True ratings of the last months, oldest first: companies know the oldest."""
    safety_elo: float = 0.0
    """Rating up to which its safety work holds a model."""
    tokens: float = 0.0
    """Different usable tokens: its own, licensed, and what it wrote."""
    synthetic_tokens: float = 0.0
    """Text that it has written itself, in tokens, before repetition takes from its worth."""
    offerings: dict[str, Offering] = {}
    """Its products by id, announced or launched."""
    price_power: float = 1.0
    """Price that its model commands, relative to the market's."""
    credibility: float = 1.0
    """How far the public believes what it says, relative to a firm that has broken no promise."""
    promised_due: int = -1
    """Month by which it has promised the best model; -1 for none."""
    unsettled: float = 0.0
    """Rise of the churn of its companies after an incident, as a share; it fades."""
    sales: list[float] = []
    """Its part of the choices that companies made in the last months, oldest first."""
    run: Run | None = None
    """The training run under way."""
    runs: int = 0
    """Training runs begun, the first model counted."""
    last_release: int = -99
    """Month of its last release."""
    largest_flop: float = 0.0
    """Compute of its largest finished run, in FLOP."""
    user_share: float = 0.0
    """Its share of all consumers."""
    seat_share: float = 0.0
    """Its share of all paid seats."""
    monetisation: float = 0.0
    """Revenue a user brings, relative to the field's mean."""
    consumers: int = 0
    """Monthly active users."""
    seats: int = 0
    """Seats paid by companies."""
    served: float = 1.0
    """Share of paying demand that it served."""
    free_served: float = 1.0
    """Share of unpaid demand that it served."""
    run_rates: list[float] = []
    """Yearly revenue at the pace of each of the last thirteen months, in USD a year."""
    burn_usd: float = 0.0
    """Smoothed monthly cost beyond revenue, purchases not counted; negative when it earns."""
    committed_usd: int = 0
    """What halls under construction and cards on order will still cost."""
    breach_months: int = 0
    """Months in a row in which a covenant was broken."""
    waivers: int = 0
    """Breaches that its banks have waived."""
    standing: float = -1.0
    """Its share of the field's promise as investors see it, smoothed; negative before the first appraisal."""
    bump: float = 0.0
    """Rise of the valuation by claims, as a logarithm."""
    exposed_until: int = -1
    """Last month in which an exposed claim weighs on its valuation."""
    scare_until: int = -1
    """Until when staff leave faster after a false declaration."""
    binding: str = "none"
    """What limited it last month: cash, chips, hall, power, data, demand or none."""
    opposition: float = 0.0
    """Of an affiliate's or a parent's shareholders; an affiliate's sue at 1."""
    invested: bool = False
    """Whether an affiliate's shareholders have been asked for money."""
    loyalty: dict[str, float] = {}
    """Share of each maker's last deliveries."""
    rent_expected: float = 1.0
    """Of lessors: the rent they expect, relative to the normal one."""
    capex_usd_per_year: float = 0.0
    """Of clouds and parents: the present pace."""


class Site(Struct, kw_only=True):
    """A campus. Cards and kilowatts stand in the books under its key."""

    key: str
    """Id."""
    name: str
    """Its name."""
    firm: str
    """Who owns it."""
    region: str
    """Region whose utility serves it."""
    air_slots: int
    """Places with air cooling."""
    liquid_slots: int
    """Places with liquid cooling."""
    joined_slots: int
    """Places that one network joins to the largest cluster."""
    opposition: float = 0.0
    """The neighbours' opposition; 0 is none."""
    unpermitted_kw: int = 0
    """Turbines without a permit, in kW."""
    turbines_since: int = -1
    """Month since which unpermitted turbines stand; -1 without any."""
    plants: dict[str, int] = {}
    """Kilowatts of its own power that stand in plants, by kind; the rest are mobile turbines."""
    interruptible_kw: int = 0
    """Of its grid power, what is cut in peaks."""
    take_kw: float = 0.0
    """Of its grid power, what is paid for in any case, by the terms under which each part was connected."""
    offered_usd: int = 0
    """Benefit fund that is offered and not accepted yet."""
    offered_since: int = -1
    """Month of the offer."""
    fund_usd: float = 0.0
    """Left of the neighbours' benefit fund."""
    suit_until: int = -1
    """Month in which a court decides on the neighbours' suit; -1 while there is none."""
    stopped_until: int = -1
    """Until when a court has stopped its own power and the works."""
    online_h100e: int = 0
    """Cards that run."""
    cluster_h100e: int = 0
    """The part of it that one network joins."""
    dark_cards: int = 0
    """Cards that stand in a hall without power."""
    homeless_cards: int = 0
    """Cards without a place in a hall that suits them."""
    used_kw: int = 0
    """Power that runs cards, in kW."""
    owned_h100e: float = 0.0
    """All cards that stand here, in H100e."""
    cards: int = 0
    """All cards that stand here, in pieces."""
    need_kw: int = 0
    """Of all cards that stand here."""
    grid_kwh: float = 0.0
    """That it pays for in a month at its present use."""
    gas_bill_usd: int = 0
    """A month's bill of its own power at its present use."""
    longitude: float = 0.0
    """In degrees."""
    latitude: float = 0.0
    """In degrees."""


class Firm(mesa.Agent):
    """One-line rule: once a turn the firm's mind looks at the desk and gives orders; nobody else may."""

    def __init__(self, model: mesa.Model, key: str, facts: "FirmFacts", state: FirmState, mind: "Mind") -> None:
        super().__init__(model)
        self.key = key
        self.facts = facts
        self.state = state
        self.mind = mind
        self.advised: tuple[Advice, ...] = ()
        """What its mind ordered last, each order with its reasons."""

    def decide(self, desk: "Desk") -> Plan:
        """The firm's plan for the turn that begins."""
        self.advised = tuple(self.mind.advise(desk))
        return Plan(firm=self.key, turn=desk.view.turn, orders=tuple(advice.order for advice in self.advised))
