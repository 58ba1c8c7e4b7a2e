"""The words of `balance` on the command line. It only reads them; each command loads its room when it runs."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from game.lab.trouble import LabError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    help="Questions of balance: what wins too often, what a change or a lever is worth, what results hang on.",
)


def _folder(text: str) -> Path:
    if not text.strip():
        raise typer.BadParameter("is empty; name a folder")
    return Path(text)


Level = Annotated[str, typer.Argument(metavar="LEVEL", help="A level's name, or a TOML file.")]
Seed = Annotated[int, typer.Option(min=0, max=2**31 - 1, help="First seed; the others count up from it.")]
Sets = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help="Put a value of the level in place of another; repeatable."),
]
Out = Annotated[
    Path | None,
    typer.Option(metavar="DIR", parser=_folder, help="Keep games and tables there; the same command again resumes."),
]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes; one for each core by default.")]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON, and nothing else.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Tell what it would cost, and stop.")]
Firms = Annotated[list[str] | None, typer.Option("--firm", metavar="FIRM", help="Only this seat; repeatable.")]
Field = Annotated[
    str | None,
    typer.Option("--field", metavar="MINDS", help="Minds of all other labs: steady, or xai=bold,meta=steady."),
]


@app.command()
def matrix(
    level: Level,
    minds: Annotated[
        str | None,
        typer.Option(
            metavar="MINDS",
            help="Names or style files, with commas; by default all styles, as strong as the level's own minds.",
        ),
    ] = None,
    design: Annotated[
        Literal["alone", "dealt", "all"],
        typer.Option(help="Each mind in one seat at a time, minds dealt to all seats, or every combination."),
    ] = "alone",
    seeds: Annotated[
        int, typer.Option(help="Seeds: of every cell (alone), games (dealt), of every combination (all).")
    ] = 40,
    firm: Firms = None,
    seed: Seed = 1,
    sets: Sets = None,
    out: Out = None,
    workers: Workers = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Minds by seats: part of wins, mean score, the best answer of each seat; exit code 1 if one is dominant."""
    from game.lab.balance import asking
    from game.lab.balance.campaign import Ways

    ways = Ways(workers, out, dry_run, as_json)
    raise typer.Exit(
        asking.ask_matrix(
            level, ways, minds=minds, design=design, count=seeds, seed=seed, sets=sets or [], firms=firm or []
        )
    )


def _effect(text: str | None, measure: str) -> float:
    """An effect as it is typed: 1.5, or 2% of a share. By default what would matter of that measure."""
    usual = {"share": 0.01, "win": 0.05, "elo": 20.0}
    if text is None:
        return usual.get(measure, 1.0)
    try:
        return float(text[:-1]) / 100.0 if text.endswith("%") else float(text)
    except ValueError:
        raise LabError(f"--effect {text}: expected a number, such as 1.5 or 2%") from None


