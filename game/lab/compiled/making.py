"""Makes a compiled copy of a checkout: looks what is there, copies, compiles, and proves it by the golden games."""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec
from pathlib import Path

import msgspec

from game import origin, saves
from game.lab import clone, identity
from game.lab.compiled import copying, proving
from game.lab.compiled.survey import TranslationError
from game.lab.trouble import LabError

ROOT = Path(__file__).parents[3]
LOG = Path("build", "compile.log")
HARMLESS = "Treating generator comprehension as list"
"""What mypyc warns of although nothing comes out otherwise."""

Say = Callable[[str], None]


def make(folder: Path, jobs: int | None, say: Say) -> None:
    """Make or renew a compiled copy in `folder`. Raises LabError, one line."""
    with _faults(folder):
        _make(folder, jobs, say)


@contextmanager
def _faults(folder: Path) -> Iterator[None]:
    """What goes wrong with files, in one line that names the file concerned."""
    try:
        yield
    except TranslationError as error:
        raise LabError(f"compile: {error}") from None
    except BrokenPipeError:  # who read what is said has gone: nothing is wrong with files
        raise
    except OSError as error:
        file, reason = Path(error.filename or folder), error.strerror or error
        if file.is_relative_to(folder):
            raise LabError(f"--out {folder}: {file} cannot be read or written ({reason}); name a new folder") from None
        raise LabError(f"compile: {file} cannot be read ({reason}); a copy needs it") from None


def _make(folder: Path, jobs: int | None, say: Say) -> None:
    check(folder, ROOT)
    finished = folder / origin.FILE.name
    finished.unlink(missing_ok=True)  # until it is proved again it is no finished copy
    version, suffix = sys.version.split()[0], EXTENSION_SUFFIXES[0]
    made = origin.Origin(saves.rules_hash(), identity.code(), identity.changed(), version, suffix)
    say(f"copying the project into {folder}, its engine translated for the compiler")
    modules = copying.lay(ROOT, folder)
    say(f"compiling {len(modules)} modules; three to five minutes of the processor, less when little has changed")
    _compile(folder, modules, jobs or os.cpu_count() or 1)
    say("playing the golden games")
    wrong = proving.golden(folder)
    if wrong:
        raise LabError(f"{folder}: the compiled engine does not play the golden games: {wrong}; do not use it")
    finished.write_bytes(msgspec.json.encode(made) + b"\n")


def check(folder: Path, root: Path) -> None:
    """Whether a copy can be made here. Raises LabError, and OSError for a folder that cannot be looked into."""
    clone.check("compile", root)
    if folder.resolve().is_relative_to(root.resolve()) or root.resolve().is_relative_to(folder.resolve()):
        raise LabError(f"--out {folder}: is in the project itself, or around it; name a folder beside it")
    above = next((each for each in (folder, *folder.parents) if each.is_file()), None)
    if above is not None:
        raise LabError(f"--out {folder}: {above} is a file; name a new folder")
    if folder.is_dir() and any(folder.iterdir()) and not copying.is_copy(folder):
        raise LabError(f"--out {folder}: holds other things; name a new folder, or one of an earlier copy")
    missing = next((name for name in ("mypyc", "mypy_extensions", "setuptools") if find_spec(name) is None), None)
    if missing:
        raise LabError(f"compile: needs {missing}; install it with: pip install 'compute-race[compiled]'")
    if os.name != "nt":
        compiler, *_ = os.environ.get("CC", sysconfig.get_config_var("CC") or "cc").split() or [""]
        if not compiler:
            raise LabError("compile: CC is set, but to nothing; unset it, or set it to a C compiler")
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
