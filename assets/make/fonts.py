"""Make the four font files: a subset of Inter, figures of equal width, under a name of its own.

Usage: python -m assets.make.fonts FOLDER   where FOLDER holds Inter-Regular.otf and its sisters
(Debian package fonts-inter, 4.0~beta7). Needs fonttools.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Compute Race Sans"
WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x218, 0x21B), (0x370, 0x3FF), (0x400, 0x45F),
    (0x490, 0x4FF), (0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x2010, 0x2044), (0x2070, 0x209C),
    (0x20A0, 0x20BF), (0x2116, 0x2122), (0x2150, 0x215E), (0x2190, 0x21BB), (0x21E7, 0x21E7),
    (0x2200, 0x2265), (0x2318, 0x2318), (0x23CE, 0x23CE), (0x25A0, 0x25EF), (0x2605, 0x2606),
    (0x2610, 0x2611), (0x2660, 0x2666), (0x2713, 0x2717),
)  # fmt: skip


def main(source: Path) -> None:
    target = Path(__file__).parent.parent / "fonts"
    for weight in WEIGHTS:
        font = TTFont(source / f"Inter-{weight}.otf")
        use_equal_figures(font)
        keep_ranges(font)
        rename(font, weight)
        font.save(target / f"RaceSans-{weight}.otf")


def use_equal_figures(font: TTFont) -> None:
    """Point the characters at the glyphs that the `tnum` feature would choose."""
    gsub = font["GSUB"].table
    lookups = {
        index
        for record in gsub.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    swaps: dict[str, str] = {}
    for index in sorted(lookups):
        for table in gsub.LookupList.Lookup[index].SubTable:
            swaps.update(getattr(table, "mapping", None) or table.ExtSubTable.mapping)
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            table.cmap[code] = swaps.get(table.cmap[code], table.cmap[code])


def keep_ranges(font: TTFont) -> None:
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = True
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for low, high in RANGES for code in range(low, high + 1)])
    cutter.subset(font)


def rename(font: TTFont, weight: str) -> None:
    script_name = FAMILY.replace(" ", "")
    face = f"{script_name}-{weight}"
    names = {1: FAMILY, 2: weight, 3: face, 4: f"{FAMILY} {weight}", 6: face}
    for number, name in names.items():
        font["name"].setName(name, number, 3, 1, 0x409)
    font["name"].names = [record for record in font["name"].names if record.platformID == 3]
    top = font["CFF "].cff
    top.fontNames = [names[6]]
    top[0].FullName, top[0].FamilyName, top[0].Weight = names[4], FAMILY, weight


if __name__ == "__main__":
    main(Path(sys.argv[1]))
