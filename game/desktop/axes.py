"""Where ticks and labels go: round steps on an axis, labels moved apart until none overlap."""

from __future__ import annotations

import math
from collections.abc import Sequence


def nice_ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Round values from at or below `low` to at or above `high`, at most about `most` steps."""
    if not high > low:
        high = low + 1
    rough = (high - low) / max(1, most)
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [number * step for number in range(first, last + 1)]


def log_ticks(low: float, high: float) -> list[float]:
    """Powers of ten around positive values, thinned to at most seven."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    last = max(last, first + 1)
    step = math.ceil((last - first) / 6)
    return [10.0**power for power in range(first, last + step, step)]


def label_every(count: int, room: float, width: float) -> int:
    """Show one label in so many, so that labels of this width do not touch."""
    if count <= 1:
        return 1
    wanted = math.ceil(width * (count - 1) / max(1.0, room))
    return next((step for step in (1, 2, 3, 4, 6, 12, 24, 48) if step >= wanted), wanted)


def push_apart(wishes: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions near the wishes, at least `gap` apart, in the same order, between `low` and `high`.

    Neighbours that touch form a block, which lies at the mean of its wishes. If there is not room
    for all, they are spread evenly.
    """
    if not wishes:
        return []
    order = sorted(range(len(wishes)), key=lambda n: wishes[n])
    if gap * (len(wishes) - 1) >= high - low:
        even = (high - low) / max(1, len(wishes) - 1)
        placed = {number: low + even * place for place, number in enumerate(order)}
        return [placed[number] for number in range(len(wishes))]
    blocks: list[list[int]] = []
    tops: list[float] = []
    for number in order:
        block = [number]
        top = _block_top(block, wishes, gap, low, high)
        while blocks and tops[-1] + gap * len(blocks[-1]) > top:
            block = blocks.pop() + block
            tops.pop()
            top = _block_top(block, wishes, gap, low, high)
        blocks.append(block)
        tops.append(top)
    result = [0.0] * len(wishes)
    for block, top in zip(blocks, tops, strict=True):
        for place, number in enumerate(block):
            result[number] = top + gap * place
    return result


def _block_top(block: Sequence[int], wishes: Sequence[float], gap: float, low: float, high: float) -> float:
    mean = sum(wishes[number] - gap * place for place, number in enumerate(block)) / len(block)
    return min(max(mean, low), high - gap * (len(block) - 1))
