"""An open room without a wire: who is told what, plans that come while a turn closes, and a disk that is full."""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import os
import stat
import sys
import threading
import typing
from pathlib import Path
from typing import Any

import pytest

from agents.orders import OrderCards, SetPolicy
from game.classroom import events as e
from game.classroom import export, ledger, messages, pages, shelf
from game.classroom.host import TICK_SECONDS, Host
from game.classroom.ledger import Ledger, read
from game.classroom.room import Room
from game.classroom.screen import WhatIf
from game.classroom.server import MOST_CLIENTS, MOST_OF_ADDRESS, is_own_name, may_come
from game.classroom.trouble import Denied
from tests.classroom.hall import Busy, console, opened, page, phone, say, settled

SAFE = {"order": "set_policy", "policy": "safety", "value": 0.31}
PLAN = (SetPolicy("safety", 0.31),)

CONSOLE: dict[str, dict[str, Any]] = {
    "set": {"choosing": False},
    "act": {"what": "open"},
    "extend": {"seconds": 60},
    "question": {"about": "winner"},
    "show": {"question": 1, "yes": True},
    "man": {"seat": "xai", "mind": ""},
    "move": {"player": 1, "seat": "openai"},
    "kick": {"player": 1},
    "captain": {"player": 1},
    "undo": {"turn": 1},
    "whatif": {"seat": "xai", "turn": 1, "place": 0},
    "stage": {"page": "race"},
    "place": {"address": "http://127.0.0.1:1"},
    "wipe": {"sure": "ACDEF3"},
    "speak": {"language": "en"},
}
"""A good message of every kind that a console may send, but for the one that shows the secret."""


def test_who_has_not_shown_the_secret_hears_nothing(tmp_path: Path) -> None:
    kinds = {kind.__struct_config__.tag for kind in typing.get_args(messages.FromTeacher)}
    assert kinds == {*CONSOLE, "enter"}
    assert {kind.__struct_config__.tag for kind in typing.get_args(messages.FromScreen)} == {"enter", "speak"}

    async def knock() -> None:
        async with opened(tmp_path / "room") as host:
            await phone(host, "Ada", "xai")
            for who, asked in (("teacher", CONSOLE), ("screen", {"speak": {"language": "en"}})):
                for do, content in asked.items():
                    stranger = page(host, who)
                    answer = await say(host, stranger, do, **content)
                    await say(host, stranger, "enter", secret="guess")
                    host.guesses = type(host.guesses)(0.0)
                    await asyncio.sleep(0.05)
                    assert stranger._states == {}, (who, do)
                    assert answer.get("key", "room-secret-first") == "room-secret-first", (who, do)
                    known = page(host, who, trusted=True)
                    await say(host, known, "speak", language="en")
                    assert {"room", "screen"} <= set(known._states)
            assert host.room.players[1].seat == "xai"

    asyncio.run(knock())


def test_a_private_order_reaches_the_projector_only_while_it_is_shown(tmp_path: Path) -> None:
    async def look() -> None:
        async with opened(tmp_path / "room") as host:
            host.whatif = WhatIf("a private order", "xAI", 1, "Oct 2024", "", ())
            for stage in typing.get_args(messages.Stage.__annotations__["page"]):
                host.put(stage)
                assert (b"a private order" in await host.screen_data("en")) is (stage == "whatif"), stage

    asyncio.run(look())


# --- a turn that closes ----------------------------------------------------------------------------------


@pytest.mark.parametrize("first", ["hand", "close"])
def test_a_plan_is_played_if_it_was_acknowledged_and_refused_if_not(tmp_path: Path, first: str) -> None:
    """A plan that comes in the moment in which the turn closes."""

    async def race() -> None:
        async with opened(tmp_path / "room") as host:
            ada = await phone(host, "Ada", "xai")
            await host.open_turn(0.0)
            busy = Busy(host)
            hand = asyncio.create_task(say(host, ada, "hand", n=1, orders=[SAFE]))
            if first == "hand":
                await asyncio.sleep(0.05)
            close = asyncio.create_task(host.close(force=True))
            if first == "close":
                await asyncio.sleep(0.05)
            busy.let_go()
            answer = await hand
            assert await settled(close) is None
            (closed,) = host.room.closed
            assert (answer["is"] == "handed") is (closed.plans["xai"] == PLAN), answer
            assert answer.get("key", "room-not-open") == "room-not-open"

    asyncio.run(race())


