"""What wants an answer before a turn ends: offers on the table, warnings, and what lies idle.

Read from the view alone, so it says no more than the seat may know. Each matter has an order that would answer it,
as the advisor would give it or else the usual one, and the option to look at more closely.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from agents.desk import Refusal
from agents.orders import desk as desk_of
from agents.view import Text
from game.telling.limits import CHEAP_RESALE, MANY_LEFT, NOTABLE, THIN_RUNWAY_MONTHS
from game.telling.seat import Seat
from game.telling.ways import make, usual_amounts, ways_to_order
from game.telling.wording import short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from agents.desk import Advice
    from agents.orders import AnyOrder
    from agents.view import SiteView
    from game.door.options import Option
    from levels.schema import Level

POWER_ORDERS = ("request_grid", "bring_turbines", "build_plant", "retrofit_hall", "build_hall", "bid_site")
FLAW_ICONS = {"crowded": "server", "let": "package", "late": "hourglass"}
CARD_ORDERS = ("order_cards", "take_cards", "divert_cards", "borrow_cards", "lease_compute")


@dataclass(frozen=True, slots=True)
class Matter:
    """`kind`: offer (ends with the turn), warning, or idle. `option` opens its form, `desk` where it is dealt with;
    `group` tells offers of one kind apart."""

    key: str
    kind: str
    text: str
    icon: str
    tone: str
    option: str = ""
    group: str = ""
    desk: str = ""
    site: str = ""
    order: AnyOrder | None = None
    brief: str = ""
    """In two or three words, for the end-turn button."""
    place: int = -1
    """Of the order in the plan that is at fault; -1: none is."""

    @property
    def stops(self) -> bool:
        """Whether the end of the turn waits for it once. Term sheets come again next turn."""
        return self.kind != "offer" or not self.key.startswith(("sheet.", "resale."))


class Planner(Seat, Protocol):
    """A seat whose plan for the turn is in the making."""

    @property
    def steering(self) -> bool:
        """Whether a person gives this firm's orders now."""
        ...

    @property
    def orders(self) -> Sequence[AnyOrder]: ...
    @property
    def initiative(self) -> int:
        """Orders that the turn has room for."""
        ...

    @property
    def advised(self) -> Sequence[Advice]: ...
    @property
    def matters(self) -> Sequence[Matter]:
        """What `matters_of` has found for this turn."""
        ...

    @property
    def left_alone(self) -> Set[str]:
        """Keys of matters that are not to be named again this turn."""
        ...

    def troubles(self) -> Mapping[int, str]:
        """Orders of the plan that would be refused in their place, and why."""
        ...

    def cash_after(self) -> int:
        """Dollars that are left with the plan as it is."""
        ...


def answers(order: AnyOrder, matter: Matter) -> bool:
    """Whether an order of the plan deals with a matter."""
    if order.kind != matter.option:
        return False
    told = [getattr(order, name, "") for name in ("investor", "lot", "site", "anchor", "partner", "policy")]
    return not matter.group or matter.group in told


def matters_of(seat: Planner) -> list[Matter]:
    """The offers and warnings of the turn, most pressing first, without those that the level has no order for."""
    if not seat.steering or seat.view.role is not None:
        return []
    found = [*_warnings(seat), *_sites(seat), *_offers(seat)]
    return [
        matter
        for matter in found
        if not matter.option or _has(seat.level, matter.option, f"{matter.option}.{matter.group}")
    ]


def _has(level: Level, *orders: str) -> bool:
    """Whether a level has one of these orders; levels that name none have all."""
    return not level.orders or any(order in level.orders for order in orders)


def unanswered(seat: Planner) -> list[Matter]:
    """Those that no order of the plan answers and that were not left alone."""
    return [
        matter
        for matter in seat.matters
        if matter.key not in seat.left_alone and not any(answers(order, matter) for order in seat.orders)
    ]


def worth_a_look(seat: Planner) -> list[Matter]:
    """What is left before the turn ends: matters without an answer, flaws of the plan, and what it leaves idle."""
    if not seat.steering or seat.view.role is not None:
        return []
    return [*unanswered(seat), *_at_fault(seat), *_idle(seat)]


# --- warnings ------------------------------------------------------------------------------------------


