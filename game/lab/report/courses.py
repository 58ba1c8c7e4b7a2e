"""How the games went: who led the field, figures over time, and what limited each firm. Made from the records."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from game.lab import statistics
from game.lab.report import axes, charts
from game.lab.report.markup import Child, Element
from game.lab.report.outcomes import clusters, groups, span
from game.lab.report.page import Cell, Section, Table, choice, figure, legend, paragraph
from game.lab.report.reading import Batch, Records
from game.lab.statistics import Floats, LeadChange

MOST_BANDS = 4
"""Arms whose courses are drawn; each is some hundred kilobytes."""


class Measure(Struct, frozen=True):
    """A column that is drawn over time. `factor` makes a year of a month's flow."""

    column: str
    title: str
    write: axes.Writer
    is_log: bool = True
    factor: float = 1.0


MEASURES = (
    Measure("valuation_usd", "Valuation, USD", axes.usd),
    Measure("revenue_usd", "Revenue, USD a year", axes.usd, factor=12.0),
    Measure("h100e_online", "Compute online, H100e", axes.count),
    Measure("arena_elo", "Arena rating, Elo", axes.plain, is_log=False),
    Measure("cash_usd", "Cash, USD", axes.usd, is_log=False),
    Measure("mw_online", "Power online, MW", axes.plain),
    Measure("score", "Score", axes.plain, is_log=False),
)
SMOOTHED = 3
"""Months over which what binds is averaged in the chart."""
LIMITS = ("power", "hall", "chips", "cash", "talent", "data", "demand", "none")
"""`levels.words.BINDINGS` in the order in which they are stacked."""


def leads(batch: Batch, records: Records) -> Section:
    """Changes of the best public rating that last."""
    elo = records.column("arena_elo")
    changes = [_changes(batch, game) for game in elo]
    numbers = [len(each) for each in changes]
    found = statistics.mean(np.array(numbers, dtype=np.float64), clusters=clusters(batch))
    counted = Counter(numbers)
    bars = [(number, counted[number] / len(numbers)) for number in range(max(counted, default=0) + 1)]
    axis = axes.linear([part for _, part in bars], axes.percent, start=0.0)
    told = [(str(number), part, axes.percent(part)) for number, part in bars]
    panels = [("Changes of the lead in a game", charts.bars(told, axis, "Changes of the lead in a game"))]
    held = _held(batch, elo)
    lines = []
    for firm, part in zip(batch.firms, held, strict=True):
        title = f"{firm.name} leads in {axes.percent(part)} of months"
        lines.append(charts.Row(firm.name, firm.colour, part, part, part, axes.percent(part), title))
    axis = axes.linear(held, axes.percent, start=0.0)
    panels.append(("Part of all months with the best rating", charts.rows(lines, axis, "Months in the lead by firm")))
    taken = Counter((each.before, each.after) for game in changes for each in game)
    names = {firm.key: firm.name for firm in batch.firms}
    rows: list[list[Cell]] = [["changes in a game", str(number), counted[number], part] for number, part in bars]
    rows += [
        ["lead taken", f"{names[after]} from {names[before]}", number, number / len(numbers)]
        for (before, after), number in sorted(taken.items(), key=lambda each: (-each[1], each[0]))
    ]
    rows += [["months in the lead", firm.name, None, part] for firm, part in zip(batch.firms, held, strict=True)]
    caption = (
        "A change of the lead counts when the new best public rating (Arena Elo) stays at least "
        f"{statistics.LEAD_GAP_ELO:g} above the old leader’s for {statistics.LEAD_MONTHS} months. "
        f"Mean {found.value:.2f} a game ({span(found, lambda value: f'{value:.2f}')})."
    )
    finding = (
        f"The lead in public rating changes hands {found.value:.1f} times a game for half a year or more "
        f"({span(found, lambda value: f'{value:.1f}')})."
    )
    table = Table(("what", "which", "number", "part"), rows)
    return Section("leads", "Lead changes", [figure(caption, table, panels, name="lead changes")], [finding])


def _changes(batch: Batch, game: Floats) -> list[LeadChange]:
    """Lead changes of one game, an array (months, firms); months before anybody has a model are left out."""
    fronts = [
        {firm.key: float(elo) for firm, elo in zip(batch.firms, month, strict=True) if elo > 0.0} for month in game
    ]
    return statistics.lead_changes([each for each in fronts if each], statistics.LEAD_MONTHS)


def _held(batch: Batch, elo: Floats) -> list[float]:
    rated = np.nan_to_num(elo)
    there = rated.max(axis=2) > 0.0
    first = rated.argmax(axis=2)[there]
    return [float((first == place).mean()) if len(first) else 0.0 for place in range(len(batch.firms))]


