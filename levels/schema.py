"""The types of a level: what a world holds at its start and the parameters of its rules.

Facts of a world only, no behaviour. Each field whose type carries a unit (`levels.units`) needs a fact id
or an assumption with a range beside its value; `levels.loader` checks the provenance and keeps it by path.
"""

from typing import Literal

from msgspec import Struct, field

from levels.rules import Rules
from levels.teaching import Lesson
from levels.units import (
    Cards,
    CardsPerMonth,
    Count,
    Degrees,
    Elo,
    Flop,
    H100e,
    Kw,
    KwPerCard,
    Month,
    Months,
    MonthsInt,
    Observed,
    People,
    Rate,
    Ratio,
    Seats,
    Share,
    Stacks,
    Tokens,
    Usd,
    UsdPerHour,
    UsdPerKw,
    UsdPerKwh,
    Users,
    Wafers,
    YearlyRate,
)

Cooling = Literal["air", "liquid"]
Colour = Literal["sky", "green", "amber", "vermilion", "yellow", "pink", "violet", "silver", "blue", "sand"]
"""Names of a palette that colour-blind people can tell apart; the faces know its shades."""


AllocationRule = Literal["proportional", "uniform", "turn_and_earn", "first_come", "auction"]


class _Record(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all level types: frozen, named fields only, unknown fields refused."""


class Chip(_Record, frozen=True, kw_only=True):
    """One accelerator as a buyer sees it."""

    name: str
    maker: str
    h100e: Ratio
    """Dense 8-bit peak in H100 equivalents."""
    facility_kw: KwPerCard
    """Power at the meter per card: server, network and cooling included."""
    cards_per_wafer: Ratio
    """Good candidates per CoWoS wafer before yield."""
    cards_per_logic_wafer: Ratio
    """Good cards' worth of dies per wafer of the foundry's newest logic."""
    hbm_stacks: Stacks
    """Memory stacks per card."""
    price_usd: Usd
    """List price of a card when orders equal supply."""
    available: Month
    """First month in which the maker ships it; of a firm's own chip the earliest that its plan allows."""
    ramp_months: MonthsInt
    """Months from the first shipment until it takes the maker's whole capacity of its line."""
    retires: Month | None = None
    """Month in which the maker stops making it."""
    cooling: Cooling
    buyers: list[str] = []
    """Who may buy it; empty: anybody."""


class Chipmaker(_Record, frozen=True, kw_only=True):
    """A designer of accelerators that sells what its foundry and memory makers let it build."""

    name: str
    foundry: str
    wafer_share: Share
    """Share of the foundry's advanced packaging."""
    rule: AllocationRule
    """How it rations a shortage; events may change it."""
    outside_orders: CardsPerMonth
    """H100e a month that buyers outside the level's firms order at the start."""
    loyalty: dict[str, Share] = {}
    """Share of its last deliveries by firm, for `turn_and_earn`."""


class WaferPoint(_Record, frozen=True, kw_only=True):
    month: Month
    wafers: Wafers


class StackPoint(_Record, frozen=True, kw_only=True):
    month: Month
    stacks: Stacks


class Foundry(_Record, frozen=True, kw_only=True):
    """A foundry: advanced packaging (CoWoS) and logic for accelerators that it has committed to, month by month."""

    name: str
    committed: list[WaferPoint]
    logic: list[WaferPoint] = []
    """Wafers of logic; empty: enough for whatever is packaged."""


class MemoryMaker(_Record, frozen=True, kw_only=True):
    """A maker of HBM."""

    name: str
    stacks_per_month: Stacks
    committed: list[StackPoint] = []
    """What it has committed to after the start."""


class Utility(_Record, frozen=True, kw_only=True):
    """Who connects a region's large loads."""

    name: str
    available_kw: Kw
    """Can be connected at once to a new or existing site."""
    connect_kw_per_year: Kw
    """New large load that it energises in a year."""
    queue_kw: Kw
    """Load of others that waits in its queue at the start."""
    permit_hazard: Ratio
    """Factor on the hazard that unpermitted turbines are blocked."""
    speculative: Share
    """Of its queue at the start, what no tenant stands behind."""
    headroom_kw: Kw
    """Plants beyond the region's peak at the start."""
    supply_kw_per_year: Kw
    """New supply for large loads that its region adds in a year."""
    households: Users
    """That pay its bills."""
    peaks: list[int] = []
    """Months of the year in which interruptible loads are cut."""


class Region(_Record, frozen=True, kw_only=True):
    name: str
    state: str
    longitude: Degrees
    latitude: Degrees
    utility: str
    tariff_usd_per_kwh: UsdPerKwh


class GiantPhase(_Record, frozen=True, kw_only=True):
    """A part of a giant project that can be built for itself."""

    cost_usd: Usd
    """Buildings and power, as planned."""
    fit_out_usd: Usd
    """What its chips will cost beside; partners must pledge for it too."""
    slots: Cards
    """Liquid-cooled places."""
    kw: Kw
    """Power that comes with it."""
    months: MonthsInt
    """Planned time."""


class Giant(_Record, frozen=True, kw_only=True):
    """A project too large for an order of a hall: phases, and partners where one firm cannot carry it."""

    name: str
    region: str
    leads: list[str]
    """Firms that may lead it."""
    lead_most: Share
    """Most of its cost that the lead may carry; 1: it needs no partners."""
    phases: list[GiantPhase]
    site: str | None = None
    """The lead's site where it stands; absent: a new one."""


class TenantPoint(_Record, frozen=True, kw_only=True):
    """What tenants outside the level's firms want to rent at the normal rent from a month on."""

    month: Month
    h100e: H100e


class Plant(_Record, frozen=True, kw_only=True):
    """An old load that may come up for sale with its connection: a mine, a smelter, a factory, a small data centre."""

    name: str
    region: str
    kw: Kw
    """Connected."""
    slots: Cards
    """Air-cooled places that stand there."""
    ready_months: MonthsInt
    """Time to clear it."""


class Generator(_Record, frozen=True, kw_only=True):
    """A way to make or buy power of one's own at a site, permit included."""

    name: str
    months_low: Months
    months_high: Months
    """From the order to power, while makers are not behind; drawn evenly."""
    kw_per_year: Kw
    """What makers deliver in a year: what is on order beyond it waits for its slot."""
    least_kw: Kw
    largest_kw: Kw
    """Bounds of one order."""
    usd_per_kw: UsdPerKw
    slot_deposit: Share
    """Of the price, what holds the slot; the rest is due at delivery, the deposit is lost on leaving."""
    energy: Ratio
    """Cost of its energy relative to the region's tariff at the start."""
    opposition: Ratio
    """What neighbours hold against it, relative to unpermitted turbines of the same power."""
    trust: Share
    """Trust that signing it earns: a promise that is slow, dear and clean."""


class PowerSource(_Record, frozen=True, kw_only=True):
    """Who stands behind a contract for power at a fixed price."""

    name: str
    price: Ratio
    """Its price relative to that of firm power."""
    shape: Share
    """Of what is contracted, what does not come when power is dear: the shape risk."""
    trust: Share
    """Trust that signing 100 MW earns."""
    start_months: MonthsInt
    """From signing to the first month that is settled."""


class Promise(_Record, frozen=True, kw_only=True):
    """Power that a utility has promised to a site before the level starts."""

    site: str
    kw: Kw
    earliest: Month
    latest: Month
    """The month is drawn evenly between the two."""


class Project(_Record, frozen=True, kw_only=True):
    """A hall that is under construction when the level starts."""

    site: str
    slots: Cards
    month: Month
    """When it is planned to be finished."""
    cooling: Cooling | None = None
    """Absent: as the site's other halls."""


class Arrival(_Record, frozen=True, kw_only=True):
    """Cards that are ordered and paid for when the level starts."""

    site: str
    chip: str
    cards: Cards
    month: Month


class Booking(_Record, frozen=True, kw_only=True):
    """Cards that are on order, not yet allocated, when the level starts."""

    firm: str
    chip: str
    site: str
    cards: Cards
    placed: Month
    """When they were ordered."""


class Site(_Record, frozen=True, kw_only=True):
    """A campus of one firm in one region at the start."""

    name: str
    firm: str
    region: str
    cooling: Cooling
    slots: Cards
    """Places in finished halls, each made for `rules.building.kw_per_slot`; a card takes its power's worth of them."""
    grid_kw: Kw
    turbine_kw: Kw
    """On-site gas turbines, not yet permitted."""
    joined: Cards | None = None
    """Places that one network joins to the largest cluster; absent: all."""
    cards: dict[str, Cards] = {}
    longitude: Degrees | None = None
    latitude: Degrees | None = None


class UnderWay(_Record, frozen=True, kw_only=True):
    """A training run that a lab has begun before the level starts."""

    ends: Month
    """Its last month."""
    share: Share
    """Of the lab's compute."""
    flop: Flop
    """Gathered so far."""


class Lab(_Record, frozen=True, kw_only=True):
    """What makes a firm a lab: its model, its people's know-how and its customers at the start."""

    true_elo: Elo
    arena_elo: Elo
    largest_training_flop: Flop
    skill_elo: Elo
    """Persistent skill of its people and process, beside compute and algorithms."""
    run_rate_usd: Usd
    """Yearly revenue at the pace of the last month."""
    growth_12_months: Ratio
    """Run-rate over that of twelve months ago."""
    consumers: Users
    """Monthly active."""
    enterprise_seats: Seats
    data_tokens: Tokens
    """Stock of different usable tokens; runs read them more than once."""
    safety_elo: Elo | None = None
    """Rating up to which its safety work holds a model; absent: the rating of its own."""
    distribution: Share = 0.0
    """Share of all users that its own channels win over each month, defaults and built-in places."""
    open_weights: bool = False
    """Whether its current model can be downloaded, and it means to go on so."""
    price_level: Ratio
    """Its price relative to the market's."""
    free_tier: Share
    """Share of unpaid demand that it is willing to serve."""
    mission: Share = 0.5
    """What people see in its work beside pay and success."""
    founders: People = 0
    """Founding people who are still there."""
    launched: Month
    """Month of the release of its current best model."""
    run: UnderWay | None = None


class Grant(_Record, frozen=True, kw_only=True):
    """The parent's money for its AI division: a yearly budget, paid each quarter."""

    parent: str
    capex_usd_per_year: Usd
    """The whole company's capital spending."""
    ai_share: Share
    lab_share: Share
    """Of AI capital spending, what its lab gets."""
    core_cash_flow_usd: Usd
    """Yearly operating cash flow of the parent's core business."""


class Cloud(_Record, frozen=True, kw_only=True):
    """What makes a firm a lessor: capacity that it rents out, and its appetite to grow."""

    core_share: Share
    """Share of its powered fleet that its own core business and small customers use."""
    capex_usd_per_year: Usd
    """Capital spending on AI at the start."""
    core_cash_flow_usd: Usd
    """Yearly operating cash flow that backs it."""
    rents_out: bool
    """Whether other firms may lease from it."""
    supply_line: Share
    """Weight that it gives to what it has under way when it orders more; 0 forgets it, 1 counts all."""


class Affiliate(_Record, frozen=True, kw_only=True):
    """A firm under the same control as a lab: it can lend cards and data until its shareholders object."""

    of: str
    lendable: Share
    """Share of its cards that it can lend."""
    opposition: Ratio
    """Growth of its shareholders' opposition per share of fleet lent and month; at 1 they sue and it takes back."""
    tolerated: Share
    """Share of the fleet lent at which opposition neither grows nor fades."""
    after_suit: Share
    """Opposition that is left after a suit."""
    suit_usd: Usd = 0
    """What a suit costs the lab."""
    suit_trust: Share = 0.0
    """Public trust that a suit costs the lab."""
    data_tokens: Tokens = 0.0
    """Training data of its own that the lab does not have yet."""
    data_part: Share = 0.0
    """Of what is left, what one transfer brings."""
    data_opposition: Ratio = 0.0
    """Opposition that a transfer of data adds."""
    team: People = 0
    """People who move at once."""
    team_opposition: Ratio = 0.0
    """Opposition that a transfer of people adds."""
    invest_usd: Usd = 0
    """Most that its shareholders may be asked to put into the lab, once."""


class Shell(_Record, frozen=True, kw_only=True):
    """A firm whose people were taken over: who left stays counted until absorbed."""

    owner: str
    absorbed_per_month: Share
    taken: Month | None = None
    """Month of the take-over, which authorities remember."""


class Startup(_Record, frozen=True, kw_only=True):
    """A small lab that can be taken over."""

    name: str
    people: People
    skill_elo: Elo
    """What its people know, on the labs' scale of skill."""


class Node(_Record, frozen=True, kw_only=True):
    """A process of a foundry on which own chips are designed."""

    name: str
    available: Month
    """First month of volume; nothing on it comes sooner."""


class DesignPartner(_Record, frozen=True, kw_only=True):
    """Who designs chips for others."""

    name: str
    usd_per_quarter: Usd
    """What it asks for its usual pace."""
    months: Months
    """Mean time from start to tape-out at that pace."""
    respin: Share
    """Chance that a first tape-out fails."""
    margin: Share
    """Its part on top of each card's cost."""


class Begun(_Record, frozen=True, kw_only=True):
    """An own chip that is being designed when the level starts."""

    partner: str
    usd_per_quarter: Usd
    done: Share
    """Of its work."""


class Silicon(_Record, frozen=True, kw_only=True):
    """What makes a firm one that can have a chip of its own."""

    chip: str
    node: str
    begun: Begun | None = None


class Buyer(_Record, frozen=True, kw_only=True):
    """A large firm outside the race that takes advanced packaging for its own chips."""

    foundry: str
    wafer_share: Share
    """Of the foundry's packaging; what is left is shared by the chip makers."""


class Role(_Record, frozen=True, kw_only=True):
    """A part that is no firm's: it decides by orders of its own kind, in the region of a utility."""

    kind: Literal["utility", "residents", "regulator"]
    utility: str


class Firm(_Record, frozen=True, kw_only=True):
    """A firm of the level. Its parts say its roles: a `lab` competes, a `cloud` leases, and so on."""

    name: str
    short: str
    colour: Colour
    steerable: bool = False
    independent: bool = False
    """Takes no money from large technology firms."""
    chips_from: list[str] = []
    """Makers in order of preference."""
    export_limited: bool = False
    """Stands where controlled chips may not be sold (`rules.chips.export_h100e`)."""
    build_months: Months
    """Time it takes this firm to build a hall without crash or congestion."""
    cash_usd: Usd
    debt_usd: Usd
    post_money_usd: Usd
    """Last valuation; of a division, what the formula of a private firm would give."""
    founders_share: Share
    """Of equity: founders and staff together."""
    allied_share: Share = 0.0
    """Of equity: investors who vote with them."""
    staff: People
    attrition: Rate
    trust: Share
    mind: str = "steady"
    """How it decides when no person steers it: a personality, a strength and a personality (`analyst/merchant`), a
    strength alone, or a mind of its own."""
    personality: str = ""
    """The style in which it plays when only a strength is asked for; empty: that of `mind`, else the first of the
    level."""
    lab: Lab | None = None
    grant: Grant | None = None
    cloud: Cloud | None = None
    affiliate: Affiliate | None = None
    shell: Shell | None = None
    buyer: Buyer | None = None
    silicon: Silicon | None = None
    role: Role | None = None
    par: dict[str, list[float]] = {}
    """Score components of the strongest mind from this start (made by `par`), the handicap: a value for each of the
    level's `par_months`."""


class Lease(_Record, frozen=True, kw_only=True):
    """Cards of one firm that another uses."""

    operator: str
    user: str
    h100e: H100e
    cluster_h100e: H100e
    """Largest part that stands in one cluster."""
    rent_usd: UsdPerHour
    start: Month
    months: MonthsInt
    """Term from the start, or from the level's start if that is later."""


class Tie(_Record, frozen=True, kw_only=True):
    """A contract between a lab and its backer."""

    lab: str
    partner: str
    revenue_share: Share
    """Of the lab's revenue, paid to the partner."""
    exclusive: bool
    """The lab may lease only from the partner's operator."""
    operator: str
    """The partner's firm that owns the cards."""
    waiver_revenue_share: Share
    """Added to the revenue share when the partner waives exclusivity."""
    licence: bool
    """The partner may use the lab's models; ends if AGI is declared and accepted."""
    licence_ends: Month | None = None
    """Month in which the licence runs out; absent: never."""
    stake: Share = 0.0
    """Part of the lab's shares that the partner holds."""
    overlap: Share = 0.0
    """How far both sell the same to the same customers."""
    clause: Literal["none", "panel", "ambiguous"] = "none"
    """Who says whether AGI is reached: a panel, or nobody that the contract names."""
    trust: Share = 0.5
    """Between the two, at the start."""
    first_refusal: bool = False
    """The operator may take a lab's new lease at the same terms."""


class Investor(_Record, frozen=True, kw_only=True):
    """Capital for private firms."""

    name: str
    kind: Literal["venture", "sovereign", "strategic"]
    usd_per_quarter: Usd
    """Most that it places in a quarter."""
    valuation_factor: Ratio
    """Its price relative to the formula's."""
    largest_share: Share
    """Most of a firm that it buys in one round."""
    terms: list[Literal["clean", "milestone", "board"]] = field(default_factory=lambda: ["clean"])
    """Kinds of sheets that it writes."""
    drop_out: Share = 0.0
    """Chance that it leaves a round that it has joined."""
    firm: str | None = None
    """The firm behind strategic money."""
    backs: list[str] = []
    """Firms it looks at; empty: all."""
    woos: list[str] = []
    """Firms it would back if they gave up their independence."""


class Bank(_Record, frozen=True, kw_only=True):
    """A lender of revolving credit."""

    name: str
    revolver_cap_usd: Usd
    """Most that it lends to one firm."""


class TermSheet(_Record, frozen=True, kw_only=True):
    """An offer of equity that lies on the table when the level starts."""

    investor: str
    firm: str
    pre_money_usd: Usd
    amount_usd: Usd
    terms: Literal["clean", "milestone", "board"] = "clean"


class Committed(_Record, frozen=True, kw_only=True):
    """A claim made before the start that is checked later."""

    firm: str
    kind: Literal["h100e_online", "best_model"]
    amount: H100e
    month: Month
    """When it was promised for."""


class Product(_Record, frozen=True, kw_only=True):
    """Something that a model can do for everybody, once there is a fleet to serve it."""

    name: str
    fleet_h100e: H100e
    """That serves everybody at the peak, at the level's start."""
    efficiency: YearlyRate
    """Yearly fall of that need."""
    least_elo: Elo
    """True rating of a model that can do it."""
    appeal_elo: Elo
    """What a launch to all adds to a lab's rating in users' eyes."""
    usd_per_year: Usd
    """What it earns, launched to all, while the field is as large as at the start."""


class Announced(_Record, frozen=True, kw_only=True):
    """A product that a lab has shown before the start and not shipped."""

    firm: str
    product: str
    month: Month


class Publisher(_Record, frozen=True, kw_only=True):
    """An owner of text and pictures that licenses them for training."""

    name: str
    tokens: Tokens
    """Their worth in different usable tokens."""
    usd_per_year: Usd
    """Its price, or the least bid if only one may have it."""
    exclusive: bool = False
    """Sold by auction to the highest bidder, at the second bid."""


class Duty(_Record, frozen=True, kw_only=True):
    """A law on models trained with more than so much compute."""

    name: str
    flop: Flop
    run_usd: Usd = 0
    """It also asks that the run has cost as much, at the market's rent."""
    since: Month
    chance: Share
    """That it comes into force, drawn for each game."""
    review_weeks: Ratio
    """From the finished model to its release, at a stringency of one."""
    filing_usd: Usd
    """Cost of each release."""
    audit: Rate
    fine_usd: Usd
    safety_share: Share
    """Of research compute, the safety work that it demands."""


class Event(_Record, frozen=True, kw_only=True):
    """Something that happens to the world, on a date or by chance.

    `text` is the key of its news line. With `month` it is scheduled, with `hazard` drawn each month.
    """

    text: str
    month: Month | None = None
    hazard: Rate | None = None
    firm: str | None = None
    """Whom it hits; none: the world. With a hazard and "any": a firm drawn among the labs."""
    effect: Literal[
        "news",
        "staff_loss",
        "sentiment",
        "supply",
        "rents",
        "trust",
        "skill",
        "morale",
        "tie",
        "tie_mended",
        "export",
        "rule",
    ]
    size: Ratio = 0.0
    """Loss as a share (staff, trust), fall of sentiment, cut of supply, closed part of controlled markets, Elo, morale,
    or trust between a lab and its partners."""
    after: str | None = None
    """Event that must have happened before."""
    once: bool = False
    """Whether it happens no more than once."""
    months: MonthsInt = 0
    """How long a cut of supply or an export control lasts."""
    maker: str = ""
    """Of a new rule: whose."""
    rule: AllocationRule = "turn_and_earn"
    """How that maker rations from now on."""


class Observation(_Record, frozen=True, kw_only=True):
    """What was observed of a series."""

    month: Month
    value: Observed


class History(_Record, frozen=True, kw_only=True):
    """A series of the known past, to compare the model with; it decides nothing in a race."""

    series: str
    """Name of what is read from a race (`game.lab.series`)."""
    of: str = ""
    """The firm or maker that it is about."""
    factor: Ratio
    """What a unit of the model's figure is in the unit of the observations."""
    plus: Observed | None = None
    """What the observations hold beside the model's figure."""
    months: int = 1
    """Months up to an observation that are summed; 1: the figure of the month."""
    points: list[Observation]


class Style(_Record, frozen=True, kw_only=True):
    """How a mind plays: a personality as data. Shares are of what it could do."""

    runway_months: Months
    """It raises money below this."""
    raise_share: Share
    """Share of the firm it sells in a round."""
    chip_appetite: Ratio
    """Share of free money that it puts into cards a turn."""
    headroom: Ratio
    """Power and halls it builds ahead of need."""
    haste: Share
    """Part of places and power not yet in time for which it orders cards all the same."""
    time_value: Share
    """Part of the worth of time that it bids for an energised site."""
    turbine_share: Share
    """Part of a power gap it closes with turbines."""
    interruptible: Share
    """Part of a request to the grid that it lets be cut in peaks, to be sooner."""
    plant_share: Share
    """Part of its growth for which it orders plants of its own."""
    ppa_share: Share
    """Part of its grid power that it holds at a fixed price."""
    good_neighbour: Share
    """Readiness to pay neighbours before they sue."""
    own_chip: Share = 0.0
    """Part of the cards that it will need for which it reckons with a chip of its own."""
    lease_appetite: Ratio
    """Compute that it leases, as a share of what the next year will need."""
    run_months: MonthsInt
    run_share: Share
    """Of its compute, what a training run gets."""
    free_tier: Share
    price_level: Ratio
    hiring: Rate
    pay: Ratio = 1.0
    """Level of pay, times the market's."""
    poaching: Share = 0.0
    """Readiness to hire seniors of better labs away."""
    takeovers: Share = 0.0
    """Part of its free cash that it would pay for a small lab."""
    bargaining: Share = 0.0
    """Part of what outside options would give at which it asks a partner for better terms; 0: never."""
    campaign: Share = 0.0
    """Its sales campaign among executives."""
    claims: Share
    """Readiness to announce ahead of truth."""
    debt_share: Share
    """Part of the revolver it is ready to use."""
    leverage: Share
    """Part of its running cards' value that it is ready to owe."""
    control: Ratio
    """What it gives up in price to keep its board: 1 is as much as investors pay for it."""
    guidance: Share
    """A division asks for more while less than this of its shareholders' patience is used up."""
    safety: Share
    """Of its research compute, what safety work gets."""
    variants: Count
    """Private variants that it tests before a release that matters."""
    synthetic: Share
    """Of its research compute, what writes text when data is short."""
    data_appetite: Share
    """Of a year's revenue and cash, what it would pay a publisher in a year."""
    promises: Share
    """Readiness to promise the best model by a date."""
    lobby: Share
    """Of free cash, what it spends against rules that bind it."""


class Goal(_Record, frozen=True, kw_only=True):
    """What the seats are judged by in place of the score of five components."""

    of: str
    """A word of `levels.words.GOALS`."""
    least: bool = False
    """The smallest wins."""
    target: float | None = None
    """Reached by a seat: it earns the ribbon "goal". In the unit of the goal."""


class Arm(_Record, frozen=True, kw_only=True):
    """One variant of a level that a claim plays."""

    sets: list[str] = []
    """`PATH=VALUE`, as for `--set`."""
    mind: str | None = None
    """The mind of all labs; absent: the level's own."""
    minds: dict[str, str] = {}
    """The mind of single firms, over `mind`."""
    months: int | None = None


class InShare(_Record, frozen=True, kw_only=True):
    """In at least and at most such a share of seeds holds: arm op factor * than + margin."""

    arm: str
    op: Literal["<", "<=", ">", ">="]
    than: str | None = None
    """The arm to compare with, on the same seed; absent: `margin` alone."""
    factor: float = 1.0
    margin: float = 0.0
    """In the unit of the measure."""
    least: float = 0.0
    most: float = 1.0


class InMean(_Record, frozen=True, kw_only=True):
    """The mean over the seeds lies between two bounds, ends included."""

    arm: str
    than: str | None = None
    """An arm whose mean is taken off; absent: the mean itself."""
    ratio: bool = False
    """Over the mean of `than`, in place of less it."""
    low: float | None = None
    high: float | None = None


class Shown(_Record, frozen=True, kw_only=True):
    """A claim: something the level shows, as a check over many seeds. Its words are `TEXT-shows-NAME`."""

    measure: str
    """A word of `levels.words.MEASURES`."""
    firm: str | None = None
    """Whose; absent: the level's first seat."""
    arms: dict[str, Arm]
    share: InShare | None = None
    mean: InMean | None = None
    source: str = ""
    """Where the claim comes from."""
    because: str = ""
    """Why it is not the claim of its source, if it was changed."""


class Step(_Record, frozen=True, kw_only=True):
    """One step of a level that teaches by doing. Its words stand under `levels.texts.guide_key`.

    A step ends when what it waits for has happened: the player has read it, opened a desk, planned an order (of a
    kind), or ended the turn. A turn that ends ends every step before the next `ended` too.
    """

    name: str
    at: Literal["gauges", "map", "chart", "board", "news", "desk", "plan", "end", "figures"]
    """The part of the board that it points at."""
    until: Literal["read", "opened", "planned", "ended"] = "read"
    what: str = ""
    """The desk to open, or the kind of order to plan (empty: any)."""


Course = Literal[
    "economics", "energy policy", "AI governance", "systems thinking", "operations", "computational social science"
]


class Level(_Record, frozen=True, kw_only=True):
    """A world: everything a race starts from. `months` counts from the opening, which is month 0.

    `text` is the key of its description; with endings it is that of its objective, its info sections and its claims
    (`levels.texts`).
    """

    format: Literal[1]
    title: str
    text: str
    minutes: int = 90
    """Time that a game takes a person."""
    courses: list[Course] = []
    orders: list[str] = []
    """Kinds of orders that the firms of its seats may give (`levels.words.ORDERS`); empty: all."""
    goal: Goal | None = None
    """Absent: the score of five components against par."""
    shows: dict[str, Shown] = {}
    guide: list[Step] = []
    """What leads a newcomer through the first turns."""
    lesson: Lesson | None = None
    """What a teacher's plan and an assessment sheet are printed from; absent: neither is."""
    start: Month
    months: int
    months_per_turn: int
    par_months: list[int] = []
    """Months played for which pars are told, rising; between two of them par lies on the line."""
    seats: list[str]
    """Firms a person may steer."""
    rules: Rules
    chips: dict[str, Chip]
    makers: dict[str, Chipmaker]
    foundries: dict[str, Foundry]
    nodes: dict[str, Node] = {}
    partners: dict[str, DesignPartner] = {}
    memory: dict[str, MemoryMaker]
    regions: dict[str, Region]
    utilities: dict[str, Utility]
    generators: dict[str, Generator] = {}
    sources: dict[str, PowerSource] = {}
    firms: dict[str, Firm]
    sites: dict[str, Site]
    tenants: list[TenantPoint] = []
    """Demand of outside tenants, straight lines between; absent: it is part of each cloud's core."""
    giants: dict[str, Giant] = {}
    plants: dict[str, Plant] = {}
    site_auction: Literal["second_price", "uniform"] = "second_price"
    """What the winner of a site pays: the second bid, or one price per kilowatt for all of a turn."""
    investors: dict[str, Investor]
    banks: dict[str, Bank]
    styles: dict[str, Style]
    leases: list[Lease] = []
    ties: list[Tie] = []
    term_sheets: list[TermSheet] = []
    promises: list[Promise] = []
    projects: list[Project] = []
    arrivals: list[Arrival] = []
    bookings: list[Booking] = []
    claims: list[Committed] = []
    startups: dict[str, Startup] = field(default_factory=dict)
    products: dict[str, Product] = {}
    announced: list[Announced] = []
    publishers: dict[str, Publisher] = {}
    duties: dict[str, Duty] = {}
    events: dict[str, Event] = field(default_factory=dict)
    history: dict[str, History] = field(default_factory=dict)
    """Series of the known past that lie within the level's months."""
