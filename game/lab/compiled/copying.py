"""Lays a copy of the project into a folder, its sources translated."""

import re
from collections.abc import Iterator
from pathlib import Path

from game.lab.compiled import native, which
from game.lab.compiled.survey import TranslationError, survey
from game.lab.compiled.translate import checked_outside, for_compiler, for_interpreter

MARK = "compiled-copy.txt"
"""Tells a copy, even one that was broken off, from other folders: written before all else."""
_SAYS = """A compiled copy of Compute Race, made by `python main.py compile`.
Keep nothing of your own in it: files that its sources do not have are deleted when it is renewed.
"""
_BASES, _NAME = re.compile(rb"class \w+\(([^)]*)\)"), re.compile(rb"\w+")
"""Of classes; only where a record may be among them is the tree looked at."""


def is_copy(folder: Path) -> bool:
    """Whether a folder was begun as a copy. Raises OSError."""
    mark = folder / MARK
    return mark.is_file() and mark.read_bytes() == _SAYS.encode()


def lay(root: Path, folder: Path) -> list[str]:
    """Copy and translate the project at `root` into `folder`; the modules to compile, as paths from there.

    A file that would come out as it stands there is left alone, so that building anew knows what has changed.
    Raises TranslationError, and OSError with the file that cannot be read or written.
    """
    paths = which.compiled(root)
    missing = [name for name in which.LEFT if not (root / name).is_file()]
    if missing:
        raise TranslationError(f"game/lab/compiled/which.py: {missing[0]} is left out, but there is no such module")
    modules = survey(root, paths)
    wanted = {f"{module.path}": for_compiler(module).encode() for module in modules.values()}
    records = {name.encode() for each in modules.values() for name, one in each.classes.items() if one.sort == "record"}
    for path in _files(root):
        name = path.relative_to(root).as_posix()
        if name in wanted:
            continue
        content = path.read_bytes()
        if path.suffix == ".py" and not name.startswith("game/lab/compiled/"):
            if any(base in records for bases in _BASES.findall(content) for base in _NAME.findall(bases)):
                checked_outside(name, content, modules)
            if b"msgspec" in content:
                content = for_interpreter(name, content).encode()
        wanted[name] = content
    wanted["native.py"] = Path(native.__file__).read_bytes()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_bytes(_SAYS.encode())
    _drop_gone(folder, wanted)
    for name, content in wanted.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.is_file() or target.read_bytes() != content:
            target.write_bytes(content)
    return paths


def _files(root: Path) -> Iterator[Path]:
    for name in which.COPIED:
        top = root / name
        if top.is_file():
            yield top
        for path in sorted(top.rglob("*")) if top.is_dir() else ():
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def _drop_gone(folder: Path, wanted: dict[str, bytes]) -> None:
    """What an earlier copy left in the folder and this one has not.

    Compiled modules are gone too: Python takes them before the sources beside them, so one that is compiled no longer
    would go on by its old rules. Those that are, the compiler links anew.
    """
    for path in folder.glob("*__mypyc*"):
        path.unlink()
    for name in which.COPIED:
        top = folder / name
        for path in sorted(top.rglob("*")) if top.is_dir() else ():
            if "__pycache__" in path.parts:
                continue
            if path.is_file() and path.relative_to(folder).as_posix() not in wanted:
                path.unlink()
