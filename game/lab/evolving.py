"""What the command `evolve` does once the command line has read what was typed: its cost, its run, its file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from game.lab.progress import shown
from game.lab.trouble import LabError

if TYPE_CHECKING:
    from game.lab.evolution import Evolution

FILE = "evolved.toml"


def evolve(
    levels: Sequence[str],
    *,
    styles: str | None,
    generations: int,
    pairs: int,
    seed: int,
    workers: int | None,
    out: Path,
) -> None:
    """Run so many generations, or what is missing of them, and write what was found to `out`."""
    from levels import loader

    resolved = [loader.load(level) for level in dict.fromkeys(levels)]
    names = [each.strip() for each in styles.split(",")] if styles else list(resolved[0].level.styles)
    for level in resolved:
        for name in names:
            if name not in level.level.styles:
                known = ", ".join(level.level.styles) or "none"
                raise LabError(f"--styles {name}: {level.name} has no such style; there is {known}")
    if len(set(names)) < len(names):
        raise LabError("--styles: a style stands twice")

    from game.lab import batch, evolution
    from game.lab.console import console, plain_table

    run = evolution.begin(resolved, names, pairs, seed, out)
    number, out_loud = workers or batch.default_workers(), console(err=True)
    missing = generations - run.latest.number
    if missing > 0:
        out_loud.print(
            f"{generations} generations of {2 * pairs} games, {missing} of them to play: {missing * 2 * pairs} games; "
            "the same command resumes",
            soft_wrap=True,
        )
    for place in range(missing):
        with shown("games") as tell:
            found = run.step(number, tell)
        left = (missing - place - 1) * found.seconds / 60.0
        out_loud.print(
            f"generation {found.number}: mean score {found.mean_score:.1f}, spread {found.spread:.1f}, "
            f"{found.seconds:.0f} s; {left:.0f} min left",
            soft_wrap=True,
        )
    command = f"python main.py evolve {' '.join(levels)} --generations {generations} --pairs {pairs} --seed {seed}"
    command += f" --styles {styles}" if styles else ""
    write(run, out / FILE, command)
    table = plain_table("personality", "what has moved most")
    for style, moved in _moved(run).items():
        table.add_row(style, moved)
    console().print(table)
    console().print(f"{out / FILE}: kept by putting it in the place of agents/minds/{FILE}", soft_wrap=True)


def write(run: "Evolution", file: Path, command: str) -> None:
    """The file of evolved weights, with the run that made it. Raises LabError."""
    games = sum(each.games for each in run.log.done)
    told: dict[str, str | int | float | list[str]] = {
        "command": command,
        "seed": run.seed,
        "games": games,
        "generations": run.latest.number,
        "levels": [level.name for level in run.levels],
        "mean_score": round(run.latest.mean_score, 2),
        "spread_of_a_pair": round(run.latest.spread, 2),
    }
    found = run.weights()
    common = next(iter(found.values()))
    lines = ["# Weights that games have found for the operator; made anew by the command below.", ""]
    lines += ["[run]", *[f"{key} = {_toml(value)}" for key, value in told.items()], ""]
    for part, values in (("considerations", common.considerations), ("matters", common.matters)):
        lines += [f"[common.{part}]", *[f"{key} = {value}" for key, value in values.items()], ""]
    for style, weights in found.items():
        lines += [f"[styles.{style}]", *[f"{key} = {value}" for key, value in weights.style.items()], ""]
    try:
        file.write_text("\n".join(lines), encoding="utf-8")
    except OSError as error:
        raise LabError(f"{file}: cannot be written ({error.strerror}); choose another --out") from None


def _toml(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _moved(run: "Evolution") -> dict[str, str]:
    """By personality the three values that have moved furthest within their bounds."""
    told = {}
    for style, own in run.latest.own.items():
        genes = sorted(zip(run.genes[style], own, strict=True), key=lambda each: -abs(each[1]))
        told[style] = ", ".join(f"{gene.name} {gene.value:g} to {gene.at(step):.3g}" for gene, step in genes[:3])
    return told
