"""The past of a game, played again beside it: what each rule changed, and what formulas stood on when they were used.

Nothing is collected during play. Who asks for an explanation gets a `Witness`: the same race from the same level, seed
and plans, which looks at the state between the rules of each month. It is the same game if its digest is the same.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec.inspect as mi
from msgspec import Struct

from agents.books import Entry
from agents.orders import Plan
from game import compute, research
from game.markets import capital, customers, porting
from game.race import Cast, Race
from game.world import World

if TYPE_CHECKING:
    from levels.loader import Resolved

Rule = Callable[[Race], None]


class Change(Struct, frozen=True):
    """One change of a state variable: which rule changed it in which month, and by how much."""

    month: int
    rule: str
    delta: int | float
    late: bool = False
    """After the month was recorded."""


class Birth(Struct, frozen=True):
    """How a model came to its rating: terms at the end of its run; None for one that stood at the opening."""

    terms: research.Rating | None
    base_elo: float


class Out(Struct, frozen=True):
    """A release, and what post-training added."""

    month: int
    post_elo: float


class Shown(Struct, frozen=True):
    """Demand for a lab's compute when it was split: H100e that paying and other users needed."""

    paid: float
    free: float


class Split(Struct, frozen=True):
    """Standing orders when a lab's compute was split: the share of its run, None without one, and of the free tier."""

    share: float | None
    free_tier: float


def name_of(rule: Rule) -> str:
    """A rule as texts name it: "chips.clear"."""
    plain: Any = rule.func if isinstance(rule, partial) else rule
    name = plain.__name__
    if getattr(plain, "__module__", None) is None:  # a method in a compiled copy
        owner = getattr(plain, "__objclass__", None) or type(plain.__self__)
        module = next(kind.__module__ for kind in owner.__mro__ if name in vars(kind))
    else:
        module = plain.__module__
    return f"{module.rpartition('.')[2]}.{name.lstrip('_')}"


class Witness(Race):
    """A race that remembers how each state variable came to its value."""

    def __init__(
        self,
        resolved: "Resolved",
        seed: int,
        minds: Mapping[str, str] | None = None,
        *,
        people: Sequence[str] = (),
        later: Mapping[int, Cast] | None = None,
    ) -> None:
        self.changes: dict[str, list[Change]] = {}
        self.start: dict[str, int | float] = {}
        self.worth: dict[tuple[int, str], capital.Worth] = {}
        self.legs: dict[str, list[compute.Leg]] = {}
        self.needs: dict[str, Shown] = {}
        self.splits: dict[str, Split] = {}
        self.demand: dict[str, tuple[float, float]] = {}
        self.backlog: dict[str, int] = {}
        self.delivered: list[tuple[str, str, int, int]] = []
        self.lost_to_porting: dict[str, int] = {}
        self.online: dict[str, int] = {}
        self.births: dict[tuple[str, str], Birth] = {}
        self.outs: dict[str, Out] = {}
        self.flop: dict[str, list[tuple[int, float]]] = {}
        self._gathered: dict[str, float] = {}
        self._rows = 0
        self._index: dict[tuple[str, str], list[Entry]] = {}
        self._indexed = 0
        self._seen: dict[str, tuple[Any, ...]] = {}
        self._runs: dict[str, Any] = {}
        super().__init__(resolved, seed, minds, people=people, later=later)

    def entries_of(self, unit: str, account: str) -> list[Entry]:
        """Every movement of an account, oldest first."""
        entries = self.world.books.entries
        for entry in entries[self._indexed :]:
            for name in {entry[2], entry[3]}:
                self._index.setdefault((entry[1], name), []).append(entry)
        self._indexed = len(entries)
        return self._index.get((unit, account), [])

    def _apply(self, *rules: Rule) -> None:
        for rule in rules:
            name = name_of(rule)
            self._look("rest")
            self._before(name)
            rule(self)
            self._look(name)
            self._after(name)

    def _begin_month(self) -> None:
        super()._begin_month()
        self._rows = len(self.recorder.rows)

    def _post_offers(self) -> None:
        super()._post_offers()
        self._look("rest")

    def _look(self, rule: str) -> None:
        """Compare every state variable with what it was; the rule that has just been applied has changed it."""
        seen, is_first = self._seen, not self._seen
        for owner, thing, kind in _owners(self.world):
            read = _reader(kind)
            now = read(thing)
            before = seen.get(owner)
            if now == before:
                continue
            seen[owner] = now
            names = _fields(kind)
            for i, name in enumerate(names):
                old = before[i] if before is not None else (None if is_first else 0)
                self._note(f"{owner}/{name}", old, now[i], rule)
        for owner, table in _tables(self.world):
            known = seen.get(owner)
            if known is not None and known == tuple(table.items()):
                continue
            earlier = dict(known) if known is not None else {}
            for key in {**earlier, **table}:
                self._note(f"{owner}/{key}", earlier.get(key, None if is_first else 0), table.get(key, 0), rule)
            seen[owner] = tuple(table.items())

    def _note(self, path: str, old: Any, new: Any, rule: str) -> None:
        if old is None:
            self.start[path] = new
        elif new != old:
            is_late = len(self.recorder.rows) > self._rows
            self.changes.setdefault(path, []).append(Change(self.world.month, rule, new - old, is_late))

    def _before(self, rule: str) -> None:
        self._runs = {firm.key: firm.run for firm in self.labs}
        if rule == "research.progress":
            self._gathered = {f.key: f.run.flop for f in self.labs if f.run is not None}
        elif rule == "trade.settle":
            self.demand = {f.key: customers.demand_usd(self, f) for f in self.labs if f.alive}
        elif rule == "chips.clear":
            self.backlog = {}
            for order in self.world.orders:
                self.backlog[order.chip] = self.backlog.get(order.chip, 0) + order.cards

    def _after(self, rule: str) -> None:
        world = self.world
        self._follow_models(rule)
        if rule == "capital.appraise":
            self.worth.update({(world.month, f.key): capital.worth(self, f) for f in self.labs if f.alive})
        elif rule == "compute.run":
            for firm in self.labs:
                if firm.alive:
                    self.needs[firm.key] = Shown(*customers.inference_need(self, firm))
                    self.splits[firm.key] = Split(firm.run.share if firm.run else None, firm.policies.free_tier)
            self.online = {key: firm.compute.online for key, firm in world.firms.items()}
            self.lost_to_porting = {}
            for c in world.contracts:
                lost = porting.lost_h100e(self, c) if c.starts <= world.month < c.ends else 0
                if lost:
                    self.lost_to_porting[c.user] = self.lost_to_porting.get(c.user, 0) + lost
            self.delivered = [
                (c.operator, c.user, c.delivered, min(c.cluster_h100e, c.delivered))
                for c in world.contracts
                if c.starts <= world.month < c.ends
            ]
        elif rule == "record.mark_binding":
            for firm in self.labs:
                free_usd = world.books.held("usd", firm.key) - firm.committed_usd
                self.legs[firm.key] = list(compute.legs(self, firm, free_usd)) if firm.alive else []

    def _follow_models(self, rule: str) -> None:
        """Runs that gathered FLOP or ended, and models that came out."""
        for firm in self.labs:
            run = self._runs.get(firm.key)
            if rule == "research.progress" and run is not None:
                log = self.flop.setdefault(f"{firm.key} {run.name}", [])
                before = self._gathered.get(firm.key, 0.0)
                if not log and before:
                    log.append((0, before))
                log.append((self.world.month, run.flop - before))
            for model in (firm.held, firm.model):
                if model is None or (firm.key, model.name) in self.births:
                    continue
                if run is not None and run.name == model.name:
                    luck = research.luck(self, firm, int(run.name.rpartition(" ")[2]))
                    terms = research.rating(self, firm, run.flop, run.pre_elo, luck)
                    self.births[firm.key, model.name] = Birth(terms, model.base_elo)
            model = firm.model
            out = self.outs.get(firm.key)
            if model is None or model.released != self.world.month or (out is not None and out.month == model.released):
                continue
            self.outs[firm.key] = Out(self.world.month, firm.post_elo)


