"""Explanations: any figure that a face can show, opened into what makes it (see `figure`).

A figure has a path: `me.cash_usd`, `sites.memphis.need_kw`, `offers.chips.h200.price_usd`, `rivals.meta.h100e`,
`record.mw_online`, `score.total`. `paths` lists all of a firm's. Money, cards and kilowatts open into entries of the
books, by cause and counterparty; other state variables into what each rule has added; formulas into their terms.
Parts have paths of their own. Nothing is collected during play: the game is played again beside it (see `past`).
"""

from collections.abc import Mapping
from difflib import get_close_matches
from math import fsum
from typing import Any

from agents.view import TermSheet, Text, Value
from game import goals, score
from game.explain import field as _field
from game.explain import own as _own
from game.explain import scores as _scores
from game.explain import systems as _systems
from game.explain.case import EXPLAINERS, LEDGERS, Case, Span, match
from game.explain.figure import Difference, Explanation, Kind, Made, Part, difference, given, label
from game.explain.past import Witness, play_on
from game.record import COLUMNS

ROOMS = (_own, _field, _systems, _scores)
"""Where the explainers of figures stand; importing them registers them."""

UNITS = {
    "usd": "USD", "kw": "kW", "h100e": "H100e", "slots": "places", "cards": "cards", "months": "months", "elo": "Elo",
    "flop": "FLOP", "consumers": "users", "seats": "seats", "staff": "people", "liquid": "places",
}  # fmt: skip


class UnknownFigureError(ValueError):
    """No figure has this path; the message is one line and tells near ones."""


def paths(case: Case) -> list[str]:
    """Every figure that the firm can see, in the order of its view, then of the record and the score."""
    found = [path for path, _ in _leaves("", case.view)]
    if case.firm in case.race.recorded:
        found += [f"record.{column.name}" for column in COLUMNS]
    if case.firm in case.world.scores:
        found += [f"score.{group}.{name}" for group in ("points", "raw") for name in score.COMPONENTS] + ["score.total"]
    return found


def explain(case: Case, path: str) -> Explanation:
    """A figure and what makes it. Raises UnknownFigureError for a path that leads nowhere."""
    base, *page = path.split("/")
    if base.startswith("level."):
        return _parameter(case, base)
    opened = match(LEDGERS, base)
    found = match(EXPLAINERS, base)
    try:
        if opened is None and found is None:
            made, whole = _bare(case, base, page)
        else:
            made, whole = _made(case, base, page, opened, found)
    except (KeyError, IndexError, StopIteration, ValueError) as error:
        raise _unknown(case, path) from error
    kind = goals.GOALS.get(goals.name_of(case.race)) if base in ("score.total", "record.score") else None
    unit = kind.unit if kind is not None else unit_of(base)
    args: dict[str, Value] = {"whole": whole, "unit": unit, "count": len(made.parts)}
    return Explanation(
        case.firm, path, made.kind, whole, unit, Text("explain-" + made.kind, args), tuple(made.parts), made.source
    )


def _made(case: Case, base: str, page: list[str], opened: Any, found: Any) -> tuple[Made, Value]:
    if opened is not None:
        (function, monthly), stars = opened
        signed, account = function(case, *stars)
        if len(page) == 2:
            made = case.pages(signed, account, *page, monthly=monthly)
            if not made.parts:
                raise KeyError(page[0])
            return made, sum(part.amount for part in made.parts)
        made = case.ledger(base, signed, account, monthly=monthly)
    else:
        function, stars = found
        extra = {"field": base.rpartition(".")[2]} if "field" in (function.__kwdefaults__ or {}) else {}
        made = function(case, *stars, **extra)
    if page:
        raise KeyError(page[0])
    return made, shown(case, base, made)


def _bare(case: Case, base: str, page: list[str]) -> tuple[Made, Value]:
    """A figure that nobody has explained yet stands as it is shown."""
    if page or base not in paths(case):
        raise KeyError(base)
    whole = shown(case, base)
    state = _state_of(case, base)
    if state:
        made = case.history(state)
        if isinstance(whole, int | float) and abs(fsum(part.amount for part in made.parts) - whole) <= 1e-9 * abs(
            whole
        ):
            return made, whole
    return given(label("stands"), whole), whole


def _state_of(case: Case, path: str) -> str:
    """The state variable of the firm that a figure of its own view shows, if it has the same name."""
    head, _, name = path.partition(".")
    if head != "me" or "." in name:
        return ""
    found = (f"firms/{case.firm}/{name}", f"firms/{case.firm}/policies.{name}")
    return next((state for state in found if state in case.race.start or state in case.race.changes), "")


