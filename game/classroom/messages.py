"""What pages may send, as closed types with bounds; whatever does not fit is not looked at further."""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from agents.orders import AnyOrder
from game.classroom.events import About, Kind, Mode, Rivals

MOST_BYTES = 16_384
"""Of one message."""
MOST_ORDERS = 12
LARGEST = 10**15
"""Largest number in an order: ten times the money of the world."""

Language = Literal["en", "ja"]
Token = Annotated[str, Meta(max_length=64)]
Short = Annotated[str, Meta(max_length=64)]
Name = Annotated[str, Meta(max_length=64)]
Answer = Annotated[str, Meta(max_length=120)]
Plan = Annotated[tuple[AnyOrder, ...], Meta(max_length=MOST_ORDERS)]
Count = Annotated[int, Meta(ge=0, le=10**9)]


class Message(Struct, frozen=True, tag_field="do", forbid_unknown_fields=True):
    """Base of what a page sends."""


class Hello(Message, frozen=True, tag="hello"):
    """A phone that has been here before shows its token."""

    token: Token = ""
    language: Language = "en"


class Join(Message, frozen=True, tag="join"):
    code: Short
    name: Name
    seat: Short = ""


class Sit(Message, frozen=True, tag="sit"):
    seat: Short


class Draft(Message, frozen=True, tag="draft"):
    """The plan in the making: what it takes, and what of it would be refused."""

    n: Count
    orders: Plan


class Ask(Message, frozen=True, tag="ask"):
    """What one more order would take after those planned, or in the place of one."""

    n: Count
    orders: Plan
    order: AnyOrder
    place: Annotated[int, Meta(ge=-1, le=MOST_ORDERS)] = -1


class Begin(Message, frozen=True, tag="begin"):
    """With which values the form of an option opens, after those planned."""

    n: Count
    orders: Plan
    kind: Short
    group: Short = ""


class Hand(Message, frozen=True, tag="hand"):
    """Hand the plan in."""

    n: Count
    orders: Plan


class Withdraw(Message, frozen=True, tag="withdraw"):
    pass


class Predict(Message, frozen=True, tag="predict"):
    question: Count
    value: Answer


class Speak(Message, frozen=True, tag="speak"):
    language: Language


FromStudent = Hello | Join | Sit | Draft | Ask | Begin | Hand | Withdraw | Predict | Speak


class Enter(Message, frozen=True, tag="enter"):
    """The teacher's console or the projector, by its secret."""

    secret: Token
    language: Language = "en"


class Set(Message, frozen=True, tag="set"):
    mode: Mode | None = None
    rivals: Rivals | None = None
    seconds: Annotated[int, Meta(ge=0, le=7200)] | None = None
    choosing: bool | None = None
    closing: bool | None = None


class Act(Message, frozen=True, tag="act"):
    """`open` a turn, `close` it when all have answered, `force` it, `pause`, `resume`, `stop` and `start` the clock,
    `end` the race, `hush` the question."""

    what: Literal["open", "close", "force", "pause", "resume", "stop", "start", "end", "hush"]


class Extend(Message, frozen=True, tag="extend"):
    seconds: Annotated[int, Meta(ge=-600, le=3600)]


class Question(Message, frozen=True, tag="question"):
    """Ask the class; `pause` stops the turn meanwhile."""

    about: About
    kind: Kind = "choice"
    text: Annotated[str, Meta(max_length=200)] = ""
    choices: Annotated[tuple[Annotated[str, Meta(max_length=60)], ...], Meta(max_length=6)] = ()
    pause: bool = False


class Show(Message, frozen=True, tag="show"):
    question: Count
    yes: bool


class Man(Message, frozen=True, tag="man"):
    seat: Short
    mind: Short


class Move(Message, frozen=True, tag="move"):
    player: Count
    seat: Short


class Kick(Message, frozen=True, tag="kick"):
    player: Count


class Captain(Message, frozen=True, tag="captain"):
    player: Count


class Undo(Message, frozen=True, tag="undo"):
    """Stand again before a finished turn."""

    turn: Count


class WhatIf(Message, frozen=True, tag="whatif"):
    """The race without one order of a finished turn, beside the race as it was."""

    seat: Short
    turn: Count
    place: Annotated[int, Meta(ge=0, le=MOST_ORDERS)]
    show: bool = False


class Stage(Message, frozen=True, tag="stage"):
    """What the projector shows."""

    page: Literal["join", "race", "answers", "turns", "debrief", "whatif"]


class Place(Message, frozen=True, tag="place"):
    """Which of the machine's addresses phones come to."""

    address: Short


class Wipe(Message, frozen=True, tag="wipe"):
    """Forget the room and all names, for good. `sure` is the room's code."""

    sure: Short


FromTeacher = (
    Enter
    | Set
    | Act
    | Extend
    | Question
    | Show
    | Man
    | Move
    | Kick
    | Captain
    | Undo
    | WhatIf
    | Stage
    | Place
    | Wipe
    | Speak
)
FromScreen = Enter | Speak

student = msgspec.json.Decoder(FromStudent, strict=True)
teacher = msgspec.json.Decoder(FromTeacher, strict=True)
screen = msgspec.json.Decoder(FromScreen, strict=True)


class Unfit(ValueError):  # noqa: N818 - it is an answer, not a fault
    """A message that is none."""


def read(decoder: "msgspec.json.Decoder[Any]", data: bytes) -> Any:
    """The message in some bytes. Raises Unfit."""
    if len(data) > MOST_BYTES:
        raise Unfit("too large")
    try:
        message = decoder.decode(data)
    except (msgspec.DecodeError, UnicodeError, RecursionError, ValueError, OverflowError) as error:
        raise Unfit("not a message of this room") from error
    for order in (*getattr(message, "orders", ()), *([message.order] if isinstance(message, Ask) else ())):
        for field in order.__struct_fields__:
            value = getattr(order, field)
            if isinstance(value, str) and len(value) > 64:
                raise Unfit("a word too long")
            if isinstance(value, int | float) and not abs(value) <= LARGEST:
                raise Unfit("a number too large")
    return message
