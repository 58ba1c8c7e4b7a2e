"""The command line of Compute Race: `python main.py`, or `compute-race` when it is installed.

Only reads what was typed and calls the room that does it; each command imports its room when it runs. Wrong input
gets one line on stderr and exit code 2.
"""

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.core

from game.lab import termination
from game.lab.balance.cli import app as balance

LEVEL = "september_2024"
SEED_MOST = 2**31 - 1
INTERRUPTED = 130
STOP_THEMSELVES = (None, "play", "watch", "classroom")
"""Commands whose window or server takes SIGTERM in its own way."""


class _Commands(typer.core.TyperGroup):
    """Commands of one word, and some of two: `batch merge` stands beside `batch`, whose argument is a level."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if " ".join(args[:2]) in self.commands:
            args = [" ".join(args[:2]), *args[2:]]
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Compute Race: the race for capital, GPUs and megawatts between AI firms. Without a command: the window.",
)

Level = Annotated[str, typer.Argument(metavar="LEVEL", help="A level's name, or a TOML file.")]
Seed = Annotated[int, typer.Option(min=0, max=SEED_MOST, help="Seed of all chance.")]
Firm = Annotated[str | None, typer.Option(metavar="FIRM", help="The firm that you mean, such as openai.")]
Rivals = Annotated[
    str | None,
    typer.Option(metavar="MIND", help="The mind of all other labs: steady, bold, passive, or my_module:MyMind."),
]
MIND_OF_FIRM = "The mind of --firm: one by name, or a class of your own as my_module:MyMind (docs/minds.md)."
STYLED = MIND_OF_FIRM[:-1] + "; or the file of a style (.toml)."
Sets = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help="Put a value of the level in place of another; repeatable."),
]

Workers = Annotated[int | None, typer.Option(min=1, help="Processes; one for each core by default.")]
Json = Annotated[bool, typer.Option("--json", help="Print the figures as JSON, and nothing else.")]


def _folder(text: str) -> Path:
    if not text.strip():
        raise typer.BadParameter("is empty; name a folder")
    return Path(text)


def _path(text: str) -> Path:
    if not text.strip():
        raise typer.BadParameter("is empty; name a file or a folder")
    return Path(text)


@app.callback(invoke_without_command=True)
def _menu(
    context: typer.Context,
    language: Annotated[
        str | None,
        typer.Option(metavar="LANGUAGE", envvar="COMPUTE_RACE_LANGUAGE", help="Texts in this language: en, ja."),
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error comes from.")] = False,
) -> None:
    if language is not None:
        _speak(language)
    if context.invoked_subcommand not in STOP_THEMSELVES:
        context.with_resource(context.ensure_object(termination.Ear).listening())
    if context.invoked_subcommand is None:
        _window()


def _speak(language: str) -> None:
    """From now on texts are in this language."""
    from assets.text import LANGUAGE_VARIABLE, languages

    if language not in (known := languages()):
        told = ", ".join(f"{key} ({name})" for key, name in known.items())
        raise typer.BadParameter(f"{language}: no such language; there is {told}", param_hint="--language")
    os.environ[LANGUAGE_VARIABLE] = language


def _window(**wanted: Any) -> None:
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

    from game.desktop.launch import launch

    launch(**wanted)


@app.command()
def play(
    level: Annotated[str | None, typer.Argument(metavar="LEVEL", help="A level's name, or a TOML file.")] = None,
    firm: Firm = None,
    rivals: Rivals = None,
    seed: Annotated[int | None, typer.Option(min=0, max=SEED_MOST, help="Seed of all chance.")] = None,
    hotseat: Annotated[
        str | None, typer.Option(metavar="FIRMS", help="Firms of several players at this screen: openai,xai.")
    ] = None,
    load: Annotated[Path | None, typer.Option(metavar="FILE", help="Go on with a saved game.")] = None,
) -> None:
    """Play in the window; without a firm, from the menu."""
    from game.lab import seats

    if load is not None:
        seats.check_save(load, level)
        _window(load=load)
        return
    people = seats.check_seats(level or LEVEL, firm, hotseat, rivals)
    if people:
        _window(level=level or LEVEL, people=people, rivals=rivals, seed=seed)
    else:
        _window(rivals=rivals, seed=seed)


@app.command()
def watch(
    level: Level = LEVEL,
    firm: Firm = None,
    mind: Annotated[str | None, typer.Option(metavar="MIND", help=MIND_OF_FIRM)] = None,
    rivals: Rivals = None,
    seed: Annotated[int | None, typer.Option(min=0, max=SEED_MOST, help="Seed of all chance.")] = None,
) -> None:
    """Watch the rivals race in the window."""
    from game.lab import seats

    seats.check_seats(level, None, None, rivals)
    minds = seats.check_single(level, firm, mind)
    _window(level=level, people=(), rivals=rivals, seed=seed, watch=True, minds=minds)


@app.command()
def run(
    level: Level,
    seed: Seed = 1,
    firm: Firm = None,
    mind: Annotated[str | None, typer.Option(metavar="MIND", help=STYLED)] = None,
    rivals: Rivals = None,
    sets: Sets = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", parser=_folder, help="Write games.parquet and records.parquet.")
    ] = None,
    save: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the game as a save (.race), to explain, replay or fork.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON, and nothing else.")] = False,
) -> None:
    """Play one game without a window and print how it ended."""
    from game.lab import commands

    commands.run(
        level, seed=seed, firm=firm, mind=mind, rivals=rivals, sets=sets or [], out=out, save=save, as_json=as_json
    )


@app.command()
def batch(
    level: Annotated[str, typer.Argument(metavar="LEVEL|PLAN", help="A level, or a plan file (docs/batch.md).")],
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", parser=_folder, help="Folder for the tables; the same command again resumes."),
    ] = None,
    games: Annotated[
        int | None, typer.Option(min=1, help="Seeds, each played by every arm; 100 if nothing says otherwise.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option(min=0, max=SEED_MOST, help="First seed, 1 by default; the others count up from it.")
    ] = None,
    workers: Workers = None,
    sets: Sets = None,
    sweep: Annotated[
        list[str] | None, typer.Option(metavar="PATH=a,b,c", help="One arm for each value, all with the same seeds.")
    ] = None,
    minds: Annotated[
        list[str] | None,
        typer.Option(metavar="MINDS", help="bold, or xai=bold,openai=my_module:MyMind; an arm each time."),
    ] = None,
    rotate: Annotated[
        bool, typer.Option("--rotate", help="Move the minds over all seats: every seed is played once a place.")
    ] = False,
    records: Annotated[
        bool | None, typer.Option("--records/--no-records", help="Keep every month; by default up to 1,000 games.")
    ] = None,
    shard: Annotated[
        str | None, typer.Option(metavar="i/n", help="Only this part of the seeds, 1/n to n/n; see batch merge.")
    ] = None,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Play on a Dask cluster, such as tcp://10.0.0.1:8786.")
    ] = None,
    limit: Annotated[
        float | None, typer.Option("--game-limit", min=1.0, metavar="SECONDS", help="A game may take so long; 600.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the expanded plan and what it costs; play nothing.")
    ] = False,
) -> None:
    """Play many games in several processes, into tables. See also batch merge and batch verify."""
    from game.lab import commands

    commands.batch(
        level,
        out=out,
        games=games,
        seed=seed,
        workers=workers,
        sets=sets or [],
        sweeps=sweep or [],
        minds=minds or [],
        rotate=rotate,
        records=records,
        shard=shard,
        cluster=cluster,
        limit=limit,
        dry_run=dry_run,
    )


@app.command("batch merge")
def merge(
    folders: Annotated[list[Path], typer.Argument(metavar="DIR...", help="Folders of the shards of one plan.")],
    out: Annotated[Path, typer.Option(metavar="DIR", parser=_folder, help="A new folder for all of them.")],
) -> None:
    """Lay the shards of a batch together; refuses what is unlike."""
    from game.lab import commands

    commands.merge(folders, out=out)


@app.command("batch verify")
def verify(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of a batch.")],
    games: Annotated[int, typer.Option(min=1, help="Games, drawn at random, to play again.")] = 10,
    seed: Annotated[int, typer.Option(min=0, help="Seed of the draw.")] = 1,
    workers: Workers = None,
) -> None:
    """Play some games of a batch again and compare their digests; exit code 1 if one differs."""
    from game.lab import commands

    raise typer.Exit(commands.verify(folder, games=games, seed=seed, workers=workers))


@app.command()
def report(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", parser=_folder, help="A folder that batch or run --out wrote.")
    ],
) -> None:
    """Make DIR/report.html from what a batch left: one page that opens offline."""
    from game.lab import commands

    commands.report(folder)


@app.command()
def levels() -> None:
    """List the levels that come with the game."""
    from game.lab import shelf

    shelf.show_levels()


@app.command()
def check(file: Annotated[str, typer.Argument(metavar="FILE", help="A level's name, or a TOML file.")]) -> None:
    """Check a level: what is wrong with it, or that it is sound."""
    from game.lab import shelf
    from levels import loader

    shelf.show_check(loader.load(file))


@app.command()
def replay(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A saved game (.race).")],
    verify: Annotated[bool, typer.Option("--verify", help="Exit with 1 if any turn comes out differently.")] = False,
    fork: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="TURN", help="Write a new save that stands before this turn; with --change, what if?"
        ),
    ] = None,
    change: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SPEC",
            help="Other orders at the turn of --fork; repeatable. 'xai drop bring_turbines' (or bring_turbines:2, "
            'the second), \'xai add {"order": "request_grid", "site": "xai_memphis", "kw": 50000}\', '
            '\'xai replace start_run {"order": "start_run", "months": 6, "share": 0.5}\'. Both games are '
            "played on to the save's last month with equal luck, and compared.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the comparison as JSON, and nothing else.")] = False,
) -> None:
    """Play a saved game again and compare every turn; or what would have been (--fork with --change)."""
    from game.lab import commands

    raise typer.Exit(commands.replay(file, verify=verify, fork=fork, changes=change or [], as_json=as_json))


@app.command()
def explain(
    source: Annotated[str, typer.Argument(metavar="SAVE_OR_LEVEL", help="A saved game (.race), or a level.")],
    figure: Annotated[str | None, typer.Argument(metavar="FIGURE", help="The figure's path: me.cash_usd.")] = None,
    firm: Annotated[str, typer.Option(metavar="FIRM", help="Whose figure, such as openai.")] = "",
    turn: Annotated[int | None, typer.Option(min=1, metavar="TURN", help="As it stands before this turn.")] = None,
    seed: Seed = 1,
    rivals: Rivals = None,
    sets: Sets = None,
    over: Annotated[
        str, typer.Option(metavar="SPAN", help="Ledgers over the last month, turn, or opening.")
    ] = "opening",
    change: Annotated[bool, typer.Option("--change", help="What changed it over the last turn.")] = False,
    as_list: Annotated[bool, typer.Option("--list", help="List all figures of the firm.")] = False,
    outlook: Annotated[
        bool, typer.Option("--outlook", help="What binds the firm now and 2, 4 and 6 quarters ahead, and why.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else.")] = False,
) -> None:
    """Tell what makes a figure: the entries, the terms or the legs behind it."""
    from game.lab import explaining

    explaining.explain(
        source,
        figure,
        firm=firm,
        turn=turn,
        seed=seed,
        rivals=rivals,
        sets=sets or [],
        over=over,
        change=change,
        as_list=as_list,
        ahead=outlook,
        as_json=as_json,
    )


@app.command()
def lesson(
    level: Annotated[str | None, typer.Argument(metavar="[LEVEL]", help="A level's name, or a TOML file.")] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.html", parser=_path, help="Where to: LEVEL.html by default; with --all a folder, ./lessons."
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Every level that comes with the game.")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="Print it to PDF too, with an installed Chromium.")] = False,
) -> None:
    """Print a lesson of 45 minutes: the teacher's plan, an assessment sheet, its answers, the honesty card."""
    from game.classroom.lessons import command

    for each in command.lesson(level, out=out, every=every, pdf=pdf):
        print(each)


