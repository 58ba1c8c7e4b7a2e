"""What the outcome hangs on in a plan that varies settings: a description of this design, no law of the model.

For figures that vary, rank correlations and one linear regression in standard deviations; for words and minds, the
part of the variance between groups. Where several arms play one seed, the seed's mean is taken off first: luck is no
factor.
"""

from math import sqrt

import numpy as np

from game.lab import statistics
from game.lab.report.markup import Child, Element
from game.lab.report.page import Cell, Section, Table, heat, paragraph
from game.lab.report.reading import Batch
from game.lab.statistics import Floats

LEAST_ARMS = 3
LEAST_GAMES = 12
CAUTION = (
    "This describes the points that were played. It is no Sobol index: factors that act together or bend are seen in "
    "part only, and a wider or narrower range of a factor would give another figure."
)


def factors(batch: Batch) -> Section | None:
    """Association of each varied setting with the firms' scores; None for plans that vary nothing much."""
    games = batch.games
    if len(set(games.arm.tolist())) < LEAST_ARMS or len(games) < LEAST_GAMES:
        return None
    numbers, texts = _varied(batch)
    score = _without_luck(batch)
    body: list[Child] = []
    told: list[str] = []
    if numbers:
        body += _figures(batch, numbers, score, told)
    if texts:
        body.append(_choices(batch, texts, score))
    if not body:
        return None
    body.append(paragraph(CAUTION, class_="small"))
    return Section("factors", "What scores hang on", body, told)


def _figures(batch: Batch, numbers: dict[str, list[float]], score: Floats, told: list[str]) -> list[Child]:
    """Settings that are figures: their association with each score."""
    games = batch.games
    given = np.stack([np.array(values)[games.arm] for values in numbers.values()], axis=1)
    fits = [statistics.standardized(given, score[:, firm]) for firm in range(len(batch.firms))]
    chance = 1.96 / sqrt(len(games) - 1)
    lines = []
    rows: list[list[Cell]] = []
    found: list[tuple[float, float, str, str]] = []
    for place, path in enumerate(numbers):
        cells = []
        for firm, each in enumerate(batch.firms):
            rank = statistics.rank_correlation(given[:, place], score[:, firm])
            slope, whole = float(fits[firm][0][place]), fits[firm][1]
            title = f"{each.name}: rank correlation {rank:+.2f}, regression {slope:+.2f} (all factors: {whole:.0%})"
            star = "*" if abs(rank) > chance else ""
            cells.append((rank, f"{rank:+.2f}{star}".replace("-", "−"), title))
            rows.append([path, each.key, rank, slope, whole])
            found.append((abs(rank), rank, path, each.name))
        lines.append((path, cells))
    caption = (
        "Rank correlation of each varied figure with each firm’s score, −1 to 1. A star: more than chance alone makes "
        f"in 19 of 20 cells ({chance:.2f} with {len(games)} games); of many cells some have one for nothing."
    )
    columns = ("factor", "firm", "rank correlation", "standardized coefficient", "variance explained by all")
    names = [firm.name for firm in batch.firms]
    chart = heat(caption, names, lines, Table(columns, rows), name="factors and scores", corner="factor")
    parts = ", ".join(f"{firm.name} {fits[place][1]:.0%}" for place, firm in enumerate(batch.firms))
    best = max(found)
    if best[0] > chance:
        how = f"{best[3]}’s (rank correlation {best[1]:+.2f})".replace("-", "−")
        told.append(f"Of what was varied, {best[2]} goes most closely with a score: {how}.")
    text = f"Part of the variance of scores that all these factors explain together, linearly: {parts}."
    return [chart, paragraph(text, class_="small")]


def _choices(batch: Batch, texts: dict[str, list[str]], score: Floats) -> Element:
    """Settings that are words, and minds: the part of the variance between their groups."""
    lines = []
    rows: list[list[Cell]] = []
    for name, values in texts.items():
        word = np.array(values)[batch.games.arm]
        cells = []
        for firm, each in enumerate(batch.firms):
            groups = [score[word == one, firm].tolist() for one in dict.fromkeys(word.tolist())]
            part = statistics.explained(groups)
            cells.append((part, f"{part:.0%}", f"{each.name}: {part:.1%}"))
            rows.append([name, each.key, part])
        lines.append((name, cells))
    caption = "Part of the variance of each firm’s score that lies between the groups of a choice."
    table = Table(("choice", "firm", "part of the variance"), rows)
    names = [firm.name for firm in batch.firms]
    return heat(caption, names, lines, table, name="choices and scores", corner="choice")


def _varied(batch: Batch) -> tuple[dict[str, list[float]], dict[str, list[str]]]:
    """Settings that differ between arms, by path the value of each arm: figures, and words (and minds by firm)."""
    numbers: dict[str, list[float]] = {}
    texts: dict[str, list[str]] = {}
    for path in dict.fromkeys(path for arm in batch.arms for path in arm.settings):
        given = [arm.settings.get(path, "") for arm in batch.arms]
        if len(set(given)) < 2:
            continue
        try:
            numbers[path] = [float(each) for each in given]
        except ValueError:
            texts[path] = given
    for firm in dict.fromkeys(firm for arm in batch.arms for firm in arm.minds):
        minds = [arm.minds.get(firm, "") for arm in batch.arms]
        if len(set(minds)) > 1:
            texts[f"mind of {firm}"] = minds
    return numbers, texts


def _without_luck(batch: Batch) -> Floats:
    """Scores less the mean of their seed, where more than one game has it; firms without a seat score nothing."""
    score = np.nan_to_num(batch.games.score)
    places: dict[tuple[int, int], list[int]] = {}
    for row, pair in enumerate(batch.games.pair):
        places.setdefault(pair, []).append(row)
    if min(len(rows) for rows in places.values()) < 2:
        return score
    left = score.copy()
    for rows in places.values():
        left[rows] -= score[rows].mean(axis=0)
    return left
