"""A room over real sockets: who sees what, who may do what, and a server that is killed in mid-turn."""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.session import Session, replay
from tests.classroom.server import Server
from tests.classroom.wire import open_page, returning, student, teacher

SAFE = {"order": "set_policy", "policy": "safety", "value": 0.31}
BOLD = {"order": "set_policy", "policy": "safety", "value": 0.07}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server("l6_the_race", tmp_path_factory.mktemp("rooms") / "room")
    yield server
    assert server.stop() == 0
    assert "Traceback" not in server.errors()


def fetch(server: Server, path: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
    request = urllib.request.Request(
        server.address + path, headers={k.replace("_", "-"): v for k, v in headers.items()}
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        return error.code, error.read(), dict(error.headers)


def test_a_room_from_join_to_export_with_a_crash_in_mid_turn(server: Server) -> None:
    async def before() -> list[str]:
        console, screen = await teacher(server), await open_page(server, "screen")
        await screen.ask("enter", "screen", secret=server.screen)
        ada, bob, cy = [await student(server, name, seat) for name, seat in SEATED]
        assert ada.states["mine"]["captain"] == ""
        assert bob.states["mine"]["captain"] == "Ada"
        # Nothing is taken before the turn opens.
        assert (await ada.ask("hand", "handed", n=1, orders=[SAFE]))["key"] == "room-not-open"
        await console.send("set", rivals="hidden")
        await console.send("act", what="open")
        await ada.until(lambda page: page.states["room"]["phase"] == "open")
        quote = await ada.ask("ask", "quote", n=2, orders=[], order=SAFE)
        assert quote["n"] == 2
        assert not quote["quote"]["refused"]
        assert (await ada.ask("hand", "handed", n=3, orders=[SAFE]))["turn"] == 1
        refused = await bob.ask("hand", "refused", n=4, orders=[{"order": "bid_site", "lot": "x", "amount_usd": 5}])
        assert refused["is"] == "refused"
        assert refused["why"][0][0] == 0
        assert (await bob.ask("hand", "handed", n=5, orders=[BOLD]))["is"] == "handed"
        assert (await cy.ask("hand", "handed", n=6, orders=[BOLD]))["is"] == "handed"
        await console.until(lambda page: sum(player["done"] for player in page.states["console"]["players"]) == 3)
        await screen.until(lambda page: all(team["state"] != "waits" for team in page.states["room"]["teams"]))
        # Nobody else has heard a plan: not the projector, not the other firm.
        for page in (screen, cy):
            assert "0.31" not in json.dumps(page.heard)
        assert "0.07" not in json.dumps(screen.heard)
        for secret in (server.teacher, server.code):
            assert secret not in json.dumps(cy.heard)
        assert cy.states["board"]["firm"] == "anthropic"
        assert cy.states["board"]["rivals"] == []
        for page in (console, screen, ada, bob, cy):
            await page.close()
        return [ada.token, bob.token, cy.token]

    tokens = asyncio.run(before())
    server.kill()
    code, port = server.code, server.port
    server.start()
    assert (server.code, server.port) == (code, port)

    async def after() -> None:
        console = await teacher(server)
        ada, bob, cy = [await returning(server, token) for token in tokens]
        assert [page.states["mine"]["name"] for page in (ada, bob, cy)] == ["Ada", "Bob", "Cy"]
        assert ada.states["mine"]["handed"] == [SAFE]
        assert bob.states["mine"]["handed"] == [BOLD]
        await console.ask("act", "done", what="close")
        await ada.until(lambda page: page.states["board"]["number"] == 2)
        assert ada.states["mine"]["handed"] is None or await ada.until(lambda page: page.states["mine"]["turn"] == 2)
        # Two tabs of one phone are one player.
        tab = await returning(server, tokens[0])
        await console.send("act", what="open")
        await tab.until(lambda page: page.states["room"]["phase"] == "open")
        await tab.ask("hand", "handed", n=7, orders=[BOLD])
        await ada.until(lambda page: page.states["mine"]["handed"] == [BOLD])
        # The teacher undoes, asks what if, forces, and ends.
        await console.ask("act", "done", what="force")
        await console.until(lambda page: len(page.states["console"]["turns"]) == 2)
        answer = await console.ask("whatif", "done", seat="openai", turn=1, place=0)
        assert answer["is"] == "done", answer
        found = await console.until(lambda page: page.states["console"]["whatif"])
        assert found["firm"] == "OpenAI"
        assert len(found["scores"]) == 3
        assert (await console.ask("undo", "done", turn=2))["is"] == "done"
        await ada.until(lambda page: page.states["board"]["number"] == 2)
        assert (await console.ask("act", "done", what="end"))["is"] == "done"
        for page in (console, ada, bob, cy, tab):
            await page.close()

    asyncio.run(after())

    status, decisions, _ = fetch(server, "/export/decisions.csv", x_room_secret=server.teacher)
    lines = decisions.decode("utf-8-sig").splitlines()
    assert status == 200
    assert lines[0] == "turn,month,firm,decided_by,number,order,in_words,values"
    assert [line.split(",")[:4] for line in lines[1:]] == [
        ["1", "Oct 2024", firm, by] for firm, by in (("openai", "team"), ("xai", "mind"), ("anthropic", "team"))
    ]
    assert "Ada" not in decisions.decode()
    status, outcomes, _ = fetch(server, "/export/outcomes.csv", x_room_secret=server.teacher)
    assert len(outcomes.decode().splitlines()) == 1 + 3 * (1 + 3)
    _, journal, _ = fetch(server, "/export/journal.race", x_room_secret=server.teacher)
    saved = server.folder.parent / "taken.race"
    saved.write_bytes(journal)
    session, told = replay(saved)
    assert (told.turns, told.differs_at, told.same_rules) == (1, 0, True)
    session.dispose()
    kept = Session.load(next(server.folder.glob("*before-undo*")))
    assert len(kept.turns) == 2
    kept.dispose()


SEATED = (("Ada", "openai"), ("Bob", "openai"), ("Cy", "anthropic"))


def test_files_are_served_with_a_strict_policy_and_nothing_else_is(server: Server) -> None:
    for path in ("/", "/teach", "/projector"):
        status, body, headers = fetch(server, path)
        assert status == 200
        assert "default-src 'none'" in headers["content-security-policy"]
        assert b"http://" not in body
        assert b"https://" not in body
    for path in (
        "/web/../server.py",
        "/web/%2e%2e/server.py",
        "/fonts/..%2fOFL.txt",
        "/texts/de",
        "/export/x",
        "/qr.svg",
        "/x",
    ):
        status, body, _ = fetch(server, path)
        assert status in (403, 404), path
        assert b"Traceback" not in body
    for name in ("evil.example", "["):
        assert fetch(server, "/", Host=name)[0] == 403
        assert fetch(server, "/", Origin=f"http://{name}")[0] == 403
    assert fetch(server, "/export/decisions.csv", x_room_secret=server.screen)[0] == 403


def test_strangers_are_turned_away(server: Server) -> None:
    async def knock() -> None:
        page = await open_page(server, "teacher")
        assert (await page.ask("act", "done", what="open"))["key"] == "room-secret-first"
        assert (await page.ask("enter", "done", secret="guess"))["key"] == "room-secret-wrong"
        assert (await page.ask("act", "done", what="open"))["key"] == "room-secret-first"
        assert set(page.states) <= {"denied"}
        assert server.code not in json.dumps(page.heard)
        screen = await open_page(server, "screen")
        assert (await screen.ask("enter", "screen", secret=server.code))["key"] == "room-secret-wrong"
        phone = await open_page(server, "student")
        assert not (await phone.ask("hello", "hello", token="nobody"))["known"]
        assert (await phone.ask("draft", "draft", n=1, orders=[]))["key"] == "room-join-first"
        for each in (page, screen, phone):
            await each.close()

    asyncio.run(knock())


def test_the_clock_plays_a_turn_and_guessing_the_code_is_slow(tmp_path: Path) -> None:
    server = Server("l0_first_cluster", tmp_path / "room")

    async def play() -> None:
        """Nobody answers: the clock plays the turns, and after two of them the firm's mind does."""
        console, ada = await teacher(server), await student(server, "Ada")
        await console.ask("set", "done", seconds=1)
        for turn in (1, 2, 3):
            await console.ask("act", "done", what="open")
            await ada.until(lambda page, turn=turn: page.states["board"]["number"] == turn + 1)
        turns = await console.until(
            lambda page: page.states["console"]["turns"] if len(page.states["console"]["turns"]) == 3 else None
        )
        assert [line["plans"][0][4] for line in turns] == ["mind", "missed", "missed"]
        # Who answers has the firm back; where all have answered the turn is played at once.
        await console.ask("set", "done", seconds=0, closing=True)
        await console.ask("act", "done", what="open")
        await ada.until(lambda page: page.states["room"]["phase"] == "open")
        assert (await ada.ask("hand", "handed", n=1, orders=[]))["is"] == "handed"
        await ada.until(lambda page: page.states["board"]["number"] == 5)
        await ada.until(lambda page: page.states["mine"]["missed"] == 0)
        for page in (console, ada):
            await page.close()

    async def guess() -> None:
        page = await open_page(server, "student")
        await page.ask("hello", "hello")
        keys = [(await page.ask("join", "joined", code=f"ACDEF{n}", name="Eve"))["key"] for n in range(12)]
        assert keys[:8] == ["room-code-wrong"] * 8
        assert keys[-1] == "room-code-slow"
        # Even the right one, for a while.
        assert (await page.ask("join", "joined", code=server.code, name="Eve"))["key"] == "room-code-slow"
        await page.close()

    try:
        asyncio.run(play())
        asyncio.run(guess())
    finally:
        assert server.stop() == 0