@app.command()
def columns(
    write: Annotated[bool, typer.Option("--write", help="Write docs/columns.md in place of printing.")] = False,
) -> None:
    """Explain the columns of the tables of run and batch."""
    from game.lab import commands

    commands.columns(write=write)


@app.command()
def odd(
    write: Annotated[bool, typer.Option("--write", help="Renew them in docs/odd.md in place of printing.")] = False,
) -> None:
    """List the state variables of the model, for its description by the ODD protocol."""
    from game.lab import commands

    commands.odd(write=write)


@app.command()
def news(
    level: Annotated[str, typer.Argument(metavar="[LEVEL]")] = "september_2024",
    firm: Annotated[str, typer.Option("--firm", help="Whose news.")] = "xai",
    minds: Annotated[
        str, typer.Option("--minds", help="Who steers it, a game each, with commas between.")
    ] = "greedy,scholar,steward,tenant",
    seed: Seed = 1,
    write: Annotated[bool, typer.Option("--write", help="Renew them in docs/minds.md in place of printing.")] = False,
) -> None:
    """Tell one firm's news under several minds, without names and with the key at the end: who can tell them apart?"""
    from game.lab import commands

    asked = [mind.strip() for mind in minds.split(",") if mind.strip()]
    commands.news(level, firm=firm, minds=asked, seed=seed, write=write)


