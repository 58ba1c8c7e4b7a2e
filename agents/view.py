"""What an agent can see: itself exactly, rivals by claims and estimates, and the offers of the month.

Views are frozen values made anew each turn; nothing in them leads back to the world.
"""

from msgspec import Struct

from agents.rivals import Rivals

Value = str | int | float


class Text(Struct, frozen=True, gc=False):
    """A sentence for people by its key, with the values that fill it."""

    key: str
    """Key of the text."""
    args: dict[str, Value] = {}
    """Values that fill it."""


class News(Struct, frozen=True, gc=False):
    """One line of news. `firm` is whom it is about, empty for the world; `tone` is -1 bad, 0, 1 good for that firm."""

    month: int
    """Month in which it happened."""
    text: Text
    """The line, by key."""
    icon: str
    """Name of its picture."""
    firm: str = ""
    """Whom it is about; empty for the world."""
    tone: int = 0
    """-1 bad, 0 neither, 1 good for that firm."""


class TermSheet(Struct, frozen=True, gc=False):
    """An offer of equity, open for this turn."""

    investor: str
    """Who offers."""
    firm: str
    """To whom."""
    kind: str
    """venture, sovereign or strategic."""
    pre_money_usd: int
    """Value of the firm before the round."""
    amount_usd: int
    """Most that it would pay."""
    terms: str = "clean"
    """"clean", "milestone" (a goal with a ratchet) or "board" (a seat besides)."""
    goal: str = ""
    """What the milestone counts: "revenue" (yearly) or "rating" (public)."""
    target: float = 0.0
    """What must be reached: revenue in USD a year, or a rating."""
    close_chance: float = 1.0
    """Chance that the round closes if it is accepted, as a share."""

    @property
    def seat(self) -> bool:
        """Whether the investor takes a place on the board."""
        return self.terms == "board"


class PowerOffer(Struct, frozen=True, gc=False):
    """What a utility posts."""

    region: str
    """Region."""
    utility: str
    """Id of the utility."""
    utility_name: str
    """Its name."""
    available_kw: int
    """Can be connected at once."""
    wait_months: float
    """Expected, for a new request."""
    tariff_usd_per_kwh: float
    """Price of energy."""
    connect_kw_per_month: int
    """New load that it connects a month."""
    queue_kw: int
    """Load that waits."""
    interruptible_months: float
    """Expected wait of a load that may be cut in peaks."""
    speculative_share: float
    """Of the queue, what the utility thinks that nobody stands behind."""
    deposit_usd_per_kw: float
    """Deposit and collateral of a place in the queue, which lie there until the load is on."""
    minimum_take: float
    """Part of a contract that is paid for in any case."""
    shortage: float
    """0 while the region has power to spare, 1 when it has none."""
    headroom_kw: int
    """Of the region."""
    energy_usd_per_kwh: float
    """Price of energy on the spot market, a part of the tariff."""


class ChipView(Struct, frozen=True, gc=False):
    """What everybody knows of a chip."""

    name: str
    maker: str
    h100e: float
    facility_kw: float
    liquid: bool
    buyers: tuple[str, ...]


class ChipOffer(Struct, frozen=True, gc=False):
    """What a maker posts for one chip."""

    chip: str
    """Chip."""
    maker: str
    """Who makes it."""
    price_usd: int
    """Price of a card today."""
    supply_cards: int
    """That it can ship this month to everybody."""
    ordered_cards: int
    """On order in the whole market."""
    next_year_cards: int
    """That the maker expects to ship in the coming year."""
    bottleneck: str = "packaging"
    """What sets how much is made: packaging, logic or memory."""
    rule: str = "turn_and_earn"
    """How the maker rations."""


class ResaleOffer(Struct, frozen=True, gc=False):
    """Used cards and places in the maker's book of one chip, from all who offer."""

    chip: str
    """Chip."""
    usd: int
    """Market price of a used card, server included."""
    cards: int
    """Offered."""
    slots: int
    """Places offered."""
    cheapest: float
    """Lowest price, relative to the market's."""


class LeaseOffer(Struct, frozen=True, gc=False):
    """Capacity that a lessor posts."""

    operator: str
    """Who leases."""
    now_h100e: int
    """That runs free now."""
    built_h100e: int
    """That it would build for a contract."""
    built_months: int
    """Months until what is built would start."""
    rent_usd: float
    """Per H100e-hour."""
    cluster_h100e: int
    """Its largest cluster."""


