"""A finished chunk as one line of the journal: its games and its part in clear, the rows packed.

A row is mostly names that all rows share, so packing makes a line a fifth of what it says. Lines of earlier versions,
which have their rows in clear, are read as well.
"""

import base64
import zlib
from typing import NamedTuple

import msgspec

from game.lab.runner import Done
from game.lab.tables import GameRow

EFFORT = 6


class _Line(msgspec.Struct, frozen=True):
    games: list[int]
    part: str | None
    seconds: float
    packed: str
    """Rows and what was measured: as JSON, deflated, in the 85 letters that JSON needs not escape."""


class _Inside(msgspec.Struct, frozen=True, array_like=True):
    rows: list[GameRow]
    measured: list[dict[str, float]]


class _Number(msgspec.Struct):
    game: int


class _Seen(msgspec.Struct):
    games: list[int] = []
    rows: list[_Number] = []
    part: str | None = None


class Glance(NamedTuple):
    """What is known of a chunk without unpacking it: its games, and the part with their records."""

    games: list[int]
    part: str | None


def pack(done: Done) -> bytes:
    """The chunk as a line, without its end."""
    inside = msgspec.json.encode(_Inside(done.rows, done.measured))
    packed = base64.b85encode(zlib.compress(inside, EFFORT)).decode("ascii")
    return msgspec.json.encode(_Line([row.game for row in done.rows], done.part, done.seconds, packed))


def glance(line: bytes) -> Glance:
    """What stands in clear. Raises `msgspec.DecodeError` for another line."""
    seen = msgspec.json.decode(line, type=_Seen)
    games = seen.games or [row.game for row in seen.rows]
    if not games:
        raise msgspec.ValidationError("a line without games")
    return Glance(games, seen.part)


def unpack(line: bytes) -> Done:
    """The chunk of a line. Raises `msgspec.DecodeError` for one that is damaged."""
    if line.startswith(b'{"rows"'):
        return msgspec.json.decode(line, type=Done)
    told = msgspec.json.decode(line, type=_Line)
    try:
        inside = msgspec.json.decode(zlib.decompress(base64.b85decode(told.packed)), type=_Inside)
    except (ValueError, zlib.error) as error:
        raise msgspec.DecodeError(str(error)) from None
    return Done(inside.rows, told.part, told.seconds, inside.measured)
