"""A game that is saved, loaded, replayed or killed in mid-turn is the same game."""

import subprocess
import sys
from pathlib import Path

import pytest

from agents.orders import AnyOrder, BuildHall, Order, RaiseEquity, SetPolicy, StartRun
from game import saves
from game.forks import Change
from game.saves import SaveError
from game.session import PERSON, Session, replay
from levels import loader
from levels.loader import Resolved

ROOT = Path(__file__).parents[2]


def start(resolved: Resolved, journal: Path | None = None, seed: int = 5) -> Session:
    return Session.new(resolved, seed, {"xai": PERSON}, journal=journal)


def play(session: Session, turns: int) -> None:
    for _ in range(turns):
        orders = [advice.order for advice in session.advice("xai")]
        assert session.submit("xai", orders) == []
        session.advance()


def test_saved_and_continued_is_continued(september: Resolved, tmp_path: Path) -> None:
    straight, broken = start(september), start(september)
    play(straight, 6)
    play(broken, 3)
    broken.save(tmp_path / "a.race")
    loaded = Session.load(tmp_path / "a.race")
    play(loaded, 3)
    assert loaded.digests == straight.digests
    assert loaded.race.recorder.rows == straight.race.recorder.rows
    assert loaded.race.world.books.entries == straight.race.world.books.entries


def test_replay_gives_the_same_digests(september: Resolved, tmp_path: Path) -> None:
    session = start(september, tmp_path / "j.race")
    play(session, 4)
    again, report = replay(tmp_path / "j.race")
    assert report.same_rules
    assert report.differs_at == 0
    assert again.digests == session.digests


def test_a_replay_notices_a_changed_order(september: Resolved, tmp_path: Path) -> None:
    path = tmp_path / "j.race"
    session = start(september, path)
    play(session, 3)
    lines = path.read_bytes().splitlines(keepends=True)
    kept = [line for line in lines if b'"turn":2' not in line or b'"line":"plan"' not in line]
    assert len(kept) == len(lines) - 1
    path.write_bytes(b"".join(kept))
    _, report = replay(path)
    assert report.differs_at == 2


