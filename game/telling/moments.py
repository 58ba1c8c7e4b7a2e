"""Turning points: the turns in which a firm's lead over the best of the others moved most, each with its cause."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.telling.goal import has_goal
from game.telling.motives import Why, in_words, why
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
    own: float
    """The change of the firm's own score: the rest of `by` is what the best of the others gained or lost."""
    rival: str
    """The best other at the end of the turn; empty for a seat alone."""
    rival_before: str = ""
    """The best other at its beginning."""

    @property
    def gained(self) -> float:
        """What the mover's score gained in the turn."""
        return self.own if self.is_own else self.own - self.by

    @property
    def is_own(self) -> bool:
        """Whether the firm's own change was the larger part."""
        return not self.rival or abs(self.own) >= abs(self.own - self.by)


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


@dataclass(frozen=True, slots=True)
class Lead:
    """A firm's score, more being better, and the best other seat with its score (none: a seat alone)."""

    own: float
    rival: str
    best: float

    @property
    def by(self) -> float:
        return self.own - self.best


def leads(session: Session, firm: str) -> list[Lead]:
    """By how much a firm is ahead of the best other seat (or its own result, alone) after each turn."""
    goal = session.resolved.level.goal
    sign = -1.0 if goal is not None and goal.least else 1.0
    found = []
    for standing in standings(session):
        others = [(sign * score, seat) for seat, (score, _) in standing.items() if seat != firm]
        best, rival = max(others, default=(0.0, ""))
        found.append(Lead(sign * standing.get(firm, (0.0, 0))[0], rival, best))
    return found


def moments(session: Session, firm: str, most: int = MOST) -> list[Moment]:
    """The largest gains and the largest losses of the lead, as many of each as there are, in the order they came."""
    ahead, placed = leads(session, firm), standings(session)
    span, online = session.resolved.level.months_per_turn, _online(session, firm)
    found = []
    for turn in range(2, len(ahead) + 1):
        then, now = ahead[turn - 2], ahead[turn - 1]
        if abs(now.by - then.by) < 1e-6:
            continue
        before, place = placed[turn - 2].get(firm, (0.0, 0))[1], placed[turn - 1].get(firm, (0.0, 0))[1]
        lit = online.get(turn * span, 0.0) - online.get((turn - 1) * span, 0.0)
        by, own = now.by - then.by, now.own - then.own
        moment = Moment(turn, turn * span, by, before, place, None, lit, own, now.rival, then.rival)
        found.append(replace(moment, cause=_cause(session, firm, moment)))
    found.sort(key=lambda moment: (-abs(moment.by), moment.turn))
    gains, losses = [each for each in found if each.by > 0], [each for each in found if each.by < 0]
    kept = max(most // 2, most - len(losses))
    chosen = gains[:kept]
    return sorted(chosen + losses[: most - len(chosen)], key=lambda moment: moment.turn)


def _cause(session: Session, firm: str, moment: Moment) -> News | None:
    """The weightiest news of the turn that fits: one's own, or first what lifted or hurt the best rival if it was
    the rival who moved. News of who was not the best other, before or after, moved no lead."""
    span = session.resolved.level.months_per_turn
    until, by = moment.month, moment.by
    items = [item for item in session.news() if until - span < item.month <= until and weight_of(item) >= LEAST_WEIGHT]
    own = [item for item in items if item.firm == firm]
    fitting = [item for item in own if item.tone * by > 0]
    rivals = {moment.rival, moment.rival_before} - {firm, ""}
    others = [item for item in items if item.firm in rivals and item.tone * by < 0]
    best = [item for item in others if item.firm == moment.rival]
    world = [item for item in items if not item.firm]
    neutral = [item for item in own if not item.tone]
    groups = (fitting, others, world, neutral) if moment.is_own else (best, others, fitting, world, neutral)
    for group in groups:
        if group:
            return max(group, key=lambda item: (weight_of(item), -item.month))
    return None


def moment_why(seat: Seat, moment: Moment) -> tuple[str, ...]:
    """The reasons of who made the moment, and of the order they were given with: in full, then ever shorter.

    The order that the news tell, or else the first that the mover's mind gave in the turn, if it gained: no order
    of its own explains a loss. Nothing while that is hidden, or where a person decided.
    """
    words, session = seat.words, seat.session
    deed = why(seat, moment.cause) if moment.cause is not None else None
    if deed is not None:
        return deed.lines(words)
    mover = seat.firm if moment.is_own else moment.rival
    told_openly = seat.knows_all and moment.gained > 0.0
    for advice in session.decided(mover, moment.turn) or () if told_openly else ():
        told = in_words(words, advice.reasons, openly=True)
        if told:
            firm, order = words.firm(mover), words.order(advice.order)
            return tuple(words.say("moment-why", firm=firm, order=order, why=line) for line in Why(told).lines(words))
    return ()


def moment_words(seat: Seat, moment: Moment) -> str:
    """By how much the lead moved, whose score moved it more, and why."""
    say, level = seat.words.say, seat.level
    if moment.cause is not None:
        cause = seat.words.news(moment.cause)
    elif moment.lit_h100e * moment.by > 0:
        cause = say("moment-lit", cards=moment.lit_h100e)
    else:
        cause = say("moment-slow")
    unit = say(f"goal-unit-{level.goal.of}") if level.goal is not None and has_goal(level) else say("goal-unit-score")
    if not moment.rival:
        return say("moment-alone", by=f"{moment.by:+.1f}", unit=unit, cause=cause)
    moved = moment.place != moment.place_before and moment.place and moment.place_before
    return say(
        "moment-place" if moved else "moment-lead",
        by=f"{moment.by:+.1f}",
        who=seat.words.firm(seat.firm if moment.is_own else moment.rival),
        part=f"{moment.gained:+.1f}",
        before=moment.place_before,
        place=moment.place,
        cause=cause,
    )
