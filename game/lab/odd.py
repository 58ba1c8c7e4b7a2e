"""The state variables of the model, read from the code, for the description in `docs/odd.md`.

Every type that a save holds is listed, from the world's root down, with what its attribute docstrings say.
"""

import ast
import inspect
import re
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from game.lab.trouble import LabError
from game.world import World

BEGIN = "<!-- state variables: made by `python main.py odd --write` -->\n"
END = "<!-- end of state variables -->\n"

_SUFFIXES = (
    ("rent_usd", "USD/H100e-hour"),
    ("usd_per_kwh", "USD/kWh"),
    ("usd_per_kw", "USD/kW"),
    ("usd_per_year", "USD/year"),
    ("usd_per_quarter", "USD/quarter"),
    ("kw_per_month", "kW/month"),
    ("tokens", "tokens"),
    ("months", "months"),
    ("years", "years"),
    ("h100e", "H100e"),
    ("slots", "places"),
    ("cards", "cards"),
    ("share", "share"),
    ("flop", "FLOP"),
    ("kwh", "kWh"),
    ("elo", "Elo"),
    ("usd", "USD"),
    ("kw", "kW"),
)
"""Endings of names that carry a unit."""

_SAID = (
    (r"\bor a rating\b", "USD/year or Elo"),
    (r"\busd per kwh\b", "USD/kWh"),
    (r"\busd a year\b", "USD/year"),
    (r"\bper h100e-hour\b", "USD/H100e-hour"),
    (r"\bwafers a month\b", "wafers/month"),
    (r"\bstacks a month\b", "stacks/month"),
    (r"\bcards a month\b", "cards/month"),
    (r"\bin kw\b|\bkilowatts\b", "kW"),
    (r"\bin (flop)\b", "FLOP"),
    (r"\bin (tokens|degrees|months|wafers|stacks|users)\b", ""),
    (r"\bin pieces\b", "cards"),
    (r"\blog odds\b", "log odds"),
    (r"\blogarithm\b|\bunit exponential\b|\bln\(", "logarithm"),
    (r"\bunits of what people like\b", "logit"),
    (r"\bin elo\b", "Elo"),
    (r"\bin h100e\b|\bh100e\b", "H100e"),
    (r"\bin usd\b|\busd\b", "USD"),
    (r"^((first|last) )?month\b|\buntil when\b", "month"),
)
"""What a meaning says of the unit, the first that fits, whatever the case."""

_OWNED = ((r"\bin H100e\b", "H100e"),)
"""What the description of its owner says for all variables that do not say otherwise."""

_HINTED = (
    (r"\bshares?\b|\bparts?\b|\brebate\b|^of (its |grid |a |the )?(equity|contract|firm)", "share"),
    (r"\brelative to\b|\bfactor\b|\bspeed\b", "ratio"),
    (r"\bfrom 0 to 1\b|^0 while\b|\bfrom none to full\b", "0 to 1"),
    (r"^[a-z]+ing people\b|\bpeople\b|\bleavers\b|\bwho still works\b", "people"),
    (r"\busers\b", "users"),
    (r"^seats\b", "seats"),
    (r"^cards\b", "cards"),
    (r"^points\b", "points"),
    (r"^months\b", "months"),
)
"""What it hints at, if neither it nor its type says more."""


def owners(root: type = World) -> list[type[msgspec.Struct]]:
    """All types of the state, the root first, then in the order in which fields lead to them."""
    found: list[type[msgspec.Struct]] = []

    def follow(hint: Any) -> None:
        if isinstance(hint, type) and hasattr(hint, "__struct_fields__") and hint not in found:
            found.append(hint)
            for inner in get_type_hints(hint).values():
                follow(inner)
        for inner in get_args(hint):
            follow(inner)

    follow(root)
    return found


def variables(owner: type[msgspec.Struct]) -> list[tuple[str, str, str, str]]:
    """The state variables of a type: (name, type, unit, meaning); the meaning is empty if nobody has written it."""
    body = ast.parse(inspect.getsource(owner)).body[0].body  # type: ignore[attr-defined]
    found = []
    for node, after in zip(body, [*body[1:], None], strict=True):
        if not isinstance(node, ast.AnnAssign) or not isinstance(node.target, ast.Name):
            continue
        name, kind = node.target.id, ast.unparse(node.annotation).replace("'", "")
        said = after.value if isinstance(after, ast.Expr) else None
        meaning = said.value if isinstance(said, ast.Constant) and isinstance(said.value, str) else ""
        meaning = " ".join(meaning.split())
        found.append((name, kind, unit(name, kind, meaning, inspect.getdoc(owner) or ""), meaning))
    return found


def unit(name: str, kind: str, meaning: str, owner: str = "") -> str:
    """The unit of a state variable by its name, meaning or owner; a dash if it has none, "number" if it counts."""
    if kind == "bool":
        return "yes or no"
    if not re.search(r"\b(int|float)\b", kind) or "tuple" in kind:
        return "–"
    for suffix, told in _SUFFIXES:
        if name == suffix or name.endswith("_" + suffix):
            return told
    for said, patterns in ((meaning, _SAID), (owner, _OWNED), (meaning, _HINTED)):
        for pattern, told in patterns:
            if found := re.search(pattern, said, re.IGNORECASE):
                return told or found.group(1).lower()
    return "ratio" if "float" in kind else "number"


def undescribed() -> list[str]:
    """State variables and types without a description, as "type.name"."""
    found = []
    for owner in owners():
        if not ast.get_docstring(ast.parse(inspect.getsource(owner)).body[0]):  # type: ignore[arg-type]
            found.append(owner.__name__)
        found += [f"{owner.__name__}.{name}" for name, _, _, meaning in variables(owner) if not meaning]
    return found


def table() -> str:
    """The state variables as a Markdown table."""
    lines = ["| owner | variable | type | unit | meaning |", "|---|---|---|---|---|"]
    for owner in owners():
        for name, kind, told, meaning in variables(owner):
            cells = (f"`{owner.__name__}`", f"`{name}`", f"`{kind}`", told, meaning)
            lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def types() -> str:
    """The types of the state, each with its first line and where it stands, as a Markdown table."""
    lines = ["| owner | file | what it is |", "|---|---|---|"]
    for owner in owners():
        told = " ".join((inspect.getdoc(owner) or "").split("\n\n")[0].split())
        file = owner.__module__.replace(".", "/") + ".py"
        lines.append(f"| `{owner.__name__}` | `{file}` | {told} |".replace("\n", " "))
    return "\n".join(lines) + "\n"


def section() -> str:
    """What stands between the marks in the description."""
    return f"{types()}\n{table()}"


def renewed(text: str) -> str:
    """A description whose state variables are those of the code. Raises LabError if it has no marks."""
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise LabError("--write: docs/odd.md has lost the marks around its state variables")
    return f"{head}{BEGIN}\n{section()}\n{END}{tail}"


def write(target: Path) -> None:
    """Renew the state variables of a description. Raises LabError if it has no marks."""
    target.write_text(renewed(target.read_text(encoding="utf-8")), encoding="utf-8")
