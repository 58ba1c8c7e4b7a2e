"""What `balance sensitivity`, `tune` and `hunt` do, once the command line has read what was typed."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from agents.minds import own_style
from game.lab import identity, stylefile
from game.lab.balance import asking, assumptions, games, hunting, screening, show_searches, sides, tuning
from game.lab.balance import target as targets
from game.lab.balance.campaign import Campaign, Ways, seeds
from game.lab.balance.games import Piece, World
from game.lab.balance.results import as_json, leave, put
from game.lab.seats import check_firm, check_mind
from game.lab.trouble import LabError
from levels.loader import Resolved
from levels.words import mind_of, personality_of, strength_of

Names = Sequence[str]

GROUPS_FROM = 40
"""With more figures than this, whole groups are turned first."""


def ask_sensitivity(
    level: str,
    ways: Ways,
    *,
    only: Names,
    measures: Names,
    by_group: bool | None,
    design: screening.Design,
    sets: Names,
) -> int:
    """What the results hang on."""
    screening.need_salib()
    design.check()
    world, _ = asking.world_of(level, sets, None)
    resolved = games.resolve(world)
    seats = sides.labs(world)
    outputs = [screening.read_output(text, seats) for text in measures] or [
        screening.Output("lead_changes"),
        screening.Output("score_spread"),
        *(screening.Output("score", seat) for seat in seats),
    ]
    ranges = assumptions.ranges(resolved, only)
    if not ranges:
        raise LabError(f"{level}: has no assumption with a range")
    groups = len({each.group for each in ranges})
    grouped = len(ranges) > GROUPS_FROM and groups > 1 if by_group is None else by_group and groups > 1
    campaign = Campaign(ways)
    what = f"{level}: {len(ranges)} assumptions" + (f" in {groups} groups" if grouped else "")
    number = screening.cost(design, len(ranges), groups if grouped else 0)
    if not campaign.begin(what, number, Piece(world, design.seed), at_most=True):
        return 0
    found: list[screening.Index] = []
    if grouped:
        found += screening.morris("groups", world, ranges, outputs, design, campaign.play)
        matter = screening.matter(found, design.keep)
        ranges = [each for each in ranges if each.group in matter]
        print(f"groups that matter: {', '.join(matter) or 'none'}; {len(ranges)} assumptions", file=sys.stderr)
    survivors: list[str] = []
    if ranges:
        single = screening.morris("morris", world, ranges, outputs, design, campaign.play)
        found += single
        survivors = screening.matter(single, design.keep)
    if survivors:
        ranges = [each for each in ranges if each.path in survivors]
        found += screening.sobol(world, ranges, outputs, design, campaign.play)
    answer = {"level": level, "survivors": survivors, "indices": found}
    if ways.out is not None:
        leave(ways.out, "sensitivity", answer, {"sensitivity": [msgspec.to_builtins(each) for each in found]})
    print(as_json(answer)) if ways.as_json else show_searches.sensitivity(level, found, survivors, design)
    return 0


def ask_tune(
    level: str, target_file: Path, ways: Ways, *, only: Names, trials: int, count: int, seed: int, sets: Names
) -> int:
    """A patch that brings a level to its target. The exit code: 1 if none was found that fresh seeds bear out."""
    tuning.need_optuna()
    if trials < 2:
        raise LabError(f"--trials {trials}: must be at least 2; the first is the level as it is")
    world, _ = asking.world_of(level, sets, None)
    resolved = games.resolve(world)
    wanted = targets.read(target_file, resolved)
    found_ranges = tuple(tuning.turnable(resolved, only))
    seats = tuple(sides.labs(world))
    meant = f"{identity.level(resolved.tree)} {identity.minds(wanted.minds)}"
    search = tuning.Search(world, seats, found_ranges, wanted, seeds(seed, count), trials, meant)
    campaign = Campaign(ways)
    first = targets.pieces(wanted, world, seats, search.seeds)
    most = len(first) * (trials + len(found_ranges) + 8)
    if not campaign.begin(f"{level}: {len(found_ranges)} assumptions, {trials} trials", most, first[0], at_most=True):
        return 0

    def claims(at: World, on: range) -> float:
        return _claims_short(wanted, at, on, campaign.workers)

    def tell(done: int, best: float) -> None:
        if sys.stderr.isatty():
            print(f"trial {done} of {trials}: best loss {best:.3f}", file=sys.stderr)

    with campaign.kept():
        found = tuning.run(search, campaign.play, claims, ways.out, seed=seed, tell=tell)
    answer = {"level": level, "target": wanted, "found": found, "is_better": found.is_better}
    heading = show_searches.evidence(level, target_file.name, resolved, wanted, found, 4 * count)
    if ways.out is not None:
        leave(ways.out, "tune", answer, {})
        if found.is_better:
            put(ways.out / "proposal.toml", tuning.patch(resolved, found.figures, heading))
    if ways.as_json:
        print(as_json(answer))
    else:
        print(heading)
        if found.is_better and ways.out is not None:
            print(f"proposed: {ways.out / 'proposal.toml'}")
        elif found.is_better:
            print(tuning.patch(resolved, found.figures, ""))
        else:
            print("fresh seeds do not bear out any change beyond chance: nothing is proposed")
    return 0 if found.is_better else 1


def _claims_short(wanted: targets.Target, world: World, on: range, workers: int) -> float:
    """One for each claim that does not hold on these seeds, and nothing if all do."""
    if not wanted.claims:
        return 0.0
    from game.lab import claims

    verdicts = claims.check_resolved([games.resolve(world)], len(on), seed=on.start, workers=workers)
    return float(sum(not each.holds for each in verdicts if each.claim in wanted.claims))


def _begin(resolved: Resolved, seat: str, mind: str, is_asked: bool) -> str:
    """The mind at which a hunt begins: with the seat's own personality if it names none; one without a style, unless
    it was asked for, leaves the level's first."""
    styles = resolved.level.styles
    style = personality_of(mind) or own_style(resolved.level.firms[seat], styles)
    if style not in styles and not is_asked:
        style = next(iter(styles))
    return mind_of(strength_of(mind), style or mind)


