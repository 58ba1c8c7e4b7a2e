"""A caption of what just mattered, large enough for the back row."""

from __future__ import annotations

from game.desktop import theme
from game.desktop.canvas import Canvas
from game.desktop.match import Match
from game.desktop.widget import Box, Widget

SIZE, LARGE = 19, 30
WHY_SIZE, WHY_LARGE = 12.5, 19


class Subtitle(Widget):
    """`tell` gives it the sentence of the turn; `large` for a demonstration."""

    def __init__(self, ident: str, rect: Box) -> None:
        super().__init__(ident, rect)
        self.text, self.colour, self.large = "", theme.SOFT, False
        self.why: tuple[str, ...] = ()

    def tell(self, match: Match) -> None:
        from game.desktop.captions import caption

        self.text, firm, self.why = caption(match)
        self.colour = theme.firm_colour(match.words.colour(firm)) if firm else theme.SOFT

    def draw(self, canvas: Canvas) -> None:
        if not self.text:
            return
        canvas.panel(self.rect, theme.PANEL, theme.LINE, 8)
        bar = self.rect.copy()
        bar.w = 6
        canvas.panel(bar, self.colour, None, 3)
        room = self.rect.w - 40
        size, small = (float(LARGE), WHY_LARGE) if self.large else (float(SIZE), WHY_SIZE)
        foot = small * 1.5 if self.why else 0.0
        while (
            size > 13 and len(canvas.wrap(self.text, room, size, theme.SEMIBOLD)) * size * 1.25 > self.rect.h - 8 - foot
        ):
            size -= 1
        lines = canvas.wrap(self.text, room, size, theme.SEMIBOLD)
        top = self.rect.centery - foot / 2 - (len(lines) - 1) * size * 0.625
        for number, line in enumerate(lines):
            canvas.text(line, (self.rect.x + 22, top + number * size * 1.25), size=size, weight=theme.SEMIBOLD)
        if self.why:
            fitting = [why for why in self.why if canvas.text_width(why, small) <= room]
            said = fitting[0] if fitting else self.why[-1]
            y = top + (len(lines) - 0.5) * size * 1.25 + foot / 2
            canvas.text(said, (self.rect.x + 22, y), size=small, colour=theme.SOFT, width=room)
