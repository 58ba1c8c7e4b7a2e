"""Ribbons: the records of a race and who holds them; below, what tells this game from all others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.desktop import storage, theme
from game.desktop.canvas import Canvas
from game.desktop.frames import Panel
from game.desktop.widget import Box, Widget
from game.telling.ribbons import Ribbon, Won, won

if TYPE_CHECKING:
    from game.desktop.match import Match


def written(match: Match, ribbon: Ribbon, value: float) -> str:
    """The figure of a record, with what it counts."""
    figures = match.words.figures
    if ribbon.shown == "power":
        return figures.power(value * 1000)
    write: Callable[[float], str] = getattr(figures, ribbon.shown)
    return match.words.say(f"ribbon-unit-{ribbon.unit}", number=write(value)) if ribbon.unit else write(value)


def ribbon_words(match: Match, each: Won) -> str:
    """The record, its holder and its value in one line."""
    say = match.words.say
    month = match.words.figures.month(each.month) if each.month else say("ribbon-mean")
    title = say(f"ribbon-{each.ribbon.key}")
    value = written(match, each.ribbon, each.value)
    return say("ribbon-line", title=title, firm=match.words.firm(each.firm), value=value, month=month)


class RecordsPage(Widget):
    """One's own ribbons first and lit, then those of the others."""

    def __init__(self, match: Match, rect: Box) -> None:
        super().__init__("debrief.records", rect)
        self.match = match
        found = won(match.session)
        self.found = sorted(found, key=lambda each: each.firm != match.firm)
        say = match.words.say
        mine = sum(each.firm == match.firm for each in found)
        title = say("records-title", count=mine, all=len(found), firm=match.words.firm(match.firm))
        self.panel = Panel("records.panel", self.rect, title, icon="award", note=say("records-note"))
        self.add(self.panel)

    def render(self, canvas: Canvas) -> None:
        super().render(canvas)
        if not self.visible:
            return
        match, box = self.match, self.rect
        if not self.found:
            words = match.words.say("records-none")
            canvas.text(words, (box.centerx, box.y + 90), colour=theme.MUTED, align="center", width=box.w - 60)
        across, wide, high = 3, (box.w - 24 - 2 * 10) // 3, 104
        for number, each in enumerate(self.found):
            x = box.x + 12 + number % across * (wide + 10)
            y = box.y + 46 + number // across * (high + 10)
            self._draw_card(canvas, pygame.Rect(x, y, wide, high), each)
        result = match.session.result()
        say = match.words.say
        where = say("debrief-saved-as", path=storage.told(match.journal)) if match.journal else say("debrief-unsaved")
        canvas.text(where, (box.x + 16, box.bottom - 38), size=12, colour=theme.MUTED, width=box.w - 32)
        digest = say("debrief-digest", digest=result.digest)
        canvas.text(digest, (box.x + 16, box.bottom - 18), size=12, colour=theme.MUTED, width=box.w - 32)

    def _draw_card(self, canvas: Canvas, card: pygame.Rect, each: Won) -> None:
        match, mine = self.match, each.firm == self.match.firm
        colour = theme.firm_colour(match.words.colour(each.firm))
        fill = theme.mix(theme.PANEL, theme.SELECTED, 0.6) if mine else theme.PANEL
        canvas.panel(card, fill, colour if mine else theme.LINE, 8, 2 if mine else 1)
        canvas.disc((card.x + 32, card.y + 38), 20, theme.mix(theme.PANEL, colour, 0.25))
        canvas.icon(each.ribbon.icon, (card.x + 32, card.y + 38), 20, theme.FOCUS if mine else theme.SOFT)
        x, room = card.x + 64, card.w - 76
        title = match.words.say(f"ribbon-{each.ribbon.key}")
        canvas.text(title, (x, card.y + 24), size=14, weight=theme.SEMIBOLD, width=room)
        value = written(match, each.ribbon, each.value)
        month = match.words.figures.month(each.month) if each.month else match.words.say("ribbon-mean")
        canvas.text(value, (x, card.y + 48), size=17, weight=theme.BOLD, width=room)
        canvas.disc((x + 5, card.y + 76), 5, colour)
        canvas.text(f"{match.words.firm(each.firm)}  ·  {month}", (x + 16, card.y + 76), size=12, colour=theme.SOFT)
