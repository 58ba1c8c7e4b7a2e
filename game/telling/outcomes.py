"""What became of the orders of the last turn, as far as one can see it: done, under way, partly filled, refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.telling.entry import Entry

if TYPE_CHECKING:
    from agents.orders import AnyOrder, LeaseCompute
    from agents.view import LeaseView, News, View
    from game.telling.seat import Seat

DONE, WAITS, REFUSED = ("circle-check", "good"), ("clock", "warn"), ("circle-x", "bad")
ASKED = ("circle-help", "soft")
ANSWERS: dict[str, tuple[str, ...]] = {
    "bid_site": ("news-site-sold",),
    "ask_affiliate_money": ("news-vote-won", "news-vote-lost"),
    "ask_affiliate": ("news-transfer-data", "news-transfer-people"),
    "ask_parent": ("news-request",),
    "pitch_sovereigns": ("news-pitch", "news-pitch-failed"),
    "petition": ("news-petition",),
    "poach": ("news-poached", "news-poach-none"),
    "acquihire": ("news-takeover", "news-takeover-blocked"),
    "renegotiate": (
        "news-terms-share", "news-terms-compute", "news-terms-waiver", "news-terms-exclusive", "news-terms-licence",
        "news-terms-clause", "news-terms-refused",
    ),
    "tender_offer": ("news-tender",),
}  # fmt: skip
"""Orders that others answer, by kind, and the news that tells the answer."""
AGAINST = ("news-vote-lost", "news-pitch-failed", "news-poach-none", "news-takeover-blocked", "news-terms-refused")
ABOUT = {
    "lot": "site", "site": "site", "affiliate": "affiliate", "rival": "rival", "startup": "startup",
    "partner": "partner",
}  # fmt: skip
"""What an order is about, by its field, and what the news calls that."""
Mark = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Given:
    """A plan as it was handed in: its turn, its orders with the month in which each is expected, and the view then."""

    turn: int
    orders: tuple[tuple[AnyOrder, int], ...]
    view: View


def outcomes(seat: Seat) -> list[Entry]:
    """A line for each order of the turn that was played last."""
    given = seat.given.get(seat.firm)
    if given is None or given.turn != seat.session.turn - 1:
        return []
    refused = list(seat.session.refused(seat.firm))
    found = []
    for number, (order, ready) in enumerate(given.orders):
        why = next((why for one, why in refused if one == order), None)
        if why is not None:
            refused.remove((order, why))
            mark, words = REFUSED, seat.words.text(why.text)
        else:
            mark, words = _outcome(seat, given, order, ready)
        icon, tone = mark
        text = seat.words.say("outcome", order=seat.words.order(order), what=words)
        found.append(Entry(f"order.{number}", text, icon, tone, strong=True))
    return found


def _outcome(seat: Seat, given: Given, order: AnyOrder, ready: int) -> tuple[Mark, str]:
    from agents.orders import LeaseCompute, OrderCards, RequestGrid

    say, view = seat.words.say, seat.view
    month = seat.words.month(max(ready, view.month))
    if order.kind == "raise_equity":
        return _raised(seat, given)
    if order.kind in ANSWERS:
        return _answered(seat, given, order)
    if isinstance(order, LeaseCompute):
        return _leased(seat, given, order)
    if order.kind == "start_run" and view.me.run_name:
        return WAITS, say("outcome-way", month=seat.words.month(view.me.run_ends))
    if isinstance(order, OrderCards):
        site = view.sites.get(order.site)
        waiting = min(order.cards, site.ordered_cards.get(order.chip, 0)) if site else 0
        if waiting:
            return WAITS, say("outcome-cards-wait", cards=waiting, month=month)
    if isinstance(order, RequestGrid):
        before, now = given.view.sites.get(order.site), view.sites.get(order.site)
        gained = now.grid_kw - before.grid_kw if before and now else 0
        if 0 < gained < order.kw:
            return WAITS, say("outcome-grid", kw=gained, month=month)
        if gained >= order.kw:
            return DONE, say("outcome-done")
    return (DONE, say("outcome-done")) if ready < view.month else (WAITS, say("outcome-way", month=month))


def _raised(seat: Seat, given: Given) -> tuple[Mark, str]:
    """Rounds of a turn close together: what came of all that was asked."""
    from agents.orders import RaiseEquity

    asked = sum(order.amount_usd for order, _ in given.orders if isinstance(order, RaiseEquity))
    since = given.view.month
    came = sum(
        int(item.text.args.get("usd", 0))
        for item in seat.session.news()
        if item.firm == seat.firm and item.month >= since - 1 and item.text.key == "news-round"
    )
    if came >= 0.995 * asked:
        return DONE, seat.words.say("outcome-raised", usd=came)
    return WAITS if came else REFUSED, seat.words.say("outcome-raised-part", usd=came, asked=asked)


def _answered(seat: Seat, given: Given, order: AnyOrder) -> tuple[Mark, str]:
    """What others have said to it, in the words of the news; who else has won it, if another has."""
    for item in seat.session.news():
        if item.month >= given.view.month - 1 and item.text.key in ANSWERS[order.kind] and _is_about(seat, order, item):
            if item.firm == seat.firm or order.kind == "petition":
                return REFUSED if item.text.key in AGAINST else DONE, seat.words.news(item)
            if order.kind in ("bid_site", "acquihire"):
                return REFUSED, seat.words.news(item)
    return ASKED, seat.words.say("outcome-asked")


def _is_about(seat: Seat, order: AnyOrder, item: News) -> bool:
    """Whether a line of news names what an order names, as far as both name something."""
    for field, name in ABOUT.items():
        if hasattr(order, field) and name in item.text.args:
            asked, told = (
                str(seat.words.named(field, getattr(order, field))),
                seat.words.name(str(item.text.args[name])),
            )
            return asked in told or told in asked
    return True


def _leased(seat: Seat, given: Given, order: LeaseCompute) -> tuple[Mark, str]:
    """New contracts with this lessor."""
    say, old = seat.words.say, list(map(_contract, given.view.leases))
    new: list[LeaseView] = []
    for lease in seat.view.leases:
        if _contract(lease) in old:
            old.remove(_contract(lease))
        elif lease.operator == order.operator:
            new.append(lease)
    h100e, asked = sum(lease.h100e for lease in new), order.h100e
    if not new:
        return REFUSED, say("outcome-lease-none")
    starts = max(lease.starts for lease in new)
    if starts >= seat.view.month:
        return WAITS, say("outcome-way", month=seat.words.month(starts))
    if h100e < 0.995 * asked:
        return WAITS, say("outcome-lease-part", h100e=h100e, asked=asked)
    return DONE, say("outcome-done")


def _contract(lease: LeaseView) -> tuple[str, int, int, int]:
    return lease.operator, lease.h100e, lease.starts, lease.ends