def _warnings(seat: Planner) -> list[Matter]:
    me, say, found = seat.view.me, seat.words.say, []
    if me.breach:
        text = say("matter-breach", what=say(f"matter-breach-{me.breach}"))
        brief = say("look-breach")
        found.append(_made(seat, "breach", "warning", text, "scale", "bad", "ask_lenders", "", "capital", brief=brief))
    elif me.runway_months < THIN_RUNWAY_MONTHS and me.burn_usd > 0:
        text = say("matter-runway", months=max(0, round(me.runway_months)))
        found.append(Matter("runway", "warning", text, "hourglass", "bad", "raise_equity", "", "capital"))
    if me.held_name and me.held_wait <= 0 and me.releasing < 0:
        text = say("matter-held", model=me.held_name, elo=f"{round(me.held_elo - me.true_elo):+d}")
        brief = say("look-held")
        found.append(
            _made(seat, "held", "warning", text, "rocket", "good", "release_model", "", "compute", brief=brief)
        )
    if me.staff and me.left > me.joined and me.left > MANY_LEFT * me.staff:
        text = say("matter-staff", left=me.left, staff=me.staff)
        found.append(Matter("staff", "warning", text, "users", "warn", "set_policy", "pay", "deals"))
    for tie in seat.view.ties:
        if tie.dispute or tie.notice_months >= 0:
            key = "matter-dispute" if tie.dispute else "matter-notice"
            text = say(key, partner=short(tie.name), months=max(0, tie.notice_months))
            found.append(
                Matter(f"tie.{tie.other}", "warning", text, "handshake", "warn", "renegotiate", tie.other, "deals")
            )
    return found


def _sites(seat: Planner) -> list[Matter]:
    say, found = seat.words.say, []
    for site in seat.view.sites.values():
        where = short(site.name)
        if site.suit_usd:
            text = say("matter-suit", site=where, usd=site.suit_usd)
            found.append(_at(seat, site, "suit", "warning", text, "gavel", "bad", "settle_suit", "look-suit"))
        elif site.stopped_until >= seat.view.month:
            text = say("matter-stopped", site=where, month=seat.words.month(site.stopped_until))
            found.append(Matter(f"stopped.{site.key}", "warning", text, "ban", "bad", site=site.key, desk="power"))
        if site.position_usd:
            text = say("matter-queue", site=where, usd=site.position_usd, kw=site.queue_kw)
            found.append(_at(seat, site, "queue", "offer", text, "unplug", "accent", "leave_queue", "look-queue"))
    for anchor in seat.view.anchors:
        if anchor.may_step_in:
            text = say("matter-step-in", site=anchor.name, months=anchor.late, usd=anchor.step_in_usd)
            found.append(
                _made(seat, f"anchor.{anchor.key}", "offer", text, "key-round", "warn", "step_in", anchor.key, "deals")
            )
    return found


# --- offers --------------------------------------------------------------------------------------------


def _offers(seat: Planner) -> list[Matter]:
    view, say, found = seat.view, seat.words.say, []
    best: dict[str, Any] = {}
    for sheet in view.offers.sheets:
        if sheet.investor not in best or sheet.pre_money_usd > best[sheet.investor].pre_money_usd:
            best[sheet.investor] = sheet
    for investor, sheet in best.items():
        name = seat.level.investors[investor].name
        text = say("matter-sheet", investor=name, usd=sheet.amount_usd, value=sheet.pre_money_usd)
        made = _made(seat, f"sheet.{investor}", "offer", text, "coins", "accent", "raise_equity", investor, "capital")
        found.append(made)
    for lot in view.offers.sites:
        text = say("matter-site", site=short(lot.name), kw=lot.kw, usd=lot.reserve_usd)
        found.append(_made(seat, f"lot.{lot.lot}", "offer", text, "gavel", "accent", "bid_site", lot.lot, "power"))
    for chip, resale in view.offers.resale.items():
        if resale.cards and resale.cheapest < CHEAP_RESALE:
            text = say("matter-resale", cards=resale.cards, chip=seat.words.chip(chip), share=resale.cheapest)
            found.append(Matter(f"resale.{chip}", "offer", text, "truck", "accent", "take_cards", "", "chips"))
    return found


def _at(
    seat: Planner, site: SiteView, key: str, kind: str, text: str, icon: str, tone: str, option: str, brief: str
) -> Matter:
    made = _made(seat, f"{key}.{site.key}", kind, text, icon, tone, option, site.key, "power", site=site.key)
    return replace(made, brief=seat.words.say(brief))


def _made(
    seat: Planner,
    key: str,
    kind: str,
    text: str,
    icon: str,
    tone: str,
    option: str,
    group: str,
    desk: str,
    *,
    site: str = "",
    brief: str = "",
) -> Matter:
    """A matter with the order that would answer it."""
    bare = Matter(key, kind, text, icon, tone, option, group, desk, site, None, brief)
    order = next((advice.order for advice in seat.advised if answers(advice.order, bare)), None)
    return replace(bare, order=order or usual_order(seat, bare))


