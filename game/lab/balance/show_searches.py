"""The answers of sensitivity, tune and hunt as people read them."""

from collections.abc import Sequence
from math import isfinite
from pathlib import Path

from assets.text import Texts, asked_language
from game.lab.balance import hunting, screening, tuning
from game.lab.balance.show import points, share, table
from game.lab.balance.target import Target
from game.lab.console import console
from game.lab.fairness import TOO_OFTEN
from game.lab.statistics import Estimate
from game.telling.wording import parameter
from levels.loader import Resolved

MOST_ROWS = 12
TITLES = {
    "groups": "groups of assumptions, by Morris: mean size of a change",
    "morris": "single assumptions, by Morris: mean size of a change",
    "sobol": "by Sobol: part of the variance, alone and with all that it works with",
}


def sensitivity(
    level: str, found: Sequence[screening.Index], survivors: Sequence[str], design: screening.Design
) -> None:
    """Indices, the largest first, stage by stage and output by output."""
    out = console()
    told = "a set of seeds" if design.sets == 1 else f"{design.sets} sets of {design.seeds} seeds"
    out.print(f"{level}: {told}, the same at every point; +- 95 % from the design, in brackets the sets")
    for stage, title in TITLES.items():
        held = [each for each in found if each.stage == stage]
        for output in dict.fromkeys(each.output for each in held):
            rows = sorted((each for each in held if each.output == output), key=lambda each: -each.value)
            out.print("")
            out.print(f"{output}: {title}", style="bold")
            second = "alone" if stage == "sobol" else "sigma"
            grid = table("figure", "index", "+-", "sets", second, left=("figure",))
            for each in rows[:MOST_ROWS]:
                grid.add_row(
                    each.name,
                    f"{each.value:.3f}",
                    f"{each.half:.3f}",
                    f"({each.low:.3f} to {each.high:.3f})",
                    f"{each.second:.3f}" if isfinite(each.second) else "-",  # a group has none
                )
            out.print(grid)
    out.print("")
    out.print("what matters: " + (", ".join(survivors) or "nothing beyond chance"), soft_wrap=True)
    texts = Texts(asked_language())
    for path in survivors:
        if called := parameter(texts, path):
            out.print(f"  {path}: {called}", soft_wrap=True, highlight=False)


def evidence(level: str, target: str, resolved: Resolved, asked: Target, found: tuning.Found, seeds: int) -> str:
    """What a patch changes and what comes of it, as lines."""
    lines = [
        f"{level} tuned for {target}, {found.trials} trials.",
        f"On {seeds} seeds that the search has not seen, before and after (95 %):",
    ]
    for band in asked.bands:
        before, after = found.before[band.name], found.after[band.name]
        wanted = f"{band.low:g}" if band.low == band.high else f"{band.low:g} to {band.high:g}"
        lines.append(f"  {band.name}: {_plain(before)} -> {_plain(after)}, asked {wanted}")
    lines += [f"  claims asked: {', '.join(asked.claims)}"] if asked.claims else []
    lines.append(f"  loss: {found.loss_before:.3f} -> {found.loss_after:.3f}, less by {_plain(found.gain)}")
    for path, value in found.figures.items():
        lines.append(f"  {path}: {_value(resolved, path):g} -> {value:g}")
    return "\n".join(lines)


def _value(resolved: Resolved, path: str) -> float:
    from game.lab import priors

    leaf = priors.leaf_at(resolved.tree, path)
    return float(leaf["value"]) if leaf is not None else 0.0


def _plain(estimate: Estimate) -> str:
    return f"{estimate.value:.3g} ({estimate.low:.3g} to {estimate.high:.3g})"


def caught_heading(level: str, seat: str, caught: hunting.Caught, seeds: int) -> str:
    """What the file of a style says of itself."""
    return "\n".join(
        [
            f"A style found by: balance hunt {level} --firm {seat}. On {seeds} seeds that the search has not seen it",
            f"wins {share(caught.wins)} with a mean score of {points(caught.score)}; the best of the level's own",
            f"styles in this seat, {caught.best_own}, {share(caught.own_wins)} with {points(caught.own_score)}.",
        ]
    )


def caught(level: str, seat: str, found: hunting.Caught, file: Path, seeds: int) -> None:
    """The best that a hunt has found."""
    out = console()
    out.print(f"{level}, seat {seat}, {seeds} fresh seeds; in brackets 95 %")
    grid = table("style", "wins", "mean score", left=("style",))
    grid.add_row(found.name, share(found.wins), points(found.score))
    grid.add_row(f"{found.best_own}, best own", share(found.own_wins), points(found.own_score))
    out.print(grid)
    out.print(f"ahead of the best own style by {points(found.ahead)} points, pair by pair")
    out.print("best of each generation: " + ", ".join(f"{each:.1f}" for each in found.by_generation), soft_wrap=True)
    out.print(f"play it: run {level} --firm {seat} --mind {file}", soft_wrap=True)
    if found.is_too_good:
        out.print(f"dominant: it wins more than {TOO_OFTEN:.0%} of its games", style="bold")
