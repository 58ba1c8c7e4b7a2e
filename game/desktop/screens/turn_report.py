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
from game.telling.outcomes import outcomes
from game.telling.report import arrivals, entries_of, loudest, rank_moves, refused_entries, revenue

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.desktop.screens.race import RaceScreen
    from game.desktop.widget import Act

FIGURES = (
    ("cash", "banknote", "cash_usd", "me.cash_usd"),
    ("gpus", "cpu", "h100e_online", "me.usable_h100e"),
    ("power", "zap", "mw_online", "record.mw_online"),
    ("elo", "brain-circuit", "arena_elo", "me.arena_elo"),
    ("valuation", "trending-up", "valuation_usd", "me.valuation_usd"),
)
RANKED = {"valuation": "me.valuation_usd", "elo": "me.arena_elo"}
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
        self.log = Log("report.log", area, entries, on_open=self._follow, empty=say("report-quiet"), detail_lines=1)
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
    return [(entry, link_of_order(match, order)) for entry, order in refused_entries(match)]


def _arrivals(match: Match) -> list[Line]:
    return [(entry, ("site", site)) for entry, site in arrivals(match)]


def _revenue(match: Match) -> list[Line]:
    """The line leads to the card that says why."""
    entry = revenue(match)
    return [(entry, ("figure", "me.run_rate_usd"))] if entry is not None else []


def _ranks(match: Match) -> list[Line]:
    return [(entry, ("figure", RANKED[measure])) for entry, measure in rank_moves(match)]


def _news(match: Match) -> list[Line]:
    shown = loudest(match, match.news_since(match.view.months_per_turn))
    entries = entries_of(match, shown, key="news.")
    return [(entry, link_of_news(match, item)) for entry, item in zip(entries, shown, strict=True)]
