"""The order desk: five tabs of options as cards, each opening as a form, beside its desk over the board."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, Any

import pygame

from game.desktop import theme
from game.desktop.choices import Option as Choice
from game.desktop.frames import Label, Panel
from game.desktop.screens.desks.book import Book
from game.desktop.screens.desks.warm import Warmer
from game.desktop.screens.desks.wide import WideDesk
from game.desktop.screens.order_form import OrderForm
from game.desktop.screens.parts import Card, IconTabs
from game.desktop.scroll import ScrollArea
from game.desktop.widget import Act
from game.telling.desk_order import in_groups
from game.telling.option_notes import note_of
from game.telling.ways import MOST_TRIES, make, ways_to_order
from game.telling.wording import DESK_ICONS, DESKS

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.door.options import Option

TAB_HEIGHT = 46
CARD, HEAD, GAP = 39, 22, 3


class DeskPanel(Panel):
    """`changed` is called when the plan has changed, `resized(open)` when a form opens or closes."""

    def __init__(
        self,
        match: Match,
        closed_rect: tuple[int, int, int, int],
        open_rect: tuple[int, int, int, int],
        changed: Act,
        resized: Callable[[bool], None],
    ) -> None:
        super().__init__("desk", closed_rect, " ", icon="layers")
        self.match, self.changed_plan, self.resized = match, changed, resized
        self.closed_rect, self.open_rect = closed_rect, open_rect
        say = match.words.say
        tabs = [Choice(desk, say(f"desk-{desk}"), icon=DESK_ICONS[desk]) for desk in DESKS]
        self.tabs = IconTabs("desk.tabs", (0, 0, 0, 0), tabs, "power", self._chosen)
        self.tabs.on_open = self.open_desk
        self.book = Book(match)
        self.wide = WideDesk(match, self.book, changed, self._adjust)
        self.wide_for_form = False
        self.back = ""
        self.form: OrderForm | None = None
        self.cards = ScrollArea("desk.cards", (0, 0, 0, 0), foot=3)
        self.add(self.tabs, self.cards, Warmer(match, self.book))
        self.lay()

    def stand(self, closed_rect: tuple[int, int, int, int], open_rect: tuple[int, int, int, int]) -> None:
        """Where to stand with the cards and with a form; an open form keeps its values."""
        self.closed_rect, self.open_rect = closed_rect, open_rect
        self.place(open_rect if self.form is not None else closed_rect)
        if self.form is not None:
            self.open_form(self.form.option, self.form.place, self.form.values)
        elif self.shown_on() is not None:
            self.show_cards()

    def lay(self) -> None:
        self.tabs.rect = pygame.Rect(self.rect.x + 8, self.rect.y + 36, self.rect.w - 16, TAB_HEIGHT)

    @property
    def area(self) -> tuple[int, int, int, int]:
        top = self.rect.y + 36 + TAB_HEIGHT + 8
        return self.rect.x + 10, top, self.rect.w - 20, self.rect.bottom - 8 - top

    def refresh(self) -> None:
        """After the plan or the turn changed."""
        match = self.match
        first = match.words.month(match.view.month)
        last = match.words.month(min(match.level.months, match.view.month + match.view.months_per_turn - 1))
        self.title = match.words.say("desk-title", first=first.split()[0], last=last) if first != last else last
        counts: dict[str, int] = {}
        from agents.orders import desk as desk_of

        for order in match.orders:
            desk = desk_of(order)
            counts[desk] = counts.get(desk, 0) + 1
        self.tabs.counts = counts
        self.show_cards()
        self.wide.refresh()

    def open_desk(self, desk: str) -> None:
        """Show the cards of a desk, and the desk itself over the board with the keyboard on it."""
        self.tabs.value = desk
        self._chosen(desk)
        self.wide.focus_first()

    def open_site(self, site: str) -> None:
        """The desk of power, with this site chosen."""
        self.open_desk("power")
        self.wide.choose("site", site)
        self.wide.focus_first()

    def turn_to(self, desk: str) -> None:
        """Its key was pressed: open the desk, or if it is open turn to its next page."""
        if self.wide.visible and self.wide.desk == desk and self.form is None:
            self.wide.next_page()
            self.wide.focus_first()
        else:
            self.open_desk(desk)

    def _chosen(self, desk: str) -> None:
        self.show_cards()
        self.wide_for_form = False
        self.wide.open(desk)

    def close_wide(self) -> None:
        self.wide.close()
        screen = self.shown_on()
        if screen is not None:
            screen.focus(self.tabs)

    def show_cards(self) -> None:
        """The options of the chosen desk."""
        if self.form is not None:
            self.remove(self.form)
            self.form = None
            self.rect = self.rect.__class__(self.closed_rect)
            self.resized(False)
        self.cards.visible = True
        self.cards.clear()
        self.cards.rect = self.rect.__class__(self.area)
        self.cards.travel.move_to(0)
        x, y, wide, high = self.area
        found = self.book.options(self.tabs.value)
        if not found:
            self._say_empty(x, y, wide)
        groups = in_groups(found)
        heads = sum(HEAD for group, _ in groups if group)
        wide -= 10 if len(found) * (CARD + GAP) - GAP + heads + self.cards.foot > high else 0
        for group, options in groups:
            if group:
                words = self.match.words.say(f"desk-group-{group}")
                self.cards.add(
                    Label("", (x + 2, y, wide - 4, 18), words, size=11.5, weight=theme.SEMIBOLD, colour=theme.MUTED)
                )
                y += HEAD
            for option in options:
                self.cards.add(self._card(option, (x, y, wide, CARD)))
                y += CARD + GAP

    def _card(self, option: Option, rect: tuple[int, int, int, int]) -> Card:
        note, tag, tone = note_of(self.match, option)
        ident = f"option.{option.kind}" + (f".{option.group}" if option.group else "")
        card = Card(
            ident,
            rect,
            self.match.words.option(option),
            note,
            self._opener(option),
            icon=self.match.words.option_icon(option),
            tag=tag,
            tone=tone,
            tip=self.match.words.about(option),
        )
        card.tip_delay_ms = 900
        card.refuse(self._blocked(option))
        return card

    def _blocked(self, option: Option) -> str:
        """Why nothing of this kind can be ordered, whatever its values; empty if something can."""
        match = self.match
        if option.kind == "set_policy" or any(order.kind == option.kind for order in match.orders):
            return ""
        gives_way = len(match.orders) - 1 if match.full else None
        sized, first = any(field.kind == "amount" for field in option.fields), ""
        for values in islice(ways_to_order(option), MOST_TRIES):
            answer = self.book.quote(make(option, values), gives_way)
            if not match.is_refused(answer) or (sized and answer.most):  # type: ignore[union-attr]
                return ""
            first = first or match.refusal(answer)  # type: ignore[arg-type]
        return first

    def _say_empty(self, x: int, y: int, wide: int) -> None:
        words = self.match.words.say("desk-empty")
        self.cards.add(Label("desk.empty", (x + 4, y + 6, wide - 8, 60), words, colour=theme.MUTED, wrap=True))

    def _opener(self, option: Option) -> Act:
        def open_both() -> None:
            self.wide_for_form = not self.wide.visible
            self.wide.open(option.desk, option.kind, option.group)
            self.open_form(option, self.match.place_of(option))

        return open_both

    def _adjust(self, option: Option, place: int | None, values: dict[str, Any]) -> None:
        """From a column of the desk: all its values, beside it."""
        screen = self.shown_on()
        self.back = screen.focused.id if screen is not None and screen.focused is not None else ""
        self.open_form(option, place, values)

    def open_form(self, option: Option, place: int | None = None, values: dict[str, Any] | None = None) -> None:
        """Make an order of this kind, or change the one at `place` of the plan."""
        if self.form is not None:
            self.remove(self.form)
        self.tabs.value = option.desk
        self.rect = self.rect.__class__(self.open_rect)
        self.resized(True)
        self.cards.clear()
        self.cards.visible = False
        screen = self.shown_on()
        assert screen is not None
        assert screen.app is not None
        canvas = screen.app.canvas
        self.form = OrderForm(self.match, option, self.area, canvas, self.close_form, self._added, place, values)
        self.add(self.form)
        self.form.look_again()
        controls = [child for child in self.form.children if child.focusable and child.id != "form.back"]
        screen.focus(next((child for child in controls if child.id != "form.cancel"), None))

    def close_form(self) -> None:
        if self.form is None:
            return
        kind = self.form.option
        self.show_cards()
        screen = self.shown_on()
        if self.wide_for_form:
            self.wide.close()
        back, self.back = self.back, ""
        if back and self.wide.visible and any(widget.id == back for widget in self.wide.walk()):
            assert screen is not None
            screen.focus(screen.find(back))
            return
        ident = f"option.{kind.kind}" + (f".{kind.group}" if kind.group else "")
        card = next((child for child in self.cards.children if child.id == ident), None)
        if screen is not None:
            screen.focus(card or self.tabs)

    def _added(self) -> None:
        self.close_form()
        self.changed_plan()
