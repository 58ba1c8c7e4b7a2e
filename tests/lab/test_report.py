"""The report of a batch: whole for small and broken batches, closed to the outside, and its figures are the tables'."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pyarrow.parquet as pq
import pytest

from game.lab import batch, commands, statistics, tables
from game.lab.plan import make_plan
from game.lab.report import pairs, reading, whole
from game.lab.trouble import LabError
from game.record import COLUMNS

LAB = ("openai", "xai", "microsoft", "google", "meta", "anthropic")


class Page(HTMLParser):
    """Reads a report as a browser does: sections, sentences, tables and everything that could lead outside."""

    VOID = ("meta", "link", "br", "input", "img", "hr")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.sections: list[str] = []
        self.ids: list[str] = []
        self.outside: list[str] = []
        self.tags: dict[str, int] = {}
        self.tables: dict[str, list[list[str]]] = {}
        self.words: dict[str, list[str]] = {}
        self._name = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: Sequence[tuple[str, str | None]]) -> None:
        told = dict(attributes)
        self.tags[tag] = self.tags.get(tag, 0) + 1
        if tag not in self.VOID:
            self.open.append(tag)
        if told.get("id"):
            self.ids.append(told["id"] or "")
        if tag == "section":
            self.sections.append(told["id"] or "")
        for name in ("src", "href", "action", "data", "poster", "srcset"):
            if name in told and not (told[name] or "").startswith("#") and told[name] != "data:,":
                self.outside.append(f"{tag} {name}={told[name]}")
        if any(name.startswith("on") for name in told):
            self.outside.append(f"{tag} {told}")
        label = told.get("aria-label") or ""
        if label.startswith("Data: "):
            self._name = f"{self.sections[-1]}/{label.removeprefix('Data: ')}"
            self.tables[self._name] = []
        if tag == "tr" and self._name and "details" in self.open:
            self.tables[self._name].append([])
        if tag in ("td", "th") and self._name and "details" in self.open:
            self.tables[self._name][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.VOID:
            return
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another element"
        if tag == "details":
            self._name = ""

    def handle_data(self, data: str) -> None:
        if self._name and self.open and self.open[-1] in ("td", "th"):
            self.tables[self._name][-1][-1] += data
        self.words.setdefault(self.open[-1] if self.open else "", []).append(data)

    def table(self, name: str) -> list[dict[str, str]]:
        head, *rows = self.tables[name]
        return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.fixture(scope="module")
def swept(tmp_path_factory: Any) -> Path:
    """Two arms, four seeds each, six months, with records."""
    folder = tmp_path_factory.mktemp("swept")
    plan = make_plan("september_2024", sets=["months=6"], sweeps=["firms.xai.cash_usd=1e9,9e9"])
    batch.play(plan, 4, folder)
    return Path(folder)


@pytest.fixture(scope="module")
def page(swept: Path) -> Page:
    return Page(whole.make(swept).read_text(encoding="utf-8"))


def test_the_page_is_one_file_that_points_nowhere(swept: Path, page: Page) -> None:
    text = (swept / whole.FILE).read_text(encoding="utf-8")
    assert page.outside == []
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert not re.search(r"https?:|//[a-z]|@import|url\(|fetch\(|XMLHttp|import\(", text.replace("// Buttons", ""))
    assert page.tags["script"] == page.tags["style"] == 1


def test_every_part_is_there_and_every_chart_has_its_data(page: Page) -> None:
    asked = ["findings", "wins", "pairs", "scores", "components", "ranks", "leads", "bands", "limits", "orders", "arms"]
    assert page.sections == [*asked, "made"]
    figures = page.tags["figure"]
    assert figures > 15
    assert page.tags["details"] >= figures
    assert page.tags["svg"] > 80
    assert all(len(rows) > 1 for rows in page.tables.values())
    for measure in ("Valuation, USD", "Revenue, USD a year", "Compute online, H100e", "Arena rating, Elo", "Cash, USD"):
        assert f"bands/{measure}" in page.tables


def test_its_figures_are_those_of_the_tables(swept: Path, page: Page) -> None:
    games = pq.read_table(swept / tables.GAMES_FILE).to_pylist()
    first = [game for game in games if '"1e9"' in game["settings"]]
    won = {firm: sum((firm in g["winners"].split(",")) / len(g["winners"].split(",")) for g in first) for firm in LAB}
    told = [row for row in page.table("wins/shares of wins") if row["arm"] == "firms.xai.cash_usd=1e9"]
    assert {row["firm"]: float(row["wins"]) for row in told} == pytest.approx(won, abs=1e-4)
    for row in told:
        low, high = statistics.wilson(won[row["firm"]], 4)
        assert (float(row["low"]), float(row["high"])) == pytest.approx((low, high), abs=1e-4)
    pairs = {row["firm"]: float(row["score"]) for row in page.table("pairs/paired differences")}
    score = [{each["firm"]: each["score"] for each in game["scores"]} for game in games]
    mean = sum(rich["xai"] - poor["xai"] for poor, rich in zip(score[::2], score[1::2], strict=True)) / 4
    assert pairs["xai"] == pytest.approx(mean, rel=1e-4)
    orders = page.table("orders/use of orders")
    given = sum(e["done"] for g in games for e in g["orders"] if (e["firm"], e["order"]) == ("meta", "order_cards"))
    (row,) = [each for each in orders if (each["order"], each["firm"]) == ("order_cards", "meta")]
    assert float(row["done a game"]) == pytest.approx(given / len(games), rel=1e-4)
    assert {
        "order": "declare_agi",
        "firm": "",
        "part of games": "0",
        "done a game": "0",
        "refused a game": "0",
    } in orders


def test_bands_and_limits_are_those_of_the_records(swept: Path, page: Page) -> None:
    records = pq.read_table(swept / tables.RECORDS_FILE).to_pylist()
    second = [r for r in records if r["game"] % 2 and (r["firm"], r["month"]) == ("google", "2025-03")]
    cash = sorted(row["cash_usd"] for row in second)
    (line,) = [row for row in page.tables["bands/Cash, USD"] if row[:2] == ["google", "2025-03"]]
    assert float(line[4]) == pytest.approx((cash[1] + cash[2]) / 2, rel=1e-4)
    limits = page.table("limits/what limits firms")
    for row in limits:
        assert sum(float(part) for word, part in row.items() if word not in ("firm", "month")) == pytest.approx(1.0)


def test_the_same_tables_give_the_same_page(swept: Path) -> None:
    assert whole.render(reading.read(swept)) == whole.render(reading.read(swept))


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    bad = "</script><script>alert(1)</script>\"'&<img src=x onerror=y>\x00"
    row = msgspec.structs.replace(_row(0, ("a", bad)), settings={bad: bad}, minds={bad: bad})
    failed = msgspec.structs.replace(_row(1, ()), error=bad, settings={bad: "2"})
    tables.write(tables.games_table([row, failed]), tmp_path / tables.GAMES_FILE)
    text = whole.make(tmp_path).read_text(encoding="utf-8")
    found = Page(text)
    assert found.tags["script"] == 1
    assert "img" not in found.tags
    assert found.outside == []
    assert "alert(1)" in "".join(found.words["td"])


def _row(game: int, firms: Sequence[str], level: str = "no_such_level") -> tables.GameRow:
    components = {"value": 1.0, "frontier": 0.5, "reach": 0.5, "stewardship": 0.5, "resilience": 0.5}
    seats = tuple(
        tables.SeatScore(firm, "bold", 60.0 - place - game % 3, place + 1, components)
        for place, firm in enumerate(firms)
    )
    row = tables.GameRow(game, level, game + 1, {}, {}, error="ValueError: broken (race.py:1)")
    if not seats:
        return row
    done = {"winner": firms[0], "winners": (firms[0],), "turns": 2, "months": 6, "reason": "end"}
    return msgspec.structs.replace(row, **done, scores=seats, error="")


@pytest.mark.parametrize(
    ("rows", "said", "missing"),
    [
        ([_row(0, LAB)], "1 game is few", {"bands", "pairs"}),
        ([_row(0, LAB), _row(1, ())], "1 of 2 games failed", {"bands"}),
        ([_row(0, ()), _row(1, ())], "No game was played to its end", {"wins", "scores", "ranks", "bands", "orders"}),
        ([_row(0, ("solo",))], "solo wins most often", {"pairs"}),
        ([_row(game, LAB[:2]) for game in range(40)], "Months were not recorded", {"leads", "limits"}),
    ],
    ids=["one game", "one failed", "all failed", "one firm", "no records"],
)
def test_small_batches_say_what_they_lack(
    rows: list[tables.GameRow], said: str, missing: set[str], tmp_path: Path
) -> None:
    tables.write(tables.games_table(rows), tmp_path / tables.GAMES_FILE)
    found = Page(whole.make(tmp_path).read_text(encoding="utf-8"))
    assert any(said in text for text in found.words["li"])
    assert not missing & set(found.sections)
    assert any("not a forecast to trade on" in text for text in found.words["p"])


def test_failed_games_are_listed_with_how_to_see_them_again(tmp_path: Path) -> None:
    rows = [_row(0, LAB), *[msgspec.structs.replace(_row(game, ()), settings={"months": "9"}) for game in (1, 2)]]
    tables.write(tables.games_table(rows), tmp_path / tables.GAMES_FILE)
    found = Page(whole.make(tmp_path).read_text(encoding="utf-8"))
    assert [row["game"] for row in found.table("failed/failed games")] == ["1", "2"]
    assert "python main.py run no_such_level --seed 2 --set months=9" in found.words["code"]
    assert any("2 ×" in text for text in found.words["strong"])


@pytest.mark.parametrize("text", ['{"code": {"a": []}, "stop": 1, "rules_hash": null}', "[]", "{", '"x"'])
def test_a_strange_manifest_breaks_nothing(text: str, tmp_path: Path) -> None:
    tables.write(tables.games_table([_row(0, LAB)]), tmp_path / tables.GAMES_FILE)
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    found = Page(whole.make(tmp_path).read_text(encoding="utf-8"))
    assert any("A stop rule" in text for text in found.words["li"]) is ("stop" in text)


def test_a_single_run_has_a_report_too(tmp_path: Path) -> None:
    commands.run("l0_first_cluster", out=tmp_path, as_json=True)
    found = Page(whole.make(tmp_path).read_text(encoding="utf-8"))
    assert {"wins", "bands", "limits", "orders"} <= set(found.sections)
    assert found.outside == []


def test_what_scores_hang_on_is_found(tmp_path: Path) -> None:
    """A planted effect of one factor on one firm; another factor does nothing."""
    rows = []
    for game in range(60):
        real, idle = game % 3, (game // 3) % 2
        row = _row(game, LAB[:3])
        luck = ((game * 7919) % 13) / 13.0
        score = [s if s.firm != "xai" else msgspec.structs.replace(s, score=50.0 + 4 * real + luck) for s in row.scores]
        settings = {"rules.real": str(real), "rules.idle": str(idle), "word": "ab"[idle]}
        rows.append(msgspec.structs.replace(row, scores=tuple(score), settings=settings, seed=game))
    tables.write(tables.games_table(rows), tmp_path / tables.GAMES_FILE)
    found = Page(whole.make(tmp_path).read_text(encoding="utf-8"))
    told = {
        (row["factor"], row["firm"]): float(row["standardized coefficient"])
        for row in found.table("factors/factors and scores")
    }
    assert told["rules.real", "xai"] > 0.9
    assert abs(told["rules.idle", "xai"]) < 0.2
    assert found.table("factors/choices and scores")[0]["choice"] == "word"
    assert any("rules.real goes most closely with a score" in text for text in found.words["li"])
    assert any("no Sobol index" in text for text in found.words["p"])


def test_lead_changes_are_counted_in_the_records(tmp_path: Path) -> None:
    rows = [_row(0, LAB[:2])]
    names = [column.name for column in COLUMNS]
    blank = {"str": "none", "int": 0, "float": 0.0, "bool": False}
    records = []
    for month in range(12):
        for firm, elo in (("openai", 1300.0), ("xai", 1290.0 if month < 4 else 1320.0)):
            cell = {column.name: blank[column.kind] for column in COLUMNS}
            cell |= {"game": 0, "month": f"2025-{month + 1:02d}", "firm": firm, "arena_elo": elo}
            records.append(tuple(cell[name] for name in names))
    tables.write(tables.games_table(rows), tmp_path / tables.GAMES_FILE)
    tables.write(tables.records_table(records), tmp_path / tables.RECORDS_FILE)
    found = Page(whole.make(tmp_path).read_text(encoding="utf-8"))
    (taken,) = [row for row in found.table("leads/lead changes") if row["what"] == "lead taken"]
    assert (taken["which"], taken["number"]) == ("xai from openai", "1")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("", b"", "no such folder"),
        ("other.txt", b"x", "holds no games.parquet"),
        ("games.jsonl", b"x", "not finished"),
        ("games.parquet", b"PAR1 cut short", r"cannot be read \(Parquet magic bytes not found in footer\); the"),
    ],
)
def test_a_folder_without_a_batch_is_one_line(name: str, content: bytes, said: str, tmp_path: Path) -> None:
    folder = tmp_path / "batch"
    if name:
        folder.mkdir()
        (folder / name).write_bytes(content)
    with pytest.raises(LabError, match=said) as told:
        whole.make(folder)
    assert "\n" not in str(told.value)
    assert not (folder / whole.FILE).exists()


def test_another_table_is_told_apart(tmp_path: Path) -> None:
    tables.write(tables.records_table([]), tmp_path / tables.GAMES_FILE)
    with pytest.raises(LabError, match="is no table of games"):
        whole.make(tmp_path)


@pytest.mark.parametrize("name", reading.NEEDED)
def test_a_table_without_a_column_that_is_needed_is_one_line(name: str, swept: Path, tmp_path: Path) -> None:
    table = pq.read_table(swept / tables.GAMES_FILE)
    tables.write(table.drop_columns([name]), tmp_path / tables.GAMES_FILE)
    with pytest.raises(LabError, match=f"it has no column {name}"):
        whole.make(tmp_path)


def test_rotations_of_one_seed_are_one_observation() -> None:
    ours, theirs, seeds = np.array([1.0, 4.0, 2.5]), np.array([0.5, 1.0, 3.0]), np.array([7, 8, 9])
    once = pairs.paired_by_seed(ours, theirs, seeds)
    thrice = pairs.paired_by_seed(np.tile(ours, 3), np.tile(theirs, 3), np.tile(seeds, 3))
    assert once == thrice
    assert once.mean == statistics.paired(ours, theirs).mean
