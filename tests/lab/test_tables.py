"""The two tables have the columns that other programs rely on, in one explicit schema."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from agents.orders import Borrow, Plan, SetPolicy, StartRun
from game.lab import solo, tables
from game.lab.columns import dictionary
from game.lab.seats import Asked
from game.race import Race
from levels import loader

PROMISED = [
    "game",
    "seed",
    "level",
    "month",
    "firm",
    "steered_by",
    "cash_usd",
    "debt_usd",
    "equity_raised_usd",
    "valuation_usd",
    "revenue_usd",
    "operating_cost_usd",
    "capex_usd",
    "h100e_owned",
    "h100e_leased",
    "h100e_leased_out",
    "h100e_online",
    "h100e_idle",
    "largest_cluster_h100e",
    "mw_contracted",
    "mw_online",
    "arena_elo",
    "true_elo",
    "largest_training_flop",
    "consumers",
    "enterprise_seats",
    "staff",
    "trust",
    "binding",
    "defaulted",
    "score",
    "rank",
]
STEERABLE = {"openai", "xai", "microsoft", "google", "meta", "anthropic"}


@pytest.fixture(scope="module")
def played() -> solo.Played:
    resolved = loader.load("september_2024", ["months=6"])
    return solo.play(resolved, Asked(3, 7, {"months": "6"}, {}))


def test_records_have_the_promised_columns_and_types() -> None:
    schema = tables.records_schema()
    assert set(PROMISED) <= set(schema.names)
    for name in PROMISED:
        kind = schema.field(name).type
        if name.endswith("_usd") or name in ("rank", "staff", "consumers", "seed", "h100e_online"):
            assert kind == pa.int64()
        if name.endswith("_elo") or name in ("largest_training_flop", "mw_online"):
            assert kind == pa.float64()
    assert schema.field("month").type == pa.string()
    assert schema.field("binding").type == pa.string()
    assert schema.field("cash_usd").metadata[b"unit"] == b"USD"


def test_a_game_gives_a_row_for_every_month_and_firm(played: solo.Played) -> None:
    rows = tables.records_table(played.records).to_pylist()
    months = sorted({row["month"] for row in rows})
    assert months == ["2024-09", "2024-10", "2024-11", "2024-12", "2025-01", "2025-02", "2025-03"]
    assert {row["game"] for row in rows} == {3}
    for month in months:
        firms = [row["firm"] for row in rows if row["month"] == month]
        assert len(set(firms)) == len(firms)
        assert set(firms) >= STEERABLE


def test_the_row_of_a_game_tells_how_it_ended(played: solo.Played, tmp_path: Path) -> None:
    tables.write(tables.games_table([played.row]), tmp_path / tables.GAMES_FILE)
    (row,) = pq.read_table(tmp_path / tables.GAMES_FILE).to_pylist()
    assert (row["game"], row["seed"], row["level"]) == (3, 7, "september_2024")
    assert row["settings"] == '{"months":"6"}'
    assert row["months"] == 6
    assert len(row["digest"]) >= 16
    assert row["scores"][0]["firm"] == row["winner"]
    assert [each["rank"] for each in row["scores"]] == list(range(1, len(row["scores"]) + 1))
    assert not list(tmp_path.glob("*.part"))


def test_the_dictionary_of_columns_is_current() -> None:
    file = Path(__file__).parents[2] / "docs" / "columns.md"
    is_current = file.read_text(encoding="utf-8") == dictionary()
    assert is_current, "run: python main.py columns --write"


def test_orders_are_counted_by_firm_and_kind_done_and_refused(tmp_path: Path) -> None:
    resolved = loader.load("september_2024", ["months=6"])
    race = Race(resolved, 7)
    run, rich = StartRun(months=9, share=0.5), Borrow(amount_usd=10**15)
    plan = Plan("xai", 1, (run, rich, SetPolicy("hiring", 0.05)))
    while not race.over:
        race.play_turn({"xai": plan})
    counts = race.recorder.orders
    race.dispose()
    assert counts["xai"] == {"start_run": [1, 1], "borrow": [0, 2], "set_policy.hiring": [1, 1]}
    whole = solo.play(resolved, Asked(3, 7, {}, {})).row
    assert set(whole.orders) >= STEERABLE
    tables.write(tables.games_table([whole]), tmp_path / "games.parquet")
    (read,) = pq.read_table(tmp_path / "games.parquet").column("orders").to_pylist()
    assert {(each["firm"], each["order"]): (each["done"], each["refused"]) for each in read} == {
        (firm, order): numbers for firm, kinds in whole.orders.items() for order, numbers in kinds.items()
    }
    assert sum(each["done"] for each in read) > 20


def test_the_table_of_many_games_needs_the_memory_of_few(played: solo.Played, tmp_path: Path) -> None:
    """Rows are large as objects of Python's own; a group of a thousand is never there as such."""
    packed = msgspec.msgpack.encode(played.row)

    def rows(number: int) -> Iterator[tables.GameRow]:
        for game in range(number):
            row = msgspec.msgpack.decode(packed, type=tables.GameRow)
            yield msgspec.structs.replace(row, game=game)

    def peak(number: int) -> int:
        tracemalloc.start()
        tables.write_games(rows(number), tmp_path / f"{number}.parquet")
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(1100) <= 1.3 * peak(150)
    made = pq.ParquetFile(tmp_path / "1100.parquet")
    assert [made.metadata.row_group(group).num_rows for group in range(2)] == [1000, 100]
    assert made.read(columns=["game"])["game"].to_pylist() == list(range(1100))
