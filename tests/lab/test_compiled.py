"""The compiled copy: its translated sources play the same games uncompiled, read what structs wrote, and what cannot be
translated or made is told in one line. The full build is proved in `tests/long/test_compiled.py`."""

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

import msgspec
import pytest

import main
from game import origin, saves
from game.lab.compiled import copying, making, proving
from game.lab.compiled.survey import TranslationError, survey
from game.lab.compiled.translate import checked_outside, for_compiler, for_interpreter
from game.lab.trouble import LabError
from game.race import Race
from levels import loader

ROOT = Path(__file__).parents[2]
LEVEL = "september_2024"
TURNS = 2

TRY_OUT = """
import json, pickle, sys
import mesa, msgspec
from pathlib import Path
from agents.view import View
from game import race, saves
from game.world import World
from levels import loader
from native import msgspec as ours, structs

resolved = loader.load("september_2024")
played = race.Race(resolved, 7)
for _ in range(2):
    played.play_turn()
read = saves.decode_snapshot(Path(sys.argv[1]).read_text())
view = played.view("xai")
style = resolved.level.styles["steady"]
packed = msgspec.msgpack.encode(view.me)
told = {
    "is_struct": isinstance(played.world, msgspec.Struct),
    "mesa": [isinstance(played, mesa.Model), all(isinstance(each, mesa.Agent) for each in played.agents)],
    "agents": len(played.agents),
    "steps": played.steps,
    "digest": played.digest(),
    "read": [type(read.world) is World, race.Race(resolved, 7, state=read.world).digest()],
    "goes_on": race.Race(resolved, 7, state=read.world).play_out().digest,
    "own": ours.msgpack.decode(packed, type=type(view.me)) == view.me,
    "pickled": pickle.loads(pickle.dumps(resolved.level)) == resolved.level,
    "replaced": [structs.replace(style, haste=0.123).haste, style == structs.replace(style), style.haste != 0.123],
    "hash": hash(style) == hash(structs.replace(style)),
    "shown": repr(view.me)[:8],
    "snapshot": saves.encode_snapshot(played.world, played.recorder.rows),
}
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A translated copy, not compiled."""
    folder = tmp_path_factory.mktemp("compiled") / "copy"
    copying.lay(ROOT, folder)
    return folder


@pytest.fixture(scope="module")
def told(copy: Path) -> dict[str, Any]:
    """What the copy says of itself, after it has read a snapshot of the sources."""
    race = Race(loader.load(LEVEL), 7)
    for _ in range(TURNS):
        race.play_turn()
    snapshot = copy.parent / "snapshot.txt"
    snapshot.write_text(saves.encode_snapshot(race.world, race.recorder.rows))
    run = subprocess.run(
        [sys.executable, "-c", TRY_OUT, str(snapshot)], cwd=copy, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    end = race.play_out().digest
    after: dict[str, Any] = json.loads(run.stdout)
    world = saves.decode_snapshot(snapshot.read_text()).world
    return {**after, "source": Race(loader.load(LEVEL), 7, state=world).digest(), "end": end}


def test_the_translated_engine_plays_the_same_game(told: dict[str, Any]) -> None:
    assert told["digest"] == told["source"]
    assert told["read"] == [True, told["source"]]
    assert told["goes_on"] == told["end"]


def test_what_the_copy_saves_is_read_by_the_sources(told: dict[str, Any]) -> None:
    world = saves.decode_snapshot(told["snapshot"]).world
    assert Race(loader.load(LEVEL), 7, state=world).digest() == told["digest"]


def test_the_copy_stands_on_mesa(told: dict[str, Any]) -> None:
    assert told["mesa"] == [True, True]
    assert told["agents"] == len(list(Race(loader.load(LEVEL), 7).agents))
    assert told["steps"] == TURNS * loader.load(LEVEL).level.months_per_turn


def test_compiled_records_do_what_structs_did(told: dict[str, Any]) -> None:
    assert told["is_struct"] is False
    assert told["own"] is told["pickled"] is told["hash"] is True
    assert told["replaced"] == [0.123, True, True]
    assert told["shown"] == "OwnView("


def _written(folder: Path, text: str) -> Path:
    (folder / "agents").mkdir()
    (folder / "agents" / "thing.py").write_text('"""A module."""\n\nfrom msgspec import Struct, field\n\n\n' + text)
    return folder


def _translated(root: Path) -> str:
    return for_compiler(survey(root, ["agents/thing.py"])["agents.thing"])


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "class A(Struct, array_like=True):\n    x: int\n",
            "record A: the translator does not know the option array_like",
        ),
        (
            "class A(Struct):\n    x: int = field(default=3)\n",
            "field x: the translator knows field(default_factory=..)",
        ),
        ("class A(Struct):\n    x: int = 1\n    y: int\n", "record A has a field without a default after one with it"),
        ("class A(Struct):\n    x: ClassVar[int] = 1\n", "record A: ClassVar x is not known"),
        ("class A(Struct):\n    x: int\n    y = 3\n", "record A: Assign is not known"),
        ("class A(Struct):\n    x: int\n    def __eq__(self, o): return True\n", "record A writes __eq__ itself"),
        ("class A(Struct, Mixin):\n    x: int\n", "record A has 2 bases"),
        ("@total\nclass A(Struct):\n    x: int\n", "A has a decorator"),
        ("class A(Struct):\n    x: set = set()\n", "field x: the translator does not know the default set()"),
        ("def f():\n    class A:\n        pass\n", "class A stands inside a function"),
        ("def f(*, x: float = 1.0, **rest: int) -> None: ...\n", "f(x: float = .., **rest)"),
        ("import mesa\nclass R(mesa.Model):\n    pass\n", "R.__init__ must call super().__init__ once"),
        ("import msgspec as m\n", "import msgspec by a line of its own"),
        ("from msgspec.structs import replace\n", "import structs from msgspec, not names from it"),
        ("x = (\n", "agents/thing.py:"),
    ],
)
def test_what_cannot_be_translated_is_named(tmp_path: Path, text: str, what: str) -> None:
    root = _written(tmp_path, text)
    with pytest.raises(TranslationError) as caught:
        _translated(root)
    assert str(caught.value).startswith("agents/thing.py:")
    assert what in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_record_that_is_compiled_bears_no_children_outside(tmp_path: Path) -> None:
    modules = survey(_written(tmp_path, "class A(Struct):\n    x: int\n"), ["agents/thing.py"])
    with pytest.raises(TranslationError, match=r"^tests/x.py:2: B stands on the record A"):
        checked_outside("tests/x.py", b"from agents.thing import A\nclass B(A):\n    y: int\n", modules)


