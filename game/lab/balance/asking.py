"""What `balance matrix`, `compare` and `restrict` do, once the command line has read what was typed."""

from collections.abc import Sequence
from typing import Any

from game.lab.balance import compare as comparing
from game.lab.balance import games, levers, matrix, show, sides, sprt
from game.lab.balance.campaign import Campaign, Ways, seeds
from game.lab.balance.games import World
from game.lab.balance.results import as_json, leave
from game.lab.seats import check_firm, check_mind, minds_of, parse_minds, personalities
from game.lab.trouble import LabError

Names = Sequence[str]


def world_of(level: str, sets: Names, field: str | None) -> tuple[World, tuple[tuple[str, str], ...]]:
    """The world as it was asked for, and the minds of the field. Raises LevelError or LabError."""
    world = World(sides.at(level), tuple(sets))
    resolved = games.resolve(world)
    if not sides.labs(world):
        raise LabError(f"{level}: no lab has a seat in it")
    return world, tuple(sorted(parse_minds(resolved.level, field).items())) if field is not None else ()


def named_minds(world: World, asked: str | None) -> tuple[World, list[str]]:
    """Minds by name or file, with commas between; all personalities of the level if none is named. Raises LabError."""
    if asked is None:
        return world, personalities(games.resolve(world).level)
    found: list[str] = []
    for each in (name.strip() for name in asked.split(",")):
        world, name = sides.seated(world, each, "--minds")
        if name in found:
            raise LabError(f"--minds: {name} stands twice")
        found.append(name)
    return world, found


def named_seats(world: World, firms: Names) -> list[str]:
    """The seats that are asked about, in the level's order. Raises LabError."""
    seats = sides.labs(world)
    for firm in firms:
        check_firm(games.resolve(world).level, firm, "--firm", seats)
    return [seat for seat in seats if seat in firms] if firms else seats


def ask_matrix(
    level: str,
    ways: Ways,
    *,
    minds: str | None,
    design: matrix.Design,
    count: int,
    seed: int,
    sets: Names,
    firms: Names,
) -> int:
    """Minds by seats. The exit code: 1 if something is dominant beyond doubt."""
    world, _ = world_of(level, sets, None)
    world, named = named_minds(world, minds)
    if design != "alone" and len(named) < 2:
        raise LabError("--minds: name two or more, with commas between")
    seats = named_seats(world, firms)
    pieces = matrix.pieces(design, world, seats, named, seeds(seed, count))
    campaign = Campaign(ways)
    if not campaign.begin(f"{level}: {len(named)} minds in {len(seats)} seats, {design}", len(pieces), pieces[0]):
        return 0
    found = matrix.judge(design, pieces, campaign.play(pieces), seats)
    if ways.out is not None:
        rows = [_flat(cell) for cell in found.cells]
        lines = [_flat(each) for each in found.minds], [_flat(each) for each in found.starts]
        leave(ways.out, "matrix", found, {"matrix": rows, "matrix_minds": lines[0], "matrix_starts": lines[1]})
    print(as_json(found)) if ways.as_json else show.matrix(games.resolve(world), found)
    return 1 if found.faults else 0


def ask_compare(
    level: str,
    a: str,
    b: str,
    ways: Ways,
    *,
    test: sprt.Test,
    sequential: bool,
    measure: str,
    firm: str | None,
    duel: bool,
    field: str | None,
    unpaired: bool,
    seed: int,
    sets: Names,
) -> int:
    """Two sides against each other. The exit code is 0 whatever is found."""
    world, minds = world_of(level, sets, field)
    first, second = (sides.read(level, tuple(sets), text) for text in (a, b))
    if firm is not None:
        check_firm(games.resolve(world).level, firm, "--firm", sides.labs(world))
    question = comparing.Question(first, second, measure, firm, duel, minds, seed, equal_luck=not unpaired)
    question.check()
    judged = sprt.Test(
        question.effect(test.effect), test.alpha, test.beta, test.two_sided, test.first, test.every, test.most
    )
    judged.check()
    campaign = Campaign(ways)
    what = f"{level}: {second.label} against {first.label}"
    if not campaign.begin(what, 2 * test.most, question.pieces(0)[0], at_most=sequential):
        return 0
    found = comparing.run(question, judged, campaign.play, sequential=sequential)
    answer = show.compared_answer(question, judged, test.effect, found)
    if ways.out is not None:
        leave(ways.out, "compare", answer, {"compare_pairs": _pairs(question, found)})
    print(as_json(answer)) if ways.as_json else show.compared(question, judged, answer, found)
    return 0


