"""Over the race: on, save, load, the replay so far, settings, help, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.buttons import Button
from game.desktop.dialog import LEADING, Answer, Dialog

if TYPE_CHECKING:
    from game.desktop.screens.race import RaceScreen
    from game.desktop.widget import Act

WIDTH, ROW = 620, 44


def open_pause(race: RaceScreen) -> None:
    """Everything that is not a move; the journal holds the game."""
    say = race.match.words.say
    entries = _entries(race)
    rows = -(-len(entries) // 2)
    text = say("pause-text" if race.match.journal else "pause-text-unsaved")
    assert race.app is not None
    lines = len(race.app.canvas.wrap(text, WIDTH - 56)) * LEADING
    answers = [
        Answer("leave", say("pause-menu"), lambda: race.when_idle(race.to_menu), icon="log-out"),
        Answer("stay", say("pause-stay"), kind="primary"),
    ]
    height = 52 + 62 + 24 + lines + rows * ROW
    dialog = Dialog("pause", say("pause-title"), text, answers, width=WIDTH, height=height, icon="pause")
    x, y, wide, _ = dialog.body
    half = (wide - 8) // 2
    for number, (key, icon, act, why) in enumerate(entries):
        place = (x + number % 2 * (half + 8), y + lines + 12 + number // 2 * ROW, half, 36)
        button = Button(f"pause.{key}", place, say(f"pause-{key}"), _closing(dialog, act), icon=icon)
        button.align = "left"
        if why:
            button.refuse(why)
        button.parent = dialog
        dialog.children.insert(number, button)
    dialog.open(race, focus=dialog.button("stay"))


def _closing(dialog: Dialog, act: Act) -> Act:
    def do() -> None:
        dialog.close()
        act()

    return do


def _entries(race: RaceScreen) -> list[tuple[str, str, Act, str]]:
    """Key, icon, act, and why it cannot be done now."""
    from game.desktop import storage

    say, director = race.match.words.say, race.director
    found: list[tuple[str, str, Act, str]] = [("copy", "save", lambda: race.when_idle(race.save_copy), "")]
    if director is not None:
        none = "" if storage.quick_path().exists() else say("quick-none")
        unplayed = "" if race.match.session.turns else say("saves-no-turn")
        found += [
            ("quick-save", "save", lambda: race.when_idle(director.quick_save), ""),
            ("quick-load", "folder-open", lambda: race.when_idle(director.quick_load), none),
            ("load", "folder-open", lambda: race.when_idle(director.saves), ""),
            ("replay", "rotate-ccw", lambda: race.when_idle(director.replay_so_far), unplayed),
            ("settings", "settings", director.settings, ""),
            ("almanac", "book-open", director.almanac, ""),
        ]
    found.append(("help", "circle-help", race.help, ""))
    return found
