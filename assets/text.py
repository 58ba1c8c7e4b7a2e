"""What players read, by key and language: Fluent files under texts/, with English where a language lacks one.

In a Fluent message the number formats of the language are MONEY, CARDS, WHOLE, POWER, PERCENT, FLOP, MONTH, MONTHS and
FIGURE: `cash-left = { MONEY($cash_usd) } left`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from importlib.resources import files
from threading import RLock
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message, Pattern

from assets import names_in, read_text
from assets.figures import Figures, of

Value = str | int | float
FALLBACK = "en"
LANGUAGE_VARIABLE = "COMPUTE_RACE_LANGUAGE"
"""What the command line prints its texts in."""
MESSAGE = re.compile(r"^(?=-?[a-zA-Z][\w-]* =)", re.MULTILINE)
NUMBER = re.compile(r"(.*?)(?: (\d+))?", re.DOTALL)
NO_WORD = re.compile(r"[^a-z0-9]+")
REFERENCE = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)(?:\.[\w-]+)?\s*\}")


class MissingTextError(KeyError):
    """A text was asked for by a key that no file of the language has, or without an argument it needs."""


def languages() -> dict[str, str]:
    """Every language that has texts, by its folder, and what it calls itself; English first."""
    return {key: _own_name(key) for key in sorted(_folders(), key=lambda key: key != FALLBACK)}


def asked_language() -> str:
    """The language that the environment asks for, if there is such a one; else English."""
    asked = os.environ.get(LANGUAGE_VARIABLE, FALLBACK)
    return asked if asked in _folders() else FALLBACK


def _folders() -> list[str]:
    return sorted(entry.name for entry in files("assets").joinpath("texts").iterdir() if entry.is_dir())


def _own_name(language: str) -> str:
    """Its name, without reading all that it says."""
    book = _Book(language, ["window"])
    said = book.message("language-name")
    return book.format(said.value, {})[0] if said is not None and said.value is not None else language


class _Book:
    """The messages of a language. Parsing Fluent is slow, so each message is parsed when it is first asked for.

    Threads may ask at the same time.
    """

    def __init__(self, language: str, names: Sequence[str]) -> None:
        self._reading = RLock()
        self._bundle = FluentBundle([language], use_isolating=False, functions=_functions(of(language)))
        self._unread: dict[str, str] = {}
        for name in names:
            for part in MESSAGE.split(read_text(f"texts/{language}/{name}.ftl"))[1:]:
                self._unread.setdefault(part.partition(" ")[0], part)

    def message(self, key: str) -> Message | None:
        """A message, with all that it refers to, or None."""
        if not self._bundle.has_message(key):
            with self._reading:
                part = self._unread.pop(key, None)
                if part is not None:
                    for other in REFERENCE.findall(part):
                        self.message(other)
                    self._bundle.add_resource(FluentResource(part))
        return self._bundle.get_message(key) if self._bundle.has_message(key) else None

    def format(self, pattern: Pattern, arguments: dict[str, Value]) -> tuple[str, list[Exception]]:
        text, errors = self._bundle.format_pattern(pattern, arguments)
        return str(text), errors


class Texts:
    """The texts of one language, and `figures`, its way of writing numbers.

    A text that the language lacks is said in English. With `strict` one that English lacks too, or an argument that
    is missing, raises MissingTextError; otherwise the key itself is shown.
    """

    def __init__(self, language: str = FALLBACK, *, strict: bool = False) -> None:
        self.strict = strict
        self.speak(language)

    def speak(self, language: str) -> None:
        """Go over to another language; all who hold these texts then hear it."""
        self.language = language
        self.figures = of(language)
        self._said: dict[tuple[Any, ...], str] = {}
        self._names: dict[str, str] = {}
        self._filler: Texts | None = None
        self._book = _Book(language, names_in(f"texts/{language}", ".ftl"))

    def say(self, key: str, **arguments: Value) -> str:
        """The text of a key ("refuse-cash", or "firm-xai.name" for an attribute); names in it are translated."""
        asked, said = (key, *sorted(arguments.items())), self._said
        text = said.get(asked)
        if text is None:
            if len(said) > 5000:
                said.clear()
            text = said[asked] = self._format(key, arguments)
        return text

    def has(self, key: str) -> bool:
        return self._pattern(key) is not None or (self._english is not None and self._english.has(key))

    @property
    def _english(self) -> Texts | None:
        """What fills gaps, read at the first of them."""
        if self._filler is None and self.language != FALLBACK:
            self._filler = Texts(strict=self.strict)
        return self._filler

    def name(self, english: str) -> str:
        """A name of the levels in this language: "Gas engines" by the text `name-gas-engines`, if there is one.

        A number after a name is kept: "Start-up 2" needs only `name-start-up`.
        """
        if english not in self._names:
            if len(self._names) > 2000:
                self._names.clear()
            words, number = NUMBER.fullmatch(english).groups()  # type: ignore[union-attr]
            whole, part = self._name_text(english), self._name_text(words) if number else None
            self._names[english] = whole or (f"{part} {number}" if part else english)
        return self._names[english]

    def _name_text(self, english: str) -> str | None:
        pattern = self._pattern("name-" + NO_WORD.sub("-", english.lower()).strip("-"))
        return self._book.format(pattern, {})[0] if pattern is not None else None

    def _pattern(self, key: str) -> Pattern | None:
        name, _, attribute = key.partition(".")
        message = self._book.message(name)
        if message is None:
            return None
        return message.attributes.get(attribute) if attribute else message.value

    def _format(self, key: str, arguments: dict[str, Value]) -> str:
        pattern = self._pattern(key)
        if pattern is None:
            if self._english is not None:
                return self._english.say(key, **arguments)
            return self._miss(key, f"no text {key!r} in language {self.language!r}")
        text, errors = self._book.format(
            pattern, {key: self.name(value) if isinstance(value, str) else value for key, value in arguments.items()}
        )
        if errors and self.strict:
            raise MissingTextError(f"text {key!r}: {errors[0]}")
        return text

    def _miss(self, key: str, why: str) -> str:
        if self.strict:
            raise MissingTextError(why)
        return key


def _functions(write: Figures) -> dict[str, Callable[..., Any]]:
    return {
        "MONEY": lambda usd, signed="": write.money(_number(usd), signed=signed == "yes"),
        "CARDS": lambda count, signed="": write.cards(_number(count), signed=signed == "yes"),
        "WHOLE": lambda count, signed="": write.whole(_number(count), signed=signed == "yes"),
        "POWER": lambda kw, signed="": write.power(_number(kw), signed=signed == "yes"),
        "PERCENT": lambda share, signed="": write.percent(_number(share), signed=signed == "yes"),
        "FLOP": lambda operations: write.flop(_number(operations)),
        "FIGURE": lambda value, unit: write.told(_plain(value), str(unit)),
        "MONTHS": lambda count: write.months(_number(count)),
        "MONTH": lambda year_month: write.month(str(year_month)),
    }


def _plain(value: Any) -> str | float:
    """A Fluent argument as it was given: words stay words."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return str(value)


def _number(value: Any) -> float:
    return float(value)
