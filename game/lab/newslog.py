"""One firm's news, told without its name: how a personality looks to who reads nothing else. The command `news`.

All games have the same start, seed and rivals; only the firm's mind differs. A log has what the firm does itself, as
anybody could read it, with the reasons that it gives in public.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agents import chance
from game.lab.trouble import LabError
from game.telling.motives import DEEDS, SUFFERED, why_of
from levels.calendar import month_of

if TYPE_CHECKING:
    from agents.view import News
    from game.session import Session
    from game.telling.wording import Words
    from levels.loader import Resolved

BEGIN, END = "<!-- news logs: made by `python main.py news --write` -->", "<!-- end of news logs -->"
LEVEL, FIRM, SEED = "september_2024", "xai", 1
MINDS = ("greedy", "scholar", "steward", "tenant")
RIVALS = "operator"
MOST_LOGS = 8
LINES_A_YEAR = 6
SAME = {"news-lease-part": "news-lease"}
"""News of one kind that have two texts."""


@dataclass(frozen=True, slots=True)
class Log:
    """What one firm did in a game, in lines, and how often each kind of news came in all of it."""

    mind: str
    lines: tuple[str, ...]
    counts: dict[str, int]


def deeds(session: Session, firm: str) -> list[News]:
    """The news of what a firm does itself, the oldest first."""
    told = set(DEEDS) - set(SUFFERED)
    return [item for item in session.news() if item.firm == firm and item.text.key in told]


def counts_of(session: Session, firm: str) -> dict[str, int]:
    """How often each kind of news of what a firm does came."""
    return dict(Counter(kind_of(item) for item in deeds(session, firm)))


def kind_of(item: News) -> str:
    return SAME.get(item.text.key, item.text.key)


def watch(resolved: Resolved, firm: str, mind: str, seed: int, rivals: str = RIVALS) -> Log:
    """Play a game with this mind in the firm's seat and `rivals` in all others; its log. Raises KeyError."""
    from game.session import Session

    session = Session.new(resolved, seed, {firm: mind}, rivals)
    try:
        session.play_out()
        return Log(mind, lines_of(session, firm), counts_of(session, firm))
    finally:
        session.dispose()


def chosen(session: Session, firm: str, a_year: int = LINES_A_YEAR) -> list[list[News]]:
    """Of each year the news of some kinds, a list a kind, in the order in which they began.

    What the firm does seldom in the whole game goes before what it does often, for it tells more.
    """
    items, often = deeds(session, firm), counts_of(session, firm)
    years: dict[str, dict[str, list[News]]] = {}
    for item in items:
        year = month_of(item.month, session.resolved.level.start)[:4]
        years.setdefault(year, {}).setdefault(kind_of(item), []).append(item)
    found = []
    for kinds in years.values():
        rare = sorted(kinds, key=lambda kind: (often[kind], kind))[:a_year]
        found += [told for kind, told in kinds.items() if kind in rare]
    return found


def lines_of(session: Session, firm: str, a_year: int = LINES_A_YEAR) -> tuple[str, ...]:
    """The log: the first of the chosen news of each kind and year, and how many more there were."""
    from assets.text import Texts
    from game.telling.wording import Words

    words = Words(Texts(), session.resolved.level)
    words.learn_places(session.view(firm))
    words.learn_startups(session.view(firm))
    return tuple(_line(session, words, firm, items) for items in chosen(session, firm, a_year))


def _line(session: Session, words: Words, firm: str, items: Sequence[News]) -> str:
    """The first of some news of a kind in a year."""
    first, more = items[0], len(items) - 1
    text = _unnamed(session, firm, words.news(first))
    because = why_of(session, words, first, openly=False)
    why = "; ".join(because.reasons) if because is not None else ""
    month = words.figures.month(month_of(first.month, session.resolved.level.start))
    parts = [f"{month}: {text}", f"({more} more in this year)" if more else ""]
    told = " ".join(part for part in parts if part) + "."
    return f"{told} *{_unnamed(session, firm, why)}.*" if why else told


def _unnamed(session: Session, firm: str, text: str) -> str:
    """A text without the firm's name, that of its models and of whom it could be told by."""
    level = session.resolved.level
    facts = level.firms[firm]
    for other in level.firms.values():
        if other.affiliate is not None:
            text = text.replace(other.name, "Its affiliate" if text.startswith(other.name) else "its affiliate")
    text = text.replace(facts.short + " ", "Model ")
    if text.startswith(facts.name):
        text = "The firm" + text.removeprefix(facts.name)
    return text.replace(facts.name, "the firm")


# --- the section of the document -----------------------------------------------------------------------


def section(
    resolved: Resolved, firm: str, minds: Sequence[str], seed: int, told: Callable[[int, int], None] | None = None
) -> str:
    """The logs of some minds, each under a letter, and which is which at the end."""
    logs = []
    for number, mind in enumerate(minds):
        logs.append(watch(resolved, firm, mind, seed))
        if told is not None:
            told(number + 1, len(minds))
    logs.sort(key=lambda log: chance.draw(seed, log.mind, "place among the logs", 0))
    parts = []
    for letter, log in zip("ABCDEFGH", logs, strict=False):
        in_all = ", ".join(f"{kind.removeprefix('news-')} {count}" for kind, count in _by_count(log.counts))
        parts += [f"### Log {letter}", *(f"- {line}" for line in log.lines), f"- In all: {in_all}.", ""]
    key = "; ".join(f"{letter} is `{log.mind}`" for letter, log in zip("ABCDEFGH", logs, strict=False))
    return "\n".join([*parts, "### Key", f"{key}.", ""])


def _by_count(counts: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def renewed(text: str, made: str) -> str:
    """A document with other logs between its marks. Raises LabError if it has no marks."""
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise LabError("--write: docs/minds.md has lost the marks around its news logs")
    return f"{head}{BEGIN}\n{made}\n{END}{tail}"


def write(target: Path, made: str) -> None:
    """Renew the logs of a document. Raises LabError if it has no marks."""
    target.write_text(renewed(target.read_text(encoding="utf-8"), made), encoding="utf-8")
