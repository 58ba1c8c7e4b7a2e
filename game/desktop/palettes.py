"""Palettes beside the standard one: what they change of its colours, and the colours of firms in each.

"distinct" keeps firms, and good from bad, apart for eyes without red, green or blue cones; "contrast" has black
grounds, white text and strong lines. `tests/desktop/test_theme.py` measures both.
"""

from __future__ import annotations

from typing import Literal

from assets.colours import CONTRAST_FIRMS, DISTINCT_FIRMS, STANDARD_FIRMS, Shades
from assets.colours import Colour as Colour

Palette = Literal["standard", "distinct", "contrast"]

DISTINCT: Shades = {
    "GOOD": (96, 190, 255),
    "WARN": (255, 226, 120),
    "BAD": (255, 126, 76),
    "ACCENT": (132, 176, 255),
    "ACCENT_HOVER": (164, 198, 255),
    "ACCENT_PRESSED": (108, 152, 236),
    "DANGER": (66, 34, 20),
    "DANGER_HOVER": (88, 44, 26),
    "DANGER_PRESSED": (54, 28, 17),
    "DANGER_LINE": (140, 74, 44),
    "ON_DANGER": (255, 214, 190),
}

CONTRAST: Shades = {
    "GROUND": (0, 0, 0),
    "PANEL": (0, 0, 0),
    "RAISED": (16, 18, 24),
    "HOVER": (36, 40, 52),
    "PRESSED": (8, 9, 12),
    "SELECTED": (24, 48, 92),
    "LINE": (118, 126, 142),
    "LINE_STRONG": (214, 220, 230),
    "TRACK": (62, 68, 80),
    "SHADE": (0, 0, 0),
    "TEXT": (255, 255, 255),
    "SOFT": (236, 240, 246),
    "MUTED": (212, 218, 228),
    "OFF": (176, 182, 192),
    "IDLE": (128, 134, 146),
    "ACCENT": (120, 200, 255),
    "ACCENT_HOVER": (168, 220, 255),
    "ACCENT_PRESSED": (92, 176, 240),
    "ON_ACCENT": (0, 0, 0),
    "FOCUS": (255, 230, 60),
    "GOOD": (130, 250, 215),
    "WARN": (255, 206, 84),
    "BAD": (255, 146, 132),
    "DANGER": (70, 0, 8),
    "DANGER_HOVER": (104, 8, 20),
    "DANGER_PRESSED": (48, 0, 6),
    "DANGER_LINE": (255, 128, 128),
    "ON_DANGER": (255, 226, 224),
    "LAND": (30, 34, 44),
    "LAND_LIT": (46, 78, 140),
    "BORDER_LAND": (120, 128, 144),
}

FIRMS: dict[Palette, Shades] = {"standard": STANDARD_FIRMS, "distinct": DISTINCT_FIRMS, "contrast": CONTRAST_FIRMS}
