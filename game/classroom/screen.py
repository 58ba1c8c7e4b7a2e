"""What the projector shows. It is made from the race as the public knows it; of all plans only the one order of a
what-if is told, while the teacher shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import segno
from msgspec import Struct

from game.classroom import questions
from game.telling.goal import goal_line, has_goal
from game.telling.history import MEASURES, History
from game.telling.moments import moment_why, moment_words, moments, standings
from game.telling.ribbons import won
from game.telling.weights import weight_of
from levels.calendar import month_of
from levels.texts import key as text_key

if TYPE_CHECKING:
    from game.classroom.game import Game
    from game.classroom.room import Room

MOST_NEWS = 7
FLEET = {"order_cards", "lease_compute", "build_hall", "request_grid", "bring_turbines", "anchor_site", "bid_site"}
"""Orders by which a fleet grows."""
MOST_MOMENTS, MOST_IN_ALL, MOST_IN_DEBRIEF = 3, 10, 4


Stage = Literal["join", "race", "answers", "turns", "debrief", "whatif"]


class WhatIf(Struct, frozen=True):
    """The race without one order, beside the race as it was: by seat, name, colour, score then and now."""

    text: str
    firm: str
    turn: int
    month: str
    parts: str
    scores: tuple[tuple[str, str, str, str], ...]


class Series(Struct, frozen=True):
    firm: str
    name: str
    colour: str
    values: tuple[float | None, ...]


class Chart(Struct, frozen=True):
    """`shape`: how its numbers are written."""

    key: str
    name: str
    shape: str
    series: tuple[Series, ...]


class Told(Struct, frozen=True):
    text: str
    icon: str
    tone: str
    month: str
    firm: str
    colour: str
    why: str = ""
    """The reasons of who did it, as far as they may be known."""


class ScoreLine(Struct, frozen=True):
    firm: str
    name: str
    colour: str
    place: int
    total: str
    won: bool
    team: str


class Debrief(Struct, frozen=True):
    title: str
    reason: str
    scores: tuple[ScoreLine, ...]
    places: tuple[Series, ...]
    moments: tuple[Told, ...]
    largest: tuple[Told, ...]
    """The few of them that moved most."""
    ribbons: tuple[tuple[str, str, str], ...]
    question: str
    honest: str


class Screen(Struct, frozen=True, tag_field="is", tag="screen"):
    """The race for the whole room."""

    title: str
    goal: str
    objective: str
    turn: int
    turns: int
    month: str
    months: tuple[str, ...]
    charts: tuple[Chart, ...]
    first: str
    """The chart to begin with."""
    hidden: bool
    """Whether the teacher hides the firms' figures."""
    news: tuple[Told, ...]
    spreads: tuple[questions.Spread, ...]
    debrief: Debrief | None
    whatif: WhatIf | None
    code: str
    address: str
    qr: tuple[str, ...]
    """The way in, a row a string, "1" for dark. It holds the code, so it is no file that anybody may fetch."""


def screen(room: Room, game: Game, language: str, address: str = "", whatif: WhatIf | None = None) -> Screen:
    session, level = game.session, game.level
    seat = game.seat(game.seats[0], language)
    words = seat.words
    over = room.phase == "over"
    bare = over or room.rules.rivals == "open" or len(game.seats) == 1
    history = History(session, "", bare=bare)
    hidden = room.rules.rivals == "hidden" and not over and len(game.seats) > 1
    objective = text_key(level.text, "objective")
    return Screen(
        title=words.name(level.title),
        goal=goal_line(level, words.texts),
        objective=words.say(objective) if words.texts.has(objective) else "",
        turn=min(session.turn, session.turns_in_all),
        turns=session.turns_in_all,
        month=words.month(min(seat.view.month, level.months)),
        months=tuple(words.figures.short_month(month) for month in history.months),
        charts=() if hidden else tuple(_charts(game, history, words, bare=bare)),
        first="score" if bare and has_goal(level) else "elo" if _is_fixed(game) else "h100e",
        hidden=hidden,
        news=tuple(_news(game, words)),
        spreads=tuple(
            questions.spread(room, game, room.questions[number], words) for number in sorted(room.shown, reverse=True)
        ),
        debrief=_debrief(room, game, language) if over and session.turns else None,
        whatif=whatif,
        code=room.opened.code,
        address=address,
        qr=_qr(f"{address}/#{room.opened.code}"),
    )


def _qr(text: str) -> tuple[str, ...]:
    made = segno.make(text, error="m", micro=False)
    return tuple("".join(str(dark) for dark in row) for row in made.matrix_iter(border=4))


SHAPES = {"valuation": "money", "h100e": "cards", "elo": "whole", "revenue": "money", "users": "cards"}


