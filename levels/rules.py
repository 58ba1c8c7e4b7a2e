"""The parameters of the world's rules, one group a mechanic, named as the code that reads them.

Every figure that an equation uses stands here and is given by the level, with its source.
"""

from msgspec import Struct

from levels.units import (
    Cards,
    Count,
    Elo,
    FlopPerSecond,
    H100e,
    Kw,
    KwPerCard,
    LogOdds,
    Months,
    MonthsInt,
    People,
    Rate,
    Ratio,
    Share,
    Tokens,
    Usd,
    UsdPerHour,
    UsdPerKw,
    Users,
    YearlyRate,
)


class _Rules(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of the groups of parameters."""


class Turn(_Rules, frozen=True, kw_only=True):
    initiative: MonthsInt
    """Orders a firm may give in a turn."""
    advance_months: MonthsInt
    """Months of forecast shown."""


class CapitalRules(_Rules, frozen=True, kw_only=True):
    """Valuation, rounds, grants and the revolver (model 1)."""

    revenue_multiple: Ratio
    growth_exponent: Ratio
    growth_max: Ratio
    growth_min: Ratio
    promise_usd: Usd
    """Value of the whole field's future beside its revenue, shared by capability."""
    pool_reference_usd: Usd
    promise_exponent: Ratio
    fleet_reference: H100e
    fleet_exponent: Ratio
    rank_scale_elo: Elo
    """Temperature of the shares by rating."""
    rank_months: Months
    """Months over which investors come to believe a new ranking."""
    window_usd: Usd
    """Equity that the market places in a quarter when sentiment is 1."""
    free_share: Share
    """Part of a firm that can be sold in a round without moving the price."""
    price_fall: Ratio
    """Fall of the price per point of the firm sold above that."""
    price_floor: Share
    """Lowest price of the largest round, relative to the offer."""
    burn_months: Months
    """Months over which a firm's cash need is smoothed."""
    cooldown_months: MonthsInt
    sentiment_memory: Ratio
    sentiment_noise: Ratio
    sentiment_revenue: Ratio
    """Rise of sentiment per doubling of the pool in a year above the growth already expected."""
    sentiment_low: Ratio
    sentiment_high: Ratio
    grant_growth: Rate
    """Growth of a parent's grant a quarter."""
    grant_outgrow: Ratio
    """Factor when revenue outgrows the grant (or its inverse)."""
    purse_quarters: Ratio
    """Most that a division keeps in hand beside what it has committed, in quarters of its grant."""
    guidance_step: Ratio
    """Factor on the grant when the division asks for more (or its inverse)."""
    guidance_strain: Ratio
    """Patience of a parent's shareholders that a quarter of higher guidance uses up; lower guidance gives it back."""
    guidance_relief: Ratio
    """Patience that comes back in a quarter in which AI revenue outgrows the grant."""
    guidance_bar_months: MonthsInt
    """Time for which shareholders who have had enough allow no more."""
    revolver_spread: YearlyRate
    base_rate: YearlyRate
    value_floor: Share
    """Of the formula's value, what shares keep whatever is owed."""
    tight_months: MonthsInt
    """Months of burn in free cash below which cash is what binds a firm."""
    covenant_months: MonthsInt
    """Cash that a drawn revolver demands, in months of burn."""
    cure_months: MonthsInt
    waiver_fee: Share
    """Of the debt, when a breach is waived."""
    rescue_discount: Share
    """Price cut of a rescue round."""
    rescue_chance: Share
    """That a private firm without cash finds one, at sentiment 1."""
    rescue_fade: Share
    """What each former rescue leaves of the chance of another, and of its price."""
    rescue_months: Months
    """Burn that a rescue pays for."""
    rescue_most: Ratio
    """Largest rescue relative to the discounted price."""
    card_recovery: Share
    """Of the list price that a creditor gets for cards of a failed firm."""


class ParentRules(_Rules, frozen=True, kw_only=True):
    """What divisions ask of their parents beyond the grant (model 1)."""

    request_most: Ratio
    """Largest request, in quarters of the grant."""
    review_months: MonthsInt
    """Time until the parent looks at what was promised."""
    hurdle: Ratio
    """Growth of the run-rate until the review that gets the whole of a request."""
    promise_least: Ratio
    promise_most: Ratio
    """Growth that can be promised."""
    charge: YearlyRate
    """Cost of capital that later grants pay for a request."""
    kept_back_most: Share
    """Of a quarter's grant, what is kept back for old requests at most."""
    doubt: Share
    """What a promise that brought nothing leaves of the parent's belief."""
    regained: Share
    """Belief that a kept promise wins."""
    forgiven: Share
    """Belief that comes back in a quarter in which AI revenue outgrows the grant."""
    on_belief: Share
    """Part of every grant that hangs on the parent's belief."""
    strain: Ratio
    """Patience of shareholders that a quarter's grant more uses up."""
    relief: Ratio
    """Patience that a quarter's grant handed back wins."""


class ControlRules(_Rules, frozen=True, kw_only=True):
    """Terms of rounds, votes and boards, and the other ways to equity (model 1)."""

    close_base: Ratio
    close_runway: Ratio
    """Chance that a round closes, as log odds: the base, and per month of runway beyond six."""
    close_growth: Ratio
    close_sentiment: Ratio
    """Likewise per growth beyond none, and per sentiment beyond one."""
    talk_spread: Ratio
    """Spread of a quarter's sheets around the formula, as a logarithm, the same for all investors."""
    rumour_floor: Share
    """What rumour says a quarter before, relative to the sheet."""
    milestone_premium: Ratio
    board_premium: Ratio
    """Higher price of a sheet with a goal, and of one with a goal and a seat."""
    milestone_months: MonthsInt
    milestone_growth: Share
    """Goal: part of the last year's growth that must go on."""
    milestone_most: Ratio
    """Largest growth that is asked for."""
    milestone_elo: Elo
    """Goal of a firm that lives on promise: rise of the public rating."""
    promise_part: Share
    """Part of the valuation that must come from revenue for the goal to be revenue."""
    ratchet: Share
    """Fall of the round's price, after the fact, when the goal is missed."""
    loyal_share: Share
    """Of shares sold without conditions, those that vote with the founders."""
    loss_tolerance: Share
    """Loss on the last price at which allies turn away."""
    majority: Share
    board_months: Months
    """Cash in months of burn that a watching board wants left after a large commitment."""
    board_size: Share
    """Commitments that a board looks at, as a share of the valuation."""
    board_claims: Share
    """Part beyond the truth that a board lets a firm announce."""
    board_agi: Share
    """Chance of the panel's consent that a board asks for."""
    tender_most: Share
    """Of the firm, most that staff may sell in a year."""
    tender_discount: Share
    tender_hold: Share
    """Fall of attrition after a tender."""
    tender_months: MonthsInt
    """How long it lasts, and the least time between tenders."""
    pitch_least_usd: Usd
    pitch_most: Ratio
    """Largest plan relative to the valuation."""
    pitch_chance: Share
    """Of a small plan; it falls with the plan's size."""
    pitch_trust: Share
    """Trust lost when it fails."""
    pitch_months: MonthsInt
    independence_trust: Rate
    """Trust gained a month, of what is missing."""
    opened_trust: Share
    opened_staff: Share
    opened_opposition: Ratio
    """Trust and staff lost, and an affiliate's opposition, when independence is given up."""
    affiliate_support: Share
    """Chance that an affiliate's shareholders agree to invest, without opposition."""
    affiliate_opposition: Ratio
    """Opposition that an investment leaves; half of it when it is voted down."""


class DebtRules(_Rules, frozen=True, kw_only=True):
    """The revolver's limit and loans against cards (model 1)."""

    receivable_share: Share
    """Of a year's revenue, what banks lend on."""
    revolver_cards_share: Share
    """Of the value of unpledged cards that run."""
    loan_to_cost: Share
    """Most that lenders lend of the value of cards that run."""
    draw_months: MonthsInt
    term_months: MonthsInt
    spread_low: YearlyRate
    spread_high: YearlyRate
    """Over the base rate, for a borrower without debt and for one that owes a year's revenue."""
    service_target: Ratio
    service_penalty: YearlyRate
    """Rise of the rate per unit that the cover of debt service is below the target."""
    service_least: Ratio
    """Covenant: least cover of debt service."""
    value_most: Ratio
    """Covenant: most that may be owed, relative to what the cards would fetch."""
    card_share: Share
    """Of its first price, what a new card fetches second-hand."""
    card_fall: YearlyRate
    rent_reference: UsdPerHour
    rent_exponent: Ratio
    """Response of what cards fetch to their rent."""
    waiver_margin: YearlyRate
    """Rise of the rate with each waiver."""
    waiver_months: MonthsInt
    waiver_chance: Share
    """That lenders waive unasked when the time is up; it falls with each waiver and with what the cards are worth."""
    waiver_worth: Share
    """Value of the cards, relative to the loans, below which no lender waives when asked."""
    sweep: Share
    """Of what a firm earns after a waiver, what goes to its lenders."""
    sale_fall: Ratio
    """Fall of the price in a forced sale, per part of the lessors' fleet sold."""
    sale_floor: Share


class ChipRules(_Rules, frozen=True, kw_only=True):
    """Supply and rationing of accelerators (model 2)."""

    packaging_lag: MonthsInt
    """From wafer to shipped card."""
    slip_low: Ratio
    slip_high: Ratio
    """Part of the committed expansion that comes: drawn for each game."""
    yield_low: Share
    yield_high: Share
    expansion_gain: Ratio
    expansion_target: Ratio
    expansion_slowest: Ratio
    expansion_fastest: Ratio
    expansion_lead: MonthsInt
    """Months from a decision to expand to the first wafer."""
    smoothing: Share
    """Weight of this month's order book in the smoothed one."""
    logic_lead: MonthsInt
    """Months from a decision to expand logic to its first wafer."""
    logic_growth_low: Ratio
    logic_growth_high: Ratio
    memory_lead: MonthsInt
    """Months from a decision to expand memory to its first stack."""
    memory_growth_low: Ratio
    memory_growth_high: Ratio
    memory_slip_low: Ratio
    memory_slip_high: Ratio
    """Part of the memory makers' committed expansion that comes: drawn for each game."""
    reserve_fee: Share
    """Of a card's list price, what a reserved place in a supplier's new capacity costs, for each card of its term."""
    reserve_months: MonthsInt
    """Term of a reservation, from the month in which the new capacity runs."""
    reserve_most: Share
    """Of a supplier's capacity, most that is built for reservations."""
    price_exponent: Ratio
    price_low: Ratio
    price_high: Ratio
    price_cut_per_year: Share
    """Fall of a chip's list price a year once its successor ships."""
    discount: Share
    """Volume discount on an order of `discount_cards` or more."""
    discount_cards: Cards
    deposit: Share
    cancel_fee: Share
    order_exponent: Ratio
    loyalty_weight: Ratio
    loyalty_memory: Ratio
    prepay_weight: Ratio
    """Rise of an order's score when its whole price is paid in advance."""
    rivalry: Share
    """Loss of a merchant's score by a firm whose own chip is in volume."""
    outside_buyers: Ratio
    """Buyers outside the race, for rules that count heads."""
    card_margin: Share
    """What a card earns beyond its cost for who gets one in a shortage, over its price: what gaming is worth."""
    worth_spread: Share
    """How far a firm's estimate of what a card is worth may be off, over its list price; 0: nobody estimates."""
    worth_drift: Share
    """How far that worth itself differs from quarter to quarter, drawn anew, over the list price."""
    order_carry: Share
    """Cost of a placed order that is not filled, over its deposit, beside the cancel fee: the money lies idle."""
    gaming: Share
    """Part of the outside buyers that order more than they need in a shortage."""
    phantom_most: Ratio
    """Largest order book relative to what outsiders need."""
    ready_floor: Share
    """Weight of an order for which no power stands ready."""
    ship_months: MonthsInt
    outside_follow: Ratio
    """Growth of what outsiders need, relative to that of the clouds' capital spending."""
    outside_elasticity: Ratio
    """Fall of the orders of outside buyers with price."""
    largest_order: Share
    """Of a chip's supply of a year, most that one firm can have on order."""
    export_h100e: Ratio
    """Cards of at least so many H100e are under export control."""
    export_abroad: Share
    """Part of outside orders for such cards from where a wider control would close the market."""
    integration: Ratio
    """Server and network cost per dollar of card."""


class ResaleRules(_Rules, frozen=True, kw_only=True):
    """Used cards and places in a maker's book (model 2)."""

    used: Share
    """Price of a used card relative to a new one's, server included, while orders equal supply."""
    scramble: Ratio
    """Rise of that with tightness above 1."""
    used_most: Share
    """Its bound."""
    slot_premium: Share
    """Premium on a place in the book at twice the orders that can be filled, over the card's price."""
    loyalty_loss: Share
    """Part of a maker's loyalty that is lost by selling places."""
    price_low: Ratio
    price_high: Ratio
    """Bounds of a price relative to the market's."""
    distress: Ratio
    """Price relative to the market's at which creditors sell."""
    turnover: Share
    """Of outsiders' monthly need, cards of chips with a successor that they let go a month."""
    outside_months: MonthsInt
    """How long after the successor outsiders still sell a chip."""
    appetite: Share
    """Of outsiders' monthly need, used cards that they take a month."""
    move_months: MonthsInt
    """From a sale until the cards stand in their new hall."""
    divert_opposition: Ratio
    """Rise of an affiliate's opposition when all that it has is diverted."""
    closing_months: MonthsInt
    """Last months of a game in which no seat buys from another."""


class SiliconRules(_Rules, frozen=True, kw_only=True):
    """Own chips (model 2)."""

    stages: MonthsInt
    """Stages of the Erlang time of a programme."""
    funding_exponent: Ratio
    """Growth of the pace with money."""
    funding_low: Ratio
    funding_high: Ratio
    """Bounds of what is paid, relative to what the partner asks."""
    respin_low: Months
    respin_high: Months
    """Bounds of the delay by a failed tape-out."""
    respin_fade: Share
    """Chance of a failure after a failure, relative to the chance before it."""
    wright_exponent: Ratio
    """Fall of the unit cost with cards made."""
    wright_cards: Cards
    """Cards after which it begins to fall."""
    bargain: Share
    """Discount of merchants to who has a chip of its own in volume."""


class PowerRules(_Rules, frozen=True, kw_only=True):
    """Grid queue, turbines and the bill (model 3)."""

    study_usd_per_mw: Usd
    least_request_kw: Kw
    largest_request_kw: Kw
    """Bounds of one request."""
    queue_mean_months: Months
    """Mean wait of a new large load with an empty queue."""
    queue_stages: MonthsInt
    queue_slowdown: Ratio
    """Longer wait per year's worth of connections queued."""
    race_share: Share
    """Part of a utility's connections that goes to the firms of the race; outsiders take the rest."""
    freed_share: Share
    """Of a utility's monthly connections, what stands ready at once because an old load has gone."""
    connect_growth: YearlyRate
    connect_usd_per_kw: UsdPerKw
    turbine_pool_kw: Kw
    """Mobile gas turbines a year for the whole country."""
    turbine_site_kw: Kw
    turbine_lead_months: MonthsInt
    turbine_usd_per_kw_month: Usd
    turbine_fuel: Ratio
    """Cost of its energy relative to the region's tariff."""
    turbine_permit_months: MonthsInt
    """Time in which an unpermitted turbine must get its permit or go."""
    permit_chance: Share
    """Monthly chance that the permit is given."""
    block_hazard: Rate
    block_opposition: Ratio
    block_trust: Share
    """Trust lost when turbines are blocked or expire."""
    opposition_per_100_mw: Ratio
    opposition_decay: Share
    opposition_slows: Ratio
    """Slowing of the site's own grid request by opposition."""
    load_factor: Share
    """Average use of the power that runs cards."""
    minimum_take: Share
    """Of the connected grid power that is paid for in any case."""
    hours_per_month: Ratio


class QueueRules(_Rules, frozen=True, kw_only=True):
    """Who waits for the grid: clusters, restudies, speculators, transformers, interruptible service (model 3)."""

    cluster_months: MonthsInt
    """Requests of one utility that are placed within so many months are studied together."""
    cluster_kw: Kw
    """Load that one cluster holds, outsiders' counted."""
    position_kw: Kw
    """Usual size of an outsider's position."""
    restudy: Share
    """Chance that a withdrawal sends another request of its cluster back to the study."""
    leave: Rate
    """Of speculative positions, those given up a month for want of a tenant."""
    speculators: Ratio
    """Speculative load per real load that a queue without any price would draw."""
    position_usd_per_kw: UsdPerKw
    """What a position is worth to a speculator, on average."""
    tenant: Share
    """Chance that a speculator finds a tenant before its power comes."""
    pace: Rate
    """Monthly approach of the speculative load to what the terms allow."""
    carry: YearlyRate
    """Cost of the money that lies as a deposit."""
    sale: Share
    """Of a finished position's worth, what a buyer bids."""
    staff_growth: YearlyRate
    """Growth of a utility's engineers while its queue is longer than it was."""
    transformer_kw: Kw
    """From this size on a connection needs a large transformer of its own."""
    transformer_low: Months
    transformer_high: Months
    """Time that a new one takes, in parallel to the queue."""
    refurbished_kw: Kw
    """Refurbished units a year for the whole country."""
    refurbished_months: Months
    refurbished_usd_per_kw: UsdPerKw
    interruptible_speed: Ratio
    """How much faster a load moves through the queue that may be cut in peaks."""
    curtailed: Share
    """Of the hours of a peak month, those in which it is cut while the region has power to spare."""


class TariffRules(_Rules, frozen=True, kw_only=True):
    """Terms for large loads, the price of power, and the region's headroom (model 3)."""

    deposit_usd_per_kw: UsdPerKw
    """Deposit for a place in the queue at the start."""
    collateral_months: Months
    """Months of the minimum bill that lie as collateral at the start."""
    exit_months: Months
    """Months of the minimum bill that who leaves after the agreement owes."""
    file_above: Share
    """Speculative share of the queue above which a utility files stricter terms."""
    file_months: MonthsInt
    """From filing to force; also the least time between two filings."""
    take_step: Share
    take_most: Share
    collateral_step: Months
    collateral_most: Months
    deposit_step: UsdPerKw
    deposit_most: UsdPerKw
    energy_part: Share
    """Of the tariff, what follows the price of energy."""
    spot_memory: Ratio
    spot_noise: Ratio
    """Of the logarithm of the spot price, a month."""
    spot_low: Ratio
    spot_high: Ratio
    spot_tight: Ratio
    """Rise of the spot price's logarithm in a region that is fully short."""
    reserve: Ratio
    """Headroom, in years of new supply, below which a region is short."""
    supply_growth: YearlyRate
    """Growth of the new supply that regions add."""
    short_wait: Ratio
    """Longer waits in a region that is fully short."""
    short_tariff: Ratio
    """Dearer tariff in a region that is fully short."""
    warn_from: Share
    """Shortage at which a region's officials warn."""
    households_pay: Share
    """Of stranded wires, what households pay and not the large loads."""
    ppa_premium: Ratio
    """Fixed price of a power contract relative to the tariff of the day."""
    ppa_least_months: MonthsInt
    ppa_most_months: MonthsInt
    ppa_least_kw: Kw
    ppa_most_kw: Kw
    """Bounds of one contract."""


class CommunityRules(_Rules, frozen=True, kw_only=True):
    """Neighbours of large sites: opposition, suits, benefit funds (model 3)."""

    load_per_100_mw: Ratio
    """Opposition a month by the water and noise of a running load."""
    tolerated_kw: Kw
    """Load that nobody minds."""
    permitted_part: Ratio
    """What neighbours hold against permitted turbines, relative to unpermitted ones."""
    bill: Ratio
    """Opposition a month per share by which a household's bill has risen."""
    household_usd_per_year: Usd
    """A household's bill."""
    wires_years: Ratio
    """Years over which stranded wires are paid."""
    fund_months: Months
    """Time over which a benefit fund is spent."""
    fund_usd_per_mw_month: Usd
    """Spending that halves what neighbours hold against a megawatt."""
    fund_calm: Share
    """Most that a fund takes off the opposition a month."""
    permitted_hazard: Share
    """Hazard of a block once there is a permit, relative to none."""
    permit_first: Ratio
    """Speed of a permit that is asked for before anything runs, relative to one for what runs already."""
    suit_hazard: Rate
    """Of a suit, with opposition at 1."""
    suit_from: Ratio
    """Opposition below which nobody sues."""
    injunction: Share
    """Chance that a court stops what is sued over at once."""
    injunction_months: MonthsInt
    """Until a court has decided."""
    settle_usd_per_mw: Usd
    """Price of a settlement, per megawatt of the site."""
    settled_opposition: Share
    """Of the opposition, what is left after a settlement."""
    bill_weight: Ratio
    """What residents hold a dearer bill to be worth, in opposition per share."""
    petition: Ratio
    """Opposition that a petition of the residents adds."""
    rule_most: Ratio
    """Most that a regulator makes its permits stricter or quicker, or by its inverse milder or slower."""
    doubt: Rate
    """Hazard that the utility contradicts a claim that its megawatts do not fit."""


class BuildingRules(_Rules, frozen=True, kw_only=True):
    """Halls (model 4)."""

    usd_per_kw: UsdPerKw
    kw_per_slot: KwPerCard
    liquid_premium: Ratio
    congestion: Ratio
    contractor_slots: Cards
    """Places under construction in the whole field that contractors manage without delay."""
    contractor_growth: YearlyRate
    least_slots: Cards
    largest_slots: Cards
    """Bounds of one hall."""
    down_payment: Share
    """Of a hall's cost, what is paid at the start; the rest in step with the work."""
    haste_cost: Ratio
    """Cost of haste: gamma in 1 + gamma (haste^2 - 1)."""
    haste_most: Ratio
    """Normal time over the shortest possible."""
    stages: MonthsInt
    """Number of stages of a hall: ground, shell, fit-out."""
    material_share: Share
    """Part of a stage's time that is waiting for material, an exponential delay."""
    place_usd_per_kw_month: Usd
    """What others pay for an empty place with power."""
    place_demand_kw: Kw
    """What they take at that price; more shares the same money."""
    pause_fee: Share
    """Of what is left to pay, what builders get when a project is paused."""
    restart_months: Months
    """Time that crews and material need to come back."""
    retrofit_usd_per_kw: UsdPerKw
    retrofit_months: MonthsInt
    new_site_months: Months
    """Extra time of a first hall on a new site."""


class CycleRules(_Rules, frozen=True, kw_only=True):
    """Expected rents and the capacity that lessors order (model 10)."""

    elasticity: Ratio
    """Of the rent with demand over capacity, where a level gives the demand of outside tenants."""
    memory: Share
    """Weight of the old expectation of a rent in the new, once a turn."""
    gain: Ratio
    """Rise of the wanted capacity per rise of the expected rent above the normal."""
    replacement: Share
    """Of its capacity, what a lessor orders in a turn in any case: replacement and expected growth."""
    normal_line: Ratio
    """Turns of that which are under way in normal times."""
    adjust_turns: Ratio
    """Turns in which a gap is closed."""


class AnchorRules(_Rules, frozen=True, kw_only=True):
    """Sites that a lessor builds for a tenant (model 5)."""

    least_h100e: H100e
    """Smallest contract that is worth a site."""
    most_share: Share
    """Of its fleet, most that a lessor builds for tenants at once."""
    least_months: MonthsInt
    most_months: MonthsInt
    """Bounds of the promised time."""
    discount: Share
    """Lower rent for waiting the longest."""
    damages_price: Ratio
    """Higher rent when a month of delay costs the lessor the whole rent."""
    damages_months: MonthsInt
    """Months of delay for which damages are paid."""
    step_in_price: Ratio
    """Higher rent for the right to step in."""
    step_in_share: Share
    """Of its fleet, largest site that a lessor lets a tenant step into."""
    step_in_months: MonthsInt
    """Delay after which the tenant may."""
    running_cost: Share
    """Of the rent, what power and upkeep take."""
    loan_share: Share
    """Of cards, hall and power, what the lender lends."""
    loan_rate: YearlyRate
    least_cover: Ratio
    """Debt service cover that the lender asks."""
    ready_share: Share
    """Of the power, what must stand for the site to be ready."""


class GiantRules(_Rules, frozen=True, kw_only=True):
    """Giant projects in phases (model 4)."""

    overrun_mean: Ratio
    """Mean logarithm of a phase's final over its planned cost."""
    overrun_spread: Ratio
    """Its standard deviation."""
    size_exponent: Ratio
    """Growth of both with the number of phases that are built at once."""
    learning: Share
    """What is left of both after each phase."""
    delay_share: Ratio
    """Part of an overrun of cost that is one of time too."""
    notable: Share
    """Overrun of a stage from which it is news."""
    whole_saving: Share
    """Of the planned cost, when phases are built at once."""
    overlap: Ratio
    """Longer time per further phase that is built at once."""
    pledge_fee: Share
    """Of a pledge, what plans and studies cost at once."""
    fund_share: Share
    """Of its quarter's money, what a sovereign fund adds to a giant's pledges in a turn."""
    fund_quarters: Ratio
    """Most of it, in quarters of its money."""
    fund_mood: Ratio
    """Least sentiment at which it does."""


class SiteRules(_Rules, frozen=True, kw_only=True):
    """Energised sites at auction (model 3)."""

    plant_hazard: Rate
    """Chance a month that an old load of the level comes up for sale."""
    reserve_usd_per_kw: UsdPerKw
    """Least price of a connection."""
    lot_turns: MonthsInt
    """Auctions after which an old load that nobody wants is withdrawn."""
    reserve_fall: Share
    """Fall of a failed firm's reserve after each auction."""
    sale_fee: Share
    """What a seller pays of the price."""


class ComputeRules(_Rules, frozen=True, kw_only=True):
    """What a card does (model 5)."""

    flop_per_second: FlopPerSecond
    """Of one H100e, dense BF16."""
    utilisation: Share
    uptime: Share
    outside_cluster: Share
    """Worth in a training run of compute outside the largest cluster."""
    inference_per_billion: H100e
    """H100e that serve one billion USD of run-rate at the start, at the market's price."""
    free_per_million_users: H100e
    inference_efficiency: YearlyRate
    """Yearly fall of both."""
    failure: Rate
    """Cards that die a month."""


class ResearchRules(_Rules, frozen=True, kw_only=True):
    """Capability (model 6)."""

    base_elo: Elo
    per_tenfold: Elo
    base_log10_flop: Ratio
    pre_per_year: Elo
    post_per_year: Elo
    research_exponent: Ratio
    staff_exponent: Ratio
    pre_half_life: Months
    post_half_life: Months
    luck: Elo
    data_factor: Ratio
    """C_data = factor x tokens^2."""
    data_growth: YearlyRate
    refresh_months: MonthsInt
    """Least time between releases."""
    run_least_share: Share
    run_most_share: Share
    """Bounds of the part of a firm's compute that a run may get."""
    run_least_months: MonthsInt
    run_most_months: MonthsInt
    arena_noise: Elo
    skill_memory: Ratio
    skill_noise: Elo
    staff_skill: Elo
    """Skill lost when the whole staff leaves."""


class LeaderboardRules(_Rules, frozen=True, kw_only=True):
    """The public list of ratings: variants tested in private, and how long a flattered place lasts (model 6a)."""

    variant_elo: Elo
    """Spread of the ratings that private variants of one model get."""
    variants_most: Count
    variants_a_month: Count
    """Tested without delay; each further lot of as many takes a month."""
    variant_h100e: H100e
    """Compute of a month's test of one further variant."""
    variant_usd: Usd
    flattery_half_life: Months
    """In which a rating above or below the truth comes back to it, as people vote."""
    found_hazard: Rate
    """That the press finds out, per further variant while the rating flatters."""
    found_trust: Share
    truth_months: MonthsInt
    """Until companies know what a model can really do."""


class DataRules(_Rules, frozen=True, kw_only=True):
    """Training data: stocks, licences, repeats and synthetic text (model 6b)."""

    stock_low: Ratio
    stock_high: Ratio
    """Spread of each lab's stock around the level's figure, drawn log-evenly for each game."""
    repeats: Ratio
    """Decay of the worth of repeated tokens, in epochs."""
    short: Share
    """Part of a run's compute that counts, below which the run is short of data."""
    licence_months: MonthsInt
    licence_step: Ratio
    """Rise of a publisher's price with each licence that it has sold."""
    synthetic_tokens: Tokens
    """Useful tokens that an H100e writes and filters in a month."""
    synthetic_worth: Ratio
    """Most that synthetic text is worth, relative to the real stock."""


class SafetyRules(_Rules, frozen=True, kw_only=True):
    """Safety work, incidents and pacts (model 9a)."""

    per_year: Elo
    """Growth of what safety work can hold, at the usual share of research compute."""
    usual_share: Share
    exponent: Ratio
    """Returns of the share."""
    half_life: Months
    """In which safety work spreads to who is behind."""
    share_most: Share
    hazard_elo: Elo
    """Gap between capability and safety that multiplies the hazard by e."""
    severity: Ratio
    """Exponent of the Pareto law of how grave an incident is."""
    severity_most: Ratio
    incident_users: Share
    """Of its users, what a plain incident drives away."""
    incident_seats: Ratio
    """Rise of the churn of companies after a plain incident."""
    incident_fade: Share
    """Monthly fading of it."""
    pact_usd: Usd
    """Each member's yearly cost of verification."""
    pact_checks: Rate
    """That verification finds a member below the pact."""
    pact_rumours: Rate
    """The same without verification."""
    pact_trust: Share
    """Trust lost by who is found below it."""
    pact_goodwill: Share
    """Trust gained by joining."""


class RegulationRules(_Rules, frozen=True, kw_only=True):
    """Duties above a line of training compute (model 9b)."""

    salience: Ratio
    """Rise of stringency with an incident of severity one."""
    decay: Share
    """Monthly return of stringency to one."""
    fine_trust: Share
    lobby_usd: Usd
    """Sum that takes `lobby_gain` off the stringency; twice as much takes less than twice."""
    lobby_gain: Ratio
    lobby_most_usd: Usd
    lobby_found: Share
    """Chance that the press makes a scandal of it."""
    lobby_trust: Share
    least: Ratio
    most: Ratio
    """Bounds of stringency."""


class PressRules(_Rules, frozen=True, kw_only=True):
    """Dated promises, credibility and leaks (model 9)."""

    promise_bump: Ratio
    """Rise of the valuation by a promise of the best model."""
    promise_least_months: MonthsInt
    promise_most_months: MonthsInt
    missed: Share
    """Part of its credibility that a missed promise or an exposed claim takes."""
    kept: Share
    """What a kept promise adds to it."""
    credibility_most: Ratio
    forget: Share
    """Monthly return of credibility to one."""
    leak_hazard: Rate
    """That somebody talks, when people leave at the usual rate."""
    leak_rate: Rate
    """That usual rate of leaving."""


class ProductRules(_Rules, frozen=True, kw_only=True):
    """Products that need a fleet (model 7a)."""

    limited: Ratio
    """Exponent of what a launch to a part of the public is worth."""
    patience_months: MonthsInt
    """After which a product that was announced and has not come costs trust."""
    gap_trust: Share
    """Trust lost a month from then on, for each such product."""
    gap_credibility: Share
    announce_bump: Ratio
    poor_service: Share
    """Served part below which a product disappoints."""
    poor_trust: Share
    """Trust lost a month by a product that nobody can get to run."""
    share_least: Share


class CustomerRules(_Rules, frozen=True, kw_only=True):
    """Demand (model 7)."""

    pool_usd: Usd
    """Yearly revenue of the field at the start."""
    pool_ripe_usd: Usd
    """What the field would earn in a year on the start's best model once its customers had all come."""
    pool_per_elo: Ratio
    pool_reference_elo: Elo
    pool_most_usd: Usd
    pool_lag_months: MonthsInt
    share_memory: Ratio
    share_elo: Elo
    served_exponent: Ratio
    price_exponent: Ratio
    consumer_part: Share
    """Of the pool that consumers pay."""
    users_most: Users
    users_growth: Rate
    seats_growth: Rate
    entry_share: Share
    """Share that any model gets for being there."""
    innovation: Rate
    """Monthly part of those who do not use it yet that starts without being told by others."""
    sales_months: MonthsInt
    """From a company's choice to its seats in use."""
    seat_habit: Share
    """Part of a company's choice that is what others have chosen."""
    seat_elo: Elo
    """Rating that multiplies the odds of a company's choice by e."""
    churn: Rate
    """Seats that come up for renewal and go, where a model is as good as the field's mean."""
    churn_elo: Elo
    price_per_elo: Ratio
    """How fast the price of a capability falls as others come to offer it."""
    power_low: Ratio
    power_high: Ratio
    """Bounds of the price that a model commands."""
    open_price: Share
    """Fall of all prices by open weights as good as the best."""
    open_diffusion: Ratio
    """Faster spread of know-how by them."""
    open_elo: Elo
    """Distance to the best at which open weights matter e times less."""
    open_trust: Share
    trust_exponent: Ratio
    price_short: Ratio
    """Elasticity of volume to price at once; the share drifts on from there."""
    price_least: Ratio
    price_most: Ratio
    """Bounds of a price relative to the market's."""
    monetise: Rate
    """Monthly approach of what a lab earns on a user to the field's mean."""
    unserved_weight: Share
    """How much users mind when the free tier is cut, of how much they would if it were closed."""


class LeaseRules(_Rules, frozen=True, kw_only=True):
    """Compute rented between firms (model 5)."""

    margin: Ratio
    payback_months: MonthsInt
    owner_cost_usd: UsdPerHour
    scarcity: Ratio
    """Rise of the rent with the share of capacity that is taken."""
    least_usd: UsdPerHour
    core_rent_usd: UsdPerHour
    """Shadow rent of cards moved from a parent's core."""
    core_points: Share
    """Most of the parent's fleet that moves to its lab in a turn."""
    build_ahead_months: MonthsInt
    """Start of a contract that the lessor builds for."""
    built_most: Share
    """Of a lessor's fleet, most that it builds for one tenant in a turn."""
    shortest_months: MonthsInt
    longest_months: MonthsInt
    """Bounds of a contract's term."""
    deposit_months: MonthsInt
    normal_use: Share
    """Share of the lessors' running cards that is taken when the rent is an owner's cost times the margin."""
    port_rent_cut: Share
    """Of the rent, what is saved on the operator's own chips."""
    port_loss: Share
    """Of the compute that is ported, what the work costs while it lasts."""
    port_months: MonthsInt
    affiliate_months: MonthsInt
    """Term of cards that an affiliate lends."""
    surplus_price: Share
    """Of the rent, what a lab gets for cards it lets go for a month."""


class TalentRules(_Rules, frozen=True, kw_only=True):
    """Staff (model 8)."""

    usd_per_head_year: Usd
    pool_per_month: People
    """Researchers and engineers that the market offers a month."""
    pool_growth: YearlyRate
    pay_weight: Ratio
    """Of the logarithm of pay relative to the market's, in what people like (al)."""
    pay_least: Ratio
    pay_most: Ratio
    """Bounds of the level of pay."""
    mission_weight: Ratio
    """Of what they see in the work (be)."""
    mission_trust: Ratio
    """Mission lost with each unit of public trust."""
    independence: Share
    """Mission that a firm without large technology firms' money adds."""
    openness: Share
    """Mission that open weights add."""
    safety_mission: Ratio
    """Mission by the share of compute that goes to safety."""
    compute_weight: Ratio
    """Of the logarithm of compute per head (ga)."""
    momentum_weight: Ratio
    """Of the public rating against the field's best, a hundred Elo (de)."""
    bureaucracy_weight: Ratio
    """Of the logarithm of the staff (ep)."""
    quit_response: Ratio
    """Of the logarithm of the monthly loss to what people like (eta)."""
    quit_most: Rate
    choice: Ratio
    """Of the logarithm of odds between two labs."""
    stay_share: Share
    """Of those who leave, who look for another lab of the field."""
    senior_share: Share
    """Of a staff, whose knowing matters to others."""
    senior_know: Share
    """Part of the gap that one senior closes (kap)."""
    senior_worth: Ratio
    """Skill that goes with a senior, times that of the mean of a staff."""
    poach_team: People
    """Most seniors that are approached at once."""
    poach_part: Share
    """Of a rival's seniors, who can be approached at once."""
    poach_usd: Usd
    """Usual package of a senior."""
    poach_least_usd: Usd
    poach_most_usd: Usd
    """Bounds of a package."""
    poach_base: LogOdds
    """That a senior comes for it between equal labs."""
    poach_pay: Ratio
    """Of the logarithm of the package, in log odds."""
    poach_mood: Ratio
    """Morale lost when all seniors are hired away."""
    guard: Ratio
    """Log odds that a try costs the next ones."""
    guard_memory: Share
    """Of it that is left a month later."""
    grudge: Ratio
    """Log odds that a lab gains against who has tried its people."""
    grudge_months: MonthsInt
    mood_memory: Share
    """Of a shock to morale that is left a month later."""
    layoff_mood: Ratio
    """Morale lost when the whole staff is laid off."""
    founder_hazard: Rate
    """That one founder leaves."""
    founder_trust: Share
    founder_skill: Elo
    founder_mood: Ratio
    """What each costs who leaves."""
    delay_free: Ratio
    """Bad morale that holds nothing up."""
    delay_months: Months
    """Months that a finished model waits per unit of bad morale beyond it."""
    delay_most: MonthsInt
    severance_months: Months
    hire_most: Rate
    fire_most: Rate
    """Bounds of the monthly growth and fall of a staff by policy."""


class PublicRules(_Rules, frozen=True, kw_only=True):
    """Claims, press, trust and incidents."""

    check_hazard: Rate
    claim_most: Ratio
    """Largest claim relative to the truth that anybody prints."""
    claim_tolerance: Share
    """Part of a claim that must be true for it to count as kept."""
    bump_fade: Share
    """Monthly fading of what an exposed claim costs."""
    poor_service: Share
    """Share of demand served below which customers lose trust."""
    claim_bump: Ratio
    """Rise of the valuation per doubling claimed beyond the truth."""
    exposure: Ratio
    exposure_months: MonthsInt
    exposure_trust: Share
    kept_trust: Share
    trust_drift: Share
    incident_hazard: Rate
    incident_trust: Share
    incident_shared: Share
    unserved_trust: Share
    missed_trust: Share
    fog: Ratio
    """Spread of estimates of a rival's figures."""


class AgiRules(_Rules, frozen=True, kw_only=True):
    """The threshold nobody knows (model 11)."""

    mean_elo: Elo
    sd_elo: Elo
    panel_elo: Elo
    bonus: Ratio
    freeze_months: MonthsInt
    false_trust: Share
    false_quits: Ratio
    false_months: MonthsInt


class DemandRules(_Rules, frozen=True, kw_only=True):
    """Capital spending of the parents and clouds (model 10)."""

    capex_growth: Rate
    """Of capital spending on AI while it is a small part of what could be spent."""
    capex_saturation: Ratio
    """Exponent of the room that is left below the limit."""
    cash_flow_growth: YearlyRate
    cash_flow_share: Share
    cap_low: Ratio
    cap_high: Ratio
    """Spread of that limit, drawn for each game."""
    revenue_share: Share
    """Of the AI field's revenue, what comes back as capital spending."""
    purse_years: Ratio
    """Most that a cloud keeps in hand, in years of its capital spending."""
    backlog_response: Ratio


class ScoreRules(_Rules, frozen=True, kw_only=True):
    """How a game is judged (model 11)."""

    frontier_temperature: Elo
    best: Share
    second: Share
    others: Share
    ribbon: Ratio
    shared_win: Ratio
    shock_revenue: Share
    """Fall of revenue in the test of resilience."""
    shock_months: Months
    """How long it lasts, without new money."""
    place_exponent: Ratio
    """Response of resilience to a lost place in the field's compute."""
    collapse_trust: Share
    collapse_factor: Share


class RewardRules(_Rules, frozen=True, kw_only=True):
    """What a turn is worth to who learns to play (`game.lab.environment`); nothing in the race hangs on it."""

    score: Ratio
    """A point of the interim score, or a hundredth of the way from nothing to the target of the level's own goal."""
    rank: Ratio
    """The first place at the end; the last is worth as much less than nothing, the others lie evenly between."""


class TakeoverRules(_Rules, frozen=True, kw_only=True):
    """Small labs that are taken over in all but name (model 14)."""

    usd_per_head: Usd
    """Price by head at the opening."""
    senior_share: Share
    """Of a start-up's people."""
    stay_behind: Share
    """Of its people, who stay with the shell."""
    vest_months: MonthsInt
    """In which the others come."""
    window_months: MonthsInt
    """That authorities look back."""
    block_first: Share
    block_second: Share
    block_third: Share
    """Chance that the first, second or a further take-over within them is stopped."""
    block_leader: Share
    """Added for who has most customers."""
    break_fee: Share
    """Of the price, paid when it is stopped."""
    blocked_trust: Share
    found_share: Share
    """Of those who leave the field, who found start-ups."""
    found_people: People
    """Size of a new one."""
    found_edge: Elo
    """By which they know more than the mean of the labs."""
    most_open: People
    """Start-ups that can find money at one time."""


class TieRules(_Rules, frozen=True, kw_only=True):
    """Ties between labs and backers (model 13)."""

    licence_part: Share
    """Of the backer's own revenue, what hangs on the lab's models."""
    licence_lag_elo: Elo
    """How far the backer's products stay behind the lab's."""
    quality_elo: Elo
    """By which the backer's model is behind the lab's when it does only 1/e as well."""
    move_part: Share
    """Of the business on a backer's compute, what survives a move to another supplier within a year (p)."""
    built_part: Share
    """Of what others would build, what counts as an outside option."""
    lab_power: Share
    """Part of the surplus that the lab gets by Nash's split."""
    share_most: Share
    """Largest revenue share that anybody signs."""
    step: Share
    """Part of the way to the fair terms that one renegotiation goes."""
    step_most: Share
    """Most by which it moves the revenue share."""
    wait_months: MonthsInt
    """Between two renegotiations."""
    least_gap: Share
    """Revenue share by which terms must be off before anybody talks."""
    accept_trust: Share
    """Trust at which the other side signs half of the time."""
    accept_slope: Ratio
    compute_discount: Share
    """Off the market's rent, for compute that a backer builds for a lab."""
    compute_months: MonthsInt
    licence_months: MonthsInt
    """By which a licence is extended."""
    licence_price: Share
    """Part of a licence's yearly worth that must be due for its extension."""
    trust_delivered: Rate
    """k3"""
    trust_rivalry: Rate
    """k1"""
    trust_breach: Rate
    """k2"""
    trust_hedge: Rate
    """k4: of a backer's model that is as good as the lab's."""
    trust_clause: Rate
    """k5: of an unclear clause, with the threshold reached."""
    trust_campaign: Rate
    """Of a full campaign at the same customers."""
    ask_trust: Share
    """Trust that every ask costs."""
    refusal_trust: Share
    """And what a refusal costs more."""
    clause_trust: Share
    """Trust that a clear clause earns."""
    reject_trust: Share
    """Trust lost when a panel rejects a declaration."""
    dispute_trust: Share
    dispute_press: Share
    """Trust between the two, and the public's, that a dispute costs."""
    dispute_mood: Ratio
    dispute_months: MonthsInt
    dispute_hazard: Rate
    """That a dispute breaks the tie, a month."""
    break_trust: Share
    """Trust below which the tie may break."""
    break_hazard: Rate
    """That it does, without any trust."""
    break_rent: Share
    """By which the backer's rents rise."""
    break_mood: Ratio
    notice_months: MonthsInt
    campaign_usd: Usd
    """Of a month of a full sales campaign."""
    campaign_part: Share
    """Of what companies pay, what it costs beside."""
    campaign_elo: Elo
    """What it is worth in companies' eyes."""


class Rules(_Rules, frozen=True, kw_only=True):
    """All parameters of the world's rules."""

    turn: Turn
    capital: CapitalRules
    parents: ParentRules
    control: ControlRules
    debt: DebtRules
    chips: ChipRules
    resale: ResaleRules
    silicon: SiliconRules
    power: PowerRules
    queue: QueueRules
    tariffs: TariffRules
    community: CommunityRules
    building: BuildingRules
    sites: SiteRules
    giants: GiantRules
    anchors: AnchorRules
    cycle: CycleRules
    compute: ComputeRules
    research: ResearchRules
    leaderboard: LeaderboardRules
    data: DataRules
    customers: CustomerRules
    leases: LeaseRules
    talent: TalentRules
    ties: TieRules
    takeovers: TakeoverRules
    public: PublicRules
    press: PressRules
    products: ProductRules
    safety: SafetyRules
    regulation: RegulationRules
    agi: AgiRules
    demand: DemandRules
    score: ScoreRules
    reward: RewardRules | None = None
    """Absent: the level cannot be learnt in (old saves)."""


__all__ = ["Rules"]
