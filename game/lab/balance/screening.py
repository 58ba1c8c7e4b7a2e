"""What the results hang on: Morris screening of all assumptions, then Sobol indices of those that matter.

Every point plays the same seeds, so that two points differ by their figures alone; the whole is done again on other
sets of seeds, and how far the sets differ tells what chance does to an index. With many figures the first round turns
whole groups of them together (the first two parts of their paths) and only those of groups that matter one by one.
"""

from collections.abc import Callable, Sequence
from math import fsum
from typing import Any

from msgspec import Struct

from game.lab.balance.assumptions import Range, settings
from game.lab.balance.games import Outcome, Piece, World
from game.lab.trouble import LabError
from game.lab.wanted import Wanted

LEVELS = 4
"""Levels of the Morris grid."""
PLAIN = ("lead_changes", "score_spread", "win_spread")
OF_A_FIRM = ("score", "win")

Play = Callable[[Sequence[Piece]], list[Outcome]]


class Output(Struct, frozen=True):
    """A figure of a point: of the level, or a measure of a firm."""

    measure: str
    firm: str = ""

    @property
    def name(self) -> str:
        return f"{self.measure}:{self.firm}" if self.firm else self.measure

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """What must be looked at in the game for it."""
        return (Wanted(self.measure, self.firm),) if self.firm and self.measure not in OF_A_FIRM else ()

    def of(self, games: Sequence[Outcome]) -> float:
        """The figure of the games of a point, all seeds together."""
        if self.measure == "lead_changes":
            return fsum(game.held_changes for game in games) / len(games)
        if self.measure in PLAIN:
            take = (lambda game, seat: game.won(seat)) if self.measure == "win_spread" else _score
            means = [fsum(take(game, seat) for game in games) / len(games) for seat in sorted(games[0].scores)]
            return max(means) - min(means)
        if self.measure == "score":
            return fsum(game.scores[self.firm] for game in games) / len(games)
        if self.measure == "win":
            return fsum(game.won(self.firm) for game in games) / len(games)
        return fsum(game.measured[self.wanted[0].key] for game in games) / len(games)


def _score(game: Outcome, seat: str) -> float:
    return game.scores[seat]


def read_output(text: str, seats: Sequence[str]) -> Output:
    """An output as it is typed: lead_changes, or score:xai. Raises LabError."""
    from levels import words
    from levels.faults import near

    measure, _, firm = (part.strip() for part in text.partition(":"))
    known = [*PLAIN, *OF_A_FIRM, *words.MEASURES]
    if measure not in known:
        raise LabError(f"--measure {text}: no such measure{near(measure, known)}; try score:{seats[0]} or lead_changes")
    if measure in PLAIN:
        if firm:
            raise LabError(f"--measure {text}: {measure} is of the whole level; leave :{firm} out")
    elif firm not in seats:
        raise LabError(f"--measure {text}: whose? write {measure}:FIRM, with one of {', '.join(seats)}")
    return Output(measure, firm)


class Index(Struct, frozen=True):
    """How much an output hangs on a figure or a group, by one method."""

    stage: str
    """groups, morris or sobol."""
    output: str
    name: str
    value: float
    """Morris: mean size of the output's change (mu*), in its unit. Sobol: the total index, a part of the variance."""
    half: float
    """Half of the 95 % interval from the design."""
    low: float
    high: float
    """Smallest and largest over the sets of seeds."""
    second: float
    """Morris: sigma, large where the figure bends or works with others. Sobol: the first-order index."""


class Design(Struct, frozen=True):
    """How hard to look."""

    trajectories: int = 6
    """Of Morris, each as many points as there are figures and one."""
    points: int = 32
    """Of Sobol, a power of two; as many times the figures and two are played."""
    seeds: int = 2
    """That every point plays."""
    sets: int = 2
    """Sets of seeds."""
    keep: int = 8
    """Figures that go on to Sobol."""
    seed: int = 1

    def check(self) -> None:
        """Raises LabError for a design that cannot be drawn."""
        for name, value, least in (
            ("--trajectories", self.trajectories, 2),
            ("--seeds", self.seeds, 1),
            ("--sets", self.sets, 1),
            ("--keep", self.keep, 1),
        ):
            if value < least:
                raise LabError(f"{name} {value}: must be at least {least}")
        if self.points < 4 or self.points & (self.points - 1):
            raise LabError(f"--points {self.points}: must be a power of two from 4, such as 32")


def need_salib() -> None:
    """Raises LabError if SALib is not there."""
    try:
        import SALib  # noqa: F401
    except ImportError:
        raise LabError("sensitivity needs SALib; install it with: pip install 'compute-race[lab]'") from None


