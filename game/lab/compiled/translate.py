"""Turns a module's source into one for the compiler: a list of replacements at the places that its tree names.

Records become classes of the compiler's own: fields with their types, a written-out `__init__`, and a call behind
them that gives them the rest of what structs have, and tells msgspec of them (`native.record`). The Mesa model stands
on Mesa again by such a call at the module's end (`native.stand_on`). Everything else stays as it is written, comments
included.
"""

import ast
from collections.abc import Iterator
from textwrap import indent

from game.lab.compiled import which
from game.lab.compiled.survey import Class, Field, Module, base_of, fault, imported, parsed

Placed = ast.expr | ast.stmt | ast.keyword
Edit = tuple[int, int, str]
"""From this byte to that byte of the source, another text."""

_NATIVE = "@_attr(native_class=True)\n"
_ACYCLIC = "@_attr(native_class=True, acyclic=True)\n"
"""For records that are kept from the search for garbage as structs, and for levels, which are trees."""
_MODEL = "@_attr(allow_interpreted_subclasses=True)\n"
_OUTSIDE = "@_attr(native_class=False)\n"
_HEAD = """from typing import ClassVar as _ClassVar

import native as _native
from mypy_extensions import mypyc_attr as _attr
"""
_OURS = ("structs", "json", "msgpack", "convert")
"""Of msgspec, what `native` has too."""
_EQUAL = """
def __eq__(self, other: object) -> bool:
    return bool(_native.equal(self, other))
"""
"""Written, since the compiler takes two values of a class without it for equal only if they are the same one."""


class _Places:
    """Where a source's nodes stand, in bytes."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self._lines = [0]
        for line in source.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def start(self, node: Placed) -> int:
        return self._lines[node.lineno - 1] + node.col_offset

    def end(self, node: Placed) -> int:
        return self._lines[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)

    def line_start(self, number: int) -> int:
        """The first byte of a line; lines count from 1."""
        return self._lines[min(number, len(self._lines)) - 1]

    def text(self, node: ast.expr | ast.stmt) -> str:
        return self.source[self.start(node) : self.end(node)].decode()


def for_compiler(module: Module) -> str:
    """The source of a module to be compiled. Raises TranslationError."""
    places = _Places(module.source)
    edits = [*_readers(module.tree, places, module.path)]
    tail: list[str] = []
    for name, found in module.classes.items():
        if found.sort == "record":
            edits += _record(name, found, places, module.path)
        elif found.sort == "model":
            made, lifted = _model(found, places, module.path)
            edits += made
            tail.append(f"_native.stand_on({name}, {lifted})\n")
        elif found.sort == "outside":
            edits += _outside(found, places, module.path)
    is_plain = all(found.sort == "own" for found in module.classes.values())
    head = "from __future__ import annotations\n" + ("" if is_plain else _HEAD)
    edits.append((*(_after_docstring(module.tree, places),) * 2, head))
    text = _replaced(module.source, edits)
    return text + ("\n\n" + "".join(tail) if tail else "")


def for_interpreter(path: str, source: bytes) -> str:
    """The source of a module that is not compiled: it reads compiled records by `native`. Raises TranslationError."""
    tree = parsed(path, source)
    return _replaced(source, list(_readers(tree, _Places(source), path)))


def _replaced(source: bytes, edits: list[Edit]) -> str:
    for start, end, text in sorted(edits, reverse=True):
        source = source[:start] + text.encode() + source[end:]
    return source.decode()


def _after_docstring(tree: ast.Module, places: _Places) -> int:
    """Where imports may begin: below the docstring and what comes from the future."""
    line = 0
    for node in tree.body:
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if not is_text and not (isinstance(node, ast.ImportFrom) and node.module == "__future__"):
            break
        line = node.end_lineno or node.lineno
    return places.line_start(line + 1)


def _readers(tree: ast.Module, places: _Places, path: str) -> Iterator[Edit]:
    """msgspec's readers and `structs` are taken from `native`, which knows compiled records too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            if any(each.name == "msgspec" for each in node.names):
                if len(node.names) > 1 or node.names[0].asname:
                    raise fault(path, node, "import msgspec by a line of its own, under its own name")
                yield places.start(node), places.end(node), "from native import msgspec"
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "msgspec":
            if node.module in ("msgspec.structs", "msgspec.json", "msgspec.msgpack"):
                raise fault(path, node, f"import {node.module.partition('.')[2]} from msgspec, not names from it")
            ours = [each for each in node.names if node.module == "msgspec" and each.name in _OURS]
            if ours:
                others = [each for each in node.names if each not in ours]
                lines = [f"from msgspec import {', '.join(map(ast.unparse, others))}"] if others else []
                lines.append(f"from native import {', '.join(map(ast.unparse, ours))}")
                yield places.start(node), places.end(node), f"\n{' ' * node.col_offset}".join(lines)


def _decorated(node: ast.ClassDef, places: _Places, decorator: str) -> Edit:
    start = places.line_start(min([node.lineno, *(each.lineno for each in node.decorator_list)]))
    return start, start, decorator


def _bases(node: ast.ClassDef, places: _Places, keep: str) -> Edit:
    """The bases and options of a class, replaced."""
    parts: list[Placed] = [*node.bases, *node.keywords]
    return min(map(places.start, parts)), max(map(places.end, parts)), keep


