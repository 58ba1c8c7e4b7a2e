"""Differences between arms, game by game on the same seeds: luck that both share does not blur them."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from game.lab import statistics
from game.lab.report import axes, charts
from game.lab.report.markup import Element
from game.lab.report.outcomes import MOST_ARMS, named, score_shares, span
from game.lab.report.page import Cell, Section, Table, figure, paragraph
from game.lab.report.reading import Batch, Places
from game.lab.statistics import Difference, Estimate, Floats

SURE = 0.05


class Found(Struct, frozen=True):
    """One firm's differences of an arm from the first: score, wins, share of points; `p` of the score after Holm."""

    arm: int
    firm: int
    score: Difference
    won: Estimate
    share: Estimate | None
    p: float


def compare(batch: Batch) -> list[Found]:
    """Every arm against the first, on the pairs that both have; at most so many arms as are drawn one by one."""
    games = batch.games
    rows = [
        {pair: row for row, (pair, arm) in enumerate(zip(games.pair, games.arm, strict=True)) if arm == place}
        for place in range(len(batch.arms))
    ]
    made: list[Found] = []
    for arm in range(1, min(len(batch.arms), MOST_ARMS)):
        common = [pair for pair in rows[arm] if pair in rows[0]]
        ours, theirs = [rows[arm][pair] for pair in common], [rows[0][pair] for pair in common]
        for firm in range(len(batch.firms)):
            fine = ~np.isnan(games.score[ours, firm] - games.score[theirs, firm])
            if not fine.any():
                continue
            mine, base = np.array(ours)[fine], np.array(theirs)[fine]
            seeds = games.seed[mine]
            shares = score_shares(games.score[mine]), score_shares(games.score[base])
            made.append(
                Found(
                    arm,
                    firm,
                    paired_by_seed(games.score[mine, firm], games.score[base, firm], seeds),
                    paired_by_seed(games.won[mine, firm], games.won[base, firm], seeds).mean,
                    paired_by_seed(shares[0][:, firm], shares[1][:, firm], seeds).mean
                    if shares[0] is not None and shares[1] is not None and not batch.own_goal
                    else None,
                    1.0,
                )
            )
    adjusted = statistics.holm([each.score.p for each in made])
    return [
        Found(each.arm, each.firm, each.score, each.won, each.share, p) for each, p in zip(made, adjusted, strict=True)
    ]


def paired_by_seed(ours: Floats, theirs: Floats, seeds: Places) -> Difference:
    """The difference with each seed as one observation: the mean over the rotations that both arms played on it."""
    index = np.unique(seeds, return_inverse=True)[1]
    count = np.bincount(index)
    return statistics.paired(np.bincount(index, ours) / count, np.bincount(index, theirs) / count)


def pairs(batch: Batch) -> Section | None:
    """The section; None if there is nothing to compare."""
    if len(batch.arms) < 2 or len(batch.arms) > MOST_ARMS:
        return None
    found = compare(batch)
    if not found:
        text = "There are several arms, but no seed on which the first and another were both played to the end."
        return Section("pairs", "Differences between arms", [paragraph(text)])
    bounds = [value for each in found for value in (each.score.mean.low, each.score.mean.high, each.score.mean.value)]
    axis = axes.linear(bounds, axes.signed if not batch.own_goal else axes.plain, start=0.0)
    panels: list[tuple[str, Element]] = []
    for arm in sorted({each.arm for each in found}):
        own = [each for each in found if each.arm == arm]
        lines = [_row(batch, each) for each in own]
        title = f"{batch.arms[arm].label} ({own[0].score.mean.of} pairs)"
        panels.append((title, charts.rows(lines, axis, "Differences of scores by firm", mark=0.0)))
    caption = (
        f"Score of each firm, less its score with “{batch.arms[0].label}” on the same seed: mean and 95 % interval "
        "(bootstrap of pairs). A star: p below 5 % after Holm’s correction for all that is compared here."
    )
    columns = (
        *("arm", "firm", "pairs", "score", "low", "high", "p", "p (Holm)", "wins", "low", "high"),
        *("share of points", "low", "high", "variance saved"),
    )
    rows: list[list[Cell]] = [_cells(batch, each) for each in found]
    ratios = [each.score.variance_ratio for each in found if np.isfinite(each.score.variance_ratio)]
    note = "The same seed gives both arms the same luck of the world until the games part."
    if ratios:
        factor = float(np.median(ratios))
        note += f" Pairs make the variance of a difference {factor:.1f} times smaller here (median)."
    body = [figure(caption, Table(columns, rows), panels, name="paired differences"), paragraph(note, class_="small")]
    return Section("pairs", "Differences between arms", body, _told(batch, found))


def _row(batch: Batch, each: Found) -> charts.Row:
    firm, mean = batch.firms[each.firm], each.score.mean
    star = "*" if each.p < SURE else ""
    title = (
        f"{firm.name}: {axes.signed(mean.value)} ({span(mean, axes.signed)}; p {each.score.p:.3f}, Holm {each.p:.3f})"
    )
    return charts.Row(firm.name, firm.colour, mean.value, mean.low, mean.high, axes.signed(mean.value) + star, title)


def _cells(batch: Batch, each: Found) -> list[Cell]:
    mean, share = each.score.mean, each.share
    return [
        batch.arms[each.arm].label,
        batch.firms[each.firm].key,
        mean.of,
        *(mean.value, mean.low, mean.high, each.score.p, each.p),
        *(each.won.value, each.won.low, each.won.high),
        *((share.value, share.low, share.high) if share is not None else (None, None, None)),
        each.score.variance_ratio,
    ]


def _told(batch: Batch, found: Sequence[Found]) -> list[str]:
    sure = [each for each in found if each.p < SURE]
    if not sure:
        pairs = max(each.score.mean.of for each in found)
        wide = max(each.score.mean.high - each.score.mean.low for each in found) / 2
        also = f"; an interval reaches {wide:.1f} points to each side at most" if np.isfinite(wide) else ""
        return [f"No firm’s score differs between the arms beyond chance ({pairs} pairs, Holm 5 %){also}."]
    told = []
    for arm in sorted({each.arm for each in sure})[:3]:
        own = sorted((each for each in sure if each.arm == arm), key=lambda each: -abs(each.score.mean.value))[:3]
        parts = [
            f"{batch.firms[each.firm].name} {axes.signed(each.score.mean.value)} ({span(each.score.mean, axes.signed)})"
            for each in own
        ]
        change = f"{batch.arms[arm].label} in place of {batch.arms[0].label}"
        told.append(f"With {change}, scores change beyond chance: {named(parts)}.")
    return told
