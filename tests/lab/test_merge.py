"""Shards are laid together as if one machine had played them; replayed games are compared; a dry run plays nothing."""

import shutil
from pathlib import Path
from typing import Any

import msgspec
import pyarrow.parquet as pq
import pytest

from game.lab import batch, commands, identity, journal, merging, packing, rehearsal, solo, verifying
from game.lab.plan import make_plan
from game.lab.stopping import Stop
from game.lab.trouble import LabError
from tests.lab import quick


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    quick.use(monkeypatch)


def both(folder: Path) -> tuple[Any, Any]:
    return pq.read_table(folder / "games.parquet"), pq.read_table(folder / "records.parquet")


def shards(folder: Path, of: int = 3, seeds: int = 20) -> list[Path]:
    for index in range(1, of + 1):
        batch.play(quick.plan_of(), seeds, folder / str(index), shard=batch.Shard(index, of))
    return [folder / str(index) for index in range(1, of + 1)]


def test_merged_shards_equal_one_run_and_can_be_resumed(tmp_path: Path) -> None:
    batch.play(quick.plan_of(), 20, tmp_path / "whole")
    _, report = merging.merge(shards(tmp_path), tmp_path / "all")
    assert report.games == 40
    assert both(tmp_path / "all") == both(tmp_path / "whole")
    assert batch.play(quick.plan_of(), 20, tmp_path / "all").played == 0
    assert batch.play(quick.plan_of(), 21, tmp_path / "all").played == 2


def test_a_missing_shard_is_a_hole_that_the_batch_fills(tmp_path: Path) -> None:
    batch.play(quick.plan_of(), 20, tmp_path / "whole")
    merging.merge(shards(tmp_path)[::2], tmp_path / "all")
    assert batch.play(quick.plan_of(), 20, tmp_path / "all").played == 14
    assert both(tmp_path / "all") == both(tmp_path / "whole")


def test_shards_that_overlap_are_merged_once(tmp_path: Path) -> None:
    batch.play(quick.plan_of(), 20, tmp_path / "whole")
    batch.play(quick.plan_of(), 13, tmp_path / "part")
    merging.merge([*shards(tmp_path), tmp_path / "part"], tmp_path / "all")
    assert both(tmp_path / "all") == both(tmp_path / "whole")
    merging.merge([tmp_path / "part", tmp_path / "whole"], tmp_path / "other")
    assert both(tmp_path / "other") == both(tmp_path / "whole")


def test_a_stopped_shard_takes_part_with_what_it_has(tmp_path: Path) -> None:
    def stop(done: int, whole: int) -> None:
        if done >= 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        batch.play(quick.plan_of(), 20, tmp_path / "stopped", progress=stop)
    _, report = merging.merge([tmp_path / "stopped"], tmp_path / "all")
    assert report.games == 10
    assert pq.read_table(tmp_path / "all" / "records.parquet").num_rows == 10 * quick.MONTHS * len(quick.FIRMS)


def test_a_game_that_came_out_otherwise_elsewhere_is_refused(tmp_path: Path, monkeypatch: Any) -> None:
    batch.play(quick.plan_of(), 2, tmp_path / "here")

    def play(resolved: Any, asked: Any, **more: Any) -> Any:
        played = quick.play(resolved, asked, **more)
        digest = "otherwise" if asked.game == 3 else played.row.digest
        return msgspec.structs.replace(played, row=msgspec.structs.replace(played.row, digest=digest))

    monkeypatch.setattr(solo, "play", play)
    batch.play(quick.plan_of(), 2, tmp_path / "there")
    with pytest.raises(LabError, match=r"game 3 \(seed 2\) came out otherwise"):
        merging.merge([tmp_path / "here", tmp_path / "there"], tmp_path / "all")


@pytest.mark.parametrize("name", identity.Identity.__struct_fields__)
def test_unlike_shards_are_refused_and_the_difference_is_named(tmp_path: Path, name: str, monkeypatch: Any) -> None:
    batch.play(quick.plan_of(), 1, tmp_path / "here")
    own = identity.of(quick.plan_of())
    with monkeypatch.context() as patch:
        patch.setattr(identity, "of", lambda plan: msgspec.structs.replace(own, **{name: "0123"}))
        batch.play(quick.plan_of(), 1, tmp_path / "there")
    with pytest.raises(LabError, match=r"cannot be merged: (another|other)") as caught:
        merging.merge([tmp_path / "here", tmp_path / "there"], tmp_path / "all")
    assert identity.WORDS[name] in str(caught.value)
    assert not (tmp_path / "all").exists()


def test_what_cannot_be_merged_is_one_line(tmp_path: Path) -> None:
    one, two, _ = shards(tmp_path)
    (tmp_path / "empty").mkdir()
    for folders, out, line in (
        ([one, tmp_path / "none"], "all", "holds no batch"),
        ([one, tmp_path / "empty"], "all", "holds no batch"),
        ([one, one], "all", "a folder is named twice"),
        ([one, two], "1", "holds a batch already"),
    ):
        with pytest.raises(LabError, match=line):
            merging.merge(folders, tmp_path / out)
    table = one / "records.parquet"
    table.write_bytes(table.read_bytes()[:-50])
    with pytest.raises(LabError, match="is no whole table of records; its batch command plays again what is lost"):
        merging.merge([two, one], tmp_path / "all")
    assert not (tmp_path / "all").exists()  # the same name may be given again
    kept = tmp_path / "notes"
    kept.mkdir()
    (kept / "mine.txt").write_text("mine")
    with pytest.raises(LabError, match="is no whole table of records"):
        merging.merge([two, one], kept)
    assert [file.name for file in kept.iterdir()] == ["mine.txt"]


