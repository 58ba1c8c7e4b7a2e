"""Counsel: what a look at a plan would find fault with before the turn ends, and the plan without it.

Three flaws are told. They stand in what the firm sees: its view, and the months and amounts of its desk's quotes.

- Cards for which there will be no place or no power at their site when they arrive: by the view's reckoning of what is
  there in time, which minds share (`agents.minds.rooms`), and by what the plan brings no later than the cards.
- Compute that is let by the month beside more that is leased.
- What comes only after the level's last month.

Where cards count wherever they are (`game.goals`), orders of cards have no flaw.
"""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Literal

from msgspec import Struct, structs

from agents.desk import Advice, Desk, Quote
from agents.minds.rooms import room_for
from agents.orders import (
    AnyOrder,
    BringTurbines,
    BuildHall,
    BuildPlant,
    CancelCards,
    DivertCards,
    LeaseCompute,
    OrderCards,
    RemoveTurbines,
    RequestGrid,
    RetrofitHall,
    SetPolicy,
    TakeCards,
)
from agents.view import SiteView, Text, View
from game.compute import NOTABLE
from levels.calendar import QUARTER, month_of

Kind = Literal["crowded", "let", "late"]
Quoted = Sequence[tuple[AnyOrder, Quote | None]]
"""The orders of a plan, each with its quote after those before it; None where it would be refused."""

CARDS = (OrderCards, TakeCards, DivertCards)
SMALLER: dict[type, str] = {
    OrderCards: "cards",
    TakeCards: "cards",
    DivertCards: "cards",
    RequestGrid: "kw",
    LeaseCompute: "h100e",
}
"""The amount of an order of which less would fit, or come sooner."""


class Flaw(Struct, frozen=True, gc=False):
    """What is wrong with an order of a plan, and what would be sound in its place."""

    kind: Kind
    place: int
    """Of the order in the plan."""
    order: AnyOrder
    text: Text
    instead: tuple[AnyOrder, ...] = ()


def flaws(desk: Desk, orders: Sequence[AnyOrder], *, cards_anywhere: bool = False) -> list[Flaw]:
    """All flaws of a plan, in the order of the plan. Orders that the desk refuses there have none."""
    plan = _quoted(desk, orders, cards_anywhere)
    return sorted([flaw for look in LOOKS for flaw in look(desk, plan)], key=lambda flaw: flaw.place)


def checked(desk: Desk, plan: Sequence[Advice], *, cards_anywhere: bool = False) -> list[Advice]:
    """The plan without its flaws: what is at fault is left out or made smaller; reasons stay."""
    kept = list(plan)
    for look in LOOKS:
        while found := look(desk, _quoted(desk, [each.order for each in kept], cards_anywhere)):
            place = found[0].place
            kept[place : place + 1] = _sound(kept[place], found[0])
    return kept


def _sound(advice: Advice, flaw: Flaw) -> list[Advice]:
    """What stands in the place of an order at fault; an end of letting is given for its flaw."""
    return [Advice(order, (flaw.text,) if isinstance(order, SetPolicy) else advice.reasons) for order in flaw.instead]


def _quoted(desk: Desk, orders: Sequence[AnyOrder], cards_anywhere: bool) -> Quoted:
    granted: list[AnyOrder] = []
    found: list[tuple[AnyOrder, Quote | None]] = []
    for order in orders:
        answer, quote = desk.quote(granted, order), None
        if isinstance(answer, Quote):
            granted.append(order)
            quote = None if cards_anywhere and isinstance(order, CARDS) else answer
        found.append((order, quote))
    return found


# --- after the end -------------------------------------------------------------------------------------


def _late(desk: Desk, plan: Quoted) -> list[Flaw]:
    """What comes only when the level is over."""
    view, found = desk.view, []
    for place, (order, quote) in enumerate(plan):
        if quote is not None and _first_month(order, quote) > view.last_month:
            text = Text("flaw-late", {"month": _named(view, quote.ready_month)})
            before = [each for each, answer in plan[:place] if answer is not None]
            found.append(Flaw("late", place, order, text, _sooner(desk, before, order)))
    return found


def _first_month(order: AnyOrder, quote: Quote) -> int:
    """When the first of it comes: cards that take more than a quarter come month by month."""
    if isinstance(order, OrderCards) and 0.0 < quote.fill < 1.0:
        return quote.ready_month + 1 - round(QUARTER / quote.fill)
    return quote.ready_month


def _sooner(desk: Desk, before: Sequence[AnyOrder], order: AnyOrder) -> tuple[AnyOrder, ...]:
    """The largest order of its kind that comes in time, where a smaller one comes sooner."""
    name = SMALLER.get(type(order))
    if name is None:
        return ()
    best, least, most = 0, 0, int(getattr(order, name))
    while most - least > 1:
        amount = (least + most) // 2
        answer = desk.quote(before, structs.replace(order, **{name: amount}))
        if isinstance(answer, Quote) and _first_month(order, answer) > desk.view.last_month:
            most = amount
        else:
            # What is refused although more was granted is too small.
            least, best = amount, amount if isinstance(answer, Quote) else best
    return _of_size(order, best)


