"""One question: who asks about the race as it stands, and what all kinds of answers are made with."""

from collections.abc import Callable, Iterable
from math import fsum
from typing import TYPE_CHECKING, Any, Literal

from agents.books import Entry, flows_of
from agents.view import Text, Value, View
from game.explain.figure import Made, Part, given, label, named, total, worded
from game.explain.past import Change, Witness
from levels.calendar import month_of

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race

Span = Literal["month", "turn", "opening"]
Signed = tuple[Entry, int]


def who(race: "Race", account: str) -> str:
    """An account as people name it."""
    key, level = account.removeprefix("~"), race.level
    for group in (level.firms, level.makers, level.investors, level.utilities, level.banks, level.foundries):
        if key in group:
            return str(group[key].name)
    site = race.world.sites.get(key)
    return site.name if site is not None else key.replace("_", " ")


def cause_text(cause: str, party: str) -> Text:
    """A cause of entries and who stands on the other side."""
    return Text("cause-" + cause.replace("_", "-"), {"party": party})


class Case:
    """The race as a witness has seen it, the firm that asks, and the span of months that ledgers cover."""

    def __init__(self, race: Witness, firm: str, over: Span) -> None:
        self.race, self.firm, self.over = race, firm, over
        self.level, self.world = race.level, race.world
        self.rules = race.level.rules
        self.view: View = race.view(firm)
        self.me: FirmState = race.world.firms[firm]

    @property
    def since(self) -> int:
        """The last month before the span; -1 for all of it."""
        back = {"month": 1, "turn": self.level.months_per_turn, "opening": self.world.month + 1}[self.over]
        return max(-1, self.world.month - back)

    def month(self, number: int) -> str:
        return month_of(max(0, number), self.level.start)

    def source(self, path: str) -> str:
        """What a value of the level stands on, in a few words; empty if it needs no source."""
        return worded(self.race.resolved.sources.get(path))

    def who(self, account: str) -> str:
        """An account as people name it."""
        return who(self.race, account)

    def cause(self, cause: str, party: str) -> Text:
        """A cause of entries and who stands on the other side."""
        return cause_text(cause, self.who(party))

    def at_level(self, path: str, value: Value, unit: str = "") -> Made:
        """A figure that the level gives."""
        return given(label("level"), value, self.source(path), unit=unit)

    def history(self, path: str, level_path: str = "", *, recorded: bool = False) -> Made:
        """A state variable: what it was, and what each rule has added since; `recorded`, up to the last record."""
        since, start = self.since, self.race.start.get(path, 0)
        earlier: list[int | float] = [start]
        later: dict[str, list[Change]] = {}
        for change in self.race.changes.get(path, []):
            if recorded and change.late and change.month == self.world.month:
                continue
            if change.month <= since:
                earlier.append(change.delta)
            else:
                later.setdefault(change.rule, []).append(change)
        if since < 0:
            first = Part(label("start"), start, self.month(0), "", "", self.source(level_path))
        else:
            first = Part(label("before"), _sum(earlier), self.month(since))
        parts = [first]
        for rule, changes in later.items():
            amount = _sum([change.delta for change in changes])
            parts.append(
                Part(Text("rule-" + rule.replace(".", "-").replace("_", "-")), amount, len(changes), "changes")
            )
        return Made("history", parts)

    def entries(self, unit: str, account: str) -> Iterable[Signed]:
        """Every movement of an account, incoming positive."""
        for entry in self.race.entries_of(unit, account):
            yield entry, entry[4] if entry[3] == account else -entry[4]

    def flow(self, kind: str) -> Iterable[Signed]:
        """The month's entries of one kind of a firm's flows: revenue, operating, capex, equity."""
        for entry in self.world.books.this_month():
            if self.firm in (entry[2], entry[3]):
                amount = getattr(flows_of([entry], [self.firm])[self.firm], kind)
                if amount:
                    yield entry, amount

    def ledger(self, path: str, signed: Iterable[Signed], account: str, *, monthly: bool = False) -> Made:
        """Entries of the span by cause and counterparty, and what was there before."""
        since = self.world.month - 1 if monthly else self.since
        before, found = 0, {}  # type: ignore[var-annotated]
        for entry, amount in signed:
            if entry[0] <= since:
                before += amount
            else:
                key = (entry[5], entry[3] if entry[2] == account else entry[2])
                found.setdefault(key, []).append(amount)
        parts = [Part(label("before"), before, self.month(since))] if since >= 0 and not monthly else []
        for (cause, party), amounts in found.items():
            parts.append(
                Part(self.cause(cause, party), sum(amounts), len(amounts), "entries", f"{path}/{cause}/{party}")
            )
        return Made("ledger", parts)

    def pages(self, signed: Iterable[Signed], account: str, cause: str, party: str, *, monthly: bool = False) -> Made:
        """The single entries of one cause and counterparty in the span."""
        since = self.world.month - 1 if monthly else self.since
        parts = [
            Part(named(self.month(entry[0])), amount)
            for entry, amount in signed
            if entry[0] > since and entry[5] == cause and party in (entry[2], entry[3])
        ]
        return Made("ledger", parts)


def _sum(values: list[int | float]) -> int | float:
    return sum(values) if all(isinstance(each, int) for each in values) else fsum(values)


Explainer = Callable[..., Made]
Opener = Callable[..., tuple[Iterable[Signed], str]]
EXPLAINERS: dict[tuple[str, ...], Explainer] = {}
LEDGERS: dict[tuple[str, ...], tuple[Opener, bool]] = {}


def explains(*patterns: str) -> Callable[[Explainer], Explainer]:
    """Register how figures are explained; "*" stands for any one name, which is handed on."""

    def keep(function: Explainer) -> Explainer:
        for pattern in patterns:
            EXPLAINERS[tuple(pattern.split("."))] = function
        return function

    return keep


def opens(*patterns: str, monthly: bool = False) -> Callable[[Opener], Opener]:
    """Register which entries of the books make a figure: the entries, and the account whose side they are seen from."""

    def keep(function: Opener) -> Opener:
        for pattern in patterns:
            LEDGERS[tuple(pattern.split("."))] = (function, monthly)
        return function

    return keep


def match(table: dict[tuple[str, ...], Any], path: str) -> tuple[Any, list[str]] | None:
    """What is registered for a path, and the names that its stars stand for. The most literal pattern wins."""
    names = path.split(".")
    exact = table.get(tuple(names))
    if exact is not None:
        return exact, []
    for pattern, found in table.items():
        if len(pattern) == len(names) and all(p in ("*", n) for p, n in zip(pattern, names, strict=True)):
            return found, [n for p, n in zip(pattern, names, strict=True) if p == "*"]
    return None


__all__ = ["EXPLAINERS", "LEDGERS", "Case", "Made", "Part", "Span", "explains", "match", "opens", "total"]
