"""Colours of firms by the names that the levels' data uses, for every face: on dark grounds, and on paper.

The window has three palettes; pages for reading and printing use "paper" on white. `tests/desktop/test_theme.py`
measures that they can be read and told apart.
"""

from __future__ import annotations

Colour = tuple[int, int, int]
"""Red, green, blue, 0 to 255."""
Shades = dict[str, Colour]

STANDARD_FIRMS: Shades = {
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
DISTINCT_FIRMS: Shades = {
    "sky": (209, 201, 255),
    "green": (121, 226, 174),
    "amber": (180, 106, 152),
    "vermilion": (228, 107, 79),
    "yellow": (246, 204, 71),
    "pink": (255, 238, 155),
    "violet": (151, 143, 232),
    "silver": (197, 240, 242),
    "blue": (95, 123, 245),
    "sand": (211, 136, 34),
}
"""Apart for eyes without red, green or blue cones."""
CONTRAST_FIRMS: Shades = {
    "sky": (110, 205, 255),
    "green": (60, 230, 170),
    "amber": (255, 184, 40),
    "vermilion": (255, 130, 60),
    "yellow": (255, 245, 110),
    "pink": (255, 160, 210),
    "violet": (184, 172, 255),
    "silver": (236, 240, 246),
    "blue": (120, 166, 255),
    "sand": (232, 196, 152),
}
PAPER_FIRMS: Shades = {
    "sky": (2, 130, 213),
    "green": (12, 66, 64),
    "amber": (80, 52, 12),
    "vermilion": (191, 93, 88),
    "yellow": (122, 121, 8),
    "pink": (186, 24, 139),
    "violet": (64, 51, 126),
    "silver": (117, 122, 147),
    "blue": (24, 41, 212),
    "sand": (198, 98, 11),
}
"""On white; apart for all eyes."""
