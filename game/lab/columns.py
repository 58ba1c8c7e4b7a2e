"""The dictionary of the tables' columns, made from the types that the tables are made from."""

from collections.abc import Sequence

from game.lab.tables import GAMES, GAMES_FILE, ORDERS, RECORDS_FILE, SCORES
from game.record import COLUMNS, Column

_KINDS = {"int": "int64", "float": "float64", "str": "string", "bool": "bool"}

_HEAD = f"""# Columns

Made by `python main.py columns --write` from the types in the code; a test compares. Every Parquet field carries its
unit and meaning as metadata, too.

`run --out` and `batch --out` write two tables. `{GAMES_FILE}` has one row a game, `{RECORDS_FILE}` one row a game,
month and firm; the first month is the opening. Flows are per month, stocks at its end.
"""


def dictionary() -> str:
    """The whole dictionary as Markdown."""
    parts = [
        _HEAD,
        _section(RECORDS_FILE, COLUMNS),
        _section(GAMES_FILE, GAMES),
        _section(f"{GAMES_FILE}: scores, a list with one entry a seat", SCORES),
        _section(f"{GAMES_FILE}: orders, a list with one entry a firm and kind of order", ORDERS),
    ]
    return "\n".join(parts)


def _section(title: str, columns: Sequence[Column]) -> str:
    lines = [f"## {title}", "", "| column | type | unit | meaning |", "|---|---|---|---|"]
    lines += [f"| `{each.name}` | {_KINDS[each.kind]} | {each.unit} | {each.meaning} |" for each in columns]
    return "\n".join(lines) + "\n"
