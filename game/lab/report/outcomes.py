"""How the games ended: wins, scores, components and ranks by firm and arm."""

from collections.abc import Sequence
from math import isfinite

import numpy as np

from game.lab import statistics
from game.lab.report import axes, charts
from game.lab.report.markup import Child, Element
from game.lab.report.page import MOST_CHOICES, Cell, Section, Table, choice, figure, paragraph
from game.lab.report.reading import Batch
from game.lab.statistics import Estimate, Floats
from game.score import COMPONENTS

MOST_ARMS = 8
"""Arms that are drawn one by one; a design of more is told as a whole, and by its factors."""
MEANS = {
    "value": "ln of the last year’s mean valuation over the first, less dilution",
    "frontier": "mean share of the frontier",
    "reach": "share of users and of paid seats in the last two years",
    "stewardship": "trust, its mean and its least",
    "resilience": "cushion after a bad year, times the place kept in the race",
}
ALL = "all arms together"


def groups(batch: Batch) -> list[tuple[str, Floats]]:
    """What is drawn one by one: arms with games, or all games together. (label, which games) each."""
    played = [place for place in range(len(batch.arms)) if (batch.games.arm == place).any()]
    if len(played) > MOST_ARMS:
        return [(ALL, np.full(len(batch.games), True))]
    return [(batch.arms[place].label, batch.games.arm == place) for place in played]


def clusters(batch: Batch, which: Floats | None = None) -> list[int]:
    """The luck of each game: arms and rotations that share a seed are drawn together."""
    return [seed for row, (seed, _) in enumerate(batch.games.pair) if which is None or which[row]]


def heading(label: str, games: int) -> str:
    return f"{label} ({games} games)" if label else ""


def span(found: Estimate, write: axes.Writer) -> str:
    """An interval in words."""
    if not isfinite(found.low):
        return "one game only, no interval"
    return f"95 %: {write(found.low)} to {write(found.high)}"


def score_word(batch: Batch) -> str:
    return "the level’s own goal, in its unit" if batch.own_goal else "points; 50 is what the start’s par would reach"


def wins(batch: Batch) -> Section:
    """Shares of wins with Wilson intervals."""
    chance = 1.0 / max(1, len(batch.firms))
    drawn = [_won(batch, which) for _, which in groups(batch)]
    axis = axes.linear([each.high for found in drawn for each in found], axes.percent, start=0.0)
    rows: list[list[Cell]] = []
    panels: list[tuple[str, Element]] = []
    told: list[str] = []
    for (label, which), found in zip(groups(batch), drawn, strict=True):
        of = int(which.sum())
        lines = []
        for firm, each in zip(batch.firms, found, strict=True):
            rows.append([label, firm.key, of, each.value * of, each.value, each.low, each.high])
            title = f"{firm.name}: {axes.percent_fine(each.value)} of {of} games ({span(each, axes.percent_fine)})"
            lines.append(
                charts.Row(firm.name, firm.colour, each.value, each.low, each.high, axes.percent(each.value), title)
            )
        panels.append((heading(label, of), charts.rows(lines, axis, "Shares of wins by firm", mark=chance)))
        told.append(_wins_told(batch, found, of, label, chance))
    caption = (
        "Share of games that each firm wins, with its 95 % interval (Wilson). A shared win counts in parts. "
        f"The dashed line is equal chance among the {len(batch.firms)} seats."
    )
    if panels[0][0].startswith(ALL):
        caption += " Arms share seeds, so the interval counts seeds, not games: it is careful, and wide."
    table = Table(("arm", "firm", "games", "wins", "share", "low", "high"), rows)
    return Section("wins", "Wins", [figure(caption, table, panels, name="shares of wins")], told[:2])


def _won(batch: Batch, which: Floats) -> list[Estimate]:
    """Share of wins of each firm; games on one seed are one observation."""
    won, lots = batch.games.won[which], len(set(clusters(batch, which)))
    return [statistics.share(float(hits), len(won), lots=lots) for hits in won.sum(axis=0)]


