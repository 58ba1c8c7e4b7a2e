"""A room of 200 phones on this machine: how fast all hear, what a turn takes, what memory does, and what a crash costs.

python -m tests.bench.classroom [--phones 200] [--rounds 30]
python -m tests.bench.classroom --minutes 60    # a lesson at its own pace instead: what the server's memory does
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from tests.classroom.server import Server

ORDER = {"order": "set_policy", "policy": "safety", "value": 0.3}


class Phone:
    """A socket that notes when it heard of a phase."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.token = ""
        self.heard: dict[str, float] = {}
        self.states: dict[str, Any] = {}
        self.denied: Counter[str] = Counter()
        self.task = asyncio.create_task(self._read())
        self.n = 0

    async def _read(self) -> None:
        async for data in self.socket:
            now = time.perf_counter()
            message = json.loads(data)
            self.states[message["is"]] = message
            if message["is"] == "room":
                self.heard.setdefault(f"{message['turn']} {message['phase']}", now)
            elif message["is"] == "joined":
                self.token = message["token"]
            elif message["is"] == "denied":
                self.denied[message["key"]] += 1

    async def send(self, do: str, **content: Any) -> None:
        await self.socket.send(json.dumps({"do": do, **content}))


async def until(done: Any, seconds: float = 120.0) -> None:
    async with asyncio.timeout(seconds):
        while not done():
            await asyncio.sleep(0.02)


async def phone(server: Server, who: str = "student") -> Phone:
    address = server.address.replace("http://", "ws://")
    return Phone(await connect(f"{address}/socket/{who}", open_timeout=60, max_size=2**23, compression=None))


