"""A batch's folder loses nothing: torn lines, parts cut short, a full disk, two writers, unlike makers."""

import errno
import os
import random
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pyarrow.parquet as pq
import pytest

from agents import orders
from game.lab import batch, identity, journal, merging, packing, tables, verifying
from game.lab.journal import JOURNAL_FILE, Journal
from game.lab.plan import Arm
from game.lab.runner import Done
from game.lab.seats import Asked
from game.lab.trouble import LabError
from tests.lab import quick

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    quick.use(monkeypatch)


def both(folder: Path) -> tuple[Any, Any]:
    return pq.read_table(folder / "games.parquet"), pq.read_table(folder / "records.parquet")


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """Forty games that nothing disturbed."""
    batch.play(quick.plan_of(), 20, tmp_path / "whole")
    return tmp_path / "whole"


def stopped(folder: Path, after: int = 12) -> Path:
    """The same batch, stopped after some games: a journal and parts, no tables."""

    def stop(done: int, all_of_them: int) -> None:
        if done >= after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        batch.play(quick.plan_of(), 20, folder, progress=stop)
    return folder


def test_every_row_has_the_key_of_its_game(whole: Path) -> None:
    rows = pq.read_table(whole / "games.parquet").to_pylist()
    assert len({(row["point"], row["replicate"], row["rotation"]) for row in rows}) == 40
    assert [row["arm"] for row in rows[:3]] == ["one", "two", "one"]


def test_a_part_cut_short_is_told_and_only_its_games_are_played_again(whole: Path, tmp_path: Path) -> None:
    folder = stopped(tmp_path / "stopped")
    part = sorted((folder / "parts").iterdir())[1]
    part.write_bytes(part.read_bytes()[: part.stat().st_size // 2])
    told: list[str] = []
    report = batch.play(quick.plan_of(), 20, folder, say=told.append)
    assert told == [f"{folder}: the records of 10 games are lost or cut short; played again"]
    assert report.played == 40 - 20 + 10
    assert both(folder) == both(whole)
    assert batch.play(quick.plan_of(), 20, folder).played == 0


def test_a_damaged_table_of_records_stands_aside_and_is_made_again(whole: Path, tmp_path: Path) -> None:
    folder = tmp_path / "hurt"
    shutil.copytree(whole, folder)
    table = folder / "records.parquet"
    table.write_bytes(table.read_bytes()[:-100])
    told: list[str] = []
    batch.play(quick.plan_of(), 20, folder, say=told.append)
    assert "is damaged and stands aside as records.parquet.damaged" in told[0]
    assert both(folder) == both(whole)


def test_damage_inside_a_part_is_one_line_and_the_same_command_mends_it(whole: Path, tmp_path: Path) -> None:
    folder = stopped(tmp_path / "stopped")
    part = sorted((folder / "parts").iterdir())[0]
    data = bytearray(part.read_bytes())
    data[60:70] = bytes(10)
    part.write_bytes(data)
    with pytest.raises(LabError, match="is damaged and set aside; the same command plays its games again"):
        batch.play(quick.plan_of(), 20, folder)
    batch.play(quick.plan_of(), 20, folder)
    assert both(folder) == both(whole)


def test_a_table_of_games_cut_short_is_made_again(whole: Path, tmp_path: Path) -> None:
    folder = tmp_path / "hurt"
    shutil.copytree(whole, folder)
    table = folder / "games.parquet"
    table.write_bytes(table.read_bytes()[:1000])
    assert batch.play(quick.plan_of(), 20, folder).played == 0
    assert both(folder) == both(whole)


def test_a_crash_between_the_tables_and_the_parts_doubles_nothing(
    whole: Path, tmp_path: Path, monkeypatch: Any
) -> None:
    folder = tmp_path / "crashed"
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            batch.play(quick.plan_of(), 10, folder)
    batch.play(quick.plan_of(), 20, folder)
    assert both(folder) == both(whole)


def test_a_full_disk_is_one_line_and_what_was_there_is_intact(whole: Path, tmp_path: Path, monkeypatch: Any) -> None:
    folder = stopped(tmp_path / "full")
    there = (folder / JOURNAL_FILE).read_bytes()

    def full(file: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(LabError) as caught:
            batch.play(quick.plan_of(), 20, folder)
    assert str(caught.value).endswith("cannot be written (No space left on device); the same command resumes")
    assert (folder / JOURNAL_FILE).read_bytes() == there
    with monkeypatch.context() as patch:
        patch.setattr(pq, "write_table", lambda *_, **__: full(None))
        with pytest.raises(LabError, match=r"No space left on device\); make room, then give the same command again"):
            batch.play(quick.plan_of(), 20, folder)
    batch.play(quick.plan_of(), 20, folder)
    assert both(folder) == both(whole)


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of file sizes is Linux's")
def test_a_disk_that_fills_in_the_middle_of_a_line_leaves_whole_lines(tmp_path: Path) -> None:
    code = """
import resource, signal, sys
from pathlib import Path
import pytest
from game.lab import batch
from game.lab.trouble import LabError
from tests.lab import quick
quick.use(pytest.MonkeyPatch())
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
try:
    batch.play(quick.plan_of(), 120, Path(sys.argv[1]))
except LabError as error:
    print(error)
"""
    told = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "b")], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (
        told.stdout
        == f"{tmp_path / 'b' / JOURNAL_FILE}: cannot be written (File too large); the same command resumes\n"
    )
    data = (tmp_path / "b" / JOURNAL_FILE).read_bytes()
    assert 10_000 < len(data) <= 20_000
    assert data.endswith(b"\n")
    batch.play(quick.plan_of(), 120, tmp_path / "b")
    assert [row.game for row in journal.rows_in(tmp_path / "b")] == list(range(240))
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 20000


def test_two_batches_cannot_write_into_one_folder(tmp_path: Path) -> None:
    with Journal(tmp_path, quick.plan_of()), pytest.raises(LabError, match="another batch is writing there"):
        batch.play(quick.plan_of(), 1, tmp_path)


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("rules", "0123", "other rules of the game: 0123, here "),
        ("code", "0.0.9", "another version of the program: 0.0.9, here "),
        ("python", "2.7", "another Python: 2.7, here "),
        ("plan", "0123", "another plan (level, seed, values, minds, rotation or stop rule): 0123, here "),
    ],
)
def test_a_folder_of_unlike_games_is_not_resumed_and_the_difference_is_named(
    tmp_path: Path, name: str, value: str, line: str, monkeypatch: Any
) -> None:
    own = identity.of(quick.plan_of())
    with monkeypatch.context() as patch:
        patch.setattr(identity, "of", lambda plan: msgspec.structs.replace(own, **{name: value}))
        batch.play(quick.plan_of(), 2, tmp_path)
    before = (tmp_path / JOURNAL_FILE).read_bytes()
    with pytest.raises(LabError) as caught:
        batch.play(quick.plan_of(), 3, tmp_path)
    assert f"holds games of {line}" in str(caught.value)
    assert (tmp_path / JOURNAL_FILE).read_bytes() == before


