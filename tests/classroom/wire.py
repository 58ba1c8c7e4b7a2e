"""Pages without a browser: sockets that speak as the pages do."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from tests.classroom.server import Server

SECONDS = 60.0


class Page:
    """What a page has been told: the newest of each kind of state, and answers by their number."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.states: dict[str, dict[str, Any]] = {}
        self.heard: list[dict[str, Any]] = []
        self.token = ""
        self._news = asyncio.Event()
        self._reader = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for data in self.socket:
            message = json.loads(data)
            self.states[message["is"]] = message
            self.heard.append(message)
            self._news.set()

    async def send(self, do: str, **content: Any) -> None:
        await self.socket.send(json.dumps({"do": do, **content}))

    async def until(self, wanted: Any, what: str = "") -> Any:
        """Wait until `wanted(self)` is true; returns it."""
        async with asyncio.timeout(SECONDS):
            while not (found := wanted(self)):
                self._news.clear()
                await self._news.wait()
        return found

    async def ask(self, do: str, *kinds: str, **content: Any) -> dict[str, Any]:
        """Send, and wait for the first answer of one of these kinds after it."""
        before = len(self.heard)
        await self.send(do, **content)
        return await self.until(
            lambda page: next((m for m in page.heard[before:] if m["is"] in (*kinds, "denied")), None)
        )

    async def close(self) -> None:
        await self.socket.close()
        self._reader.cancel()


async def open_page(server: Server, who: str) -> Page:
    address = server.address.replace("http://", "ws://")
    return Page(await connect(f"{address}/socket/{who}", max_size=2**22, open_timeout=SECONDS))


async def teacher(server: Server) -> Page:
    page = await open_page(server, "teacher")
    await page.ask("enter", "done", secret=server.teacher)
    return page


async def student(server: Server, name: str, seat: str = "") -> Page:
    """A phone that joins."""
    page = await open_page(server, "student")
    await page.ask("hello", "hello")
    answer = await page.ask("join", "joined", code=server.code, name=name, seat=seat)
    assert answer["is"] == "joined", answer
    page.token = answer["token"]
    await page.until(lambda each: "board" in each.states and "mine" in each.states)
    return page


async def returning(server: Server, token: str) -> Page:
    """A phone that comes back."""
    page = await open_page(server, "student")
    answer = await page.ask("hello", "hello", token=token)
    assert answer["known"]
    await page.until(lambda each: "board" in each.states and "mine" in each.states)
    return page
