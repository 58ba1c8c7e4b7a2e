"""Games that take no time: rows and records made up from what was asked, for tests of what keeps them."""

from hashlib import blake2b
from typing import Any

import pytest

from game.lab import runner, solo
from game.lab.plan import Arm, Plan
from game.lab.seats import Asked
from game.lab.tables import GameRow, SeatScore, place_of
from game.record import COLUMNS

MONTHS = 3
FIRMS = ("openai", "xai")


def plan_of(records: bool = True, **more: Any) -> Plan:
    """A plan of two arms whose level is never made."""
    return Plan("quick", 1, records, [Arm({"a": "1"}, {}, name="one"), Arm({"a": "2"}, {}, name="two")], **more)


def play(resolved: Any, asked: Asked, *, records: bool = True, **_: Any) -> solo.Played:
    """What `solo.play` gives, at once; equal for equal questions."""
    digest = blake2b(f"{asked.seed} {asked.settings} {asked.minds}".encode(), digest_size=8).hexdigest()
    scores = tuple(
        SeatScore(firm, "steady", score, rank, dict.fromkeys(SCORED, score))
        for rank, (firm, score) in enumerate(
            ((each, int(digest[:4], 16) / 1e3 / n) for n, each in enumerate(FIRMS, 1)), 1
        )
    )
    row = GameRow(
        **place_of("quick", asked), winner=scores[0].firm, winners=(scores[0].firm,), turns=1, months=MONTHS,
        reason="end", digest=digest, scores=scores,
    )  # fmt: skip
    kept = [_record(asked, month, firm) for month in range(MONTHS) for firm in FIRMS] if records else []
    return solo.Played(row, kept, None, 0.0)  # type: ignore[arg-type]


def _record(asked: Asked, month: int, firm: str) -> tuple[Any, ...]:
    plain = {"int": asked.seed + month, "float": 0.5, "str": firm, "bool": False}
    own = {"game": asked.game, "seed": asked.seed, "firm": firm, "month": f"2024-{month + 10}"}
    return tuple(own.get(each.name, plain[each.kind]) for each in COLUMNS)


def use(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on games of this process take no time."""
    monkeypatch.setattr(solo, "play", play)
    monkeypatch.setattr(runner, "_resolved", lambda file, arm: None)


def _scored() -> tuple[str, ...]:
    from game.score import COMPONENTS

    return tuple(COMPONENTS)


SCORED = _scored()