@app.command()
def compare(
    level: Level,
    a: Annotated[str, typer.Argument(metavar="A", help="A mind, a style file, 'PATH=VALUE;PATH=VALUE', or as_is.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The same for the other side.")],
    sequential: Annotated[
        bool, typer.Option("--sprt", help="Stop as soon as the pairs decide, with the asked-for error rates.")
    ] = False,
    effect: Annotated[
        str | None,
        typer.Option(help="The smallest difference that matters: points, parts (0.02 or 2%) of share or win, Elo."),
    ] = None,
    alpha: Annotated[float, typer.Option(help="Most often that it tells an effect where there is none.")] = 0.05,
    beta: Annotated[float, typer.Option(help="Most often that it misses one of that size.")] = 0.05,
    one_sided: Annotated[bool, typer.Option("--one-sided", help="Ask only whether B is better.")] = False,
    first: Annotated[int, typer.Option(help="Pairs before the first look.")] = 20,
    every: Annotated[int, typer.Option(help="Pairs between looks.")] = 10,
    max_pairs: Annotated[int, typer.Option(help="Pairs at most; without --sprt, as many.")] = 300,
    measure: Annotated[
        str, typer.Option(help="score, share, win, elo (in a duel), or any measure of claims.")
    ] = "score",
    firm: Annotated[
        str | None, typer.Option(metavar="FIRM", help="Whose; by default the first seat, for minds every seat in turn.")
    ] = None,
    duel: Annotated[bool, typer.Option("--duel", help="Two minds share the seats, then change places.")] = False,
    field: Field = None,
    unpaired: Annotated[
        bool, typer.Option("--unpaired", help="B plays other seeds: what equal luck is worth.")
    ] = False,
    seed: Seed = 1,
    sets: Sets = None,
    out: Out = None,
    workers: Workers = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Is B better than A: pairs of games with equal luck, and a sequential test with stated errors."""
    from game.lab.balance import asking, sprt
    from game.lab.balance.campaign import Ways

    test = sprt.Test(_effect(effect, measure), alpha, beta, not one_sided, min(first, max_pairs), every, max_pairs)
    raise typer.Exit(
        asking.ask_compare(
            level,
            a,
            b,
            Ways(workers, out, dry_run, as_json),
            test=test,
            sequential=sequential,
            measure=measure,
            firm=firm,
            duel=duel,
            field=field,
            unpaired=unpaired,
            seed=seed,
            sets=sets or [],
        )
    )


@app.command()
def restrict(
    level: Level,
    without: Annotated[
        list[str] | None, typer.Option(metavar="LEVER", help="debt, turbines, .. or an order's kind; repeatable.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every group of orders, and what is never or always used.")
    ] = False,
    firm: Firms = None,
    mind: Annotated[
        str | None, typer.Option(metavar="MIND", help="The mind of the seats; the level's by default.")
    ] = None,
    field: Field = None,
    seeds: Annotated[int, typer.Option(help="Seeds of every lever and seat.")] = 30,
    seed: Seed = 1,
    sets: Sets = None,
    out: Out = None,
    workers: Workers = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """What a lever is worth: a seat may not give some orders, the others play on, all on the same seeds."""
    from game.lab.balance import asking
    from game.lab.balance.campaign import Ways

    raise typer.Exit(
        asking.ask_restrict(
            level,
            Ways(workers, out, dry_run, as_json),
            without=without or [],
            every=every,
            firms=firm or [],
            mind=mind,
            field=field,
            count=seeds,
            seed=seed,
            sets=sets or [],
        )
    )


@app.command()
def sensitivity(
    level: Level,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="PATH", help="Only assumptions there: rules.capital, or a pattern; repeatable."),
    ] = None,
    measure: Annotated[
        list[str] | None,
        typer.Option(
            help="lead_changes, score_spread, win_spread, score:FIRM, win:FIRM, any measure:FIRM; repeatable."
        ),
    ] = None,
    by_group: Annotated[
        bool | None, typer.Option("--groups/--no-groups", help="Turn whole groups first; by default if there are many.")
    ] = None,
    trajectories: Annotated[int, typer.Option(help="Of Morris; each costs a point for every figure.")] = 6,
    points: Annotated[int, typer.Option(help="Of Sobol, a power of two; as many times the figures and two.")] = 32,
    keep: Annotated[int, typer.Option(help="Groups, and then figures, that go on to the next round.")] = 8,
    seeds: Annotated[int, typer.Option(help="Seeds that every point plays.")] = 2,
    seed_sets: Annotated[int, typer.Option(help="Times that all is done again on other seeds.")] = 2,
    seed: Seed = 1,
    sets: Sets = None,
    out: Out = None,
    workers: Workers = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """What results hang on: Morris over all assumptions within their ranges, then Sobol on those that matter."""
    from game.lab.balance import screening, searching
    from game.lab.balance.campaign import Ways

    design = screening.Design(trajectories, points, seeds, seed_sets, keep, seed)
    raise typer.Exit(
        searching.ask_sensitivity(
            level,
            Ways(workers, out, dry_run, as_json),
            only=only or [],
            measures=measure or [],
            by_group=by_group,
            design=design,
            sets=sets or [],
        )
    )


@app.command()
def tune(
    level: Level,
    target: Annotated[
        Path, typer.Option(metavar="FILE", help="What is asked: wins, minds, lead changes, claims (TOML).")
    ],
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="PATH", help="Assumptions to turn: rules.capital, or a pattern; repeatable."),
    ] = None,
    trials: Annotated[int, typer.Option(help="Trials in all; the first is the level as it is.")] = 60,
    seeds: Annotated[
        int, typer.Option(help="Games of every trial; the evidence has four times as many fresh ones.")
    ] = 24,
    seed: Seed = 1,
    sets: Sets = None,
    out: Out = None,
    workers: Workers = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Turn assumptions within their ranges towards a target; writes a proposed patch with its evidence."""
    from game.lab.balance import searching
    from game.lab.balance.campaign import Ways

    ways = Ways(workers, out, dry_run, as_json)
    raise typer.Exit(
        searching.ask_tune(level, target, ways, only=only or [], trials=trials, count=seeds, seed=seed, sets=sets or [])
    )


@app.command()
def hunt(
    level: Level,
    firm: Annotated[
        str | None, typer.Option(metavar="FIRM", help="The seat to hunt for; the first by default.")
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(
            metavar="MIND", help="The style to start from, and how strong it plays; the seat's own by default."
        ),
    ] = None,
    field: Field = None,
    generations: Annotated[int, typer.Option(help="Generations.")] = 12,
    population: Annotated[int, typer.Option(help="Candidates of a generation.")] = 14,
    seeds: Annotated[int, typer.Option(help="Seeds that each candidate plays.")] = 8,
    last: Annotated[int, typer.Option(help="Fresh seeds of the last round and of the evidence.")] = 60,
    seed: Seed = 1,
    sets: Sets = None,
    out: Out = None,
    workers: Workers = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Evolve a style that wins too often in a seat, and save it as a file; exit code 1 if one is dominant."""
    from game.lab.balance import searching
    from game.lab.balance.campaign import Ways

    raise typer.Exit(
        searching.ask_hunt(
            level,
            Ways(workers, out, dry_run, as_json),
            firm=firm,
            start=start,
            field=field,
            generations=generations,
            population=population,
            count=seeds,
            last=last,
            seed=seed,
            sets=sets or [],
        )
    )
