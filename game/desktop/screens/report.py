"""The pages of help: every key, and how one wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop import theme
from game.desktop.dialog import Answer, Dialog
from game.desktop.frames import Label

if TYPE_CHECKING:
    from game.desktop.screen import Screen

COMPONENTS = ("value", "frontier", "reach", "stewardship", "resilience")
GLOSSARY = ("h100e", "elo", "initiative", "dark", "binding", "money", "dilution", "run", "free")
KEYS = ("desks", "tab", "enter", "arrows", "end", "advisor", "reset", "undo", "chart", "help", "escape", "full")

ACTIONS = {"end": "end", "advisor": "advise", "reset": "reset", "undo": "undo", "chart": "chart", "help": "help"}
"""Keys that the settings can change, by what the page calls them."""


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
            _add_pair(
                dialog, f"help.{key}", (x, y + 6 + number * 28, wide), key_of(screen, say, key), say(f"key-{key}-does")
            )
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


def key_of(screen: Screen, say: Callable[[str], str], key: str) -> str:
    """What is written on the key: the usual, or the one that the player has chosen."""
    action = ACTIONS.get(key, "")
    if screen.app is not None and action in screen.app.settings.keys:
        return screen.app.keymap.of(action)
    return say(f"key-{key}")


def _add_pair(dialog: Dialog, ident: str, place: tuple[int, int, int], name: str, words: str) -> None:
    x, y, wide = place
    dialog.add(
        Label(ident, (x, y, 120, 24), name, size=12.5, weight=theme.SEMIBOLD, colour=theme.ACCENT),
        Label(f"{ident}.does", (x + 130, y, wide - 130, 24), words, size=12.5, colour=theme.SOFT),
    )
