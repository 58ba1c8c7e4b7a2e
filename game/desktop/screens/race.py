"""The race: one board with the desk, the chart, the map, the leaderboard and the news, and the flow of turns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.desktop import keepsake, theme
from game.desktop.canvas import Canvas
from game.desktop.dialog import Answer, Dialog
from game.desktop.match import Match
from game.desktop.screen import Screen
from game.desktop.screens.almanac import Shelf
from game.desktop.screens.asking import Asking
from game.desktop.screens.autoplay import Autoplay
from game.desktop.screens.board_panel import BoardPanel
from game.desktop.screens.briefing import open_briefing
from game.desktop.screens.chart_panel import ChartPanel
from game.desktop.screens.desk_panel import DeskPanel
from game.desktop.screens.guide import Guide
from game.desktop.screens.handover import HandOver
from game.desktop.screens.heard import mood_of, turn_effect
from game.desktop.screens.hints import Hints
from game.desktop.screens.kept import Kept
from game.desktop.screens.layout import board_of
from game.desktop.screens.map_panel import MapPanel
from game.desktop.screens.motion import Motion
from game.desktop.screens.news_panel import NewsPanel
from game.desktop.screens.pause import open_pause
from game.desktop.screens.plan_panel import PlanPanel
from game.desktop.screens.rival_card import open_rival
from game.desktop.screens.showing import Showing
from game.desktop.screens.status_panel import StatusPanel
from game.desktop.screens.top_bar import TopBar
from game.desktop.screens.turning import Turning
from game.desktop.screens.watch_panel import WatchPanel
from game.desktop.widget import Spot, Widget
from game.telling.matters import in_a_line, worth_a_look
from game.telling.wording import DESKS
from levels import almanac

if TYPE_CHECKING:
    from game.desktop.play import Director


PART = 0.7
"""Of the pace of a race that is watched, what the months' motion takes."""


