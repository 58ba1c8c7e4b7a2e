"""A mind from outside the project, named MODULE:CLASS: loads it, and lets nothing that it does harm a game.

What it raises, returns wrongly or takes too long over costs its own turn: standing orders stand. The first trouble of
a game is kept in `trouble` and logged once a process. A session keeps the orders that it did give in the journal
(`game.session`), so that a replay equals the play without asking it again, even where the time was up.
"""

import ctypes
import importlib
import inspect
import logging
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from itertools import islice
from math import isfinite
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import msgspec

from agents.desk import Advice, Desk, Mind, Quote, Refusal
from agents.orders import AnyOrder, Order
from agents.rivals import Field, Rivals
from agents.view import RivalView, Text, View
from levels.faults import near

SECONDS = 10.0
"""What a decision may take, by the clock."""
SECONDS_VARIABLE = "COMPUTE_RACE_MIND_SECONDS"
"""Environment variable that sets another limit; worker processes see it too."""
PATIENCE_SECONDS = 0.5
"""How long one that is told to stop is waited for."""
ORDERS_MOST = 100
"""Advice beyond is not looked at; a turn takes a few orders."""

_log = logging.getLogger(__name__)
_logged: set[tuple[str, str]] = set()


class MindError(ValueError):
    """A mind that cannot be loaded; the message is one line."""


class _Aside:
    """While a mind is loaded or decides, what it prints goes to stderr: stdout holds answers alone, such as --json.

    Minds may decide in several threads at once: the first takes stdout away, the last gives it back.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._stdout: Any = None

    def __enter__(self) -> None:
        with self._lock:
            if not self._inside:
                self._stdout, sys.stdout = sys.stdout, sys.stderr
            self._inside += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if not self._inside:
                sys.stdout, self._stdout = self._stdout, None


_aside = _Aside()


class _WrongAnswer(Exception):  # noqa: N818
    """What a mind returned is no advice; the message says why."""


class _TimeIsUp(BaseException):
    """Ends a decision that takes too long; no `except Exception` of the mind catches it."""


def is_own(name: str) -> bool:
    """Whether a mind's name is that of a class outside the project."""
    return ":" in name


def load(name: str) -> Callable[[], Mind]:
    """The class of a mind, MODULE:CLASS, from the current folder or from what is installed. Raises MindError."""
    module_name, _, class_name = name.partition(":")
    if not all(part.isidentifier() for part in (*module_name.split("."), class_name)):
        raise MindError(f"{name}: expected MODULE:CLASS, such as my_module:MyMind")
    with _aside:
        return _loaded(name, module_name, class_name)


def _loaded(name: str, module_name: str, class_name: str) -> Callable[[], Mind]:
    made = getattr(_module(name, module_name), class_name, None)
    if not isinstance(made, type):
        known = [key for key, each in vars(sys.modules[module_name]).items() if isinstance(each, type)]
        what = "is no class" if made is not None else f"is not in {module_name}{near(class_name, known)}"
        raise MindError(f"{name}: {class_name} {what}")
    _try_out(name, made)
    return made


def limit_seconds() -> float:
    """What a decision may take. Raises MindError if the variable holds no positive number."""
    text = os.environ.get(SECONDS_VARIABLE, str(SECONDS))
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.0 < seconds < float("inf"):
        raise MindError(f"{SECONDS_VARIABLE}={text}: expected a number of seconds above 0")
    return seconds


def _module(name: str, module_name: str) -> Any:
    here = str(Path.cwd())
    sys.path.insert(0, here)
    try:
        importlib.invalidate_caches()
        return importlib.import_module(module_name)
    except ModuleNotFoundError as error:
        if error.name is not None and (module_name + ".").startswith(error.name + "."):
            raise MindError(f"{name}: no module {error.name} in this folder, and none is installed") from error
        raise MindError(f"{name}: its module could not be imported: {_tell(error)}") from error
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise MindError(f"{name}: its module could not be imported: {_tell(error)}") from error
    finally:
        sys.path.remove(here)
        if here not in sys.path:
            sys.path.append(here)  # last from now on: it shadows nothing, and what is imported later is still found


def _try_out(name: str, made: type) -> None:
    """Whether it can be made without arguments, and asked with a desk."""
    limit_seconds()
    try:
        mind = made()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise MindError(f"{name}: could not be made without arguments: {_tell(error)}") from error
    advise = getattr(mind, "advise", None)
    if not callable(advise):
        raise MindError(f"{name}: has no method advise(desk)")
    try:
        inspect.signature(advise).bind(None)
    except (TypeError, ValueError):
        raise MindError(f"{name}: advise must take one argument, the desk") from None


