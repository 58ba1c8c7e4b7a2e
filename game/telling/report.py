"""What the last turn brought a seat, in lines: what arrived, what customers pay, places won and lost, the news."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.telling.entry import Entry
from game.telling.motives import why
from game.telling.standing import ranks_now, ranks_then
from game.telling.wording import TONES, short
from levels.calendar import month_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agents.orders import AnyOrder
    from agents.view import News, SiteView
    from game.telling.seat import Seat

LOUD = ("news-failed", "news-agi", "news-agi-false", "news-release", "news-round", "news-exposed", "news-rescue")
MOST_NEWS, MOST_WORLD = 10, 6
NOTABLE_CHANGE = 0.1
"""Of the revenue in a turn, from which the report has a line of it."""


def refused_entries(seat: Seat) -> list[tuple[Entry, AnyOrder]]:
    """Orders of the last plan that were refused when it was carried out, and why."""
    found = []
    for number, (order, answer) in enumerate(seat.session.refused(seat.firm)):
        text = seat.words.say("report-refused", order=seat.words.order(order), why=seat.words.text(answer.text))
        found.append((Entry(f"refused.{number}", text, "ban", "bad", strong=True), order))
    return found


def arrivals(seat: Seat) -> list[tuple[Entry, str]]:
    """What each site has more of than when the plan was handed in, in a line a site, with the site's key."""
    given, found = seat.given.get(seat.firm), []
    if given is None or given.turn != seat.session.turn - 1:
        return []
    for key, site in seat.view.sites.items():
        words = _gained(seat, given.view.sites.get(key), site)
        if words:
            text = seat.words.say("report-site", site=short(site.name), what=", ".join(words))
            found.append((Entry(f"site.{key}", text, "map-pin", "good"), key))
    return found


def _gained(seat: Seat, before: SiteView | None, now: SiteView) -> list[str]:
    figures, say, words = seat.words.figures, seat.words.say, []
    cards = sum(now.cards.values()) - (sum(before.cards.values()) if before else 0)
    kw = now.grid_kw + now.turbine_kw - (before.grid_kw + before.turbine_kw if before else 0)
    slots = now.air_slots + now.liquid_slots - (before.air_slots + before.liquid_slots if before else 0)
    lit = now.online_h100e - (before.online_h100e if before else 0)
    if cards > 0:
        words.append(say("report-cards", cards=cards))
    if kw > 0:
        words.append(f"+{figures.power(kw)}")
    if slots > 0:
        words.append(say("report-slots", slots=slots))
    if lit > 0 and words:
        words.append(say("report-lit", h100e=lit))
    return words


def revenue(seat: Seat) -> Entry | None:
    """What customers pay, if it moved much."""
    before, now = seat.history.own_before("revenue_usd", seat.view.months_per_turn), seat.view.me.revenue_usd
    change = now / before - 1.0 if before else 0.0
    if seat.view.role is not None or abs(change) < NOTABLE_CHANGE:
        return None
    text = seat.words.say("report-revenue", usd=seat.view.me.run_rate_usd, share=change)
    icon, tone = ("trending-up", "good") if change > 0 else ("trending-down", "bad")
    return Entry("revenue", text, icon, tone, strong=change < 0)


def rank_moves(seat: Seat) -> list[tuple[Entry, str]]:
    """One's own place by valuation and by rating where it changed, and whom one passed or who passed."""
    say, found = seat.words.say, []
    for measure in ("valuation", "elo"):
        then, now = ranks_then(seat, measure), ranks_now(seat, measure)
        mine, was = now.get(seat.firm, 0), then.get(seat.firm, 0)
        if not was or not mine or mine == was:
            continue
        better = mine < was
        passed = [
            seat.words.firm(key)
            for key in now
            if key in then and (then[key] < was and now[key] > mine if better else then[key] > was and now[key] < mine)
        ]
        key = "report-rank-up" if better else "report-rank-down"
        text = say(key, rank=mine, was=was, measure=say(f"measure-{measure}"), firms=", ".join(passed))
        icon = "trending-up" if better else "trending-down"
        found.append((Entry(f"rank.{measure}", text, icon, "good" if better else "bad", strong=True), measure))
    return found


def loudest(seat: Seat, items: Sequence[News]) -> list[News]:
    """One's own news first, then what the world talks of."""
    own = [item for item in items if item.firm == seat.firm]
    world = [item for item in items if item.firm != seat.firm]
    seats = seat.level.seats

    def loudness(item: News) -> tuple[bool, bool, bool, int]:
        return item.firm not in ("", *seats), bool(item.firm), item.text.key not in LOUD, -item.month

    return own[:MOST_NEWS] + sorted(world, key=loudness)[:MOST_WORLD]


def news_since(seat: Seat, months: int) -> list[News]:
    """News of the last months, newest first, one's own before others' in a month."""
    after = seat.view.month - 1 - months
    found = [item for item in seat.session.news() if item.month > after]
    return sorted(found, key=lambda item: (-item.month, _distance(seat, item)))


def _distance(seat: Seat, item: News) -> int:
    """How near news is: one's own, the world's and other seats', then that of clouds and makers."""
    if item.firm == seat.firm:
        return 0
    return 1 if not item.firm or item.firm in seat.level.seats else 2


def entries_of(seat: Seat, items: Sequence[News], *, dated: bool = True, key: str = "") -> list[Entry]:
    """News as entries; those about one's own firm are strong and coloured, those of minds have their reasons below.

    A reason that a firm has for several deeds of a month is told at the first of them.
    """
    found: list[Entry] = []
    said: dict[tuple[str, int], set[str]] = {}
    for number, item in enumerate(items):
        mine = item.firm == seat.firm
        tone = TONES[item.tone] if mine or not item.firm else "accent" if item.tone > 0 else "muted"
        tag = seat.words.figures.short_month(month_of(item.month, seat.level.start)) if dated else ""
        entry = Entry(f"{key}{number}", seat.words.news(item), item.icon, tone, tag, strong=mine)
        because = why(seat, item)
        if because is not None:
            before = said.setdefault((item.firm, item.month), set())
            detail, *briefer = because.lines(seat.words, before) or ("",)
            before.update(because.reasons)
            entry = replace(entry, detail=detail, briefer=tuple(briefer), tip="\n".join((entry.text, *because.reasons)))
        found.append(entry)
    return found
