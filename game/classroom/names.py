"""Nicknames: which characters and lengths, and which words a class does not want to see on the wall."""

import unicodedata
from functools import cache

from assets import read_text
from game.classroom.trouble import Denied

LONGEST = 16
SIGNS = " -_.'&+!"
LOOKS = str.maketrans("013457$@!+", "oieastsait")


def check_name(text: str) -> str:
    """The name as it is shown. Raises Denied with what is wrong."""
    name = " ".join(unicodedata.normalize("NFKC", text).split())
    if not name:
        raise Denied("room-name-empty")
    if len(name) > LONGEST:
        raise Denied("room-name-long", most=LONGEST)
    if not all(_fits(sign) for sign in name) or not any(sign.isalnum() for sign in name) or _is_piled(name):
        raise Denied("room-name-signs")
    if is_rude(name):
        raise Denied("room-name-rude")
    return name


def _fits(sign: str) -> bool:
    return sign in SIGNS or unicodedata.category(sign)[0] in "LNM"


def _is_piled(name: str) -> bool:
    """Two or more marks on one letter: no name needs them, and they leave the line."""
    marks = 0
    for sign in name:
        marks = marks + 1 if unicodedata.category(sign)[0] == "M" else 0
        if marks > 1:
            return True
    return False


def is_rude(text: str) -> bool:
    """Whether a word of the list stands in it, also spelt with figures, spaces, accents or doubled letters."""
    read = _bare(text).translate(LOOKS)
    joined = "".join(sign for sign in read if sign.isalnum())
    forms = {_once(word) for word in read.replace("-", " ").replace("_", " ").split()} | {_once(joined)}
    inside, alone = _lists()
    return any(stem in form for form in forms for stem in inside) or bool(forms & alone)


def _bare(text: str) -> str:
    """In small letters without accents."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in split if unicodedata.category(sign)[0] != "M")


def _once(word: str) -> str:
    """Letters that are doubled or more, once."""
    return "".join(sign for place, sign in enumerate(word) if not place or sign != word[place - 1])


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    """Stems that may stand nowhere, and words that may not stand alone (they are parts of good ones)."""
    inside, alone = set[str](), set[str]()
    for line in read_text("texts/rude.txt").splitlines():
        word = line.strip()
        if word and not word.startswith("#"):
            kept = _once(_bare(word.removeprefix("=").translate(_TURNED)))
            (alone if word.startswith("=") else inside).add(kept)
    return frozenset(inside), frozenset(alone)


_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TURNED = str.maketrans(_LETTERS, _LETTERS[13:] + _LETTERS[:13])
"""The list is written with turned letters, so that nobody meets it by chance."""
