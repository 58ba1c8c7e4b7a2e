"""One game of a question of balance as a value: the world, the luck, who decides, and what may not be ordered.

A piece says all that decides its outcome, so that it can be sent to a worker, looked up among those already played, and
paired: the same seed in two worlds, or with two minds in one seat, is the same luck.
"""

import time
from functools import lru_cache

from msgspec import Struct

from game.lab.trouble import LabError
from game.lab.wanted import Wanted
from levels import loader
from levels.loader import LevelError, Resolved

Values = tuple[tuple[str, float], ...]


class World(Struct, frozen=True):
    """A level with values set by hand, and styles that it has not of itself."""

    level: str
    """Its name, or a file."""
    settings: tuple[str, ...] = ()
    """`PATH=VALUE`, as in --set."""
    styles: tuple[tuple[str, Values], ...] = ()
    """Name and figures of each style that is added."""
    lenient: bool = False
    """A value that contradicts another one is left as the level has it."""


class Piece(Struct, frozen=True):
    """One game that is to be played."""

    world: World
    seed: int
    minds: tuple[tuple[str, str], ...] = ()
    """By firm; the others keep the level's."""
    barred: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Orders that a firm's mind may not give: kinds, or "set_policy.hiring" for one standing order."""
    wanted: tuple[Wanted, ...] = ()
    """Measures that are to be taken."""


class Outcome(Struct, frozen=True):
    """How a game went. Figures are by firm of a seat, the best first in `scores`."""

    scores: dict[str, float]
    winners: tuple[str, ...]
    orders: dict[str, dict[str, int]]
    """By firm and kind (`set_policy` by its policy), the orders that its mind gave."""
    asked: dict[str, tuple[str, ...]]
    """By firm, the orders that its mind gave or asked a quote for, in order of their names."""
    offered_turns: int
    """Turns in which orders were given."""
    held_changes: int
    """Changes of the best rating held for half a year with a gap of ten Elo."""
    measured: dict[str, float]
    """By `Wanted.key`."""
    seconds: float

    def won(self, firm: str) -> float:
        """The firm's part of the win."""
        return 1.0 / len(self.winners) if firm in self.winners else 0.0

    def share(self, firm: str) -> float:
        """The firm's part of the sum of all scores."""
        whole = sum(self.scores.values())
        return self.scores[firm] / whole if whole else 0.0


@lru_cache(maxsize=8)
def resolve(world: World) -> Resolved:
    """The level of a world, ready to play. Raises LevelError."""
    if not world.settings and not world.styles:
        return loader.load(world.level)
    below = resolve(World(world.level))
    if world.styles:
        from game.lab import stylefile

        below = stylefile.add(below, world.styles)
    return _yielding(below, list(world.settings)) if world.lenient else loader.variant(below, world.settings)


def _yielding(below: Resolved, settings: list[str]) -> Resolved:
    """The level with those of the values that fit together: one that the loader names as wrong is dropped."""
    while True:
        try:
            return loader.variant(below, settings)
        except LevelError as error:
            told = str(error)
            paths = sorted((each.partition("=")[0] for each in settings), key=len, reverse=True)
            culprit = next((path for path in paths if path in told), None)
            if culprit is None:
                raise
            settings = [each for each in settings if each.partition("=")[0] != culprit]


def play(piece: Piece) -> Outcome:
    """Play the game. Raises LabError, naming the game, for one that breaks."""
    try:
        return _play(piece)
    except Exception as error:
        told = f"{type(error).__name__}: {' '.join(str(error).split())}"
        what = " ".join((*piece.world.settings, *(f"{firm}={mind}" for firm, mind in piece.minds)))
        raise LabError(
            f"{piece.world.level}: the game of seed {piece.seed} broke ({what or 'as it is'}): {told}"
        ) from None


def _play(piece: Piece) -> Outcome:
    from game.lab import measures, statistics  # here: only a process that plays needs to load Mesa
    from game.lab.balance.barred import seat_watched
    from game.race import Race

    begun = time.process_time()
    resolved = resolve(piece.world)
    race = Race(resolved, piece.seed, dict(piece.minds), every_month=bool(piece.wanted))
    try:
        seated = seat_watched(race, dict(piece.barred))
        probes = measures.watch(race, piece.wanted)
        fronts: list[dict[str, float]] = []
        turns = 0
        while not race.over:
            race.play_turn()
            turns += 1
            fronts.append({firm.key: firm.model.arena_elo for firm in race.labs if firm.alive and firm.model})
        result = race.result()
        measured = measures.take(race, result, probes, piece.wanted)
    finally:
        race.dispose()
    return Outcome(
        scores={seat: each.total for seat, each in result.scores.items()},
        winners=result.winners,
        orders={firm: dict(sorted(mind.given.items())) for firm, mind in seated.items()},
        asked={firm: tuple(sorted(mind.asked)) for firm, mind in seated.items()},
        offered_turns=turns,
        held_changes=len(
            statistics.lead_changes(fronts, max(1, statistics.LEAD_MONTHS // resolved.level.months_per_turn))
        ),
        measured=measured,
        seconds=time.process_time() - begun,
    )