def test_a_mind_from_outside_that_was_edited_is_another_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    text = "class Mine:\n    name = 'mine'\n    def advise(self, desk):\n        return []\n"

    def write(more: str) -> None:
        (tmp_path / "edited_mind.py").write_text(text + more, encoding="utf-8")
        identity.mind.cache_clear()  # as in a new process
        monkeypatch.delitem(sys.modules, "edited_mind", raising=False)

    plan = msgspec.structs.replace(quick.plan_of(), arms=[Arm({}, {"xai": "edited_mind:Mine"})])
    write("")
    batch.play(plan, 2, tmp_path / "out")
    write("# a remark\n")
    for again in (
        lambda: batch.play(plan, 3, tmp_path / "out"),
        lambda: verifying.verify(tmp_path / "out", 1),
        lambda: merging.merge([tmp_path / "out"], tmp_path / "all"),
    ):
        with pytest.raises(LabError, match="another version of a mind from outside"):
            again()
    write("")
    assert batch.play(plan, 3, tmp_path / "out").played == 1
    (tmp_path / "edited_mind.py").unlink()
    identity.mind.cache_clear()
    monkeypatch.delitem(sys.modules, "edited_mind")
    with pytest.raises(LabError, match="edited_mind:Mine: no module edited_mind in this folder"):
        batch.play(plan, 3, tmp_path / "out")