def _of_size(order: AnyOrder, amount: int) -> tuple[AnyOrder, ...]:
    """The order with a smaller amount, unless that is as good as none."""
    name = SMALLER[type(order)]
    return (structs.replace(order, **{name: amount}),) if amount > NOTABLE * getattr(order, name) else ()


def _named(view: View, month: int) -> str:
    return month_of(month - view.month, view.calendar)


# --- let and leased ------------------------------------------------------------------------------------


def _let(desk: Desk, plan: Quoted) -> list[Flaw]:
    """What would be let is used before more is rented. What is built for a contract comes later, and is left alone."""
    me, granted = desk.view.me, [order for order, quote in plan if quote is not None]
    leases = [order for order in granted if isinstance(order, LeaseCompute) and not order.built]
    policies = [order for order in granted if isinstance(order, SetPolicy) and order.policy == "sublease"]
    share = policies[-1].value if policies else me.sublease
    if not leases or share <= 0.0 or not (policies or me.subleased_h100e):
        return []
    text = Text("flaw-let", {"share": share, "h100e": sum([lease.h100e for lease in leases])})
    order: AnyOrder = policies[-1] if policies else leases[0]
    place = next(number for number, (each, _) in enumerate(plan) if each is order)
    return [Flaw("let", place, order, text, tuple(_own_first(desk, granted, order)))]


def _own_first(desk: Desk, granted: Sequence[AnyOrder], order: AnyOrder) -> Iterator[AnyOrder]:
    """The end of the letting, and as much less of a lease; without the one the other goes."""
    me, none = desk.view.me, SetPolicy("sublease", 0.0)
    if me.sublease > 0.0 and isinstance(desk.quote([each for each in granted if each is not order], none), Quote):
        yield none
        if isinstance(order, LeaseCompute) and len(granted) < me.initiative:
            yield from _of_size(order, order.h100e - me.subleased_h100e)


# --- cards without place or power ----------------------------------------------------------------------


def _crowded(desk: Desk, plan: Quoted) -> list[Flaw]:
    """Cards beyond what will have a place and power at their site, those of earlier orders counted."""
    view, found = desk.view, []
    for place, (order, quote) in enumerate(plan):
        if quote is None or not isinstance(order, CARDS) or order.site not in view.sites:
            continue
        site = _by(view, view.sites[order.site], quote.ready_month - view.month + 1)
        for number, (each, answer) in enumerate(plan):
            if answer is None or getattr(each, "site", "") != site.key:
                continue
            if isinstance(each, CARDS):
                site = _with_cards(view, site, each.chip, each.cards) if number < place else site
            elif answer.ready_month <= quote.ready_month:
                site = _with(view, site, each, answer)
        room = room_for(view, site, view.chips[order.chip])
        most = max(0, min(room.places, room.powered))
        if order.cards > most:
            key = "flaw-places" if room.places <= room.powered else "flaw-power"
            month = _named(view, quote.ready_month)
            text = Text(key, {"cards": order.cards, "site": site.key, "month": month, "room": most})
            found.append(Flaw("crowded", place, order, text, _of_size(order, most)))
    return found


def _by(view: View, site: SiteView, months: int) -> SiteView:
    """The site with what will be there so many months from now, where that is more than the view has as soon.

    Halls by their own dates; the whole queue by the time that a new request would take.
    """
    halls = [hall for hall in view.projects if hall.site == site.key and not hall.paused and hall.months_left <= months]
    offer = view.offers.power.get(site.region)
    is_through = offer is not None and offer.wait_months <= months
    return structs.replace(
        site,
        soon_kw=max(site.soon_kw, site.queue_kw if is_through else 0),
        soon_slots=max(site.soon_slots, min(site.building_slots, sum([hall.slots for hall in halls]))),
        soon_liquid=max(
            site.soon_liquid, min(site.building_liquid, sum([hall.slots for hall in halls if hall.liquid]))
        ),
    )


def _with_cards(view: View, site: SiteView, chip: str, cards: int) -> SiteView:
    """The site with so many more cards planned for it, or fewer."""
    facts = view.chips[chip]
    kw = cards * facts.facility_kw
    return structs.replace(
        site,
        planned_kw=site.planned_kw + ceil(kw),
        air_cards_kw=site.air_cards_kw + (0.0 if facts.liquid else kw),
        liquid_cards_kw=site.liquid_cards_kw + (kw if facts.liquid else 0.0),
    )


def _with(view: View, site: SiteView, order: AnyOrder, quote: Quote) -> SiteView:
    """The site with what an order brings it in time, or takes from it."""
    match order:
        case BuildHall():
            liquid = order.slots if order.liquid else 0
            return structs.replace(
                site, soon_slots=site.soon_slots + order.slots, soon_liquid=site.soon_liquid + liquid
            )
        case RetrofitHall():
            return structs.replace(site, soon_liquid=site.soon_liquid + order.slots)
        case RequestGrid() | BringTurbines() | BuildPlant():
            return structs.replace(site, soon_kw=site.soon_kw + order.kw)
        case RemoveTurbines():
            return structs.replace(site, turbine_kw=site.turbine_kw - order.kw)
        case CancelCards():
            return _with_cards(view, site, order.chip, -site.ordered_cards.get(order.chip, 0))
    return site


LOOKS = (_late, _let, _crowded)
"""In this order: what comes after the end brings no place and no power either."""
