"""The weakest mind of the ladder: rules of thumb, one lever at a time, and a look at the desk every third turn."""

from typing import TYPE_CHECKING

from msgspec import structs

from agents.desk import Advice, Desk
from agents.minds.draft import Draft
from agents.minds.playbook import PlaybookMind

if TYPE_CHECKING:
    from levels.schema import Style

LOOKS_EVERY = 3
"""Turns from one look at the desk to the next; between them standing orders stand."""
LEVERS: dict[str, tuple[str, ...]] = {
    "cash": ("money",),
    "chips": ("rent", "grow"),
    "hall": ("homeless", "grow"),
    "power": ("dark", "grow"),
    "data": ("model",),
    "demand": ("tune",),
}
"""What it looks at when a leg binds. It sees no leg that will bind later."""
OTHERWISE = ("rent",)


class InternMind:
    """One-line rule: release what is ready, keep a run going, and pull the one lever that binds today."""

    def __init__(self, name: str, style: "Style") -> None:
        self.name = name
        # Naive: tomorrow is like today, so nothing is built ahead of need and nothing ordered ahead of its place.
        self._matters = dict(PlaybookMind(name, structs.replace(style, headroom=1.0, haste=0.0)).matters)

    def advise(self, desk: Desk) -> list[Advice]:
        view = desk.view
        if (view.turn - 1) % LOOKS_EVERY:
            return []
        draft = Draft(desk)
        lever = LEVERS.get(view.me.binding, OTHERWISE)
        for name in ("release", "train", *lever):
            self._matters[name](draft)
        return draft.advice
