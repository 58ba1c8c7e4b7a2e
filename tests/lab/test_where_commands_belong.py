"""Commands that need a clone of the project say so elsewhere, all in the same line and before they do anything."""

from pathlib import Path

import pytest

import main
from game import origin
from game.lab import claims, clone, columns, newslog, odd
from levels import checked, facts

ROOT = Path(__file__).parents[2]
WRITING = (
    ["columns", "--write"],
    ["facts", "--write"],
    ["odd", "--write"],
    ["news", "--write"],
    ["claims", "l0_first_cluster", "--seeds", "1", "--write"],
)


@pytest.fixture(params=["compiled", "installed", "archive"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """This program in a folder that is no clone; how the line calls it."""
    if request.param != "installed":
        (tmp_path / "pyproject.toml").touch()
    if request.param == "compiled":
        (tmp_path / "compiled.json").touch()
        (tmp_path / "docs").mkdir()
        (tmp_path / "tests").mkdir()
    monkeypatch.setattr(clone, "ROOT", tmp_path)
    return {
        "compiled": "a compiled copy",
        "installed": "an installed package",
        "archive": "an archive of its sources alone",
    }[request.param]


@pytest.mark.parametrize("command", WRITING, ids=lambda each: each[0])
def test_what_writes_into_the_project_needs_a_clone(
    command: list[str], elsewhere: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def begun(*given: object, **named: object) -> str:
        raise AssertionError("it has begun")

    for room, work in ((columns, "dictionary"), (facts, "table"), (odd, "section"), (newslog, "section")):
        monkeypatch.setattr(room, work, begun)
    monkeypatch.setattr(claims, "check", begun)
    monkeypatch.setattr(checked, "write", begun)
    assert main._guarded(command, debug=False) == 2
    told = capsys.readouterr()
    line = f"{command[0]} --write: needs a clone of the project, and this is {elsewhere}; call it there\n"
    assert (told.out, told.err) == ("", line)


def test_compile_says_the_same(elsewhere: str, tmp_path: Path) -> None:
    from game.lab.compiled import making

    with pytest.raises(clone.LabError) as told:
        making.check(tmp_path.parent / "copy", tmp_path)
    assert str(told.value) == f"compile: needs a clone of the project, and this is {elsewhere}; call it there"


def test_a_compiled_copy_cannot_tell_its_state_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "compiled.json").touch()
    monkeypatch.setattr(clone, "ROOT", tmp_path)
    monkeypatch.setattr(origin, "origin", lambda: origin.Origin("rules", "code", False, "3.11", ".so"))
    assert main._guarded(["odd"], debug=False) == 2
    assert capsys.readouterr().err == "odd: needs a clone of the project, and this is a compiled copy; call it there\n"


def test_a_clone_is_written_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "tests").mkdir()
    (tmp_path / "docs").mkdir()
    monkeypatch.setattr(clone, "ROOT", tmp_path)
    (tmp_path / "docs" / "odd.md").write_text(f"before\n{odd.BEGIN}old\n{odd.END}after\n", encoding="utf-8")
    for command in ("columns", "facts", "odd"):
        assert main._guarded([command, "--write"], debug=False) == 0
    for page in ("columns.md", "facts.md"):
        assert (tmp_path / "docs" / page).read_bytes() == (ROOT / "docs" / page).read_bytes()
    text = (tmp_path / "docs" / "odd.md").read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "| `FirmState` | `valuation_usd` |" in text