def test_translating_leaves_lines_and_comments(tmp_path: Path) -> None:
    text = "class A(Struct, frozen=True):\n    x: int = 1  # one\n    z: list[int] = []\n"
    made = _translated(_written(tmp_path, text + "\n\ndef f() -> A:\n    return A()  # two\n"))
    assert "x: int  # one" in made
    assert "return A()  # two" in made
    assert "self.z = z if z is not None else []" in made
    compile(made, "thing.py", "exec")


def test_readers_of_msgspec_are_taken_from_the_copy() -> None:
    given = b"import msgspec\nfrom msgspec import Struct, structs\n"
    assert for_interpreter("x.py", given) == (
        "from native import msgspec\nfrom msgspec import Struct\nfrom native import structs\n"
    )


def test_a_default_that_is_not_known_is_named_where_msgspec_alone_makes_the_record(tmp_path: Path) -> None:
    (tmp_path / "levels").mkdir()
    (tmp_path / "levels" / "rules.py").write_text("from msgspec import Struct\nclass A(Struct):\n    x: set = set()\n")
    with pytest.raises(TranslationError, match=r"^levels/rules.py:3: field x"):
        for_compiler(survey(tmp_path, ["levels/rules.py"])["levels.rules"])


def test_what_is_no_python_is_named_outside_the_engine_too() -> None:
    with pytest.raises(TranslationError, match=r"^tests/x.py:2: "):
        for_interpreter("tests/x.py", b"import msgspec\nx = (\n")


def test_renewing_leaves_no_compiled_module_of_before(tmp_path: Path) -> None:
    kept = ("game/race.py", "thesis.txt")
    gone = ("game/race.cpython-311.so", "agents/old.cp311.pyd", "agents/old.py", "0a1b__mypyc.cpython-311.so")
    for name in (*kept, *gone):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    copying._drop_gone(tmp_path, {"game/race.py": b"x"})
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")) == sorted(kept)


def test_compiled_parts_of_another_python_or_compiler_lie_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("setuptools")
    from game.lab.compiled import compiler

    first = compiler.objects()
    monkeypatch.setattr(compiler, "EXTENSION_SUFFIXES", [".cpython-399-x86_64-linux-gnu.so"])
    second = compiler.objects()
    monkeypatch.setattr(compiler, "mypy_version", "99.0")
    assert len({first, second, compiler.objects()}) == 3


