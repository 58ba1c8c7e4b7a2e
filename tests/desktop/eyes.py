"""How colours look to eyes that lack a kind of cone, and how far apart two are then.

The matrices are those of Machado, Oliveira and Fernandes (2009) for full severity, on linear light.
"""

from __future__ import annotations

import math

from game.desktop.palettes import Colour

EYES: dict[str, tuple[tuple[float, float, float], ...]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)
Three = tuple[float, float, float]


def _times(matrix: tuple[tuple[float, float, float], ...], point: Three) -> Three:
    first, second, third = (sum(a * b for a, b in zip(row, point, strict=True)) for row in matrix)
    return first, second, third


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def lab(colour: Colour, eyes: str) -> Three:
    """Lightness and two opponent colours (CIE Lab) as these eyes see the colour."""
    light = tuple(min(1.0, max(0.0, part)) for part in _times(EYES[eyes], tuple(map(_linear, colour))))  # type: ignore[arg-type]
    x, y, z = (_root(part / white) for part, white in zip(_times(TO_XYZ, light), WHITE, strict=True))  # type: ignore[arg-type]
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(share: float) -> float:
    return share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116


def apart(one: Colour, other: Colour, eyes: str) -> float:
    """Distance in CIE Lab; about 2 can just be told apart side by side, 20 at a glance."""
    return math.dist(lab(one, eyes), lab(other, eyes))
