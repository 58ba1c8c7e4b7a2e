"""One page for a browser: the four sheets of a lesson, with style and fonts inside, so that it needs nothing else."""

import base64
from collections.abc import Callable

from assets import read_bytes, read_text
from assets.text import Texts
from game.classroom.lessons import reference
from game.classroom.lessons.card import card
from game.classroom.lessons.plan import plan
from game.classroom.lessons.reference import Seen
from game.classroom.lessons.sheet import answers, sheet
from game.classroom.lessons.writer import Writer, element
from levels.loader import Resolved

FONTS = {
    "en": (("RaceSans-Regular", 400), ("RaceSans-Bold", 700)),
    "ja": (("RaceSans-Regular", 400), ("RaceSans-Bold", 700), ("RaceSansJP-Regular", 400), ("RaceSansJP-Bold", 700)),
}
"""Files and weights of the fonts that a language is printed in."""


def page(resolved: Resolved, texts: Texts, games: dict[str, Seen] | None = None) -> str:
    """The lesson of a level as one HTML page. Plays the reference games, if they are not given.

    Raises LevelError, LessonError.
    """
    lesson = reference.lesson_of(resolved)
    games = games or reference.play(resolved)
    found = reference.find(resolved.level, lesson, games)
    plain = Writer(texts)
    write = Writer(texts, reference.arguments(found, plain.figure))
    parts: tuple[tuple[str, Callable[[], str]], ...] = (
        ("plan", lambda: plan(resolved, write)),
        ("sheet", lambda: sheet(resolved, games, write)),
        ("answers", lambda: answers(resolved, games, write)),
        ("card", lambda: card(resolved, plain)),
    )
    title = plain.name(resolved.level.title)
    sheets = [
        element(
            "section",
            element("header", element("h1", title), element("span", plain.say(f"lesson-page-{name}"))),
            make(),
            kind=f"sheet {name}",
        )
        for name, make in parts
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{texts.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>\n{_fonts(texts.language)}{read_text('pages/lesson.css')}</style>\n</head>\n<body>\n"
        f'<p class="screen">{plain.say("lesson-how-to-print")}</p>\n' + "\n".join(sheets) + "\n</body>\n</html>\n"
    )


def _fonts(language: str) -> str:
    """The fonts as rules of a style sheet, with their files inside."""
    rules = []
    for name, weight in FONTS.get(language, FONTS["en"]):
        data = base64.b64encode(read_bytes(f"fonts/{name}.otf")).decode("ascii")
        family = name.partition("-")[0]
        source = f'src:url("data:font/otf;base64,{data}") format("opentype")'
        rules.append(f'@font-face{{font-family:"{family}";font-weight:{weight};{source}}}\n')
    return "".join(rules)