class RaceScreen(Screen):
    """`menu` leaves for the menu, `debrief` shows how it ended or stands."""

    fills_window = True

    def __init__(
        self, match: Match, menu: Callable[[], None], debrief: Callable[[Match], None], *, running: bool = False
    ) -> None:
        super().__init__()
        self.match, self.to_menu, self.to_debrief = match, menu, debrief
        self.director: Director | None = None
        self.picture: pygame.Surface | None = None
        self.busy = False
        self._waiting: list[Callable[[], None]] = []
        self._anew = self._refit = False
        self.starts_running = running
        self._orders_heard = 0

    # --- the board -------------------------------------------------------------------------------------

    def build(self) -> None:
        match, at = self.match, board_of(*self.stage.size)
        self.almanac = Shelf(match.words, match.session.resolved)
        self.explainer = Asking(match, self, lambda: self.busy)
        self.explainer.read = self.read
        self.turning = Turning(self)
        self.bar = TopBar(match, self.turning.press_end, self.ask_menu)
        self.desk = DeskPanel(match, at.desk, at.desk_open, self.plan_changed, self._resize_plan)
        self.plan = PlanPanel(
            match, at.plan, at.plan_small, self.plan_changed, self.edit, self.turning.press_end, self._play_on
        )
        self.watch = WatchPanel(
            match, at.watch, self.advance, self.look, lambda: self.when_idle(lambda: self.to_debrief(match))
        )
        self.chart = ChartPanel(match, at.chart, lambda _: self._refresh_board())
        self.map = MapPanel(match, at.map, self._open_site, self.plan.drop)
        self.board = BoardPanel(match, at.board, self._sort, self.show_firm)
        self.status = StatusPanel(match, at.status)
        self.news = NewsPanel(match, at.news, self.turning.open_news, self.turning.answer)
        self.add(self.bar, self.desk, self.plan, self.watch, self.chart, self.map, self.board, self.status, self.news)
        self.wide = self.desk.wide
        self.add(self.wide)
        self.guide, self.hints = Guide(self), Hints(self)
        self.add(self.guide, self.hints)
        self.showing = Showing(self)
        self._stand_wide()
        self.motion, self.autoplay = Motion(self), Autoplay(self)
        self._bind_keys()
        self.refresh()
        if self.starts_running:
            self.watch.toggle()
        if self.busy:
            self._shut()

    def rebuild(self) -> None:
        """As the board was; while months pass it waits for them, since whoever quotes needs the world at rest."""
        if self.busy:
            self._anew = True
            return
        self.starts_running = self.watch.running
        self.match.spoken_anew()
        kept = Kept.of(self)
        super().rebuild()
        kept.lay_out(self)

    def resized(self, width: float, height: float) -> None:
        if self.busy:
            self._refit = True
            return
        at = board_of(width, height)
        self.bar.place(at.bar)
        self.desk.stand(at.desk, at.desk_open)
        self.plan.stand(at.plan, at.plan_small)
        self.watch.place(at.watch)
        self.chart.place(at.chart)
        self.map.place(at.map)
        self.board.place(at.board)
        self.status.place(at.status)
        self.news.place(at.news)
        self._stand_wide()
        self.showing.stand()
        self._mind_focus()

    def _stand_wide(self) -> None:
        self.wide.stand(self.chart.rect.unionall([panel.rect for panel in self.panels_behind]))

    def _bind_keys(self) -> None:
        for number, desk in enumerate(DESKS):
            self.bind_action(desk, self._desk_opener(desk))
            self.bind(pygame.K_KP1 + number, self._desk_opener(desk))
        self.bind_action("end", self.turning.press_end)
        self.bind_action("report", self.turning.report)
        self.bind_action("auto", self._play_on)
        self.bind_action("advise", self._steered(self.plan.advise))
        self.bind_action("reset", self._steered(self.plan.reset))
        self.bind_action("undo", self._steered(self.plan.undo))
        self.bind(pygame.K_z, self._steered(self._undo_or_redo), ctrl=True)
        self.bind_action("redo", self._steered(self.plan.redo))
        self.bind_action("tint", self.map.next_tint)
        self.bind_action("filter", self._next_filter)
        self.bind_action("chart", self.chart.next_measure)
        self.bind(pygame.K_F1, self.help)
        self.bind_action("help", self.help)
        self.bind_action("copy", lambda: self.when_idle(self.save_copy))
        self.bind_action("pace", self._space)
        self.bind_action("next", lambda: (self.guide if self.guide.visible else self.hints).read())
        self.bind(pygame.K_v, self.showing.toggle)
        self.bind_action("quick-save", self._quick_save)
        self.bind_action("quick-load", self._quick_load)

    def _undo_or_redo(self) -> None:
        """Ctrl+Z, or with Shift its opposite."""
        if self.mods & pygame.KMOD_SHIFT:
            self.plan.redo()
        else:
            self.plan.undo()

    def _play_on(self) -> None:
        self.autoplay.toggle()

    def _next_filter(self) -> None:
        self.map.filter.choose("mine" if self.map.filter.value == "all" else "all")

    def _steered(self, act: Callable[[], None]) -> Callable[[], None]:
        def do() -> None:
            if self.match.steering and not self.busy:
                act()

        return do

    def _desk_opener(self, desk: str) -> Callable[[], None]:
        return self._steered(lambda: self.desk.turn_to(desk))

    def _space(self) -> None:
        if not self.match.steering:
            self.watch.toggle()

    def draw(self, canvas: Canvas) -> None:
        if self.motion.running:
            self.motion.draw(canvas, super().draw)
        else:
            super().draw(canvas)

    def paint(self, canvas: Canvas) -> None:
        canvas.box(pygame.Rect(-2000, 48, 6000, 3000), theme.GROUND)
        self.guide.follow()
        self.hints.follow()

    def refresh(self) -> None:
        """All panels anew: another turn, or another firm's eyes."""
        steering = self.match.steering
        self.desk.visible = self.plan.visible = steering
        self.watch.visible = not steering
        self.wide.close()
        self._orders_heard = len(self.match.orders)
        if self.app is not None:
            self.app.sounds.mood(mood_of(self.match))
        self.bar.refresh()
        self.chart.refresh()
        self.map.refresh()
        self._refresh_board()
        self.status.refresh()
        self.news.refresh()
        if steering:
            self.watch.ticker.stop()
            self.desk.show_cards()
            self._refresh_plan()
        else:
            self.watch.refresh()
        self.showing.refresh()
        self._mind_focus()

    def _refresh_board(self) -> None:
        self.board.refresh(self.chart.measure)

    def _refresh_plan(self) -> None:
        self.desk.refresh()
        self.plan.refresh()
        self.map.show_plan()
        self.chart.show_plan()
        self.news.show_cards()
        self._note_open()

    def _note_open(self) -> None:
        """What is still worth a look, on the button that ends the turn."""
        found = worth_a_look(self.match)
        self.plan.name_open(in_a_line(self.match, found), [matter.text for matter in found])

    def plan_changed(self) -> None:
        """The plan was changed by hand: what it reserves changes what else can be had."""
        more = len(self.match.orders) - self._orders_heard
        self._orders_heard = len(self.match.orders)
        self.chime("removed" if more < 0 else "planned")
        keepsake.keep_plan(self.match)
        focused = self.focused.id if self.focused is not None else ""
        self._refresh_plan()
        self._mind_focus(focused)

    def _mind_focus(self, ident: str = "") -> None:
        """Keep the keyboard on something that is still there."""
        if self.focused is not None and self.focused.shown_on() is not None and self.focused.is_live():
            return
        ident = ident or (self.focused.id if self.focused is not None else "")
        wishes = [ident, "plan.end" if self.match.steering else "watch.play", "bar.end"]
        for wish in wishes:
            try:
                widget: Widget = self.find(wish)
            except KeyError:
                continue
            if widget.focusable and widget.is_live():
                self.focus(widget)
                return
        self.focus(None)

    def _resize_plan(self, form_open: bool) -> None:
        self.plan.shrink(form_open)

    def _sort(self, measure: str) -> None:
        self.chart.tabs.choose(measure)

    def _open_site(self, site: str) -> None:
        if site in self.match.view.sites and self.match.steering:
            self.desk.open_site(site)

    def edit(self, place: int) -> None:
        """Open an order of the plan to change it."""
        option = self.match.option_of(self.match.orders[place])
        if option is not None:
            self.desk.open_form(option, place)

    # --- the flow of turns -----------------------------------------------------------------------------

    def end_turn(self) -> None:
        """Hand in the plan; when all seats have, the rivals decide and the months pass."""
        if self.busy or self.covered:
            return
        if not self.match.steering:
            self.watch.pause()
            self.advance()
            return
        if self.desk.form is not None:
            self.toast(self.match.words.say("form-first"), "warn", "info")
            return
        refused = self.match.submit()
        if refused:
            first = refused[0][0]
            entry = almanac.of_order(first.kind, getattr(first, "policy", ""))
            self._tell_refused([self.match.refusal(why) for _, why in refused], entry)
            return
        following = self.match.next_seat()
        if following is not None:
            self.hand_over(following)
        else:
            self.advance()

    def _tell_refused(self, reasons: list[str], entry: str) -> None:
        say = self.match.words.say
        answers = [
            Answer("how", say("almanac-how"), lambda: self.read(entry), icon="book-open"),
            Answer("back", say("refused-back")),
            Answer("drop", say("refused-drop"), self._drop_refused, "primary"),
        ]
        text = say("refused-text") + "\n\n" + "\n".join(f"•  {reason}" for reason in reasons)
        Dialog("refused", say("refused-title"), text, answers, icon="ban", tone="bad").open(self)

    def _drop_refused(self) -> None:
        for place in sorted(self.match.troubles(), reverse=True):
            self.match.drop(place)
        self.plan_changed()
        self.end_turn()

    def advance(self) -> None:
        """Let the rivals think and the months pass, in the background."""
        if self.busy or self.match.session.over:
            return
        assert self.app is not None
        self.motion.remember()
        self.busy = True
        if self.match.steering:
            self.chime("turn")
        self.picture = keepsake.take(self.app, hide_plan=len(self.match.people) > 1)
        self._shut()
        give_way = self.app.background.give_way
        self.app.work(
            lambda: self.match.at_rest(lambda: self.match.advance(give_way)), lambda _: self._advanced(), self._failed
        )

    def _shut(self) -> None:
        """Nothing of the plan can be changed while the months pass."""
        self.desk.enabled = self.plan.enabled = False
        self.desk.why_off = self.plan.why_off = self.match.words.say("card-busy")
        self.wide.close()
        words = self.match.words.say("thinking")
        self.bar.end.refuse(words)
        self.bar.end.label = words

    def _failed(self, error: Exception) -> None:
        self._rest()
        self._waiting.clear()
        self.watch.pause()
        say = self.match.words.say
        answers = [Answer("go", say("error-close"), kind="primary")]
        Dialog("error", say("error-title"), str(error), answers, icon="triangle-alert", tone="bad").open(self)

    def _rest(self) -> None:
        self.busy = False
        self.desk.enabled = self.plan.enabled = True
        self.bar.end.allow()
        self.bar.end.label = self.match.words.say("end-turn")
        anew, refit = self._anew, self._refit
        self._anew = self._refit = False
        if anew:
            self.rebuild()
        if refit:
            self.resized(self.stage.w, self.stage.h)

    def when_idle(self, act: Callable[[], None]) -> None:
        """Do what needs the world at rest: now, or when the months have passed and the next turn is laid out.

        Turns that play themselves stop for it.
        """
        if not self.busy:
            act()
            return
        self._waiting.append(act)
        if self.autoplay.running:
            self.autoplay.toggle()

    def _advanced(self) -> None:
        self._rest()
        match = self.match
        assert self.app is not None
        keepsake.keep(self.app, match, self.picture)
        self._go_on()
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def _go_on(self) -> None:
        """What follows the months that have passed: the end, the next seat, or the board anew."""
        match = self.match
        fallen = match.fallen()
        if match.session.over:
            self.watch.ticker.stop()
            match.see(match.firm)
            self.refresh()
            self.to_debrief(match)
            return
        following = match.next_seat()
        if following is not None:
            self._next_turn_of(following, fallen)
            return
        if not match.watching and match.people:
            self._all_fallen(fallen)
            return
        match.see(self.watch.wanted())
        self.refresh()
        self.motion.play(lasts_ms=PART * self.watch.pace_ms, catch=False)

    def _all_fallen(self, fallen: list[str]) -> None:
        """No person is left in the race: show how it ended for them, with the way to watch on."""
        match = self.match
        match.watching = True
        match.see(fallen[0] if fallen else match.firm)
        self.refresh()
        self.to_debrief(match)

    def _next_turn_of(self, firm: str, fallen: list[str]) -> None:
        say = self.match.words.say
        if len(self.match.people) > 1:
            self.hand_over(firm)
        else:
            self._begin(firm)
        for gone in fallen:
            if gone != firm:
                self.toast(say("seat-fallen", firm=self.match.words.firm(gone)), "bad", "skull", 6000)

    def hand_over(self, firm: str) -> None:
        assert self.app is not None
        app = self.app

        def ready() -> None:
            app.pop()
            self._begin(firm)

        app.push(HandOver(self.match, firm, ready))

    def _begin(self, firm: str) -> None:
        """A seat's turn: its eyes, its plan, and what the last turn brought."""
        self.match.see(firm)
        self.refresh()
        if self.match.session.turn > 1:
            self.chime(turn_effect(self.match))
        if len(self.match.people) > 1:
            self.tell_turn()
        else:
            self.motion.play(self._arrived)

    def _arrived(self) -> None:
        """The months have passed on the board: what it shows now is the picture of the save."""
        assert self.app is not None
        keepsake.keep(self.app, self.match, keepsake.take(self.app, hide_plan=False))
        self.autoplay.arrived()

    def tell_turn(self) -> None:
        """What the last turn brought, or before the first where the firm stands."""
        if self.match.session.turn > 1:
            self.turning.report()
        else:
            open_briefing(self, self.match, lambda: self._mind_focus())

    def show_firm(self, firm: str) -> None:
        """What is known of a rival."""
        open_rival(self, self.match, firm)

    def open_figure(self, about: str) -> None:
        """The card of a figure, to be looked into."""
        self.open_card(Spot(about, self.bar.rect))

    def look(self, firm: str) -> None:
        """Spectators look through another firm's eyes, at once or when the months have passed."""
        self.match.firm = firm
        if not self.busy:
            self.match.see(firm)
            self.refresh()

    def shown(self) -> None:
        self._mind_focus()

    # --- leaving ---------------------------------------------------------------------------------------

    def help(self) -> None:
        self.read("")

    def read(self, entry: str) -> None:
        """The almanac at a mechanic, or where one was."""
        self.almanac.open(self, f"mechanic:{entry}" if entry else "")

    def save_copy(self) -> None:
        if self.director is not None and not self.busy:
            self.director.save_copy()

    def _quick_save(self) -> None:
        if self.director is not None:
            self.when_idle(self.director.quick_save)

    def _quick_load(self) -> None:
        if self.director is not None:
            self.when_idle(self.director.quick_load)

    def escape(self) -> None:
        if self.desk.form is not None:
            self.desk.close_form()
        elif self.wide.visible:
            self.desk.close_wide()
        elif self.showing.bare:
            self.showing.toggle()
        else:
            self.ask_menu()

    def focus_order(self) -> list[Widget]:
        """What an open desk lies over cannot be reached."""
        found = super().focus_order()
        if not self.wide.visible or self.covered:
            return found
        behind = {id(one) for panel in self.panels_behind for one in panel.walk()}
        return [widget for widget in found if id(widget) not in behind]

    @property
    def panels_behind(self) -> tuple[Widget, ...]:
        """The panels over which a desk opens."""
        return self.chart, self.map, self.board, self.status, self.news

    def ask_menu(self) -> None:
        """Where to: on, saves, help or the menu."""
        if not self.match.steering:
            self.watch.pause()
        open_pause(self)
