"""What if: a game played again from a turn with other orders, beside the game as it was.

Both sides stand on the same world before that turn and have the same luck, because chance hangs on seed, agent, purpose
and month and not on what was drawn before: all that differs afterwards was caused by the change. Minds decide anew on
each side; the plans of persons are given again as they were, as far as the door still grants them.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from agents.books import GRID_KW, TURBINE_KW, USD
from agents.desk import Refusal
from agents.orders import AnyOrder, Plan
from agents.view import Text
from game import saves
from game.explain.case import cause_text, who
from game.record import COLUMNS
from levels.calendar import month_of

if TYPE_CHECKING:
    from game.race import Race
    from game.saves import TurnDone
    from game.world import World

Opened = Callable[["World | None"], "Race"]
"""Makes the race of a game: at its opening, or as it stands in a world."""

FIGURES = (
    "cash_usd", "valuation_usd", "revenue_usd", "h100e_online", "h100e_idle", "mw_online", "arena_elo", "binding"
)  # fmt: skip
"""Columns of the record in which the two games are compared."""

FLOWS = {USD: "USD", GRID_KW: "kW", TURBINE_KW: "kW"}
"""Units of the books whose movements are told by cause; all cards together are one more."""


class ForkError(ValueError):
    """A fork that cannot be played; the message is one line."""


class RefusedError(ForkError):
    """A new order that the door does not grant; why stands in `refusal`."""

    def __init__(self, firm: str, order: AnyOrder, refusal: Refusal) -> None:
        super().__init__(f"{firm}: {order.kind} would be refused ({refusal.text.key})")
        self.firm, self.order, self.refusal = firm, order, refusal


class Change(Struct, frozen=True):
    """One change of a firm's plan: orders of a kind dropped, the first of them replaced, or an order added at the end.

    `number` means one of several of the kind, from 1; 0 drops all and replaces the first.
    """

    firm: str
    act: Literal["drop", "replace", "add"]
    kind: str = ""
    order: AnyOrder | None = None
    number: int = 0


class Lost(Struct, frozen=True):
    """An order of a person (or of a changed plan) that was carried out in the game as it was, and not in the fork."""

    firm: str
    turn: int
    order: AnyOrder
    refusal: Refusal


class Sides(Struct, frozen=True):
    """A figure in the game as it was and in the fork, and the first month in which it differs; "" if it never does."""

    was: float | int | str
    fork: float | int | str
    since: str = ""


class Flow(Struct, frozen=True):
    """What went to a firm (negative: from it) by one cause and counterparty since the fork, on both sides."""

    text: Text
    unit: str
    """USD, kW or cards."""
    was: int
    fork: int


class Fork(Struct, frozen=True):
    """How two games that part at a turn compare at the same month."""

    turn: int
    month: str
    """To which both were played."""
    parts: str
    """First month after which the two worlds differ; "" if they never do."""
    spreads: dict[str, str]
    """Firms whose record differs, and the first month in which it does, first to last."""
    scores: dict[str, Sides]
    """Of every seat, as in `game.score`."""
    figures: dict[str, dict[str, Sides]]
    """By firm and column of the record, at the last month."""
    flows: dict[str, list[Flow]]
    """Of the changed firms: causes that differ, the largest first in each unit."""
    lost: list[Lost]
    differs_at: int
    """First turn at which the game as it was comes out otherwise than in the save; 0 if none does."""
    digest: str
    fork_digest: str


def fork(
    opened: Opened, plans: Sequence[Plan], turns: Sequence["TurnDone"], turn: int, changes: Sequence[Change]
) -> Fork:
    """Play a game again to its last finished turn, as it was and with other orders at one turn. Changes nothing else.

    Raises ForkError if the turn is not one of the game's, a change does not fit the firm's plan, or the door
    refuses it.
    """
    if not 1 <= turn <= len(turns):
        at_hand = f"choose 1 to {len(turns)}" if turns else "no turn of it is finished"
        raise ForkError(f"the game has {len(turns)} finished turns; {at_hand}")
    by_turn: dict[int, dict[str, Plan]] = {}
    for plan in plans:
        by_turn.setdefault(plan.turn, {})[plan.firm] = plan
    was = opened(None)
    other: Race | None = None
    try:
        differs_at = 0
        for done in turns[: turn - 1]:
            was.play_turn(_given(was, by_turn, done.turn))
            differs_at = differs_at or (done.turn if was.digest() != done.digest else 0)
        packed = saves.encode_snapshot(was.world, was.recorder.rows)
        snapshot = saves.decode_snapshot(packed)
        other = opened(snapshot.world)
        other.recorder.rows = [tuple(row) for row in snapshot.rows]
        changed = _changed(other, _given(other, by_turn, turn), turn, changes)
        since = was.month
        told: dict[int, str] = {}
        parts = -1
        was.watcher = lambda race: told.__setitem__(race.month, race.digest())

        def compare(race: "Race") -> None:
            nonlocal parts
            if parts < 0 and race.digest() != told[race.month]:
                parts = race.month

        other.watcher = compare
        lost: list[Lost] = []
        for done in turns[turn - 1 :]:
            given = _given(was, by_turn, done.turn)
            was.play_turn(given)
            differs_at = differs_at or (done.turn if was.digest() != done.digest else 0)
            ours = {**given, **changed} if done.turn == turn else given
            lost += _play(other, ours, was)
        return Fork(
            turn=turn,
            month=month_of(was.month, was.level.start),
            parts=month_of(parts, was.level.start) if parts >= 0 else "",
            spreads=_spreads(was, other),
            scores=_scores(was, other),
            figures=_figures(was, other),
            flows={firm: _flows(was, other, firm, since) for firm in changed},
            lost=lost,
            differs_at=differs_at,
            digest=was.digest(),
            fork_digest=other.digest(),
        )
    finally:
        was.dispose()
        if other is not None:
            other.dispose()


def _given(race: "Race", by_turn: Mapping[int, Mapping[str, Plan]], turn: int) -> dict[str, Plan]:
    """The plans of persons for a turn; who gave none gives an empty one."""
    given = by_turn.get(turn, {})
    return {**{key: Plan(key, turn) for key in race.people}, **given}


def _changed(race: "Race", given: Mapping[str, Plan], turn: int, changes: Sequence[Change]) -> dict[str, Plan]:
    """The plans of the firms that the changes name, each change after those before it."""
    orders: dict[str, list[AnyOrder]] = {}
    fresh: list[tuple[str, AnyOrder]] = []
    deciding = [firm.key for firm in race.deciding() if firm.state.alive]
    for change in changes:
        firm = change.firm
        if firm not in deciding:
            raise ForkError(f"{firm}: no firm that decides at turn {turn}; there is {', '.join(deciding)}")
        if firm not in orders:
            orders[firm] = list((given[firm] if firm in given else race.decide(firm)).orders)
        if change.order is not None:
            fresh.append((firm, change.order))
        _apply(orders[firm], change, turn)
    for firm, planned in orders.items():
        for place, order in enumerate(planned):
            answer = race.desk(firm).quote(planned[:place], order)
            if isinstance(answer, Refusal) and any(firm == each and order is new for each, new in fresh):
                raise RefusedError(firm, order, answer)
    return {firm: Plan(firm, turn, tuple(planned)) for firm, planned in orders.items()}


def _apply(orders: list[AnyOrder], change: Change, turn: int) -> None:
    if change.act == "add":
        assert change.order is not None
        orders.append(change.order)
        return
    places = [place for place, order in enumerate(orders) if order.kind == change.kind]
    if not places or change.number > len(places):
        kinds = ", ".join(order.kind for order in orders) or "none at all"
        of_it = f"{len(places)} orders {change.kind}" if places else f"no order {change.kind}"
        raise ForkError(f"{change.firm}: gives {of_it} at turn {turn}; it gives {kinds}")
    if change.act == "replace":
        assert change.order is not None
        orders[places[max(0, change.number - 1)]] = change.order
        return
    gone = places if change.number == 0 else [places[change.number - 1]]
    orders[:] = [order for place, order in enumerate(orders) if place not in gone]


def _play(race: "Race", plans: Mapping[str, Plan], was: "Race") -> list[Lost]:
    """Play a turn of the fork; returns what its plans lost against the game as it was, which has played it."""
    before = {key: list(refused) for key, refused in was.refused.items()}
    failed = [key for key in plans if not race.world.firms[key].alive and was.world.firms[key].alive]
    race.play_turn(plans)
    lost = [
        Lost(key, plans[key].turn, order, Refusal(Text("refuse-not-in-play")))
        for key in failed
        for order in plans[key].orders
    ]
    for key, plan in plans.items():
        for order, refusal in race.refused.get(key, []) if key not in failed else ():
            if not any(order == known for known, _ in before.get(key, [])):
                lost.append(Lost(key, plan.turn, order, refusal))
    return lost


NAMES = [column.name for column in COLUMNS]
FIRM, MONTH = NAMES.index("firm"), NAMES.index("month")


def _spreads(was: "Race", other: "Race") -> dict[str, str]:
    found: dict[str, str] = {}
    for ours, theirs in zip(was.recorder.rows, other.recorder.rows, strict=True):
        if ours != theirs and ours[FIRM] not in found:
            found[str(ours[FIRM])] = str(ours[MONTH])
    return found


def _scores(was: "Race", other: "Race") -> dict[str, Sides]:
    ours, theirs = was.result().scores, other.result().scores
    return {seat: Sides(scores.total, theirs[seat].total) for seat, scores in ours.items()}


def _figures(was: "Race", other: "Race") -> dict[str, dict[str, Sides]]:
    """By firm: the last row of both records, and the first month in which each column differs."""
    places = [NAMES.index(name) for name in FIGURES]
    found: dict[str, dict[str, Sides]] = {firm: {} for firm in was.recorded}
    since: dict[tuple[str, str], str] = {}
    for ours, theirs in zip(was.recorder.rows, other.recorder.rows, strict=True):
        firm = str(ours[FIRM])
        for place, name in zip(places, FIGURES, strict=True):
            if ours[place] != theirs[place]:
                since.setdefault((firm, name), str(ours[MONTH]))
            found[firm][name] = Sides(ours[place], theirs[place], since.get((firm, name), ""))
    return found


def _flows(was: "Race", other: "Race", firm: str, since: int) -> list[Flow]:
    """What differs in a firm's books after a month, by cause and counterparty, the largest first in each unit."""
    sums: dict[tuple[str, str, str], list[int]] = {}
    for side, race in enumerate((was, other)):
        accounts = {firm, *(key for key, site in race.world.sites.items() if site.firm == firm)}
        for month, unit, source, target, amount, cause in race.world.books.entries:
            told = FLOWS.get(unit, "cards" if unit.startswith("card:") else "")
            if month <= since or not told or (source in accounts) is (target in accounts):
                continue
            is_ours = target in accounts
            party = who(race, source if is_ours else target)
            sums.setdefault((told, cause, party), [0, 0])[side] += amount if is_ours else -amount
    flows = [Flow(cause_text(cause, party), unit, a, b) for (unit, cause, party), (a, b) in sums.items() if a != b]
    units = list(dict.fromkeys([*FLOWS.values(), "cards"]))
    return sorted(flows, key=lambda flow: (units.index(flow.unit), -abs(flow.fork - flow.was)))


__all__ = ["Change", "Flow", "Fork", "ForkError", "Lost", "RefusedError", "Sides", "fork"]
