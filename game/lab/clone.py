"""Commands that read the project's sources or write into it need a clone; elsewhere all say so in the same line.

Neither an installed package nor a compiled copy is anybody's to write into.
"""

from pathlib import Path

from game.lab.trouble import LabError
from game.origin import FILE as COMPILED

ROOT = Path(__file__).parents[2]


def check(command: str, root: Path | None = None) -> Path:
    """The folder of the clone, this program's own by default. Raises LabError, naming the command, if it is none."""
    root = root or ROOT
    if (root / COMPILED.name).is_file():
        here = "a compiled copy"
    elif not (root / "pyproject.toml").is_file():
        here = "an installed package"
    elif not all((root / name).is_dir() for name in ("docs", "tests")):
        here = "an archive of its sources alone"
    else:
        return root
    raise LabError(f"{command}: needs a clone of the project, and this is {here}; call it there")
