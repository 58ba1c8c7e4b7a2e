"""Prints a page to PDF with an installed Chromium, if there is one: a browser prints its own pages best."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from game.classroom.lessons.trouble import LessonError

BROWSERS: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
"""Names that Chromium and its kin go by."""
SECONDS_MOST: Final = 120
_QUIET: Final = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def browser() -> str | None:
    """The path of an installed Chromium, or None."""
    return next((path for name in BROWSERS if (path := shutil.which(name)) is not None), None)


def print_pdf(page: Path, target: Path) -> None:
    """Print a page into a PDF. Raises LessonError where no browser is installed, or it fails."""
    program = browser()
    if program is None:
        raise LessonError(
            f"--pdf: no Chromium, Chrome or Edge was found; open {page} in any browser and choose Print, Save as PDF"
        )
    with tempfile.TemporaryDirectory() as folder:
        asked = [*options(Path(folder)), "--no-pdf-header-footer", f"--print-to-pdf={target.resolve()}"]
        try:
            done = subprocess.run(
                [program, *asked, page.resolve().as_uri()], capture_output=True, check=False, timeout=SECONDS_MOST
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise LessonError(f"--pdf: {program} did not print {page}: {type(error).__name__}") from None
    if done.returncode or not target.is_file():
        raise LessonError(
            f"--pdf: {program} did not print {page}; open it in any browser and choose Print, Save as PDF"
        )


def options(user: Path) -> list[str]:
    """How a browser is started that shows no window, asks for nothing, and leaves nothing behind but in `user`."""
    unboxed = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []  # as root it has no sandbox
    return [*_QUIET, *unboxed, f"--user-data-dir={user}"]
