"""The settings: language, size, colours, motion, sound, hints and keys. What is changed holds and is kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from assets.text import languages
from game.desktop import theme
from game.desktop.buttons import Button, Toggle
from game.desktop.canvas import Canvas
from game.desktop.choices import Dropdown, Tabs
from game.desktop.frames import Label, Panel
from game.desktop.keys import USUAL, Keymap, written
from game.desktop.scale import is_limited, most_that_fits
from game.desktop.screen import Screen
from game.desktop.screens.swatch import Swatch
from game.desktop.sliders import Slider

if TYPE_CHECKING:
    from game.desktop.settings import Settings

SCALES = ("auto", "1.0", "1.25", "1.5", "1.75", "2.0")
MODIFIERS = (
    pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LALT, pygame.K_RALT, pygame.K_LMETA,
    pygame.K_RMETA, pygame.K_CAPSLOCK, pygame.K_NUMLOCK,
)  # fmt: skip
WIDEST = 1240


class KeyButton(Button):
    """Shows the key of an action; once pressed it takes the next key, Esc leaves the old one."""

    def __init__(self, screen: SettingsScreen, action: str) -> None:
        super().__init__(f"key.{action}", (0, 0, 0, 0), screen.keymap.of(action), self.wait)
        self.action, self.waiting, self.settings_screen = action, False, screen
        self.tip = screen.say("settings-key-tip")

    def wait(self) -> None:
        self.waiting = self.keeps_tab = self.selected = True
        self.label = self.settings_screen.say("settings-key-press")

    def rest(self) -> None:
        self.waiting = self.keeps_tab = self.selected = False
        self.label = self.settings_screen.keymap.of(self.action)

    def key(self, key: int, mods: int) -> bool:
        if not self.waiting:
            return super().key(key, mods)
        if key == pygame.K_ESCAPE:
            self.rest()
        elif key not in MODIFIERS:
            ctrl = bool(mods & (pygame.KMOD_CTRL | pygame.KMOD_META))
            self.settings_screen.give_key(self, written((key, ctrl)))
        return True

    def focus_changed(self) -> None:
        if self.waiting and not self.focused:
            self.rest()


class SettingsScreen(Screen):
    fills_window = True

    # --- building --------------------------------------------------------------------------------------

    def say(self, key: str, **arguments: str | float) -> str:
        assert self.app is not None
        return self.app.texts.say(key, **arguments)

    @property
    def settings(self) -> Settings:
        assert self.app is not None
        return self.app.settings

    @property
    def keymap(self) -> Keymap:
        assert self.app is not None
        return self.app.keymap

    def build(self) -> None:
        assert self.app is not None
        say, now, nowhere = self.say, self.settings, (0, 0, 0, 0)
        self.back = Button("settings.back", nowhere, say("settings-back"), self.escape, kind="primary", icon="check")
        self.look = Panel("settings.look", nowhere, say("settings-look"), icon="monitor")
        self.heard = Panel("settings.heard", nowhere, say("settings-sound"), icon="volume-2")
        self.helps = Panel("settings.helps", nowhere, say("settings-help"), icon="lightbulb")
        self.keys = Panel("settings.keys", nowhere, say("settings-keys"), icon="list-checks")
        own = self.app.texts.language
        names = list(languages().items())
        self.language = Dropdown("settings.language", nowhere, say("settings-language"), names, own, self._language)
        scales = [(key, self._scale_name(key)) for key in SCALES]
        value = "auto" if now.scale == "auto" else str(float(now.scale))
        if value not in SCALES:
            scales.append((value, self._scale_name(value)))
        self.scale = Dropdown("settings.scale", nowhere, say("settings-scale"), scales, value, self._scale)
        self.limit = Label("settings.limit", nowhere, "", size=theme.SMALL, colour=theme.WARN)
        palettes = [(key, say(f"settings-palette-{key}")) for key in theme.PALETTES]
        self.palette = Tabs("settings.palette", nowhere, palettes, now.palette, self._palette)
        self.swatch = Swatch("settings.swatch", nowhere, self.app.texts)
        self.motion = self._switch("reduced_motion", "motion", now.reduced_motion)
        self.sound = self._volume("sound_volume", "volume", now.sound_volume)
        self.music = self._volume("music_volume", "music", now.music_volume)
        self.muted = self._switch("muted", "mute", now.muted)
        self.device = Label("settings.device", nowhere, "", size=theme.SMALL, colour=theme.WARN)
        self.hints = self._switch("hints", "hints", now.hints)
        self.again = Button("settings.again", nowhere, say("settings-again"), self._hints_again, icon="rotate-ccw")
        self.key_names = {
            action: Label(f"key.{action}.name", nowhere, say(f"settings-key-{action}")) for action in USUAL
        }
        self.key_buttons = {action: KeyButton(self, action) for action in USUAL}
        self.reset = Button("settings.reset", nowhere, say("settings-keys-reset"), self._reset, icon="rotate-ccw")
        self.look.add(self.language, self.scale, self.limit, self.palette, self.swatch, self.motion)
        self.heard.add(self.sound, self.music, self.muted, self.device)
        self.helps.add(self.hints, self.again)
        for action in USUAL:
            self.keys.add(self.key_names[action], self.key_buttons[action])
        self.keys.add(self.reset)
        self.add(self.look, self.heard, self.helps, self.keys, self.back)
        self.refresh()

    def _switch(self, name: str, key: str, value: bool) -> Toggle:
        def flip(on: bool) -> None:
            self._change(**{name: on})

        tip = self.say(f"settings-{key}-tip")
        return Toggle(f"settings.{key}", (0, 0, 0, 0), self.say(f"settings-{key}"), value, flip, tip=tip)

    def _volume(self, name: str, key: str, value: float) -> Slider:
        def turn(percent: float) -> None:
            self._change(**{name: percent / 100})

        assert self.app is not None
        percent = self.app.texts.figures.percent
        return Slider(
            f"settings.{key}",
            (0, 0, 0, 0),
            self.say(f"settings-{key}"),
            round(value * 100),
            turn,
            step=5,
            show=lambda shown: percent(shown / 100),
        )

    def _scale_name(self, key: str) -> str:
        assert self.app is not None
        if key == "auto":
            return self.say("settings-scale-auto")
        return self.app.texts.figures.percent(float(key))

    # --- places ----------------------------------------------------------------------------------------

    def resized(self, width: float, height: float) -> None:
        wide = min(WIDEST, round(width) - 80)
        left, top = (round(width) - wide) // 2, max(76, (round(height) - 630) // 2)
        half = (wide - 16) // 2
        self.place_title = (left, top - 34)
        self.back.rect = pygame.Rect(left + wide - 170, top - 54, 170, 38)
        self.look.place((left, top, half, 300))
        self.heard.place((left, top + 312, half, 190))
        self.helps.place((left, top + 514, half, 92))
        self.keys.place((left + half + 16, top, wide - half - 16, 606))
        self._lay_look()
        self._lay_sound()
        self._lay_keys()

    def _lay_look(self) -> None:
        x, y, wide = self.look.rect.x + 16, self.look.rect.y + 42, self.look.rect.w - 32
        half = (wide - 12) // 2
        self.language.rect = pygame.Rect(x, y, half, 36)
        self.scale.rect = pygame.Rect(x + half + 12, y, half, 36)
        self.limit.rect = pygame.Rect(x, y + 38, wide, 18)
        self.palette.rect = pygame.Rect(x, y + 60, wide, 30)
        self.swatch.rect = pygame.Rect(x, y + 98, wide, 108)
        self.motion.rect = pygame.Rect(x, y + 216, wide, 30)

    def _lay_sound(self) -> None:
        x, y, wide = self.heard.rect.x + 16, self.heard.rect.y + 42, self.heard.rect.w - 32
        half = (wide - 12) // 2
        self.sound.rect = pygame.Rect(x, y, half, 46)
        self.music.rect = pygame.Rect(x + half + 12, y, half, 46)
        self.muted.rect = pygame.Rect(x, y + 62, wide, 30)
        self.device.rect = pygame.Rect(x, y + 104, wide, 20)
        x, y = self.helps.rect.x + 16, self.helps.rect.y + 42
        self.hints.rect = pygame.Rect(x, y, half, 34)
        self.again.rect = pygame.Rect(x + half + 12, y, half, 34)

    def _lay_keys(self) -> None:
        x, y, wide = self.keys.rect.x + 16, self.keys.rect.y + 40, self.keys.rect.w - 32
        step = (self.keys.rect.h - 40 - 48) // len(USUAL)
        for number, action in enumerate(USUAL):
            down = y + number * step
            self.key_names[action].rect = pygame.Rect(x, down, wide - 150, step - 2)
            self.key_buttons[action].rect = pygame.Rect(x + wide - 140, down, 140, step - 3)
        self.reset.rect = pygame.Rect(x + wide - 220, self.keys.rect.bottom - 44, 220, 34)

    # --- what the controls do --------------------------------------------------------------------------

    def _change(self, **values: object) -> None:
        assert self.app is not None
        self.app.change(**values)
        self.refresh()

    def refresh(self) -> None:
        """What follows from the settings: why a scale is limited, whether there is sound, which keys differ."""
        assert self.app is not None
        now, size = self.settings, self.app.canvas.surface.get_size()
        self.limit.text = ""
        if is_limited(size, now.scale):
            self.limit.text = self.say("settings-scale-limited", share=most_that_fits(size))
        trouble = self.app.sounds.trouble
        self.device.text = self.say(trouble) if trouble else ""
        self.muted.value = now.muted
        self.again.refuse("" if now.seen_hints else self.say("settings-again-none"))
        self.reset.refuse("" if now.keys else self.say("settings-keys-usual"))
        for button in self.key_buttons.values():
            button.rest()

    def _language(self, language: str) -> None:
        self._change(language=language)

    def _scale(self, key: str) -> None:
        self._change(scale="auto" if key == "auto" else float(key))

    def _palette(self, palette: str) -> None:
        self._change(palette=palette)

    def _hints_again(self) -> None:
        self._change(seen_hints=[], hints=True)
        self.hints.value = True

    def _reset(self) -> None:
        self._change(keys={})
        self.focus(self.back)

    def give_key(self, button: KeyButton, key: str) -> None:
        """Give an action a key, unless another has it."""
        clash = self.keymap.clash(button.action, key)
        if clash:
            from game.desktop.keys import shown

            what = self.say("settings-key-fixed" if clash == "fixed" else f"settings-key-{clash}")
            self.toast(self.say("settings-key-taken", pressed=shown(key), what=what), "warn", "triangle-alert")
            return
        keymap = Keymap(self.settings.keys)
        keymap.keys[button.action] = key
        self._change(keys=keymap.differing())

    # --- the screen ------------------------------------------------------------------------------------

    def shown(self) -> None:
        if self.focused is None:
            self.focus(self.language)
        self.refresh()

    def escape(self) -> None:
        assert self.app is not None
        self.app.pop()

    def paint(self, canvas: Canvas) -> None:
        x, y = self.place_title
        canvas.icon("settings", (x + 12, y), 24, theme.ACCENT)
        canvas.text(self.say("settings-title"), (x + 36, y), size=theme.TITLE, weight=theme.BOLD)
