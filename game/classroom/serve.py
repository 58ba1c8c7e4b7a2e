"""The command `classroom`: opens a room or goes on with it, says where it is, and serves it until it is stopped."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.classroom import shelf
from game.classroom.trouble import ClassroomError
from levels import loader

if TYPE_CHECKING:
    import uvicorn

    from game.classroom.host import Host

LOOPBACK = "127.0.0.1"
EVERYWHERE = ("0.0.0.0", "::")


def run(
    level: str,
    *,
    host: str = LOOPBACK,
    port: int = 8600,
    seed: int = 1,
    rivals: str | None = None,
    sets: Sequence[str] = (),
    folder: Path | None = None,
    new: bool = False,
    window: bool = False,
) -> None:
    """Serve a room until Ctrl+C. Raises ClassroomError, LevelError."""
    _check_installed()
    resolved = loader.load(level, sets)
    place = folder or (None if new else shelf.latest(resolved.name)) or shelf.new_folder(resolved.name)
    kept = (place / shelf.EVENTS).exists() and not new
    with contextlib.closing(_bind(host, port)) as door:
        port = door.getsockname()[1]
        room, game = shelf.resume(place) if kept else shelf.begin(place, resolved, seed, rivals)
        if game.session.resolved.name != resolved.name:
            raise ClassroomError(f"{place}: is a room for {game.session.resolved.name}; name that level, or use --new")
        from game.classroom.host import Host
        from game.classroom.ledger import Ledger

        open_room = Host(room, game, Ledger(place / shelf.EVENTS), place, addresses(host, port))
        _announce(open_room, host, port, kept=kept)
        with contextlib.suppress(KeyboardInterrupt):  # how the server hands Ctrl+C on when it has stopped
            if window:
                _show(open_room, door)
            else:
                asyncio.run(_serve(open_room, door))
    if open_room.wiped:
        shelf.wipe(place)
        print("The room and all names in it are gone.")
    elif open_room.room.phase == "over":
        shelf.forget_names(place)
        print(f"The race is over: the nicknames are gone, the race is kept in {place}")
    else:
        print(f"The room is kept; the same command opens it again. It lies in {place}")


def _show(room: Host, door: socket.socket) -> None:
    """Serve in a thread beside the projector's window; closing either ends both."""
    from game.classroom.window import open_wall

    app, wall = open_wall()
    room.mirror_language = app.texts.language
    room.mirror = lambda state: app.call_soon(lambda: wall.hear(state))
    server = _server(room)

    def served() -> None:
        try:
            asyncio.run(server.serve(sockets=[door]))
        finally:
            app.call_soon(app.quit)

    thread = threading.Thread(target=served, name="room", daemon=True)
    thread.start()
    try:
        app.run()
    finally:
        room.mirror = None
        server.should_exit = True
        thread.join(10)


async def _serve(room: Host, door: socket.socket) -> None:
    await _server(room).serve(sockets=[door])


def _server(room: Host) -> uvicorn.Server:
    import uvicorn

    from game.classroom.messages import MOST_BYTES
    from game.classroom.server import application

    config = uvicorn.Config(
        application(room),
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=False,
        ws_per_message_deflate=False,
        proxy_headers=False,
        ws_max_size=2 * MOST_BYTES,
        ws_max_queue=16,
        ws_ping_interval=15.0,
        ws_ping_timeout=30.0,
        timeout_graceful_shutdown=3,
        limit_concurrency=2000,
        backlog=512,
    )
    server = uvicorn.Server(config)

    def wiped() -> None:
        room.wiped = True
        server.should_exit = True

    room.on_wipe = wiped
    return server


def _bind(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises ClassroomError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    door = socket.socket(family, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
        door.listen(512)
    except OSError as error:
        door.close()
        why = error.strerror or str(error)
        raise ClassroomError(f"--host {host} --port {port}: cannot be used ({why}); choose another port") from error
    return door


def addresses(host: str, port: int) -> list[str]:
    """Where phones come to: this machine's addresses on its networks, the likeliest first."""
    if host not in EVERYWHERE:
        shown = f"[{host}]" if ":" in host else host
        return [f"http://{shown}:{port}"]
    found: list[str] = []
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("10.255.255.255", 1))  # nothing is sent: the system only picks a way out
        found.append(probe.getsockname()[0])
    with contextlib.suppress(OSError):
        found += [str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    own = [each for each in dict.fromkeys(found) if not each.startswith("127.")]
    return [f"http://{each}:{port}" for each in own or [LOOPBACK]]


def _announce(room: Host, host: str, port: int, *, kept: bool) -> None:
    """Where the three pages are; the secrets stand after #, which no server and no log sees."""
    opened = room.room.opened
    here = f"http://{LOOPBACK if host in EVERYWHERE else host}:{port}"
    lines = [
        f"The room is open{' again, as it was' if kept else ''}: {room.game.session.resolved.name}",
        f"  Teacher    {here}/teach#{opened.teacher}",
        f"  Projector  {here}/projector#{opened.screen}",
        f"  Students   {room.address}/  with the code {opened.code}",
    ]
    others = [each for each in room.addresses if each != room.address]
    if others:
        lines.append(f"             or {', '.join(others)}: the console chooses which one the projector shows")
    if host == LOOPBACK:
        lines.append("  Only this machine can join. To open the room to phones on the same network add --host 0.0.0.0")
    lines.append("  Ctrl+C stops; the room is kept.")
    print("\n".join(lines), flush=True)


def _check_installed() -> None:
    """Raises ClassroomError if the web server is not there."""
    try:
        import segno  # noqa: F401
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
        import websockets  # noqa: F401
    except ImportError as error:
        name = error.name or "a package"
        raise ClassroomError(
            f"classroom needs {name}; install with pip install '.[classroom]' (or compute-race[classroom])"
        ) from error
