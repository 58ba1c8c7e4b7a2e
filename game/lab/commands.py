"""What the headless commands do, once the command line has read what was typed."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from game.lab import clone
from game.lab.progress import shown as _progress
from game.lab.trouble import LabError

if TYPE_CHECKING:
    from game.lab.batch import Play
    from game.lab.plan import Plan

RECORDS_MOST = 1000
"""Games up to which a batch keeps every month, if nobody says otherwise."""


def run(
    level: str,
    *,
    seed: int = 1,
    firm: str | None = None,
    mind: str | None = None,
    rivals: str | None = None,
    sets: Sequence[str] = (),
    out: Path | None = None,
    save: Path | None = None,
    as_json: bool = False,
) -> None:
    """One game: its summary on the screen, its tables into `out`, itself into `save`."""
    from game.lab import seats, stylefile
    from levels import loader

    resolved = loader.load(level, sets)
    if mind is not None:
        resolved, mind = stylefile.adopt(resolved, mind)
    if rivals is not None:
        resolved, rivals = stylefile.adopt(resolved, rivals)
    if mind is not None and firm is None:
        raise LabError("--mind: whose? name it with --firm, or use --rivals for all labs")
    if firm is not None:
        seats.check_firm(resolved.level, firm, "--firm")
    minds = seats.minds_of(resolved.level, rivals, {firm: mind} if firm is not None and mind is not None else {})
    if out is not None:
        _open(out)
    if save is not None:
        _check_save(save)

    from game.lab import screen, solo, tables

    settings = {path.strip(): text.strip() for path, _, text in (each.partition("=") for each in sets)}
    played = solo.play(resolved, seats.Asked(0, seed, settings, minds), save=save)
    if out is not None:
        tables.write(tables.games_table([played.row]), out / tables.GAMES_FILE)
        tables.write(tables.records_table(played.records), out / tables.RECORDS_FILE)
    if as_json:
        print(msgspec.json.format(msgspec.json.encode(screen.summary(resolved, played)), indent=2).decode())
    else:
        screen.show_game(resolved, played, firm)


def _open(out: Path) -> None:
    from game.lab import journal, tables

    tables.open_folder(out)
    if (out / journal.JOURNAL_FILE).exists():
        raise LabError(f"--out {out}: holds a batch, which a single game would overwrite; choose another folder")


def _check_save(save: Path) -> None:
    """Raises LabError before a game is played for nothing."""
    from game.saves import SUFFIX

    if save.suffix != SUFFIX:
        raise LabError(f"--save {save}: must end in {SUFFIX}")
    if save.exists():
        raise LabError(f"--save {save}: is there already; move it away first")


def batch(
    level: str,
    *,
    out: Path | None,
    games: int | None = None,
    seed: int | None = None,
    workers: int | None = None,
    sets: Sequence[str] = (),
    sweeps: Sequence[str] = (),
    minds: Sequence[str] = (),
    rotate: bool = False,
    records: bool | None = None,
    shard: str | None = None,
    cluster: str | None = None,
    limit: float | None = None,
    dry_run: bool = False,
) -> None:
    """Many games into `out`, with progress; the same call resumes. `level` is a level or a plan file.

    Raises LabError if any game failed.
    """
    from game.lab import batch as batches
    from game.lab import experiment, journal, screen, watchdog
    from levels.loader import LevelError

    if out is None and not dry_run:
        raise LabError("Missing option '--out': the folder for the tables")
    flags = {"--set": sets, "--sweep": sweeps, "--minds": minds, "--rotate": rotate}
    if experiment.is_plan(level):
        twice = [name for name, given in flags.items() if given]
        if twice:
            raise LabError(f"{twice[0]}: {level} is a plan; write it there")
        asked = experiment.read(Path(level))
        asked = msgspec.structs.replace(asked, seed=asked.seed if seed is None else seed)
    else:
        asked = experiment.from_flags(
            level, seed=1 if seed is None else seed, sets=sets, sweeps=sweeps, minds=minds, rotate=rotate
        )
    part = batches.Shard.parse(shard) if shard is not None else None
    try:
        plan = experiment.expand(asked)
    except (LabError, LevelError) as error:
        raise LabError(_blamed(str(error), level, sweeps)) from error
    wanted = experiment.games_of(asked) if games is None else games
    if records is None:
        held = journal.stored_plan(out) if out is not None else None
        most = (wanted or max(plan.stop.looks if plan.stop else (1,))) * plan.games_of_a_seed
        records = held.records if held is not None else asked.records if asked.records is not None else None
        records = most <= RECORDS_MOST if records is None else records
    plan = msgspec.structs.replace(plan, records=records)
    if dry_run:
        from game.lab import rehearsal

        rehearsal.show(plan, wanted, out, workers=workers or batches.default_workers(), shard=part)
        return
    assert out is not None
    try:
        with _progress("games") as tell:
            report = batches.play(
                plan,
                wanted,
                out,
                workers=workers or batches.default_workers(),
                progress=tell,
                shard=part,
                limit=limit or watchdog.GAME_SECONDS,
                elsewhere=_on(cluster, plan),
                say=lambda line: print(line, file=sys.stderr),
            )
    except KeyboardInterrupt:
        print(f"{out} keeps the finished games; the same command goes on from them", file=sys.stderr)
        raise
    screen.show_batch(plan, report, str(out))
    if report.failures:
        raise LabError(f"{report.failures} of {report.games} games failed; see the column error")


def _blamed(line: str, level: str, sweeps: Sequence[str]) -> str:
    """The line of an error with the place that was typed: the plan's file, or the option."""
    from game.lab import experiment

    if experiment.is_plan(level):
        return line if line.startswith(f"{level}: ") else f"{level}: {line.removeprefix('--')}"
    path = line.removeprefix("--set ").partition(":")[0]
    swept = any(each.partition("=")[0].strip() == path for each in sweeps)
    return line.replace("--set", "--sweep", 1) if swept and line.startswith("--set ") else line