def usual_order(seat: Planner, matter: Matter) -> AnyOrder | None:
    """The order as its form would open, as far as the door grants it."""
    for option in seat.session.options(seat.firm):
        if option.kind != matter.option or (option.group and matter.group not in ("", option.group)):
            continue
        for values in ways_to_order(option):
            usual = {**values, **usual_amounts(option)}
            order = make(option, usual)
            if matter.group and not answers(order, matter):
                continue
            answer = seat.session.quote(seat.firm, [], order)
            if not isinstance(answer, Refusal):
                return order
            name = _amount(option)
            if answer.most and name:
                lesser = make(option, {**usual, name: answer.most})
                if not isinstance(seat.session.quote(seat.firm, [], lesser), Refusal):
                    return lesser
    return None


def _amount(option: Option) -> str:
    return next((field.name for field in option.fields if field.kind == "amount"), "")


# --- what is at fault ----------------------------------------------------------------------------------


def _at_fault(seat: Planner) -> list[Matter]:
    """Orders of the plan that the advisor would leave out or make smaller."""
    words, found = seat.words, list[Matter]()
    for flaw in seat.session.flaws(seat.firm, seat.orders):
        text = words.text(Text(flaw.text.key, {**flaw.text.args, "order": words.order(flaw.order)}))
        brief = words.say(f"{flaw.text.key}-brief")
        told = any(matter.brief == brief for matter in found)
        found.append(
            Matter(
                f"flaw.{flaw.kind}.{flaw.place}",
                "idle",
                text,
                FLAW_ICONS[flaw.kind],
                "warn",
                desk=desk_of(flaw.order),
                site=getattr(flaw.order, "site", ""),
                brief="" if told else brief,
                place=flaw.place,
            )
        )
    return found


# --- what lies idle ------------------------------------------------------------------------------------


def _idle(seat: Planner) -> list[Matter]:
    """With the plan as it is."""
    view, say, figures = seat.view, seat.words.say, seat.words.figures
    found = []
    troubles = seat.troubles()
    if troubles:
        text = say("look-refused", orders=len(troubles))
        found.append(Matter("refused", "idle", text, "ban", "bad", brief=text))
    after = seat.cash_after()
    if after < 0:
        text = say("look-cash", usd=after)
        found.append(Matter("cash", "idle", text, "banknote", "bad", desk="capital", brief=say("look-cash-brief")))
    sites = view.sites.values()
    cards = sum(sum(site.cards.values()) for site in sites)
    dark = [site for site in sites if site.dark_cards]
    if sum(site.dark_cards for site in dark) > NOTABLE * cards and _lacks(seat, POWER_ORDERS):
        number = sum(site.dark_cards for site in dark)
        text, brief = say("look-dark", cards=number), say("look-dark-brief", cards=number)
        worst = max(dark, key=lambda site: site.dark_cards)
        found.append(Matter("dark", "idle", text, "zap", "warn", desk="power", site=worst.key, brief=brief))
    spare = [(max(0, site.grid_kw + site.turbine_kw - site.planned_kw), site) for site in sites]
    have = sum(site.grid_kw + site.turbine_kw for site in sites)
    free = sum(kw for kw, _ in spare)
    if have and free > 2 * NOTABLE * have and _lacks(seat, CARD_ORDERS):
        text, brief = say("look-power", power=figures.power(free)), say("look-power-brief", power=figures.power(free))
        most = max(spare, key=lambda pair: pair[0])[1]
        found.append(Matter("power", "idle", text, "plug", "muted", desk="chips", site=most.key, brief=brief))
    me = view.me
    if me.is_lab and not me.run_name and not me.held_name and me.usable_h100e and _lacks(seat, ("start_run",)):
        text, brief = say("look-run"), say("look-run-brief")
        found.append(Matter("run", "idle", text, "brain", "muted", option="start_run", desk="compute", brief=brief))
    left = seat.initiative - len(seat.orders)
    if left > 0:
        text = say("look-initiative", left=left)
        found.append(Matter("initiative", "idle", text, "list-checks", "muted", brief=text))
    return found


def _lacks(seat: Planner, orders: tuple[str, ...]) -> bool:
    """Whether the plan has none of these orders, though the level does."""
    return _has(seat.level, *orders) and not any(order.kind in orders for order in seat.orders)


def in_a_line(seat: Planner, found: list[Matter]) -> list[str]:
    """The same in a few words each, offers counted together."""
    say = seat.words.say
    offers = sum(matter.kind == "offer" for matter in found)
    words = [say("look-offers", offers=offers)] if offers else []
    briefs = [matter.brief for matter in found if matter.kind != "offer" and matter.brief]
    warnings = sum(matter.kind == "warning" and not matter.brief for matter in found)
    if warnings:
        briefs.insert(0, say("look-warnings", warnings=warnings))
    return briefs[:1] + words + briefs[1:]
