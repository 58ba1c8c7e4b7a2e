"""A plan in the making: tries orders at the desk, shrinks what is too large, keeps what is granted."""

from msgspec import Struct, structs

from agents.desk import Advice, Desk, Quote
from agents.minds.rooms import Room, best_chip, rooms_for
from agents.orders import (
    AnyOrder,
    BringTurbines,
    BuildHall,
    BuildPlant,
    GpuLoan,
    LeaseCompute,
    OrderCards,
    Poach,
    RaiseEquity,
    RequestGrid,
    ReserveCapacity,
    SignPower,
)
from agents.view import Text, Value

AMOUNTS: dict[type, str] = {
    OrderCards: "cards",
    ReserveCapacity: "cards",
    Poach: "people",
    LeaseCompute: "h100e",
    BringTurbines: "kw",
    RaiseEquity: "amount_usd",
    GpuLoan: "amount_usd",
    RequestGrid: "kw",
    BuildHall: "slots",
    BuildPlant: "kw",
    SignPower: "kw",
}
"""The field of an order that may be made smaller when the desk says how much would pass."""


class Taste(Struct, frozen=True):
    """How a firm finds power and treats its neighbours, in shares as in `Style`."""

    interruptible: float = 0.0
    plant_share: float = 0.0
    ppa_share: float = 0.0
    good_neighbour: float = 0.0


class Draft:
    """Collects advice while initiative lasts."""

    def __init__(self, desk: Desk, taste: Taste | None = None) -> None:
        self.taste = taste or Taste()
        self.desk = desk
        self.view = desk.view
        self.advice: list[Advice] = []
        self.orders: list[AnyOrder] = []
        self._cash_usd: int | None = None
        """Cash left after `orders`, once it has been asked for; `plan` forgets it."""
        self._rooms: dict[str, list[Room]] = {}
        self._best_chips: dict[bool | None, str | None] = {}

    @property
    def full(self) -> bool:
        return len(self.orders) >= self.view.me.initiative

    @property
    def cash_usd(self) -> int:
        """Cash left after the plan so far."""
        if self._cash_usd is None:
            self._cash_usd = self.desk.ready_cash(self.orders)
        return self._cash_usd

    def rooms(self, chip: str) -> list[Room]:
        """What each site can still take of a chip. It stands in the view alone, so a turn through it is the same."""
        known = self._rooms.get(chip)
        if known is None:
            known = self._rooms[chip] = rooms_for(self.view, chip)
        return known

    def best_chip(self, *, liquid: bool | None = None) -> str | None:
        """The chip on sale that gives the most compute for the money (`agents.minds.rooms`)."""
        if liquid not in self._best_chips:
            self._best_chips[liquid] = best_chip(self.view, liquid=liquid)
        return self._best_chips[liquid]

    def chance_of(self, order: AnyOrder) -> float:
        """Forecast part of an order that would come, at the size that the desk allows; 0 if it is refused."""
        answer = self.desk.quote(self.orders, order)
        if isinstance(answer, Quote):
            return answer.fill
        if answer.most > 0 and type(order) in AMOUNTS:
            smaller = min(answer.most, getattr(order, AMOUNTS[type(order)]))
            answer = self.desk.quote(self.orders, structs.replace(order, **{AMOUNTS[type(order)]: smaller}))
        return answer.fill if isinstance(answer, Quote) else 0.0

    def cost_usd(self, order: AnyOrder) -> int:
        """Cash that an order takes at once; more than there is if it is refused."""
        answer = self.desk.quote(self.orders, order)
        return answer.cash_usd if isinstance(answer, Quote) else self.cash_usd + 1

    def add(self, order: AnyOrder, *reasons: Text) -> Quote | None:
        """Plan an order if the desk grants it, at once or in a smaller size; returns its quote or None."""
        granted = None if self.full else self.fit(order)
        if granted is None:
            return None
        order, quote = granted
        self.plan(order, reasons)
        return quote

    def plan(self, order: AnyOrder, reasons: tuple[Text, ...]) -> None:
        """Add an order that the desk has granted to the plan."""
        self.orders.append(order)
        self.advice.append(Advice(order, reasons))
        self._cash_usd = None

    def fit(self, order: AnyOrder) -> tuple[AnyOrder, Quote] | None:
        """The order in the size that the desk grants after the plan so far, and its quote; None if it is refused."""
        answer = self.desk.quote(self.orders, order)
        if isinstance(answer, Quote):
            return order, answer
        if answer.most > 0 and type(order) in AMOUNTS:
            field = AMOUNTS[type(order)]
            if answer.text.key != "refuse-cash" and answer.most < getattr(order, field):
                order = structs.replace(order, **{field: answer.most})
                answer = self.desk.quote(self.orders, order)
        return (order, answer) if isinstance(answer, Quote) else None


def why(key: str, **args: Value) -> Text:
    """A reason by its text key."""
    return Text("why-" + key, args)
