"""An open room without a wire: pages are clients whose answers and states are kept instead of sent."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from game.classroom import messages, shelf
from game.classroom.host import Host
from game.classroom.hub import Client
from game.classroom.ledger import Ledger
from game.classroom.server import handle
from levels import loader
from tests.classroom.fuzz import Deaf

DECODERS = {"student": messages.student, "teacher": messages.teacher, "screen": messages.screen}


@asynccontextmanager
async def opened(folder: Path, level: str = "l6_the_race") -> AsyncIterator[Host]:
    """A room of a level, or the one that lies in the folder; its clock runs as in a served one."""
    there = (folder / shelf.EVENTS).exists()
    room, game = shelf.resume(folder) if there else shelf.begin(folder, loader.load(level), 1)
    host = Host(room, game, Ledger(folder / shelf.EVENTS), folder, ["http://127.0.0.1:1"])
    await host.start()
    try:
        yield host
    finally:
        await host.stop()


def page(host: Host, who: Any, player: int = 0, *, trusted: bool = False) -> Client:
    client = Client(Deaf(), who, "test", 0.0)  # type: ignore[arg-type]
    client.player, client.trusted = player, trusted
    host.clients.add(client)
    return client


def console(host: Host) -> Client:
    return page(host, "teacher", trusted=True)


async def phone(host: Host, name: str, seat: str) -> Client:
    """A student who has joined."""
    await host.record(host.room.join(host.room.opened.code, name, seat, f"token of {name}"))
    return page(host, "student", host.room.last_number)


async def say(host: Host, client: Client, do: str, **content: Any) -> dict[str, Any]:
    """Send a message; returns the last answer to it, {} if there is none."""
    client._replies.clear()
    await handle(host, client, DECODERS[client.who], json.dumps({"do": do, **content}).encode())
    answers = [json.loads(each) for each in client._replies]
    return answers[-1] if answers else {}


class Busy:
    """Holds the race's thread until it is let go."""

    def __init__(self, host: Host) -> None:
        self._free = threading.Event()
        host._engine.submit(self._free.wait, 60)

    def let_go(self) -> None:
        self._free.set()


async def settled(task: asyncio.Task[Any], seconds: float = 60.0) -> BaseException | None:
    """What a task has raised, if anything, when it is done."""
    await asyncio.wait([task], timeout=seconds)
    return task.exception()
