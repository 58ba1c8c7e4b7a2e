"""A desk as a wide panel over the board: tabs, knobs, and below them options side by side. Esc closes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pygame

from game.desktop import theme
from game.desktop.buttons import Button, Toggle
from game.desktop.canvas import Canvas, Point
from game.desktop.choices import Dropdown, Tabs
from game.desktop.choices import Option as Choice
from game.desktop.screens.desks.cards import CardGrid
from game.desktop.screens.desks.comparison import Acts, Comparison
from game.desktop.screens.desks.offers import Compare, Group, Knob, Offer
from game.desktop.screens.desks.pages import pages_of
from game.desktop.screens.desks.work import Block, PageSpec, Work
from game.desktop.scroll import ScrollArea
from game.desktop.sliders import Slider
from game.desktop.widget import Act, Box, Widget
from game.telling.wording import DESK_ICONS

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.desktop.screens.desks.book import Book
    from game.door.options import Option

HEAD, TABS, KNOB, KNOB_WIDE, GAP = 40, 32, 46, 200, 12
WIDEST, LEAST_HIGH = 1180, 240
OpenForm = Callable[["Option", int | None, dict[str, Any]], None]


def wide_area(behind: pygame.Rect) -> pygame.Rect:
    """The panel over the part of the board beside the desk: so wide that it can be read, with the board around it."""
    wide = min(WIDEST, behind.w - 26)
    return pygame.Rect(behind.x, behind.y, wide, behind.h - 18)


class WideDesk(Widget):
    """`changed` is called when the plan has changed, `open_form` to set all values of an order."""

    takes_mouse = True

    def __init__(self, match: Match, book: Book, changed: Act, open_form: OpenForm) -> None:
        super().__init__("wide", visible=False)
        self.match, self.book, self.changed_plan, self.open_form = match, book, changed, open_form
        self.works: dict[str, Work] = {}
        self.stamp: tuple[Any, ...] = ()
        self.desk = "power"
        self.panel = pygame.Rect(0, 0, 0, 0)
        self.title = ""
        say = match.words.say
        self.acts = Acts(self.plan, self.adjust, say, lambda: match.full)
        self.closing = Button("wide.close", icon="x", on_click=self.close, kind="quiet", tip=say("wide-close"))
        self.tabs = Tabs("wide.tabs", (0, 0, 0, 0), [], "-", lambda _: self.show_page())
        self.tabs.tip = say("wide-tabs-tip")
        self.knobs = Widget("wide.knobs")
        self.body = ScrollArea("wide.body", (0, 0, 0, 0), foot=8)
        self.add(self.tabs, self.closing, self.knobs, self.body)

    def stand(self, behind: Box) -> None:
        """Stand over this part of the board."""
        self.rect = pygame.Rect(behind)
        self.panel = wide_area(self.rect)
        if self.visible:
            self.show_page()

    # --- open and closed ---------------------------------------------------------------------------------

    @property
    def work(self) -> Work:
        stamp = (self.match.firm, self.match.view.month)
        if stamp != self.stamp:
            self.stamp, self.works = stamp, {}
        if self.desk not in self.works:
            self.works[self.desk] = Work(self.match, self.book, self.desk)
            self.works[self.desk].go = self.go
        return self.works[self.desk]

    def open(self, desk: str, kind: str = "", group: str = "") -> None:
        """Show a desk, at the page that has this kind of order."""
        self.desk, self.visible = desk, True
        pages = pages_of(self.work)
        say = self.match.words.say
        self.title = say(f"desk-{desk}")
        options = [Choice(page.key, say(f"wide-page-{page.key}")) for page in pages]
        keys = [page.key for page in pages]
        wanted = next((page.key for page in pages if kind and _is_on(page, kind, group)), self.work.page)
        self.tabs.options = options
        self.tabs.visible = bool(options)
        self.tabs.value = wanted if wanted in keys else (keys[0] if keys else "")
        self.body.travel.move_to(0)
        self.show_page()

    def go(self, page: str) -> None:
        """To another page of this desk; without a name this one anew, the keyboard where it was."""
        screen = self.shown_on()
        if page:
            self.tabs.choose(page)
            self.focus_first()
        elif screen is not None:
            ident = screen.focused.id if screen.focused is not None else ""
            self.show_page()
            screen.focus(next((w for w in self.walk() if ident and w.id == ident), self.tabs))

    def choose(self, key: str, value: Any) -> None:
        """Set a knob on all pages of the desk that have it."""
        for page in pages_of(self.work):
            self.work.chosen[page.key, key] = value
        self.show_page()

    def next_page(self) -> None:
        keys = [option.key for option in self.tabs.options]
        if self.tabs.value in keys:
            self.tabs.choose(keys[(keys.index(self.tabs.value) + 1) % len(keys)])

    def focus_first(self) -> None:
        screen = self.shown_on()
        if screen is None:
            return
        buttons = [w for w in self.body.walk() if w.focusable and w.is_live()]
        first = next((w for w in buttons if w.id.endswith(".plan")), None)
        screen.focus(first or (buttons[0] if buttons else self.tabs), by_keyboard=None)

    def close(self) -> None:
        if self.visible:
            self.visible = False
            self.body.clear()
            self.knobs.clear()

    def refresh(self) -> None:
        """After the plan or the turn changed."""
        if self.visible:
            offset = self.body.travel.offset
            keys = [page.key for page in pages_of(self.work)]
            if self.tabs.value not in keys:
                self.open(self.desk)
            else:
                self.show_page()
                self.body.measure()
                self.body.travel.move_to(offset)

    # --- building ----------------------------------------------------------------------------------------

    @property
    def canvas(self) -> Canvas | None:
        screen = self.shown_on()
        return screen.app.canvas if screen is not None and screen.app is not None else None

    def _spec(self) -> PageSpec | None:
        return next((page for page in pages_of(self.work) if page.key == self.tabs.value), None)

    def show_page(self) -> None:
        """The page of the chosen tab anew: its knobs and its blocks."""
        area, spec = wide_area(self.rect), self._spec()
        self.panel = area
        self.closing.rect = pygame.Rect(area.right - 38, area.y + 6, 28, 28)
        self.tabs.rect = pygame.Rect(area.x + 150, area.y + 5, area.w - 200, 30)
        self.knobs.clear()
        self.body.clear()
        if spec is None or self.canvas is None:
            return
        if self.work.page != spec.key:
            self.body.travel.move_to(0)
        self.work.page = spec.key
        page = spec.build(self.work)
        y = area.y + HEAD + 4
        if page.knobs:
            y = self._add_knobs(page.knobs, y)
        self.body.rect = pygame.Rect(area.x + 12, y, area.w - 20, area.bottom - 8 - y)
        self._add_blocks(page.blocks)
        self._shrink()

    def _shrink(self) -> None:
        """No higher than what it shows, so that the board below can be seen."""
        area = wide_area(self.rect)
        low = max((block.rect.bottom for block in self.body.children), default=self.body.rect.y) + 8
        self.panel = pygame.Rect(area.x, area.y, area.w, min(area.h, max(LEAST_HIGH, low + 8 - area.y)))
        self.body.rect = pygame.Rect(
            self.body.rect.x, self.body.rect.y, area.w - 20, self.panel.bottom - 8 - self.body.rect.y
        )

    def show_blocks(self) -> None:
        """The blocks anew while a knob moves."""
        spec = self._spec()
        if spec is not None:
            offset = self.body.travel.offset
            self.body.clear()
            self._add_blocks(spec.build(self.work).blocks)
            self._shrink()
            self.body.measure()
            self.body.travel.move_to(offset)

    def _add_blocks(self, blocks: list[Block]) -> None:
        canvas = self.canvas
        assert canvas is not None
        x, y, wide = self.body.rect.x, self.body.rect.y, self.body.rect.w - 14
        for block in blocks:
            rect = (x, y, wide, 10)
            made: Widget
            if isinstance(block, Compare):
                made = Comparison(rect, block, self.acts, canvas)
            elif isinstance(block, Group):
                made = CardGrid(rect, block, self.acts, canvas)
            else:
                made = block(rect, canvas)
            self.body.add(made)
            y = made.rect.bottom + GAP

    def _add_knobs(self, knobs: list[Knob], y: int) -> int:
        x, right = self.panel.x + 12, self.panel.right - 12
        across = max(1, min(len(knobs), (right - x + GAP) // (KNOB_WIDE + GAP)))
        wide = min(300, (right - x + GAP) // across - GAP)
        for number, knob in enumerate(knobs):
            rect = (x + (wide + GAP) * (number % across), y + (KNOB + 6) * (number // across), wide, KNOB)
            self.knobs.add(self._knob(knob, rect))
        return y + (KNOB + 6) * (-(-len(knobs) // across)) + 4

    def _knob(self, knob: Knob, rect: tuple[int, int, int, int]) -> Widget:
        ident, x, y, wide = f"wide.knob.{knob.key}", rect[0], rect[1], rect[2]

        def put(value: Any) -> None:
            self.work.put(knob.key, value)
            self.show_blocks()

        if knob.kind == "choice":
            choices = [Choice(key, words) for key, words in knob.choices]
            return Dropdown(ident, (x, y + 8, wide, 32), knob.name, choices, knob.value, put)
        if knob.kind == "flag":
            return Toggle(ident, (x, y + 10, wide, 28), knob.name, knob.value, put)
        rect = (x, y + 2, wide, KNOB - 2)
        made = Slider(ident, rect, knob.name, knob.value, put, low=knob.low, high=knob.high, step=knob.step)
        made.show, made.mark = knob.show, knob.mark
        return made

    # --- what is done ------------------------------------------------------------------------------------

    def plan(self, offer: Offer) -> None:
        """Put an offer into the plan, change it there, or take it out again."""
        answer = offer.answer
        if answer is None or (answer.quote is None and not answer.planned):
            return
        if answer.planned and answer.place is not None:
            self.match.drop(answer.place)
        elif answer.place is not None:
            self.match.put(answer.order, answer.place)
        elif self.match.full:
            self.adjust(offer)
            return
        else:
            self.match.put(answer.order)
        self.changed_plan()

    def adjust(self, offer: Offer) -> None:
        if offer.option is not None and offer.answer is not None:
            self.open_form(offer.option, offer.answer.place, offer.values)

    # --- mouse, drawing ----------------------------------------------------------------------------------

    def press(self, point: Point, clicks: int) -> bool:
        if not self.panel.collidepoint(point):
            self.close()
        return True

    def wheel(self, steps: float, point: Point) -> bool:
        return True

    def draw(self, canvas: Canvas) -> None:
        canvas.veil(self.rect, theme.SHADE, 130)
        canvas.shadow(self.panel, 14)
        canvas.forget(self.panel)
        canvas.panel(self.panel, theme.PANEL, theme.LINE_STRONG, 8)
        x, y = self.panel.x + 14, self.panel.y + 20
        canvas.icon(DESK_ICONS[self.desk], (x + 8, y), 18, theme.ACCENT)
        canvas.text(self.title, (x + 24, y), size=theme.LARGE, weight=theme.SEMIBOLD)
        low = self.panel.y + HEAD
        canvas.line((self.panel.x + 1, low), (self.panel.right - 1, low), theme.LINE)
        if not self.tabs.options:
            canvas.text(self.match.words.say("desk-empty"), (x, low + 24), colour=theme.MUTED)


def _is_on(page: PageSpec, kind: str, group: str) -> bool:
    return kind in page.kinds or f"{kind}.{group}" in page.kinds
