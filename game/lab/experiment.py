"""An experiment as a value: what a plan file or the flags of `batch` ask for, and its expansion to a plan.

level = "september_2024"
games = 200                                  # seeds of every arm
rotate = true                                # minds move over the seats, so that no start counts for a mind
[set]                                        # values of all arms
months = 24
[[arms]]
name = "bold"
minds = { xai = "bold" }                     # or minds = "bold": all labs
set = { "firms.xai.cash_usd" = 6e9 }
[design]                                     # every arm plays every point of it
kind = "latin"                               # factorial, latin, sobol or table
points = 64
ranges = { "rules.debt.rate" = "assumed" }   # or [low, high]
[stop]                                       # look after so many seeds; enough when half the interval is so narrow
measure = "score"
firm = "xai"
half_width = 1.0
looks = [50, 100, 200, 400]
"""

import itertools
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

import msgspec

from game.lab import stopping
from game.lab.designs import KINDS, Design, Point, flat, points_of, text_of
from game.lab.plan import Arm, Plan
from game.lab.seats import Minds, check_firm, check_mind, labs_of, parse_minds
from game.lab.stopping import Stop
from game.lab.trouble import LabError
from levels import loader
from levels.faults import near
from levels.loader import LevelError, Resolved

GAMES = 100
"""Seeds of every arm, if nobody says otherwise."""
CHECKED_POINTS = 12
"""Points of a large design whose levels are made before it runs, the outermost and some between; a point that is
refused later becomes rows with that error."""


class ArmAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of [[arms]]: values and minds over those of all arms."""

    name: str = ""
    set: dict[str, Any] = {}
    minds: str | dict[str, str] = {}


class Experiment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that a plan file can say. `folder` is where its files and a level file beside it are looked for."""

    level: str
    seed: int = 1
    games: int | None = None
    records: bool | None = None
    set: dict[str, Any] = {}
    minds: str | dict[str, str] = {}
    rotate: bool | list[str] = False
    arms: list[ArmAsked] = []
    design: Design | None = None
    stop: Stop | None = None
    folder: str = "."


def games_of(asked: Experiment) -> int | None:
    """Seeds of every arm; None if the stop rule says."""
    return asked.games if asked.games is not None else GAMES if asked.stop is None else None


def is_plan(text: str) -> bool:
    """Whether a file is a plan and no level: a plan names its level."""
    path = Path(text)
    if path.suffix != ".toml" or not path.is_file():
        return False
    try:
        return isinstance(tomllib.loads(path.read_text(encoding="utf-8")).get("level"), str)
    except (OSError, ValueError):
        return False


def read(file: Path) -> Experiment:
    """The experiment of a plan file. Raises LabError with one line that names file and place."""
    try:
        tree = tomllib.loads(file.read_text(encoding="utf-8"))
        if "folder" in tree:
            raise LabError(f"{file}: unknown field `folder`")
        asked = msgspec.convert(tree, Experiment)
    except (OSError, UnicodeDecodeError) as error:
        raise LabError(f"{file}: cannot be read ({getattr(error, 'strerror', None) or error})") from None
    except tomllib.TOMLDecodeError as error:
        raise LabError(f"{file}: is no TOML ({error})") from None
    except msgspec.ValidationError as error:
        raise LabError(f"{file}: {_told(error)}") from None
    if asked.games is not None and asked.games < 1:
        raise LabError(f"{file}: games: must be at least 1")
    if asked.games is not None and asked.stop is not None:
        raise LabError(f"{file}: games: the looks of the stop rule say how many; leave one of the two out")
    if not 0 <= asked.seed < 2**31:
        raise LabError(f"{file}: seed: must be from 0 to {2**31 - 1}")
    return msgspec.structs.replace(asked, folder=str(file.parent))


def _told(error: msgspec.ValidationError) -> str:
    """What a plan says wrongly; of words that there is a list of, the list."""
    text = str(error).replace("Object contains unknown field", "unknown field")
    lists = {"$.design.kind": KINDS, "$.stop.measure": get_args(stopping.Measure)}
    where = text.rpartition("`")[0].rpartition("`")[2]
    if not text.startswith("Invalid enum value") or where not in lists:
        return text
    wrong = text.partition("'")[2].partition("'")[0]
    name = where.removeprefix("$.")
    return f"{name}: {wrong}{near(wrong, lists[where])}; there is {', '.join(lists[where])}"


def from_flags(
    level: str,
    *,
    seed: int = 1,
    games: int | None = None,
    records: bool | None = None,
    sets: Sequence[str] = (),
    sweeps: Sequence[str] = (),
    minds: Sequence[str] = (),
    rotate: bool | Sequence[str] = False,
    points: Sequence[Mapping[str, Any]] = (),
) -> Experiment:
    """The same value from what was typed. Raises LabError."""
    if sweeps and points:
        raise LabError("--sweep: the design has its points already")
    lists: dict[str, Any] = {}
    for text in sweeps:
        path, values = _sweep(text)
        if path in lists:
            raise LabError(f"--sweep {text}: {path} is swept twice")
        lists[path] = values
    design = Design("factorial", lists=lists) if lists else None
    if points:
        design = Design("table", rows=[dict(each) for each in points])
    return Experiment(
        level,
        seed,
        games,
        records,
        {path.strip(): text.strip() for path, _, text in (_setting(each) for each in sets)},
        rotate=rotate if isinstance(rotate, bool) else list(rotate),
        arms=[ArmAsked(text if len(minds) > 1 else "", minds=text) for text in minds],
        design=design,
    )


