"""Small charts of a debrief: bars, stacks over time, a strip of states, ranks over time, a sparkline."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.desktop import theme
from game.desktop.axes import label_every, nice_ticks, push_apart
from game.desktop.canvas import Canvas, Point
from game.desktop.strokes import draw_point, draw_stroke
from game.desktop.theme import Colour
from game.desktop.widget import Box, Tip, Widget


@dataclass(frozen=True, slots=True)
class Bar:
    """A name and its parts, each a value and a colour; `value` is what is written at the end."""

    key: str
    name: str
    parts: tuple[tuple[float, Colour], ...]
    value: str = ""
    strong: bool = False
    tip: str = ""


class Bars(Widget):
    """Horizontal bars, one below the other, each of one part or stacked. Parts are not negative."""

    tip_delay_ms = 120

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        bars: Sequence[Bar] = (),
        *,
        name_width: int = 110,
        value_width: int = 60,
        row_height: int = 26,
        most: float | None = None,
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.bars, self.name_width, self.value_width = list(bars), name_width, value_width
        self.row_height, self.most = row_height, most
        self.takes_mouse = True

    def row_rect(self, number: int) -> pygame.Rect:
        return pygame.Rect(self.rect.x, self.rect.y + number * self.row_height, self.rect.w, self.row_height)

    def tip_at(self, point: Point | None) -> Tip | None:
        if point is not None:
            for number, bar in enumerate(self.bars):
                if bar.tip and self.row_rect(number).collidepoint(point):
                    return Tip(bar.tip, self.row_rect(number))
        return super().tip_at(point)

    def draw(self, canvas: Canvas) -> None:
        most = self.most or max((sum(part for part, _ in bar.parts) for bar in self.bars), default=1) or 1
        for number, bar in enumerate(self.bars):
            row = self.row_rect(number)
            weight = theme.SEMIBOLD if bar.strong else theme.REGULAR
            y = row.centery
            canvas.text(bar.name, (row.x, y), size=12.5, weight=weight, width=self.name_width - 8)
            canvas.text(bar.value, (row.right, y), size=12.5, weight=theme.SEMIBOLD, align="right")
            room = row.w - self.name_width - self.value_width
            track = pygame.FRect(row.x + self.name_width, y - 5, room, 10)
            canvas.panel(track, theme.mix(theme.PANEL, theme.TRACK, 0.6), None, 3)
            x = track.x
            for part, colour in bar.parts:
                wide = room * part / most
                if wide >= 0.5:
                    gap = 1 if len(bar.parts) > 1 and wide > 3 else 0
                    piece = pygame.FRect(x, track.y, wide - gap, track.h)
                    canvas.panel(piece, colour, None, 2 if wide > 6 else 0)
                x += wide


class Strip(Widget):
    """One coloured cell a month, as which constraint bound; hover tells the month and the state.

    `looks` gives each state its words, colour and icon; a wide enough run of one state shows its icon.
    """

    takes_mouse = True
    tip_delay_ms = 60

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        states: Sequence[str] = (),
        months: Sequence[str] = (),
        looks: Mapping[str, tuple[str, Colour, str]] | None = None,
        *,
        name: str = "",
        name_width: int = 0,
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.states, self.months, self.looks = tuple(states), tuple(months), dict(looks or {})
        self.name, self.name_width = name, name_width

    @property
    def band(self) -> pygame.Rect:
        return pygame.Rect(self.rect.x + self.name_width, self.rect.y, self.rect.w - self.name_width, self.rect.h)

    def runs(self) -> list[tuple[int, int, str]]:
        """First month, number of months and state of each run."""
        found: list[tuple[int, int, str]] = []
        for number, state in enumerate(self.states):
            if found and found[-1][2] == state:
                found[-1] = (found[-1][0], found[-1][1] + 1, state)
            else:
                found.append((number, 1, state))
        return found

    def tip_at(self, point: Point | None) -> Tip | None:
        band, count = self.band, len(self.states)
        if point is None or not count or not band.collidepoint(point):
            return super().tip_at(point)
        number = min(count - 1, int((point[0] - band.x) * count / band.w))
        cell = pygame.Rect(round(band.x + band.w * number / count), band.y, max(1, band.w // count), band.h)
        return Tip(f"{self.months[number]}: {self.looks[self.states[number]][0]}", cell)

    def draw(self, canvas: Canvas) -> None:
        band = self.band
        if self.name:
            canvas.text(self.name, (self.rect.x, band.centery), size=12.5, width=self.name_width - 8)
        for first, length, state in self.runs():
            _, colour, icon = self.looks[state]
            left = band.x + band.w * first / len(self.states)
            wide = band.w * length / len(self.states)
            cell = pygame.FRect(left, band.y, max(1.0, wide - 1), band.h)
            canvas.panel(cell, colour, None, 3 if wide > 8 else 0)
            if icon and wide >= 18 and band.h >= 14:
                canvas.icon(icon, cell.center, min(14, band.h - 4), theme.ON_ACCENT)


class Stack(Widget):
    """Upright stacked bars over months. `layers` are a label, one value a month (from 0) and a colour."""

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        layers: Sequence[tuple[str, Sequence[float], Colour]] = (),
        months: Sequence[str] = (),
        *,
        show: Callable[[float], str] = str,
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.layers = [(label, tuple(values), colour) for label, values, colour in layers]
        self.months, self.show = tuple(months), show

    def draw(self, canvas: Canvas) -> None:
        totals = [sum(values[n] for _, values, _ in self.layers) for n in range(len(self.months))]
        ticks = nice_ticks(0, max(totals, default=1) or 1, max(2, self.rect.h // 60))
        plot = pygame.Rect(self.rect.x + 50, self.rect.y + 24, self.rect.w - 54, self.rect.h - 46)
        for tick in ticks:
            y = plot.bottom - plot.h * tick / ticks[-1]
            canvas.line((plot.x, y), (plot.right, y), theme.mix(theme.PANEL, theme.LINE, 0.7))
            canvas.text(self.show(tick), (plot.x - 8, y), size=theme.SMALL, colour=theme.MUTED, align="right")
        step = plot.w / max(1, len(self.months))
        for number in range(len(self.months)):
            low = float(plot.bottom)
            for _, values, colour in self.layers:
                high = plot.h * values[number] / ticks[-1]
                left = plot.x + step * number + step * 0.12
                canvas.box(pygame.FRect(left, low - high, max(1.0, step * 0.76), high), colour)
                low -= high
        self._draw_words(canvas, plot, step)

    def _draw_words(self, canvas: Canvas, plot: pygame.Rect, step: float) -> None:
        wide = max((canvas.text_width(month, theme.SMALL) for month in self.months), default=0) + 12
        every = label_every(len(self.months), plot.w - step, wide)
        for number in range(0, len(self.months), every):
            at = (plot.x + step * (number + 0.5), plot.bottom + 13)
            canvas.text(self.months[number], at, size=theme.SMALL, colour=theme.MUTED, align="center")
        x = float(plot.x)
        for label, _, colour in self.layers:
            canvas.panel(pygame.FRect(x, self.rect.y + 4, 10, 10), colour, None, 2)
            at = (x + 15, self.rect.y + 9)
            x += 29 + canvas.text(label, at, size=theme.SMALL, colour=theme.SOFT)


class Ranks(Widget):
    """Places over turns, a ribbon a firm. `lines` are label, rank by turn (1 is best), colour, main."""

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        lines: Sequence[tuple[str, Sequence[int | None], Colour, bool]] = (),
        turns: Sequence[str] = (),
        *,
        label_width: int = 110,
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.lines = [(label, tuple(ranks), colour, main) for label, ranks, colour, main in lines]
        self.turns, self.label_width = tuple(turns), label_width

    def _place(self, turn: int, rank: int) -> Point:
        wide, high = self.rect.w - self.label_width - 30, self.rect.h - 34
        across = turn / max(1, len(self.turns) - 1)
        return self.rect.x + 16 + wide * across, self.rect.y + 8 + high * (rank - 1) / max(1, len(self.lines) - 1)

    def draw(self, canvas: Canvas) -> None:
        look = ("ranks", tuple(self.lines), len(self.turns), tuple(self.rect))
        canvas.layer(look, self.rect, self._paint)
        ends = []
        for label, ranks, colour, main in self.lines:
            known = [(turn, rank) for turn, rank in enumerate(ranks) if rank is not None]
            if known:
                ends.append((label, self._place(*known[-1]), colour, main))
        spots = push_apart([at[1] for _, at, _, _ in ends], 15, self.rect.y + 4, self.rect.bottom - 22)
        for (label, at, colour, main), y in zip(ends, spots, strict=True):
            weight = theme.BOLD if main else theme.MEDIUM
            canvas.text(
                label,
                (at[0] + 14, y),
                size=12,
                weight=weight,
                colour=colour,
                width=self.rect.right - at[0] - 14,
            )
        wide = max((canvas.text_width(turn, theme.SMALL) for turn in self.turns), default=0) + 12
        for turn in range(0, len(self.turns), label_every(len(self.turns), self.rect.w - self.label_width, wide)):
            at = (self._place(turn, 1)[0], self.rect.bottom - 8)
            canvas.text(self.turns[turn], at, size=theme.SMALL, colour=theme.MUTED, align="center")

    def _paint(self, surface: pygame.Surface, scale: float) -> None:
        for _, ranks, colour, main in sorted(self.lines, key=lambda line: line[3]):
            points = [
                ((x - self.rect.x) * scale, (y - self.rect.y) * scale)
                for turn, rank in enumerate(ranks)
                if rank is not None
                for x, y in [self._place(turn, rank)]
            ]
            faded = colour if main else theme.mix(theme.PANEL, colour, 0.75)
            draw_stroke(surface, _bent(points), faded, (4.5 if main else 2.6) * scale)
            for end in points[-1:]:
                draw_point(surface, end, (6 if main else 5) * scale, colour, "circle")


def _bent(points: Sequence[Point]) -> list[Point]:
    """The same points joined by S-shaped curves."""
    curve = list(points[:1])
    for (from_x, from_y), (to_x, to_y) in pairwise(points):
        for step in range(1, 11):
            share = step / 10
            rise = share * share * (3 - 2 * share)
            curve.append((from_x + (to_x - from_x) * share, from_y + (to_y - from_y) * rise))
    return curve


class Sparkline(Widget):
    """A line without axes, its last value dotted; for a cell or beside a figure."""

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        values: Sequence[float] = (),
        colour: Colour | None = None,
        *,
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.values, self.colour = tuple(values), colour

    def draw(self, canvas: Canvas) -> None:
        if len(self.values) > 1:
            canvas.layer(("spark", self.values, self.colour or theme.ACCENT, self.rect.size), self.rect, self._paint)

    def _paint(self, surface: pygame.Surface, scale: float) -> None:
        low, high = min(self.values), max(self.values)
        span = (high - low) or 1
        wide, tall, edge = self.rect.w - 8, self.rect.h - 8, 4
        points = [
            (
                (edge + wide * n / (len(self.values) - 1)) * scale,
                (edge + tall * (1 - (value - low) / span)) * scale,
            )
            for n, value in enumerate(self.values)
        ]
        draw_stroke(surface, points, self.colour or theme.ACCENT, 1.6 * scale)
        pygame.draw.circle(surface, self.colour or theme.ACCENT, points[-1], 2.6 * scale)
