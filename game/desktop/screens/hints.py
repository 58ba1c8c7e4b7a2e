"""Hints for those who play for the first time: each is told once, when it first matters; all can be switched off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.desktop.screens.bubble import Bubble
from game.telling.limits import SHORT_RUNWAY_MONTHS

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.desktop.screens.race import RaceScreen


@dataclass(frozen=True, slots=True)
class Hint:
    """`when` tells whether it matters now; its words are `hint-NAME`."""

    name: str
    at: str
    when: Callable[[Match], bool]


def _offered(kind: str) -> Callable[[Match], bool]:
    def is_offered(match: Match) -> bool:
        return any(option.kind == kind for option in match.options("capital"))

    return is_offered


HINTS: tuple[Hint, ...] = (
    Hint("plan", "plan", lambda match: bool(match.orders)),
    Hint("desks", "desk", lambda match: True),
    Hint("figures", "figures", lambda match: True),
    Hint("dark", "gauges", lambda match: match.view.me.idle_h100e > 0),
    Hint("news", "news", lambda match: match.session.turn > 1),
    Hint("chart", "chart", lambda match: match.session.turn > 1),
    Hint("map", "map", lambda match: match.session.turn > 1),
    Hint("board", "board", lambda match: match.session.turn > 2),
    Hint("round", "desk", _offered("raise_equity")),
    Hint("runway", "figures", lambda match: match.view.me.runway_months < SHORT_RUNWAY_MONTHS),
    Hint("debt", "desk", lambda match: match.view.me.debt_usd > 0),
)
A_TURN = 3
"""Hints that are told in one turn."""


class Hints(Bubble):
    """Over the board of `race`; what has been seen is kept in the settings."""

    ident = "hint"
    next_key, stop_key = "hint-next", "hint-stop"

    def __init__(self, race: RaceScreen) -> None:
        super().__init__(race)
        self.hint: Hint | None = None
        self.told, self.asked = 0, (-1, 0)

    @property
    def words(self) -> str:
        return self.race.match.words.say(f"hint-{self.hint.name}") if self.hint is not None else ""

    @property
    def at(self) -> str:
        return self.hint.at if self.hint is not None else "end"

    def read(self) -> None:
        app = self.race.app
        if self.hint is None or app is None:
            return
        app.settings.seen_hints.append(self.hint.name)
        app.save_settings()
        self.hint = None
        self.told += 1
        self.asked = (-1, 0)
        self.follow()

    def dismiss(self) -> None:
        app = self.race.app
        if app is None:
            return
        app.settings.hints = False
        app.save_settings()
        self.hint = None
        self.follow()

    def follow(self) -> None:
        """Find what matters now; called before every frame, and looks only when the turn or the plan has changed."""
        race, match = self.race, self.race.match
        app = race.app
        if app is None:
            return
        turn = match.session.turn
        if turn != self.asked[0] and self.asked[0] >= 0:
            self.told = 0
        asked = (turn, len(match.orders))
        silent = match.level.guide or not app.settings.hints or not match.steering or self.told >= A_TURN
        if silent:
            self.hint = None if self.hint is not None else self.hint
        elif self.hint is None and asked != self.asked:
            seen = app.settings.seen_hints
            self.hint = next((hint for hint in HINTS if hint.name not in seen and hint.when(match)), None)
        if asked != self.asked:
            self.asked = asked
        shown = self.hint is not None and not race.desk.wide.visible and race.desk.form is None
        if shown != self.visible:
            self.visible = shown
        if shown:
            head = match.words.say("hint-head")
            if head != self.head:
                self.head = head
            self.stand()