def test_a_killed_process_loses_nothing_submitted(tmp_path: Path) -> None:
    path = tmp_path / "k.race"
    code = f"""
import os
from pathlib import Path
from agents.orders import SetPolicy
from game.session import Session
from levels import loader
s = Session.new(loader.load("september_2024"), 3, {{"openai": "person"}}, journal=Path({str(path)!r}))
s.submit("openai", [])
s.advance()
s.submit("openai", [SetPolicy("hiring", 0.05)])
os._exit(9)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert done.returncode == 9
    session = Session.load(path)
    assert session.turn == 2
    assert session.missing() == []
    session.advance()
    assert session.race.world.firms["openai"].policies.hiring == 0.05


def test_a_line_that_was_cut_off_is_dropped(september: Resolved, tmp_path: Path) -> None:
    path = tmp_path / "c.race"
    session = start(september, path)
    play(session, 2)
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"line":"plan","pl')
    loaded = Session.load(path, keep_writing=True)
    assert loaded.digests == session.digests
    assert path.read_bytes() == whole


def test_a_replay_tells_that_the_end_is_cut_off(september: Resolved, tmp_path: Path) -> None:
    path = tmp_path / "t.race"
    session = start(september, path)
    play(session, 3)
    path.write_bytes(path.read_bytes()[:-500])
    _, report = replay(path)
    assert report.cut
    assert report.turns == 2


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"hello\n", "line 1"), (b"", "header"), (b'{"line":"turn","turn":1,"month":3,"digest":"x"}\n', "header")],
)
def test_what_is_no_save_is_told_in_one_line(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "bad.race"
    path.write_bytes(content)
    with pytest.raises(SaveError) as told:
        Session.load(path)
    assert word in str(told.value)
    assert "\n" not in str(told.value)


def test_a_missing_save_is_told(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="cannot be read"):
        Session.load(tmp_path / "none.race")


def test_refused_orders_submit_nothing(september: Resolved) -> None:
    session = start(september)
    orders: list[AnyOrder] = [StartRun(6, 0.5), RaiseEquity("nobody", 1)]
    refused = session.submit("xai", orders)
    assert [order for order, _ in refused] == [orders[1]]
    assert session.missing() == ["xai"]


def test_quotes_views_and_advice_change_nothing(september: Resolved) -> None:
    session = start(september)
    play(session, 2)
    before = session.race.digest()
    orders: list[Order] = [StartRun(6, 0.5), BuildHall("texas", 20_000, True, False), SetPolicy("hiring", 0.02)]
    for firm in september.level.seats:
        session.view(firm)
        session.advice(firm)
        planned: list[AnyOrder] = []
        for order in orders:
            session.quote(firm, planned, order)  # type: ignore[arg-type]
        for option in session.options(firm):
            assert option.kind
    assert session.race.digest() == before


def test_a_save_of_older_rules_still_loads(
    september: Resolved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.race"
    session = start(september, path)
    play(session, 2)
    monkeypatch.setattr(saves, "rules_hash", lambda: "another")
    assert Session.load(path).turn == 3
    assert not replay(path)[1].same_rules


def test_settings_travel_with_the_save(tmp_path: Path) -> None:
    resolved = loader.load("september_2024", ["firms.xai.cash_usd=4000000000"])
    session = start(resolved)
    play(session, 1)
    session.save(tmp_path / "s.race")
    assert Session.load(tmp_path / "s.race").resolved.level.firms["xai"].cash_usd == 4_000_000_000


@pytest.fixture(scope="module")
def watched(september: Resolved) -> Session:
    session = Session.new(september, 5, {}, rivals="steady")
    for _ in range(3):
        session.advance()
    return session


def test_a_game_taken_over_knows_its_past(watched: Session, tmp_path: Path) -> None:
    path = tmp_path / "taken.race"
    snapshots, _ = watched.snapshots()
    session = watched.as_of(2, snapshots[1], {**watched.seats, "xai": PERSON})
    session.go_on(path)
    assert session.people == ["xai"]
    assert session.submit("xai", [SetPolicy("hiring", 0.05)]) == []
    session.advance()
    for each in (session, Session.load(path)):
        assert each.explain("xai", "me.cash_usd").whole == each.view("xai").me.cash_usd
        assert each.change("xai", "me.cash_usd").before == watched.as_of(2, snapshots[1]).view("xai").me.cash_usd
        assert each.snapshots()[1] == 0
        found = each.fork(1)
        assert (found.differs_at, found.digest, found.fork_digest) == (0, each.race.digest(), each.race.digest())
        found = each.fork(3, [Change("xai", "drop", "set_policy")])
        assert (found.differs_at, found.parts) == (0, "2025-04")
    again, report = replay(path)
    assert report.differs_at == 0
    assert again.digests == session.digests
    assert again.race.recorder.rows == session.race.recorder.rows
    assert again.people == ["xai"]


def test_a_game_taken_over_shows_who_held_the_seats_before(watched: Session) -> None:
    snapshots, _ = watched.snapshots()
    session = watched.as_of(1, snapshots[0], {"xai": PERSON})
    session.submit("xai", [])
    session.advance()
    kept, _ = session.snapshots()
    assert session.as_of(0, "").people == []
    assert session.as_of(1, kept[0]).people == ["xai"]
    handed_on = session.as_of(1, kept[0], {"openai": PERSON})
    assert (handed_on.people, handed_on.begun.seats) == (["openai"], {})
    assert len(handed_on.begun.taken) == 1
    from_the_start = session.as_of(0, "", {"openai": PERSON})
    assert (from_the_start.begun.seats, from_the_start.begun.taken) == ({"openai": PERSON}, ())


def test_a_save_without_takers_still_loads(september: Resolved, tmp_path: Path) -> None:
    path = tmp_path / "plain.race"
    session = start(september, path)
    play(session, 1)
    path.write_bytes(path.read_bytes().replace(b',"taken":[]', b"", 1))
    assert b'"taken":[' not in path.read_bytes().splitlines()[0]
    loaded = Session.load(path)
    assert (loaded.seats, loaded.digests) == (session.seats, session.digests)


def test_a_game_gives_its_witnesses_back(september: Resolved) -> None:
    session = start(september)
    play(session, 1)
    session.recall()
    witnesses = [session._past, session._earlier]
    session.dispose()
    for witness in witnesses:
        assert witness is not None
        assert len(witness.agents) == 0
    assert session._past is None
