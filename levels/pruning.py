"""What goes with an entry that `use` leaves out: sites of a firm that is not there, leases from it, and so on.

Works on the merged tree before it is typed, and looks only for ids that were there and were left out, so that a
name that was never there is still told as a fault.
"""

from typing import Any

Tree = dict[str, Any]
Gone = dict[str, set[str]]

REFERENCES: tuple[tuple[str, str, str], ...] = (
    ("makers", "foundry", "foundries"),
    ("chips", "maker", "makers"),
    ("regions", "utility", "utilities"),
    ("sites", "firm", "firms"),
    ("sites", "region", "regions"),
    ("investors", "firm", "firms"),
    ("events", "firm", "firms"),
    ("leases", "operator", "firms"),
    ("leases", "user", "firms"),
    ("ties", "lab", "firms"),
    ("ties", "partner", "firms"),
    ("ties", "operator", "firms"),
    ("claims", "firm", "firms"),
    ("announced", "firm", "firms"),
    ("announced", "product", "products"),
    ("term_sheets", "firm", "firms"),
    ("term_sheets", "investor", "investors"),
    ("promises", "site", "sites"),
    ("projects", "site", "sites"),
    ("plants", "region", "regions"),
    ("giants", "region", "regions"),
    ("giants", "site", "sites"),
    ("events", "maker", "makers"),
    ("events", "after", "events"),
    ("bookings", "firm", "firms"),
    ("bookings", "site", "sites"),
    ("bookings", "chip", "chips"),
    ("arrivals", "site", "sites"),
    ("arrivals", "chip", "chips"),
)
"""An entry of the first table or list goes when this field names something of the third that went."""

PARTS: tuple[tuple[str, str, str], ...] = (
    ("firms", "grant.parent", "firms"),
    ("firms", "affiliate.of", "firms"),
    ("firms", "shell.owner", "firms"),
    ("firms", "buyer.foundry", "foundries"),
    ("firms", "silicon.chip", "chips"),
    ("firms", "silicon.node", "nodes"),
)
"""A part of an entry goes when a field of the part names something that went."""

LISTS: tuple[tuple[str, str, str, bool], ...] = (
    ("makers", "loyalty", "firms", False),
    ("sites", "cards", "chips", False),
    ("firms", "chips_from", "makers", False),
    ("chips", "buyers", "firms", True),
    ("investors", "backs", "firms", True),
    ("investors", "woos", "firms", False),
    ("giants", "leads", "firms", True),
)
"""Names in a list or table of an entry go; with True the entry goes when none is left, as none would mean all."""


def prune(tree: Tree, gone: Gone) -> None:
    """Take out of the tree all that refers to the ids that are `gone` (by table), and what refers to that in turn."""
    if not any(gone.values()):
        return
    while _references(tree, gone):
        pass
    for table, place, target in PARTS:
        part, field = place.split(".")
        for entry in _entries(tree, table):
            if isinstance(entry.get(part), dict) and _names(entry[part].get(field), gone.get(target)):
                del entry[part]
    seats = tree.get("seats")
    if isinstance(seats, list):
        tree["seats"] = [seat for seat in seats if seat not in gone.get("firms", ())]


def _references(tree: Tree, gone: Gone) -> bool:
    """One round; whether a whole entry of a table went, which others may refer to."""
    again = False
    for table, field, target in REFERENCES:
        held, ids = tree.get(table), gone.get(target)
        if not ids:
            continue
        if isinstance(held, list):
            tree[table] = [each for each in held if not (isinstance(each, dict) and _names(each.get(field), ids))]
        elif isinstance(held, dict):
            out = {name for name, each in held.items() if isinstance(each, dict) and _names(each.get(field), ids)}
            again = _drop(tree, table, out, gone) or again
    for table, field, target, needs_one in LISTS:
        held, ids = tree.get(table), gone.get(target)
        if not ids or not isinstance(held, dict):
            continue
        emptied = set()
        for name, entry in held.items():
            names = entry.get(field) if isinstance(entry, dict) else None
            if isinstance(names, list) and any(_names(each, ids) for each in names):
                entry[field] = [each for each in names if not _names(each, ids)]
                emptied |= {name} if needs_one and not entry[field] else set()
            elif isinstance(names, dict):
                entry[field] = {each: value for each, value in names.items() if each not in ids}
        again = _drop(tree, table, emptied, gone) or again
    return again


def _drop(tree: Tree, table: str, names: set[str], gone: Gone) -> bool:
    if names:
        tree[table] = {name: each for name, each in tree[table].items() if name not in names}
        gone.setdefault(table, set()).update(names)
    return bool(names)


def _entries(tree: Tree, table: str) -> list[Tree]:
    held = tree.get(table)
    return [each for each in held.values() if isinstance(each, dict)] if isinstance(held, dict) else []


def _names(value: Any, ids: set[str] | None) -> bool:
    """Whether a field, plain or with its source, names one of the ids."""
    plain = value.get("value") if isinstance(value, dict) else value
    return isinstance(plain, str) and plain in (ids or ())
