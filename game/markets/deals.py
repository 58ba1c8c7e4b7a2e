"""Deals between firms: leases of compute, waivers of exclusivity, cards lent by affiliates (model 5).

A lessor posts what runs free now, and what it would build for a tenant; the rent follows an owner's cost and scarcity.
A parent lends cards of its core to its own lab at a shadow rent, a few points of its fleet a turn.
"""

from typing import TYPE_CHECKING

from agents.view import LeaseOffer
from game.markets import cycle
from game.markets.chips import card_cost_usd
from game.markets.rationing import pro_rata
from game.world import Contract
from levels.calendar import QUARTER

if TYPE_CHECKING:
    from game.race import Race


def committed_h100e(race: "Race", operator: str, month: int) -> int:
    """What a lessor owes its tenants in a month."""
    owed = 0
    for contract in race.lists.leases_from(operator):
        if contract.starts <= month < contract.ends:
            owed += contract.h100e
    return owed


def owner_cost_usd(race: "Race") -> float:
    """Dollars per H100e-hour that an owner pays: the all-in cost of what is on sale, over the payback."""
    rules = race.level.rules
    cost, compute = 0.0, 0.0
    for maker in race.makers:
        for key, chip in maker.chips.items():
            cards = maker.state.supply.get(key, 0)
            if cards > 0 and not chip.buyers:
                cost += cards * (card_cost_usd(race, key) + chip.facility_kw * rules.building.usd_per_kw)
                compute += cards * chip.h100e
    return cost / max(1.0, compute) / (rules.leases.payback_months * rules.power.hours_per_month)


def taken_share(race: "Race") -> float:
    """Share of the lessors' running cards that is not free."""
    online = sum(race.world.firms[key].compute.online for key in race.lessors)
    free = sum(free_h100e(race, key) for key in race.lessors)
    return 1.0 - free / online if online else 1.0


def market_rent_usd(race: "Race") -> float:
    """Dollars per H100e-hour on contract (model 5): margin x an owner's cost, raised by scarcity, cut by a glut."""
    rules, public = race.level.rules.leases, race.world.public
    normal = race.world.offers.normal_rent_usd = rules.margin * owner_cost_usd(race)
    if race.level.tenants:
        rent = normal * cycle.tightness(race)
    else:
        rent = normal * (1.0 + rules.scarcity * (taken_share(race) - rules.normal_use))
    if race.world.month <= public.rent_cut_until:
        rent *= 1.0 - public.rent_cut
    return max(rules.least_usd, rent)


def free_h100e(race: "Race", operator: str) -> int:
    """Running cards that neither the core business nor a present or coming contract needs."""
    state, cloud = race.world.firms[operator], race.level.firms[operator].cloud
    if cloud is None or not cloud.rents_out:
        return 0
    soon = race.world.month + 3
    owed = max(committed_h100e(race, operator, race.world.month + 1), committed_h100e(race, operator, soon))
    return max(0, int(state.compute.online * (1.0 - cloud.core_share)) - owed)


def post(race: "Race") -> dict[str, LeaseOffer]:
    """What every lessor offers in the coming turn."""
    rules = race.level.rules.leases
    race.world.offers.rent_usd = rent = market_rent_usd(race)
    offers = {}
    for key in race.operators:
        cloud = race.level.firms[key].cloud
        assert cloud is not None
        fleet = race.world.firms[key].compute.owned
        largest = max((site.cluster_h100e for site in race.sites_of[key]), default=0)
        built = int(fleet * rules.built_most) if cloud.rents_out else 0
        offers[key] = LeaseOffer(key, free_h100e(race, key), built, rules.build_ahead_months, round(rent, 4), largest)
    return offers


def core_offer(race: "Race", lab: str) -> LeaseOffer | None:
    """What a lab's own parent can move to it this turn, or None if it has no parent."""
    facts = race.level.firms[lab]
    if facts.grant is None:
        return None
    rules, parent = race.level.rules.leases, facts.grant.parent
    state = race.world.firms[parent]
    owed = committed_h100e(race, parent, race.world.month + 3)
    most = int(state.compute.owned * rules.core_points)
    now = max(0, min(most, state.compute.online - owed))
    largest = max((site.cluster_h100e for site in race.sites_of[parent]), default=0)
    return LeaseOffer(parent, now, 0, 0, core_rent_usd(race), largest)


def core_rent_usd(race: "Race") -> float:
    """Shadow rent of cards moved from a parent's core: what they would earn outside, at most the level's figure."""
    return min(race.level.rules.leases.core_rent_usd, race.world.offers.rent_usd)


def clear(race: "Race") -> None:
    """Sign this turn's leases: what runs free is shared pro rata, what is built is signed as asked."""
    world, rules = race.world, race.level.rules.leases
    bids = world.bids.leases
    if not bids:
        return
    for operator in dict.fromkeys(bid[0] for bid in bids):
        now = [bid for bid in bids if bid[0] == operator and not bid[4]]
        own = [bid for bid in now if is_own_core(race, bid[1], operator)]
        for bid in own:
            _sign(race, bid, bid[2], core_rent_usd(race), world.month, core=True)
        outside = [bid for bid in now if bid not in own]
        if outside:
            world.lease_asks[operator] = sum(bid[2] for bid in outside)
        given = pro_rata(free_h100e(race, operator), [bid[2] for bid in outside], [bid[1] for bid in outside])
        for bid, h100e in zip(outside, given, strict=True):
            _sign(race, bid, h100e, world.offers.rent_usd, world.month, core=False)
        for bid in bids:
            if bid[0] == operator and bid[4]:
                _sign(race, bid, bid[2], world.offers.rent_usd, world.month + rules.build_ahead_months, core=False)
    world.bids.leases = []


