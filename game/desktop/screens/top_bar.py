"""The bar at the top: the firm, its six figures with their change, the date, the end of the turn, the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.frames import Figure, Label, share_room
from game.desktop.widget import Act, Box, Widget
from game.telling import figures as told

if TYPE_CHECKING:
    from game.desktop.match import Match

FIGURES = (
    ("cash", "banknote", 142),
    ("gpus", "cpu", 170),
    ("power", "zap", 178),
    ("elo", "brain-circuit", 100),
    ("revenue", "dollar-sign", 130),
    ("valuation", "trending-up", 128),
)
WIDER = 60
"""How much wider than usual a figure may stand."""
ABOUT = {
    "cash": "me.cash_usd",
    "gpus": "me.usable_h100e",
    "power": "record.mw_online",
    "elo": "me.arena_elo",
    "revenue": "me.run_rate_usd",
    "valuation": "me.valuation_usd",
}
"""What the figures show, as `game.explain` calls it."""
ROLE_ABOUT = {
    "cash": "role.aim",
    "gpus": "role.loudest",
    "power": "role.queue_kw",
    "elo": "role.bills",
    "revenue": "role.tariff",
    "valuation": "role.stranded_usd",
}


class TopBar(Widget):
    """Figures of the firm that is looked through."""

    def __init__(self, match: Match, end: Act, menu: Act) -> None:
        super().__init__("bar", (0, 0, 1280, 48))
        self.match = match
        say, nowhere = match.words.say, (0, 0, 0, 0)
        self.figures: dict[str, Figure] = {
            key: Figure(f"bar.{key}", nowhere, say(f"bar-{key}"), icon=icon) for key, icon, _ in FIGURES
        }
        self.date = Label("bar.date", nowhere, size=theme.LARGE, weight=theme.SEMIBOLD, align="right")
        self.turn = Label("bar.turn", nowhere, size=11.5, colour=theme.MUTED, align="right")
        self.end = Button("bar.end", nowhere, say("end-turn"), end, icon="arrow-right", icon_after=True)
        self.end.tip = say("end-turn-tip")
        self.menu = Button("bar.menu", nowhere, icon="menu", kind="quiet", tip=say("bar-menu"))
        self.menu.on_click = menu
        self.add(*self.figures.values(), self.date, self.turn, self.end, self.menu)
        self.place(self.rect)

    def place(self, rect: Box) -> None:
        """Figures share what a wider window gives; date and buttons stay at the right."""
        self.rect = pygame.Rect(rect)
        right = self.rect.right
        more = min(WIDER, max(0, right - 1280) // len(FIGURES))
        x = 168 + more // 2
        for key, _, wide in FIGURES:
            self.figures[key].rect = pygame.Rect(x, 4, wide + more, 42)
            x += wide + more
        self.date.rect = pygame.Rect(right - 268, 5, 84, 20)
        self.turn.rect = pygame.Rect(right - 268, 26, 84, 16)
        self.end.rect = pygame.Rect(right - 172, 8, 124, 32)
        self.menu.rect = pygame.Rect(right - 42, 8, 34, 32)

    def refresh(self) -> None:
        match = self.match
        session, view = match.session, match.view
        self.date.text = match.words.month(min(view.month, match.level.months))
        turn = min(session.turn, session.turns_in_all)
        self.turn.text = match.words.say("bar-turn", turn=turn, turns=session.turns_in_all)
        self.end.visible = match.steering
        role = view.role
        for key, icon, _ in FIGURES:
            figure = self.figures[key]
            figure.icon = icon if role is None else told.ROLE_ICONS[key]
            figure.name = match.words.say(f"bar-{key}" if role is None else f"bar-role-{key}")
            figure.about = ABOUT[key] if role is None else ROLE_ABOUT[key]
        if role is not None:
            self._part()
            return
        self._money()
        self._gpus()
        self._power()
        self._rating()

    def _put(self, key: str, value: str, change: str = "", tone: str = "good", tip: str = "") -> None:
        figure = self.figures[key]
        figure.value, figure.change, figure.tone, figure.tip = value, change, tone, tip

    def _part(self) -> None:
        """What counts for a utility, residents or a regulator, in place of a firm's figures."""
        for key, (value, note) in told.role_figures(self.match).items():
            self._put(key, value, note, "warn" if note else "good")

    def _money(self) -> None:
        figures = self.match.words.figures
        match, me, span = self.match, self.match.view.me, self.match.view.months_per_turn
        say = match.words.say
        for key, now, column in (("cash", me.cash_usd, "cash_usd"), ("valuation", me.valuation_usd, "valuation_usd")):
            before = match.history.own_before(column, span)
            if key == "valuation":
                change = now / before - 1 if before else 0.0
                words = figures.percent(change, signed=True) if before and abs(change) >= 0.005 else ""
            else:
                change = now - before if before is not None else 0
                words = figures.money(change, signed=True) if change else ""
            tip = say(f"tip-bar-{key}", debt=me.debt_usd, runway=told.runway_months(match), share=me.founders_share)
            self._put(key, figures.money(now), words, "good" if change >= 0 else "bad", tip)
        before_rate = match.history.own_before("revenue_usd", span)
        growth = me.revenue_usd / before_rate - 1 if before_rate and me.revenue_usd else 0.0
        words = figures.percent(growth, signed=True) if abs(growth) >= 0.005 else ""
        tip = say("tip-bar-revenue", growth=me.growth - 1, burn=round(me.burn_usd))
        value = figures.money(me.run_rate_usd)
        self._put("revenue", value, words, "good" if growth >= 0 else "bad", tip)

    def _gpus(self) -> None:
        """Compute that runs for the firm, own and leased together; idle cards of its own beside it."""
        figures = self.match.words.figures
        match, me = self.match, self.match.view.me
        say = match.words.say
        before = match.history.own_before("h100e_online", match.view.months_per_turn)
        change = match.history.own_latest("h100e_online") - before if before is not None else 0
        words = figures.cards(change, signed=True) if change else ""
        tip = say(
            "tip-bar-gpus",
            running=max(0, me.online_h100e - me.leased_out_h100e),
            leased=me.leased_h100e,
            idle=me.idle_h100e,
            out=me.leased_out_h100e,
            change=round(change),
        )
        value = figures.cards(me.usable_h100e)
        if me.idle_h100e:
            self._put("gpus", value, say("bar-dark", cards=me.idle_h100e), "warn", tip)
        else:
            self._put("gpus", value, words, "good" if change >= 0 else "bad", tip)

    def _power(self) -> None:
        match = self.match
        sites = match.view.sites.values()
        have = sum(site.grid_kw + site.turbine_kw for site in sites)
        gas = sum(site.turbine_kw for site in sites)
        coming = sum(site.coming_kw for site in sites)
        share = told.used_kw(match) / have if have else 0.0
        tip = match.words.say("tip-bar-power", grid=have - gas, gas=gas, coming=coming, share=share)
        if not have:
            self.figures["power"].about = ""
            self._put("power", "–", match.words.say("bar-no-power"), "muted", tip)
            return
        self._put("power", told.power_line(match), tip=tip)

    def _rating(self) -> None:
        match, me = self.match, self.match.view.me
        rank = told.arena_place(match) or 1
        words = match.words.say("bar-rank", rank=rank)
        tip = match.words.say("tip-bar-elo", true=round(me.true_elo), months=me.months_since_release)
        self._put("elo", f"{me.arena_elo:,.0f}", words, "good" if rank == 1 else "muted", tip)

    def draw(self, canvas: Canvas) -> None:
        share_room([self.figures[key] for key, _, _ in FIGURES], canvas)
        canvas.box(pygame.Rect(-2000, 0, 6000, 48), theme.PANEL)
        canvas.line((-2000, 48), (4000, 48), theme.LINE)
        canvas.icon("cpu", (24, 24), 22, theme.ACCENT)
        canvas.text(self.match.words.say("title"), (44, 16), size=14.5, weight=theme.BOLD)
        colour = theme.firm_colour(self.match.words.colour(self.match.firm))
        canvas.disc((49, 34), 4.5, colour)
        role = "bar-you" if self.match.steering else "bar-watching"
        words = self.match.words.say(role, firm=self.match.view.me.name)
        canvas.text(words, (59, 33.5), size=11.5, weight=theme.MEDIUM, colour=theme.SOFT, width=112)
