"""A room that is open: what is asked becomes events, events go to the disk, and all pages hear what has changed.

The room is changed in the loop's thread alone; the race is touched in one other thread alone, one thing at a time.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from game.classroom import board, events, pages, screen
from game.classroom.limits import Guesses
from game.classroom.trouble import Denied
from game.telling.wording import Words

if TYPE_CHECKING:
    from pathlib import Path

    from agents.orders import AnyOrder
    from game.classroom.game import Game
    from game.classroom.hub import Client
    from game.classroom.ledger import Ledger
    from game.classroom.room import Room

Done = TypeVar("Done")
GATHER_SECONDS = 0.03
"""So long changes are gathered before pages hear of them together."""
TICK_SECONDS = 0.25
log = logging.getLogger("compute_race.classroom")


class Host:
    """`addresses` are where phones may come to; `address` is the one that the projector shows."""

    def __init__(self, room: Room, game: Game, ledger: Ledger, folder: Path, addresses: Sequence[str]) -> None:
        self.room, self.game, self.ledger, self.folder = room, game, ledger, folder
        self.addresses, self.address = tuple(addresses), addresses[0]
        self.clients: set[Client] = set()
        self.guesses = Guesses(time.monotonic())
        self.drafts: dict[int, tuple[int, tuple[AnyOrder, ...]]] = {}
        """What a player has laid out since the turn opened, by player: the turn, and the plan."""
        self.stage: screen.Stage = "join"
        self.whatif: screen.WhatIf | None = None
        self.on_wipe: Callable[[], None] = lambda: None
        self.mirror: Callable[[pages.RoomView | screen.Screen], None] | None = None
        """Hears what the projector shows, in `mirror_language`: a window of this process."""
        self.mirror_language = "en"
        self.wiped = False
        self._engine = ThreadPoolExecutor(1, "race")
        self._dirty = set[str]()
        self._dirty_players = set[int]()
        self._wake = asyncio.Event()
        self._boards: dict[tuple[Any, ...], bytes] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._turning = asyncio.Lock()
        self._words: dict[str, Words] = {}
        self.turns = game.session.turns_in_all

    # --- life ------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Finish what a crash has left half done, and begin to listen to the clock."""
        await self._catch_up()
        self._tasks = [asyncio.create_task(self._publish()), asyncio.create_task(self._tick())]
        self.changed("room", "screen")

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for client in list(self.clients):
            client.let_go(1001)
        await asyncio.to_thread(self.ledger.close)
        self._engine.shutdown(wait=True)
        self.game.session.dispose()

    async def think(self, work: Callable[..., Done], *arguments: Any) -> Done:
        """Do something with the race in its thread."""
        return await asyncio.get_running_loop().run_in_executor(self._engine, lambda: work(*arguments))

    async def record(self, found: Sequence[events.AnyEvent]) -> None:
        """Take events in and wait until they lie on the disk. Raises Denied if they cannot be written."""
        if not found:
            return
        for event in found:
            self.room.apply(event)
        self.changed("room", "console")
        try:
            await self.ledger.append(found)
        except OSError as error:
            log.error("%s: cannot be written (%s)", self.ledger.path, error.strerror)
            raise Denied("room-disk") from error

    def words(self, language: str) -> Words:
        """Words for this thread."""
        if language not in self._words:
            self._words[language] = Words(pages.texts(language), self.game.level)
        return self._words[language]

    # --- turns -----------------------------------------------------------------------------------------

    async def close(self, *, force: bool) -> None:
        """Close the turn and play it. Raises Denied."""
        async with self._turning:
            room = self.room
            room.may_close(force=force)
            turn = room.turn
            wished: dict[str, tuple[tuple[AnyOrder, ...], bool]] = {}
            for seat in room.teams:
                chosen = room.chosen(seat)
                draft = self.drafts.get(room.teams[seat].captain)
                if not chosen.answered and draft is not None and draft[0] == turn and not room.teams[seat].mind:
                    wished[seat] = (draft[1], True)
                else:
                    wished[seat] = (chosen.orders, chosen.answered)
            silent = {seat: room.is_silent(seat) for seat in room.teams}
            minds = {seat: team.mind for seat, team in room.teams.items()}
            closed = await self.think(_plans, self.game, turn, wished, silent, minds)
            await self.record([closed])
            await self._play(closed)

    async def _play(self, closed: events.Closed) -> None:
        digest = await self.think(self.game.play, closed.plans)
        await self.record([events.Played(closed.turn, digest, self.game.session.over)])
        self._boards.clear()
        self.whatif = None
        self.stage = "debrief" if self.room.phase == "over" else "race"
        self.changed("boards", "screen", "players")

    async def undo(self, turn: int) -> None:
        async with self._turning:
            await self.record(self.room.undo(turn))
            await self._stand_before(turn)

    async def _stand_before(self, turn: int) -> None:
        await self.think(self.game.undo_to, turn, self.folder / "game.race")
        self.room.waits_for = None
        self._boards.clear()
        self.whatif = None
        self.stage = "race"
        self.changed("boards", "screen", "players", "room", "console")

    async def _catch_up(self) -> None:
        """Carry out what the last event asked of the game, if a crash came between."""
        waits, played = self.room.waits_for, len(self.game.session.turns)
        if isinstance(waits, events.Closed):
            if played < waits.turn:
                await self._play(waits)
            else:
                digest = self.game.session.turns[-1].digest
                await self.record([events.Played(waits.turn, digest, self.game.session.over)])
        elif isinstance(waits, events.Undone):
            if played >= waits.turn:
                await self._stand_before(waits.turn)
            self.room.waits_for = None
        if self.room.until:
            # The clock has run on while nobody was there: it stands until the teacher starts it.
            await self.record([events.Timed(0.0, max(30.0, self.room.until - time.time()))])
        self.stage = "debrief" if self.room.phase == "over" else "race" if self.room.phase != "lobby" else "join"

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK_SECONDS)
            room = self.room
            done = room.rules.closing and room.phase == "open" and bool(room.players) and not room.waiting()
            if done or room.is_out_of_time(time.time()):
                try:
                    await self.close(force=True)
                except Denied:
                    continue
                except Exception:
                    log.exception("a turn could not be played")
                    await self.record([events.Timed(0.0, 0.0)])

    # --- what pages hear -------------------------------------------------------------------------------

    def changed(self, *what: str, players: Sequence[int] = ()) -> None:
        """Something pages show has changed: room, console, boards, screen, players."""
        self._dirty.update(what)
        self._dirty_players.update(players)
        self._wake.set()

    async def _publish(self) -> None:
        while True:
            await self._wake.wait()
            await asyncio.sleep(GATHER_SECONDS)
            self._wake.clear()
            dirty, players = self._dirty, self._dirty_players
            self._dirty, self._dirty_players = set(), set()
            try:
                await self._tell(dirty, players)
            except Exception:
                log.exception("pages could not be told")

    async def _tell(self, dirty: set[str], players: set[int]) -> None:
        students = [client for client in self.clients if client.who == "student"]
        trusted = [client for client in self.clients if client.trusted]
        if "room" in dirty:
            self._show("room", [*students, *trusted], self._room_data)
            if self.mirror is not None:
                self.mirror(pages.room_view(self, self.mirror_language, time.time()))
        if "players" in dirty:
            players = {client.player for client in students}
        if "boards" in dirty:
            for client in students:
                await self.show_board(client)
        await self.show_mine(*(client for client in students if client.player in players and client.player))
        if "console" in dirty or "screen" in dirty:
            consoles = [client for client in trusted if client.who == "teacher"]
            for language in sorted({client.language for client in consoles}):
                data = await self.think(pages.console_data, self, language)
                for client in consoles:
                    if client.language == language:
                        client.show("console", data)
        if "screen" in dirty:
            if self.mirror is not None:
                self.mirror(await self._screen(self.mirror_language))
            for language in sorted({client.language for client in trusted}):
                data = await self.screen_data(language)
                for client in trusted:
                    if client.language == language:
                        client.show("screen", data)

    def _show(self, kind: str, clients: Sequence[Client], made: Callable[[str], bytes]) -> None:
        """One state for all, made once a language."""
        known: dict[str, bytes] = {}
        for client in clients:
            if client.language not in known:
                known[client.language] = made(client.language)
            client.show(kind, known[client.language])

    def _room_data(self, language: str) -> bytes:
        return msgspec.json.encode(pages.room_view(self, language, time.time()))

    async def screen_data(self, language: str) -> bytes:
        return msgspec.json.encode(await self._screen(language))

    async def _screen(self, language: str) -> screen.Screen:
        return await self.think(screen.screen, self.room, self.game, language, self.address, self.whatif)

    async def show_all(self, client: Client) -> None:
        """All that a page shows, for one that has just come."""
        client.show("room", self._room_data(client.language))
        if client.who == "student":
            if client.player:
                await self.show_board(client)
                await self.show_mine(client)
            return
        client.show("screen", await self.screen_data(client.language))
        if client.who == "teacher":
            client.show("console", await self.think(pages.console_data, self, client.language))

    async def show_board(self, client: Client) -> None:
        player = self.room.players.get(client.player)
        if player is None:
            return
        rivals = self.room.rules.rivals != "hidden" or self.room.phase == "over"
        over = self.room.phase == "over"
        key = (self.room.turn, player.seat, client.language, rivals, over)
        data = self._boards.get(key)
        if data is None:

            def made() -> bytes:
                return msgspec.json.encode(board.board(self.game, key[1], key[2], rivals=rivals, over=over))

            data = self._boards[key] = await self.think(made)
        client.show("board", data)

    async def show_mine(self, *clients: Client) -> None:
        asked = list(dict.fromkeys((client.player, client.language) for client in clients))
        if not asked:
            return
        found = await self.think(pages.mine_data, self.room, self.game, asked)
        for client in clients:
            data = found.get((client.player, client.language))
            if data is not None:
                client.show("mine", data)


def _plans(
    game: Game,
    turn: int,
    wished: dict[str, tuple[tuple[AnyOrder, ...], bool]],
    silent: dict[str, bool],
    minds: dict[str, str],
) -> events.Closed:
    """The plans of all seats: what a team wants as far as it is granted, else its mind's, else nothing."""
    plans: dict[str, tuple[AnyOrder, ...]] = {}
    missed, thought = [], []
    for seat, (orders, answered) in wished.items():
        if answered:
            plans[seat] = tuple(game.as_granted(seat, orders))
        elif silent[seat]:
            plans[seat] = tuple(game.plan_of_mind(seat, minds[seat]))
            thought.append(seat)
        else:
            plans[seat] = ()
            missed.append(seat)
    return events.Closed(turn, plans, tuple(missed), tuple(thought))
