"""What a firm may order: frozen values that a person, a mind or a script gives by the same door.

An order says what is wanted, never how; whether it is possible is the door's business (`game.door`). Acts are
carried out in the first month of a turn; a policy (`SetPolicy`) stands until it is changed.
"""

from functools import cache
from typing import Literal, get_args

from msgspec import Struct

Desk = Literal["capital", "chips", "power", "compute", "deals"]
Ask = Literal["share", "compute", "waiver", "exclusive", "licence", "clause", "end"]
Supplier = Literal["packaging", "logic", "memory"]
Policy = Literal[
    "free_tier", "price_level", "hiring", "pay", "campaign", "guidance", "sublease", "colocate", "safety", "synthetic"
]


@cache
def kind_of(order: "type[Order]") -> str:
    """The name of a kind of order, as levels, journals and other programs have it."""
    return str(order.__struct_config__.tag)


class Order(Struct, frozen=True, gc=False, tag_field="order", forbid_unknown_fields=True):
    """Base of all orders. `desk` says where it is given."""

    @property
    def kind(self) -> str:
        return kind_of(type(self))


Terms = Literal["clean", "milestone", "board"]


class RaiseEquity(Order, frozen=True, tag="raise_equity"):
    """Accept an investor's term sheet for part or all of its amount. Before: the sheet is on the table.
    After: cash if it closes, and the founders hold less; its terms bind."""

    investor: str
    amount_usd: int
    terms: Terms = "clean"


class TenderOffer(Order, frozen=True, tag="tender_offer"):
    """Let staff sell shares to an investor. The firm gets no cash; people stay longer, and the price is talked of."""

    investor: str
    amount_usd: int


class PitchSovereigns(Order, frozen=True, tag="pitch_sovereigns"):
    """Ask sovereign funds for a sum beyond all windows. It rarely works, and the public finds it outlandish."""

    amount_usd: int


class OpenToStrategics(Order, frozen=True, tag="open_to_strategics"):
    """Give up independence: money of large technology firms may come, those who joined for it may go."""


class AskAffiliateMoney(Order, frozen=True, tag="ask_affiliate_money"):
    """Ask the shareholders of an affiliate to invest."""

    affiliate: str
    amount_usd: int


class AskParent(Order, frozen=True, tag="ask_parent"):
    """Ask the parent of a division for money beyond its grant. Before: nothing is under review. After: it gives a part
    at once, the larger the more growth of revenue is promised (`promise`: by the review, as a share); later grants pay
    the cost of capital, and more where the promise is missed."""

    amount_usd: int
    promise: float


class HandBack(Order, frozen=True, tag="hand_back"):
    """Pay money back to the parent of a division. After: it counts as value returned, and shareholders are calmer."""

    amount_usd: int


class GpuLoan(Order, frozen=True, tag="gpu_loan"):
    """A loan against own cards, drawn as they run and paid back in monthly parts."""

    amount_usd: int


class AskLenders(Order, frozen=True, tag="ask_lenders"):
    """Ask lenders to waive a broken covenant before the time to cure it is up: for a fee, a higher rate and a sweep."""


class Borrow(Order, frozen=True, tag="borrow"):
    """Draw on the revolver."""

    amount_usd: int


class Repay(Order, frozen=True, tag="repay"):
    """Pay back part of the revolver."""

    amount_usd: int


class OrderCards(Order, frozen=True, tag="order_cards"):
    """Put cards on order for a site. Before: cash for the deposit. After: the maker rations what it can build.

    `prepay` is the part of the price that is paid now, and moves the order up; `bid_usd` is the most that it pays a
    card when the maker holds auctions (0: the posted price).
    """

    chip: str
    cards: int
    site: str
    prepay: float = 0.0
    bid_usd: int = 0


class CancelCards(Order, frozen=True, tag="cancel_cards"):
    """Take back what is not yet allocated of an order, for a fee."""

    chip: str
    site: str


class OfferCards(Order, frozen=True, tag="offer_cards"):
    """Offer cards that stand at a site, or (`slots`) places in the book, at a price relative to the market's."""

    chip: str
    cards: int
    site: str
    price: float
    slots: bool


class TakeCards(Order, frozen=True, tag="take_cards"):
    """Buy cards, or (`slots`) places in the maker's book, that others offer, the cheapest first."""

    chip: str
    cards: int
    site: str
    slots: bool


class DivertCards(Order, frozen=True, tag="divert_cards"):
    """Have an affiliate's cards that are on their way or on order come to one's own site, against its shareholders."""

    affiliate: str
    chip: str
    cards: int
    site: str


class PortLease(Order, frozen=True, tag="port_lease"):
    """Move leased compute to the landlord's own chips: a lower rent, and less work for two quarters."""

    operator: str
    h100e: int