def _wins_told(batch: Batch, found: Sequence[Estimate], of: int, label: str, chance: float) -> str:
    best = max(range(len(found)), key=lambda place: found[place].value)
    where = f"With {label}: " if label and label != ALL else ""
    told = (
        f"{where}{batch.firms[best].name} wins most often, {axes.percent(found[best].value)} of {of} games "
        f"({span(found[best], axes.percent)})."
    )
    if len(batch.firms) < 2:
        return told
    above = [firm.name for firm, each in zip(batch.firms, found, strict=True) if each.low > chance]
    below = [firm.name for firm, each in zip(batch.firms, found, strict=True) if each.high < chance]
    parts = [f"{named(above)} above" if above else "", f"{named(below)} below" if below else ""]
    apart = ", ".join(each for each in parts if each)
    if not apart:
        return f"{told} No firm’s interval leaves out equal chance ({axes.percent(chance)})."
    return f"{told} Equal chance would be {axes.percent(chance)}; beyond that by more than luck: {apart}."


def named(names: Sequence[str]) -> str:
    """Names in a sentence."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def scores(batch: Batch) -> Section:
    """Scores, their shares of all points in a game, and their components."""
    rows: list[list[Cell]] = []
    boxes: list[tuple[str, Element]] = []
    shares: list[tuple[str, Element]] = []
    share_rows: list[list[Cell]] = []
    whole = batch.games.score
    axis = axes.linear(np.nanquantile(whole, (0.02, 0.98), axis=0).ravel(), axes.plain)
    for label, which in groups(batch):
        given = whole[which]
        lines = []
        for place, firm in enumerate(batch.firms):
            values = given[~np.isnan(given[:, place]), place]
            if not len(values):
                continue
            lots = clusters(batch, which & ~np.isnan(whole[:, place]))
            found, cuts = statistics.mean(values, clusters=lots), np.quantile(values, statistics.QUANTILES)
            rows.append([label, firm.key, len(values), found.value, found.low, found.high, *map(float, cuts)])
            lines.append(_box(firm.name, firm.colour, cuts, axes.one))
        boxes.append((heading(label, int(which.sum())), charts.rows(lines, axis, "Final scores by firm")))
        made = score_shares(given)
        if made is not None and not batch.own_goal:
            shares.append(
                (
                    heading(label, int(which.sum())),
                    _shares_chart(batch, made, clusters(batch, which), label, share_rows),
                )
            )
    caption = f"Final score ({score_word(batch)}): median, middle half and middle 90 % of games."
    columns = ("arm", "firm", "games", "mean", "low", "high", "p05", "p25", "p50", "p75", "p95")
    body: list[Child] = [figure(caption, Table(columns, rows), boxes, name="scores")]
    if shares:
        caption = (
            "Share of all points of a game that each firm takes: mean with its 95 % interval (bootstrap of games). It "
            "shows small differences sooner than wins do."
        )
        table = Table(("arm", "firm", "games", "mean share", "low", "high"), share_rows)
        body.append(figure(caption, table, shares, name="shares of points"))
    return Section("scores", "Scores", body)


def score_shares(score: Floats) -> Floats | None:
    """Each firm's part of a game's points; None if scores are not all above nothing."""
    if not len(score) or np.nanmin(score) < 0.0:
        return None
    whole = np.nansum(score, axis=1, keepdims=True)
    return None if (whole <= 0.0).any() else np.asarray(np.nan_to_num(score) / whole)


def _shares_chart(batch: Batch, made: Floats, lots: Sequence[int], label: str, table: list[list[Cell]]) -> Element:
    found = [statistics.mean(made[:, place], clusters=lots) for place in range(len(batch.firms))]
    lines = []
    for firm, each in zip(batch.firms, found, strict=True):
        table.append([label, firm.key, each.of, each.value, each.low, each.high])
        title = f"{firm.name}: {axes.percent_fine(each.value)} ({span(each, axes.percent_fine)})"
        lines.append(
            charts.Row(firm.name, firm.colour, each.value, each.low, each.high, axes.percent_fine(each.value), title)
        )
    given = [value for each in found for value in (each.value, each.low, each.high)]
    equal = 1.0 / len(found)
    axis = axes.linear([*given, equal], axes.percent)
    return charts.rows(lines, axis, "Shares of points by firm", mark=equal)


def _box(name: str, colour: str, cuts: Floats, write: axes.Writer) -> charts.Row:
    low, quarter, middle, three, high = (float(each) for each in cuts)
    title = f"{name}: median {write(middle)}, half of games {write(quarter)} to {write(three)}, 90 % {write(low)} to "
    return charts.Row(name, colour, middle, low, high, write(middle), title + write(high), (quarter, three))


def components(batch: Batch) -> Section:
    """Bands of the five components, each in its own measure."""
    options: list[tuple[str, Sequence[Child]]] = []
    for label, which in groups(batch)[:MOST_CHOICES]:
        rows: list[list[Cell]] = []
        panels = []
        for number, component in enumerate(COMPONENTS):
            values = batch.games.components[which][:, :, number]
            axis = axes.linear(np.nanquantile(values, (0.02, 0.98), axis=0).ravel(), axes.plain)
            lines = []
            for place, firm in enumerate(batch.firms):
                own = values[~np.isnan(values[:, place]), place]
                if len(own):
                    cuts = np.quantile(own, statistics.QUANTILES)
                    rows.append([component, firm.key, len(own), *map(float, cuts)])
                    lines.append(_box(firm.name, firm.colour, cuts, lambda value: f"{value:.2f}".replace("-", "−")))
            panels.append((f"{component}: {MEANS[component]}", charts.rows(lines, axis, f"{component} by firm")))
        table = Table(("component", "firm", "games", "p05", "p25", "p50", "p75", "p95"), rows)
        caption = "What the score is made of: median, middle half and middle 90 % of games."
        options.append((label, [figure(caption, table, panels, name="components of the score")]))
    return Section("components", "Components", [choice("components", "Arm", options)])


def ranks(batch: Batch) -> Section:
    """How often each firm takes each place."""
    options: list[tuple[str, Sequence[Child]]] = []
    names = [f"place {place + 1}" for place in range(len(batch.firms))]
    for label, which in groups(batch)[:MOST_CHOICES]:
        given = batch.games.rank[which]
        shares = np.stack([(given == place + 1).mean(axis=0) for place in range(len(names))], axis=1)
        lines = [(firm.name, firm.colour, shares[place].tolist()) for place, firm in enumerate(batch.firms)]
        rows: list[list[Cell]] = [
            [firm.key, *shares[place].tolist(), float(np.nanmean(given[:, place]))]
            for place, firm in enumerate(batch.firms)
        ]
        caption = "Part of games, in percent, in which a firm ends first (strongest shade), second, and so on."
        panel = charts.parts(lines, names, "Places by firm")
        made = figure(caption, Table(("firm", *names, "mean place"), rows), [("", panel)], name="places")
        options.append((label, [made]))
    return Section("ranks", "Places", [choice("ranks", "Arm", options)])


def endings(batch: Batch) -> Element | None:
    """Why games ended, if it was not always the calendar."""
    reasons = {each: batch.games.reason.count(each) for each in sorted(set(batch.games.reason))}
    if not reasons or list(reasons) == ["end"]:
        return None
    words = {
        "end": "at the level's last month",
        "agi": "after a declared AGI",
        "collapse": "in a collapse of trust",
        "one_left": "with one firm left",
    }
    parts = [f"{count} {words.get(reason, reason)}" for reason, count in reasons.items()]
    return paragraph(f"How they ended: {named(parts)}.")