class SiteOffer(Struct, frozen=True, gc=False):
    """A site at auction."""

    lot: str
    """Its name in bids."""
    name: str
    """As people call it."""
    region: str
    """Where it lies."""
    kw: int
    """Connected."""
    slots: int
    """Places that stand."""
    ready_months: int
    """Until it can be used."""
    reserve_usd: int
    """Least bid."""
    seller: str
    """The firm that sells or has failed; empty: outside the race."""
    cards: dict[str, int]
    """Cards that stand there, by chip."""


class Offers(Struct):
    """All offers of a turn."""

    sheets: list[TermSheet] = []
    """Term sheets."""
    power: dict[str, PowerOffer] = {}
    """By region."""
    chips: dict[str, ChipOffer] = {}
    """By chip."""
    sites: list[SiteOffer] = []
    """Sites at auction."""
    resale: dict[str, ResaleOffer] = {}
    """Used cards by chip."""
    leases: dict[str, LeaseOffer] = {}
    """By lessor."""
    turbine_kw: int = 0
    """Left of the national pool."""
    refurbished_kw: int = 0
    """Large transformers, second-hand, that are left for the whole country."""
    plant_months: dict[str, float] = {}
    """Expected time of an order by kind of plant, makers' order books counted."""
    ppa_usd_per_kwh: dict[str, float] = {}
    """Price of firm power at a fixed price, by region."""
    credit_usd: dict[str, int] = {}
    """Revolver limit by firm."""
    loan_usd: dict[str, int] = {}
    """What lenders would still commit against a firm's own cards."""
    normal_rent_usd: float = 0.0
    """The rent at which lessors earn their margin."""
    rent_usd: float = 0.0
    """The market's rent per H100e-hour."""


class ProductView(Struct, frozen=True, gc=False):
    """What everybody knows of a product that needs a fleet."""

    name: str
    fleet_h100e: int
    """That serves everybody now."""
    least_elo: float
    usd_per_year: float
    """What it would earn now if one firm alone had launched it to all."""


class OfferingView(Struct, frozen=True, gc=False):
    """A product of one's own."""

    announced: int
    launched: int
    share: float
    h100e: int
    served: float


class PublisherView(Struct, frozen=True, gc=False):
    """What a publisher posts."""

    name: str
    tokens: float
    usd_per_year: int
    exclusive: bool
    free: bool
    """Whether one could license it now."""


class DutyView(Struct, frozen=True, gc=False):
    """A law that is or comes in force."""

    name: str
    flop: float
    since: int
    review_months: float
    safety_share: float


class PactView(Struct, frozen=True, gc=False):
    """The pact on safety work."""

    share: float
    verified: bool
    members: tuple[str, ...]


class SiteView(Struct, frozen=True, gc=False):
    """A site of one's own."""

    key: str
    name: str
    region: str
    air_slots: int
    liquid_slots: int
    building_slots: int
    building_liquid: int
    grid_kw: int
    turbine_kw: int
    coming_kw: int
    """Grid and turbines that are requested."""
    soon_kw: int
    """The part of it that is expected by the time that cards ordered now would arrive."""
    soon_slots: int
    soon_liquid: int
    """The parts of the halls under construction that are expected by then."""
    cards: dict[str, int]
    coming_cards: dict[str, int]
    """Allocated, on their way."""
    ordered_cards: dict[str, int]
    """On order, not yet allocated."""
    online_h100e: int
    dark_cards: int
    homeless_cards: int
    need_kw: int
    """Of all cards that stand here."""
    planned_kw: int
    """Of all cards that stand here, are on their way or on order."""
    air_cards_kw: float
    liquid_cards_kw: float
    """The same by cooling."""
    opposition: float
    unpermitted_kw: int
    queue_kw: int
    """Waits in the utility's queue."""
    position_usd: int
    """What a buyer bids for these places; 0 while nobody does."""
    interruptible_kw: int
    """Of the grid power, what is cut in peaks."""
    plant_kw: int
    """Of the power of its own, what stands in plants and not in mobile turbines."""
    ordered_plant_kw: int
    hedged_kw: int
    """Of the grid power, what is held at a fixed price."""
    fund_usd: int
    """Left of the benefit fund."""
    suit_usd: int
    """What would settle the suit that runs; 0 if none does."""
    stopped_until: int
    """Month until which a court has stopped its turbines and works; before now if none has."""


