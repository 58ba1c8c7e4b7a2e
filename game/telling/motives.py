"""Why a firm did what the news tell: the reasons that its mind gave with the order.

While persons play, a rival says why only of what it does in public, and only in general words (texts `press-...`): a
reason without such a text is kept to itself. Where nothing is hidden any more all reasons are told as they were given.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import structs

from game.telling.wording import short
from levels.calendar import month_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from agents.orders import AnyOrder
    from agents.view import News, Text, Value
    from game.session import Session
    from game.telling.seat import Seat
    from game.telling.wording import Words

MOST = 3
DEEDS: dict[str, tuple[str, ...]] = {
    "news-round": ("raise_equity",),
    "news-tender": ("tender_offer",),
    **dict.fromkeys(("news-pitch", "news-pitch-failed"), ("pitch_sovereigns",)),
    "news-opened": ("open_to_strategics",),
    **dict.fromkeys(("news-vote-won", "news-vote-lost"), ("ask_affiliate_money",)),
    "news-request": ("ask_parent",),
    "news-loan": ("gpu_loan",),
    **dict.fromkeys(("news-lease", "news-lease-part"), ("lease_compute",)),
    "news-anchor": ("anchor_site",),
    "news-port": ("port_lease",),
    "news-waiver": ("ask_waiver",),
    **dict.fromkeys(
        ("news-terms-share", "news-terms-compute", "news-terms-waiver", "news-terms-exclusive"), ("renegotiate",)
    ),
    **dict.fromkeys(("news-terms-licence", "news-terms-clause", "news-terms-refused"), ("renegotiate",)),
    "news-break-up": ("renegotiate",),
    "news-delivery": ("order_cards",),
    "news-resale": ("take_cards",),
    "news-resale-places": ("take_cards",),
    "news-resale-out": ("offer_cards",),
    "news-divert": ("divert_cards",),
    "news-lent": ("borrow_cards",),
    **dict.fromkeys(("news-transfer-data", "news-transfer-people"), ("ask_affiliate",)),
    **dict.fromkeys(("news-reserve-packaging", "news-reserve-logic", "news-reserve-memory"), ("reserve_capacity",)),
    "news-chip-start": ("fund_chip",),
    "news-connected": ("request_grid",),
    "news-site-sold": ("bid_site",),
    "news-turbines": ("bring_turbines",),
    "news-own-plant": ("build_plant",),
    "news-fund": ("fund_community",),
    "news-settled": ("settle_suit",),
    "news-hall": ("build_hall",),
    **dict.fromkeys(("news-giant-start", "news-giant-lead"), ("build_giant",)),
    "news-giant-joins": ("pledge_giant",),
    "news-pause": ("pause_hall",),
    "news-resume": ("resume_hall",),
    "news-stepped-in": ("step_in",),
    "news-run": ("start_run",),
    **dict.fromkeys(("news-release", "news-refresh"), ("release_model",)),
    **dict.fromkeys(("news-licence", "news-outbid"), ("license_data",)),
    "news-product-shown": ("announce_product",),
    **dict.fromkeys(("news-product", "news-product-share", "news-product-gone"), ("launch_product",)),
    "news-claim": ("announce",),
    "news-promise": ("promise_model",),
    "news-lobby": ("lobby",),
    "news-pact": ("join_pact",),
    "news-pact-left": ("leave_pact",),
    **dict.fromkeys(("news-poached", "news-poach-none", "news-poached-from"), ("poach",)),
    **dict.fromkeys(("news-takeover", "news-takeover-blocked"), ("acquihire",)),
    **dict.fromkeys(("news-agi", "news-agi-false", "news-dispute"), ("declare_agi",)),
}
"""The news that tell a firm's deed, and the orders that bring it."""
SUFFERED = {"news-poached-from": "rival"}
"""News that are about who suffers the deed; the argument has the name of who did it."""
NAMES = {
    "site": "site", "lot": "site", "chip": "chip", "operator": "operator", "partner": "partner", "rival": "rival",
    "affiliate": "affiliate", "startup": "startup", "publisher": "publisher", "product": "product", "giant": "giant",
}  # fmt: skip
"""What an order is about, by its field, and what the news calls that."""


