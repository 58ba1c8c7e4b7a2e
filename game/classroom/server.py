"""Routes, headers and sockets of the room. Nothing a browser loads comes from anywhere else."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import logging
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from assets import names_in, read_bytes, read_text
from assets.colours import PAPER_FIRMS, STANDARD_FIRMS, Shades
from game.classroom import export, messages, pages, students, teachers
from game.classroom.hub import Client
from game.classroom.secrets import is_same
from game.classroom.trouble import Denied

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection, Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from game.classroom.host import Host
    from game.classroom.hub import Who

MOST_CLIENTS = 600
MOST_OF_ADDRESS = 40
"""Pages that may be open at once from one address."""
HELLO_SECONDS = 20.0
"""Within which a page must have said who it is."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "no-cache",
}
TYPES = {"html": "text/html", "js": "text/javascript", "css": "text/css", "svg": "image/svg+xml", "otf": "font/otf"}
PAGES = {"/": "student.html", "/teach": "teacher.html", "/projector": "projector.html"}
CHARTS = ("uPlot.iife.min.js", "uPlot.min.css")
FONTS = tuple(names_in("fonts", ".otf"))
GONE = (WebSocketDisconnect, TimeoutError, RuntimeError)
"""How a page goes."""
log = logging.getLogger("compute_race.classroom")


def application(host: Host) -> Starlette:
    """The web application of a room."""

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await host.start()
        try:
            yield
        finally:
            await host.stop()

    room = Doors(host)
    routes = [
        *(Route(path, room.page(name)) for path, name in PAGES.items()),
        Route("/web/{name}", room.file),
        Route("/fonts/{name}", room.font),
        Route("/uplot/{name}", room.uplot),
        Route("/icons.svg", room.icons),
        Route("/firms.css", room.firms),
        Route("/favicon.ico", room.favicon),
        Route("/texts/{language}", room.texts),
        Route("/export/{name}", room.export),
        WebSocketRoute("/socket/student", room.socket("student")),
        WebSocketRoute("/socket/teacher", room.socket("teacher")),
        WebSocketRoute("/socket/screen", room.socket("screen")),
    ]
    return Starlette(routes=routes, lifespan=lifespan, middleware=[Middleware(Guard)])


class Guard:
    """Headers on every answer; requests under a foreign host name or from a foreign origin are turned away."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        given = {key.decode("latin-1"): value.decode("latin-1") for key, value in scope["headers"]}
        name = given.get("host", "")
        origin = given.get("origin", "")
        if not is_own_name(name) or (origin and _host_of(origin)[0] != name):
            await self._refuse(scope, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                have = {key for key, _ in message["headers"]}
                message["headers"] += [
                    (key.encode(), value.encode()) for key, value in HEADERS.items() if key.encode() not in have
                ]
            await send(message)

        await self.app(scope, receive, sent)

    async def _refuse(self, scope: Scope, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        await send({"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]})
        await send({"type": "http.response.body", "body": b"This page is not served under that name."})


def is_own_name(name: str) -> bool:
    """Whether a request came under a bare address or a name of this machine, not under one that was pointed here."""
    host = _host_of(f"//{name}")[1]
    if host == "localhost" or host == socket.gethostname().lower():
        return True
    if host.removesuffix(".local") == socket.gethostname().lower().split(".")[0]:
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _host_of(address: str) -> tuple[str, str]:
    """The host of an address with its port, and bare; empty words if it is no address."""
    try:
        parts = urlsplit(address)
        return parts.netloc, parts.hostname or ""
    except ValueError:
        return "", ""


class Doors:
    """What each route does."""

    def __init__(self, host: Host) -> None:
        self.host = host

    def page(self, name: str) -> Callable[[Request], Awaitable[Response]]:
        async def shown(_: Request) -> Response:
            return _answer(name)

        return shown

    async def file(self, request: Request) -> Response:
        name = request.path_params["name"]
        return _answer(name) if name in _web_names() else PlainTextResponse("not here", 404)

    async def font(self, request: Request) -> Response:
        name, _, ending = request.path_params["name"].partition(".")
        if name not in FONTS or ending != "otf":
            return PlainTextResponse("not here", 404)
        kept = {"cache-control": "max-age=604800"}
        return Response(read_bytes(f"fonts/{name}.otf"), media_type=TYPES["otf"], headers=kept)

    async def uplot(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in CHARTS:
            return PlainTextResponse("not here", 404)
        return Response(read_bytes(f"uplot/{name}"), media_type=TYPES[name.rpartition(".")[2]])

    async def icons(self, _: Request) -> Response:
        return Response(_sprite(), media_type=TYPES["svg"])

    async def firms(self, _: Request) -> Response:
        return Response(_firms(), media_type=TYPES["css"])

    async def favicon(self, _: Request) -> Response:
        drawn = read_text("icons/cpu.svg").replace("currentColor", "#56b4e9")
        return Response(drawn, media_type=TYPES["svg"])

    async def texts(self, request: Request) -> Response:
        language = request.path_params["language"]
        if language not in ("en", "ja"):
            return PlainTextResponse("not here", 404)
        return Response(_texts(language), media_type="application/json")

    async def export(self, request: Request) -> Response:
        """With the teacher's secret in a header, so that it stands in no address."""
        host, name = self.host, request.path_params["name"]
        address = _address(request)
        now = time.monotonic()
        if not host.guesses.may_try(address, now):
            return PlainTextResponse("too many tries; wait a minute", 429)
        if not is_same(request.headers.get("x-room-secret", ""), host.room.opened.teacher):
            host.guesses.missed(address, now)
            return PlainTextResponse("the teacher's secret is needed", 403)
        if name == "decisions.csv":
            content: bytes = (await host.think(export.decisions, host.room, host.game)).encode("utf-8-sig")
        elif name == "outcomes.csv":
            content = (await host.think(export.outcomes, host.game)).encode("utf-8-sig")
        elif name == "journal.race":
            content = (host.folder / "game.race").read_bytes()
        else:
            return PlainTextResponse("not here", 404)
        kind = "text/csv; charset=utf-8" if name.endswith(".csv") else "application/octet-stream"
        return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})

    def socket(self, who: Who) -> Callable[[WebSocket], Awaitable[None]]:
        async def connected(socket_: WebSocket) -> None:
            await _serve(self.host, socket_, who)

        return connected