def test_a_crash_while_a_turn_closes_keeps_the_plans(tmp_path: Path) -> None:
    async def crash() -> None:
        async with opened(tmp_path / "room") as host:
            ada = await phone(host, "Ada", "xai")
            await host.open_turn(0.0)
            assert (await say(host, ada, "hand", n=1, orders=[SAFE]))["is"] == "handed"
            busy = Busy(host)
            close = asyncio.create_task(host.close(force=True))
            while host.room.phase == "open":
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.05)
            kept = read(host.ledger.path)
            busy.let_go()
            assert await settled(close) is None
        again = Room.again(kept)
        assert (again.phase, again.turn, again.waits_for) == ("closed", 1, None)
        for event in again.open_turn(0.0):
            again.apply(event)
        assert again.chosen("xai").orders == PLAN

    asyncio.run(crash())


def test_nothing_ends_opens_or_undoes_a_turn_while_it_is_played(tmp_path: Path) -> None:
    async def press() -> None:
        async with opened(tmp_path / "room") as host:
            await phone(host, "Ada", "xai")
            await host.open_turn(0.0)
            busy = Busy(host)
            tasks = [asyncio.create_task(host.close(force=True))]
            await asyncio.sleep(0.05)
            assert host.busy
            assert pages.room_view(host, "en", 0.0).busy
            with pytest.raises(Denied, match="room-cannot-open"):
                await host.open_turn(0.0)
            tasks += [asyncio.create_task(host.close(force=True)), asyncio.create_task(host.end())]
            await asyncio.sleep(0.05)
            assert host.room.phase == "closed"
            busy.let_go()
            told = [await settled(task) for task in tasks]
            assert [str(each) for each in told] == ["None", "room-not-open", "None"]
            assert not host.busy
            kinds = [type(event).__name__ for event in read(host.ledger.path)]
            assert kinds[-6:] == ["Phased", "Timed", "Closed", "Played", "Phased", "Timed"]
            assert host.room.phase == "over"

    asyncio.run(press())


def test_a_turn_whose_plans_cannot_be_made_is_paused_and_tried_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = list[str]()

    def broken(seat: str, mind: str) -> Any:
        tries.append(seat)
        raise ZeroDivisionError

    async def run_out() -> None:
        async with opened(tmp_path / "room") as host:
            ada = await phone(host, "Ada", "xai")
            await host.record(host.room.rule(seconds=1))
            await host.open_turn(0.0)
            assert (await say(host, ada, "hand", n=1, orders=[SAFE]))["is"] == "handed" or host.room.phase != "open"
            with monkeypatch.context() as patch:
                patch.setattr(host.game, "plan_of_mind", broken)
                await asyncio.sleep(4 * TICK_SECONDS)
                assert host.room.phase == "paused"
                assert len(tries) == 1
            await host.close(force=True)
            assert host.room.turn == 2
            await host.open_turn(0.0)  # and the clock still plays the turns
            await asyncio.sleep(3 * TICK_SECONDS)
            assert host.room.turn == 3

    asyncio.run(run_out())


# --- what was laid out -------------------------------------------------------------------------------------


def test_what_a_captain_laid_out_counts_in_that_seat_and_turn_alone(tmp_path: Path) -> None:
    async def lay_out() -> None:
        async with opened(tmp_path / "room") as host:
            teacher, ada = console(host), await phone(host, "Ada", "xai")

            async def turn(*moves: str) -> e.Closed:
                await say(host, teacher, "act", what="open")
                assert (await say(host, ada, "draft", n=1, orders=[SAFE]))["is"] == "draft"
                for seat in moves:
                    await say(host, teacher, "move", player=1, seat=seat)
                await say(host, teacher, "act", what="force")
                return host.room.closed[-1]

            assert (await turn()).plans["xai"] == PLAN
            moved = await turn("openai")
            assert moved.plans["openai"] == ()
            assert moved.missed == ("openai",)
            # Not even if it comes back, nor in a turn that is played again.
            assert (await turn("xai", "openai")).plans["openai"] == ()
            await say(host, teacher, "act", what="open")
            await say(host, ada, "draft", n=1, orders=[SAFE])
            assert (await say(host, teacher, "undo", turn=3))["is"] == "done"
            await say(host, teacher, "act", what="open")
            await say(host, teacher, "act", what="force")
            assert (host.room.turn, host.room.closed[-1].plans["openai"]) == (4, ())

    asyncio.run(lay_out())


