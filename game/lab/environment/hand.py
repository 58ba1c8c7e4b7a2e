"""What a learner's hands do at a firm's desk for one turn: settings into orders, refusals into masks.

Both go through the door that everybody uses: what it refuses is masked, and does nothing if it is asked for.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from agents.desk import Quote
from agents.minds import make_mind
from agents.orders import AnyOrder, desk
from game.door import compute
from game.lab.environment.levers import Lever, Orders, Sight
from game.lab.trouble import LabError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from agents.desk import Mind
    from game.race import Race
    from levels.schema import Level

SAVING = "saving"
ALONE = "alone"
STAND = "stand"


class Hand:
    """A firm's desk and the levers at it, for the turn that is to be played."""

    def __init__(self, race: "Race", firm: str, levers: Sequence[Lever]) -> None:
        self._race, self._firm, self._levers = race, firm, levers
        self._desk = race.desk(firm)
        self.view = self._desk.view
        self._looks = Sight(self.view, race.level.rules, self._bounds)

    def _sight(self, planned: Sequence[AnyOrder]) -> Sight:
        self._looks.free_usd = self._desk.ready_cash(planned) - self.view.me.committed_usd
        return self._looks

    def _bounds(self, policy: str) -> tuple[float, float]:
        low, high, _ = compute.bounds(self._race, self._firm, policy)
        return low, high

    def orders(self, settings: Sequence[int]) -> Orders:
        """What the settings order, lever by lever; what the door refuses after those before it is left out."""
        planned: Orders = []
        for lever, setting in zip(self._levers, settings, strict=True):
            if setting:
                for order in lever.order(self._sight(planned), int(setting)):
                    if isinstance(self._desk.quote(planned, order), Quote):
                        planned.append(order)
        return planned

    def masks(self) -> "list[NDArray[np.bool_]]":
        """By lever, which settings the door would let through if nothing else were ordered; the first always."""
        sight = self._sight(())
        found = []
        for lever in self._levers:
            mask = np.ones(len(lever.settings), dtype=np.bool_)
            for setting in range(1, len(lever.settings)):
                orders = lever.order(sight, setting)
                mask[setting] = bool(orders) and all(isinstance(self._desk.quote((), each), Quote) for each in orders)
            found.append(mask)
        return found


class Plans:
    """Whole plans to choose between: the playbook in each style of the level, wholly or in part, or none.

    "bold saving" leaves out what the style would order at the desks of chips and power, "bold alone" what it would
    order at the desk of capital.
    """

    def __init__(self, level: "Level") -> None:
        styles = list(level.styles)
        self.names = (STAND, *styles, *(f"{name} {SAVING}" for name in styles), *(f"{name} {ALONE}" for name in styles))
        self._minds: dict[str, Mind] = {name: make_mind(name, level.styles) for name in styles}

    def orders(self, race: "Race", firm: str, number: int) -> Orders:
        """What a plan orders for the coming turn."""
        style, _, part = self.names[number].partition(" ")
        if style == STAND:
            return []
        left_out = {SAVING: ("chips", "power"), ALONE: ("capital",)}.get(part, ())
        orders = [advice.order for advice in self._minds[style].advise(race.desk(firm))]
        return [order for order in orders if desk(order) not in left_out]


def checked(settings: object, sizes: Sequence[int]) -> list[int]:
    """An action as settings. Raises LabError if it is not one of the space."""
    chosen = np.asarray(settings)
    if chosen.shape != (len(sizes),) or not np.issubdtype(chosen.dtype, np.integer):
        raise LabError(f"an action is {len(sizes)} whole numbers, one a lever; not {settings!r:.60}")
    found = [int(each) for each in chosen]
    if any(not 0 <= each < size for each, size in zip(found, sizes, strict=True)):
        raise LabError(f"an action's settings lie from 0 to {', '.join(str(size - 1) for size in sizes)}; not {found}")
    return found
