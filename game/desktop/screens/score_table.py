"""The scores: a row a seat, a bar for each component, ribbons where one was won."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game import score as scoring
from game.desktop import theme
from game.desktop.canvas import Canvas
from game.desktop.frames import draw_bar
from game.desktop.widget import Box, Spot, Tip, Widget
from game.score import COMPONENTS
from game.telling.goal import has_goal

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.score import Result

COMPONENT_ICONS = {
    "value": "trending-up",
    "frontier": "brain-circuit",
    "reach": "users",
    "stewardship": "shield",
    "resilience": "landmark",
}


class ScoreTable(Widget):
    """A row a seat: place, firm, points, and a bar for each component; ribbons where one was won."""

    def __init__(self, ident: str, rect: Box, match: Match, result: Result) -> None:
        super().__init__(ident, rect)
        self.match, self.result = match, result
        self.takes_mouse = True
        self.seats = list(result.scores)

    def _columns(self) -> list[tuple[str, float, float]]:
        """The components; none where the level has a goal of its own."""
        if has_goal(self.match.level):
            return []
        left, room = self.rect.x + 222, self.rect.w - 226
        return [(name, left + room * n / 5, room / 5 - 12) for n, name in enumerate(COMPONENTS)]

    def _row(self, place: int) -> pygame.Rect:
        return pygame.Rect(self.rect.x, self.rect.y + 28 + place * 31, self.rect.w, 29)

    @property
    def focusable(self) -> bool:  # type: ignore[override]
        return bool(self.seats)

    def spots(self) -> list[Spot]:
        """The score of each seat and its components."""
        found, say = [], self.match.words.say
        for place, seat in enumerate(self.seats):
            row, score = self._row(place), self.result.scores[seat]
            area = pygame.Rect(row.x + 160, row.y, 52, row.h)
            found.append(Spot(f"of:{seat}:score.total", area, f"{score.total:.1f}", say("score-total"), "medal"))
            for name, x, wide in self._columns():
                area = pygame.Rect(round(x), row.y, round(wide), row.h)
                about, icon = f"of:{seat}:score.points.{name}", COMPONENT_ICONS[name]
                found.append(Spot(about, area, f"{score.points[name]:.0f}", say(f"score-{name}"), icon))
        return found

    def tip_at(self, point: tuple[float, float] | None) -> Tip | None:
        say = self.match.words.say
        if point is None:
            return None
        for name, x, wide in self._columns():
            if x - 6 <= point[0] < x + wide + 6:
                head = pygame.Rect(round(x), self.rect.y, round(wide), 26)
                if head.collidepoint(point):
                    return Tip(say(f"score-{name}-tip"), head)
                for place, seat in enumerate(self.seats):
                    row = self._row(place)
                    if row.collidepoint(point):
                        score = self.result.scores[seat]
                        text = say(
                            "score-cell-tip",
                            component=say(f"score-{name}"),
                            raw=f"{score.raw[name]:.2f}",
                            points=round(score.points[name]),
                        )
                        par = scoring.par(self.match.session.race, seat)[name]
                        text += "\n" + say("debrief-par", par=f"{par:.2f}")
                        return Tip(text, pygame.Rect(round(x), row.y, round(wide), row.h))
        return None

    def draw(self, canvas: Canvas) -> None:
        say = self.match.words.say
        top = self.rect.y + 12
        canvas.text(say("score-firm"), (self.rect.x + 36, top), size=11.5, colour=theme.MUTED)
        canvas.text(say("score-total"), (self.rect.x + 206, top), size=11.5, colour=theme.MUTED, align="right")
        for name, x, wide in self._columns():
            canvas.icon(COMPONENT_ICONS[name], (x + 7, top), 14, theme.MUTED)
            canvas.text(say(f"score-{name}"), (x + 19, top), size=11.5, colour=theme.MUTED, width=wide - 18)
        for place, seat in enumerate(self.seats):
            self._draw_seat(canvas, place, seat)

    def _draw_seat(self, canvas: Canvas, place: int, seat: str) -> None:
        words, score, row = self.match.words, self.result.scores[seat], self._row(place)
        mine, won = seat == self.match.firm, seat in self.result.winners
        if mine:
            canvas.panel(row, theme.RAISED, theme.LINE_STRONG, 5)
        y, colour = row.centery, theme.firm_colour(words.colour(seat))
        canvas.text(str(place + 1), (row.x + 10, y), size=12.5, colour=theme.MUTED)
        canvas.disc((row.x + 42, y), 5.6, colour)
        weight = theme.SEMIBOLD if mine else theme.MEDIUM
        used = canvas.text(words.firm(seat), (row.x + 54, y), weight=weight, width=104)
        if won and self.match.session.over and len(self.seats) > 1:
            canvas.icon("crown", (row.x + 54 + used + 14, y), 15, theme.FOCUS)
        canvas.text(f"{score.total:.1f}", (row.x + 206, y), weight=theme.BOLD, align="right")
        if has_goal(self.match.level):
            self._draw_goal(canvas, row, seat, colour)
        for name, x, wide in self._columns():
            points = score.points[name]
            bar = pygame.Rect(round(x), round(y - 4), round(wide - 44), 8)
            draw_bar(canvas, bar, points / 100, colour)
            canvas.text(f"{points:.0f}", (x + wide - 18, y), size=12.5, align="right", colour=theme.SOFT)
            if name in score.ribbons:
                canvas.icon("award", (x + wide - 6, y), 14, theme.FOCUS)

    def _draw_goal(self, canvas: Canvas, row: pygame.Rect, seat: str, colour: theme.Colour) -> None:
        """One bar: what was reached, relative to the target and to the largest."""
        goal, score = self.match.level.goal, self.result.scores[seat]
        target = goal.target if goal is not None and goal.target is not None else 0.0
        most = max([abs(each.total) for each in self.result.scores.values()] + [abs(target)]) or 1.0
        left, room = row.x + 230, row.w - 290
        draw_bar(canvas, pygame.Rect(left, row.centery - 4, room, 8), max(0.0, score.total) / most, colour)
        if target:
            x = left + room * target / most
            canvas.line((x, row.centery - 9), (x, row.centery + 9), theme.TEXT)
        if "goal" in score.ribbons:
            canvas.icon("award", (row.right - 22, row.centery), 16, theme.FOCUS)
