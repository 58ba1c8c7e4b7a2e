"""Believable: a start in the known past is played to the present, and the present's start into the open.

Hindcast: for each series of the level's `history`, the 80 % band over the games (assumptions drawn too) must hold the
observations, and be narrower than a factor of four. Ahead: chips, power, cash and data must each bind 10 to 50 % of the
labs' firm-months, and the part of owned cards that run must stay within .6 and .98 in four of five months.
"""

from collections.abc import Sequence
from math import exp, log
from typing import Any

import msgspec
import numpy as np

from game.lab import priors, series
from game.lab.trouble import LabError
from game.race import Race
from levels.calendar import index_of
from levels.loader import Resolved

BAND = (0.10, 0.50, 0.90)
WIDEST = 4.0
SERIES_ASKED = 0.8
HELD_POINTS = 0.5
"""Part of a series' observations inside the band, the last one among them, for it to count as held."""
LIMITS = ("chips", "power", "cash", "data")
LEAST_BINDING, MOST_BINDING = 0.10, 0.50
LEAST_LIT, MOST_LIT, LIT_MONTHS = 0.6, 0.98, 0.8


class Piece(msgspec.Struct, frozen=True):
    """One game to play."""

    resolved: Resolved
    seed: int
    drawn: bool
    minds: dict[str, str] = {}
    """Who steers, of firms that have not the level's own."""


class Seen(msgspec.Struct, frozen=True):
    """What one game showed of a hindcast: every series by month, from the opening on."""

    values: dict[str, list[float]]


def hindcast(piece: Piece) -> Seen:
    """Play one game and read the level's series each month."""
    resolved = priors.draw(piece.resolved, piece.seed) if piece.drawn else piece.resolved
    history = resolved.level.history
    found: dict[str, list[float]] = {name: [] for name in history}
    race = Race(resolved, piece.seed, every_month=False)
    try:
        _read(race, found)
        while not race.over:
            race.play_month()
            _read(race, found)
    finally:
        race.dispose()
    return Seen(found)


def _read(race: Race, found: dict[str, list[float]]) -> None:
    for name, values in found.items():
        facts = race.level.history[name]
        values.append(series.SERIES[facts.series](race, facts.of))


def check_history(resolved: Resolved) -> None:
    """Raises LabError if the level has no history or one that cannot be read."""
    level = resolved.level
    if not level.history:
        raise LabError(f"{resolved.name} has no history to be compared with; january_2023 has one")
    for name, facts in level.history.items():
        if facts.series not in series.SERIES:
            raise LabError(f"history.{name}.series: there is no {facts.series}; there is {', '.join(series.SERIES)}")
        makers = level.makers if facts.series in ("made_h100e", "sales_usd") else level.firms
        if facts.of and facts.of not in makers:
            raise LabError(f"history.{name}.of: there is no {facts.of} in this level")


class Point(msgspec.Struct, frozen=True):
    month: str
    observed: float
    low: float
    middle: float
    high: float

    @property
    def inside(self) -> bool:
        return self.low <= self.observed <= self.high


class Line(msgspec.Struct, frozen=True):
    """One series against what was observed. `width` is the band's high over its low, the points' geometric mean."""

    points: tuple[Point, ...]
    inside: float
    width: float
    held: bool


def compare(resolved: Resolved, games: Sequence[Seen]) -> dict[str, Line]:
    """The bands of each series at the months of its observations."""
    lines = {}
    for name, facts in resolved.level.history.items():
        paths = np.array([game.values[name] for game in games], dtype=np.float64)
        points = []
        for observation in facts.points:
            at = index_of(observation.month, resolved.level.start)
            if not facts.months <= at < paths.shape[1]:
                continue
            totals = paths[:, at - facts.months + 1 : at + 1].sum(axis=1) * facts.factor + (facts.plus or 0.0)
            low, middle, high = (float(each) for each in np.quantile(totals, BAND))
            points.append(Point(observation.month, observation.value, low, middle, high))
        inside = sum(point.inside for point in points) / len(points) if points else 0.0
        widths = [log(point.high / point.low) for point in points if point.low > 0.0]
        width = exp(sum(widths) / len(widths)) if widths and len(widths) == len(points) else float("inf")
        held = bool(points) and points[-1].inside and inside >= HELD_POINTS and width <= WIDEST
        lines[name] = Line(tuple(points), inside, width, held)
    return lines


class Ahead(msgspec.Struct, frozen=True):
    """What one game into the open showed: firm-months of each limit, and the part of owned cards that ran, by month."""

    binding: dict[str, int]
    lit: tuple[float, ...]


def ahead(piece: Piece) -> Ahead:
    """Play one game and count what binds the labs."""
    resolved = priors.draw(piece.resolved, piece.seed) if piece.drawn else piece.resolved
    counts: dict[str, int] = {}
    lit: list[float] = []
    race = Race(resolved, piece.seed, piece.minds, every_month=False)
    try:
        while not race.over:
            race.play_month()
            for firm in race.labs:
                if firm.alive:
                    counts[firm.binding] = counts.get(firm.binding, 0) + 1
            owned = sum(firm.compute.owned for firm in race.world.firms.values())
            lit.append(sum(firm.compute.online for firm in race.world.firms.values()) / max(1, owned))
    finally:
        race.dispose()
    return Ahead(counts, tuple(lit))


class Verdict(msgspec.Struct, frozen=True):
    """The figures of the check, and what falls short."""

    games: int
    hindcast: dict[str, Line]
    held: int
    binding: dict[str, float]
    """Part of the labs' firm-months."""
    lit_within: float
    """Part of months in which the running part of owned cards is neither too low nor too high."""
    lit_median: float
    faults: tuple[str, ...]


def judge(lines: dict[str, Line], games: Sequence[Ahead]) -> Verdict:
    """Sum up both halves."""
    counts: dict[str, int] = {}
    for game in games:
        for limit, number in game.binding.items():
            counts[limit] = counts.get(limit, 0) + number
    whole = max(1, sum(counts.values()))
    binding = {limit: number / whole for limit, number in sorted(counts.items())}
    lit = np.array([game.lit for game in games], dtype=np.float64)
    within = float(((lit >= LEAST_LIT) & (lit <= MOST_LIT)).mean()) if lit.size else 0.0
    held = sum(line.held for line in lines.values())
    asked = -(-len(lines) * SERIES_ASKED // 1)
    faults = []
    if held < asked:
        faults.append(f"{held} of {len(lines)} series are held, {asked:.0f} are asked for")
    for limit in LIMITS:
        share = binding.get(limit, 0.0)
        if not LEAST_BINDING <= share <= MOST_BINDING:
            faults.append(
                f"{limit} binds {share:.0%} of firm-months, {LEAST_BINDING:.0%} to {MOST_BINDING:.0%} are asked for"
            )
    if within < LIT_MONTHS:
        faults.append(
            f"the running part of all cards is within {LEAST_LIT} and {MOST_LIT} in {within:.0%} of months only"
        )
    middle = float(np.median(lit)) if lit.size else 0.0
    return Verdict(len(games), lines, held, binding, within, middle, tuple(faults))


def told(verdict: Verdict) -> dict[str, Any]:
    """The verdict as plain values, for JSON."""
    return dict(msgspec.to_builtins(verdict))
