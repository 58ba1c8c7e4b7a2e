"""What a turn brought: a short report over the race, and the page of keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop import theme
from game.desktop.dialog import Answer, Dialog
from game.desktop.frames import Figure, Label
from game.desktop.log import Entry, Log
from game.desktop.screens.news_panel import entries_of
from game.desktop.screens.outcomes import outcomes
from game.desktop.widget import Act

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.desktop.screen import Screen

LOUD = ("news-failed", "news-agi", "news-agi-false", "news-release", "news-round", "news-exposed", "news-rescue")
REPORTED = (("cash", "banknote"), ("gpus", "cpu"), ("elo", "brain-circuit"), ("valuation", "trending-up"))
COMPONENTS = ("value", "frontier", "reach", "stewardship", "resilience")
GLOSSARY = ("h100e", "elo", "initiative", "dark", "binding", "money", "dilution", "run", "free")
KEYS = ("desks", "tab", "enter", "arrows", "end", "advisor", "reset", "undo", "chart", "help", "escape", "full")


def open_report(screen: Screen, match: Match, closed: Act) -> None:
    """The turn in a few lines: figures, refused orders, one's own news, then what the world talks of."""
    say, span = match.words.say, match.view.months_per_turn
    first = match.words.month(max(1, match.view.month - span)).split()[0]
    last = match.words.month(match.view.month - 1)
    answers = [Answer("go", say("report-go"), closed, "primary", "arrow-right")]
    title = say("report-title", first=first, last=last) if span > 1 else last
    dialog = Dialog("report", title, "", answers, width=640, height=500, icon="newspaper", cancelled=closed)
    x, y, wide, high = dialog.body
    shown_figures = REPORTED if match.view.role is None else ()
    for number, (key, icon) in enumerate(shown_figures):
        dialog.add(_figure(match, key, icon, (x + number * (wide // 4), y, wide // 4 - 2, 42)))
    entries = (outcomes(match) or _refused(match)) + _news(match, span)
    top = 56 if shown_figures else 0
    shown = Log("report.log", (x - 6, y + top, wide + 12, high - top - 4), entries, empty=say("report-quiet"))
    dialog.add(shown)
    dialog.children.sort(key=lambda child: child.id.startswith("report.log"))
    dialog.open(screen, focus=dialog.button("go"))


def _figure(match: Match, key: str, icon: str, rect: tuple[int, int, int, int]) -> Figure:
    figures = match.words.figures
    span, history = match.view.months_per_turn, match.history
    column = {"cash": "cash_usd", "gpus": "h100e_online", "elo": "arena_elo", "valuation": "valuation_usd"}[key]
    now, before = history.own_latest(column), history.own_before(column, span)
    change = now - before if before is not None else 0.0
    write = {"cash": figures.money, "gpus": figures.cards, "elo": _elo, "valuation": figures.money}[key]
    tone = "good" if change >= 0 else "bad"
    name = match.words.say(f"report-{key}")
    changed = write(change, signed=True) if abs(change) >= 0.5 else ""
    about = f"record.{column}"
    return Figure(f"report.{key}", rect, name, write(now), change=changed, tone=tone, icon=icon, about=about)


def _elo(value: float, *, signed: bool = False) -> str:
    return f"{value:+,.0f}" if signed else f"{value:,.0f}"


def _refused(match: Match) -> list[Entry]:
    say = match.words.say
    return [
        Entry(
            f"refused.{n}",
            say("report-refused", order=match.words.order(order), why=match.refusal(refusal)),
            "ban",
            "bad",
            strong=True,
        )
        for n, (order, refusal) in enumerate(match.session.refused(match.firm))
    ]


def _news(match: Match, span: int) -> list[Entry]:
    items = match.news_since(span)
    own = [item for item in items if item.firm == match.firm]
    world = [item for item in items if item.firm != match.firm]
    seats = match.level.seats
    world.sort(
        key=lambda item: (item.firm not in ("", *seats), bool(item.firm), item.text.key not in LOUD, -item.month)
    )
    return entries_of(match, own[:12] + world[:8])


def open_help(screen: Screen, say: Callable[[str], str], page: str = "keys") -> None:
    """Two pages: every key and what it does; how one wins, with a short glossary."""
    other = "win" if page == "keys" else "keys"
    answers = [
        Answer("page", say(f"help-to-{other}"), lambda: open_help(screen, say, other)),
        Answer("go", say("help-close"), kind="primary"),
    ]
    title = say("help-title" if page == "keys" else "help-win-title")
    width, height = (560, 470) if page == "keys" else (720, 570)
    dialog = Dialog("help", title, "", answers, width=width, height=height, icon="circle-help")
    x, y, wide, _ = dialog.body
    if page == "keys":
        for number, key in enumerate(KEYS):
            _add_pair(dialog, f"help.{key}", (x, y + 6 + number * 28, wide), say(f"key-{key}"), say(f"key-{key}-does"))
    else:
        dialog.add(Label("help.win", (x, y + 2, wide, 56), say("help-win"), size=12.5, colour=theme.SOFT, wrap=True))
        y += 64
        for key in COMPONENTS:
            _add_pair(dialog, f"help.{key}", (x, y, wide), say(f"score-{key}"), say(f"help-{key}"))
            y += 23
        dialog.add(Label("help.words", (x, y + 8, wide, 22), say("help-words"), weight=theme.SEMIBOLD))
        y += 32
        for key in GLOSSARY:
            _add_pair(dialog, f"help.{key}", (x, y, wide), say(f"word-{key}"), say(f"word-{key}-is"))
            y += 23
    dialog.open(screen, focus=dialog.button("go"))


def _add_pair(dialog: Dialog, ident: str, place: tuple[int, int, int], name: str, words: str) -> None:
    x, y, wide = place
    dialog.add(
        Label(ident, (x, y, 120, 24), name, size=12.5, weight=theme.SEMIBOLD, colour=theme.ACCENT),
        Label(f"{ident}.does", (x + 130, y, wide - 130, 24), words, size=12.5, colour=theme.SOFT),
    )
