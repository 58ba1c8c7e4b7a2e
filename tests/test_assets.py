"""The assets are complete, say what they should and put cities inside their states."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from io import BytesIO

import pytest

from assets import atlas, names_in, read_bytes, read_text
from assets.faces import JAPANESE, LATIN, font_file, runs
from assets.figures import Figures, JapaneseFigures
from assets.text import MissingTextError, Texts, _Book, asked_language, languages

figures, japanese = Figures(), JapaneseFigures()

CITIES = {
    "TN": (-90.05, 35.15), "TX": (-99.73, 32.45), "WI": (-87.9, 42.7), "VA": (-77.49, 39.04),
    "AZ": (-112.07, 33.45), "OR": (-121.18, 45.6), "IA": (-95.86, 41.26), "GA": (-84.39, 33.75),
    "LA": (-91.76, 32.46), "NY": (-78.88, 42.89), "DC": (-77.02, 38.9), "FL": (-80.3, 25.8),
    "WA": (-119.85, 47.23), "AK": (-147.7, 64.8), "HI": (-157.9, 21.45),
}  # fmt: skip


@pytest.mark.parametrize(("postal", "place"), CITIES.items())
def test_cities_fall_inside_their_states(postal: str, place: tuple[float, float]) -> None:
    assert atlas.state_at(atlas.project(*place)) == postal


def test_the_atlas_has_every_state_inside_the_frame() -> None:
    assert len(atlas.states()) == 51
    points = [p for state in atlas.states().values() for outline in state.polygons for p in outline]
    assert all(-60 <= x <= atlas.WIDTH and 0 <= y <= atlas.HEIGHT for x, y in points)
    assert atlas.state_at((5.0, 5.0)) is None


@pytest.mark.parametrize(
    ("got", "wanted"),
    [
        (figures.money(4_210_000_000), "$4.21B"),
        (figures.money(-120_000_000), "-$120M"),
        (figures.money(320_000_000, signed=True), "+$320M"),
        (figures.money(999_999_999), "$1.00B"),
        (figures.money(999), "$999"),
        (figures.money(12_340), "$12.3k"),
        (figures.money(2_500_000_000_000), "$2.50T"),
        (figures.money(0), "$0"),
        (figures.cards(412_000), "412k"),
        (figures.cards(1_500_000), "1.5M"),
        (figures.cards(40_000, signed=True), "+40k"),
        (figures.cards(850), "850"),
        (figures.cards(200_000_000), "200M"),
        (figures.whole(-24_000), "-24,000"),
        (figures.power(1_320_000), "1,320 MW"),
        (figures.power(8_500), "8.5 MW"),
        (figures.power(9_960), "10 MW"),
        (figures.percent(0.37, signed=True), "+37%"),
        (figures.percent(-0.051, digits=1), "-5.1%"),
        (figures.flop(1.8e26), "1.8e26"),
        (figures.flop(1e25), "1e25"),
        (figures.month("2024-10"), "Oct 2024"),
        (figures.short_month("2024-10"), "Oct '24"),
        (figures.told(4_210_000_000, "USD/month"), "$4.21B a month"),
        (figures.told(6, "months"), "6 months"),
        (japanese.money(4_210_000_000), "$42.1億"),
        (japanese.money(-120_000_000), "-$1.20億"),
        (japanese.money(999_999_999), "$10億"),
        (japanese.money(421_000_000_000), "$4,210億"),
        (japanese.money(2_500_000_000_000), "$2.50兆"),
        (japanese.money(12_340), "$1.23万"),
        (japanese.money(9_876), "$9,876"),
        (japanese.money(99_990_000), "$1.00億"),
        (japanese.cards(412_000), "41.2万"),
        (japanese.cards(1_500_000, signed=True), "+150万"),
        (japanese.cards(850), "850"),
        (japanese.whole(-24_000), "-24,000"),
        (japanese.power(1_320_000), "1,320 MW"),
        (japanese.month("2027-01"), "2027年1月"),
        (japanese.short_month("2027-01"), "27年1月"),
        (japanese.told(4_210_000_000, "USD/month"), "$42.1億/月"),
        (japanese.told(6, "months"), "6か月"),
        (japanese.told(1316.2, "Elo"), "1,316.2 Elo"),
    ],
)
def test_numbers_are_written_one_way(got: str, wanted: str) -> None:
    assert got == wanted


def test_texts_are_said_by_key_and_missing_ones_are_told() -> None:
    texts = Texts()
    assert texts.say("window-title") == "Compute Race"
    assert texts.say("no-such-text") == "no-such-text"
    with pytest.raises(MissingTextError, match="no-such-text"):
        Texts(strict=True).say("no-such-text")


def test_languages_are_the_folders_and_call_themselves_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(languages().items())[:2] == [("en", "English"), ("ja", "日本語")]
    monkeypatch.setenv("COMPUTE_RACE_LANGUAGE", "ja")
    assert asked_language() == "ja"
    monkeypatch.setenv("COMPUTE_RACE_LANGUAGE", "xx")
    assert asked_language() == "en"


def test_texts_go_over_to_another_language_and_back() -> None:
    texts = Texts()
    assert texts.say("no-such-text") == "no-such-text"
    texts.speak("ja")
    texts._book = _Book("ja", [])
    assert (texts.say("loading"), texts.figures.cards(412_000)) == (Texts().say("loading"), "41.2万")
    texts.speak("en")
    assert texts.figures.cards(412_000) == "412k"


def test_names_of_the_levels_are_said_in_the_language() -> None:
    texts = Texts("ja", strict=True)
    assert texts.name("Gas engines") == "ガスエンジン"
    assert texts.name("Memphis (Colossus)") == "メンフィス (Colossus)"
    assert "ガスエンジン" in texts.say("news-own-plant", firm="xAI", site="Memphis", plant="Gas engines", mw=5)
    assert texts.name("Start-up 12") == "新興ラボ 12"
    assert texts.name("Trainium 2") == "Trainium 2"
    assert Texts().name("Gas engines") == "Gas engines"


def test_what_a_language_lacks_is_said_in_english() -> None:
    texts = Texts("ja", strict=True)
    texts._book = _Book("ja", [])
    assert texts.say("loading") == Texts().say("loading")
    assert texts.has("loading")
    with pytest.raises(MissingTextError, match="no-such-text"):
        texts.say("no-such-text")


@pytest.mark.parametrize("language", languages())
def test_no_text_is_said_twice_by_one_key(language: str) -> None:
    """The first would hide the other."""
    names = names_in(f"texts/{language}", ".ftl")
    said = "\n".join(read_text(f"texts/{language}/{name}.ftl") for name in names)
    keys = re.findall(r"^([a-z][\w-]*) =", said, re.MULTILINE)
    assert len(keys) > 1000
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_number_formats_can_be_used_inside_texts() -> None:
    from fluent.runtime import FluentResource

    texts = Texts(strict=True)
    probe = 'probe = { MONEY($cash_usd, signed: "yes") } and { POWER($kw) }'
    texts._book._bundle.add_resource(FluentResource(probe))
    assert texts.say("probe", cash_usd=320_000_000, kw=50_000) == "+$320M and 50 MW"
    with pytest.raises(MissingTextError, match=r"cash_usd|kw"):
        texts.say("probe")
    assert texts.say("refuse-pitch-soon", months=1) == "The last plan is too fresh: wait 1 month"
    assert texts.say("refuse-pitch-soon", months=7).endswith("wait 7 months")


def test_every_font_icon_and_licence_is_there() -> None:
    faces = {f"RaceSans-{weight}" for weight in ("Regular", "Medium", "SemiBold", "Bold")}
    assert set(names_in("fonts", ".otf")) == faces | {"RaceSansJP-Regular", "RaceSansJP-Bold"}
    assert len(names_in("icons", ".svg")) >= 60
    assert all(b"currentColor" in read_bytes(f"icons/{name}.svg") for name in names_in("icons", ".svg"))
    for folder, file in (("fonts", "OFL.txt"), ("icons", "LICENSE"), ("map", "LICENSE")):
        assert b"Copyright" in read_bytes(f"{folder}/{file}")


def test_every_character_of_every_text_has_a_face() -> None:
    """After new texts: `python -m assets.make.fonts`."""
    from pygame import freetype

    freetype.init()
    fonts = {face: freetype.Font(BytesIO(read_bytes(font_file(face, "Regular"))), 12) for face in (LATIN, JAPANESE)}
    said = {
        char
        for language in languages()
        for name in names_in(f"texts/{language}", ".ftl")
        for char in read_text(f"texts/{language}/{name}.ftl")
        if not char.isspace()
    }
    assert [char for char in sorted(said) if fonts[runs(char)[0][1]].get_metrics(char) == [None]] == []
    assert fonts[LATIN].get_metrics("電") == fonts[JAPANESE].get_metrics("x") == [None]


def test_assets_load_neither_a_window_nor_the_game() -> None:
    code = "import sys, assets.text, assets.atlas; print({'pygame', 'game', 'agents'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