class ReserveCapacity(Order, frozen=True, tag="reserve_capacity"):
    """Pay a supplier to build packaging, logic or memory for so many cards of a chip a month, for some years."""

    chip: str
    supplier: Supplier
    cards: int


class FundChip(Order, frozen=True, tag="fund_chip"):
    """Design one's own chip with a partner, paying so much a quarter until it is told otherwise; 0 rests the work."""

    partner: str
    usd_per_quarter: int


class LeaseCompute(Order, frozen=True, tag="lease_compute"):
    """Rent cards from a firm that leases. `built`: the lessor builds for the contract, so it starts later."""

    operator: str
    h100e: int
    months: int
    built: bool


class AnchorSite(Order, frozen=True, tag="anchor_site"):
    """Be the tenant for whom a lessor builds a site: its loan needs this contract. `wait` is the promised time in
    months, `damages` the part of the rent for each month of delay, `step_in` the right to take a late site over,
    `prepay` the part of the cards' price that the tenant pays now: the lessor's orders for the site move up."""

    operator: str
    region: str
    h100e: int
    months: int
    wait: int
    damages: float
    step_in: bool
    prepay: float = 0.0


class StepIn(Order, frozen=True, tag="step_in"):
    """Take over a site that a lessor builds for one and that is late."""

    anchor: str


class AskWaiver(Order, frozen=True, tag="ask_waiver"):
    """Buy the right to lease elsewhere from an exclusive partner, with a larger share of the revenue."""

    partner: str


class Renegotiate(Order, frozen=True, tag="renegotiate"):
    """Ask the other side of a tie for a better term. Before: the balance of outside options is in one's favour.
    After: it signs or not, and trusts less. `end` gives notice."""

    partner: str
    ask: Ask


class RequestGrid(Order, frozen=True, tag="request_grid"):
    """Ask a utility for power at a site: what it has at once, the rest through its queue. `interruptible`: sooner, but
    cut in peaks. `refurbished`: a second-hand transformer instead of a new one, where the size needs its own."""

    site: str
    kw: int
    interruptible: bool = False
    refurbished: bool = False


class LeaveQueue(Order, frozen=True, tag="leave_queue"):
    """Give up a site's places in the queue, or sell them once the study is done. Before: something waits there.
    After: deposits and collateral come back as far as they are not forfeited; who leaves unsold shakes its cluster."""

    site: str
    sell: bool


class BidSite(Order, frozen=True, tag="bid_site"):
    """A sealed bid for a site at auction. Before: cash for the bid. After: the best bid has it, by the level's rule."""

    lot: str
    amount_usd: int


class SellSite(Order, frozen=True, tag="sell_site"):
    """Put an own site without cards up to the next auction, with a reserve."""

    site: str
    amount_usd: int


class BringTurbines(Order, frozen=True, tag="bring_turbines"):
    """Rent gas turbines for a site from the national pool. `permitted`: wait for the permit first."""

    site: str
    kw: int
    permitted: bool = False


class RemoveTurbines(Order, frozen=True, tag="remove_turbines"):
    """Send turbines away."""

    site: str
    kw: int


class BuildPlant(Order, frozen=True, tag="build_plant"):
    """Order a plant of one's own for a site. Before: cash for the slot. After: the rest is due at delivery."""

    site: str
    plant: str
    kw: int


class SignPower(Order, frozen=True, tag="sign_power"):
    """Buy a part of a site's grid power at a fixed price for ten to fifteen years, settled monthly against spot."""

    site: str
    source: str
    kw: int
    months: int


class FundCommunity(Order, frozen=True, tag="fund_community"):
    """Give a site's neighbours a benefit fund, which is spent over two years and calms them."""

    site: str
    amount_usd: int


class SettleSuit(Order, frozen=True, tag="settle_suit"):
    """Settle the neighbours' suit against a site. After: it is over, and so is its injunction."""

    site: str


class SetTariff(Order, frozen=True, tag="set_tariff"):
    """A utility files its terms for large loads; they hold once the filing has had its time."""

    deposit_usd_per_kw: int
    minimum_take: float
    collateral_months: float


class SetPermit(Order, frozen=True, tag="set_permit"):
    """A regulator sets how strict its region is with who runs without a permit, and how quick with who asks."""

    strictness: float
    speed: float


class SetWires(Order, frozen=True, tag="set_wires"):
    """A regulator decides which part of stranded wires households pay; large loads pay the rest."""

    households: float


class Petition(Order, frozen=True, tag="petition"):
    """Residents object to a site. Before: no benefit fund binds them."""

    site: str