@dataclass(frozen=True, slots=True)
class Motive:
    """An order, the turn in which it was given, and the reasons for it, the strongest first."""

    turn: int
    order: AnyOrder
    reasons: tuple[Text, ...]


def nothing_to_hide(session: Session) -> bool:
    """Whether all may be told: the race is over, or no person is left in it."""
    return session.over or not any(session.race.world.firms[firm].alive for firm in session.people)


def motive_of(session: Session, words: Words, item: News) -> Motive | None:
    """The order of a mind that led to a line of news, the latest that fits; None where there is none."""
    kinds, args, who = DEEDS.get(item.text.key, ()), dict(item.text.args), item.firm
    if kinds and item.text.key in SUFFERED:
        name = args.pop(SUFFERED[item.text.key])
        who = next((key for key, firm in session.resolved.level.firms.items() if firm.name == name), "")
        args["rival"] = item.firm
    for turn in range(turn_of(session, item.month), 0, -1) if kinds else ():
        advised = session.decided(who, turn)
        if advised is None:
            return None
        for advice in advised:
            if advice.order.kind in kinds and _names_the_same(words, advice.order, args):
                return Motive(turn, advice.order, advice.reasons[:MOST])
    return None


def turn_of(session: Session, month: int) -> int:
    """The turn in which a month was played; 0 for the opening."""
    return -(-month // session.resolved.level.months_per_turn)


def _names_the_same(words: Words, order: AnyOrder, args: Mapping[str, Value]) -> bool:
    """Whether a line of news names what an order names, by key or by name, as far as both name something."""
    for field, name in NAMES.items():
        if hasattr(order, field) and name in args:
            asked, told = getattr(order, field), str(args[name])
            if told != asked and short(words.name(told)) != words.named(field, asked):
                return False
    return True


def in_words(words: Words, given: tuple[Text, ...], *, openly: bool) -> tuple[str, ...]:
    """Reasons in words that speak of the firm as a third: all of them, or what it would say in public."""
    found = [in_full(words, reason) if openly else in_public(words, reason) for reason in given[:MOST]]
    return tuple(dict.fromkeys(reason for reason in found if reason))


def in_full(words: Words, reason: Text) -> str:
    """One reason as it was given; empty for one that the texts do not know, as a mind from outside may give."""
    key = f"their-{_name(reason)}"
    if words.texts.has(key):
        return words.text(structs.replace(reason, key=key))
    return words.text(reason) if words.texts.has(reason.key) else ""


def in_public(words: Words, reason: Text) -> str:
    """One reason in general words; empty for one that a firm keeps to itself."""
    key = f"press-{_name(reason)}"
    return words.text(structs.replace(reason, key=key)) if words.texts.has(key) else ""


def _name(reason: Text) -> str:
    return reason.key.removeprefix("why-")


@dataclass(frozen=True, slots=True)
class Why:
    """The reasons for a deed in words; `month` is when it was ordered, if that was in an earlier turn."""

    reasons: tuple[str, ...]
    month: str = ""

    def lines(self, words: Words, without: Collection[str] = ()) -> tuple[str, ...]:
        """The reasons but some in a line: all of them, then ever fewer of the weakest."""
        told = [reason for reason in self.reasons if reason not in without]
        key = "why-line-then" if self.month else "why-line"
        args = {"month": self.month} if self.month else {}
        return tuple(words.say(key, reasons="; ".join(told[:many]), **args) for many in range(len(told), 0, -1))


def why(seat: Seat, item: News) -> Why | None:
    """Why the firm did what a line of news tells, as far as this seat may know it; None where nothing is told."""
    return why_of(seat.session, seat.words, item, openly=seat.knows_all)


def why_of(session: Session, words: Words, item: News, *, openly: bool) -> Why | None:
    """The same for whoever reads the news."""
    motive = motive_of(session, words, item)
    if motive is None:
        return None
    model = item.text.args.get("model")
    given = tuple(each for each in motive.reasons if model is None or each.args.get("model", model) == model)
    told = in_words(words, given, openly=openly)
    if not told:
        return None
    if motive.turn == turn_of(session, item.month):
        return Why(told)
    level = session.resolved.level
    month = month_of((motive.turn - 1) * level.months_per_turn + 1, level.start)
    return Why(told, words.figures.short_month(month))
