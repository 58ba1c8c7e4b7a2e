"""What an explanation is: a figure, a sentence, and parts that sum to it.

Whatever its kind, the amounts of the parts are in the unit of the whole and sum to it: whole numbers exactly, floats to
one part in a thousand million of the largest. A product shares out what each factor adds by the logarithmic mean
(after Ang, 2004), the least of several legs gives all to the one that binds.
"""

from collections.abc import Iterable, Sequence
from math import fsum, isclose, log
from typing import Literal

from msgspec import Struct, structs

from agents.view import Text, Value
from levels.leaves import Source

Kind = Literal["ledger", "history", "sum", "product", "least", "most", "given", "public", "estimate", "text"]
CLOSE = 1e-9


class Part(Struct, frozen=True):
    """One line of the table.

    `amount` is what it adds to the whole. `value` is the input itself with its `unit`: a factor, a leg, a number of
    entries. `path` opens it further, where it can be. `source` is the fact or the assumption it stands on.
    """

    text: Text
    amount: int | float
    value: Value = ""
    unit: str = ""
    path: str = ""
    source: str = ""
    binding: bool = False


class Explanation(Struct, frozen=True):
    """A figure as a firm sees it and what makes it. `whole` is a text where the figure is one, and then has no sum."""

    firm: str
    path: str
    kind: Kind
    whole: Value
    unit: str
    text: Text
    parts: tuple[Part, ...]
    source: str = ""

    @property
    def total(self) -> int | float:
        """The parts together."""
        return _added([part.amount for part in self.parts])

    @property
    def adds_up(self) -> bool:
        """Whether the parts sum to the whole; a text has nothing to sum."""
        if isinstance(self.whole, str):
            return True
        if isinstance(self.whole, int) and all(isinstance(part.amount, int) for part in self.parts):
            return self.total == self.whole
        scale = max([abs(part.amount) for part in self.parts] + [abs(self.whole)])
        return abs(self.total - self.whole) <= CLOSE * scale or isclose(self.total, self.whole, rel_tol=CLOSE)


class Difference(Struct, frozen=True):
    """What a figure has become since an earlier time. The amounts of the parts sum to what it has changed by."""

    firm: str
    path: str
    before: Value
    whole: Value
    unit: str
    text: Text
    parts: tuple[Part, ...]

    @property
    def total(self) -> int | float:
        """The parts together."""
        return _added([part.amount for part in self.parts])


def difference(earlier: Explanation | None, now: Explanation) -> Difference:
    """Part by part what has changed; a part that came or went has changed from or to nothing."""
    old = _together(earlier.parts) if earlier is not None else {}
    parts = []
    for name, part in _together(now.parts).items():
        before = old.pop(name, None)
        amount = part.amount - (before.amount if before is not None else 0)
        if amount:
            parts.append(Part(part.text, amount, part.amount, now.unit, part.path, part.source, part.binding))
    parts += [Part(gone.text, -gone.amount, 0, now.unit, "", gone.source) for gone in old.values() if gone.amount]
    before_all: Value = earlier.whole if earlier is not None else ("" if isinstance(now.whole, str) else 0)
    args: dict[str, Value] = {"before": before_all, "whole": now.whole, "unit": now.unit}
    return Difference(now.firm, now.path, before_all, now.whole, now.unit, Text("explain-change", args), tuple(parts))


def _together(parts: Sequence[Part]) -> dict[tuple[str, str, tuple[tuple[str, Value], ...]], Part]:
    """Parts by name; those that have the same name together."""
    found: dict[tuple[str, str, tuple[tuple[str, Value], ...]], Part] = {}
    for part in parts:
        name = _name(part)
        known = found.get(name)
        found[name] = part if known is None else structs.replace(known, amount=known.amount + part.amount)
    return found


def _name(part: Part) -> tuple[str, str, tuple[tuple[str, Value], ...]]:
    """What a part is called; figures in its name may change, words may not."""
    words = tuple((k, v) for k, v in part.text.args.items() if isinstance(v, str))
    return part.text.key, part.path, words


