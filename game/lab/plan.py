"""What a batch plays: arms (settings and minds), each with the same seeds, and the number of every game.

The key of a game is (arm, replicate, rotation). Games of one seed stand together, so an unfinished batch is balanced
over its arms, and asking for more games later keeps the numbers of those already played. A plan is made by
`make_plan` or read from a file by `game.lab.experiment`.
"""

from collections.abc import Container, Sequence
from hashlib import blake2b
from typing import Any

import msgspec

from game.lab.seats import Asked, Minds
from game.lab.stopping import Stop
from levels import loader
from levels.loader import Resolved


class Arm(msgspec.Struct, frozen=True):
    """One variant of the level: values set by path, and minds by firm.

    `tree` is a level of its own, with the settings in it; without one the plan's level is changed by the settings.
    """

    settings: dict[str, str]
    minds: Minds
    tree: dict[str, Any] | None = None
    name: str = ""


class Plan(msgspec.Struct, frozen=True):
    """All that decides the results of a batch but the number of games."""

    level: str
    seed: int
    records: bool
    arms: list[Arm]
    tree: dict[str, Any] | None = None
    """The merged tree of the level, for arms that have none of their own."""
    rotate: tuple[str, ...] = ()
    """Seats over which the minds of each arm move on, once around the circle; none: every mind keeps its seat."""
    stop: Stop | None = None

    @property
    def rotations(self) -> int:
        """Games of one arm with one seed."""
        return max(1, len(self.rotate))

    @property
    def games_of_a_seed(self) -> int:
        """Games of one replicate: all arms in all rotations."""
        return self.rotations * len(self.arms)

    def asked(self, game: int) -> Asked:
        """What the game of that number is to be: seeds count up from `seed`, every arm plays each of them."""
        replicate, rest = divmod(game, self.games_of_a_seed)
        rotation, index = divmod(rest, len(self.arms))
        arm = self.arms[index]
        return Asked(
            game,
            self.seed + replicate,
            arm.settings,
            self._turned(arm.minds, rotation),
            replicate,
            rotation,
            self.point_of(index),
            arm.name,
        )

    def _turned(self, minds: Minds, rotation: int) -> Minds:
        if not rotation:
            return minds
        seats = self.rotate
        return minds | {seat: minds[seats[(place + rotation) % len(seats)]] for place, seat in enumerate(seats)}

    def arm_of(self, game: int) -> int:
        return game % len(self.arms)

    def replicate_of(self, game: int) -> int:
        return game // self.games_of_a_seed

    def point_of(self, arm: int) -> str:
        """A hash of the level's name, settings and minds of an arm: the design point, the same in any plan."""
        own = self.arms[arm]
        told = [self.level, own.settings, own.minds, own.tree]
        return blake2b(msgspec.json.encode(told, order="sorted"), digest_size=6).hexdigest()

    def label(self, arm: int) -> str:
        """What sets an arm apart from the others, such as "firms.xai.cash_usd=5e9"; "" if it is alone."""
        return self.arms[arm].name

    def named(self) -> "Plan":
        """The plan with a name for every arm that can be told from the others."""
        values: dict[str, set[str | None]] = {}
        for path in dict.fromkeys(path for arm in self.arms for path in arm.settings):
            values[path] = {arm.settings.get(path) for arm in self.arms}
        varied = {path for path, found in values.items() if len(found) > 1}
        known = dict.fromkeys(firm for arm in self.arms for firm in arm.minds)
        firms = {firm for firm in known if len({arm.minds.get(firm) for arm in self.arms}) > 1}
        arms = [arm if arm.name else msgspec.structs.replace(arm, name=_words(arm, varied, firms)) for arm in self.arms]
        return msgspec.structs.replace(self, arms=arms)

    def fingerprint(self) -> str:
        """A hash of the plan: a folder that holds another one cannot be resumed."""
        return blake2b(msgspec.json.encode(self, order="sorted"), digest_size=8).hexdigest()

    def resolved(self, arm: int) -> Resolved:
        """The level of an arm, ready to play. Raises LevelError if its settings contradict one another."""
        own = self.arms[arm]
        if own.tree is not None:
            return loader.from_tree(own.tree, self.level, self.level)
        assert self.tree is not None
        return loader.from_tree(self.tree, self.level, self.level, [f"{p}={text}" for p, text in own.settings.items()])


def _words(own: Arm, settings: Container[str], firms: Container[str]) -> str:
    parts = [f"{path}={text}" for path, text in own.settings.items() if path in settings]
    return ", ".join(parts + [f"{firm}: {mind}" for firm, mind in own.minds.items() if firm in firms])


def make_plan(
    level: str,
    *,
    seed: int = 1,
    sets: Sequence[str] = (),
    sweeps: Sequence[str] = (),
    minds: Sequence[str] = (),
    rivals: str | None = None,
    records: bool = True,
    rotate: bool | Sequence[str] = False,
    points: Sequence[dict[str, Any]] = (),
) -> Plan:
    """The plan of a batch: every combination of the swept values, and each `minds` once.

    `sweeps` are `PATH=a,b,c`; `points` are a design made elsewhere, values by path. Raises LevelError or LabError for
    what does not fit, before any game is played.
    """
    from game.lab import experiment

    asked = experiment.from_flags(
        level, seed=seed, sets=sets, sweeps=sweeps, minds=minds or ([rivals] if rivals else []), rotate=rotate,
        points=points,
    )  # fmt: skip
    return msgspec.structs.replace(experiment.expand(asked), records=records)
