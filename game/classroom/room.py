"""A room, without any web: who sits where, what was handed in, the phases of a turn, questions and answers.

`apply` takes in what has happened and nothing else changes a room. Verbs check what somebody asks and return the events
that follow, or raise Denied; they change nothing themselves. Time is passed in, in seconds since 1970.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec import structs

from game.classroom import events as e
from game.classroom.names import check_name, is_rude
from game.classroom.secrets import as_code, hashed, is_same
from game.classroom.tally import tally
from game.classroom.trouble import Denied

FORMAT = 1
MOST_PLAYERS = 250
PATIENCE = 2
"""Turns that a team may miss before its firm's mind takes over."""
MOST_ANSWER = 80


@dataclass(slots=True)
class Player:
    """`plan` is what was handed in for the turn; None while nothing was."""

    number: int
    name: str
    token: str
    seat: str
    plan: e.Orders | None = None
    answers: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Team:
    """Those who steer a firm together. `missed` turns in a row; `mind` holds the seat if it is named."""

    seat: str
    captain: int = 0
    missed: int = 0
    mind: str = ""


@dataclass(slots=True)
class Chosen:
    """What counts as a team's plan: its orders with their votes, and whether it is an answer at all."""

    orders: e.Orders
    votes: tuple[int, ...] = ()
    answered: bool = True


