"""What a batch would play and what that costs, before it does: the expanded plan as a table, time and bytes."""

import json
import tempfile
import time
from pathlib import Path

import msgspec
from rich.table import Table

from game.lab import journal, packing, runner
from game.lab.batch import MANIFEST_FILE, Shard
from game.lab.console import console, plain_table
from game.lab.plan import Plan
from game.lab.tables import RECORDS_FILE

SHOWN = 5
"""First and last arms of a long plan."""
UNITS = ("B", "kB", "MB", "GB", "TB", "PB")


class Cost(msgspec.Struct, frozen=True):
    """Of one game: seconds of one core and bytes on the disk. `source` is where the figures are from."""

    seconds: float
    row_bytes: float
    record_bytes: float
    source: str


def show(plan: Plan, seeds: int | None, out: Path | None, *, workers: int, shard: Shard | None = None) -> None:
    """Print the plan, first and last arms of a long one, and what it costs. One game is played if none was."""
    console_ = console()
    looks = plan.stop.looks if plan.stop is not None and seeds is None else ()
    most = seeds if seeds is not None else looks[-1]
    console_.print(_arms(plan))
    games = most * plan.games_of_a_seed
    console_.print(
        f"{plan.level}: {' x '.join(_counts(plan, most))} = {games:,} games"
        + (f"; looks after {', '.join(map(str, looks))} seeds" if looks else "")
    )
    there = 0
    if shard is not None:
        games = len(range(shard.index - 1, most, shard.of)) * plan.games_of_a_seed
        console_.print(f"shard {shard}: {games:,} games")
    if out is not None and (out / journal.JOURNAL_FILE).exists():
        there = sum(1 for _ in journal.rows_in(out))
        console_.print(f"{out} has {there:,} games already")
    cost = measured(plan, out)
    left = max(0, games - there)
    size = cost.row_bytes + (cost.record_bytes if plan.records else 0.0)
    seconds = cost.seconds * left / workers
    console_.print(
        f"{duration(seconds)} on {workers} idle cores, {volume(size * left)} on the disk "
        f"({cost.seconds:.3g} s and {volume(size)} a game, {cost.source})"
    )


def _counts(plan: Plan, seeds: int) -> list[str]:
    told = [(len(plan.arms), "arm", ""), (seeds, "seed", f" from {plan.seed}"), (plan.rotations, "rotation", "")]
    return [f"{number:,} {noun}{'s' if number != 1 else ''}{more}" for number, noun, more in told]


def _arms(plan: Plan) -> Table:
    table = plain_table("arm", "title", "what", "minds")
    between = range(SHOWN, len(plan.arms) - SHOWN)
    for place, arm in enumerate(plan.arms):
        if place in between:
            if place == SHOWN:
                table.add_row("...", f"{len(between)} more")
            continue
        settings = ", ".join(f"{path}={text}" for path, text in arm.settings.items())
        minds = ", ".join(f"{firm}: {mind}" for firm, mind in arm.minds.items())
        table.add_row(str(place), arm.name or "the level as it is", settings, minds or "the level's")
    return table


def measured(plan: Plan, out: Path | None = None) -> Cost:
    """What a game costs: by the last run in `out`, or by playing the plan's first game."""
    return (out is not None and _by_manifest(plan, out)) or _by_trial(plan)


def _by_manifest(plan: Plan, out: Path) -> Cost | None:
    try:
        told = json.loads((out / MANIFEST_FILE).read_text(encoding="utf-8"))
        pace = told["last_run"]["games_per_second"] / told["last_run"]["workers"]
        games = told["games"]
        rows = (out / journal.JOURNAL_FILE).stat().st_size / games
        records = (out / RECORDS_FILE).stat().st_size / games if plan.records else 0.0
        return Cost(1.0 / pace, rows, records, "by the last run there")
    except (OSError, ValueError, KeyError, TypeError, ZeroDivisionError):
        return None


def _by_trial(plan: Plan) -> Cost:
    """The first game played twice: the first time of a process pays for loading, too."""
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        file = folder / journal.PLAN_FILE
        file.write_bytes(msgspec.json.encode(plan))
        for _ in range(2):
            begun = time.process_time()
            done = runner.play_chunk(runner.Chunk(file, (0,), folder if plan.records else None))
            seconds = time.process_time() - begun
        row_bytes = len(packing.pack(done)) + 1  # at most: more games a line are packed better
        record_bytes = (folder / done.part).stat().st_size if done.part else 0
    return Cost(seconds, row_bytes, record_bytes, "by one game played just now")


def duration(seconds: float) -> str:
    """A time as people say it."""
    for size, unit in ((86400.0, "days"), (3600.0, "h"), (60.0, "min")):
        if seconds >= 2.0 * size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds:.1f} s"


def volume(size: float) -> str:
    """Bytes as people say them."""
    power = 0
    while size >= 1000.0 and power < len(UNITS) - 1:
        size /= 1000.0
        power += 1
    return f"{size:.3g} {UNITS[power]}"