# --- the disk ----------------------------------------------------------------------------------------------


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A switch: from then on half of what a ledger writes fits, and then nothing."""
    write, told = os.write, {"full": False, "tries": 0}

    def fits(file: int, data: bytes) -> int:
        if not told["full"] or threading.current_thread().name != "room ledger":
            return write(file, data)
        told["tries"] += 1
        if told["tries"] > 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(file, data[: len(data) // 2])

    monkeypatch.setattr(ledger.os, "write", fits)
    return told


def state(room: Room) -> str:
    return repr((room.phase, room.turn, room.rules, room.players, room.teams, room.questions, room.until, room.left))


def test_on_a_full_disk_nothing_counts_that_was_not_kept(
    tmp_path: Path, full_disk: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    async def fill() -> None:
        async with opened(tmp_path / "room") as host:
            ada, bob = await phone(host, "Ada", "xai"), await phone(host, "Bob", "openai")
            await host.record(host.room.rule(seconds=1))
            await host.open_turn(0.0)
            before = state(host.room)
            full_disk["full"] = True
            hands = [say(host, each, "hand", n=1, orders=[SAFE]) for each in (ada, bob)]
            for answer in await asyncio.gather(*hands):
                assert answer["key"] == "room-disk"
                assert "start the room again" in answer["text"]
            assert state(host.room) == before
            full_disk["full"] = False
            # What has once failed is not tried again: who was told no must not find it done.
            assert (await say(host, ada, "hand", n=2, orders=[SAFE]))["key"] == "room-disk"
            await asyncio.sleep(3 * TICK_SECONDS)
            assert state(host.room) == before
            assert host.room.players[1].plan is None

    with caplog.at_level(logging.WARNING, "compute_race.classroom"):
        asyncio.run(fill())
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "make room on the disk" in caplog.text

    async def again() -> None:
        async with opened(tmp_path / "room") as host:
            assert (host.room.phase, len(host.room.players)) == ("open", 2)
            ada = page(host, "student", 1)
            assert (await say(host, ada, "hand", n=1, orders=[SAFE]))["is"] == "handed"

    asyncio.run(again())


def test_a_ledger_writes_all_of_a_batch_or_nothing(tmp_path: Path, full_disk: dict[str, Any]) -> None:
    async def write() -> None:
        path = tmp_path / "room.jsonl"
        kept = Ledger(path)
        await kept.append([e.Hushed(1)])
        whole = path.read_bytes()
        full_disk["full"] = True
        for _ in range(2):
            with pytest.raises(OSError, match="No space"):
                await kept.append([e.Hushed(2), e.Hushed(3)])
        full_disk["full"] = False
        with pytest.raises(OSError, match="No space"):
            await kept.append([e.Hushed(4)])
        assert path.read_bytes() == whole
        kept.close()

    asyncio.run(write())


# --- words of the right seat -------------------------------------------------------------------------------


def _ordered(host: Host) -> list[OrderCards]:
    """Orders for cards in the turn last closed, of all seats but the first."""
    first, plans = host.game.seats[0], host.room.closed[-1].plans
    return [order for seat, plan in plans.items() if seat != first for order in plan if isinstance(order, OrderCards)]


def test_plans_are_told_in_the_words_of_their_own_seat(tmp_path: Path) -> None:
    """Sites that a firm opens in the game have names that no other seat has heard."""

    async def tell() -> None:
        async with opened(tmp_path / "room", "september_2024") as host:
            order = None
            while order is None:
                await host.open_turn(0.0)
                await host.close(force=True)
                order = next((each for each in _ordered(host) if each.site not in host.game.level.sites), None)
            for data in (
                await host.think(pages.console_data, host, "en"),
                (await host.think(export.decisions, host.room, host.game)).encode(),
            ):
                told = data.replace(
                    f"site={order.site}".encode(), b""
                )  # the values of an order stand there as they are
                assert order.site.encode() not in told
                assert b"Manassas centre" in told

    asyncio.run(tell())


def test_the_console_is_made_while_students_come_and_go(tmp_path: Path) -> None:
    """It is made in the race's thread; whoever joins meanwhile does so in another."""

    async def crowd() -> None:
        async with opened(tmp_path / "room") as host:
            for event in host.room.ask(e.Question(0, "words", "level", 0)):
                host.room.apply(event)
            made = asyncio.gather(*(host.think(pages.console_data, host, "en") for _ in range(12)))
            number = 1000
            while not made.done():
                number += 1
                host.room.apply(e.Joined(number, f"{number}", f"{number}", "xai"))
                host.room.apply(e.Answered(number, 1, "much"))
                if number > 1150:
                    host.room.apply(e.Kicked(number - 150))
                if number % 20 == 0:
                    await asyncio.sleep(0)
            assert all("console" in json.loads(data)["is"] for data in await made)

    was = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        asyncio.run(crowd())
    finally:
        sys.setswitchinterval(was)


