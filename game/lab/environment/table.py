"""A game that learners play, without the word of any library: seats, turns, what a turn was worth, and its end."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from agents.orders import Plan
from game import score
from game.lab.environment.hand import Hand, Plans, checked
from game.lab.environment.levers import levers_of
from game.lab.environment.observation import Observer
from game.lab.seats import check_firm, minds_of
from game.lab.trouble import LabError
from game.race import Race
from levels import loader

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from agents.orders import AnyOrder
    from agents.view import View
    from levels.loader import Resolved
    from levels.rules import RewardRules
    from levels.schema import Level


class Table:
    """One game after another of a level, in which learners hold the `firms`; minds hold all others.

    `level` is a level's name, its file, or a resolved level; `sets` are values put in place of others, as for `--set`;
    `rivals` is the mind of all other labs, the level's own by default; `minds` those of single firms.
    """

    def __init__(
        self,
        level: "str | Path | Resolved",
        *,
        firms: Sequence[str] | None = None,
        rivals: str | None = None,
        minds: Mapping[str, str] | None = None,
        sets: Sequence[str] = (),
        plans: bool = False,
    ) -> None:
        self.resolved = loader.load(str(level), sets) if isinstance(level, str | Path) else level
        self.level: Level = self.resolved.level
        reward = self.level.rules.reward
        if reward is None:
            raise LabError(f"{self.resolved.name}: says no rules.reward, so that nothing can be learnt from it")
        self.reward: RewardRules = reward
        known = [seat for seat in self.level.seats if self.level.firms[seat].lab is not None]
        for firm in firms or ():
            check_firm(self.level, firm, "firm", known)
        self.firms = tuple(firms) if firms is not None else tuple(known)
        if not self.firms:
            raise LabError(f"{self.resolved.name}: no seat of it is a lab's, so that nobody can learn here")
        self._minds = minds_of(self.level, rivals, dict(minds or {}))
        self.levers = levers_of(self.level)
        self.sizes = tuple(len(lever.settings) for lever in self.levers)
        self.observer = Observer(self.level)
        self.plans = Plans(self.level) if plans else None
        self.race: Race | None = None
        self._before: dict[str, float] = {}
        self._hands: dict[str, Hand] = {}

    def open(self, seed: int) -> None:
        """Begin a game. The same seed and the same actions are the same game."""
        self.close()
        self.race = Race(self.resolved, seed, self._minds, every_month=False)
        self._before = {firm: self._standing(firm) for firm in self.firms}

    def close(self) -> None:
        """Give the memory of the game back."""
        if self.race is not None:
            self.race.dispose()
        self.race, self._hands = None, {}

    @property
    def game(self) -> Race:
        """The game. Raises LabError before the first reset."""
        if self.race is None:
            raise LabError("no game is open; call reset() first")
        return self.race

    @property
    def over(self) -> bool:
        """Whether the race has ended, or its scores are settled."""
        return self.game.over or bool(self.game.world.reason)

    def alive(self, firm: str) -> bool:
        return self.game.world.firms[firm].alive

    @property
    def labels(self) -> tuple[tuple[str, ...], ...]:
        """What an action chooses between: the settings of each lever, or the plans."""
        return (self.plans.names,) if self.plans else tuple(lever.settings for lever in self.levers)

    def observe(self, firm: str) -> "NDArray[np.float32]":
        """What the firm sees, as one row; zeros once it has failed."""
        return self.observer.row(self.view(firm)) if self.alive(firm) else self.observer.blank()

    def view(self, firm: str) -> "View":
        """What the firm sees in this turn, made once for its row, its masks and its orders."""
        return self._hand(firm).view if self.plans is None and not self.over else self.game.view(firm)

    def masks(self, firm: str) -> "list[NDArray[np.bool_]]":
        """By lever, which settings the door would let through; all of the plans, whose orders it has seen."""
        if self.plans is not None:
            return [np.ones(len(self.plans.names), dtype=np.bool_)]
        if self.over or not self.alive(firm):
            return [np.arange(size) == 0 for size in self.sizes]
        return self._hand(firm).masks()

    def _hand(self, firm: str) -> Hand:
        hand = self._hands.get(firm)
        if hand is None:
            hand = self._hands[firm] = Hand(self.game, firm, self.levers)
        return hand

    def orders(self, firm: str, action: Any) -> "list[AnyOrder]":
        """What an action orders; what the door would refuse is left out. Raises LabError outside of the space."""
        if self.plans is not None:
            (number,) = checked([action], [len(self.plans.names)])
            return self.plans.orders(self.game, firm, number)
        return self._hand(firm).orders(checked(action, self.sizes))

    def play(self, actions: Mapping[str, Any]) -> dict[str, float]:
        """Play a turn; firms of the table without an action give no orders. What it was worth, by living firm.

        Raises LabError when the race is over, or for an action that is not one of the space.
        """
        race = self.game
        if self.over:
            raise LabError("the race is over; call reset()")
        living = [firm for firm in self.firms if self.alive(firm)]
        if strangers := [firm for firm in actions if firm not in living]:
            raise LabError(f"{strangers[0]}: no firm of this turn; there is {', '.join(living)}")
        turn = race.month // self.level.months_per_turn + 1
        orders = {firm: self.orders(firm, action) for firm, action in actions.items()}
        race.play_turn({firm: Plan(firm, turn, tuple(orders.get(firm, ()))) for firm in living})
        self._hands = {}
        return {firm: self._worth(firm) for firm in living}

    def _worth(self, firm: str) -> float:
        """The change of the firm's standing, and its rank once its race is over: the last if it has failed."""
        now = self._standing(firm)
        worth = self.reward.score * (now - self._before[firm])
        self._before[firm] = now
        if not self.alive(firm):
            return worth - self.reward.rank
        return worth + self.reward.rank * self._place(firm) if self.over else worth

    def _standing(self, firm: str) -> float:
        """Points of the interim score, or how far the level's own goal is reached, in hundredths of its target."""
        total, goal = score.score(self.game, firm).total, self.level.goal
        if goal is None or goal.of == "score":
            return total
        return (-total if goal.least else total) * (100.0 / abs(goal.target) if goal.target else 1.0)

    def _place(self, firm: str) -> float:
        """1 for the first, -1 for the last, evenly between; alone: whether the target is reached, 0 without one."""
        placed = list(self.game.result().scores)
        if len(placed) > 1:
            return 1.0 - 2.0 * placed.index(firm) / (len(placed) - 1)
        result = self.game.result()
        return (1.0 if result.won(firm) else -1.0) if result.targeted else 0.0
