"""What has happened in a room, one value a fact, in the order in which it happened: all that the room knows follows."""

from typing import Literal

import msgspec
from msgspec import Struct

from agents.orders import AnyOrder

Orders = tuple[AnyOrder, ...]
Mode = Literal["captain", "vote"]
Rivals = Literal["hidden", "public", "open"]
Phase = Literal["lobby", "open", "paused", "closed", "over"]
About = Literal["winner", "goal", "binding", "level", "own"]
Kind = Literal["choice", "number", "words"]


class Event(Struct, frozen=True, tag_field="event", forbid_unknown_fields=True, omit_defaults=True):
    """Base of all events."""


class Opened(Event, frozen=True, tag="opened"):
    """A room for a level. `teacher` and `screen` are the secrets of console and projector."""

    format: int
    level: str
    seed: int
    seats: tuple[str, ...]
    code: str
    teacher: str
    screen: str


class Joined(Event, frozen=True, tag="joined"):
    """`token` is the hash of what the phone holds."""

    player: int
    name: str
    token: str
    seat: str


class Sat(Event, frozen=True, tag="sat"):
    player: int
    seat: str


class Kicked(Event, frozen=True, tag="kicked"):
    player: int


class Captained(Event, frozen=True, tag="captained"):
    player: int


class Handed(Event, frozen=True, tag="handed"):
    """A player's plan for a turn, in place of an earlier one."""

    player: int
    turn: int
    orders: Orders


class Withdrew(Event, frozen=True, tag="withdrew"):
    player: int
    turn: int


class Phased(Event, frozen=True, tag="phased"):
    phase: Phase


class Timed(Event, frozen=True, tag="timed"):
    """The turn's clock: `until` in seconds since 1970; 0 stops it with `left` seconds on it."""

    until: float
    left: float = 0.0


class Question(Struct, frozen=True, forbid_unknown_fields=True):
    """What the class is asked. `text` is the teacher's own; otherwise the words go by `about`."""

    number: int
    kind: Kind
    about: About
    turn: int
    text: str = ""
    choices: tuple[str, ...] = ()


class Asked(Event, frozen=True, tag="asked"):
    question: Question


class Hushed(Event, frozen=True, tag="hushed"):
    """No more answers to the question."""

    question: int


class Answered(Event, frozen=True, tag="answered"):
    player: int
    question: int
    value: str


class Shown(Event, frozen=True, tag="shown"):
    """Whether the projector shows the class's answers to a question."""

    question: int
    yes: bool


class Ruled(Event, frozen=True, tag="ruled"):
    """The teacher's settings. `seconds` a turn has, 0 for no clock."""

    mode: Mode = "captain"
    rivals: Rivals = "public"
    seconds: int = 0
    choosing: bool = True
    """Whether students may choose and change their seat before the first turn opens."""
    closing: bool = False
    """Whether a turn closes by itself when all teams have answered."""


class Manned(Event, frozen=True, tag="manned"):
    """A mind holds a seat, whoever sits there; "" gives it back."""

    seat: str
    mind: str


class Closed(Event, frozen=True, tag="closed"):
    """A turn's plans, before it is played. `missed` are teams that gave none, `minds` seats that a mind decided."""

    turn: int
    plans: dict[str, Orders]
    missed: tuple[str, ...] = ()
    minds: tuple[str, ...] = ()


class Played(Event, frozen=True, tag="played"):
    turn: int
    digest: str
    over: bool


class Undone(Event, frozen=True, tag="undone"):
    """The race stands again before this turn."""

    turn: int


AnyEvent = (
    Opened
    | Joined
    | Sat
    | Kicked
    | Captained
    | Handed
    | Withdrew
    | Phased
    | Timed
    | Asked
    | Hushed
    | Answered
    | Shown
    | Ruled
    | Manned
    | Closed
    | Played
    | Undone
)

decoder = msgspec.json.Decoder(AnyEvent)
encode = msgspec.json.encode
