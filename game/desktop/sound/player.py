"""Plays effects and the score by name, once they are made; without a device, or when it is lost, nothing is heard.

Nothing here raises for want of sound: `trouble` is the key of a text that says what is wrong. Numpy is loaded and
sounds are made in the background, after the first frame.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.desktop.display import quiet_stderr

if TYPE_CHECKING:
    from game.desktop.background import Background
    from game.desktop.settings import Settings

RATE = 22_050
PIECE_ENDED = pygame.event.custom_type()
FADE_MS = 2500
MUSIC = 0
"""The channel of the score."""
EFFECTS = (
    "click", "planned", "removed", "refused", "turn", "month", "live", "release", "good", "bad", "win", "loss",
)  # fmt: skip
TONES = {"good": "good", "bad": "bad", "warn": "refused"}
"""What a notice of a tone sounds like."""


class Sounds:
    """`begin` once the first frame stands; then `play` an effect and set the `mood` of the score."""

    def __init__(self, settings: Callable[[], Settings], background: Background) -> None:
        self._settings, self._background = settings, background
        self.trouble = ""
        self.recent: deque[str] = deque(maxlen=40)
        """Effects that were asked for last, heard or not."""
        self._effects: dict[str, pygame.mixer.Sound] = {}
        self._mood, self._piece = "even", 0
        self._began = self._composing = False

    @property
    def ready(self) -> bool:
        return bool(self._effects) and not self.trouble

    # --- making ----------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Look for a device and make the effects, in the background."""
        if self._began:
            return
        self._began = True
        self.trouble = ""
        self._background.run(_open_and_make, self._made, self._failed)

    def _made(self, effects: dict[str, pygame.mixer.Sound]) -> None:
        self._effects = effects
        try:
            pygame.mixer.set_reserved(1)
            pygame.mixer.Channel(MUSIC).set_endevent(PIECE_ENDED)
        except pygame.error:
            self.lose()
        self.apply()

    def _failed(self, _: Exception) -> None:
        self._began, self._effects = False, {}
        self.trouble = "settings-no-device"

    # --- effects ---------------------------------------------------------------------------------------

    def play(self, name: str) -> None:
        """Play one of EFFECTS, if there is sound at all. Raises KeyError for another name."""
        if name not in EFFECTS:
            raise KeyError(f"no effect {name!r}; there are {', '.join(EFFECTS)}")
        self.recent.append(name)
        now = self._settings()
        if not self.ready or now.muted or now.sound_volume <= 0:
            return
        sound = self._effects[name]
        try:
            sound.set_volume(now.sound_volume)
            sound.play()
        except pygame.error:
            self.lose()

    # --- the score -------------------------------------------------------------------------------------

    def mood(self, name: str) -> None:
        """How the race stands: even, ahead, behind or tense; the score goes over to it."""
        if name != self._mood:
            self._mood = name
            try:
                if self.ready and pygame.mixer.Channel(MUSIC).get_busy():
                    pygame.mixer.Channel(MUSIC).fadeout(FADE_MS)
            except pygame.error:
                self.lose()

    def _is_wanted(self) -> bool:
        now = self._settings()
        return self.ready and not now.muted and now.music_volume > 0

    def compose(self) -> None:
        """Make the next piece in the background and play it."""
        if self._composing or not self._is_wanted():
            return
        self._composing = True
        self._piece += 1
        mood, number = self._mood, self._piece

        def work() -> pygame.mixer.Sound:
            from game.desktop.sound import score, synth

            return pygame.mixer.Sound(buffer=synth.stereo_bytes(*score.make(mood, number)))

        self._background.run(work, self._start_piece, self._not_composed)

    def _start_piece(self, piece: pygame.mixer.Sound) -> None:
        self._composing = False
        if not self._is_wanted():
            return
        try:
            pygame.mixer.Channel(MUSIC).play(piece)
            self._set_music_volume()
        except pygame.error:
            self.lose()

    def _not_composed(self, _: Exception) -> None:
        self._composing = False
        self.lose()

    def _set_music_volume(self) -> None:
        pygame.mixer.Channel(MUSIC).set_volume(self._settings().music_volume * 0.8)

    # --- changes ---------------------------------------------------------------------------------------

    def apply(self) -> None:
        """Let volumes and mute hold at once."""
        if not self.ready:
            return
        try:
            if not self._is_wanted():
                pygame.mixer.Channel(MUSIC).stop()
            elif pygame.mixer.Channel(MUSIC).get_busy():
                self._set_music_volume()
            else:
                self.compose()
        except pygame.error:
            self.lose()

    def take(self, event: pygame.Event) -> bool:
        """Whether an event was about sound: a piece ended, a device came or went."""
        if event.type == PIECE_ENDED:
            self.compose()
        elif event.type == pygame.AUDIODEVICEREMOVED and not getattr(event, "iscapture", False):
            if self.ready:
                self.lose()
                self.begin()
        elif event.type == pygame.AUDIODEVICEADDED and self.trouble:
            self.begin()
        else:
            return event.type in (pygame.AUDIODEVICEREMOVED, pygame.AUDIODEVICEADDED)
        return True

    def lose(self) -> None:
        """The device is gone: silent from now on, until another comes."""
        self._effects, self._began, self._composing = {}, False, False
        self.trouble = "settings-device-lost"
        if pygame.mixer.get_init():
            pygame.mixer.quit()

    def end(self) -> None:
        if pygame.mixer.get_init():
            pygame.mixer.quit()


def _open_and_make() -> dict[str, pygame.mixer.Sound]:
    """Raises pygame.error where there is no device, ImportError without numpy."""
    if not pygame.mixer.get_init():
        with quiet_stderr():
            pygame.mixer.init(RATE, -16, 2, 1024, allowedchanges=0)
    from game.desktop.sound import effects, synth

    made = {}
    for name in effects.RECIPES:
        wave = effects.make(name)
        made[name] = pygame.mixer.Sound(buffer=synth.stereo_bytes(wave, wave))
    return made
