"""The projector in the game's own window: the same feed as the projector's page, drawn large.

The window has the main thread, the room's server one of its own; what is told comes over by `App.call_soon`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import pygame

from game.classroom.pages import RoomView
from game.classroom.questions import Spread
from game.classroom.screen import Chart, Screen, Series, Told
from game.desktop import screen as stage
from game.desktop import theme
from game.desktop.app import App
from game.desktop.axes import nice_ticks, push_apart
from game.desktop.canvas import Canvas

if TYPE_CHECKING:
    from game.desktop.theme import Colour

Write = Callable[[float], str]
MAIN = pygame.Rect(20, 84, 890, 616)
SIDE = pygame.Rect(930, 84, 330, 616)
WHOLE = pygame.Rect(20, 84, 1240, 616)
ROW, LARGE, HUGE = 44, 20, 38
ALONE = ("join", "turns", "debrief", "whatif")
"""Pages that need the whole window."""


class Wall(stage.Screen):
    """What the projector shows; M turns to the next chart."""

    def __init__(self) -> None:
        super().__init__()
        self.room: RoomView | None = None
        self.feed: Screen | None = None
        self.measure = ""
        self._heard_s = 0.0
        self._second = -1

    def build(self) -> None:
        self.bind(pygame.K_m, self.next_chart)

    def hear(self, state: RoomView | Screen) -> None:
        """The room or the race has changed."""
        if isinstance(state, RoomView):
            self.room, self._heard_s = state, time.monotonic()
        else:
            self.feed = state
        self.dirty = True

    def next_chart(self) -> None:
        if self.feed is not None and self.feed.charts:
            keys = [chart.key for chart in self.feed.charts]
            at = keys.index(self._chart(self.feed).key)
            self.measure, self.dirty = keys[(at + 1) % len(keys)], True

    def tick(self, now_ms: float) -> None:
        super().tick(now_ms)
        left = self.seconds_left()
        if left is not None and left != self._second:
            self._second, self.dirty = left, True

    def seconds_left(self) -> int | None:
        """On the turn's clock, None if there is none."""
        room = self.room
        if room is None or room.left is None or room.phase not in ("open", "paused"):
            return None
        gone = time.monotonic() - self._heard_s if room.running and room.phase == "open" else 0.0
        return max(0, round(room.left - gone))

    def say(self, key: str, **args: str | float) -> str:
        assert self.app is not None
        return self.app.texts.say(key, **args)

    # --- drawing ---------------------------------------------------------------------------------------

    def paint(self, canvas: Canvas) -> None:
        room, feed = self.room, self.feed
        if room is None or feed is None:
            return
        self._top(canvas, room, feed)
        page = room.stage
        if page not in ALONE:
            self._teams(canvas, room, feed)
        if page == "join":
            self._join(canvas, room, feed)
        elif page == "answers":
            self._answers(canvas, room, feed)
        elif page == "turns":
            over = feed.debrief
            moments = over.moments if over is not None else feed.news
            self._told(canvas, WHOLE, self.say("room-moments"), moments, named=over is not None)
        elif page == "debrief":
            self._debrief(canvas, feed)
        elif page == "whatif":
            self._what_if(canvas, feed)
        else:
            self._race(canvas, feed)

    def _top(self, canvas: Canvas, room: RoomView, feed: Screen) -> None:
        canvas.box(pygame.Rect(-2000, 0, 6000, 64), theme.PANEL)
        canvas.line((-2000, 64), (4000, 64), theme.LINE)
        canvas.icon("cpu", (38, 32), 26, theme.ACCENT)
        wide = canvas.text(feed.title, (64, 32), size=24, weight=theme.BOLD)
        turn = self.say("bar-turn", turn=room.turn, turns=room.turns)
        canvas.text(f"{feed.month}  ·  {turn}", (84 + wide, 33), size=18, colour=theme.SOFT)
        right, left = 1260.0, self.seconds_left()
        if left is not None:
            ink = theme.WARN if left <= 20 else theme.TEXT
            right -= 20 + canvas.text(
                f"{left // 60}:{left % 60:02d}", (right, 32), size=32, weight=theme.BOLD, colour=ink, align="right"
            )
        canvas.text(self.say(f"room-phase-{room.phase}"), (right, 33), size=18, colour=theme.SOFT, align="right")

    def _teams(self, canvas: Canvas, room: RoomView, feed: Screen) -> None:
        """Who has not answered yet, the code for who comes late."""
        canvas.panel(SIDE, theme.PANEL, theme.LINE)
        playing = room.phase in ("open", "paused")
        waits = any(team.state == "waits" for team in room.teams)
        title = "room-teams" if not playing else "room-waiting-for" if waits else "room-say-all"
        canvas.text(self.say(title), (SIDE.x + 20, SIDE.y + 28), size=18, weight=theme.SEMIBOLD, width=SIDE.w - 40)
        y = SIDE.y + 72
        for team in room.teams:
            canvas.disc((SIDE.x + 30, y), 9, theme.firm_colour(team.colour))
            ink = theme.MUTED if playing and team.state != "waits" else theme.TEXT
            canvas.text(team.name, (SIDE.x + 52, y), size=24, weight=theme.MEDIUM, colour=ink, width=200)
            if playing:
                icon, colour = {"done": ("circle-check", theme.GOOD), "waits": ("hourglass", theme.WARN)}.get(
                    team.state, ("bot", theme.MUTED)
                )
                canvas.icon(icon, (SIDE.right - 34, y), 24, colour)
            else:
                canvas.text(str(team.members), (SIDE.right - 24, y), size=20, colour=theme.MUTED, align="right")
            y += ROW
        canvas.text(self.say("room-code"), (SIDE.x + 20, SIDE.bottom - 34), size=18, colour=theme.MUTED)
        canvas.text(feed.code, (SIDE.right - 20, SIDE.bottom - 34), size=32, weight=theme.BOLD, align="right")

    def _join(self, canvas: Canvas, room: RoomView, feed: Screen) -> None:
        canvas.paragraph(feed.objective or feed.goal, pygame.Rect(60, 110, 640, 120), size=20, colour=theme.SOFT)
        canvas.text(self.say("room-join-at"), (60, 290), size=20, colour=theme.MUTED)
        address = feed.address.removeprefix("http://")
        canvas.text(address, (60, 336), size=38, weight=theme.BOLD, width=680)
        canvas.text(self.say("room-code"), (60, 410), size=20, colour=theme.MUTED)
        x = 60.0
        for letter in feed.code:
            canvas.panel(pygame.FRect(x, 440, 84, 92), theme.RAISED, theme.LINE_STRONG, 10)
            canvas.text(letter, (x + 42, 486), size=38, weight=theme.BOLD, colour=theme.ACCENT, align="center")
            x += 96
        x = 60.0
        for team in room.teams:
            canvas.disc((x + 8, 600), 8, theme.firm_colour(team.colour))
            x += 60 + canvas.text(f"{team.name}  {team.members}", (x + 26, 600), size=20, weight=theme.MEDIUM)
        side = 480 // len(feed.qr)
        left, top = 1230 - side * len(feed.qr), 130
        canvas.box(pygame.Rect(left, top, side * len(feed.qr), side * len(feed.qr)), (255, 255, 255))
        for down, row in enumerate(feed.qr):
            for across, dark in enumerate(row):
                if dark == "1":
                    canvas.box(pygame.Rect(left + side * across, top + side * down, side, side), (0, 0, 0))

    def _chart(self, feed: Screen) -> Chart:
        known = {chart.key: chart for chart in feed.charts}
        return known.get(self.measure) or known.get(feed.first) or feed.charts[0]

    def _race(self, canvas: Canvas, feed: Screen) -> None:
        canvas.panel(MAIN, theme.PANEL, theme.LINE)
        if feed.hidden or not feed.charts:
            canvas.text(self.say("room-hidden"), MAIN.center, size=24, colour=theme.MUTED, align="center")
            return
        chart = self._chart(feed)
        canvas.icon("chart-line", (MAIN.x + 28, MAIN.y + 30), 22, theme.MUTED)
        canvas.text(chart.name, (MAIN.x + 50, MAIN.y + 30), size=20, weight=theme.SEMIBOLD)
        area = pygame.Rect(MAIN.x + 16, MAIN.y + 60, MAIN.w - 32, MAIN.h - 76)
        _lines(canvas, area, chart.series, feed.months, self._writer(chart.shape))

    def _writer(self, shape: str) -> Write:
        assert self.app is not None
        figures = self.app.texts.figures
        writers: dict[str, Write] = {"money": figures.money, "cards": figures.cards, "score": lambda v: f"{v:.1f}"}
        return writers.get(shape, figures.whole)

    def _answers(self, canvas: Canvas, room: RoomView, feed: Screen) -> None:
        canvas.panel(MAIN, theme.PANEL, theme.LINE)
        shown = {spread.question.number for spread in feed.spreads}
        area = MAIN.inflate(-48, -40)
        if room.question is not None and room.question.number not in shown:
            used = canvas.paragraph(room.question.text, area, size=28, weight=theme.SEMIBOLD)
            count = self.say("room-answers-of", answers=room.answers, players=room.players)
            canvas.text(count, (area.x, area.y + used + 40), size=32, weight=theme.BOLD, colour=theme.ACCENT)
        elif feed.spreads:
            self._spread(canvas, area, feed.spreads[0])
        else:
            canvas.text(self.say("room-no-answers"), MAIN.center, size=24, colour=theme.MUTED, align="center")

    def _spread(self, canvas: Canvas, area: pygame.Rect, spread: Spread, *, row: int = ROW) -> None:
        """The class's answers as bars, and what came true."""
        size = LARGE if row >= ROW else 16
        y = area.y + canvas.paragraph(spread.question.text, area, size=size + 4, weight=theme.SEMIBOLD) + row / 2
        most = max((bar.count for bar in spread.bars), default=0) or 1
        for bar in spread.bars:
            ink = theme.GOOD if bar.right else theme.TEXT
            canvas.text(bar.label, (area.x, y), size=size, colour=ink, width=area.w * 0.3)
            track = pygame.FRect(area.x + area.w * 0.32, y - row * 0.28, area.w * 0.58, row * 0.56)
            canvas.panel(track, theme.TRACK, None, 5)
            if bar.count:
                colour = theme.firm_colour(bar.colour) if bar.colour else theme.ACCENT
                canvas.panel(pygame.FRect(track.x, track.y, track.w * bar.count / most, track.h), colour, None, 5)
            canvas.text(str(bar.count), (area.right, y), size=size, weight=theme.BOLD, align="right")
            y += row
        words = self.say("room-answers-so-far", answers=spread.answers)
        if spread.truth:
            words += "  ·  " + self.say("room-happened", truth=spread.truth)
            words += "  ·  " + self.say("room-right", right=spread.right, answers=spread.answers)
        ink = theme.GOOD if spread.truth else theme.MUTED
        canvas.text(words, (area.x, y + 4), size=size - 2, colour=ink, width=area.w)

    def _told(
        self,
        canvas: Canvas,
        area: pygame.Rect,
        title: str,
        lines: Sequence[Told],
        *,
        size: int = 20,
        named: bool = False,
    ) -> None:
        canvas.panel(area, theme.PANEL, theme.LINE)
        canvas.text(title, (area.x + 20, area.y + 28), size=size, weight=theme.SEMIBOLD)
        y = area.y + 52.0
        if not lines:
            canvas.text(self.say("moment-none"), (area.x + 20, y + 16), size=size, colour=theme.MUTED)
        for line in lines:
            room = pygame.Rect(area.x + 52, round(y), area.w - 180, 100)
            text = f"{line.firm}: {line.text}" if named else line.text
            high = len(canvas.wrap(text, room.w, size)) * (size + 7)
            if y + high > area.bottom - 8:
                break
            canvas.icon(line.icon, (area.x + 32, y + size * 0.7), size + 2, theme.TONES.get(line.tone, theme.SOFT))
            canvas.paragraph(text, room, size=size, leading=size + 7)
            canvas.text(line.month, (area.right - 20, y + size * 0.7), size=size - 3, colour=theme.MUTED, align="right")
            y += high + 10

    def _debrief(self, canvas: Canvas, feed: Screen) -> None:
        found = feed.debrief
        if found is None:
            canvas.text(self.say("room-not-over"), WHOLE.center, size=24, colour=theme.MUTED, align="center")
            return
        scores, right = pygame.Rect(20, 84, 610, 300), pygame.Rect(646, 84, 614, 300)
        canvas.panel(scores, theme.PANEL, theme.LINE)
        canvas.icon("award", (scores.x + 32, scores.y + 34), 28, theme.FOCUS)
        canvas.text(found.title, (scores.x + 58, scores.y + 34), size=24, weight=theme.BOLD, width=scores.w - 80)
        step = min(38.0, (scores.h - 76) / max(1, len(found.scores)))
        for number, line in enumerate(found.scores):
            y = scores.y + 82 + step * number
            weight = theme.BOLD if line.won else theme.REGULAR
            canvas.text(str(line.place), (scores.x + 24, y), size=20, weight=weight)
            canvas.disc((scores.x + 64, y), 8, theme.firm_colour(line.colour))
            canvas.text(line.name, (scores.x + 84, y), size=20, weight=weight, width=380)
            canvas.text(line.total, (scores.right - 24, y), size=20, weight=weight, align="right")
        canvas.panel(right, theme.PANEL, theme.LINE)
        inner = pygame.Rect(right.x + 16, right.y + 52, right.w - 32, right.h - 64)
        if found.places:
            canvas.text(self.say("room-places"), (right.x + 20, right.y + 28), size=18, weight=theme.SEMIBOLD)
            turns = [str(turn) for turn in range(1, len(found.places[0].values) + 1)]
            _lines(canvas, inner, found.places, turns, lambda place: f"{place:.0f}", upside_down=True)
        elif feed.charts:
            chart = self._chart(feed)
            canvas.text(chart.name, (right.x + 20, right.y + 28), size=18, weight=theme.SEMIBOLD)
            _lines(canvas, inner, chart.series, feed.months, self._writer(chart.shape))
        low = pygame.Rect(20, 396, 610, 244)
        self._told(canvas, low, self.say("room-moments"), found.largest, size=16, named=True)
        known = next((spread for spread in feed.spreads if spread.truth), None)
        box = pygame.Rect(646, 396, 614, 244)
        canvas.panel(box, theme.PANEL, theme.LINE)
        if known is not None:
            self._spread(canvas, box.inflate(-36, -32), known, row=26)
        if found.question:
            canvas.text(found.question, (640, 674), size=20, weight=theme.MEDIUM, align="center", width=1220)

    def _what_if(self, canvas: Canvas, feed: Screen) -> None:
        canvas.panel(WHOLE, theme.PANEL, theme.LINE)
        found = feed.whatif
        if found is None:
            canvas.text(self.say("room-no-answers"), WHOLE.center, size=24, colour=theme.MUTED, align="center")
            return
        words = self.say("room-whatif-line", firm=found.firm, month=found.month, order=found.text)
        area = WHOLE.inflate(-56, -48)
        y = area.y + canvas.paragraph(words, area, size=24, weight=theme.SEMIBOLD) + 40
        for x, key in ((area.right - 260, "room-was"), (area.right, "room-without")):
            canvas.text(self.say(key), (x, y), size=18, colour=theme.MUTED, align="right", width=240)
        for name, colour, was, then in found.scores:
            y += ROW
            canvas.disc((area.x + 10, y), 9, theme.firm_colour(colour))
            canvas.text(name, (area.x + 32, y), size=24)
            canvas.text(was, (area.right - 260, y), size=24, align="right")
            canvas.text(then, (area.right, y), size=24, weight=theme.BOLD, align="right")
        parts = self.say("room-parts", month=found.parts) if found.parts else self.say("room-parts-never")
        canvas.text(parts, (area.x, y + 64), size=18, colour=theme.MUTED, width=area.w)


