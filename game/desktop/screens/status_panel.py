"""What one's compute does this month, and what holds the firm back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.frames import Label, Panel
from game.desktop.screens.parts import Segments
from game.telling.figures import bound_line
from game.telling.wording import BINDING_ICONS

if TYPE_CHECKING:
    from agents.view import RoleView
    from game.desktop.match import Match

COLOURS = {
    "paid": "green",
    "free": "pink",
    "run": "sky",
    "research": "violet",
    "lent": "sand",
    "idle": "grey",
}


ABOUT = {
    "paid": "use.customers",
    "free": "me.free_h100e",
    "run": "me.run_h100e",
    "research": "use.research",
    "lent": "use.let",
    "idle": "me.idle_h100e",
}
"""What the parts show, as `game.explain` calls it."""


class StatusPanel(Panel):
    def __init__(self, match: Match, rect: tuple[int, int, int, int]) -> None:
        super().__init__("status", rect, match.words.say("status-title"), icon="gauge")
        self.match = match
        self.use = Segments("status.use", (0, 0, 0, 0), tip=match.words.say("status-use-tip"))
        self.run = Label("status.run", (0, 0, 0, 0), size=12.5)
        self.bound = Label("status.bound", (0, 0, 0, 0), size=12.5, wrap=True)
        self.add(self.use, self.run, self.bound)
        self.lay()

    def lay(self) -> None:
        x, y, wide, _ = self.rect
        self.use.rect = pygame.Rect(x + 12, y + 38, wide - 24, 56)
        self.run.rect = pygame.Rect(x + 12, y + 100, wide - 24, 20)
        self.bound.rect = pygame.Rect(x + 12, y + 122, wide - 24, 36)

    def refresh(self) -> None:
        figures = self.match.words.figures
        match, me = self.match, self.match.view.me
        say = match.words.say
        mine = match.steering
        self.use.visible = self.bound.visible = match.view.role is None
        self.run.rect.y, self.bound.rect.y = self.rect.y + 100, self.rect.y + 122
        if match.view.role is not None:
            self.bound.about = self.run.about = ""
            self._show_region(match.view.role)
            return
        self.title = say("status-title") if mine else say("status-title-of", firm=me.name)
        self.note = say("status-note" if mine else "status-note-of", h100e=me.usable_h100e)
        paid, let = me.paid_h100e + me.products_h100e, me.subleased_h100e
        values = {
            "paid": paid,
            "free": me.free_h100e,
            "run": me.run_h100e,
            "research": max(0, me.usable_h100e - paid - me.free_h100e - me.run_h100e - let),
            "lent": me.leased_out_h100e + let,
            "idle": me.idle_h100e,
        }
        if not me.alive:
            values, self.note = dict.fromkeys(values, 0), ""
        self.use.parts = [
            (say(f"use-{key}"), value, figures.cards(value), theme.mark_colour(COLOURS[key]))
            for key, value in values.items()
        ]
        self.use.abouts = [ABOUT[key] for key in values] if me.alive else []
        self._show_run()
        self._show_binding()

    def _show_region(self, role: RoleView) -> None:
        """For who is no firm: the terms in force, and the loudest site."""
        say = self.match.words.say
        self.title, self.note = say("status-region"), say("status-strict", strict=f"{role.strictness:.2f}")
        self.run.rect.y, self.bound.rect.y = self.use.rect.y, self.use.rect.y + 26
        self.run.icon, self.run.colour = "file-text", theme.SOFT
        self.run.text = say(
            "status-terms",
            usd=role.deposit_usd_per_kw,
            take=role.minimum_take,
            months=round(role.collateral_months),
        )
        loudest = max(role.sites, key=lambda site: (site.opposition, site.used_kw), default=None)
        self.bound.visible = loudest is not None
        if loudest is not None:
            self.bound.icon, self.bound.colour = "zap", theme.WARN if loudest.unpermitted_kw else theme.SOFT
            self.bound.text = say(
                "status-site", site=loudest.name, kw=loudest.used_kw, gas=loudest.unpermitted_kw, fund=loudest.fund_usd
            )

    def _show_run(self) -> None:
        match, me = self.match, self.match.view.me
        say = match.words.say
        self.run.colour, self.run.icon = theme.SOFT, "brain"
        self.run.about = "me.run_flop" if me.run_name else "me.held_elo" if me.held_name else ""
        if me.run_name:
            ready = match.words.month(me.run_ends)
            self.run.text = say("status-run", model=me.run_name, flop=me.run_flop, month=ready)
        elif me.held_name:
            gain = round(me.held_elo - me.true_elo)
            self.run.text = say("status-held", model=me.held_name, elo=f"{gain:+d}")
            self.run.icon, self.run.colour = "rocket", theme.GOOD
        else:
            self.run.text = say("status-no-run")

    def _show_binding(self) -> None:
        match, me = self.match, self.match.view.me
        self.bound.text = bound_line(match, mine=match.steering)
        if not me.alive:
            self.bound.icon, self.bound.colour = "skull", theme.BAD
            return
        self.bound.about = "me.binding"
        self.bound.icon = BINDING_ICONS.get(me.binding, "info")
        self.bound.colour = theme.GOOD if me.binding == "none" else theme.WARN
