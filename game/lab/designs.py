"""Designs of experiments: the points at which a batch plays, as values by path.

Factorial (every combination of lists), Latin hypercube (scipy), Sobol (SALib: the points that its first and total
indices need) and a table of points from a CSV or TOML file. A design is drawn once, when the plan is made; the plan
holds its points.
"""

import csv
import itertools
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec

from game.lab.trouble import LabError
from levels.loader import Resolved

Point = dict[str, str]
ASSUMED = "assumed"
"""A range that is the level's own: low to high of the figure."""


Kind = Literal["factorial", "latin", "sobol", "table"]
KINDS: tuple[str, ...] = get_args(Kind)


class Design(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a plan's [design] says. `lists` are for factorial, `ranges` and `points` for latin and sobol, `file` or
    `rows` for table. `seed` makes the draw repeatable."""

    kind: Kind
    lists: dict[str, Any] = {}
    ranges: dict[str, Any] = {}
    points: int = 0
    seed: int = 1
    file: str = ""
    rows: list[dict[str, Any]] = []


def text_of(value: Any) -> str:
    """A value of TOML as `--set` reads it."""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return f"{value:.0f}"
    return msgspec.json.encode(value).decode()


def flat(tree: Mapping[str, Any], above: str = "") -> dict[str, Any]:
    """Values by dotted path, whether a table of TOML was written with quoted or with nested keys."""
    found: dict[str, Any] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            found |= flat(value, f"{above}{key}.")
        else:
            found[above + key] = value
    return found


def points_of(design: Design, resolved: Resolved, folder: Path) -> list[Point]:
    """All points of a design. `folder` is where a relative `file` is looked for. Raises LabError."""
    unused = _unused(design)
    if unused:
        raise LabError(f"design.{unused}: means nothing in a {design.kind} design; leave it out")
    if design.kind == "factorial":
        return _factorial(flat(design.lists))
    if design.kind == "table":
        return _table(design, folder)
    ranges = {path: _range(path, value, resolved) for path, value in flat(design.ranges).items()}
    if not ranges:
        raise LabError("design.ranges: is empty; name a path and its low and high: months = [12, 24]")
    if design.points < 1:
        raise LabError("design.points: how many? at least 1")
    drawn = _latin(design, len(ranges)) if design.kind == "latin" else _sobol(design, ranges)
    return [
        {
            path: _within(low, high, share, whole)
            for (path, (low, high, whole)), share in zip(ranges.items(), row, strict=True)
        }
        for row in drawn
    ]


def _unused(design: Design) -> str:
    used = {"factorial": ("lists",), "table": ("file", "rows")}.get(design.kind, ("ranges", "points"))
    for name in ("lists", "ranges", "points", "file", "rows"):
        if name not in used and getattr(design, name):
            return name
    return ""


def _factorial(lists: Mapping[str, Any]) -> list[Point]:
    for path, values in lists.items():
        if not isinstance(values, list):
            raise LabError(f"design.lists.{path}: only lists are swept; write [{text_of(values)}] or use [set]")
        if not values:
            raise LabError(f"design.lists.{path}: is an empty list; nothing would be played")
        if len({text_of(each) for each in values}) < len(values):
            raise LabError(f"design.lists.{path}: a value stands twice")
    if not lists:
        raise LabError("design.lists: is empty; nothing would be swept")
    swept = itertools.product(*[[text_of(each) for each in values] for values in lists.values()])
    return [dict(zip(lists, values, strict=True)) for values in swept]


def _range(path: str, value: Any, resolved: Resolved) -> tuple[float, float, bool]:
    """Low, high, and whether the level holds whole numbers there."""
    now = _now(resolved.tree, path)
    if now is None:
        raise LabError(f"design.ranges.{path}: no such number in {resolved.name}; paths are as for --set")
    if value == ASSUMED:
        source = resolved.sources.get(path)
        if source is None or source.low is None or source.high is None:
            raise LabError(f"design.ranges.{path}: the level gives no range; write [low, high]")
        value = [source.low, source.high]
    is_pair = isinstance(value, list) and len(value) == 2 and all(isinstance(each, int | float) for each in value)
    if not is_pair or not value[0] < value[1]:
        raise LabError(f'design.ranges.{path}: expected [low, high] with low below high, or "{ASSUMED}"')
    return float(value[0]), float(value[1]), isinstance(now, int)


def _now(tree: Any, path: str) -> int | float | None:
    holder = tree
    for part in path.split("."):
        if isinstance(holder, list):
            holder = holder[int(part)] if part.isdecimal() and int(part) < len(holder) else None
        else:
            holder = holder.get(part) if isinstance(holder, dict) else None
    if isinstance(holder, dict):
        holder = holder.get("value")
    return holder if isinstance(holder, int | float) and not isinstance(holder, bool) else None


def _within(low: float, high: float, share: float, whole: bool) -> str:
    if whole:
        first, last = round(low), round(high)
        return str(min(last, first + int(share * (last - first + 1))))
    return text_of(float(f"{low + share * (high - low):.12g}"))


def _latin(design: Design, size: int) -> Sequence[Sequence[float]]:
    from scipy.stats import qmc

    return qmc.LatinHypercube(d=size, seed=design.seed).random(design.points).tolist()  # type: ignore[no-any-return]


def _sobol(design: Design, ranges: Mapping[str, Any]) -> Sequence[Sequence[float]]:
    if design.points & (design.points - 1):
        raise LabError(f"design.points: {design.points} is no power of two, which a sobol design needs; use 64 or 128")
    try:
        from SALib.sample import sobol
    except ImportError:
        raise LabError("design.kind sobol: needs SALib; install it with: pip install 'compute-race[lab]'") from None
    problem = {"num_vars": len(ranges), "names": list(ranges), "bounds": [[0.0, 1.0]] * len(ranges)}
    made = sobol.sample(problem, design.points, calc_second_order=False, seed=design.seed)
    return made.tolist()  # type: ignore[no-any-return]


def _table(design: Design, folder: Path) -> list[Point]:
    if bool(design.file) == bool(design.rows):
        raise LabError("design: a table needs either file (CSV or TOML) or rows")
    rows = design.rows or _read(folder / design.file)
    points = [{path: text_of(value) for path, value in flat(row).items()} for row in rows]
    if not points or not points[0]:
        raise LabError(f"design.{'file' if design.file else 'rows'}: has no point; nothing would be played")
    for number, point in enumerate(points, 1):
        if set(point) != set(points[0]):
            raise LabError(f"design: point {number} names other values than the first; every point needs all of them")
    return points


def _read(file: Path) -> list[dict[str, Any]]:
    """The rows of a CSV file whose head names paths, or of the `rows` of a TOML file."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise LabError(f"design.file {file}: cannot be read ({getattr(error, 'strerror', None) or error})") from None
    if file.suffix == ".toml":
        try:
            rows = tomllib.loads(text).get("rows")
        except tomllib.TOMLDecodeError as error:
            raise LabError(f"design.file {file}: is no TOML ({error})") from None
        if not isinstance(rows, list) or not all(isinstance(each, dict) for each in rows):
            raise LabError(f"design.file {file}: expected [[rows]], a table for each point")
        return rows
    lines = [line for line in csv.reader(text.splitlines()) if line]
    head = [each.strip() for each in lines[0]] if lines else []
    for number, line in enumerate(lines[1:], 2):
        if len(line) != len(head) or not all(each.strip() for each in line):
            raise LabError(f"design.file {file}: line {number} has not one value for each of {len(head)} columns")
    return [dict(zip(head, (each.strip() for each in line), strict=True)) for line in lines[1:]]
