"""Two settings, or two minds, against each other: pairs of games with equal luck, judged by a sequential test.

Settings: both worlds play the same seed, and the measure is that of one firm. Minds: both sit in the same seat of the
same game, seat after seat in turn, the others as the level has them; or they duel: half of the seats each, and the
halves change places in the second game of the pair.
"""

from collections.abc import Callable, Sequence
from math import fsum, log10

from msgspec import Struct

from game.lab.balance import sprt
from game.lab.balance.games import Outcome, Piece, World
from game.lab.balance.sides import Side, labs
from game.lab.trouble import LabError
from game.lab.wanted import Wanted

MEASURES = {"score": "points", "share": "of all scores", "win": "of wins", "elo": "Elo"}
"""What is compared without looking into a game, and the unit of its effect. Any measure of claims will do as well."""

Play = Callable[[Sequence[Piece]], list[Outcome]]


class Question(Struct, frozen=True):
    """What is compared."""

    a: Side
    b: Side
    measure: str = "score"
    firm: str | None = None
    """Whose figure. For minds None: every seat in turn."""
    duel: bool = False
    field: tuple[tuple[str, str], ...] = ()
    """Minds of the firms, in both sides, where a side does not seat its own."""
    seed: int = 1
    equal_luck: bool = True
    """Without it B plays other seeds than A: what pairing is worth, and a nothing full of noise."""

    def check(self) -> None:
        """Raises LabError for what cannot be compared."""
        from levels import words

        known = [*MEASURES, *words.MEASURES]
        if self.measure not in known:
            from levels.faults import near

            raise LabError(f"--measure {self.measure}: no such measure{near(self.measure, known)}; try score")
        if self.duel and (self.a.mind is None or self.b.mind is None):
            raise LabError("--duel: is between two minds; name two")
        if self.measure == "elo" and not self.duel:
            raise LabError("--measure elo: needs minds that meet in one game; add --duel")
        if self.duel and self.measure not in MEASURES:
            raise LabError(f"--measure {self.measure}: a duel is judged by {', '.join(MEASURES)}")
        if self.duel and self.a.mind == self.b.mind and self.a.world.styles != self.b.world.styles:
            raise LabError(f"--duel: both files hold a style {self.a.mind}; give one another name")
        if self.duel and len(labs(self.a.world)) < 2:
            raise LabError("--duel: the level has one seat; leave --duel out")

    @property
    def by_mind(self) -> bool:
        return self.a.mind is not None or self.b.mind is not None

    def seat(self, pair: int) -> str:
        """Whose figure a pair compares."""
        seats = labs(self.a.world)
        if self.firm is not None:
            return self.firm
        return seats[pair % len(seats)] if self.by_mind else seats[0]

    def pieces(self, pair: int) -> tuple[Piece, Piece]:
        """The two games of a pair, A's and B's; of a duel the two with sides changed."""
        if self.duel:
            return self._duel(pair)
        seat = self.seat(pair)
        wanted = () if self.measure in MEASURES else (Wanted(self.measure, seat),)
        both = []
        for side, shift in ((self.a, 0), (self.b, 0 if self.equal_luck else 1_000_000)):
            minds = dict(self.field)
            if side.mind is not None:
                minds[seat] = side.mind
            both.append(Piece(side.world, self.seed + pair + shift, tuple(sorted(minds.items())), (), wanted))
        return both[0], both[1]

    def _duel(self, pair: int) -> tuple[Piece, Piece]:
        assert self.a.mind is not None
        assert self.b.mind is not None
        # Both minds must be found in one world: B's styles come to A's.
        own = {name for name, _ in self.b.world.styles}
        kept = tuple(each for each in self.a.world.styles if each[0] not in own)
        world = World(self.a.world.level, self.a.world.settings, (*kept, *self.b.world.styles))
        seats = labs(world)
        first = {seat: (place + pair) % 2 == 0 for place, seat in enumerate(seats)}
        games = []
        for turned, shift in ((False, 0), (True, 0 if self.equal_luck else 1_000_000)):
            minds = dict(self.field)
            minds.update({seat: self.a.mind if is_a != turned else self.b.mind for seat, is_a in first.items()})
            games.append(Piece(world, self.seed + pair + shift, tuple(sorted(minds.items()))))
        return games[0], games[1]

    def difference(self, pair: int, first: Outcome, second: Outcome) -> float:
        """B less A of a pair; of `elo` the part of meetings that B wins, less a half."""
        if not self.duel:
            seat = self.seat(pair)
            return self.figure(second, seat) - self.figure(first, seat)
        seats = labs(self.a.world)
        of_a = {seat for place, seat in enumerate(seats) if (place + pair) % 2 == 0}
        if self.measure == "elo":
            met = [_meetings(first, of_a), _meetings(second, set(seats) - of_a)]
            return 0.5 - fsum(met) / len(met)
        apart = [
            self.figure(second, seat) - self.figure(first, seat)
            if seat in of_a
            else self.figure(first, seat) - self.figure(second, seat)
            for seat in seats
        ]
        return fsum(apart) / len(apart)

    def figure(self, outcome: Outcome, seat: str) -> float:
        """What is compared of a seat."""
        if self.measure == "score":
            return outcome.scores[seat]
        if self.measure == "share":
            return outcome.share(seat)
        if self.measure == "win":
            return outcome.won(seat)
        return outcome.measured[Wanted(self.measure, seat).key]

    def effect(self, asked: float) -> float:
        """An effect as it was asked for, in the unit of the differences: Elo become a part of meetings."""
        return 1.0 / (1.0 + 10.0 ** (-asked / 400.0)) - 0.5 if self.measure == "elo" else asked

    def told(self, difference: float) -> float:
        """A difference in the unit that was asked for; Elo beyond 1,200 is 1,200."""
        if self.measure != "elo":
            return difference
        part = min(0.999, max(0.001, 0.5 + difference))
        return 400.0 * log10(part / (1.0 - part))


