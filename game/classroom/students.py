"""What a student's messages do. Whatever cannot be done is answered by one line, and nothing has changed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import msgspec

from game.classroom import messages as m
from game.classroom import plans
from game.classroom.secrets import as_code, is_same, new_token
from game.classroom.trouble import Denied

if TYPE_CHECKING:
    from game.classroom.host import Host
    from game.classroom.hub import Client
    from game.classroom.room import Player


def answer(client: Client, kind: str, **content: Any) -> None:
    client.reply(msgspec.json.encode({"is": kind, **content}))


async def take(host: Host, client: Client, message: Any) -> None:
    """Do what a page asks. Raises Denied."""
    match message:
        case m.Hello():
            await _hello(host, client, message)
        case m.Speak():
            client.language = message.language
            await host.show_all(client)
        case m.Join():
            await _join(host, client, message)
        case _:
            await _play(host, client, _player(host, client), message)


def _player(host: Host, client: Client) -> Player:
    player = host.room.players.get(client.player)
    if player is None:
        raise Denied("room-join-first")
    return player


async def _hello(host: Host, client: Client, message: m.Hello) -> None:
    client.language = message.language
    player = host.room.player_of(message.token)
    client.player = player.number if player is not None else 0
    answer(client, "hello", known=player is not None)
    host.changed("console")
    await host.show_all(client)


async def _join(host: Host, client: Client, message: m.Join) -> None:
    if client.player in host.room.players:
        raise Denied("room-joined-already")
    now = time.monotonic()
    if not host.guesses.may_try(client.address, now):
        raise Denied("room-code-slow")
    if not is_same(as_code(message.code), host.room.opened.code):
        host.guesses.missed(client.address, now)
        raise Denied("room-code-wrong")
    token = new_token()
    found = host.room.join(message.code, message.name, message.seat, token)
    number = host.room.last_number + 1
    await host.record(found)
    client.player = number
    answer(client, "joined", token=token)
    host.changed("players")
    await host.show_all(client)


async def _play(host: Host, client: Client, player: Player, message: Any) -> None:
    room, game = host.room, host.game
    firm = player.seat
    match message:
        case m.Sit():
            await host.record(room.sit(player, message.seat))
            host.changed("players")
            for other in list(host.clients):
                if other.player == player.number:
                    await host.show_board(other)
        case m.Draft():
            if room.phase == "open":
                host.drafts[player.number, firm] = message.orders

            def lay_out() -> plans.PlanView:
                return plans.plan_view(game, game.seat(firm, client.language), message.orders)

            answer(client, "draft", n=message.n, plan=await host.think(lay_out))
        case m.Ask():
            planned = [order for place, order in enumerate(message.orders) if place != message.place]

            def quote() -> plans.Quoted:
                return plans.quoted(game, game.seat(firm, client.language), planned, message.order)

            answer(client, "quote", n=message.n, quote=await host.think(quote))
        case m.Begin():

            def begin() -> dict[str, Any] | None:
                return plans.beginning(
                    game, game.seat(firm, client.language), message.orders, message.kind, message.group
                )

            answer(client, "begin", n=message.n, values=await host.think(begin))
        case m.Hand():
            await _hand(host, client, player, message)
        case m.Withdraw():
            await host.record(room.withdraw(player))
            _team_changed(host, player)
        case m.Predict():
            await host.record(room.answer(player, message.question, message.value))
            answer(client, "predicted", question=message.question)
            host.changed("room", "console", *(["screen"] if message.question in room.shown else []))
            host.changed(players=[player.number])


async def _hand(host: Host, client: Client, player: Player, message: m.Hand) -> None:
    room, game, turn, firm = host.room, host.game, host.room.turn, player.seat
    room.may_hand(player)

    def refusals() -> list[tuple[int, str]]:
        words = game.seat(firm, client.language).words
        return [(place, words.text(refusal.text)) for place, refusal in game.refusals(firm, message.orders).items()]

    why = await host.think(refusals)
    if why:
        answer(client, "refused", n=message.n, why=why)
        return
    if room.turn != turn or player.seat != firm or player.number not in room.players:
        raise Denied("room-not-open")
    await host.record(room.hand(player, message.orders))
    answer(client, "handed", n=message.n, turn=turn)
    _team_changed(host, player)


def _team_changed(host: Host, player: Player) -> None:
    host.changed(players=[each.number for each in host.room.members(player.seat)])
