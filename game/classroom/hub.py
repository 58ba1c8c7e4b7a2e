"""Who is connected. A client has a slot for each kind of state: a slow phone gets the newest, and no queue grows."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Literal

from game.classroom.limits import Bucket

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

Who = Literal["student", "teacher", "screen"]
MOST_REPLIES = 32
"""Answers that may wait for a phone; one that does not read them is let go."""
SEND_SECONDS = 20.0
RATE, BURST = 12.0, 60.0
"""Messages a second and at once that a client may send."""


class Client:
    """One open page."""

    def __init__(self, socket: WebSocket, who: Who, address: str, now: float) -> None:
        self.socket, self.who, self.address = socket, who, address
        self.language = "en"
        self.player = 0
        """Of a student who has joined."""
        self.trusted = False
        """Whether a console or a projector has shown its secret."""
        self.bucket = Bucket(RATE, BURST, now)
        self._states: dict[str, bytes] = {}
        self._replies: deque[bytes] = deque()
        self._wake = asyncio.Event()
        self._closing: int | None = None

    def show(self, kind: str, data: bytes) -> None:
        """A state; it takes the place of one of its kind that has not left yet."""
        self._states.pop(kind, None)
        self._states[kind] = data
        self._wake.set()

    def reply(self, data: bytes) -> None:
        """An answer; none is dropped, but who leaves too many unread is let go."""
        if len(self._replies) >= MOST_REPLIES:
            self.let_go(1013)
            return
        self._replies.append(data)
        self._wake.set()

    def let_go(self, code: int = 1000) -> None:
        self._closing = code
        self._wake.set()

    async def write(self) -> None:
        """Send what there is until the page is gone."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._replies or self._states:
                if self._replies:
                    data = self._replies.popleft()
                else:
                    data = self._states.pop(next(iter(self._states)))
                async with asyncio.timeout(SEND_SECONDS):
                    await self.socket.send_text(data.decode())
            if self._closing is not None:
                await self.socket.close(self._closing)
                return
