"""Keys by what they do: the usual ones, those the player has chosen, and which would clash.

A key is written as SDL names it, in small letters, with "ctrl+" before it if need be: "e", "f5", "ctrl+s".
"""

from __future__ import annotations

from collections.abc import Mapping

import pygame

USUAL: dict[str, str] = {
    "capital": "1",
    "chips": "2",
    "power": "3",
    "compute": "4",
    "deals": "5",
    "end": "e",
    "report": "l",
    "auto": "p",
    "advise": "a",
    "undo": "u",
    "redo": "ctrl+y",
    "reset": "r",
    "chart": "c",
    "tint": "t",
    "filter": "o",
    "pace": "space",
    "next": "n",
    "help": "h",
    "copy": "ctrl+s",
    "quick-save": "f5",
    "quick-load": "f9",
    "mute": "m",
}
"""Every action that has a key of its own, in the order in which the settings show them."""
FIXED = (
    "tab", "return", "enter", "escape", "up", "down", "left", "right", "home", "end", "page up", "page down",
    "backspace", "delete", "f1", "f11", "ctrl+z", "?", "/",
)  # fmt: skip
"""Keys that always do the same."""
Pressed = tuple[int, bool]
"""A key and whether Ctrl or Command is held."""


def written(pressed: Pressed) -> str:
    """A key as it is kept; empty if SDL has no name for it."""
    name = pygame.key.name(pressed[0]).lower()
    return ("ctrl+" if pressed[1] else "") + name if name else ""


def shown(key: str) -> str:
    """A key as it is written on a keyboard: "Ctrl+S", "E", "Space"."""
    return "+".join(part[:1].upper() + part[1:] for part in key.split("+")) if key != "+" else key


class Keymap:
    """Which key does what now. `chosen` is what differs from the usual; unknown actions and keys are left out."""

    def __init__(self, chosen: Mapping[str, str] | None = None) -> None:
        self.keys = {action: (chosen or {}).get(action) or usual for action, usual in USUAL.items()}

    def of(self, action: str) -> str:
        """The key of an action, as it is written on a keyboard."""
        return shown(self.keys[action])

    def action(self, pressed: Pressed) -> str:
        """What a key does, "" for nothing."""
        name = written(pressed)
        return next((action for action, key in self.keys.items() if key == name), "") if name else ""

    def clash(self, action: str, key: str) -> str:
        """Why an action cannot have a key: the other action that has it, or "fixed"; "" if it can."""
        if not key or key in FIXED:
            return "fixed"
        return next((other for other, used in self.keys.items() if used == key and other != action), "")

    def differing(self) -> dict[str, str]:
        """What the settings keep."""
        return {action: key for action, key in self.keys.items() if key != USUAL[action]}
