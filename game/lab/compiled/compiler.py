"""Runs mypyc and the C compiler over modules of a copy: `python -m game.lab.compiled.compiler JOBS MODULE...` in it.

In a process of its own, since the compiler takes the current folder for the project. Parts that are up to date from
an earlier run are not compiled again.
"""

import os
import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

from mypy.version import __version__ as mypy_version
from mypyc.build import mypycify
from setuptools import Distribution, Extension
from setuptools.command.build_ext import build_ext

WORK = Path("build")
LEVEL = "1"
"""Of optimisation: higher ones take much longer and give no more speed."""
QUIET = ["-w", "-g0", "-Wno-error"]
CONFIG = """[mypy]
ignore_missing_imports = True
follow_imports = silent
cache_dir = build/mypy
"""
MESA = """from typing import Any
Model = Any
class Agent:
    model: Any
    unique_id: int
    def __init__(self, model: Any) -> None: ...
    def remove(self) -> None: ...
"""
"""Mesa says nothing of its types, and the compiler drops a base of which it knows nothing."""


class _Builds(build_ext):
    """Compiles the sources of an extension side by side."""

    jobs = 1

    def build_extension(self, ext: Extension) -> None:
        with ThreadPoolExecutor(self.jobs) as pool:
            made = list(pool.map(lambda source: self._object(ext, source), ext.sources))
        ext.extra_objects = [*(ext.extra_objects or []), *made]
        ext.sources = []
        super().build_extension(ext)

    def _object(self, ext: Extension, source: str) -> str:
        compiler: Any = self.compiler
        target = compiler.object_filenames([source], output_dir=self.build_temp)[0]
        if not _up_to_date(Path(target), Path(source)):
            compiler.compile(
                [source],
                output_dir=self.build_temp,
                macros=ext.define_macros,
                include_dirs=ext.include_dirs,
                extra_postargs=ext.extra_compile_args,
            )
        return str(target)


def _up_to_date(target: Path, source: Path) -> bool:
    """Whether a compiled part is newer than its source and all that this includes of ours."""
    if not target.is_file():
        return False
    made, seen, left = target.stat().st_mtime, set[Path](), [source]
    while left:
        each = left.pop()
        if each in seen or not each.is_file():
            continue
        seen.add(each)
        if each.stat().st_mtime >= made:
            return False
        text = each.read_text(encoding="utf-8", errors="replace")
        for name in re.findall(r'#\s*include\s+[<"]([^">]+)[">]', text):
            left += [each.parent / name, WORK / name]
    return True


def objects() -> Path:
    """Where compiled parts lie: apart by what they are compiled for, since their sources may be the same."""
    return WORK / "objects" / f"{EXTENSION_SUFFIXES[0].strip('.')}-mypy-{mypy_version}"


def build(modules: list[str], jobs: int) -> None:
    """Compile modules of the current folder in place."""
    WORK.mkdir(exist_ok=True)
    config = WORK / "mypy.ini"
    config.write_text(CONFIG, encoding="utf-8")
    stub = WORK / "stubs" / "mesa" / "__init__.pyi"
    stub.parent.mkdir(parents=True, exist_ok=True)
    stub.write_text(MESA, encoding="utf-8")
    os.environ["MYPYPATH"] = str(WORK / "stubs")
    shutil.rmtree(WORK / "mypy", ignore_errors=True)  # what it knows of another run may be of other stubs
    found = mypycify(
        [f"--config-file={config}", *modules], opt_level=LEVEL, debug_level="0", multi_file=True, target_dir=str(WORK)
    )
    for each in found:
        if os.name != "nt":
            each.extra_compile_args = [*each.extra_compile_args, *QUIET]
    made = Distribution({"name": "engine", "ext_modules": found, "packages": [], "py_modules": []})
    command = _Builds(made)
    command.inplace = True
    command.force = True  # it would look at sources, of which none are left to it
    command.build_temp = str(objects())
    command.jobs = jobs
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    build(sys.argv[2:], int(sys.argv[1]))
