"""How fast the race is, how it grows, and Mesa's own example beside it; writes `docs/speed.md`.

By hand: `python -m tests.bench.speed [--rounds N] [--largest FIRMS] [--print]`. Everything is measured in time of the
processor, in rounds of one game, one run of the peer and one bare loop in turn, so that whatever else the machine does
falls on all of them alike; figures are medians. Phases are timed around their own calls in games of their own.
"""

import argparse
import gc
import os
import platform
import statistics
import subprocess
import sys
import time
import tracemalloc
import warnings
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from math import log
from pathlib import Path
from typing import Any

from mesa.examples.advanced.sugarscape_g1mt.model import SugarscapeG1mt

from game import trade
from game.race import Race
from levels import loader
from tests.bench.crowd import crowd

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "speed.md"
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
"""Calls of `Race.step`, in their order."""
CROWDS = (10, 30, 100, 300, 1000)
CROWD_MONTHS = 12
PEER_AGENTS = (50, 20)
"""The peer starts with so many traders and is timed until so many are left: they starve."""
LOOP = 300_000
WORKED = """
import sys, time
from game.race import Race
from levels import loader
resolved = loader.load(sys.argv[1])
Race(resolved, 0).play_out()
begun, wall = time.process_time(), time.perf_counter()
for seed in range(int(sys.argv[2]), int(sys.argv[3])):
    race = Race(resolved, seed)
    race.play_out()
    race.dispose()
print(time.process_time() - begun, time.perf_counter() - wall)
"""


def one_game(resolved: loader.Resolved, seed: int) -> tuple[float, int]:
    """Seconds of a whole game, opening included, and its months."""
    begun = time.process_time()
    race = Race(resolved, seed)
    race.play_out()
    spent, months = time.process_time() - begun, race.month
    race.dispose()
    return spent, months


def peer_run() -> tuple[float, int, int]:
    """Seconds, steps and agents summed over steps of one run of Sugarscape with trade."""
    model = SugarscapeG1mt(initial_population=PEER_AGENTS[0])
    steps = agents = 0
    begun = time.process_time()
    # Its trade calls itself and now and then runs out of stack: such a run ends there.
    with suppress(RecursionError):
        while len(model.agents) > PEER_AGENTS[1]:
            agents += len(model.agents)
            model.step()
            steps += 1
    return time.process_time() - begun, steps, agents


def loop_run() -> float:
    """Millions of steps a second of a bare loop of integer and dictionary work."""
    held: dict[int, int] = {}
    begun = time.process_time()
    for step in range(LOOP):
        held[step % 97] = held.get(step % 97, 0) + step * 3
    return LOOP / (time.process_time() - begun) / 1e6


def phases_us(games: int) -> dict[str, float]:
    """Microseconds a month by phase, minds deciding apart."""
    spent: dict[str, float] = {}
    months = 0

    def timed(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*given: Any, **named: Any) -> Any:
            begun = time.process_time()
            try:
                return call(*given, **named)
            finally:
                spent[name] = spent.get(name, 0.0) + time.process_time() - begun

        return wrapped

    resolved, settle = loader.load(LEVEL), trade.settle
    trade.settle = timed("trade", settle)
    try:
        for seed in range(1, games + 1):
            race: Any = Race(resolved, seed)
            for name in (*PHASES, "view", "decide"):
                setattr(race, name, timed(name.lstrip("_"), getattr(race, name)))
            race.play_out()
            months += race.month
            race.dispose()
    finally:
        trade.settle = settle
    spent["decide"] -= spent["view"]
    return {name: 1e6 * seconds / months for name, seconds in spent.items()}


def memory_mb(resolved: loader.Resolved) -> float:
    """What a finished game holds, its record and its books included, in MB."""
    gc.collect()
    tracemalloc.start()
    race = Race(resolved, 1)
    race.play_out()
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    race.dispose()
    return held / 1e6


def crowd_ms(firms: int, rounds: int) -> float:
    """Milliseconds a month of a world with so many firms; the median of the rounds."""
    resolved = crowd(firms, CROWD_MONTHS)
    found = []
    for seed in range(1, rounds + 1):
        race = Race(resolved, seed)
        gc.collect()
        begun = time.process_time()
        race.play_out()
        found.append(1000.0 * (time.process_time() - begun) / race.month)
        race.dispose()
    return statistics.median(found)


def two_workers(games: int) -> tuple[float, float]:
    """How many times one process two do the same games: by the clock, and by time of the processor.

    By the clock it is what this machine gives beside its other work; by time of the processor it is what two
    undisturbed cores would give, as the processes share nothing and only their own time counts.
    """

    def start(first: int, after: int) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", WORKED, LEVEL, str(first), str(after)]
        return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def told(process: "subprocess.Popen[str]") -> tuple[float, float]:
        out, _ = process.communicate()
        spent, wall = out.split()
        return float(spent), float(wall)

    half = games // 2
    alone = told(start(1, games + 1))
    pair = [start(1, half + 1), start(half + 1, games + 1)]
    both = [told(each) for each in pair]
    return alone[1] / max(wall for _, wall in both), alone[0] / max(spent for spent, _ in both)


