"""The map: sites land in their states, markers can be pointed at and reached by keys, shapes differ."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from assets import atlas
from game.desktop import theme
from game.desktop.canvas import Canvas
from game.desktop.mapmarks import BESIDE, Ghost, free_place
from game.desktop.markers import STATUSES, draw_marker, spread
from game.desktop.usmap import Site, UsMap
from tests.desktop.driver import Driver

Show = Callable[..., Driver]
SKY = theme.FIRM_COLOURS["sky"]
SITES = [
    Site("dalles", -121.18, 45.6, SKY, tip="The Dalles"),
    Site("phoenix", -112.0, 33.4, SKY, "building", tip="Phoenix"),
    Site("memphis", -90.05, 35.15, SKY, "dark", tip="Memphis"),
    Site("ashburn", -77.49, 39.04, SKY, tip="Ashburn"),
]


def test_a_marker_is_drawn_in_its_state() -> None:
    chart = UsMap("map", (324, 428, 584, 278), SITES)
    found = {site.key: atlas.state_at(chart.to_frame(chart.places()[site.key])) for site in SITES}
    assert found == {"dalles": "OR", "phoenix": "AZ", "memphis": "TN", "ashburn": "VA"}


def test_by_mouse(show: Show) -> None:
    chosen: list[str] = []
    opened: list[str] = []
    states: list[str] = []
    chart = UsMap(
        "map",
        (300, 100, 700, 450),
        SITES,
        on_select=chosen.append,
        on_open=opened.append,
        on_state=states.append,
    )
    play = show(chart)
    at = chart.places()["memphis"]
    play.move(at)
    play.wait(100)
    assert play.screen.tip_text == "Memphis"
    play.click_at(at)
    play.click_at(chart.places()["ashburn"], clicks=2)
    play.click_at(chart.to_map(atlas.project(-99.3, 31.4)))
    assert (chosen, opened, states) == (["memphis", "ashburn"], ["ashburn"], ["TX"])


def test_by_keyboard(show: Show) -> None:
    opened: list[str] = []
    chart = UsMap("map", (300, 100, 700, 450), SITES, on_open=opened.append)
    play = show(chart)
    play.tab_to("map")
    play.key(pygame.K_HOME)
    assert chart.selected == "dalles"
    play.key(pygame.K_DOWN)
    assert chart.selected == "phoenix"
    play.key(pygame.K_RIGHT)
    assert chart.selected == "memphis"
    play.wait(100)
    assert play.screen.tip_text == "Memphis"
    play.key(pygame.K_RIGHT, pygame.K_RIGHT)
    assert chart.selected == "ashburn"
    play.key(pygame.K_RETURN)
    assert opened == ["ashburn"]


def test_statuses_differ_without_colour() -> None:
    pictures = set()
    for status in STATUSES:
        canvas = Canvas(pygame.Surface((1280, 720)))
        canvas.clear(theme.LAND)
        draw_marker(canvas, (100, 100), 9, SKY, status)
        grey = pygame.transform.grayscale(canvas.surface.subsurface((80, 80, 40, 40)))
        pictures.add(pygame.image.tobytes(grey, "RGB"))
    assert len(pictures) == len(STATUSES)
    with pytest.raises(ValueError, match="live, building, dark, planned"):
        draw_marker(canvas, (100, 100), 9, SKY, "burning")


def test_markers_too_close_are_moved_apart_and_others_stay() -> None:
    placed = spread([(100, 100), (101, 100), (100, 100), (300, 300)], [8, 8, 8, 8])
    assert placed[3] == (300, 300)
    near = placed[:3]
    gaps = [((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for i, a in enumerate(near) for b in near[:i]]
    assert min(gaps) > 14
    assert spread([(100, 100), (101, 100)], [8, 8]) == spread([(100, 100), (101, 100)], [8, 8])


def test_plates_cover_no_marker_and_no_other_plate(show: Show) -> None:
    crowd = [Site(f"r{n}", -95.0 + 1.3 * (n % 6), 33.0 + 1.1 * (n // 6), SKY, size=0.2) for n in range(24)]
    own = [
        Site("one", -92.0, 34.5, SKY, size=1, label="The first of all", own=True),
        Site("two", -90.5, 35.5, SKY, size=0.5, label="The second", own=True),
    ]
    chart = UsMap("map", (300, 100, 700, 450), [*crowd, *own])
    chart.ghosts = [Ghost(n, -92.0, 34.5, f"+{n} MW", "zap", "one") for n in range(4)]
    show(chart)
    plates = [*chart._names.values(), *chart._plates.values()]
    assert len(plates) == 6
    assert all(chart.land().contains(plate) for plate in plates)
    assert all(plate.collidelist(chart.discs()) < 0 for plate in plates)
    assert all(plate.collidelist(plates[:number]) < 0 for number, plate in enumerate(plates))


def test_a_name_that_would_cover_a_marker_is_written_only_while_it_is_asked_for(show: Show) -> None:
    crowd = [Site(f"r{n}", -120.0 + 2.2 * (n % 22), 27.0 + 2.0 * (n // 22), SKY, size=0.9) for n in range(22 * 11)]
    chart = UsMap("map", (300, 100, 700, 450), [*crowd, Site("one", -98.0, 38.0, SKY, label="A long name of a site")])
    play = show(chart)
    assert chart._names == {}
    play.tab_to("map")
    chart.select("one")
    play.app.draw()
    assert list(chart._names) == ["one"]


def test_a_plate_stays_near_and_moves_away_from_what_lies_there() -> None:
    room = pygame.Rect(0, 0, 600, 400)
    free = free_place((60, 18), (300, 200), 8, (6, 30), BESIDE, room, (), ())
    assert free is not None
    assert free[0].midleft == (314, 200)
    right = pygame.Rect(310, 190, 80, 20)
    moved = free_place((60, 18), (300, 200), 8, (6, 30), BESIDE, room, (right,), ())
    assert moved is not None
    assert moved[0].midright == (286, 200)
    assert free_place((60, 18), (300, 200), 8, (6, 30), BESIDE, room, (room,), ()) is None
