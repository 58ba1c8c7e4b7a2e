"""Reads a level's tree against its types: each value is checked, and each figure gives its source.

A figure whose type carries a unit (`levels.units`) is a table `{ value = .., fact = "S030" }` or
`{ value = .., low = .., high = .., assumption = "why" }`. Any other value may be written so, or plainly.
"""

import math
import re
from functools import cache
from typing import Any

import msgspec
import msgspec.inspect as mi

from levels.faults import Fault, Path, near, show, spell
from levels.schema import Level

_FACT = re.compile(r"[SK]\d+(\s*,\s*[SK]\d+)*")
_ID = re.compile(r"[a-z0-9_]+")
_MONTH = r"^20\d\d-(0[1-9]|1[0-2])$"
_LEAF = ("value", "fact", "low", "high", "assumption", "note")
_LARGEST = 2**63 - 1

Record = mi.StructType | mi.DataclassType
"""A type with fields; in a compiled copy of the project msgspec takes them for dataclasses."""


class Source(msgspec.Struct, frozen=True):
    """Where a figure comes from: a fact of the collection, or an assumption with its range."""

    fact: str | None = None
    low: float | None = None
    high: float | None = None
    note: str | None = None


@cache
def level_type() -> mi.Type:
    """The type of a whole level, as msgspec describes it."""
    return mi.type_info(Level)


def read(tree: object) -> tuple[Any, dict[str, Source]]:
    """The tree with plain values, and the source of each figure by its path.

    Raises `Fault` at the first value that does not fit.
    """
    sources: dict[str, Source] = {}
    return _value(tree, level_type(), (), sources), sources


def bare(kind: mi.Type) -> mi.Type:
    """The type without its unit and without "or none"."""
    while True:
        if isinstance(kind, mi.Metadata):
            kind = kind.type
        elif isinstance(kind, mi.UnionType):
            kind = next(each for each in kind.types if not isinstance(each, mi.NoneType))
        else:
            return kind


def has_unit(kind: mi.Type) -> bool:
    """Whether figures of this type need a source."""
    if isinstance(kind, mi.UnionType):
        return any(has_unit(each) for each in kind.types)
    return isinstance(kind, mi.Metadata) and "unit" in (kind.extra or {})


def is_leaf(value: object) -> bool:
    """Whether a TOML table is a figure with its source."""
    return isinstance(value, dict) and "value" in value


def _value(value: object, kind: mi.Type, path: Path, sources: dict[str, Source]) -> Any:
    inner = bare(kind)
    if isinstance(inner, Record):
        return _record(value, inner, path, sources)
    if isinstance(inner, mi.DictType):
        return _table(value, inner, path, sources)
    if isinstance(inner, mi.ListType):
        if not isinstance(value, list):
            raise Fault(path, f"expected a list, got {show(value)}")
        return [_value(each, inner.item_type, (*path, str(i)), sources) for i, each in enumerate(value)]
    if has_unit(kind):
        return _figure(value, inner, path, sources)
    if is_leaf(value):
        return _sourced(value, inner, path, sources)
    return scalar(value, inner, path)


