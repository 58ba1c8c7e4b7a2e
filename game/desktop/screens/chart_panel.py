"""The race chart: one line a lab over the months, by a measure that tabs choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.bars import Bar, Bars
from game.desktop.choices import Tabs
from game.desktop.frames import Label, Panel
from game.desktop.linechart import LineChart, Series
from game.telling.history import MEASURES
from levels.calendar import month_of

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.prospect import Ahead

STYLES = ("solid", "solid", "dashed", "solid", "dashed", "dotted")
POINTS = ("circle", "square", "triangle", "diamond")
LEAST_MONTHS = 13
AHEAD = 9
"""Months that the dashed lines look ahead."""
WIDE = 20.0
"""Largest over smallest value from which the valuations stand on a logarithmic scale."""


def is_wide(series: Sequence[Series]) -> bool:
    known = [value for line in series for value in line.values if value]
    return bool(known) and min(known) > 0 and max(known) > WIDE * min(known)


def race_series(match: Match, measure: str) -> list[Series]:
    """A line for each seat, the watched firm's as the main one."""
    found = []
    labs = match.history.series[measure]
    for number, key in enumerate(labs):
        firm = match.level.firms[key]
        found.append(
            Series(
                key,
                match.words.firm(key),
                tuple(labs[key]),
                theme.firm_colour(firm.colour),
                "solid" if key == match.firm else STYLES[number % len(STYLES)],
                POINTS[number % len(POINTS)],
                main=key == match.firm,
            )
        )
    return found


def origin_series(match: Match, measure: str) -> list[Series]:
    """In a fork: how the watched firm fared in the game as it was, as far as both have been played."""
    values = match.origin.get(measure, {}).get(match.firm)
    if not values:
        return []
    colour = theme.mix(theme.firm_colour(match.words.colour(match.firm)), theme.TEXT, 0.45)
    played = len(match.history.months)
    return [Series("origin", match.words.say("chart-before"), values[:played], colour, "dotted", "diamond")]


def race_months(match: Match) -> list[str]:
    """Names of the months, with some to come while the race is young."""
    start, played = match.level.start, len(match.history.months)
    last = min(match.level.months, max(LEAST_MONTHS, played) - 1)
    return [match.words.figures.short_month(month_of(n, start)) for n in range(max(played, last + 1))]


def writer(match: Match, measure: str) -> Callable[[float], str]:
    """How the values of a measure are written."""
    figures = match.words.figures
    if measure == "elo":
        return figures.whole
    return figures.money if measure in ("valuation", "revenue") else figures.cards


def _dashed(match: Match, begun: list[Ahead], planned: list[Ahead]) -> list[Series]:
    """From the last known month on; the plan's only where it differs."""
    known = match.history.series["h100e"][match.firm]
    colour = theme.firm_colour(match.level.firms[match.firm].colour)
    gap, say, now = (None,) * (len(known) - 1), match.words.say, known[-1]
    values = (*gap, now, *(each.h100e for each in begun))
    faint = theme.mix(theme.PANEL, colour, 0.75)
    found = [Series("ahead.begun", say("ahead-begun"), values, faint, "dotted", expected=True)]
    if [each.h100e for each in planned] != [each.h100e for each in begun]:
        values = (*gap, now, *(each.h100e for each in planned))
        found.append(Series("ahead.plan", say("ahead-plan"), values, colour, "dashed", "diamond", expected=True))
    return found


_OF_GOAL = {
    "compute_served": "h100e",
    "compute_online": "h100e",
    "card_trade": "h100e",
    "revenue": "revenue",
    "kept_revenue": "revenue",
}
"""What a level with a goal of its own is about; all others are about the valuation."""


def first_measure(match: Match) -> str:
    """The measure that a level opens with: that of its goal."""
    goal = match.level.goal
    return _OF_GOAL.get(goal.of, "valuation") if goal is not None else "valuation"


