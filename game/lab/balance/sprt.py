"""A sequential test on pairs of games: stop as soon as the pairs say what was asked, with the asked-for errors.

Each pair gives a difference, B less A, of two games with the same luck. The test asks whether its mean is nothing or at
least `effect`: a generalised likelihood ratio of two normal means whose variance is not known (each hypothesis gets the
variance that suits it best), looked at on a schedule that is fixed beforehand. Two such tests, one a side, make the
two-sided question (Sobel and Wald 1949): B is better, A is better, or neither by as much as `effect`.

Games that a setting does not touch are equal to the last bit and have no variance. The variance counts therefore as the
square of `effect` at least: more cautious than what was seen, so the errors stay below those asked for, and equal games
are called nothing at the first look. Where only a few pairs differ, it waits for more of them before it says nothing:
an effect that is rare has hardly been seen yet.
"""

from collections.abc import Callable, Sequence
from math import fsum, log
from typing import Literal

from msgspec import Struct

from game.lab.trouble import LabError

FEWEST_UNEQUAL = 10
"""Pairs that differ before "nothing" may be said, if any differ at all ..."""
LONGEST_WAIT = 5
"""... but it waits no longer than so many times the pairs of the first look."""

Decision = Literal["better", "worse", "nothing", "undecided"]


class Test(Struct, frozen=True):
    """What is asked. `effect` is in the unit of the differences; the looks are at `first`, then every so many pairs."""

    __test__ = False  # not one of pytest's

    effect: float
    alpha: float = 0.05
    """Most often that an effect is told where there is none."""
    beta: float = 0.05
    """Most often that an effect of this size is not told."""
    two_sided: bool = True
    first: int = 20
    every: int = 10
    most: int = 300
    """Pairs after which it stops undecided."""

    def check(self) -> None:
        """Raises LabError for what cannot be tested."""
        if not self.effect > 0.0:
            raise LabError(f"--effect {self.effect:g}: must be more than 0; say how large an effect would matter")
        for name, rate in (("--alpha", self.alpha), ("--beta", self.beta)):
            if not 0.0 < rate < 0.5:
                raise LabError(f"{name} {rate:g}: must be between 0 and 0.5")
        if self.first < 2 or self.every < 1:
            raise LabError("--first and --every: a look needs two pairs or more, and the next at least one more")
        if self.most < self.first:
            raise LabError(f"--max-pairs {self.most}: the first look is at {self.first}; allow as many, or ask --first")

    @property
    def lower(self) -> float:
        """A side whose log likelihood ratio falls to this has no effect."""
        return log(self.beta / (1.0 - self._alpha_a_side))

    @property
    def upper(self) -> float:
        """A side whose log likelihood ratio rises to this has one."""
        return log((1.0 - self.beta) / self._alpha_a_side)

    @property
    def _alpha_a_side(self) -> float:
        return self.alpha / 2.0 if self.two_sided else self.alpha

    def looks(self) -> list[int]:
        """The numbers of pairs at which it is judged."""
        return sorted({*range(self.first, self.most, self.every), self.most})


class Look(Struct, frozen=True):
    """The test after so many pairs. A side that is decided keeps the ratio that decided it."""

    pairs: int
    mean: float
    llr_up: float
    """Log likelihood ratio of +effect against nothing."""
    llr_down: float
    """Of -effect against nothing; 0 if only one side is asked."""
    decision: Decision


def llr(differences: Sequence[float], effect: float) -> float:
    """Log likelihood ratio of the mean `effect` (signed) against the mean 0, of normal figures of unknown variance."""
    of = len(differences)
    mean = fsum(differences) / of
    spread = max(fsum((each - mean) ** 2 for each in differences) / of, effect**2)
    return of / 2.0 * log((spread + mean**2) / (spread + (mean - effect) ** 2))


class Trial:
    """A test under way: it is told pairs and looks when it is time."""

    def __init__(self, test: Test) -> None:
        test.check()
        self.test = test
        self.differences: list[float] = []
        self.looks: list[Look] = []
        self._up: float | None = None
        self._down: float | None = None

    @property
    def decision(self) -> Decision:
        return self.looks[-1].decision if self.looks else "undecided"

    @property
    def over(self) -> bool:
        return self.decision != "undecided" or len(self.differences) >= self.test.most

    def next_look(self) -> int:
        """The number of pairs at which it looks next."""
        return next(at for at in self.test.looks() if at > len(self.differences))

    def tell(self, differences: Sequence[float]) -> Look:
        """Add the pairs up to the next look, and look. Raises ValueError for another number of pairs."""
        wanted = self.next_look() - len(self.differences)
        if len(differences) != wanted:
            raise ValueError(f"the next look needs {wanted} pairs, not {len(differences)}")
        self.differences += differences
        test = self.test
        up = llr(self.differences, test.effect) if self._up is None else self._up
        down = 0.0
        if test.two_sided:
            down = llr(self.differences, -test.effect) if self._down is None else self._down
        unequal = sum(each != 0.0 for each in self.differences)
        seen = not 0 < unequal < FEWEST_UNEQUAL or len(self.differences) >= LONGEST_WAIT * test.first
        if seen and up <= test.lower:
            self._up = up
        if seen and down <= test.lower:
            self._down = down
        decision: Decision = "undecided"
        if up >= test.upper:
            decision = "better"
        elif down >= test.upper:
            decision = "worse"
        elif self._up is not None and (not test.two_sided or self._down is not None):
            decision = "nothing"
        look = Look(len(self.differences), fsum(self.differences) / len(self.differences), up, down, decision)
        self.looks.append(look)
        return look


def run(test: Test, draw: Callable[[int, int], Sequence[float]]) -> Trial:
    """Carry a test through: `draw(first, last)` gives the differences of the pairs first, .., last - 1."""
    going = Trial(test)
    while not going.over:
        have = len(going.differences)
        going.tell(draw(have, going.next_look()))
    return going
