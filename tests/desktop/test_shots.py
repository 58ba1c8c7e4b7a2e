"""Every screen looks as it did, in both languages and at two scales; and a change is caught and named."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from game.desktop.buttons import Button
from game.desktop.frames import Label
from tests.desktop.shots import prints
from tests.desktop.shots.games import Games
from tests.desktop.shots.scenes import SCENES
from tests.desktop.shots.studio import Studio, open_studio
from tests.desktop.shots.verdict import compare

WRITING = bool(os.environ.get("UPDATE_GOLDENS"))
MOST_BYTES = 3_000_000


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    with open_studio(tmp_path_factory.mktemp("studio")) as made:
        yield made


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("language", prints.LANGUAGES)
@pytest.mark.parametrize("scale", prints.SCALES)
def test_a_screen_looks_as_it_did(studio: Studio, tmp_path: Path, scale: float, language: str, scene: str) -> None:
    got = studio.take(SCENES[scene], language, scale)
    if WRITING:
        prints.write(scene, language, scale, got)
    expected = prints.read(scene, language, scale)
    told = compare(studio.app, got, expected, f"{scene}, {language}, {scale:.0%}", tmp_path)
    assert not told, "\n".join(told)


def test_there_is_a_golden_of_every_scene_and_of_no_other_and_all_are_small() -> None:
    files = list(prints.FOLDER.glob("*"))
    assert {file.name for file in files} == {f"{scene}.png" for scene in SCENES}
    assert sum(file.stat().st_size for file in files) < MOST_BYTES


def told_of(studio: Studio, before: prints.Print, folder: Path) -> list[str]:
    studio.app.draw()
    return compare(studio.app, prints.print_of(studio.app.canvas.surface), before, "board", folder)


def test_one_word_more_is_caught_with_its_place(studio: Studio, tmp_path: Path) -> None:
    before = studio.take(SCENES["board_first"], "en", 1.0)
    assert told_of(studio, before, tmp_path) == []
    studio.screen.add(Label("extra", (560, 440, 60, 18), "word", size=12))
    told = told_of(studio, before, tmp_path / "faults")
    assert len(told) == 3, told
    assert told[0] == "board: 1 region(s) changed"
    assert "extra" in told[1]
    assert "y 440-" in told[1]
    assert {file.name for file in (tmp_path / "faults").iterdir()} == {"got.png", "expected.png", "diff.png"}


def test_a_moved_button_is_caught_with_its_name(studio: Studio, tmp_path: Path) -> None:
    for scale in prints.SCALES:
        before = studio.take(SCENES["settings"], "en", scale)
        button = studio.screen.find("settings.done" if _has(studio, "settings.done") else "settings.back", Button)
        button.rect = button.rect.move(-4, 0)
        told = told_of(studio, before, tmp_path)
        assert any(button.id in line for line in told[1:]), told


def _has(studio: Studio, ident: str) -> bool:
    return any(widget.id == ident for widget in studio.screen.root.walk())


def test_a_changed_digit_is_caught(studio: Studio, tmp_path: Path) -> None:
    before = studio.take(SCENES["board_first"], "en", 1.0)
    cash = studio.screen.find("bar.cash")
    cash.value = "$3.01B"  # type: ignore[attr-defined]
    told = told_of(studio, before, tmp_path)
    assert "bar.cash" in told[1], told


def test_another_seed_looks_different(studio: Studio, tmp_path: Path) -> None:
    before = studio.take(SCENES["board_sixth"], "en", 1.0)
    other = Games(seed=12)
    kept, studio.games = studio.games, other
    try:
        got = studio.take(SCENES["board_sixth"], "en", 1.0)
    finally:
        studio.games = kept
    assert len(compare(studio.app, got, before, "board", tmp_path)) > 3


def test_the_same_scene_after_others_is_the_same_to_the_last_pixel(studio: Studio) -> None:
    first = studio.take(SCENES["board_sixth"], "ja", 1.5)
    studio.take(SCENES["desk_chips"], "en", 1.0)
    assert np.array_equal(first, studio.take(SCENES["board_sixth"], "ja", 1.5))


def test_a_missing_golden_fails(tmp_path: Path) -> None:
    with pytest.raises(prints.MissingGoldenError, match="--write menu"):
        prints.read("menu", "en", 1.0, tmp_path)
    prints.write("menu", "en", 1.0, np.full((prints.ACROSS, prints.DOWN, 3), 9, np.uint8), tmp_path)
    assert prints.read("menu", "en", 1.0, tmp_path)[5, 5, 0] == 9
    with pytest.raises(prints.MissingGoldenError, match="in ja at 150%"):
        prints.read("menu", "ja", 1.5, tmp_path)


def test_a_smoothed_pixel_is_no_change() -> None:
    one = np.full((prints.ACROSS, prints.DOWN, 3), 40, np.uint8)
    other = one.copy()
    other[3, 4] += prints.TOLERANCE
    assert not prints.changed(one, other).any()
    other[3, 4, 1] += 1
    (region,) = prints.regions(prints.changed(one, other))
    assert region.rect.topleft == (24, 32)
    assert region.pixels(1.5) == 144
