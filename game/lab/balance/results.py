"""What a question leaves in its folder: tables as CSV and Parquet, and its answer as JSON."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from game.lab.trouble import LabError

Row = Mapping[str, Any]


def leave(folder: Path, name: str, answer: Any, tables: Mapping[str, Sequence[Row]]) -> list[Path]:
    """Write NAME.json, and each table with rows as .csv and .parquet. Raises LabError."""
    import pyarrow as pa
    from pyarrow import csv

    from game.lab.tables import write

    files = [folder / f"{name}.json"]
    try:
        put(files[0], as_json(answer) + "\n")
        for key, rows in tables.items():
            if not rows:
                continue
            table = pa.Table.from_pylist([dict(row) for row in rows])
            write(table, folder / f"{key}.parquet")
            part = folder / f"{key}.csv.part"
            csv.write_csv(table, part)
            part.replace(folder / f"{key}.csv")
            files += [folder / f"{key}.csv", folder / f"{key}.parquet"]
    except OSError as error:
        raise LabError(f"--out {folder}: cannot be written ({error.strerror}); the games are kept") from None
    return files


def put(file: Path, text: str) -> None:
    """Write a text in one step: a reader never sees half of it."""
    part = file.with_name(file.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(file)


def as_json(value: Any) -> str:
    """Indented JSON; an interval without bounds has null there."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
