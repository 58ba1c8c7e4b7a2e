"""Beside the engine of a compiled copy: gives compiled records back what structs have, and puts the model on Mesa.

This file is copied to the top of a compiled copy, is not compiled, and knows nothing of the game. msgspec writes
compiled records as it writes dataclasses, but would read into them past their `__init__`. So `msgspec` here reads into
a twin of each, a struct made when it is first wanted, and makes the record of that.
"""

import dataclasses
import sys
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

import msgspec as real

T = TypeVar("T")
Make = Callable[[Any], Any]
"""Makes of a value read into twins the value that was asked for."""


@dataclasses.dataclass(frozen=True)
class Told:
    """What the translator tells of a record; stands for the `__struct_config__` of its struct too."""

    fields: dict[str, Any]
    """Dataclass fields by name."""
    kw_only: bool
    frozen: bool
    forbid_unknown_fields: bool
    tag: None = None


def record(kind: Any, told: str, *, kw_only: bool, frozen: bool, forbid_unknown_fields: bool) -> None:
    """Give a class what msgspec writes a dataclass by, and what structs have beside.

    `told` has a line a field, with tabs between: its name, its type, whether it is needed, has the same default always
    or a fresh one each time, and the expression of the default.
    """
    names = vars(sys.modules[kind.__module__])
    fields: dict[str, Any] = {}
    for line in told.splitlines():
        name, annotation, sort, default = line.split("\t")
        one: Any = dataclasses.field()
        if sort == "fresh":
            one = dataclasses.field(default_factory=eval(f"lambda: {default}", names))
        elif sort == "same":
            one = dataclasses.field(default=eval(default, names))
        one.name, one.type, one._field_type = name, annotation, dataclasses._FIELD  # type: ignore[attr-defined]
        fields[name] = one
    kind.__annotations__ = {name: one.type for name, one in fields.items()}
    kind.__dataclass_fields__ = fields
    kind.__struct_fields__ = tuple(fields)
    kind.__told__ = kind.__struct_config__ = Told(fields, kw_only, frozen, forbid_unknown_fields)
    if "__init__" not in vars(kind):
        kind.__init__ = _beginner(kind.__name__, fields, kw_only)
    kind.__hash__ = _hashed if frozen else None
    kind.__repr__ = _shown
    kind.__reduce__ = _reduced


def _beginner(kind: str, fields: dict[str, Any], kw_only: bool) -> Callable[..., None]:
    """An `__init__` for a class that has none."""

    def __init__(self: Any, *args: Any, **given: Any) -> None:  # noqa: N807
        values = {**dict(zip(fields, args, strict=False)), **given}
        unknown = [name for name in values if name not in fields]
        if unknown or len(args) > (0 if kw_only else len(fields)):
            raise TypeError(f"{kind} takes no such argument: {unknown[0] if unknown else args[-1]!r}")
        for name, one in fields.items():
            if name not in values and _is_needed(one):
                raise TypeError(f"{kind} needs {name}")
            setattr(self, name, values[name] if name in values else _default(one))

    return __init__


def _is_needed(one: Any) -> bool:
    return one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING


def _default(one: Any) -> Any:
    return one.default if one.default is not dataclasses.MISSING else one.default_factory()


def equal(one: Any, other: Any) -> bool:
    """Whether two values are of one class with equal fields."""
    return type(one) is type(other) and all(
        getattr(one, name) == getattr(other, name) for name in one.__struct_fields__
    )


def _hashed(value: Any) -> int:
    return hash(tuple(getattr(value, name) for name in value.__struct_fields__))


def _shown(value: Any) -> str:
    kind = type(value)
    return f"{kind.__name__}({', '.join(f'{name}={getattr(value, name)!r}' for name in kind.__struct_fields__)})"


def _reduced(value: Any) -> tuple[Any, ...]:
    return _built, (type(value), [getattr(value, name) for name in value.__struct_fields__])


def _built(kind: Any, values: list[Any]) -> Any:
    """A record of all its values, in the order of its fields."""
    return kind(**dict(zip(kind.__struct_fields__, values, strict=True)))


def stand_on(kind: Any, base: Any, **begun: Any) -> None:
    """Put a class of its module on a base from outside: who imports it from now on gets both in one.

    The base is begun with `begun`, the class itself with what it is given.
    """

    def __init__(self: Any, *args: Any, **given: Any) -> None:  # noqa: N807
        base.__init__(self, **begun)
        kind.__init__(self, *args, **given)

    module = kind.__module__
    made = type(kind.__name__, (kind, base), {"__init__": __init__, "__module__": module, "__doc__": kind.__doc__})
    setattr(sys.modules[module], kind.__name__, made)


# Reading.


@cache
def _twin(kind: Any) -> tuple[Any, Make | None]:
    """The type to read in place of a type, and what makes the one of the other; the type itself and None if it may
    be read as it is."""
    if isinstance(kind, type) and hasattr(kind, "__struct_fields__"):
        return _twin_of_fields(kind)
    inner = typing.get_args(kind)
    if typing.get_origin(kind) is typing.Literal or not inner:
        return kind, None
    twins = [(each, None) if each is Ellipsis else _twin(each) for each in inner]
    if all(make is None for _, make in twins):
        return kind, None
    origin, makes = typing.get_origin(kind), [make for _, make in twins]
    if origin is typing.Annotated:
        return typing.Annotated[(twins[0][0], *kind.__metadata__)], makes[0]
    if origin in (types.UnionType, typing.Union):
        return typing.Union[tuple(each for each, _ in twins)], _of_union([twin for twin in twins if twin[1]])  # noqa: UP007
    read = origin[tuple(each for each, _ in twins)]
    if issubclass(origin, tuple):
        return read, _of_tuple(makes)
    return read, _of_mapping(makes[0], makes[1]) if len(inner) == 2 else _of_list(makes[0])


