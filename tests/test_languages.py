"""Every language says the same: all keys and no others, with the same figures in them; and no text stands unused."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assets import names_in, read_text
from assets.text import NO_WORD, languages

ROOT = Path(__file__).parents[1]
OTHERS = [language for language in languages() if language != "en"]
KEY = re.compile(r"^([a-zA-Z][\w-]*) =|^ +\.([\w-]+) =", re.MULTILINE)
NAME = "name-"
ISOLATION = re.compile("[\u2066-\u2069]")
SHORTEST = 3
"""Letters that a pattern in the code must have, to count as a use of the keys that fit it."""


@cache
def texts(language: str) -> dict[str, tuple[str, str]]:
    """By key, or key and attribute: the file and what is said there."""
    found: dict[str, tuple[str, str]] = {}
    for file in names_in(f"texts/{language}", ".ftl"):
        said = re.sub(r"^#.*$", "", read_text(f"texts/{language}/{file}.ftl"), flags=re.MULTILINE)
        starts = list(KEY.finditer(said))
        owner = ""
        for match, after in zip(starts, [*starts[1:], None], strict=True):
            owner = match[1] or owner
            key = match[1] or f"{owner}.{match[2]}"
            found[key] = (file, said[match.end() : after.start() if after else None].strip())
    return found


def variables(said: str) -> set[str]:
    return set(re.findall(r"\$(\w+)", said))


def shown(said: str) -> set[str]:
    """Variables that are written, not only chosen by."""
    return set(re.findall(r"\$(\w+)\b(?!\s*->)", said))


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_there_in_its_file_and_no_other(language: str) -> None:
    english, other = texts("en"), texts(language)
    assert sorted(set(english) - set(other)) == []
    assert sorted(key for key in set(other) - set(english) if not key.startswith(NAME)) == []
    assert [key for key, (file, _) in english.items() if other[key][0] != file] == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_same_figures_stand_in_a_text(language: str) -> None:
    """A choice by number may fall away, as where a language has no plural."""
    english, other = texts("en"), texts(language)
    both = [(key, said, other[key][1]) for key, (_, said) in english.items() if key in other]
    assert [key for key, said, there in both if not variables(there) <= variables(said)] == []
    assert [key for key, said, there in both if shown(said) - variables(there)] == []


@pytest.mark.parametrize("language", languages())
def test_texts_are_clean(language: str) -> None:
    for key, (_, said) in texts(language).items():
        assert said or f"{key}." in "".join(f"{each} " for each in texts(language)), key
        assert not ISOLATION.search(said), key
        assert "  " not in re.sub(r"\n *", "\n", said), key


@pytest.mark.parametrize("language", OTHERS)
def test_names_are_those_of_the_levels(language: str) -> None:
    known = {NAME + NO_WORD.sub("-", name.lower()).strip("-") for name in _names()}
    assert sorted(key for key in texts(language) if key.startswith(NAME) and key not in known) == []


def _names() -> Iterator[str]:
    yield "Start-up"
    for file in sorted((ROOT / "levels").rglob("*.toml")):
        yield from _names_in(tomllib.loads(file.read_text(encoding="utf-8")))


def _names_in(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key in ("name", "title") and isinstance(value, str):
                yield value
                yield value.partition(", ")[2] or value
            elif key == "courses":
                yield from value
            else:
                yield from _names_in(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _names_in(value)


def test_no_text_stands_unused() -> None:
    """A key is used where the code or a level has it as a string, or a string made of parts that fits it."""
    words, patterns = _strings()
    unused = [
        key
        for key in texts("en")
        if "." not in key and key not in words and not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert unused == []


def _strings() -> tuple[set[str], list[re.Pattern[str]]]:
    words, made = {"language-name"}, set()
    for room in ("assets", "levels", "agents", "game", "main.py"):
        path = ROOT / room
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    words.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    made.add(_pattern(node))
                elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
                    made.add(_sum(node))
    for file in sorted((ROOT / "game" / "classroom" / "web").glob("*.js")):
        said = file.read_text(encoding="utf-8")
        words.update(re.findall(r"\"([\w-]+)\"", said))
        made.update(
            re.sub(r"\\\$\\\{.*?\\\}", ".+", re.escape(each)) for each in re.findall(r"`([\w-]*\$\{[^`]*)`", said)
        )
    for file in sorted((ROOT / "levels").rglob("*.toml")):
        for value in _values_in(tomllib.loads(file.read_text(encoding="utf-8"))):
            words.add(value)
            made.add(re.escape(value) + "-.+" if value.startswith("level-") else re.escape(value))
    keep = [each for each in made if len(re.sub(r"\W", "", each.replace(".+", ""))) >= SHORTEST]
    return words, [re.compile(each) for each in sorted(keep)]


def _values_in(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    for value in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from _values_in(value)


def _pattern(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_pattern(part) for part in node.values)
    return re.escape(node.value) if isinstance(node, ast.Constant) and isinstance(node.value, str) else ".+"


def _sum(node: ast.expr) -> str:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _sum(node.left) + _sum(node.right)
    return _pattern(node)
