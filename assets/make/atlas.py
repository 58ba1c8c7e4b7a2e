"""Decode the npm package us-atlas (3.0.1), states in the 975 x 610 Albers frame, to plain polygons.

Usage: python -m assets.make.atlas FOLDER   where FOLDER is the unpacked package
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

FIPS = (
    "AL AK - AZ AR CA - CO CT DE DC FL GA - HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM "
    "NY NC ND OH OK OR PA - RI SC SD TN TX UT VT VA - WA WV WI WY"
)
POSTAL_BY_FIPS = {f"{n:02}": postal for n, postal in enumerate(FIPS.split(), start=1) if postal != "-"}
Point = tuple[float, float]


def main(source: Path) -> None:
    topology = json.loads((source / "states-albers-10m.json").read_text(encoding="utf-8"))
    arcs = [decode(arc, topology["transform"]) for arc in topology["arcs"]]
    states: dict[str, Any] = {}
    for shape in topology["objects"]["states"]["geometries"]:
        postal = POSTAL_BY_FIPS.get(shape["id"])
        if postal is None or "arcs" not in shape:
            continue
        parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        outlines = [join(part[0], arcs) for part in parts]
        land = [outline for outline in outlines if area(outline) > 0.6]
        states[postal] = {"name": shape["properties"]["name"], "polygons": land}
    target = Path(__file__).parent.parent / "map"
    text = json.dumps({"width": 975, "height": 610, "states": states}, separators=(",", ":"), sort_keys=True)
    (target / "us_states.json").write_text(text + "\n", encoding="utf-8")
    shutil.copy(source / "LICENSE", target / "LICENSE")


def decode(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + shift_x, y * scale_y + shift_y))
    return points


def join(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """One closed outline from arc numbers; ~n means arc n run backwards."""
    outline: list[Point] = []
    for number in ring:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        outline.extend(points[1:] if outline else points)
    rounded = [(round(x, 1), round(y, 1)) for x, y in outline]
    return [point for point, before in zip(rounded, [None, *rounded], strict=False) if point != before]


def area(outline: list[Point]) -> float:
    pairs = zip(outline, outline[1:] + outline[:1], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


if __name__ == "__main__":
    main(Path(sys.argv[1]))