def _twin_of_fields(kind: Any) -> tuple[Any, Make | None]:
    told: Told | None = getattr(kind, "__told__", None)
    try:
        hints = typing.get_type_hints(kind, include_extras=True)
    except NameError:  # a name that is there for the type checker alone: msgspec cannot read it either
        return kind, None
    twins = {name: _twin(hints[name]) for name in kind.__struct_fields__}
    makes = {name: make for name, (_, make) in twins.items() if make is not None}
    if told is None and not makes:
        return kind, None
    if told is not None:
        fields = [(name, twins[name][0], *_option(one)) for name, one in told.fields.items()]
        options: dict[str, Any] = {"forbid_unknown_fields": told.forbid_unknown_fields}
    else:
        fields = [(one.name, twins[one.name][0], *_option(one)) for one in real.structs.fields(kind)]
        config = kind.__struct_config__
        options = {"forbid_unknown_fields": config.forbid_unknown_fields, "array_like": config.array_like}
        options |= {"tag": config.tag, "tag_field": config.tag_field} if config.tag is not None else {}
    twin = real.defstruct(kind.__name__, fields, module=kind.__module__, kw_only=True, gc=False, **options)
    pairs = [(name, makes.get(name)) for name in kind.__struct_fields__]

    def make(value: Any) -> Any:
        given = {}
        for name, change in pairs:
            part = getattr(value, name)
            given[name] = part if change is None else change(part)
        return kind(**given)

    return twin, make


def _known(default: Any) -> Any:
    return real.NODEFAULT if default is dataclasses.MISSING else default


def _option(one: Any) -> tuple[Any, ...]:
    """The default of a field, as `defstruct` wants it."""
    missing = (dataclasses.MISSING, real.NODEFAULT)
    if one.default not in missing:
        return (real.field(default=one.default),)
    return (real.field(default_factory=one.default_factory),) if one.default_factory not in missing else ()


def _of_union(twins: list[tuple[Any, Make | None]]) -> Make:
    def make(value: Any) -> Any:
        for kind, change in twins:
            plain = typing.get_origin(kind) or kind
            if change is not None and isinstance(plain, type) and isinstance(value, plain):
                return change(value)
        return value

    return make


def _of_tuple(makes: list[Make | None]) -> Make:
    def make(value: Any) -> Any:
        each = makes[:1] * len(value) if len(makes) == 2 and makes[1] is None else makes
        return tuple(part if change is None else change(part) for part, change in zip(value, each, strict=True))

    return make


def _of_mapping(of_key: Make | None, of_value: Make | None) -> Make:
    def make(value: Any) -> Any:
        return {of_key(k) if of_key else k: of_value(v) if of_value else v for k, v in value.items()}

    return make


def _of_list(of_item: Make | None) -> Make:
    def make(value: Any) -> Any:
        return [of_item(each) if of_item else each for each in value]

    return make


class _Reads:
    """A decoder that reads into twins."""

    def __init__(self, decoder: Any, make: Make) -> None:
        self._decoder, self._make = decoder, make

    def decode(self, data: Any) -> Any:
        return self._make(self._decoder.decode(data))


class _Format:
    """`msgspec.json` or `msgspec.msgpack`, whose decoders make compiled records."""

    def __init__(self, module: Any) -> None:
        self._module = module

    def Decoder(self, type: Any = Any, **options: Any) -> Any:  # noqa: A002, N802
        twin, make = _twin(type)
        decoder = self._module.Decoder(twin, **options)
        return decoder if make is None else _Reads(decoder, make)

    def decode(self, data: Any, *, type: Any = Any, **options: Any) -> Any:  # noqa: A002
        twin, make = _twin(type)
        found = self._module.decode(data, type=twin, **options)
        return found if make is None else make(found)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._module, name)


class _Structs:
    """`msgspec.structs`, for compiled records too."""

    @staticmethod
    def replace(value: T, /, **changes: Any) -> T:
        if isinstance(value, real.Struct):
            return real.structs.replace(value, **changes)
        made: Any = type(value)
        return made(**{**structs.asdict(value), **changes})  # type: ignore[no-any-return]

    @staticmethod
    def fields(kind: Any) -> tuple[real.structs.FieldInfo, ...]:
        kind = kind if isinstance(kind, type) else type(kind)
        if issubclass(kind, real.Struct):
            return real.structs.fields(kind)
        hints = typing.get_type_hints(kind, include_extras=True)
        found = kind.__told__.fields.items()
        return tuple(
            real.structs.FieldInfo(name, name, hints[name], _known(one.default), _known(one.default_factory))
            for name, one in found
        )

    @staticmethod
    def asdict(value: Any) -> dict[str, Any]:
        return {name: getattr(value, name) for name in value.__struct_fields__}

    @staticmethod
    def astuple(value: Any) -> tuple[Any, ...]:
        return tuple(getattr(value, name) for name in value.__struct_fields__)

    def __getattr__(self, name: str) -> Any:
        return getattr(real.structs, name)


class _Msgspec:
    """`msgspec`, for compiled records too; all that is not here is msgspec's own."""

    def __init__(self) -> None:
        self.json, self.msgpack, self.structs = _Format(real.json), _Format(real.msgpack), structs

    @staticmethod
    def convert(value: Any, type: Any, **options: Any) -> Any:  # noqa: A002
        twin, make = _twin(type)
        found = real.convert(value, twin, **options)
        return found if make is None else make(found)

    def __getattr__(self, name: str) -> Any:
        return getattr(real, name)


structs = _Structs()
msgspec: Any = _Msgspec()
json, msgpack, convert = msgspec.json, msgspec.msgpack, msgspec.convert
