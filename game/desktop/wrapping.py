"""Breaking text into lines: at spaces, and between the signs of scripts that use none, as Japanese allows.

A line of Japanese does not start with a closing bracket, a full stop or a small kana, nor end with an opening bracket;
numbers stay with what they count, and words in katakana whole. A word too long for a line is cut anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_EAST_ASIAN = r"\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_WIDE = re.compile(rf"[{_EAST_ASIAN}]")
_OPENING = r"「『（［｛〈《【〔"
_CLOSING = r"、。，．・：；？！」』）］｝〉》】〕々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…"
_COUNTED = r"(?:[万億兆]?(?:か月|か所|年|月|枚|人|社|件|回|倍|点|位|基|台|本|ドル|ターン)?)"
_WORD = rf"[^\s{_EAST_ASIAN}]+"
_NUMBER = rf"[^\s{_EAST_ASIAN}]*\d{_COUNTED}"
_KATAKANA = r"[ァ-ヺー]+"
_PIECES = re.compile(
    rf"[ \t]+|[{_OPENING}]*(?:{_NUMBER}(?:\d+{_COUNTED})*|{_WORD}|{_KATAKANA}|[{_EAST_ASIAN}])[{_CLOSING}!?,.:;)%]*"
)


def columns(text: str) -> int:
    """Width in columns, as where nothing can be measured: East Asian signs take two."""
    return len(text) + len(_WIDE.findall(text))


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
            cut = next((n for n in range(cut, 0, -1) if line[n] not in _CLOSING), cut)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line.rstrip()]