# --- who may come ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["[", "[::1", "a]b", "evil.example", "", "1.2.3", "127.0.0.1.evil.example"])
def test_what_is_no_name_of_this_machine_is_not_taken_for_one(name: str) -> None:
    assert not is_own_name(name)


@pytest.mark.parametrize("name", ["127.0.0.1:8600", "localhost", "[::1]:8600", "192.168.7.20:8600"])
def test_addresses_are_names_of_this_machine(name: str) -> None:
    assert is_own_name(name)


def test_one_address_takes_some_places_and_the_teacher_finds_one(tmp_path: Path) -> None:
    async def come() -> None:
        async with opened(tmp_path / "room") as host:

            def sit(number: int, address: str) -> None:
                for _ in range(number):
                    page(host, "student").address = address

            sit(MOST_OF_ADDRESS, "10.0.0.1")
            sit(2 * MOST_OF_ADDRESS, "127.0.0.1")
            assert not may_come(host, "student", "10.0.0.1")
            assert may_come(host, "student", "10.0.0.2")
            assert may_come(host, "student", "127.0.0.1")
            sit(MOST_CLIENTS - len(host.clients), "127.0.0.1")
            assert not may_come(host, "student", "10.0.0.2")
            for who in ("teacher", "screen"):
                assert may_come(host, who, "10.0.0.2")  # type: ignore[arg-type]
                assert not may_come(host, who, "10.0.0.1")  # type: ignore[arg-type]

    asyncio.run(come())


# --- the shelf ---------------------------------------------------------------------------------------------


def test_a_room_that_is_over_is_not_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(shelf.FOLDER_VARIABLE, str(tmp_path))
    level = "l6_the_race"
    assert shelf.latest(level) is None

    async def play(folder: Path, *, end: bool) -> None:
        async with opened(folder, level) as host:
            await (host.end() if end else host.open_turn(0.0))

    older, newer = shelf.home() / f"2026-01-01 000000 {level}", shelf.home() / f"2026-01-02 000000 {level}"
    asyncio.run(play(older, end=False))
    asyncio.run(play(newer, end=True))
    assert shelf.latest(level) == older
    asyncio.run(play(older, end=True))
    assert shelf.latest(level) is None


def test_names_are_forgotten_in_a_file_for_its_owner_alone(tmp_path: Path) -> None:
    async def play() -> Host:
        async with opened(tmp_path / "room") as host:
            await phone(host, "Ada", "xai")
            await host.end()
            return host

    path = asyncio.run(play()).ledger.path
    was = os.umask(0o022)
    try:
        (path.parent / f"{path.name}.part").write_text("left by a crash")
        shelf.forget_names(path.parent)
    finally:
        os.umask(was)
    assert "Ada" not in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sorted(each.name for each in path.parent.iterdir()) == [shelf.RACE, shelf.EVENTS]
    assert Room.again(read(path)).phase == "over"
