"""What wants an answer before a turn ends: offers on the table, warnings, and what lies idle.

Read from the view alone, so it says no more than the seat may know. Each matter has an order that would answer it,
as the advisor would give it or else the usual one, and the option to look at more closely.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from game.telling.limits import CHEAP_RESALE, MANY_LEFT, NOTABLE, THIN_RUNWAY_MONTHS
from game.telling.ways import make, usual_amounts, ways_to_order
from game.telling.wording import short

if TYPE_CHECKING:
    from agents.orders import AnyOrder
    from agents.view import SiteView
    from game.desktop.match import Match
    from game.door.options import Option

POWER_ORDERS = ("request_grid", "bring_turbines", "build_plant", "retrofit_hall", "build_hall", "bid_site")
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

    @property
    def stops(self) -> bool:
        """Whether the end of the turn waits for it once. Term sheets come again next turn."""
        return self.kind != "offer" or not self.key.startswith(("sheet.", "resale."))


def answers(order: AnyOrder, matter: Matter) -> bool:
    """Whether an order of the plan deals with a matter."""
    if order.kind != matter.option:
        return False
    told = [getattr(order, name, "") for name in ("investor", "lot", "site", "anchor", "partner", "policy")]
    return not matter.group or matter.group in told


def matters_of(match: Match) -> list[Matter]:
    """The offers and warnings of the turn, most pressing first, without those that the level has no order for."""
    if not match.steering or match.view.role is not None:
        return []
    found = [*_warnings(match), *_sites(match), *_offers(match)]
    allowed = match.level.orders
    return [matter for matter in found if not allowed or not matter.option or matter.option in allowed]


def unanswered(match: Match) -> list[Matter]:
    """Those that no order of the plan answers and that were not left alone."""
    return [
        matter
        for matter in match.matters
        if matter.key not in match.left_alone and not any(answers(order, matter) for order in match.orders)
    ]


def worth_a_look(match: Match) -> list[Matter]:
    """What is left before the turn ends: matters without an answer, and what lies idle with the plan as it is."""
    if not match.steering or match.view.role is not None:
        return []
    return [*unanswered(match), *_idle(match)]


# --- warnings ------------------------------------------------------------------------------------------


def _warnings(match: Match) -> list[Matter]:
    me, say, found = match.view.me, match.words.say, []
    if me.breach:
        text = say("matter-breach", what=say(f"matter-breach-{me.breach}"))
        brief = say("look-breach")
        found.append(_made(match, "breach", "warning", text, "scale", "bad", "ask_lenders", "", "capital", brief=brief))
    elif me.runway_months < THIN_RUNWAY_MONTHS and me.burn_usd > 0:
        text = say("matter-runway", months=max(0, round(me.runway_months)))
        found.append(Matter("runway", "warning", text, "hourglass", "bad", "raise_equity", "", "capital"))
    if me.held_name and me.held_wait <= 0 and me.releasing < 0:
        text = say("matter-held", model=me.held_name, elo=f"{round(me.held_elo - me.true_elo):+d}")
        brief = say("look-held")
        found.append(
            _made(match, "held", "warning", text, "rocket", "good", "release_model", "", "compute", brief=brief)
        )
    if me.staff and me.left > me.joined and me.left > MANY_LEFT * me.staff:
        text = say("matter-staff", left=me.left, staff=me.staff)
        found.append(Matter("staff", "warning", text, "users", "warn", "set_policy", "pay", "deals"))
    for tie in match.view.ties:
        if tie.dispute or tie.notice_months >= 0:
            key = "matter-dispute" if tie.dispute else "matter-notice"
            text = say(key, partner=short(tie.name), months=max(0, tie.notice_months))
            found.append(
                Matter(f"tie.{tie.other}", "warning", text, "handshake", "warn", "renegotiate", tie.other, "deals")
            )
    return found


def _sites(match: Match) -> list[Matter]:
    say, found = match.words.say, []
    for site in match.view.sites.values():
        where = short(site.name)
        if site.suit_usd:
            text = say("matter-suit", site=where, usd=site.suit_usd)
            found.append(_at(match, site, "suit", "warning", text, "gavel", "bad", "settle_suit", "look-suit"))
        elif site.stopped_until >= match.view.month:
            text = say("matter-stopped", site=where, month=match.words.month(site.stopped_until))
            found.append(Matter(f"stopped.{site.key}", "warning", text, "ban", "bad", site=site.key, desk="power"))
        if site.position_usd:
            text = say("matter-queue", site=where, usd=site.position_usd, kw=site.queue_kw)
            found.append(_at(match, site, "queue", "offer", text, "unplug", "accent", "leave_queue", "look-queue"))
    for anchor in match.view.anchors:
        if anchor.may_step_in:
            text = say("matter-step-in", site=anchor.name, months=anchor.late, usd=anchor.step_in_usd)
            found.append(
                _made(match, f"anchor.{anchor.key}", "offer", text, "key-round", "warn", "step_in", anchor.key, "deals")
            )
    return found


# --- offers --------------------------------------------------------------------------------------------


def _offers(match: Match) -> list[Matter]:
    view, say, found = match.view, match.words.say, []
    best: dict[str, Any] = {}
    for sheet in view.offers.sheets:
        if sheet.investor not in best or sheet.pre_money_usd > best[sheet.investor].pre_money_usd:
            best[sheet.investor] = sheet
    for investor, sheet in best.items():
        name = match.level.investors[investor].name
        text = say("matter-sheet", investor=name, usd=sheet.amount_usd, value=sheet.pre_money_usd)
        made = _made(match, f"sheet.{investor}", "offer", text, "coins", "accent", "raise_equity", investor, "capital")
        found.append(made)
    for lot in view.offers.sites:
        text = say("matter-site", site=short(lot.name), kw=lot.kw, usd=lot.reserve_usd)
        found.append(_made(match, f"lot.{lot.lot}", "offer", text, "gavel", "accent", "bid_site", lot.lot, "power"))
    for chip, resale in view.offers.resale.items():
        if resale.cards and resale.cheapest < CHEAP_RESALE:
            text = say("matter-resale", cards=resale.cards, chip=match.words.chip(chip), share=resale.cheapest)
            found.append(Matter(f"resale.{chip}", "offer", text, "truck", "accent", "take_cards", "", "chips"))
    return found


def _at(
    match: Match, site: SiteView, key: str, kind: str, text: str, icon: str, tone: str, option: str, brief: str
) -> Matter:
    made = _made(match, f"{key}.{site.key}", kind, text, icon, tone, option, site.key, "power", site=site.key)
    return replace(made, brief=match.words.say(brief))


def _made(
    match: Match,
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
    order = next((advice.order for advice in match.advised if answers(advice.order, bare)), None)
    return replace(bare, order=order or usual_order(match, bare))


def usual_order(match: Match, matter: Matter) -> AnyOrder | None:
    """The order as its form would open, as far as the door grants it."""
    for option in match.session.options(match.firm):
        if option.kind != matter.option or (option.group and matter.group not in ("", option.group)):
            continue
        for values in ways_to_order(option):
            usual = {**values, **usual_amounts(option)}
            order = make(option, usual)
            if matter.group and not answers(order, matter):
                continue
            answer = match.session.quote(match.firm, [], order)
            if not match.is_refused(answer):
                return order
            most, name = getattr(answer, "most", 0), _amount(option)
            if (
                most
                and name
                and not match.is_refused(
                    match.session.quote(match.firm, [], lesser := make(option, {**usual, name: most}))
                )
            ):
                return lesser
    return None


def _amount(option: Option) -> str:
    return next((field.name for field in option.fields if field.kind == "amount"), "")


# --- what lies idle ------------------------------------------------------------------------------------


def _idle(match: Match) -> list[Matter]:
    """With the plan as it is."""
    view, say, figures = match.view, match.words.say, match.words.figures
    kinds, found = {order.kind for order in match.orders}, []
    troubles = match.troubles()
    if troubles:
        text = say("look-refused", orders=len(troubles))
        found.append(Matter("refused", "idle", text, "ban", "bad", brief=text))
    after = match.cash_after()
    if after < 0:
        text = say("look-cash", usd=after)
        found.append(Matter("cash", "idle", text, "banknote", "bad", desk="capital", brief=say("look-cash-brief")))
    sites = view.sites.values()
    cards = sum(sum(site.cards.values()) for site in sites)
    dark = [site for site in sites if site.dark_cards]
    if sum(site.dark_cards for site in dark) > NOTABLE * cards and not kinds & set(POWER_ORDERS):
        number = sum(site.dark_cards for site in dark)
        text, brief = say("look-dark", cards=number), say("look-dark-brief", cards=number)
        worst = max(dark, key=lambda site: site.dark_cards)
        found.append(Matter("dark", "idle", text, "zap", "warn", desk="power", site=worst.key, brief=brief))
    spare = [(max(0, site.grid_kw + site.turbine_kw - site.planned_kw), site) for site in sites]
    have = sum(site.grid_kw + site.turbine_kw for site in sites)
    free = sum(kw for kw, _ in spare)
    if have and free > 2 * NOTABLE * have and not kinds & set(CARD_ORDERS):
        text, brief = say("look-power", power=figures.power(free)), say("look-power-brief", power=figures.power(free))
        most = max(spare, key=lambda pair: pair[0])[1]
        found.append(Matter("power", "idle", text, "plug", "muted", desk="chips", site=most.key, brief=brief))
    me = view.me
    if me.is_lab and not me.run_name and not me.held_name and "start_run" not in kinds and me.usable_h100e:
        text, brief = say("look-run"), say("look-run-brief")
        found.append(Matter("run", "idle", text, "brain", "muted", option="start_run", desk="compute", brief=brief))
    left = match.initiative - len(match.orders)
    if left > 0:
        text = say("look-initiative", left=left)
        found.append(Matter("initiative", "idle", text, "list-checks", "muted", brief=text))
    return found


def in_a_line(match: Match, found: list[Matter]) -> list[str]:
    """The same in a few words each, offers counted together."""
    say = match.words.say
    offers = sum(matter.kind == "offer" for matter in found)
    words = [say("look-offers", offers=offers)] if offers else []
    briefs = [matter.brief for matter in found if matter.kind != "offer" and matter.brief]
    warnings = sum(matter.kind == "warning" and not matter.brief for matter in found)
    if warnings:
        briefs.insert(0, say("look-warnings", warnings=warnings))
    return briefs[:1] + words + briefs[1:]
