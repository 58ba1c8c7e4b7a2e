"""A screen: its widgets, who has the focus, what lies on top, and where each event goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, overload

import pygame

from game.desktop import theme
from game.desktop.canvas import STAGE_HEIGHT, STAGE_WIDTH, Canvas, Point
from game.desktop.card import Explainer, Sheet, draw_card
from game.desktop.notices import Notices, draw_tip
from game.desktop.sound.player import TONES as NOTICE_SOUNDS
from game.desktop.widget import Act, Spot, Tip, Widget

if TYPE_CHECKING:
    from game.desktop.app import App

Kind = TypeVar("Kind", bound=Widget)
STAGE = pygame.Rect(0, 0, STAGE_WIDTH, STAGE_HEIGHT)
FOCUS_TIP_DELAY_MS = 700


class Layer(Widget):
    """The whole stage at one depth: the screen itself, a dialog over it, a list that dropped down."""

    def __init__(self, *, dims: bool = False, closes_outside: bool = False, closed: Act | None = None) -> None:
        super().__init__("", STAGE)
        self.dims = dims
        self.closes_outside = closes_outside
        self.closed = closed
        self.focus_before: Widget | None = None

    def draw(self, canvas: Canvas) -> None:
        if self.dims:
            canvas.veil(STAGE.inflate(4000, 4000), theme.SHADE, 175)


class Screen:
    """Base of every screen. Override `build`; add widgets with ids; bind keys; open dialogs and lists."""

    fills_window = False
    passing = False
    """Soon replaced by another screen: notices wait for that one."""

    def __init__(self) -> None:
        self.dirty = True
        self.app: App | None = None
        self.stage = pygame.Rect(STAGE)
        self.root = Layer()
        self.layers: list[Layer] = []
        self._lay(self.root)
        self.focused: Widget | None = None
        self.notices = Notices()
        self._hovered: Widget | None = None
        self._held: Widget | None = None
        self._mouse: Point = (-1.0, -1.0)
        self._keys: dict[tuple[int, bool], Act] = {}
        self._actions: dict[str, Act] = {}
        self.mods = 0
        self.explainer: Explainer | None = None
        self._spot: Spot | None = None
        self._sheet: Sheet | None = None
        self._tip: Tip | None = None
        self._tip_on: Widget | None = None
        self._tip_due_ms: float | None = None
        self._now_ms = 0.0
        self._was_fitted = False

    # --- for those who write screens -------------------------------------------------------------------

    def build(self) -> None:
        """Make the widgets. Called once, when the screen is first shown and `self.app` is set."""

    def rebuild(self) -> None:
        """Make the widgets anew, as after a change of language; what lies on top is closed."""
        for layer in list(reversed(self.layers[1:])):
            self.uncover(layer)
        ident = self.focused.id if self.focused is not None else ""
        self.root.clear()
        self._keys.clear()
        self._actions.clear()
        self.focused = None
        self._let_go()
        self._was_fitted = False
        self.build()
        if ident and any(widget.id == ident for widget in self.root.walk()):
            self.focus(self.find(ident))

    def shown(self) -> None:
        """The screen came to the top."""

    def hidden(self) -> None:
        """Another screen covers this one, or it was closed."""

    def resized(self, width: float, height: float) -> None:
        """Only with `fills_window`: the logical size of the window, at least 1280 x 720."""

    def fit(self, width: float, height: float) -> None:
        """The window has another logical size: lay out what fills it, and keep what lies on top in the middle."""
        before, self.stage = self.stage, pygame.Rect(0, 0, round(width), round(height))
        if before.size == self.stage.size and self._was_fitted:
            return
        self._was_fitted = True
        away = self.stage.centerx - before.centerx, self.stage.centery - before.centery
        for layer in self.layers[1:]:
            if layer.closes_outside:
                self._dismiss(layer)
            else:
                for widget in layer.children:
                    widget.move(*away)
        self.resized(self.stage.w, self.stage.h)
        self._let_go()
        self.dirty = True

    def read(self, entry: str) -> None:
        """Open the almanac at a mechanic; only screens that have one."""

    def escape(self) -> None:
        """Esc was pressed and nothing on top used it."""

    def paint(self, canvas: Canvas) -> None:
        """Draw what lies behind the widgets."""

    def add(self, *widgets: Widget) -> None:
        self.root.add(*widgets)

    @overload
    def find(self, ident: str) -> Widget: ...
    @overload
    def find(self, ident: str, kind: type[Kind]) -> Kind: ...
    def find(self, ident: str, kind: type[Widget] = Widget) -> Widget:
        """The widget of an id, on whatever layer. Raises KeyError that lists the ids there are."""
        named = [widget for layer in self.layers for widget in layer.walk() if widget.id]
        for widget in reversed(named):
            if widget.id == ident:
                if not isinstance(widget, kind):
                    raise TypeError(f"widget {ident!r} is a {type(widget).__name__}, not a {kind.__name__}")
                return widget
        raise KeyError(f"no widget {ident!r}; there are {sorted({widget.id for widget in named})}")

    def bind(self, key: int, act: Act, *, ctrl: bool = False) -> None:
        """Run `act` at a key (with Ctrl or Command) that no widget used and that no layer covers."""
        self._keys[key, ctrl] = act

    def bind_action(self, action: str, act: Act) -> None:
        """Run `act` at the key that the player has for an action of `keys.USUAL`, under the same conditions."""
        self._actions[action] = act

    def chime(self, effect: str) -> None:
        """Play an effect by its name."""
        if self.app is not None:
            self.app.sounds.play(effect)

    def redraw(self) -> None:
        self.dirty = True

    def toast(self, text: str, tone: str = "text", icon: str = "info", lasts_ms: float = 4000) -> None:
        """A short note at the foot of the screen."""
        self.notices.add(text, tone, icon, self._now_ms + lasts_ms)
        if tone in NOTICE_SOUNDS:
            self.chime(NOTICE_SOUNDS[tone])
        self.dirty = True

    # --- layers ----------------------------------------------------------------------------------------

    def _lay(self, layer: Layer) -> None:
        layer.screen = self
        self.layers.append(layer)
        self.dirty = True

    def cover(
        self,
        *widgets: Widget,
        dims: bool = False,
        closes_outside: bool = False,
        closed: Act | None = None,
        focus: Widget | None = None,
    ) -> Layer:
        """Put widgets on top; they take all input until the layer is uncovered."""
        layer = Layer(dims=dims, closes_outside=closes_outside, closed=closed)
        layer.focus_before = self.focused
        layer.add(*widgets)
        self._let_go()
        self._lay(layer)
        self.focus(focus or next((w for w in layer.walk() if w.focusable and w.is_live()), None))
        return layer

    def uncover(self, layer: Layer | None = None) -> None:
        """Take away the top layer (or the given one), and give the focus back."""
        layer = layer or self.layers[-1]
        if layer is self.root or layer not in self.layers:
            return
        self.layers.remove(layer)
        layer.screen = None
        self._let_go()
        self.focus(layer.focus_before)
        self.dirty = True

    @property
    def covered(self) -> bool:
        return len(self.layers) > 1

    def _dismiss(self, layer: Layer) -> None:
        self.uncover(layer)
        if layer.closed is not None:
            layer.closed()

    def _let_go(self) -> None:
        if self._hovered is not None:
            self._hovered.hovered = False
            self._hovered.leave()
        self._hovered = self._held = None
        self._drop_tip()

    # --- focus -----------------------------------------------------------------------------------------

    def focus(self, widget: Widget | None, *, by_keyboard: bool | None = None) -> None:
        """Give the keyboard to a widget; the ring shows only to those who use the keyboard."""
        ringed = self._ringed_now() if by_keyboard is None else by_keyboard
        before = self.focused
        self.focused = widget
        for one in {before, widget} - {None}:
            assert one is not None
            one.focused = one is widget
            one.ringed = one is widget and ringed
            if before is not widget:
                one.focus_changed()
        if widget is not None:
            widget.reveal(widget.rect)
            if by_keyboard:
                self._plan_tip(widget, FOCUS_TIP_DELAY_MS)
        self.dirty = True

    def _ringed_now(self) -> bool:
        return self.focused is not None and self.focused.ringed

    def focus_order(self) -> list[Widget]:
        return [widget for widget in self.layers[-1].walk() if widget.focusable and widget.is_live()]

    def _step_focus(self, step: int) -> None:
        order = self.focus_order()
        if not order:
            return
        if self.focused in order:
            place = (order.index(self.focused) + step) % len(order)
        else:
            place = 0 if step > 0 else -1
        self.focus(order[place], by_keyboard=True)

    # --- events ----------------------------------------------------------------------------------------

    def handle(self, event: pygame.Event, where: Callable[[Point], Point], now_ms: float) -> None:
        """Take one event; `where` turns real pixels into stage coordinates."""
        self._now_ms = now_ms
        match event.type:
            case pygame.MOUSEMOTION:
                self._move(where(event.pos))
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self._press(where(event.pos), getattr(event, "clicks", 1))
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self._release(where(event.pos))
            case pygame.MOUSEWHEEL:
                self._wheel(getattr(event, "precise_y", 0) or event.y)
            case pygame.KEYDOWN:
                self._key(event.key, event.mod, getattr(event, "unicode", ""))
            case pygame.TEXTINPUT if self.focused is not None:
                self._type(self.focused, event.text)
            case pygame.TEXTEDITING if self.focused is not None:
                self.focused.composing(event.text)
            case pygame.WINDOWLEAVE:
                self._move((-1.0, -1.0))

    def _move(self, point: Point) -> None:
        self._mouse = point
        if self._held is not None:
            self._held.drag(self._held.to_own(point))
            self.dirty = True
            return
        found = self.layers[-1].hit(point)
        if found is not self._hovered:
            if self._hovered is not None:
                self._hovered.hovered = False
                self._hovered.leave()
            self._hovered = found
            self._drop_tip()
            if found is not None:
                found.hovered = True
        if found is not None:
            found.point_at(found.to_own(point))
            own = found.to_own(point)
            spot, tip = self._spot_of(found, own), self._tip_of(found, own)
            if spot != self._spot or (spot is None and tip != self._tip):
                self._drop_tip()
                if tip is not None or spot is not None:
                    self._plan_tip(found, found.tip_delay_ms)

    def _press(self, point: Point, clicks: int) -> None:
        top = self.layers[-1]
        found = top.hit(point)
        self._drop_tip()
        if found is None:
            if top.closes_outside and top is not self.root:
                self._dismiss(top)
            elif self.focused is not None:
                self.focus(None, by_keyboard=False)
            return
        self._move(point)
        self.dirty = True
        if not found.is_live():
            return
        if found.focusable:
            self.focus(found, by_keyboard=False)
        if found.takes_mouse:
            self._held = found
            found.press(found.to_own(point), clicks)
        else:
            found.ask(found.to_own(point))

    def _release(self, point: Point) -> None:
        held, self._held = self._held, None
        if held is not None:
            held.release(held.to_own(point))
            self.dirty = True
        self._move(point)

    def _wheel(self, steps: float) -> None:
        node = self.layers[-1].hit(self._mouse)
        while node is not None:
            if node.is_live() and node.wheel(steps, node.to_own(self._mouse)):
                self.dirty = True
                self._drop_tip()
                return
            node = node.parent

    def _key(self, key: int, mods: int, sign: str = "") -> None:
        spot = self._spot
        self._drop_tip()
        self.dirty, self.mods = True, mods
        focused = self.focused
        if self._asked_by(key, mods, sign):
            self._ask(spot)
            return
        if key == pygame.K_TAB and not (focused is not None and focused.keeps_tab):
            self._step_focus(-1 if mods & pygame.KMOD_SHIFT else 1)
            return
        node = focused
        while node is not None:
            if node.is_live() and node.key(key, mods):
                if focused is self.focused and focused is not None:
                    focused.ringed = True
                    if focused.tip_follows_keys:
                        self._plan_tip(focused, focused.tip_delay_ms)
                return
            node = node.parent
        self._key_unused(key, mods)

    def _key_unused(self, key: int, mods: int) -> None:
        top = self.layers[-1]
        if key == pygame.K_ESCAPE:
            if top is not self.root:
                self._dismiss(top)
            else:
                self.escape()
            return
        ctrl = bool(mods & (pygame.KMOD_CTRL | pygame.KMOD_META))
        action = self.app.keymap.action((key, ctrl)) if self.app is not None else ""
        act = self._actions.get(action) or self._keys.get((key, ctrl))
        typing = self.focused is not None and self.focused.takes_text and not ctrl
        if act is not None and top is self.root and not typing:
            act()
        elif action == "mute" and self.app is not None and not typing:
            self.app.toggle_mute()
        elif key in (pygame.K_DOWN, pygame.K_RIGHT, pygame.K_UP, pygame.K_LEFT) and not typing:
            self._step_focus(1 if key in (pygame.K_DOWN, pygame.K_RIGHT) else -1)

    def _asked_by(self, key: int, mods: int, sign: str) -> bool:
        """Whether a question mark was typed, and not into a text."""
        is_mark = sign == "?" or key == pygame.K_QUESTION or (key == pygame.K_SLASH and bool(mods & pygame.KMOD_SHIFT))
        return is_mark and not (self.focused is not None and self.focused.takes_text)

    def _type(self, focused: Widget, text: str) -> None:
        self.dirty = True
        if focused.typed(text) and focused.tip_follows_keys:
            self._plan_tip(focused, focused.tip_delay_ms)

    # --- time ------------------------------------------------------------------------------------------

    def tick(self, now_ms: float) -> None:
        """Run what is due: tips, notices, widgets that move."""
        self._now_ms = now_ms
        if self._tip_due_ms is not None and now_ms >= self._tip_due_ms and self._tip_on is not None:
            self._tip_due_ms = None
            self._show_tip(self._tip_on)
        if self.notices.expire(now_ms):
            self.dirty = True
        for layer in self.layers:
            for widget in layer.walk():
                due = widget.next_tick_ms(now_ms) if widget.visible else None
                if due is not None and due <= now_ms:
                    widget.tick(now_ms)

    def next_tick_ms(self, now_ms: float) -> float | None:
        """When something is next due, for a loop that sleeps until then."""
        wishes = [self._tip_due_ms, self.notices.next_ms()]
        wishes += [w.next_tick_ms(now_ms) for layer in self.layers for w in layer.walk() if w.visible]
        return min((wish for wish in wishes if wish is not None), default=None)

    def _plan_tip(self, widget: Widget, delay_ms: float) -> None:
        self._tip_on = widget
        self._tip_due_ms = self._now_ms + delay_ms

    def _show_tip(self, widget: Widget) -> None:
        """The card of the figure that is pointed at, or else the widget's own words."""
        by_mouse = widget is self._hovered and not widget.ringed
        own = widget.to_own(self._mouse) if by_mouse else None
        self._spot = self._spot_of(widget, own)
        self._tip = self._tip_of(widget, own) if self._spot is None else None
        self._fill_card()

    def _tip_of(self, widget: Widget, own: Point | None) -> Tip | None:
        """A widget's words, and why it cannot be used if it cannot."""
        tip, why = widget.tip_at(own), widget.reason_off()
        if not why:
            return tip
        return Tip(f"{tip.text}\n{why}", tip.about) if tip is not None else Tip(why, widget.rect)

    def _spot_of(self, widget: Widget, own: Point | None) -> Spot | None:
        return widget.spot_at(own) if self.explainer is not None else None

    def _fill_card(self) -> None:
        if self._spot is not None and self.explainer is not None:
            self._sheet = self.explainer.sheet(self._spot)
        self.dirty = True

    def card_known(self) -> None:
        """More is known by now than when the card on show was asked for."""
        if self._sheet is not None:
            self._fill_card()

    def open_card(self, spot: Spot) -> bool:
        """Keep the card of a figure open, to be looked into; whether there is anybody to explain it."""
        if self.explainer is None:
            return False
        self._drop_tip()
        self.explainer.open(spot)
        return True

    def _ask(self, shown: Spot | None) -> None:
        """Open the figure that is pointed at or has the focus, or else go to the first that explains itself."""
        for widget in (self._hovered, self.focused):
            if widget is None:
                continue
            by_mouse = widget is self._hovered and not widget.ringed
            if shown is not None and shown in widget.spots():
                self.open_card(shown)
                return
            if widget.ask(widget.to_own(self._mouse) if by_mouse else None):
                return
        first = next((w for w in self.focus_order() if self._spot_of(w, None) is not None), None)
        if first is not None:
            self.focus(first, by_keyboard=True)
            self._show_tip(first)

    def _drop_tip(self) -> None:
        if self._tip is not None or self._sheet is not None:
            self.dirty = True
        self._tip = self._tip_on = self._tip_due_ms = self._spot = self._sheet = None

    @property
    def tip_text(self) -> str:
        """The explanation that is on show, for tests."""
        if self._sheet is not None:
            return self._sheet.sentence
        return self._tip.text if self._tip is not None else ""

    @property
    def sheet(self) -> Sheet | None:
        """The card on show, for tests."""
        return self._sheet

    # --- drawing ---------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        self.paint(canvas)
        for layer in self.layers:
            layer.render(canvas)
        self.notices.draw(canvas, self.stage)
        if self._tip_on is None:
            return
        if self._sheet is not None and self._spot is not None:
            draw_card(canvas, self._sheet, self._tip_on.stage_rect(self._spot.rect), self.stage)
        elif self._tip is not None:
            draw_tip(canvas, self._tip.text, self._tip_on.stage_rect(self._tip.about), self.stage)