def bands(batch: Batch, records: Records) -> Section:
    """Bands over time by firm, for measures that are chosen by buttons."""
    shown = groups(batch)[:MOST_BANDS]
    options: list[tuple[str, Sequence[Child]]] = [(label, []) for label, _ in shown]
    by_measure: list[list[tuple[str, Sequence[Child]]]] = [[] for _ in shown]
    for measure in MEASURES:
        values = records.column(measure.column) * measure.factor
        cuts = [statistics.bands(values[which]) for _, which in shown]
        given = np.concatenate([each.ravel() for each in cuts])
        scale = axes.by_tens if measure.is_log else axes.linear
        axis = scale(given.tolist(), measure.write)
        for place, found in enumerate(cuts):
            ghost = cuts[0] if place else None
            by_measure[place].append((measure.title, [_bands(batch, records, measure, axis, found, ghost)]))
    options = [
        (label, [choice(f"bands-{place}", "Measure", by_measure[place])]) for place, (label, _) in enumerate(shown)
    ]
    body: list[Child] = [choice("bands", "Arm", options)]
    left_out = len(groups(batch)) - len(shown)
    if left_out > 0:
        body.append(paragraph(f"The first {MOST_BANDS} arms are drawn; {left_out} more stand in records.parquet."))
    return Section("bands", "Courses of the games", body)


def _bands(
    batch: Batch, records: Records, measure: Measure, axis: axes.Axis, cuts: Floats, first: Floats | None
) -> Element:
    months = records.months
    panels = []
    rows: list[list[Cell]] = []
    for place, firm in enumerate(batch.firms):
        ghost = first[2, :, place] if first is not None else None
        told = f"{measure.title} of {firm.name} over time, bands over games"
        panels.append((firm.name, charts.band(cuts[:, :, place], months, axis, firm.colour, told, ghost)))
        rows += [[firm.key, month, *map(float, cuts[:, number, place])] for number, month in enumerate(months)]
    scale = "; the scale goes by powers of ten" if axis.is_log else ""
    other = f" Dashed: the median with {batch.arms[0].label}." if first is not None else ""
    caption = f"{measure.title}: median, middle half and middle 90 % of games, month by month{scale}.{other}"
    table = Table(("firm", "month", "p05", "p25", "p50", "p75", "p95"), rows)
    return figure(caption, table, panels, name=measure.title)


def limits(batch: Batch, records: Records) -> Section:
    """What binds each firm over time."""
    by_word = records.shares("binding")
    words = [each for each in LIMITS if each in by_word] + [each for each in by_word if each not in LIMITS]
    colours = {each: f"limit-{each}" if each in LIMITS else "limit-none" for each in words}
    options: list[tuple[str, Sequence[Child]]] = []
    for label, which in groups(batch)[:MOST_BANDS]:
        parts = {word: _mean(by_word[word][which]) for word in words}
        panels = []
        rows: list[list[Cell]] = []
        for place, firm in enumerate(batch.firms):
            own = {word: _smooth(parts[word][:, place]) for word in words}
            panels.append((firm.name, charts.layers(own, records.months, colours, f"What limits {firm.name}")))
            rows += [
                [firm.key, month, *[float(parts[word][number, place]) for word in words]]
                for number, month in enumerate(records.months)
            ]
        caption = (
            f"Part of games in which each constraint binds the firm, as a mean of {SMOOTHED} months: orders come once "
            "a turn, and what binds swings with them. The data is month by month."
        )
        made = figure(caption, Table(("firm", "month", *words), rows), panels, name="what limits firms")
        options.append((label, [legend([(word, colours[word]) for word in words]), made]))
    whole = {word: float(np.nanmean(by_word[word])) for word in words}
    ordered = sorted((word for word in words if word != "none"), key=lambda word: -whole[word])
    told = [f"{word} ({axes.percent(whole[word])} of firm-months)" for word in ordered[:2] if whole[word] > 0]
    finding = [f"What limits the firms most often: {', then '.join(told)}."] if told else []
    return Section("limits", "What limits them", [choice("limits", "Arm", options)], finding)


def _smooth(shares: Floats) -> Floats:
    """The mean over neighbouring months that are there."""
    padded = np.pad(shares, SMOOTHED // 2, constant_values=np.nan)
    return _mean(np.asarray(np.lib.stride_tricks.sliding_window_view(padded, SMOOTHED).T))


def _mean(values: Floats) -> Floats:
    """Mean over the first axis (games) of what is there; NaN where nothing is."""
    there = (~np.isnan(values)).sum(axis=0)
    return np.asarray(np.where(there > 0, np.nansum(values, axis=0) / np.maximum(1, there), np.nan))
