"""Makes a compiled copy of a checkout: looks what is there, copies, compiles, and proves it by the golden games."""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import msgspec

from game import origin, saves
from game.lab import identity
from game.lab.compiled import copying, proving
from game.lab.compiled.survey import TranslationError
from game.lab.trouble import LabError

ROOT = Path(__file__).parents[3]
LOG = Path("build", "compile.log")
HARMLESS = "Treating generator comprehension as list"
"""What mypyc warns of although nothing comes out otherwise."""

Say = Callable[[str], None]


def make(folder: Path, jobs: int | None, say: Say, root: Path = ROOT) -> None:
    """Make or renew a compiled copy in `folder`. Raises LabError, one line."""
    check(folder, root)
    mark = folder / origin.FILE.name
    mark.unlink(missing_ok=True)  # until it is proved again it is no finished copy
    made = origin.Origin(saves.rules_hash(), identity.code(), identity.changed(), sys.version.split()[0])
    say(f"copying the project into {folder}, its engine translated for the compiler")
    try:
        modules = copying.lay(root, folder)
    except TranslationError as error:
        raise LabError(f"compile: {error}") from None
    except OSError as error:
        raise LabError(f"{folder}: cannot be written ({error.strerror}); choose another folder") from None
    say(f"compiling {len(modules)} modules; three to five minutes of the processor, less when little has changed")
    _compile(folder, modules, jobs or os.cpu_count() or 1)
    say("playing the golden games")
    wrong = proving.golden(folder)
    if wrong:
        raise LabError(f"{folder}: the compiled engine does not play the golden games: {wrong}; do not use it")
    mark.write_bytes(msgspec.json.encode(made) + b"\n")


def check(folder: Path, root: Path) -> None:
    """Whether a copy can be made here. Raises LabError."""
    if origin.origin() is not None:
        raise LabError("compile: this is a compiled copy; run it in the checkout that it was made from")
    if not (root / "tests" / "golden" / "digests.json").is_file():
        raise LabError("compile: needs a clone of the project, whose golden games prove the copy; none is here")
    if folder.resolve().is_relative_to(root.resolve()) or root.resolve().is_relative_to(folder.resolve()):
        raise LabError(f"--out {folder}: is in the project itself, or around it; name a folder beside it")
    if folder.is_file():
        raise LabError(f"--out {folder}: is a file; name a new folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "native.py").is_file():
        raise LabError(f"--out {folder}: holds other things; name a new folder, or one of an earlier copy")
    missing = next((name for name in ("mypyc", "mypy_extensions", "setuptools") if find_spec(name) is None), None)
    if missing:
        raise LabError(f"compile: needs {missing}; install it with: pip install 'compute-race[compiled]'")
    if os.name != "nt":
        compiler = os.environ.get("CC", sysconfig.get_config_var("CC") or "cc").split()[0]
        if shutil.which(compiler) is None:
            raise LabError(f"compile: there is no C compiler {compiler}; install gcc or clang, or set CC")
        if not Path(sysconfig.get_path("include"), "Python.h").is_file():
            raise LabError("compile: Python's headers are missing; install them, such as python3-dev")


def _compile(folder: Path, modules: list[str], jobs: int) -> None:
    """Run the compiler in the copy. Raises LabError with the first thing that it says."""
    log = folder / LOG
    log.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "game.lab.compiled.compiler", str(jobs), *modules]
    env = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONSAFEPATH")}
    with log.open("w", encoding="utf-8") as file:
        code = subprocess.run(command, cwd=folder, env=env, stdout=file, stderr=file, check=False).returncode
    told = log.read_text(encoding="utf-8", errors="replace").splitlines()
    warned = [
        line for line in told if ": warning:" in line and HARMLESS not in line and line.startswith(tuple(modules))
    ]
    failed = [line for line in told if "error:" in line.lower()] or told[-1:] or [f"it ended with code {code}"]
    if code or warned:
        first = " ".join((failed if code else warned)[0].split())[:300]
        raise LabError(f"compile: the compiler does not take it: {first}; all that it said stands in {log}")