def _on(cluster: str | None, plan: "Plan") -> "Play | None":
    if cluster is None:
        return None
    from game.lab.cluster import player

    return player(cluster, plan)


def merge(folders: Sequence[Path], *, out: Path) -> None:
    """Lay the shards of one plan together in `out`."""
    from game.lab import merging, screen

    plan, report = merging.merge(folders, out)
    screen.show_batch(plan, report, str(out))


def verify(folder: Path, *, games: int, seed: int = 1, workers: int | None = None) -> int:
    """Play some games of a batch again and compare; the exit code: 1 if one differs."""
    from game.lab import batch as batches
    from game.lab import verifying

    with _progress("games") as tell:
        found = verifying.verify(folder, games, seed=seed, workers=workers or batches.default_workers(), progress=tell)
    verifying.show(found, folder)
    return 1 if any(each.differs for each in found) else 0


def report(folder: Path) -> None:
    """The report of a batch, into its folder. Raises LabError if there is none."""
    from game.lab.console import console
    from game.lab.report import whole

    console().print(f"{whole.make(folder)} is written; open it in a browser", soft_wrap=True)


def replay(
    file: Path, *, verify: bool = False, fork: int | None = None, changes: Sequence[str] = (), as_json: bool = False
) -> int:
    """Play a save again; with `fork` write one that stands before that turn, with `changes` what if. The exit code."""
    from game import session as sessions
    from game.lab.console import console

    out = console()
    if changes:
        from game.lab import forking

        if fork is None:
            raise LabError("--change: at which turn? name it with --fork")
        return forking.fork(file, fork, changes, as_json=as_json)
    if as_json:
        raise LabError("--json: there is nothing to compare without --fork and --change")
    if fork is not None:
        return _fork(file, fork)
    session, report = sessions.replay(file)
    same = "all as saved" if not report.differs_at else f"turn {report.differs_at} is the first that differs"
    under = "" if report.same_rules else "; it was played under other rules, so it may differ"
    out.print(f"{file}: {session.resolved.name}, {report.turns} turns played again: {same}{under}", soft_wrap=True)
    if report.cut:
        out.print(f"the end of the file is cut off: what came after turn {report.turns} is lost", soft_wrap=True)
    out.print(f"digest {report.digest}")
    return 1 if verify and (report.differs_at or report.cut) else 0