class AcceptFund(Order, frozen=True, tag="accept_fund"):
    """Residents take a benefit fund that is offered, and do not object while it lasts."""

    site: str


class BuildHall(Order, frozen=True, tag="build_hall"):
    """Build places for cards at a site, or open a site in a region (`site` is then the region's id)."""

    site: str
    slots: int
    liquid: bool
    haste: float = 1.0
    """Normal time over the time wanted: 1 is normal, 2 half the time."""


class PauseHall(Order, frozen=True, tag="pause_hall"):
    """Stop the work on a hall for a fee; what is built stands."""

    project: str


class ResumeHall(Order, frozen=True, tag="resume_hall"):
    """Go on with a paused hall; crews come back after some months."""

    project: str


class PledgeGiant(Order, frozen=True, tag="pledge_giant"):
    """Bind oneself to pay a part of a giant project; who may lead it and comes first does. After: a fee is paid,
    the rest in step with the work, and the same part of its places and power is one's own."""

    giant: str
    amount_usd: int


class BuildGiant(Order, frozen=True, tag="build_giant"):
    """Break ground for a giant's next phase, or for the whole of what is left. Before: enough is pledged."""

    giant: str
    whole: bool


class RetrofitHall(Order, frozen=True, tag="retrofit_hall"):
    """Change places from air to liquid cooling; they hold cards all the while."""

    site: str
    slots: int


class StartRun(Order, frozen=True, tag="start_run"):
    """Begin the training of the next model with a part of the firm's compute for some months.
    With `below` it ends just under the line of that law, whose id it is."""

    months: int
    share: float
    below: str = ""


class StopRun(Order, frozen=True, tag="stop_run"):
    """End the run now and keep what it has learnt so far."""


class ReleaseModel(Order, frozen=True, tag="release_model"):
    """Release the finished model, or the current one with the newest post-training. Of `variants` tested in private
    the one that the public list likes best goes out; `open_weights` lets anybody download it."""

    variants: int = 1
    open_weights: bool = False


class LicenseData(Order, frozen=True, tag="license_data"):
    """Ask a publisher for its text at a yearly price. Before: cash for a quarter. After: posted text is licensed at
    the posted price, exclusive text goes to the highest bid at the second."""

    publisher: str
    usd_per_year: int


class AnnounceProduct(Order, frozen=True, tag="announce_product"):
    """Show a product before it ships. The valuation rises at once; what does not come costs trust."""

    product: str


class LaunchProduct(Order, frozen=True, tag="launch_product"):
    """Ship a product to a share of the public, or change that share; 0 takes it back. It needs a fleet."""

    product: str
    share: float


class SetPolicy(Order, frozen=True, tag="set_policy"):
    """Change a standing order: free tier (share), price (relative), hiring (growth a month), pay (relative),
    campaign (share), guidance (-1, 0, 1), sublease, colocate, safety and synthetic data (shares of what is left)."""

    policy: Policy
    value: float


class Announce(Order, frozen=True, tag="announce"):
    """Claim a number of H100e online to the press. It moves the valuation at once and is checked later."""

    h100e: int


class PromiseModel(Order, frozen=True, tag="promise_model"):
    """Promise the best model of all in so many months. The valuation rises at once; a date that passes is dear."""

    months: int


class Lobby(Order, frozen=True, tag="lobby"):
    """Pay for a campaign against the rules on large models. It helps everybody whom they bind."""

    amount_usd: int


class JoinPact(Order, frozen=True, tag="join_pact"):
    """Join the pact on safety work, or propose one if none stands: each member gives it a share of its research."""

    share: float
    verified: bool


class LeavePact(Order, frozen=True, tag="leave_pact"):
    """Leave the pact on safety work in the open."""


class BorrowCards(Order, frozen=True, tag="borrow_cards"):
    """Take cards from an affiliate, against its shareholders."""

    affiliate: str
    h100e: int


class Poach(Order, frozen=True, tag="poach"):
    """Approach seniors of a rival with a package each. Before: cash for all of them. After: some come, and know
    what the rival knows; it guards the others and remembers."""

    rival: str
    people: int
    usd_per_head: int


class Acquihire(Order, frozen=True, tag="acquihire"):
    """Bid for a small lab's people. Before: cash for the bid. After: the highest bid pays the second bid or the price
    asked, unless authorities stop it; people come within a year."""

    startup: str
    usd: int


class AskAffiliate(Order, frozen=True, tag="ask_affiliate"):
    """Take data or a team from an affiliate, against its shareholders."""

    affiliate: str
    what: Literal["data", "people"]


class DeclareAgi(Order, frozen=True, tag="declare_agi"):
    """Declare that the threshold is crossed. A panel decides; a false claim is dear."""


