"""How far each covenant is from breaking, now and over the outlook; for a division how patient its parent is."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas
from game.desktop.frames import draw_bar
from game.desktop.screens.desks.work import Work
from game.desktop.widget import Box, Spot, Tip, Widget

ROW, NAMES, HEAD = 44, 200, 44
NEAR = 0.25
"""Distance, relative to the limit, from which on a covenant is called near."""


@dataclass(frozen=True, slots=True)
class Line:
    """A covenant: what it is now, its limit, the distance to it relative to the limit, and later distances."""

    name: str
    now: str
    limit: str
    distance: float
    later: tuple[tuple[str, str, str], ...] = ()
    tip: str = ""
    about: str = ""
    """Address of what it is now, where that is a figure of its own."""


def lines_of(work: Work) -> list[Line]:
    me, say, rules, figures = work.me, work.say, work.match.level.rules.debt, work.figures
    found: list[Line] = []
    if me.loans_usd:
        least = rules.service_least
        found.append(
            Line(
                say("covenant-service"), f"{me.dscr:.2f} ×", f"≥ {least:.2f} ×", me.dscr / least - 1.0,
                tip=say("covenant-service-tip"), about="me.dscr",
            )
        )  # fmt: skip
        worth = max(1, me.fleet_value_usd)
        owed = me.loans_usd / worth
        found.append(
            Line(
                say("covenant-value"), figures.percent(owed), f"≤ {figures.percent(rules.value_most)}",
                1.0 - owed / rules.value_most, tip=say("covenant-value-tip"),
            )
        )  # fmt: skip
    purse = [(each.month, next((leg for leg in each.legs if leg.name == "cash"), None)) for each in work.book.outlook()]
    known = [(month, leg) for month, leg in purse if leg is not None]
    if known:
        _, now = known[0]
        later = tuple(
            (
                work.match.words.month(month),
                figures.money(leg.value - leg.limit, signed=True),
                "bad" if leg.value < leg.limit else "warn" if leg.value < (1.0 + NEAR) * leg.limit else "text",
            )
            for month, leg in known[1:]
        )
        distance = now.value / now.limit - 1.0 if now.limit > 0 else 1.0
        need = f"≥ {figures.money(now.limit)}"
        found.append(
            Line(say("covenant-cash"), figures.money(now.value), need, distance, later, say("covenant-cash-tip"))
        )
    if me.is_division:
        patience = say("covenant-strain")
        found.append(
            Line(
                patience, figures.percent(me.strain), f"< {figures.percent(1.0)}", 1.0 - me.strain,
                tip=say("covenant-strain-tip"), about="me.strain",
            )
        )  # fmt: skip
    return found


class Covenants(Widget):
    """One line a covenant: now, limit, a bar of the distance with a word for it, and the quarters ahead."""

    takes_mouse = True

    def __init__(self, rect: Box, work: Work, canvas: Canvas) -> None:
        super().__init__("covenants", rect)
        self.work, self.lines = work, lines_of(work)
        self.rect.h = HEAD + ROW * max(1, len(self.lines))

    def tip_at(self, point: tuple[float, float] | None) -> Tip | None:
        if point is None:
            return None
        number = int((point[1] - self.rect.y - HEAD) // ROW)
        if not 0 <= number < len(self.lines):
            return None
        area = pygame.Rect(self.rect.x, self.rect.y + HEAD + ROW * number, self.rect.w, ROW)
        return Tip(self.lines[number].tip, area)

    def spots(self) -> list[Spot]:
        found = []
        for number, line in enumerate(self.lines):
            if line.about:
                area = pygame.Rect(self.rect.x + NAMES - 4, self.rect.y + HEAD + ROW * number, 84, ROW)
                found.append(Spot(line.about, area, line.now, line.name, "scale"))
        return found

    def draw(self, canvas: Canvas) -> None:
        say, x, y = self.work.say, self.rect.x, self.rect.y
        canvas.text(say("wide-covenants"), (x + 2, y + 12), size=13.5, weight=theme.SEMIBOLD)
        heads = ((NAMES, "covenant-now"), (NAMES + 90, "covenant-limit"), (NAMES + 180, "covenant-distance"))
        for left, key in heads:
            canvas.text(say(key), (x + left, y + 33), size=11, weight=theme.MEDIUM, colour=theme.MUTED)
        later = max((line.later for line in self.lines), key=len, default=())
        start = NAMES + 360
        each = (self.rect.w - start) / max(1, len(later))
        for number, (month, _, _) in enumerate(later):
            at = (x + start + each * number, y + 33)
            canvas.text(month, at, size=11, weight=theme.MEDIUM, colour=theme.MUTED)
        for number, line in enumerate(self.lines):
            self._draw_line(canvas, line, y + HEAD + ROW * number, start, each)
        if not self.lines:
            canvas.text(say("covenant-none"), (x + 2, y + HEAD + 8), size=12, colour=theme.MUTED)

    def _draw_line(self, canvas: Canvas, line: Line, top: float, start: float, each: float) -> None:
        say, x, y = self.work.say, self.rect.x, top + ROW / 2
        canvas.line((x, top), (self.rect.right, top), theme.LINE)
        state = "bad" if line.distance < 0 else "warn" if line.distance < NEAR else "good"
        icon = {"bad": "circle-x", "warn": "triangle-alert", "good": "circle-check"}[state]
        canvas.icon(icon, (x + 10, y), 15, theme.TONES[state])
        name = canvas.wrap(line.name, NAMES - 34, 12)
        for row, words in enumerate(name):
            canvas.text(words, (x + 24, y + 15 * (row - (len(name) - 1) / 2)), size=12)
        canvas.text(line.now, (x + NAMES, y), size=12, weight=theme.SEMIBOLD)
        canvas.text(line.limit, (x + NAMES + 90, y), size=12, colour=theme.SOFT)
        bar = pygame.Rect(x + NAMES + 180, round(y) - 10, 150, 6)
        draw_bar(canvas, bar, min(1.0, max(0.0, line.distance)), theme.TONES[state])
        word = "covenant-short" if line.later and state == "bad" else f"covenant-{state}"
        words = say(word, share=self.work.figures.percent(min(9.99, abs(line.distance))))
        canvas.text(words, (bar.x, y + 9), size=11, colour=theme.TONES[state])
        for number, (_, figure, tone) in enumerate(line.later):
            canvas.text(figure, (x + start + each * number, y), size=12, colour=theme.TONES[tone])