# --- sockets -------------------------------------------------------------------------------------------


def may_come(host: Host, who: Who, address: str) -> bool:
    """Whether there is room for one more page.

    The teacher and the projector come in however full it is; one address takes so many places at most. This machine's
    own pages are not counted.
    """
    if not _is_loopback(address) and sum(client.address == address for client in host.clients) >= MOST_OF_ADDRESS:
        return False
    return who != "student" or len(host.clients) < MOST_CLIENTS


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


async def _serve(host: Host, socket_: WebSocket, who: Who) -> None:
    """One page from its coming to its going."""
    if not may_come(host, who, _address(socket_)):
        await socket_.close(1013)
        return
    await socket_.accept()
    client = Client(socket_, who, _address(socket_), time.monotonic())
    host.clients.add(client)
    writer = asyncio.create_task(client.write())
    reader = asyncio.create_task(_read(host, client))
    try:
        await asyncio.wait((writer, reader), return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (writer, reader):
            task.cancel()
        for outcome in await asyncio.gather(writer, reader, return_exceptions=True):
            if isinstance(outcome, Exception) and not isinstance(outcome, GONE):
                log.error("a page was lost", exc_info=outcome)
        host.clients.discard(client)
        host.changed("console")
        with contextlib.suppress(*GONE):
            await socket_.close()


async def _read(host: Host, client: Client) -> None:
    decoder = {"student": messages.student, "teacher": messages.teacher, "screen": messages.screen}[client.who]
    said_hello = False
    while True:
        wait = None if said_hello else HELLO_SECONDS
        message = await asyncio.wait_for(client.socket.receive(), wait)
        if message["type"] == "websocket.disconnect":
            return
        text: str | None = message.get("text")
        data: bytes = text.encode("utf-8", "surrogatepass") if text is not None else message.get("bytes") or b""
        if not client.bucket.take(time.monotonic()):
            client.let_go(1008)
            return
        said_hello = await handle(host, client, decoder, data) or said_hello


async def handle(host: Host, client: Client, decoder: Any, data: bytes) -> bool:
    """Take one message; whatever is wrong with it is answered by one line. Whether it was one."""
    n = 0
    try:
        message = messages.read(decoder, data)
        n = getattr(message, "n", 0)
        if client.who == "student":
            await students.take(host, client, message)
        elif client.who == "teacher":
            await teachers.take(host, client, message)
        elif isinstance(message, messages.Enter):
            await teachers.enter(host, client, message, host.room.opened.screen)
        else:
            client.language = message.language
            await host.show_all(client) if client.trusted else None
    except messages.Unfit:
        _deny(client, n, "room-unfit", {})
        return False
    except Denied as denied:
        _deny(client, n, denied.key, denied.args_of_text)
    except Exception:
        log.exception("a message could not be taken")
        _deny(client, n, "room-broke", {})
    return True


def _deny(client: Client, n: int, key: str, args: dict[str, Any]) -> None:
    text = pages.texts(client.language).say(key, **args)
    client.reply(msgspec.json.encode({"is": "denied", "n": n, "key": key, "text": text}))


def _address(connection: HTTPConnection) -> str:
    return connection.client.host if connection.client is not None else ""


# --- files ---------------------------------------------------------------------------------------------


def _web_names() -> list[str]:
    return sorted(entry.name for entry in files("game.classroom").joinpath("web").iterdir() if entry.is_file())


def _answer(name: str) -> Response:
    content = files("game.classroom").joinpath("web", name).read_bytes()
    return Response(content, media_type=TYPES[name.rpartition(".")[2]])


def _sprite() -> str:
    """All icons in one file, each to be drawn by its name."""
    found = []
    for name in names_in("icons", ".svg"):
        drawn = read_text(f"icons/{name}.svg")
        inner = drawn[drawn.index(">", drawn.index("<svg")) + 1 : drawn.rindex("</svg>")]
        found.append(f'<symbol id="icon-{name}" viewBox="0 0 24 24">{inner}</symbol>')
    return f'<svg xmlns="http://www.w3.org/2000/svg" class="icons" aria-hidden="true">{"".join(found)}</svg>'


def _firms() -> str:
    """The colours of firms, on dark grounds and on light ones."""

    def named(shades: Shades) -> str:
        return " ".join(f"--{name}: rgb({red} {green} {blue});" for name, (red, green, blue) in shades.items())

    used = [f'[data-colour="{name}"] {{ --firm: var(--{name}) }}' for name in STANDARD_FIRMS]
    light = f':root[data-theme="light"] {{ {named(PAPER_FIRMS)} }}'
    return "\n".join([f":root {{ {named(STANDARD_FIRMS)} }}", light, *used])


def _texts(language: str) -> bytes:
    """The words that pages say themselves, by key; what stands in braces they fill in."""
    return msgspec.json.encode(pages.said(language))