AnyOrder = (
    RaiseEquity
    | TenderOffer
    | PitchSovereigns
    | OpenToStrategics
    | AskAffiliateMoney
    | AskParent
    | HandBack
    | GpuLoan
    | AskLenders
    | Borrow
    | Repay
    | OrderCards
    | CancelCards
    | OfferCards
    | TakeCards
    | DivertCards
    | PortLease
    | ReserveCapacity
    | FundChip
    | LeaseCompute
    | AnchorSite
    | StepIn
    | AskWaiver
    | Renegotiate
    | RequestGrid
    | LeaveQueue
    | BidSite
    | SellSite
    | BringTurbines
    | RemoveTurbines
    | BuildPlant
    | SignPower
    | FundCommunity
    | SettleSuit
    | SetTariff
    | SetPermit
    | SetWires
    | Petition
    | AcceptFund
    | BuildHall
    | PauseHall
    | PledgeGiant
    | BuildGiant
    | ResumeHall
    | RetrofitHall
    | StartRun
    | StopRun
    | ReleaseModel
    | LicenseData
    | AnnounceProduct
    | LaunchProduct
    | SetPolicy
    | Announce
    | PromiseModel
    | Lobby
    | JoinPact
    | LeavePact
    | BorrowCards
    | Poach
    | Acquihire
    | AskAffiliate
    | DeclareAgi
)

DESKS: dict[type[Order], Desk] = {
    RaiseEquity: "capital",
    TenderOffer: "capital",
    PitchSovereigns: "capital",
    OpenToStrategics: "capital",
    AskAffiliateMoney: "capital",
    AskParent: "capital",
    HandBack: "capital",
    GpuLoan: "capital",
    AskLenders: "capital",
    Borrow: "capital",
    Repay: "capital",
    OrderCards: "chips",
    CancelCards: "chips",
    OfferCards: "chips",
    TakeCards: "chips",
    DivertCards: "chips",
    PortLease: "chips",
    ReserveCapacity: "chips",
    FundChip: "chips",
    LeaseCompute: "chips",
    AnchorSite: "deals",
    StepIn: "deals",
    AskWaiver: "deals",
    Renegotiate: "deals",
    RequestGrid: "power",
    LeaveQueue: "power",
    BidSite: "power",
    SellSite: "power",
    BringTurbines: "power",
    RemoveTurbines: "power",
    BuildPlant: "power",
    SignPower: "power",
    FundCommunity: "power",
    SettleSuit: "power",
    SetTariff: "power",
    SetPermit: "power",
    SetWires: "power",
    Petition: "power",
    AcceptFund: "power",
    BuildHall: "power",
    PauseHall: "power",
    PledgeGiant: "deals",
    BuildGiant: "power",
    ResumeHall: "power",
    RetrofitHall: "power",
    StartRun: "compute",
    StopRun: "compute",
    ReleaseModel: "compute",
    LicenseData: "compute",
    AnnounceProduct: "compute",
    LaunchProduct: "compute",
    SetPolicy: "compute",
    Announce: "deals",
    PromiseModel: "deals",
    Lobby: "deals",
    JoinPact: "deals",
    LeavePact: "deals",
    BorrowCards: "deals",
    Poach: "deals",
    Acquihire: "deals",
    AskAffiliate: "deals",
    DeclareAgi: "deals",
}

POLICY_DESKS: dict[str, Desk] = {
    "guidance": "capital",
    "sublease": "chips",
    "colocate": "power",
    "hiring": "deals",
    "pay": "deals",
    "campaign": "deals",
}
"""Standing orders that are not of the compute desk."""


def desk_of(kind: type[Order], policy: str = "") -> Desk:
    """The desk at which orders of a kind are given; a standing order's is that of its matter."""
    return POLICY_DESKS.get(policy, DESKS[kind]) if kind is SetPolicy else DESKS[kind]


def desk(order: Order) -> Desk:
    """The desk at which an order is given."""
    return desk_of(type(order), order.policy if isinstance(order, SetPolicy) else "")


def name_of(order: Order) -> str:
    """The kind of an order; of a standing order, which one: "set_policy.hiring"."""
    return f"{order.kind}.{order.policy}" if isinstance(order, SetPolicy) else order.kind


def names() -> list[str]:
    """All names that `name_of` gives, standing orders last."""
    kinds = sorted(str(kind.__struct_config__.tag) for kind in get_args(AnyOrder) if kind is not SetPolicy)
    return [*kinds, *(f"set_policy.{policy}" for policy in get_args(Policy))]


class Plan(Struct, frozen=True):
    """What one firm orders for one turn, in the order in which it is to be carried out."""

    firm: str
    turn: int
    orders: tuple[AnyOrder, ...] = ()
