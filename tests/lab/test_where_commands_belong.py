"""Commands that belong to a checkout say so elsewhere, before they do anything."""

from pathlib import Path

import pytest

from game.lab import commands
from game.lab.trouble import LabError
from game.origin import Origin
from levels import checked


def test_an_installed_package_is_not_written_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "levels" / "checked.toml"
    kept.parent.mkdir()
    kept.write_text("as it was", encoding="utf-8")
    monkeypatch.setattr(checked, "FILE", kept)
    with pytest.raises(LabError, match="belongs to a checkout"):
        commands.claims(["l0_first_cluster"], seeds=1, workers=1, write=True)
    assert kept.read_text(encoding="utf-8") == "as it was"


def test_a_compiled_copy_sends_who_asks_for_its_state_to_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.origin.origin", lambda: Origin("rules", "code", False, "3.11", ".so"))
    with pytest.raises(LabError, match="call it in the checkout"):
        commands.odd(None)