class ProjectView(Struct, frozen=True, gc=False):
    """A hall under construction at a site of one's own."""

    key: str
    site: str
    slots: int
    liquid: bool
    stage: int
    """Counted from 1."""
    stages: int
    months_left: float
    """Expected, with everybody's building as it is now."""
    cost_left_usd: int
    paused: bool
    pause_fee_usd: int
    giant: str
    """The giant of which it is a part, or empty."""


class GiantView(Struct, frozen=True, gc=False):
    """A giant project that is not finished. Money in USD, as planned."""

    key: str
    name: str
    region: str
    lead: str
    """The firm that leads it, or empty."""
    may_lead: bool
    phases_left: int
    cost_usd: int
    """Of the next phase: buildings and power."""
    fit_out_usd: int
    """Of the next phase: what its chips will cost beside."""
    slots: int
    kw: int
    months: float
    whole_usd: int
    """Of all phases that are left, built at once."""
    whole_months: float
    pledged_usd: int
    """By others than the lead."""
    missing_usd: int
    """What partners must still pledge for the next phase."""
    mine_usd: int
    under_way: bool


class AnchorView(Struct, frozen=True, gc=False):
    """A site that a lessor builds for one."""

    key: str
    operator: str
    name: str
    h100e: int
    rent_usd: float
    due: int
    late: int
    """Months."""
    started: int
    """Month in which it was ready; -1 before."""
    may_step_in: bool
    step_in_usd: int
    prepay: float
    """Part of the cards' price that was paid in advance."""


class PlantView(Struct, frozen=True, gc=False):
    """What everybody knows of a kind of plant of one's own."""

    name: str
    least_kw: int
    """Smallest order."""
    largest_kw: int
    """Most at one site."""
    usd_per_kw: int
    """Price."""
    energy: float
    """Cost of its energy relative to the tariff at the start."""


class SourceView(Struct, frozen=True, gc=False):
    """Who sells power at a fixed price."""

    name: str
    price: float
    """Relative to firm power."""
    shape: float
    """Share that does not come when power is dear."""


class LeaseView(Struct, frozen=True, gc=False):
    operator: str
    h100e: int
    rent_usd: float
    starts: int
    ends: int
    delivered_h100e: int


class TieView(Struct, frozen=True, gc=False):
    """A tie of one's own, as both sides know it."""

    other: str
    """The firm on the other side."""
    name: str
    is_lab: bool
    """Whether oneself is the lab in it."""
    revenue_share: float
    fair_share: float
    """Revenue share that the balance of outside options would give."""
    dependence_lab: float
    """Part of the lab's compute that the backer supplies."""
    dependence_backer: float
    """Part of the backer's rents that the lab pays."""
    lab_part: float
    """The lab's part of what the tie creates."""
    trust: float
    exclusive: bool
    first_refusal: bool
    licence: bool
    licence_months: int
    """Until it runs out."""
    clause: str
    stake: float
    may_ask: bool
    """Whether the last renegotiation is long enough ago."""
    dispute: bool
    notice_months: int
    """Until the tie ends; -1 while no notice is given."""


class StartupView(Struct, frozen=True, gc=False):
    """A small lab that can be taken over."""

    key: str
    name: str
    people: int
    ask_usd: int
    gain_elo: float
    """What its people would teach one's own."""


class PartnerView(Struct, frozen=True, gc=False):
    """Who would design one's own chip, and on what terms."""

    key: str
    name: str
    usd_per_quarter: int
    """For its usual pace."""
    months: float
    """Mean time to a tape-out."""
    respin: float
    """Chance that the first fails."""
    break_even_cards: int
    """Beyond which it pays, at the usual pace; 0: never."""


class SiliconView(Struct, frozen=True, gc=False):
    """One's own chip: what it will be, how far it is, and who could make it."""

    chip: str
    """What it will be."""
    partner: str
    """Who designs it; empty before the start."""
    usd_per_quarter: int
    """What is paid."""
    done: float
    """From 0 to 1, as far as one knows."""
    respins: int
    """Failed tape-outs."""
    ready: int
    """First month of volume; -1 while that is not known."""
    partners: tuple[PartnerView, ...]
    """Who would do it."""