def _meetings(outcome: Outcome, of_a: set[str]) -> float:
    """Of all meetings of a seat of A with one of B, the part that A wins by score."""
    won = [
        1.0 if ours > theirs else 0.5 if ours == theirs else 0.0
        for seat, ours in outcome.scores.items()
        if seat in of_a
        for other, theirs in outcome.scores.items()
        if other not in of_a
    ]
    return fsum(won) / len(won)


class Compared(Struct, frozen=True):
    """The pairs that were played, and how they were judged."""

    differences: list[float]
    a: list[float]
    b: list[float]
    """The figures of both sides, pair by pair (empty for a duel)."""
    by_seat: dict[str, list[float]]
    """Of every seat, B's score less A's (settings only)."""
    looks: list[sprt.Look]
    decision: sprt.Decision


def run(question: Question, test: sprt.Test, play: Play, *, sequential: bool = True) -> Compared:
    """Play pairs until the test is decided; or, not sequential, as many as it allows. Raises LabError."""
    question.check()
    test.check()
    a: list[float] = []
    b: list[float] = []
    by_seat: dict[str, list[float]] = {}

    def draw(first: int, last: int) -> list[float]:
        pieces = [piece for pair in range(first, last) for piece in question.pieces(pair)]
        outcomes = play(pieces)
        found = []
        for pair in range(first, last):
            one, other = outcomes[2 * (pair - first) : 2 * (pair - first) + 2]
            found.append(question.difference(pair, one, other))
            if not question.duel:
                seat = question.seat(pair)
                a.append(question.figure(one, seat))
                b.append(question.figure(other, seat))
            if not question.by_mind:
                for seat, score in one.scores.items():
                    by_seat.setdefault(seat, []).append(other.scores[seat] - score)
        return found

    if sequential:
        trial = sprt.run(test, draw)
        return Compared(trial.differences, a, b, by_seat, trial.looks, trial.decision)
    return Compared(draw(0, test.most), a, b, by_seat, [], "undecided")
