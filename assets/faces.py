"""Which font shows which part of a text: the Latin one where it can, else the Japanese one."""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache

from assets import read_text

LATIN, JAPANESE = "RaceSans", "RaceSansJP"
HEAVY = ("SemiBold", "Bold")


def font_file(face: str, weight: str) -> str:
    """Path of a face in a weight, within this package; the Japanese one has two weights."""
    if face == JAPANESE:
        weight = "Bold" if weight in HEAVY else "Regular"
    return f"fonts/{face}-{weight}.otf"


def runs(text: str) -> list[tuple[str, str]]:
    """The text cut where the face changes: pieces with their face."""
    if text.isascii():
        return [(text, LATIN)]
    found: list[tuple[str, str]] = []
    start, face = 0, ""
    for place, char in enumerate(text):
        wanted = LATIN if is_latin(char) else JAPANESE
        if wanted != face:
            if place:
                found.append((text[start:place], face))
            start, face = place, wanted
    return [*found, (text[start:], face)]


def is_latin(char: str) -> bool:
    """Whether the Latin face has the character."""
    if char.isascii():
        return True
    starts, ends = _latin_ranges()
    place = bisect_right(starts, ord(char)) - 1
    return place >= 0 and ord(char) <= ends[place]


@cache
def _latin_ranges() -> tuple[list[int], list[int]]:
    ranges = json.loads(read_text("fonts/latin.json"))
    return [low for low, _ in ranges], [high for _, high in ranges]