class Room:
    def __init__(self, opened: e.Opened) -> None:
        self.opened = opened
        self.players: dict[int, Player] = {}
        self.by_token: dict[str, int] = {}
        self.teams = {seat: Team(seat) for seat in opened.seats}
        self.phase: e.Phase = "lobby"
        self.turn = 1
        """That is played or comes next."""
        self.rules = e.Ruled()
        self.until = 0.0
        """When the turn's clock runs out; 0 while it stands."""
        self.left = 0.0
        """Seconds on a clock that stands."""
        self.questions: dict[int, e.Question] = {}
        self.asking = 0
        """The question that may be answered now; 0 for none."""
        self.shown = set[int]()
        self.closed: list[e.Closed] = []
        self.waits_for: e.Closed | e.Undone | None = None
        """What the game under the room has still to do."""
        self.last_number = 0

    @classmethod
    def again(cls, found: Sequence[e.AnyEvent]) -> Room:
        """The room that these events made, `Opened` first."""
        opened = found[0]
        assert isinstance(opened, e.Opened)
        room = cls(opened)
        for event in found[1:]:
            room.apply(event)
        return room

    # --- what has happened -----------------------------------------------------------------------------

    def apply(self, event: e.AnyEvent) -> None:
        """Take an event in."""
        match event:
            case e.Joined():
                self.players[event.player] = Player(event.player, event.name, event.token, event.seat)
                self.by_token[event.token] = event.player
                self.last_number = max(self.last_number, event.player)
                self._find_captain(event.seat)
            case e.Sat():
                player = self.players[event.player]
                was, player.seat, player.plan = player.seat, event.seat, None
                self._find_captain(was)
                self._find_captain(event.seat)
            case e.Kicked():
                gone = self.players.pop(event.player)
                self.by_token.pop(gone.token, None)
                self._find_captain(gone.seat)
            case e.Captained():
                self.teams[self.players[event.player].seat].captain = event.player
            case e.Handed():
                if event.player in self.players and event.turn == self.turn:
                    self.players[event.player].plan = event.orders
            case e.Withdrew():
                if event.player in self.players:
                    self.players[event.player].plan = None
            case e.Phased():
                self.phase = event.phase
            case e.Timed():
                self.until, self.left = event.until, event.left
            case e.Asked():
                self.questions[event.question.number] = event.question
                self.asking = event.question.number
            case e.Hushed():
                self.asking = 0
            case e.Answered():
                if event.player in self.players:
                    self.players[event.player].answers[event.question] = event.value
            case e.Shown():
                (self.shown.add if event.yes else self.shown.discard)(event.question)
            case e.Ruled():
                self.rules = event
            case e.Manned():
                self.teams[event.seat].mind = event.mind
            case e.Closed():
                self._close(event)
            case e.Played():
                self.waits_for = None
                self.turn, self.phase = event.turn + 1, "over" if event.over else "closed"
                self._forget_plans()
            case e.Undone():
                self.closed = [closed for closed in self.closed if closed.turn < event.turn]
                self.turn, self.phase, self.waits_for = event.turn, "closed", event
                self.until = self.left = 0.0
                for team in self.teams.values():
                    team.missed = 0
                self._forget_plans()

    def _close(self, event: e.Closed) -> None:
        self.phase, self.waits_for = "closed", event
        self.until = self.left = 0.0
        self.closed.append(event)
        for team in self.teams.values():
            if team.seat in event.missed:
                team.missed += 1
            elif team.seat not in event.minds:
                team.missed = 0

    def _forget_plans(self) -> None:
        for player in self.players.values():
            player.plan = None

    def _find_captain(self, seat: str) -> None:
        """The captain stays; where there is none who was first is it."""
        team = self.teams.get(seat)
        if team is None:
            return
        members = [player.number for player in self.members(seat)]
        if team.captain not in members:
            team.captain = members[0] if members else 0

    # --- what there is ---------------------------------------------------------------------------------

    def members(self, seat: str) -> list[Player]:
        """In the order in which they came."""
        return [player for player in list(self.players.values()) if player.seat == seat]

    def player_of(self, token: str) -> Player | None:
        """Who holds a token, if anybody does."""
        number = self.by_token.get(hashed(token)) if token else None
        return self.players.get(number) if number is not None else None

    def is_silent(self, seat: str) -> bool:
        """Whether a mind decides for a seat unless its team answers."""
        team = self.teams[seat]
        return bool(team.mind) or not self.members(seat) or team.missed >= PATIENCE

    def chosen(self, seat: str) -> Chosen:
        """What counts as the team's plan, as it stands."""
        team, members = self.teams[seat], self.members(seat)
        ballots = [player.plan for player in members if player.plan is not None]
        captain = self.players.get(team.captain)
        if self.rules.mode == "captain" and captain is not None and captain.plan is not None:
            return Chosen(captain.plan)
        if not ballots or team.mind:
            return Chosen((), answered=False)
        ranked = tally(ballots)
        return Chosen(tuple(order for order, _ in ranked), tuple(votes for _, votes in ranked))

    def has_answered(self, seat: str) -> bool:
        """Whether a team is done: its captain, or all of its members where they vote."""
        members = self.members(seat)
        if not members or self.teams[seat].mind:
            return True
        if self.rules.mode == "captain":
            captain = self.players.get(self.teams[seat].captain)
            return captain is not None and captain.plan is not None
        return all(player.plan is not None for player in members)

    def waiting(self) -> list[str]:
        """Teams that are not done yet."""
        return [seat for seat in self.teams if not self.has_answered(seat)]

    def seconds_left(self, now: float) -> float | None:
        """On the turn's clock; None if there is none."""
        if self.until:
            return max(0.0, self.until - now)
        return self.left or None

    # --- what students ask -----------------------------------------------------------------------------

    def join(self, code: str, name: str, seat: str, token: str) -> list[e.AnyEvent]:
        """A new player; without a seat, or once seats are dealt, the smallest team."""
        if not is_same(as_code(code), self.opened.code):
            raise Denied("room-code-wrong")
        if len(self.players) >= MOST_PLAYERS:
            raise Denied("room-full", most=MOST_PLAYERS)
        shown = check_name(name)
        taken = {player.name.casefold() for player in self.players.values()}
        if shown.casefold() in taken:
            raise Denied("room-name-taken")
        if not seat or not self.may_choose():
            seat = self.smallest_team()
        self._check_seat(seat)
        return [e.Joined(self.last_number + 1, shown, hashed(token), seat)]

    def smallest_team(self) -> str:
        """Where the next one is needed most; seats of minds only if there is no other."""
        order = list(self.teams)
        return min(order, key=lambda seat: (bool(self.teams[seat].mind), len(self.members(seat)), order.index(seat)))

    def may_choose(self) -> bool:
        """Whether students choose their seats: until the first turn opens, so that none sees a rival's books."""
        return self.rules.choosing and self.phase == "lobby" and self.turn == 1

    def sit(self, player: Player, seat: str) -> list[e.AnyEvent]:
        if not self.may_choose():
            raise Denied("room-seats-fixed")
        self._check_seat(seat)
        return [] if seat == player.seat else [e.Sat(player.number, seat)]

    def _check_seat(self, seat: str) -> None:
        if seat not in self.teams:
            raise Denied("room-seat-none")

    def may_hand(self, player: Player) -> None:
        """Raises Denied while no plan is taken."""
        if self.phase != "open":
            raise Denied("room-not-open")
        if self.teams[player.seat].mind:
            raise Denied("room-seat-minded")

    def hand(self, player: Player, orders: e.Orders) -> list[e.AnyEvent]:
        self.may_hand(player)
        return [e.Handed(player.number, self.turn, orders)]

    def withdraw(self, player: Player) -> list[e.AnyEvent]:
        self.may_hand(player)
        return [e.Withdrew(player.number, self.turn)] if player.plan is not None else []

    def answer(self, player: Player, number: int, value: str) -> list[e.AnyEvent]:
        question = self.questions.get(number)
        if question is None or number != self.asking:
            raise Denied("room-question-over")
        said = " ".join(value.split())
        if not said or len(said) > MOST_ANSWER:
            raise Denied("room-answer-empty")
        if question.kind == "choice" and said not in question.choices:
            raise Denied("room-answer-none")
        if question.kind == "number":
            said = _number(said)
        elif question.kind == "words" and is_rude(said):
            raise Denied("room-answer-rude")
        return [] if player.answers.get(number) == said else [e.Answered(player.number, number, said)]

    # --- what the teacher asks -------------------------------------------------------------------------

    def rule(self, **changes: object) -> list[e.AnyEvent]:
        ruled = structs.replace(self.rules, **{name: value for name, value in changes.items() if value is not None})
        return [] if ruled == self.rules else [ruled]

    def open_turn(self, now: float) -> list[e.AnyEvent]:
        if self.phase not in ("lobby", "closed") or self.waits_for is not None:
            raise Denied("room-cannot-open")
        found: list[e.AnyEvent] = [e.Phased("open")]
        if self.rules.seconds:
            found.append(e.Timed(now + self.rules.seconds))
        return found

    def pause(self, now: float) -> list[e.AnyEvent]:
        if self.phase != "open":
            raise Denied("room-not-open")
        return [e.Phased("paused"), *self._stopped(now)]

    def resume(self, now: float) -> list[e.AnyEvent]:
        if self.phase != "paused":
            raise Denied("room-not-paused")
        return [e.Phased("open"), *self._started(now)]

    def stop_clock(self, now: float) -> list[e.AnyEvent]:
        return self._stopped(now)

    def start_clock(self, now: float) -> list[e.AnyEvent]:
        if self.phase != "open":
            raise Denied("room-not-open")
        return self._started(now) if self.left else [e.Timed(now + (self.rules.seconds or 120))]

    def _stopped(self, now: float) -> list[e.AnyEvent]:
        return [e.Timed(0.0, max(1.0, self.until - now))] if self.until else []

    def _started(self, now: float) -> list[e.AnyEvent]:
        return [e.Timed(now + self.left)] if self.left else []

    def extend(self, seconds: int, now: float) -> list[e.AnyEvent]:
        if self.phase not in ("open", "paused"):
            raise Denied("room-not-open")
        if self.until or self.phase == "open":
            return [e.Timed(max(now + 5, (self.until or now) + seconds))]
        return [e.Timed(0.0, max(5.0, self.left + seconds))]

    def is_out_of_time(self, now: float) -> bool:
        return self.phase == "open" and bool(self.until) and now >= self.until

    def may_close(self, *, force: bool) -> None:
        """Raises Denied if the turn cannot be played now."""
        if self.phase not in ("open", "paused"):
            raise Denied("room-not-open")
        waiting = self.waiting()
        if waiting and not force:
            raise Denied("room-still-waiting", teams=len(waiting))

    def ask(self, question: e.Question) -> list[e.AnyEvent]:
        return [e.Asked(structs.replace(question, number=max(self.questions, default=0) + 1, turn=self.turn))]

    def hush(self) -> list[e.AnyEvent]:
        return [e.Hushed(self.asking)] if self.asking else []

    def show(self, number: int, *, yes: bool) -> list[e.AnyEvent]:
        if number not in self.questions:
            raise Denied("room-question-over")
        return [] if (number in self.shown) is yes else [e.Shown(number, yes)]

    def man(self, seat: str, mind: str) -> list[e.AnyEvent]:
        self._check_seat(seat)
        return [] if self.teams[seat].mind == mind else [e.Manned(seat, mind)]

    def find(self, number: int) -> Player:
        player = self.players.get(number)
        if player is None:
            raise Denied("room-player-gone")
        return player

    def move(self, number: int, seat: str) -> list[e.AnyEvent]:
        self._check_seat(seat)
        return [] if self.find(number).seat == seat else [e.Sat(number, seat)]

    def kick(self, number: int) -> list[e.AnyEvent]:
        return [e.Kicked(self.find(number).number)]

    def make_captain(self, number: int) -> list[e.AnyEvent]:
        return [e.Captained(self.find(number).number)]

    def undo(self, turn: int) -> list[e.AnyEvent]:
        if self.waits_for is not None or not 1 <= turn < self.turn:
            raise Denied("room-undo-none")
        return [e.Undone(turn)]

    def end(self) -> list[e.AnyEvent]:
        if self.phase == "over" or self.waits_for is not None:
            raise Denied("room-cannot-end")
        return [e.Phased("over"), e.Timed(0.0)]


def _number(said: str) -> str:
    try:
        value = float(said.replace(",", "").replace("−", "-"))
    except ValueError as error:
        raise Denied("room-answer-number") from error
    if not abs(value) < 1e15:
        raise Denied("room-answer-number")
    return f"{value:.12g}"


def answers_to(room: Room, number: int) -> list[tuple[Player, str]]:
    """Who said what to a question."""
    return [(player, player.answers[number]) for player in list(room.players.values()) if number in player.answers]
