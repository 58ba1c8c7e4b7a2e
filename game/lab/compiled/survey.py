"""What classes the modules to be compiled have: records (msgspec structs), Mesa's, and plain ones."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

KNOWN_OPTIONS = ("frozen", "kw_only", "gc", "forbid_unknown_fields")
"""Of a struct."""
PLAIN_BASES = ("Protocol", "Generic", "object")
"""Bases that the compiler knows; a class with any other from outside stays one of Python's."""


class TranslationError(ValueError):
    """A source that cannot be translated; one line that names file, line and construct."""


@dataclass(frozen=True)
class Field:
    """A field of a record, as its source has it."""

    name: str
    kind: str
    """Its annotation, without quotes around it."""
    default: ast.expr | None


@dataclass
class Class:
    """A class of a module to be compiled."""

    node: ast.ClassDef
    sort: str
    """record, model (Mesa's), outside (with a base that the compiler does not know) or own."""
    fields: list[Field] = field(default_factory=list)
    """Of a record, those of its bases included."""
    kw_only: bool = False
    frozen: bool = False
    strict: bool = False
    """Whether unknown fields are refused."""
    collected: bool = True
    """Whether the search for garbage looks at it."""


@dataclass
class Module:
    """A module to be compiled, as it is read."""

    path: str
    """From the root, such as game/race.py."""
    source: bytes
    tree: ast.Module
    classes: dict[str, Class]

    @property
    def name(self) -> str:
        return self.path.removesuffix(".py").replace("/", ".")


def fault(path: str, node: ast.AST, what: str) -> TranslationError:
    return TranslationError(f"{path}:{getattr(node, 'lineno', 0)}: {what}; see game/lab/compiled")


def parsed(path: str, source: bytes) -> ast.Module:
    """The tree of a source. Raises TranslationError for what is no Python."""
    try:
        return ast.parse(source)
    except SyntaxError as error:
        raise TranslationError(f"{path}:{error.lineno}: {error.msg}") from None


def survey(root: Path, paths: list[str]) -> dict[str, Module]:
    """All modules to be compiled by their names, each class with its sort. Raises TranslationError."""
    modules: dict[str, Module] = {}
    for path in paths:
        source = (root / path).read_bytes()
        module = Module(path, source, parsed(path, source), {})
        modules[module.name] = module
    for module in modules.values():
        _classify(module, modules)
    return modules


def imported(tree: ast.Module) -> dict[str, tuple[str, str]]:
    """What names of a module stand for: (module, name there); the name there is empty for whole modules."""
    found: dict[str, tuple[str, str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.update({each.asname or each.name: (node.module, each.name) for each in node.names})
        elif isinstance(node, ast.Import):
            found.update({each.asname or each.name.split(".")[0]: (each.name, "") for each in node.names})
    return found


def base_of(base: ast.expr, names: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """Where a base comes from, as (module, name); the module is empty for one of the same module or a builtin."""
    if isinstance(base, ast.Subscript):
        base = base.value
    if isinstance(base, ast.Attribute) and isinstance(base.value, ast.Name):
        return names.get(base.value.id, (base.value.id, ""))[0], base.attr
    if isinstance(base, ast.Name):
        return names.get(base.id, ("", base.id))
    return "", ast.unparse(base)


def _classify(module: Module, modules: Mapping[str, Module]) -> None:
    """Sort the classes of a module; those of the modules that it stands on first."""
    if module.classes:
        return
    names = imported(module.tree)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef) and node not in module.tree.body:
            raise fault(module.path, node, f"class {node.name} stands inside a function or a class; move it out")
        if isinstance(node, ast.ClassDef) and node.decorator_list:
            raise fault(module.path, node, f"{node.name} has a decorator; move it to a module that is left out")
        if isinstance(node, ast.FunctionDef) and node.args.kwarg is not None:
            _look_at_defaults(module.path, node)
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef):
            module.classes[node.name] = _class(node, module, names, modules)


def _look_at_defaults(path: str, node: ast.FunctionDef) -> None:
    """The compiler fails on a float with a default in a function that takes any names."""
    at = node.args
    with_default = [*[*at.posonlyargs, *at.args][-len(at.defaults) or None :]] if at.defaults else []
    with_default += [each for each, default in zip(at.kwonlyargs, at.kw_defaults, strict=True) if default is not None]
    for each in with_default:
        if each.annotation is not None and ast.unparse(each.annotation) == "float":
            raise fault(
                path,
                node,
                f"{node.name}({each.arg}: float = .., **{at.kwarg and at.kwarg.arg}): "
                "the compiler fails on this; make it float | None",
            )


def _class(
    node: ast.ClassDef, module: Module, names: Mapping[str, tuple[str, str]], modules: Mapping[str, Module]
) -> Class:
    bases = [base_of(base, names) for base in node.bases]
    parents: list[Class] = []
    is_outside = False
    for where, name in bases:
        if where == "mesa" and name == "Model":
            return Class(node, "model")
        if where in modules:
            _classify(modules[where], modules)
        holder = module if not where else modules.get(where)
        if holder is not None and name in holder.classes:
            parents.append(holder.classes[name])
        elif name not in PLAIN_BASES:
            is_outside = True
    if ("msgspec", "Struct") in bases or any(parent.sort == "record" for parent in parents):
        return _record(node, module.path, parents, len(bases))
    return Class(node, "outside" if is_outside or any(parent.sort == "outside" for parent in parents) else "own")


def _record(node: ast.ClassDef, path: str, parents: list[Class], bases: int) -> Class:
    if bases != 1:
        raise fault(path, node, f"record {node.name} has {bases} bases; the translator knows one")
    options: dict[str, bool] = {}
    for each in node.keywords:
        if each.arg not in KNOWN_OPTIONS or not isinstance(each.value, ast.Constant):
            raise fault(path, node, f"record {node.name}: the translator does not know the option {each.arg}")
        options[each.arg] = bool(each.value.value)
    inherited = [each for parent in parents for each in parent.fields]
    own = list(_fields(node, path))
    clash = {each.name for each in inherited} & {each.name for each in own}
    if clash:
        raise fault(path, node, f"record {node.name} declares {min(clash)} again, which its base has")
    kw_only = options.get("kw_only", False)
    if inherited and any(parent.kw_only != kw_only for parent in parents):
        raise fault(path, node, f"record {node.name} and its base must both be kw_only, or neither")
    frozen = options.get("frozen", any(parent.frozen for parent in parents))
    strict = options.get("forbid_unknown_fields", any(parent.strict for parent in parents))
    return Class(node, "record", [*inherited, *own], kw_only, frozen, strict, options.get("gc", True))


def _fields(node: ast.ClassDef, path: str) -> Iterator[Field]:
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            kind = each.annotation
            text = kind.value if isinstance(kind, ast.Constant) and isinstance(kind.value, str) else ast.unparse(kind)
            if text.startswith("ClassVar"):
                raise fault(path, each, f"record {node.name}: ClassVar {each.target.id} is not known to the translator")
            yield Field(each.target.id, text, each.value)
        elif isinstance(each, ast.FunctionDef):
            if each.name in ("__init__", "__eq__", "__hash__", "__post_init__", "__repr__"):
                raise fault(path, each, f"record {node.name} writes {each.name} itself, which the translator makes")
        elif not isinstance(each, ast.Pass) and not (
            isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)
        ):
            raise fault(path, each, f"record {node.name}: {type(each).__name__} is not known to the translator")
