"""The command `compile`: makes a compiled copy, measures it if asked, and tells how to use it."""

import sys
from pathlib import Path

import msgspec

from game.lab.compiled import making, proving
from game.lab.console import console, plain_table

CASTS = ("", "operator")
"""Minds that --measure plays: each lab's own, which are checklists, and the strongest in all labs."""


def compile_copy(folder: Path, *, jobs: int | None, measure: bool, games: int, as_json: bool) -> None:
    """Make a copy. Raises LabError, one line."""
    out = console(err=as_json)
    making.make(folder, jobs, out.print)
    found = [proving.measure(making.ROOT, folder, games, minds) for minds in CASTS] if measure else []
    if as_json:
        told = {"folder": str(folder), "measured": found}
        print(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())
        return
    out.print(f"done: {folder} plays the golden games as its sources do")
    if found:
        table = plain_table("what", "games", "times as fast", "from", "to", "sources, µs a month", "compiled")
        for each in found:
            table.add_row(
                each.minds or "own minds",
                str(each.games),
                f"{each.median:.2f}",
                f"{each.least:.2f}",
                f"{each.most:.2f}",
                f"{each.source_us:,.0f}",
                f"{each.copy_us:,.0f}",
            )
        out.print(table)
    program = f"{sys.executable} {folder / 'main.py'}"
    usage = f"use it as the project itself, with this Python: {program} batch september_2024 --out DIR"
    out.print(usage, soft_wrap=True)
