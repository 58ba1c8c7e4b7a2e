"""A piece of news that wants an answer, with the answers as buttons; and the list of what is still worth a look."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.frames import Panel
from game.desktop.widget import Act, Box, Widget
from game.telling.matters import Matter

if TYPE_CHECKING:
    from game.desktop.match import Match

HIGH, LOW, GAP = 58, 28, 4


class MatterCard(Widget):
    """`act(what)` hears "accept", "look", "leave" or "drop"."""

    def __init__(self, match: Match, matter: Matter, rect: Box, *, planned: bool, act: Callable[[str], None]) -> None:
        super().__init__(f"matter.{matter.key}", rect, tip=matter.text)
        self.match, self.matter, self.planned, self.act = match, matter, planned, act
        self._add_buttons()

    def _add_buttons(self) -> None:
        say, matter, ident = self.match.words.say, self.matter, self.id
        x, y, right = self.rect.x + 28, self.rect.y + 29, self.rect.right - 6
        if self.planned:
            area = (right - 22, self.rect.y + 3, 22, 22)
            drop = Button(f"{ident}.drop", area, icon="x", kind="quiet", on_click=lambda: self.act("drop"))
            drop.tip = say("plan-drop")
            self.add(drop)
            return
        if (matter.option and matter.kind == "offer") or matter.order is not None:
            accept = Button(f"{ident}.accept", (x, y, 78, 24), say("matter-accept"), lambda: self.act("accept"))
            if matter.order is None:
                accept.refuse(say("matter-accept-none"))
            elif self.match.full:
                accept.refuse(say("matter-full"))
            else:
                accept.tip = say("matter-accept-tip", order=self.match.words.order(matter.order))
            self.add(accept)
            x += 84
        if matter.option or matter.desk:
            self.add(Button(f"{ident}.look", (x, y, 96, 24), say("matter-look"), lambda: self.act("look")))
            x += 102
        leave = Button(f"{ident}.leave", (x, y, 78, 24), say("matter-leave"), lambda: self.act("leave"), kind="quiet")
        self.add(leave)

    def draw(self, canvas: Canvas) -> None:
        ink = theme.GOOD if self.planned else theme.TONES[self.matter.tone]
        canvas.panel(self.rect, theme.mix(theme.PANEL, ink, 0.08), theme.mix(theme.LINE, ink, 0.35), 6)
        y = self.rect.y + 15
        canvas.icon("circle-check" if self.planned else self.matter.icon, (self.rect.x + 15, y), 15, ink)
        right: float = self.rect.right - 8
        if self.planned:
            right -= 24
            words = self.match.words.say("matter-planned")
            right -= canvas.text(words, (right, y), size=theme.SMALL, colour=theme.GOOD, align="right") + 8
        x = self.rect.x + 28
        canvas.text(canvas.fit(self.matter.text, right - x, 12.5, theme.MEDIUM), (x, y), size=12.5, weight=theme.MEDIUM)


class LookList(Panel):
    """What is left before the turn ends: a line for each that goes there, and the end of the turn all the same.

    `key` E or Enter on the button ends; Esc or a click outside goes back.
    """

    def __init__(self, match: Match, found: list[Matter], near: pygame.Rect, go: Callable[[Matter], None], end: Act):
        say = match.words.say
        high = 36 + 30 * len(found) + 50
        area = pygame.Rect(near.x, near.y - high - 8, max(460, near.w), high)
        super().__init__("look", area, say("look-title"), icon="eye", fill=theme.RAISED, border=theme.LINE_STRONG)
        self.end = end
        x, y, wide = area.x + 8, area.y + 34, area.w - 16
        for number, matter in enumerate(found):
            row = Button(f"look.{number}", (x, y, wide, 28), matter.text, icon=matter.icon, kind="quiet", align="left")
            row.on_click = self._goer(go, matter)
            row.tip = matter.text
            self.add(row)
            y += 30
        self.button = Button("look.end", (x, y + 6, wide, 34), say("look-end"), end, kind="primary", icon="arrow-right")
        self.add(self.button)

    @staticmethod
    def _goer(go: Callable[[Matter], None], matter: Matter) -> Act:
        return lambda: go(matter)

    def key(self, key: int, mods: int) -> bool:
        if key == pygame.K_e:
            self.end()
            return True
        return False

    def draw(self, canvas: Canvas) -> None:
        canvas.shadow(self.rect, 20)
        super().draw(canvas)


class EndButton(Button):
    """The end of the turn, with a second, smaller line that says what is still open."""

    note = ""

    def _draw_face(self, canvas: Canvas, ink: theme.Colour) -> None:
        if not self.note or self.reason:
            super()._draw_face(canvas, ink)
            return
        x, room = self.rect.centerx, self.rect.w - 12
        top, low = self.rect.centery - 7, self.rect.centery + 8
        canvas.text(self.label, (x, top), size=12.5, weight=theme.SEMIBOLD, colour=ink, align="center", width=room)
        note = canvas.fit(self.note, room, 10.5, theme.MEDIUM)
        canvas.text(note, (x, low), size=10.5, weight=theme.MEDIUM, colour=ink, align="center")


def note_for(canvas: Canvas, words: list[str], room: float, more: Callable[[int], str]) -> str:
    """As many of the words as fit on a line, and how many there are beside."""
    for shown in range(len(words), 0, -1):
        rest = len(words) - shown
        line = "  ·  ".join(words[:shown]) + (f"  {more(rest)}" if rest else "")
        if canvas.text_width(line, 10.5, theme.MEDIUM) <= room:
            return line
    return words[0] if words else ""
