"""Hunts for a policy that wins too often: evolves a style for one seat, and leaves the best as a style's file.

The search is CMA-ES over all figures of a style, each within what the level's styles span. A generation plays the same
seeds, the next one others, so that nothing is bred for one seed's luck. What is told of the best is from seeds that the
search has not seen, beside the best of the level's own styles in that seat.
"""

from collections.abc import Callable, Sequence
from math import fsum

from msgspec import Struct

from agents.minds import weights
from game.lab import statistics
from game.lab.balance import games
from game.lab.balance.assumptions import Range
from game.lab.balance.games import Outcome, Piece, Values, World
from game.lab.fairness import TOO_OFTEN
from game.lab.statistics import Estimate
from game.lab.trouble import LabError
from levels.loader import Resolved
from levels.words import mind_of, personality_of, strength_of

FRESH = 1_000_000
SPREAD = 0.25
"""Standard deviation of the first generation, as a part of each span."""
LAST_ROUND = 4
"""Candidates that play the last round against each other."""

Play = Callable[[Sequence[Piece]], list[Outcome]]


class Hunt(Struct, frozen=True):
    """What is hunted, and how hard."""

    world: World
    seat: str
    genes: tuple[Range, ...]
    """The figures of a style by their names, each with what the level's styles span."""
    strength: str
    """How well the mind thinks that plays the style; empty: it is a checklist."""
    generations: int
    population: int
    seeds: int
    """That each candidate of a generation plays."""
    last: int
    """Seeds of the last round, and of the evidence."""
    field: tuple[tuple[str, str], ...] = ()
    seed: int = 1

    @property
    def games(self) -> int:
        """Games at most, without the evidence of the level's own styles."""
        return self.generations * self.population * self.seeds + LAST_ROUND * self.last + self.last


class Caught(Struct, frozen=True):
    """The best that was found, on fresh seeds."""

    name: str
    values: Values
    wins: Estimate
    score: Estimate
    best_own: str
    """The mind in a style of the level, of the same strength, with the highest score in this seat."""
    own_wins: Estimate
    own_score: Estimate
    ahead: Estimate
    """Score of what was found less that of the best own style, pair by pair."""
    by_generation: list[float]
    """Mean score of each generation's best."""

    @property
    def is_too_good(self) -> bool:
        """Whether it wins too often beyond doubt."""
        return self.wins.low > TOO_OFTEN


def genes(resolved: Resolved, mind: str) -> tuple[Range, ...]:
    """Every figure of a style with its span; the search starts at `mind`'s. Raises LabError for another mind."""
    styles, style = resolved.tree["styles"], personality_of(mind)
    if style not in styles:
        raise LabError(f"--start {mind}: has no style to start from; name one of {', '.join(resolved.level.styles)}")
    begun = {name: leaf["value"] for name, leaf in styles[style].items()}
    if strength_of(mind) == "operator":
        begun |= weights.of_personality(style).style
    found = []
    for name in styles[style]:
        held = [each[name] for each in styles.values() if name in each]
        values = [each["value"] for each in held]
        low = min([each.get("low", each["value"]) for each in held])
        high = max([each.get("high", each["value"]) for each in held])
        if high > low:
            whole = all(isinstance(each, int) for each in values)
            found.append(Range(name, float(low), float(high), float(begun[name]), whole))
    return tuple(found)


def need_cmaes() -> None:
    """Raises LabError if it is not there."""
    try:
        import cmaes  # noqa: F401
    except ImportError:
        raise LabError("hunt needs cmaes; install it with: pip install 'compute-race[lab]'") from None


