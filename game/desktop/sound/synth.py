"""Tones, noise and their shapes in time, as arrays of numpy between -1 and 1; what effects and score are made of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RATE = 22_050
"""Samples a second, for effects and score alike."""
Wave = NDArray[np.float32]


def pitch(note: float) -> float:
    """Hertz of a note: 69 is the A of 440."""
    return float(440 * 2 ** ((note - 69) / 12))


def clock(seconds: float) -> Wave:
    return (np.arange(round(seconds * RATE), dtype=np.float32) / RATE).astype(np.float32)


def tone(note: float, seconds: float, partials: tuple[float, ...] = (1.0,), bend: float = 0.0) -> Wave:
    """A note of harmonic partials by their strengths; `bend` in half tones by the end."""
    time = clock(seconds)
    turns = 2 * np.pi * pitch(note) * time * (1 + (2 ** (bend / 12) - 1) * time / (2 * max(seconds, 1e-6)))
    wave = np.zeros_like(time)
    for number, strength in enumerate(partials, 1):
        if pitch(note) * number < RATE * 0.45:
            wave += np.float32(strength) * np.sin(turns * number).astype(np.float32)
    return wave / np.float32(sum(abs(part) for part in partials))


def noise(seconds: float, seed: int, smooth: int = 1) -> Wave:
    """The same hiss for the same seed; `smooth` samples are averaged, which darkens it."""
    hiss = np.random.default_rng(seed).uniform(-1, 1, round(seconds * RATE) + smooth - 1).astype(np.float32)
    return np.convolve(hiss, np.full(smooth, 1 / smooth, dtype=np.float32), "valid").astype(np.float32)


def struck(wave: Wave, fall: float, rise: float = 0.004) -> Wave:
    """Struck or plucked: up at once, down to a third in `fall` seconds, and silent at the end."""
    time = clock(len(wave) / RATE)[: len(wave)]
    shape = np.minimum(time / rise, 1) * np.exp(-time / fall)
    heard: Wave = (wave * shape * _ends(len(wave), 0.01)).astype(np.float32)
    return heard


def swelled(wave: Wave, rise: float, fall: float) -> Wave:
    """Grown and let go slowly, over so many seconds at either end."""
    count = len(wave)
    up, down = min(count, round(rise * RATE)), min(count, round(fall * RATE))
    shape = np.ones(count, dtype=np.float32)
    shape[:up] = 0.5 - 0.5 * np.cos(np.linspace(0, np.pi, up))
    shape[count - down :] *= 0.5 + 0.5 * np.cos(np.linspace(0, np.pi, down))
    return (wave * shape).astype(np.float32)


def _ends(count: int, seconds: float) -> Wave:
    shape = np.ones(count, dtype=np.float32)
    last = min(count, round(seconds * RATE))
    shape[count - last :] = np.linspace(1, 0, last)
    return shape


def placed(parts: list[tuple[float, Wave]], seconds: float) -> Wave:
    """Waves laid over each other at their seconds; what runs over the end is cut."""
    whole = np.zeros(round(seconds * RATE), dtype=np.float32)
    for at, wave in parts:
        start = round(at * RATE)
        room = max(0, min(len(wave), len(whole) - start))
        whole[start : start + room] += wave[:room]
    return whole


def levelled(wave: Wave, peak: float) -> Wave:
    """With its loudest moment at `peak`."""
    top = float(np.max(np.abs(wave))) if wave.size else 0.0
    return (wave * np.float32(peak / top)).astype(np.float32) if top > 0 else wave


def stereo_bytes(left: Wave, right: Wave) -> bytes:
    """What a mixer plays: two channels of 16 bits."""
    both = np.stack([left, right], axis=1)
    return (np.clip(both, -1, 1) * 32_767).astype("<i2").tobytes()
