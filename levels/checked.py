"""What the model's own checks have measured (`checked.toml`), for whoever has to say how far a level can be trusted.

`python main.py claims LEVEL .. --write` renews the claims; the hindcast is that of docs/trust.md, and a test compares.
"""

import tomllib
from functools import cache
from pathlib import Path

import msgspec

FILE = Path(__file__).parent / "checked.toml"


class Hindcast(msgspec.Struct, frozen=True):
    """How many series of the known past lie in the model's bands."""

    held: int
    series: int


class Measured(msgspec.Struct, frozen=True):
    """What a claim measured: a share of the seeds or a mean, as `game.lab.claims` says, with its 95 % interval."""

    value: float
    low: float
    high: float
    seeds: int


class Checked(msgspec.Struct, frozen=True):
    """All of the file; claims by level and name."""

    hindcast: Hindcast
    claims: dict[str, dict[str, Measured]] = {}


@cache
def load() -> Checked:
    """The file, read once."""
    return msgspec.convert(tomllib.loads(FILE.read_text(encoding="utf-8")), Checked)


def write(claims: dict[str, dict[str, Measured]]) -> None:
    """Put these claims in place of those that were there, level by level."""
    kept = dict(load().claims) | claims
    lines = [_HEAD, "[hindcast]", f"held = {load().hindcast.held}", f"series = {load().hindcast.series}", ""]
    for level in sorted(kept):
        lines.append(f"[claims.{level}]")
        for name, each in kept[level].items():
            figures = ", ".join(f"{key} = {getattr(each, key):.6g}" for key in ("value", "low", "high"))
            lines.append(f"{name} = {{ {figures}, seeds = {each.seeds} }}")
        lines.append("")
    FILE.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    load.cache_clear()


_HEAD = """\
# What the model's own checks have measured. `python main.py claims LEVEL .. --write` writes the claims; each value is a
# share of the seeds or a mean, with its 95 % interval. The hindcast is that of docs/trust.md.
"""