def _charts(game: Game, history: History, words: Any, *, bare: bool) -> list[Chart]:
    firms = [key for key in game.level.seats if key in history.series["valuation"]]
    found = []
    for measure in MEASURES:
        series = tuple(
            Series(firm, words.firm(firm), words.colour(firm), tuple(history.series[measure].get(firm, ())))
            for firm in firms
        )
        found.append(Chart(measure, words.say(f"measure-{measure}"), SHAPES[measure], series))
    if bare:
        found.insert(0, _scores(game, words))
    return found


def _scores(game: Game, words: Any) -> Chart:
    """The score, or the goal's figure, by month; known only when the books are open."""
    from game.record import COLUMNS

    at = {column.name: place for place, column in enumerate(COLUMNS)}
    rows = game.session.race.recorder.rows
    series = tuple(
        Series(
            seat,
            words.firm(seat),
            words.colour(seat),
            tuple(float(row[at["score"]]) for row in rows if row[at["firm"]] == seat),
        )
        for seat in game.level.seats
    )
    name = words.say("room-goal" if has_goal(game.level) else "room-score")
    return Chart("score", name, "score", tuple(each for each in series if each.values))


def _is_fixed(game: Game) -> bool:
    """Whether the level leaves fleets as they are: such a race is told by ratings."""
    return bool(game.level.orders) and not FLEET & {kind.partition(".")[0] for kind in game.level.orders}


def _news(game: Game, words: Any) -> list[Told]:
    """What everybody knows of the last two turns, of seats and of the world: the weightiest, newest first."""
    level = game.level
    since = game.session.race.month - 2 * level.months_per_turn
    items = [item for item in game.session.news() if item.month >= since and item.firm in ("", *level.seats)]
    items.sort(key=lambda item: (-weight_of(item), not item.firm, -item.month))
    found = []
    for item in sorted(items[:MOST_NEWS], key=lambda item: -item.month):
        month = words.figures.short_month(month_of(item.month, level.start))
        tone = {-1: "bad", 0: "muted", 1: "good"}[item.tone]
        colour = words.colour(item.firm) if item.firm else ""
        found.append(Told(words.news(item), item.icon, tone, month, item.firm, colour))
    return found


def _debrief(room: Room, game: Game, language: str) -> Debrief:
    session, level = game.session, game.level
    words = game.seat(game.seats[0], language).words
    result, say = session.result(), words.say
    firm = words.firm
    if len(result.scores) == 1:
        seat = next(iter(result.scores))
        key = "done" if not result.targeted else "reached" if result.won(seat) else "missed"
        title = say(f"debrief-alone-{key}")
    elif len(result.winners) > 1:
        title = say("debrief-shared", firms=", ".join(firm(seat) for seat in result.winners))
    else:
        title = say("debrief-won", firm=firm(result.winner))
    scores = tuple(
        ScoreLine(
            seat,
            firm(seat),
            words.colour(seat),
            place,
            f"{each.total:.1f}",
            result.won(seat),
            ", ".join(player.name for player in room.members(seat)[:4]),
        )
        for place, (seat, each) in enumerate(result.scores.items(), 1)
    )
    ends = standings(session)
    places = tuple(
        Series(
            seat, firm(seat), words.colour(seat), tuple(float(end[seat][1]) if seat in end else None for end in ends)
        )
        for seat in level.seats
    )
    text = level.text
    return Debrief(
        title=title,
        reason=say(f"reason-{result.reason}") if session.over else "",
        scores=scores,
        places=places if len(places) > 1 else (),
        moments=tuple(_moments(game, language, MOST_IN_ALL)),
        largest=tuple(_moments(game, language, MOST_IN_DEBRIEF)),
        ribbons=tuple(
            (say(f"ribbon-{each.ribbon.key}"), firm(each.firm), words.colour(each.firm)) for each in won(session)
        ),
        question=say(text_key(text, "question")) if words.texts.has(text_key(text, "question")) else "",
        honest=say(text_key(text, "honest")) if words.texts.has(text_key(text, "honest")) else "",
    )


def _moments(game: Game, language: str, most: int) -> list[Told]:
    """The largest turning points of all seats, in the order in which they came."""
    found = []
    for seat in game.seats:
        eyes = game.seat(seat, language)
        for moment in moments(game.session, seat, MOST_MOMENTS):
            month = eyes.words.figures.short_month(month_of(moment.month, game.level.start))
            icon, tone = ("trending-up", "good") if moment.by > 0 else ("trending-down", "bad")
            why, firm, colour = moment_why(eyes, moment), eyes.words.firm(seat), eyes.words.colour(seat)
            told = Told(moment_words(eyes, moment), icon, tone, month, firm, colour, why[0] if why else "")
            found.append((abs(moment.by), moment.month, told))
    largest = sorted(found, key=lambda each: -each[0])[:most]
    return [told for _, _, told in sorted(largest, key=lambda each: each[1])]