class CycleView(Struct, frozen=True, gc=False):
    """What a lessor decides its capacity by. Turns are those of the level."""

    rent_expected: float
    """Relative to the normal rent."""
    supply_line: float
    """Weight that it gives to what is under way."""
    gain: float
    """Rise of the capacity it wants per rise of the expected rent."""
    replacement: float
    """Of its capacity, what it orders each turn in any case: replacement and expected growth."""
    normal_line: float
    """Turns of that which are under way in normal times."""
    adjust_turns: float
    """Time in which it closes a gap."""


class OwnView(Struct, frozen=True, gc=False):
    """One's own firm, exactly. Money in USD, flows per month."""

    key: str
    name: str
    is_lab: bool
    is_cloud: bool
    is_division: bool
    independent: bool
    alive: bool
    cash_usd: int
    debt_usd: int
    credit_usd: int
    valuation_usd: int
    founders_share: float
    votes: float
    """Founders and those who vote with them; below one half a board may veto."""
    watcher: str
    """Who may veto orders: an investor, "shareholders", or nobody (empty)."""
    loans_usd: int
    """Of the debt, what is owed on loans against cards."""
    loan_room_usd: int
    """What lenders would still commit against own cards."""
    fleet_value_usd: int
    """What a lender could sell the running own cards for."""
    dscr: float
    """Market rent of the own cards that run, less power, over interest and principal; 99 without loans."""
    breach: str
    """The covenant that is broken: "service", "value", "cash", or none (empty)."""
    tender_months: int
    """Months since the last sale of staff shares."""
    affiliate_usd: int
    """Most that the affiliate's shareholders may be asked to invest."""
    strain: float
    """Patience of a division's shareholders used up by guidance; at 1 they cut."""
    grant_usd: int
    """What a division's parent gives a quarter, as things stand; 0 without a parent."""
    request_most_usd: int
    """The largest request that its parent looks at."""
    review_months: int
    """Months that a request has until its review."""
    request_usd: int
    """Given beyond the grant, and under review."""
    request_due: int
    """Month of the review; -1 while nothing is under review."""
    request_goal_usd: float
    """Run-rate promised for the review."""
    kept_back_usd: int
    """What later grants are still to be cut by."""
    belief: float
    """How far the parent believes promises."""
    burn_usd: float
    """Monthly cost beyond revenue, purchases not counted."""
    committed_usd: int
    """What halls under construction and cards on order will still cost."""
    runway_months: float
    """Months until what is not committed is used up."""
    revenue_usd: int
    run_rate_usd: float
    growth: float
    months_since_round: int
    staff: int
    founders: int
    left: int
    joined: int
    """People who left and who came in the last month."""
    mood: float
    """Morale; 0 is the usual, below it shocks are not forgotten yet."""
    appeal: float
    """What the firm offers its people, less the field's mean, and less what it was at the opening."""
    trust: float
    arena_elo: float
    true_elo: float
    free_tier: float
    price_level: float
    hiring: float
    pay: float
    campaign: float
    guidance: int
    sublease: float
    colocate: float
    safety: float
    synthetic: float
    credibility: float
    """How far the public believes what it says; 1 is usual."""
    promised_due: int
    """Month by which it has promised the best model; -1 for none."""
    releasing: int
    """Month in which a release comes out whose tests or review are under way; -1 for none."""
    opens: bool
    """Whether its current model can be downloaded."""
    safety_elo: float
    """Rating up to which its safety work holds a model."""
    hazard: float
    """Chance of an incident this month."""
    price_power: float
    tokens: float
    """Different usable tokens."""
    offerings: dict[str, OfferingView]
    in_pact: bool
    products_h100e: int
    subleased_h100e: int
    owned_h100e: int
    online_h100e: int
    leased_h100e: int
    leased_out_h100e: int
    idle_h100e: int
    usable_h100e: int
    paid_h100e: int
    free_h100e: int
    run_h100e: int
    research_h100e: int
    largest_cluster_h100e: int
    consumers: int
    seats: int
    served: float
    free_served: float
    binding: str
    run_name: str
    run_ends: int
    run_flop: float
    held_elo: float
    """Expected rating of a finished model; 0 if there is none."""
    held_name: str
    held_wait: int
    """Months until it can be released."""
    post_gain: float
    """What a release of the current model would add."""
    months_since_release: int
    largest_flop: float
    data_flop: float
    """Compute beyond which a run is short of data."""
    makers: tuple[str, ...]
    build_months: float
    exclusive_partner: str
    affiliate: str
    affiliate_opposition: float
    """Of the affiliate's shareholders; at 1 they sue."""
    affiliate_h100e: int
    """Cards that the affiliate could lend."""
    capex_usd_per_year: float
    divertible: dict[str, int]
    """By chip, what the affiliate has coming and its shareholders would let go."""
    portable: dict[str, int]
    """By landlord, leased H100e that could move to its own chips."""
    silicon: SiliconView | None
    """One's own chip, if one can have one."""
    initiative: int


