"""What the last turn brought, as a panel over the chart: figures, orders, arrivals, ranks and the loudest news.

Each line leads to its cause; the map stays in sight below.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.frames import Figure, Panel, share_room
from game.desktop.log import Entry, Log
from game.desktop.screens.links import Link, follow, link_of_news, link_of_order
from game.desktop.screens.news_panel import entries_of
from game.desktop.screens.outcomes import outcomes
from game.desktop.screens.standing import ranks_now, ranks_then
from game.desktop.wording import short

if TYPE_CHECKING:
    from agents.view import News, SiteView
    from game.desktop.match import Match
    from game.desktop.screens.race import RaceScreen
    from game.desktop.widget import Act

LOUD = ("news-failed", "news-agi", "news-agi-false", "news-release", "news-round", "news-exposed", "news-rescue")
FIGURES = (
    ("cash", "banknote", "cash_usd", "me.cash_usd"),
    ("gpus", "cpu", "h100e_online", "me.usable_h100e"),
    ("power", "zap", "mw_online", "record.mw_online"),
    ("elo", "brain-circuit", "arena_elo", "me.arena_elo"),
    ("valuation", "trending-up", "valuation_usd", "me.valuation_usd"),
)
MOST_NEWS, MOST_WORLD = 10, 6
NOTABLE_CHANGE = 0.1
"""Of the revenue in a turn, from which the report has a line of it."""
SHARES = (0.24, 0.2, 0.18, 0.14, 0.24)
ROOMY = 660
"""Width from which figures have icons."""
Line = tuple[Entry, Link]


class TurnReport(Panel):
    """Enter or Esc closes it."""

    def __init__(self, race: RaceScreen, rect: pygame.Rect, close: Act) -> None:
        match, say = race.match, race.match.words.say
        span = match.view.months_per_turn
        first = match.words.month(max(1, match.view.month - span)).split()[0]
        last = match.words.month(match.view.month - 1)
        title = say("report-title", first=first, last=last) if span > 1 else last
        super().__init__("report", rect, title, icon="newspaper", fill=theme.PANEL, border=theme.LINE_STRONG)
        self.race, self.close, self.takes_mouse = race, close, True
        x, y, wide = rect.x + 14, rect.y + 40, rect.w - 28
        if match.view.role is None:
            roomy, left = wide >= ROOMY, float(x)
            for facts, share in zip(FIGURES, SHARES, strict=True):
                figure = _figure(match, *facts, (round(left), y, round(wide * share) - 6, 42))
                figure.icon = figure.icon if roomy else ""
                left += wide * share
                self.add(figure)
            y += 50
        self.lines = report_lines(match)
        if race.autoplay.stopped is not None:
            why, link = race.autoplay.stopped
            text = say("auto-stopped", why=why)
            self.lines.insert(0, (Entry("auto", text, "pause", "warn", strong=True), link))
        entries = [replace(entry, key=str(n)) for n, (entry, _) in enumerate(self.lines)]
        area = (rect.x + 8, y, rect.w - 16, rect.bottom - 52 - y)
        self.log = Log("report.log", area, entries, on_open=self._follow, empty=say("report-quiet"))
        self.button = Button(
            "report.go", (rect.right - 134, rect.bottom - 44, 122, 34), say("report-close"), close, kind="primary"
        )
        self.add(self.log, self.button)

    def _follow(self, key: str) -> None:
        link = self.lines[int(key)][1]
        if link[0] in ("desk", "firm"):
            self.close()
        follow(self.race, link)

    def key(self, key: int, mods: int) -> bool:
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_e):
            self.close()
            return True
        return False

    def draw(self, canvas: Canvas) -> None:
        shown = [child for child in self.children if isinstance(child, Figure)]
        if shown:
            share_room(shown, canvas)
        canvas.shadow(self.rect, 22)
        super().draw(canvas)
        assert self.race.app is not None
        words = self.race.match.words.say("report-hint", press=self.race.app.keymap.of("report"))
        canvas.text(words, (self.rect.x + 16, self.rect.bottom - 27), size=theme.SMALL, colour=theme.MUTED)


def _figure(match: Match, key: str, icon: str, column: str, about: str, rect: tuple[int, int, int, int]) -> Figure:
    figures, history = match.words.figures, match.history
    now, before = history.own_latest(column), history.own_before(column, match.view.months_per_turn)
    change = now - before if before is not None else 0.0

    def write(value: float, *, signed: bool = False) -> str:
        if key in ("cash", "valuation"):
            return str(figures.money(value, signed=signed))
        if key == "gpus":
            return str(figures.cards(value, signed=signed))
        if key == "power":
            return f"{value:+,.0f}" if signed else str(figures.power(value * 1000))
        return f"{value:+,.0f}" if signed else f"{value:,.0f}"

    name = match.words.say(f"report-{key}")
    changed = write(change, signed=True) if abs(change) >= 0.5 else ""
    tone = "good" if change >= 0 else "bad"
    return Figure(f"report.{key}", rect, name, write(now), change=changed, tone=tone, icon=icon, about=about)


# --- the lines -----------------------------------------------------------------------------------------


def report_lines(match: Match) -> list[Line]:
    """Orders and what became of them, what arrived, ranks, own news, then what the world talks of."""
    return [*_orders(match), *_arrivals(match), *_revenue(match), *_ranks(match), *_news(match)]


def _orders(match: Match) -> list[Line]:
    given = match.given.get(match.firm)
    entries = outcomes(match)
    if entries and given is not None:
        return [(entry, link_of_order(match, given.orders[n][0])) for n, entry in enumerate(entries)]
    say, found = match.words.say, []
    for number, (order, why) in enumerate(match.session.refused(match.firm)):
        text = say("report-refused", order=match.words.order(order), why=match.refusal(why))
        found.append((Entry(f"refused.{number}", text, "ban", "bad", strong=True), link_of_order(match, order)))
    return found


def _arrivals(match: Match) -> list[Line]:
    """What each site has more of than when the plan was handed in, in a line a site."""
    given, found = match.given.get(match.firm), []
    if given is None or given.turn != match.session.turn - 1:
        return []
    for key, site in match.view.sites.items():
        words = _gained(match, given.view.sites.get(key), site)
        if words:
            text = match.words.say("report-site", site=short(site.name), what=", ".join(words))
            found.append((Entry(f"site.{key}", text, "map-pin", "good"), ("site", key)))
    return found


def _gained(match: Match, before: SiteView | None, now: SiteView) -> list[str]:
    figures, say, words = match.words.figures, match.words.say, []
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


def _revenue(match: Match) -> list[Line]:
    """What customers pay, if it moved much; the line leads to the card that says why."""
    before, now = match.history.own_before("revenue_usd", match.view.months_per_turn), match.view.me.revenue_usd
    change = now / before - 1.0 if before else 0.0
    if match.view.role is not None or abs(change) < NOTABLE_CHANGE:
        return []
    text = match.words.say("report-revenue", usd=match.view.me.run_rate_usd, share=change)
    icon, tone = ("trending-up", "good") if change > 0 else ("trending-down", "bad")
    return [(Entry("revenue", text, icon, tone, strong=change < 0), ("figure", "me.run_rate_usd"))]


def _ranks(match: Match) -> list[Line]:
    """One's own place by valuation and by rating where it changed, and whom one passed or who passed."""
    say, found = match.words.say, []
    for measure in ("valuation", "elo"):
        then, now = ranks_then(match, measure), ranks_now(match, measure)
        mine, was = now.get(match.firm, 0), then.get(match.firm, 0)
        if not was or not mine or mine == was:
            continue
        better = mine < was
        passed = [
            match.words.firm(key)
            for key in now
            if key in then and (then[key] < was and now[key] > mine if better else then[key] > was and now[key] < mine)
        ]
        key = "report-rank-up" if better else "report-rank-down"
        text = say(key, rank=mine, was=was, measure=say(f"measure-{measure}"), firms=", ".join(passed))
        figure = "me.valuation_usd" if measure == "valuation" else "me.arena_elo"
        icon = "trending-up" if better else "trending-down"
        entry = Entry(f"rank.{measure}", text, icon, "good" if better else "bad", strong=True)
        found.append((entry, ("figure", figure)))
    return found


def _news(match: Match) -> list[Line]:
    items = match.news_since(match.view.months_per_turn)
    own = [item for item in items if item.firm == match.firm]
    world = [item for item in items if item.firm != match.firm]
    seats = match.level.seats

    def loudness(item: News) -> tuple[bool, bool, bool, int]:
        return item.firm not in ("", *seats), bool(item.firm), item.text.key not in LOUD, -item.month

    shown = own[:MOST_NEWS] + sorted(world, key=loudness)[:MOST_WORLD]
    entries = entries_of(match, shown, key="news.")
    return [(entry, link_of_news(match, item)) for entry, item in zip(entries, shown, strict=True)]