def _added(amounts: list[int | float]) -> int | float:
    return sum(amounts) if all(isinstance(each, int) for each in amounts) else fsum(amounts)


class Made(Struct):
    """How a figure is made, before the sentence is put to it."""

    kind: Kind
    parts: list[Part]
    source: str = ""
    args: dict[str, Value] = {}


def label(key: str, **args: Value) -> Text:
    """The name of a part by its key."""
    return Text("part-" + key, args)


def named(name: str) -> Text:
    """The name of a part that is a name already: a site, a bank, a month."""
    return Text("part-named", {"name": name})


def total(parts: Iterable[Part], whole: Value | None = None) -> Made:
    """A sum. A whole number made of fractions gets a last part for what is cut off, never a unit or more."""
    found = list(parts)
    if isinstance(whole, int) and not isinstance(whole, bool):
        _cut(found, whole)
    return Made("sum", found)


def product(base: Part, factors: Sequence[tuple[Text, float, str, str]], whole: Value | None = None) -> Made:
    """Something times factors: (name, factor, path, source) each. What a factor adds is by the logarithmic mean."""
    start = float(base.amount)
    values = [factor for _, factor, _, _ in factors]
    end = start
    for factor in values:
        end *= factor
    parts = [base]
    is_gone = start != 0.0 and any(factor == 0.0 for factor in values)
    for name, factor, path, source in factors:
        if is_gone:
            amount = -start if factor == 0.0 and not any(p.binding for p in parts) else 0.0
        else:
            amount = _mean(start, end) * log(factor) if start and factor > 0.0 else 0.0
        parts.append(Part(name, amount, factor, "factor", path, source, binding=is_gone and amount != 0.0))
    made = total(parts, whole)
    return Made("product", made.parts)


def _mean(start: float, end: float) -> float:
    """The logarithmic mean of two positive amounts."""
    ratio = log(end / start)
    if abs(ratio) < 1e-4:
        return start * (1.0 + ratio / 2.0 + ratio * ratio / 6.0 + ratio**3 / 24.0)
    return (end - start) / ratio


def least(legs: Sequence[Part], whole: Value | None = None, *, most: bool = False) -> Made:
    """The least (or the most) of several legs: the one that binds is the whole, the others stand beside it."""
    pick = max if most else min
    binds = pick(range(len(legs)), key=lambda i: (legs[i].amount, -i if most else i))
    parts = [
        Part(leg.text, leg.amount if i == binds else 0, leg.amount, leg.unit, leg.path, leg.source, binding=i == binds)
        for i, leg in enumerate(legs)
    ]
    if isinstance(whole, int) and not isinstance(whole, bool):
        _cut(parts, whole)
    return Made("most" if most else "least", parts)


def _cut(parts: list[Part], whole: int) -> None:
    """Add what a whole number has cut off, if it is less than a unit: more would be a part that is missing."""
    amounts = [part.amount for part in parts]
    if all(isinstance(amount, int) for amount in amounts):
        return
    rest = whole - fsum(amounts)
    if rest and abs(rest) <= 1.0 + CLOSE * max(abs(amount) for amount in amounts):
        parts.append(Part(label("rounding"), rest))


def given(text: Text, value: Value, source: str = "", *, kind: Kind = "given", path: str = "", unit: str = "") -> Made:
    """A figure that stands by itself: a starting value, a parameter, a posted or public figure."""
    amount = value if isinstance(value, int | float) and not isinstance(value, bool) else 0
    return Made(kind, [Part(text, amount, value, unit, path, source)], source)


def worded(source: Source | None) -> str:
    """A source in a few words: its facts, or its range and reason."""
    if source is None:
        return ""
    told = source.fact or ""
    if source.low is not None and source.high is not None:
        told += (", " if told else "assumption, ") + f"{source.low:g} to {source.high:g}"
    elif not source.fact:
        told = "assumption"
    return told + (f": {source.note}" if source.note else "")


__all__ = [
    "Difference",
    "Explanation",
    "Kind",
    "Made",
    "Part",
    "difference",
    "given",
    "label",
    "least",
    "named",
    "product",
    "total",
    "worded",
]
