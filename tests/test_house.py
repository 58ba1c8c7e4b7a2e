"""The house stands: who may import what, style, types, and what the engine must never load or touch."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FACES = ("pygame", "matplotlib", "starlette", "uvicorn", "websockets", "segno")
ENGINE = [
    file
    for room in ("levels", "agents", "game")
    for file in sorted((ROOT / room).rglob("*.py"))
    if not {"classroom", "desktop", "lab"} & set(file.relative_to(ROOT).parts)
]


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs code in a fresh interpreter at the root of the project."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_the_engine_imports_with_every_face_blocked() -> None:
    told = python(
        f"""
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {FACES!r}:
            raise ModuleNotFoundError(f"{{name}} is blocked", name=name)
sys.meta_path.insert(0, Blocked())
import game.race, game.session
print(*[name for name in sys.modules if name.startswith(("game.classroom", "game.desktop", "game.lab", "assets"))])
"""
    )
    assert told.returncode == 0, told.stderr
    assert told.stdout.split() == []


def test_the_engine_loads_no_face_where_they_are_installed() -> None:
    told = python("import sys, game.race; print(*sys.modules)")
    assert told.returncode == 0, told.stderr
    assert not set(FACES) & {name.partition(".")[0] for name in told.stdout.split()}


@pytest.mark.parametrize("arguments", [["--help"], ["batch", "--help"], ["levels"]])
def test_help_and_lists_load_nothing_heavy(arguments: list[str]) -> None:
    told = python(
        "import sys, main; code = main._guarded(sys.argv[1:], True); print(*sys.modules, file=sys.stderr); exit(code)",
        *arguments,
    )
    assert told.returncode == 0, told.stderr
    heavy = {*FACES, "mesa", "numpy", "pandas", "pyarrow", "loky"}
    assert not heavy & {name.partition(".")[0] for name in told.stderr.split()}


def test_what_comes_before_the_window_loads_no_engine() -> None:
    told = python(
        """
import sys
from game.lab import seats
seats.check_seats("september_2024", "xai", None, "bold")
print(*sys.modules)
"""
    )
    assert told.returncode == 0, told.stderr
    assert not {"mesa", "numpy", "pandas"} & {name.partition(".")[0] for name in told.stdout.split()}


def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def _agents() -> Iterator[tuple[Path, ast.ClassDef]]:
    """The Mesa agents: classes that name `mesa.Agent` or `Agent` as their base."""
    for file in sorted((ROOT / "agents").rglob("*.py")):
        for node in ast.walk(_tree(file)):
            if isinstance(node, ast.ClassDef) and any(
                ast.unparse(base) in ("mesa.Agent", "Agent") for base in node.bases
            ):
                yield file, node


def test_mesa_agents_never_look_at_their_model() -> None:
    found = list(_agents())
    assert len(found) >= 6
    for file, node in found:
        for inner in ast.walk(node):
            if isinstance(inner, ast.Attribute) and inner.attr == "model":
                assert ast.unparse(inner.value) != "self", f"{file.name}:{inner.lineno}: {node.name} reads self.model"


@pytest.mark.parametrize("file", ENGINE, ids=lambda file: str(file.relative_to(ROOT)))
def test_the_engine_has_no_clock_and_no_dice_of_its_own(file: Path) -> None:
    for node in ast.walk(_tree(file)):
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not {"random", "time", "datetime", "secrets"} & {name.partition(".")[0] for name in names}


def test_an_installed_game_has_every_package() -> None:
    listed = set(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"])
    rooms = ("agents", "assets", "game", "levels")
    found = {
        ".".join(file.parent.relative_to(ROOT).parts) for room in rooms for file in (ROOT / room).rglob("__init__.py")
    }
    assert listed == found - {"assets.make"}


TOOLS = {
    "imports go down only": ["-c", "from importlinter.cli import lint_imports_command as run; run()"],
    "ruff finds nothing": ["-m", "ruff", "check", "."],
    "the format is ruff's": ["-m", "ruff", "format", "--check", "."],
    "mypy finds nothing": ["-m", "mypy"],
}


@pytest.mark.parametrize("arguments", TOOLS.values(), ids=TOOLS.keys())
def test_a_tool_agrees(arguments: list[str]) -> None:
    told = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


def test_every_package_is_in_the_wheel() -> None:
    """All but what makes the assets, which needs tools that players do not have."""
    named = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    rooms = ("agents", "assets", "game", "levels")
    found = [file.parent.relative_to(ROOT) for room in rooms for file in (ROOT / room).rglob("__init__.py")]
    assert sorted(named) == sorted({".".join(folder.parts) for folder in found} - {"assets.make"})


def test_the_page_of_the_window_names_every_file() -> None:
    folder = ROOT / "game" / "desktop"
    page = (folder / "README.md").read_text(encoding="utf-8")
    lost = [
        str(file.relative_to(folder))
        for file in sorted(folder.rglob("*.py"))
        if file.stem != "__init__" and not re.search(rf"(?<![a-z_]){file.stem}(?![a-z_])", page)
    ]
    assert lost == []
