"""Which modules of a compiled copy are compiled, and which of them stay as they are, and why."""

from pathlib import Path

ENGINE = (
    "agents/*.py",
    "agents/minds/*.py",
    "game/*.py",
    "game/door/*.py",
    "game/markets/*.py",
    "levels/calendar.py",
    "levels/rules.py",
    "levels/schema.py",
)
"""The rules, who acts by them, and the types that both hold."""

LEFT = {
    "agents/orders.py": "orders are read from journals, messages and minds by msgspec, as a union of tagged structs",
    "agents/rivals.py": "a mapping, which the compiler cannot have as a class of its own",
    "agents/weighing.py": "a protocol that is asked for while a game runs, which the compiler does not keep",
    "agents/minds/own.py": "takes minds from outside in, by importing, threads and signals",
    "agents/minds/weights.py": "read from a file by msgspec, once",
    "game/counsel.py": "for faces; looks at a plan",
    "game/door/options.py": "for faces; makes orders of text",
    "game/forks.py": "for the lab; plays whole games",
    "game/goals.py": "a table of functions",
    "game/memory.py": "speaks to Mesa",
    "game/origin.py": "tells what a copy was made from",
    "game/saves.py": "reads and writes files by msgspec",
    "game/session.py": "for faces; plays whole turns",
}
"""What looks up nothing in a month, or what the compiler could not hold."""

READ_ONLY = ("levels/rules.py", "levels/schema.py")
"""Modules whose records msgspec alone makes: to compile what would make them takes longer than all the rest."""

COPIED = (
    "main.py",
    "agents",
    "assets",
    "game",
    "levels",
    "docs",
    "tests",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "CITATION.cff",
)
"""What a copy takes over of a checkout."""


def compiled(root: Path) -> list[str]:
    """The modules to compile below a root, as paths from there, sorted."""
    found = [path.relative_to(root).as_posix() for pattern in ENGINE for path in root.glob(pattern)]
    return sorted(name for name in found if name not in LEFT and not name.endswith("/__init__.py"))
