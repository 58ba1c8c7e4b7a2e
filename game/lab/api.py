"""For other people's code: play one game or many, and get the two tables. Told with examples in docs/python.md."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pyarrow.parquet as pq

from game.lab import batch as batches
from game.lab import experiment, solo, tables
from game.lab.designs import Design, flat, text_of
from game.lab.experiment import ArmAsked, Experiment
from game.lab.plan import Plan
from game.lab.seats import Asked
from game.lab.trouble import LabError

__all__ = ["Experiment", "LabError", "Tables", "batch", "run"]

Minds = str | Mapping[str, str]
"""The mind of all labs, or of single firms: "bold", {"xai": "bold"}."""


class Tables(NamedTuple):
    """The two tables as `pyarrow.Table`, with the columns of docs/columns.md; they are joined by `game`.

    `games` has one row a game, `records` one row a game, month and firm; it is empty where no records were kept.
    """

    games: Any
    records: Any


def run(level: str, *, seed: int = 1, minds: Minds = "", settings: Mapping[str, Any] | None = None) -> Tables:
    """Play one game with minds in all seats, in this process.

    `level` is a level's name or a TOML file, `settings` are values by path (`{"months": 12}`). Without `minds` every
    firm keeps its mind of the level. Raises LevelError or LabError (both ValueError), whose text is one line, for
    what does not fit, and whatever a broken rule raises.
    """
    plan = experiment.expand(Experiment(level, seed, set=dict(settings or {}), minds=_plain(minds)))
    arm = plan.arms[0]
    played = solo.play(plan.resolved(0), Asked(0, seed, arm.settings, arm.minds, point=plan.point_of(0)))
    return Tables(tables.games_table([played.row]), tables.records_table(played.records))


def batch(
    what: str | Path | Experiment,
    *,
    games: int | None = None,
    seed: int = 1,
    settings: Mapping[str, Any] | None = None,
    sweep: Mapping[str, Sequence[Any]] | None = None,
    points: Sequence[Mapping[str, Any]] = (),
    minds: Sequence[Minds] = (),
    rotate: bool | Sequence[str] = False,
    records: bool = True,
    out: str | Path | None = None,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Tables:
    """Play many games: every arm (a `minds`, at each point of the design) on the same seeds, from `seed` on.

    `what` is a level, or a plan file or an `Experiment`, which say all but `games`, `out` and `workers` themselves.
    `games` is the number of seeds, 100 if nothing says otherwise. `sweep` names lists of values by path, all
    combinations of which are played; `points` is a design of your own, values by path. With `rotate` the minds move
    over the seats. `out` is a folder that keeps the tables; the same call goes on from what is there, and without
    it they are kept in memory alone. More than one worker needs `if __name__ == "__main__":` around the call in a
    script.

    A game that fails is a row whose `error` says why. Raises LevelError or LabError for what does not fit.
    """
    plan, seeds = _plan(what, games, seed, settings, sweep, points, minds, rotate, records)
    if out is not None:
        return _play(plan, seeds, Path(out), workers, progress)
    with tempfile.TemporaryDirectory() as folder:
        return _play(plan, seeds, Path(folder), workers, progress)


def _plan(
    what: str | Path | Experiment,
    games: int | None,
    seed: int,
    settings: Mapping[str, Any] | None,
    sweep: Mapping[str, Sequence[Any]] | None,
    points: Sequence[Mapping[str, Any]],
    minds: Sequence[Minds],
    rotate: bool | Sequence[str],
    records: bool,
) -> tuple[Plan, int | None]:
    if isinstance(what, Experiment) or experiment.is_plan(str(what)):
        if settings or sweep or points or minds or rotate or seed != 1:
            raise LabError("batch: a plan says its settings, minds and seed itself; write them there")
        asked = what if isinstance(what, Experiment) else experiment.read(Path(what))
    else:
        if sweep and points:
            raise LabError("batch: sweep and points are two designs; give one of them")
        design = None
        if sweep:
            design = Design("factorial", lists={path: list(values) for path, values in sweep.items()})
        elif points:
            design = Design("table", rows=[dict(each) for each in points])
        given = [minds] if isinstance(minds, str) else list(minds)
        several = len(given) > 1
        asked = Experiment(
            str(what),
            seed,
            set=dict(settings or {}),
            rotate=rotate if isinstance(rotate, bool) else list(rotate),
            arms=[ArmAsked(_named(each) if several else "", minds=_plain(each)) for each in given],
            design=design,
        )
    plan = experiment.expand(asked)
    keep = asked.records if asked.records is not None else records
    return msgspec.structs.replace(plan, records=keep), experiment.games_of(asked) if games is None else games


def _plain(minds: Minds) -> str | dict[str, str]:
    return (minds or {}) if isinstance(minds, str) else dict(minds)


def _named(minds: Minds) -> str:
    if isinstance(minds, str):
        return minds
    return ",".join(f"{firm}={text_of(mind)}" for firm, mind in flat(minds).items()) or "the level's minds"


def _play(
    plan: Plan, seeds: int | None, folder: Path, workers: int, progress: Callable[[int, int], None] | None
) -> Tables:
    batches.play(plan, seeds, folder, workers=workers, progress=progress)
    records = (
        pq.read_table(folder / tables.RECORDS_FILE, memory_map=False) if plan.records else tables.records_table([])
    )
    return Tables(pq.read_table(folder / tables.GAMES_FILE, memory_map=False), records)
