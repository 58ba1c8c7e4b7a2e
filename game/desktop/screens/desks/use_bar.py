"""All compute as one bar: what it serves, and what is left for research; its edges drag where a policy divides it."""

from __future__ import annotations

import pygame

from game.desktop import theme
from game.desktop.canvas import Canvas, Point
from game.desktop.screens.desks.work import Work, field_of
from game.desktop.screens.status_panel import COLOURS
from game.desktop.widget import Box, Spot, Tip, Widget

HEAD, BAR, LEGEND = 26, 26, 44
GRIP = 8
PARTS = ("paid", "products", "run", "free", "research", "lent")
ABOUT = {
    "paid": "me.paid_h100e",
    "products": "me.products_h100e",
    "run": "me.run_h100e",
    "free": "me.free_h100e",
    "research": "use.research",
    "lent": "use.let",
}
EDGE = "free"
"""The part whose right edge drags: it ends where the free tier does."""


class UseBar(Widget):
    """Left and Right move the free tier as a drag does; what is set so stands in the knob below."""

    takes_mouse = True

    def __init__(self, rect: Box, work: Work, canvas: Canvas) -> None:
        super().__init__("use.bar", rect)
        self.work, self.held = work, False
        self.rect.h = HEAD + BAR + LEGEND
        self.option = work.option("set_policy", "free_tier")
        me = work.me
        self.now = me.free_tier
        planned = work.value("free_tier", None)
        orders = [o.value for o in work.match.orders if o.kind == "set_policy" and o.policy == "free_tier"]  # type: ignore[union-attr]
        self.value = float(planned if planned is not None else orders[-1] if orders else self.now)
        self.tip = work.say("wide-use-tip")

    @property
    def focusable(self) -> bool:  # type: ignore[override]
        return self.option is not None

    @property
    def wanted(self) -> float:
        """H100e that all free users would take."""
        return self.work.me.consumers * self.work.view.free_h100e_per_million / 1e6

    def sizes(self) -> dict[str, float]:
        """H100e by part; with another free tier than now the free part in proportion, at research's cost."""
        me = self.work.me
        free = float(me.free_h100e)
        if self.now > 0 and self.value != self.now:
            free = free * self.value / self.now
        elif self.value != self.now:
            free = self.wanted * self.value
        free = min(free, float(me.free_h100e + me.research_h100e))
        served = me.paid_h100e + me.products_h100e + me.run_h100e + me.subleased_h100e
        return {
            "paid": float(me.paid_h100e),
            "products": float(me.products_h100e),
            "run": float(me.run_h100e),
            "free": free,
            "research": max(0.0, me.usable_h100e - served - free),
            "lent": float(me.leased_out_h100e + me.subleased_h100e),
        }

    @property
    def bar(self) -> pygame.Rect:
        return pygame.Rect(self.rect.x, self.rect.y + HEAD, self.rect.w - 4, BAR)

    def edge_x(self) -> float:
        """Where the free part ends."""
        sizes = self.sizes()
        total = sum(sizes.values()) or 1.0
        before = sum(sizes[part] for part in PARTS[: PARTS.index(EDGE) + 1])
        return self.bar.x + self.bar.w * before / total

    # --- input -------------------------------------------------------------------------------------------

    def _set(self, value: float) -> None:
        if self.option is None:
            return
        bounds = field_of(self.option, "value")
        steps = round((min(bounds.high, max(bounds.low, value)) - bounds.low) / bounds.step)
        self.value = round(bounds.low + steps * bounds.step, 6)

    def press(self, point: Point, clicks: int) -> bool:
        self.held = self.option is not None and abs(point[0] - self.edge_x()) <= GRIP
        return True

    def drag(self, point: Point) -> None:
        if not self.held:
            return
        sizes = self.sizes()
        before = sum(sizes[part] for part in PARTS[: PARTS.index(EDGE)])
        total = sum(sizes.values()) or 1.0
        free = (point[0] - self.bar.x) / self.bar.w * total - before
        unit = self.work.me.free_h100e / self.now if self.now > 0 and self.work.me.free_h100e else self.wanted
        self._set(free / unit if unit > 0 else self.now)

    def release(self, point: Point) -> None:
        if self.held:
            self.held = False
            self._keep()

    def _keep(self) -> None:
        self.work.put("free_tier", self.value)
        self.work.go("")

    def key(self, key: int, mods: int) -> bool:
        if self.option is None or key not in (pygame.K_LEFT, pygame.K_RIGHT):
            return False
        step = field_of(self.option, "value").step
        self._set(self.value + (step if key == pygame.K_RIGHT else -step))
        self._keep()
        return True

    def tip_at(self, point: Point | None) -> Tip | None:
        return Tip(self.tip, self.bar) if self.option is not None else None

    def shown(self) -> list[str]:
        """The parts that have a place in the legend."""
        sizes = self.sizes()
        return [part for part in PARTS if sizes[part] > 0 or part not in ("products", "lent")]

    def spots(self) -> list[Spot]:
        """The figures of the legend, as long as they are today's."""
        if self.value != self.now:
            return []
        sizes, wide, found = self.sizes(), self.rect.w // len(PARTS), []
        for number, part in enumerate(self.shown()):
            area = pygame.Rect(self.rect.x + wide * number, self.bar.bottom + 4, wide - 6, 34)
            value = self.work.figures.cards(sizes[part])
            found.append(Spot(ABOUT[part], area, value, self.work.say(f"use-{part}"), "cpu"))
        return found

    # --- drawing -----------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        say, figures, sizes = self.work.say, self.work.figures, self.sizes()
        canvas.text(say("wide-use"), (self.rect.x + 2, self.rect.y + 12), size=13.5, weight=theme.SEMIBOLD)
        total = sum(sizes.values()) or 1.0
        whole = say("wide-use-all", h100e=total)
        canvas.text(whole, (self.bar.right, self.rect.y + 12), size=11, colour=theme.MUTED, align="right")
        canvas.panel(self.bar, theme.TRACK, None, 4)
        x = float(self.bar.x)
        colours = {part: theme.mark_colour(COLOURS.get(part, "amber")) for part in PARTS}
        column = self.rect.w // len(PARTS)
        for number, part in enumerate(self.shown()):
            wide = self.bar.w * sizes[part] / total
            if wide >= 1:
                canvas.panel(pygame.FRect(x, self.bar.y, wide - 1, BAR), colours[part], None, 3 if wide > 8 else 0)
            x += wide
            at = (self.rect.x + column * number, self.bar.bottom + 13)
            canvas.panel(pygame.FRect(at[0], at[1] - 4, 9, 9), colours[part], None, 2)
            canvas.text(say(f"use-{part}"), (at[0] + 14, at[1]), size=11, colour=theme.SOFT)
            amount = f"{figures.cards(sizes[part])}  {figures.percent(sizes[part] / total)}"
            canvas.text(amount, (at[0] + 14, at[1] + 15), size=11.5, weight=theme.SEMIBOLD)
        if self.option is not None:
            x = self.edge_x()
            grip = pygame.FRect(x - 3, self.bar.y - 4, 6, BAR + 8)
            canvas.panel(grip, theme.TEXT, theme.GROUND, 3)
            if self.value != self.now:
                shown = say("wide-free-then", before=figures.percent(self.now), after=figures.percent(self.value))
                canvas.text(shown, (self.rect.centerx, self.rect.y + 12), size=12, colour=theme.ACCENT, align="center")
