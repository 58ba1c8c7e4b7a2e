"""Turning points with their causes, the best and the worst decision, and what was foreseen beside what happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.bars import Strip
from game.desktop.canvas import Canvas
from game.desktop.frames import Label, Panel
from game.desktop.screens.moment_list import moment_log
from game.desktop.widget import Box, Widget
from game.telling.hindsight import Verdict, foreseen, judge
from game.telling.moments import moments
from levels.calendar import month_of

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.match import Match

Looks = Mapping[str, tuple[str, theme.Colour, str]]


class Search:
    """One look into the past; what is `stopped` is not heard any more."""

    def __init__(self) -> None:
        self.stopped = False


class InsightPage(Widget):
    """`begin` looks for the best and worst decision in the background; `end` stops it. `replay(turn)` opens a turn."""

    def __init__(self, match: Match, app: App, rect: Box, looks: Looks, replay: Callable[[int], None]) -> None:
        super().__init__("debrief.insight", rect)
        self.match, self.app, self.looks = match, app, looks
        self.firm = match.firm
        self.search: Search | None = None
        self.known = set[str]()
        say, box = match.words.say, self.rect
        left = pygame.Rect(box.x, box.y, 640, box.h)
        self.turns = Panel("turns", left, say("debrief-turns", firm=match.words.firm(self.firm)), icon="star")
        self.turns.note = say("insight-note")
        found = moments(match.session, self.firm)
        area = (left.x + 8, left.y + 36, left.w - 16, left.h - 44)
        self.log = moment_log("turns.log", area, match, found, lambda turn: replay(int(turn) - 1))
        right = pygame.Rect(left.right + 8, box.y, box.w - left.w - 8, 300)
        self.decisions = Panel("insight.decisions", right, say("insight-decisions"), icon="scale")
        self.progress = Label("insight.progress", (right.x + 14, right.y + 40, right.w - 28, 22), "", size=12.5)
        self.progress.colour = theme.MUTED
        self.best = VerdictCard("insight.best", (right.x + 12, right.y + 68, right.w - 24, 106), match, good=True)
        self.worst = VerdictCard("insight.worst", (right.x + 12, right.y + 182, right.w - 24, 106), match, good=False)
        low = pygame.Rect(right.x, right.bottom + 8, right.w, box.h - right.h - 8)
        self.seen = Panel("insight.seen", low, say("insight-foreseen"), icon="crosshair")
        self.hits = Label("insight.hits", (low.x + 14, low.y + 40, low.w - 28, 60), "", size=13, wrap=True)
        self.strips: list[Strip] = []
        self.add(self.turns, self.log, self.decisions, self.progress, self.best, self.worst, self.seen, self.hits)

    def begin(self) -> None:
        """Ask what each of the orders was worth, and what had been foreseen, as far as neither is known or sought."""
        if self.search is not None:
            return
        search = self.search = Search()
        match, say = self.match, self.match.words.say
        if not match.session.turns or self.firm not in match.people:
            self.progress.text = say("insight-no-person")
        elif "worth" not in self.known:
            self.progress.text = say("insight-looking")
            self.app.work(lambda: self._judge(search), lambda found: self._judged(search, found), self._failed)
        if "foreseen" not in self.known:
            self.app.work(
                lambda: foreseen(match.session, self.firm, lambda: search.stopped, match.at_rest),
                lambda found: self._foreseen(search, found),
                self._failed,
            )

    def end(self) -> None:
        """Stop looking; `begin` goes on with what is not known yet."""
        if self.search is not None:
            self.search.stopped, self.search = True, None

    def _failed(self, error: Exception) -> None:
        self._say(str(error))

    def _say(self, words: str) -> None:
        self.progress.text = words

    def _judge(self, search: Search) -> list[Verdict]:
        def told(done: int, whole: int) -> None:
            words = self.match.words.say("insight-progress", done=done, whole=whole)
            self.app.call_soon(lambda: None if search.stopped else self._say(words))

        return judge(self.match.session, self.firm, told, lambda: search.stopped, self.match.at_rest)

    def _judged(self, search: Search, found: Sequence[Verdict]) -> None:
        if search.stopped:
            return
        self.known.add("worth")
        self._say(self.match.words.say("insight-tried", count=len(found)))
        if found and found[0].worth > 0.05:
            self.best.verdict = found[0]
        if found and found[-1].worth < -0.05:
            self.worst.verdict = found[-1]
        self.best.ready = self.worst.ready = True

    def _foreseen(self, search: Search, found: Sequence[tuple[int, str, str]]) -> None:
        say = self.match.words.say
        if search.stopped:
            return
        self.known.add("foreseen")
        if not found:
            self.hits.text = say("insight-nothing-foreseen")
            return
        hits = sum(expected == happened for _, expected, happened in found)
        self.hits.text = say("insight-hits", hits=hits, count=len(found))
        months = [self.match.words.figures.month(month_of(month, self.match.level.start)) for month, _, _ in found]
        box = self.seen.rect
        for number, (key, at) in enumerate((("expected", 1), ("happened", 2))):
            area = (box.x + 14, box.y + 104 + number * 34, box.w - 28, 24)
            states = [str(entry[at]) for entry in found]
            strip = Strip(f"insight.{key}", area, states, months, self.looks, name=say(f"insight-{key}"))
            strip.name_width = 120
            self.strips.append(strip)
            self.add(strip)
        used = [key for key in self.looks if any(key in entry[1:] for entry in found)]
        legend = Legend(
            "insight.legend", (box.x + 134, box.y + 178, box.w - 148, 60), [self.looks[key] for key in used]
        )
        self.add(legend)


class VerdictCard(Widget):
    """One decision and what it was worth."""

    def __init__(self, ident: str, rect: Box, match: Match, *, good: bool) -> None:
        super().__init__(ident, rect)
        self.match, self.good, self.ready = match, good, False
        self.verdict: Verdict | None = None

    def draw(self, canvas: Canvas) -> None:
        say, box = self.match.words.say, self.rect
        colour = theme.GOOD if self.good else theme.BAD
        canvas.panel(box, theme.mix(theme.PANEL, colour, 0.06), theme.LINE, 8)
        canvas.icon("thumbs-up" if self.good else "triangle-alert", (box.x + 24, box.y + 24), 20, colour)
        title = say("insight-best" if self.good else "insight-worst")
        canvas.text(title, (box.x + 46, box.y + 24), weight=theme.SEMIBOLD, colour=colour)
        verdict = self.verdict
        if verdict is None:
            words = say("insight-none-good" if self.good else "insight-none-bad") if self.ready else "…"
            canvas.text(words, (box.x + 46, box.y + 54), colour=theme.MUTED, width=box.w - 60)
            return
        level = self.match.level
        month = self.match.words.figures.month(month_of((verdict.turn - 1) * level.months_per_turn + 1, level.start))
        canvas.text(month, (box.right - 14, box.y + 24), size=12.5, colour=theme.MUTED, align="right")
        order = self.match.words.order(verdict.order)
        canvas.text(order, (box.x + 46, box.y + 52), size=14.5, weight=theme.SEMIBOLD, width=box.w - 60)
        way = "lower" if verdict.worth > 0 else "higher"
        words = say("insight-worth", points=f"{abs(verdict.worth):.1f}", way=way)
        canvas.text(words, (box.x + 46, box.y + 78), size=12.5, colour=theme.SOFT, width=box.w - 60)


class Legend(Widget):
    """Coloured squares with their words, in rows."""

    def __init__(self, ident: str, rect: Box, looks: Sequence[tuple[str, theme.Colour, str]]) -> None:
        super().__init__(ident, rect)
        self.looks = looks

    def draw(self, canvas: Canvas) -> None:
        x, y = float(self.rect.x), self.rect.y + 11
        for words, colour, _ in self.looks:
            wide = 34 + canvas.text_width(words, 11.5)
            if x + wide > self.rect.right + 18 and x > self.rect.x:
                x, y = float(self.rect.x), y + 20
            canvas.panel(pygame.FRect(x, y - 5, 10, 10), colour, None, 2)
            canvas.text(words, (x + 15, y), size=11.5, colour=theme.SOFT)
            x += wide
