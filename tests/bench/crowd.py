"""A world with as many firms as asked for: the sandbox's labs and lessors again and again, and markets to match.

`crowd(300)` is a level like any other: the sandbox's merged tree with further firms in it, read and checked by the
levels' loader. Each copy brings its sites, leases, ties and what is under way; what the world can make, connect, lend
and buy grows with the number of firms, so that a firm has as much to do in a large world as in a small one.
By hand: `python -m tests.bench.crowd FIRMS MONTHS` plays one and tells what became of it.
"""

import copy
import json
import sys
from typing import Any

from game.race import Race
from levels import loader, pruning

BASE = "sandbox"
KINDS = (
    "openai", "microsoft_core", "xai", "coreweave", "anthropic", "oracle",
    "microsoft", "amazon", "google", "google_core", "meta", "meta_core",
)  # fmt: skip
"""Labs and lessors in turn, a parent's core before its division; further firms are copies in the same order."""
OWN_LISTS = ("leases", "ties", "promises", "projects", "arrivals", "claims", "announced")
"""What firms and sites have begun, which every copy begins too."""
NAMES = ("firm", "operator", "user", "lab", "partner", "parent", "of", "site")
"""Fields that name a firm or a site of the same copy."""
LEFT_OUT = ("events", "giants", "shows", "term_sheets", "bookings", "startups")
"""What speaks of one firm by name, once."""
WORLD = (
    "foundries.*.committed.*.wafers", "foundries.*.logic.*.wafers", "memory.*.stacks_per_month",
    "memory.*.committed.*.stacks", "makers.*.outside_orders",
    "utilities.*.available_kw", "utilities.*.connect_kw_per_year", "utilities.*.queue_kw", "utilities.*.headroom_kw",
    "utilities.*.supply_kw_per_year", "investors.*.usd_per_quarter", "rules.capital.window_usd",
    "rules.capital.pool_reference_usd", "rules.capital.promise_usd", "rules.customers.pool_usd",
    "rules.customers.pool_ripe_usd", "rules.customers.pool_most_usd", "rules.customers.users_most",
    "rules.building.contractor_slots", "rules.building.place_demand_kw", "rules.power.turbine_pool_kw",
    "rules.queue.refurbished_kw", "rules.talent.pool_per_month",
)  # fmt: skip
"""Figures of the world that all firms share: so many times as large as there are worlds' worth of firms."""

Tree = dict[str, Any]


def crowd(firms: int, months: int = 24) -> loader.Resolved:
    """A level with so many labs and lessors."""
    tree = copy.deepcopy(loader.load(BASE).tree)
    for name in LEFT_OUT:
        tree[name] = {} if isinstance(tree.get(name), dict) else []
    tree["months"] = months
    _take_out(tree, [key for key in tree["firms"] if key not in KINDS])
    alone = copy.deepcopy(tree)
    for number in range(2, -(-firms // len(KINDS)) + 1):
        _add_copy(tree, alone, f"_{number}")
    kept = [f"{kind}{suffix}" for suffix in _suffixes(firms) for kind in KINDS][:firms]
    tree["firms"] = {key: tree["firms"][key] for key in kept + [k for k in tree["firms"] if k not in kept]}
    _take_out(tree, [key for key in tree["firms"] if key not in kept])
    for maker in tree["makers"].values():
        maker["loyalty"] = {}
    for path in WORLD:
        _grow(tree, path.split("."), firms / len(KINDS))
    # As a save would hold it: plain JSON.
    return loader.from_tree(json.loads(json.dumps(tree)), f"crowd_{firms}", "tests/bench/crowd.py")


def _suffixes(firms: int) -> list[str]:
    return [""] + [f"_{number}" for number in range(2, -(-firms // len(KINDS)) + 1)]


def _take_out(tree: Tree, keys: list[str]) -> None:
    for key in keys:
        del tree["firms"][key]
    pruning.prune(tree, {"firms": set(keys)})


def _add_copy(tree: Tree, alone: Tree, suffix: str) -> None:
    """Add all firms of a world without copies once more, under names of their own."""
    ids = {*alone["firms"], *alone["sites"]}
    for table in ("firms", "sites"):
        for key, entry in alone[table].items():
            tree[table][key + suffix] = _renamed(entry, ids, suffix)
    for firm in alone["firms"]:
        tree["firms"][firm + suffix].pop("silicon", None)
    for name in OWN_LISTS:
        tree[name] += [_renamed(entry, ids, suffix) for entry in alone[name]]
    for table, field in (("chips", "buyers"), ("investors", "backs"), ("investors", "woos")):
        for key, entry in alone[table].items():
            if entry.get(field):
                tree[table][key][field] = tree[table][key][field] + [each + suffix for each in entry[field]]


def _renamed(entry: Tree, ids: set[str], suffix: str) -> Tree:
    """An entry in which firms and sites are those of the copy."""
    return {
        name: value + suffix
        if name in NAMES and isinstance(value, str) and value in ids
        else _renamed(value, ids, suffix)
        if isinstance(value, dict)
        else copy.deepcopy(value)
        for name, value in entry.items()
    }


def _grow(node: Any, path: list[str], times: float) -> None:
    """Multiply a figure, and its range, wherever the path leads (`*` is every entry)."""
    step, rest = path[0], path[1:]
    keys = range(len(node)) if isinstance(node, list) else list(node)
    for key in keys if step == "*" else [step]:
        if rest:
            if not isinstance(node, dict) or key in node:
                _grow(node[key], rest, times)
        elif key in node:
            figure = node[key]
            if isinstance(figure, dict):
                for part in ("value", "low", "high"):
                    if part in figure:
                        figure[part] = type(figure[part])(figure[part] * times)
            else:
                node[key] = type(figure)(figure * times)


def main() -> None:
    firms, months = int(sys.argv[1]), int(sys.argv[2])
    race = Race(crowd(firms, months), 1)
    race.play_out()
    world = race.world
    print(
        f"{firms} firms, {race.month} months: {sum(f.alive for f in world.firms.values())} alive, "
        f"{len(world.sites)} sites, {len(world.books.entries)} entries, {len(world.news)} news, "
        f"{sum(f.compute.online for f in world.firms.values()):,} H100e online"
    )


if __name__ == "__main__":
    main()
