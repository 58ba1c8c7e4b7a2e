"""Turning points: the turns in which a firm's lead over the best of the others moved most, each with its cause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.telling.weights import LEAST_WEIGHT, weight_of

if TYPE_CHECKING:
    from agents.view import News
    from game.session import Session
    from game.telling.seat import Seat

MOST = 8


@dataclass(frozen=True, slots=True)
class Moment:
    """`by` is the change of the lead in points of the score (or of the level's goal, in its unit)."""

    turn: int
    month: int
    by: float
    place_before: int
    place: int
    cause: News | None
    lit_h100e: float
    """Compute of its own that began to run in the turn (negative: went dark)."""


def standings(session: Session) -> list[dict[str, tuple[float, int]]]:
    """Score and place of every seat at the end of each finished turn."""
    from game.record import COLUMNS

    at = {column.name: place for place, column in enumerate(COLUMNS)}
    seats = set(session.resolved.level.seats)
    months: list[tuple[object, dict[str, tuple[float, int]]]] = []
    for row in session.race.recorder.rows:
        if not months or months[-1][0] != row[at["month"]]:
            months.append((row[at["month"]], {}))
        if row[at["firm"]] in seats:
            months[-1][1][str(row[at["firm"]])] = (float(row[at["score"]]), int(row[at["rank"]]))
    span, played = session.resolved.level.months_per_turn, len(months) - 1
    ends = [min(turn * span, played) for turn in range(1, -(-played // span) + 1)]
    return [months[end][1] for end in ends]


def _online(session: Session, firm: str) -> dict[int, float]:
    """A firm's H100e online by month."""
    from game.record import COLUMNS

    at = {column.name: place for place, column in enumerate(COLUMNS)}
    months = sorted({row[at["month"]] for row in session.race.recorder.rows}, key=str)
    number = {month: place for place, month in enumerate(months)}
    return {
        number[row[at["month"]]]: float(row[at["h100e_online"]])
        for row in session.race.recorder.rows
        if row[at["firm"]] == firm
    }


def leads(session: Session, firm: str) -> list[float]:
    """By how much a firm is ahead of the best other seat (or its own result, alone) after each turn; more is better."""
    goal = session.resolved.level.goal
    sign = -1.0 if goal is not None and goal.least else 1.0
    found = []
    for standing in standings(session):
        own = sign * standing.get(firm, (0.0, 0))[0]
        others = [sign * score for seat, (score, _) in standing.items() if seat != firm]
        found.append(own - max(others) if others else own)
    return found


def moments(session: Session, firm: str, most: int = MOST) -> list[Moment]:
    """The largest changes of the lead, in the order in which they came."""
    ahead, placed = leads(session, firm), standings(session)
    span, online = session.resolved.level.months_per_turn, _online(session, firm)
    found = []
    for turn in range(2, len(ahead) + 1):
        by = ahead[turn - 1] - ahead[turn - 2]
        if abs(by) < 1e-6:
            continue
        before, now = placed[turn - 2].get(firm, (0.0, 0))[1], placed[turn - 1].get(firm, (0.0, 0))[1]
        lit = online.get(turn * span, 0.0) - online.get((turn - 1) * span, 0.0)
        found.append(Moment(turn, turn * span, by, before, now, _cause(session, firm, (turn - 1) * span, by), lit))
    found.sort(key=lambda moment: (-abs(moment.by), moment.turn))
    return sorted(found[:most], key=lambda moment: moment.turn)


def _cause(session: Session, firm: str, since: int, by: float) -> News | None:
    """The weightiest news of the turn: one's own that fits the direction, else what lifted or hurt a rival."""
    span = session.resolved.level.months_per_turn
    seats = session.resolved.level.seats
    items = [item for item in session.news() if since < item.month <= since + span and weight_of(item) >= LEAST_WEIGHT]
    own = [item for item in items if item.firm == firm]
    others = [item for item in items if item.firm != firm and item.firm in seats and item.tone * by < 0]
    fitting = [item for item in own if item.tone * by > 0]
    world = [item for item in items if not item.firm]
    neutral = [item for item in own if not item.tone]
    for group in (fitting, others, world, neutral):
        if group:
            return max(group, key=lambda item: (weight_of(item), -item.month))
    return None


def moment_words(seat: Seat, moment: Moment) -> str:
    """By how much the lead moved, and why."""
    say = seat.words.say
    by = f"{moment.by:+.1f}"
    if moment.cause is not None:
        cause = seat.words.news(moment.cause)
    elif moment.lit_h100e * moment.by > 0:
        cause = say("moment-lit", cards=moment.lit_h100e)
    else:
        cause = say("moment-slow")
    if len(seat.level.seats) == 1:
        return say("moment-alone", by=by, cause=cause)
    moved = moment.place != moment.place_before and moment.place and moment.place_before
    key = "moment-place" if moved else "moment-lead"
    return say(key, by=by, before=moment.place_before, place=moment.place, cause=cause)
