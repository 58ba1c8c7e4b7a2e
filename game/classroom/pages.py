"""What pages are told of the room: its state for everybody, a player's own part, and the teacher's console."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, to_builtins

from assets import names_in, read_text
from assets.text import Texts
from game.classroom import questions
from game.classroom.room import answers_to
from game.classroom.tally import tally

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from game.classroom.events import Closed
    from game.classroom.game import Game
    from game.classroom.host import Host
    from game.classroom.room import Player, Room
    from game.classroom.screen import WhatIf


class TeamView(Struct, frozen=True):
    """`state`: done, waits, mind (a mind decides) or gone."""

    seat: str
    name: str
    colour: str
    members: int
    done: int
    state: str


class RoomView(Struct, frozen=True, tag_field="is", tag="room"):
    """What everybody in the room may know."""

    phase: str
    turn: int
    turns: int
    mode: str
    rivals: str
    choosing: bool
    """Whether students may choose their seats now."""
    players: int
    left: float | None
    """Seconds on the clock; it runs if `running`."""
    running: bool
    teams: tuple[TeamView, ...]
    question: questions.QuestionView | None
    answers: int
    stage: str
    busy: bool


class Voted(Struct, frozen=True):
    text: str
    icon: str
    votes: int


class Mine(Struct, frozen=True, tag_field="is", tag="mine"):
    """A player's own part."""

    name: str
    seat: str
    turn: int
    captain: str
    """Who leads the team; "" for oneself."""
    handed: Any
    """The plan that was handed in for this turn, or None."""
    members: tuple[tuple[str, bool, bool], ...]
    """Name, whether it leads, whether it has handed in."""
    votes: tuple[Voted, ...]
    missed: int
    minded: bool
    predictions: tuple[tuple[str, str, str, bool | None], ...]
    answered: str
    """What was said to the question that is open."""


class PlayerLine(Struct, frozen=True):
    number: int
    name: str
    seat: str
    captain: bool
    done: bool
    online: bool


class TurnLine(Struct, frozen=True):
    """A finished turn: by seat its orders in words, and how they came about."""

    turn: int
    plans: tuple[tuple[str, str, str, tuple[str, ...], str], ...]
    """Seat, name, colour, orders, and "team", "mind" or "missed"."""


class QuestionLine(Struct, frozen=True):
    spread: questions.Spread
    shown: bool
    open: bool
    words: tuple[tuple[str, str], ...]
    """Name and answer, of questions in one's own words."""


class Console(Struct, frozen=True, tag_field="is", tag="console"):
    """What only the teacher sees."""

    code: str
    address: str
    addresses: tuple[str, ...]
    screen: str
    seconds: int
    choosing: bool
    """The teacher's setting."""
    closing: bool
    players: tuple[PlayerLine, ...]
    minds: tuple[tuple[str, str], ...]
    manned: tuple[tuple[str, str], ...]
    turns: tuple[TurnLine, ...]
    questions: tuple[QuestionLine, ...]
    whatif: WhatIf | None


@cache
def texts(language: str) -> Texts:
    """Texts for the loop's thread."""
    return Texts(language)


KEY = re.compile(r"^([a-z][\w-]*) =", re.MULTILINE)
REUSED = (
    "plan-title", "plan-initiative", "plan-cash", "plan-empty", "plan-advisor", "quote-ready", "quote-fill", "bar-turn",
    "months", "guidance-down", "guidance-flat", "guidance-up", "desk-empty", "report-quiet", "advice-none",
    "look-title", "moment-none",
)  # fmt: skip
"""Texts of the window that pages say too."""


@cache
def said(language: str) -> dict[str, str]:
    """The words that pages say themselves, by key; what stands in braces they fill in."""
    book = Texts(language)
    keys = [*KEY.findall(read_text("texts/en/classroom.ftl")), *REUSED]
    sources = "".join(read_text(f"texts/{language}/{name}.ftl") for name in names_in(f"texts/{language}", ".ftl"))
    found = {}
    for key in keys:
        part = re.search(rf"^{key} =(.*(?:\n[ }}].*)*)", sources, re.MULTILINE)
        names = re.findall(r"\$(\w+)", part[1]) if part is not None else []
        found[key] = book.say(key, **{name: f"{{{name}}}" for name in names})
    return found


