"""Par: what the strongest mind scores from each start, the handicap that points are counted from."""

from collections.abc import Callable
from math import fsum

from game.lab import solo
from game.lab.seats import Asked, minds_of
from game.score import COMPONENTS
from levels.loader import Resolved

Par = dict[str, dict[str, float]]


def measure(
    resolved: Resolved, mind: str, games: int, seed: int = 1, progress: Callable[[int, int], None] | None = None
) -> Par:
    """Mean of every seat's components over so many games with this mind in all labs."""
    minds = minds_of(resolved.level, mind)
    found: dict[str, dict[str, list[float]]] = {seat: {} for seat in resolved.level.seats}
    for game in range(games):
        played = solo.play(resolved, Asked(game, seed + game, {}, minds), records=False)
        for seat, scores in played.result.scores.items():
            for name in COMPONENTS:
                found.setdefault(seat, {}).setdefault(name, []).append(scores.raw[name])
        if progress is not None:
            progress(game + 1, games)
    return {seat: {name: fsum(held) / len(held) for name, held in parts.items()} for seat, parts in found.items()}


def patch(par: Par) -> str:
    """The lines to put into a level."""
    return "\n".join(
        f"[firms.{seat}.par]\n" + "".join(f"{name} = {value:.6g}\n" for name, value in parts.items())
        for seat, parts in par.items()
    )
