"""Messages that no page would send, and a room in this process that takes them."""

from __future__ import annotations

import asyncio
import json
import logging
import typing
from pathlib import Path
from typing import Any, Literal

from hypothesis import strategies as st

from agents.orders import DESKS
from game.classroom import events as e
from game.classroom import messages, pages, shelf
from game.classroom.host import Host
from game.classroom.hub import Client
from game.classroom.ledger import Ledger
from game.classroom.server import handle
from levels import loader

CODE = "wrong code"


class Deaf:
    """A socket that only takes."""

    async def send_text(self, text: str) -> None: ...


class Faults(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(self.format(record))


class Lab:
    """A room of the whole race with two players, one stranger and an open turn; nobody is connected by a wire."""

    def __init__(self, folder: Path) -> None:
        self.loop = asyncio.new_event_loop()
        self.faults = Faults()
        logging.getLogger("compute_race.classroom").addHandler(self.faults)
        self.loop.run_until_complete(self._open(folder))

    async def _open(self, folder: Path) -> None:
        room, game = shelf.begin(folder, loader.load("september_2024"), 1)
        self.host = Host(room, game, Ledger(folder / shelf.EVENTS), folder, ["http://127.0.0.1:1"])
        await self.host.start()
        for name, seat in (("Ada", "xai"), ("Bob", "openai")):
            await self.host.record(room.join(room.opened.code, name, seat, f"token of {name}"))
        await self.host.record(room.open_turn(0.0))
        await self.host.record(room.ask(e.Question(0, "words", "level", 0)))
        await self.host.record(room.hand(room.players[2], ()))

    def close(self) -> None:
        self.loop.run_until_complete(self.host.stop())
        self.loop.close()

    def client(self, player: int) -> Client:
        client = Client(Deaf(), "student", "test", 0.0)  # type: ignore[arg-type]
        client.player = player
        return client

    def state(self, *, without: int) -> str:
        """All that a student must not change: the race, the room's rules, and all other players."""
        room = self.host.room
        kept = {number: repr(player) for number, player in room.players.items() if number != without}
        teams = [(team.seat, team.missed, team.mind) for team in room.teams.values()]
        return repr(
            (
                self.host.game.session.race.digest(),
                self.host.game.session.turn,
                room.phase,
                room.turn,
                room.rules,
                room.questions,
                room.asking,
                teams,
                kept,
            )
        )

    def take(self, data: bytes, player: int) -> list[dict[str, Any]]:
        """Give the room a student's message; returns the answers."""
        client = self.client(player)
        self.host.guesses = type(self.host.guesses)(0.0)
        self.loop.run_until_complete(handle(self.host, client, messages.student, data))
        return [json.loads(reply) for reply in client._replies]


def check(lab: Lab, data: bytes, player: int) -> None:
    """A message has an answer that is none of a fault, and has changed nothing that is not the player's own."""
    before = lab.state(without=player)
    answers = lab.take(data, player)
    assert lab.faults.told == []
    assert lab.state(without=player) == before
    for answer in answers:
        assert answer.get("key") != "room-broke"
        said = json.dumps(answer)
        assert "Traceback" not in said
        assert lab.host.room.opened.teacher not in said
        if answer["is"] == "denied":
            assert answer["text"] == pages.texts("en").say(answer["key"], most=250) or answer["text"]


# --- what is sent --------------------------------------------------------------------------------------

NAMES = (
    "xai", "openai", "memphis", "xai_memphis", "h100", "gb200", "venture", "sovereign", "oracle", "stargate", "clean",
    "board", "packaging", "share", "data", "safety", "price_level", "gas_engines", "",
)  # fmt: skip
words = st.sampled_from(NAMES) | st.text(max_size=12)
whole = st.integers(-10, 10) | st.integers(-(10**6), 10**11) | st.integers(-(10**40), 10**40)
parts = st.floats(-2, 2) | st.floats(allow_nan=False, allow_infinity=False) | st.integers(-2, 3)
anything: Any = st.recursive(
    st.none() | st.booleans() | whole | parts | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=8,
)


def _value(hint: Any) -> Any:
    if typing.get_origin(hint) is Literal:
        return st.sampled_from(typing.get_args(hint)) | words
    made = {str: words, int: whole, float: parts, bool: st.booleans()}.get(hint, anything)
    return st.one_of(made, made, made, made, made, anything)


def _order(kind: Any) -> Any:
    hints = typing.get_type_hints(kind)
    fields = {name: _value(hints[name]) for name in kind.__struct_fields__}
    return st.fixed_dictionaries({"order": st.just(kind.__struct_config__.tag), **fields})


orders = st.one_of([_order(kind) for kind in DESKS])
plans = st.lists(orders, max_size=6) | anything
count = st.integers(0, 99) | whole
shaped = st.one_of(
    st.fixed_dictionaries({"do": st.just("draft"), "n": count, "orders": plans}),
    st.fixed_dictionaries({"do": st.just("hand"), "n": count, "orders": plans}),
    st.fixed_dictionaries({"do": st.just("ask"), "n": count, "orders": plans, "order": orders | anything}),
    st.fixed_dictionaries({"do": st.just("begin"), "n": count, "orders": plans, "kind": words, "group": words}),
    st.fixed_dictionaries({"do": st.just("predict"), "question": count, "value": st.text(max_size=99)}),
    st.fixed_dictionaries({"do": st.just("sit"), "seat": words}),
    st.fixed_dictionaries({"do": st.just("join"), "code": st.just(CODE), "name": st.text(max_size=40), "seat": words}),
    st.fixed_dictionaries({"do": st.just("hello"), "token": words, "language": words}),
    st.fixed_dictionaries({"do": st.just("withdraw")}),
    st.fixed_dictionaries({"do": st.sampled_from(["act", "kick", "wipe", "enter", "undo", "set"]), "what": anything}),
    st.dictionaries(words, anything, max_size=5),
    anything,
)
message = st.one_of(
    shaped.map(lambda made: json.dumps(made).encode()),
    shaped.map(lambda made: json.dumps(made).encode()),
    st.tuples(shaped, st.integers(0, 300), st.binary(max_size=3)).map(
        lambda made: (data := json.dumps(made[0]).encode())[: made[1]] + made[2] + data[made[1] :]
    ),
    st.binary(max_size=60),
    st.integers(1, 5000).map(lambda depth: b"[" * depth),
)
