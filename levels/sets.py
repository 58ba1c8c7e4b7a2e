"""`--set PATH=VALUE`: puts one value of a level's tree in place of another, and creates nothing new."""

import difflib
import tomllib
from collections.abc import Iterator
from typing import Any

import msgspec.inspect as mi

from levels.faults import Fault, LevelError, Path, spell
from levels.leaves import Record, bare, describe, has_unit, is_leaf, level_type, scalar

BY_HAND = "set by hand"


def put(tree: dict[str, Any], setting: str) -> None:
    """Carries out one `PATH=VALUE` in the tree itself.

    Raises `LevelError` with one line: no such path and the nearest, or a value that does not fit.
    """
    name, equals, text = setting.partition("=")
    name, text = name.strip(), text.strip()
    if not equals or not name:
        raise LevelError(f"--set {setting}: expected PATH=VALUE, such as --set months=12")
    path = tuple(name.split("."))
    holder, kind = _find(tree, path)
    try:
        value = _parse(text, kind, path)
    except Fault as fault:
        raise LevelError(f"--set {name}: {fault.reason}") from None
    key: Any = int(path[-1]) if isinstance(holder, list) else path[-1]
    old = holder[key] if isinstance(holder, list) or key in holder else None
    holder[key] = _leaf(old, value) if has_unit(kind) or is_leaf(old) else value


def paths(tree: dict[str, Any]) -> list[str]:
    """Every path that `--set` reaches."""
    return list(_walk(tree, level_type(), ()))


def _leaf(old: Any, value: Any) -> dict[str, Any]:
    leaf = {"value": value, "assumption": BY_HAND}
    if isinstance(value, int | float) and not isinstance(value, bool):
        held = [old[name] for name in ("low", "high") if name in old] if isinstance(old, dict) else []
        leaf["low"], leaf["high"] = min([*held, value]), max([*held, value])
    return leaf


def _find(tree: dict[str, Any], path: Path) -> tuple[Any, mi.Type]:
    """The table or list that holds the path's last part, and the type of the value there."""
    holder: Any = tree
    kind = level_type()
    for depth, part in enumerate(path):
        step = _step(holder, bare(kind), part)
        if step is None:
            raise _unknown(tree, path)
        kind, child = step
        last = depth == len(path) - 1
        if last:
            break
        if child is None:
            raise _unknown(tree, path)
        holder = child
    if isinstance(bare(kind), Record | mi.DictType) or _is_records(kind):
        raise LevelError(f"--set {spell(path)}: holds several values, name one of them{_inside(tree, path)}")
    return holder, kind


def _step(holder: Any, kind: mi.Type, part: str) -> tuple[mi.Type, Any] | None:
    if isinstance(kind, Record) and isinstance(holder, dict):
        for field in kind.fields:
            if field.name == part:
                return field.type, holder.get(part)
    if isinstance(kind, mi.DictType) and isinstance(holder, dict) and part in holder:
        return kind.value_type, holder[part]
    if isinstance(kind, mi.ListType) and isinstance(holder, list) and part.isdecimal():
        return (kind.item_type, holder[int(part)]) if int(part) < len(holder) else None
    return None


def _is_records(kind: mi.Type) -> bool:
    inner = bare(kind)
    return isinstance(inner, mi.ListType) and isinstance(bare(inner.item_type), Record)


def _unknown(tree: dict[str, Any], path: Path) -> LevelError:
    name = spell(path)
    known = paths(tree)
    nearest = [each for each in known if each.startswith(name)][:3]
    nearest = nearest or difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    hint = "nearest: " + ", ".join(nearest) if nearest else "a level begins with " + ", ".join(tree)
    return LevelError(f"--set {name}: no such value; {hint}")


def _inside(tree: dict[str, Any], path: Path) -> str:
    prefix = spell(path) + "."
    inside = [each for each in paths(tree) if each.startswith(prefix)][:3]
    return ", such as " + ", ".join(inside) if inside else ""


def _walk(value: Any, kind: mi.Type, path: Path) -> Iterator[str]:
    inner = bare(kind)
    if isinstance(inner, Record):
        if isinstance(value, dict) and not is_leaf(value):
            for field in inner.fields:
                yield from _walk(value.get(field.name), field.type, (*path, field.name))
    elif isinstance(inner, mi.DictType):
        for name, each in value.items() if isinstance(value, dict) else ():
            yield from _walk(each, inner.value_type, (*path, name))
    elif isinstance(inner, mi.ListType):
        if not _is_records(kind):
            yield spell(path)
        for i, each in enumerate(value) if isinstance(value, list) else ():
            yield from _walk(each, inner.item_type, (*path, str(i)))
    else:
        yield spell(path)


def _parse(text: str, kind: mi.Type, path: Path) -> Any:
    """The text as a value of the type; whole floats such as 5e9 count as integers here."""
    inner = bare(kind)
    try:
        value: Any = tomllib.loads("value = " + text)["value"] if "\n" not in text else text
    except (ValueError, RecursionError, KeyError):
        value = text
    if isinstance(inner, mi.ListType):
        if not isinstance(value, list):
            raise Fault(path, f'expected {describe(inner)} such as ["a", "b"], got {text!r}')
        return [scalar(each, inner.item_type, path) for each in value]
    if isinstance(inner, mi.StrType | mi.LiteralType) and not isinstance(value, str):
        value = text
    if isinstance(inner, mi.IntType) and isinstance(value, float) and value.is_integer():
        value = int(value)
    return scalar(value, inner, path)
