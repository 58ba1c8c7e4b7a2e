"""What a batch plays: arms (settings and minds), each with the same seeds, and the number of every game.

Games of one seed stand together, so an unfinished batch is balanced over its arms, and asking for more games
later keeps the numbers of those already played.
"""

import itertools
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

import msgspec

from game.lab.seats import Asked, Minds, parse_minds
from game.lab.trouble import LabError
from levels import loader
from levels.loader import Resolved


class Arm(msgspec.Struct, frozen=True):
    """One variant of the level: values set by path, minds by firm, and the level that comes of it."""

    settings: dict[str, str]
    minds: Minds
    tree: dict[str, Any]


class Plan(msgspec.Struct, frozen=True):
    """All that decides the results of a batch but the number of games."""

    level: str
    seed: int
    records: bool
    arms: list[Arm]

    def asked(self, game: int) -> Asked:
        """What the game of that number is to be: seeds count up from `seed`, every arm plays each of them."""
        replicate, index = divmod(game, len(self.arms))
        return Asked(game, self.seed + replicate, self.arms[index].settings, self.arms[index].minds)

    def arm_of(self, game: int) -> int:
        return game % len(self.arms)

    def label(self, arm: int) -> str:
        """What sets an arm apart from the others, in words: "firms.xai.cash_usd=5e9"; "" if it is alone."""
        own = self.arms[arm]
        parts = [f"{path}={text}" for path, text in own.settings.items() if self._varies(path)]
        if any(each.minds != own.minds for each in self.arms):
            parts += [f"{firm}: {mind}" for firm, mind in own.minds.items()] or ["the level's minds"]
        return ", ".join(parts)

    def _varies(self, path: str) -> bool:
        return len({each.settings.get(path) for each in self.arms}) > 1

    def fingerprint(self) -> str:
        """A hash of the plan: a folder that holds another one cannot be resumed."""
        return blake2b(msgspec.json.encode(self, order="sorted"), digest_size=8).hexdigest()

    def resolved(self, arm: int) -> Resolved:
        """The level of an arm, ready to play."""
        return loader.from_tree(self.arms[arm].tree, self.level, self.level)


def make_plan(
    level: str,
    *,
    seed: int = 1,
    sets: Sequence[str] = (),
    sweeps: Sequence[str] = (),
    minds: Sequence[str] = (),
    rivals: str | None = None,
    records: bool = True,
) -> Plan:
    """The plan of a batch: every combination of the swept values, and each `minds` once.

    `sweeps` are `PATH=a,b,c`. Raises LevelError or LabError for what does not fit, before any game is played.
    """
    arms = []
    name = ""
    for swept in itertools.product(*[_sweep(text) for text in sweeps]):
        settings = [*sets, *swept]
        resolved = loader.load(level, settings)
        name = resolved.name
        by_path = {path.strip(): text.strip() for path, _, text in (each.partition("=") for each in settings)}
        given = [parse_minds(resolved.level, text) for text in minds or ([rivals] if rivals else [])] or [{}]
        arms += [Arm(by_path, asked, resolved.tree) for asked in given]
    return Plan(name, seed, records, arms)


def _sweep(text: str) -> list[str]:
    path, equals, values = text.partition("=")
    found = [each.strip() for each in values.split(",")]
    if not equals or not path.strip() or not all(found):
        raise LabError(f"--sweep {text}: expected PATH=a,b,c, such as --sweep months=12,24")
    if len(set(found)) < len(found):
        raise LabError(f"--sweep {text}: a value stands twice")
    return [f"{path.strip()}={value}" for value in found]