def _pairs(question: comparing.Question, found: comparing.Compared) -> list[dict[str, Any]]:
    return [
        {
            "pair": pair,
            "seed": question.seed + pair,
            "seat": "" if question.duel else question.seat(pair),
            "difference": difference,
            **({} if question.duel else {"a": found.a[pair], "b": found.b[pair]}),
        }
        for pair, difference in enumerate(found.differences)
    ]


def ask_restrict(
    level: str,
    ways: Ways,
    *,
    without: Names,
    every: bool,
    firms: Names,
    mind: str | None,
    field: str | None,
    count: int,
    seed: int,
    sets: Names,
) -> int:
    """What levers are worth."""
    if without and every:
        raise LabError("--all: asks for every lever; leave --without out, or --all")
    if not without and not every:
        raise LabError("name a lever with --without (debt, turbines, raise_equity, ..), or ask for --all")
    world, minds = world_of(level, sets, field)
    for lever in without:
        levers.orders_of(lever)
    if mind is not None:
        world, mind = sides.seated(world, mind, "--mind")
        check_mind(games.resolve(world).level, mind, "--mind")
    seats = named_seats(world, firms)
    if mind is not None:
        minds = tuple(
            sorted((minds_of(games.resolve(world).level, None, dict.fromkeys(seats, mind)) | dict(minds)).items())
        )
    asked = list(dict.fromkeys(without)) or list(levers.GROUPS)
    free, barred = levers.pieces(world, seats, asked, seeds(seed, count), minds)
    campaign = Campaign(ways)
    most = len(free) * (1 + len(barred))
    if not campaign.begin(f"{level}: {len(asked)} levers of {len(seats)} seats", most, free[0], at_most=True):
        return 0
    played = campaign.play(free)
    campaign.play(levers.needed(played, barred))
    outcomes = {
        key: [
            campaign.store.known(piece) if levers.feels(outcome, key[1], key[0]) else outcome
            for piece, outcome in zip(pieces, played, strict=True)
        ]
        for key, pieces in barred.items()
    }
    worth, use = levers.worth(played, outcomes), levers.use(played, seats)
    answer = {"level": level, "seeds": count, "worth": worth, "use": use}
    if ways.out is not None:
        tables = {"restrict": [_flat(each) for each in worth], "restrict_use": [_flat(each) for each in use]}
        leave(ways.out, "restrict", answer, tables)
    print(as_json(answer)) if ways.as_json else show.levers(games.resolve(world), worth, use, count, every=every)
    return 0


def _flat(row: Any) -> dict[str, Any]:
    """A row of a table: an estimate becomes three columns and its number of observations."""
    import msgspec

    from game.lab.statistics import Estimate

    flat: dict[str, Any] = {}
    for name in row.__struct_fields__:
        value = getattr(row, name)
        if isinstance(value, Estimate):
            flat |= {name: value.value, f"{name}_low": value.low, f"{name}_high": value.high, f"{name}_of": value.of}
        elif isinstance(value, tuple | list):
            flat[name] = ",".join(str(each) for each in value)
        elif value is None:  # an estimate that there is not, such as of the best answer beside itself
            flat |= dict.fromkeys((name, f"{name}_low", f"{name}_high", f"{name}_of"))
        else:
            flat[name] = msgspec.to_builtins(value)
    return flat