class RivalView(Struct, frozen=True, gc=False):
    """A rival as the public sees it: claims and estimates."""

    key: str
    name: str
    alive: bool
    seat: bool
    valuation_usd: int
    arena_elo: float
    h100e: int
    cash_usd: int
    run_rate_usd: float
    consumers: int
    staff: int
    founders: int
    coming_elo: float
    """Of a finished model of which the press has told; 0 if it knows of none."""


class NeighbourView(Struct, frozen=True, gc=False):
    """A site of the region as everybody there knows it."""

    key: str
    name: str
    firm: str
    used_kw: int
    """Load that runs."""
    unpermitted_kw: int
    """Turbines without a permit."""
    opposition: float
    fund_usd: int
    """Left of the benefit fund."""
    offered_usd: int
    """Fund that is offered and not accepted."""


class RoleView(Struct, frozen=True, gc=False):
    """What a utility, residents or a regulator see of their region."""

    kind: str
    utility: str
    sites: tuple[NeighbourView, ...]
    queue_kw: int
    """Load that waits."""
    speculative_share: float
    """Of it, what nobody stands behind."""
    shortage: float
    """0 while plants suffice, 1 when none is spare."""
    bills: float
    """A household's, relative to the start."""
    tariff: float
    """Large loads', relative to the start."""
    stranded_usd: int
    """Wires built for nobody."""
    households_pay: float
    """Their part of them."""
    deposit_usd_per_kw: int
    minimum_take: float
    collateral_months: float
    """The terms in force."""
    filed: bool
    """Whether other terms are filed."""
    strictness: float
    permit_speed: float
    """The region's permits, relative to the start."""
    deposit_step: int
    take_step: float
    take_most: float
    collateral_step: float
    """Usual steps of a filing, and the most that is allowed."""
    aim: float
    """What its role has reached in the last month, 0 to 100."""


class View(Struct, frozen=True, gc=False):
    """Everything one firm can see at the start of a turn."""

    month: int
    turn: int
    months_per_turn: int
    last_month: int
    calendar: str
    """"2024-10": the month in which the turn's acts are carried out."""
    me: OwnView
    sites: dict[str, SiteView]
    projects: tuple[ProjectView, ...]
    giants: dict[str, GiantView]
    cycle: CycleView | None
    """Of a lessor."""
    anchors: tuple[AnchorView, ...]
    leases: tuple[LeaseView, ...]
    ties: tuple[TieView, ...]
    startups: tuple[StartupView, ...]
    block_chance: float
    """That authorities would stop one's next take-over."""
    rivals: Rivals
    chips: dict[str, ChipView]
    offers: Offers
    products: dict[str, ProductView]
    publishers: dict[str, PublisherView]
    duties: dict[str, DutyView]
    stringency: float
    pact: PactView | None
    pact_checks: float
    """Monthly chance that verification finds who breaks a pact."""
    pact_rumours: float
    """The same without verification."""
    news: tuple[News, ...]
    sentiment: float
    pool_usd: float
    build_cost_usd_per_slot: int
    hall_kw_per_slot: float
    integration: float
    """Server and network per dollar of card."""
    worth_usd: dict[str, int]
    """By chip one's own estimate of what a card is worth, where firms estimate it."""
    worth_spread_usd: dict[str, int]
    """How far it may be off."""
    rent_usd: float
    role: RoleView | None
    """What those see who are no firm; None for a firm."""
    plants: dict[str, PlantView]
    """Kinds of plants on sale."""
    sources: dict[str, SourceView]
    """Who sells power at a fixed price."""
    ppa_months: int
    """Shortest term of power at a fixed price."""
    ppa_most_kw: int
    """Largest contract of it."""
    owner_cost_usd: float
    """What an H100e-hour costs its owner at present prices."""
    hours_per_month: float
    inference_h100e_per_billion: float
    free_h100e_per_million: float
