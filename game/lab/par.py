"""Par: what the strongest mind scores from each start as the race goes on; points are counted from there."""

from collections.abc import Callable
from math import fsum

from msgspec import Struct

from game import score
from game.lab.seats import Minds, minds_of
from game.race import Race
from game.score import COMPONENTS
from levels.loader import Resolved

YEAR, HALF = 12, 6


class Par(Struct, frozen=True):
    """By seat and component the mean after each of `months`."""

    months: tuple[int, ...]
    seats: dict[str, dict[str, tuple[float, ...]]]


def measure(
    resolved: Resolved, mind: str, games: int, seed: int = 1, progress: Callable[[int, int], None] | None = None
) -> Par:
    """Mean of every seat's components over so many games with this mind in all labs."""
    minds, level = minds_of(resolved.level, mind), resolved.level
    months = knots(level.months, level.months_per_turn)
    found: dict[str, dict[str, list[list[float]]]] = {}
    for game in range(games):
        for at, seats in enumerate(_play(resolved, seed + game, minds, months)):
            for seat, parts in seats.items():
                for name, value in parts.items():
                    held = found.setdefault(seat, {}).setdefault(name, [[] for _ in months])
                    held[at].append(value)
        if progress is not None:
            progress(game + 1, games)
    means = {
        seat: {name: tuple(fsum(each) / len(each) for each in found[seat][name]) for name in COMPONENTS}
        for seat in level.seats
    }
    return Par(months, means)


def knots(months: int, months_per_turn: int) -> tuple[int, ...]:
    """Months for which par is told: years counted back from the end, half-years and the first turn at the start.

    All are ends of turns.
    """
    found, left = [months], months
    while left > months_per_turn:
        step = YEAR if left >= 2 * YEAR else HALF
        left = max(months_per_turn, (left - max(step, months_per_turn)) // months_per_turn * months_per_turn)
        found.append(left)
    return tuple(reversed(found))


def patch(par: Par) -> str:
    """The lines to put into a level: the first before all tables."""
    return f"par_months = [{', '.join(map(str, par.months))}]\n\n" + "\n".join(
        f"[firms.{seat}.par]\n"
        + "".join(f"{name} = [{', '.join(f'{value:.4g}' for value in values)}]\n" for name, values in parts.items())
        for seat, parts in par.seats.items()
    )


def _play(resolved: Resolved, seed: int, minds: Minds, months: tuple[int, ...]) -> list[dict[str, dict[str, float]]]:
    """A game's components by seat at each of the months; what a game that ended early came to holds to the end."""
    race = Race(resolved, seed, minds, every_month=False)
    found: list[dict[str, dict[str, float]]] = []
    try:
        while not race.over:
            race.play_turn()
            if len(found) < len(months) and race.world.month >= months[len(found)]:
                found.append(_stand(race))
        return found + [_stand(race)] * (len(months) - len(found))
    finally:
        race.dispose()


def _stand(race: Race) -> dict[str, dict[str, float]]:
    return {seat: score.components(race, seat) for seat in race.world.scores}
