"""Colours, type sizes and weights of the window, and the contrast between two colours."""

from __future__ import annotations

Colour = tuple[int, int, int]

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

ACCENT: Colour = (86, 180, 233)
ACCENT_HOVER: Colour = (122, 199, 242)
ACCENT_PRESSED: Colour = (62, 158, 214)
ON_ACCENT: Colour = (6, 20, 32)
FOCUS: Colour = (250, 214, 94)
GOOD: Colour = (72, 207, 150)
WARN: Colour = (245, 176, 65)
BAD: Colour = (255, 128, 122)

LAND: Colour = (35, 47, 68)
LAND_LIT: Colour = (56, 80, 120)
BORDER_LAND: Colour = (14, 19, 29)

TONES: dict[str, Colour] = {
    "text": TEXT,
    "soft": SOFT,
    "muted": MUTED,
    "accent": ACCENT,
    "good": GOOD,
    "warn": WARN,
    "bad": BAD,
}

FIRM_COLOURS: dict[str, Colour] = {
    "sky": (86, 180, 233),
    "green": (22, 186, 139),
    "amber": (233, 164, 17),
    "vermilion": (229, 105, 29),
    "yellow": (243, 231, 88),
    "pink": (214, 134, 176),
    "violet": (155, 143, 247),
    "silver": (205, 211, 221),
    "blue": (83, 135, 240),
    "sand": (201, 166, 128),
}

SMALL, NORMAL, LARGE, HEADING, TITLE, DISPLAY = 11.5, 13, 14.5, 17, 24, 38
REGULAR, MEDIUM, SEMIBOLD, BOLD = "Regular", "Medium", "SemiBold", "Bold"
RADIUS = 7


def firm_colour(name: str) -> Colour:
    """A colour by the name that the data uses for it. Raises KeyError for another name."""
    return FIRM_COLOURS[name]


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
