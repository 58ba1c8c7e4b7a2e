"""Lines over months: labels at their ends, the player's area filled, styles beside colour, a read-out."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.desktop import theme
from game.desktop.axes import label_every, log_ticks, nice_ticks, push_apart
from game.desktop.canvas import Canvas, Point
from game.desktop.strokes import draw_point, draw_stroke
from game.desktop.theme import Colour
from game.desktop.widget import Box, Spot, Widget

Number = float | int | None
LABEL_GAP = 15
NEAR = 9
"""How near a line the mouse must be to mean it."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line; None is a gap. `style`: solid, dashed, dotted; `point`: circle, square, triangle, diamond.

    `main` is the player's: thicker, on top, with its area filled.
    """

    key: str
    label: str
    values: tuple[Number, ...]
    colour: Colour
    style: str = "solid"
    point: str = "circle"
    main: bool = False
    expected: bool = False
    """Whether it is a look ahead and no figure of the record."""


AXIS_WIDTH = 50
"""Least room at the left for what is written at the ticks."""


class LineChart(Widget):
    """Hover, or Left and Right with the focus, reads out one month. `log` for several magnitudes."""

    focusable = True
    takes_mouse = True

    def __init__(
        self,
        ident: str = "",
        rect: Box = (0, 0, 0, 0),
        series: Sequence[Series] = (),
        months: Sequence[str] = (),
        *,
        show: Callable[[float], str] = str,
        log: bool = False,
        from_zero: bool = True,
        label_width: int = 100,
        empty: str = "",
        marks: Sequence[tuple[int, str]] = (),
        tip: str = "",
    ) -> None:
        super().__init__(ident, rect, tip=tip)
        self.series, self.months, self.show = tuple(series), tuple(months), show
        self.log, self.from_zero, self.label_width, self.empty = log, from_zero, label_width, empty
        self.marks = tuple(marks)
        self.at: int | None = None
        self.axis_width = AXIS_WIDTH
        self.label_places: dict[str, float] = {}
        self.grown: float | None = None
        """The month up to which lines are drawn while they grow."""

    def set_data(self, series: Sequence[Series], months: Sequence[str]) -> None:
        self.series, self.months, self.at = tuple(series), tuple(months), None

    # --- scales ----------------------------------------------------------------------------------------

    @property
    def plot(self) -> pygame.Rect:
        left, taken = self.rect.x + self.axis_width, self.axis_width + 10 + self.label_width
        return pygame.Rect(left, self.rect.y + 12, self.rect.w - taken, self.rect.h - 40)

    def ticks(self) -> list[float]:
        known = [value for line in self.series for value in line.values if value is not None]
        if self.log:
            known = [value for value in known if value > 0]
        if not known:
            return [0.0, 1.0]
        if self.log:
            return log_ticks(min(known), max(known))
        low = min(0.0, min(known)) if self.from_zero else min(known)
        return nice_ticks(low, max(known), max(2, self.plot.h // 46))

    def x_of(self, month: float) -> float:
        last = max(1, len(self.months) - 1)
        return self.plot.x + self.plot.w * month / last

    def y_of(self, value: float, ticks: Sequence[float]) -> float:
        low, high = ticks[0], ticks[-1]
        if self.log:
            share = (math.log10(max(value, low)) - math.log10(low)) / (math.log10(high) - math.log10(low))
        else:
            share = (value - low) / (high - low)
        return self.plot.bottom - self.plot.h * share

    # --- figures ---------------------------------------------------------------------------------------

    def _spot(self, line: Series, month: int) -> Spot | None:
        value = line.values[month] if 0 <= month < len(line.values) else None
        if value is None or line.expected or not self.about or (self.log and value <= 0):
            return None
        x, y = self.x_of(month), self.y_of(value, self.ticks())
        place = pygame.Rect(round(x) - NEAR, round(y) - NEAR, 2 * NEAR, 2 * NEAR)
        return Spot(f"{self.about}:{line.key}:{month}", place, self.show(value), line.label, "chart-line")

    def spots(self) -> list[Spot]:
        """The last point of each line."""
        found = [self._spot(line, len(line.values) - 1) for line in self.series]
        return [spot for spot in found if spot is not None]

    def spot_at(self, point: Point | None) -> Spot | None:
        if point is None:
            main = next((line for line in self.series if line.main), None)
            return self._spot(main, self.at if self.at is not None else len(main.values) - 1) if main else None
        if not self.months or not self.plot.inflate(16, 24).collidepoint(point):
            return None
        month = round((point[0] - self.plot.x) / self.plot.w * max(1, len(self.months) - 1))
        near = [(abs(spot.rect.centery - point[1]), spot.about, spot) for spot in self._of_month(month)]
        return min(near)[2] if near and min(near)[0] <= NEAR else None

    def _of_month(self, month: int) -> list[Spot]:
        return [spot for line in self.series if (spot := self._spot(line, month)) is not None]

    # --- input -----------------------------------------------------------------------------------------

    def point_at(self, point: Point) -> None:
        last = len(self.months) - 1
        inside = self.plot.inflate(16, 24).collidepoint(point) and last >= 0
        at = round((point[0] - self.plot.x) / self.plot.w * max(1, last)) if inside else None
        at = None if at is None else max(0, min(last, at))
        if at != self.at:
            self.at = at

    def leave(self) -> None:
        self.at = None

    def focus_changed(self) -> None:
        if not self.focused:
            self.at = None

    def key(self, key: int, mods: int) -> bool:
        last = len(self.months) - 1
        now = last if self.at is None else self.at
        moves = {
            pygame.K_LEFT: last if self.at is None else now - 1,
            pygame.K_RIGHT: now + 1,
            pygame.K_HOME: 0,
            pygame.K_END: last,
        }
        if key not in moves or last < 0:
            return False
        self.at = max(0, min(last, moves[key]))
        return True

    def read_out(self) -> list[tuple[str, str, Colour]]:
        """Label, written value and colour of each line at the month pointed at, highest first."""
        if self.at is None:
            return []
        found = [(line.values[self.at], line) for line in self.series if self.at < len(line.values)]
        known = [(value, line) for value, line in found if value is not None]
        known.sort(key=lambda pair: -pair[0])
        return [(line.label, self.show(value), line.colour) for value, line in known]

    # --- drawing ---------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        if not any(value is not None for line in self.series for value in line.values):
            middle = (self.rect.centerx, self.rect.centery)
            canvas.text(self.empty, middle, colour=theme.MUTED, align="center", width=self.rect.w - 20)
            return
        ticks = self.ticks()
        widest = max((canvas.text_width(self.show(tick), theme.SMALL) for tick in ticks), default=0)
        object.__setattr__(self, "axis_width", max(AXIS_WIDTH, round(widest) + 12))
        self._draw_axes(canvas, ticks)
        look = ("chart", self.series, len(self.months), tuple(self.plot), self.log, self.from_zero)
        shown = self.rect.copy()
        if self.grown is not None:
            shown.w = max(0, round(self.x_of(self.grown)) - shown.x)
        with canvas.clipped(shown):
            canvas.layer(look, self.rect, lambda surface, scale: self._paint(surface, scale, ticks))
        self._draw_labels(canvas, ticks)
        if self.at is not None:
            self._draw_read_out(canvas, ticks)

    def _draw_axes(self, canvas: Canvas, ticks: Sequence[float]) -> None:
        plot = self.plot
        for tick in ticks:
            y = self.y_of(tick, ticks)
            faint = theme.LINE if tick == ticks[0] else theme.mix(theme.PANEL, theme.LINE, 0.6)
            canvas.line((plot.x, y), (plot.right, y), faint)
            canvas.text(
                self.show(tick),
                (plot.x - 9, y),
                size=theme.SMALL,
                colour=theme.MUTED,
                align="right",
            )
        if not self.months:
            return
        wide = max(canvas.text_width(month, theme.SMALL) for month in self.months) + 14
        every = label_every(len(self.months), plot.w, wide)
        for number in range(0, len(self.months), every):
            canvas.text(
                self.months[number],
                (self.x_of(number), plot.bottom + 14),
                size=theme.SMALL,
                colour=theme.MUTED,
                align="center",
            )
        for number, words in self.marks:
            x = self.x_of(number)
            canvas.line((x, plot.y), (x, plot.bottom), theme.LINE_STRONG)
            canvas.text(words, (x + 5, plot.y + 6), size=theme.SMALL, colour=theme.SOFT)

    def _order(self) -> list[Series]:
        return sorted(self.series, key=lambda line: line.main)

    def _runs(self, line: Series, ticks: Sequence[float]) -> list[list[Point]]:
        """Stretches of the line without gaps, in this widget's coordinates."""
        runs: list[list[Point]] = [[]]
        for month, value in enumerate(line.values[: len(self.months)]):
            if value is None or (self.log and value <= 0):
                runs.append([])
            else:
                runs[-1].append((self.x_of(month), self.y_of(value, ticks)))
        return [run for run in runs if run]

    def _paint(self, surface: pygame.Surface, scale: float, ticks: Sequence[float]) -> None:
        left, top = self.rect.topleft

        def real(points: Sequence[Point]) -> list[Point]:
            return [((x - left) * scale, (y - top) * scale) for x, y in points]

        floor = self.y_of(max(0.0, ticks[0]) if not self.log else ticks[0], ticks)
        base = (floor - top) * scale
        for line in self.series:
            for run in self._runs(line, ticks) if line.main else []:
                edge = real(run)
                ends = [(edge[-1][0], base), (edge[0][0], base)]
                pygame.draw.polygon(surface, (*line.colour, 34), [*edge, *ends])
        for line in self._order():
            runs = [real(run) for run in self._runs(line, ticks)]
            for run in runs:
                draw_stroke(surface, run, line.colour, (2.6 if line.main else 1.5) * scale, line.style)
            if runs:
                draw_point(surface, runs[-1][-1], (4.2 if line.main else 3.4) * scale, line.colour, line.point)

    def _head(self, run: list[Point]) -> Point:
        """The end of a line, or where it has grown to."""
        if self.grown is None:
            return run[-1]
        x = self.x_of(self.grown)
        for start, end in pairwise(run):
            if start[0] <= x < end[0]:
                share = (x - start[0]) / (end[0] - start[0])
                return x, start[1] + (end[1] - start[1]) * share
        return run[-1] if x >= run[-1][0] else run[0]

    def _draw_labels(self, canvas: Canvas, ticks: Sequence[float]) -> None:
        shown = [line for line in self.series if self.grown is None or not line.expected]
        ends = [(line, self._head(runs[-1])) for line in shown if (runs := self._runs(line, ticks))]
        places = push_apart([end[1] for _, end in ends], LABEL_GAP, self.plot.y - 4, max(self.plot.bottom, self.plot.y))
        object.__setattr__(self, "label_places", {line.key: y for (line, _), y in zip(ends, places, strict=True)})
        last = max((end[0] for _, end in ends), default=self.plot.right)
        for (line, end), y in zip(ends, places, strict=True):
            x = last + 10
            if self.grown is not None:
                canvas.disc(end, 3.6, line.colour)
            if abs(y - end[1]) > 5 and last - end[0] < 3:
                canvas.line((end[0] + 5, end[1]), (x - 2, y), theme.mix(theme.PANEL, line.colour, 0.5))
            canvas.text(
                line.label,
                (x, y),
                size=theme.SMALL,
                weight=theme.BOLD if line.main else theme.MEDIUM,
                colour=line.colour,
                width=self.rect.right - x,
            )

    def _draw_read_out(self, canvas: Canvas, ticks: Sequence[float]) -> None:
        assert self.at is not None
        plot, x = self.plot, self.x_of(self.at)
        canvas.line((x, plot.y), (x, plot.bottom), theme.LINE_STRONG)
        for line in self.series:
            value = line.values[self.at] if self.at < len(line.values) else None
            if value is not None and (not self.log or value > 0):
                canvas.disc((x, self.y_of(value, ticks)), 3.6, line.colour)
        entries = self.read_out()
        wide = max(
            [canvas.text_width(self.months[self.at], 12, theme.SEMIBOLD)]
            + [canvas.text_width(f"{label}   {value}", 12, theme.MEDIUM) + 22 for label, value, _ in entries]
        )
        box = pygame.Rect(0, 0, round(wide + 22), 28 + 17 * len(entries))
        box.topleft = (round(x + 12), plot.y + 2)
        if x > plot.centerx:
            box.right = round(x - 12)
        canvas.panel(box, theme.RAISED, theme.LINE_STRONG, 6)
        canvas.text(self.months[self.at], (box.x + 10, box.y + 14), size=12, weight=theme.SEMIBOLD)
        for number, (label, written, colour) in enumerate(entries):
            y = box.y + 32 + 17 * number
            canvas.disc((box.x + 15, y), 4, colour)
            canvas.text(label, (box.x + 26, y), size=12, colour=theme.SOFT)
            canvas.text(written, (box.right - 10, y), size=12, weight=theme.MEDIUM, align="right")