@app.command()
def facts(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Facts such as S120; all by default.")
    ] = None,
    unused: Annotated[bool, typer.Option("--unused", help="Only those that nothing uses.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the facts as JSON, and nothing else.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Write docs/facts.md in place of printing.")] = False,
) -> None:
    """Tell where each fact is used: starting value, parameter, event, or a line of the almanac."""
    from game.lab import commands, shelf

    if write:
        commands.write_facts()
    else:
        shelf.facts(ids or [], unused=unused, as_json=as_json)


@app.command()
def claims(
    levels: Annotated[
        list[str] | None, typer.Argument(metavar="[LEVEL]...", help="Levels by name or file; all that claim something.")
    ] = None,
    seeds: Annotated[int, typer.Option(min=1, help="Seeds that every arm of a claim plays.")] = 200,
    seed: Annotated[int, typer.Option(min=0, max=SEED_MOST, help="First seed; the others count up from it.")] = 1,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; one for each core by default.")] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Write what was measured into levels/checked.toml too.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON, and nothing else.")] = False,
) -> None:
    """Check what levels claim to show, over many seeds; exit code 1 if a claim falls short."""
    from game.lab import commands

    raise typer.Exit(
        commands.claims(levels or [], seeds=seeds, seed=seed, workers=workers, write=write, as_json=as_json)
    )