def _record(value: object, kind: Record, path: Path, sources: dict[str, Source]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Fault(path, f"expected a table, got {show(value)}")
    fields = {each.name: each for each in kind.fields}
    for name in value:
        if name not in fields:
            raise Fault((*path, name), f"unknown field{near(name, fields)}")
    plain = {}
    for name, each in fields.items():
        if name in value:
            plain[name] = _value(value[name], each.type, (*path, name), sources)
        elif each.required:
            raise Fault((*path, name), f"is missing: expected {describe(bare(each.type))}")
    return plain


def _table(value: object, kind: mi.DictType, path: Path, sources: dict[str, Source]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Fault(path, f"expected a table, got {show(value)}")
    for name in value:
        if not _ID.fullmatch(name):
            raise Fault((*path, name), "an id is of small letters, digits and underscores")
    return {name: _value(each, kind.value_type, (*path, name), sources) for name, each in value.items()}


def _figure(value: object, kind: mi.Type, path: Path, sources: dict[str, Source]) -> Any:
    if not isinstance(value, dict):
        scalar(value, kind, path)
        raise Fault(path, "needs a fact id or an assumption with low and high")
    if "value" not in value:
        _known(value, path)
        raise Fault(path, "needs a 'value' beside its source")
    return _sourced(value, kind, path, sources, ranged=True)


def _known(leaf: dict[str, Any], path: Path) -> None:
    for name in leaf:
        if name not in _LEAF:
            raise Fault((*path, name), f"unknown field{near(name, _LEAF)}")


def _sourced(value: object, kind: mi.Type, path: Path, sources: dict[str, Source], ranged: bool = False) -> Any:
    leaf: dict[str, Any] = value if isinstance(value, dict) else {}
    _known(leaf, path)
    plain = scalar(leaf["value"], kind, path)
    fact = leaf.get("fact")
    if fact is not None and not (isinstance(fact, str) and _FACT.fullmatch(fact)):
        raise Fault(path, f"expected a fact id such as 'S030' or 'S030, K62', got {show(fact)}")
    for name in ("assumption", "note"):
        if not isinstance(leaf.get(name, ""), str):
            raise Fault((*path, name), f"expected text, got {show(leaf[name])}")
    low, high = _range(leaf, plain, kind, path)
    if fact is None and (low is None or high is None) and (ranged or "assumption" not in leaf):
        raise Fault(path, "needs a fact id or an assumption with low and high")
    sources[spell(path)] = Source(fact, low, high, leaf.get("assumption", leaf.get("note")))
    return plain


def _range(leaf: dict[str, Any], plain: Any, kind: mi.Type, path: Path) -> tuple[Any, Any]:
    if "low" not in leaf and "high" not in leaf:
        return None, None
    if not isinstance(kind, mi.IntType | mi.FloatType):
        raise Fault(path, "only a number has low and high")
    low = scalar(leaf["low"], kind, (*path, "low")) if "low" in leaf else None
    high = scalar(leaf["high"], kind, (*path, "high")) if "high" in leaf else None
    if low is not None and plain < low:
        raise Fault(path, f"value {show(plain)} is below low {show(low)}")
    if high is not None and plain > high:
        raise Fault(path, f"value {show(plain)} is above high {show(high)}")
    return low, high


def scalar(value: object, kind: mi.Type, path: Path) -> Any:
    """The single value if it fits its type and bounds; a whole number is taken where a number is asked."""
    kind = bare(kind)
    if isinstance(kind, mi.FloatType) and isinstance(value, int) and not isinstance(value, bool):
        if abs(value) > _LARGEST:
            raise Fault(path, "the number is too large")
        value = float(value)
    if not _fits(value, kind):
        raise Fault(path, f"expected {describe(kind)}, got {show(value)}")
    if isinstance(kind, mi.IntType | mi.FloatType):
        _bounds(value, kind, path)
    return value


def _fits(value: object, kind: mi.Type) -> bool:
    if isinstance(kind, mi.BoolType):
        return isinstance(value, bool)
    if isinstance(kind, mi.IntType):
        return isinstance(value, int) and not isinstance(value, bool)
    if isinstance(kind, mi.FloatType):
        return isinstance(value, float) and math.isfinite(value)
    if isinstance(kind, mi.LiteralType):
        return type(value) in (str, int) and value in kind.values
    if isinstance(kind, mi.StrType):
        return isinstance(value, str) and (kind.pattern is None or re.search(kind.pattern, value) is not None)
    raise TypeError(f"no rule for {kind}")


def _bounds(value: Any, kind: mi.IntType | mi.FloatType, path: Path) -> None:
    if abs(value) > _LARGEST and isinstance(value, int):
        raise Fault(path, "the number is too large")
    if kind.ge is not None and value < kind.ge:
        raise Fault(path, f"must be at least {kind.ge:g}, got {show(value)}")
    if kind.gt is not None and value <= kind.gt:
        raise Fault(path, f"must be more than {kind.gt:g}, got {show(value)}")
    if kind.le is not None and value > kind.le:
        raise Fault(path, f"must be at most {kind.le:g}, got {show(value)}")
    if kind.lt is not None and value >= kind.lt:
        raise Fault(path, f"must be less than {kind.lt:g}, got {show(value)}")


def describe(kind: mi.Type) -> str:
    """What a value of this type is called in a message."""
    if isinstance(kind, mi.LiteralType):
        return (
            "one of " + ", ".join(repr(each) for each in kind.values) if len(kind.values) > 1 else repr(kind.values[0])
        )
    if isinstance(kind, mi.StrType) and kind.pattern == _MONTH:
        return "a month such as '2024-09'"
    names: dict[type[mi.Type], str] = {
        mi.BoolType: "true or false",
        mi.IntType: "an integer",
        mi.FloatType: "a number",
        mi.StrType: "text",
        mi.ListType: "a list",
        mi.DictType: "a table",
        mi.StructType: "a table",
        mi.DataclassType: "a table",
    }
    return names[type(kind)]