def is_own_core(race: "Race", lab: str, operator: str) -> bool:
    grant = race.level.firms[lab].grant
    return grant is not None and grant.parent == operator


def _sign(
    race: "Race", bid: tuple[str, str, int, int, bool], h100e: int, rent_usd: float, starts: int, *, core: bool
) -> None:
    operator, user, _, months, _ = bid
    if h100e <= 0:
        return
    world = race.world
    largest = max((site.cluster_h100e for site in race.sites_of[operator]), default=0)
    cluster = h100e if bid[4] else min(h100e, largest)
    world.contracts.append(Contract(operator, user, h100e, cluster, rent_usd, starts, starts + months, core=core))
    if not core:
        deposit = race.level.rules.leases.deposit_months
        monthly = int(h100e * rent_usd * race.level.rules.power.hours_per_month)
        world.books.pay(user, operator, deposit * monthly, "lease_deposit")
        name = race.level.firms[operator].name
        key = "news-lease" if h100e >= bid[2] else "news-lease-part"
        world.tell("handshake", key, user, 1, operator=name, h100e=h100e, asked=bid[2])


def pay(race: "Race") -> None:
    """Rents of the month: for what was promised, less what the lessor failed to deliver."""
    world = race.world
    hours = race.level.rules.power.hours_per_month
    for contract in world.contracts:
        if contract.starts <= world.month < contract.ends:
            rent = int(contract.delivered * contract.rent_usd * hours)
            cause = "core_rent" if contract.core else "lease"
            world.books.pay(contract.user, contract.operator, rent, cause)
    if world.month % QUARTER == 0:
        world.contracts = [contract for contract in world.contracts if contract.ends > world.month]


def exclusive_partner(race: "Race", lab: str) -> str:
    """The partner without whose waiver a lab may not lease elsewhere, or empty."""
    for tie in race.lists.ties_of(lab):
        if tie.exclusive:
            return tie.partner
    return ""


def may_lease(race: "Race", lab: str, operator: str) -> bool:
    """Whether a lab may lease from an operator: its own core, anybody, or only its exclusive partner's."""
    if is_own_core(race, lab, operator):
        return True
    bound = [tie.operator for tie in race.lists.ties_of(lab) if tie.exclusive]
    return not bound or operator in bound


def is_bound(race: "Race", lab: str) -> bool:
    """Whether a lab may lease only from partners."""
    return exclusive_partner(race, lab) != ""


def open_offers(race: "Race", lab: str, core: LeaseOffer | None = None) -> dict[str, LeaseOffer]:
    """The offers of operators from whom a lab may lease, as `may_lease` has it for each, its own `core` among them."""
    bound = {tie.operator for tie in race.lists.ties_of(lab) if tie.exclusive}
    offers, grant = race.world.offers.leases, race.level.firms[lab].grant
    if bound and grant is not None:
        bound.add(grant.parent)
    found = {key: offer for key, offer in offers.items() if key in bound} if bound else dict(offers)
    if core is not None:
        found[core.operator] = core
    return found


def open_h100e(race: "Race", lab: str) -> int:
    """Cards that run free at the operators from whom a lab may lease."""
    if is_bound(race, lab):
        return sum([offer.now_h100e for offer in open_offers(race, lab).values()])
    return race.lists.offered_h100e()


def waive(race: "Race", lab: str, partner: str) -> None:
    """The partner gives up exclusivity for a larger part of the revenue."""
    for tie in race.lists.ties_of(lab):
        if tie.partner == partner and tie.exclusive:
            tie.exclusive = False
            tie.revenue_share += tie.waiver_revenue_share
            race.world.tell("handshake", "news-waiver", lab, 1, partner=race.level.firms[partner].name)


def lendable_h100e(race: "Race", affiliate: str) -> int:
    """What an affiliate's shareholders still let go."""
    facts, state = race.level.firms[affiliate].affiliate, race.world.firms[affiliate]
    if facts is None:
        return 0
    lent = committed_h100e(race, affiliate, race.world.month)
    willing = facts.lendable * max(0.0, 1.0 - state.opposition)
    return max(0, int(state.compute.online * willing) - lent)


def lend(race: "Race", affiliate: str, lab: str, h100e: int) -> None:
    """An affiliate's cards work for the lab from now on, for a year and at an owner's cost."""
    world, rules = race.world, race.level.rules.leases
    contract = Contract(
        affiliate, lab, h100e, h100e, rules.owner_cost_usd, world.month, world.month + rules.affiliate_months
    )
    world.contracts.append(contract)
    world.tell("handshake", "news-lent", lab, 0, affiliate=race.level.firms[affiliate].name, h100e=h100e)