def _setting(text: str) -> tuple[str, str, str]:
    path, equals, value = text.partition("=")
    if not equals or not path.strip():
        raise LevelError(f"--set {text}: expected PATH=VALUE, such as --set months=12")
    return path, equals, value


def _sweep(text: str) -> tuple[str, list[str]]:
    path, equals, values = text.partition("=")
    found = [each.strip() for each in values.split(",")]
    if not equals or not path.strip() or not all(found):
        raise LabError(f"--sweep {text}: expected PATH=a,b,c, such as --sweep months=12,24")
    if len(set(found)) < len(found):
        raise LabError(f"--sweep {text}: a value stands twice")
    return path.strip(), found


def expand(asked: Experiment) -> Plan:
    """The plan of an experiment: a table of arms, each with its settings and minds, ready to run.

    Raises LevelError or LabError for what does not fit, before any game is played.
    """
    beside = Path(asked.folder) / asked.level
    resolved = loader.load(beside if asked.level.endswith(".toml") and beside.is_file() else asked.level)
    shared = {path: text_of(value) for path, value in flat(asked.set).items()}
    points = points_of(asked.design, resolved, Path(asked.folder)) if asked.design is not None else [{}]
    wanted = [_settings(shared, own, point) for own, point in _crossed(asked, points)]
    levels = _levels(resolved, wanted)
    arms = []
    for (own, point), settings in zip(_crossed(asked, points), wanted, strict=True):
        level = levels.get(_key(settings), resolved)
        minds = _minds(level, asked.minds) | _minds(level, own.minds)
        words = [own.name, *([f"{path}={text}" for path, text in point.items()] if own.name else [])]
        arms.append(Arm(settings, minds, name=", ".join(each for each in words if each)))
    rotate = _rotated(resolved, asked.rotate)
    arms = [_seated(arm, rotate, levels.get(_key(arm.settings), resolved)) for arm in arms]
    if rotate and all(len({arm.minds[seat] for seat in rotate}) == 1 for arm in arms):
        raise LabError("rotate: every seat has the same mind, so nothing would move; name other minds or leave it out")
    plan = Plan(resolved.name, asked.seed, bool(asked.records), arms, resolved.tree, rotate, asked.stop).named()
    names = [plan.label(arm) for arm in range(len(arms))]
    if len(set(names)) < len(names):
        twice = next(name for place, name in enumerate(names) if name in names[:place])
        raise LabError(f"arms: two are the same ({twice or 'both are the level as it is'}); leave one out")
    if asked.stop is not None:
        stopping.check(asked.stop, resolved.level.seats, names)
    return plan


def _crossed(asked: Experiment, points: Sequence[Point]) -> list[tuple[ArmAsked, Point]]:
    own = asked.arms or [ArmAsked()]
    return [(arm, point) for point, arm in itertools.product(points, own)]


def _settings(shared: Point, own: ArmAsked, point: Point) -> Point:
    arm = {path: text_of(value) for path, value in flat(own.set).items()}
    both = [path for path in point if path in arm]
    if both:
        raise LabError(f"design: {both[0]} is set by the arm {own.name or '(unnamed)'}, too; leave one out")
    return shared | arm | point


def _key(settings: Point) -> tuple[tuple[str, str], ...]:
    return tuple(settings.items())


def _levels(resolved: Resolved, wanted: Sequence[Point]) -> dict[tuple[tuple[str, str], ...], Resolved]:
    """The levels of different settings, each made once: all of a small plan, the outermost and some of a large one.

    Raises LevelError for the first that does not fit.
    """
    different = list({_key(each): each for each in wanted}.values())
    chosen = range(len(different))
    if len(different) > CHECKED_POINTS:
        outermost = {place for path in different[0] for place in _ends(different, path)}
        between = {i * len(different) // CHECKED_POINTS for i in range(CHECKED_POINTS)}
        chosen = sorted([*outermost, *between])[: 2 * CHECKED_POINTS]  # type: ignore[assignment]
    made = {}
    for place in dict.fromkeys(chosen):
        settings = different[place]
        texts = [f"{path}={text}" for path, text in settings.items()]
        made[_key(settings)] = loader.variant(resolved, texts) if texts else resolved
    return made


def _ends(points: Sequence[Point], path: str) -> list[int]:
    """Where a number is smallest and largest."""
    try:
        values = [float(point[path]) for point in points]
    except (ValueError, KeyError):
        return []
    return [values.index(min(values)), values.index(max(values))]


def _minds(resolved: Resolved, asked: str | Mapping[str, str]) -> Minds:
    if isinstance(asked, str):
        return parse_minds(resolved.level, asked)
    for firm, mind in asked.items():
        check_firm(resolved.level, firm, "minds")
        check_mind(resolved.level, mind, "minds")
    return dict(asked)


def _rotated(resolved: Resolved, rotate: bool | Sequence[str]) -> tuple[str, ...]:
    if isinstance(rotate, bool):
        return tuple(labs_of(resolved.level)) if rotate else ()
    for seat in rotate:
        check_firm(resolved.level, seat, "rotate", labs_of(resolved.level))
    if len(rotate) < 2 or len(set(rotate)) < len(rotate):
        raise LabError("rotate: name at least two seats, each once")
    return tuple(rotate)


def _seated(arm: Arm, rotate: Sequence[str], level: Resolved) -> Arm:
    """The arm with a mind named for every seat that takes part in the rotation."""
    own = {seat: arm.minds.get(seat, level.level.firms[seat].mind) for seat in rotate}
    return msgspec.structs.replace(arm, minds={**arm.minds, **own})