class ChartPanel(Panel):
    """`chosen(measure)` when another measure is looked at."""

    def __init__(self, match: Match, rect: tuple[int, int, int, int], chosen: Callable[[str], None]) -> None:
        super().__init__("race", rect, match.words.say("chart-title"), icon="chart-line")
        self.match, self.chosen = match, chosen
        options = [(measure, match.words.say(f"measure-{measure}")) for measure in MEASURES]
        self.tabs = Tabs("chart.tabs", (0, 0, 0, 0), options, first_measure(match), self._choose)
        self.chart = LineChart("chart", (0, 0, 0, 0), label_width=86, empty=match.words.say("chart-empty"))
        self.bars = Bars("chart.bars", (0, 0, 0, 0), name_width=96, value_width=70)
        self.scale = Label("chart.scale", (0, 0, 0, 0), match.words.say("chart-log"), size=theme.SMALL)
        self.scale.colour = theme.MUTED
        self.ahead = Label("chart.ahead", (0, 0, 0, 0), size=theme.SMALL, colour=theme.SOFT)
        self.ahead.tip = match.words.say("ahead-tip")
        self.add(self.tabs, self.chart, self.bars, self.scale, self.ahead)
        self.lay()

    def lay(self) -> None:
        x, y, wide, high = self.rect
        self.tabs.rect = pygame.Rect(x + max(84, wide - 482), y + 6, min(472, wide - 94), 26)
        low = 14 if self.ahead.visible else 0
        self.chart.rect = pygame.Rect(x + 10, y + 38 + low, wide - 16, high - 42 - low)
        self.bars.rect = pygame.Rect(x + 18, y + 56, wide - 36, high - 70)
        self.bars.row_height = (high - 70) // 6
        self.ahead.rect = pygame.Rect(x + 68, y + 35, wide - 80, 14)
        self.scale.rect = pygame.Rect(x + 86, y + 53, 200, 16)

    @property
    def measure(self) -> str:
        return self.tabs.value

    def _choose(self, measure: str) -> None:
        self.refresh()
        self.chosen(measure)

    def next_measure(self) -> None:
        at = MEASURES.index(self.measure)
        self.tabs.choose(MEASURES[(at + 1) % len(MEASURES)])

    def refresh(self) -> None:
        self.chart.about = f"chart:{self.measure}"
        self.chart.show = writer(self.match, self.measure)
        self.chart.from_zero = self.measure != "elo"
        series = race_series(self.match, self.measure)
        self.chart.log = self.measure == "valuation" and is_wide(series)
        self.chart.set_data([*series, *origin_series(self.match, self.measure)], race_months(self.match))
        self.show_plan()
        self.bars.visible = len(self.match.history.months) < 2 and not self.ahead.visible
        self.chart.visible = not self.bars.visible
        self.scale.visible = self.chart.visible and self.chart.log
        if self.bars.visible:
            self._show_start()

    def show_plan(self) -> None:
        """Where compute goes with what is begun, and with the plan besides: dashed lines, if dates hold."""
        match = self.match
        shows = self.measure == "h100e" and match.steering and match.view.role is None
        begun = match.session.prospect(match.firm, (), AHEAD) if shows else []
        self.ahead.visible = bool(begun)
        self.lay()
        if not begun:
            return
        planned = match.session.prospect(match.firm, match.orders, AHEAD)
        known = race_series(match, self.measure) + origin_series(match, self.measure)
        series = known + _dashed(match, begun, planned)
        start, played = match.level.start, len(match.history.months)
        ends = max(len(race_months(match)), played + len(begun))
        months = [match.words.figures.short_month(month_of(n, start)) for n in range(ends)]
        last = planned[-1]
        self.ahead.text = match.words.say(
            "ahead",
            month=match.words.month(match.view.month - 1 + last.months),
            h100e=last.h100e,
            kw=last.kw,
            usd=last.free_usd,
        )
        self.chart.set_data(series, months)
        self.chart.visible, self.bars.visible = True, False

    def _show_start(self) -> None:
        """Before a month is played there are no lines yet: bars, the longest first."""
        show = writer(self.match, self.measure)
        lines = [(line.values[-1] or 0.0, line) for line in race_series(self.match, self.measure)]
        lines.sort(key=lambda pair: -pair[0])
        floor = 0.85 * lines[-1][0] if self.measure == "elo" and lines else 0.0
        self.bars.bars = [
            Bar(line.key, line.label, ((value - floor, line.colour),), show(value), strong=line.main)
            for value, line in lines
        ]
