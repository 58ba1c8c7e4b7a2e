"""Writes words and figures of a lesson in a language, as HTML: every text is escaped here and nowhere else."""

import html
import math
import re
from collections.abc import Sequence

from assets.text import Texts

_CODE = re.compile(r"`([^`]+)`")


class Writer:
    """The texts of a language with the arguments of a lesson's findings, if there are any yet."""

    def __init__(self, texts: Texts, findings: dict[str, str] | None = None) -> None:
        self.texts = texts
        self.findings = findings or {}

    @property
    def language(self) -> str:
        return self.texts.language

    def say(self, key: str, **arguments: str | int | float) -> str:
        """A text, escaped, on one line; what stands between backticks is code."""
        return _marked(" ".join(self.texts.say(key, **self.findings, **arguments).split()))

    def lines(self, key: str, **arguments: str | int | float) -> list[str]:
        """A text line by line, each escaped."""
        said = self.texts.say(key, **self.findings, **arguments)
        return [_marked(line.strip()) for line in said.splitlines() if line.strip()]

    def has(self, key: str) -> bool:
        return self.texts.has(key)

    def name(self, english: str) -> str:
        """A name of the levels in this language, escaped."""
        return escape(self.texts.name(english))

    def listed(self, words: Sequence[str]) -> str:
        """Words with the language's comma between them."""
        return escape(self.texts.say("lesson-comma")).join(words)

    def figure(self, value: float | str, unit: str) -> str:
        """A value of a trace in its unit, not escaped: it may go into a text."""
        if isinstance(value, str):
            key = f"auto-binding-{value}"
            return self.texts.say(key) if self.texts.has(key) else self.texts.name(value)
        if not math.isfinite(value):
            return "–"
        write = self.texts.figures
        if unit == "h100e":
            return write.cards(value)
        if unit == "usd":
            return write.money(value)
        if unit == "usd_hour":
            return f"${value:.2f}"
        if unit == "usd_card":
            return f"${write.whole(value)}"
        if unit in ("share", "rate"):
            return write.percent(value, digits=1 if unit == "rate" else 0)
        if unit == "kw":
            return write.power(value)
        if unit in ("elo", "count", "turns"):
            return write.whole(value)
        return f"{value:.1f}" if unit in ("times", "goal") else f"{value:.2f}"


def escape(text: str) -> str:
    """Text for HTML, inside of elements and attributes."""
    return html.escape(text, quote=True)


def _marked(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", escape(text))


def element(tag: str, *inside: str, kind: str = "") -> str:
    """An element with what is already HTML inside."""
    opened = f'<{tag} class="{kind}">' if kind else f"<{tag}>"
    return f"{opened}{''.join(inside)}</{tag}>"


def bullets(items: Sequence[str], *, ordered: bool = False, kind: str = "") -> str:
    """A list of what is already HTML."""
    return element("ol" if ordered else "ul", *(element("li", item) for item in items), kind=kind)


def table(head: Sequence[str], rows: Sequence[Sequence[str]], kind: str = "") -> str:
    """A table of what is already HTML."""
    top = element("thead", element("tr", *(element("th", cell) for cell in head))) if head else ""
    body = element("tbody", *(element("tr", *(element("td", cell) for cell in row)) for row in rows))
    return element("table", top, body, kind=kind)
