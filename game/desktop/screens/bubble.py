"""A few words beside a part of the board, with a ring around it. It never stops the game."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.notices import place_beside
from game.desktop.widget import Widget

if TYPE_CHECKING:
    from game.desktop.screens.race import RaceScreen

WIDE, PAD, LEADING, FOOT = 316, 14, 19, 42


class Bubble(Widget):
    """Subclasses give the words, the part of the board, and what its buttons do."""

    takes_mouse = True
    ident = "bubble"
    icon = "lightbulb"
    next_key, stop_key = "guide-next", "guide-stop"

    def __init__(self, race: RaceScreen) -> None:
        super().__init__(self.ident, visible=False)
        self.race = race
        say = race.match.words.say
        self.go = Button(f"{self.ident}.next", label=say(self.next_key), on_click=self.read, kind="primary")
        self.stop = Button(f"{self.ident}.stop", icon="x", on_click=self.dismiss, kind="quiet", tip=say(self.stop_key))
        self.add(self.go, self.stop)

    # --- for subclasses --------------------------------------------------------------------------------

    @property
    def words(self) -> str:
        """What is said; empty if there is nothing to say."""
        raise NotImplementedError

    @property
    def at(self) -> str:
        """The part of the board: a place of `target`."""
        raise NotImplementedError

    head = ""
    """A line above the words."""
    task = ""
    """What the player has to do to go on; empty if reading is enough."""

    def read(self) -> None:
        """The player has read it."""

    def dismiss(self) -> None:
        """The player wants no more of it."""

    # --- places ----------------------------------------------------------------------------------------

    def target(self) -> pygame.Rect:
        """The part of the board that it is about."""
        race = self.race
        if self.at == "figures":
            found = [figure.rect for figure in race.bar.figures.values()]
            return found[0].unionall(found[1:])
        parts: dict[str, Widget] = {
            "gauges": race.status,
            "map": race.map,
            "chart": race.chart,
            "board": race.board,
            "news": race.news,
            "desk": race.desk,
            "plan": race.plan,
            "end": race.bar.end,
        }
        return parts[self.at].rect

    def stand(self) -> None:
        """Take as much room as the words need, where they hide nothing that is needed."""
        app = self.race.app
        if app is None:
            return
        lines = app.canvas.wrap(self.words, WIDE - 2 * PAD, theme.NORMAL)
        box = pygame.Rect(0, 0, WIDE, 34 + LEADING * len(lines) + FOOT)
        self._lay(box, self.target())
        if box == self.rect and self.go.visible == (not self.task):
            return
        self.rect = box
        self.stop.rect = pygame.Rect(box.right - 34, box.y + 5, 28, 26)
        self.go.rect = pygame.Rect(box.right - 114, box.bottom - 38, 102, 30)
        self.go.visible = not self.task

    def _lay(self, box: pygame.Rect, about: pygame.Rect) -> None:
        """Beside what it is about; while a desk or a form is open, where it hides none of their buttons."""
        race, stage = self.race, self.race.stage.inflate(-16, -16)
        if race.desk.form is not None:
            box.bottomright = stage.bottomright
        elif race.desk.wide.visible:
            box.midbottom = race.desk.rect.midbottom
        else:
            place_beside(box, about, race.stage)
            if box.colliderect(about):
                box.midleft = (about.right + 10, about.centery)
                if box.right > stage.right:
                    box.right = about.left - 10
        box.clamp_ip(stage)

    def draw(self, canvas: Canvas) -> None:
        words, box = self.words, self.rect
        if not words:
            return
        about, wide = self.target(), self.race.desk.wide
        if not (wide.visible and wide.panel.colliderect(about)):
            canvas.panel(about.inflate(10, 10), None, theme.FOCUS, theme.RADIUS + 4, 2)
        canvas.forget(box)
        canvas.shadow(box, 14)
        canvas.panel(box, theme.RAISED, theme.FOCUS, 9)
        canvas.icon(self.icon, (box.x + PAD + 8, box.y + 18), 17, theme.FOCUS)
        canvas.text(self.head, (box.x + PAD + 24, box.y + 18), size=theme.SMALL, colour=theme.SOFT)
        area = pygame.Rect(box.x + PAD, box.y + 34, box.w - 2 * PAD, box.h)
        canvas.paragraph(words, area, size=theme.NORMAL, leading=LEADING)
        at = (box.x + PAD, box.bottom - 22)
        if self.task:
            canvas.text(self.task, at, size=theme.SMALL, colour=theme.FOCUS, weight=theme.MEDIUM)
        else:
            canvas.text(self.race.match.words.say("guide-key"), at, size=theme.SMALL, colour=theme.MUTED)
