"""The gallery at several scales: no text runs out of its panel, the window or into another text."""

from __future__ import annotations

import pygame
import pytest

from assets.faces import JAPANESE, LATIN, runs
from game.desktop.app import App
from game.desktop.canvas import Canvas, TextMark
from game.desktop.dialog import Dialog
from game.desktop.screen import STAGE, Screen
from game.desktop.stock import Stock
from game.desktop.wrapping import wrap_words
from tests.desktop.gallery import PartsGallery, RaceGallery

SIZES = [(1280, 720), (1366, 768), (1600, 1000), (1920, 1080), (2560, 1440)]


def drawn_texts(app: App, screen: Screen, size: tuple[int, int]) -> list[TextMark]:
    app.resize(size)
    app.push(screen)
    app.canvas.marks = []
    app.draw()
    return list(app.canvas.marks)


def seen(mark: TextMark) -> pygame.FRect:
    return mark.rect.clip(mark.clip)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", [RaceGallery, PartsGallery])
def test_texts_fit(app: App, kind: type[Screen], size: tuple[int, int]) -> None:
    marks = drawn_texts(app, kind(), size)
    assert len(marks) > 60
    assert [mark.text for mark in marks if mark.shortened] == []
    shift = app.stage_shift()
    window = pygame.FRect(STAGE).move(shift[0], shift[1])
    assert [mark.text for mark in marks if not window.contains(mark.rect) and mark.clip.contains(mark.rect)] == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", [RaceGallery, PartsGallery])
def test_texts_do_not_overlap(app: App, kind: type[Screen], size: tuple[int, int]) -> None:
    marks = [mark for mark in drawn_texts(app, kind(), size) if seen(mark).w > 1]
    clashes = [
        (one.text, other.text)
        for number, one in enumerate(marks)
        for other in marks[:number]
        if min(seen(one).clip(seen(other)).w, seen(one).clip(seen(other)).h - 4) > 1
    ]
    assert clashes == []


def test_a_dialog_fits_its_text(app: App) -> None:
    screen = RaceGallery()
    app.push(screen)
    screen._ask()
    app.canvas.marks = []
    app.draw()
    dialog = screen.find("sure", Dialog)
    inside = [mark for mark in app.canvas.marks if len(mark.text) > 20 and mark.text in dialog.text]
    assert len(inside) >= 3
    assert all(pygame.FRect(dialog.body).inflate(2, 2).contains(mark.rect) for mark in inside)


def test_a_long_text_is_cut_and_marked() -> None:
    pygame.font.init()
    canvas = Canvas(pygame.Surface((1280, 720)))
    canvas.marks = []
    used = canvas.text("A rather long name of a firm", (10, 10), width=80)
    assert used <= 80
    assert canvas.marks[0].shortened
    assert canvas.fit("A rather long name", 80).endswith("…")


def test_figures_are_of_equal_width() -> None:
    pygame.font.init()
    canvas = Canvas(pygame.Surface((1280, 720)))
    assert len({canvas.text_width(digit * 20) for digit in "0123456789"}) == 1


def test_wrapping_keeps_words_breaks_long_ones_and_knows_scripts_without_spaces() -> None:
    assert wrap_words("aa bb cc", 5, len) == ["aa bb", "cc"]
    assert wrap_words("one\n\ntwo", 9, len) == ["one", "", "two"]
    assert wrap_words("abcdefgh ij", 3, len) == ["abc", "def", "gh", "ij"]
    assert wrap_words("日本語文字", 2, len) == ["日本", "語文", "字"]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("電力を買う。次に", 5, ["電力を買", "う。次に"]),
        ("売る「株式」と", 3, ["売る", "「株", "式」と"]),
        ("現金は$42.1億です", 7, ["現金は", "$42.1億で", "す"]),
        ("あと2027年1月まで", 7, ["あと", "2027年1月", "まで"]),
        ("長いデータセンター", 8, ["長い", "データセンター"]),
        ("センターーー", 4, ["セン", "ターーー"]),
        ("待つ (約18か月)", 8, ["待つ (約", "18か月)"]),
    ],
)
def test_japanese_breaks_where_it_may(text: str, width: int, lines: list[str]) -> None:
    assert wrap_words(text, width, len) == lines


def test_words_in_two_scripts_stand_on_one_line_of_the_latin_height() -> None:
    stock = Stock()
    latin = stock.words("xAI 42", 13, "Regular", (255, 255, 255))
    mixed = stock.words("電力xAI 42、計算", 13, "Regular", (255, 255, 255))
    assert mixed.get_height() == latin.get_height()
    assert mixed.get_width() == stock.width_px("電力xAI 42、計算", 13, "Regular")
    base = latin.get_bounding_rect().bottom
    assert base <= mixed.get_bounding_rect().bottom <= base + 4
    assert [face for _, face in runs("電力xAI 42、計算")] == [JAPANESE, LATIN, JAPANESE]


def test_the_japanese_face_is_read_only_when_it_is_needed() -> None:
    stock = Stock()
    stock.words("Ångström – 42 %…", 13, "Bold", (255, 255, 255))
    assert {face for face, _, _ in stock._fonts} == {LATIN}
