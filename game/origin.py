"""What a compiled copy of the project was made from: it answers for its sources, not for its own files.

`main.py compile` leaves the file; a checkout has none.
"""

from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

FILE = Path(__file__).parents[1] / "compiled.json"


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


@cache
def origin() -> Origin | None:
    """What this copy was made from; None in a checkout or an installed package."""
    return msgspec.json.decode(FILE.read_bytes(), type=Origin) if FILE.is_file() else None
