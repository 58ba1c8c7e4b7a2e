"""A line of a report or of the news, as any face may show it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of news. `tone` colours the icon, `tag` stands at the right, `detail` below in small.

    `bar` is the filled part of a bar below the tag (negative: no bar); what is `faint` stands back behind the others.
    `briefer` are shorter ways to say the detail, the longest first, for where it would take too many lines.
    """

    key: str
    text: str
    icon: str = "newspaper"
    tone: str = "muted"
    tag: str = ""
    detail: str = ""
    briefer: tuple[str, ...] = ()
    strong: bool = False
    tip: str = ""
    bar: float = -1.0
    faint: bool = False
