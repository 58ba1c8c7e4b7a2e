"""What nobody knows about a world: assumptions drawn from their ranges, so that forecasts carry their uncertainty.

A figure with low and high is drawn from the triangle over low, value and high; a fact without a range stands. Every
figure has its own draw, a hash of the seed and its path, so one more figure moves no other.
"""

import copy
import re
from math import sqrt
from typing import Any

from agents import chance
from levels import loader
from levels.leaves import Source
from levels.loader import LevelError, Resolved

DRAWN = re.compile(
    r"rules\.(?!score\.|turn\.|agi\.)|chips\.|foundries\.|memory\.|utilities\.|regions\.|investors\.|banks\.|promises\.|"
    r"firms\.[a-z0-9_]+\.(cash_usd|attrition|build_months|grant\.(ai_share|core_cash_flow_usd)|cloud\.(capex|core_cash)|"
    r"affiliate\.)"
)
"""Paths that are drawn. The counting rules, the minds and the stock-taking of the start (which cards stand where, who
rents what: parts that add up to known sums) are not."""
MOST_TRIES = 40


def triangular(low: float, mode: float, high: float, u: float) -> float:
    """The number below which a part `u` of the triangle over low, mode and high lies."""
    if high <= low:
        return mode
    peak = (mode - low) / (high - low)
    if u < peak:
        return low + sqrt(u * (high - low) * (mode - low))
    return high - sqrt((1.0 - u) * (high - low) * (high - mode))


def ranged(resolved: Resolved) -> dict[str, Source]:
    """The figures of a level that a draw changes, by path."""
    return {
        path: source
        for path, source in resolved.sources.items()
        if source.low is not None and source.high is not None and source.low < source.high and DRAWN.match(path)
    }


def draw(resolved: Resolved, seed: int) -> Resolved:
    """The level with every assumption drawn. A figure whose draw contradicts another keeps its own value."""
    tree = copy.deepcopy(resolved.tree)
    changed: dict[str, tuple[dict[str, Any], Any]] = {}
    for path, source in ranged(resolved).items():
        leaf = leaf_at(tree, path)
        if leaf is None:
            continue
        value = leaf["value"]
        assert source.low is not None
        assert source.high is not None
        drawn = triangular(source.low, float(value), source.high, chance.draw(seed, "prior", path, 0))
        changed[path] = (leaf, value)
        leaf["value"] = round(drawn) if isinstance(value, int) else drawn
    for _ in range(MOST_TRIES):
        try:
            return loader.from_tree(tree, resolved.name, resolved.origin)
        except LevelError as error:
            culprit = next((path for path in sorted(changed, key=len, reverse=True) if path in str(error)), None)
            if culprit is None:
                raise
            leaf, value = changed.pop(culprit)
            leaf["value"] = value
    return resolved


def leaf_at(tree: dict[str, Any], path: str) -> dict[str, Any] | None:
    holder: Any = tree
    for part in path.split("."):
        if isinstance(holder, list):
            holder = holder[int(part)] if part.isdecimal() and int(part) < len(holder) else None
        else:
            holder = holder.get(part) if isinstance(holder, dict) else None
    return holder if isinstance(holder, dict) and "value" in holder else None
