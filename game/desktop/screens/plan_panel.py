"""The plan of the turn: the advisor's or one's own orders with reasons, what they take, and the end of the turn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.frames import Label, Line, Panel
from game.desktop.screens.matter_card import EndButton, note_for
from game.desktop.screens.parts import Pips, PlanRow
from game.desktop.scroll import ScrollArea
from game.desktop.widget import Act

if TYPE_CHECKING:
    from game.desktop.match import Match

ROW, GAP = 34, 2


class PlanPanel(Panel):
    """`changed` after each change of the plan, `edit(place)` to open an order, `end` to end the turn."""

    def __init__(
        self,
        match: Match,
        full_rect: tuple[int, int, int, int],
        small_rect: tuple[int, int, int, int],
        changed: Act,
        edit: Callable[[int], None],
        end: Act,
        play_on: Act | None = None,
    ) -> None:
        super().__init__("plan", full_rect, match.words.say("plan-title"), icon="list-checks")
        self.match, self.changed_plan, self.edit, self.end = match, changed, edit, end
        self.full_rect, self.small_rect = pygame.Rect(full_rect), pygame.Rect(small_rect)
        self.play_on = play_on
        self.still_open: tuple[list[str], list[str]] = ([], [])
        self.small = False
        self.pips = Pips("plan.initiative", (0, 0, 0, 0), tip=match.words.say("plan-initiative-tip"))
        self.refresh()

    def stand(self, full_rect: tuple[int, int, int, int], small_rect: tuple[int, int, int, int]) -> None:
        """Where to stand in full and beside an open form."""
        self.full_rect, self.small_rect = pygame.Rect(full_rect), pygame.Rect(small_rect)
        self.shrink(self.small)

    def shrink(self, small: bool) -> None:
        """Leave the room to an open form."""
        self.small = small
        self.rect = pygame.Rect(self.small_rect if small else self.full_rect)
        self.refresh()

    def refresh(self) -> None:
        figures = self.match.words.figures
        say, match = self.match.words.say, self.match
        self.clear()
        x, y, wide = self.rect.x + 10, self.rect.y + 36, self.rect.w - 20
        self.pips.rect = pygame.Rect(self.rect.right - 232, self.rect.y + 9, 220, 20)
        self.pips.used, self.pips.most = len(match.orders), match.initiative
        self.pips.words = say("plan-initiative", used=len(match.orders), most=match.initiative)
        self.add(self.pips)
        after = match.cash_after()
        tone = "good" if after > 0 else "bad"
        if self.small:
            self.add(
                Line(
                    "plan.cash",
                    (x + 2, y - 2, wide - 4, 22),
                    say("plan-cash"),
                    figures.money(after),
                    tone=tone,
                    about="plan:cash",
                )
            )
            return
        troubles = match.troubles()
        foot = self.rect.bottom - 10
        rows = ScrollArea("plan.rows", (x, y, wide, foot - 64 - y), foot=0)
        said: set[str] = set()
        narrow = 10 if len(match.orders) * (ROW + GAP) - GAP > rows.rect.h else 0
        for place in range(len(match.orders)):
            area = pygame.Rect(x, y + place * (ROW + GAP), wide - narrow, ROW)
            rows.add(self._row(place, area, troubles.get(place, ""), said))
        self.add(rows)
        if not match.orders:
            words = Label("plan.empty", (x + 2, y + 4, wide - 4, 60), say("plan-empty"), size=12.5, wrap=True)
            words.colour = theme.MUTED
            self.add(words)
        line = (x + 2, foot - 62, wide - 4 - 94, 22)
        self.add(Line("plan.cash", line, say("plan-cash"), figures.money(after), tone=tone, about="plan:cash"))
        self._add_buttons(x, foot - 36, wide)

    def _row(self, place: int, area: pygame.Rect, trouble: str, said: set[str]) -> PlanRow:
        """A row of the plan; its reasons begin with those that no row above has `said`."""
        match, order = self.match, self.match.orders[place]
        why = sorted(match.why(order), key=lambda reason: reason in said)
        said.update(why[:1])
        title = match.words.order(order)
        tip = "\n".join(part for part in (title, *why, trouble, match.words.say("plan-move-tip")) if part)
        row = PlanRow(
            f"plan.{place}",
            area,
            title,
            why,
            lambda: self.edit(place),
            lambda: self.drop(place),
            icon=match.words.order_icon(order),
            trouble=trouble,
            tip=tip,
        )
        row.tip_delay_ms = 600
        row.on_move = lambda steps: self.move_order(place, place + steps)
        cross = Button(f"plan.{place}.drop", (area.right - 28, area.y + 6, 24, 24), icon="x", kind="quiet")
        cross.tip, cross.on_click = match.words.say("plan-drop"), lambda: self.drop(place)
        row.add(cross)
        return row

    def _add_buttons(self, x: int, y: int, wide: int) -> None:
        say, match = self.match.words.say, self.match
        advisor = Button("plan.advisor", (x, y, 96, 34), say("plan-advisor"), self.advise, icon="lightbulb")
        advisor.tip = say("plan-advisor-tip")
        right, small = x + wide, y - 28
        undo = Button("plan.undo", (right - 86, small, 26, 24), icon="undo-2", on_click=self.undo, kind="quiet")
        undo.tip = say("plan-undo")
        if not self.match.can_undo:
            undo.refuse(say("plan-undo-none"))
        redo = Button("plan.redo", (right - 56, small, 26, 24), icon="redo-2", on_click=self.redo, kind="quiet")
        redo.tip = say("plan-redo")
        if not self.match.can_redo:
            redo.refuse(say("plan-redo-none"))
        reset = Button("plan.reset", (right - 26, small, 26, 24), icon="trash-2", on_click=self.reset, kind="quiet")
        reset.tip = say("plan-reset")
        self.auto = Button("plan.auto", (x + 102, y, 34, 34), icon="fast-forward", on_click=self.play_on)
        self.auto.visible = self.play_on is not None and len(match.people) == 1
        left = 142 if self.auto.visible else 104
        self.go = EndButton("plan.end", (x + left, y, wide - left, 34), say("end-turn"), self.end, kind="primary")
        self.add(undo, redo, reset, advisor, self.auto, self.go)
        self._show_open()

    def name_open(self, words: list[str], tips: list[str]) -> None:
        """What is still open, on the button that ends the turn."""
        self.still_open = words, tips
        self._show_open()

    def _show_open(self) -> None:
        screen = self.shown_on()
        if self.small or screen is None or screen.app is None:
            return
        say, (words, tips) = self.match.words.say, self.still_open
        self.go.note = note_for(screen.app.canvas, words, self.go.rect.w - 14, lambda n: say("look-more", more=n))
        self.auto.tip = say("auto-tip", press=screen.app.keymap.of("auto"))
        self.go.tip = "\n".join(tips) if tips else say("look-note-done")

    # --- what the buttons do ---------------------------------------------------------------------------

    def drop(self, place: int) -> None:
        self.match.drop(place)
        self.changed_plan()

    def advise(self) -> None:
        self.match.advise()
        self.changed_plan()
        screen = self.shown_on()
        if not self.match.advised and screen is not None:
            screen.toast(self.match.words.say("advice-none"), icon="lightbulb")

    def undo(self) -> None:
        if self.match.undo():
            self.changed_plan()

    def redo(self) -> None:
        if self.match.redo():
            self.changed_plan()

    def move_order(self, place: int, to: int) -> None:
        """Another place in the plan, with the keyboard staying on the order."""
        if self.match.move(place, to):
            self.changed_plan()
            screen = self.shown_on()
            to = max(0, min(len(self.match.orders) - 1, to))
            row = next((row for row in self.walk() if row.id == f"plan.{to}"), None)
            if screen is not None and row is not None:
                screen.focus(row)

    def reset(self) -> None:
        self.match.reset()
        self.changed_plan()
