"""The score: slow chords of soft voices with a bell now and then. A piece is made from its mood and a number.

Pieces begin and end in silence, so that they follow each other without a seam.
"""

from __future__ import annotations

import numpy as np

from game.desktop.sound.synth import RATE, Wave, clock, pitch, placed, struck, swelled, tone

CHORD_SECONDS, OVERLAP = 7.0, 3.0
PEAK = 0.4
MOODS: dict[str, tuple[tuple[int, ...], ...]] = {
    "even": ((45, 52, 60, 64), (41, 48, 57, 64), (48, 55, 59, 64), (43, 50, 57, 62)),
    "ahead": ((48, 55, 64, 71), (50, 57, 62, 66), (45, 52, 61, 64), (43, 55, 59, 69)),
    "behind": ((38, 50, 57, 65), (46, 53, 58, 62), (43, 50, 58, 62), (45, 52, 57, 64)),
    "tense": ((38, 45, 52, 53), (37, 44, 52, 56), (38, 45, 50, 53), (34, 46, 53, 57)),
}
"""How the race stands, as chords: notes from low to high."""


def _voice(note: int, seconds: float, drift: float) -> Wave:
    """A soft held note, two strings a little out of tune."""
    time = clock(seconds)
    wave = np.zeros_like(time)
    for part, strength in ((1, 1.0), (2, 0.28), (3, 0.08)):
        for detune in (-drift, drift):
            turns = 2 * np.pi * pitch(note + detune) * part * time
            wave += np.float32(strength / 2) * np.sin(turns + part).astype(np.float32)
    return swelled(wave, OVERLAP, OVERLAP)


def make(mood: str, number: int) -> tuple[Wave, Wave]:
    """Left and right of a piece; the same mood and number give the same. Raises KeyError for another mood."""
    rng = np.random.default_rng([len(mood), *mood.encode(), number])
    chords = MOODS[mood]
    turned = [chords[(number + place) % len(chords)] for place in range(len(chords))]
    seconds = CHORD_SECONDS * len(turned) + OVERLAP
    sides: list[list[tuple[float, Wave]]] = [[], []]
    for place, chord in enumerate(turned):
        at, length = place * CHORD_SECONDS, CHORD_SECONDS + OVERLAP
        for voice, note in enumerate(chord):
            pan = 0.5 + (0.18 if voice % 2 else -0.18)
            wave = _voice(note, length, 0.04 + 0.02 * voice) * np.float32(1 / (1.4 + 0.3 * voice))
            sides[0].append((at, wave * np.float32(1 - pan)))
            sides[1].append((at, wave * np.float32(pan)))
        for _ in range(int(rng.integers(1, 4))):
            note = int(rng.choice(chord[1:])) + 12
            bell = struck(tone(note, 3.0, (1.0, 0.25, 0.06)), 0.9, 0.02) * np.float32(0.16)
            when, pan = at + 1 + float(rng.uniform(0, CHORD_SECONDS - 1.5)), float(rng.uniform(0.25, 0.75))
            sides[0].append((when, bell * np.float32(1 - pan)))
            sides[1].append((when, bell * np.float32(pan)))
    left, right = (placed(side, seconds) for side in sides)
    edge = round(0.5 * RATE)
    for wave in (left, right):
        wave[-edge:] *= np.linspace(1, 0, edge, dtype=np.float32)
    top = max(float(np.max(np.abs(left))), float(np.max(np.abs(right))), 1e-6)
    return left * np.float32(PEAK / top), right * np.float32(PEAK / top)
