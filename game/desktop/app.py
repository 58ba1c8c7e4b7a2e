"""The window at work: its event loop, the stack of screens, scale, pictures, and work in the background.

Draws only when something changed and sleeps until an event or the next thing that is due.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from os import PathLike
from typing import TYPE_CHECKING, TypeVar

import pygame

from assets.text import Texts, asked_language, languages
from game.desktop import settings, theme
from game.desktop.background import WAKE, Background, Task
from game.desktop.canvas import STAGE_HEIGHT, STAGE_WIDTH, Canvas, Point
from game.desktop.clock import ManualClock, RealClock
from game.desktop.display import open_window
from game.desktop.keys import Keymap
from game.desktop.scale import scale_for
from game.desktop.screen import Screen
from game.desktop.settings import Settings
from game.desktop.sound.player import Sounds
from game.desktop.widget import Widget

if TYPE_CHECKING:
    from game.desktop.screens.almanac import Shelf

Result = TypeVar("Result")
ALL_SETTINGS = frozenset(Settings.__struct_fields__)
FRAME_MS = 1000 / 60
LONGEST_SLEEP_MS = 1000
SWITCH_S = 0.001
"""How long work in the background may keep a frame waiting."""
SMALLEST = (854, 480)


class App:
    """`push` a screen and `run`. Tests pass a ManualClock, post events and call `pump` or `run_until`."""

    def __init__(
        self,
        texts: Texts | None = None,
        *,
        size: tuple[int, int] | None = None,
        clock: RealClock | ManualClock | None = None,
        chosen: Settings | None = None,
    ) -> None:
        self.troubles: list[tuple[str, dict[str, str]]] = []
        self.settings = chosen or self._load_settings()
        theme.use(self.settings.palette)
        self.texts = texts or Texts(self._language())
        self.clock = clock or RealClock()
        self.canvas = Canvas(open_window(self.texts, size))
        self.background = Background()
        self.screens: list[Screen] = []
        self.shelf: Shelf | None = None
        """The almanac of the menu, once it was opened."""
        self.running = True
        self.frames_drawn = 0
        self.keymap = Keymap(self.settings.keys)
        self.sounds = Sounds(lambda: self.settings, self.background)
        self._typing_in: Widget | None = None
        self._unwritable = self._told_lacking = False
        self._flipped_ms = float("-inf")
        pygame.key.set_repeat(360, 45)
        pygame.key.stop_text_input()

    # --- screens ---------------------------------------------------------------------------------------

    @property
    def top(self) -> Screen | None:
        return self.screens[-1] if self.screens else None

    def push(self, screen: Screen) -> None:
        """Show a screen over the others."""
        if self.top is not None:
            self.top.hidden()
        self.screens.append(screen)
        self._show(screen)

    def pop(self) -> None:
        """Close the top screen and show the one below; the last one ends the program."""
        if self.screens:
            self.screens.pop().hidden()
        if self.top is None:
            self.quit()
        else:
            self._show(self.top)

    def replace(self, screen: Screen) -> None:
        """Show a screen instead of the top one."""
        if self.screens:
            self.screens.pop().hidden()
        self.screens.append(screen)
        self._show(screen)

    def reset(self, screen: Screen) -> None:
        """Close every screen and show this one."""
        while self.screens:
            self.screens.pop().hidden()
        self._show_first(screen)

    def _show_first(self, screen: Screen) -> None:
        self.screens.append(screen)
        self._show(screen)

    def _show(self, screen: Screen) -> None:
        if screen.app is None:
            screen.app = self
            screen.build()
        self._aim(screen)
        screen.shown()
        screen.dirty = True
        self._tell_troubles(screen)

    def quit(self) -> None:
        self.running = False

    # --- settings --------------------------------------------------------------------------------------

    def _load_settings(self) -> Settings:
        try:
            return settings.load()
        except settings.BrokenSettingsError as error:
            key = "settings-broken" if error.kept else "settings-broken-stuck"
            self.troubles.append((key, {"path": str(error.kept or settings.path())}))
            return Settings()

    def _language(self) -> str:
        """The language that was set, or what the environment asks for where none was or its texts are missing."""
        wanted = self.settings.language
        return wanted if wanted in languages() else asked_language()

    def change(self, **values: object) -> None:
        """Set some of the settings, keep them and apply them at once."""
        for name, value in values.items():
            setattr(self.settings, name, value)
        self.save_settings()
        self.apply_settings(frozenset(values))

    def toggle_mute(self) -> None:
        """Sound off or on again, with a word about it."""
        self.change(muted=not self.settings.muted)
        if self.top is not None:
            key, icon = ("sound-off", "volume-x") if self.settings.muted else ("sound-on", "volume-2")
            self.top.toast(self.texts.say(key), "muted", icon, 2000)

    def save_settings(self) -> None:
        """Keep the settings; that they cannot be written is said once."""
        try:
            settings.save(self.settings)
        except OSError as error:
            if not self._unwritable:
                self._unwritable = True
                self.troubles.append(("settings-unwritable", {"why": error.strerror or str(error)}))
                if self.top is not None:
                    self._tell_troubles(self.top)

    def apply_settings(self, changed: frozenset[str] = ALL_SETTINGS) -> None:
        """Let what was changed be seen: other words or colours make every screen anew, another scale lays it out."""
        self.keymap = Keymap(self.settings.keys)
        self.sounds.apply()
        anew = bool(changed & {"language", "palette"})
        if "palette" in changed:
            theme.use(self.settings.palette)
            self.canvas.stock.drop()
        if "language" in changed:
            self.texts.speak(self._language())
            pygame.display.set_caption(self.texts.say("window-title"))
        if anew:
            for screen in self.screens:
                screen.rebuild()
        if self.top is not None:
            self._aim(self.top)
            if anew:
                self.top.shown()
            self.top.dirty = True

    def _tell_troubles(self, screen: Screen) -> None:
        if screen.passing:
            return
        for key, arguments in self.troubles:
            screen.toast(self.texts.say(key, **arguments), "warn", "triangle-alert", 15_000)
        self.troubles.clear()

    # --- work ------------------------------------------------------------------------------------------

    def work(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Task[Result]:
        """Run `work` in a thread and hear `done(result)` or `failed(error)` on the main thread."""
        return self.background.run(work, done, failed)

    def call_soon(self, call: Callable[[], None]) -> None:
        """From any thread: run `call` on the main thread."""
        self.background.call_soon(call)

    # --- the loop --------------------------------------------------------------------------------------

    def run(self) -> None:
        """Until the window is closed or `quit` is called."""
        sys.setswitchinterval(SWITCH_S)
        self.pump()
        self.sounds.begin()
        while self.running:
            self._sleep()
            self.pump()
        self.sounds.end()
        pygame.display.quit()

    def pump(self, frames: int = 1) -> None:
        """Take the waiting events, let what is due happen and draw if something changed."""
        for _ in range(frames):
            try:
                self._pump_once()
            except pygame.error:
                if pygame.display.get_init() and pygame.display.get_surface() is not None:
                    raise
                self._open_again()
            self.clock.pass_frame(FRAME_MS)

    def _pump_once(self) -> None:
        for event in pygame.event.get():
            self._take(event)
        self.background.deliver()
        if self.top is not None:
            self.top.tick(self.clock.now_ms())
        self._follow_typing()
        if self.top is not None and self.top.dirty:
            self.draw()
            self._tell_lacking()
        self.background.start()

    def _open_again(self) -> None:
        """The display was lost: open the window anew, or end in one line; the journal has every turn."""
        self.canvas.target(open_window(self.texts, self.canvas.size))
        pygame.key.set_repeat(360, 45)
        self._typing_in = None
        self._fit_window()

    def _tell_lacking(self) -> None:
        """Say once that files of the game are missing."""
        lacking = self.canvas.stock.lacking
        if lacking and not self._told_lacking:
            self._told_lacking = True
            self.troubles.append(("file-missing", {"file": f"assets/{lacking[0]}"}))
            if self.top is not None:
                self._tell_troubles(self.top)

    def run_until(self, reached: Callable[[], bool], max_frames: int = 600) -> bool:
        """Pump until `reached()`; False if that took more frames than allowed."""
        for _ in range(max_frames):
            if reached():
                return True
            self.pump()
            if self.background.busy:
                pygame.time.wait(2)
        return reached()

    def _sleep(self) -> None:
        now_ms = self.clock.now_ms()
        due_ms = self.top.next_tick_ms(now_ms) if self.top is not None else None
        pause_ms = LONGEST_SLEEP_MS if due_ms is None else min(LONGEST_SLEEP_MS, max(1.0, due_ms - now_ms))
        if not pygame.display.get_init():
            return
        event = pygame.event.wait(round(pause_ms))
        if event.type != pygame.NOEVENT:
            self._take(event)
        rest_ms = FRAME_MS - (self.clock.now_ms() - self._flipped_ms)
        if 1 < rest_ms <= FRAME_MS:
            pygame.time.wait(round(rest_ms))

    def _take(self, event: pygame.Event) -> None:
        if event.type == pygame.QUIT:
            self.close_asked()
        elif event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
            self._fit_window()
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN):
            if self.top is not None:
                self.top.dirty = True
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            pygame.display.toggle_fullscreen()
            self._fit_window()
        elif self.sounds.take(event):
            return
        elif event.type != WAKE and self.top is not None:
            self.top.handle(event, self.to_stage, self.clock.now_ms())

    def close_asked(self) -> None:
        """The window's close button: screens may replace this to save first."""
        self.quit()

    # --- size ------------------------------------------------------------------------------------------

    def _fit_window(self) -> None:
        surface = pygame.display.get_surface()
        if surface is None:
            return
        if self.top is None:
            self.canvas.target(surface)
        else:
            self._aim(self.top)
            self.top.dirty = True

    def _aim(self, screen: Screen) -> None:
        """Give the canvas the scale of this screen: as chosen for one that fills the window, else as large as fits."""
        surface = pygame.display.get_surface()
        if surface is None:
            return
        size = surface.get_size()
        self.canvas.target(surface, scale_for(size, self.settings.scale) if screen.fills_window else None)
        if screen.fills_window:
            screen.fit(self.canvas.width, self.canvas.height)

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size in real pixels."""
        wide, high = max(SMALLEST[0], size[0]), max(SMALLEST[1], size[1])
        pygame.display.set_mode((wide, high), pygame.RESIZABLE)
        self._fit_window()

    def stage_shift(self) -> Point:
        """Where the stage lies in the window, in logical units: in the middle, unless the screen fills it."""
        if self.top is None or self.top.fills_window:
            return (0.0, 0.0)
        return (self.canvas.width - STAGE_WIDTH) / 2, (self.canvas.height - STAGE_HEIGHT) / 2

    def to_stage(self, pixel: Point) -> Point:
        """A place in the window, in real pixels, as a point of the stage."""
        shift = self.stage_shift()
        return pixel[0] / self.canvas.k - shift[0], pixel[1] / self.canvas.k - shift[1]

    def to_pixel(self, point: Point) -> tuple[int, int]:
        """The other way round."""
        shift = self.stage_shift()
        return round((point[0] + shift[0]) * self.canvas.k), round((point[1] + shift[1]) * self.canvas.k)

    # --- drawing ---------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Draw the top screen now."""
        if self.top is None:
            return
        with self.background.drawing():
            self._draw(self.top)

    def _draw(self, top: Screen) -> None:
        self.canvas.clear()
        if self.canvas.marks is not None:
            self.canvas.marks.clear()
        with self.canvas.shifted(*self.stage_shift()):
            top.draw(self.canvas)
        pygame.display.flip()
        top.dirty = False
        self.frames_drawn += 1
        self._flipped_ms = self.clock.now_ms()

    def screenshot(self, path: str | PathLike[str]) -> None:
        """Save what the window shows as a picture (PNG by its ending)."""
        self.draw()
        pygame.image.save(self.canvas.surface, path)

    def _follow_typing(self) -> None:
        """Tell the system where text is being typed, so that input methods open there."""
        focused = self.top.focused if self.top is not None else None
        wants = focused if focused is not None and (focused.takes_text or focused.keeps_tab) else None
        if wants is self._typing_in:
            return
        self._typing_in = wants
        if wants is None:
            pygame.key.stop_text_input()
            return
        area = wants.stage_rect()
        left, top = self.to_pixel(area.topleft)
        pygame.key.set_text_input_rect(
            pygame.Rect(left, top, round(area.w * self.canvas.k), round(area.h * self.canvas.k))
        )
        pygame.key.start_text_input()
