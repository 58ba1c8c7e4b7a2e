"""What the commands `forecast` and `audit` do, once the command line has read what was typed."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from game.lab.progress import shown
from game.lab.trouble import LabError

if TYPE_CHECKING:
    from levels.loader import Resolved

SHOWN = ("valuation_usd", "revenue_usd", "h100e_online", "mw_online", "arena_elo", "consumers", "cash_usd")
"""Columns of a forecast that are printed; all are in the file."""


def _workers(asked: int | None) -> int:
    from game.lab import batch

    return asked or batch.default_workers()


def _print_json(value: Any) -> None:
    print(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def forecast(
    level: str,
    *,
    games: int,
    minds: str,
    seed: int,
    sets: Sequence[str],
    drawn: bool,
    workers: int | None,
    out: Path,
) -> None:
    """Bands of every record column into `out`, and the main ones on the screen."""
    from levels import loader

    resolved = loader.load(level, sets)
    names = [each.strip() for each in minds.split(",") if each.strip()]
    if not names:
        raise LabError("--minds: is empty; name minds with commas between, such as steady,bold")

    from game.lab import forecast as forecasts
    from game.lab import seats, tables

    for name in names:
        seats.check_mind(resolved.level, name, "--minds")
    tables.open_folder(out)
    with shown("games") as tell:
        bands = forecasts.make(resolved, names, games, seed=seed, drawn=drawn, workers=_workers(workers), progress=tell)
    file = forecasts.write(bands, out)
    _show_bands(resolved, bands, file)


def _show_bands(resolved: Any, bands: Any, file: Path) -> None:
    from game.lab import forecast as forecasts
    from game.lab.console import console, plain_table
    from game.lab.screen import short

    out = console()
    found = forecasts.quantiles(bands)
    mind = forecasts.ALL if forecasts.ALL in found else next(iter(found))
    values = found[mind]
    last = len(bands.months) - 1
    stops = sorted({min(last, month) for month in (12, 36)} | {last})
    labs = [key for key in resolved.level.seats if key in bands.firms] or bands.firms
    minds = " and ".join(bands.figures)
    out.print(
        f"{bands.level}: {len(next(iter(bands.figures.values())))} seeds with {minds}; median, in brackets 5 to 95 %"
    )
    for column in SHOWN:
        place = bands.columns.index(column)
        table = plain_table("", *[bands.months[stop] for stop in stops])
        for firm in labs:
            row = bands.firms.index(firm)
            cells = []
            for stop in stops:
                low, middle, high = (float(values[part, stop, row, place]) for part in (0, 2, 4))
                cells.append(f"{short(middle)} ({short(low)} to {short(high)})")
            table.add_row(resolved.level.firms[firm].name, *cells)
        out.print("")
        out.print(column, style="bold")
        out.print(table)
    out.print("")
    out.print(
        f"{file}: {len(bands.months)} months, {len(bands.firms)} firms, {len(bands.columns)} columns", soft_wrap=True
    )


def audit_decisions(
    level: str, *, games: int, turns: int, mind: str | None, seed: int, workers: int | None, as_json: bool
) -> int:
    """Kill check 1. The exit code: 1 if it fails."""
    from levels import loader

    resolved = loader.load(level)
    from game.lab import pool, seats
    from game.lab.audit import decisions
    from game.lab.console import console, plain_table

    if mind is not None:
        seats.check_mind(resolved.level, mind, "--mind")
    pieces = [decisions.Piece(resolved, seed + game, mind, turns) for game in range(games)]
    with shown("games") as tell:
        found = [each for _, each in pool.each(decisions.take_apart, pieces, _workers(workers), tell)]
    verdict = decisions.judge(found)
    if as_json:
        _print_json(decisions.told(verdict))
        return 1 if verdict.faults else 0
    out = console()
    out.print(f"{resolved.name}: {games} games, a fork for every seat, turn and desk with orders")
    out.print(f"live desks a turn, median: {verdict.median_live_desks:g} (3 or more)")
    parts = ", ".join("-" if part is None else f"{part:.1f}" for part in verdict.live_by_part)
    out.print(f"on average in each quarter of the game: {parts}")
    table = plain_table("part of turns in which a desk is live", *decisions.DESK_NAMES)
    for seat, desks in verdict.live_share.items():
        table.add_row(resolved.level.firms[seat].name, *[f"{desks[desk]:.0%}" for desk in decisions.DESK_NAMES])
    out.print(table)
    table = plain_table("order", "given in part of its offers")
    for kind, share in sorted(verdict.taken_share.items(), key=lambda each: -each[1]):
        table.add_row(kind, f"{share:.0%}")
    out.print(table)
    return _verdict(out, verdict.faults)


def audit_skill(level: str, *, games: int, policies: str | None, seed: int, workers: int | None, as_json: bool) -> int:
    """Kill check 2. The exit code: 1 if it fails."""
    from levels import loader

    resolved = loader.load(level)
    from game.lab import pool
    from game.lab.audit import skill
    from game.lab.console import console, plain_table

    named = _policies(resolved, policies)
    pieces = skill.deal(resolved, named, games, seed)
    with shown("games") as tell:
        found = [each for _, each in pool.each(skill.play, pieces, _workers(workers), tell)]
    verdict = skill.judge(found)
    if as_json:
        _print_json(skill.told(verdict))
        return 1 if verdict.faults else 0
    out = console()
    out.print(f"{resolved.name}: {games} games, every seat plays each of {len(named)} policies in turn")
    table = plain_table("policy", "wins", "95 %", "games", "mean score")
    for name, rate in sorted(verdict.by_policy.items(), key=lambda each: -each[1].value):
        table.add_row(
            name,
            f"{rate.value:.1%}",
            f"{rate.low:.1%} to {rate.high:.1%}",
            str(rate.of),
            f"{verdict.mean_score[name]:.1f}",
        )
    out.print(table)
    table = plain_table("start", "wins", "95 %", "explained by policy")
    for name, rate in verdict.by_start.items():
        table.add_row(
            resolved.level.firms[name].name,
            f"{rate.value:.1%}",
            f"{rate.low:.1%} to {rate.high:.1%}",
            f"{verdict.explained[name]:.0%}",
        )
    out.print(table)
    rate = verdict.leader_wins
    out.print(f"the leader after {skill.LEADER_TURN} turns wins {rate.value:.1%} ({rate.low:.1%} to {rate.high:.1%})")
    out.print(f"held changes of the best rating a game: {verdict.held_changes:.2f}")
    return _verdict(out, verdict.faults)


def _policies(resolved: "Resolved", policies: str | None) -> list[str]:
    """The minds of `--policies`, or all personalities, each as strong as the level's own minds."""
    from game.lab import seats

    named = (
        [each.strip() for each in policies.split(",")] if policies is not None else seats.personalities(resolved.level)
    )
    for name in named:
        seats.check_mind(resolved.level, name, "--policies")
    if len(set(named)) < 2:
        raise LabError("--policies: name two or more, with commas between")
    return named


