"""A caption of what just mattered, large enough for the back row."""

from __future__ import annotations

from game.desktop import theme
from game.desktop.canvas import Canvas
from game.desktop.match import Match
from game.desktop.widget import Box, Widget

SIZE, LARGE = 19, 30


class Subtitle(Widget):
    """`tell` gives it the sentence of the turn; `large` for a demonstration."""

    def __init__(self, ident: str, rect: Box) -> None:
        super().__init__(ident, rect)
        self.text, self.colour, self.large = "", theme.SOFT, False

    def tell(self, match: Match) -> None:
        from game.desktop.captions import caption

        self.text, firm = caption(match)
        self.colour = theme.firm_colour(match.words.colour(firm)) if firm else theme.SOFT

    def draw(self, canvas: Canvas) -> None:
        if not self.text:
            return
        canvas.panel(self.rect, theme.PANEL, theme.LINE, 8)
        bar = self.rect.copy()
        bar.w = 6
        canvas.panel(bar, self.colour, None, 3)
        room = self.rect.w - 40
        size = float(LARGE if self.large else SIZE)
        while size > 13 and len(canvas.wrap(self.text, room, size, theme.SEMIBOLD)) * size * 1.25 > self.rect.h - 8:
            size -= 1
        lines = canvas.wrap(self.text, room, size, theme.SEMIBOLD)
        top = self.rect.centery - (len(lines) - 1) * size * 0.625
        for number, line in enumerate(lines):
            canvas.text(line, (self.rect.x + 22, top + number * size * 1.25), size=size, weight=theme.SEMIBOLD)
