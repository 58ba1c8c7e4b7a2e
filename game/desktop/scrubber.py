"""A line of turns to drag along: months below it, turning points as diamonds on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.desktop import theme
from game.desktop.axes import label_every
from game.desktop.canvas import Canvas, Point
from game.desktop.widget import Box, Tip, Widget

Mark = tuple[int, bool, str]
"""Turn, whether it was for the better, and what happened."""


class Scrubber(Widget):
    """Drag or press to go to a turn; arrows by one, Page keys to the next mark, Home and End to the ends."""

    focusable = True
    takes_mouse = True
    tip_delay_ms = 60

    def __init__(self, ident: str, rect: Box, labels: Sequence[str], at: int, moved: Callable[[int], None]) -> None:
        super().__init__(ident, rect)
        self.labels, self.at, self.moved = list(labels), at, moved
        self.marks: Sequence[Mark] = ()

    @property
    def last(self) -> int:
        return max(1, len(self.labels) - 1)

    @property
    def track(self) -> pygame.Rect:
        return pygame.Rect(self.rect.x + 40, self.rect.y + 18, self.rect.w - 80, 6)

    def x_of(self, turn: int) -> float:
        return self.track.x + self.track.w * turn / self.last

    def turn_at(self, point: Point) -> int:
        share = (point[0] - self.track.x) / max(1, self.track.w)
        return max(0, min(len(self.labels) - 1, round(share * self.last)))

    def go(self, turn: int) -> None:
        """Move as a player would."""
        turn = max(0, min(len(self.labels) - 1, turn))
        if turn != self.at:
            self.at = turn
            self.moved(turn)

    def press(self, point: Point, clicks: int) -> bool:
        self.go(self.turn_at(point))
        return True

    def drag(self, point: Point) -> None:
        self.go(self.turn_at(point))

    def key(self, key: int, mods: int) -> bool:
        after = [turn for turn, _, _ in self.marks if turn > self.at]
        before = [turn for turn, _, _ in self.marks if turn < self.at]
        moves = {
            pygame.K_LEFT: self.at - 1,
            pygame.K_RIGHT: self.at + 1,
            pygame.K_HOME: 0,
            pygame.K_END: len(self.labels) - 1,
            pygame.K_PAGEDOWN: min(after, default=len(self.labels) - 1),
            pygame.K_PAGEUP: max(before, default=0),
        }
        if key not in moves:
            return False
        self.go(moves[key])
        return True

    def tip_at(self, point: Point | None) -> Tip | None:
        turn = self.at if point is None else self.turn_at(point)
        words = [text for at, _, text in self.marks if at == turn]
        place = pygame.Rect(round(self.x_of(turn)) - 8, self.track.y - 8, 16, 22)
        return Tip("\n".join([self.labels[turn], *words]), place)

    def draw(self, canvas: Canvas) -> None:
        track, y = self.track, self.track.centery
        canvas.panel(self.rect, theme.PANEL, theme.LINE, 8)
        canvas.panel(track, theme.TRACK, None, 3)
        done = track.copy()
        done.w = max(6, round(self.x_of(self.at)) - track.x)
        canvas.panel(done, theme.ACCENT, None, 3)
        for turn in range(len(self.labels)):
            canvas.box(pygame.FRect(self.x_of(turn) - 0.5, y + 6, 1, 4), theme.LINE_STRONG)
        for turn, good, _ in self.marks:
            x, reach = self.x_of(turn), 6.5
            colour = theme.GOOD if good else theme.BAD
            top = y - 2 if good else y + 2
            points = [(x - reach, top + 3), (x + reach, top + 3), (x, top - 7)]
            if not good:
                points = [(x - reach, top - 3), (x + reach, top - 3), (x, top + 7)]
            canvas.polygon(points, colour)
        canvas.disc((self.x_of(self.at), y), 9, theme.TEXT)
        canvas.disc((self.x_of(self.at), y), 6, theme.ACCENT)
        wide = max(canvas.text_width(label, 12) for label in self.labels) + 16
        every = label_every(len(self.labels), track.w, wide)
        for turn in range(0, len(self.labels), every):
            at = (self.x_of(turn), self.rect.bottom - 11)
            canvas.text(self.labels[turn], at, size=12, colour=theme.MUTED, align="center")
