"""Settings are kept, a broken file is put aside with one notice, and what is set is seen at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.desktop import settings, storage
from game.desktop.app import App
from game.desktop.clock import ManualClock
from game.desktop.screen import Screen
from game.desktop.settings import BrokenSettingsError, Settings


def test_what_is_saved_is_loaded(home: Path) -> None:
    assert settings.load() == Settings()
    chosen = Settings(scale=1.25, muted=True, seen_hints=["map"], keys={"end": "return"})
    settings.save(chosen)
    assert settings.path().parent == home == storage.folder()
    assert settings.load() == chosen
    assert [file.name for file in home.iterdir()] == [settings.FILE]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b'{"scale": 9}', b'{"palette": "neon"}', b'{"sound_volume": -1}', b'{"language": "../x"}'],
)
def test_a_broken_file_is_put_aside(home: Path, content: bytes) -> None:
    home.mkdir()
    settings.path().write_bytes(content)
    with pytest.raises(BrokenSettingsError) as caught:
        settings.load()
    assert caught.value.kept is not None
    assert caught.value.kept.read_bytes() == content
    assert settings.load() == Settings()


def test_a_second_broken_file_does_not_replace_the_first(home: Path) -> None:
    home.mkdir()
    for content in (b"one", b"two"):
        settings.path().write_bytes(content)
        with pytest.raises(BrokenSettingsError):
            settings.load()
    assert sorted(file.read_bytes() for file in home.iterdir()) == [b"one", b"two"]


def test_a_newer_file_with_more_in_it_is_read(home: Path) -> None:
    home.mkdir()
    settings.path().write_bytes(b'{"muted": true, "something_new": 1}')
    assert settings.load() == Settings(muted=True)


def test_a_broken_file_is_told_once_in_the_window(home: Path) -> None:
    home.mkdir()
    settings.path().write_bytes(b"{")
    app = App(size=(1280, 720), clock=ManualClock())
    screen = Screen()
    app.push(screen)
    app.push(Screen())
    app.pop()
    assert app.settings == Settings()
    told = [notice.text for notice in screen.notices.shown]
    assert len(told) == 1
    assert str(home / "settings.broken1.json") in told[0]


def test_a_folder_that_cannot_be_written_is_told_once(app: App, home: Path) -> None:
    home.write_text("a file where the folder should be")
    screen = Screen()
    app.push(screen)
    app.change(muted=True)
    app.change(muted=False)
    app.change(scale=1.5)
    assert len(screen.notices.shown) == 1
    assert "cannot be saved" in screen.notices.shown[0].text
    assert app.settings.scale == 1.5
    app.pump()


def test_changes_are_kept_at_once(app: App) -> None:
    app.push(Screen())
    app.change(sound_volume=0.25, reduced_motion=True)
    assert settings.load().sound_volume == 0.25
    assert settings.load().reduced_motion
