"""Where the panels of the race stand, for a window of any size in logical units, at least 1280 x 720.

Outer columns grow up to a width beyond which lines get hard to read; the map and the chart take the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

import pygame

Area = tuple[int, int, int, int]
EDGE, GAP, TOP = 8, 8, 56
STATUS_HEIGHT, SMALL_PLAN = 166, 62
SIDE_BY_SIDE = 2.3
"""From this width of the middle over its height on, the chart stands beside the map."""


@dataclass(frozen=True)
class Board:
    """Rectangles of the panels. `desk_open` and `plan_small` hold while a form is open."""

    bar: Area
    desk: Area
    desk_open: Area
    plan: Area
    plan_small: Area
    watch: Area
    chart: Area
    map: Area
    board: Area
    status: Area
    news: Area


def board_of(width: float, height: float) -> Board:
    """The board of a window of this many logical units."""
    wide, high = round(max(1280, width)), round(max(720, height))
    more_wide, more_high = wide - 1280, high - 720
    left = 330 + round(min(110, 0.16 * more_wide))
    right = 352 + round(min(240, 0.3 * more_wide))
    middle = wide - left - right - 2 * EDGE - 2 * GAP
    x_middle, x_right = EDGE + left + GAP, EDGE + left + GAP + middle + GAP
    bottom = high - EDGE
    room = bottom - TOP
    desk_high = 356 + round(0.5 * more_high)
    plan_top = TOP + desk_high + GAP
    small_top = bottom - SMALL_PLAN
    board_high = 230 + round(min(130, 0.3 * more_high))
    status_top = TOP + board_high + GAP
    news_top = status_top + STATUS_HEIGHT + GAP
    chart, map_ = _middle(pygame.Rect(x_middle, TOP, middle, room))
    return Board(
        bar=(0, 0, wide, 48),
        desk=(EDGE, TOP, left, desk_high),
        desk_open=(EDGE, TOP, left, small_top - GAP - TOP),
        plan=(EDGE, plan_top, left, bottom - plan_top),
        plan_small=(EDGE, small_top, left, SMALL_PLAN),
        watch=(EDGE, TOP, left, room),
        chart=chart,
        map=map_,
        board=(x_right, TOP, right, board_high),
        status=(x_right, status_top, right, STATUS_HEIGHT),
        news=(x_right, news_top, right, bottom - news_top),
    )


def _middle(area: pygame.Rect) -> tuple[Area, Area]:
    """The chart above the map, or beside it where the room is very wide."""
    if area.w > SIDE_BY_SIDE * area.h:
        half = (area.w - GAP) // 2
        return (area.x, area.y, half, area.h), (area.x + half + GAP, area.y, area.w - half - GAP, area.h)
    upper = round((area.h - GAP) * 326 / 648)
    lower = area.h - GAP - upper
    return (area.x, area.y, area.w, upper), (area.x, area.y + upper + GAP, area.w, lower)