def growth(costs: dict[int, float]) -> str:
    """How cost grows with the number of firms: the exponent between neighbours and over all."""
    sizes = list(costs)
    whole = log(costs[sizes[-1]] / costs[sizes[0]]) / log(sizes[-1] / sizes[0])
    tail = log(costs[sizes[-1]] / costs[sizes[-2]]) / log(sizes[-1] / sizes[-2])
    return (
        f"From {sizes[0]} to {sizes[-1]} firms cost grows with the power {whole:.2f} of their number, "
        f"from {sizes[-2]} to {sizes[-1]} with {tail:.2f}; 1 is in proportion."
    )


def measure(rounds: int, largest: int) -> str:
    """The measured part of the page."""
    warnings.filterwarnings("ignore", category=RuntimeWarning)
    resolved = loader.load(LEVEL)
    one_game(resolved, 0)
    peer_run()
    games, peers, loops, ratios, traders = [], [], [], [], []
    for seed in range(1, rounds + 1):
        spent, months = one_game(resolved, seed)
        peer_s, steps, agents = peer_run()
        games.append(spent / months)
        peers.append(peer_s / steps)
        traders.append(agents / steps)
        ratios.append(games[-1] / peers[-1])
        loops.append(loop_run())
    month_s, step_s = statistics.median(games), statistics.median(peers)
    spent_us = phases_us(max(2, rounds // 3))
    memory = memory_mb(resolved)
    sizes = [size for size in CROWDS if size <= largest]
    costs = {size: crowd_ms(size, 3 if size < 1000 else 2) for size in sizes}
    clock, cores = two_workers(max(8, rounds // 2 * 2))
    race = Race(resolved, 1)
    agents, months = len(race.agents), resolved.level.months
    race.dispose()
    load = os.getloadavg()[0]
    lines = [
        f"Measured by `python -m tests.bench.speed` in time of the processor, medians of {rounds} rounds, on one of "
        f"{os.cpu_count()} cores ({platform.machine()}), at a load of {load:.0f} from other work; "
        f"Python {platform.python_version()}, Mesa {version('mesa')}, msgspec {version('msgspec')}.",
        "",
        "| one core | |",
        "|---|---|",
        f"| `{LEVEL}`, {agents} agents, minds in all seats, record of every month | "
        f"{1 / month_s:.0f} months/s, {1e6 * month_s:,.0f} µs a month, {1 / month_s / months:.1f} games/s |",
        f"| Mesa's Sugarscape with trade beside it, {statistics.median(traders):.0f} agents | "
        f"{1 / step_s:.0f} steps/s, {1e6 * step_s:,.0f} µs a step |",
        f"| a month over a step, median of the pairs | {statistics.median(ratios):.2f} |",
        f"| a bare loop, to compare machines | {statistics.median(loops):.1f} million steps/s |",
        f"| a finished game in memory, record and books included | {memory:.1f} MB |",
        f"| two processes over one, by the clock; by time of the processor | {clock:.2f}; {cores:.2f} |",
        "",
        "| phase | µs a month |",
        "|---|---|",
        *[
            f"| {NAMES.get(name, name)} | {us:,.0f} |"
            for name, us in sorted(spent_us.items(), key=lambda each: -each[1])
        ],
        "",
        "| firms | ms a month | µs a month and firm |",
        "|---|---|---|",
        *[f"| {size:,} | {ms:,.1f} | {1000 * ms / size:,.0f} |" for size, ms in costs.items()],
        "",
        growth(costs),
    ]
    return "\n".join(lines)


NAMES = {
    "decide": "minds decide",
    "view": "views for minds",
    "take_orders": "orders are checked again and carried out",
    "clear_markets": "markets clear",
    "build": "cards arrive, works, queues, neighbours",
    "compute": "lighting, leases, compute, research",
    "trade": "trade: bills, customers, covenants",
    "record": "flows, valuations, scores, the record",
    "bring_news": "mood and news",
    "post_offers": "offers",
    "begin_month": "the month begins",
}
MARK = "<!-- measured -->"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--largest", type=int, default=CROWDS[-1], help="largest number of firms")
    parser.add_argument("--print", action="store_true", help="print, and leave docs/speed.md as it is")
    given = parser.parse_args()
    told = measure(given.rounds, given.largest)
    print(told)
    if not given.print:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(MARK)
        _, _, after = rest.partition(MARK)
        PAGE.write_text(f"{before}{MARK}\n{told}\n{MARK}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
