"""Breaking text into lines: at spaces, and anywhere in scripts that use none or in words too long."""

from __future__ import annotations

import re
from collections.abc import Callable

_EAST_ASIAN = r"\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_PIECES = re.compile(rf"[ \t]+|[{_EAST_ASIAN}]|[^\s{_EAST_ASIAN}]+")


def wrap_words(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Lines whose measured width is at most `width`, or single characters where that is impossible."""
    return [line for paragraph in text.split("\n") for line in _wrap_paragraph(paragraph, width, measure)]


def _wrap_paragraph(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in _PIECES.findall(text):
        if measure((line + piece).rstrip()) <= width:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = piece.lstrip()
        while len(line) > 1 and measure(line) > width:
            cut = next((n for n in range(len(line) - 1, 1, -1) if measure(line[:n]) <= width), 1)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line.rstrip()]
