"""Colours, type sizes and weights of the window, and the contrast between two colours.

`use(palette)` changes the colours of this module for all who read them when they draw. So nobody may keep one:
no colour of the theme as a default value or in a constant of another module (a test looks).
"""

from __future__ import annotations

from typing import get_args

from assets.colours import Shades
from game.desktop.palettes import CONTRAST, DISTINCT, FIRMS, Palette
from game.desktop.palettes import Colour as Colour

GROUND: Colour = (9, 12, 19)
PANEL: Colour = (18, 24, 36)
RAISED: Colour = (27, 35, 51)
HOVER: Colour = (35, 45, 65)
PRESSED: Colour = (22, 29, 43)
SELECTED: Colour = (39, 53, 80)
LINE: Colour = (40, 51, 71)
LINE_STRONG: Colour = (74, 91, 122)
TRACK: Colour = (38, 48, 68)
SHADE: Colour = (4, 6, 10)

TEXT: Colour = (235, 240, 249)
SOFT: Colour = (184, 195, 213)
MUTED: Colour = (146, 158, 180)
OFF: Colour = (139, 149, 168)
IDLE: Colour = (92, 100, 116)
"""What lies still, in bars."""

ACCENT: Colour = (86, 180, 233)
ACCENT_HOVER: Colour = (122, 199, 242)
ACCENT_PRESSED: Colour = (62, 158, 214)
ON_ACCENT: Colour = (6, 20, 32)
FOCUS: Colour = (250, 214, 94)
GOOD: Colour = (72, 207, 150)
WARN: Colour = (245, 176, 65)
BAD: Colour = (255, 128, 122)
DANGER: Colour = (62, 30, 38)
DANGER_HOVER: Colour = (84, 38, 47)
DANGER_PRESSED: Colour = (52, 25, 32)
DANGER_LINE: Colour = (122, 56, 64)
ON_DANGER: Colour = (255, 205, 202)

LAND: Colour = (35, 47, 68)
LAND_LIT: Colour = (56, 80, 120)
BORDER_LAND: Colour = (14, 19, 29)

TONE_NAMES = ("text", "soft", "muted", "accent", "good", "warn", "bad")
TONES: dict[str, Colour] = {name: globals()[name.upper()] for name in TONE_NAMES}
FIRM_COLOURS: dict[str, Colour] = dict(FIRMS["standard"])

TINY, SMALL, NORMAL, LARGE, HEADING, TITLE, DISPLAY = 11, 11.5, 13, 14.5, 17, 24, 38
NOTE = 12.5
"""Names of the sizes of text: notes on cards, small, ordinary, larger, headings, titles, the grandest."""
SIZES = (11, 12, 13, 14, 16, 17, 18, 20, 24, 28, 32, 38)
"""Sizes that are drawn: a size is rounded to one of these."""
REGULAR, MEDIUM, SEMIBOLD, BOLD = "Regular", "Medium", "SemiBold", "Bold"
RADIUS = 7

PALETTES: tuple[Palette, ...] = get_args(Palette)
_STANDARD: Shades = {name: value for name, value in globals().items() if name.isupper() and type(value) is tuple}
_STANDARD = {name: value for name, value in _STANDARD.items() if len(value) == 3 and name not in ("PALETTES", "SIZES")}
_OWN: dict[Palette, Shades] = {"standard": {}, "distinct": DISTINCT, "contrast": CONTRAST}
_used: list[Palette] = ["standard"]


def use(palette: Palette) -> None:
    """Draw in the colours of a palette from now on."""
    globals().update({**_STANDARD, **_OWN[palette]})
    TONES.update({name: globals()[name.upper()] for name in TONE_NAMES})
    FIRM_COLOURS.update(FIRMS[palette])
    _used[0] = palette


def used() -> Palette:
    """The palette in use."""
    return _used[0]


def firm_colour(name: str) -> Colour:
    """A colour by the name that the data uses for it. Raises KeyError for another name."""
    return FIRM_COLOURS[name]


def mark_colour(name: str) -> Colour:
    """The same, and "grey" for what lies idle."""
    return IDLE if name == "grey" else FIRM_COLOURS[name]


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`share` of the second colour in the first, 0 to 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def contrast(first: Colour, second: Colour) -> float:
    """Contrast ratio of two colours, 1 to 21, as the web accessibility guidelines define it."""
    bright, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    parts = [channel / 255 for channel in colour]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