def ask_hunt(
    level: str,
    ways: Ways,
    *,
    firm: str | None,
    start: str | None,
    field: str | None,
    generations: int,
    population: int,
    count: int,
    last: int,
    seed: int,
    sets: Names,
) -> int:
    """A policy that wins too often. The exit code: 1 if one was found beyond doubt."""
    hunting.need_cmaes()
    for name, value, least in (
        ("--generations", generations, 1),
        ("--population", population, 4),
        ("--seeds", count, 1),
        ("--last", last, 2),
    ):
        if value < least:
            raise LabError(f"{name} {value}: must be at least {least}")
    world, minds = asking.world_of(level, sets, field)
    resolved = games.resolve(world)
    seat = firm or sides.labs(world)[0]
    check_firm(resolved.level, seat, "--firm", sides.labs(world))
    if start is not None:
        check_mind(resolved.level, start, "--start")
    begin = _begin(resolved, seat, start or dict(minds).get(seat, resolved.level.firms[seat].mind), start is not None)
    genes, strength = hunting.genes(resolved, begin), strength_of(begin)
    hunt = hunting.Hunt(world, seat, genes, strength, generations, population, count, last, minds, seed)
    own = [mind_of(strength, style) for style in resolved.level.styles]
    campaign = Campaign(ways)
    number = hunt.games + len(own) * last
    if not campaign.begin(f"{level}: a style for {seat}", number, Piece(world, seed, minds), at_most=True):
        return 0

    def tell(done: int, best: float) -> None:
        if sys.stderr.isatty():
            print(f"generation {done} of {generations}: best {best:.1f}", file=sys.stderr)

    name = f"hunted_{seat}"
    caught = hunting.run(hunt, own, name, campaign.play, tell)
    answer: dict[str, Any] = {"level": level, "seat": seat, "caught": caught}
    heading = show_searches.caught_heading(level, seat, caught, last)
    file = (ways.out or Path()) / f"{name}.toml"
    try:
        put(file, stylefile.text(stylefile.Found(name, caught.values, strength), heading))
    except OSError as error:
        raise LabError(f"{file}: cannot be written ({error.strerror}); choose a folder with --out") from None
    if ways.out is not None:
        leave(ways.out, "hunt", answer, {})
    if ways.as_json:
        print(as_json(answer))
    else:
        show_searches.caught(level, seat, caught, file, last)
    return 1 if caught.is_too_good else 0