def test_a_copy_that_was_broken_off_is_renewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copying, "_drop_gone", full)
    with pytest.raises(OSError, match="No space left"):
        copying.lay(ROOT, tmp_path / "copy")
    making.check(tmp_path / "copy", ROOT)
    (tmp_path / "copy" / copying.MARK).write_text("of my own")
    with pytest.raises(LabError, match="holds other things"):
        making.check(tmp_path / "copy", ROOT)


def test_a_copy_is_not_made_where_it_would_do_harm(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("x")
    (tmp_path / "mine" / "native.py").write_text("x")
    (tmp_path / "file").write_text("x")
    for folder, what in (
        (ROOT / "copy", "is in the project itself"),
        (ROOT.parent, "is in the project itself, or around it"),
        (tmp_path / "mine", "holds other things"),
        (tmp_path / "file", "file is a file"),
        (tmp_path / "file" / "copy", "file is a file; name a new folder"),
    ):
        with pytest.raises(LabError, match=what):
            making.check(folder, ROOT)
    assert (tmp_path / "mine" / "thesis.txt").read_text() == "x"
    with pytest.raises(LabError, match="needs a clone"):
        making.check(tmp_path / "new", tmp_path)


def test_what_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "find_spec", lambda name: None)
    with pytest.raises(LabError, match=r"needs mypyc; install it with: pip install 'compute-race\[compiled\]'"):
        making.check(tmp_path / "new", ROOT)
    monkeypatch.undo()
    monkeypatch.setattr(making, "find_spec", lambda name: name)
    monkeypatch.setenv("CC", "no_such_compiler")
    with pytest.raises(LabError, match="there is no C compiler no_such_compiler"):
        making.check(tmp_path / "new", ROOT)
    monkeypatch.setenv("CC", " ")
    with pytest.raises(LabError, match="CC is set, but to nothing"):
        making.check(tmp_path / "new", ROOT)


@pytest.mark.parametrize(
    ("step", "file", "what"),
    [
        ("check", "copy", "--out COPY: COPY cannot be read or written (Permission denied); name"),
        ("lay", "copy/game/race.py", "--out COPY: COPY/game/race.py cannot be read or written (Permission denied)"),
        ("lay", "", "--out COPY: COPY cannot be read or written (Permission denied)"),
        ("lay", "levels/rules.py", "compile: TOP/levels/rules.py cannot be read (Permission denied)"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, file: str, what: str
) -> None:
    def refused(*given: object) -> None:
        raise PermissionError(13, "Permission denied", *([str(tmp_path / file)] if file else []))

    monkeypatch.setattr(making, "check", lambda *given: None)
    monkeypatch.setattr(making if step == "check" else copying, step, refused)
    with pytest.raises(LabError) as caught:
        making.make(tmp_path / "copy", 1, str)
    said = str(caught.value).replace(str(tmp_path / "copy"), "COPY").replace(str(tmp_path), "TOP")
    assert said.startswith(what)


@pytest.fixture
def mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file by which this program would be a compiled copy."""
    monkeypatch.setattr(origin, "FILE", tmp_path / "compiled.json")
    origin.origin.cache_clear()
    yield tmp_path / "compiled.json"
    origin.origin.cache_clear()


def test_a_copy_for_another_python_ends_in_one_line(mark: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = origin.Origin("rules", "code", False, "3.99.1", ".cpython-399-x86_64-linux-gnu.so")
    for written, what in ((msgspec.json.encode(made), "was compiled for Python 3.99.1"), (b"{", "cannot be read")):
        mark.write_bytes(written)
        assert main._guarded(["levels"], debug=False) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        assert what in told.err
        assert f"python main.py compile --out {mark.parent}" in told.err
    here = msgspec.structs.replace(made, suffix=EXTENSION_SUFFIXES[0])
    mark.write_bytes(msgspec.json.encode(here))
    assert main._guarded(["levels"], debug=False) == 0
    assert origin.origin() == here


def test_a_copy_that_plays_its_sources_is_not_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def played(folder: Path, *given: str) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 0, f"{2 if folder == ROOT else 1} 75 abc {folder}/game/race{ending}\n")

    monkeypatch.setattr(proving, "_run", played)
    ending = ".cpython-311-x86_64-linux-gnu.so"
    assert proving.measure(ROOT, tmp_path, 1, "").median == 2
    ending = ".py"
    with pytest.raises(LabError, match="its compiled modules do not load"):
        proving.measure(ROOT, tmp_path, 1, "")


def test_what_the_compiler_says_ends_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making.sys, "executable", "false")
    with pytest.raises(LabError, match="the compiler does not take it"):
        making._compile(tmp_path, ["agents/thing.py"], 1)
