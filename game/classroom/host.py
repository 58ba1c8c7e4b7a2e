"""A room that is open: what is asked becomes events, events go to the disk, and all pages hear what has changed.

The room is changed in the loop's thread alone; the race is touched in one other thread alone, one thing at a time.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from game.classroom import board, events, pages, screen
from game.classroom.ledger import read
from game.classroom.limits import Guesses
from game.classroom.room import Room
from game.classroom.trouble import ClassroomError, Denied
from game.saves import SaveError
from game.telling.wording import Words

if TYPE_CHECKING:
    from pathlib import Path

    from agents.orders import AnyOrder
    from game.classroom.game import Game
    from game.classroom.hub import Client
    from game.classroom.ledger import Ledger

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
        self.drafts: dict[tuple[int, str], tuple[AnyOrder, ...]] = {}
        """What a player has laid out since the turn opened, by player and seat."""
        self.stage: screen.Stage = "join"
        self.whatif: screen.WhatIf | None = None
        self.on_wipe: Callable[[], None] = lambda: None
        self.mirror: Callable[[pages.RoomView | screen.Screen], None] | None = None
        """Hears what the projector shows, in `mirror_language`: a window of this process."""
        self.mirror_language = "en"
        self.wiped = False
        self._taken_back = False
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
        with contextlib.suppress(Denied):  # a full disk is said by then, and the room can still be looked at
            await self._catch_up()
        self.stage = "debrief" if self.room.phase == "over" else "race" if self.room.phase != "lobby" else "join"
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

    async def _move(self, work: Callable[..., Done], *arguments: Any) -> Done:
        """Move the race from turn to turn. Raises Denied if its journal cannot be written; a new start catches up."""
        try:
            return await self.think(work, *arguments)
        except SaveError as error:
            log.error("%s", error)
            raise Denied("room-disk") from error

    async def record(self, found: Sequence[events.AnyEvent]) -> None:
        """Take events in and wait until they lie on the disk. Raises Denied if they cannot be written.

        They are applied at once, so that the next verb knows of them; who asked is answered only when they are kept.
        If they cannot be, the room stands again as it lies on the disk, and takes nothing in any more.
        """
        if not found:
            return
        if self.ledger.trouble is not None:
            raise Denied("room-disk")
        for event in found:
            self.room.apply(event)
            self._drop_drafts(event)
        self.changed("room", "console")
        try:
            await self.ledger.append(found)
        except OSError as error:
            self._stand_as_kept(error)
            raise Denied("room-disk") from error

    def _drop_drafts(self, event: events.AnyEvent) -> None:
        """What was laid out counts for one player in one seat and one turn."""
        match event:
            case events.Sat() | events.Kicked():
                self.drafts = {key: plan for key, plan in self.drafts.items() if key[0] != event.player}
            case events.Played() | events.Undone():
                self.drafts.clear()

    def _stand_as_kept(self, error: OSError) -> None:
        """Take back what could not be written; once is enough, for nothing is applied after it."""
        if self._taken_back:
            return
        self._taken_back = True
        log.error(
            "%s: cannot be written (%s); the room takes nothing in any more: make room on the disk and start it again",
            self.ledger.path,
            error.strerror,
        )
        try:
            self.room = Room.again(read(self.ledger.path))
        except ClassroomError as unreadable:
            log.error("%s", unreadable)
        self.changed("room", "console", "boards", "screen", "players")

    def words(self, language: str) -> Words:
        """Words for this thread."""
        if language not in self._words:
            self._words[language] = Words(pages.texts(language), self.game.level)
        return self._words[language]

    # --- turns -----------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether a turn is being closed, played or undone."""
        return self.room.waits_for is not None or self._turning.locked()

    @contextlib.asynccontextmanager
    async def _alone(self) -> AsyncIterator[None]:
        """One thing at a time moves the race from turn to turn; pages hear when it is done."""
        try:
            async with self._turning:
                yield
        finally:
            self.changed("room", "console")

    async def open_turn(self, now: float) -> None:
        """Open the next turn, `now` in seconds since 1970. Raises Denied, also while one is being closed."""
        if self.busy:
            raise Denied("room-cannot-open")
        await self.record([*self.room.hush(), *self.room.open_turn(now)])
        self.put("race")
        self.changed("players")

    async def close(self, *, force: bool) -> None:
        """Close the turn and play it. Raises Denied.

        The room is closed first, so that every plan that was acknowledged is among those that are played.
        """
        turn = self.room.turn
        async with self._alone():
            self.room.may_close(force=force)
            if self.room.turn != turn:
                raise Denied("room-not-open")
            await self.record([events.Phased("closed"), events.Timed(0.0)])
            try:
                closed = await self.think(_plans, self.game, turn, *self._wished())
            except Exception:
                # The plans are still with the players: the teacher closes again, or resumes.
                with contextlib.suppress(Denied):
                    await self.record([events.Phased("paused")])
                raise
            await self.record([closed])
            await self._play(closed)

    def _wished(self) -> tuple[dict[str, tuple[tuple[AnyOrder, ...], bool]], dict[str, bool], dict[str, str]]:
        """By seat: the plan and whether it is an answer, whether a mind decides otherwise, and which one."""
        room = self.room
        wished: dict[str, tuple[tuple[AnyOrder, ...], bool]] = {}
        for seat, team in room.teams.items():
            chosen = room.chosen(seat)
            draft = self.drafts.get((team.captain, seat))
            if not chosen.answered and draft is not None and not team.mind:
                wished[seat] = (draft, True)
            else:
                wished[seat] = (chosen.orders, chosen.answered)
        silent = {seat: room.is_silent(seat) for seat in room.teams}
        return wished, silent, {seat: team.mind for seat, team in room.teams.items()}

    async def end(self) -> None:
        """End the race where it stands. Raises Denied."""
        async with self._alone():
            await self.record(self.room.end())
            self.put("debrief")
            self.changed("boards", "players")

    async def _play(self, closed: events.Closed) -> None:
        digest = await self._move(self.game.play, closed.plans)
        await self.record([events.Played(closed.turn, digest, self.game.session.over)])
        self._boards.clear()
        self.whatif = None
        self.put("debrief" if self.room.phase == "over" else "race")
        self.changed("boards", "players")

    async def undo(self, turn: int) -> None:
        async with self._alone():
            await self.record(self.room.undo(turn))
            await self._stand_before(turn)

    async def _stand_before(self, turn: int) -> None:
        await self._move(self.game.undo_to, turn, self.folder / "game.race")
        self.room.waits_for = None
        self._boards.clear()
        self.whatif = None
        self.put("race")
        self.changed("boards", "players", "console")

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

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK_SECONDS)
            try:
                room = self.room
                if self.ledger.trouble is not None:
                    continue
                done = room.rules.closing and room.phase == "open" and bool(room.players) and not room.waiting()
                if done or room.is_out_of_time(time.time()):
                    await self.close(force=True)
            except Denied:
                continue
            except Exception:
                log.exception("a turn could not be played")

    # --- what pages hear -------------------------------------------------------------------------------

    def put(self, stage: screen.Stage) -> None:
        """What the projector shows from now on."""
        self.stage = stage
        self.changed("room", "screen")

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
        whatif = self.whatif if self.stage == "whatif" else None
        return await self.think(screen.screen, self.room, self.game, language, self.address, whatif)

    async def show_all(self, client: Client) -> None:
        """All that a page shows, for one that has just come; nothing for one that has not shown its secret."""
        if client.who != "student" and not client.trusted:
            return
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