def _fork(file: Path, turn: int) -> int:
    from game import session as sessions
    from game.lab.console import console

    session, report = sessions.replay(file, until=turn - 1)
    if report.turns < turn - 1:
        raise LabError(f"--fork {turn}: {file} has {report.turns} finished turns; choose 1 to {report.turns + 1}")
    target = file.with_name(f"{file.stem}-turn-{turn}{file.suffix}")
    if target.exists():
        raise LabError(f"--fork {turn}: {target} is there already; move it away first")
    session.save(target)
    console().print(f"{target} stands before turn {turn}; go on with: play --load {target}", soft_wrap=True)
    return 0


def columns(*, write: bool = False) -> None:
    """The dictionary of columns, printed or written."""
    from game.lab.columns import dictionary

    if write:
        page = clone.check("columns --write") / "docs" / "columns.md"
        page.write_text(dictionary(), encoding="utf-8")
    else:
        print(dictionary(), end="")


def write_facts() -> None:
    """Write the page of all facts."""
    from levels.facts import table

    page = clone.check("facts --write") / "docs" / "facts.md"
    page.write_text(table(), encoding="utf-8")


def odd(*, write: bool = False) -> None:
    """The state variables of the model, printed or written into its description."""
    from game.lab import odd as description
    from game.origin import origin

    if origin() is not None:  # it reads the sources of the state's types, which are compiled
        clone.check("odd")
    if write:
        description.write(clone.check("odd --write") / "docs" / "odd.md")
    else:
        print(description.section(), end="")


def news(level: str, *, firm: str, minds: Sequence[str], seed: int, write: bool = False) -> None:
    """The news of one firm under several minds, without names; printed or written into a document."""
    from game.lab import newslog, seats
    from levels import loader

    target = clone.check("news --write") / "docs" / "minds.md" if write else None
    resolved = loader.load(level)
    seats.check_firm(resolved.level, firm, "--firm", among=list(resolved.level.seats))
    for mind in minds:
        seats.check_mind(resolved.level, mind, "--minds")
    if not 0 < len(minds) <= newslog.MOST_LOGS:
        raise LabError(f"--minds: name one to {newslog.MOST_LOGS} minds with commas between, such as scholar,tenant")
    with _progress("games") as tell:
        made = newslog.section(resolved, firm, minds, seed, tell)
    if target is None:
        print(made, end="")
    else:
        newslog.write(target, made)


def claims(
    levels: Sequence[str],
    *,
    seeds: int,
    seed: int = 1,
    workers: int | None = None,
    write: bool = False,
    as_json: bool = False,
) -> int:
    """Check what levels claim to show; the exit code: 1 if a claim falls short. `write` keeps what was measured.

    Raises LabError before anything is played if it cannot be kept.
    """
    from game.lab import batch as batches
    from game.lab import claims as checks
    from game.lab import screen
    from levels import checked

    if write:
        clone.check("claims --write")
    with _progress("games") as tell:
        found = checks.check(levels, seeds, seed=seed, workers=workers or batches.default_workers(), progress=tell)
    if write:
        kept: dict[str, dict[str, checked.Measured]] = {}
        for each in found:
            measured = checked.Measured(each.value, each.low, each.high, each.seeds)
            kept.setdefault(each.level, {})[each.claim] = measured
        checked.write(kept)
    if as_json:
        print(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    else:
        screen.show_claims(found)
    return 0 if all(each.holds for each in found) else 1


def par(level: str, *, games: int, mind: str, seed: int = 1) -> None:
    """Par of every start, as lines for the level's file."""
    from game.lab import seats
    from levels import loader

    resolved = loader.load(level)
    seats.check_mind(resolved.level, mind, "--mind")

    from game.lab import par as pars

    with _progress("games") as tell:
        found = pars.measure(resolved, mind, games, seed, tell)
    print(pars.patch(found), end="")
