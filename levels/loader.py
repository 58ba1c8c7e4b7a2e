"""Loads a level: finds its file, merges the catalogue below it, sets values by hand, checks everything.

The one error is `LevelError`, whose text is one line: `levels/x.toml: firms.xai.cash_usd: expected an
integer, got 'lots'`. A level file names the level and the catalogue files it stands on (`base = "september_2024"`,
`catalogue = ["chips", ..]`) and may keep only some of their entries (`use = { firms = [..] }`); its own tables lie over
theirs.
"""

import copy
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from levels import checks, files, leaves, pruning, sets
from levels.faults import Fault, LevelError, near, show, spell
from levels.files import Tree
from levels.leaves import Source
from levels.schema import Level
from levels.summaries import LevelSummary, available

__all__ = ["LevelError", "LevelSummary", "Resolved", "Source", "available", "from_tree", "load"]


class Resolved(msgspec.Struct, frozen=True):
    """A level ready to start: typed, with the merged tree it was read from and the source of each figure."""

    name: str
    origin: str
    """The file as the user named it."""
    tree: Tree
    """The merged tree after `--set`, still with provenance; plain JSON values."""
    level: Level
    sources: dict[str, Source]
    """By path, such as "firms.xai.cash_usd"."""


class _Layer(msgspec.Struct, frozen=True):
    """One file of those that make a level."""

    origin: str
    tree: Tree


def load(name_or_path: str | Path, sets: Sequence[str] = ()) -> Resolved:
    """The level of that name among those that come with the game, or in that file.

    `sets` are `PATH=VALUE`. Raises `LevelError`.
    """
    path, origin = _locate(name_or_path)
    tree, layers = _stack(path, origin, ())
    return _resolve(tree, path.stem, layers, sets)


def variant(resolved: Resolved, sets: Sequence[str]) -> Resolved:
    """The level with more values set by hand. Raises `LevelError`."""
    return from_tree(resolved.tree, resolved.name, resolved.origin, sets)


def from_tree(tree: Tree, name: str, origin: str, sets: Sequence[str] = ()) -> Resolved:
    """A level from an already merged tree, as a save holds it. Raises `LevelError`."""
    return _resolve(copy.deepcopy(tree), name, [_Layer(origin, tree)], sets)


def _stack(path: Path, origin: str, above: tuple[Path, ...]) -> tuple[Tree, list[_Layer]]:
    """The merged tree of a level and the files that made it, the lowest first."""
    own = files.parse(path, origin)
    tree: Tree = {}
    layers: list[_Layer] = []
    if "base" in own:
        base = files.base_of(own, path, origin, above)
        label = f"levels/{base.name}" if base.parent == files.FOLDER else str(Path(origin).parent / base.name)
        tree, layers = _stack(base, label, (*above, path))
        tree = files.inherited(tree)
    layers = [*layers, *_catalogue(own, path, origin), _Layer(origin, own)]
    for layer in layers[-1 - len(own.get("catalogue", [])) :]:
        _lay_over(tree, layer.tree)
    for name in ("base", "catalogue"):
        tree.pop(name, None)
    use = tree.pop("use", {})
    for name, table in tree.items():
        if isinstance(table, dict):
            _liken(table, name, origin)
    _keep(tree, use, origin)
    return tree, layers


def _liken(table: Tree, name: str, origin: str) -> None:
    """Entries that are `like` another of their table take over what they do not say themselves."""
    for key in list(table):
        if not isinstance(table[key], dict) or "like" not in table[key]:
            continue
        like, chain = table[key].get("like"), [key]
        while isinstance(table.get(like), dict) and "like" in table[like] and like not in chain:
            chain.append(like)
            like = table[like]["like"]
        if not isinstance(like, str) or not isinstance(table.get(like), dict) or like in chain:
            known = [each for each in table if each not in chain]
            raise LevelError(f"{origin}: {name}.{key}.like: no {like!r} to be like{near(str(like), known)}")
        for each in reversed(chain):
            merged, own = copy.deepcopy(table[like]), table[each]
            own.pop("like")
            _lay_over(merged, own)
            table[each] = merged
            like = each


