"""The console and the plain tables that the lab prints with."""

import sys

from rich.console import Console
from rich.table import Table

LEFT = (
    "",
    "mind",
    "limited by",
    "level",
    "title",
    "firms to steer",
    "claim",
    "asked",
    "measure",
    "objective",
    "fact",
    "what",
    "used as",
    "where",
)


def plain_table(*titles: str) -> Table:
    """A table without lines; words to the left, figures to the right."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for title in titles:
        table.add_column(title, justify="left" if title in LEFT else "right", overflow="fold", no_wrap=title == "claim")
    return table


def console(*, err: bool = False) -> Console:
    """A console that never breaks a word in a pipe: 100 columns wide when nobody watches."""
    stream = sys.stderr if err else sys.stdout
    return Console(stderr=err, highlight=False, markup=False, width=None if stream.isatty() else 100)
