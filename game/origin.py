"""What a compiled copy of the project was made from: it answers for its sources, not for its own files.

`main.py compile` leaves the file; a checkout has none.
"""

import sys
from functools import cache
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import msgspec
from msgspec import Struct

FILE = Path(__file__).parents[1] / "compiled.json"


class OriginError(ValueError):
    """A compiled copy that cannot be used here; one line that says how to make it anew."""


class Origin(Struct, frozen=True):
    """The sources of a compiled copy."""

    rules: str
    """Hash of the rules (`game.saves.rules_hash`)."""
    code: str
    """Version of the program (`game.lab.identity.code`)."""
    changed: bool
    """Whether there were changes in the checkout that were not committed."""
    python: str
    """Version of the Python that it is compiled for."""
    suffix: str
    """How the names of its compiled modules end. A Python that wants another ending would play by the sources."""


@cache
def origin() -> Origin | None:
    """What this copy was made from; None in a checkout or an installed package.

    Raises OriginError for one that this Python cannot load.
    """
    if not FILE.is_file():
        return None
    anew = f"make it anew with this Python, in the checkout: python main.py compile --out {FILE.parent}"
    try:
        found = msgspec.json.decode(FILE.read_bytes(), type=Origin)
    except (OSError, msgspec.DecodeError) as error:
        raise OriginError(f"{FILE}: cannot be read ({getattr(error, 'strerror', None) or error}); {anew}") from None
    if found.suffix not in EXTENSION_SUFFIXES:
        here = sys.version.split()[0]
        raise OriginError(
            f"{FILE.parent}: this copy was compiled for Python {found.python} (*{found.suffix}), and this is {here} "
            f"(*{EXTENSION_SUFFIXES[0]}); {anew}"
        )
    return found
