"""Anchored sites: a lessor builds for one tenant, with a loan that only the tenant's contract carries (model 5).

No tenant, no building: the lender asks that what the contract brings covers the service of the loan, DSCR >= 1.2. The
tenant chooses how long it waits (the longer, the cheaper), damages for delay, and a right to step in if it is small
enough for the lessor to grant it. The rent runs from the month in which hall and power stand.
A tenant may pay part of the cards' price at once: the lessor borrows that much less and takes it off the rent, its
orders for the site count as paid in advance with the maker, and all of it is gone if the lessor fails.
"""

from typing import TYPE_CHECKING

from msgspec import Struct

from agents.books import GRID_KW, TURBINE_KW, USD, card_unit
from game.markets.chips import card_cost_usd
from game.world import Anchor, Contract

if TYPE_CHECKING:
    from agents.orders import AnchorSite
    from game.race import Race


def rent_usd(race: "Race", wait_months: int, damages: float, *, step_in: bool) -> float:
    """USD per H100e-hour: the market's, less for patience, more for what the tenant is secured against."""
    rules = race.level.rules.anchors
    span = max(1, rules.most_months - rules.least_months)
    patience = (wait_months - rules.least_months) / span
    factor = 1.0 - rules.discount * patience + rules.damages_price * damages
    return race.world.offers.rent_usd * (factor + (rules.step_in_price if step_in else 0.0))


class Terms(Struct, frozen=True):
    """What a tenant is offered for its site."""

    rent_usd: float
    """Per H100e-hour, less what is taken off for cards that it has paid."""
    cover: float
    """Debt service cover of the lessor's loan."""


def terms(race: "Race", order: "AnchorSite") -> Terms:
    """The rent, and whether it carries the loan."""
    full = rent_usd(race, order.wait, order.damages, step_in=order.step_in)
    rent = full - rebate_usd(race, order.months, order.prepay)
    return Terms(rent, cover(race, order.months, rent, order.prepay))


def all_in_usd(race: "Race") -> tuple[float, float, float]:
    """Dollars per H100e of card and of hall, and its kW, with the cheapest chip on sale to anybody."""
    best = (0.0, 0.0, 0.0)
    building = race.level.rules.building
    for maker in race.makers:
        for key, chip in maker.chips.items():
            if maker.state.supply.get(key, 0) > 0 and not chip.buyers:
                card = card_cost_usd(race, key) / chip.h100e
                kw = chip.facility_kw / chip.h100e
                hall = kw * building.usd_per_kw * building.liquid_premium
                if not best[0] or card + hall < best[0] + best[1]:
                    best = (card, hall, kw)
    return best


def cover(race: "Race", months: int, rent: float, prepay: float = 0.0) -> float:
    """Debt service cover of the loan on one H100e: what its rent leaves over the annuity of the loan.

    `prepay` is the part of the cards that the tenant pays at once and the lessor does not borrow.
    """
    rules = race.level.rules.anchors
    card, hall, _ = all_in_usd(race)
    left = rent * race.level.rules.power.hours_per_month * (1.0 - rules.running_cost)
    service = annuity(rules.loan_share * (card + hall) - prepay * card, rules.loan_rate, months)
    return left / service if service > 0.0 else 0.0


def rebate_usd(race: "Race", months: int, prepay: float) -> float:
    """USD per H100e-hour that are taken off the rent: the annuity of what the tenant has paid."""
    card, _, _ = all_in_usd(race)
    rate = race.level.rules.anchors.loan_rate
    return annuity(prepay * card, rate, months) / race.level.rules.power.hours_per_month


def annuity(loan_usd: float, yearly_rate: float, months: int) -> float:
    """Equal monthly payment that pays a loan off."""
    rate = yearly_rate / 12.0
    return loan_usd * rate / (1.0 - (1.0 + rate) ** -months) if rate > 0.0 else loan_usd / max(1, months)


def sign(race: "Race", anchor: Anchor) -> None:
    """The loan for the hall comes at once, that for the cards when the hall stands."""
    race.world.anchors.append(anchor)
    race.world.books.pay("~lenders", anchor.operator, anchor.hall_loan_usd, "loan")
    name = race.level.firms[anchor.operator].name
    race.world.tell("handshake", "news-anchor", anchor.user, 1, operator=name, h100e=anchor.h100e)