def test_a_batch_does_not_overwrite_the_tables_of_a_single_run(tmp_path: Path) -> None:
    one, two, _ = shards(tmp_path)
    single = tmp_path / "single"
    single.mkdir()
    shutil.copy(one / "games.parquet", single)
    before = (single / "games.parquet").read_bytes()
    for again in (lambda: batch.play(quick.plan_of(), 1, single), lambda: merging.merge([one, two], single)):
        with pytest.raises(LabError, match="holds tables of games that are no batch's; choose another folder"):
            again()
    assert [file.name for file in single.iterdir()] == ["games.parquet"]
    assert (single / "games.parquet").read_bytes() == before


def test_verify_replays_games_and_tells_the_one_that_differs(
    tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # real games
    plan = make_plan("september_2024", sets=["months=3"], minds=["xai=bold", "xai=passive"], rotate=["xai", "meta"])
    batch.play(plan, 1, tmp_path)
    assert commands.verify(tmp_path, games=9, workers=1) == 0
    assert "4 games played again: all as they were" in capsys.readouterr().out
    file = tmp_path / journal.JOURNAL_FILE
    digest = list(journal.rows_in(tmp_path))[2].digest
    lines = file.read_bytes().splitlines(keepends=True)
    place = next(place for place, line in enumerate(lines[1:], 1) if 2 in packing.glance(line).games)
    done = packing.unpack(lines[place])
    rows = [msgspec.structs.replace(row, digest="0" * 32) if row.game == 2 else row for row in done.rows]
    lines[place] = packing.pack(msgspec.structs.replace(done, rows=rows)) + b"\n"
    file.write_bytes(b"".join(lines))
    assert commands.verify(tmp_path, games=4, workers=1) == 1
    assert f"was {'0' * 32}, now {digest}" in capsys.readouterr().out


def test_verify_draws_with_its_seed_and_refuses_other_rules(tmp_path: Path, monkeypatch: Any) -> None:
    batch.play(quick.plan_of(), 20, tmp_path)
    drawn = [[row.game for row in verifying._drawn(tmp_path, 5, seed)] for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2]
    assert len(set(drawn[0])) == 5
    monkeypatch.setattr(identity, "rules", lambda: "0123")
    with pytest.raises(LabError, match="holds games of other rules"):
        verifying.verify(tmp_path, 1)


def test_a_dry_run_prints_the_table_and_its_cost_and_plays_nothing(tmp_path: Path, capsys: Any) -> None:
    rehearsal.show(quick.plan_of(), 50, tmp_path / "out", workers=2)
    told = capsys.readouterr().out
    assert "2 arms x 50 seeds from 1 x 1 rotation = 100 games" in told
    assert "on 2 idle cores" in told
    assert not (tmp_path / "out").exists()
    batch.play(quick.plan_of(), 10, tmp_path / "out")
    rehearsal.show(quick.plan_of(), 50, tmp_path / "out", workers=2, shard=batch.Shard(1, 5))
    told = capsys.readouterr().out.replace("\n", " ")
    assert "shard 1/5: 20 games" in told
    assert "has 20 games already" in told
    assert "by the last run there" in told


def test_a_long_plan_is_shown_by_its_ends(tmp_path: Path, capsys: Any) -> None:
    plan = quick.plan_of()
    many = [msgspec.structs.replace(plan.arms[0], name=f"arm-{number}") for number in range(40)]
    rehearsal.show(msgspec.structs.replace(plan, arms=many), 1, None, workers=1)
    told = capsys.readouterr().out
    assert "arm-4 " in told
    assert "30 more" in told
    assert "arm-5 " not in told
    assert "arm-39" in told


def test_a_stop_rule_looks_where_the_plan_says_and_ends_when_it_is_enough(tmp_path: Path) -> None:
    stop = Stop("score", 4.0, (20, 80, 320, 1280), "xai")
    report = batch.play(quick.plan_of(stop=stop), None, tmp_path)
    assert [look.seeds for look in report.looks] == [20, 80, 320][: len(report.looks)]
    assert [look.enough for look in report.looks] == [*[False] * (len(report.looks) - 1), True]
    assert report.games == 2 * report.looks[-1].seeds
    last = report.looks[-1]
    assert (last.high - last.low) / 2 <= 4.0
    assert last.low < last.value < last.high
    shutil.rmtree(tmp_path)
    paired = Stop("score", 1e9, (20, 40), "xai", arm="one", than="two")
    assert batch.play(quick.plan_of(stop=paired), None, tmp_path).games == 40
    with pytest.raises(LabError, match="a stop rule must see all games"):
        batch.play(quick.plan_of(stop=paired), None, tmp_path / "x", shard=batch.Shard(1, 2))
