"""Effects and score: lengths, levels, no clipping; and a window that goes on without a device or when it is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator

import numpy as np
import pygame
import pytest

from game.desktop.app import App
from game.desktop.buttons import Button
from game.desktop.screen import Screen
from game.desktop.screens.settings import SettingsScreen
from game.desktop.sound import effects, player, score, synth
from tests.desktop.driver import Driver

MUSIC = 0


def loudness(wave: synth.Wave) -> float:
    """Of the loudest tenth of a second, in decibels below full."""
    window = synth.RATE // 10
    padded = np.pad(wave, (0, max(0, window - len(wave))))
    squares = np.convolve(padded**2, np.full(window, 1 / window), "valid")
    return float(10 * np.log10(max(1e-12, squares.max())))


@pytest.mark.parametrize("name", effects.RECIPES)
def test_an_effect_is_short_clean_and_neither_loud_nor_lost(name: str) -> None:
    wave = effects.make(name)
    assert wave.dtype == np.float32
    assert 0.03 <= len(wave) / synth.RATE <= 2.5
    assert float(np.abs(wave).max()) <= 0.5
    assert -42 <= loudness(wave) <= -9
    assert abs(float(wave.mean())) < 0.01
    assert float(np.abs(wave[:2]).max()) < 0.02
    assert float(np.abs(wave[-20:]).max()) < 0.02
    assert np.array_equal(wave, effects.make(name))


def test_what_is_heard_often_is_quieter_than_what_is_rare() -> None:
    often = max(loudness(effects.make(name)) for name in ("click", "month"))
    rare = min(loudness(effects.make(name)) for name in ("win", "loss", "release"))
    assert often < rare - 6


def test_effects_differ() -> None:
    waves = [effects.make(name) for name in effects.RECIPES]
    assert len({wave.tobytes() for wave in waves}) == len(waves)


@pytest.mark.parametrize("mood", score.MOODS)
def test_a_piece_of_the_score_is_calm_and_begins_and_ends_in_silence(mood: str) -> None:
    for number in (1, 2):
        left, right = score.make(mood, number)
        assert 25 <= len(left) / synth.RATE <= 40
        assert max(float(np.abs(side).max()) for side in (left, right)) <= score.PEAK + 1e-6
        assert (
            max(float(np.abs(side[edge]).max()) for side in (left, right) for edge in (slice(50), slice(-50, None)))
            < 0.01
        )
        assert -30 <= loudness(left) <= -10
        steps = np.abs(np.diff(left))
        assert float(steps.max()) < 0.2
    assert not np.array_equal(score.make(mood, 1)[0], score.make(mood, 2)[0])


def test_what_the_mixer_gets_is_two_channels_of_sixteen_bits() -> None:
    loud = np.full(10, 2.0, dtype=np.float32)
    data = np.frombuffer(synth.stereo_bytes(loud, -loud), dtype="<i2")
    assert len(data) == 20
    assert set(data[::2]) == {32_767}
    assert set(data[1::2]) == {-32_767}


# --- in the window -------------------------------------------------------------------------------------


@pytest.fixture
def heard(app: App, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """A window with a device that swallows what it gets."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    app.push(Screen())
    app.sounds.begin()
    assert app.run_until(lambda: app.sounds.ready and not app.background.busy, 4000)
    yield app
    app.sounds.end()


def test_effects_and_score_play_at_their_volumes(heard: App) -> None:
    assert heard.sounds.trouble == ""
    assert pygame.mixer.Channel(MUSIC).get_busy()
    heard.change(music_volume=0.5)
    assert pygame.mixer.Channel(MUSIC).get_volume() == pytest.approx(0.4, abs=0.02)
    heard.sounds.play("turn")
    assert pygame.mixer.get_busy()
    assert heard.sounds._effects["turn"].get_volume() == pytest.approx(0.6, abs=0.02)


def test_every_effect_is_made_and_others_are_refused(heard: App) -> None:
    assert set(heard.sounds._effects) == set(effects.RECIPES) == set(player.EFFECTS)
    with pytest.raises(KeyError):
        heard.sounds.play("trumpet")


def test_mute_silences_at_once_and_gives_back(heard: App) -> None:
    heard.change(muted=True)
    assert not pygame.mixer.Channel(MUSIC).get_busy()
    heard.sounds.play("click")
    assert not pygame.mixer.get_busy()
    heard.change(muted=False)
    assert heard.run_until(lambda: pygame.mixer.Channel(MUSIC).get_busy(), 4000)


def test_another_mood_follows_when_the_piece_has_ended(heard: App) -> None:
    heard.sounds.mood("behind")
    pygame.mixer.Channel(MUSIC).stop()
    assert heard.run_until(lambda: heard.sounds._piece >= 2 and not heard.background.busy, 4000)
    assert pygame.mixer.Channel(MUSIC).get_busy()


def test_buttons_and_notices_are_heard(heard: App) -> None:
    screen = heard.top
    assert screen is not None
    go, shut = Button("go", (100, 100, 100, 40), "Go"), Button("shut", (100, 200, 100, 40), "Shut")
    shut.refuse("Not now")
    screen.add(go, shut)
    driver = Driver(heard)
    driver.click("go")
    driver.click("shut")
    screen.toast("Well done", "good")
    assert list(heard.sounds.recent) == ["click", "refused", "good"]


def test_without_a_device_it_is_silent_and_the_settings_say_so(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "nonesuch")
    pygame.mixer.quit()
    app.push(Screen())
    app.sounds.begin()
    assert app.run_until(lambda: not app.background.busy, 4000)
    app.sounds.play("click")
    app.sounds.mood("ahead")
    app.push(SettingsScreen())
    app.canvas.marks = []
    app.draw()
    assert any("no device" in mark.text for mark in app.canvas.marks)
    assert app.top is not None
    assert app.top.notices.shown == []


def test_a_lost_device_is_silent_until_another_comes(heard: App) -> None:
    heard.sounds.lose()
    heard.sounds.play("click")
    heard.change(sound_volume=0.3)
    assert heard.sounds.trouble == "settings-device-lost"
    pygame.event.post(pygame.Event(pygame.AUDIODEVICEADDED, iscapture=False, which=0))
    assert heard.run_until(lambda: heard.sounds.ready, 4000)
    assert heard.sounds.trouble == ""


def test_a_mixer_that_stops_in_mid_game_is_no_error(heard: App) -> None:
    pygame.mixer.quit()
    heard.sounds.play("click")
    assert heard.sounds.trouble == "settings-device-lost"
    heard.sounds.mood("ahead")
    heard.sounds.apply()


def test_the_first_frame_does_not_wait_for_sound(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()
    monkeypatch.setattr(player, "_open_and_make", lambda: gate.wait(5) and {})
    app.push(Screen())
    app.pump()
    app.sounds.begin()
    app.pump(3)
    assert app.frames_drawn >= 1
    assert not app.sounds.ready
    gate.set()
    assert app.run_until(lambda: not app.background.busy)


def test_the_player_itself_needs_no_numpy() -> None:
    code = "import sys, game.desktop.sound.player; print('numpy' in sys.modules)"
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.split()[-1] == "False"
