"""What must hold in every month of every game: the books balance, no stock is negative, every figure is finite."""

from math import inf

from agents.books import USD
from game.race import Race
from game.record import COLUMNS
from levels.loader import Resolved

SIGNED = {"cash_usd", "capex_usd", "equity_raised_usd", "arena_elo", "true_elo"}
"""Columns that may be negative. Refunds count as less capital spending; a rating is a difference."""
PLACE = {column.name: index for index, column in enumerate(COLUMNS)}


def faults_of_game(resolved: Resolved, seed: int, minds: dict[str, str] | None = None) -> list[str]:
    """Plays a game month by month and tells what was broken first; an empty list if nothing was."""
    race = Race(resolved, seed, minds or {})
    try:
        seen = 0
        while not race.over:
            plans = (
                [race.decide(firm.key) for firm in race.deciding() if firm.state.alive] if race.starts_turn() else []
            )
            cash = {key: race.world.books.held(USD, key) for key in race.recorded}
            race.hand_in(plans)
            race.step()
            found = [*race.world.books.faults(), *_rows(race, seen), *_cash(race, cash)]
            if found:
                return [f"seed {seed}, month {race.month}: {each}" for each in found]
            seen = len(race.recorder.rows)
        return []
    finally:
        race.dispose()


def _rows(race: Race, seen: int) -> list[str]:
    found = []
    for row in race.recorder.rows[seen:]:
        told = dict(zip(PLACE, row, strict=True))
        for column in COLUMNS:
            value = told[column.name]
            if isinstance(value, int | float):
                # A level's own goal, unlike the score of five components, can be missed by more than all.
                signed = column.name in SIGNED or (column.name == "score" and race.level.goal is not None)
                least = -inf if signed else 0
                if not (least <= value < inf and value > -inf):
                    found.append(f"{told['firm']}: {column.name} is {value}")
    return found


def _cash(race: Race, before: dict[str, int]) -> list[str]:
    """The month's flows explain the change of every firm's cash to the dollar."""
    found = []
    for key, old in before.items():
        new, net = race.world.books.held(USD, key), race.flows[key].net
        if new - old != net:
            found.append(f"{key}: cash moved by {new - old}, the flows say {net}")
    return found