def room_view(host: Host, language: str, now: float) -> RoomView:
    room, words = host.room, host.words(language)
    teams = []
    for seat in room.teams:
        members = room.members(seat)
        done = sum(player.plan is not None for player in members)
        if room.teams[seat].mind or not members:
            state = "mind"
        else:
            state = "done" if room.has_answered(seat) else "waits"
        teams.append(TeamView(seat, words.firm(seat), words.colour(seat), len(members), done, state))
    question = room.questions.get(room.asking)
    return RoomView(
        phase=room.phase,
        turn=min(room.turn, host.turns),
        turns=host.turns,
        mode=room.rules.mode,
        rivals=room.rules.rivals,
        choosing=room.may_choose(),
        players=len(room.players),
        left=room.seconds_left(now),
        running=bool(room.until),
        teams=tuple(teams),
        question=questions.view(question, host.game, words) if question is not None else None,
        answers=sum(room.asking in player.answers for player in room.players.values()) if room.asking else 0,
        stage=host.stage,
        busy=host.busy,
    )


class TeamPart(Struct, frozen=True):
    """What all of a team hear of each other, in one language."""

    members: tuple[tuple[str, bool, bool], ...]
    votes: tuple[Voted, ...]


def mine_data(room: Room, game: Game, asked: Sequence[tuple[int, str]]) -> dict[tuple[int, str], bytes]:
    """The parts of several players, encoded; what a team has in common is made once."""
    parts: dict[tuple[str, str], TeamPart] = {}
    found = {}
    for number, language in asked:
        player = room.players.get(number)
        if player is None:
            continue
        key = (player.seat, language)
        if key not in parts:
            parts[key] = _team_part(room, game, *key)
        found[number, language] = msgspec.json.encode(_mine(room, game, player, language, parts[key]))
    return found


def _team_part(room: Room, game: Game, seat: str, language: str) -> TeamPart:
    words, members = game.seat(seat, language).words, room.members(seat)
    captain = room.teams[seat].captain
    ranked = tally([each.plan for each in members if each.plan is not None])
    return TeamPart(
        tuple((each.name, each.number == captain, each.plan is not None) for each in members),
        tuple(Voted(words.order(order), words.order_icon(order), votes) for order, votes in ranked),
    )


def _mine(room: Room, game: Game, player: Player, language: str, part: TeamPart) -> Mine:
    words = game.seat(player.seat, language).words
    team = room.teams[player.seat]
    captain = room.players.get(team.captain)
    return Mine(
        name=player.name,
        seat=player.seat,
        turn=room.turn,
        captain="" if captain is None or captain is player else captain.name,
        handed=None if player.plan is None else to_builtins(player.plan),
        members=part.members,
        votes=part.votes,
        missed=team.missed,
        minded=bool(team.mind),
        predictions=tuple(questions.own(room, game, player, words)),
        answered=player.answers.get(room.asking, ""),
    )


def console_data(host: Host, language: str) -> bytes:
    """The teacher's console, encoded."""
    return msgspec.json.encode(_console(host, language))


def _console(host: Host, language: str) -> Console:
    room, game = host.room, host.game
    words = game.seat(game.seats[0], language).words
    online = {client.player for client in list(host.clients)}
    players = tuple(
        PlayerLine(
            player.number,
            player.name,
            player.seat,
            room.teams[player.seat].captain == player.number,
            player.plan is not None,
            player.number in online,
        )
        for player in list(room.players.values())
    )
    asked = []
    for number in sorted(room.questions, reverse=True):
        question = room.questions[number]
        own = [(player.name, said) for player, said in answers_to(room, number)]
        asked.append(
            QuestionLine(
                questions.spread(room, game, question, words),
                number in room.shown,
                number == room.asking,
                tuple(own) if question.kind == "words" else (),
            )
        )
    return Console(
        code=room.opened.code,
        address=host.address,
        addresses=host.addresses,
        screen=room.opened.screen,
        seconds=room.rules.seconds,
        choosing=room.rules.choosing,
        closing=room.rules.closing,
        players=players,
        minds=tuple((mind, _mind_name(words, mind)) for mind in game.minds()),
        manned=tuple((seat, team.mind) for seat, team in room.teams.items() if team.mind),
        turns=tuple(_turn(closed, game, language) for closed in reversed(room.closed) if closed.turn < room.turn),
        questions=tuple(asked),
        whatif=host.whatif,
    )


def _mind_name(words: Any, mind: str) -> str:
    key = f"rivals-{mind}"
    return str(words.say(key)) if words.texts.has(key) else mind.replace("_", " ")


def _turn(closed: Closed, game: Game, language: str) -> TurnLine:
    """Every plan in the words of its own seat, which knows its sites by name."""

    def how(seat: str) -> str:
        return "missed" if seat in closed.missed else "mind" if seat in closed.minds else "team"

    lines = []
    for seat, orders in closed.plans.items():
        words = game.seat(seat, language).words
        told = tuple(words.order(order) for order in orders)
        lines.append((seat, words.firm(seat), words.colour(seat), told, how(seat)))
    return TurnLine(closed.turn, tuple(lines))