def cost(design: Design, figures: int, groups: int) -> int:
    """Games of Morris (over groups, if there are any, and then at most all figures) and Sobol."""
    each = design.seeds * design.sets
    first = design.trajectories * (groups + 1) if groups else 0
    return each * (first + design.trajectories * (figures + 1) + design.points * (min(design.keep, figures) + 2))


def morris(
    stage: str, world: World, ranges: Sequence[Range], outputs: Sequence[Output], design: Design, play: Play
) -> list[Index]:
    """Indices of the figures, or with the stage "groups" of their groups."""
    from SALib.analyze import morris as analysis
    from SALib.sample import morris as sampling

    problem = _problem(ranges, grouped=stage == "groups")
    points = sampling.sample(problem, design.trajectories, num_levels=LEVELS, seed=design.seed)
    figures = _figures(world, ranges, points, outputs, design, play)
    names = list(dict.fromkeys(problem.get("groups") or problem["names"]))
    found = []
    for place, output in enumerate(outputs):
        sets = [
            analysis.analyze(problem, points, values[:, place], num_levels=LEVELS, seed=design.seed)
            for values in figures
        ]
        for name in names:
            at = [list(each["names"]).index(name) for each in sets]
            mu = [float(each["mu_star"][i]) for each, i in zip(sets, at, strict=True)]
            half = [float(each["mu_star_conf"][i]) for each, i in zip(sets, at, strict=True)]
            sigma = [float(each["sigma"][i]) for each, i in zip(sets, at, strict=True)]
            found.append(_index(stage, output, name, mu, half, sigma))
    return found


def sobol(world: World, ranges: Sequence[Range], outputs: Sequence[Output], design: Design, play: Play) -> list[Index]:
    """Total and first-order indices of the figures; an output that never changes has none and is left out."""
    from SALib.analyze import sobol as analysis
    from SALib.sample import sobol as sampling

    problem = _problem(ranges, grouped=False)
    points = sampling.sample(problem, design.points, calc_second_order=False, seed=design.seed)
    figures = _figures(world, ranges, points, outputs, design, play)
    found = []
    for place, output in enumerate(outputs):
        columns = [values[:, place] for values in figures]
        if any(float(column.std()) == 0.0 for column in columns):
            continue
        sets = [analysis.analyze(problem, each, calc_second_order=False, seed=design.seed) for each in columns]
        for at, name in enumerate(problem["names"]):
            total, half, first = ([float(each[key][at]) for each in sets] for key in ("ST", "ST_conf", "S1"))
            found.append(_index("sobol", output, name, total, half, first))
    return found


def _problem(ranges: Sequence[Range], *, grouped: bool) -> dict[str, Any]:
    problem: dict[str, Any] = {
        "num_vars": len(ranges),
        "names": [each.path for each in ranges],
        "bounds": [[0.0, 1.0]] * len(ranges),
    }
    return problem | {"groups": [each.group for each in ranges]} if grouped else problem


def _figures(
    world: World, ranges: Sequence[Range], points: Any, outputs: Sequence[Output], design: Design, play: Play
) -> list[Any]:
    """By set of seeds, an array (points, outputs)."""
    import numpy as np

    wanted = tuple(dict.fromkeys(want for output in outputs for want in output.wanted))
    worlds = [
        World(
            world.level,
            (*world.settings, *settings({r.path: r.at(float(u)) for r, u in zip(ranges, point, strict=True)})),
            world.styles,
            lenient=True,
        )
        for point in points
    ]
    seeds = [
        range(design.seed + part * design.seeds, design.seed + (part + 1) * design.seeds) for part in range(design.sets)
    ]
    pieces = [Piece(each, seed, (), (), wanted) for each in worlds for held in seeds for seed in held]
    outcomes = play(pieces)
    whole = design.seeds * design.sets
    return [
        np.array(
            [
                [output.of(outcomes[at * whole + part * design.seeds :][: design.seeds]) for output in outputs]
                for at in range(len(worlds))
            ]
        )
        for part in range(design.sets)
    ]


def _index(
    stage: str, output: Output, name: str, values: Sequence[float], halves: Sequence[float], seconds: Sequence[float]
) -> Index:
    of = len(values)
    return Index(
        stage,
        output.name,
        name,
        fsum(values) / of,
        fsum(halves) / of,
        min(values),
        max(values),
        fsum(seconds) / of,
    )


def matter(indices: Sequence[Index], keep: int) -> list[str]:
    """Names that matter most for any output, the largest first: by their part of all effects on it, beyond chance."""
    parts: dict[str, float] = {}
    for output in dict.fromkeys(each.output for each in indices):
        held = [each for each in indices if each.output == output]
        whole = fsum(each.value for each in held)
        for each in held:
            if each.value > each.half and whole > 0.0:
                parts[each.name] = max(parts.get(each.name, 0.0), each.value / whole)
    return sorted(parts, key=lambda name: (-parts[name], name))[:keep]