def _owners(world: World) -> Iterable[tuple[str, Any, type]]:
    """Everything whose numbers are watched: (its path, itself, its type)."""
    for group in ("firms", "sites", "utilities", "makers", "scores"):
        for key, thing in getattr(world, group).items():
            yield f"{group}/{key}", thing, type(thing)
    for tie in world.ties:
        yield f"ties/{tie.lab} {tie.partner}", tie, type(tie)
    yield "public", world.public, type(world.public)
    yield "world", world, World


def _tables(world: World) -> Iterable[tuple[str, dict[str, int]]]:
    for key, maker in world.makers.items():
        yield f"supply/{key}", maker.supply


PARTS = ("policies", "request")
"""Parts of a state that are followed like its own numbers."""


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The numbers of a type, those of the parts that it always has included."""
    found: list[str] = []
    for field in mi.type_info(kind).fields:  # type: ignore[attr-defined]
        if isinstance(field.type, mi.IntType | mi.FloatType):
            found.append(field.name)
        elif isinstance(field.type, mi.StructType | mi.DataclassType) and field.name in PARTS:
            found += [f"{field.name}.{name}" for name in _fields(field.type.cls)]
    return tuple(found)


@cache
def _reader(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    names = _fields(kind)
    return attrgetter(*names) if len(names) > 1 else (lambda thing: (getattr(thing, names[0]),))


def witness_of(
    resolved: "Resolved",
    seed: int,
    minds: Mapping[str, str],
    people: Sequence[str],
    plans: Sequence[Plan],
    months: int,
) -> Witness:
    """Play a game again up to a month, the plans of persons as they gave them."""
    witness = Witness(resolved, seed, minds, people=people)
    play_on(witness, plans, months)
    return witness


def play_on(witness: Witness, plans: Sequence[Plan], months: int) -> None:
    """Play the turns up to a month."""
    by_turn: dict[int, dict[str, Plan]] = {}
    for plan in plans:
        by_turn.setdefault(plan.turn, {})[plan.firm] = plan
    span = witness.level.months_per_turn
    while witness.month < months and not witness.over:
        turn = witness.month // span + 1
        given = by_turn.get(turn, {})
        ready = {key: given.get(key, Plan(key, turn)) for key in witness.people}
        witness.play_turn({**given, **ready})


__all__ = ["Birth", "Change", "Out", "Shown", "Split", "Witness", "name_of", "play_on", "witness_of"]
