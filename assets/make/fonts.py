"""Make the font files: a subset of Inter, figures of equal width, and one of Noto Sans JP, under names of their own.

Usage: python -m assets.make.fonts FOLDER   where FOLDER holds Inter-Regular.otf and its sisters (Debian package
fonts-inter, 4.0~beta7), or NotoSansJP-Regular.otf and -Bold.otf (in the data of the wheel of pygame_gui 0.6.14).
What is not there is left as it is. Needs fonttools. Run it again when texts have new characters.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY, JAPANESE_FAMILY = "Compute Race Sans", "Compute Race Sans JP"
WEIGHTS, JAPANESE_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold"), ("Regular", "Bold")
FONTS, TEXTS = Path(__file__).parent.parent / "fonts", Path(__file__).parent.parent / "texts"
JIS_ROWS = (*range(1, 9), *range(16, 48))
"""Rows of JIS X 0208: signs, kana and letters, and the characters of level 1."""
RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x218, 0x21B), (0x370, 0x3FF), (0x400, 0x45F),
    (0x490, 0x4FF), (0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x2010, 0x2044), (0x2070, 0x209C),
    (0x20A0, 0x20BF), (0x2116, 0x2122), (0x2150, 0x215E), (0x2190, 0x21BB), (0x21E7, 0x21E7),
    (0x2200, 0x2265), (0x2318, 0x2318), (0x23CE, 0x23CE), (0x25A0, 0x25EF), (0x2605, 0x2606),
    (0x2610, 0x2611), (0x2660, 0x2666), (0x2713, 0x2717),
)  # fmt: skip


def main(source: Path) -> None:
    for weight in WEIGHTS:
        if (source / f"Inter-{weight}.otf").exists():
            font = TTFont(source / f"Inter-{weight}.otf")
            use_equal_figures(font)
            keep(font, chain.from_iterable(range(low, high + 1) for low, high in RANGES))
            rename(font, FAMILY, weight)
            font.save(FONTS / f"RaceSans-{weight}.otf")
    latin = sorted(TTFont(FONTS / "RaceSans-Regular.otf").getBestCmap())
    (FONTS / "latin.json").write_text(json.dumps(list(as_ranges(latin))) + "\n", encoding="utf-8")
    for weight in JAPANESE_WEIGHTS:
        if (source / f"NotoSansJP-{weight}.otf").exists():
            font = TTFont(source / f"NotoSansJP-{weight}.otf")
            keep(font, {*jis_characters(), *characters_of_texts()} - set(latin))
            rename(font, JAPANESE_FAMILY, weight)
            font.save(FONTS / f"RaceSansJP-{weight}.otf")


def as_ranges(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each row of neighbours."""
    low = high = -1
    for code in codes:
        if code != high + 1:
            if high >= 0:
                yield low, high
            low = code
        high = code
    yield low, high


def jis_characters() -> Iterator[int]:
    for row in JIS_ROWS:
        for cell in range(1, 95):
            yield from map(ord, bytes([0xA0 + row, 0xA0 + cell]).decode("euc_jp", "ignore"))


def characters_of_texts() -> Iterator[int]:
    for file in TEXTS.glob("*/*.ftl"):
        yield from (ord(char) for char in file.read_text(encoding="utf-8") if char > " ")


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


def keep(font: TTFont, codes: Iterable[int]) -> None:
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = True
    options.notdef_outline = True
    options.drop_tables += ["VORG", "vhea", "vmtx"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)


def rename(font: TTFont, family: str, weight: str) -> None:
    script_name = family.replace(" ", "")
    face = f"{script_name}-{weight}"
    names = {1: family, 2: weight, 3: face, 4: f"{family} {weight}", 6: face}
    for number, name in names.items():
        font["name"].setName(name, number, 3, 1, 0x409)
    font["name"].names = [record for record in font["name"].names if record.platformID == 3]
    top = font["CFF "].cff
    top.fontNames = [names[6]]
    top[0].FullName, top[0].FamilyName, top[0].Weight = names[4], family, weight


if __name__ == "__main__":
    main(Path(sys.argv[1]))
