"""What the command `ladder` does once the command line has read what was typed: plays, prints and writes its page."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from game.lab.progress import shown
from game.lab.trouble import LabError

if TYPE_CHECKING:
    from game.lab.ladder import Ladder
    from game.lab.statistics import Estimate
    from levels.loader import Resolved

LEAST_GAP_ELO = 50.0
"""By which a strength must stand above the one below, its whole interval above zero, to be worth its name."""


def ladder(
    levels: Sequence[str],
    *,
    minds: str,
    seeds: int,
    seed: int,
    sets: Sequence[str],
    workers: int | None,
    out: Path,
    page: Path | None,
    as_json: bool,
) -> None:
    """Play the minds against each other, print their ratings, and write them to `page`."""
    from levels import loader

    resolved = [loader.load(level, sets) for level in dict.fromkeys(levels)]
    names = [each.strip() for each in minds.split(",") if each.strip()]
    _check(resolved, names)
    if page is not None:
        _check_page(page)

    from game.lab import batch, identity
    from game.lab import ladder as ladders
    from game.lab.console import console

    asked = msgspec.json.encode([[each.name for each in resolved], names, seeds, seed, list(sets)]).decode()
    meant = " ".join([*(identity.level(each.tree) for each in resolved), identity.minds(names)])
    pieces = [piece for level in resolved for piece in ladders.deal(level, names, seeds, seed)]
    number = workers or batch.default_workers()
    out_loud = console(err=True)

    def cost(missing: int, whole: int, seconds: float) -> None:
        minutes = missing * seconds / min(number, missing) / 60.0
        out_loud.print(
            f"{whole} games, {missing} of them to play: about {minutes:.1f} min with {number} workers "
            f"({seconds:.2f} s a game); the same command resumes",
            soft_wrap=True,
        )

    with shown("games") as tell:
        games = ladders.climb(pieces, out, asked, number, tell, cost, meant)
    found = ladders.judge(names, games)
    if as_json:
        print(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    else:
        _show(found, names)
    if page is not None:
        command = _command(levels, names, seeds, seed, sets)
        _write(page, told(found, resolved, names, seeds, command))


def _check(resolved: "Sequence[Resolved]", names: Sequence[str]) -> None:
    from game.lab import seats

    if len(set(names)) < 2 or len(set(names)) < len(names):
        raise LabError("--minds: name two or more different ones, weakest first, with commas between")
    for level in resolved:
        if len(seats.labs_of(level.level)) < 2:
            raise LabError(f"{level.name}: has one lab to steer, or none; a ladder needs rivals")
        for name in names:
            seats.check_mind(level.level, name, "--minds")


def _command(levels: Sequence[str], names: Sequence[str], seeds: int, seed: int, sets: Sequence[str]) -> str:
    parts = ["python main.py ladder", *levels, "--minds", ",".join(names), "--seeds", str(seeds), "--seed", str(seed)]
    for each in sets:
        parts += ["--set", each]
    return " ".join(parts)


def _show(found: "Ladder", names: Sequence[str]) -> None:
    from game.lab.console import console, plain_table

    out = console()
    table = plain_table("mind", "Elo", "95 %", "above the one before", "95 %", "mean score", "wins", "ms a decision")
    for name in names:
        rating, rung = found.ratings.elo[name], found.rungs[name]
        above = found.ratings.above.get(name)
        gap = (f"{above.value:+.0f}", _interval(above)) if above is not None else ("", "")
        cells = [f"{rating.value:.0f}", _interval(rating), *gap]
        cells += [f"{rung.mean_score:.1f}", f"{rung.wins:.0%}", f"{1000 * rung.seconds:.1f}"]
        table.add_row(name, *cells)
    out.print(table)
    for name in names[1:]:
        out.print(verdict(found, names, name))


def verdict(found: "Ladder", names: Sequence[str], name: str) -> str:
    """Whether a mind is a level of its own above the one before it."""
    above, before = found.ratings.above[name], names[names.index(name) - 1]
    part = found.seeds[name][before]
    stands = above.value >= LEAST_GAP_ELO and above.low > 0.0
    told = "stands above" if stands else "does NOT stand above"
    return (
        f"{name} {told} {before}: {above.value:+.0f} Elo ({_interval(above)}), "
        f"{found.duels[name][before]:.0%} of duels, {part:.0%} of seeds"
    )


def told(found: "Ladder", resolved: "Sequence[Resolved]", names: Sequence[str], seeds: int, command: str) -> str:
    """The page in Markdown."""
    lines = [
        "# The ladder of minds",
        "",
        "Made by `" + command + "`.",
        "",
        f"{found.games} games: {', '.join(f'`{each.name}`' for each in resolved)}, {seeds} seeds each.",
        "For every seed each mind plays each start once, on the same luck; what a start scores with one mind against",
        "another is a duel. Ratings are Bradley-Terry strengths on the Elo scale; intervals are 95 %, by drawing whole",
        "seeds anew, around the mean of the field. A strength is worth its name when it stands 50 Elo above the one",
        "before, its interval above zero.",
        "A strength alone (`analyst`) plays each firm in the personality that its level gives; `steady` is the plain",
        "checklist in the style of that name.",
        "",
        *_table(
            ("mind", "Elo", "95 %", "above the one before", "95 %", "mean score", "seats won", "ms a decision"),
            [_row(found, name) for name in names],
        ),
        "",
        *[f"- {verdict(found, names, name)}." for name in names[1:]],
        "",
        "## Who beats whom",
        "Part of duels that the row wins against the column; in brackets part of seeds, all starts together.",
        "",
        *_table(
            ("", *names),
            [(one, *[_beats(found, one, other) if one != other else "" for other in names]) for one in names],
        ),
        "",
        "## By level",
        "",
        *_table(
            ("mind", *[each.name for each in resolved]),
            [
                (
                    name,
                    *[_rating(found.by_level[each.name].elo[name]) for each in resolved if each.name in found.by_level],
                )
                for name in names
            ],
        ),
        "",
        "## By start",
        "Mean score of each start with each mind.",
        "",
        *_by_start(found, names),
        "",
        "Processor time of a decision depends on the machine; it is for comparing the minds with each other.",
        "",
    ]
    return "\n".join(lines)


def _row(found: "Ladder", name: str) -> tuple[str, ...]:
    rating, rung, above = found.ratings.elo[name], found.rungs[name], found.ratings.above.get(name)
    gap = (f"{above.value:+.0f}", _interval(above)) if above is not None else ("", "")
    figures = (f"{rung.mean_score:.1f}", f"{rung.wins:.0%}", f"{1000 * rung.seconds:.1f}")
    return (f"`{name}`", f"{rating.value:.0f}", _interval(rating), *gap, *figures)


def _by_start(found: "Ladder", names: Sequence[str]) -> list[str]:
    starts = sorted({seat for rung in found.rungs.values() for seat in rung.by_start})
    rows: list[tuple[str, ...]] = []
    for name in names:
        scores = found.rungs[name].by_start
        rows.append((f"`{name}`", *[f"{scores[seat]:.1f}" if seat in scores else "" for seat in starts]))
    return _table(("mind", *starts), rows)


def _beats(found: "Ladder", one: str, other: str) -> str:
    return f"{found.duels[one][other]:.0%} ({found.seeds[one][other]:.0%})"


def _rating(estimate: "Estimate") -> str:
    return f"{estimate.value:.0f} ({_interval(estimate)})"


def _interval(estimate: "Estimate") -> str:
    return f"{estimate.low:.0f} to {estimate.high:.0f}"


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    lines: list[Any] = ["| " + " | ".join(titles) + " |", "|" + "---|" * len(titles)]
    return [*lines, *["| " + " | ".join(row) + " |" for row in rows]]


def _check_page(page: Path) -> None:
    """Raises LabError before games are played for a page that cannot be written."""
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.open("ab").close()
    except OSError as error:
        raise LabError(f"--page {page}: cannot be written ({error.strerror}); choose another file") from None


def _write(page: Path, text: str) -> None:
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    except OSError as error:
        raise LabError(f"--page {page}: cannot be written ({error.strerror}); choose another file") from None
