"""What players read, by key and language: Fluent files under texts/, with our number formats as functions.

In a Fluent message the formats of `assets.figures` are MONEY, CARDS, WHOLE, POWER, PERCENT, FLOP, MONTH and FIGURE:
`cash-left = { MONEY($cash_usd) } left`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from assets import figures, folders_in, names_in, read_text

Value = str | int | float


def languages() -> list[str]:
    """Codes of the languages there are texts in."""
    return folders_in("texts")


class MissingTextError(KeyError):
    """A text was asked for by a key that no file of the language has, or without an argument it needs."""


class Texts:
    """The texts of one language.

    With `strict` a missing key or argument raises MissingTextError; otherwise the key itself is shown.
    """

    def __init__(self, language: str = "en", *, strict: bool = False) -> None:
        self.strict = strict
        self.speak(language)

    def speak(self, language: str) -> None:
        """Go over to another language; all who hold these texts then hear it."""
        self.language = language
        self._said: dict[tuple[Any, ...], str] = {}
        self._bundle = FluentBundle([language], use_isolating=False, functions=_functions())
        for name in names_in(f"texts/{language}", ".ftl"):
            self._bundle.add_resource(FluentResource(read_text(f"texts/{language}/{name}.ftl")))

    def say(self, key: str, **arguments: Value) -> str:
        """The text of a key ("advisor-short-of-power", or "firm-xai.name" for an attribute)."""
        asked = (key, *sorted(arguments.items()))
        if asked not in self._said:
            if len(self._said) > 5000:
                self._said.clear()
            self._said[asked] = self._format(key, arguments)
        return self._said[asked]

    def has(self, key: str) -> bool:
        name, _, attribute = key.partition(".")
        if not self._bundle.has_message(name):
            return False
        message = self._bundle.get_message(name)
        return attribute in message.attributes if attribute else message.value is not None

    def _format(self, key: str, arguments: dict[str, Value]) -> str:
        if not self.has(key):
            return self._miss(key, f"no text {key!r} in language {self.language!r}")
        name, _, attribute = key.partition(".")
        message = self._bundle.get_message(name)
        pattern: Any = message.attributes[attribute] if attribute else message.value
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors and self.strict:
            raise MissingTextError(f"text {key!r}: {errors[0]}")
        return str(text)

    def _miss(self, key: str, why: str) -> str:
        if self.strict:
            raise MissingTextError(why)
        return key


def _functions() -> dict[str, Callable[..., Any]]:
    return {
        "MONEY": lambda usd, signed="": figures.money(_number(usd), signed=signed == "yes"),
        "CARDS": lambda count, signed="": figures.cards(_number(count), signed=signed == "yes"),
        "WHOLE": lambda count, signed="": figures.whole(_number(count), signed=signed == "yes"),
        "POWER": lambda kw, signed="": figures.power(_number(kw), signed=signed == "yes"),
        "PERCENT": lambda share, signed="": figures.percent(_number(share), signed=signed == "yes"),
        "FLOP": lambda operations: figures.flop(_number(operations)),
        "FIGURE": lambda value, unit: figures.told(_plain(value), str(unit)),
        "MONTH": lambda year_month: figures.month(str(year_month)),
    }


def _plain(value: Any) -> str | float:
    """A Fluent argument as it was given: words stay words."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return str(value)


def _number(value: Any) -> float:
    return float(value)