def run(hunt: Hunt, own: Sequence[str], name: str, play: Play, tell: Callable[[int, float], None]) -> Caught:
    """Breed, let the best meet on one set of seeds, and set the winner beside the level's own styles `own`."""
    import numpy as np
    from cmaes import CMA

    spans = np.array([[0.0, 1.0]] * len(hunt.genes))
    breeder = CMA(
        mean=np.clip([gene.part for gene in hunt.genes], 0.02, 0.98),
        sigma=SPREAD,
        bounds=spans,
        seed=hunt.seed,
        population_size=hunt.population,
    )
    kept: list[tuple[float, Values]] = []
    by_generation = []
    for generation in range(hunt.generations):
        seeds = range(hunt.seed + generation * hunt.seeds, hunt.seed + (generation + 1) * hunt.seeds)
        parts = [breeder.ask() for _ in range(hunt.population)]
        styles = [_values(hunt, part) for part in parts]
        outcomes = play([piece for style in styles for piece in _pieces(hunt, name, style, seeds)])
        scores = [
            fsum(game.scores[hunt.seat] for game in outcomes[place * hunt.seeds :][: hunt.seeds]) / hunt.seeds
            for place in range(hunt.population)
        ]
        breeder.tell([(part, -score) for part, score in zip(parts, scores, strict=True)])
        best = max(range(hunt.population), key=lambda place: scores[place])
        kept.append((scores[best], styles[best]))
        by_generation.append(scores[best])
        tell(generation + 1, scores[best])
    mean = _values(hunt, breeder.mean)
    finalists = [mean, *(style for _, style in kept[-1:-LAST_ROUND:-1])]
    winner = _last_round(hunt, name, list(dict.fromkeys(finalists)), play)
    return _weigh(hunt, own, name, winner, by_generation, play)


def _values(hunt: Hunt, parts: Sequence[float]) -> Values:
    return tuple((gene.path, gene.at(float(part))) for gene, part in zip(hunt.genes, parts, strict=True))


def _whole(hunt: Hunt, values: Values) -> Values:
    """With what all styles have in common, which is no gene."""
    styles = games.resolve(hunt.world).tree["styles"]
    found = {key: leaf["value"] for key, leaf in next(iter(styles.values())).items()}
    return tuple((found | dict(values)).items())


def _pieces(hunt: Hunt, name: str, values: Values, seeds: range) -> list[Piece]:
    world = World(hunt.world.level, hunt.world.settings, (*hunt.world.styles, (name, _whole(hunt, values))))
    minds = tuple(sorted({**dict(hunt.field), hunt.seat: mind_of(hunt.strength, name)}.items()))
    return [Piece(world, seed, minds) for seed in seeds]


def _last_round(hunt: Hunt, name: str, finalists: Sequence[Values], play: Play) -> Values:
    start = hunt.seed + FRESH // 2
    seeds = range(start, start + hunt.last)
    outcomes = play([piece for values in finalists for piece in _pieces(hunt, name, values, seeds)])
    scores = [
        fsum(game.scores[hunt.seat] for game in outcomes[place * hunt.last :][: hunt.last])
        for place in range(len(finalists))
    ]
    return finalists[max(range(len(finalists)), key=lambda place: scores[place])]


def _weigh(hunt: Hunt, own: Sequence[str], name: str, winner: Values, by_generation: list[float], play: Play) -> Caught:
    start = hunt.seed + FRESH
    seeds = range(start, start + hunt.last)
    found = play(_pieces(hunt, name, winner, seeds))
    fields = {mind: tuple(sorted({**dict(hunt.field), hunt.seat: mind}.items())) for mind in own}
    theirs = {mind: play([Piece(hunt.world, seed, minds) for seed in seeds]) for mind, minds in fields.items()}
    seat = hunt.seat
    best = max(theirs, key=lambda mind: fsum(game.scores[seat] for game in theirs[mind]))
    ours, others = ([game.scores[seat] for game in held] for held in (found, theirs[best]))
    return Caught(
        name,
        _whole(hunt, winner),
        statistics.share(fsum(game.won(seat) for game in found), len(found)),
        statistics.mean(ours),
        best,
        statistics.share(fsum(game.won(seat) for game in theirs[best]), len(theirs[best])),
        statistics.mean(others),
        statistics.paired(ours, others).mean,
        by_generation,
    )
