"""Text can be read and colours told apart, in every palette and by all eyes."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

import game.desktop
from assets.colours import PAPER_FIRMS
from game.desktop import theme
from game.desktop.app import App
from game.desktop.buttons import KINDS, face
from game.desktop.screen import Screen
from game.desktop.screens.chart_panel import POINTS, STYLES
from levels.loader import available, load
from tests.desktop.eyes import EYES, apart
from tests.desktop.gallery import PartsGallery, RaceGallery

READABLE = 4.5
LABS = ("sky", "green", "amber", "vermilion", "yellow", "blue")
"""Colours of the six firms that share one chart."""


@pytest.fixture(params=theme.PALETTES, autouse=True)
def palette(request: pytest.FixtureRequest) -> Iterator[str]:
    theme.use(request.param)
    yield request.param
    theme.use("standard")


def test_every_tone_is_readable_on_every_ground() -> None:
    grounds = (theme.GROUND, theme.PANEL, theme.RAISED, theme.PRESSED)
    for ground, (name, tone) in itertools.product(grounds, theme.TONES.items()):
        assert theme.contrast(tone, ground) >= READABLE, (ground, name)


def test_lit_rows_stay_readable() -> None:
    for ground, ink in itertools.product((theme.HOVER, theme.SELECTED), (theme.TEXT, theme.SOFT, theme.MUTED)):
        assert theme.contrast(ink, ground) >= READABLE, (ground, ink)


@pytest.mark.parametrize("kind", KINDS)
def test_buttons_are_readable_in_each_state(kind: str) -> None:
    normal, hover, pressed, _, ink = face(kind)
    assert min(theme.contrast(ink, ground) for ground in (normal, hover, pressed)) >= READABLE


def test_refused_buttons_and_hints_are_readable() -> None:
    assert theme.contrast(theme.OFF, theme.PRESSED) >= READABLE
    assert theme.contrast(theme.OFF, theme.RAISED) >= READABLE


@pytest.mark.parametrize("name", theme.FIRM_COLOURS)
def test_firm_colours_can_be_labels(name: str) -> None:
    assert theme.contrast(theme.firm_colour(name), theme.PANEL) >= READABLE


def test_high_contrast_is_higher(palette: str) -> None:
    least = min(theme.contrast(tone, theme.PANEL) for tone in theme.TONES.values())
    if palette == "contrast":
        assert least >= 9
        assert theme.contrast(theme.LINE, theme.PANEL) >= 4.5


def test_focus_can_be_seen_on_every_ground() -> None:
    for ground in (theme.GROUND, theme.PANEL, theme.RAISED, theme.ACCENT):
        assert theme.contrast(theme.FOCUS, ground) >= (1.3 if ground == theme.ACCENT else 3)


@pytest.mark.parametrize("kind", [RaceGallery, PartsGallery])
def test_what_is_drawn_is_readable(app: App, kind: type[Screen], palette: str) -> None:
    app.settings.palette = palette  # type: ignore[assignment]
    app.apply_settings()
    app.push(kind())
    app.canvas.marks = []
    app.draw()
    seen = [mark for mark in app.canvas.marks if mark.ground is not None]
    assert len(seen) > 60
    dim = {(mark.text, mark.ink, mark.ground) for mark in seen if theme.contrast(mark.ink, mark.ground) < READABLE}
    assert dim == set()
    assert {mark.size for mark in seen} <= set(theme.SIZES)


# --- colours for all eyes ------------------------------------------------------------------------------


def _least(names: list[str], eyes: str) -> float:
    pairs = itertools.combinations(names, 2)
    return min(apart(theme.firm_colour(one), theme.firm_colour(other), eyes) for one, other in pairs)


@pytest.mark.parametrize("eyes", EYES)
def test_the_distinct_palette_keeps_firms_apart_for_all_eyes(palette: str, eyes: str) -> None:
    if palette == "distinct":
        assert _least(list(LABS), eyes) >= 30
        assert _least(list(theme.FIRM_COLOURS), eyes) >= 18
    else:
        assert _least(list(LABS), eyes) >= (30 if eyes == "usual" else 10)
        assert _least(list(theme.FIRM_COLOURS), "usual") >= 16


@pytest.mark.parametrize("eyes", EYES)
def test_the_distinct_palette_keeps_good_from_bad_for_all_eyes(palette: str, eyes: str) -> None:
    if palette == "distinct":
        assert apart(theme.GOOD, theme.BAD, eyes) >= 60
        assert apart(theme.WARN, theme.BAD, eyes) >= 20
        assert apart(theme.GOOD, theme.WARN, eyes) >= 50
    assert apart(theme.GOOD, theme.BAD, eyes) >= 15


def test_the_measure_of_eyes() -> None:
    assert apart((200, 100, 50), (200, 100, 50), "protan") == 0
    assert apart((0, 0, 0), (255, 255, 255), "deutan") == pytest.approx(100, abs=1)
    red, green = (220, 60, 60), (110, 140, 40)
    assert apart(red, green, "deutan") < apart(red, green, "usual") / 2


def test_six_firms_share_no_line_and_no_point() -> None:
    """Colour is never alone: each firm of a chart has a style and a point that no other has together."""
    looks = [(STYLES[n % len(STYLES)], POINTS[n % len(POINTS)]) for n in range(6)]
    assert len(set(looks)) == len(looks)


def test_every_firm_of_every_level_has_a_colour() -> None:
    for summary in available():
        firms = load(summary.name).level.firms.values()
        assert {firm.colour for firm in firms} <= set(theme.FIRM_COLOURS)
        labs = [firm.colour for firm in firms if firm.lab is not None]
        assert len(set(labs)) == len(labs)


def test_the_colours_on_paper_can_be_read_and_told_apart_by_all_eyes() -> None:
    assert set(PAPER_FIRMS) == set(theme.FIRM_COLOURS)
    assert min(theme.contrast(colour, (255, 255, 255)) for colour in PAPER_FIRMS.values()) >= 3.0
    for eyes in EYES:
        pairs = itertools.combinations(LABS, 2)
        assert min(apart(PAPER_FIRMS[one], PAPER_FIRMS[other], eyes) for one, other in pairs) >= 20


# --- palettes can be changed ---------------------------------------------------------------------------


def _is_colour(value: object) -> bool:
    return type(value) is tuple and len(value) == 3 and all(type(part) is int for part in value)


def _colours_kept(file: Path) -> Iterator[str]:
    """Places where a colour of the theme is kept beyond a change of palette."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    shades = {name for name, value in vars(theme).items() if _is_colour(value)}
    kept: list[ast.expr] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            kept += [*node.args.defaults, *(each for each in node.args.kw_defaults if each is not None)]
        if isinstance(node, ast.Module | ast.ClassDef):
            kept += [each.value for each in node.body if isinstance(each, ast.Assign)]
            kept += [each.value for each in node.body if isinstance(each, ast.AnnAssign) and each.value is not None]
    for part in (inner for each in kept for inner in ast.walk(each)):
        named = isinstance(part, ast.Attribute) and ast.unparse(part.value) == "theme"
        if named and (part.attr in shades or part.attr in ("TONES", "FIRM_COLOURS")):
            yield f"{file.name}:{part.lineno}: theme.{part.attr}"


def test_nobody_keeps_a_colour_of_the_theme() -> None:
    folder = Path(game.desktop.__file__).parent
    files = [file for file in folder.rglob("*.py") if file.name != "theme.py"]
    assert [place for file in files for place in _colours_kept(file)] == []


def test_the_measure_itself() -> None:
    assert theme.contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert theme.contrast((9, 9, 9), (9, 9, 9)) == 1