def _lines(
    canvas: Canvas,
    area: pygame.Rect,
    series: Sequence[Series],
    months: Sequence[str],
    write: Write,
    *,
    upside_down: bool = False,
) -> None:
    """Lines with their names at their ends, large enough for the back row."""
    known = [value for each in series for value in each.values if value is not None]
    if not known or not months:
        return
    low = 0.0 if 0 <= min(known) < 0.6 * max(known) else min(known)
    ticks = [1.0, float(len(series))] if upside_down else nice_ticks(low, max(known), max(2, area.h // 90))
    low, high = ticks[0], ticks[-1] if ticks[-1] > ticks[0] else ticks[0] + 1.0
    size = 20 if area.h > 320 else 16
    names = max(canvas.text_width(each.name, size, theme.SEMIBOLD) for each in series)
    figures = 0.0 if upside_down else max(canvas.text_width(write(value), size) for value in known)
    axis = 20.0 if upside_down else max(canvas.text_width(write(tick), size - 3) for tick in ticks) + 14
    plot = pygame.FRect(area.x + axis, area.y + 12, area.w - axis - names - figures - 40, area.h - 44)

    def at(month: int, value: float) -> tuple[float, float]:
        share = (value - low) / (high - low)
        across = month / max(1, len(months) - 1)
        return plot.x + plot.w * across, plot.y + plot.h * (share if upside_down else 1.0 - share)

    if not upside_down:
        for tick in ticks:
            y = at(0, tick)[1]
            canvas.line((plot.x, y), (plot.right, y), theme.LINE)
            canvas.text(write(tick), (plot.x - 10, y), size=size - 3, colour=theme.MUTED, align="right")
    every = max(1, -(-len(months) * 90 // max(1, round(plot.w))))
    for month in range(0, len(months), every):
        where = (at(month, low)[0], plot.bottom + 20)
        canvas.text(months[month], where, size=size - 3, colour=theme.MUTED, align="center")
    ends: list[tuple[Series, tuple[float, float], float]] = []
    for each in series:
        colour: Colour = theme.firm_colour(each.colour)
        points = [(at(month, value), value) for month, value in enumerate(each.values) if value is not None]
        for (start, _), (end, _) in pairwise(points):
            canvas.polygon(_bar(start, end, 2.2), colour)
            canvas.disc(end, 2.2, colour)
        if points:
            canvas.disc(points[-1][0], 5, colour)
            ends.append((each, *points[-1]))
    ends.sort(key=lambda end: end[1][1])
    spots = push_apart([end[1][1] for end in ends], size + 6, plot.y, plot.bottom)
    for (each, point, value), y in zip(ends, spots, strict=True):
        colour = theme.firm_colour(each.colour)
        used = canvas.text(each.name, (point[0] + 14, y), size=size, weight=theme.SEMIBOLD, colour=colour)
        if not upside_down:
            canvas.text(write(value), (point[0] + 24 + used, y), size=size)


def _bar(start: tuple[float, float], end: tuple[float, float], half: float) -> list[tuple[float, float]]:
    """A thick line as a shape with smooth edges."""
    along = pygame.Vector2(end[0] - start[0], end[1] - start[1])
    if not along.length():
        return [start, start, start]
    across = along.normalize().rotate(90) * half
    return [
        (start[0] + across.x, start[1] + across.y),
        (end[0] + across.x, end[1] + across.y),
        (end[0] - across.x, end[1] - across.y),
        (start[0] - across.x, start[1] - across.y),
    ]


def open_wall() -> tuple[App, Wall]:
    """The window with the projector in it. Without a screen: one line and exit code 2."""
    app, wall = App(), Wall()
    app.push(wall)
    return app, wall
