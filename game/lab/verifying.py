"""Plays games of a batch again, drawn at random, and compares how they ended: on this machine, with this Python."""

import random
from collections.abc import Callable
from pathlib import Path

import msgspec

from game.lab import identity, journal, pool, solo
from game.lab.plan import Plan
from game.lab.seats import Asked
from game.lab.tables import GameRow
from game.lab.trouble import LabError


class Compared(msgspec.Struct, frozen=True):
    """A game that was played again: its digests then and now, or the error of now."""

    game: int
    seed: int
    arm: str
    before: str
    now: str

    @property
    def differs(self) -> bool:
        return self.before != self.now


class _Piece(msgspec.Struct, frozen=True):
    plan: Plan
    row: GameRow


def verify(
    folder: Path, games: int, *, seed: int = 1, workers: int = 1, progress: Callable[[int, int], None] | None = None
) -> list[Compared]:
    """Play so many games again, or all if there are fewer. Raises LabError if they were played under other rules."""
    plan = journal.stored_plan(folder)
    if plan is None or not (folder / journal.JOURNAL_FILE).is_file():
        raise LabError(f"{folder}: holds no batch to verify")
    there, here = journal.head_of(folder).begun, identity.of(plan)
    if there.rules != here.rules:
        raise LabError(
            f"{folder}: holds games of other rules ({there.rules}, here {here.rules}); verify it with "
            f"the program that played them: {there.code}"
        )
    if there.minds != here.minds:
        raise LabError(f"{folder}: holds games of {identity.WORDS['minds']}; put it back to verify them")
    drawn = _drawn(folder, games, seed)
    pieces = [_Piece(_alone(plan, row), row) for row in drawn]
    found = dict(pool.each(_again, pieces, workers, progress or (lambda done, whole: None)))
    return [found[index] for index in range(len(pieces))]


def _drawn(folder: Path, games: int, seed: int) -> list[GameRow]:
    """A sample without replacement of one pass, in the order of games (reservoir sampling)."""
    dice = random.Random(seed)
    held: list[GameRow] = []
    for number, row in enumerate(row for row in journal.rows_in(folder) if not row.error):
        place = number if number < games else dice.randrange(number + 1)
        if number < games:
            held.append(row)
        elif place < games:
            held[place] = row
    if not held:
        raise LabError(f"{folder}: has no finished game yet")
    return sorted(held, key=lambda row: row.game)


def _alone(plan: Plan, row: GameRow) -> Plan:
    """The plan without the arms that the game has nothing to do with, small enough to send."""
    return msgspec.structs.replace(plan, arms=[plan.arms[plan.arm_of(row.game)]])


def _again(piece: _Piece) -> Compared:
    row = piece.row
    try:
        played = solo.play(piece.plan.resolved(0), Asked(row.game, row.seed, row.settings, row.minds), records=False)
        now = played.row.digest
    except Exception as error:
        now = f"{type(error).__name__}: {' '.join(str(error).split())}"
    return Compared(row.game, row.seed, row.arm, row.digest, now)


def show(found: list[Compared], folder: Path) -> None:
    """What was compared, in a line, and each game that differs."""
    from game.lab.console import console

    out = console()
    wrong = [each for each in found if each.differs]
    told = f"{len(wrong)} differ" if wrong else "all as they were"
    out.print(f"{folder}: {len(found)} game{'s' if len(found) != 1 else ''} played again: {told}", soft_wrap=True)
    for each in wrong:
        of_arm = f" ({each.arm})" if each.arm else ""
        out.print(f"game {each.game}, seed {each.seed}{of_arm}: was {each.before}, now {each.now}", soft_wrap=True)
