"""A method that a widget or a screen has from its base keeps its meaning: who redefines it takes the same arguments."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import game.desktop
from game.desktop.screen import Screen
from game.desktop.widget import Widget


def _kinds(base: type) -> Iterator[type]:
    for kind in base.__subclasses__():
        yield kind
        yield from _kinds(kind)


def _shape(method: object) -> list[tuple[str, str]]:
    """Name and kind of each parameter that must be given."""
    assert callable(method)
    return [
        (parameter.name, parameter.kind.name)
        for parameter in inspect.signature(method).parameters.values()
        if parameter.default is parameter.empty
    ]


def _clashes(kind: type, roots: tuple[type, ...]) -> Iterator[str]:
    for name, method in vars(kind).items():
        if name.startswith("__") or not inspect.isfunction(method):
            continue
        for base in kind.__mro__[1:]:
            known = vars(base).get(name)
            if known is None or not issubclass(base, roots):
                continue
            if not inspect.isfunction(known):
                yield f"{kind.__name__}.{name} is no method of {base.__name__}"
            elif _shape(method) != _shape(known):
                yield f"{kind.__name__}.{name}{_shape(method)} is {_shape(known)} in {base.__name__}"
            break


def test_what_is_redefined_keeps_its_meaning() -> None:
    for module in pkgutil.walk_packages(game.desktop.__path__, "game.desktop."):
        importlib.import_module(module.name)
    kinds = {kind for root in (Widget, Screen) for kind in _kinds(root) if kind.__module__.startswith("game.")}
    assert len(kinds) > 60
    assert sorted(clash for kind in kinds for clash in _clashes(kind, (Widget, Screen))) == []