def unexplained(case: Case) -> list[str]:
    """Figures that the firm can see and that nothing opens."""
    return [path for path in paths(case) if match(LEDGERS, path) is None and match(EXPLAINERS, path) is None]


def shown(case: Case, path: str, made: Made | None = None) -> Value:
    """What the view or the record shows under a path; an inner figure is the sum of its parts."""
    head, _, rest = path.partition(".")
    if head == "record":
        return _recorded(case, rest)
    if head == "score" and rest != "dilution":
        told = score.score(case.race, case.firm)
        group, _, name = rest.partition(".")
        return told.total if group == "total" else getattr(told, group)[name]
    thing: Any = case.view
    for name in path.split("."):
        if isinstance(thing, Mapping):
            thing = thing[name]
        elif isinstance(thing, list | tuple):
            thing = _row(thing, name)
        elif hasattr(thing, name):
            thing = getattr(thing, name)
        elif made is not None:
            return fsum(part.amount for part in made.parts)
        else:
            raise KeyError(path)
    return _plain(thing)


def _plain(thing: Any) -> Value:
    if isinstance(thing, bool):
        return "yes" if thing else "no"
    if isinstance(thing, str | int | float):
        return thing
    return "" if thing is None else ", ".join(str(each) for each in thing)


def _row(rows: Any, name: str) -> Any:
    if name.isdigit():
        return rows[int(name)]
    return next(row for row in rows if _field.sheet_name(row) == name)


def _recorded(case: Case, column: str) -> Value:
    names = [each.name for each in COLUMNS]
    where, firm = names.index(column), names.index("firm")
    row = next(row for row in reversed(case.race.recorder.rows) if row[firm] == case.firm)
    return _plain(row[where])


def unit_of(path: str) -> str:
    """The unit of a figure."""
    head, _, rest = path.partition(".")
    if head == "record":
        return next((column.unit for column in COLUMNS if column.name == rest), "")
    if head == "score":
        return "points" if rest == "total" or rest.startswith("points") else ""
    parts = path.split(".")
    if len(parts) > 3 and parts[2].endswith("cards"):
        return "cards"
    name = parts[-1]
    if name == "wait_months":
        return "months"
    words = name.replace("_per_", " per ").split(" per ")
    unit = UNITS.get(words[0].rpartition("_")[2], "")
    return f"{unit}/{words[1].replace('_', ' ')}" if unit and len(words) > 1 else unit


def _leaves(path: str, thing: Any) -> list[tuple[str, Any]]:
    """Every value below a view, news left out."""
    if hasattr(thing, "__struct_fields__"):
        pairs = [(name, getattr(thing, name)) for name in thing.__struct_fields__ if name != "news"]
    elif isinstance(thing, Mapping):
        pairs = list(thing.items())
    elif isinstance(thing, list | tuple) and thing and hasattr(thing[0], "__struct_fields__"):
        pairs = [
            (_field.sheet_name(each) if isinstance(each, TermSheet) else str(i), each) for i, each in enumerate(thing)
        ]
    elif isinstance(thing, list | tuple) and not thing and match(EXPLAINERS, path) is None:
        pairs = []
    else:
        return [(path, thing)]
    return [leaf for name, each in pairs for leaf in _leaves(f"{path}.{name}" if path else name, each)]


def _parameter(case: Case, path: str) -> Explanation:
    """A value of the level, with its source."""
    thing: Any = case.level
    where = path.removeprefix("level.")
    try:
        for name in where.split("."):
            if isinstance(thing, dict):
                thing = thing[name]
            else:
                thing = thing[int(name)] if isinstance(thing, list) else getattr(thing, name)
        whole = _plain(thing)
    except (KeyError, IndexError, AttributeError, ValueError, TypeError) as error:
        raise UnknownFigureError(f"{path}: the level has no such value") from error
    source = case.source(where)
    made = given(label("level"), whole, source)
    text = Text("explain-given", {"whole": whole, "unit": "", "count": 1})
    return Explanation(case.firm, path, "given", whole, "", text, tuple(made.parts), source)


def _unknown(case: Case, path: str) -> UnknownFigureError:
    near = get_close_matches(path, paths(case), 3, 0.5)
    if not near:
        last = path.rpartition(".")[2]
        near = [each for each in paths(case) if last and last in each][:3]
    told = f"; did you mean {', '.join(near)}?" if near else ""
    return UnknownFigureError(f"{path}: {case.firm} has no such figure{told}")


__all__ = [
    "Case",
    "Difference",
    "Explanation",
    "Kind",
    "Part",
    "Span",
    "UnknownFigureError",
    "Witness",
    "difference",
    "explain",
    "paths",
    "play_on",
    "shown",
    "unexplained",
    "unit_of",
]