@app.command("compile")
def compile_(
    out: Annotated[
        Path, typer.Option(metavar="FOLDER", parser=_folder, help="Where to; an earlier copy there is renewed.")
    ],
    jobs: Annotated[
        int | None, typer.Option("-j", "--jobs", min=1, help="Compilers at a time; one for each core by default.")
    ] = None,
    measure: Annotated[
        bool, typer.Option("--measure", help="Play games by both in turn, and tell how much faster the copy is.")
    ] = False,
    games: Annotated[int, typer.Option(min=1, help="Pairs of games that --measure plays of each cast.")] = 5,
    as_json: Json = False,
) -> None:
    """Make a copy of the project with a compiled engine, for long batches (docs/speed.md)."""
    from game.lab.compiled import command

    command.compile_copy(out, jobs=jobs, measure=measure, games=games, as_json=as_json)


@app.command()
def ladder(
    levels: Annotated[
        list[str] | None, typer.Argument(metavar="[LEVEL]...", help="Levels by name or file; september_2024.")
    ] = None,
    minds: Annotated[
        str, typer.Option(metavar="MINDS", help="Minds to rate, weakest first, with commas between.")
    ] = "passive,intern/steady,steady,analyst/steady,operator/steady",
    seeds: Annotated[int, typer.Option(min=1, help="Seeds of each level; each takes as many games as minds.")] = 20,
    seed: Seed = 1,
    sets: Sets = None,
    workers: Workers = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", parser=_folder, help="Folder for the log, ./ladder by default; it is resumed."),
    ] = None,
    page: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the ladder as a page too, such as docs/ladder.md.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Rate minds against each other: same luck, each mind in every seat, Elo with intervals."""
    from game.lab import climbing

    climbing.ladder(
        levels or [LEVEL],
        minds=minds,
        seeds=seeds,
        seed=seed,
        sets=sets or [],
        workers=workers,
        out=out or Path("ladder"),
        page=page,
        as_json=as_json,
    )


@app.command()
def evolve(
    levels: Annotated[
        list[str] | None, typer.Argument(metavar="[LEVEL]...", help="Levels, in turn; september_2024_halves.")
    ] = None,
    styles: Annotated[
        str | None, typer.Option(metavar="STYLES", help="Personalities to evolve, with commas between; all by default.")
    ] = None,
    generations: Annotated[int, typer.Option(min=1, help="Generations in all.")] = 30,
    pairs: Annotated[int, typer.Option(min=1, help="Pairs of games of a generation.")] = 12,
    seed: Seed = 1,
    workers: Workers = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", parser=_folder, help="Folder for the run, ./evolution by default; it is resumed."),
    ] = None,
) -> None:
    """Evolve the operator's weights and the personalities' styles in games of all against all."""
    from game.lab import evolving

    evolving.evolve(
        levels or ["september_2024_halves"],
        styles=styles,
        generations=generations,
        pairs=pairs,
        seed=seed,
        workers=workers,
        out=out or Path("evolution"),
    )


@app.command()
def par(
    level: Level,
    games: Annotated[int, typer.Option(min=1, help="Games to average over.")] = 500,
    mind: Annotated[str, typer.Option(metavar="MIND", help="The mind of all labs: the strongest there is.")] = "steady",
    seed: Seed = 1,
) -> None:
    """Measure what a mind scores from every start, for the level."""
    from game.lab import commands

    commands.par(level, games=games, mind=mind, seed=seed)


@app.command()
def forecast(
    level: Level = LEVEL,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", parser=_folder, help="Folder for forecast.parquet; ./forecast by default."),
    ] = None,
    games: Annotated[int, typer.Option(min=2, help="Seeds; each mind plays all of them.")] = 500,
    minds: Annotated[
        str, typer.Option(metavar="MINDS", help="Minds of all labs, each in games of its own.")
    ] = "steady,bold",
    seed: Seed = 1,
    sets: Sets = None,
    fixed: Annotated[bool, typer.Option("--fixed", help="Keep all assumptions at their values: chance alone.")] = False,
    workers: Workers = None,
) -> None:
    """Bands of what may come, by month and firm, for every column of the record."""
    from game.lab import studies

    studies.forecast(
        level,
        games=games,
        minds=minds,
        seed=seed,
        sets=sets or [],
        drawn=not fixed,
        workers=workers,
        out=out or Path("forecast"),
    )


@app.command()
def classroom(
    level: Level,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; 0.0.0.0 opens the room to the local network.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8600,
    seed: Seed = 1,
    rivals: Rivals = None,
    sets: Sets = None,
    folder: Annotated[
        Path | None, typer.Option(metavar="DIR", parser=_folder, help="Folder of the room; a room in it goes on.")
    ] = None,
    new: Annotated[
        bool, typer.Option("--new", help="Open a fresh room instead of going on with the last one.")
    ] = False,
    window: Annotated[bool, typer.Option("--window", help="Show the projector in the game's window too.")] = False,
) -> None:
    """Open a room: a console for the teacher, a page for the projector, and one for every phone."""
    from game.classroom import serve

    serve.run(
        level, host=host, port=port, seed=seed, rivals=rivals, sets=sets or [], folder=folder, new=new, window=window
    )


audits = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    help="Checks on a level as a whole; each prints its figures and ends with 1 if it falls short.",
)
app.add_typer(audits, name="audit")
app.add_typer(balance, name="balance")


@audits.command()
def decisions(
    level: Level = LEVEL,
    games: Annotated[int, typer.Option(min=1, help="Games to be taken apart.")] = 30,
    turns: Annotated[
        int, typer.Option(min=0, help="Turns of each that are taken apart, evenly over the game; 0 for all.")
    ] = 0,
    mind: Annotated[
        str | None, typer.Option(metavar="MIND", help="The mind of all labs; their own by default.")
    ] = None,
    seed: Seed = 1,
    workers: Workers = None,
    as_json: Json = False,
) -> None:
    """Is every turn a decision: what each desk of each seat is worth at each turn."""
    from game.lab import studies

    raise typer.Exit(
        studies.audit_decisions(level, games=games, turns=turns, mind=mind, seed=seed, workers=workers, as_json=as_json)
    )


@audits.command()
def skill(
    level: Level = LEVEL,
    games: Annotated[int, typer.Option(min=1, help="Games.")] = 2400,
    policies: Annotated[
        str | None,
        typer.Option(metavar="MINDS", help="Minds to deal to the seats; all styles of the level by default."),
    ] = None,
    alone: Annotated[
        int | None,
        typer.Option(min=2, metavar="SEEDS", help="Instead, each policy in one seat at a time, on so many seeds."),
    ] = None,
    seed: Seed = 1,
    workers: Workers = None,
    as_json: Json = False,
) -> None:
    """Does skill decide: wins by policy and by start, and what an early lead is worth."""
    from game.lab import studies

    if alone is not None:
        raise typer.Exit(studies.audit_alone(level, alone, policies, seed=seed, workers=workers, as_json=as_json))
    raise typer.Exit(
        studies.audit_skill(level, games=games, policies=policies, seed=seed, workers=workers, as_json=as_json)
    )


@audits.command()
def believable(
    past: Annotated[str, typer.Option(metavar="LEVEL", help="A level that starts in the known past.")] = "january_2023",
    level: Level = LEVEL,
    games: Annotated[int, typer.Option(min=2, help="Games of each of the two.")] = 500,
    mind: Annotated[
        str | None, typer.Option(metavar="MIND", help="The mind of all labs from now on; their own by default.")
    ] = None,
    seed: Seed = 1,
    workers: Workers = None,
    as_json: Json = False,
) -> None:
    """Does the world behave: the known past against bands of the model, and what binds the labs until the end."""
    from game.lab import studies

    raise typer.Exit(
        studies.audit_believable(past, level, games=games, mind=mind, seed=seed, workers=workers, as_json=as_json)
    )


def main() -> None:
    """Run the command that was typed; ends the process with its exit code."""
    arguments = sys.argv[1:]
    debug = "--debug" in arguments
    sys.exit(_guarded([each for each in arguments if each != "--debug"], debug))


def _guarded(arguments: list[str], debug: bool) -> int:
    """The exit code of a command. Errors that people can mend are one line and 2; `--debug` shows all of them."""
    name = "python main.py" if Path(sys.argv[0]).name == "main.py" else "compute-race"
    ear = termination.Ear()
    try:
        _check_copy()
        command = typer.main.get_command(app)
        code = int(command.main(_language_first(arguments), prog_name=name, standalone_mode=False, obj=ear) or 0)
        return _stopped(ear) if code == INTERRUPTED else code
    except (KeyboardInterrupt, typer.Abort):
        return _stopped(ear)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; there is nobody to tell
        return 141
    except Exception as error:
        if debug:
            raise
        return _explain(error, name)


def _check_copy() -> None:
    """A compiled copy whose modules this Python cannot load would play on by its sources, unseen."""
    from game.origin import origin

    origin()


def _language_first(arguments: list[str]) -> list[str]:
    """`--language ja` may stand anywhere."""
    for place, each in enumerate(arguments):
        if each == "--language" or each.startswith("--language="):
            parts = 2 if each == "--language" else 1
            return [*arguments[place : place + parts], *arguments[:place], *arguments[place + parts :]]
    return arguments


def _explain(error: Exception, name: str) -> int:
    usage = getattr(error, "format_message", None)
    if usage is not None:
        context = getattr(error, "ctx", None)
        help_of = context.command_path if context is not None else name
        reason = str(usage()).rstrip(".")
        return _say(f"{reason}{'' if reason.endswith('?') else ';'} see {help_of} --help", 2)
    if type(error).__module__.split(".")[0] in ("levels", "agents", "game") and isinstance(error, ValueError):
        return _say(str(error), 2)
    return _say(f"something broke: {type(error).__name__}: {error}; the same command with --debug shows where", 1)


def _stopped(ear: termination.Ear) -> int:
    return _say("stopped", termination.EXIT_CODE if ear.heard else INTERRUPTED)


def _say(line: str, code: int) -> int:
    print(" ".join(line.split()), file=sys.stderr)
    return code


if __name__ == "__main__":
    main()
