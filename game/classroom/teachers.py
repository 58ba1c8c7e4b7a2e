"""What the teacher's messages do."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from agents.orders import AnyOrder
from game.classroom import messages as m
from game.classroom import questions
from game.classroom.screen import WhatIf
from game.classroom.secrets import as_code, is_same
from game.classroom.students import answer
from game.classroom.trouble import Denied
from levels.calendar import month_of

if TYPE_CHECKING:
    from game.classroom.host import Host
    from game.classroom.hub import Client
    from game.forks import Fork


async def take(host: Host, client: Client, message: Any) -> None:
    """Do what the console asks. Raises Denied."""
    room, now = host.room, time.time()
    match message:
        case m.Enter():
            await enter(host, client, message, room.opened.teacher)
        case _ if not client.trusted:
            raise Denied("room-secret-first")
        case m.Speak():
            client.language = message.language
            await host.show_all(client)
        case m.Set():
            await host.record(
                room.rule(
                    mode=message.mode,
                    rivals=message.rivals,
                    seconds=message.seconds,
                    choosing=message.choosing,
                    closing=message.closing,
                )
            )
            host.changed("boards", "screen")
        case m.Act():
            await _act(host, message.what, now)
        case m.Extend():
            await host.record(room.extend(message.seconds, now))
        case m.Question():
            asked = questions.check(message.about, message.kind, message.text, message.choices, room)
            paused = room.pause(now) if message.pause and room.phase == "open" else []
            await host.record([*paused, *room.ask(asked)])
            host.changed("players", "screen")
        case m.Show():
            await host.record(room.show(message.question, yes=message.yes))
            host.put("answers" if message.yes else host.stage)
        case m.Man():
            if message.mind and message.mind not in host.game.minds():
                raise Denied("room-mind-none")
            await host.record(room.man(message.seat, message.mind))
            host.changed("players")
        case m.Move():
            await host.record(room.move(message.player, message.seat))
            host.changed("players", "boards")
        case m.Kick():
            await _kick(host, message.player)
        case m.Captain():
            await host.record(room.make_captain(message.player))
            host.changed("players")
        case m.Undo():
            await host.undo(message.turn)
        case m.WhatIf():
            await _what_if(host, client, message)
        case m.Stage():
            host.put(message.page)
        case m.Place():
            if message.address not in host.addresses:
                raise Denied("room-address-none")
            host.address = message.address
            host.changed("screen")
        case m.Wipe():
            if not is_same(as_code(message.sure), room.opened.code):
                raise Denied("room-wipe-sure")
            host.on_wipe()
    answer(client, "done", what=str(message.__struct_config__.tag))


async def enter(host: Host, client: Client, message: m.Enter, secret: str) -> None:
    """Let a console or a projector in by its secret. Raises Denied."""
    now = time.monotonic()
    if not host.guesses.may_try(client.address, now):
        raise Denied("room-code-slow")
    if not is_same(message.secret, secret):
        host.guesses.missed(client.address, now)
        raise Denied("room-secret-wrong")
    client.trusted, client.language = True, message.language
    await host.show_all(client)


async def _act(host: Host, what: str, now: float) -> None:
    room = host.room
    match what:
        case "open":
            await host.open_turn(now)
        case "close" | "force":
            await host.close(force=what == "force")
        case "pause":
            await host.record(room.pause(now))
        case "resume":
            await host.record([*room.hush(), *room.resume(now)])
            host.put("race")
            host.changed("players")
        case "stop":
            await host.record(room.stop_clock(now))
        case "start":
            await host.record(room.start_clock(now))
        case "hush":
            await host.record(room.hush())
        case "end":
            await host.end()


async def _kick(host: Host, number: int) -> None:
    members = [player.number for player in host.room.members(host.room.find(number).seat)]
    await host.record(host.room.kick(number))
    for client in list(host.clients):
        if client.player == number:
            client.player = 0
            answer(client, "kicked")
    host.changed("players", players=members)


async def _what_if(host: Host, client: Client, message: m.WhatIf) -> None:
    if not 1 <= message.turn < host.room.turn or message.seat not in host.room.teams:
        raise Denied("room-no-order")
    order, fork = await host.think(host.game.without, message.seat, message.turn, message.place)
    host.whatif = await host.think(_told, host, client.language, message, order, fork)
    host.put("whatif" if message.show else host.stage)
    host.changed("console")


def _told(host: Host, language: str, message: m.WhatIf, order: AnyOrder, fork: Fork) -> WhatIf:
    words = host.game.seat(message.seat, language).words
    level = host.game.level
    first = (message.turn - 1) * level.months_per_turn + 1
    return WhatIf(
        text=words.order(order),
        firm=words.firm(message.seat),
        turn=message.turn,
        month=words.figures.month(month_of(first, level.start)),
        parts=words.figures.month(fork.parts) if fork.parts else "",
        scores=tuple(
            (words.firm(seat), words.colour(seat), f"{float(sides.was):.1f}", f"{float(sides.fork):.1f}")
            for seat, sides in fork.scores.items()
        ),
    )