def _record(name: str, found: Class, places: _Places, path: str) -> Iterator[Edit]:
    node = found.node
    base = node.bases[0]
    is_struct = base_of(base, {})[1] == "Struct"
    is_tree = not found.collected or path in which.READ_ONLY
    yield _decorated(node, places, _ACYCLIC if is_tree else _NATIVE)
    yield _bases(node, places, "" if is_struct else places.text(base))
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and each.value is not None:
            yield places.end(each.annotation), places.end(each.value), ""
    if found.fields:
        names = f"\n__struct_fields__: _ClassVar[tuple[str, ...]] = {tuple(each.name for each in found.fields)!r}\n"
        methods = names + ("" if path in which.READ_ONLY else _init(name, found, path)) + _EQUAL
        at = places.line_start((node.end_lineno or node.lineno) + 1)
        broken = "" if places.source[at - 1 : at] == b"\n" else "\n"
        yield at, at, broken + indent(methods, "    ") + "\n\n" + _told(name, found, path)


def _init(name: str, found: Class, path: str) -> str:
    """What msgspec begins the struct by, written out."""
    needed, optional, lines = [], [], []
    for each in found.fields:
        made = _fresh(each, path)
        if each.default is None:
            needed.append(f"{each.name}: {each.kind}")
        elif made is not None:
            optional.append(f"{each.name}: {each.kind} | None = None")
        else:
            optional.append(f"{each.name}: {each.kind} = {ast.unparse(each.default)}")
        given = each.name if made is None else f"{each.name} if {each.name} is not None else {made}"
        lines.append(f"    self.{each.name} = {given}\n")
    first_optional = next((i for i, each in enumerate(found.fields) if each.default is not None), len(found.fields))
    if not found.kw_only and any(each.default is None for each in found.fields[first_optional:]):
        raise fault(path, found.node, f"record {name} has a field without a default after one with it")
    parameters = ["self", *(["*"] if found.kw_only else []), *needed, *optional]
    return f"\ndef __init__({', '.join(parameters)}) -> None:\n" + "".join(lines)


def _fresh(each: Field, path: str) -> str | None:
    """What makes a new default for every record, as an expression; None if the default itself may be shared."""
    value = each.default
    if isinstance(value, ast.List | ast.Dict):
        return ast.unparse(value)
    if isinstance(value, ast.Call) and ast.unparse(value.func) == "field":
        factory = value.keywords[0].value if len(value.keywords) == 1 and not value.args else None
        if factory is None or value.keywords[0].arg != "default_factory":
            raise fault(path, value, f"field {each.name}: the translator knows field(default_factory=..) alone")
        if isinstance(factory, ast.Lambda):
            return ast.unparse(factory.body)
        return f"{ast.unparse(factory)}()"
    if isinstance(value, ast.Set | ast.Call | ast.ListComp | ast.DictComp | ast.SetComp):
        raise fault(path, value, f"field {each.name}: the translator does not know the default {ast.unparse(value)}")
    return None


def _told(name: str, found: Class, path: str) -> str:
    """The call that makes a record known to msgspec: a line of text a field, since the compiler is slow with lists."""
    lines = []
    for each in found.fields:
        made = _fresh(each, path)
        sort = "needed" if each.default is None else "fresh" if made else "same"
        default = "" if each.default is None else made or ast.unparse(each.default)
        lines.append("\t".join([each.name, each.kind, sort, default]))
    options = f"kw_only={found.kw_only}, frozen={found.frozen}, forbid_unknown_fields={found.strict}"
    return f"_native.record({name}, {chr(10).join(lines)!r}, {options})\n"


def _model(found: Class, places: _Places, path: str) -> tuple[list[Edit], str]:
    """The Mesa model without Mesa, and what Mesa is to be begun with: base and arguments."""
    node = found.node
    if len(node.bases) != 1 or node.keywords:
        raise fault(path, node, f"{node.name} must have mesa.Model as its only base")
    begun = next((each for each in node.body if isinstance(each, ast.FunctionDef) and each.name == "__init__"), None)
    calls = [] if begun is None else [each for each in begun.body if _is_super_init(each)]
    if len(calls) != 1:
        raise fault(path, node, f"{node.name}.__init__ must call super().__init__ once, as a statement of its own")
    call = calls[0].value  # type: ignore[attr-defined]
    if call.args or not all(isinstance(each.value, ast.Constant) for each in call.keywords):
        raise fault(path, call, "what Mesa's model is begun with must be named constants")
    given = "".join(f", {ast.unparse(each)}" for each in call.keywords)
    edits = [
        _decorated(node, places, _MODEL),
        _bases(node, places, ""),
        (places.start(calls[0]), places.end(calls[0]), "pass  # Mesa is begun by native.stand_on"),
    ]
    return edits, ast.unparse(node.bases[0]) + given


def _outside(found: Class, places: _Places, path: str) -> Iterator[Edit]:
    """A class of Python's own: the compiler would take `super()` for `object` there, so its base is named."""
    node = found.node
    yield _decorated(node, places, _OUTSIDE)
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and _is_super(call.func.value):
            if len(node.bases) != 1:
                raise fault(path, call, f"{node.name} has {len(node.bases)} bases, so super() cannot be written out")
            base = f"{ast.unparse(node.bases[0])}.{call.func.attr}(self"
            given: list[Placed] = [*call.args, *call.keywords]
            until = min(map(places.start, given)) if given else places.end(call) - 1
            yield places.start(call), until, base + (", " if given else "")


def _is_super(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node) == "super()"


def _is_super_init(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func) == "super().__init__"
    )


def checked_outside(path: str, source: bytes, modules: dict[str, Module]) -> None:
    """A module that is not compiled must not stand on a record that is. Raises TranslationError."""
    tree = parsed(path, source)
    names = imported(tree)
    for node in (each for each in ast.walk(tree) if isinstance(each, ast.ClassDef)):
        for base in node.bases:
            where, name = base_of(base, names)
            known = modules[where].classes.get(name) if where in modules else None
            if known is not None and known.sort == "record":
                raise fault(path, node, f"{node.name} stands on the record {name}, which is compiled")
