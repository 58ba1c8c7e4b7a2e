"""The dialog of export: a chart, the record, the debrief; says where it wrote, or in one line why it could not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop import export, storage
from game.desktop.buttons import Button
from game.desktop.dialog import LEADING, Answer, Dialog

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.desktop.screen import Screen

WIDTH = 560


def open_export(screen: Screen, match: Match, measure: str) -> None:
    """`measure` is what the chart shows now."""
    say = match.words.say
    writers: list[tuple[str, str, Callable[[], Path]]] = [
        ("chart", "chart-line", lambda: export.write_chart(match, measure)),
        ("record", "file-text", lambda: export.write_record(match)),
        ("debrief", "newspaper", lambda: export.write_debrief(match)),
    ]
    text = say("export-where", path=storage.told(export.folder(match)))
    assert screen.app is not None
    lines = len(screen.app.canvas.wrap(text, WIDTH - 56)) * LEADING
    answers = [Answer("back", say("around-back"))]
    height = 52 + 62 + 20 + lines + 3 * 46
    dialog = Dialog("export", say("export-title"), text, answers, width=WIDTH, height=height, icon="package")
    x, y, wide, _ = dialog.body
    for number, (key, icon, write) in enumerate(writers):
        place = (x, y + lines + 10 + number * 46, wide, 38)
        label = say(f"export-{key}", measure=say(f"measure-{measure}"))
        button = Button(f"export.{key}", place, label, _writing(screen, match, dialog, write), icon=icon)
        button.align, button.parent = "left", dialog
        dialog.children.insert(number, button)
    first = dialog.children[0]
    dialog.open(screen, focus=first)


def _writing(screen: Screen, match: Match, dialog: Dialog, write: Callable[[], Path]) -> Callable[[], None]:
    def do() -> None:
        dialog.close()
        try:
            path = write()
        except export.ExportError as error:
            screen.toast(match.words.say("export-failed", why=str(error)), "bad", "triangle-alert", 9000)
            return
        screen.toast(match.words.say("export-done", path=storage.told(path)), "good", "save", 9000)

    return do
