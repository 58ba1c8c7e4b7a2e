"""How fast the race runs on one core: games a second, months a second, milliseconds a month by phase.

By hand: `python tests/bench/months.py [GAMES]`. A bare loop of integer and dictionary work is timed beside it, so
that figures of different machines can be compared: the last line is months per million steps of that loop.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from game import trade
from game.race import Race
from levels import loader

LEVEL = "september_2024"
PHASES = (
    "_begin_month",
    "_take_orders",
    "_clear_markets",
    "_build",
    "_compute",
    "_record",
    "_bring_news",
    "_post_offers",
)
LOOP = 300_000


def calibrate() -> float:
    """Millions of steps a second of a bare loop; the best of five."""
    best = 0.0
    for _ in range(5):
        held: dict[int, int] = {}
        begun = time.perf_counter()
        for step in range(LOOP):
            held[step % 97] = held.get(step % 97, 0) + step * 3
        best = max(best, LOOP / (time.perf_counter() - begun) / 1e6)
    return best


def play(games: int) -> tuple[float, int]:
    """Seconds and months of so many whole games, construction included."""
    resolved = loader.load(LEVEL)
    months = 0
    begun = time.perf_counter()
    for seed in range(1, games + 1):
        race = Race(resolved, seed)
        race.play_out()
        months += race.month
        race.dispose()
    return time.perf_counter() - begun, months


def phases(games: int) -> dict[str, float]:
    """Milliseconds a month by phase, minds deciding included, each timed around its own call."""
    spent: dict[str, float] = {}
    months = 0

    def timed(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*given: Any, **named: Any) -> Any:
            begun = time.perf_counter()
            try:
                return call(*given, **named)
            finally:
                spent[name] = spent.get(name, 0.0) + time.perf_counter() - begun

        return wrapped

    resolved, settle = loader.load(LEVEL), trade.settle
    trade.settle = timed("trade", settle)
    try:
        for seed in range(1, games + 1):
            race: Any = Race(resolved, seed)
            for name in (*PHASES, "decide"):
                setattr(race, name, timed(name.lstrip("_"), getattr(race, name)))
            race.play_out()
            months += race.month
            race.dispose()
    finally:
        trade.settle = settle
    return {name: 1000 * seconds / months for name, seconds in spent.items()}


def main() -> None:
    games = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    play(1)
    speed = calibrate()
    seconds, months = play(games)
    print(f"{LEVEL}, {games} games, Python {sys.version.split()[0]}")
    print(
        f"{games / seconds:8.1f} games/s    {months / seconds:8.0f} months/s    {1000 * seconds / months:.3f} ms/month"
    )
    for name, spent in sorted(phases(max(1, games // 4)).items(), key=lambda item: -item[1]):
        print(f"  {spent:7.4f} ms  {name}")
    print(f"bare loop {speed:.1f} M steps/s; {months / seconds / speed:.0f} months per million steps")


if __name__ == "__main__":
    main()