def test_a_line_is_a_fifth_of_what_it_says_and_older_lines_are_read(tmp_path: Path) -> None:
    """Rows of whole games of six firms, as a chunk holds them: names that all share, and figures of their own."""
    dice = random.Random(4)
    kinds = sorted(orders.names())
    rows = [
        tables.GameRow(
            **tables.place_of("september_2024", Asked(game, game + 1, {"months": "76"}, {"xai": "bold"})),
            winner="xai", winners=("xai",), turns=25, months=76, reason="end", digest=f"{dice.getrandbits(128):032x}",
            scores=tuple(
                tables.SeatScore(firm, "steady", dice.random(), 1, {each: dice.random() for each in quick.SCORED})
                for firm in "abcdef"
            ),
            orders={firm: {kind: (dice.randrange(20), 0) for kind in dice.sample(kinds, 30)} for firm in "abcdef"},
        )
        for game in range(10)
    ]  # fmt: skip
    done = Done(rows, "records-000000000-12345678.parquet", 4.0, [{"score": 1.0}] * 10)
    plain, line = msgspec.json.encode(done), packing.pack(done)
    assert len(plain) > 40_000
    assert len(line) < len(plain) / 3
    for each in (plain, line):
        assert packing.unpack(each) == done
        assert packing.glance(each) == (list(range(10)), done.part)
    whole = tmp_path / "whole"
    batch.play(quick.plan_of(), 12, whole)
    file = whole / JOURNAL_FILE
    first, *lines = file.read_bytes().splitlines()
    older = [msgspec.json.encode(packing.unpack(each)) for each in lines]
    rows_then = list(journal.rows_in(whole))
    file.write_bytes(b"\n".join([first, *older, b""]))
    assert list(journal.rows_in(whole)) == rows_then
    assert batch.play(quick.plan_of(), 12, whole).played == 0
    assert batch.play(quick.plan_of(), 14, whole).played == 4
    assert len(list(journal.rows_in(whole))) == 28


def test_a_damaged_line_is_named_and_without_it_its_games_are_played_again(whole: Path) -> None:
    file = whole / JOURNAL_FILE
    lines = file.read_bytes().splitlines(keepends=True)
    there = list(journal.rows_in(whole))
    for hurt in (lines[2][:200] + b"0" + lines[2][201:], lines[2][:90] + lines[2][120:], b"[]\n", b"{}\n"):
        assert hurt != lines[2]
        file.write_bytes(b"".join([*lines[:2], hurt, *lines[3:]]))
        for again in (lambda: list(journal.rows_in(whole)), lambda: batch.play(quick.plan_of(), 21, whole)):
            with pytest.raises(LabError, match=r"line 3 is damaged; remove that line, and the batch command plays"):
                again()
    file.write_bytes(b"".join([*lines[:2], *lines[3:]]))
    assert batch.play(quick.plan_of(), 20, whole).played == len(packing.glance(lines[2]).games)
    assert list(journal.rows_in(whole)) == there


def test_no_journal_is_told(tmp_path: Path) -> None:
    (tmp_path / JOURNAL_FILE).write_text("{}\n", encoding="utf-8")
    with pytest.raises(LabError, match="line 1 is not a batch's; choose another --out"):
        batch.play(quick.plan_of(), 1, tmp_path)


def test_shards_are_parts_and_keep_their_seeds_whole(tmp_path: Path) -> None:
    plan = quick.plan_of()
    for index in (1, 2, 3):
        batch.play(plan, 7, tmp_path / str(index), shard=batch.Shard(index, 3))
    games = [[row.game for row in journal.rows_in(tmp_path / str(index))] for index in (1, 2, 3)]
    assert games[0] == [0, 1, 6, 7, 12, 13]
    assert sorted([*games[0], *games[1], *games[2]]) == list(range(14))
    with pytest.raises(LabError, match="holds shard 1/3, not shard 2/3"):
        batch.play(plan, 7, tmp_path / "1", shard=batch.Shard(2, 3))


@pytest.mark.parametrize("text", ["0/3", "4/3", "1", "a/b", "1/", "-1/3"])
def test_a_shard_that_is_none_is_told(text: str) -> None:
    with pytest.raises(LabError, match="expected i/n with i from 1 to n"):
        batch.Shard.parse(text)


def test_the_tables_of_many_games_are_written_in_groups(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(tables, "GROUP", 16)
    batch.play(quick.plan_of(), 20, tmp_path)
    told = pq.read_metadata(tmp_path / "games.parquet")
    assert [told.row_group(group).num_rows for group in range(told.num_row_groups)] == [16, 16, 8]
    assert tables.keys_of(tmp_path / "records.parquet") == [0, 10, 20, 30]