def advance(race: "Race") -> None:
    """Anchored sites that stand begin to serve; late ones pay damages; loans are served from the rent."""
    world = race.world
    if not world.anchors:
        return
    hours = race.level.rules.power.hours_per_month
    for anchor in world.anchors:
        is_on = world.firms[anchor.operator].alive and world.firms[anchor.user].alive
        if anchor.started < 0 and is_on:
            if _stands(race, anchor):
                _start(race, anchor)
            elif world.month > anchor.due and anchor.late < race.level.rules.anchors.damages_months:
                usd = int(anchor.damages * anchor.rent_usd * hours * anchor.h100e)
                usd = min(usd, max(0, world.books.held(USD, anchor.operator)))
                world.books.pay(anchor.operator, anchor.user, usd, "damages")
            anchor.late += world.month > anchor.due and anchor.started < 0
            if anchor.late == 1 and anchor.started < 0:
                name = world.sites[anchor.site].name
                world.tell("clock", "news-anchor-late", anchor.user, -1, site=name)
        elif anchor.started >= 0 and is_on and world.month < anchor.started + anchor.months:
            due = min(anchor.service_usd, max(0, world.books.held(USD, anchor.operator)))
            world.books.pay(anchor.operator, "~lenders", due, "repayment")
    world.anchors = [anchor for anchor in world.anchors if _lives(race, anchor)]


def _lives(race: "Race", anchor: Anchor) -> bool:
    firms = race.world.firms
    ends = anchor.started + anchor.months if anchor.started >= 0 else race.world.month + 1
    return firms[anchor.operator].alive and firms[anchor.user].alive and race.world.month < ends


def _stands(race: "Race", anchor: Anchor) -> bool:
    """Whether hall and power of the site are there."""
    held = race.world.books.held
    site = race.world.sites[anchor.site]
    kw = held(GRID_KW, anchor.site) + held(TURBINE_KW, anchor.site)
    return site.liquid_slots >= anchor.slots and kw >= anchor.kw * race.level.rules.anchors.ready_share


def _start(race: "Race", anchor: Anchor) -> None:
    world = race.world
    anchor.started = world.month
    world.books.pay("~lenders", anchor.operator, anchor.card_loan_usd, "loan")
    # Cards follow a hall that stands: the rent runs for what is delivered.
    world.contracts.append(
        Contract(
            anchor.operator,
            anchor.user,
            anchor.h100e,
            anchor.h100e,
            anchor.rent_usd,
            world.month + 1,
            world.month + 1 + anchor.months,
        )
    )
    operator = race.level.firms[anchor.operator].name
    world.tell("handshake", "news-anchor-ready", anchor.user, 1, operator=operator, h100e=anchor.h100e)


def step_in_usd(race: "Race", anchor: Anchor) -> int:
    """What a tenant pays for a late site: the lender's money and the cards at today's price, less what it has paid."""
    cards = sum(
        race.world.books.held(card_unit(chip), anchor.site) * card_cost_usd(race, chip)
        for chip in race.cards_of.get(anchor.site, {})
    )
    return max(0, int(anchor.hall_loan_usd + cards) - anchor.prepaid_usd)


def step_in(race: "Race", anchor: Anchor) -> None:
    """The tenant takes the late site over, with what is built and what is left to do; the lender is paid off."""
    world = race.world
    price = step_in_usd(race, anchor)
    world.books.pay(anchor.user, anchor.operator, price, "site")
    left = max(0, world.books.held(USD, anchor.operator))
    world.books.pay(anchor.operator, "~lenders", min(anchor.hall_loan_usd, left), "repayment")
    world.sites[anchor.site].firm = anchor.user
    for order in world.orders:
        if order.site == anchor.site:
            order.firm = anchor.user
    race.lists.orders_changed_hands()
    world.books.touched.append(anchor.site)
    race.index_sites()
    world.anchors = [other for other in world.anchors if other is not anchor]
    world.tell("key-round", "news-stepped-in", anchor.user, 1, site=world.sites[anchor.site].name)