def _locate(name_or_path: str | Path) -> tuple[Path, str]:
    text = str(name_or_path)
    if isinstance(name_or_path, str) and files.NAME.fullmatch(text):
        path = files.FOLDER / f"{text}.toml"
        if path.is_file():
            return path, f"levels/{path.name}"
        names = [each.name for each in available()]
        known = near(text, names) or (f"; there is {', '.join(names)}" if names else "")
        if not Path(text).exists():
            raise LevelError(f"{text}: no such level{known}")
    return Path(text), text


def _catalogue(own: Tree, path: Path, origin: str) -> list[_Layer]:
    names = own.get("catalogue", [])
    if not isinstance(names, list):
        raise LevelError(f"{origin}: catalogue: expected a list, got {show(names)}")
    layers = []
    for i, name in enumerate(names):
        if not (isinstance(name, str) and files.NAME.fullmatch(name)):
            raise LevelError(f"{origin}: catalogue.{i}: expected the name of a catalogue file, got {show(name)}")
        beside, shipped = path.parent / "catalogue" / f"{name}.toml", files.FOLDER / "catalogue" / f"{name}.toml"
        file, label = shipped, f"levels/catalogue/{name}.toml"
        if path.parent.resolve() != files.FOLDER.resolve() and beside.is_file():
            file, label = beside, str(Path(origin).parent / "catalogue" / f"{name}.toml")
        if not file.is_file():
            known = [each.stem for each in file.parent.glob("*.toml")]
            raise LevelError(f"{origin}: catalogue.{i}: no catalogue file {name!r}{near(name, known)}")
        tree = files.parse(file, label)
        for key in ("base", "catalogue", "use"):
            if key in tree:
                raise LevelError(f"{label}: {key}: only a level may have it")
        layers.append(_Layer(label, tree))
    return layers


def _lay_over(tree: Tree, upper: Tree) -> None:
    """Deep merge: tables merge, a figure with its source and a list replace what was there."""
    for name, value in upper.items():
        old = tree.get(name)
        whole = not isinstance(value, dict) or not isinstance(old, dict)
        if whole or leaves.is_leaf(value) or leaves.is_leaf(old):
            tree[name] = copy.deepcopy(value)
        else:
            _lay_over(tree[name], value)


def _keep(tree: Tree, use: Any, origin: str) -> None:
    """Restricts merged tables to the ids that `use` names; what speaks of the others goes with them."""
    if not isinstance(use, dict):
        raise LevelError(f"{origin}: use: expected a table, got {show(use)}")
    gone: dict[str, set[str]] = {}
    for table, ids in use.items():
        held = tree.get(table)
        if not isinstance(held, dict):
            raise LevelError(f"{origin}: use.{table}: no such table{near(table, tree)}")
        if not (isinstance(ids, list) and all(isinstance(each, str) for each in ids)):
            raise LevelError(f"{origin}: use.{table}: expected a list of ids, got {show(ids)}")
        for each in ids:
            if each not in held:
                raise LevelError(f"{origin}: use.{table}: no {each!r} in it{near(each, held)}")
        tree[table] = {name: value for name, value in held.items() if name in ids}
        gone[table] = set(held) - set(ids)
    pruning.prune(tree, gone)


def _resolve(tree: Tree, name: str, layers: list[_Layer], settings: Sequence[str]) -> Resolved:
    for setting in settings:
        sets.put(tree, setting)
    try:
        plain, sources = leaves.read(tree)
        level = msgspec.convert(plain, Level)
        checks.check(level)
    except Fault as fault:
        raise LevelError(_place(fault, layers, settings)) from None
    return Resolved(name, layers[-1].origin, tree, level, sources)


def _place(fault: Fault, layers: list[_Layer], settings: Sequence[str]) -> str:
    """The whole line of a fault: the setting or the file that it comes from, the path, the reason."""
    path = spell(fault.path)
    for setting in settings:
        if setting.partition("=")[0].strip() == path:
            return f"--set {path}: {fault.reason}"
    depths = [_depth(layer.tree, fault.path) for layer in layers]
    deepest = max(reversed(range(len(layers))), key=lambda i: depths[i])
    return f"{layers[deepest].origin}: {path}: {fault.reason}"


def _depth(tree: Any, path: tuple[str, ...]) -> int:
    """How many parts of the path a file has."""
    depth = 0
    for part in path:
        if isinstance(tree, dict) and part in tree:
            tree = tree[part]
        elif isinstance(tree, list) and part.isdecimal() and int(part) < len(tree):
            tree = tree[int(part)]
        else:
            break
        depth += 1
    return depth