def audit_alone(level: str, games: int, policies: str | None, *, seed: int, workers: int | None, as_json: bool) -> int:
    """Kill check 2 with one seat at a time: what the score of a seat hangs on. The exit code: 1 if it fails."""
    from levels import loader

    resolved = loader.load(level)
    from game.lab import pool
    from game.lab.audit import skill
    from game.lab.console import console, plain_table

    named = _policies(resolved, policies)
    pieces = skill.alone(resolved, named, games, seed)
    found: dict[int, skill.Played] = {}
    with shown("games") as tell:
        found.update(pool.each(skill.play, pieces, _workers(workers), tell))
    parts = skill.part(pieces, [found[index] for index in range(len(pieces))])
    faults = [f"{seat}: the policy explains {each.policy:.0%} of the score" for seat, each in parts.items()
              if each.policy < skill.LEAST_EXPLAINED]  # fmt: skip
    if as_json:
        _print_json({"parts": msgspec.to_builtins(parts), "faults": faults})
        return 1 if faults else 0
    out = console()
    out.print(f"{resolved.name}: {len(pieces)} games, each of {len(named)} policies in one seat at a time")
    table = plain_table("start", "policy", "luck that all share", "policy, at equal luck")
    for name, each in parts.items():
        cells = [f"{share:.0%}" for share in (each.policy, each.luck, each.at_equal_luck)]
        table.add_row(resolved.level.firms[name].name, *cells)
    out.print(table)
    return _verdict(out, tuple(faults))


def audit_believable(
    past: str, level: str, *, games: int, mind: str | None, seed: int, workers: int | None, as_json: bool
) -> int:
    """Kill check 3. The exit code: 1 if it fails."""
    from levels import loader

    known, open_end = loader.load(past), loader.load(level)
    from game.lab import pool, seats
    from game.lab.audit import believable
    from game.lab.console import console, plain_table
    from game.lab.screen import short

    believable.check_history(known)
    if mind is not None:
        seats.check_mind(open_end.level, mind, "--mind")
    minds = {} if mind is None else dict.fromkeys(seats.labs_of(open_end.level), mind)
    whole = 2 * games
    with shown("games") as tell:
        pieces = [believable.Piece(known, seed + game, True) for game in range(games)]
        each = pool.each(believable.hindcast, pieces, _workers(workers), lambda done, _: tell(done, whole))
        seen = [found for _, found in each]
        pieces = [believable.Piece(open_end, seed + game, True, minds) for game in range(games)]
        later = pool.each(believable.ahead, pieces, _workers(workers), lambda done, _: tell(games + done, whole))
        ahead = [found for _, found in later]
    verdict = believable.judge(believable.compare(known, seen), ahead)
    if as_json:
        _print_json(believable.told(verdict))
        return 1 if verdict.faults else 0
    out = console()
    out.print(f"{known.name}: {games} games with assumptions drawn, 80 % bands against what was observed")
    table = plain_table("series", "observed", "10 %", "50 %", "90 %", "last month", "inside", "width", "")
    for name, line in verdict.hindcast.items():
        last = line.points[-1]
        table.add_row(
            name,
            *[
                short(value) if value >= 1000 else f"{value:.3g}"
                for value in (last.observed, last.low, last.middle, last.high)
            ],
            last.month,
            f"{line.inside:.0%}",
            f"{line.width:.2f}",
            "held" if line.held else "not held",
        )
    out.print(table)
    led = "their own minds" if mind is None else mind
    out.print(f"{open_end.name}: {games} games, labs led by {led}; what binds them, part of firm-months")
    table = plain_table(*verdict.binding)
    table.add_row(*[f"{share:.0%}" for share in verdict.binding.values()])
    out.print(table)
    out.print(
        f"running part of all cards: median {verdict.lit_median:.2f}, in bounds in {verdict.lit_within:.0%} of months"
    )
    return _verdict(out, verdict.faults)


def _verdict(out: Any, faults: Sequence[str]) -> int:
    for fault in faults:
        out.print(f"falls short: {fault}", style="bold", soft_wrap=True)
    if not faults:
        out.print("holds")
    sys.stdout.flush()
    return 1 if faults else 0
