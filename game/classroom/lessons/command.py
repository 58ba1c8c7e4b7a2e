"""What `main.py lesson` does: prints the lessons of levels into files."""

from pathlib import Path

from assets.text import Texts, asked_language
from game.classroom.lessons.trouble import LessonError
from levels import loader

ENDING = ".html"


def lesson(level: str | None, *, out: Path | None = None, every: bool = False, pdf: bool = False) -> list[Path]:
    """Print the lesson of a level to `out` (LEVEL.html by default), or of `every` level into the folder `out`.

    Returns the files. Raises LevelError, LessonError.
    """
    if (level is None) != every:
        raise LessonError(
            "lesson: name a level, or ask for all of them with --all"
            if level is None
            else "--all: names every level; leave the level out"
        )
    names = [level] if level is not None else [each.name for each in loader.available()]
    targets = [_target(loader.load(name).name, out, every=every) for name in names]
    texts = Texts(asked_language())
    printed = []
    for name, target in zip(names, targets, strict=True):
        printed += _print(name, target, texts, pdf=pdf)
    return printed


def _target(name: str, out: Path | None, *, every: bool) -> Path:
    if every:
        folder = out or Path("lessons")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LessonError(f"--out {folder}: cannot be made: {error.strerror}; choose another folder") from None
        return folder / f"{name}{ENDING}"
    target = out or Path(f"{name}{ENDING}")
    if target.suffix != ENDING:
        raise LessonError(f"--out {target}: must end in {ENDING}")
    if not target.parent.is_dir():
        raise LessonError(f"--out {target}: there is no folder {target.parent}; make it first")
    return target


def _print(name: str, target: Path, texts: Texts, *, pdf: bool) -> list[Path]:
    from game.classroom.lessons.page import page

    made = page(loader.load(name), texts)
    try:
        target.write_text(made, encoding="utf-8")
    except OSError as error:
        raise LessonError(f"--out {target}: cannot be written: {error.strerror}; choose another file") from None
    if not pdf:
        return [target]
    from game.classroom.lessons.pdf import print_pdf

    print_pdf(target, target.with_suffix(".pdf"))
    return [target, target.with_suffix(".pdf")]
