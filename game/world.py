"""The one serialisable root of a race: everything that a save must hold and a digest must cover."""

from hashlib import blake2b

import msgspec
from msgspec import Struct

from agents.books import Books
from agents.chipmaker import MakerState
from agents.firm import FirmState, Site
from agents.foundry import FoundryState, MemoryState
from agents.investor import InvestorState
from agents.public import PublicState
from agents.utility import UtilityState
from agents.view import News, Offers, Text


class CardOrder(Struct):
    """Cards on order at a maker: what is not yet allocated, and the deposit that lies on it."""

    firm: str
    chip: str
    site: str
    cards: int
    deposit_usd: int
    discount: float
    placed: int


class Shipment(Struct):
    """Cards that are paid for and on their way."""

    site: str
    chip: str
    cards: int
    due: int


class GridRequest(Struct):
    """A request in a utility's queue: study, agreement and works one after the other, then capacity (model 3)."""

    site: str
    kw: int
    left: float
    """What is left of its stage: hazard still to be gone through, drawn as a unit exponential; months of a promise."""
    placed: int
    """Month of the request; -1 for what was promised before the start."""
    stage: int = 0
    """0 study, then agreement, then works; once it is through all it waits for capacity."""
    number: int = 0
    patience: float = 0.0
    """Hazard of a restudy still to be gone through, drawn as a unit exponential."""
    extra_usd: int = 0
    """What restudies have added to the cost of its connection."""
    held_usd: int = 0
    """Deposit and collateral that lie with the utility."""
    interruptible: bool = False
    take: float = 0.0
    """Minimum take of its terms."""
    transformer: float = -1.0
    """Month in which its transformer comes."""


class PlantOrder(Struct):
    """Power of one's own that is on order."""

    site: str
    plant: str
    kw: int
    due: int
    owed_usd: int


class PowerContract(Struct):
    """Power at a fixed price for a site, settled against the spot price each month (model 3)."""

    site: str
    source: str
    kw: int
    price: float
    """USD per kWh."""
    starts: int
    ends: int


class TurbineOrder(Struct):
    site: str
    kw: int
    due: int
    permitted: bool = False


class HallProject(Struct):
    """Places under construction. `work` counts down in months of the firm's own pace."""

    site: str
    slots: int
    liquid: bool
    work: float
    cost_left_usd: int
    retrofit: bool = False


class Contract(Struct):
    """A lease: `user` may use `h100e` of `operator` from `starts` to before `ends`."""

    operator: str
    user: str
    h100e: int
    cluster_h100e: int
    rent_usd: float
    starts: int
    ends: int
    delivered: int = 0
    core: bool = False
    """Cards moved from a parent's core to its own lab."""


class Bids(Struct):
    """What the orders of this turn ask of the markets; each market takes its part in phase 2."""

    equity: list[tuple[str, str, int, int]] = []
    """(investor, firm, amount_usd, pre_money_usd)"""
    turbines: list[tuple[str, int, bool]] = []
    """(site, kw, permit first)"""
    leases: list[tuple[str, str, int, int, bool]] = []
    """(operator, user, h100e, months, built)"""


class Tie(Struct):
    lab: str
    partner: str
    operator: str
    revenue_share: float
    exclusive: bool
    waiver_revenue_share: float
    licence: bool


class Drawn(Struct):
    """What chance decided for this game at its start."""

    slip: float
    """Part of the committed expansion of packaging that comes."""
    chip_yield: float
    capex_cap: float


class World(Struct):
    """The state of a race at the end of a month, offers and news of the next included."""

    seed: int
    month: int
    books: Books
    firms: dict[str, FirmState]
    sites: dict[str, Site]
    utilities: dict[str, UtilityState]
    makers: dict[str, MakerState]
    foundries: dict[str, FoundryState]
    memory: dict[str, MemoryState]
    investors: dict[str, InvestorState]
    public: PublicState
    drawn: Drawn
    ties: list[Tie]
    contracts: list[Contract]
    orders: list[CardOrder]
    shipments: list[Shipment]
    requests: list[GridRequest]
    turbines: list[TurbineOrder]
    projects: list[HallProject]
    bids: Bids
    offers: Offers
    news: list[News]
    turbine_kw_left: float
    contractor_slots: float
    scores: dict[str, "Tally"]
    reason: str = ""
    lease_asks: dict[str, int] = {}
    """H100e that tenants asked of each lessor's free capacity in the last turn that anybody asked."""
    sites_made: int = 0
    requests_made: int = 0
    plants: list[PlantOrder] = []
    power_contracts: list[PowerContract] = []
    spot: float = 0.0
    """Logarithm of the country's spot price of energy, relative to the start."""
    refurbished_kw: float = 0.0
    """Large transformers, second-hand, that are left."""

    def tell(self, icon: str, key: str, firm: str = "", tone: int = 0, **args: str | int | float) -> None:
        """Add a line of news of this month."""
        self.news.append(News(self.month, Text(key, args), icon, firm, tone))


class Tally(Struct):
    """Running sums of a seat's score; the score can be told at any month without the record."""

    valuation_start: float
    log_dilution: float = 0.0
    valuations: list[float] = []
    frontier_sum: float = 0.0
    months: int = 0
    reach: list[float] = []
    trust_sum: float = 0.0
    trust_least: float = 1.0
    resilient: int = 0
    burns: list[int] = []
    frozen: bool = False
    bonus: float = 0.0


def digest(world: World) -> str:
    """A hash of the whole state except the history of entries and news: equal worlds have equal digests."""
    entries, news = world.books.entries, world.news
    world.books.entries, world.news = [], []
    try:
        packed = _encoder.encode(world)
    finally:
        world.books.entries, world.news = entries, news
    return blake2b(packed, digest_size=16).hexdigest()


_encoder = msgspec.msgpack.Encoder(order="deterministic")