class OwnMind:
    """One-line rule: ask the class, and believe nothing of what it does."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.trouble = ""
        """The first thing that went wrong in this game, in one line; empty if nothing has."""
        self._mind: Mind | None = None
        self._asked: Thread | None = None

    def advise(self, desk: Desk) -> list[Advice]:
        try:
            with _aside:
                if self._mind is None:
                    self._mind = load(self.name)()
                if self._asked is not None and self._asked.is_alive():
                    raise _WrongAnswer("still thinks about an earlier turn")
                answer = self._ask(self._mind, desk, limit_seconds())
            return _sound(desk, answer)
        except (MindError, _WrongAnswer) as error:
            self._report(desk.view, str(error).removeprefix(f"{self.name}: "))
        return []

    def _ask(self, mind: Mind, desk: Desk, seconds: float) -> list[Advice]:
        """What the mind advises, asked in a thread of its own that is told to stop when the time is up."""
        shut = _ShutDesk(desk)
        answers: list[list[Advice]] = []
        raised: list[BaseException] = []

        def think() -> None:
            try:
                answers.append(_taken(mind.advise(shut)))
            except BaseException as error:
                raised.append(error)

        self._asked = Thread(target=think, name=self.name, daemon=True)
        self._asked.start()
        self._asked.join(seconds)
        shut.shut()
        if self._asked.is_alive():
            _stop(self._asked)
            self._asked.join(PATIENCE_SECONDS)
            raise _WrongAnswer(f"took longer than {seconds:g} s")
        if raised and isinstance(raised[0], _WrongAnswer):
            raise raised[0]
        if raised:
            raise _WrongAnswer(f"raised {_tell(raised[0])}")
        return answers[0]

    def _report(self, view: View, what: str) -> None:
        line = f"{what}; its standing orders stand"
        self.trouble = self.trouble or f"turn {view.turn}: {line}"
        if (self.name, what) not in _logged:
            _logged.add((self.name, what))
            _log.warning("%s: %s, turn %d: %s", self.name, view.me.key, view.turn, line)


class _ShutDesk:
    """The desk as a stranger gets it: a view of its own, and no more answers once it is shut."""

    __slots__ = ("_desk", "_is_shut", "_lock", "_view")

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = Lock()
        self._is_shut = False
        self._view = _view_decoder.decode(msgspec.msgpack.encode(desk.view, enc_hook=_flat))

    @property
    def view(self) -> View:
        return self._view

    def quote(self, planned: Sequence[AnyOrder], order: AnyOrder) -> Quote | Refusal:
        sound = [_converted(each, AnyOrder) for each in planned]
        asked = _converted(order, AnyOrder)
        with self._lock:
            self._check()
            return self._desk.quote(sound, asked)

    def ready_cash(self, planned: Sequence[AnyOrder]) -> int:
        sound = [_converted(each, AnyOrder) for each in planned]
        with self._lock:
            self._check()
            return self._desk.ready_cash(sound)

    def shut(self) -> None:
        with self._lock:
            self._is_shut = True

    def _check(self) -> None:
        if self._is_shut:
            raise _TimeIsUp


def _flat(value: Any) -> Any:
    """Rivals as a stranger may keep them: all are shared, so each stranger gets its own."""
    if isinstance(value, Rivals):
        first, told = ([rival.key for rival in each] for each in (value.best_first(), value.coming()))
        return {"labs": dict(value.items()), "best_first": first, "coming": told}
    raise NotImplementedError(type(value).__name__)


def _made(kind: type, value: Any) -> Any:
    if kind is Rivals:
        labs = msgspec.convert(value["labs"], dict[str, RivalView])
        first, told = ([labs[key] for key in value[name]] for name in ("best_first", "coming"))
        return Rivals("", Field(labs, first, told))
    raise NotImplementedError(kind.__name__)


_view_decoder = msgspec.msgpack.Decoder(View, dec_hook=_made)


def _taken(answer: Any) -> list[Advice]:
    """An answer as sound advice. Raises _WrongAnswer."""
    if not isinstance(answer, list | tuple):
        raise _WrongAnswer(f"returned {_article(answer)}, not a list of orders or advice")
    return [_advice(each) for each in islice(answer, ORDERS_MOST)]


def _advice(each: Any) -> Advice:
    if isinstance(each, Advice):
        return Advice(_converted(each.order, AnyOrder), _converted(each.reasons, tuple[Text, ...]))
    return Advice(_converted(each, AnyOrder))


def _converted(value: Any, kind: Any) -> Any:
    """A value of its declared type, all its parts included: structs are not checked when they are made."""
    if kind is AnyOrder and not isinstance(value, Order):
        raise _WrongAnswer(f"gave {_article(value)} in place of an order")
    try:
        plain = msgspec.to_builtins(value)
        msgspec.msgpack.encode(plain)
        made = msgspec.convert(plain, kind)
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise _WrongAnswer(f"gave {_article(value)} with a wrong value ({error})") from None
    if kind is AnyOrder and not all(isfinite(part) for part in plain.values() if isinstance(part, float)):
        raise _WrongAnswer(f"gave {_article(value)} with a value that is not finite")
    return made


def _sound(desk: Desk, advice: Sequence[Advice]) -> list[Advice]:
    """The advice, once every order has been quoted without an error of the door's."""
    planned: list[AnyOrder] = []
    for each in advice:
        try:
            answer = desk.quote(planned, each.order)
        except Exception as error:
            raise _WrongAnswer(f"gave {each.order.kind}, which could not be looked at: {_tell(error)}") from error
        if isinstance(answer, Quote):
            planned.append(each.order)
    return list(advice)


def _stop(thread: Thread) -> None:
    """Raise `_TimeIsUp` in a thread, as soon as it runs Python again."""
    if thread.ident is not None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(_TimeIsUp))


def _tell(error: BaseException) -> str:
    """An error in one line, with the place it came from."""
    where = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(where[-1].filename).name}:{where[-1].lineno})" if where else ""
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}{place}"


def _article(value: Any) -> str:
    name = type(value).__name__
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


__all__ = ["MindError", "OwnMind", "is_own", "limit_seconds", "load"]