def memory_mb(server: Server) -> float:
    pages = int(Path(f"/proc/{server.process.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def told(name: str, milliseconds: list[float]) -> None:
    ordered = sorted(milliseconds)
    worst = ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]
    print(f"{name:44} median {statistics.median(ordered):7.1f} ms   99 % {worst:7.1f} ms   all {ordered[-1]:7.1f} ms")


async def run(server: Server, phones: int, rounds: int) -> None:
    console = await phone(server, "teacher")
    await console.send("enter", secret=server.teacher)
    await console.send("set", mode="vote")
    await until(lambda: "console" in console.states)
    began = time.perf_counter()
    room: list[Phone] = []
    for number in range(phones):
        each = await phone(server)
        await each.send("hello")
        await each.send("join", code=server.code, name=f"P{number}")
        room.append(each)
    await until(lambda: all(each.token and "board" in each.states and "mine" in each.states for each in room))
    print(f"{phones} phones have joined in {time.perf_counter() - began:.1f} s; {memory_mb(server):.0f} MB")

    async def heard(key: str, send: Any) -> list[float]:
        """How long after the teacher's click each phone heard."""
        for each in room:
            each.heard.pop(key, None)
        began = time.perf_counter()
        await send()
        await until(lambda: all(key in each.heard for each in room))
        return [1000.0 * (each.heard[key] - began) for each in room]

    await console.send("act", what="open")
    await until(lambda: all(each.states["room"]["phase"] == "open" for each in room))
    times: list[float] = []
    for number in range(rounds):
        what = ("pause", "resume")[number % 2]
        key = f"1 {('paused', 'open')[number % 2]}"
        times += await heard(key, lambda what=what: console.send("act", what=what))
        await asyncio.sleep(0.1)
    told("a click of the teacher, heard by all", times)
    if rounds % 2:
        await console.send("act", what="resume")
        await until(lambda: all(each.states["room"]["phase"] == "open" for each in room))

    began = time.perf_counter()
    for each in room:
        each.states.pop("handed", None)
    for number, each in enumerate(room):
        await each.send("hand", n=1, orders=[{**ORDER, "value": 0.31 + (number % 10) / 100}])
    await until(lambda: all("handed" in each.states for each in room))
    print(f"{phones} plans at once, all on the disk and answered in {time.perf_counter() - began:.2f} s")

    server.kill()
    tokens = [each.token for each in room]
    for each in (*room, console):
        each.task.cancel()
    began = time.perf_counter()
    await asyncio.to_thread(server.start)
    up = time.perf_counter()
    room = []
    for token in tokens:
        each = await phone(server)
        await each.send("hello", token=token)
        room.append(each)
    await until(lambda: all("mine" in each.states for each in room))
    back = sum(each.states["mine"]["handed"] is not None for each in room)
    print(
        f"killed in mid-turn: open again after {up - began:.1f} s, all phones back "
        f"{time.perf_counter() - up:.1f} s later; {back} of {phones} plans are there"
    )
    console = await phone(server, "teacher")
    await console.send("enter", secret=server.teacher)
    await until(lambda: "console" in console.states)
    memory: list[float] = []
    turns = console.states["room"]["turns"]
    for turn in range(1, turns + 1):
        began = time.perf_counter()
        played = await heard(
            f"{min(turn + 1, turns)} {'over' if turn == turns else 'closed'}", lambda: console.send("act", what="force")
        )
        await until(lambda turn=turn: all(each.states["board"]["number"] == turn + 1 for each in room))
        if turn in (1, turns):
            told(f"turn {turn} played, heard by all", played)
            print(f"  its whole page on every phone after {1000 * (time.perf_counter() - began):.0f} ms")
        memory.append(memory_mb(server))
        if turn < turns:
            await console.send("act", what="open")
            await until(lambda: all(each.states["room"]["phase"] == "open" for each in room))
    print(f"memory after the first turn {memory[0]:.0f} MB, after the last {memory[-1]:.0f} MB")
    steady = memory_mb(server)
    for number in range(rounds * 4):
        await console.send("stage", page=("race", "debrief")[number % 2])
        await asyncio.sleep(0.1)
    await asyncio.sleep(1.0)
    print(f"after {rounds * 4} more broadcasts {memory_mb(server) - steady:+.1f} MB")
    for each in (*room, console):
        each.task.cancel()
        await each.socket.close()


async def lesson(server: Server, phones: int, minutes: float) -> None:
    """All turns of the level, spread over so many minutes, with a line of memory a minute.

    Every second a few phones lay a plan out; every minute one in forty goes and comes back; each turn the class is
    asked, all hand in, and the teacher asks what if.
    """
    console, screen = await phone(server, "teacher"), await phone(server, "screen")
    await console.send("enter", secret=server.teacher)
    await screen.send("enter", secret=server.screen)
    await until(lambda: "console" in console.states and "screen" in screen.states)
    room: list[Phone] = []
    for number in range(phones):
        each = await phone(server)
        await each.send("hello")
        await each.send("join", code=server.code, name=f"P{number}")
        room.append(each)
    await until(lambda: all(each.token and "mine" in each.states for each in room))
    began, tick, turn, asked, minute = time.monotonic(), 0, 0, 0, 0
    turns = console.states["room"]["turns"]
    print(f"minute  0: {memory_mb(server):.1f} MB, {phones} phones, {turns} turns in {minutes:g} minutes", flush=True)
    while (passed := (time.monotonic() - began) / 60.0) < minutes:
        phase = console.states["room"]["phase"]
        due = turns * passed / minutes
        if phase in ("lobby", "closed") and turn < turns and due >= turn:
            turn += 1
            await console.send("question", about="winner")
            await console.send("act", what="open")
        elif phase == "open" and due >= turn - 0.2:
            for number, each in enumerate(room):
                await each.send("hand", n=2, orders=[{**ORDER, "value": 0.31 + (number % 10) / 100}])
                await asyncio.sleep(0.05)
            await console.send("act", what="force")
            await until(
                lambda: console.states["room"]["phase"] in ("closed", "over") and not console.states["room"]["busy"]
            )
            await console.send("whatif", seat="openai", turn=turn, place=0)
        for number in range(3):
            each = room[(3 * tick + number) % phones]
            await each.send("draft", n=1, orders=[{**ORDER, "value": 0.2 + (tick % 50) / 100}])
            if asked := (console.states["room"]["question"] or {}).get("number", 0):
                await each.send("predict", question=asked, value=("openai", "xai")[(tick + number) % 2])
        tick += 1
        if passed >= minute + 1:
            minute += 1
            told = f"minute {minute:2d}: {memory_mb(server):.1f} MB, turn {console.states['room']['turn']}"
            print(f"{told}, load of the machine {os.getloadavg()[0]:.1f}", flush=True)
            for place in range(minute % 40, phones, 40):
                token = room[place].token
                room[place].task.cancel()
                await room[place].socket.close()
                room[place] = await phone(server)
                room[place].token = token
                await room[place].send("hello", token=token)
        await asyncio.sleep(1.0)
    denied = sum((each.denied for each in (*room, console, screen)), Counter[str]())
    print(
        f"at the end: {memory_mb(server):.1f} MB, {console.states['room']['phase']}, turn {turn} of {turns}; {denied}"
    )
    for each in (*room, console, screen):
        each.task.cancel()
        await each.socket.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--minutes", type=float, default=0.0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = Server("l6_the_race", Path(folder) / "room")
        try:
            if asked.minutes:
                asyncio.run(asyncio.wait_for(lesson(server, asked.phones, asked.minutes), 60 * asked.minutes + 300))
            else:
                asyncio.run(asyncio.wait_for(run(server, asked.phones, asked.rounds), 900))
        finally:
            print(f"load of the machine {os.getloadavg()[0]:.1f}; the server ended with {server.stop()}")


if __name__ == "__main__":
    main()
